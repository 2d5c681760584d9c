"""Nobody but this machine's own browser is answered, and nothing but pages of the preview."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from blogsmith.preview.guard import TOOLS
from tests.preview.asking import PORT, TOKEN, Preview, previewed
from tests.preview.test_session import CONFIG, PATH, post
from tests.site import write_file, write_site
from tests.trust.figures import Figure

SECRET = "the-private-words"
HOSTILE = "{} hostile requests: 0 answered with anything of the site's, 0 crashes"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A blog with a post, and a file beside it that nobody may have."""
    folder = tmp_path_factory.mktemp("guard")
    root = write_site(folder / "site", f"-- config.toml --\n{CONFIG}")
    write_file(root, PATH, post(more="draft: true\n"))
    write_file(folder, "secret.txt", SECRET)
    write_file(root, "secret.txt", SECRET)
    write_file(root, ".env", SECRET)
    (root / "content/posts/linked.txt").symlink_to(folder / "secret.txt")
    with previewed(root) as running:
        yield running


TARGETS = (
    "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2f%2e%2e%2fsecret.txt", "/..%5csecret.txt",
    "//etc/passwd", "/..%252fsecret.txt", "/.%00./secret.txt", "/%ff%fe", "/%", "/%zz", "/" + "a" * 6000,
    "http://localhost:4000/", "https://evil.example/", "*", "", "robot/", "/#/../secret.txt", "/secret.txt", "/.env",
    "/linked.txt", "/content/posts/linked.txt", "/content/posts/robot.md", "/config.toml", "/authors/jane.md",
    "/index.html::$DATA", "/CON", "/robot./", "/robot%20/", "/?raw??../secret.txt", "/\\..\\secret.txt",
    "/%2e%2e%5c%2e%2e%5csecret.txt", "/%c0%ae%c0%ae/secret.txt", "/file:///etc/passwd", "/./secret.txt",
    "/robot/../../secret.txt", "/robot//../secret.txt", "/%2fetc%2fpasswd", "/.blogsmith/memory.sqlite",
    "/.git/config", "/media/../secret.txt", "/media/secret.000000000000.txt", "/assets/../secret.txt",
    TOOLS + "../secret.txt", TOOLS + "assets/../../session.py", TOOLS + "assets/%2e%2e/server.py", TOOLS + "assets/",
    TOOLS + "nothing", TOOLS + "events", TOOLS + "page.json", TOOLS + "dashboard.json",
    TOOLS + "page.json?token=wrong", TOOLS + "events?token=", "/\u0000", "/\r\nX: y", "/a b", "/\x7f",
)  # fmt: skip
HOSTS = (
    "evil.example", "evil.example:4000", "localhost:80", "localhost:4001", "[::1", "a b", "", "localhost:4000:4000",
    "127.0.0.1.evil.example:4000", "localhost.evil.example:4000", "\0", "192.168.0.7:4000", "localhost:99999",
    "localhost:4000@evil.example", "http://localhost:4000",
)  # fmt: skip
ORIGINS = ("http://evil.example", "null", "::::", "https://localhost:4000", "http://localhost:4001", "")
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get")


def test_the_list_of_hostile_requests_is_as_long_as_was_promised() -> None:
    assert len(TARGETS) + len(HOSTS) + len(ORIGINS) + len(METHODS) >= 80


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_that_leads_out_gets_nothing(preview: Preview, target: str, figure: Figure) -> None:
    answer = preview.get(target)
    assert answer.status in (400, 401, 404, 414) or target == "/?raw??../secret.txt"
    assert SECRET.encode() not in answer.body
    assert b"root:" not in answer.body
    figure("P9", HOSTILE, 1)


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_is_not_answered(preview: Preview, host: str, figure: Figure) -> None:
    assert preview.get("/robot/", ("host", host)).status in (400, 403)
    figure("P9", HOSTILE, 1)


def test_two_names_are_not_answered(preview: Preview) -> None:
    own = ("host", f"localhost:{PORT}")
    assert preview.get("/robot/", own, own).status == 400


@pytest.mark.parametrize("origin", ORIGINS)
def test_another_origin_is_not_answered(preview: Preview, origin: str, figure: Figure) -> None:
    assert preview.get("/robot/", ("origin", origin)).status == 403
    figure("P9", HOSTILE, 1)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_reading_is_possible(preview: Preview, method: str, figure: Figure) -> None:
    assert preview.get("/robot/", method=method).status == 405
    figure("P9", HOSTILE, 1)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "blog.localhost"])
def test_the_names_of_this_machine_are_answered(preview: Preview, host: str) -> None:
    assert preview.get("/robot/", ("host", f"{host}:{PORT}")).status == 200


def test_another_site_can_neither_embed_a_page_nor_fetch_it(preview: Preview) -> None:
    foreign = ("sec-fetch-site", "cross-site")
    assert preview.get("/robot/", foreign, ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")).status == 403
    assert preview.get("/robot/", foreign, ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")).status == 403


def test_a_link_on_another_site_leads_to_a_page_and_not_to_the_editors_desk(preview: Preview) -> None:
    link = (("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"))
    assert (preview.get("/robot/", *link).status, preview.get(TOOLS, *link).status) == (200, 403)


def test_what_is_told_needs_the_token_of_this_run(preview: Preview) -> None:
    assert preview.get(f"{TOOLS}dashboard.json").status == 401
    assert preview.get(f"{TOOLS}dashboard.json", ("x-blogsmith-token", TOKEN)).status == 200
    assert preview.get(f"{TOOLS}dashboard.json?token={TOKEN}").status == 200


def test_a_request_that_brings_something_is_refused(preview: Preview) -> None:
    assert preview.get("/robot/", ("content-length", "5")).status == 400
    assert preview.get("/robot/", ("transfer-encoding", "chunked")).status == 400


def test_no_answer_lets_another_site_read_it(preview: Preview) -> None:
    names = [name.lower() for name, _ in preview.get("/robot/", ("origin", f"http://localhost:{PORT}")).headers]
    assert not [name for name in names if name.startswith("access-control")]


def test_a_phone_is_asked_for_the_token_and_keeps_it_in_a_cookie(site: Callable[[str], Path]) -> None:
    root = site(f"-- config.toml --\n{CONFIG}")
    write_file(root, PATH, post())
    with previewed(root, hosts=["192.168.0.7"]) as preview:
        host = ("host", f"192.168.0.7:{PORT}")
        assert preview.get("/robot/", host, local=False).status == 401
        moved = preview.get(f"/robot/?token={TOKEN}", host, local=False)
        assert (moved.status, dict(moved.headers)["Location"]) == (302, "/robot/")
        cookie = ("cookie", dict(moved.headers)["Set-Cookie"].partition(";")[0])
        assert preview.get("/robot/", host, cookie, local=False).status == 200


def test_contracts_and_trainings_are_not_shown_on_a_phone_and_private_fields_nowhere(
    site: Callable[[str], Path],
) -> None:
    root = site(f"-- config.toml --\n{CONFIG}")
    profile = (
        "---\nname: Jane\nkind: in-house\ntraining: [2026-02-02]\nprivate: {email: jane@secret.example}\n---\nI am.\n"
    )
    write_file(root, "authors/jane.md", profile)
    write_file(root, PATH, post())
    with previewed(root, hosts=["192.168.0.7"]) as preview:
        query = f"{TOOLS}page.json?token={TOKEN}&output=robot/index.html"
        here = preview.get(query).body
        there = preview.get(
            query.replace(f"token={TOKEN}&", ""),
            ("host", f"192.168.0.7:{PORT}"),
            ("x-blogsmith-token", TOKEN),
            local=False,
        ).body
        assert (b"2026-02-02" in here, b"2026-02-02" in there, b"vscode:" in there) == (True, False, False)
        assert b"secret.example" not in here + there
