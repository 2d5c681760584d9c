"""What a body of Hugo's shows besides its text: an event's time and place, its recording, where it stood before."""

import re
from collections.abc import Sequence

from blogsmith.importers.dates import lenient_date
from blogsmith.importers.html_embeds import YOUTUBE_ID
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.marks import Marks
from blogsmith.text.hosts import host_of


def whole_body(entry: Entry, marks: Marks) -> str:
    """The body with what the old theme showed from the head: before it what an event is, behind it its video."""
    parts = [*_event_lines(entry, marks), entry.head.body.strip("\n"), *_video(entry), *_origin(entry, marks)]
    return "\n\n".join(part for part in parts if part.strip())


def _event_lines(entry: Entry, marks: Marks) -> Sequence[str]:
    """`When: … · Host: … · Registration`, for what has an end."""
    start, end = lenient_date(entry.text("date")), lenient_date(entry.text("end_date", "enddate"))
    if start is None or end is None:
        return ()
    facts = [f"**{marks.when}:** {_shown(str(start))} {marks.until} {_shown(str(end))}"]
    host = _escaped(plain_words(entry.value("host", "event_organizer", "organizer")))
    if host:
        facts.append(f"**{marks.host}:** {host}")
    url = entry.text("registration_url", "registration")
    if re.fullmatch(r"https?://[^\s<>()]+", url):
        facts.append(f"[{marks.register}]({url})")
    return (" · ".join(facts),)


def _video(entry: Entry) -> Sequence[str]:
    """The recording that the head names, where the body does not show it."""
    video = entry.text("youtube_id", "youtube", "youtubeid")
    if not YOUTUBE_ID.fullmatch(video) or video in entry.head.body:
        return ()
    title = plain_words(entry.value("youtube_title")) or plain_words(entry.value("title"))
    words = re.sub(r'["`<>\\]', "'", title)
    return (f'{{{{< youtube id="{video}" title="{words}" >}}}}',)


def _origin(entry: Entry, marks: Marks) -> Sequence[str]:
    """Where the page went, or where the post first stood."""
    for key, words in (("redirectto", marks.moved), ("source_url", marks.source)):
        url = entry.text(key)
        if re.fullmatch(r"https?://[^\s<>()]+", url) and url not in entry.head.body:
            return (f"{words}: [{_escaped(host_of(url) or url)}]({url})",)
    return ()


def _shown(moment: str) -> str:
    """`2019-03-13 15:00 -05:00`."""
    return re.sub(r"^(\d{4}-\d\d-\d\d \d\d:\d\d):\d\d(\S*)$", r"\1 \2", moment).strip()


def _escaped(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", words)
