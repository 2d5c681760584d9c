"""What stands beside a post while it is previewed: findings, voice, profiles, length, and when it goes out."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from blogsmith.media.covers import SMALL, letter_path
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Standing
from blogsmith.model.words import say
from blogsmith.pages.disclosure import disclosure_of
from blogsmith.pipeline.glance import glance
from blogsmith.pipeline.voices import PostVoice, voice_in
from blogsmith.policy.people import keepers_of
from blogsmith.policy.voice.marks import EVIDENCE
from blogsmith.preview.overview import Overview
from blogsmith.preview.session import Rendered, Session
from blogsmith.preview.state import State
from blogsmith.preview.telling import Teller
from blogsmith.sources.files import read_plain_file
from blogsmith.text.reading_time import minutes, sheets

_SPEAKS = frozenset(
    ("quotation", "attributed", "speaker", "other-subject", "we", "generic-we", "we-announce", "work-alone")
)
_NEXT = 8


@frozen
class Beside:
    """What a panel is made of."""

    session: Session
    state: State
    overview: Overview | None
    teller: Teller
    is_local: bool
    """False for a browser on another machine: contracts and trainings are not for it."""


def findings_on(beside: Beside, path: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a file as it is now: as the survey found it, or at a glance where it changed since."""
    state, overview = beside.state, beside.overview
    digest = state.collection.digests.get(path)
    if overview is not None and digest is not None and overview.digests.get(path) == digest:
        return tuple(fault for fault in overview.diagnostics if fault.location.path == path)
    try:
        text = read_plain_file(state.tools.root / path).decode("utf-8-sig", "replace")
    except OSError:
        return ()
    return glance(state.survey(), path, text)


def panel_of(beside: Beside, rendered: Rendered) -> dict[str, object]:
    """Everything that the panel of a post's page shows. Of other pages: what is wrong with their file."""
    state, post = beside.state, beside.state.source_of(rendered.source)
    findings = [*findings_on(beside, rendered.source), *_of_output(state, rendered)]
    table: dict[str, object] = {
        "path": rendered.source,
        "open": beside.teller.opening(rendered.source, 1),
        "findings": [],
    }
    if not isinstance(post, Post):
        return {**table, "findings": beside.teller.all(dict.fromkeys(findings))}
    voice = voice_in(post, state.collection.authors, state.tools.config)
    return {
        **table,
        "findings": [
            {**told, "quote": _quote(post, voice, finding)}
            for finding, told in _told(beside.teller, dict.fromkeys(findings))
        ],
        "voice": _voice(beside, voice),
        "writers": [_writer(beside, post, name) for name in post.authors],
        "disclosure": _disclosure(state, post),
        "reading": _reading(state, post, voice),
        "schedule": _schedule(beside, post, findings),
        "standing": state.standings.get(post.path, Standing.PUBLISHED).value,
        "language": post.language,
    }


def _told(teller: Teller, findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, dict[str, object]]]:
    weights = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    for finding in sorted(findings, key=lambda item: (weights[item.severity], item.location.line or 0)):
        yield finding, teller.one(finding)


def _of_output(state: State, rendered: Rendered) -> Iterator[Diagnostic]:
    """What the rules about rendered pages say."""
    plan = state.plan(rendered.output)
    post = state.source_of(rendered.source)
    if plan is not None and isinstance(post, Post):
        html = rendered.content.decode()
        ground = state.plot.ground
        yield from state.tools.bench.judge_page(ground, plan.page(), html, post, keepers_of(ground.site))


def _quote(post: Post, voice: PostVoice, finding: Diagnostic) -> str:
    """The words that a finding is about, as the page shows them: its sentence; empty where the head is at fault."""
    where = finding.location
    if where.path != post.path or where.line is None or where.line < post.first_line:
        return ""
    column = where.column or 1
    begun = [found for found in voice.voice.sentences if voice.at(found).line == where.line]
    begun = [found for found in begun if (voice.at(found).column or 1) <= column] or begun[:1]
    lines, number = post.body.split("\n"), where.line - post.first_line
    own = lines[number][column - 1 : column - 1 + where.length].strip() if number < len(lines) else ""
    if not begun:
        return own
    sentence = begun[-1].sentence.text
    return own if len(own) > 1 and own in sentence else sentence


def _voice(beside: Beside, voice: PostVoice) -> dict[str, object]:
    say_it = beside.teller.words.say
    sentences = []
    for counted in voice.voice.sentences:
        at, sentence = voice.at(counted), counted.sentence
        counts = counted.mark in EVIDENCE
        if not counts and counted.because not in _SPEAKS and counted.mark != "against":
            continue
        because = say_it(f"voice-because-{counted.because}", speaker=sentence.speaker or "?") if counted.because else ""
        sentences.append(
            {
                "text": sentence.text,
                "counts": counts,
                "against": counted.mark == "against",
                "because": because,
                "kind": counted.because,
                "line": at.line,
                "column": at.column,
                "open": beside.teller.opening(at.path, at.line, at.column),
            }
        )
    own = voice.voice
    return {
        "verdict": own.verdict,
        "words": say_it(
            f"voice-verdict-{own.verdict}", evidence=own.evidence, against=own.against, needed=voice.needed
        ),
        "evidence": own.evidence,
        "against": own.against,
        "needed": voice.needed,
        "sentences": sentences,
    }


def _writer(beside: Beside, post: Post, name: str) -> dict[str, object]:
    """A profile as the editor needs it. Nothing of `private` is ever in it."""
    state = beside.state
    card = state.plot.ground.authors[post.language][name]  # type: ignore[index]  # an AuthorId
    author = state.site.authors[name]  # type: ignore[index]  # an AuthorId
    shown: dict[str, object] = {
        "name": card.name,
        "kind": card.kind,
        "role": card.role,
        "organisation": card.organisation,
        "seal": {"text": card.seal.text, "shape": card.seal.shape, "dye": card.seal.dye},
        "status": author.status,
        "bio": bool(author.bios.get(post.language)),
        "relationship": say(author.relationship, post.language),
        "path": author.path,
        "open": beside.teller.opening(author.path, 1),
        "findings": beside.teller.all(findings_on(beside, author.path)),
    }
    if beside.is_local:
        shown["training"] = max(author.training).isoformat() if author.training else ""
        shown["agreement"] = (
            author.agreement.expires.isoformat() if author.agreement and author.agreement.expires else ""
        )
        shown["consent"] = author.photo.consent_until.isoformat() if author.photo and author.photo.consent_until else ""
    return shown


def _disclosure(state: State, post: Post) -> dict[str, object]:
    kinds = [state.site.authors[name].kind for name in post.authors]
    text = disclosure_of(state.site, post)
    state_now = "shown" if text else ("missing" if "external" in kinds else "none")
    return {"state": state_now, "text": text, "voice": post.voice or "personal"}


def _reading(state: State, post: Post, voice: PostVoice) -> dict[str, object]:
    body, settings = state.plot.bodies[post.path], state.tools.config.markdown
    length = body.length
    time = minutes(
        length, syllables_per_minute=settings.syllables_per_minute, words_per_minute=settings.words_per_minute
    )
    return {
        "minutes": time,
        "words": length.words,
        "syllables": length.syllables,
        "sheets": sheets(length),
        "sentences": len(voice.voice.sentences),
        "headings": len(body.headings),
        "links": len(body.links),
        "images": sum(reference.kind == "image" for reference in body.references),
    }


def _schedule(beside: Beside, post: Post, findings: Iterable[Diagnostic]) -> dict[str, object]:
    """When the post goes out, and what else does around it."""
    state = beside.state
    return {
        "standing": state.standings.get(post.path, Standing.PUBLISHED).value,
        "date": _moment(post.date),
        "expires": _moment(post.expires),
        "review": post.review_by.isoformat() if post.review_by else "",
        "blocking": sum(finding.severity is Severity.ERROR for finding in findings),
        "next": [post_line(state, post) for post in upcoming(state)[:_NEXT]],
        "zone": state.tools.config.site.time_zone,
    }


def upcoming(state: State) -> list[Post]:
    """The posts to come, the next one first."""
    ahead = [post for post in state.site.posts if state.standings.get(post.path) is Standing.SCHEDULED]
    return sorted(ahead, key=lambda post: (post.date, post.id))


def post_line(state: State, post: Post) -> dict[str, object]:
    """A post as a line of a list shows it."""
    card = state.plot.cards[post.id]
    return {
        "title": post.title,
        "url": card.url,
        "date": _moment(post.date),
        "path": post.path,
        "category": card.category.label,
        "letter": card.category.letter,
        "dye": card.category.dye,
        "mark": letter_path(card.category.letter, 0, 0, SMALL),
        "authors": [
            {"name": author.name, "seal": author.seal.text, "shape": author.seal.shape, "dye": author.seal.dye}
            for author in card.authors
        ],
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _moment(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if moment is not None else ""
