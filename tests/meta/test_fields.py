"""Every key that an editor may type and every value that a template may show is written down where it is declared."""

import pytest

from tests.meta.sources import PACKAGE, fields

PLAIN = {
    "label": "str",
    "title": "str",
    "name": "str",
    "url": "str",
    "id": "str",
    "language": "str",
    "description": "str",
}
"""View fields that say all by their name, where the type is this one."""


def undocumented(path: str) -> list[str]:
    """`Class.field: type` of each field of a file without docstring."""
    classes = fields((PACKAGE / path).read_text(encoding="utf-8"))
    return [f"{name}.{each.name}: {each.type}" for name, own in classes.items() for each in own if not each.documented]


@pytest.mark.parametrize("path", ["model/config.py", "model/post.py", "model/author.py"])
def test_every_key_of_config_and_front_matter_has_a_docstring(path: str) -> None:
    classes = fields((PACKAGE / path).read_text(encoding="utf-8"))
    missing = [
        f"{name}.{field.name}"
        for name, own in classes.items()
        for field in own
        if not field.documented
    ]
    assert missing == []
