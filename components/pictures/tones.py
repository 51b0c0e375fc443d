"""Colours of drawn pictures: those of the live map, as custom properties of the page, so that one drawing is light or
dark as its surroundings are.

`var(--atlas-zero, #fffdf2)` is the colour of a name, with that of the light theme where nothing sets the property.
`css` sets them; `plain` puts one theme's colours in their place, for a file that no page surrounds."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from components.map.payload import Scale

THEMES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parents[1] / "map" / "tones.json").read_text("utf-8"))
LIGHT, DARK = THEMES
PREFIX = "--atlas-"
_VAR = re.compile(rf"var\({PREFIX}([\w-]+), [^()]*\)")
_MIX = re.compile(r"color-mix\(in srgb, (#\w{6}) ([\d.]+)%, (#\w{6})\)")


@cache
def _flat(theme: str) -> dict[str, str]:
    """Every colour of a theme by the name of its property; `edge-` and one is the outline of what it fills, `ink-` and
    one that of words on it, `glow-` and one what parts these from lines."""
    found: dict[str, str] = {}
    for name, told in THEMES[theme].items():
        if isinstance(told, str):
            found[name] = told
        else:
            parts = told.items() if isinstance(told, dict) else enumerate(told)
            found |= {f"{name}-{part}": colour for part, colour in parts}
    fills = {name: colour for name, colour in found.items() if name not in ("outline", "text", "border")}
    edges = {f"edge-{name}": _edge(colour, theme) for name, colour in fills.items()}
    inks = {f"ink-{name}": "#ffffff" if _is_deep(colour) else "#10151b" for name, colour in fills.items()}
    glows = {f"glow-{name}": "#0000008c" if _is_deep(colour) else "#ffffffb3" for name, colour in fills.items()}
    return found | edges | inks | glows


def names() -> tuple[str, ...]:
    """The names of all colours."""
    return tuple(_flat(LIGHT))


def of(name: str) -> str:
    """A colour by its name, as CSS. Raises KeyError."""
    return f"var({PREFIX}{name}, {_flat(LIGHT)[name]})"


def css(selector: str, markup: str = "") -> str:
    """The rules that set the colours within a selector: light, dark where the reader's system is, and either where
    `data-atlas-theme` on the root says so. With markup, only those that it uses."""
    used = [name for name in names() if not markup or f"{PREFIX}{name}, " in markup]

    def told(theme: str) -> str:
        return ";".join(f"{PREFIX}{name}:{_flat(theme)[name]}" for name in used)

    dark = f'@media (prefers-color-scheme:dark){{:root:not([data-atlas-theme="{LIGHT}"]) {selector}{{{told(DARK)}}}}}'
    chosen = f':root[data-atlas-theme="{DARK}"] {selector}{{{told(DARK)}}}'
    return f"{selector}{{{told(LIGHT)}}}{dark}{chosen}"


def plain(markup: str, theme: str = LIGHT) -> str:
    """The markup with the colours of a theme in place of the properties."""
    known = _flat(theme)
    bare = _VAR.sub(lambda found: known.get(found[1], found[0]), markup)
    return _MIX.sub(lambda found: _between(found[1], found[3], 1 - float(found[2]) / 100), bare)


def fills(scale: Scale) -> list[str]:
    """The name of a colour for each class of a scale, or two names with the share of the second between them, as
    `colours` in `map/js/base/palette.js` chooses them."""
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
    one, _, rest = name.partition("|")
    if not rest or kind:
        return of(f"{kind}-{one}" if kind else one)
    other, share = rest.split("|")
    return f"color-mix(in srgb, {of(one)} {round(100 - 100 * float(share), 3)}%, {of(other)})"


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
    return [f"{ramp}-{first}|{ramp}-{first + 1}|{place - first:.6f}" for first, place in pairs]


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _between(one: str, other: str, share: float) -> str:
    mixed = (int(a + (b - a) * share + 0.5) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _is_deep(colour: str) -> bool:
    red, green, blue = _channels(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _channels(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _edge(fill: str, theme: str) -> str:
    """The outline that stands out most from a fill."""

    def contrast(other: str) -> float:
        low, high = sorted((_luminance(fill), _luminance(other)))
        return (high + 0.05) / (low + 0.05)

    outline, water = THEMES[theme]["outline"], THEMES[theme]["water"]
    return str(outline if contrast(outline) > contrast(water) else water)
