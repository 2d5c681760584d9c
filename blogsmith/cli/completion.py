"""`blogsmith completion SHELL`: a script that makes the shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

from blogsmith.cli.settings import FrontCommand, language_of
from blogsmith.reports.words import Words

EPILOG = """\b
Examples:
  blogsmith completion bash >> ~/.bashrc
  blogsmith completion zsh >> ~/.zshrc
  blogsmith completion fish > ~/.config/fish/completions/blogsmith.fish
"""


@click.command("completion", cls=FrontCommand, epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, /, *, shell: str) -> int:
    """Print a completion script for your shell."""
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(Words(language_of(ctx)).say("no-completion", value=shell))
    click.echo(script(ctx.find_root().command, {}, "blogsmith", "_BLOGSMITH_COMPLETE").source())
    return 0
