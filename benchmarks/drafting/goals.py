"""The goals of a draft: promises that the rows carry, among prose that promises nothing measurable."""

from collections.abc import Callable

from benchmarks.drafting.draft import Action, Draft, Promise
from benchmarks.drafting.wordings import words

BYTES_OF_A_CHARACTER = 3


def amount(draft: Draft, action: Action) -> str:
    """The number and its unit as the bureau writes them in prose."""
    return f"{action.number} {action.unit}" if draft.bureau.spaced else f"{action.number}{action.unit}"


def promise(draft: Draft, action: Action) -> Promise:
    """A sentence that promises an action."""
    goals = words("common")["目标"]
    forms = goals["办活动承诺"] if action.sort == "活动" else goals["承诺"]
    text = draft.chance.choice(forms).format(
        做=action.deed,
        什么=action.thing,
        数=("" if not draft.bureau.spaced else " ") + amount(draft, action),
        不少于=draft.chance.choice(goals["不少于"]),
        对象=draft.chance.choice(draft.bureau.field["对象"]),
    )
    return Promise(text, action)


def fill(draft: Draft, bytes_left: int) -> None:
    """Write the goals, about ``bytes_left`` long."""
    chance = draft.chance
    promised = [promise(draft, action) for action in draft.actions if chance.random() < 0.85]
    if not promised:
        promised = [promise(draft, draft.actions[0])]
    room = bytes_left - sum(len(each.text) + 1 for each in promised) * BYTES_OF_A_CHARACTER
    prose = _prose(draft)
    between: list[Promise] = []
    while room > 60:
        sentence = prose()
        between.append(Promise(sentence))
        room -= (len(sentence) + 1) * BYTES_OF_A_CHARACTER
    opening = Promise(_fill_in(draft, chance.choice(words("common")["目标"]["开头"])))
    ending = Promise(_fill_in(draft, chance.choice(words("common")["目标"]["结尾"])))
    mixed = [*promised, *between]
    chance.shuffle(mixed)
    draft.goals = _paragraphs(draft, [opening, *mixed, ending])
    if draft.years > 1:
        draft.whole_goals = _whole(draft)


def _whole(draft: Draft) -> str:
    action = draft.actions[0]
    number = Action(action.sort, action.deed, action.thing, action.unit, action.number * draft.years)
    purpose = draft.chance.choice(draft.bureau.field["成效"])
    deed = f"期内累计{action.deed}{action.thing}{amount(draft, number)}以上"
    return f"项目分{'零一两三四'[draft.years]}年实施，{deed}，{purpose}。"


def _prose(draft: Draft) -> Callable[[], str]:
    forms, said = words("common")["目标"]["接着"], set[str]()

    def sentence() -> str:
        for _ in range(6):
            text = _fill_in(draft, draft.chance.choice(forms))
            if text not in said:
                break
        said.add(text)
        return text

    return sentence


def _fill_in(draft: Draft, form: str) -> str:
    goals, choice, field = words("common")["目标"], draft.chance.choice, draft.bureau.field
    action = choice(draft.actions)
    parts = {part: choice(goals[part]) for part in ("主体", "方式", "动词", "内容", "文书")}
    parts |= {"什么": action.thing, "做": action.deed, "对象": choice(field["对象"])}
    parts |= {"地": draft.bureau.place, "镇": choice(words("common")["乡镇"])}
    parts["果"] = choice(goals["果"]).format(**parts)
    parts["手段"] = choice(goals["何样"]) + choice(field["手段"])
    parts["成效"] = choice(goals["何种"]) + choice(field["成效"])
    parts["背景"] = choice(goals["何处"]).format(**parts) + choice(field["背景"])
    return form.format(**parts)


def _paragraphs(draft: Draft, sentences: list[Promise]) -> list[list[Promise]]:
    if len(sentences) < 7:
        return [sentences]
    size = draft.chance.randint(5, 9)
    return [sentences[start : start + size] for start in range(0, len(sentences), size)]
