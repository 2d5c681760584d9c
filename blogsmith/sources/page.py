"""A Markdown file of `content/pages/` becomes a StaticPage, or its faults are told."""

from dataclasses import fields
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Checked
from blogsmith.model.frozen import frozen
from blogsmith.model.post import PageFrontMatter, StaticPage
from blogsmith.model.source import SourceFile
from blogsmith.sources.names import read_name, slug_of
from blogsmith.sources.post import address_faults, in_zone, language_faults
from blogsmith.sources.schema import validate
from blogsmith.sources.shape import Ground
from blogsmith.text.front_matter import split_front_matter


@frozen
class PageReading:
    """A page as far as it was understood."""

    page: StaticPage | None
    draft: bool


def read_page(source: SourceFile, config: Config) -> Checked[PageReading]:
    """The page in a file. Reports front-matter/*, post/slug, post/alias, post/language."""
    split = split_front_matter(source, limit_bytes=config.limits.front_matter_kb * 1024)
    if split.value is None:
        return Checked(value=PageReading(page=None, draft=False), diagnostics=split.diagnostics)
    front = split.value
    ground = Ground(path=source.path, family="front-matter", values=front.places, keys=front.keys)
    zone = ZoneInfo(config.site.time_zone)
    checked = validate(PageFrontMatter, front.table, ground, zone=zone)
    faults = [*split.diagnostics, *checked.diagnostics]
    keys, name = checked.value, read_name(source.path, config.languages)
    if keys is not None:
        faults += address_faults(keys.slug, keys.aliases, name, ground)
        faults += language_faults(keys.lang, name, config, ground)
    page = None
    if keys is not None and not faults:
        page = StaticPage(
            **in_zone({field.name: getattr(keys, field.name) for field in fields(keys)}, zone),
            path=source.path,
            url_slug=keys.slug or slug_of(name.stem),
            language=keys.lang or name.language or config.site.language,
            group=name.group,
            body=front.body,
            first_line=front.first_line,
            places=front.places,
        )
    return Checked(value=PageReading(page=page, draft=front.table.get("draft") is True), diagnostics=tuple(faults))
