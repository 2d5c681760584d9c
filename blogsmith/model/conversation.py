"""`[comments]` of `config.toml`: where readers write, who answers them and by when."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, ClassVar, Literal

from blogsmith.model.frozen import frozen
from blogsmith.model.words import Text

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
OFF = "off"
"""What `[comments] provider` says where readers do not write here."""
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@frozen
class ContactConfig:
    """`contact`: the desk that takes what does not belong under a post."""

    __pydantic_config__: ClassVar = _STRICT

    label: Text
    """What readers call it: `고객지원팀`."""
    url: Text
    """A path of this site, a whole URL, or `mailto:help@example.com`."""


@frozen
class CommentsConfig:
    """`[comments]`."""

    __pydantic_config__: ClassVar = _STRICT

    provider: str = OFF
    """`off`, `giscus`, `utterances`, `disqus`, `remark42`, `isso`, `waline`, `artalk`, `hyvor`, `comentario`,
    `webmention`, `mastodon`, or the name of an installed extension."""
    load: Literal["auto", "visible", "click"] = "auto"
    """When the widget is fetched: `click` (on a button), `visible` (when it scrolls into view), or `auto`: `click` for
    what another company runs, `visible` for what you run."""
    shared: bool = False
    """True: a post and its translations share one thread."""
    former_urls: tuple[str, ...] = ()
    """Every `base_url` that the blog had before, the first one first: threads and answers to old ones move along."""
    manners: Text = ""
    """A kind word above the box: what this blog does with comments."""
    reply_days: int = 0
    """Working days within which the responder answers, 0 to 30; 0 promises nothing."""
    contact: ContactConfig | None = None
    """`[comments.contact]`: where complaints and orders go, for categories without a `contact` of their own."""
    since: date | None = None
    """First day of the promise: older comments are not counted as waiting."""
    working_days: tuple[Weekday, ...] = WEEKDAYS[:5]
    """Days of the week on which comments are answered."""
    holidays: str = ""
    """ISO 3166 code of the country whose public holidays are no working days: `KR`; with a region: `DE-BE`."""
    days_off: tuple[date, ...] = ()
    """Further days that are no working days."""
    options: Mapping[str, str | int | bool] = field(default_factory=dict)
    """`[comments.options]`: what the provider must know, as its page in docs/comments.md lists it."""
