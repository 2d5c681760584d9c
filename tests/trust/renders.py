"""Vectors as blogsmith renders them: bodies one by one, and whole pages with a vector in every slot of the theme."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from blogsmith.model.config import Config, MarkdownConfig
from blogsmith.pages.all_pages import page_plans
from blogsmith.pages.body import fill
from blogsmith.pages.links import Atlas, resolve_references
from blogsmith.pages.urls import address_book
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import survey_site
from blogsmith.text.markdown import parse_markdown
from tests.site import CONFIG, write_file
from tests.trust.positions import BODY, HEAD, PROFILE, hostile_post, hostile_profile
from tests.trust.vectors import vectors

NOW = datetime(2026, 6, 1, 12)

SLOTS = len(HEAD) + len(PROFILE)
"""Places of a whole page that a vector stands in, beside its body."""


def bodies(count: int, *, seed: int = 0) -> Iterator[tuple[str, Sequence[str]]]:
    """So many vectors, and what becomes of each in every place of a body."""
    urls = address_book(Config())
    atlas = Atlas(urls=urls, by_path={}, by_id={}, by_address={}, addresses=frozenset(), files={})

    def rendered(text: str) -> str:
        body = parse_markdown(text, config=MarkdownConfig(), nesting=40)
        resolved, _ = resolve_references(body, "content/posts/a.md", 1, atlas)
        return fill(body, resolved, media={}, urls=urls, cards={})

    for vector in islice(vectors(seed), count):
        yield repr(vector), [rendered(shape(vector)) for shape in BODY.values()]


def whole_pages(root: Path, count: int, *, seed: int = 1) -> Mapping[str, bytes]:
    """Every page, list and feed of a blog whose posts and profiles each hold a vector wherever they can, by path.

    Nothing stands between a finding and the page here, as in a preview: what a build refuses is rendered too.
    """
    write_file(root, "config.toml", f"{CONFIG}\n[feeds]\nitems = {count}\n")
    for number, vector in enumerate(islice(vectors(seed), count)):
        text = "".join(letter for letter in vector if letter not in "\x01\f")
        write_file(root, f"content/posts/v{number}.md", hostile_post(number, text.replace("\r\n", "\n")))
        write_file(root, f"authors/a{number}.md", hostile_profile(text.replace("\r\n", "\n")))
    survey = survey_site(Request(root=root, config=root / "config.toml", now=NOW, remember=False, jobs=1))
    files = {asset.output: asset.content for asset in survey.tools.theme.assets}
    for plan in page_plans(survey.laid.ground):
        files[plan.output] = survey.tools.theme.render(plan.page()).encode()
    return files
