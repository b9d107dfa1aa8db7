"""New files: written whole where there is nothing of their name."""

from pathlib import Path


def create(path: Path, text: str) -> bool:
    """Write a new file, folders included; False where something of that name is there already.

    What is there is never touched. Raises OSError where the system refuses; then no part of it stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
            except OSError:
                file.close()
                path.unlink()
                raise
    except FileExistsError:
        return False
    return True
