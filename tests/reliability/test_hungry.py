"""A rule of another package that wants more memory than there is: a finding, and all others are printed."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.reliability.running import SECONDS, WRONG, environment

HUNGRY = """
import resource, runpy, sys
from declint.finding import Severity
from declint.rules import plugins
from declint.rules.catalogue import RULES
from declint.rules.kit import DeclarationRule
import declint.cli.check

def eats(declaration):
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))
        yield from ()

text = next(rule.docstring for rule in RULES if rule.code == "TGT001")
rule = DeclarationRule("ZZZ001", "of-another-package", Severity.WARNING, eats, docstring=text)
import declint.rules.registry as registry
registry.plugin_rules = lambda: [("another-package", rule)]
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 300_000_000, used + 300_000_000))
sys.argv = ["declint", *sys.argv[1:]]
runpy.run_module("declint", run_name="__main__")
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs limits on memory")
def test_a_rule_that_eats_all_memory(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", HUNGRY, "check", ".", "--output-format", "concise"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        env=environment(),
        check=False,
    )
    assert done.returncode == 4, done.stderr
    assert done.stdout.count("MemoryError") == 2
    assert done.stdout.count(" TGT001 ") == 2
    assert "Traceback" not in done.stderr
