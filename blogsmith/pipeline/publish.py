"""The ground becomes the published tree: rendered, looked at by the output rules, written, exchanged at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from blogsmith.media.files import published_bytes
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.page import Step
from blogsmith.model.source import Location
from blogsmith.pages.ground import Ground
from blogsmith.pages.site_map import all_pages
from blogsmith.pipeline.fingerprint import Digester
from blogsmith.pipeline.output import Output, opened_output
from blogsmith.pipeline.plan import clean_steps
from blogsmith.pipeline.tools import Tools

Progress = Callable[[int, int], None]
"""Called with how many pages are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it."""

    files: int
    """Files written; 0 where an output rule stopped it."""
    diagnostics: tuple[Diagnostic, ...]
    """What the output rules say, and files of others that were carried over."""


def publish(
    root: Path, live: Path, tools: Tools, ground: Ground, *, adopt: bool, progress: Progress | None
) -> Published:
    """Writes every page and file of the ground; the live tree stays as it is where an output rule finds an error."""
    steps = tuple(clean_steps(all_pages(ground), tools.theme.closure, Digester()))
    posts = {post.path: post for post in ground.site.posts}
    said: list[Diagnostic] = []
    with opened_output(root, live, adopt=adopt) as output:
        for done, step in enumerate(steps):
            if progress is not None:
                progress(done, len(steps))
            html = _render(step, tools, output)
            if step.page.source:
                said += tools.bench.judge_page(ground, step.page, html, posts.get(step.page.source))
        if any(finding.severity is Severity.ERROR for finding in said):
            return Published(files=0, diagnostics=tuple(said))
        _write_files(root, ground, tools, output)
        foreign = output.publish()
        written = len(output.files)
    if progress is not None:
        progress(len(steps), len(steps))
    return Published(files=written, diagnostics=(*said, *foreign))


def _render(step: Step, tools: Tools, output: Output) -> str:
    html = tools.theme.render(step.page)
    content, limit_mb = html.encode("utf-8"), tools.config.limits.page_mb
    if len(content) > limit_mb * 1024 * 1024:
        location = Location(path=step.page.source or step.page.output)
        facts = (("value", step.page.output), ("size_mb", f"{len(content) / 1024 / 1024:.1f}"), ("limit_mb", limit_mb))
        fault = Diagnostic(rule="output/page-too-large", severity=Severity.ERROR, location=location, facts=facts)
        raise CannotGoOn((fault,), exit_code=1)
    output.write(step.page.output, content, step.fingerprint)
    return html


def _write_files(root: Path, ground: Ground, tools: Tools, output: Output) -> None:
    """Pictures, downloads and the theme's own files."""
    for media in {media.address: media for media in ground.media.values()}.values():
        try:
            content = published_bytes(root, media, limit_mb=tools.config.limits.asset_mb)
        except (OSError, OverflowError) as error:
            location = Location(path=media.source)
            fault = Diagnostic(rule="file/vanished", severity=Severity.ERROR, location=location)
            raise CannotGoOn((fault,), exit_code=3) from error
        output.write(media.address.lstrip("/"), content, media.address)
    for asset in tools.theme.assets:
        output.write(asset.output, asset.content, asset.output)
