"""Which posts a page shows: noted while its view is put together, so that no builder of pages has to say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blogsmith.model.page import Page, PagePlan
from blogsmith.model.words import PostId
from blogsmith.pages.choice import Choice
from blogsmith.pages.ground import Ground
from blogsmith.pages.views import PostCardView
from blogsmith.pipeline.shared import looks


class Showing:
    """A ground that notes which cards are asked for."""

    def __init__(self, ground: Ground) -> None:
        self._cards, self._looks = _Watched(ground.cards), looks(ground)
        self.ground = replace(ground, cards=self._cards)

    def page(self, plan: PagePlan, choice: Choice | None = None) -> tuple[Page, tuple[PostId, ...]]:
        """The page of a plan, and the posts that it shows: those that its bodies name too, which may be remembered.
        `choice`: where it was made before.
        """
        self._cards.asked.clear()
        page = plan.page(choice)
        named = {
            PostId(target.post_id) for path in plan.bodies for target in self.ground.resolved[path] if target.post_id
        }
        return page, tuple(sorted({*self._cards.asked, *plan.shows, *named}))

    def looks_of(self, posts: Sequence[PostId]) -> bytes:
        """How these posts look, wherever they are shown."""
        return b"".join([self._looks.get(post, b"") for post in posts])


class _Watched(Mapping[PostId, PostCardView]):
    """Cards by post id; `asked` are those that were asked for."""

    def __init__(self, cards: Mapping[PostId, PostCardView]) -> None:
        self._cards = cards
        self.asked: set[PostId] = set()

    def __getitem__(self, post: PostId) -> PostCardView:
        self.asked.add(post)
        return self._cards[post]

    def __iter__(self) -> Iterator[PostId]:
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)
