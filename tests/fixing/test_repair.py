"""What counts as repaired, with rules made for the purpose."""

from collections.abc import Callable, Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Move, Place, Related, Safety, Severity, Words
from declint.fixing.repair import Outcome, checker, repair
from declint.rules.kit import AnyRule, CrossRule, DeclarationRule
from declint.run import Terms
from declint.settings import Settings
from declint.testing import BASE

SAY = Words("说", "say")


def fix(*edits: Edit | Move, safety: Safety = Safety.SAFE) -> Fix:
    return Fix(SAY, safety, edits)


def rule(code: str, check: Callable[[Declaration], Iterator[Finding]]) -> AnyRule:
    return DeclarationRule(code, code.lower(), Severity.ERROR, check)


def project(declaration: Declaration) -> tuple[str, Place]:
    field = declaration.field("项目名称")
    assert field
    return field.text, field.value


def replacing(code: str, old: str, new: str, **arguments: str) -> AnyRule:
    """A rule that wants ``new`` instead of ``old`` in the project's name, wherever it stands."""

    def check(declaration: Declaration) -> Iterator[Finding]:
        text, place = project(declaration)
        at = text.find(old)
        if at >= 0:
            here = place.within(at, at + len(old))
            yield Finding(here, SAY, SAY, {"old": old, **arguments}, fixes=(fix(Edit(here, new)),))

    return rule(code, check)


def refusing(code: str, word: str) -> AnyRule:
    """A rule that only finds: ``word`` in the project's name."""

    def check(declaration: Declaration) -> Iterator[Finding]:
        text, place = project(declaration)
        if word in text:
            yield Finding(place, SAY, SAY, {"word": word})

    return rule(code, check)


def run(name: str, *rules: AnyRule, unsafe: bool = False) -> tuple[str, Outcome]:
    text = BASE.replace("社区图书馆运行", name)
    outcome = repair(
        [("a.yaml", text.encode())], checker(lambda _: Terms(tuple(rules), Settings())), unsafe=unsafe
    )
    after = outcome.files[0].texts[1]
    start = after.index("项目名称: ") + len("项目名称: ")
    return after[start : after.index("\n", start)], outcome


def made(outcome: Outcome) -> list[str]:
    return [each.seen.rule.code for file in outcome.files for each in file.made]


def refused(outcome: Outcome) -> dict[str, tuple[list[str], list[str]]]:
    return {
        each.repair.seen.rule.code: (
            [new.rule.code for new in each.trouble.new],
            [stayed.rule.code for stayed in each.trouble.stayed],
        )
        for file in outcome.files
        for each in file.refused.values()
    }


def test_fixes_that_touch_wait_for_the_next_pass() -> None:
    """The first in the text comes first; the other is made where it still applies."""
    name, outcome = run("甲乙丙", replacing("B", "乙丙", "丁"), replacing("A", "甲乙", "戊"))
    assert name == "戊丙"
    assert made(outcome) == ["A"]
    name, outcome = run("甲乙丙", replacing("B", "丙", "丁"), replacing("A", "乙", "戊"))
    assert name == "甲戊丁"
    assert made(outcome) == ["A", "B"]


def test_of_two_fixes_for_one_stretch_the_first_by_code_is_made() -> None:
    rules = (replacing("B", "甲", "乙"), replacing("A", "甲", "丙"))
    assert run("甲", *rules)[0] == run("甲", *reversed(rules))[0] == "丙"


def test_a_fix_that_leaves_its_finding_is_not_made() -> None:
    name, outcome = run("甲", replacing("A", "甲", "甲甲"))
    assert name == "甲"
    assert refused(outcome) == {"A": ([], ["A"])}


def test_a_fix_that_brings_a_finding_is_not_made_and_the_others_are() -> None:
    name, outcome = run("甲-乙", replacing("A", "甲", "丙"), replacing("B", "乙", "丁"), refusing("C", "丙"))
    assert name == "甲-丁"
    assert made(outcome) == ["B"]
    assert refused(outcome) == {"A": (["C"], [])}


def test_a_swap_of_one_finding_for_another_of_its_rule_is_none() -> None:
    """The same rule elsewhere, with other arguments, is another mistake."""

    def check(declaration: Declaration) -> Iterator[Finding]:
        for row in declaration.indicators:
            if "年" in row.name:
                yield Finding(
                    row.key, SAY, SAY, {"name": row.name}, fixes=(fix(Edit(row.key, "图书编目准确率")),)
                )
            elif sum(each.name == row.name for each in declaration.indicators) > 1:
                yield Finding(row.key, SAY, SAY, {"name": row.name})

    text = BASE.replace("读者满意度:", "年满意度:")
    outcome = repair([("a.yaml", text.encode())], checker(lambda _: Terms((rule("A", check),), Settings())))
    assert outcome.files[0].texts[1] == text
    assert set(refused(outcome)) == {"A"}


def test_rules_that_undo_each_other_stop() -> None:
    name, outcome = run("甲", replacing("A", "甲", "乙"), replacing("B", "乙", "甲"))
    assert name == "甲"
    assert refused(outcome) == {"A": (["B"], [])}


def test_what_was_refused_is_tried_again_when_something_has_changed() -> None:
    """A brings C only while 丁 stands there; B takes it away."""

    def check(declaration: Declaration) -> Iterator[Finding]:
        text, place = project(declaration)
        if "丙" in text and "丁" in text:
            yield Finding(place, SAY, SAY)

    name, outcome = run("甲-丁", replacing("A", "甲", "丙"), replacing("B", "丁", "戊"), rule("C", check))
    assert name == "丙-戊"
    assert sorted(made(outcome)) == ["A", "B"]
    assert not refused(outcome)


def test_a_finding_that_quotes_what_was_edited_beside_it_is_the_same() -> None:
    def check(declaration: Declaration) -> Iterator[Finding]:
        text, place = project(declaration)
        yield Finding(place.within(len(text) - 1, len(text)), SAY, SAY, {"name": text})

    name, outcome = run("甲-乙", replacing("A", "甲", "丙"), rule("C", check))
    assert name == "丙-乙"
    assert made(outcome) == ["A"]


def test_unsafe_fixes_are_made_only_when_asked_for() -> None:
    def check(declaration: Declaration) -> Iterator[Finding]:
        text, place = project(declaration)
        if text == "甲":
            fixes = (fix(Edit(place, "乙"), safety=Safety.UNSAFE),)
            yield Finding(place, SAY, SAY, fixes=fixes)

    assert run("甲", rule("A", check))[0] == "甲"
    assert run("甲", rule("A", check), unsafe=True)[0] == "乙"


def test_a_rule_that_crashes_on_the_result_keeps_the_fix_from_being_made() -> None:
    def check(declaration: Declaration) -> Iterator[Finding]:
        if project(declaration)[0] == "乙":
            raise RuntimeError
        yield from ()

    name, outcome = run("甲", replacing("A", "甲", "乙"), rule("C", check))
    assert name == "甲"
    assert not outcome.report.crashed


def across(check: Callable[[Sequence[Facts]], Iterator[tuple[str, Finding]]]) -> CrossRule:
    return CrossRule("X", "x", Severity.ERROR, lambda facts, _settings: check(facts))


def two(one: str, other: str, *rules: AnyRule) -> tuple[list[str], Outcome]:
    inputs = [
        (f"{path}.yaml", BASE.replace("社区图书馆运行", name).encode())
        for path, name in (("a", one), ("b", other))
    ]
    outcome = repair(inputs, checker(lambda _: Terms(tuple(rules), Settings())))
    names = [file.texts[1].split("项目名称: ")[1].split("\n")[0] for file in outcome.files]
    return names, outcome


def same_names(facts: Sequence[Facts]) -> Iterator[tuple[str, Finding]]:
    """The second of two declarations of one name."""
    one, other = facts
    if one.name == other.name and one.project and other.project:
        related = (Related(one.project.value, SAY, one.path),)
        yield other.path, Finding(other.project.value, SAY, SAY, {"name": one.name}, related)


def test_a_fix_that_brings_a_finding_in_a_sibling_is_not_made() -> None:
    names, outcome = two("甲", "乙", replacing("A", "甲", "乙"), across(same_names))
    assert names == ["甲", "乙"]
    assert refused(outcome) == {"A": (["X"], [])}


def test_siblings_that_are_repaired_together_count_together() -> None:
    """Each fix alone would bring a finding; both together bring none."""

    def different(facts: Sequence[Facts]) -> Iterator[tuple[str, Finding]]:
        one, other = facts
        if one.name != other.name and one.project:
            yield one.path, Finding(one.project.value, SAY, SAY)

    names, outcome = two("甲", "甲", replacing("A", "甲", "乙"), across(different))
    assert names == ["乙", "乙"]
    assert not refused(outcome)


def test_where_siblings_disagree_what_can_be_made_alone_is_made() -> None:
    names, outcome = two(
        "甲-丁", "乙", replacing("A", "甲-", ""), replacing("B", "丁", "乙"), across(same_names)
    )
    assert names == ["丁", "乙"]
    assert made(outcome) == ["A"]
    assert refused(outcome) == {"B": (["X"], [])}


def test_files_that_cannot_be_opened_are_in_the_report_and_nowhere_else() -> None:
    outcome = repair([("a.yaml", OSError(13, "Permission denied"))], checker(lambda _: Terms((), Settings())))
    assert outcome.files == ()
    assert len(outcome.report.files) == 1
