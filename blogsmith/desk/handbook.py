"""The handbook as Markdown: to print, to mail to a new writer, to paste into a wiki."""

from collections.abc import Iterator, Mapping

from blogsmith.model.handbook import Elsewhere, Handbook, HandbookRule


def as_markdown(handbook: Handbook, *, categories: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """The whole handbook. `categories` and `kinds` are what readers call them, by id."""
    return "\n".join(_lines(handbook, {**categories, **kinds}))


def _lines(handbook: Handbook, labels: Mapping[str, str]) -> Iterator[str]:
    yield f"# {handbook.title}"
    yield ""
    yield handbook.foreword
    for family in handbook.families:
        yield from ("", f"## {family.title}", "", family.lead, "")
        for number, rule in enumerate(family.rules, 1):
            yield f"{number}. **{rule.ask}** {rule.why}  "
            if rule.so:
                yield f"   {handbook.words['so']}: {rule.so}  "
            if rule.no:
                yield f"   {handbook.words['no']}: {rule.no}  "
            yield f"   _{_weights(handbook, rule, labels)}_ `{rule.id}`"


def _weights(handbook: Handbook, rule: HandbookRule, labels: Mapping[str, str]) -> str:
    return "; ".join((handbook.words[rule.weight], *(_other(handbook, other, labels) for other in rule.elsewhere)))


def _other(handbook: Handbook, other: Elsewhere, labels: Mapping[str, str]) -> str:
    name = other.category or other.kind
    return f"{labels.get(name, name)}: {handbook.words[other.weight]}"
