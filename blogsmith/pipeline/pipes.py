"""Messages between a process and those that it forked, through pipes."""

import contextlib
import ctypes
import os
import signal
import struct
import traceback
from typing import Final, NamedTuple

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.pipeline.codec import codec_of, packed

DONE, NEWS, BEHIND, RELIEVED, ENDED = b"d", b"n", b"b", b"r", b"e"
"""Work or its result; news of it; work that may wait for others'; that somebody else is to go on; that all is done."""
_STOPPED, _FAILED = b"s", b"f"
_CHUNK: Final = 1 << 16
"""Bytes to read at once: what a pipe holds."""
_HEAD: Final = struct.Struct("<cqQ")
_DIE_WITH_PARENT: Final = 1
"""Source: prctl(2), PR_SET_PDEATHSIG."""


class WorkerFailed(RuntimeError):
    """A bug in another process; its traceback is the message."""


class Message(NamedTuple):
    """What one process tells another."""

    kind: bytes
    content: bytes = b""
    number: int = -1
    """Of the piece of work that it is about; less than 0 where it is about none."""

    @property
    def packed(self) -> bytes:
        """What is sent."""
        return _HEAD.pack(self.kind, self.number, len(self.content)) + self.content

    def check(self) -> bytes:
        """The content. Raises CannotGoOn as it was raised over there, and WorkerFailed for a bug."""
        if self.kind == _STOPPED:
            exit_code, diagnostics = codec_of(tuple[int, tuple[Diagnostic, ...]]).unpack(self.content)
            raise CannotGoOn(diagnostics, exit_code=exit_code)
        if self.kind == _FAILED:
            raise WorkerFailed(self.content.decode("utf-8"))
        return self.content


def told_of(error: BaseException, number: int = -1) -> Message:
    """The message about an error in the work of that number."""
    if isinstance(error, CannotGoOn):
        return Message(_STOPPED, packed((error.exit_code, error.diagnostics)), number)
    return Message(_FAILED, "".join(traceback.format_exception(error)).encode("utf-8", "replace"), number)


def send(pipe: int, content: bytes | bytearray) -> None:
    """Writes all of it; lets it go where nobody reads it any more."""
    rest = memoryview(content)
    with contextlib.suppress(BrokenPipeError):
        while rest:
            rest = rest[os.write(pipe, rest) :]


class Inbox:
    """The messages that come through a pipe."""

    def __init__(self, pipe: int) -> None:
        self.pipe = pipe
        self._buffer = bytearray()

    def receive(self) -> bool:
        """Waits for some bytes; False where nobody writes any more."""
        chunk = os.read(self.pipe, _CHUNK)
        self._buffer += chunk
        return bool(chunk)

    def close(self) -> None:
        """Nothing more is received."""
        with contextlib.suppress(OSError):
            os.close(self.pipe)

    def take(self) -> Message | None:
        """The first message, taken out; None where it is not whole yet."""
        if len(self._buffer) < _HEAD.size:
            return None
        kind, number, size = _HEAD.unpack_from(self._buffer)
        end = _HEAD.size + size
        if len(self._buffer) < end:
            return None
        content = bytes(self._buffer[_HEAD.size : end])
        del self._buffer[:end]
        return Message(kind, content, number)


def end_with(parent: int) -> None:
    """Called in a process that `parent` forked: from now on it ends when that one does."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
