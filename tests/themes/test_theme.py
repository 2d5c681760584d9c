"""Folders become a Theme, or every fault in them is named at once."""

import pickle
from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.themes.renderer import Renderer
from blogsmith.themes.theme import bundled_themes
from tests.themes.tiny import faults, load, plain, tiny_page


def test_the_overlay_covers_the_theme_and_the_theme_its_parent(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- theme.toml --
        extends = "basic"
        -- bundled/basic/theme.toml --
        -- bundled/basic/templates/page.html --
        {% include "a.html" %}{% include "b.html" %}{% include "c.html" %}
        -- bundled/basic/templates/a.html --
        parent a,
        -- bundled/basic/templates/b.html --
        parent b,
        -- bundled/basic/templates/c.html --
        parent c
        -- templates/b.html --
        theme b,
        -- templates/c.html --
        theme c
        -- themes/local/templates/c.html --
        overlay c
        """,
    )
    assert Renderer(theme).render(tiny_page()) == "parent a,theme b,overlay c"


def test_a_covering_template_extends_the_one_it_covers(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- templates/page.html --
        <{% block head %}head{% endblock %}|{% block foot %}foot{% endblock %}>
        -- themes/local/templates/page.html --
        {% extends "parent:page.html" %}
        {% block foot %}mine{% endblock %}
        """,
    )
    assert Renderer(theme).render(tiny_page()) == "<head|mine>"


def test_a_site_theme_extends_the_bundled_theme_of_its_own_name(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- theme.toml --
        extends = "tiny"
        -- bundled/tiny/theme.toml --
        -- bundled/tiny/templates/page.html --
        bundled
        """,
    )
    assert [layer.path for layer in theme.layers] == [
        "themes/local",
        "themes/tiny",
        "blogsmith:tiny",
        "blogsmith:machine",
    ]


def test_a_theme_of_an_extension_is_found_by_its_name(tmp_path: Path) -> None:
    load(tmp_path, "-- bundled/elsewhere/paper/theme.toml --\n")
    theme = load(tmp_path, name="paper", installed={"paper": tmp_path / "bundled/elsewhere/paper"})
    assert theme.layers[1].path == "installed:paper"


def test_a_child_says_again_what_it_wants_otherwise(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- theme.toml --
        name = "Tiny"
        extends = "basic"
        stylesheets = []
        [options.columns]
        type = "integer"
        default = 10
        [extra]
        paper = "grey"
        -- bundled/basic/theme.toml --
        stylesheets = ["site.css"]
        dyes = ["red", "blue"]
        [options.columns]
        type = "integer"
        default = 20
        [options.wide]
        type = "boolean"
        default = true
        [extra]
        paper = "white"
        ink = "black"
        -- bundled/basic/assets/site.css --
        """,
        options={"wide": False},
    )
    assert (theme.name, theme.stylesheets, theme.dyes) == ("Tiny", (), ("red", "blue"))
    assert theme.options == {"columns": 10, "wide": False}
    assert theme.extra == {"paper": "grey", "ink": "black"}


def test_a_missing_theme_is_told_with_the_nearest_and_all_known_ones(tmp_path: Path) -> None:
    found = faults(tmp_path, "-- bundled/default/theme.toml --\n-- themes/local/assets/x.css --\n", name="tinny")
    expected = {"value": "tinny", "names": "default, tiny", "suggestion": "tiny"}
    assert found == [("theme/missing", "config.toml", None, expected)]


@pytest.mark.parametrize("name", ["local", "../tiny", "tiny/../tiny"])
def test_a_name_that_is_no_theme_is_missing(tmp_path: Path, name: str) -> None:
    assert [rule for rule, *_ in faults(tmp_path, "-- themes/local/theme.toml --\n", name=name)][-1] == "theme/missing"


def test_a_missing_parent_is_told_where_it_is_named(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- theme.toml --\nextends = "basci"\n-- bundled/basic/theme.toml --\n')
    expected = {"value": "basci", "names": "basic, tiny", "suggestion": "basic"}
    assert found == [("theme/missing", "themes/tiny/theme.toml", None, expected)]


def test_themes_that_extend_each_other_are_named(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- theme.toml --\nextends = "b"\n-- themes/b/theme.toml --\nextends = "tiny"\n')
    assert found == [("theme/cycle@themes", "themes/b/theme.toml", None, {"value": "tiny -> b -> tiny"})]


def test_a_theme_that_extends_itself_and_covers_nothing_is_named(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- theme.toml --\nextends = "tiny"\n')
    assert found == [("theme/cycle@themes", "themes/tiny/theme.toml", None, {"value": "tiny -> tiny"})]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        """
        -- theme.toml --
        stylesheet = ["a.css"]
        scripts = ["a.js"]
        -- templates/page.html --
        {% include "missing.html" %}
        {{ hook("comment") }}
        -- strings/en.toml --
        hello = 1
        """,
        options={"columns": 1},
    )
    assert sorted(rule for rule, *_ in found) == [
        "theme/missing-asset",
        "theme/missing-template",
        "theme/option",
        "theme/type@text",
        "theme/unknown-hook",
        "theme/unknown-key",
    ]


def test_assets_that_are_named_and_not_there_are_told_with_the_nearest(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        """
        -- theme.toml --
        boot_scripts = ["mode.js"]
        -- assets/modes.js --
        -- assets/css/site.css --
        a {}
        b { background: url("../icon.png") }
        -- assets/icon.svg --
        """,
    )
    assert found == [
        ("theme/missing-asset", "themes/tiny/theme.toml", None, {"value": "mode.js", "suggestion": "modes.js"}),
        ("theme/missing-asset", "themes/tiny/assets/css/site.css", 2, {"value": "icon.png", "suggestion": "icon.svg"}),
    ]


def test_templates_under_machine_are_refused(tmp_path: Path) -> None:
    found = faults(tmp_path, "-- templates/machine/rss.xml --\nmine\n")
    path = "themes/tiny/templates/machine/rss.xml"
    assert found == [("theme/fixed-template", path, None, {"value": "machine/rss.xml"})]


def test_a_symbolic_link_is_refused_whether_it_is_a_file_or_a_folder(tmp_path: Path) -> None:
    load(tmp_path, "-- assets/site.css --\n")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("secret")
    (tmp_path / "themes/tiny/assets/key.txt").symlink_to(tmp_path / "secret/key.txt")
    (tmp_path / "themes/tiny/templates").symlink_to(tmp_path / "secret")
    assert faults(tmp_path) == [
        ("theme/symlink", "themes/tiny/templates", None, {}),
        ("theme/symlink", "themes/tiny/assets/key.txt", None, {}),
    ]


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    load(tmp_path)
    folder = tmp_path / "themes/tiny/strings"
    folder.mkdir()
    (folder / "en.toml").write_bytes(b'a = "b"\nc = "\xb0\xa1"\n')
    assert faults(tmp_path) == [("theme/encoding", "themes/tiny/strings/en.toml", 2, {})]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / "themes/tiny/templates").write_text("a file where a folder belongs")
    assert faults(tmp_path) == [("theme/unreadable", "themes/tiny/templates", None, {"reason": "Not a directory"})]


def test_byte_order_marks_and_windows_line_ends_are_read_away(tmp_path: Path) -> None:
    load(tmp_path)
    folder = tmp_path / "themes/tiny/templates"
    folder.mkdir()
    (folder / "page.html").write_bytes(b"\xef\xbb\xbfa\r\nb")
    assert Renderer(load(tmp_path)).render(tiny_page()) == "a\nb"


def test_litter_of_editors_and_desktops_is_passed_over(tmp_path: Path) -> None:
    text = "-- assets/.DS_Store --\n-- assets/a.css~ --\n-- assets/.a.swp --\n-- assets/static/.nojekyll --\n"
    assert list(load(tmp_path, text).layers[1].assets) == ["static/.nojekyll"]


def test_what_would_be_ignored_in_silence_is_a_warning(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- themes/local/hooks/post_foter.html --
        -- themes/local/theme.toml --
        -- template/page.html --
        -- hooks/comments.html --
        -- docs/readme.txt --
        """,
    )
    assert [plain(item) for item in theme.diagnostics] == [
        (
            "theme/unknown-hook@file",
            "themes/local/hooks/post_foter.html",
            None,
            {"value": "post_foter.html", "suggestion": "post_footer.html"},
        ),
        ("theme/unknown-part@manifest", "themes/local/theme.toml", None, {"value": "theme.toml"}),
        ("theme/unknown-part@hooks", "themes/tiny/hooks", None, {"value": "hooks"}),
        ("theme/unknown-part", "themes/tiny/template", None, {"value": "template", "suggestion": "templates"}),
    ]


def test_a_theme_can_be_sent_to_another_process(tmp_path: Path) -> None:
    theme = load(tmp_path, '-- templates/page.html --\n{{ title }}\n-- strings/en.toml --\na = "b"\n')
    assert pickle.loads(pickle.dumps(theme)) == theme


def test_a_template_that_no_layer_has_has_no_closure(tmp_path: Path) -> None:
    theme = load(tmp_path, "-- templates/post.html --\n")
    with pytest.raises(CannotGoOn) as stop:
        theme.closure("posts.html")
    expected = {"value": "posts.html", "suggestion": "post.html"}
    assert [plain(item) for item in stop.value.diagnostics] == [
        ("theme/missing-template@page", "themes/tiny/templates", None, expected)
    ]


def test_the_bundled_themes_hold_the_default_one() -> None:
    assert (bundled_themes() / "default" / "theme.toml").is_file()
