"""Where everything stands: addresses (`/ko/hello/`), URLs with the base path, and the files they are written to.

An address is a path within the site, in Unicode, starting with a slash. `Urls` alone makes them.
"""

from urllib.parse import quote, urlsplit

from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, StaticPage

FEED_FILES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}
"""File name and media type of each feed format."""


@frozen
class Urls:
    """The site's address book."""

    config: Config
    origin: str
    """`https://blog.example.com`."""
    base_path: str
    """`/` or `/blog/`."""

    def href(self, address: str) -> str:
        """The address as a link: base path before it, percent-encoded. Source: RFC 3986, 2.1."""
        return quote(self.base_path[:-1] + address, safe="/:@!$&'()*+,;=~-._")

    def absolute(self, address: str) -> str:
        """The address as an absolute URL."""
        return self.origin + self.href(address)

    def home(self, language: str) -> str:
        """The home page of a language; everything else in that language stands under it."""
        return "/" if language == self.config.site.language else f"/{language}/"

    def post(self, post: Post) -> str:
        """A post, as `[permalinks] post` shapes it."""
        date = post.date
        values = {
            "slug": post.url_slug,
            "id": post.id,
            "category": post.category,
            "year": f"{date.year:04}",
            "month": f"{date.month:02}",
            "day": f"{date.day:02}",
        }
        filled = self.config.permalinks.post.format_map(values)  # which holds no other braces: `sources/config.py`
        return self.home(post.language) + filled.lstrip("/")

    def page(self, page: StaticPage) -> str:
        """A page, as `[permalinks] page` shapes it."""
        filled = self.config.permalinks.page.replace("{slug}", page.url_slug)
        return self.home(page.language) + filled.lstrip("/")

    def short(self, post_id: str) -> str:
        """The address of a post that never changes."""
        return f"/p/{post_id}/"

    def category(self, language: str, category: str) -> str:
        """The list of a category."""
        return f"{self.home(language)}category/{category}/"

    def tag(self, language: str, tag_slug: str) -> str:
        """The list of a tag."""
        return f"{self.home(language)}tag/{tag_slug}/"

    def series(self, language: str, series: str) -> str:
        """The parts of a series."""
        return f"{self.home(language)}series/{series}/"

    def author(self, language: str, author: str) -> str:
        """A profile."""
        return f"{self.home(language)}author/{author}/"

    def authors(self, language: str) -> str:
        """All writers."""
        return f"{self.home(language)}authors/"

    def handbook(self, language: str) -> str:
        """The house rules."""
        return f"{self.home(language)}how-we-write/"

    def archive(self, language: str, year: int | None = None) -> str:
        """The archive, or one year of it."""
        base = f"{self.home(language)}archive/"
        return base if year is None else f"{base}{year}/"

    def numbered(self, address: str, number: int) -> str:
        """The further pages of a list."""
        return address if number == 1 else f"{address}page/{number}/"


def address_book(config: Config) -> Urls:
    """The address book of a site."""
    parts = urlsplit(config.site.base_url)
    path = parts.path if parts.path.endswith("/") else parts.path + "/"
    return Urls(config=config, origin=f"{parts.scheme}://{parts.netloc}", base_path=path)


def output_of(address: str) -> str:
    """The file that an address is written to: `/ko/hello/` is `ko/hello/index.html`, `/rss.xml` is `rss.xml`."""
    path = address.lstrip("/")
    if not path or path.endswith("/"):
        return path + "index.html"
    last = path.rpartition("/")[2]
    return path if "." in last else f"{path}/index.html"
