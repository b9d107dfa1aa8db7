"""文件编码不是 UTF-8
The file is not encoded in UTF-8

## 查什么
文件带 BOM，或者编码是 UTF-16、GB18030（GBK）。内容照常检查，只提示改编码。

## What
Files with a byte order mark, in UTF-16 or in GB18030 (GBK). They are read and checked all the same.

## 为什么
别的软件按 UTF-8 打开时会显示乱码，或把开头的 BOM 当成第一个栏目名的一部分。

## Why
Other programs expect UTF-8 and show garbage, or take the mark for a part of the first label.

## 错误示例 Wrong
```yaml
项目名称: 农村饮水安全巩固提升
```
```toml
encoding = "gb18030"
```
---
```yaml
项目名称: 农村饮水安全巩固提升
```
```toml
encoding = "utf-8-sig"
```

## 正确示例 Right
```yaml
项目名称: 农村饮水安全巩固提升
```

## 依据 Source
YAML 1.2 与 JSON 通行 UTF-8；格式约定 · the format: UTF-8 without a mark
"""

from collections.abc import Iterator

from declint.declaration.reading import Reading
from declint.declaration.source import Encoding
from declint.finding import Finding, Fix, Reencode, Stretch, Words
from declint.rules.kit import SAFE, WARNING, reading_rule

_MESSAGE = Words("文件编码是 {encoding}，应是 UTF-8", "the file is encoded in {encoding}, not in UTF-8")
_MARK = Words("文件开头有 BOM（三个看不见的字节）", "the file starts with a byte order mark")
_ADVICE = Words(
    "用记事本打开，“另存为”时编码选“UTF-8”（不选“带有 BOM 的 UTF-8”），文字不变",
    "save it as UTF-8 without a byte order mark; the text stays as it is",
)


_TITLE = Words("改存为不带 BOM 的 UTF-8，文字不变", "write it in UTF-8 without a mark; the text stays")


@reading_rule("SYN004", "encoding-not-utf8", severity=WARNING, fix=SAFE)
def check(reading: Reading) -> Iterator[Finding]:
    """Yield the encoding where it is another than UTF-8."""
    encoding = reading.source.encoding
    if encoding is not Encoding.UTF_8:
        message = _MARK if encoding is Encoding.UTF_8_BOM else _MESSAGE
        fixes = (Fix(_TITLE, SAFE, (Reencode(),)),) if _is_certain(reading) else ()
        yield Finding(Stretch(0, 0), message, _ADVICE, {"encoding": str(encoding)}, fixes=fixes)


def _is_certain(reading: Reading) -> bool:
    """Whether every line is in the encoding of the file: UTF-8 that was pasted into GB18030 is not."""
    if reading.source.encoding is not Encoding.GB18030:
        return True
    return not any(_is_utf_8(line) for line in reading.source.text.splitlines())


def _is_utf_8(line: str) -> bool:
    """Whether the bytes of a GB18030 line are Chinese in UTF-8 as well."""
    try:
        return any(char >= "\u2e80" for char in line.encode("gb18030").decode("utf-8"))
    except UnicodeError:
        return False
