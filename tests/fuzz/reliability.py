"""Writes docs/reliability.md: what declint and two other tools make of hostile inputs.

python -m tests.fuzz.reliability
"""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.hostile import Input, inputs

from declint.report.terminal import clean

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
SECONDS = 5
MEMORY = 1_000_000_000
_WIDEST = 110
_TOOLS = {
    "yamllint": ("yamllint", "-f", "parsable"),
    "check-jsonschema": (
        "check-jsonschema",
        "--schemafile",
        str(ROOT / "schemas" / "declaration.schema.json"),
    ),
}


_HEAD = """\
# Hostile and unlucky input

<!-- Written by: python -m tests.fuzz.reliability -->

What declint makes of {count} inputs, and what two other tools make of the same files: yamllint with
its defaults, and check-jsonschema with the schema of declarations. They are good tools of another kind;
the comparison shows which inputs are dangerous. Exit codes of declint: 0 clean, 1 findings, 2 usage or
configuration, 3 nothing was checked, 4 internal error. What is unusual but says what it means is clean.

Every program had {limit} seconds and 1 GB. declint never crashed; its slowest run took
{slowest:.1f} s, its largest {largest:.0f} MB. Times hold the start of Python and differ from machine to
machine.

| input | declint says | exit | time | memory | yamllint | check-jsonschema |
| --- | --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class Outcome:
    """How a program ended; ``code`` is negative for a signal, None where it had to be stopped."""

    code: int | None
    seconds: float
    megabytes: float
    out: str
    err: str

    @property
    def crash(self) -> str:
        """The exception that a user would see, '' for none."""
        if "Traceback" not in self.err + self.out:
            return ""
        names = re.findall(
            r"^([A-Za-z_.]*(?:Error|Exception|Interrupt))\b", self.err + self.out, re.MULTILINE
        )
        return names[-1].rpartition(".")[2] if names else "?"


def run(words: list[str], folder: Path) -> Outcome:
    """Run a program with bounds on time and memory."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        running = subprocess.Popen(
            words,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, "DECLINT_LANG": "en", "NO_COLOR": "1", "PYTHONUTF8": "1"},
            preexec_fn=_bounded,  # noqa: PLW1509  (nothing else runs in this process)
        )
        stopped, peak = False, 0.0
        while running.poll() is None:
            peak = max(peak, _megabytes(running.pid))
            if time.monotonic() - start > SECONDS and not stopped:
                running.kill()
                stopped = True
            time.sleep(0.003)
        spent = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        said = (each.read().decode("utf-8", "replace") for each in (out, err))
        code = None if stopped else running.returncode
        return Outcome(code, spent, peak, *said)


def _megabytes(pid: int) -> float:
    """The most memory that a process has had so far; 0 where the system has no such file."""
    try:
        match = re.search(r"VmHWM:\s*(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    except OSError:
        return 0.0
    return int(match[1]) / 1024 if match else 0.0


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def said_by_declint(done: Outcome) -> str:
    """The worst finding, or what was said instead."""
    try:
        found = json.loads(done.out)["findings"]
    except (ValueError, KeyError):
        found = []
    if not found:
        lines = [line for line in done.err.splitlines() if line.strip()]
        return lines[-1].removeprefix("declint: ") if lines else "no finding"
    order = ("error", "warning", "note")
    worst = min(found, key=lambda each: (order.index(each["severity"]), not each["code"].startswith("SYN")))
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{worst['code']}: {worst['message']}{more}"


def told(done: Outcome) -> str:
    """How another tool ended."""
    if done.code is None:
        return f"no end within {SECONDS} s, {done.megabytes:.0f} MB"
    if done.code < 0:
        return f"killed by {signal.Signals(-done.code).name}, {done.megabytes:.0f} MB"
    how = f"crash: {done.crash}" if done.crash else f"exit {done.code}"
    return f"{how}, {done.seconds:.1f} s, {done.megabytes:.0f} MB"


def cell(text: str) -> str:
    """Text for a cell of a table: visible, on one line, not too long, no markup."""
    text = " ".join(clean(text).split())
    text = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
    return re.sub(r"([\\`*_{}\[\]<>|#$&~])", r"\\\1", text)


def rows() -> Iterator[tuple[Input, Outcome, dict[str, str]]]:
    """Every input with what the tools make of it."""
    for each in inputs():
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            each.put_into(folder)
            command = [sys.executable, "-P", "-m", "declint", "check", "--output-format", "json", *each.paths]
            done = run(command, folder)
            others = {
                name: told(run([*words, *each.paths], folder)) if each.others else "—"
                for name, words in _TOOLS.items()
            }
        print(
            f"{each.what}: {done.code} {done.seconds:.2f} s {said_by_declint(done)[:80]!r} {others}",
            flush=True,
        )
        yield each, done, others


def page() -> str:
    """The whole document."""
    found = list(rows())
    broken = [each.what for each, done, _ in found if done.code not in (0, 1, 2, 3) or done.crash]
    assert not broken, broken
    slowest = max(done.seconds for _, done, _ in found)
    largest = max(done.megabytes for _, done, _ in found)
    bounds = {"count": len(found), "limit": SECONDS, "slowest": slowest, "largest": largest}
    lines = [*_HEAD.format(**bounds).splitlines()]
    kind = ""
    for each, done, others in found:
        if each.kind != kind:
            kind = each.kind
            lines.append(f"| **{kind}** | | | | | | |")
        cells = (
            cell(each.what),
            cell(said_by_declint(done)),
            str(done.code),
            f"{done.seconds:.2f} s",
            f"{done.megabytes:.0f} MB",
            *(cell(text) for text in others.values()),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
