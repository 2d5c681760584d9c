"""Somebody else's package brings a comment provider: the example is installed and used as it is documented."""

import json
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.site import NOW, write_site

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "examples/comments-provider"

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
[policy]
since = 2100-01-01
[comments]
provider = "{provider}"
[comments.options]
{options}
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
responder: jane
---
I built it.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example is installed."""
    folder = tmp_path_factory.mktemp("packages")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet")
    command = [sys.executable, "-m", "pip", "install", *offline, "--target", str(folder), str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def blogsmith(packages: Path, root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with these packages installed."""
    environment = {"PYTHONPATH": f"{packages}:{REPOSITORY}", "PATH": "", "LANG": "C.UTF-8", "BLOGSMITH_LANG": "en"}
    line = [sys.executable, "-m", "blogsmith", "-C", str(root), "--now", NOW, *command]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


def test_the_provider_of_an_installed_package_stands_under_the_post(installed: Path, tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE.format(provider="guestbook", options='server = "https://g.example"'))
    done = blogsmith(installed, root, "build")
    assert done.returncode == 0, done.stderr
    html = (root / "public/robot/index.html").read_text(encoding="utf-8")
    mount = '<guest-book data-thread="/p/robot" data-title="A robot" data-language="en" data-tone="quiet"></guest-book>'
    assert mount in html
    assert '<a href="https://g.example/read?thread=/p/robot" rel="nofollow noopener">Read it at Guestbook</a>' in html
    assert "script-src 'self' https://g.example;" in unescape(html)
    assert "script-src 'self' https://g.example;" in (root / "public/_headers").read_text()
    export = tmp_path / "guestbook.json"
    entry = {"no": 1, "who": "Kim", "when": "2026-03-13T12:00:00+00:00", "html": "<p>Hi<script>x</script></p>"}
    export.write_text(json.dumps({"/p/robot": [entry]}))
    done = blogsmith(installed, root, "comments", "pull", "--from", str(export))
    assert (done.returncode, done.stderr) == (0, "kept: 1 comments of 1 threads (1 new, 0 gone)\n")
    assert json.loads((root / "content/comments/robot.json").read_text())["comments"][0]["text"] == "<p>Hi</p>"


def test_faults_of_its_options_are_told_like_those_of_any_other(installed: Path, tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE.format(provider="guestbook", options='tone = "shrill"\nsevrer = "x"'))
    done = blogsmith(installed, root, "check")
    assert done.returncode == 2
    assert "`tone` cannot be `shrill`" in done.stderr
    assert "`guestbook` has no option `sevrer`" in done.stderr
    assert "did you mean `server`?" in done.stderr
    assert "`guestbook` needs `server`" in done.stderr


def test_without_the_package_its_provider_is_not_known(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE.format(provider="guestbook", options=""))
    done = blogsmith(tmp_path, root, "check")
    assert (done.returncode, "there is no comment provider `guestbook`" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("PROVIDER = 7\n", "int is no Provider"),
        ("import nowhere_at_all\n", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
    ],
)
def test_a_package_that_cannot_be_used_is_named(tmp_path: Path, code: str, reason: str) -> None:
    packages = write_site(
        tmp_path / "packages",
        f"""
-- broken_talk.py --
{code}
-- broken_talk-1.0.dist-info/METADATA --
Metadata-Version: 2.1
Name: broken-talk
Version: 1.0
-- broken_talk-1.0.dist-info/entry_points.txt --
[blogsmith.comments]
talk = broken_talk:PROVIDER
""",
    )
    root = write_site(tmp_path / "site", SITE.format(provider="talk", options=""))
    done = blogsmith(packages, root, "check")
    told = f"error[extension/broken]: the extension `talk` of the package `broken-talk` cannot be used: {reason}"
    assert (done.returncode, told in done.stderr) == (2, True)
