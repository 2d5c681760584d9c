"""What git says of the site: which files changed. git is asked, never told."""

import subprocess
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Fact, Severity
from blogsmith.model.source import Location
from blogsmith.text.normal import normalise


def changed_since(root: Path, reference: str) -> frozenset[str]:
    """Paths from the site's root that differ from where this branch left `reference`, and those git does not know yet.

    Raises CannotGoOn with git/unknown-reference (naming what a shallow clone lacks) and git/none.
    """
    base = _git(root, "merge-base", reference, "HEAD")
    if base is None:
        shallow = _git(root, "rev-parse", "--is-shallow-repository")
        if shallow is None:
            raise _stop("git/none")
        variant = "shallow" if shallow.strip() == "true" else ""
        raise _stop("git/unknown-reference", ("value", reference), variant=variant)
    differing = _lines(_git(root, "diff", "--name-only", "-z", "--relative", base.strip()))
    unknown = _lines(_git(root, "ls-files", "-z", "--others", "--exclude-standard"))
    return frozenset(differing | unknown)


def staged(root: Path) -> frozenset[str]:
    """Paths from the site's root that the next commit changes. Raises CannotGoOn with git/none."""
    listed = _git(root, "diff", "--name-only", "-z", "--relative", "--cached")
    if listed is None:
        raise _stop("git/none")
    return frozenset(_lines(listed))


def texts_at(root: Path, reference: str, folder: str) -> dict[str, bytes]:
    """Content of each file of `folder` that differs from where this branch left `reference`, as it was there; by path.

    Nothing before the first commit. Raises CannotGoOn as `changed_since` does.
    """
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return {}
    base = (_git(root, "merge-base", reference, "HEAD") or "").strip()
    paths = sorted(path for path in changed_since(root, reference) if path.startswith(folder))
    found = {path: _git(root, "show", f"{base}:./{path}") for path in paths}
    return {path: text.encode() for path, text in found.items() if text is not None}


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints; None where it refuses."""
    try:
        asked = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, encoding="utf-8", timeout=60
        )
    except (OSError, UnicodeDecodeError) as error:
        raise _stop("git/none") from error
    return asked.stdout if asked.returncode == 0 else None


def _lines(listed: str | None) -> set[str]:
    if listed is None:
        raise _stop("git/none")
    return {str(normalise(path)) for path in listed.split("\0") if path}


def _stop(rule: str, *facts: tuple[str, Fact], variant: str = "") -> CannotGoOn:
    fault = Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=".git"), facts=facts, variant=variant)
    return CannotGoOn((fault,), exit_code=2)
