"""The colours of a drawing where no page surrounds it: with light and dark of its own, or settled for a picture."""

import re

# Ground and ink of the two themes, as `.streamlit/config.toml` has them.
GROUND, INK = ("#ffffff", "#0e1319"), ("#1d2733", "#e8edf3")
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)")
_SET = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_QUERY = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")


def css(selector: str) -> str:
    """The rules of ground and ink within a selector, light and dark as the reader's system is."""
    light, dark = (f"color:{ink};--atlas-ground:{ground}" for ground, ink in zip(GROUND, INK, strict=True))
    return f"{selector}{{{light}}}@media (prefers-color-scheme:dark){{{selector}{{{dark}}}}}"


def settled(markup: str) -> str:
    """The markup in light colours, without a variable: for a drawer that knows none."""
    plain = _QUERY.sub("", markup)
    known = {name: value.strip() for name, value in _SET.findall(plain)}
    for _ in range(3):
        plain = _VARIABLE.sub(lambda found: str(known.get(found[1]) or found[2] or INK[0]), plain)
    return plain
