"""What holds for a file is the same however it is asked for."""

from pathlib import Path

import pytest

from declint.configuration import CommandLine, Plan


@pytest.mark.parametrize("ignore", [(), ("TXT",)])
def test_terms_of_a_file(ignore: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "a/b", "c"):
        (tmp_path / folder).mkdir()
    (tmp_path / "declint.toml").write_text(
        'year = 2026\n[[per-file]]\nfiles = ["a/*.yaml"]\nignore = ["TGT"]\n', encoding="utf-8"
    )
    (tmp_path / "c" / "declint.toml").write_text("year = 2025\n", encoding="utf-8")
    one, other = (Plan(CommandLine(ignore=ignore)) for _ in range(2))
    for path in ("x.yaml", "a/x.yaml", "a/y.yaml", "a/b/x.yaml", "c/x.yaml", str(tmp_path / "a" / "x.yaml")):
        assert one.terms_of_file(path).settings == other.terms_of(path).settings
