"""What a trip carries beside the site's texts: config, theme, house rules, and the findings that are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.pipeline.judge import Bench
from blogsmith.pipeline.known import house_findings, line_reader
from blogsmith.pipeline.theming import ReadyTheme
from blogsmith.policy.baseline import Baseline, without_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Made once a trip."""

    config_file: ConfigFile
    theme: ReadyTheme
    bench: Bench
    press: Mapping[str, str]
    root: Path
    baseline: Baseline

    @property
    def config(self) -> Config:
        """The config's values."""
        return self.config_file.config

    def without_known(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Findings less those of house rules that the baseline knows."""
        everything = tuple(diagnostics)
        if not self.baseline.entries:
            return everything
        known = set(house_findings(everything))
        new = set(without_known(sorted_by_place(known), self.baseline, line_reader(self.root)))
        return tuple(finding for finding in everything if finding not in known or finding in new)


def sorted_by_place(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """In the order of the files, so that the baseline always spares the same ones."""
    return sorted(findings, key=lambda finding: (finding.location.path, finding.location.line or 0, finding.rule))
