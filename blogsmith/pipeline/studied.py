"""What was found out about bodies: enough to link to them, to list them and to hold them to the rules."""

from collections.abc import Mapping

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.document import Body, Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.policy.traces import Trace


@frozen
class Study:
    """What was found out about the sentences of a post."""

    begins: Place | None
    """Where the first sentence stands in the body."""
    trace: Trace
    findings: tuple[Diagnostic, ...]
    """What the post rules say, waived or not."""


@frozen
class Studied:
    """Everything that is to be said of the bodies of a site without their references; all by source path."""

    keys: Mapping[str, bytes]
    """The digest of all that a body's HTML depends on, but for what its references lead to."""
    outlines: Mapping[str, Outline]
    bodies: Mapping[str, Body]
    """Each is fetched when it is asked for."""
    studies: Mapping[str, Study]
    """Of the posts that are held to the rules."""
