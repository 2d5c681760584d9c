"""Every key that an editor may type and every value that a template may show is written down where it is declared."""

import pytest

from tests.meta.sources import PACKAGE, Field, fields

PLAIN = frozenset(
    name
    for names in (
        "absolute_url alt archive_url authors_url bio body canonical caption category copyright count credit",
        "current date decorative description dye extra featured generator has_code has_video height icon id",
        "image image_alt kind label language licence licence_url lines locked minutes name next_url noindex",
        "number organisation previous_url privacy_url published relationship rights role since status summary",
        "tag tags team text title total type until updated url year",
    )
    for name in names.split()
)
"""Names of view fields that say all there is to say. A new name is documented, or is added here on purpose."""


def undocumented(path: str) -> list[tuple[str, Field]]:
    """Each field of a file without a docstring, and its class's name."""
    classes = fields((PACKAGE / path).read_text(encoding="utf-8"))
    return [(name, field) for name, own in classes.items() for field in own if not field.documented]


@pytest.mark.parametrize(
    "path",
    ["model/config.py", "model/publishing.py", "model/conversation.py", "model/post.py", "model/author.py"],
)
def test_every_key_of_config_and_front_matter_has_a_docstring(path: str) -> None:
    assert [f"{name}.{field.name}" for name, field in undocumented(path)] == []


def test_every_view_field_has_a_docstring_or_a_plain_name_or_holds_a_view() -> None:
    unclear = [
        f"{name}.{field.name}: {field.type}"
        for path in sorted((PACKAGE / "pages/views").glob("*.py"))
        for name, field in undocumented(f"pages/views/{path.name}")
        if field.name not in PLAIN and "View" not in field.type
    ]
    assert unclear == []


def test_a_field_without_docstring_is_found() -> None:
    text = '@dataclass\nclass A:\n    x: int\n    y: str\n    """Words."""\n    _z: int\n\nclass _B:\n    x: int\n'
    assert fields(text) == {
        "A": (Field(name="x", type="int", documented=False), Field(name="y", type="str", documented=True))
    }
