"""What `init` writes for editors of text: it parses, agrees with what is read, and works."""

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from PIL import Image

from blogsmith.model.config import default_categories
from tests.site import check, run, write_file

_VARIABLES = {
    "RANDOM_HEX": "9f3a1c",
    "RANDOM": "402211",
    "CURRENT_YEAR": "2026",
    "CURRENT_MONTH": "05",
    "CURRENT_DATE": "02",
    "CURRENT_HOUR": "09",
    "CURRENT_MINUTE": "30",
}
_JPEG = io.BytesIO()
Image.new("RGB", (8, 8), "white").save(_JPEG, "JPEG")

_PLACE = re.compile(r"\$\{\d+\|([^,|}]+)[^}]*\|\}|\$\{\d+:([^}]*)\}|\$\{?(\d+)\}?|\$([A-Z_]+)")


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    assert run("init", tmp_path / "blog", "--yes").exit_code == 0
    return tmp_path / "blog"


def snippets(blog: Path) -> Mapping[str, Any]:
    return dict(json.loads((blog / ".vscode/blogsmith.code-snippets").read_text()))


def expanded(snippet: Mapping[str, Any]) -> str:
    """What VS Code leaves where every default is taken. Source: VS Code, snippet syntax."""

    def filled(match: re.Match[str]) -> str:
        return _VARIABLES[match[4]] if match[4] else match[1] or match[2] or ""

    return _PLACE.sub(filled, "\n".join(snippet["body"])) + "\n"


def test_the_snippet_of_a_post_is_a_post(blog: Path) -> None:
    text = expanded(snippets(blog)["Post"]) + "I built it.\n"
    assert 'date: "2026-05-02 09:30"' in text
    write_file(blog, "content/posts/2026/snippet/index.md", text)
    result = check(blog)
    assert (result.exit_code, "error[" in result.stderr) == (0, False), result.stderr


@pytest.mark.parametrize("name", ["Callout", "Figure", "Gallery", "Picture", "File", "Exception here"])
def test_a_snippet_for_the_body_is_understood(blog: Path, name: str) -> None:
    folder = "content/posts/2026/first-post"
    for file in ("picture.jpg", "one.jpg", "two.jpg"):
        (blog / folder / file).write_bytes(_JPEG.getvalue())
    write_file(blog, f"{folder}/data.csv", "a\n1\n")
    post = blog / folder / "index.md"
    post.write_text(f"{post.read_text()}\n{expanded(snippets(blog)[name])}\n", encoding="utf-8")
    faults = set(re.findall(r"error\[([^]]+)]", check(blog).stderr))
    assert faults <= {"waiver/unused"}


@pytest.mark.parametrize("name", ["Disclosure", "Exception"])
def test_a_snippet_for_the_head_is_understood(blog: Path, name: str) -> None:
    post = blog / "content/posts/2026/first-post/index.md"
    lines = expanded(snippets(blog)[name])
    post.write_text(post.read_text().replace("summary:", f"{lines}summary:", 1), encoding="utf-8")
    faults = set(re.findall(r"error\[([^]]+)]", check(blog).stderr))
    assert faults <= {"waiver/unused"}


def test_every_snippet_has_an_english_and_a_korean_word(blog: Path) -> None:
    for name, snippet in snippets(blog).items():
        english, korean = snippet["prefix"]
        assert english.isascii(), name
        assert re.search("[가-힣]", korean), name


def test_the_schemas_are_those_of_the_command_and_the_config_names_its_own(blog: Path) -> None:
    for kind in ("config", "post", "author", "page"):
        written = json.loads((blog / f"schemas/{kind}.schema.json").read_text())
        assert written == json.loads(run("-C", blog, "schema", kind).stdout)
    first = (blog / "config.toml").read_text().splitlines()[0]
    path = first.removeprefix("#:schema ")
    schema = json.loads((blog / path).read_text())
    jsonschema.validate(tomllib.loads((blog / "config.toml").read_text()), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"site": {"tittle": "x"}}, schema)


def test_schemas_are_renewed_and_nothing_else_is(blog: Path) -> None:
    write_file(blog, "schemas/post.schema.json", "{}\n")
    (blog / "schemas/page.schema.json").unlink()
    write_file(blog, "frontmatter.json", "mine")
    assert run("-C", blog, "schema", "--write").exit_code == 0
    assert "properties" in json.loads((blog / "schemas/post.schema.json").read_text())
    assert (blog / "schemas/page.schema.json").is_file()
    assert (blog / "frontmatter.json").read_text() == "mine"


def test_schema_without_a_kind_says_what_to_type(blog: Path) -> None:
    result = run("-C", blog, "schema")
    assert result.exit_code == 2
    assert "config, post, author, page" in result.stderr


def test_the_form_of_front_matter_cms_has_every_key_of_a_post(blog: Path) -> None:
    form = json.loads((blog / "frontmatter.json").read_text())
    (post, _) = form["frontMatter.taxonomy.contentTypes"]
    fields = {field["name"]: field for field in post["fields"]}
    schema = json.loads(run("schema", "post").stdout)
    assert fields.keys() == schema["properties"].keys()
    assert fields["category"] | {"description": ""} == {
        "title": "category", "name": "category", "description": "", "required": True,
        "type": "choice", "choices": list(default_categories()), "multiple": False,
    }  # fmt: skip
    assert (fields["authors"]["choices"], fields["authors"]["multiple"]) == (["first-writer"], True)
    assert {name: fields[name]["type"] for name in ("date", "draft", "title", "tags", "aliases", "cover")} == {
        "date": "datetime", "draft": "boolean", "title": "string", "tags": "tags", "aliases": "list", "cover": "fields",
    }  # fmt: skip


def test_the_hook_stops_a_commit_of_a_broken_post_and_lets_a_sound_one_pass(blog: Path) -> None:
    config = yaml.safe_load((blog / ".pre-commit-config.yaml").read_text())
    (hook,) = config["repos"][0]["hooks"]
    write_file(blog, ".git-hooks/pre-commit", f"#!/bin/sh\nexec {hook['entry']}\n")
    (blog / ".git-hooks/pre-commit").chmod(0o755)
    _git(blog, "init", "-q")
    _git(blog, "config", "core.hooksPath", ".git-hooks")
    _git(blog, "add", "-A")
    assert _git(blog, "commit", "-qm", "A blog").returncode == 0
    post = blog / "content/posts/2026/first-post/index.md"
    post.write_text(post.read_text().replace("category: culture", "category: cultur"), encoding="utf-8")
    _git(blog, "add", "-A")
    refused = _git(blog, "commit", "-qm", "A mistake")
    assert refused.returncode == 1
    assert "there is no category `cultur`" in refused.stderr


def test_the_hook_that_other_repositories_take_is_the_same() -> None:
    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "blogsmith check --staged"
    assert hook["pass_filenames"] is False


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "BLOGSMITH_LANG": "en",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "Jane", "GIT_AUTHOR_EMAIL": "jane@example.com",
        "GIT_COMMITTER_NAME": "Jane", "GIT_COMMITTER_EMAIL": "jane@example.com",
    }  # fmt: skip
    return subprocess.run(("git", *arguments), cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", ["config", "post", "author", "page"])
def test_an_editor_can_say_what_every_key_means(kind: str) -> None:
    schema = json.loads(run("schema", kind).stdout)
    tables = {kind: schema, **schema.get("$defs", {})}
    silent = [
        f"{name}.{key}"
        for name, table in tables.items()
        for key, part in table.get("properties", {}).items()
        if not part.get("description")
    ]
    assert silent == []
