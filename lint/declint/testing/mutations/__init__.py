"""The mutation check: every known way to break a good declaration, and which rules speak.

``python -m declint.testing.mutations [FILES OR FOLDERS]`` prints the table. Other packages add mutations
under the entry-point group ``declint.mutations``: each entry is a mutation or a list of them.
"""

from collections.abc import Sequence
from importlib.metadata import entry_points

from declint.testing.mutations.across import ACROSS
from declint.testing.mutations.categories import CATEGORIES
from declint.testing.mutations.comments import COMMENTS
from declint.testing.mutations.draft import Draft
from declint.testing.mutations.files import FILES
from declint.testing.mutations.mutation import Broken, Mutation, Outcome, alone, mutate
from declint.testing.mutations.targets import TARGETS
from declint.testing.mutations.texts import TEXTS
from declint.testing.mutations.variants import VARIANTS

__all__ = ["GROUP", "MUTATIONS", "Broken", "Draft", "Mutation", "Outcome", "all_mutations", "alone", "mutate"]

GROUP = "declint.mutations"
"""The entry-point group under which other packages add mutations."""
MUTATIONS: tuple[Mutation, ...] = tuple(
    sorted(
        (*FILES, *TARGETS, *CATEGORIES, *TEXTS, *ACROSS, *VARIANTS, *COMMENTS),
        key=lambda mutation: mutation.code,
    )
)
"""The mutations of the built-in rules, by the code of the rule that must speak."""


def all_mutations() -> tuple[Mutation, ...]:
    """The built-in mutations and those of installed packages."""
    found = list(MUTATIONS)
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        loaded = entry.load()
        found.extend(loaded if isinstance(loaded, Sequence) else (loaded,))
    return tuple(sorted(found, key=lambda mutation: mutation.code))
