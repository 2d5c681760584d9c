"""Findings become JUnit XML, which most CI systems show as test results. Source: the de-facto schema of Jenkins."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.reports.order import in_order
from blogsmith.reports.place import spot
from blogsmith.reports.words import Words


def render(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """One suite, one case a file; errors are failures, the rest is printed with the case."""
    found = in_order(diagnostics)
    suite = ElementTree.Element("testsuite", name="blogsmith")
    failures = 0
    for path, group in groupby(found, key=lambda finding: finding.location.path):
        case = ElementTree.SubElement(suite, "testcase", classname="blogsmith", name=path)
        quiet = []
        for finding in group:
            text = f"{spot(finding.location)} {finding.rule}: {words.message(finding)}"
            if finding.severity is Severity.ERROR:
                failures += 1
                failure = ElementTree.SubElement(case, "failure", type=finding.rule, message=words.message(finding))
                failure.text = "\n".join(part for part in (text, words.help(finding)) if part)
            else:
                quiet.append(text)
        if quiet:
            ElementTree.SubElement(case, "system-out").text = "\n".join(quiet)
    if not found:
        ElementTree.SubElement(suite, "testcase", classname="blogsmith", name="blogsmith")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suite, encoding="unicode") + "\n"
