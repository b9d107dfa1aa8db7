"""Write docs/performance.md and its drawing from the results of a measurement.

python -m benchmarks.render
"""

import json
from pathlib import Path

from benchmarks.measuring.page import page
from benchmarks.measuring.plot import drawing
from benchmarks.measuring.series import TITLE, series

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
NOTES = ROOT / "benchmarks" / "notes.md"
"""What a person has to say of the figures that are out of reach; goes below the table of them."""


def render(results: Path, target: Path) -> None:
    """Write the page, and the drawing beside it."""
    known = json.loads(results.read_text(encoding="utf-8"))
    drawn = target.with_suffix(".svg")
    lines = series(known)
    if lines:
        drawn.write_text(drawing(TITLE, lines), encoding="utf-8")
    notes = NOTES.read_text(encoding="utf-8").strip() if NOTES.exists() else ""
    target.write_text(page(known, drawn.name if lines else "", notes), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    render(RESULTS, PAGE)
