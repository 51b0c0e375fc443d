"""Colours of drawn pictures: those of the live map, as custom properties of the page, so that one drawing is light or
dark as its surroundings are.

`var(--atlas-zero, #fffdf2)` is the colour of a name, with that of the light theme where nothing sets the property.
`css` sets them; `plain` puts one theme's colours in their place, for a file that no page surrounds."""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from components.map.payload import Scale

THEMES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parents[1] / "map" / "tones.json").read_text("utf-8"))
LIGHT, DARK = THEMES
PREFIX = "--atlas-"
_VAR = re.compile(rf"var\({PREFIX}([\w-]+), [^()]*\)")
# A colour between two of a ramp: the first, and the share of the next one in millionths.
MIXED = "-then-"


@lru_cache(2)
def _flat(theme: str) -> dict[str, str]:
    """The colours of a theme by name, those of a ramp by their place in it."""
    found: dict[str, str] = {}
    for name, told in THEMES[theme].items():
        if isinstance(told, str):
            found[name] = told
        else:
            parts = told.items() if isinstance(told, dict) else enumerate(told)
            found |= {f"{name}-{part}": one for part, one in parts}
    return found


@lru_cache(1024)
def colour(name: str, theme: str = LIGHT) -> str:
    """The colour of a name in a theme: `edge-` and a fill is its outline, `ink-` and one that of words on it, `glow-`
    what parts these from lines. Raises KeyError."""
    kind, _, fill = name.partition("-")
    if kind in KINDS:
        return KINDS[kind](colour(fill, theme), theme)
    first, _, share = name.partition(MIXED)
    if not share:
        return _flat(theme)[name]
    ramp, _, place = first.rpartition("-")
    return _between(_flat(theme)[first], _flat(theme)[f"{ramp}-{int(place) + 1}"], int(share) / 1e6)


def is_known(name: str) -> bool:
    """Whether a colour has that name; other drawings have properties of their own."""
    try:
        return bool(colour(name))
    except KeyError:
        return False


def of(name: str) -> str:
    """A colour by its name, as CSS. Raises KeyError."""
    return f"var({PREFIX}{name}, {colour(name)})"


def css(selector: str, markup: str) -> str:
    """The rules that set the colours within a selector: light, dark where the reader's system is, and either where
    `data-atlas-theme` on the root says so. Of the colours those that the markup uses."""
    used = [name for name in dict.fromkeys(_VAR.findall(markup)) if is_known(name)]

    def told(theme: str) -> str:
        return ";".join(f"{PREFIX}{name}:{colour(name, theme)}" for name in used)

    dark = f'@media (prefers-color-scheme:dark){{:root:not([data-atlas-theme="{LIGHT}"]) {selector}{{{told(DARK)}}}}}'
    chosen = f':root[data-atlas-theme="{DARK}"] {selector}{{{told(DARK)}}}'
    return f"{selector}{{{told(LIGHT)}}}{dark}{chosen}"


def plain(markup: str, theme: str = LIGHT) -> str:
    """The markup with the colours of a theme in place of the properties."""
    return _VAR.sub(lambda found: colour(found[1], theme) if is_known(found[1]) else found[0], markup)


def fills(scale: Scale) -> list[str]:
    """The name of a colour for each class of a scale, as `colours` in `map/js/base/palette.js` chooses them."""
    if scale["palette"] == "categories":
        return [f"categories-{kind}" for kind in scale["kinds"]]
    kinds = [str(kind) for kind in scale["kinds"]]
    ramp = "positive" if scale["palette"] == "diverging" else "sequential"
    left = {
        "positive": _spread(ramp, kinds.count("positive")),
        "negative": _spread("negative", kinds.count("negative"))[::-1],
        "zero": ["zero"] * kinds.count("zero"),
    }
    return [left[kind].pop(0) for kind in kinds]


def paint(name: str, kind: str = "") -> str:
    """The CSS of a colour that `fills` names; with a kind ("edge", "ink", "glow") that which goes with it."""
    return of(f"{kind}-{name}" if kind else name)


def _spread(ramp: str, count: int) -> list[str]:
    """`count` colours spread over a ramp, first and last always used; in between ones where it has too few."""
    most = len(THEMES[LIGHT][ramp])
    if count == 0:
        return []
    if count == 1:
        return [f"{ramp}-{-(-most // 2)}"]
    places = [place * (most - 1) / (count - 1) for place in range(count)]
    if count <= most:
        return [f"{ramp}-{int(place + 0.5)}" for place in places]
    pairs = [(min(int(place), most - 2), place) for place in places]
    return [f"{ramp}-{first}{MIXED}{round((place - first) * 1e6)}" for first, place in pairs]


def _channels(fill: str) -> tuple[int, int, int]:
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _between(one: str, other: str, share: float) -> str:
    mixed = (int(a + (b - a) * share + 0.5) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _is_deep(fill: str) -> bool:
    red, green, blue = _channels(fill)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _luminance(fill: str) -> float:
    shares = [part / 255 for part in _channels(fill)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _edge(fill: str, theme: str) -> str:
    """The outline that stands out most from a fill."""

    def contrast(other: str) -> float:
        low, high = sorted((_luminance(fill), _luminance(other)))
        return (high + 0.05) / (low + 0.05)

    outline, water = THEMES[theme]["outline"], THEMES[theme]["water"]
    return str(outline if contrast(outline) > contrast(water) else water)


# What goes with a fill, by the prefix of its name.
KINDS: dict[str, Callable[[str, str], str]] = {
    "edge": _edge,
    "ink": lambda fill, _: "#ffffff" if _is_deep(fill) else "#10151b",
    "glow": lambda fill, _: "#0000008c" if _is_deep(fill) else "#ffffffb3",
}
