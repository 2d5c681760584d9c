"""What editors of text need to know of a blog: schemas, snippets and forms, made from the types that are read.

Sources: VS Code, "Snippets in Visual Studio Code"; Taplo, "Directives" (`#:schema`); Front Matter CMS, "Content types";
pre-commit, "Repository local hooks".
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from blogsmith.model.author import AuthorFrontMatter
from blogsmith.model.config import Config
from blogsmith.model.post import PageFrontMatter, PostFrontMatter
from blogsmith.sources.json_schema import json_schema
from blogsmith.sources.write import NewFile

SHAPES = {"config": Config, "post": PostFrontMatter, "author": AuthorFrontMatter, "page": PageFrontMatter}
"""What there are schemas of."""

SCHEMA_LINE = "#:schema ./schemas/config.schema.json"
"""The first line of a `config.toml` that an editor can complete and check."""

_MOMENT = '"$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE"'
_CHOICES = {"category": "category", "authors": "authors", "responder": "authors", "reviewed_by": "authors"}


def schema_files() -> tuple[NewFile, ...]:
    """`schemas/*.schema.json`, one a kind of file."""
    return tuple(
        NewFile(path=f"schemas/{kind}.schema.json", content=_printed(json_schema(shape, title=f"blogsmith {kind}")))
        for kind, shape in SHAPES.items()
    )


def editor_files(categories: Sequence[str], authors: Sequence[str]) -> tuple[NewFile, ...]:
    """Schemas, snippets, the settings of VS Code and of Front Matter CMS, and a pre-commit hook."""
    return (
        *schema_files(),
        NewFile(path=".vscode/extensions.json", content=_printed(_EXTENSIONS)),
        NewFile(path=".vscode/settings.json", content=_printed(_SETTINGS)),
        NewFile(path=".vscode/blogsmith.code-snippets", content=_printed(snippets(categories, authors))),
        NewFile(path="frontmatter.json", content=_printed(front_matter_cms(categories, authors))),
        NewFile(path=".pre-commit-config.yaml", content=_PRE_COMMIT),
    )


def snippets(categories: Sequence[str], authors: Sequence[str]) -> dict[str, Any]:
    """What can be typed with a word and the tab key, in English and Korean."""
    head = [
        "---",
        "id: p$RANDOM_HEX$RANDOM",
        "title: ${1:Title}",
        f"date: {_MOMENT}",
        f"authors: [{_choice(2, authors)}]",
        f"category: {_choice(3, categories)}",
        "summary: ${4:One or two sentences that make somebody want to read on.}",
        f"responder: {_choice(2, authors)}",
        "draft: true",
        "---",
        "",
        "$0",
    ]
    return {
        "Post": _snippet("Head of a post", head, "post", "글"),
        "Callout": _snippet("Callout", ["> [!${1|NOTE,TIP,IMPORTANT,WARNING,CAUTION|}]", "> $0"], "callout", "알림"),
        "Picture": _snippet(
            "Picture with caption", ['![${1:what it shows}](${2:picture.jpg} "$3")'], "picture", "그림"
        ),
        "Figure": _snippet(
            "Figure with credit",
            ['::: figure src="${1:picture.jpg}" alt="${2:what it shows}" credit="$3"', "$0", ":::"],
            "figure",
            "사진",
        ),
        "Gallery": _snippet(
            "Gallery",
            ["::: gallery", "![${1:what it shows}](${2:one.jpg})", "", "![${3:what it shows}](${4:two.jpg})", ":::"],
            "gallery",
            "사진모음",
        ),
        "Video": _snippet(
            "Video, loaded by a click",
            ['::: ${1|youtube,vimeo|} id="$2" title="$3"', "${0:Transcript}", ":::"],
            "video",
            "영상",
        ),
        "File": _snippet("File to download", ['::: file src="${1:data.csv}" title="$2"', ":::"], "file", "파일"),
        "Disclosure": _snippet(
            "What was paid or given",
            ["disclosure: ${1:The company paid me 300 euros for this post.}"],
            "disclosure",
            "대가",
        ),
        "Exception": _snippet(
            "Exception from a rule",
            [
                "allow:",
                "  - rule: ${1:voice/first-person}",
                "    reason: ${2:Say in a sentence why this post may break the rule.}",
                "    until: ${3:2027-01-31}",
            ],
            "allow",
            "예외",
        ),
        "Exception here": _snippet(
            "Exception for the next paragraph",
            [
                "<!-- blogsmith: allow ${1:tone/press-release} until ${2:2027-01-31}"
                " because ${3:a sentence on why this may stand here} -->"
            ],
            "allow here",
            "여기 예외",
        ),
    }


def front_matter_cms(categories: Sequence[str], authors: Sequence[str]) -> dict[str, Any]:
    """`frontmatter.json`: a form for the head of a post and of a page."""
    choices = {"category": list(categories), "authors": list(authors)}
    kinds = {"post": PostFrontMatter, "page": PageFrontMatter}
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.framework.id": "other",
        "frontMatter.content.publicFolder": "",
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd HH:mm",
        "frontMatter.taxonomy.fieldGroups": [],
        "frontMatter.content.pageFolders": [
            {"title": "posts", "path": "[[workspace]]/content/posts", "contentTypes": ["post"]},
            {"title": "pages", "path": "[[workspace]]/content/pages", "contentTypes": ["page"]},
        ],
        "frontMatter.taxonomy.contentTypes": [
            {"name": kind, "pageBundle": False, "fields": list(_fields(json_schema(shape, title=kind), choices))}
            for kind, shape in kinds.items()
        ],
    }


def _fields(schema: Mapping[str, Any], choices: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    required = set(schema.get("required", ()))
    for name, shape in schema["properties"].items():
        field = {"title": name, "name": name, "description": shape.get("description", ""), "required": name in required}
        yield field | _field_type(name, shape, schema.get("$defs", {}), choices)


def _field_type(
    name: str, shape: Mapping[str, Any], parts: Mapping[str, Any], choices: Mapping[str, list[str]]
) -> dict[str, Any]:
    """The type of a form's field. Source: frontmatter.codes/docs/content-creation/fields."""
    if name in _CHOICES:
        many = shape.get("type") == "array"
        return {"type": "choice", "choices": choices[_CHOICES[name]], "multiple": many}
    if name == "tags":
        return {"type": "tags"}
    kinds = [item for item in shape.get("anyOf", [shape]) if item.get("type") != "null"]
    first = kinds[0]
    if "enum" in first:
        return {"type": "choice", "choices": first["enum"], "multiple": False}
    if "$ref" in first:
        inner = parts[first["$ref"].rpartition("/")[2]]
        if "properties" in inner:
            return {"type": "fields", "fields": list(_fields({**inner, "$defs": parts}, choices))}
    if "pattern" in first and first["pattern"].startswith(r"^\d{4}"):
        return {"type": "datetime"}
    return {"type": {"boolean": "boolean", "integer": "number", "array": "list"}.get(first.get("type", ""), "string")}


def _snippet(description: str, body: list[str], *prefixes: str) -> dict[str, Any]:
    scope = {"scope": "markdown", "prefix": list(prefixes)}
    return {**scope, "body": body, "description": description}


def _choice(number: int, values: Sequence[str]) -> str:
    return f"${{{number}|{','.join(values)}|}}" if values else f"${number}"


def _printed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


_EXTENSIONS = {"recommendations": ["tamasfe.even-better-toml", "eliostruyf.vscode-front-matter"]}
_SETTINGS = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "[markdown]": {"editor.wordWrap": "on", "editor.unicodeHighlight.ambiguousCharacters": False},
    "evenBetterToml.schema.enabled": True,
}

_PRE_COMMIT = """\
# Looks at what a commit changes before it is made: `pip install pre-commit && pre-commit install`.
repos:
  - repo: local
    hooks:
      - id: blogsmith
        name: blogsmith check
        entry: blogsmith check --staged
        language: system
        pass_filenames: false
        files: ^(content|authors|themes|press)/|^config\\.toml$
"""
