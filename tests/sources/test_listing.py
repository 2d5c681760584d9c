"""The files of a site, by looking at its folders and by what a look a moment ago found."""

import os
from collections.abc import Callable
from pathlib import Path

from blogsmith.pipeline.source_states import source_stamps
from blogsmith.sources.files import list_files
from tests.site import write_file


def test_what_was_looked_at_a_moment_ago_gives_the_same_listing(site: Callable[[str], Path]) -> None:
    root = site("-- config.toml --\n")
    names = ("a.md", "a/index.md", "a/b.png", "Twin.md", "twin.md", ".hidden.md", "kept.md~", "c.pyc", "우물.md")
    for name in (*names, "../pages/about.md", "../comments/a.json", "a/.hidden/c.md"):
        write_file(root, f"content/posts/{name}", name)
    os.mkfifo(root / "content/posts/pipe.md")
    for link, target in (("link.md", "a.md"), ("folder", "a"), ("../pages/out.md", "/etc/passwd")):
        (root / "content/posts" / link).symlink_to(target)
    looked = list_files(root)
    assert {fault.rule for fault in looked.diagnostics} == {"file/special", "file/symlink", "file/same-name"}
    assert list_files(root, states=source_stamps(root)) == looked


def test_a_folder_that_is_a_link_is_told_either_way(site: Callable[[str], Path]) -> None:
    root = site("-- config.toml --\n")
    write_file(root, "elsewhere/a.md", "a")
    (root / "content").mkdir(exist_ok=True)
    (root / "content/pages").symlink_to(root / "elsewhere")
    looked = list_files(root)
    assert [(fault.rule, fault.location.path) for fault in looked.diagnostics] == [("file/symlink", "content/pages")]
    assert list_files(root, states=source_stamps(root)) == looked
