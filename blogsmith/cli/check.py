"""`blogsmith check`: every post, draft and profile held to every rule. Writes nothing."""

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.cli.show import exit_code, show_findings, talk
from blogsmith.model.site import Standing
from blogsmith.pipeline.trip import Outcome, Request, check_site

EPILOG = """\b
Examples:
  blogsmith check                    the site you stand in
  blogsmith check -C my-blog         another one
  blogsmith check --format github    as annotations of a pull request
"""


@click.command("check", cls=FrontCommand, epilog=EPILOG)
@click.pass_context
def check_command(ctx: click.Context) -> int:
    """Look at every post and say what is wrong, drafts and scheduled posts too."""
    settings = settings_of(ctx)
    outcome = check_site(Request(root=settings.root, config=settings.config, now=settings.now))
    show_findings(settings, outcome.diagnostics)
    for path, date in outcome.scheduled:
        talk(settings, "scheduled", path=path, date=date.strftime("%Y-%m-%d %H:%M"))
    talk(settings, "checked", **sums(outcome))
    return exit_code(outcome.diagnostics)


def sums(outcome: Outcome) -> dict[str, int]:
    """The numbers that a summary says: found = published + draft + scheduled + expired + held_back + refused."""
    return {
        "found": outcome.found,
        "published": outcome.published,
        "draft": outcome.withheld.get(Standing.DRAFT, 0),
        "to_come": outcome.withheld.get(Standing.SCHEDULED, 0),
        "expired": outcome.withheld.get(Standing.EXPIRED, 0),
        "held_back": outcome.withheld.get(Standing.HELD_BACK, 0),
        "refused": outcome.refused,
    }
