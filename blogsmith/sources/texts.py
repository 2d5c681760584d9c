"""Every file that people keep with a site, whatever it is for: where a name is looked for that has to go."""

from pathlib import Path

from blogsmith.sources.files import plain_files, read_plain_file

_FOLDERS = ("authors", "content", "events", "plan", "press", "static", "themes")
_BESIDE = (".json", ".md", ".toml", ".txt", ".yml", ".yaml")
_NAMED = ("CODEOWNERS",)
_LARGEST = 4 << 20
"""Bytes; what is larger is no text that somebody wrote."""


class KeptFiles:
    """The plain files in the site's folders and beside its config; each is read when it is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        tops = [root / top for top in _FOLDERS]
        self.sizes = {
            path.relative_to(root).as_posix(): size
            for path, size in (*plain_files(root, deep=False), *(found for top in tops for found in plain_files(top)))
            if path.parent != root or path.name.endswith(_BESIDE) or path.name in _NAMED
        }
        """Bytes, by path."""

    def text(self, path: str) -> str:
        """What a file holds, byte for byte. Raises OSError."""
        return self._bytes(path).decode("utf-8", "surrogateescape")

    def text_if_any(self, path: str) -> str | None:
        """The text of a file; None where it holds none."""
        try:
            return self._bytes(path).decode("utf-8") if self.sizes[path] <= _LARGEST else None
        except (OSError, UnicodeDecodeError):
            return None

    def same(self, path: str, other: str) -> bool:
        """Whether two files hold the same."""
        sizes = self.sizes
        return other in sizes and sizes[path] == sizes[other] and self._bytes(path) == self._bytes(other)

    def _bytes(self, path: str) -> bytes:
        return read_plain_file(self._root / path)
