"""With `--as-published` every byte is a build's, and nothing else is there."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from blogsmith.pages.social import social_cards
from blogsmith.preview.session import Session
from tests.preview.opened import opened
from tests.sample.source import NOW, build_apart, copy_sources
from tests.site import tree


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, Mapping[str, bytes]]:
    """The sample blog as it is previewed, and as it is published."""
    root = copy_sources(tmp_path_factory.mktemp("sample") / "blog")
    published = tree(build_apart(root))
    return opened(root, as_published=True, now=lambda: datetime.fromisoformat(NOW)), published


def test_every_file_of_the_sample_is_served_with_the_bytes_that_a_build_publishes(
    both: tuple[Session, Mapping[str, bytes]],
) -> None:
    session, published = both
    served = {path: session.serve(path) for path in published}
    differing = [
        path
        for path, found in served.items()
        if found.status != 200 or found.rendered is None or found.rendered.content != published[path]
    ]
    assert differing == []


def test_no_address_is_known_that_a_build_does_not_publish(both: tuple[Session, Mapping[str, bytes]]) -> None:
    session, published = both
    assert session.state is not None
    cards = {output for output, _, _ in social_cards(session.state.plot.ground)}
    known = {*session.state.articles, *session.state.others, *session.state.files, *cards}
    assert known == {path for path in published if not path.startswith("media/")}


def test_a_file_that_nothing_shows_is_not_there(both: tuple[Session, Mapping[str, bytes]]) -> None:
    session, _ = both
    assert session.serve("media/config.000000000000.toml").status == 404
