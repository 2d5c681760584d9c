"""A blog to which Hypothesis does what people, clocks, disks and kills do; each build is held to a clean one."""

import json
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from lxml import etree

from tests.incremental.blog import contents, files_in
from tests.incremental.damage import spoil
from tests.incremental.edits import EDITS, Edit
from tests.incremental.forks import Forks, Order
from tests.incremental.life import Life
from tests.incremental.ram import folder_in_memory
from tests.published import Published, broken_links

SEEDS = st.integers(0, 9_999)
"""Of the chance by which an edit chooses what it edits."""
CLEAN = 3
"""Every third build is held to a clean one: what went wrong before is still wrong then."""


class Blog(RuleBasedStateMachine):
    """Each rule is a step: something happens, and the blog is built, or killed on the way."""

    processes: Forks
    """Where builds that are killed run."""
    steps = clean = refused = 0
    """Of all examples."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = folder_in_memory()
        self._held = 0

    @initialize(korean=st.booleans(), theme=st.sampled_from(("plain", "plain", "default")))
    def begin(self, korean: bool, theme: str) -> None:
        """A blog under the default theme, or under one that says all that it sees."""
        self.life = Life(Path(self._folder.name), 0, theme=theme, korean=korean)
        self.life.hold(hold_back=True)

    @rule(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), seed=SEEDS, hold_back=st.booleans())
    def edit(self, edits: list[Edit], seed: int, hold_back: bool) -> None:
        """A few edits between two builds."""
        for edit in edits:
            self.life.note(edit.__name__)
            edit(self.life.root, Random(seed))
        self._hold(hold_back=hold_back)

    @rule(edit=st.sampled_from(EDITS), seed=SEEDS)
    def edit_and_undo(self, edit: Edit, seed: int) -> None:
        """What is edited and built is as it was, in files whose times do not tell."""
        before = contents(self.life.root)
        edit(self.life.root, Random(seed))
        self._hold(hold_back=True)
        self.life.undo(before, times=True)
        self._hold(hold_back=True)

    @rule(days=st.sampled_from((-40, -3, -1, 1, 5, 40)))
    def step_the_clock(self, days: int) -> None:
        """Time passes, or is set back."""
        self.life.pass_days(days)
        self._hold(hold_back=True)

    @rule(seed=SEEDS)
    def damage_the_memory(self, seed: int) -> None:
        """What is remembered rots."""
        file = self.life.root / ".blogsmith/memory.sqlite"
        self.life.note(spoil(file, Random(seed)))
        self._hold(hold_back=True)

    @rule(edit=st.sampled_from(EDITS), seed=SEEDS, changes=st.integers(0, 59), late=st.booleans())
    def kill_a_build(self, edit: Edit, seed: int, changes: int, late: bool) -> None:
        """A build is killed at one of its changes of the disk, from its start or from its exchange on."""
        edit(self.life.root, Random(seed))
        since, count = ("exchange", changes // 10) if late else ("start", changes)
        self.life.note(f"{edit.__name__}, killed {count} changes after {since}")
        when = self.life.now.isoformat()
        self.processes.build(
            Order(root=str(self.life.root), now=when, hold_back=True, killed_after=since, changes=count)
        )
        self._hold(hold_back=True)

    @rule()
    def mend(self) -> None:
        """What was at fault is as it was at first."""
        self.life.mend()
        self._hold(hold_back=False)

    def _hold(self, *, hold_back: bool) -> None:
        Blog.steps += 1
        self._held += 1
        refused, clean = self.life.refused, self._held % CLEAN == 0
        self.life.hold(hold_back=hold_back, clean=clean)
        Blog.clean += clean
        Blog.refused += self.life.refused - refused
        assert faults_in(self.life.root / "public") == []

    def teardown(self) -> None:
        """Leaves nothing behind."""
        self._folder.cleanup()


def faults_in(tree: Path) -> list[str]:
    """Files that are not what their names say, and links that lead nowhere."""
    if not tree.exists():
        return []
    faults = []
    for path, file in files_in(tree).items():
        content = file.read_bytes()
        try:
            if path.endswith(".xml"):
                etree.fromstring(content)
            elif path.endswith(".json"):
                json.loads(content)
        except (etree.XMLSyntaxError, ValueError) as error:
            faults.append(f"{path}: {error}")
    return faults + broken_links(Published(folder=tree, base_url="https://blog.example.com/"))
