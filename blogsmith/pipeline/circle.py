"""Edited posts and those that begin or end as one of them does: what is to be said of all of them, before and now.

Of posts that share a formula each is told of the others (`originality/formula`): an edit of one is an edit of what is
said of them all.
"""

from collections.abc import Callable, Collection, Mapping

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.document import Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.pipeline.studied import Studied, Study
from blogsmith.pipeline.tools import Tools
from blogsmith.policy.kinship import Kinship
from blogsmith.policy.rules import originality_formula
from blogsmith.policy.rules.originality_formula import is_formula

_MOST = 60
"""Posts that are looked at for an edit."""


@frozen
class Version:
    """A post as it was, or is."""

    post: Post
    outline: Outline
    study: Study | None
    """None where it is older than the rules."""


@frozen
class Circle:
    """Posts before an edit, or after it."""

    tools: Tools
    site: Site
    posts: Mapping[str, Post]
    """All posts of the site, by path."""
    edited: Mapping[str, Version]
    """By path."""
    others: Callable[[str], Version]
    """Those that were not edited, by path."""
    kinship: Kinship
    """Of all posts."""

    def told_together(self) -> frozenset[str]:
        """The edited posts, and those that are told of the same formulas."""
        return self._with_others(self.edited)

    def says(self, paths: Collection[str]) -> tuple[Diagnostic, ...] | None:
        """What the rules say of these posts, which are no copies of others; None where that takes too many posts."""
        everybody = self._with_others(paths)
        if len(everybody) > _MOST:
            return None
        versions = {path: self._version(path) for path in sorted(everybody)}
        studied = Studied(
            keys={},
            outlines={path: own.outline for path, own in versions.items()},
            bodies={},
            studies={path: own.study for path, own in versions.items() if own.study is not None},
        )
        posts = tuple(own.post for own in versions.values())
        return tuple(self.tools.bench.judge_few(self.site, posts, paths, studied, self.tools.press))

    def _version(self, path: str) -> Version:
        """One of the posts."""
        return self.edited[path] if path in self.edited else self.others(path)

    def _with_others(self, paths: Collection[str]) -> frozenset[str]:
        """These posts, and those that begin or end with the same sentence where that is a formula."""
        options, found = self.tools.bench.levels.options[originality_formula.RULE.id], {*paths}
        for path in paths:
            study = self._version(path).study
            for phrase, users in self.kinship.sharing(study.trace) if study is not None else ():
                if is_formula(phrase.key, [self.posts[user] for user in users], options):
                    found.update(users)
        return frozenset(found)
