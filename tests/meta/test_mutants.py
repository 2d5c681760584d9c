"""The spec of each rule notices when something in the rule is wrong: each mutant of its source is told apart."""

from typing import Any

import pytest

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.policy.rule import Finding, Options, Rule
from blogsmith.reports.words import Words
from tests.meta.evidence import HOUSE_RULES, Asked, asked_in, cases_in, source_of, spec_of
from tests.meta.mutants import Mutant, mutants_of
from tests.meta.survivors import SURVIVORS

WORDS = Words()
WEIGHTS = list(Severity)


def told(rule: Rule[Any], finding: Finding) -> tuple[object, ...]:
    """What a reader sees of a finding."""
    severity = max(rule.level, finding.at_most, key=WEIGHTS.index)
    whole = Diagnostic(
        rule=rule.id,
        severity=severity,
        location=finding.location,
        facts=finding.facts,
        variant=finding.variant,
        notes=finding.notes,
    )
    notes = [(note.location, WORDS.note(whole, note)) for note in finding.notes]
    return (severity, finding.location, WORDS.message(whole), WORDS.help(whole), notes)


def options_of(mutant: Rule[Any], rule: Rule[Any], asked: Options) -> Options:
    """What was asked with, and the mutant's defaults where nothing else was."""
    defaults = {option.name: option.default for option in rule.options}
    wrong = {option.name: option.default for option in mutant.options}
    return {name: wrong[name] if asked[name] == defaults[name] else asked[name] for name in asked}


def is_noticed(mutant: Mutant, rule: Rule[Any], asked: tuple[Asked, ...]) -> bool:
    """Whether a mutant says something else than the rule at least once."""
    try:
        wrong: Rule[Any] = mutant.load().RULE
        return any(answers(wrong, rule, question) != [told(rule, said) for said in question.said] for question in asked)
    except Exception:  # whatever stops a mutant would stop the spec too
        return True


def answers(mutant: Rule[Any], rule: Rule[Any], question: Asked) -> list[tuple[object, ...]]:
    """What a mutant says where the rule was asked."""
    found = mutant.check(question.subject, options_of(mutant, rule, question.options))
    return [told(mutant, finding) for finding in found]


@pytest.mark.parametrize("rule", HOUSE_RULES)
def test_the_spec_of_a_rule_notices_each_mutant(rule: str) -> None:
    asked = asked_in(rule, cases_in(spec_of(rule)))
    unnoticed = {
        mutant.name for mutant in mutants_of(source_of(rule)) if not is_noticed(mutant, HOUSE_RULES[rule], asked)
    }
    assert unnoticed == set(SURVIVORS.get(rule, {}))
