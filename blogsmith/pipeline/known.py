"""Findings of house rules that are known and wait: the baseline of an old archive, as a file beside config.toml."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.policy.baseline import (
    FILE,
    Baseline,
    baseline_of,
    baseline_text,
    read_baseline,
    shrunk,
)
from blogsmith.policy.catalogue import RULES
from blogsmith.sources.files import read_plain_file
from blogsmith.sources.lines import line_reader
from blogsmith.sources.write import replace_file


def read_known(root: Path) -> Baseline:
    """The site's baseline, or an empty one. Raises CannotGoOn with policy/baseline for a file that is none."""
    try:
        return read_baseline(read_plain_file(root / FILE).decode("utf-8"))
    except FileNotFoundError:
        return Baseline(entries={})
    except (OSError, ValueError, AttributeError) as error:
        fault = Diagnostic(rule="policy/baseline", severity=Severity.ERROR, location=Location(path=FILE))
        raise CannotGoOn((fault,)) from error


def write_known(root: Path, old: Baseline, diagnostics: Iterable[Diagnostic]) -> int:
    """Writes the baseline down: all house findings the first time, later only what is left of it. Returns its size."""
    now = baseline_of(house_findings(diagnostics), line_reader(root))
    kept = shrunk(old, now) if (root / FILE).exists() else now
    replace_file(root, FILE, baseline_text(kept))
    return sum(kept.entries.values())


def house_findings(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those of house rules: a post that cannot be read, or a dead link, is never known and fine."""
    ids = {rule.id for rule in RULES.all}
    return (finding for finding in diagnostics if finding.rule in ids)
