"""A writer has no bio in one of the blog's languages."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Finding, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    author, config = profile.author, profile.site.config
    for language in config.languages:
        bio = author.bios.get(language)
        if bio is not None and bio.body.strip():
            continue
        path = author.path if language == config.site.language else f"authors/{author.id}.{language}.md"
        variant = "" if path == author.path else "other"
        yield Finding(location=profile.at("name"), facts=(("value", language), ("path", path)), variant=variant)


RULE = rule("author/bio-missing", Severity.WARNING)(_findings)
