"""Traces: what of a post is compared with other posts, and what never is."""

from blogsmith.model.config import MarkdownConfig
from blogsmith.policy.traces import Trace, key_of, letters_in, trace_of
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose

OWN = "I built the first leg in March out of a broken ruler, and I wrote its load on the wall."
LONG = " ".join(f"I tried leg number {number} on the kitchen floor and it broke at the hip." for number in range(6))
OTHERS = "Norae today presented a walking robot that carries three hundred grams on four legs of spruce."


def traced(body: str) -> Trace:
    """The trace of a Markdown body."""
    document = parse_markdown(body, config=MarkdownConfig(), nesting=40)
    return trace_of(read_prose(document), document.passages)


def phrases(body: str) -> tuple[str, str]:
    """The compared words of the first and of the last sentence."""
    trace = traced(body)
    return (trace.opening.key if trace.opening else "", trace.closing.key if trace.closing else "")


def test_block_quotes_code_and_headings_leave_no_trace() -> None:
    body = f"{OWN}\n\n> {OTHERS}\n\n```text\n{OTHERS}\n```\n\n## {OTHERS}\n"
    assert traced(body) == traced(OWN)


def test_a_quotation_within_a_paragraph_leaves_no_trace_of_its_words() -> None:
    assert traced(f"{OWN} “{OTHERS} {OTHERS}”").whole == traced(OWN).whole


def test_links_and_emphasis_do_not_change_a_trace() -> None:
    assert traced(OWN.replace("ruler", "[**ruler**](https://ruler.example/)")).whole == traced(OWN).whole


def test_long_paragraphs_alone_have_a_trace_of_their_own() -> None:
    trace = traced(f"{OWN}\n\n{LONG}\n\n- {LONG}\n")
    assert [(paragraph.place.line, paragraph.place.column) for paragraph in trace.paragraphs] == [(3, 1), (5, 3)]


def test_a_paragraph_is_traced_alike_wherever_it_stands() -> None:
    one, other = traced(f"{OWN}\n\n{LONG}\n\n{OTHERS}"), traced(LONG)
    assert one.paragraphs[0].sketch == other.paragraphs[0].sketch


def test_an_empty_post_has_an_empty_trace() -> None:
    trace = traced("")
    assert (trace.whole.shingles, trace.paragraphs, trace.opening, trace.closing) == (0, (), None, None)


def test_a_post_opens_and_closes_with_sentences_of_paragraphs() -> None:
    body = (
        "- a list item.\n\nMy first sentence. A second.\n\nMy last sentence.[^1]\n\nJane\n\n[^1]: A note at the end.\n"
    )
    assert phrases(body) == ("my first sentence", "my last sentence")


def test_a_phrase_is_compared_without_marks_capitals_and_numbers() -> None:
    assert key_of("This was Issue 12 – of “our” letters!") == "this was issue 0 of our letters"


def test_a_korean_syllable_is_as_long_as_two_letters() -> None:
    assert (letters_in("ab cd", dense=False), letters_in("가나 다라", dense=True)) == (4, 8)
