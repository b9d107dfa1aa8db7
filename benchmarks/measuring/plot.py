"""Time against the number of files for every tool, as a drawing with logarithmic axes."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

WIDTH, HEIGHT = 860, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 250, 46, 56
COLOURS = ("#0b6e4f", "#3aa17e", "#8fd0b5", "#444444", "#b0b0b0", "#1f5fbf", "#c2571a", "#8a3ab9", "#b3261e")
DASHED = ("libyaml load", "plain read")
_LINE = 15
"""The least distance of two labels."""
_SANS = "font-family='-apple-system, Segoe UI, Helvetica, Arial, Noto Sans CJK SC, sans-serif'"


def drawing(title: str, lines: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """The drawing as SVG: each line is its points as (number of files, seconds)."""
    drawn = {name: points for name, points in lines.items() if points}
    every = [point for points in drawn.values() for point in points]
    most = 10 ** _up(max(x for x, _ in every))
    low, high = _down(min(y for _, y in every)), _up(max(y for _, y in every))

    def across(files: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(files) / log10(most)

    def up(seconds: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (log10(seconds) - low) / (high - low)

    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img' {_SANS}>",
        f"<title>{escape(title)}</title>",
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#ffffff'/>",
        _text(LEFT, 26, title, size=16),
    ]
    for power in range(round(log10(most)) + 1):
        x = across(10**power)
        parts.append(_rule(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_text(x, HEIGHT - BOTTOM + 20, f"{10**power:,}", anchor="middle"))
    for power in range(low, high + 1):
        y = up(10.0**power)
        parts.append(_rule(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_text(LEFT - 8, y + 4, f"{10.0**power:g} s", anchor="end"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "number of files · 文件数", anchor="middle"))
    places = _apart({name: up(points[-1][1]) for name, points in drawn.items()})
    for (name, points), colour in zip(drawn.items(), _colours(len(drawn)), strict=True):
        at = [(across(x), up(y)) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        dash = " stroke-dasharray='6 4'" if name in DASHED else ""
        parts.append(f"<polyline points='{path}' fill='none' stroke='{colour}' stroke-width='2'{dash}/>")
        parts += [f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3.2' fill='{colour}'/>" for x, y in at]
        edge = WIDTH - RIGHT + 22
        parts.append(
            f"<line x1='{at[-1][0] + 5:.1f}' y1='{at[-1][1]:.1f}' x2='{edge - 4}' y2='{places[name]:.1f}' "
            f"stroke='{colour}' stroke-width='0.7' stroke-dasharray='2 3'/>"
        )
        parts.append(_text(edge, places[name] + 4, name, colour=colour))
    return "\n".join((*parts, "</svg>", ""))


def _colours(count: int) -> list[str]:
    return [COLOURS[number % len(COLOURS)] for number in range(count)]


def _up(value: float) -> int:
    return -int(-log10(value) // 1)


def _down(value: float) -> int:
    return int(log10(value) // 1)


def _apart(wanted: Mapping[str, float]) -> dict[str, float]:
    """The heights of labels, moved down until no two overlap, then up again where they run out."""
    order = sorted(wanted, key=lambda name: wanted[name])
    placed: dict[str, float] = {}
    last = TOP - _LINE * 1.0
    for name in order:
        last = placed[name] = max(wanted[name], last + _LINE)
    last = HEIGHT - BOTTOM + _LINE * 1.0
    for name in reversed(order):
        last = placed[name] = min(placed[name], last - _LINE)
    return placed


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"<line x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}' stroke='#e2e2e2'/>"


def _text(
    x: float, y: float, text: str, *, size: int = 12, anchor: str = "start", colour: str = "#333333"
) -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}' fill='{colour}'>"
        f"{escape(text)}</text>"
    )
