"""Small shapes round a point, told apart without colour: full or hollow, by their form, half where a thing may be so.

Each is a name and what draws it; a size is half of what a shape is wide, in pixels."""

from collections.abc import Callable, Mapping

from data.output.drawing import canvas

LINE_PX = 1.4


def _closed(x: float, y: float, *corners: tuple[float, float]) -> str:
    (first, *rest) = [f"{canvas.place(x + right)} {canvas.place(y + down)}" for right, down in corners]
    return f"M{first}L{' '.join(rest)}Z"


def _disc(x: float, y: float, size: float, tone: str) -> str:
    return canvas.mark("circle", cx=x, cy=y, r=size, fill=tone)


def _ring(x: float, y: float, size: float, tone: str) -> str:
    return canvas.mark("circle", cx=x, cy=y, r=size - LINE_PX / 2, fill="none", stroke=tone, stroke_width=LINE_PX)


def _square(x: float, y: float, size: float, tone: str) -> str:
    side = size * 0.9
    return canvas.mark("rect", x=x - side, y=y - side, width=side * 2, height=side * 2, fill=tone)


def _path(path: str, tone: str, *, is_full: bool = True) -> str:
    if is_full:
        return canvas.mark("path", d=path, fill=tone)
    return canvas.mark("path", d=path, fill="none", stroke=tone, stroke_width=LINE_PX)


def _corners(size: float) -> tuple[tuple[float, float], ...]:
    return (0, -size), (size, 0), (0, size), (-size, 0)


def _diamond(x: float, y: float, size: float, tone: str) -> str:
    return _path(_closed(x, y, *_corners(size)), tone)


def _open_diamond(x: float, y: float, size: float, tone: str) -> str:
    return _path(_closed(x, y, *_corners(size - LINE_PX / 2)), tone, is_full=False)


def _dotted_ring(x: float, y: float, size: float, tone: str) -> str:
    return _ring(x, y, size, tone) + _disc(x, y, 1.2, tone)


def _strokes(x: float, y: float, size: float) -> str:
    return (
        f"M{canvas.place(x - size)} {canvas.place(y - size)}L{canvas.place(x + size)} {canvas.place(y + size)}"
        f"M{canvas.place(x - size)} {canvas.place(y + size)}L{canvas.place(x + size)} {canvas.place(y - size)}"
    )


def _cross(x: float, y: float, size: float, tone: str) -> str:
    return _path(_strokes(x, y, size * 0.75), tone, is_full=False)


def _crossed_ring(x: float, y: float, size: float, tone: str) -> str:
    return _ring(x, y, size, tone) + _path(_strokes(x, y, size * 0.6), tone, is_full=False)


def _triangle(x: float, y: float, size: float, tone: str) -> str:
    return _path(_closed(x, y, (0, -size), (size, size * 0.8), (-size, size * 0.8)), tone)


def _half_disc(x: float, y: float, size: float, tone: str) -> str:
    top, low = canvas.place(y - size), canvas.place(y + size)
    radius, across = canvas.place(size), canvas.place(x)
    return _ring(x, y, size, tone) + _path(f"M{across} {top}A{radius} {radius} 0 0 0 {across} {low}Z", tone)


def _half_square(x: float, y: float, size: float, tone: str) -> str:
    side = size * 0.85
    whole = _closed(x, y, (-side, -side), (side, -side), (side, side), (-side, side))
    half = _closed(x, y, (-side, -side), (0, -side), (0, side), (-side, side))
    return _path(whole, tone, is_full=False) + _path(half, tone)


def _half_diamond(x: float, y: float, size: float, tone: str) -> str:
    return _open_diamond(x, y, size, tone) + _path(_closed(x, y, (0, -size), (0, size), (-size, 0)), tone)


SHAPES: Mapping[str, Callable[[float, float, float, str], str]] = {
    "disc": _disc,
    "ring": _ring,
    "square": _square,
    "diamond": _diamond,
    "open_diamond": _open_diamond,
    "dotted_ring": _dotted_ring,
    "cross": _cross,
    "crossed_ring": _crossed_ring,
    "triangle": _triangle,
    "half_disc": _half_disc,
    "half_square": _half_square,
    "half_diamond": _half_diamond,
}


def draw(shape: str, x: float, y: float, size: float, tone: str) -> str:
    """A shape of SHAPES with its middle on a point."""
    return SHAPES[shape](x, y, size, tone)
