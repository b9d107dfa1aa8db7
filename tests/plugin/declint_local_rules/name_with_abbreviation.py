"""项目名称用了简称“信息化”
The project's name uses an abbreviation

## 查什么
项目名称里只写“信息化”，没有写明是哪个系统。

## What
A project's name that says only “信息化”.

## 为什么
本局要求项目名称写明系统名称。

## Why
The bureau wants the system named.

## 错误示例 Wrong
```yaml
项目名称: 信息化
```

## 正确示例 Right
```yaml
项目名称: 不动产登记系统升级
```

## 依据 Source
本局内部规定 · a rule of the bureau
"""

from collections.abc import Iterator

from declint import Declaration, Finding, Severity, Words, rule


@rule("LOC001", "name-with-abbreviation", severity=Severity.WARNING, aliases=("abbreviated-name", "LOC091"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the name where it is only the abbreviation."""
    field = declaration.field("项目名称")
    if field and field.text == "信息化":
        yield Finding(
            field.value,
            Words("项目名称“{name}”没有写明是哪个系统", "the name “{name}” does not say which system"),
            Words("写明系统名称", "name the system"),
            {"name": field.text},
        )
