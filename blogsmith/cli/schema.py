"""`blogsmith schema config|post|author|page`: JSON Schemas from the very types that are read."""

import json

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.cli.show import talk
from blogsmith.reports.words import Words
from blogsmith.sources.editor_files import SHAPES, schema_files
from blogsmith.sources.json_schema import json_schema
from blogsmith.sources.write import is_free, replace_file, write_new

EPILOG = """\b
Examples:
  blogsmith schema post > post.schema.json
  blogsmith schema --write                  renew schemas/ after blogsmith was updated
"""


@click.command("schema", cls=FrontCommand, epilog=EPILOG)
@click.argument("kind", type=click.Choice(list(SHAPES)), required=False)
@click.option("--write", is_flag=True, help="Write all of them into the site's folder `schemas/`.")
@click.pass_context
def schema_command(ctx: click.Context, /, *, kind: str | None, write: bool) -> int:
    """Print the JSON Schema of config.toml, or of the head of a post, an author's profile or a page."""
    settings = settings_of(ctx)
    if write:
        for file in schema_files():
            if is_free(settings.root, file.path):
                write_new(settings.root, [file])
            else:
                replace_file(settings.root, file.path, str(file.content))
            talk(settings, "init-wrote", path=file.path)
    elif kind is None:
        raise click.UsageError(Words(settings.lang).say("schema-which", kinds=", ".join(SHAPES)))
    else:
        click.echo(json.dumps(json_schema(SHAPES[kind], title=f"blogsmith {kind}"), ensure_ascii=False, indent=2))
    return 0
