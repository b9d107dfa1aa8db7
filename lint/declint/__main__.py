"""``python -m declint``."""

from declint.cli import main

main()
