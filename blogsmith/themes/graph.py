"""Which template uses which, known before anything is rendered: circles, missing names, and what a page hangs on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.themes.faults import as_warning, fault
from blogsmith.themes.layer import (
    HOOKS,
    MACHINE,
    Found,
    Layer,
    ThemeFile,
    find_hook,
    find_template,
    template_names,
)
from blogsmith.themes.references import Reader, References, references
from blogsmith.themes.strings import Strings, missing_fact, missing_string, placeholders


@frozen
class Node:
    """One template that can be reached."""

    file: ThemeFile
    uses: tuple[str, ...]
    """Addresses of what it includes, extends, imports and hooks in."""


Graph = Mapping[str, Node]


def link(layers: Sequence[Layer], strings: Strings, read: Reader = references) -> Checked[Graph]:
    """Every template that can be reached, by address. `read`: `references`, or what remembers them.

    Reports theme/template-error, theme/missing-template, theme/missing-string, theme/unknown-hook, theme/cycle,
    theme/inline, theme/no-integrity and theme/no-policy.
    """
    faults: list[Diagnostic] = []
    graph: dict[str, Node] = {}
    tops = (find_template(layers, name) for name in template_names(layers))
    hooks = (find_hook(layers, name) for name in HOOKS)
    waiting = [found for found in (*tops, *hooks) if found]
    while waiting:
        found = waiting.pop()
        if found.address in graph:
            continue
        used = read(found.file.text)
        uses = tuple(_uses(layers, found, used, faults))
        graph[found.address] = Node(file=found.file, uses=tuple(use.address for use in uses))
        waiting.extend(uses)
        faults.extend(_template_faults(found.file, used, strings))
    faults.extend(_circles(graph))
    return Checked(value=graph, diagnostics=tuple(sorted(faults, key=lambda item: (item.location.path, _line(item)))))


def closures(graph: Graph, layers: Sequence[Layer], strings: Strings) -> Mapping[str, str]:
    """By template name: a digest of all that its output hangs on beside the view, blogsmith's own code left out."""
    machine = _digest(sorted((name, file.content) for name, file in layers[-1].templates.items()))
    words = _digest((language, str(sorted(table.items())).encode()) for language, table in sorted(strings.items()))
    digests = {}
    for name in template_names(layers):
        found = find_template(layers, name)
        if found is None:
            continue
        reached = sorted(_reached(graph, found.address))
        parts = [(address, graph[address].file.content) for address in reached]
        common = [("machine", machine.encode()), *([] if name.startswith(MACHINE) else [("strings", words.encode())])]
        digests[name] = _digest([*parts, *common])
    return digests


def _line(item: Diagnostic) -> int:
    return item.location.line or 0


def _uses(layers: Sequence[Layer], found: Found, used: References, faults: list[Diagnostic]) -> Iterator[Found]:
    path = found.file.path
    for template in used.templates:
        target = find_template(layers, template.name, at=found.layer)
        if target:
            yield target
        elif not template.optional:
            known = template_names(layers)
            faults.append(fault("theme/missing-template", path, line=template.line, value=template.name, known=known))
    for hook in used.hooks:
        if hook.name not in HOOKS:
            faults.append(fault("theme/unknown-hook", path, line=hook.line, value=hook.name, known=HOOKS))
        elif extra := find_hook(layers, hook.name):
            yield extra


def _template_faults(file: ThemeFile, used: References, strings: Strings) -> Iterator[Diagnostic]:
    if file.name.endswith(".html"):
        for found in used.inline:
            yield fault(found.rule, file.path, line=found.line, variant=found.variant, value=found.value)
        if used.lacks_policy and not file.name.startswith(MACHINE):
            yield as_warning(fault("theme/no-policy", file.path))
    for mistake in used.mistakes:
        yield fault(
            "theme/template-error", file.path, line=mistake.line, variant=mistake.variant, message=mistake.message
        )
    spoken = {language: table for language, table in strings.items() if table}
    for string in used.strings:
        for language, table in (spoken or strings).items():
            text = table.get(string.key)
            if text is None:
                yield missing_string(file.path, string.line, key=string.key, language=language, known=table)
                break
            for name in sorted(placeholders(text) - string.facts):
                yield missing_fact(file.path, string.line, key=string.key, language=language, name=name)


def _circles(graph: Graph) -> Iterator[Diagnostic]:
    """Each circle once, named from the first template in it that is met."""
    done: set[str] = set()
    for start in sorted(graph):
        yield from _circles_from(graph, start, (), done)


def _circles_from(graph: Graph, address: str, trail: tuple[str, ...], done: set[str]) -> Iterator[Diagnostic]:
    if address in trail:
        circle = (*trail[trail.index(address) :], address)
        names = " -> ".join(graph[step].file.name for step in circle)
        yield fault("theme/cycle", graph[circle[-2]].file.path, value=names)
        return
    if address in done:
        return
    for use in graph[address].uses:
        yield from _circles_from(graph, use, (*trail, address), done)
    done.add(address)


def _reached(graph: Graph, address: str) -> set[str]:
    seen: set[str] = set()
    waiting = [address]
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen.add(step)
            waiting.extend(graph[step].uses)
    return seen


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, content in parts:
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()
