"""An editor, as far as a language server can tell: pygls' own client over the pipes of a real `blogsmith lsp`."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.site import NOW

_PATIENCE = 15
"""Seconds after which a server that says nothing has failed."""

Found = Sequence[types.Diagnostic]


class Editor:
    """Opens and changes files, and remembers what it was told of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor of the tests", "1")
        self.logged: list[str] = []
        self._told: dict[str, Found] = {}
        self._news = asyncio.Condition()
        self._texts: dict[str, str] = {}
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._on_findings())
        self.client.feature(types.WINDOW_LOG_MESSAGE)(self._on_log())

    def _on_findings(self) -> Callable[[types.PublishDiagnosticsParams], Any]:
        async def remember(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self._told[params.uri] = params.diagnostics
                self._news.notify_all()

        return remember

    def _on_log(self) -> Callable[[types.LogMessageParams], None]:
        def remember(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)

        return remember

    def uri(self, path: str) -> str:
        """The address of a file of the blog."""
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> str:
        """Opens a file; `text` where the editor holds something else than the disk. Returns what it holds."""
        held = (self.root / path).read_text(encoding="utf-8") if text is None else text
        self._texts[path] = held
        item = types.TextDocumentItem(uri=self.uri(path), language_id="markdown", version=1, text=held)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return held

    def type(self, path: str, text: str) -> None:
        """The file now holds `text`, unsaved. What was told of it before is forgotten."""
        self._texts[path] = text
        self._told.pop(self.uri(path), None)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=2),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    def close(self, path: str) -> None:
        """Closes a file without saving it."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=self._document(path)))

    async def told(self, path: str, wanted: Callable[[Found], bool]) -> Found:
        """What is told of a file, as soon as it is as `wanted`. Raises AssertionError where that never comes."""
        uri = self.uri(path)

        async def wait() -> Found:
            async with self._news:
                await self._news.wait_for(lambda: uri in self._told and wanted(self._told[uri]))
                return self._told[uri]

        try:
            return await asyncio.wait_for(wait(), _PATIENCE)
        except TimeoutError:
            raise AssertionError(f"last told of {path}: {self._told.get(uri)}; logged: {self.logged}") from None

    async def rules(self, path: str, *rules: str) -> Found:
        """Waits until exactly these rules are told of a file."""
        return await self.told(path, lambda found: sorted(str(item.code) for item in found) == sorted(rules))

    async def actions(self, path: str, where: types.Range) -> Sequence[types.CodeAction]:
        """What can be done at a place."""
        context = types.CodeActionContext(diagnostics=[])
        params = types.CodeActionParams(text_document=self._document(path), range=where, context=context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, path: str, line: int, character: int) -> str:
        """What is shown at a place, as Markdown; empty where nothing is."""
        params = types.HoverParams(text_document=self._document(path), position=types.Position(line, character))
        shown = await self.client.text_document_hover_async(params)
        return shown.contents.value if shown and isinstance(shown.contents, types.MarkupContent) else ""

    async def offers(self, path: str, line: int, character: int) -> Sequence[types.CompletionItem]:
        """What is offered at a place."""
        params = types.CompletionParams(text_document=self._document(path), position=types.Position(line, character))
        found = await self.client.text_document_completion_async(params)
        return found.items if isinstance(found, types.CompletionList) else ()

    async def definition(self, path: str, line: int, character: int) -> str:
        """The address that the word at a place leads to; empty where it leads nowhere."""
        params = types.DefinitionParams(text_document=self._document(path), position=types.Position(line, character))
        found = await self.client.text_document_definition_async(params)
        return found.uri if isinstance(found, types.Location) else ""

    def applied(self, path: str, action: types.CodeAction) -> str:
        """The file's text after an action. Source: Language Server Protocol 3.17, "Text Document"."""
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[self.uri(path)]
        text = self._texts[path]
        start, end = _offset(text, edit.range.start), _offset(text, edit.range.end)
        return text[:start] + edit.new_text + text[end:]

    def marked(self, path: str, where: types.Range) -> str:
        """The words of a file that a range covers."""
        text = self._texts[path]
        return text[_offset(text, where.start) : _offset(text, where.end)]

    def _document(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(uri=self.uri(path))


@asynccontextmanager
async def editor(root: Path, *, lang: str = "en", arguments: Sequence[str] = ()) -> AsyncIterator[Editor]:
    """An editor whose folder is `root`, with the server that it started; both end well."""
    own = Editor(root)
    environment = {**os.environ, "BLOGSMITH_LANG": lang}
    command = ("-m", "blogsmith", "--now", NOW, "lsp", *arguments)
    await own.client.start_io(sys.executable, *command, cwd=root, env=environment)
    folder = types.WorkspaceFolder(uri=root.as_uri(), name="blog")
    await own.client.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), workspace_folders=[folder])
    )
    own.client.initialized(types.InitializedParams())
    try:
        yield own
    finally:
        await own.client.shutdown_async(None)
        own.client.exit(None)
        await asyncio.wait_for(own.client.stop(), _PATIENCE)  # type: ignore[no-untyped-call]
    assert own.logged == []


def _offset(text: str, position: types.Position) -> int:
    """Index of the character at a position in units of UTF-16."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position.line])
    units = lines[position.line].encode("utf-16-le")[: position.character * 2]
    return before + len(units.decode("utf-16-le"))
