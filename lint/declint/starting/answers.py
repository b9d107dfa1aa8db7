"""What is answered or given as a flag when a form is begun: text in, a value of the form out, or why not."""

import datetime
from decimal import Decimal

from declint.declaration.amount import read_amount
from declint.declaration.edition import Edition, edition_named, editions
from declint.language.dates import date_mentions
from declint.language.width import half

LONGEST = 300
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class BadAnswerError(Exception):
    """What was answered can't stand on the form; ``zh`` and ``en`` say why and what to write."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en

    def about(self, label: str) -> "BadAnswerError":
        """The same with the label of the value in front."""
        return BadAnswerError(f"{label}：{self.zh}", f"{label}: {self.en}")


def read_text(text: str) -> str:
    """One line of text, blanks around it removed; '' stays blank. Raises BadAnswerError."""
    text = text.strip()
    if len(text) > LONGEST:
        raise BadAnswerError(
            f"太长（{len(text)} 个字），最多 {LONGEST} 个字",
            f"too long ({len(text)} characters), at most {LONGEST}",
        )
    return _visible(text)


def _visible(text: str) -> str:
    for char in text:
        if not char.isprintable() and char != "\u3000":
            raise BadAnswerError(
                f"含有看不见的字符（U+{ord(char):04X}），请删去后重新输入",
                f"has an invisible character (U+{ord(char):04X}); please type it anew",
            )
    return text


def read_name(text: str) -> str:
    """项目名称: one line that says something. Raises BadAnswerError."""
    text = read_text(text)
    if not any(char.isalnum() for char in text):
        raise BadAnswerError("不能为空，也不能只有标点", "can't be blank or punctuation only")
    return text


def read_year(text: str) -> int:
    """年度: four digits. Raises BadAnswerError."""
    digits = half(text).strip().removesuffix("年度").removesuffix("年")
    if digits.isascii() and digits.isdigit() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return int(digits)
    raise BadAnswerError(
        f"“{text}”不是年度，请写四位数字，如 2026", f"“{text}” is no year; write four digits, such as 2026"
    )


def read_day(text: str) -> datetime.date | None:
    """A planned day, or None where it is blank. Raises BadAnswerError."""
    text = text.strip()
    if not text:
        return None
    for mention in date_mentions(text):
        if mention.month and mention.day and len(text) == mention.end - mention.start:
            try:
                return datetime.date(mention.year, mention.month, mention.day)
            except ValueError:
                break
    raise BadAnswerError(
        f"“{text}”不是日期，请写成 2026-01-01 这样", f"“{text}” is no day; write it as 2026-01-01"
    )


def read_money(text: str) -> Decimal | None:
    """A sum in 元, or None where it is blank; 万元 and separators are understood. Raises BadAnswerError."""
    text = text.strip()
    if not text:
        return None
    yuan = read_amount(text, "元")
    if yuan is None:
        raise BadAnswerError(
            f"“{text}”不是金额，请写数字（单位元），如 500000 或 50万元",
            f"“{text}” is no amount; write a number (in 元), such as 500000 or 50万元",
        )
    if yuan < 0 or yuan != yuan.quantize(Decimal("0.01")):
        raise BadAnswerError(
            f"“{text}”不能作为金额：不能是负数，最多精确到分",
            f"“{text}” can't be the amount: not negative, two decimals at most",
        )
    return yuan


def read_edition(text: str) -> Edition:
    """表式: the edition of that name; blank means the one in force. Raises BadAnswerError."""
    edition = edition_named(text) if text.strip() else editions()[0]
    if edition is None:
        known = "、".join(f"{each.short}（{each.name}）" for each in editions())
        raise BadAnswerError(
            f"没有表式“{text}”。可用的有：{known}", f"no edition “{text}”. There are: {known}"
        )
    return edition


def read_goal(text: str) -> str:
    """年度总体目标: paragraphs of text, blanks around each line removed. Raises BadAnswerError."""
    lines = (_visible(line.replace("\t", " ").strip()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
