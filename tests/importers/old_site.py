"""A Hugo site from one string, imported."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from blogsmith.importers.draft import Choices, Draft, Imported
from blogsmith.importers.hugo import import_hugo
from tests.site import files_of, write_file

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
CHOICES = Choices(now=NOW, author="desk")


def imported(folder: Path, text: str, **choices: object) -> Imported:
    """The Hugo site that `text` describes, imported in June 2026 with `desk` for posts without author."""
    for path, body in files_of(text).items():
        write_file(folder, path, body)
    (folder / "content").mkdir(exist_ok=True)
    return import_hugo(folder, replace(CHOICES, **choices))  # type: ignore[arg-type]  # names of fields


def draft_of(site: Imported, path: str) -> Draft:
    """The draft at `path`. Fails where there is none."""
    found = {draft.path: draft for draft in site.drafts}
    assert path in found, sorted(found)
    return found[path]


def said(site: Imported) -> list[tuple[str, str, object]]:
    """Rule with variant, place and value of each finding."""
    return [
        (
            f"{finding.rule}@{finding.variant}" if finding.variant else finding.rule,
            f"{finding.location.path}:{finding.location.line or ''}",
            dict(finding.facts).get("value", dict(finding.facts).get("reason", "")),
        )
        for finding in site.findings
    ]


def body_of(folder: Path, body: str) -> str:
    """What becomes of the body of a post."""
    text = f"-- content/posts/one.md --\n---\ntitle: One\ndate: 2020-01-02\n---\n{body}\n"
    return draft_of(imported(folder, text), "content/posts/2020/one.md").body


def lost(folder: Path, body: str) -> list[tuple[str, str, object]]:
    """The findings on a body; its first line is line 5."""
    return said(imported(folder, f"-- content/posts/one.md --\n---\ntitle: One\ndate: 2020-01-02\n---\n{body}\n"))
