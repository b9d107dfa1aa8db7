"""The lines of the drawing: what each tool takes on each number of files."""

from benchmarks.measuring.ratios import LOAD, ONE, PLAIN, READ, TWO, WARM, Results, figure, rounds

TITLE = "Seconds for a whole run, by number of files · 检查一遍所需秒数"
CASES = ("one", "fifteen", "1000", "10000", "100000")
LINES = {
    "declint, no cache, one process": (PLAIN, ONE),
    "declint, no cache, two processes": (TWO,),
    "declint, warm cache": (WARM,),
    LOAD: (LOAD,),
    READ: (READ,),
    "ajv-cli": ("ajv",),
    "check-jsonschema": ("check-jsonschema",),
    "spectral, ten rules": ("spectral",),
    "yamllint": ("yamllint",),
}
"""What each line is called, and the entries that it is drawn from."""


def series(results: Results) -> dict[str, list[tuple[float, float]]]:
    """The measured points of each line as (number of files, seconds), lines of one point left out."""
    found = {}
    for name, entries in LINES.items():
        points = [
            (float(results["cases"][case]["files"]), taken.middle)
            for case in CASES
            for entry in entries
            if (taken := figure(rounds(results, case, entry)))
        ]
        if len(points) > 1:
            found[name] = points
    return found
