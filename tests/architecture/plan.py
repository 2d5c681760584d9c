"""The plan of the house as tables: which floor a room stands on, and where each outside power lives."""

from dataclasses import dataclass

FLOORS = {
    "version": 0,
    "model": 0,
    "text": 1,
    "sources": 2,
    "policy": 2,
    "pages": 2,
    "themes": 2,
    "media": 2,
    "comments": 2,
    "desk": 2,
    "importers": 2,
    "reports": 2,
    "extensions": 3,
    "pipeline": 4,
    "preview": 5,
    "editor": 5,
    "cli": 6,
    "__main__": 7,
}
"""Every room, and the files that stand beside the rooms. `text/` knows the types of `model/`; nothing else differs from
the six floors."""

LATE_IMPORTS = (
    *("__main__.py", "cli/main.py", "cli/serve.py", "desk/inbox.py", "desk/workdays.py", "media/files.py"),
    *("pipeline/conversation.py", "pipeline/social.py", "pipeline/trip.py", "reports/format.py", "sources/schema.py"),
    *("sources/takedowns.py", "text/code.py", "text/front_matter.py", "themes/filters.py"),
)
"""Import a stage where they call it, for the sake of start-up time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """Something outside of the program, and the files or rooms (`media/`) that may touch it."""

    name: str
    homes: tuple[str, ...]
    modules: tuple[str, ...] = ()
    """Importing one of these, or a part of it, is touching it."""
    names: tuple[str, ...] = ()
    """Using one of these is touching it: `os.environ`, a builtin such as `print`, or `.write_text` of anything."""


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split())


WRITERS = (
    "pipeline/output.py",
    "pipeline/folders.py",
    "pipeline/manifest.py",
    "pipeline/guard.py",
    "pipeline/in_place.py",
    "pipeline/staging.py",
    "pipeline/lock.py",
    "pipeline/memory.py",
    "pipeline/standing.py",
    "pipeline/source_states.py",
    "pipeline/tree_states.py",
    "pipeline/tree_walk.py",
    "sources/write.py",
)
"""`folders.py`, `manifest.py`, `guard.py` belong to `output.py`: whether a folder is ours, and what is in it.
`standing.py` is memory too: a record of its own, since sqlite3 takes longer to import than the record takes to read;
`source_states.py`, `tree_states.py` and `tree_walk.py` look at sources and at what is published for it, and touch a
file or folder to know the time."""

PROCESSES = ("pipeline/workers.py", "pipeline/standby.py", "pipeline/pipes.py", "pipeline/tree_walk.py")
"""`workers.py` and `standby.py` fork those that work and tell of it through `pipes.py`; `tree_walk.py` forks one that
looks at files, and imports less."""

POWERS = (
    Power(name="jinja2", homes=("themes/",), modules=("jinja2",)),
    Power(name="Markdown and highlighting", homes=("text/",), modules=("markdown_it", "mdit_py_plugins", "pygments")),
    Power(name="YAML", homes=("text/yaml_table.py", "text/front_matter_writer.py"), modules=("frontmatter", "yaml")),
    Power(name="pydantic", homes=("sources/",), modules=("pydantic", "pydantic_core")),
    Power(name="watching files", homes=("preview/watch.py",), modules=("watchdog",)),
    Power(
        name="serving",
        homes=("preview/server.py",),
        modules=("http.server", "socketserver", "socket", "ssl", "asyncio", "wsgiref"),
    ),
    Power(name="cleaning what strangers wrote", homes=("comments/clean.py",), modules=("nh3",)),
    Power(name="public holidays", homes=("desk/workdays.py",), modules=("holidays",)),
    Power(
        name="the Language Server Protocol",
        homes=("editor/server.py", "editor/wire.py"),
        modules=("pygls", "lsprotocol"),
    ),
    Power(name="images", homes=("media/",), modules=("PIL", "zlib_ng")),
    Power(name="sqlite3", homes=("pipeline/memory.py",), modules=("sqlite3",)),
    Power(
        name="processes",
        homes=PROCESSES,
        modules=("multiprocessing", "concurrent"),
        names=("os.fork", "os.system", "os.popen", "os.kill"),
    ),
    Power(
        name="ending at once",
        homes=("__main__.py", *PROCESSES),
        names=("os._exit",),
    ),
    Power(name="running programs", homes=("sources/history.py",), modules=("subprocess",)),
    Power(
        name="HTTP as a client",
        homes=("comments/pull.py", "publish/"),
        modules=("urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3"),
    ),
    Power(
        name="reading files",
        homes=(
            "sources/files.py",
            "themes/files.py",
            "themes/bounds.py",
            "media/",
            "importers/",
            "reports/words.py",
            "pipeline/code.py",
            *WRITERS,
        ),
        names=_split(
            "open io.open os.open os.walk os.scandir os.listdir glob.glob .read_text .read_bytes .iterdir .rglob"
        ),
    ),
    Power(
        name="writing files",
        homes=WRITERS,
        modules=("shutil", "tempfile"),
        names=_split(
            ".write_text .write_bytes .mkdir .unlink .rmdir .touch .symlink_to .hardlink_to os.replace os.rename"
            " os.link os.symlink os.mkdir os.makedirs os.remove os.unlink os.rmdir os.truncate"
        ),
    ),
    Power(
        name="writing to descriptors",
        homes=(*WRITERS, "pipeline/pipes.py"),
        names=_split("os.write"),
    ),
    Power(
        name="clock",
        homes=("cli/",),
        names=_split(
            "datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today datetime.date.today"
            " time.time time.time_ns time.localtime time.gmtime time.strftime time.ctime"
        ),
    ),
    Power(name="environment", homes=("cli/",), names=("os.environ", "os.environb", "os.getenv")),
    Power(
        name="talking and leaving",
        homes=("cli/", "__main__.py"),
        modules=("click", "rich", "argparse"),
        names=("print", "input", "exit", "quit", "sys.exit", "sys.stdout", "sys.stderr", "sys.stdin"),
    ),
    Power(name="installed packages", homes=("extensions.py",), modules=("importlib.metadata", "pkg_resources")),
    Power(
        name="imports by name",
        # rich takes longer to load than a small build takes.
        homes=("cli/main.py", "cli/progress.py", "extensions.py"),
        names=("importlib.import_module", "__import__"),
    ),
    Power(name="executing what was stored", homes=(), modules=("pickle", "marshal", "shelve"), names=("eval",)),
    Power(name="executing what was put together", homes=("model/frozen.py",), names=("exec",)),
)

MOST_LINES = 300

EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"})
"""File names that say nothing."""

SKIPPED_NAMES = frozenset({"build", "dist", "lib", "env"})
"""Folder names that tools pass over silently."""
