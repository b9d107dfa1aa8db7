"""Realistic declarations for benchmarks, the same bytes for the same seed on any machine.

python -m benchmarks.generate --files 1000
"""

import argparse
from pathlib import Path
from statistics import mean, median

from benchmarks.corpus import SEED, corpus, default_folder


def main() -> None:
    """Make a corpus and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=default_folder(), help="where corpora are kept")
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    made = corpus(given.folder, given.files, given.seed)
    sizes = [path.stat().st_size for path in made.rglob("*.yaml")]
    print(made)
    print(f"bytes a file: mean {mean(sizes):.0f}, median {median(sizes):.0f}, {min(sizes)}-{max(sizes)}")


if __name__ == "__main__":
    main()
