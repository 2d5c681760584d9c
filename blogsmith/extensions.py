"""Everything that installed packages add, found by their entry points. One that fails is a finding.

`blogsmith.comments`: a `blogsmith.pages.widgets.provider.Provider`. docs/comments.md shows a whole example.
"""

from importlib.metadata import EntryPoint, entry_points

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.pages.widgets.provider import Provider

COMMENTS = "blogsmith.comments"


def comment_providers() -> Checked[tuple[Provider, ...]]:
    """The comment providers of installed packages, by id. Reports extension/broken."""
    providers: dict[str, Provider] = {}
    faults = []
    for entry in sorted(entry_points(group=COMMENTS), key=lambda entry: entry.name):
        try:
            found = entry.load()
        except Exception as error:  # whatever somebody else's package raises
            faults.append(_broken(entry, f"{type(error).__name__}: {error}"))
            continue
        if isinstance(found, Provider):
            providers[found.id] = found
        else:
            faults.append(_broken(entry, f"{type(found).__name__} is no Provider"))
    return Checked(value=tuple(providers[name] for name in sorted(providers)), diagnostics=tuple(faults))


def _broken(entry: EntryPoint, reason: str) -> Diagnostic:
    package = entry.dist.name if entry.dist is not None else entry.value
    facts = (("value", entry.name), ("package", package), ("reason", reason))
    return Diagnostic(
        rule="extension/broken", severity=Severity.ERROR, location=Location(path="config.toml"), facts=facts
    )
