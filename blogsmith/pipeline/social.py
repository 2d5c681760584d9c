"""Social cards become files: drawn once, and kept by the digest of all that they show."""

from collections.abc import Collection, Iterable
from pathlib import Path

from blogsmith.media.fonts import FOLDER, FontFiles, find_fonts
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.social import SocialCard
from blogsmith.model.source import Location
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import codec_of, digest_of, packed
from blogsmith.pipeline.memory import Memory

KIND = "card"


@frozen
class Painted:
    """A card as a file."""

    content: bytes
    """A PNG."""
    unwritten: str
    """Signs of its title that no font has; then it bears no words."""


@frozen
class Easel:
    """Where cards are drawn."""

    root: Path
    fonts: FontFiles | None
    """None where the blog wants no cards."""
    memory: Memory
    limit_mb: int
    """Of a photo."""

    @property
    def lettering(self) -> str:
        """The digest of what cards are written in; empty where there are none."""
        return self.fonts.digest if self.fonts is not None else ""

    def key(self, output: str) -> bytes:
        """Of a card in the memory: its address has the digest of all that it shows."""
        return digest_of(code_digest(), output.encode())

    def remembered(self, output: str) -> Painted | None:
        """A card that was drawn before."""
        found = self.memory.one(KIND, self.key(output))
        return codec_of(Painted).unpack(found) if found is not None else None

    def remember(self, drawn: Iterable[tuple[str, Painted]], published: Collection[str]) -> None:
        """Remembers cards by where they are written, and forgets those that are not published any more."""
        is_new = False
        with self.memory.in_parts() as keep:
            for output, card in drawn:
                is_new = True
                keep(KIND, self.key(output), packed(card))
        if is_new or self.memory.count(KIND) != len(published):
            self.memory.retain(KIND, {self.key(output) for output in published})

    def exchange(self, drawn: Iterable[tuple[str, Painted]], gone: Iterable[str]) -> None:
        """Remembers cards in the place of others."""
        self.memory.erase(KIND, map(self.key, gone))
        self.memory.keep(KIND, {self.key(output): packed(card) for output, card in drawn})

    def draw(self, card: SocialCard) -> Painted:
        """The picture of a card. Raises OSError, OverflowError where its photo vanished."""
        # Drawing takes longer to load than most builds have to draw.
        from blogsmith.media.easel import paint

        if self.fonts is None:
            raise ValueError("no cards are drawn here")
        drawn = paint(card, self.fonts, self.root, limit_mb=self.limit_mb)
        return Painted(content=drawn.content, unwritten=drawn.unwritten)


def set_up_easel(root: Path, config_file: ConfigFile, memory: Memory) -> Easel:
    """Raises CannotGoOn with identity/font."""
    config = config_file.config
    fonts = None
    if config.identity.cards:
        found = find_fonts(root, config.identity.card_fonts)
        if not isinstance(found, FontFiles):
            index, variant = found
            facts = (("value", f"{FOLDER}/{config.identity.card_fonts[index]}"),)
            location = config_file.at("identity", "card_fonts", index)
            fault = Diagnostic(
                rule="identity/font", severity=Severity.ERROR, location=location, facts=facts, variant=variant
            )
            raise CannotGoOn((fault,))
        fonts = found
    return Easel(root=root, fonts=fonts, memory=memory, limit_mb=config.limits.asset_mb)


def findings_on(painted: Painted, source: str) -> tuple[Diagnostic, ...]:
    """Reports card/unwritten."""
    if not painted.unwritten:
        return ()
    location = Location(path=source or "config.toml")
    facts = (("value", painted.unwritten),)
    return (Diagnostic(rule="card/unwritten", severity=Severity.WARNING, location=location, facts=facts),)
