"""How well two colours can be told apart. Source: WCAG 2.2, relative luminance and contrast ratio."""

from blogsmith.text.patterns import pattern

_HEX = pattern(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def is_colour(text: str) -> bool:
    """Whether a text is `#rrggbb`."""
    return bool(_HEX.fullmatch(text))


def contrast(first: str, second: str) -> float:
    """From 1 (equal) to 21 (black on white). Raises ValueError for what is not `#rrggbb`."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    match = _HEX.fullmatch(colour)
    if not match:
        raise ValueError(colour)
    red, green, blue = (_linear(int(part, 16) / 255) for part in match.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
