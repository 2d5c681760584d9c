"""The spec of each rule shows what it tells and what it passes over, in each language that the rule reads."""

from collections import Counter
from pathlib import Path

import pytest

from tests.meta.evidence import HOUSE_RULES, cases_in, spec_of

LEAST = 3
"""So many cases that are told, and so many that are not."""

STRUCTURAL = frozenset(
    rule
    for family, names in {
        "author": "agreement-ending agreement-expired bio-length bio-missing former-without-until incomplete-profile"
        " left not-reviewed photo photo-consent-ended pool-size private-in-output training-outdated",
        "conversation": "no-responder nobody-covers responder-inactive",
        "craft": "cover-alt heading-order image-alt image-weight no-review-date no-summary",
        "disclosure": "missing not-shown unmarked-link",
        "safety": "bidi-control misleading-link mixed-script-host",
        "speaking": "desk-unnamed no-approver",
    }.items()
    for rule in (f"{family}/{name}" for name in names.split())
)
"""Rules that read no words of any language. A rule that stands nowhere here is shown in English and in Korean."""

LANGUAGES = {
    "voice/first-person": ("English", "Korean", "Japanese"),
    "voice/mixed-speech-level": ("Korean",),
}
"""Rules of words that read other languages than English and Korean. A case says its language before a colon."""


def counted(path: Path, rule: str) -> Counter[tuple[str, bool]]:
    """The cases of a spec by language ("" where a heading names none) and by whether the rule speaks."""
    cases = [(case.name.partition(":")[0].split(",")[0], f"[{rule}]" in str(case.says)) for case in cases_in(path)]
    return Counter(
        (language if language in ("English", "Korean", "Japanese") else "", told) for language, told in cases
    )


@pytest.mark.parametrize("rule", HOUSE_RULES)
def test_a_rule_shows_enough_of_both_in_each_language_that_it_reads(rule: str) -> None:
    languages = () if rule in STRUCTURAL else LANGUAGES.get(rule, ("English", "Korean"))
    shown = counted(spec_of(rule), rule)
    if languages:
        lacking = [
            (language, told) for language in languages for told in (True, False) if shown[language, told] < LEAST
        ]
    else:
        lacking = [("", told) for told in (True, False) if sum(n for key, n in shown.items() if key[1] is told) < LEAST]
    assert lacking == []


def test_only_rules_that_there_are_pass_as_structural() -> None:
    assert STRUCTURAL | LANGUAGES.keys() <= HOUSE_RULES.keys()


def test_a_case_counts_for_its_language_and_for_what_it_says(tmp_path: Path) -> None:
    spec = tmp_path / "spec.md"
    said = "```says\nwarning[a/rule]: no\n```"
    spec.write_text(f"# A\n\n## English: x\n\n{said}\n\n## Japanese, too: y\n\n{said}\n\n## z\n\n```says\n```\n")
    assert counted(spec, "a/rule") == {("English", True): 1, ("Japanese", True): 1, ("", False): 1}
