"""Files of a tree that is not published yet, beside the published one whose bytes it may share."""

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from blogsmith.pipeline.folders import make_folder, stopped
from blogsmith.pipeline.manifest import Written, content_digest
from blogsmith.pipeline.workers import shared_out

_BUNDLE = 64
"""Files that are linked as one piece of work."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


def content_of(tree: Path, path: str) -> bytes:
    """What a file of a tree holds. Raises CannotGoOn with output/write where the disk refuses."""
    try:
        return (tree / path).read_bytes()
    except OSError as error:
        raise stopped("output/write", path, error) from error


def put_file(tree: Path, path: str, content: bytes, *, is_there: bool) -> Written:
    """Puts a file into a folder of a tree that is not published; in place of one that `is_there`, whose bytes the
    published tree may share.

    Raises CannotGoOn with output/write where the disk refuses.
    """
    target = f"{tree}/{path}"
    try:
        if is_there:
            os.unlink(target)  # noqa: PTH108  # once for every page of the site
        status = _written(target, content)
    except OSError as error:
        raise stopped("output/write", path, error) from error
    if status.st_size != len(content):
        raise stopped("output/write", path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    return Written(size=status.st_size, moment=status.st_mtime_ns, digest=content_digest(content))


def link_file(source: Path, target: Path, path: str) -> None:
    """The same file in two trees; a copy with the same time where the file system knows no links. Raises OSError."""
    try:
        os.link(f"{source}/{path}", f"{target}/{path}", follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EXDEV):
            raise
        shutil.copy2(f"{source}/{path}", f"{target}/{path}", follow_symlinks=False)


def link_files(source: Path, target: Path, paths: Sequence[str], *, jobs: int) -> None:
    """The same files in two trees, by at most `jobs` processes. Raises OSError."""
    made: set[str] = set()

    def work(number: int) -> bytes:
        try:
            for path in paths[number * _BUNDLE : (number + 1) * _BUNDLE]:
                folder = path.rpartition("/")[0]
                if folder not in made:
                    make_folder(f"{target}/{folder}")
                    made.add(folder)
                link_file(source, target, path)
        except OSError as error:
            return b"%d" % (error.errno or errno.EIO)
        return b""

    for refused in shared_out(work, -(-len(paths) // _BUNDLE), jobs=jobs):
        if refused:
            raise OSError(int(refused), os.strerror(int(refused)))


def _written(target: str, content: bytes) -> os.stat_result:
    """Never into a file that is there: another tree may share its bytes."""
    descriptor = os.open(target, _NEW, 0o666)
    try:
        os.write(descriptor, content)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)
