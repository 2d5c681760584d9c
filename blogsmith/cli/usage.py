"""What is wrong with a command line, in the reader's language; in click's own words where blogsmith has none."""

import os
from collections.abc import Sequence

import click

from blogsmith.reports.words import Words, choose_language


def show_usage(error: click.UsageError, arguments: Sequence[str]) -> int:
    """Prints the fault and where to read on, on stderr. Returns the exit code.

    The language is read from `arguments`: those behind the fault were not looked at.
    """
    words = Words(_language(arguments))
    if error.ctx is not None:
        pieces = " ".join(error.ctx.command.collect_usage_pieces(error.ctx))
        click.echo(words.say("usage", command=error.ctx.command_path, usage=pieces), err=True)
    click.echo(words.say("usage-error", message=_message(error, words)), err=True)
    if error.ctx is not None:
        click.echo(words.say("usage-help", command=error.ctx.command_path), err=True)
    return error.exit_code


def _language(arguments: Sequence[str]) -> str:
    wanted = None
    for word, following in zip(arguments, (*arguments[1:], ""), strict=True):
        if word == "--lang":
            wanted = following
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    environment = [os.environ.get(name, "") for name in ("BLOGSMITH_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    return choose_language(wanted, environment)


def _message(error: click.UsageError, words: Words) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return words.say("usage-no-command", value=error.command_name) + _near(error.possibilities, words)
        case click.NoSuchOption():
            return words.say("usage-no-option", value=error.option_name) + _near(error.possibilities, words)
        case click.MissingParameter():
            return words.say("usage-missing", name=_name_of(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            return words.say("usage-choice", name=_name_of(error), known=", ".join(map(str, choice.choices)))
        case click.BadParameter():
            return words.say("usage-value", name=_name_of(error), reason=error.message)
    return error.format_message()


def _near(known: Sequence[str] | None, words: Words) -> str:
    return words.say("usage-near", near=known[0]) if known else ""


def _name_of(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "")
    return error.param.get_error_hint(error.ctx).strip("'")
