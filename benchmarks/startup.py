"""How much CPU `blogsmith --version` and `--help` take: the median of 20 runs of each, beside its target; then how much
`--help` of each command takes, which is what that command loads before it begins.

CPU and not wall time, so that a busy machine tells the same. Exits 1 where a target is missed.
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.scale import environment
from blogsmith.cli.main import COMMANDS

COMMAND = Path(sys.executable).with_name("blogsmith")
RUNS, FEW_RUNS = 20, 5
TARGETS_MS = {"--version": 120, "--help": 200}


def main() -> int:
    """Measures every command and prints a line for each."""
    cpu_ms(sys.executable, "-c", "")
    bare = statistics.median(cpu_ms(sys.executable, "-c", "") for _ in range(RUNS))
    print(f"{'python, nothing imported':<28}{bare:7.1f} ms")
    missed = False
    for option, target in TARGETS_MS.items():
        cpu_ms(str(COMMAND), option)
        times = sorted(cpu_ms(str(COMMAND), option) for _ in range(RUNS))
        median = statistics.median(times)
        missed |= median >= target
        print(
            f"{'blogsmith ' + option:<28}{median:7.1f} ms   {times[0]:.1f} to {times[-1]:.1f}"
            f"   target {target} ms: {'missed' if median >= target else 'kept'}"
        )
    for name in COMMANDS:
        cpu_ms(str(COMMAND), name, "--help")
        median = statistics.median(cpu_ms(str(COMMAND), name, "--help") for _ in range(FEW_RUNS))
        print(f"{f'blogsmith {name} --help':<28}{median:7.1f} ms")
    return int(missed)


def cpu_ms(*command: str) -> float:
    """User and system time of one run, in milliseconds."""
    before = _spent()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment())
    return (_spent() - before) * 1000


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
