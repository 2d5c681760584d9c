"""What a rule was asked in its spec, and what it said: kept, so that a mutant of it can be asked the same."""

import inspect
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.catalogue import RULES
from blogsmith.policy.rule import Finding, Options, Rule
from tests.meta.sources import REPOSITORY
from tests.site import run, write_site
from tests.specs.case import Case, cases_of

SPECS = REPOSITORY / "tests/policy/specs"
HOUSE_RULES: Mapping[str, Rule[Any]] = {rule.id: rule for rule in RULES.all}
_WEIGHTS = list(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question to a rule and its answer."""

    subject: object
    options: Options
    said: tuple[Finding, ...]


def spec_of(rule: str) -> Path:
    """The file in which a rule is specified."""
    return SPECS / f"{rule.replace('/', '-')}.md"


def source_of(rule: str) -> str:
    """The text of a rule's file."""
    module = inspect.getmodule(inspect.unwrap(HOUSE_RULES[rule].check))
    assert isinstance(module, ModuleType)
    return inspect.getsource(module)


def cases_in(path: Path) -> tuple[Case, ...]:
    """The cases of a spec file."""
    return cases_of(path.read_text(encoding="utf-8"))


def asked_in(rule: str, cases: Sequence[Case]) -> tuple[Asked, ...]:
    """Everything that a rule is asked while cases run."""
    kept: list[Asked] = []
    real: Callable[[object, Options], Iterator[Finding]] = HOUSE_RULES[rule].check

    def listen(subject: object, options: Options) -> Iterator[Finding]:
        said = tuple(real(subject, options))
        kept.append(Asked(subject=subject, options=options, said=said))
        yield from said

    object.__setattr__(HOUSE_RULES[rule], "check", listen)
    alone = patch("os.sched_getaffinity", return_value={0}, create=True)
    alone.start()
    try:
        for case in cases:
            with tempfile.TemporaryDirectory(prefix="evidence-") as folder:
                for text in case.sites:
                    write_site(Path(folder), text)
                run("-C", folder, *case.command.split())
    finally:
        alone.stop()
        object.__setattr__(HOUSE_RULES[rule], "check", real)
    return tuple(kept)
