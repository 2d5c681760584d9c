"""`blogsmith`, and `python -m blogsmith`: says at once that nothing has changed, or opens the front door."""

import gc
import os
import sys
from typing import NoReturn

from blogsmith.version import VERSION

GARBAGE_THRESHOLD = 200_000
"""So many more than before are made until Python looks for circles among them: its own 700 cost a fifth of a build,
whose values are frozen and hold none.
"""


def start() -> NoReturn:
    """The entry point of the installed command. It ends at once: to take apart what a large site left in memory, value
    by value, takes a quarter of a second, and nothing is to come of it.
    """
    code = main()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:  # where what was said cannot be, Python has its own way of ending
        sys.exit(code)
    os._exit(code)


def main() -> int:
    """Runs the command line of this process. Returns the exit code."""
    if sys.argv[1:] == ["--version"]:  # asked by scripts, and often: not worth loading a command line for
        sys.stdout.write(f"blogsmith {VERSION}\n")
        return 0
    gc.set_threshold(GARBAGE_THRESHOLD)
    if sys.getfilesystemencoding() != "utf-8":  # a Korean name on the disk would be none; source: PEP 540
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "blogsmith", *sys.argv[1:]])
    code = seen = None
    if "build" in sys.argv:
        from blogsmith.cli.unchanged import said_again

        code, seen = said_again(sys.argv[1:])
    if code is None:
        from blogsmith.cli.main import run

        code = run(seen=seen)
    return code


if __name__ == "__main__":
    start()
