"""Write the rule pages under docs/rules/ anew: ``python docs/write_rules.py``."""

from pathlib import Path

from declint.files import write_atomically
from declint.report.pages import pages
from declint.rules.catalogue import RULES

FOLDER = Path(__file__).parent / "rules"


def main() -> None:
    """Write every page, and remove those of rules that are no more."""
    written = pages(RULES)
    for name, text in written.items():
        write_atomically(FOLDER / name, text.encode())
    for path in FOLDER.glob("*.md"):
        if path.name not in written:
            path.unlink()


if __name__ == "__main__":
    main()
