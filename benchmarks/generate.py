"""Realistic declarations for benchmarks, the same for the same seed.

python benchmarks/generate.py FOLDER --files 1000 --seed 1
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

WORDINGS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("wordings.yaml").read_text(encoding="utf-8")
)
MISTAKES = 0.25
"""The share of declarations with a mistake: a wrong sum, ≥100%, a misfiled row, another number …"""
LONGEST = 60
"""How many sentences of plain prose the longest goals have: about 30 KB."""


def declarations(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """``count`` declarations as (file name, text), about sixteen to a unit."""
    fields = list(WORDINGS["领域"])
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311  (no secret: the same corpus every time)
        batch = random.Random(f"{seed}-unit-{number // 16}")  # noqa: S311
        field = WORDINGS["领域"][batch.choice(fields)]
        place = f"{batch.choice(WORDINGS['地区'])}第{number // 256 + 1}区"
        unit = f"{place}{batch.choice(field['单位'])}"
        yield f"{number:06d}.yaml", _Form(chance, field, place, unit).text()


class _Form:
    def __init__(self, chance: random.Random, field: dict[str, Any], place: str, unit: str) -> None:
        self.chance, self.field, self.place, self.unit = chance, field, place, unit
        self.old = chance.random() < 0.25
        self.mistake = chance.choice(range(6)) if chance.random() < MISTAKES else None
        self.amounts = chance.sample(field["数量"], chance.randint(3, len(field["数量"])))

    def text(self) -> str:
        request = self.chance.randrange(10, 900) * 10_000
        parts = request + (1_000 if self.mistake == 0 else 0)
        return "\n".join(
            (
                "年度: 2026",
                f"项目名称: {self.chance.choice(self.field['项目'])}{self.chance.randrange(1, 10_000)}号",
                "项目性质: 其他一次性项目",
                "项目类别: 特定目标类",
                f"主管部门: {self.place}{self.field['主管部门']}",
                f"实施单位: {self.unit}",
                "计划开始日期: 2026-01-01",
                "计划完成日期: 2026-12-31",
                "项目资金:\n  项目资金总额:\n  财政资金:\n  其他资金:",
                f"年度资金:\n  年度资金申请总额: {request}.00\n  当年财政拨款: {parts}.00",
                "  上年结转资金: 0.00\n  其他资金: 0.00",
                f"绩效目标:\n  项目总目标:\n  年度总体目标: |\n    {self._goals()}",
                "绩效指标:",
                *self._rows(),
                "",
            )
        )

    def _goals(self) -> str:
        said = []
        for number, (name, unit, amount) in enumerate(self.amounts):
            promised = amount * 2 if self.mistake == 1 and number == 0 else amount
            said.append(
                self.chance.choice((f"{name}不少于 {promised} {unit}", f"{name}达到 {promised}{unit}以上"))
            )
        filler = self.chance.choices(WORDINGS["铺垫"], k=int(self.chance.paretovariate(1.2)) % LONGEST)
        body = "；".join((*said, *filler))
        return f"{self.chance.choice(WORDINGS['开头'])}，{body}，{self.chance.choice(WORDINGS['结尾'])}"

    def _rows(self) -> Iterator[str]:
        choice, field = self.chance.choice, self.field
        cost_name, cost_unit, cost = choice(field["成本"])
        costs = [f"{cost_name}: ≤{cost}.00({cost_unit})"]
        amounts = [f"{name}: ≥{amount}.00({unit})" for name, unit, amount in self.amounts]
        quality = [f"{name}: ≥{choice((90, 95, 98))}.00(%)" for name in self.chance.sample(field["质量"], 2)]
        timely = [f"{choice(field['时效'])}: =100.00(%)"]
        if self.mistake == 2:
            quality[0] = f"{field['质量'][0]}: ≥100.00(%)"
        if self.mistake == 3:
            quality, timely = [*quality, *timely], ["各项工作完成时间: 2026年12月底前"]
        if self.mistake == 4:
            amounts[0] = amounts[0].replace("≥", "").split(":")[0] + ":"
        social = [f"{choice(field['社会'])}: ≥{choice((80, 85, 90))}.00(%)"]
        if self.mistake == 5:
            social.append(f"公共服务能力提升程度: {choice(WORDINGS['状态'])}")
        served = [f"{choice(field['满意'])}: ≥{choice((85, 90, 95))}.00(%)"]
        output = {"数量指标": amounts, "质量指标": quality, "时效指标": timely}
        if self.old:
            output["成本指标"] = costs
        else:
            yield from _level("成本指标", {"经济成本指标": costs})
        yield from _level("产出指标", output)
        yield from _level("效益指标", {"社会效益指标": social})
        yield from _level("满意度指标", {"服务对象满意度指标": served})


def _level(name: str, categories: dict[str, list[str]]) -> Iterator[str]:
    yield f"  {name}:"
    for category, rows in categories.items():
        yield f"    {category}:"
        yield from (f"      {row}" for row in rows)


def write(folder: Path, count: int, seed: int) -> None:
    """Make a corpus; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in declarations(count, seed):
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.files, given.seed)
