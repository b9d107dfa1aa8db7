"""New files: written whole where there is nothing of their name."""

from pathlib import Path

from declint import files


def create(path: Path, text: str) -> bool:
    """Write a new file, folders included; False where something of that name is there already.

    What is there is never touched. Raises OSError where the system refuses; then no part of it stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        files.write_new(path, text.encode())
    except FileExistsError:
        return False
    return True
