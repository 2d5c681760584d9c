"""A Page and a Theme become the page's text, the same on every machine and at every time."""

from collections.abc import Mapping
from dataclasses import fields, replace
from types import TracebackType

from jinja2 import TemplateSyntaxError

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Note
from blogsmith.model.page import Page
from blogsmith.model.source import Location
from blogsmith.text.patterns import pattern
from blogsmith.themes.bounds import MEGABYTES, SECONDS, Bounds
from blogsmith.themes.environment import Filter, ThemeEnvironment, UnknownNameError, code_for
from blogsmith.themes.faults import fault
from blogsmith.themes.layer import find_template
from blogsmith.themes.speech import Speech
from blogsmith.themes.strings import MissingFactError, MissingStringError, missing_fact, missing_string
from blogsmith.themes.theme import Theme

_UNKNOWN_FILTER = pattern(r"^No (?:filter|test) named '([^']+)'")


class Renderer:
    """Renders the pages of one theme; compiled templates are kept. One a process."""

    def __init__(self, theme: Theme, *, filters: Mapping[str, Filter] | None = None) -> None:
        """`filters`: further filters by name (`drawn_cover`, `drawn_seal`); what they return is markup."""
        self.theme = theme
        code = code_for(frozenset(filters or ()))
        self._environments = {
            language: ThemeEnvironment(theme, Speech(language=language, strings=words), filters or {}, code)
            for language, words in theme.strings.items()
        }
        self._paths = {
            file.path for layer in theme.layers for file in (*layer.templates.values(), *layer.hooks.values())
        }

    def render(self, page: Page) -> str:
        """The text of the page.

        Raises CannotGoOn with theme/missing-template, or with what is wrong at a line of a template:
        theme/template-error, theme/unknown-name, theme/missing-string, theme/missing-fact, theme/too-long,
        theme/too-much-memory.
        """
        found = find_template(self.theme.layers, page.template)
        if found is None:
            raise CannotGoOn((self.theme.no_template(page.template),))
        seen = {part.name: getattr(page.view, part.name) for part in fields(page.view)}
        environment = self._environments[self._language(page)]
        bounds = Bounds(SECONDS, MEGABYTES)
        try:
            with bounds:
                return environment.get_template(found.address).render(seen)
        except Exception as error:
            place = self._place(error)
            if bounds.is_late:  # whatever came of the interruption: it may hit where a traceback has no line
                where = Location(path=found.file.path)
                raise CannotGoOn(
                    (_with_page(_costly("theme/too-long", page, where, ("seconds", SECONDS)), page),)
                ) from None
            if isinstance(error, MemoryError):
                where = place or Location(path=found.file.path)
                raise CannotGoOn(
                    (_with_page(_costly("theme/too-much-memory", page, where, ("mb", MEGABYTES)), page),)
                ) from None
            if place is None:
                raise
            raise CannotGoOn((self._explained(error, place, page, environment),)) from error

    def forget(self) -> None:
        """Lets go of what was rendered of views that are no longer shown: in a preview they add up all day."""
        for environment in self._environments.values():
            environment.memo.forget()

    def _language(self, page: Page) -> str:
        """The page's own language; the default one for what has none (sitemap, robots.txt)."""
        site = getattr(page.view, "site", page.view)
        language = getattr(site, "language", self.theme.languages[0])
        return language if language in self._environments else self.theme.languages[0]

    def _place(self, error: Exception) -> Location | None:
        """The innermost line of a template that was at work; None where no template was, so that the fault is ours."""
        if isinstance(error, TemplateSyntaxError):
            return Location(path=error.filename or error.name or "", line=error.lineno)
        place = None
        step: TracebackType | None = error.__traceback__
        while step is not None:
            path = step.tb_frame.f_code.co_filename
            if path in self._paths:
                place = Location(path=path, line=step.tb_lineno)
            step = step.tb_next
        return place

    def _explained(self, error: Exception, place: Location, page: Page, environment: ThemeEnvironment) -> Diagnostic:
        return _with_page(_diagnostic(error, place, page, environment), page)


def _with_page(found: Diagnostic, page: Page) -> Diagnostic:
    note = Note(key="page", facts=(("page", page.output),))
    return replace(found, facts=(*found.facts, ("page", page.output)), notes=(note,))


def _costly(rule: str, page: Page, place: Location, limit: tuple[str, int]) -> Diagnostic:
    """Of a template that takes more than it may."""
    found = fault(rule, place.path, line=place.line, value=page.template)
    return replace(found, facts=(*found.facts, limit))


def _diagnostic(error: Exception, place: Location, page: Page, environment: ThemeEnvironment) -> Diagnostic:
    path, line, speech = place.path, place.line, environment.speech
    if isinstance(error, UnknownNameError):
        names = (*(part.name for part in fields(page.view)), *environment.globals)
        known = names if error.known is None else error.known
        return fault("theme/unknown-name", path, line=line, known=known, value=error.name)
    if isinstance(error, MissingStringError):
        return missing_string(path, line, key=error.key, language=speech.language, known=speech.strings)
    if isinstance(error, MissingFactError):
        return missing_fact(path, line, key=error.key, language=speech.language, name=error.fact)
    if not isinstance(error, TemplateSyntaxError):
        return fault("theme/template-error", path, line=line, message=f"{type(error).__name__}: {error}")
    message = error.message or ""
    unknown = _UNKNOWN_FILTER.match(message)
    if unknown:
        tools = (*environment.filters, *environment.tests)
        return fault("theme/unknown-name", path, line=line, known=tools, variant="filter", value=unknown[1])
    return fault("theme/template-error", path, line=line, message=message)
