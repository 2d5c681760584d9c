"""The `[label]: address` lines of a body, named no more often than a page can bear."""

from typing import Any


class Definitions(dict[str, Any]):
    """markdown-it's table of definitions by label. It gives addresses and titles until they come to `most` characters.

    A few kilobytes can else ask for gigabytes: one long address, named thousands of times. Source: cmark, which bounds
    the growth of references alike.
    """

    def __init__(self, *, most: int) -> None:
        super().__init__()
        self._most = most
        self._given = 0

    @property
    def exhausted(self) -> bool:
        """True once a definition was asked for and not given."""
        return self._given > self._most

    def get(self, label: str, default: Any = None) -> Any:
        """The definition of `label`, and `default` where there is none or enough was given."""
        found = super().get(label)
        if found is None:
            return default
        self._given += len(found["href"]) + len(found["title"])
        return default if self.exhausted else found
