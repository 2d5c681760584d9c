"""Assets are published under names that change with their content."""

import hashlib
from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.themes.assets import theme_assets, theme_parts
from tests.themes.tiny import load, plain


def digest(content: str) -> str:
    return hashlib.blake2b(content.encode(), digest_size=4).hexdigest()


def published(root: Path, text: str) -> dict[str, tuple[str, str]]:
    """Output and content of each asset by its name."""
    return {asset.name: (asset.output, asset.content.decode()) for asset in theme_assets(load(root, text))}


def test_an_asset_has_a_digest_of_its_content_in_its_name(tmp_path: Path) -> None:
    text = "-- assets/site.js --\nalert(1)\n-- assets/fonts/a.b.woff2 --\nx\n-- assets/LICENSE --\ny\n"
    assert published(tmp_path, text) == {
        "LICENSE": ("assets/LICENSE." + digest("y\n"), "y\n"),
        "fonts/a.b.woff2": ("assets/fonts/a.b." + digest("x\n") + ".woff2", "x\n"),
        "site.js": ("assets/site." + digest("alert(1)\n") + ".js", "alert(1)\n"),
    }


def test_the_strongest_layer_gives_an_asset(tmp_path: Path) -> None:
    text = "-- assets/a.css --\ntheme\n-- themes/local/assets/a.css --\nmine\n-- themes/local/assets/b.css --\nb\n"
    assert [content for _, content in published(tmp_path, text).values()] == ["mine\n", "b\n"]


def test_static_files_are_published_at_the_root_as_they_are(tmp_path: Path) -> None:
    text = """
    -- assets/static/favicon.ico --
    icon
    -- assets/static/.well-known/security.txt --
    Contact: mailto:a@example.com
    -- assets/static/x.css --
    a { background: url(nothing.png) }
    """
    assert {name: output for name, (output, _) in published(tmp_path, text).items()} == {
        "static/.well-known/security.txt": ".well-known/security.txt",
        "static/favicon.ico": "favicon.ico",
        "static/x.css": "x.css",
    }


CSS = """
-- assets/css/site.css --
@import "base.css" screen;
@import url(../reset.css);
/* url(gone.png) */
a { background: url( "../img/a.svg#x" ); mask: url('../img/a.svg?v=1') }
b { background: url(data:image/png;base64,aaaa), url(https://example.com/x.png), url(/x.png), url(#f) }
c { background: url(../static/logo.png) }
-- assets/css/base.css --
base
-- assets/reset.css --
reset
-- assets/img/a.svg --
<svg/>
-- assets/static/logo.png --
logo
"""


def test_references_of_style_sheets_lead_to_the_published_names(tmp_path: Path) -> None:
    files = published(tmp_path, CSS)
    base, reset, picture = (Path(files[name][0]).name for name in ("css/base.css", "reset.css", "img/a.svg"))
    assert files["css/site.css"][1] == (
        f'@import "{base}" screen;\n'
        f'@import url("../{reset}");\n'
        "/* url(gone.png) */\n"
        f'a {{ background: url( "../img/{picture}#x" ); mask: url("../img/{picture}?v=1") }}\n'
        "b { background: url(data:image/png;base64,aaaa), url(https://example.com/x.png), url(/x.png), url(#f) }\n"
        'c { background: url("../../logo.png") }\n'
    )


def test_a_new_picture_gives_the_style_sheet_that_shows_it_a_new_name(tmp_path: Path) -> None:
    before = published(tmp_path, CSS)
    after = published(tmp_path, "-- assets/img/a.svg --\n<svg>new</svg>\n")
    assert {name for name in after if after[name][0] != before[name][0]} == {"css/site.css", "img/a.svg"}


def test_style_sheets_that_import_each_other_are_named(tmp_path: Path) -> None:
    theme = load(tmp_path, '-- assets/a.css --\n@import "b.css";\n-- assets/b.css --\n@import "a.css";\n')
    with pytest.raises(CannotGoOn) as stop:
        theme_assets(theme)
    assert [plain(item) for item in stop.value.diagnostics] == [
        ("theme/cycle", "themes/tiny/assets/b.css", None, {"value": "a.css -> b.css -> a.css"})
    ]


def test_the_parts_of_a_theme_are_addresses(tmp_path: Path) -> None:
    theme = load(
        tmp_path,
        """
        -- theme.toml --
        stylesheets = ["site.css"]
        scripts = ["site.js"]
        boot_scripts = ["mode.js"]
        dyes = ["red"]
        [options.wide]
        type = "boolean"
        default = false
        [extra]
        letters = { red = "ㄱ" }
        -- assets/site.css --
        -- assets/site.js --
        -- assets/mode.js --
        -- assets/static/favicon.ico --
        """,
    )
    parts = theme_parts(theme, theme_assets(theme))
    nothing = digest("")
    assert parts.stylesheets == (f"/assets/site.{nothing}.css",)
    assert parts.scripts == (f"/assets/site.{nothing}.js",)
    assert parts.boot_scripts == (f"/assets/mode.{nothing}.js",)
    assert parts.assets["static/favicon.ico"] == "/favicon.ico"
    assert (parts.options, parts.dyes, parts.letters) == ({"wide": False}, ("red",), {"red": "ㄱ"})


def test_a_theme_without_letters_has_none(tmp_path: Path) -> None:
    theme = load(tmp_path, '-- theme.toml --\nextra.letters = "ㄱ"\n')
    assert theme_parts(theme, ()).letters == {}
