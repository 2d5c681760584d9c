"""`blogsmith explain RULE`: what a rule means, what to do, and why it is there."""

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.policy.catalogue import RULES
from blogsmith.policy.rule import Value
from blogsmith.reports.words import Words
from blogsmith.text.suggest import nearest

EPILOG = """\b
Examples:
  blogsmith explain author/unknown
  blogsmith explain author/unknown --lang ko
  blogsmith explain                           every rule there is
"""


@click.command("explain", cls=FrontCommand, epilog=EPILOG)
@click.argument("rule", required=False)
@click.pass_context
def explain_command(ctx: click.Context, /, *, rule: str | None) -> int:
    """Say what a rule means and why it is there; without RULE, list them all."""
    words = Words(settings_of(ctx).lang)
    if rule is None:
        click.echo("\n".join(words.rules()))
        return 0
    if rule not in words.rules():
        near = nearest(rule, words.rules())
        key = "unknown-rule-near" if near else "unknown-rule"
        raise click.UsageError(words.say(key, rule=rule, near=near or ""))
    click.echo(words.explanation(rule, _options(rule)))
    return 0


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
