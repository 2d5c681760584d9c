"""`blogsmith explain RULE`: what a rule means, what to do, and why it is there. `--voice PATH`: how a post was read."""

import json
from collections.abc import Iterable

import click

from blogsmith.cli.paths import from_root
from blogsmith.cli.settings import FrontCommand, Settings, settings_of
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.voices import PostVoice, read_voices
from blogsmith.policy.catalogue import RULES
from blogsmith.policy.rule import Value
from blogsmith.reports.words import Words
from blogsmith.text.suggest import nearest

EPILOG = """\b
Examples:
  blogsmith explain author/unknown
  blogsmith explain author/unknown --lang ko
  blogsmith explain                           every rule there is
  blogsmith explain --voice content/posts/robot.md
"""

_WIDTH = 76


@click.command("explain", cls=FrontCommand, epilog=EPILOG)
@click.argument("names", metavar="[RULE]", nargs=-1)
@click.option("--voice", is_flag=True, help="Show how each sentence of the posts at these paths was counted, and why.")
@click.pass_context
def explain_command(ctx: click.Context, /, *, names: tuple[str, ...], voice: bool) -> int:
    """Say what a rule means and why it is there; without RULE, list them all."""
    if voice:
        return _explain_voices(settings_of(ctx), names)
    words = Words(settings_of(ctx).lang)
    if not names:
        click.echo("\n".join(words.rules()))
        return 0
    for rule in names:
        if rule not in words.rules():
            near = nearest(rule, words.rules())
            key = "unknown-rule-near" if near else "unknown-rule"
            raise click.UsageError(words.say(key, rule=rule, near=near or ""))
    click.echo("\n\n".join(words.explanation(rule, _options(rule)) for rule in names))
    return 0


def _explain_voices(settings: Settings, paths: tuple[str, ...]) -> int:
    words = Words(settings.lang)
    if not paths:
        raise click.UsageError(words.say("voice-no-path"))
    request = Request(root=settings.root, config=settings.config, now=settings.now)
    voices, unknown = read_voices(request, [from_root(settings.root, path) for path in paths])
    missing = [path for path in unknown if not (settings.root / path).is_file()]
    if missing:
        meant = unknown[missing[0]]
        suggestion = f". {words.say('voice-suggest', suggestion=meant)}" if meant else ""
        raise click.UsageError(words.say("voice-no-file", paths=", ".join(missing)) + suggestion)
    if unknown:
        raise click.UsageError(words.say("voice-no-post", paths=", ".join(unknown)))
    if settings.report == "json":
        click.echo(json.dumps([_as_json(found) for found in voices], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_as_text(found, words)) for found in voices))
    return 0


def _as_text(found: PostVoice, words: Words) -> Iterable[str]:
    """A line a sentence: where, how it was counted, how it begins, why; then what came of it all."""
    yield f"{found.post.path} ({found.post.language})"
    for counted in found.voice.sentences:
        at, text = found.at(counted), " ".join(counted.sentence.text.split())
        shown = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        mark = words.say(f"voice-mark-{counted.mark}")
        because = words.say(f"voice-because-{counted.because}", speaker=counted.sentence.speaker or "?")
        yield f"  {f'{at.line}:{at.column}':>7}  {mark}  {shown}"
        yield f"           = {because}"
    yield words.say(
        f"voice-verdict-{found.voice.verdict}",
        evidence=found.voice.evidence,
        against=found.voice.against,
        needed=found.needed,
    )


def _as_json(found: PostVoice) -> dict[str, object]:
    sentences = [
        {
            "line": found.at(counted).line,
            "column": found.at(counted).column,
            "text": counted.sentence.text,
            "mark": counted.mark,
            "because": counted.because,
            "speaker": counted.sentence.speaker,
        }
        for counted in found.voice.sentences
    ]
    voice = found.voice
    tally = {"verdict": voice.verdict, "evidence": voice.evidence, "against": voice.against, "needed": found.needed}
    return {"path": found.post.path, "language": found.post.language, **tally, "sentences": sentences}


def _options(rule: str) -> dict[str, str]:
    """Each option of a house rule with its default as an editor would type it; none for other rules."""
    found = next((item for item in RULES.all if item.id == rule), None)
    return {option.name: _typed(option.default) for option in found.options} if found else {}


def _typed(value: Value) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_typed(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
