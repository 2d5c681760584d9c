"""A process that stands by for work, so that it can be forked before any thread is started."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from typing import NoReturn

from blogsmith.pipeline.pipes import BEHIND, DONE, NEWS, Inbox, Message, WorkerFailed, end_with, send, told_of
from blogsmith.pipeline.tree_walk import forked

Work = Callable[[bytes, Callable[[bytes], None]], bytes]
"""Takes the question and what sends news of it while it lasts; gives the answer."""


class Standby:
    """A process that stands by and does `work` whenever it is asked to. Started before any thread."""

    def __init__(self, work: Work) -> None:
        questions, self._asking = os.pipe()
        reading, answers = os.pipe()
        parent = os.getpid()
        self._worker = forked()
        if self._worker == 0:
            os.close(self._asking)
            os.close(reading)
            _stand_by(work, Inbox(questions), answers, parent)
        os.close(questions)
        os.close(answers)
        self._inbox = Inbox(reading)
        self._lock = threading.Lock()

    def ask(self, question: bytes, *, behind: bool = False, told: Callable[[bytes], None] = lambda news: None) -> bytes:
        """The answer; waits for it. `told` gets the news. `behind`: from now on it works at low priority.

        Raises CannotGoOn as the work does, and WorkerFailed for a bug. One question at a time, from any thread.
        """
        with self._lock:
            send(self._asking, Message(BEHIND if behind else DONE, question).packed)
            while True:
                message = self._inbox.take()
                if message is None:
                    if not self._inbox.receive():
                        raise WorkerFailed("the process that stood by has ended")
                elif message.kind == NEWS:
                    told(message.content)
                else:
                    return message.check()

    def stop(self) -> None:
        """Ends it, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._worker, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._worker, 0)
        self._inbox.close()
        with contextlib.suppress(OSError):
            os.close(self._asking)


def _stand_by(work: Work, inbox: Inbox, answers: int, parent: int) -> NoReturn:
    """The life of a process that stands by. Nothing of the parent's is cleaned up by it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(parent)
    is_polite = False
    while os.getppid() == parent:
        question = inbox.take()
        if question is None:
            if not inbox.receive():
                break
            continue
        if question.kind == BEHIND and not is_polite:
            is_polite = True
            with contextlib.suppress(OSError):
                os.nice(10)
        try:
            answer = Message(DONE, work(question.content, lambda news: send(answers, Message(NEWS, news).packed)))
        except BaseException as error:
            answer = told_of(error)
        send(answers, answer.packed)
    os._exit(0)
