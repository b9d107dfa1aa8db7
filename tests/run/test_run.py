"""One run: nothing hides anything else."""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.model import Declaration
from declint.finding import Finding, Severity, Stretch, Words
from declint.rules.catalogue import RULES
from declint.rules.kit import cross_rule, rule
from declint.run import check_files
from declint.settings import Settings
from declint.testing import BASE

WORDS = Words("有问题：{name}", "wrong: {name}")


@rule("ZZZ001", "crashes", severity=Severity.ERROR)
def crashes(declaration: Declaration) -> Iterator[Finding]:
    """Crash after one finding."""
    field = declaration.fields["项目名称"]
    yield Finding(field.value, WORDS, WORDS, {"name": "甲"})
    message = "oh"
    raise RuntimeError(message)


@rule("ZZZ002", "works", severity=Severity.NOTE)
def works(declaration: Declaration) -> Iterator[Finding]:
    """Report every name."""
    field = declaration.fields["项目名称"]
    yield Finding(field.value, WORDS, WORDS, {"name": "乙"})


@rule("ZZZ003", "specific", severity=Severity.NOTE)
def specific(declaration: Declaration) -> Iterator[Finding]:
    """Report every indicator."""
    for indicator in declaration.indicators:
        yield Finding(indicator.key, WORDS, WORDS, {"name": indicator.name})


@rule("ZZZ004", "general", severity=Severity.NOTE, gives_way_to=("ZZZ003",))
def general(declaration: Declaration) -> Iterator[Finding]:
    """Report every target."""
    for indicator in declaration.indicators:
        yield Finding(indicator.value, WORDS, WORDS, {"name": indicator.name})


@cross_rule("ZZZ005", "crashes-across", severity=Severity.ERROR)
def crashes_across(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Crash at once."""
    yield facts[99].path, Finding(Stretch(0, 0), WORDS, WORDS)


def codes(*rules: object, files: int = 1) -> list[str]:
    inputs = [(f"{number}.yaml", BASE.encode()) for number in range(files)]
    return [result.rule.code for result in check_files(inputs, rules, Settings()).results]  # type: ignore[arg-type]


def test_a_crash_is_a_finding_and_hides_no_other() -> None:
    report = check_files([("a.yaml", BASE.encode())], (crashes, works), Settings())
    assert report.crashed
    assert sorted(result.rule.code for result in report.results) == ["ZZZ001", "ZZZ001", "ZZZ002"]
    crash = next(each for each in report.results if "RuntimeError" in str(each.finding.arguments))
    assert "ZZZ001" in crash.finding.message.say("zh", crash.finding.arguments)


def test_a_crash_across_files_is_a_finding() -> None:
    report = check_files(
        [("a.yaml", BASE.encode()), ("b.yaml", BASE.encode())], (crashes_across, works), Settings()
    )
    assert report.crashed
    assert [result.rule.code for result in report.results].count("ZZZ002") == 2


def test_the_more_specific_rule_speaks() -> None:
    assert set(codes(specific, general)) == {"ZZZ003"}
    assert set(codes(general)) == {"ZZZ004"}


def test_an_unreadable_file_hides_no_other() -> None:
    inputs: list[tuple[str, bytes | OSError]] = [
        ("a.yaml", b"\xff\xff\xff"),
        ("b.yaml", PermissionError(13, "Permission denied")),
        ("c.yaml", BASE.encode()),
    ]
    defaults = tuple(rule for rule in RULES if rule.default)
    report = check_files(inputs, (*defaults, works), Settings())
    found = [(result.file.path, result.rule.code) for result in report.results]
    assert found == [("a.yaml", "SYN001"), ("b.yaml", "SYN001"), ("c.yaml", "ZZZ002")]
    assert report.files_read == 2


def test_results_are_in_the_order_of_files_and_places() -> None:
    report = check_files(
        [("b.yaml", BASE.encode()), ("a.yaml", BASE.encode())], (specific, works), Settings()
    )
    orders = [result.order for result in report.results]
    assert orders == sorted(orders)
    assert report.results[0].file.path == "a.yaml"
