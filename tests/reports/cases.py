"""Words and findings that the tests of this room share."""

from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic, Note, Severity
from blogsmith.model.source import Location
from tests.site import files_of, write_file

WORDS = """
-- en/author.toml --
["author/unknown"]
message = "`{value}` has no profile in authors/"
suggest = "did you mean `{suggestion}`?"
help = "a new writer: `blogsmith new author {value}`"
"help@team" = "teams do not sign posts"
why = "Readers meet every writer."
"note@first" = "first written in {count} lines"
-- en/cli.toml --
[cli]
error = "error"
warning = "warning"
note = "note"
help = "help"
why = "why"
what-to-do = "what to do"
only-english = "only in English"
errors = "{count} errors"
"errors@one" = "{count} error"
warnings = "{count} warnings"
more-findings = "{count} more of {rule} in {path}"
"warnings@one" = "{count} warning"
notes = "{count} notes"
"notes@one" = "{count} note"
[notes]
also-here = "also here"
-- ko/author.toml --
["author/unknown"]
message = "authors/에 프로필이 없습니다: `{value}`"
-- ko/cli.toml --
[cli]
error = "오류"
help = "도움말"
errors = "오류 {count}건"
"""

UNKNOWN = Diagnostic(
    rule="author/unknown",
    severity=Severity.ERROR,
    location=Location(path="content/posts/first-robot.md", line=4, column=11, length=4),
    facts=(("value", "jnae"), ("suggestion", "jane")),
)

WHOLE_FILE = Diagnostic(
    rule="file/other", severity=Severity.WARNING, location=Location(path="content/posts/first-robot.md")
)

TWICE = Diagnostic(
    rule="author/unknown",
    severity=Severity.NOTE,
    location=Location(path="authors/jane.md", line=10),
    facts=(("value", "x, 100%: y"),),
    variant="team",
    notes=(
        Note(key="first", facts=(("count", 2),)),
        Note(key="also-here", location=Location(path="authors/jän e.md", line=3, column=1)),
    ),
)


def written_words(folder: Path) -> Path:
    """The words above, as a folder of messages."""
    for path, text in files_of(WORDS).items():
        write_file(folder, path, text)
    return folder
