"""A Hugo site's files are sorted: posts, pages, profiles, lists; who wrote what; and what cannot be brought over."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from blogsmith.importers.draft import Choices, Kind, Remark
from blogsmith.importers.findings import about_file
from blogsmith.importers.hugo_config import (
    HugoConfig,
    fallback_category,
    own_categories,
    read_config,
    read_languages,
)
from blogsmith.importers.hugo_entries import Entry, Languages, make_entry, with_posts
from blogsmith.importers.hugo_files import HugoFiles, read_hugo_files
from blogsmith.importers.hugo_front_matter import read_head
from blogsmith.importers.hugo_heads import category_of
from blogsmith.importers.hugo_people import People, author_names, read_people
from blogsmith.importers.identifiers import ascii_id
from blogsmith.model.config import default_categories
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.words import Text


@frozen
class HugoSite:
    """The old site, sorted, before anything is converted."""

    files: HugoFiles
    config: HugoConfig
    found: Mapping[Kind, int]
    """Content files by what they are."""
    entries: tuple[Entry, ...]
    """What becomes a file of `content/`: posts, pages, and lists that say something themselves."""
    lists: tuple[Entry, ...]
    """Every section and term that has a file."""
    people: People
    authors: Mapping[str, tuple[str, ...]]
    """Author ids by path of the post."""
    categories: Mapping[str, Text]
    """Label by id."""
    findings: tuple[Diagnostic, ...]


def sort_site(source: Path, choices: Choices) -> HugoSite:
    """The site in `source`. Raises CannotGoOn with import/no-content."""
    files = read_hugo_files(source)
    config = read_config(files.config, choices)
    entries, findings = _entries(files, read_languages(files.config, config))
    profiles = [entry for entry in entries if entry.kind == "profile"]
    lists = [entry for entry in entries if entry.kind == "list"]
    people, authors, nobody = _authors(entries, read_people(profiles, files.people), config, choices)
    silent = [entry for entry in lists if not entry.head.body.strip()]
    findings += [_without_author(entry) for entry in nobody]
    findings += [_without_words(entry) for entry in silent]
    left_out = {entry.path for entry in (*nobody, *silent, *profiles)}
    kinds = Counter(entry.kind for entry in entries)
    kinds["page"] += len(files.refused) + sum(finding.rule == _UNREAD for finding in findings)
    posts = [entry for entry in entries if entry.kind == "post"]
    return HugoSite(
        files=files,
        config=config,
        found=kinds,
        entries=tuple(entry for entry in entries if entry.path not in left_out),
        lists=tuple(lists),
        people=people,
        authors=authors,
        categories=_categories(posts, choices),
        findings=(*files.refused, *findings),
    )


_UNREAD = "import/unread"


def _entries(files: HugoFiles, languages: Languages) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """Every file whose head is understood; a finding for each other, and for what is doubtful in a head."""
    entries: list[Entry] = []
    findings: list[Diagnostic] = []
    for page in files.pages:
        checked = read_head(page)
        findings += [replace(fault, severity=Severity.WARNING) for fault in checked.diagnostics]
        if checked.value is None:
            findings.append(about_file(Remark(rule="import/unread", value=page.path), page.path))
        else:
            entries.append(make_entry(page.path, checked.value, files.content, languages))
    return with_posts(entries), findings


def _authors(
    entries: Sequence[Entry], people: People, config: HugoConfig, choices: Choices
) -> tuple[People, dict[str, tuple[str, ...]], list[Entry]]:
    """People with those whom posts name and nobody described; author ids by post; posts that nobody signs."""
    authors: dict[str, tuple[str, ...]] = {}
    nobody: list[Entry] = []
    otherwise = choices.author or config.author
    for entry in entries:
        if entry.kind != "post":
            continue
        names = author_names(entry) or ((otherwise,) if otherwise else ())
        for name in names:
            if not people.id_of(name):
                kind = "in-house" if name == config.author else "former"
                people = people.with_made(name, kind=kind, named_in="" if name == otherwise else entry.path)
        authors[entry.path] = tuple(dict.fromkeys(people.id_of(name) for name in names))
        if not names:
            nobody.append(entry)
    return people, authors, nobody


def _categories(posts: Sequence[Entry], choices: Choices) -> Mapping[str, Text]:
    """The old site's own categories, else the usual six; and the one for posts that have none, where there are such."""
    own: Mapping[str, Text] = own_categories(posts)
    usual = {name: category.label for name, category in default_categories().items()}
    fallback = fallback_category(choices)
    label: Text = usual.get(fallback) or choices.category or fallback
    found: dict[str, Text] = {**(own or usual)}
    if any(not category_of(entry, found, "")[0] for entry in posts):
        found.setdefault(fallback, label)
    return {ascii_id(name): words for name, words in found.items()}


def _without_author(entry: Entry) -> Diagnostic:
    return about_file(Remark(rule="import/no-author", value=entry.path), entry.path)


def _without_words(entry: Entry) -> Diagnostic:
    return about_file(Remark(rule="import/list", value="/".join(entry.parts) or "/"), entry.path)
