"""Where a declaration names a year that is not its own."""

from collections.abc import Iterator, Sequence

from declint.declaration.model import Declaration, Field, Indicator
from declint.declaration.target import TargetKind
from declint.finding import Part, Place
from declint.language import measures
from declint.language.lexicon import words
from declint.language.plans import Reading, reads_as_plan
from declint.language.years import YearMention, may_name_year, plain_text, year_mentions

Wrong = tuple[YearMention, Reading, str, Place]
_BEGINNINGS = ("开工", "启动", "开始", "招标", "立项", "进场", "签订", "成立", "注册", "入驻")
_DONE = ("完成", "竣工", "完工", "上线", "交付", "结项", "验收", "投入使用", "建成")
_CARRIED = ("结转", "尾款", "余款", "续建", "剩余", "往年", "以前年度", "跨年", "欠付", "未支付")
_PREPARATION = ("预算", "储备", "前期", "申报", "征集", "筹备", "规划", "准备")


def years_of_project(declaration: Declaration, year: int) -> range:
    """The years that a plan may be for: the form's and those of the project's planned dates."""
    period = declaration.period
    if not period or period[1] < period[0]:
        return range(year, year + 1)
    return range(min(year, period[0].year), max(year, period[1].year) + 1)


def wrong_in_prose(fields: Sequence[Field], years: range, year: int) -> Iterator[Wrong]:
    """Plans for another year in the goals, one a sentence."""
    for field in fields:
        yield from _wrong_plans(field.text, field.value, years, year)


def _wrong_plans(text: str, place: Place, years: range, year: int) -> Iterator[Wrong]:
    said: set[tuple[int, int]] = set()
    for mention in year_mentions(text):
        if mention.year in years:
            continue
        plain = plain_text(text)
        reading = reads_as_plan(plain, mention, year)
        sentence = max(plain.rfind(mark, max(0, mention.start - 400), mention.start) for mark in "。;\n")
        if reading and (sentence, mention.year) not in said:
            said.add((sentence, mention.year))
            yield mention, reading, text, place


def wrong_in_indicators(declaration: Declaration, years: range, year: int) -> Iterator[Wrong]:
    """Plans and deadlines for another year in names and targets."""
    for indicator in declaration.indicators:
        target = indicator.target
        if not (may_name_year(indicator.name) or may_name_year(target.raw)):
            continue
        if target.kind is TargetKind.DATE or _is_year(indicator):
            yield from _wrong_deadline(indicator, declaration, years, year)
        elif target.is_text:
            yield from _wrong_in_text(indicator, years, year)
        for mention in year_mentions(indicator.name):
            if mention.year not in years and _names_occasion(indicator.name, mention, year):
                yield mention, Reading.OCCASION, indicator.name, Place(indicator.path, Part.KEY)


def _is_year(indicator: Indicator) -> bool:
    """A bare 2026 behind 完成时间 is a year."""
    measure = indicator.measure
    return (
        indicator.target.is_number
        and not indicator.target.unit
        and measure is not None
        and measure.name == measures.POINT_IN_TIME
    )


def _wrong_deadline(
    indicator: Indicator, declaration: Declaration, years: range, year: int
) -> Iterator[Wrong]:
    text = indicator.target.raw
    for mention in year_mentions(text):
        if mention.year in years or abs(mention.year - year) > 20:
            continue
        if mention.year < year and any(word in indicator.name for word in _BEGINNINGS):
            continue
        if mention.year > year and declaration.period is None:
            continue
        yield mention, Reading.DEADLINE, text, indicator.value
        return


def _wrong_in_text(indicator: Indicator, years: range, year: int) -> Iterator[Wrong]:
    """A text target is a plan by nature, so that a month and a verb of completion are enough."""
    text = indicator.target.raw
    found = list(_wrong_plans(text, indicator.value, years, year))
    yield from found
    if found:
        return
    due = _is_due_date(indicator, years)
    for mention in year_mentions(text):
        if mention.year in years or abs(mention.year - year) != 1:
            continue
        if due or (mention.month and _completes(plain_text(text), mention)):
            yield mention, Reading.DEADLINE, text, indicator.value
            return


def _is_due_date(indicator: Indicator, years: range) -> bool:
    """项目完工时间: 2025年汛期前: words that begin with a year, and name none of the project's."""
    measure, text = indicator.measure, indicator.target.raw
    if measure is None or measure.name != measures.POINT_IN_TIME:
        return False
    if any(word in indicator.name for word in _BEGINNINGS) or any(
        word in text for word in words("years", "已往")
    ):
        return False
    found = list(year_mentions(text))
    return bool(found) and found[0].start == 0 and all(each.year not in years for each in found)


def _completes(plain: str, mention: YearMention) -> bool:
    before, after = plain[: mention.start], plain[mention.end :]
    before = before.strip(" ,")
    if before.endswith(words("years", "比较前")) and not before.endswith(("截至", "截止", "至", "到")):
        return False
    return any(word in after for word in _DONE) and not any(word in plain for word in words("years", "已往"))


def _names_occasion(name: str, mention: YearMention, year: int) -> bool:
    """2025年科技节参与人数 in the form for 2026; reports and accounts of last year aside."""
    plain = plain_text(name)
    after = plain[mention.end :]
    if not mention.marked or abs(mention.year - year) != 1:
        return False
    if plain[: mention.start].strip(" (").endswith(words("years", "比较前")):
        return False
    if after.startswith((*words("years", "版本"), *words("years", "比较后"))):
        return False
    excused = ("往年", "评选", "已往") if mention.year < year else ("下年", "远景")
    if any(word in plain for key in excused for word in words("years", key)):
        return False
    sets_out = not plain[: mention.start].strip() and after.startswith(words("years", "动词"))
    if sets_out or (mention.before and mention.late):
        return True
    return any(word in after for word in words("years", "场合") if word not in ("工作", "任务", "目标"))


def wrong_in_name(
    declaration: Declaration, years: range, year: int
) -> Iterator[tuple[YearMention, str, Place]]:
    """A project named for another year, unless it is carried over or prepares the next one."""
    field = declaration.field("项目名称")
    if field is None or not field.text:
        return
    mentions = [
        mention
        for mention in year_mentions(field.text)
        if mention.year not in years and mention.marked and abs(mention.year - year) <= 3
    ]
    if not mentions:
        return
    carried = declaration.amount("年度资金/上年结转资金")
    goals = plain_text("".join(each.text for each in declaration.goals))
    name = plain_text(field.text)
    if any(word in name for word in words("years", "结转项目")) or any(word in goals for word in _CARRIED):
        return
    for mention in mentions:
        if mention.year < year and carried and carried.yuan:
            continue
        if mention.year > year and any(word in name for word in _PREPARATION):
            continue
        if name.startswith(words("years", "版本"), mention.end) or f"{mention.year}" in goals:
            continue
        yield mention, field.text, field.value
