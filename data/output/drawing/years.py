"""Lines over the years on one axis from nought, each with its name at its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.output.drawing import axis, canvas, runs, tones
from data.output.drawing.runs import Points

LEFT_PX, TOP_PX, BOTTOM_PX, GAP_PX = 46, 12, 18, 6
DOT_PX, LINE_PX, TEXT_PX = 1.8, 1.8, 13
# So much room a printed year takes.
YEAR_PX = 44


@dataclass(frozen=True)
class Line:
    """A series: its name, its years and values, and the years in which it is counted anew (`breaks`).

    A line stops at a gap and before a break; a year that stands alone is a dot. `dashes` are those of SVG, so that
    lines are told apart without colour."""

    name: str
    points: Points
    tone: str = tones.OTHER
    dashes: str = ""
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Plane:
    first: int
    last: int
    most: float
    width: float
    height: float
    right: float

    def x(self, year: int) -> float:
        share = (year - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return LEFT_PX + share * (self.width - LEFT_PX - self.right)

    def y(self, value: float) -> float:
        return TOP_PX + (1 - value / self.most) * (self.height - TOP_PX - BOTTOM_PX)


def draw(
    lines: Sequence[Line],
    first: int,
    last: int,
    label: str,
    said: Callable[[float], str],
    width: float = 690,
    height: float = 190,
) -> str:
    """An SVG of the years `first` to `last`; `said` prints a value of the axis. No value is below nought."""
    known = [runs.known(line.points, first, last) for line in lines]
    marked = axis.ticks(max((max(one.values()) for one in known if one), default=0))
    right = max((canvas.length(line.name) * canvas.BOLD for line in lines), default=0) + GAP_PX * 2
    plane = _Plane(first, last, marked[-1], width, height, right)
    marks = _axes(plane, marked, said)
    for line, values in zip(lines, known, strict=True):
        marks += _line(line, values, plane)
    return canvas.drawing(width, height, label, [*marks, *_names(lines, known, plane)])


def _axes(plane: _Plane, marked: Sequence[float], said: Callable[[float], str]) -> list[str]:
    marks = []
    for value in marked:
        y = plane.y(value)
        across = [(float(LEFT_PX), y), (plane.width - plane.right, y)]
        marks += [
            canvas.line(across, stroke=tones.GUIDE),
            canvas.words(LEFT_PX - GAP_PX, y + 4, said(value), text_anchor="end"),
        ]
    under = plane.height - 4
    return marks + [
        canvas.words(plane.x(year), under, str(year), text_anchor="middle")
        for year in axis.years(plane.first, plane.last, int((plane.width - plane.right - LEFT_PX) / YEAR_PX))
    ]


def _line(line: Line, values: dict[int, float], plane: _Plane) -> list[str]:
    drawn: canvas.Attributes = {"stroke": line.tone, "stroke_width": LINE_PX, "stroke_linejoin": "round"}
    drawn |= {"stroke_dasharray": line.dashes} if line.dashes else {}
    marks = []
    for run in runs.unbroken(values, line.breaks):
        places = [(plane.x(year), plane.y(values[year])) for year in run]
        if len(run) > 1:
            marks.append(canvas.line(places, **drawn))
        marks += [canvas.mark("circle", cx=x, cy=y, r=DOT_PX, fill=line.tone) for x, y in places]
    return marks


def _names(lines: Sequence[Line], known: Sequence[dict[int, float]], plane: _Plane) -> list[str]:
    """The names at the right, each at the height of its newest value, moved apart where two would meet."""
    wanted = [(plane.y(values[max(values)]), line) for line, values in zip(lines, known, strict=True) if values]
    marks, lowest = [], 0.0
    wanted.sort(key=lambda pair: pair[0])
    for place, (y, line) in enumerate(wanted):
        most = plane.height - BOTTOM_PX - TEXT_PX * (len(wanted) - 1 - place)
        lowest = min(max(y + 4, lowest), most)
        marks.append(
            canvas.words(
                plane.width - plane.right + GAP_PX * 1.5,
                lowest,
                line.name,
                font_weight="bold",
                fill=tones.of_words(line.tone),
            )
        )
        lowest += TEXT_PX
    return marks
