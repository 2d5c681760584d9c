"""One file looked at again while it is written, against the last survey of the whole site: a few milliseconds.

A glance knows what the file says of itself: its head, its body, what it refers to, the rules about a post. What can
only be said of the whole site (copies, addresses, waivers of such rules) is the survey's.
"""

from collections.abc import Iterator
from dataclasses import replace

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection, Standing
from blogsmith.pages.links import Atlas, target_of_page, target_of_post
from blogsmith.pipeline.gate import linkable_posts
from blogsmith.pipeline.layout import findings_in_body
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.studied import Studied
from blogsmith.pipeline.study import Desk
from blogsmith.pipeline.texts import Text, read_anew
from blogsmith.pipeline.trip import Survey
from blogsmith.sources.author import read_authors
from blogsmith.sources.config import read_config
from blogsmith.sources.files import unsaved_file
from blogsmith.sources.names import read_name
from blogsmith.sources.site import duplicate_ids, reference_faults, standing_in


def glance(survey: Survey, path: str, text: str) -> tuple[Diagnostic, ...]:
    """What is to be said of the file at `path` if it held `text`."""
    tools = survey.tools
    if path == tools.config_file.path:
        return _of_config(survey, text)
    read = read_anew(tools.root, unsaved_file(path, text), tools.config)
    found = [*read.faults, *_of_profile(survey, read), *_of_content(survey, read)]
    tools = replace(tools, unsaved={**tools.unsaved, path: text})
    return tools.without_known(fault for fault in found if fault.location.path == path)


def _of_config(survey: Survey, text: str) -> tuple[Diagnostic, ...]:
    config_file = survey.tools.config_file
    try:
        read_config(survey.tools.root / config_file.path, shown_as=config_file.path, unsaved=text)
    except CannotGoOn as stop:
        return stop.diagnostics
    return ()


def _of_profile(survey: Survey, read: Text) -> tuple[Diagnostic, ...]:
    """A bio in another language is all text: nothing can be wrong with its head."""
    config, source = survey.tools.config, read.source
    if source is None or read_name(source.path, config.languages).language:
        return ()
    return read_authors([source], config).diagnostics


def _of_content(survey: Survey, read: Text) -> Iterator[Diagnostic]:
    page = read.page.page if read.page is not None else None
    post = read.reading.post or read.reading.rest if read.reading is not None else None
    source = post or page
    if source is None:
        return
    posts: tuple[Post, ...] = ()
    if post is not None:
        around = _around(survey.collection, post)
        yield from duplicate_ids(around.posts)
        yield from reference_faults(replace(around, posts=(post,)), survey.tools.config_file)
        posts = linkable_posts(replace(around, posts=(post,)))
    studied = _studied(survey, source, posts, read.digest)
    atlas, state = _atlas(survey, source, studied)
    lenient = state is not Standing.PUBLISHED and isinstance(source, Post)
    yield from findings_in_body(survey.tools, survey.site, source, studied, atlas, lenient=lenient)
    for own in posts:
        if own.path in studied.studies:
            yield from survey.tools.bench.judge_post(replace(survey.site, posts=posts), own, studied)


def _around(collection: Collection, post: Post) -> Collection:
    """The post with those that bear its id, and every id there is."""
    twins = tuple(other for other in collection.posts if other.id == post.id and other.path != post.path)
    return replace(collection, posts=(post, *twins), rest=(), known_ids=collection.known_ids | {post.id})


def _studied(survey: Survey, source: Post | StaticPage, posts: tuple[Post, ...], digest: bytes) -> Studied:
    tools = survey.tools
    desk = Desk(memory=Memory(None), config=tools.config, bench=tools.bench, jobs=1)
    site = replace(survey.site, posts=posts)
    return desk.study([source], site, digests={source.path: digest}, sizes=survey.collection.sizes)


def _atlas(survey: Survey, source: Post | StaticPage, studied: Studied) -> tuple[Atlas, Standing]:
    """Everything that a link may lead to, the file itself as it is now; and whether it is published."""
    atlas, outline = survey.laid.atlas, studied.outlines[source.path]
    if isinstance(source, StaticPage):
        target, by_id = target_of_page(source, atlas.urls, outline), atlas.by_id
    else:
        target = target_of_post(source, atlas.urls, outline, standing_in(survey.collection, source, survey.site.now))
        by_id = {**atlas.by_id, source.id: target}
    return replace(atlas, by_path={**atlas.by_path, source.path: target}, by_id=by_id), target.standing
