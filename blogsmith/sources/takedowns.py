"""The record of posts that were taken down: `takedowns.json` beside config.toml, kept in git.

A record that cannot be read stops everything: a post that must stay gone would be published again.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.model.takedown import Takedown
from blogsmith.model.words import PostId
from blogsmith.sources.files import read_plain_file
from blogsmith.sources.write import replace_file

FILE = "takedowns.json"


def read_takedowns(root: Path) -> Mapping[PostId, Takedown]:
    """Every entry by the post's id. Raises CannotGoOn with post/takedown-record."""
    try:
        content = read_plain_file(root / FILE)
        # Few blogs have a record, and pydantic takes longer to load than the files of most of them.
        from blogsmith.sources.shape_faults import adapter_of

        entries = adapter_of(tuple[Takedown, ...]).validate_json(content, strict=False)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        location = Location(path=FILE)
        raise CannotGoOn(
            (Diagnostic(rule="post/takedown-record", severity=Severity.ERROR, location=location),)
        ) from error
    return {entry.id: entry for entry in entries}


def write_takedowns(root: Path, entries: Mapping[PostId, Takedown]) -> None:
    """Writes the record, whole or not at all. Raises CannotGoOn with write/failed."""
    table = [{**asdict(entry), "date": entry.date.isoformat()} for _, entry in sorted(entries.items())]
    replace_file(root, FILE, json.dumps(table, ensure_ascii=False, indent=1) + "\n")
