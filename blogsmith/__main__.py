"""`blogsmith`, and `python -m blogsmith`: says at once that nothing has changed, or opens the front door."""

import gc
import os
import sys

from blogsmith.version import VERSION

GARBAGE_THRESHOLD = 50_000
"""So many more than before are made until Python looks for circles among them: its own 700 cost a fifth of a build,
whose values are frozen and hold none.
"""


def main() -> None:
    """The entry point of the installed command."""
    if sys.argv[1:] == ["--version"]:  # asked by scripts, and often: not worth loading a command line for
        sys.stdout.write(f"blogsmith {VERSION}\n")
        return
    gc.set_threshold(GARBAGE_THRESHOLD)
    if sys.getfilesystemencoding() != "utf-8":  # a Korean name on the disk would be none; source: PEP 540
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "blogsmith", *sys.argv[1:]])
    code = None
    if "build" in sys.argv:
        from blogsmith.cli.unchanged import said_again

        code = said_again(sys.argv[1:])
    if code is None:
        from blogsmith.cli.main import run

        code = run()
    sys.exit(code)


if __name__ == "__main__":
    main()
