"""The blog's own colours become a style sheet laid over the theme's; each pair of ground and words is checked first."""

from collections.abc import Iterator

from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import Diagnostic, Fact, Severity
from blogsmith.model.identity import DyeConfig, IdentityConfig, PaperConfig
from blogsmith.text.contrast import contrast, is_colour

LEAST = 4.5
"""Contrast of words on their ground. Source: WCAG 2.2, 1.4.3."""

_DYE_KEYS = ("text", "text_dark", "field", "on_field", "wash", "wash_dark", "deep", "light", "spark")
_PAPER_KEYS = ("ground", "ground_dark", "ink", "ink_dark")


def identity_css(identity: IdentityConfig) -> str:
    """Custom properties over those of the theme; empty where nothing differs from the defaults."""
    root = [f"--radius: {identity.radius}px"] if identity.radius != IdentityConfig().radius else []
    if identity.paper is not None:
        paper = identity.paper
        root += [
            f"--paper: light-dark({paper.ground}, {paper.ground_dark})",
            f"--ink: light-dark({paper.ink}, {paper.ink_dark})",
        ]
    rules = [f":root {{ {'; '.join(root)} }}"] if root else []
    rules += [f".d-{name} {{ {_properties(dye)} }}" for name, dye in identity.dyes.items()]
    return "\n".join(rules) + "\n" if rules else ""


def identity_faults(config_file: ConfigFile) -> Iterator[Diagnostic]:
    """Reports identity/colour, identity/contrast, identity/radius, identity/dye-name."""
    identity = config_file.config.identity
    if not 0 <= identity.radius <= 24:
        yield _fault(config_file, "identity/radius", ("radius",), ("value", identity.radius))
    paper = identity.paper or PaperConfig()
    wrong = [key for key in _PAPER_KEYS if not is_colour(getattr(paper, key))]
    for key in wrong:
        yield _fault(config_file, "identity/colour", ("paper", key), ("value", str(getattr(paper, key))))
    if not wrong:
        yield from _pair(config_file, ("paper", "ink"), paper.ink, paper.ground)
        yield from _pair(config_file, ("paper", "ink_dark"), paper.ink_dark, paper.ground_dark)
        for name, dye in identity.dyes.items():
            yield from _dye_faults(config_file, name, dye, paper)


def _dye_faults(config_file: ConfigFile, name: str, dye: DyeConfig, paper: PaperConfig) -> Iterator[Diagnostic]:
    if not name.replace("-", "").isalnum() or not name.isascii() or name != name.lower():
        yield _fault(config_file, "identity/dye-name", ("dyes", name), ("value", name))
    wrong = [key for key in _DYE_KEYS if not is_colour(getattr(dye, key))]
    for key in wrong:
        yield _fault(config_file, "identity/colour", ("dyes", name, key), ("value", str(getattr(dye, key))))
    if wrong:
        return
    for key, words, ground in (
        ("text", dye.text, paper.ground),
        ("text", dye.text, dye.wash),
        ("text_dark", dye.text_dark, paper.ground_dark),
        ("text_dark", dye.text_dark, dye.wash_dark),
        ("on_field", dye.on_field, dye.field),
    ):
        yield from _pair(config_file, ("dyes", name, key), words, ground)


def _pair(config_file: ConfigFile, key: tuple[str, ...], words: str, ground: str) -> Iterator[Diagnostic]:
    ratio = contrast(words, ground)
    if ratio < LEAST:
        facts = (("value", words), ("ground", ground), ("ratio", f"{ratio:.1f}"))
        yield _fault(config_file, "identity/contrast", key, *facts)


def _fault(config_file: ConfigFile, rule: str, key: tuple[str, ...], *facts: tuple[str, Fact]) -> Diagnostic:
    location = config_file.at("identity", *key)
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts)


def _properties(dye: DyeConfig) -> str:
    return "; ".join(
        (
            f"--c: light-dark({dye.text}, {dye.text_dark})",
            f"--f: {dye.field}",
            f"--on: {dye.on_field}",
            f"--w: light-dark({dye.wash}, {dye.wash_dark})",
            f"--deep: {dye.deep}",
            f"--light: {dye.light}",
            f"--spark: {dye.spark}",
        )
    )
