"""Footnotes that nothing refers to, or that are written twice, are found before they are dropped from the page."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.footnote import footnote_plugin

from blogsmith.model.document import Fault
from blogsmith.model.source import Place


def note_plugin(md: MarkdownIt) -> None:
    """Footnotes `[^label]`; `env["note_faults"]` holds a warning for each that would be lost."""
    footnote_plugin(md, inline=False)
    md.core.ruler.after("inline", "lost_notes", _lost_notes)


def _lost_notes(state: StateCore) -> None:
    numbers = state.env.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    lines = state.src.split("\n")
    faults = state.env.setdefault("note_faults", [])
    for token in state.tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        line = token.map[0] + 1 if token.map else 1
        text = lines[line - 1]
        place = Place(line=line, column=max(0, text.find(f"[^{label}]:")) + 1, length=len(label) + 3)
        twice, unused = label in seen, numbers.get(f":{label}", -1) < 0
        seen.add(label)
        if twice or unused:
            variant = "twice" if twice else ""
            facts = (("value", f"[^{label}]"),)
            faults.append(Fault(rule="markdown/footnote", place=place, facts=facts, variant=variant, warning=True))
