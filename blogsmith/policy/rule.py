"""A rule is a value: id, level, options, and a function to findings. Making one registers nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Generic, TypeVar

from blogsmith.model.author import Author
from blogsmith.model.diagnostic import Fact, Note, Severity
from blogsmith.model.document import Body, Document, Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.source import Location, Place
from blogsmith.policy.alike import Comparing
from blogsmith.policy.traces import Trace
from blogsmith.text.prose import Prose

Value = bool | int | str | tuple[str, ...]
"""What an option of a rule may hold."""

Options = Mapping[str, Value]
"""Every option of a rule with the site's value or its default."""


@frozen
class Option:
    """Something an editor may set: `[policy.rules."family/name".options]`. Its words: `option@NAME` in the messages."""

    name: str
    default: Value


@frozen
class Finding:
    """What a rule says of one place. The engine gives it its level and makes it a Diagnostic."""

    location: Location
    facts: tuple[tuple[str, Fact], ...] = ()
    variant: str = ""
    notes: tuple[Note, ...] = ()
    at_most: Severity = Severity.ERROR
    """The most it ever weighs: what only time changes is never more than a warning."""


@frozen
class Signed:
    """A post with its writers: what can be said of it without reading its sentences."""

    post: Post
    authors: tuple[Author, ...]
    """In the order of `post.authors`."""
    site: Site
    """Every post there is, published or not."""
    outline: Outline
    begins: Place | None = None
    """Where in the body its first sentence stands; None where it has none."""

    def at(self, *key: str | int) -> Location:
        """Where a key of the front matter stands; the head of the file where it is missing."""
        place = self.post.places.get(key) or self.post.places.get(key[:1])
        return place.within(self.post.path) if place else Location(path=self.post.path, line=1, column=1)

    def within(self, place: Place) -> Location:
        """A place of the body as a place in the file."""
        line = place.line + self.post.first_line - 1
        return Location(path=self.post.path, line=line, column=place.column, length=place.length)

    @property
    def start(self) -> Location:
        """Where the first sentence of the body stands."""
        return self.within(self.begins) if self.begins else Location(path=self.post.path, line=1, column=1)


@frozen
class Byline(Signed):
    """A post with everything that a post rule may look at; of the site it reads config, writers and time alone."""

    document: Document
    prose: Prose
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of the files that posts show, by path; empty where nobody looked."""


@frozen
class Profile:
    """A writer with everything that an author rule may look at."""

    author: Author
    site: Site
    bios: Mapping[str, Prose]
    """By language."""

    def at(self, *key: str | int) -> Location:
        """Where a key of the profile stands; the head of the file where it is missing."""
        place = self.author.places.get(key) or self.author.places.get(key[:1])
        return place.within(self.author.path) if place else Location(path=self.author.path, line=1, column=1)


@frozen
class Archive:
    """The whole site for a site rule."""

    site: Site
    bylines: tuple[Signed, ...]
    press: Mapping[str, str]
    """Texts of `press/*.md` by path."""
    traces: Mapping[str, Trace] = field(default_factory=dict)
    """What of each post is compared with others, by path."""
    comparing: Comparing = field(default_factory=Comparing)
    """Compares it."""


@frozen
class Rendered:
    """The page of a post, of a writer or of `content/pages/`, rendered: what no theme may drop is looked for here."""

    post: Post | None
    """None for a page that is no post's."""
    output: str
    html: str
    site: Site
    document: Body | None = None
    """The post's body; None where `post` is."""
    source: str = ""
    """The file that the page is made from: what a finding blames. Empty for the post's own."""
    keepers: tuple[Author, ...] = ()
    """Writers of the site who keep something private: looked for once for all pages."""


Subject = TypeVar("Subject")


@frozen
class Rule(Generic[Subject]):
    """One rule about one kind of subject."""

    id: str
    """`family/name`, for ever."""
    level: Severity
    """By default; an editor may set another, or `off`."""
    check: Callable[[Subject, Options], Iterator[Finding]]
    options: tuple[Option, ...] = ()
    on: bool = True
    """False for a rule that rests until an editor turns it on."""


PostRule = Rule[Byline]
"""Its findings are remembered while the post, its writers and the config stay: it must not look at the day."""
HeadRule = Rule[Signed]
"""About a post without its sentences: never remembered, so it may look at the day."""
AuthorRule = Rule[Profile]
SiteRule = Rule[Archive]
OutputRule = Rule[Rendered]


def rule(
    rule_id: str, level: Severity, *options: Option, on: bool = True
) -> Callable[[Callable[[Subject, Options], Iterator[Finding]]], Rule[Subject]]:
    """Turns a function into a rule about what its first argument is. Registers nothing: see `catalogue.py`."""
    return lambda check: Rule(id=rule_id, level=level, check=check, options=options, on=on)
