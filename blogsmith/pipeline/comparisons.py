"""The rules about all posts together. What the last trip compared is in the memory and is not compared again."""

from collections.abc import Iterator
from dataclasses import replace

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import codec_of
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.workers import shared_out
from blogsmith.policy.alike import Comparing, Comparison
from blogsmith.policy.engine import RuleSet, site_findings
from blogsmith.policy.levels import Levels
from blogsmith.policy.rule import Archive

_KIND = "compared"
_MANY = 2_000
"""Posts that are worth a process a rule where none of them was compared before."""
_Compared = dict[str, Comparison]


@frozen
class _Said:
    """What came of one rule, and what a process compared until then."""

    findings: tuple[Diagnostic, ...]
    compared: _Compared


def archive_findings(
    archive: Archive, rules: RuleSet, levels: Levels, memory: Memory, *, jobs: int
) -> Iterator[Diagnostic]:
    """What the site rules say, rule by rule; what they compared is remembered in place of the last trip's."""
    found = memory.one(_KIND, code_digest())
    before: _Compared = codec_of(_Compared).unpack(found) if found is not None else {}
    comparing = Comparing(before=before)
    held = replace(archive, comparing=comparing)
    if before or len(archive.bylines) < _MANY:
        yield from site_findings(held, rules, levels)
    else:
        yield from _by_processes(held, rules, levels, jobs=jobs)
    if comparing.now != before:
        memory.keep_only(_KIND, {code_digest(): codec_of(_Compared).pack(comparing.now)})


def _by_processes(archive: Archive, rules: RuleSet, levels: Levels, *, jobs: int) -> Iterator[Diagnostic]:
    """The same, each rule by the next process that is free."""

    def work(number: int) -> bytes:
        findings = tuple(site_findings(archive, RuleSet(sites=(rules.sites[number],)), levels))
        return codec_of(_Said).pack(_Said(findings=findings, compared=archive.comparing.now))

    for sent in shared_out(work, len(rules.sites), jobs=jobs, worth=1):
        said = codec_of(_Said).unpack(sent)
        archive.comparing.now |= said.compared
        yield from said.findings
