"""``python -m declint.testing.mutations``: break good declarations and print which rules speak."""

import argparse
import sys
from pathlib import Path

from declint import files
from declint.rules.registry import every_rule
from declint.testing.examples import BASE
from declint.testing.mutations import all_mutations, mutate
from declint.testing.mutations.report import as_markdown, as_text, lines, unbroken

_BASE_NAME = "BASE"


def main(arguments: list[str]) -> int:
    """Print the table; 0 where every mistake was seen and nothing else said, 1 otherwise, 3 without files."""
    parser = argparse.ArgumentParser("python -m declint.testing.mutations", description=__doc__)
    parser.add_argument(
        "paths", nargs="*", help="好的申报表（文件或文件夹） good declarations, files or folders"
    )
    parser.add_argument("--write", metavar="FILE", help="把表写成 Markdown  write the table as Markdown")
    parser.add_argument(
        "--code", action="append", help="只看这条规则（可多次） only this rule, may be repeated"
    )
    options = parser.parse_args(arguments)
    goods = [(_BASE_NAME, BASE), *_read(options.paths)]
    if len(goods) == 1 and options.paths:
        sys.stderr.write("没有可读的申报表 no readable declarations\n")
        return 3
    rules = every_rule()
    mutations = [each for each in all_mutations() if not options.code or each.code in options.code]
    found = lines(list(mutate(goods, mutations, rules)), mutations)
    sys.stdout.write("\n".join(as_text(found)) + "\n")
    without = unbroken(rules, all_mutations())
    if without:
        sys.stdout.write(f"没有变异的规则 rules without a mutation: {'、'.join(without)}\n")
    if options.write:
        Path(options.write).write_text(
            as_markdown(found, len(goods), " ".join(options.paths)), encoding="utf-8", newline="\n"
        )
    return 0 if all(line.is_clean for line in found) and not without else 1


def _read(paths: list[str]) -> list[tuple[str, str]]:
    """The good declarations by the stems of their files."""
    found = ((path.stem, files.read(path)) for _, path in files.find(paths))
    return [(stem, data.decode("utf-8-sig")) for stem, data in found if isinstance(data, bytes)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
