"""Which pages of the sample stand for their type, and the page that breaks everything."""

from pathlib import Path

BROKEN = Path(__file__).parent / "broken"
"""A page that each gate must find fault with: a gate that does not is dead."""

COMPONENTS = Path(__file__).parent / "components"
"""A blog with a post that holds everything a writer can type."""

COMPONENT_PAGES = ("", "all/", "ko/all/", "one/", "author/jane/", "author/guest/", "author/old/", "category/people/")
"""What the sample blog does not show: every component, a photo, a former writer, an old post, an empty category."""

KINDS = {
    "home": "",
    "home, page 2": "page/2/",
    "post": "rope-stretch/",
    "category": "category/tech/",
    "author, in-house": "author/cho-minjun/",
    "author, external": "author/isabel-quiroga/",
    "authors": "authors/",
    "series": "series/well-meter/",
    "archive": "archive/",
    "archive, a year": "archive/2025/",
    "handbook": "how-we-write/",
    "page": "about/",
    "page without contents": "privacy/",
}
"""Path of each type of page, in Korean; in English the same under `en/`."""

FURTHER = {
    "tag (ko)": "tag/%EC%9A%B0%EB%AC%BC/",
    "tag (en)": "en/tag/wells/",
    "post, interview (ko)": "plumber-listens/",
    "post, corrected (ko)": "wrong-hours/",
    "post, paid (ko)": "one-gauge-eleven-years/",
    "post, paid (en)": "en/oaxaca-cistern-two-tanks/",
    "post, figures (en)": "en/error-bar/",
    "post, code (en)": "en/cron-to-queue/",
    "not found": "404.html",
}
"""Path of what stands in one language alone."""


def all_kinds() -> dict[str, str]:
    """Path by type and language."""
    korean = {f"{kind} (ko)": path for kind, path in KINDS.items()}
    english = {f"{kind} (en)": f"en/{path}" for kind, path in KINDS.items()}
    return korean | english | FURTHER
