"""Every format for programs, by the name that `--format` takes."""

from blogsmith.reports import as_json, github, junit, sarif

RENDERED = {"json": as_json.render, "github": github.render, "sarif": sarif.render, "junit": junit.render}
