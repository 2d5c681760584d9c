"""Findings as JUnit XML."""

from dataclasses import replace
from xml.etree import ElementTree

from blogsmith.model.diagnostic import Severity
from blogsmith.reports import junit
from blogsmith.reports.words import Words
from tests.reports.cases import UNKNOWN


def test_an_error_is_a_failure_of_its_file() -> None:
    suite = ElementTree.fromstring(junit.render([UNKNOWN], Words("en")))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    case = suite[0]
    assert case.get("name") == UNKNOWN.location.path
    assert case[0].get("type") == UNKNOWN.rule


def test_a_warning_fails_nothing_and_is_told() -> None:
    suite = ElementTree.fromstring(junit.render([replace(UNKNOWN, severity=Severity.WARNING)], Words("ko")))
    assert suite.get("failures") == "0"
    assert UNKNOWN.rule in (suite[0].findtext("system-out") or "")


def test_a_clean_site_is_one_case_that_passes() -> None:
    suite = ElementTree.fromstring(junit.render([], Words("en")))
    assert (suite.get("tests"), suite.get("failures"), len(suite[0])) == ("1", "0", 0)
