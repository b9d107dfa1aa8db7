"""What the tables of GOL rules give is what one would find by looking at each row."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Indicator
from declint.declaration.target import read_target
from declint.language.coverage import Known, Profile, known, phrase
from declint.language.quantity import Operator
from declint.language.topics import spoken
from declint.language.values import Value, equal, same_measure, value_of
from declint.rules.gol.names import Names
from declint.rules.gol.rows import Rows

_WORDS = ("培训", "养护", "维护", "农技", "人员", "人次", "数量", "公路", "满意度", "次数", "a", "1")
_NAMES = st.lists(st.sampled_from(_WORDS), max_size=5).map("".join)
_TARGETS = st.sampled_from(
    (
        "≥20.00(场)",
        "=20.00(次)",
        "20-30(人)",
        "约20(人次)",
        "≥20000(米)",
        "=20(公里)",
        "≥20",
        "90%",
        "达标",
        "",
    )
)
_VALUES = st.builds(
    value_of,
    st.sampled_from(list(Operator)),
    st.sampled_from((Decimal(20), Decimal(21), Decimal(25), Decimal(90))),
    st.none() | st.just(Decimal(30)),
    st.sampled_from(("场", "次", "人", "人次", "公里", "%", "")),
)
_CATEGORY = Category("产出指标", "数量指标", (), Kind.QUANTITY)


@given(st.lists(st.tuples(_NAMES, _TARGETS), max_size=8), _VALUES)
def test_rows_of_a_value(given_rows: list[tuple[str, str]], value: Value) -> None:
    rows = Rows(Indicator(name, read_target(raw), _CATEGORY, (), ()) for name, raw in given_rows)
    numbers = [(row, row.value) for row in rows.all if row.value]
    assert rows.equal_to(value) == [row for row, other in numbers if equal(value, other)]
    assert rows.in_measure_of(value) == [row for row, other in numbers if same_measure(value, other)]
    assert rows.stating(value.number) == [row for row, _ in numbers if row.target.number == value.number]


@given(st.lists(_NAMES, max_size=8), _NAMES)
def test_names_that_share_a_pair(texts: list[str], said: str) -> None:
    names, pairs = Names(texts), phrase(spoken(said)).known.keys()
    shared = [
        number
        for number in range(len(texts))
        if not pairs.isdisjoint(names.named(number).name.own.known)
        or not pairs.isdisjoint(names.named(number).name.swapped.known)
    ]
    assert names.sharing(set(pairs)) == shared
    for pair, having in names.having.items():
        assert having == [number for number, text in enumerate(texts) if pair in spoken(text)]


@given(st.lists(_NAMES, max_size=5), _NAMES, _NAMES, _NAMES)
def test_a_character_takes_the_better_of_its_two_pairs(
    others: list[str], name: str, near: str, far: str
) -> None:
    profile = Names([name, *others]).named(0).own
    pairs = known((far, 0.55), (near, 1.0))
    assert profile.told_by(pairs) == _told(profile, pairs)


def _told(profile: Profile, pairs: Known) -> float:
    earned = [0.0] * len(profile.weights)
    for at, pair in enumerate(profile.pairs):
        for char in (at, at + 1):
            earned[char] = max(earned[char], pairs.get(pair, 0.0))
    got = 0.0
    for weight, credit in zip(profile.weights, earned, strict=True):
        got += weight * credit
    return got / profile.total if got else 0.0
