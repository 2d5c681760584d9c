"""`blogsmith schema config|post|author|page`: JSON Schemas from the very types that are read."""

import json

import click

from blogsmith.cli.settings import FrontCommand
from blogsmith.model.author import AuthorFrontMatter
from blogsmith.model.config import Config
from blogsmith.model.post import PageFrontMatter, PostFrontMatter
from blogsmith.sources.json_schema import json_schema

SHAPES = {"config": Config, "post": PostFrontMatter, "author": AuthorFrontMatter, "page": PageFrontMatter}
EPILOG = """\b
Examples:
  blogsmith schema post > post.schema.json
  blogsmith schema config > .blogsmith/config.schema.json
"""


@click.command("schema", cls=FrontCommand, epilog=EPILOG)
@click.argument("kind", type=click.Choice(list(SHAPES)))
def schema_command(*, kind: str) -> int:
    """Print the JSON Schema of config.toml, or of the head of a post, an author's profile or a page."""
    click.echo(json.dumps(json_schema(SHAPES[kind], title=f"blogsmith {kind}"), ensure_ascii=False, indent=2))
    return 0
