"""Pages become steps: what to render, and why. Without a memory every page is rendered."""

from collections.abc import Callable, Iterable, Iterator

from blogsmith.model.page import Page, Step
from blogsmith.pipeline.fingerprint import Digester

CLEAN = ("clean build",)


def clean_steps(pages: Iterable[Page], template_digest: Callable[[str], str], digester: Digester) -> Iterator[Step]:
    """A step for every page; its fingerprint joins the view with the template and all that the template includes."""
    closures: dict[str, str] = {}
    for page in pages:
        closure = closures.get(page.template)
        if closure is None:
            closure = closures.setdefault(page.template, template_digest(page.template))
        yield Step(page=page, fingerprint=digester.digest((page.output, closure, page.view)), because=CLEAN)
