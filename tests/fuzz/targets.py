"""Everything that is fuzzed, and the makers of the inputs."""

from collections.abc import Mapping

from tests.fuzz import kinds
from tests.fuzz.documents import Documents
from tests.fuzz.making import Maker
from tests.fuzz.on_commands import COMMAND_TARGETS
from tests.fuzz.on_declarations import DECLARATION_TARGETS
from tests.fuzz.on_documents import DOCUMENT_TARGETS
from tests.fuzz.on_settings import SETTINGS_TARGETS
from tests.fuzz.target import Target
from tests.fuzz.words import Words

KINDS: Mapping[str, type[Maker]] = {
    "declaration": kinds.Declarations,
    "configuration": kinds.Configurations,
    "own rules": kinds.OwnRules,
    "baseline": kinds.Baselines,
    "comment": kinds.Comments,
    "document": Documents,
    "words": Words,
}
TARGETS: Mapping[str, Target] = {
    each.name: each for each in (*DECLARATION_TARGETS, *SETTINGS_TARGETS, *DOCUMENT_TARGETS, *COMMAND_TARGETS)
}
