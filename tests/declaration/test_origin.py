"""A stretch of a declaration leads back to the same stretch of the cell that it was read from."""

from declint.declaration.origin import Origin, Piece, Spot

SPOT = Spot("表 1 第 2 行", "table 1, row 2")
CELL = "做好甲，再做甲。\n又做甲。"
TEXT = "目标: |\n  做好甲，再做甲。\n  又做甲。\n金额: 1000.00\n"
ORIGIN = Origin(
    "a.docx",
    (
        Piece(4, 6, SPOT, CELL, "1.2.1"),
        Piece(6, 17, SPOT, CELL, "1.2.1"),
        Piece(17, 24, SPOT, CELL, "1.2.1"),
        Piece(28, 35, SPOT, "1,000.00", "1.3.1"),
    ),
)


def excerpts(wanted: str) -> list[tuple[str, int]]:
    """What each occurrence of some words in the text leads back to: the words and where they stand."""
    found, at = [], TEXT.find(wanted)
    while at >= 0:
        source, start, end = ORIGIN.excerpt(TEXT, at, at + len(wanted))
        found.append((source.text[start:end], start))
        at = TEXT.find(wanted, at + 1)
    return found


def test_the_same_words_lead_to_the_occurrence_that_is_meant() -> None:
    assert excerpts("甲") == [("甲", 2), ("甲", 6), ("甲", 11)]


def test_words_over_two_paragraphs() -> None:
    assert excerpts("做甲。\n  又") == [("做甲。\n又", 5)]


def test_what_the_cell_writes_otherwise_means_the_whole_cell() -> None:
    assert excerpts("1000.00") == [("1,000.00", 0)]


def test_a_document_without_cells() -> None:
    source, start, end = Origin("a.docx", ()).excerpt(TEXT, 3, 5)
    assert (source.text, start, end) == ("", 0, 0)
