"""Offsets, lines and columns, whatever ends the lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from declint.declaration.source import Source


@given(st.text(st.sampled_from("项\r\n\x85\u2028a"), max_size=40))
def test_a_line_starts_behind_every_line_end(text: str) -> None:
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
    assert Source("x.yaml", text).line_starts == [0, *ends]
