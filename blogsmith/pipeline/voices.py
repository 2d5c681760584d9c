"""What the first-person reader makes of single posts, sentence by sentence: for `explain --voice`."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from blogsmith.model.author import Author
from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.model.words import AuthorId
from blogsmith.pipeline.read import read_collection
from blogsmith.pipeline.request import Request
from blogsmith.policy.names import each_name
from blogsmith.policy.voice.marks import NEEDED, CountedSentence
from blogsmith.policy.voice.verdict import Voice, voice_of_prose
from blogsmith.sources.config import read_config
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose
from blogsmith.text.suggest import nearest


@frozen
class PostVoice:
    """A post and who speaks in it."""

    post: Post
    voice: Voice
    needed: int = NEEDED

    def at(self, counted: CountedSentence) -> Location:
        """Where a sentence stands in its file."""
        place = counted.sentence.place
        line = place.line + self.post.first_line - 1
        return Location(path=self.post.path, line=line, column=place.column, length=place.length)


def read_voices(request: Request, paths: Iterable[str]) -> tuple[tuple[PostVoice, ...], Mapping[str, str]]:
    """The voices of the posts at `paths`, from the site's root; and the paths that are no readable post's, each with
    the post in that folder or the nearest one, empty where none is near.

    Raises CannotGoOn with every fault of the config.
    """
    config_file = read_config(request.config, shown_as=Path(request.config).name)
    collection = read_collection(request.root, config_file).value
    posts = {post.path: post for post in (*collection.posts, *collection.rest)}
    config, wanted = config_file.config, tuple(dict.fromkeys(paths))
    found = []
    for path in wanted:
        post = posts.get(path)
        if post is not None:
            found.append(voice_in(post, collection.authors, config))
    return tuple(found), {path: _meant(path, posts) for path in wanted if path not in posts}


def _meant(path: str, posts: Iterable[str]) -> str:
    return next((post for post in sorted(posts) if post.startswith(f"{path}/")), None) or nearest(path, posts) or ""


def voice_in(post: Post, authors: Mapping[AuthorId, Author], config: Config) -> PostVoice:
    """The voice of one post, read now."""
    writers = [authors[name] for name in post.authors if name in authors]
    document = parse_markdown(post.body, config=config.markdown, nesting=config.limits.nesting)
    prose = read_prose(document, author_names=_names(writers))
    return PostVoice(post=post, voice=voice_of_prose(prose, post, writers, config.site))


def _names(authors: Iterable[Author]) -> tuple[str, ...]:
    return tuple(name for author in authors for name in each_name(author.name))
