"""The head of the indicator table: what each of its columns holds."""

from msgspec import Struct, field

from declint.forms.grid import Cell, Row
from declint.forms.labels import column_role

LEVEL1, LEVEL2, NAME, VALUE, PROJECT_VALUE = "一级", "二级", "三级", "指标值", "项目指标值"
OPERATOR, UNIT = "指标性质", "度量单位"
GRADES = ("优", "良", "中", "差")
_TELLING = {LEVEL1, LEVEL2, NAME, VALUE, PROJECT_VALUE, *GRADES}
_KNOWN_BY_ROLE = {VALUE, PROJECT_VALUE, OPERATOR, UNIT, "权重", "指标方向", "备注"}


class Column(Struct, frozen=True):
    """One column: its role, its label in the file, where it begins and how far it reaches."""

    role: str
    label: str
    start: int
    end: int


class Head(Struct):
    """The columns of one indicator table, ``width`` columns wide."""

    columns: list[Column] = field(default_factory=list)
    width: int = 0

    @property
    def is_graded(self) -> bool:
        """Whether the best grade stands for the target."""
        roles = {column.role for column in self.columns}
        return VALUE in roles and bool(roles & set(GRADES))

    def all(self, role: str) -> list[Column]:
        """The columns of a role, from the left."""
        return [column for column in self.columns if column.role == role]

    def first(self, role: str) -> Column | None:
        """The first column of a role."""
        return next(iter(self.all(role)), None)

    @property
    def is_double(self) -> bool:
        """Whether the project's indicators stand on the left and the year's on the right."""
        return len(self.all(NAME)) == 2

    @property
    def behind_name(self) -> list[Column]:
        """The columns to the right of the names."""
        name = self.first(NAME)
        return [column for column in self.columns if name and column.start > name.start]


def is_head(row: Row) -> bool:
    """Whether a row is the head of the indicator table."""
    roles = {column_role(cell.text) for cell in row.filled}
    return len(roles & _TELLING) >= 2 and bool(roles & {NAME, VALUE, PROJECT_VALUE})


def continues_head(row: Row) -> bool:
    """Whether a row right below the head divides its columns further (优 良 中 差)."""
    roles = [column_role(cell.text) or "" for cell in row.filled]
    return bool(roles) and all(role in _KNOWN_BY_ROLE or role in ("等次", "总称") for role in roles)


def read_head(row: Row, before: Head | None = None) -> Head:
    """The columns of a head; a second row of it replaces what it divides."""
    columns = [column for cell in row.filled if (column := _column(cell))]
    kept = [
        old
        for old in (before.columns if before else [])
        if not any(old.start <= new.start < old.end for new in columns)
    ]
    ordered = sorted([*kept, *columns], key=lambda column: column.start)
    return Head(_graded(ordered), row.width)


def _column(cell: Cell) -> Column | None:
    role = column_role(cell.text)
    if role == "总称":
        return None
    label = "".join(cell.text.split())
    if role == "等次":
        role = label
    elif role in _KNOWN_BY_ROLE:
        label = role
    return Column(role or label, label, cell.column, cell.column + cell.columns)


def _graded(columns: list[Column]) -> list[Column]:
    """Where the form has grades and no target, the best grade is the target."""
    roles = [column.role for column in columns]
    if VALUE in roles or GRADES[0] not in roles:
        return columns
    return [
        Column(VALUE, VALUE, column.start, column.end) if column.role == GRADES[0] else column
        for column in columns
    ]
