"""The options of a rule, each with the type that its default has."""

from blogsmith.policy.rule import Options


def number(options: Options, name: str) -> int:
    """A whole number. Raises TypeError where the option is none."""
    value = options[name]
    if not isinstance(value, int):
        raise TypeError(name)
    return value


def words(options: Options, name: str) -> tuple[str, ...]:
    """A list of texts. Raises TypeError where the option is none."""
    value = options[name]
    if not isinstance(value, tuple):
        raise TypeError(name)
    return value
