"""Comments become what is left to answer: by whom, until when, and whether the promise still holds."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from datetime import datetime

from blogsmith.desk.workdays import Workdays
from blogsmith.model.comments import Comment
from blogsmith.model.frozen import frozen


@frozen
class Talk:
    """The thread of a post, and who of the house speaks in it."""

    post: str
    """Id."""
    title: str
    url: str
    """Absolute, and for ever."""
    responder: str
    """Name of who answers; empty where nobody is named."""
    absent: str
    """Name of the one whom the responder covers for; empty where it is their own post."""
    house: frozenset[str]
    """Names whose comments are answers."""
    comments: tuple[Comment, ...]
    """Oldest first."""
    settled: frozenset[str]
    """Ids that need no answer."""


@frozen
class Waiting:
    """A comment without an answer."""

    id: str
    post: str
    title: str
    url: str
    """Where to answer: the comment itself, else the post."""
    author: str
    date: datetime
    """In the desk's own time zone."""
    text: str
    """Its words, without markup."""
    responder: str
    absent: str
    due: Day | None
    """Last day of the promise; None where nothing is promised."""
    overdue: bool


@frozen
class Inbox:
    """What is left to answer, and how the blog has answered as a whole. Nobody is ranked."""

    at: datetime
    """When it was looked at, in the desk's own time zone."""
    waiting: tuple[Waiting, ...]
    """Those for nobody first, then by responder's name; of each the oldest first."""
    answered: int
    in_time: int
    """Of those answered; all of them where nothing is promised."""
    median: float | None
    """Working days that half of the answers took at most; None where there is none."""

    @property
    def overdue(self) -> int:
        """How many promises are broken."""
        return sum(item.overdue for item in self.waiting)


@frozen
class Promise:
    """What readers were told."""

    days: int
    """Working days; 0: nothing."""
    since: Day | None
    """First day on which a comment counts."""


def make_inbox(talks: Iterable[Talk], promise: Promise, workdays: Workdays, now: datetime) -> Inbox:
    """The inbox at `now`, whose time zone is the desk's. A comment that came on a day off counts from the next one.

    A comment is answered once somebody of the house has written behind it in the same thread.
    """
    waiting: list[Waiting] = []
    took: list[int] = []
    for talk in talks:
        for comment, answer in _questions(talk):
            asked = comment.date.astimezone(now.tzinfo)
            if promise.since is not None and asked.date() < promise.since:
                continue
            if answer is not None:
                took.append(workdays.between(asked.date(), answer.astimezone(now.tzinfo).date()))
            elif comment.id not in talk.settled:
                waiting.append(_waiting(talk, comment, asked, promise, workdays, now.date()))
    from statistics import median  # slow to load, and the preview's dashboard is seldom asked for

    return Inbox(
        at=now,
        waiting=tuple(sorted(waiting, key=lambda item: (item.responder, item.absent, item.date, item.id))),
        answered=len(took),
        in_time=sum(days <= promise.days for days in took) if promise.days else len(took),
        median=float(median(took)) if took else None,
    )


def _questions(talk: Talk) -> Iterator[tuple[Comment, datetime | None]]:
    """Each comment of a reader, and when it was answered."""
    root: dict[str, str] = {}
    for item in talk.comments:
        root[item.id] = root.get(item.parent, item.id)
    answers = [(root[item.id], item.date) for item in talk.comments if item.author in talk.house]
    for item in talk.comments:
        if item.author not in talk.house:
            later = (date for thread, date in answers if thread == root[item.id] and date >= item.date)
            yield item, next(later, None)


def _waiting(
    talk: Talk, comment: Comment, asked: datetime, promise: Promise, workdays: Workdays, today: Day
) -> Waiting:
    due = workdays.after(asked.date(), promise.days) if promise.days else None
    return Waiting(
        id=comment.id,
        post=talk.post,
        title=talk.title,
        url=comment.url or talk.url,
        author=comment.author,
        date=asked,
        text=comment.text,
        responder=talk.responder,
        absent=talk.absent,
        due=due,
        overdue=due is not None and today > due,
    )
