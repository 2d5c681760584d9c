"""`blogsmith lsp`: a language server over standard input and output, for one blog.

Source: Language Server Protocol 3.17. What pygls leaves to a server: which files are a blog's, and what is wrong there.
"""

import time
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from blogsmith.editor.definition import definition_at
from blogsmith.editor.fixes import fixes_of
from blogsmith.editor.offers import offers_at
from blogsmith.editor.session import Findings, Session
from blogsmith.editor.soon import Soon
from blogsmith.editor.wire import (
    action_of,
    diagnostic_of,
    explained,
    item_of,
    lines_of,
    location_of,
    overlap,
    place_of,
    range_of,
)
from blogsmith.model.frozen import frozen
from blogsmith.reports.words import LANGUAGES, Words
from blogsmith.version import VERSION

_GLANCE_AFTER = 0.06
_SURVEY_AFTER = 0.4
"""Seconds of quiet after a change; a survey waits for as long as the last one took, where that is longer."""
_WATCHED = ("**/config.toml", "**/{content,authors,press,themes}/**")


class BlogServer(LanguageServer):
    """One blog, one editor."""

    def __init__(self, root: Path, config: Path, *, now: Callable[[], datetime], lang: str) -> None:
        super().__init__("blogsmith", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.words = Words(lang)
        self.session = Session(root, config, now=now, tell=self._publish)
        self.glance = Soon(self._look, quiet=_GLANCE_AFTER, failed=self._log)
        self.survey = Soon(self._survey, quiet=_SURVEY_AFTER, failed=self._log)
        self._now = now
        self._uris: dict[str, str] = {}

    @property
    def codec(self) -> PositionCodec:
        """How this editor counts characters."""
        return self.workspace.position_codec

    def settle(self, folder: Path | None, lang: object) -> None:
        """Takes the editor's folder where no other blog was named, and the language that it asks for."""
        own, theirs = self.session.root, folder
        if theirs is not None and not _is_other_blog(own, theirs):
            self.session = Session(theirs, theirs / "config.toml", now=self._now, tell=self._publish)
        if lang in LANGUAGES:
            self.words = Words(str(lang))

    def path_of(self, uri: str) -> str | None:
        """The path of an editor's file in the blog; None for files that are none of it."""
        name = to_fs_path(uri) if uri.startswith("file:") else None
        path = self.session.path_of(Path(name)) if name else None
        if path is not None:
            self._uris[path] = uri
        return path

    def uri_of(self, path: str) -> str:
        """The address of a file, as the editor itself spelled it where it has."""
        return self._uris.get(path) or from_fs_path(str(self.session.root / path)) or ""

    def changed(self, uri: str, text: str) -> None:
        """An editor holds another text."""
        path = self.path_of(uri)
        if path is not None:
            self.session.write(path, text)
            self.glance.ask()
            self.survey.ask()

    def looked_at(self, uri: str) -> "_Page | None":
        """An open file and its findings as they are at this moment."""
        path = self.path_of(uri)
        if path is None:
            return None
        self.session.look()
        return _Page(path=path, lines=lines_of(self.session.text(path)), findings=self.session.findings(path))

    def told(self, page: "_Page", finding_range: types.Range) -> Findings:
        """The findings of a page that touch a range."""
        return tuple(
            finding
            for finding in page.findings
            if overlap(range_of(finding.location, page.lines, self.codec), finding_range)
        )

    def _look(self) -> None:
        self.session.look()

    def _survey(self) -> None:
        start = time.perf_counter()
        self.session.look_around()
        self.survey.quiet = max(_SURVEY_AFTER, time.perf_counter() - start)

    def _publish(self, path: str, text: str, found: Findings) -> None:
        lines = lines_of(text)
        diagnostics = [diagnostic_of(finding, lines, self.codec, self.words, self.uri_of) for finding in found]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=self.uri_of(path), diagnostics=diagnostics)
        )

    def _log(self, error: Exception) -> None:
        """A bug is told to whoever looks for it; the server goes on."""
        text = "".join(traceback.format_exception(error))
        self.window_log_message(types.LogMessageParams(type=types.MessageType.Error, message=text))


@frozen
class _Page:
    path: str
    lines: Sequence[str]
    findings: Findings


def make_server(root: Path, config: Path, *, now: Callable[[], datetime], lang: str) -> BlogServer:
    """A server that has not begun to listen."""
    server = BlogServer(root, config, now=now, lang=lang)
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_saved)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    triggers = types.CompletionOptions(trigger_characters=[" ", "[", ",", ":"])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, triggers)(_complete)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(_define)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_mend)
    return server


def _initialize(ls: BlogServer, params: types.InitializeParams) -> None:
    options = params.initialization_options
    folders = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
    name = to_fs_path(folders[0]) if folders[0].startswith("file:") else None
    ls.settle(Path(name) if name else None, options.get("lang") if isinstance(options, dict) else None)


def _initialized(ls: BlogServer, params: types.InitializedParams) -> None:
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is not None and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
        asked = types.Registration(
            id="blogsmith-files",
            method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
        )
        ls.client_register_capability(types.RegistrationParams(registrations=[asked]))
    ls.glance.start()
    ls.survey.start()
    ls.survey.ask()


def _opened(ls: BlogServer, params: types.DidOpenTextDocumentParams) -> None:
    ls.changed(params.text_document.uri, params.text_document.text)


def _changed(ls: BlogServer, params: types.DidChangeTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.changed(uri, ls.workspace.get_text_document(uri).source)


def _closed(ls: BlogServer, params: types.DidCloseTextDocumentParams) -> None:
    path = ls.path_of(params.text_document.uri)
    if path is not None:
        ls.session.close(path)
        ls.survey.ask()


def _saved(ls: BlogServer, params: object) -> None:
    ls.survey.ask()


def _hover(ls: BlogServer, params: types.HoverParams) -> types.Hover | None:
    page = ls.looked_at(params.text_document.uri)
    here = types.Range(start=params.position, end=params.position)
    found = ls.told(page, here) if page is not None else ()
    if page is None or not found:
        return None
    content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=explained(found, ls.words))
    return types.Hover(contents=content, range=range_of(found[0].location, page.lines, ls.codec))


def _complete(ls: BlogServer, params: types.CompletionParams) -> types.CompletionList:
    path, survey = ls.path_of(params.text_document.uri), ls.session.survey
    items: list[types.CompletionItem] = []
    if path is not None and survey is not None:
        lines = lines_of(ls.session.text(path))
        offers = offers_at(survey, path, lines, *place_of(params.position, lines, ls.codec), ls.words.language)
        items = [item_of(offer, params.position, ls.codec, order) for order, offer in enumerate(offers)]
    return types.CompletionList(is_incomplete=False, items=items)


def _define(ls: BlogServer, params: types.DefinitionParams) -> types.Location | None:
    path, survey = ls.path_of(params.text_document.uri), ls.session.survey
    if path is None or survey is None:
        return None
    lines = lines_of(ls.session.text(path))
    where = definition_at(survey, path, lines, *place_of(params.position, lines, ls.codec))
    return location_of(where, ls.uri_of(where.path)) if where is not None else None


def _mend(ls: BlogServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    page = ls.looked_at(uri)
    if page is None:
        return []
    return [
        action_of(fix, told, uri, page.lines, ls.codec, ls.words)
        for finding in ls.told(page, params.range)
        for told in [diagnostic_of(finding, page.lines, ls.codec, ls.words, ls.uri_of)]
        for fix in fixes_of(finding, page.lines)
    ]


def _is_other_blog(own: Path, folder: Path) -> bool:
    """Whether `own` is a blog and not the one in `folder`."""
    config = folder / "config.toml"
    return (own / "config.toml").is_file() and not (config.is_file() and config.samefile(own / "config.toml"))
