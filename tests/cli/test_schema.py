"""``declint schema``: the schemas on paper, in folders and for editors."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_names, schema_text

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_declaration_schema_is_printed_unasked_and_each_other_by_name(declint: Run) -> None:
    assert declint("schema").stdout == schema_text("declaration")
    assert {"declaration", "report"} <= set(schema_names())
    for name in schema_names():
        done = declint("schema", name)
        assert done.returncode == 0
        Draft202012Validator.check_schema(json.loads(done.stdout))


def test_an_unknown_schema_is_refused_with_the_known_ones(declint: Run) -> None:
    done = declint("schema", "declarations")
    assert done.returncode == 2
    assert "、".join(schema_names()) in done.stderr
    assert done.stdout == ""


def test_schemas_are_written_and_written_again(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "report.schema.json").write_text("old", encoding="utf-8")
    done = declint("schema", "-o", "s")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [f"s/{name}.schema.json" for name in schema_names()]
    for name in schema_names():
        assert (tmp_path / "s" / f"{name}.schema.json").read_text("utf-8") == schema_text(name)
    assert sorted(path.name for path in (tmp_path / "s").iterdir()) == [
        f"{name}.schema.json" for name in schema_names()
    ]


def test_one_schema_is_written_alone(declint: Run, tmp_path: Path) -> None:
    assert declint("schema", "report", "-o", "deep/er").returncode == 0
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["report.schema.json"]


def test_a_folder_that_is_a_file_is_said_plainly(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x", encoding="utf-8")
    done = declint("schema", "-o", "s")
    assert done.returncode == 2
    assert "不能写文件 s/" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "s").read_text("utf-8") == "x"


def test_the_modeline_leads_from_the_file_to_the_nearest_schema(declint: Run, tmp_path: Path) -> None:
    missing = declint("schema", "--modeline", "declarations/2026/a.yaml")
    assert missing.returncode == 2
    assert "declint schema -o schemas" in missing.stderr
    declint("schema", "-o", "schemas")
    done = declint("schema", "--modeline", "declarations/2026/a.yaml")
    assert done.stdout == "# yaml-language-server: $schema=../../schemas/declaration.schema.json\n"
    (tmp_path / "declarations/2026").mkdir(parents=True)
    inside = declint("schema", "--modeline", "a.yaml", cwd=tmp_path / "declarations/2026")
    assert inside.stdout == done.stdout
