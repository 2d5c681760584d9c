"""What web hosts are told: redirects, what is gone, and headers, in the files that each kind of host reads.

nginx and Apache compare addresses decoded; no address holds a quote, a backslash or a space (`sources/names.py`).
Sources: Netlify's redirect and header files, nginx rewrite and headers modules, Apache mod_alias and mod_headers.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from blogsmith.pages.csp import host_headers
from blogsmith.pages.ground import Ground
from blogsmith.pages.urls import output_of

HOST_FILES = ("_redirects", "_headers", "redirects.nginx.conf", "headers.nginx.conf", ".htaccess")


def host_files(
    ground: Ground, moved: Iterable[tuple[str, str]], gone: Iterable[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and lines of each file. `moved`: old and new address; `gone`: addresses that are answered with 410."""
    pairs, lost = tuple(moved), tuple(gone)
    urls, base = ground.urls, ground.urls.base_path[:-1]
    headers = host_headers(ground)
    hosts = ground.site.config.build.hosts
    if "netlify" in hosts:
        lines = [f"{urls.href(old)} {urls.href(new)} 301" for old, new in pairs]
        lines += [f"{urls.href(old)} {urls.href('/' + output_of(old))} 410!" for old in lost]
        yield "_redirects", tuple(lines)
        yield "_headers", (f"{urls.href('/')}*", *(f"  {name}: {value}" for name, value in headers))
    if "nginx" in hosts:
        lines = [f'location = "{base}{old}" {{ return 301 "{_encoded(base + new)}"; }}' for old, new in pairs]
        lines += [f'location = "{base}{old}" {{ return 410; }}' for old in lost]
        yield "redirects.nginx.conf", tuple(lines)
        yield "headers.nginx.conf", tuple(f'add_header {name} "{value}" always;' for name, value in headers)
    if "apache" in hosts:
        lines = [f'RedirectMatch 301 "^{re.escape(base + old)}$" "{_encoded(base + new)}"' for old, new in pairs]
        lines += [f'RedirectMatch 410 "^{re.escape(base + old)}$"' for old in lost]
        lines += ["<IfModule mod_headers.c>", *(f'Header always set {name} "{value}"' for name, value in headers)]
        yield ".htaccess", (*lines, "</IfModule>")


def _encoded(path: str) -> str:
    """Without a sign that a host could take for a variable."""
    return quote(path, safe="/")
