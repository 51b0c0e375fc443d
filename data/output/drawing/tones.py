"""The few colours of drawn figures, each a variable of the page with what holds where the page has none.

The fallbacks read on white and on dark, so that a drawing alone, as a file or a picture, is readable, too. Text has the
colour of the text around it."""

FIVE = "var(--atlas-five, #16877f)"
CHOSEN = "var(--atlas-chosen, #c8501e)"
OTHER = "var(--atlas-other, #8a929c)"
# A neighbour of OTHER in one bar, and what only guides the eye.
PALE = "var(--atlas-pale, #b7bec7)"
GUIDE = "var(--atlas-guide, rgba(138, 146, 156, 0.4))"
INK = "currentColor"
GROUND = "var(--atlas-ground, #ffffff)"
# What is written on a mark: white where the mark is dark, near black on the greys.
ON_DARK, ON_GREY = "#ffffff", "#16202b"


def of_words(tone: str) -> str:
    """The colour of words that belong to a mark: its own, but for the greys, which are too faint to read."""
    return tone if tone in (FIVE, CHOSEN) else INK


def written_on(tone: str) -> str:
    """The colour of words on a mark of a colour."""
    return ON_DARK if tone in (FIVE, CHOSEN) else ON_GREY
