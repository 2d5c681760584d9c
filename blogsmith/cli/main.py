"""`blogsmith`: finds the command, runs it, and turns what went wrong into words and an exit code.

0 clean or warnings; 1 findings at error level; 2 usage or config; 3 cannot go on, or a bug; 130 interrupted.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from blogsmith.cli.settings import SEEN, common_options
from blogsmith.version import VERSION

COMMANDS = {
    "init": ("blogsmith.cli.init:init_command", "Start a new blog in a folder."),
    "new": ("blogsmith.cli.new:new_command", "Write a new post, author or page to fill in."),
    "check": ("blogsmith.cli.check:check_command", "Look at every post and say what is wrong."),
    "serve": ("blogsmith.cli.serve:serve_command", "Show the site while you write it."),
    "build": ("blogsmith.cli.build:build_command", "Build the site, all of it or nothing."),
    "explain": ("blogsmith.cli.explain:explain_command", "Say what a rule means and why it is there."),
    "schema": ("blogsmith.cli.schema:schema_command", "Print a JSON Schema for editors."),
    "desk": ("blogsmith.cli.desk:desk_command", "Print the house rules, or the comments that wait."),
    "comments": ("blogsmith.cli.comments:comments_command", "Bring home what readers wrote elsewhere."),
    "author": ("blogsmith.cli.author:author_command", "Erase a writer who asks for it."),
    "takedown": ("blogsmith.cli.takedown:takedown_command", "Take a post down for good."),
    "import": ("blogsmith.cli.import_site:import_command", "Bring another tool's site over."),
    "lsp": ("blogsmith.cli.lsp:lsp_command", "Talk to an editor: findings while you type."),
    "completion": ("blogsmith.cli.completion:completion_command", "Print a completion script for your shell."),
}
"""Command name, where it lives, and what it does: so that `--help` imports none of them."""


class FrontDoor(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for a mistyped one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from blogsmith.text.suggest import nearest

            near = nearest(args[0], COMMANDS)
            raise click.exceptions.NoSuchCommand(args[0], possibilities=[near] if near else [], ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


EPILOG = """\b
Examples:
  blogsmith init my-blog              start a blog
  blogsmith new post "A first post"   write a post to fill in
  blogsmith check                     what is wrong, and what to type instead
  blogsmith build                     build the site into public/
"""


def front_door() -> click.Group:
    """The command line, whole."""
    return FrontDoor(
        "blogsmith",
        params=[*common_options(), _version_option()],
        help="The static-site generator for blogs that a whole company writes.",
        epilog=EPILOG,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def run(arguments: Sequence[str] | None = None, *, seen: object = None) -> int:
    """Runs a command line; what went wrong is printed. Returns the exit code. `seen`: a Scan of the sources, where one
    was made a moment ago.
    """
    door = front_door()
    if "_BLOGSMITH_COMPLETE" in os.environ:
        door.main(prog_name="blogsmith")
    ctx: click.Context | None = None
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        ctx = door.make_context("blogsmith", list(given))
        with ctx:
            ctx.meta[SEEN] = seen
            code: Any = door.invoke(ctx)
    except (click.exceptions.Abort, KeyboardInterrupt, EOFError):
        click.echo(err=True)
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        from blogsmith.cli.usage import show_usage

        return show_usage(error, given)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except BrokenPipeError:
        return 0
    except Exception as error:
        return _last_words(error, ctx)
    return code if isinstance(code, int) else 0


def _last_words(error: Exception, ctx: click.Context | None) -> int:
    """What cannot be gone on from: as diagnostics where it was foreseen, with its traceback where it is a bug."""
    from blogsmith.cli.show import show_bug, show_stop
    from blogsmith.model.diagnostic import CannotGoOn

    if isinstance(error, CannotGoOn) and ctx is not None:
        return show_stop(error, ctx)
    return show_bug(error, ctx)


def _version_option() -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: object) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"blogsmith {VERSION}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help="Print the version."
    )
