"""Corpora of generated declarations, made on demand and kept in a folder until the generator changes."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.drafting.declaration import declaration, declarations

SIZES = (1, 15, 1_000, 10_000, 100_000)
SEED = 1
CLEAN_SIZE = range(5_200, 5_800)
"""The bytes of the clean file: about the mean of a corpus."""
_BATCH = 25
_MOST_TRIED = 40


def default_folder() -> Path:
    """Where corpora are kept unless told otherwise."""
    return Path(tempfile.gettempdir()) / "declint-benchmarks"


@cache
def generator_key() -> str:
    """What the content of a corpus depends on besides its size and seed: the generator itself."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted((*(here / "drafting").glob("*.py"), *(here / "wordings").glob("*.yaml"))):
        digest.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def corpus(folder: Path, count: int, seed: int = SEED) -> Path:
    """The folder of ``count`` declarations, made where it is not there yet."""
    target = folder / generator_key() / f"{count}-{seed}"
    if not target.is_dir():
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        for name, text in declarations(count, seed):
            path = unfinished / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        unfinished.rename(target)
    return target


def copy_of(source: Path) -> Path:
    """A second copy of a corpus, for runs that change a file; made afresh."""
    target = source.with_name(f"{source.name}-edited")
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))


def clean_file(folder: Path, declint: str, seed: int = SEED) -> Path:
    """A declaration of the usual size for which ``declint check`` reports nothing.

    Raises LookupError where none is found, which says that a rule finds mistakes where there are none.
    """
    target = folder / generator_key() / f"clean-{seed}" / "clean.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not _flagged(declint, [target]):
        return target
    for batch in _batches(seed):
        with tempfile.TemporaryDirectory() as temporary:
            paths = []
            for number, text in batch:
                paths.append(Path(temporary) / f"{number}.yaml")
                paths[-1].write_bytes(text.encode())
            flagged = _flagged(declint, paths)
        for number, text in batch:
            if f"{number}.yaml" not in flagged:
                target.write_bytes(text.encode())
                return target
    message = f"no declaration among {_BATCH * _MOST_TRIED} of seed {seed} is clean"
    raise LookupError(message)


def _batches(seed: int) -> Iterator[list[tuple[int, str]]]:
    number = 0
    for _ in range(_MOST_TRIED):
        batch: list[tuple[int, str]] = []
        while len(batch) < _BATCH:
            text = declaration(number, seed)
            if len(text.encode()) in CLEAN_SIZE:
                batch.append((number, text))
            number += 1
        yield batch


def _flagged(declint: str, paths: list[Path]) -> set[str]:
    """The names of the files that have a finding of any severity."""
    command = [declint, "check", "--output-format", "json", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (our own tool)
    report: dict[str, Any] = json.loads(done.stdout)
    return {Path(finding["path"]).name for finding in report["findings"]}
