"""One declaration of a corpus, by its number."""

from collections.abc import Iterator

from benchmarks.drafting import goals, mistakes, rows
from benchmarks.drafting.bureau import FORMS_A_BUREAU, bureau_of
from benchmarks.drafting.draft import Draft
from benchmarks.drafting.wordings import chance_of, words
from benchmarks.drafting.writing import text_of


def file_name(number: int) -> str:
    """The path of a declaration in its corpus: a folder for each bureau."""
    return f"{number // FORMS_A_BUREAU:05d}/{number:06d}.yaml"


def declarations(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """``count`` declarations as (path in the corpus, text), sixteen to a bureau."""
    return ((file_name(number), declaration(number, seed)) for number in range(count))


def declaration(number: int, seed: int) -> str:
    """The text of the declaration of that number."""
    draft = drafted(number, seed)
    mistakes.make(draft)
    if draft.bureau.weights:
        rows.weigh(draft)
    return text_of(draft)


def drafted(number: int, seed: int) -> Draft:
    """The declaration of that number before any mistake is made in it."""
    bureau = bureau_of(number // FORMS_A_BUREAU, seed)
    chance = chance_of(seed, "form", number)
    years = 1 if chance.random() < 0.87 else chance.choice((2, 3))
    draft = Draft(
        bureau,
        chance,
        size=_size(chance.random()),
        project=_project(number, seed, chance.choice(words("common")["项目种类"])),
        unit=chance.choice(bureau.units),
        nature="阶段性项目" if years > 1 else chance.choice(words("common")["性质"]),
        years=years,
    )
    rows.fill(draft)
    if chance.random() < 0.15:
        draft.carried = draft.request // 5 // 1_000 * 1_000
    if years > 1:
        draft.whole = draft.request * years
    goals.fill(draft, draft.size - 600 - len(draft.rows) * rows.BYTES_OF_A_ROW)
    return draft


def _size(share: float) -> int:
    """The size, in bytes, that a share of all declarations stays below."""
    bounds = words("common")["长度"]
    step = int(share * (len(bounds) - 1))
    within = int(share * 1_000_000) - step * 1_000_000 // (len(bounds) - 1)
    low, high = bounds[step], bounds[step + 1]
    last = step == len(bounds) - 2
    part = within * (len(bounds) - 1)
    part = part * part // 1_000_000 * part // 1_000_000 if last else part
    return int(low + (high - low) * part // 1_000_000)


def _project(number: int, seed: int, kind: str) -> str:
    """The project's name: none twice in a bureau."""
    bureau = bureau_of(number // FORMS_A_BUREAU, seed)
    chance = chance_of(seed, "projects", bureau.number)
    stems, towns = bureau.field["项目"], chance.sample(words("common")["乡镇"], FORMS_A_BUREAU)
    own = number % FORMS_A_BUREAU
    town = f"{towns[own]}镇" if own >= len(stems) else chance_of(seed, number).choice(("", bureau.place))
    return f"{town}{stems[own % len(stems)]}{kind}"
