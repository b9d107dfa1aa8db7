"""Settling the levels of the rows: which level 1 and level 2 each belongs to, after all have been read."""

from declint.declaration.edition import Edition, detect, kind_of
from declint.forms import wording
from declint.forms.columns import NAME, PROJECT_VALUE, VALUE
from declint.forms.draft import Draft, RawRow
from declint.forms.form import Indicator, Value
from declint.forms.grid import Cell
from declint.forms.parts import label_of


def settle(draft: Draft) -> None:
    """Turn the raw rows into indicators under their categories."""
    _lift_middle_labels(draft.rows)
    edition = _edition(draft)
    printed = list(dict.fromkeys(raw.label1 for raw in draft.rows if raw.label1))
    force: dict[str, tuple[str, str]] = {}
    placed: list[tuple[RawRow, str, str]] = []
    for raw in draft.rows:
        level1, level2 = _levels(raw, *force.get(raw.side, ("", "")), edition, printed)
        force[raw.side] = (level1, level2)
        placed.append((raw, level1, level2))
        _categorise(draft, raw, level1, level2)
    for raw, level1, level2 in _merged(placed):
        if NAME in raw.values:
            _add(draft, raw, level1, level2)


def _edition(draft: Draft) -> Edition:
    pairs, level1 = [], ""
    for raw in draft.rows:
        level1 = raw.label1 or level1
        if raw.label1 or raw.label2:
            pairs.append((level1, raw.label2))
    year = draft.form.fields.get("年度")
    return detect(pairs, int(year.text) if year and year.text.isdigit() else None)


def _levels(raw: RawRow, level1: str, level2: str, edition: Edition, printed: list[str]) -> tuple[str, str]:
    """The levels of a row, from what is printed on it and what was in force before it.

    ``printed`` are the level-1 labels of the form, whose wording is kept where one was lost.
    """
    if raw.label1:
        alone = not raw.label2 and kind_of(raw.label1) is not None
        second = raw.label2 or (raw.label1 if alone else level2)
        if not raw.label2 and second and not alone:
            slipped = not edition.has(raw.label1, second)
            words = wording.SLIPPED if slipped else wording.CARRIED
            raw.note(words, raw.cell1, level1=raw.label1, level2=second)
        return raw.label1, second
    if not raw.label2:
        return level1, level2
    if not level1 or (not raw.holds1 and not edition.has(level1, raw.label2)):
        kind = kind_of(raw.label2)
        home = edition.level1_of(kind) if kind else None
        if home:
            home = next((label for label in printed if edition.level1(label) == home), home)
            raw.note(wording.LOST_LEVEL1, raw.cell2, level2=raw.label2, level1=home)
            return home, raw.label2
    return level1, raw.label2


def _categorise(draft: Draft, raw: RawRow, level1: str, level2: str) -> None:
    cell: Cell | None = raw.cell2 or raw.cell1
    if level1 or level2:
        draft.form.categories.setdefault((level1, level2), cell)


def _merged(placed: list[tuple[RawRow, str, str]]) -> list[tuple[RawRow, str, str]]:
    """Where project and year stand side by side, one row for an indicator that is on both sides."""
    years = {
        (level1, level2, "".join(raw.values[NAME].text.split())): raw
        for raw, level1, level2 in placed
        if raw.side == "年度" and NAME in raw.values
    }
    kept = []
    for raw, level1, level2 in placed:
        twin = None
        if raw.side == "项目" and NAME in raw.values:
            twin = years.get((level1, level2, "".join(raw.values[NAME].text.split())))
        if twin is None:
            kept.append((raw, level1, level2))
        elif PROJECT_VALUE in raw.values:
            twin.values[PROJECT_VALUE] = raw.values[PROJECT_VALUE]
    return kept


def _add(draft: Draft, raw: RawRow, level1: str, level2: str) -> None:
    number = len(draft.form.indicators)
    name = raw.values[NAME]
    columns = {VALUE: raw.values.get(VALUE, Value("", label=name.cell))}
    columns |= {label: value for label, value in raw.values.items() if label not in (NAME, VALUE)}
    draft.form.indicators.append(Indicator(level1, level2, name, columns))
    for words, arguments, cell in raw.notes:
        draft.decide(words, cell, number, **arguments)
    if not columns[VALUE].text:
        draft.decide(wording.MISSING_VALUE, name.cell, number)
    if not level2:
        draft.decide(wording.NO_LEVEL2, name.cell, number)


def _lift_middle_labels(rows: list[RawRow]) -> None:
    """Where labels stand in the middle of their blocks, put each on the first row of its block.

    Shown by rows above the first label of all: they can only belong to it.
    """
    if any(raw.holds1 or raw.side for raw in rows):
        return
    for rank in (2, 1):
        marked = [number for number, raw in enumerate(rows) if label_of(raw, rank)]
        if marked and marked[0] > 0:
            for number, start in zip(marked, block_starts(marked, len(rows)), strict=True):
                if start < number:
                    _move(rows[number], rows[start], rank)


def block_starts(marked: list[int], count: int) -> list[int]:
    """The first row of each block, where each label stands in the middle of its block.

    A block of an even number of rows has its label above the middle, or else below it. Where no division into
    such blocks fills the table, only the first block begins above its label.
    """
    ways: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for mark in marked:
        further: dict[int, tuple[int, list[int]]] = {}
        for start, (cost, starts) in ways.items():
            above = mark - start
            for size, more in ((2 * above + 1, 0), (2 * above + 2, 1), (2 * above, 2)):
                if 0 <= above < size:
                    way = (cost + more, [*starts, start])
                    further[start + size] = min(way, further.get(start + size, way))
        ways = further
    return ways[count][1] if count in ways else [0, *marked[1:]]


def _move(source: RawRow, target: RawRow, rank: int) -> None:
    if rank == 1:
        target.label1, target.cell1, source.label1 = source.label1, source.cell1, ""
        target.note(wording.MIDDLE_LABEL, target.cell1, label=target.label1)
    else:
        target.label2, target.cell2, source.label2 = source.label2, source.cell2, ""
        target.note(wording.MIDDLE_LABEL, target.cell2, label=target.label2)
