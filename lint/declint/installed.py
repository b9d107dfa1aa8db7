"""Which installed packages add rules, told without reading every package's metadata on each start."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

GROUP = "declint.rules"
"""The entry-point group under which other packages add rules: each entry is a rule or a list of rules."""
METADATA = (".dist-info", ".egg-info")


def metadata_with_rules() -> Iterator[str]:
    """The metadata folders that name our group; of what is no folder and may hold anything, its path."""
    for place in dict.fromkeys(sys.path):
        try:
            with os.scandir(place or ".") as found:
                metadata = [each.path for each in found if each.name.endswith(METADATA)]
            yield from filter(_names_group, metadata)
        except FileNotFoundError:
            continue
        except OSError:
            yield place


def _names_group(metadata: str) -> bool:
    try:
        return GROUP.encode() in Path(metadata, "entry_points.txt").read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return Path(metadata).is_file()
