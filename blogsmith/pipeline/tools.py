"""What a trip carries beside the site's texts: config, theme, house rules, and the findings that are known."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.pages.widgets.options import Commenting
from blogsmith.pipeline.judge import Bench
from blogsmith.pipeline.known import house_findings
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.social import Easel
from blogsmith.pipeline.theming import ReadyTheme
from blogsmith.policy.baseline import Baseline, without_known
from blogsmith.sources.lines import line_reader


@frozen
class Tools:
    """Made once a trip."""

    config_file: ConfigFile
    theme: ReadyTheme
    bench: Bench
    press: Mapping[str, str]
    root: Path
    baseline: Baseline
    memory: Memory
    easel: Easel
    """Where social cards are drawn."""
    commenting: Commenting
    """How readers write on this blog."""
    unsaved: Mapping[str, str] = field(default_factory=dict)
    """Texts by path that count in place of what the disk has."""

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
        new = set(without_known(sorted_by_place(known), self.baseline, line_reader(self.root, self.unsaved)))
        return tuple(finding for finding in everything if finding not in known or finding in new)


def sorted_by_place(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """In the order of the files, so that the baseline always spares the same ones."""
    return sorted(findings, key=lambda finding: (finding.location.path, finding.location.line or 0, finding.rule))
