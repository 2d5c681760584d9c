"""Something that is done once, a while after it was last asked for."""

import threading
from collections.abc import Callable


class Soon:
    """Does `action` in a thread of its own when nobody has asked for `quiet` seconds. The thread ends with the process.

    What `action` raises goes to `failed`; the thread lives on.
    """

    def __init__(self, action: Callable[[], None], *, quiet: float, failed: Callable[[Exception], None]) -> None:
        self._action, self._failed = action, failed
        self._asked = threading.Event()
        self.quiet = quiet

    def start(self) -> None:
        """Begins to wait."""
        threading.Thread(target=self._live, daemon=True).start()

    def ask(self) -> None:
        """Has it done soon; asking again puts it off."""
        self._asked.set()

    def _live(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            while self._asked.wait(self.quiet):
                self._asked.clear()
            try:
                self._action()
            except Exception as error:
                self._failed(error)
