"""The few colours of drawn figures, each a variable of the page with what holds where the page has none.

The fallbacks read on white and on dark, so that a drawing alone, as a file or a picture, is readable, too."""

FIVE = "var(--atlas-five, #16877f)"
CHOSEN = "var(--atlas-chosen, #c8501e)"
OTHER = "var(--atlas-other, #8a929c)"
