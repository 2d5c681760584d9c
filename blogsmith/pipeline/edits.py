"""Edits of a few posts, held to the rules by themselves: what they change is told, or that it is not certain."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from itertools import chain
from zoneinfo import ZoneInfo

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.document import Body
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Collection as Collected
from blogsmith.model.site import Site
from blogsmith.pipeline.circle import Circle, Version
from blogsmith.pipeline.codec import codec_of
from blogsmith.pipeline.edition import Edition
from blogsmith.pipeline.gate import published_at
from blogsmith.pipeline.handbook import handbooks_at
from blogsmith.pipeline.heads import Head, by_path, head_of
from blogsmith.pipeline.layout import look_at_body
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.plot import Bodies, Plot, lay_plot
from blogsmith.pipeline.read import assembled
from blogsmith.pipeline.shared import SHOWN, TEXT, same_everywhere
from blogsmith.pipeline.source_states import Scan
from blogsmith.pipeline.study import Desk, body_setting
from blogsmith.pipeline.texts import Text, exchange_text, in_zone, known_text, read_again
from blogsmith.pipeline.tools import Tools
from blogsmith.policy.doubts import are_settled, least_letters
from blogsmith.policy.kinship import Kinship
from blogsmith.policy.traces import Trace
from blogsmith.sources.files import Found, found_at, list_files
from blogsmith.text.code import recall


class Uncertain(Exception):  # no error: a reason to look at the whole site
    """What an edit changes cannot be told from the edit alone."""


@frozen
class Edit:
    """A post that says something else than it did."""

    found: Found
    before: bytes
    """The digest of its bytes as they were."""
    text: Text
    was: Post
    """As it was, whole."""

    @property
    def path(self) -> str:
        """Of the post."""
        return self.was.path


@frozen
class Look:
    """The site with the edits in it, laid out as far as somebody asks."""

    heads: Mapping[str, Head]
    """As the last build had them."""
    collection: Collected
    site: Site
    plot: Plot


@frozen
class Change:
    """An edit with the post before and after it."""

    edit: Edit
    before: Version
    after: Version
    said_before: tuple[Diagnostic, ...]
    """Of its links and pictures."""
    says: tuple[Diagnostic, ...]
    memory: Memory
    """What was found out for it."""


@frozen
class Edits:
    """All edits, and the site that they make."""

    look: Look
    changes: tuple[Change, ...]
    kinship: Kinship
    """What the next edit is held against."""
    said_before: frozenset[Diagnostic]
    """Of the posts, and of those that begin or end as one of them did or does."""
    says: tuple[Diagnostic, ...]
    """No error."""

    @property
    def digests(self) -> Mapping[str, bytes]:
        """Of the sources' files."""
        return self.look.collection.digests


def read_edits(tools: Tools, edition: Edition, scan: Scan, changed: Collection[str], now: datetime) -> Edits:
    """What the posts at these paths, as the disk has them, say. Raises Uncertain."""
    heads = by_path(edition.heads, tools.config)
    edits = tuple(edit for path in sorted(changed) if (edit := _edit_at(tools, heads, path)) is not None)
    look = _look_at(tools, heads, edits, scan, now)
    desk = Desk(memory=tools.memory, config=tools.config, bench=tools.bench)
    changes = tuple(_change(tools, desk, look, edit) for edit in edits)
    others = cache(partial(_as_it_is, desk, look))
    posts = {post.path: post for post in look.site.posts}
    kinship = _kinship(tools, others, posts, edition.kinship, changes)
    circle = partial(Circle, tools=tools, site=look.site, posts=posts, others=others)
    before = circle(edited={change.edit.path: change.before for change in changes}, kinship=edition.kinship)
    after = circle(edited={change.edit.path: change.after for change in changes}, kinship=kinship)
    paths = before.told_together() | after.told_together()
    said, says = before.says(paths), after.says(paths)
    if said is None or says is None:
        raise Uncertain
    edits_said = frozenset(said).union(*(change.said_before for change in changes))
    edits_say = (*chain.from_iterable(change.says for change in changes), *says)
    if any(finding.severity is Severity.ERROR for finding in edits_say):
        raise Uncertain
    return Edits(look=look, changes=changes, kinship=kinship, said_before=edits_said, says=edits_say)


def remember_edits(tools: Tools, edition: Edition, edits: Edits) -> Edition:
    """Keeps what was found out, forgets what it takes the place of; returns the edition with the posts as they are."""
    config, look, sizes = tools.config, edits.look, edits.look.collection.sizes
    desk = Desk(memory=tools.memory, config=config, bench=tools.bench)
    fresh: dict[str, bytes] = {}
    tools.memory.take_back()
    for change in edits.changes:
        edit, before = change.edit, change.before
        desk.forget(before.post, edit.before, before.outline, look.site, sizes)
        desk.adopt(change.memory)
        exchange_text(tools.memory, config, edit.path, edit.before, edit.text)
        fresh[edit.path] = codec_of(Head).pack(head_of(edit.found, edit.text, body_setting(config)))
    heads = tuple(fresh.get(path, head) for path, head in zip(look.heads, edition.heads, strict=True))
    return replace(edition, heads=heads, kinship=edits.kinship)


def _edit_at(tools: Tools, heads: Mapping[str, Head], name: str) -> Edit | None:
    """The edit of a file; None where it was touched and says what it said."""
    found = found_at(tools.root, name)
    head = heads.get(found.path) if found is not None else None
    if found is None or head is None:
        raise Uncertain
    before = _remembered(tools, found.path, head)
    text = in_zone(read_again(tools.root, found, tools.config, before), ZoneInfo(tools.config.site.time_zone))
    if text.digest == head.text.digest:
        return None
    was, now = _sound(before), _sound(text)
    if not same_everywhere(was, now) or was.first_line != now.first_line or _placed(was) != _placed(now):
        raise Uncertain
    return Edit(found=found, before=head.text.digest, text=text, was=was)


def _remembered(tools: Tools, path: str, head: Head) -> Text:
    """The text with a head. Raises Uncertain."""
    text = known_text(tools.memory, tools.config, path, head.text.digest)
    if text is None:
        raise Uncertain
    return text


def _sound(text: Text) -> Post:
    """The post of a text in whose head nothing is wrong. Raises Uncertain."""
    if text.faults or text.reading is None or text.reading.post is None:
        raise Uncertain
    return text.reading.post


def _placed(post: Post) -> dict[tuple[str | int, ...], object]:
    """Where everything stands that other files may be held against."""
    return {key: place for key, place in post.places.items() if key[:1] and key[0] not in SHOWN}


def _look_at(tools: Tools, heads: Mapping[str, Head], edits: tuple[Edit, ...], scan: Scan, now: datetime) -> Look:
    texts = {path: head.text for path, head in heads.items()}
    texts |= {edit.path: edit.text for edit in edits}
    listing = list_files(tools.root, states={path: own for path, own in scan.stamps.items() if path[-3:] != ".md"})
    collection = assembled(tools.root, tools.config_file, listing, texts, tools.memory).value
    site, standings = published_at(collection, now, frozenset())
    edited = {edit.path: edit for edit in edits}

    def whole(post: Post) -> Post:
        edit = edited.get(post.path)
        text = edit.text if edit is not None else None
        if text is None:
            text = _remembered(tools, post.path, heads[post.path])
        read = _sound(text)
        return replace(post, body=read.body, first_line=read.first_line, places=read.places)

    keys = {path: head.key for path, head in heads.items() if head.key and path not in edited}
    bodies = Bodies(whole=whole, keys=keys)
    plot = lay_plot(tools, collection, site, standings, handbooks_at(tools, now), bodies, shows_all=False)
    return Look(heads=heads, collection=collection, site=site, plot=plot)


def _change(tools: Tools, desk: Desk, look: Look, edit: Edit) -> Change:
    """An edit of a published post whose links and pictures are the site's as before. Raises Uncertain."""
    sizes, plot = look.collection.sizes, look.plot
    post = plot.sources.get(edit.path)
    if not isinstance(post, Post):
        raise Uncertain
    was = replace(post, **{name: getattr(edit.was, name) for name in (*SHOWN, *TEXT)})
    key = desk.keys({was.path: was})[was.path]
    outline = desk.known_outline(key)
    study = desk.known_study(was, edit.before, outline, look.site, sizes) if outline is not None else None
    _recall_code(desk.known_body(key))
    memory = Memory(None)
    aside = replace(desk, memory=memory, jobs=1)
    studied = aside.study(
        (post,), replace(look.site, posts=(post,)), digests={post.path: edit.text.digest}, sizes=sizes
    )
    fresh = studied.studies.get(post.path)
    if outline is None or (study is None) != (fresh is None) or outline.ids != studied.outlines[post.path].ids:
        raise Uncertain
    plot.outlines.put(post.path, studied.outlines[post.path])
    plot.bodies.put(post.path, studied.bodies[post.path])
    said_before, before = look_at_body(tools, look.site, was, outline, plot.atlas, lenient=False)
    says, after = look_at_body(tools, look.site, post, plot.outlines[post.path], plot.atlas, lenient=False)
    if before != after:
        raise Uncertain
    return Change(
        edit=edit,
        before=Version(post=was, outline=outline, study=study),
        after=Version(post=post, outline=plot.outlines[post.path], study=fresh),
        said_before=tuple(said_before),
        says=tuple(says),
        memory=memory,
    )


def _recall_code(body: Body | None) -> None:
    """What was highlighted in a body need not be highlighted again."""
    for piece in body.pieces if body is not None else ():
        if isinstance(piece, str):
            recall(piece)


def _as_it_is(desk: Desk, look: Look, path: str) -> Version:
    """A post that was not edited. Raises Uncertain where too little of it is remembered."""
    post, outline = look.plot.sources[path], look.plot.outlines[path]
    if not isinstance(post, Post):
        raise Uncertain
    study = desk.known_study(post, look.heads[path].text.digest, outline, look.site, look.collection.sizes)
    if study is None:
        raise Uncertain
    return Version(post=post, outline=outline, study=study)


def _kinship(
    tools: Tools,
    others: Callable[[str], Version],
    posts: Mapping[str, Post],
    kinship: Kinship,
    changes: tuple[Change, ...],
) -> Kinship:
    """What `kinship` is after edits that make no post a copy of another, or none. Raises Uncertain."""
    letters = least_letters(tools.bench.levels)
    fresh: dict[str, Trace] = {}

    def trace_of(path: str) -> Trace | None:
        study = others(path).study if path not in fresh else None
        return study.trace if study is not None else fresh.get(path)

    for change in changes:
        before, after = change.before.study, change.after.study
        if before is None or after is None:  # then both are: it is older than the rules
            continue
        path = change.edit.path
        fresh[path] = after.trace
        doubts = kinship.doubts(path, before.trace, after.trace, letters)
        if doubts is None or not are_settled(doubts, posts, trace_of, tools.bench.levels):
            raise Uncertain
        kinship = kinship.renewed(path, after.trace, letters)
    return kinship
