"""Each body is parsed once, its sentences are read once and held to the post rules once: then it is remembered.

What is remembered of a body depends on the body and the Markdown settings; what the rules say of a post depends on its
file, the config, the profiles that it names and the files that it shows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from blogsmith.model.author import Author, Bio
from blogsmith.model.config import Config
from blogsmith.model.document import Body, Document, Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.pages.links import beside
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import Codec, canonical, codec_of, digest_of, packed
from blogsmith.pipeline.judge import Bench
from blogsmith.pipeline.memory import BODY, OUTLINE, STUDY, Memory
from blogsmith.pipeline.studied import Studied, Study
from blogsmith.pipeline.workers import processors, shared_out
from blogsmith.policy.names import each_name
from blogsmith.policy.rule import Byline
from blogsmith.policy.traces import trace_of
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose

Source = Post | StaticPage | Bio
T = TypeVar("T")

_RECENT = 64
"""Bodies that a process has at hand: a post's page asks for its body more than once, and so do feeds."""


class Bodies(Mapping[str, Body]):
    """Bodies by source path, each fetched when it is asked for."""

    def __init__(self, sources: Mapping[str, Source], keys: Mapping[str, bytes], desk: "Desk") -> None:
        self._sources, self._keys, self._desk = sources, keys, desk
        self._recent: dict[str, Body] = {}

    def __getitem__(self, path: str) -> Body:
        body = self._recent.get(path)
        if body is None:
            if len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            body = self._recent[path] = self._desk.body(self._sources[path], self._keys[path])
        return body

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


@frozen
class Desk:
    """Where bodies are studied: what is remembered comes from the memory, the rest is shared out to processes."""

    memory: Memory
    config: Config
    bench: Bench
    jobs: int = 0
    """At most so many processes; 0 for one a processor."""

    def study(
        self,
        sources: Iterable[Source],
        site: Site,
        *,
        digests: Mapping[str, bytes],
        sizes: Mapping[str, int],
    ) -> Studied:
        """Everything about `sources`; the posts of `site` are held to the rules that are in force for them.

        `digests` and `sizes`: of every file by its path.
        """
        by_path = {source.path: source for source in sources}
        judged = {post.path: post for post in site.posts if not self.bench.is_exempt(post)}
        keys = self.keys(by_path)
        outlines = self._known(OUTLINE, codec_of(Outline), keys)
        envelope = self._envelope
        study_keys = {
            path: _study_key(envelope, post, digests[path], outlines[path], site, sizes)
            for path, post in judged.items()
            if path in outlines
        }
        studies = self._known(STUDY, codec_of(Study), study_keys)
        missing = [path for path in by_path if path not in outlines or (path in judged and path not in studies)]

        def work(number: int) -> bytes:
            path = missing[number]
            document = self.parsed(by_path[path])
            study = self._study_of(judged[path], document, site, sizes) if path in judged else None
            return codec_of(_Result).pack(_packed_result(document, study))

        results = shared_out(work, len(missing), jobs=self.jobs or processors())
        with self.memory.in_parts() as keep:
            for path, sent in zip(missing, results, strict=True):
                result = codec_of(_Result).unpack(sent)
                keep(OUTLINE, keys[path], result.outline)
                keep(BODY, keys[path], result.body)
                outlines[path] = codec_of(Outline).unpack(result.outline)
                if path in judged:
                    key = _study_key(envelope, judged[path], digests[path], outlines[path], site, sizes)
                    keep(STUDY, key, result.study)
                    study_keys[path], studies[path] = key, codec_of(Study).unpack(result.study)
        for kind, wanted in ((OUTLINE, keys), (BODY, keys), (STUDY, study_keys)):
            self.memory.supersede(kind, set(wanted.values()))
        self.memory.clean()
        return Studied(keys=keys, outlines=outlines, bodies=Bodies(by_path, keys, self), studies=studies)

    def keys(self, sources: Mapping[str, Source]) -> dict[str, bytes]:
        """The digest of all that a body's HTML depends on, but for what its references lead to; by path."""
        setting = body_setting(self.config)
        return {path: digest_of(setting, source.body.encode()) for path, source in sources.items()}

    def body(self, source: Source, key: bytes) -> Body:
        """A body from the memory, or parsed again where it is not there."""
        return self.known_body(key) or self.parsed(source)

    def known_outline(self, key: bytes) -> Outline | None:
        """An outline from the memory."""
        found = self.memory.one(OUTLINE, key)
        return codec_of(Outline).unpack(found) if found is not None else None

    @property
    def _envelope(self) -> bytes:
        """The digest of all but posts, profiles and files that a study depends on."""
        return digest_of(code_digest(), canonical(self.config))

    def known_study(
        self, post: Post, file: bytes, outline: Outline, site: Site, sizes: Mapping[str, int]
    ) -> Study | None:
        """What was found out about a post, from the memory. `file`: the digest of its bytes."""
        key = _study_key(self._envelope, post, file, outline, site, sizes)
        found = self.memory.one(STUDY, key)
        return codec_of(Study).unpack(found) if found is not None else None

    def forget(self, post: Post, file: bytes, outline: Outline, site: Site, sizes: Mapping[str, int]) -> None:
        """Erases what is remembered of a post as it was. `file`: the digest of its bytes."""
        key = self.keys({post.path: post})[post.path]
        self.memory.erase(OUTLINE, [key])
        self.memory.erase(BODY, [key])
        self.memory.erase(STUDY, [_study_key(self._envelope, post, file, outline, site, sizes)])

    def adopt(self, other: Memory) -> None:
        """Remembers what was studied with another memory."""
        for kind in (OUTLINE, BODY, STUDY):
            self.memory.keep(kind, other.all(kind))

    def known_body(self, key: bytes) -> Body | None:
        """A body from the memory."""
        found = self.memory.one(BODY, key)
        return codec_of(Body).unpack(found) if found is not None else None

    def parsed(self, source: Source) -> Document:
        """A body that is parsed now."""
        return parse_markdown(source.body, config=self.config.markdown, nesting=self.config.limits.nesting)

    def _known(self, kind: str, codec: Codec[T], keys: Mapping[str, bytes]) -> dict[str, T]:
        """What is remembered, by path, in the order of the paths: equal bodies have one key."""
        wanted = frozenset(keys.values())
        known = {key: codec.unpack(value) for key, value in self.memory.each(kind) if key in wanted}
        return {path: known[key] for path, key in keys.items() if key in known}

    def _study_of(self, post: Post, document: Document, site: Site, sizes: Mapping[str, int]) -> Study:
        authors = tuple(site.authors[name] for name in post.authors)
        prose = read_prose(document, author_names=[name for author in authors for name in each_name(author.name)])
        begins = prose.sentences[0].place if prose.sentences else None
        byline = Byline(
            post=post,
            authors=authors,
            site=site,
            outline=document,
            begins=begins,
            document=document,
            prose=prose,
            sizes=sizes,
        )
        return Study(
            begins=begins,
            trace=trace_of(prose, document.passages),
            findings=self.bench.findings_on(byline),
        )


def body_setting(config: Config) -> bytes:
    """The digest of all but its text that the document of a body depends on."""
    return digest_of(code_digest(), canonical(config.markdown), canonical(config.limits.nesting))


@frozen
class _Result:
    """What a worker sends back, packed for the memory."""

    outline: bytes
    body: bytes
    study: bytes


def _packed_result(document: Document, study: Study | None) -> _Result:
    return _Result(
        outline=packed({name: getattr(document, name) for name in Outline.__dataclass_fields__}),
        body=packed({name: getattr(document, name) for name in Body.__dataclass_fields__}),
        study=packed(study) if study is not None else b"",
    )


def _study_key(
    envelope: bytes, post: Post, file: bytes, outline: Outline, site: Site, sizes: Mapping[str, int]
) -> bytes:
    """The digest of all that what the rules say of a post depends on."""
    named = (*post.authors, *post.reviewed_by, *post.approved_by, *((post.responder,) if post.responder else ()))
    profiles = {name: _head_of(site.authors[name]) if name in site.authors else None for name in named}
    shown = [post.cover.src] if post.cover is not None else []
    shown += [reference.target for reference in outline.references if reference.kind == "image"]
    weights = [sizes.get(beside(post.path, src)) for src in shown]
    return digest_of(envelope, post.path.encode(), file, canonical(profiles), canonical(weights))


def _head_of(author: Author) -> Sequence[object]:
    """A profile without where its keys stand."""
    return [getattr(author, name) for name in Author.__dataclass_fields__ if name != "places"]
