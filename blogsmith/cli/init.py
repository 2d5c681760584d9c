"""`blogsmith init DIR`: a new blog with a config, a writer and a first post, ready to build."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.reports.words import Words
from blogsmith.sources.write import NewFile, write_new
from blogsmith.text.front_matter_writer import join_front_matter, moment_text

_WORKFLOW = """\
# Checks every change, and publishes what is on main. Runs on its own each morning, so that scheduled posts come out.
name: blog
on:
  push: { branches: [main] }
  pull_request:
  schedule: [{ cron: "5 0 * * *" }]
permissions: { contents: read, pages: write, id-token: write }
jobs:
  blog:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: { python-version: "3.12" }
      - run: pip install blogsmith
      - run: blogsmith check --format github
      - run: blogsmith build
      - uses: actions/upload-pages-artifact@v3
        with: { path: public }
      - if: github.ref == 'refs/heads/main'
        uses: actions/deploy-pages@v4
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the wizard asks."""

    title: str
    language: str
    second_language: str
    time_zone: str
    organisation: str
    base_url: str
    author: str
    name: str


@click.command("init", cls=FrontCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take every default and ask nothing.")
@click.option("--title", metavar="TEXT", help="Name of the blog.")
@click.option("--language", metavar="LANG", help="Main language: ko, en …")
@click.option("--second-language", metavar="LANG", help="A further language; empty for none.")
@click.option("--time-zone", metavar="ZONE", help="IANA name: Asia/Seoul.")
@click.option("--organisation", metavar="TEXT", help="Who the writers belong to.")
@click.option("--base-url", metavar="URL", help="Where the blog will be published.")
@click.option("--author", metavar="ID", help="Id of the first writer: jane-park.")
@click.option("--name", metavar="TEXT", help="Name of the first writer.")
@click.option("--force", is_flag=True, help="Also in a folder that is not empty; overwrites nothing.")
@click.pass_context
def init_command(ctx: click.Context, /, *, folder: Path, yes: bool, force: bool, **given: str | None) -> int:
    """Start a new blog in DIR: a config, a writer, a first post and a page.

    \b
    Examples:
      blogsmith init my-blog
      blogsmith init my-blog --yes --title "Our blog" --language ko --time-zone Asia/Seoul
    """
    settings = settings_of(ctx)
    words = Words(settings.lang)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not force:
        raise click.UsageError(words.say("init-not-empty", folder=str(folder)))
    answers = _ask(given, words, yes=yes)
    folder.mkdir(parents=True, exist_ok=True)
    write_new(folder, _files(answers, settings.now, words))
    click.echo(words.say("init-done", folder=str(folder)), err=True)
    return 0


def _ask(given: dict[str, str | None], words: Words, *, yes: bool) -> Answers:
    language = given["language"] or words.language
    defaults = {
        "title": words.say("init-title"),
        "language": language,
        "second_language": "",
        "time_zone": "Asia/Seoul" if language == "ko" else "UTC",
        "organisation": "",
        "base_url": "https://blog.example.com/",
        "author": "me",
        "name": words.say("init-name"),
    }
    answers = {}
    for key, default in defaults.items():
        value = given.get(key)
        if value is None:
            value = default if yes else click.prompt(words.say(f"init-ask-{key}"), default=default, err=True)
        answers[key] = value
    return Answers(**answers)


def _files(answers: Answers, now: datetime, words: Words) -> list[NewFile]:
    moment = (now if now.tzinfo is None else now.astimezone(_zone(answers.time_zone))).replace(
        second=0, microsecond=0, tzinfo=None
    )
    post = {
        "id": "first-post",
        "title": words.say("init-post-title"),
        "date": moment_text(moment),
        "authors": [answers.author],
        "category": "people",
        "responder": answers.author,
    }
    author = {"name": answers.name, "kind": "in-house", "role": words.say("new-author-role"), "since": moment.date()}
    page = {"title": words.say("init-page-title")}
    return [
        NewFile(path="config.toml", content=_config(answers, words)),
        NewFile(path=f"authors/{answers.author}.md", content=join_front_matter(author, words.say("new-author-body"))),
        NewFile(
            path=f"content/posts/{moment.year}/first-post/index.md",
            content=join_front_matter(post, words.say("init-post-body")),
        ),
        NewFile(path="content/pages/about.md", content=join_front_matter(page, words.say("init-page-body"))),
        NewFile(path=".gitignore", content="/public/\n/.blogsmith/\n"),
        NewFile(path=".github/workflows/blog.yml", content=_WORKFLOW),
    ]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise click.UsageError(f"there is no time zone `{name}`; an IANA name is meant, such as Asia/Seoul") from error


def _config(answers: Answers, words: Words) -> str:
    languages = [answers.language, *([answers.second_language] if answers.second_language else [])]
    quoted = ", ".join(_quoted(code) for code in languages)
    return "\n".join(
        [
            words.say("init-config-head"),
            "[site]",
            f"title = {_quoted(answers.title)}",
            f"base_url = {_quoted(answers.base_url)}",
            f"language = {_quoted(answers.language)}",
            f"languages = [{quoted}]",
            f"time_zone = {_quoted(answers.time_zone)}",
            f"organisation = {_quoted(answers.organisation)}",
            "",
            words.say("init-config-tail"),
            "",
        ]
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
