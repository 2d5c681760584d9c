"""`blogsmith lsp`: findings, fixes and completion in an editor, over standard input and output."""

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.reports.words import Words

try:
    from blogsmith.editor.server import make_server
except ModuleNotFoundError as missing:
    if missing.name not in ("pygls", "lsprotocol"):
        raise
    is_installed = False
else:
    is_installed = True

EPILOG = """\b
Examples:
  blogsmith lsp                      what an editor starts, in the blog's folder
\b
Neovim, in its configuration:
  vim.lsp.config("blogsmith", {
    cmd = {"blogsmith", "lsp"}, filetypes = {"markdown", "toml"}, root_markers = {"config.toml"},
  })
  vim.lsp.enable("blogsmith")
"""


@click.command("lsp", cls=FrontCommand, epilog=EPILOG)
@click.option("--stdio", is_flag=True, hidden=True, help="What many editors add; there is no other way.")
@click.pass_context
def lsp_command(ctx: click.Context, /, *, stdio: bool) -> int:
    """Talk to an editor in the Language Server Protocol; needs `pip install 'blogsmith[lsp]'`."""
    settings = settings_of(ctx)
    if not is_installed:
        raise click.UsageError(Words(settings.lang).say("lsp-missing"))
    server = make_server(settings.root, settings.config, now=lambda: settings_of(ctx).now, lang=settings.lang)
    server.start_io()
    return 0
