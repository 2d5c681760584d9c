"""What a large site remembers is kept part by part: after a build nothing is missing from it."""

from pathlib import Path

import pytest

from blogsmith.pipeline.memory import FILE, Memory
from tests.site import build, write_site

POSTS = "".join(
    f"-- content/posts/p{n}.md --\n---\nid: p{n}\ntitle: Post {n}\ndate: 2026-03-12\nauthors: [jane]\n"
    f"category: tech\n---\nI built number {n}.\n"
    for n in range(7)
)


def kept(folder: Path) -> dict[str, dict[bytes, bytes]]:
    """Everything that is remembered of texts, bodies and cards."""
    memory = Memory(folder / ".blogsmith" / FILE)
    return {kind: memory.all(kind) for kind in ("text", "outline", "body", "study", "card")}


def test_what_is_kept_part_by_part_is_what_is_kept_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once, parts = write_site(tmp_path / "once", POSTS), write_site(tmp_path / "parts", POSTS)
    assert build(once).exit_code == 0
    monkeypatch.setattr("blogsmith.pipeline.memory.AT_ONCE", 2)
    assert build(parts).exit_code == 0
    assert kept(parts) == kept(once)
    assert min(len(values) for kind, values in kept(once).items() if kind != "study") >= 7
