"""What is told to a person: a value, never raised but for `CannotGoOn`."""

from enum import Enum
from typing import Generic, TypeVar

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location

T = TypeVar("T")


class Severity(Enum):
    """How much a finding weighs: an error stops what would be published, the rest is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Fact = str | int
"""A value that a message shows."""


@frozen
class Note:
    """A further line under a diagnostic; `key` names its words in `reports/messages/`."""

    key: str
    facts: tuple[tuple[str, Fact], ...] = ()
    location: Location | None = None


@frozen
class Diagnostic:
    """One finding. Its words are chosen by `reports/` from `rule`, `variant` and `facts`, in the reader's language."""

    rule: str
    """`family/name`, for ever: `author/unknown`."""
    severity: Severity
    location: Location
    facts: tuple[tuple[str, Fact], ...] = ()
    """Named values the message shows; `suggestion` is the nearest known word, where there is one."""
    variant: str = ""
    """Chooses among several help texts of one rule; "" is the plain one."""
    notes: tuple[Note, ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        """The files that it stands in or tells of."""
        return frozenset(
            [self.location.path, *(note.location.path for note in self.notes if note.location is not None)]
        )


@frozen
class Checked(Generic[T]):
    """What a reader returns: a value where it could be made, and every fault it met on the way."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


class CannotGoOn(Exception):
    """Nothing sensible can follow: the diagnostic says why. `exit_code` is 2 for usage and config, 3 for the rest."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], *, exit_code: int = 2) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics
        self.exit_code = exit_code
