"""`blogsmith import hugo SRC DEST`: another tool's site as a new folder, every loss told, and two sums that hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, Settings, settings_of
from blogsmith.cli.show import show_findings, talk
from blogsmith.importers.draft import Choices, Count, Imported
from blogsmith.importers.hugo import import_hugo
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.reports.order import in_order
from blogsmith.reports.words import Words
from blogsmith.sources.write import NewFile, refuse_taken, write_new
from blogsmith.text.front_matter_writer import join_front_matter

FINDINGS_FILE = "import-findings.txt"
EPILOG = """\b
Examples:
  blogsmith import hugo old-blog new-blog --author newsroom
  blogsmith import hugo old-blog new-blog --category tech --without-expiry
  blogsmith import hugo old-blog new-blog -v    every finding with its line
"""


@click.group("import", cls=FrontGroup, epilog=EPILOG)
def import_command() -> None:
    """Bring another tool's site over, into a new folder. The old one is read and never changed."""


@import_command.command("hugo", cls=FrontCommand, epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--author", default="", metavar="ID", help="Profile that signs posts without an author.")
@click.option("--category", default="", metavar="ID", help="Category of posts that have none of ours.")
@click.option("--without-expiry", is_flag=True, help="An expiry date becomes a day to review the post by.")
@click.option("--language", default="en", metavar="CODE", help="Language of the site, where Hugo does not say it.")
@click.pass_context
def hugo_command(
    ctx: click.Context, *, source: Path, dest: Path, author: str, category: str, without_expiry: bool, language: str
) -> int:
    """Bring a Hugo site over: SOURCE holds its `content` folder, DEST becomes the new site."""
    settings = settings_of(ctx)
    choices = Choices(
        now=settings.now if settings.now.tzinfo else settings.now.replace(tzinfo=UTC),
        language=language.lower(),
        author=author,
        category=category,
        without_expiry=without_expiry,
    )
    if dest.resolve().is_relative_to(source.resolve()):
        raise click.UsageError(Words(settings.lang).say("import-into-itself"))
    refuse_taken(dest, ("config.toml", FINDINGS_FILE))
    imported = import_hugo(source, choices)
    write_new(dest, _files(imported, Words(settings.lang)))
    _show(imported, replace(settings, root=source), dest)
    return 0 if any(count.imported for count in imported.counts) else 1


def _files(imported: Imported, words: Words) -> list[NewFile]:
    files = [
        NewFile(path="config.toml", content=imported.config),
        NewFile(path=".gitignore", content="/public/\n/.public.blogsmith-new/\n.blogsmith/\n"),
    ]
    files += [
        NewFile(path=draft.path, content=join_front_matter(draft.front_matter, draft.body)) for draft in imported.drafts
    ]
    files += [NewFile(path=file.path, content=file.origin) for file in imported.carried]
    lines = [_line(finding, words) for finding in in_order(imported.findings)]
    if lines:
        files.append(NewFile(path=FINDINGS_FILE, content="\n".join([*lines, ""])))
    return files


def _show(imported: Imported, settings: Settings, dest: Path) -> None:
    """The findings (all of them with `-v` or for machines, else one line a rule), both sums, and what to type next."""
    words = Words(settings.lang)
    if settings.verbose or settings.report != "text":
        show_findings(settings, imported.findings)
    else:
        for rule, found in _by_rule(imported.findings):
            talk(settings, "import-rule", count=len(found), rule=rule, example=words.message(found[0]))
    if imported.findings:
        talk(settings, "import-where", path=str(dest / FINDINGS_FILE))
    for key, number in (("made", imported.made), ("carried", len(imported.carried))):
        if number:
            talk(settings, f"import-{key}", count=number)
    for count in (*imported.counts, _whole(imported.counts)):
        _show_sums(count, settings, words)
    talk(settings, "import-next")
    for command in (f"cd {dest}", "blogsmith check", "blogsmith build"):
        if not settings.quiet:
            click.echo(f"  {command}", err=True)


def _show_sums(count: Count, settings: Settings, words: Words) -> None:
    kind = words.say(f"import-{count.kind}")
    talk(settings, "import-sum", kind=kind, found=count.found, imported=count.imported, refused=count.refused)
    published, unpublished = count.published, count.unpublished
    facts = {"imported": count.imported, "published": published, "unpublished": unpublished}
    talk(settings, "import-published", kind=kind, **facts)


def _whole(counts: Sequence[Count]) -> Count:
    return Count(
        kind="all",
        found=sum(count.found for count in counts),
        imported=sum(count.imported for count in counts),
        published=sum(count.published for count in counts),
    )


def _by_rule(findings: Sequence[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    counts = Counter(finding.rule for finding in findings)
    ordered = in_order(findings)
    return [(rule, [finding for finding in ordered if finding.rule == rule]) for rule, _ in counts.most_common()]


def _line(finding: Diagnostic, words: Words) -> str:
    where = finding.location
    place = f"{where.path}:{where.line}:{where.column}" if where.line else where.path
    return f"{place}: {words.say(finding.severity.value)}[{finding.rule}]: {words.message(finding)}"
