"""How comments that accept a finding go wrong."""

from declint.finding import Words
from declint.testing.mutations.draft import Draft
from declint.testing.mutations.mutation import Mutation, alone


def _commented(name: str, code: str, zh: str, en: str, comment: str) -> Mutation:
    """A comment behind the first row of the form."""

    def change(draft: Draft) -> str:
        end = draft.text.find("\n", draft.span(draft.declaration.indicators[0].value)[1])
        return f"{draft.text[:end]}  # declint: {comment}{draft.text[end:]}"

    return Mutation(name, code, Words(zh, en), alone(change))


COMMENTS = (
    _commented(
        "suppression-without-reason",
        "SUP001",
        "忽略注释没写理由",
        "a suppression without a reason",
        "ignore[TGT001]",
    ),
    _commented(
        "suppression-of-no-rule",
        "SUP002",
        "忽略注释写错代码",
        "a suppression of no rule",
        "ignore[TGT0X1] 理由：统一口径",
    ),
    _commented(
        "suppression-unused",
        "SUP003",
        "忽略注释用不着",
        "a suppression of nothing",
        "ignore[TGT001] 理由：统一口径",
    ),
    _commented(
        "suppression-expired",
        "SUP004",
        "忽略注释过期",
        "a suppression that has expired",
        "ignore[TGT001] 理由：统一口径 至 2020-06-30",
    ),
)
"""Mutations of suppressions."""
