"""`blogsmith serve`: the site in a browser, drafts and all, while it is written. Writes nothing that is published."""

import contextlib
import secrets
import signal
import sys
import threading
import traceback
from datetime import datetime

import click

from blogsmith.cli.settings import FrontCommand, Settings, settings_of, time_of
from blogsmith.cli.show import talk
from blogsmith.pipeline.request import Request
from blogsmith.preview.answers import Answers
from blogsmith.preview.guard import Guard, is_loopback
from blogsmith.preview.server import PreviewServer, bound, own_address
from blogsmith.preview.service import Service
from blogsmith.preview.session import Session
from blogsmith.reports.words import Words
from blogsmith.text.qr import as_lines

EPILOG = """\b
Examples:
  blogsmith serve                          the site with its drafts, at http://localhost:4000/
  blogsmith serve --open                   and a browser on it
  blogsmith serve --as-published           exactly what a build would publish
  blogsmith serve --at 2026-12-24T09:00    the site as it will be then
  blogsmith serve --host 0.0.0.0           for a phone in the same network
"""

PORT = 4000
_SOON = 1.0
"""Seconds after which it is said that the site is still being read."""
_ANYWHERE = ("0.0.0.0", "::")  # asked for by name


@click.command("serve", cls=FrontCommand, epilog=EPILOG)
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, help="Or the next one that is free; 0 for any.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen, for others in your network.")
@click.option("--open", "opens", is_flag=True, help="Open a browser.")
@click.option("--as-published", is_flag=True, help="Exactly what a build would publish, byte for byte.")
@click.option("--at", "at", metavar="TIME", help="The site at another time: 2026-12-24T09:00.")
@click.option("--poll", is_flag=True, help="Look for changes in turns, where the system tells of none.")
@click.pass_context
def serve_command(
    ctx: click.Context, /, *, port: int, host: str, opens: bool, as_published: bool, at: str | None, poll: bool
) -> int:
    """Show the site while it is written: a saved change is in the browser at once, with what is wrong with it."""
    settings = settings_of(ctx)
    moment = time_of(at, "--at", settings.lang) if at else None

    def now() -> datetime:
        return moment if moment is not None else settings_of(ctx).now

    def failed(error: BaseException) -> None:
        traceback.print_exception(error, file=sys.stderr)

    request = Request(root=settings.root, config=settings.config, now=now(), live_comments=as_published)
    words = Words(settings.lang)
    service = Service(request, now=now, words=words, as_published=as_published, polling=poll, failed=failed)
    try:
        return _served(settings, service, words, host=host, port=port, opens=opens, failed=failed)
    finally:
        service.stop()


def _served(
    settings: Settings, service: Service, words: Words, *, host: str, port: int, opens: bool, failed: object
) -> int:
    try:
        server = bound(host, port)
    except OSError as error:
        raise click.UsageError(words.say("serve-no-port", host=host, port=port, reason=str(error))) from error
    own_port, token = int(server.server_address[1]), secrets.token_urlsafe(18)
    address = own_address() if host in _ANYWHERE else host
    hosts = frozenset() if is_loopback(host) else frozenset({f"[{address}]" if ":" in address else address})
    guard = Guard(port=own_port, token=token, hosts=hosts)
    is_whole = service.start()
    if not is_whole:
        talk(settings, "serve-polling")
    if opens:
        import webbrowser  # slow to load, and most have the page open

        webbrowser.open(f"http://localhost:{own_port}/")

    def introduce() -> None:
        try:
            if not service.keeper.is_open(_SOON):
                talk(settings, "serve-opening", url=f"http://localhost:{own_port}/")
                service.keeper.is_open(threading.TIMEOUT_MAX)
        except Exception:
            server.shutdown()
            return
        _introduce(settings, words, service, host=host, address=address, port=own_port, token=token)

    threading.Thread(target=introduce, name="introduction", daemon=True).start()
    _run(server, Answers(service, guard), service)
    service.keeper.is_open(0)
    return 0


def _run(server: PreviewServer, answers: Answers, service: Service) -> None:
    """Until somebody presses Ctrl+C, the process is asked to end, or the site cannot be read."""

    def leave(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, leave)
    with contextlib.suppress(KeyboardInterrupt), server:
        server.run(answers, service, lambda error: traceback.print_exception(error, file=sys.stderr))


def _base_and_posts(session: Session) -> tuple[str, int]:
    state = session.state
    return (state.plot.ground.urls.base_path, len(state.collection.posts)) if state is not None else ("/", 0)


def _introduce(
    settings: Settings, words: Words, service: Service, *, host: str, address: str, port: int, token: str
) -> None:
    """Where the site is, and who can see it."""
    base, posts = service.keeper.ask(_base_and_posts)
    talk(settings, "serve-ready", url=f"http://localhost:{port}{base}", count=posts)
    if not service.as_published:
        talk(settings, "serve-desk", url=f"http://localhost:{port}/__blogsmith/")
    if is_loopback(host):
        return
    shown = f"[{address}]" if ":" in address else address
    url = f"http://{shown}:{port}{base}?token={token}"
    talk(settings, "serve-network", url=url)
    if not settings.quiet:
        click.echo("\n".join(as_lines(url)), err=True)
