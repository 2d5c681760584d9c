"""The files of a new blog: config with its keys explained, one writer, one post, and what a repository
needs."""

import json
from collections.abc import Sequence
from datetime import datetime

from blogsmith.model.config import default_categories
from blogsmith.model.frozen import frozen
from blogsmith.sources.editor_files import SCHEMA_LINE, editor_files
from blogsmith.sources.write import NewFile
from blogsmith.text.front_matter_writer import join_front_matter

AUTHOR = "first-writer"


@frozen
class Answers:
    """What `blogsmith init` asks for."""

    title: str
    languages: Sequence[str]
    """The main one first."""
    time_zone: str
    organisation: str
    base_url: str


def first_files(answers: Answers, *, now: datetime, post_id: str) -> tuple[NewFile, ...]:
    """Every file of the new blog. `now` is in the blog's zone; texts are Korean where that is the main language."""
    korean = answers.languages[0] == "ko"
    writer = _KOREAN_WRITER if korean else _ENGLISH_WRITER
    title, post = (_KOREAN_TITLE, _KOREAN_POST) if korean else (_ENGLISH_TITLE, _ENGLISH_POST)
    profile = {
        "name": "첫 필자" if korean else "First Writer",
        "kind": "in-house",
        "role": "편집" if korean else "editor",
        "team": answers.organisation or ("편집부" if korean else "the desk"),
        "training": [now.date()],
        "since": now.date(),
        "links": [{"label": answers.title, "url": answers.base_url}],
    }
    head = {
        "id": post_id,
        "title": title,
        "date": now.replace(tzinfo=None, second=0, microsecond=0),
        "authors": [AUTHOR],
        "category": "culture",
        "summary": _KOREAN_SUMMARY if korean else _ENGLISH_SUMMARY,
        "responder": AUTHOR,
    }
    return (
        NewFile(path="config.toml", content=_config(answers)),
        NewFile(path=f"authors/{AUTHOR}.md", content=join_front_matter(profile, writer)),
        NewFile(path=f"content/posts/{now.year:04}/first-post/index.md", content=join_front_matter(head, post)),
        NewFile(path=".gitignore", content=_IGNORED),
        NewFile(path=".github/publish-example.yml", content=_WORKFLOW),
        *editor_files(tuple(default_categories()), (AUTHOR,)),
    )


def _config(answers: Answers) -> str:
    languages = json.dumps(list(answers.languages))
    organisation = json.dumps(answers.organisation, ensure_ascii=False)
    return f"""\
{SCHEMA_LINE}
# Every key that may stand here: blogsmith schema config
# A key behind `#` shows its default, or an example.

[site]
title = {json.dumps(answers.title, ensure_ascii=False)}
# One sentence about the blog, for feeds and search results.
# description = "What we make, and what we learn from it."
base_url = {json.dumps(answers.base_url, ensure_ascii=False)}
# The main language stands at the root, others under `/ko/` and so on.
language = {json.dumps(answers.languages[0])}
languages = {languages}
# In which dates without an offset are read.
time_zone = {json.dumps(answers.time_zone)}
organisation = {organisation}
# Every name it goes by, for the rules about who is speaking.
# organisation_names = []

# The six categories of the model blog hold until you name your own, in the order in which they are shown:
# [categories.tech]
# label = {{ ko = "기술", en = "Tech" }}
# editor = "{AUTHOR}"

# [series.our-first-year]
# title = "Our first year"

# [permalinks]
# post = "/{{slug}}/"

# [[navigation]]
# label = "About"
# url = "/about/"

# [legal]
# licence = "CC BY 4.0"
# licence_url = "https://creativecommons.org/licenses/by/4.0/"

# [build]
# output = "public"
# hosts = ["netlify"]
"""


_IGNORED = """\
/public/
/.public.blogsmith-new/
.blogsmith/
.DS_Store
"""

_WORKFLOW = """\
# An example for GitHub: move it to .github/workflows/publish.yml.
# It publishes every push to `main`, and once an hour what has come due.
name: publish
on:
  push:
    branches: [main]
  schedule:
    - cron: "5 * * * *"
permissions:
  contents: read
  pages: write
  id-token: write
concurrency: publish
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install blogsmith
      # What was made before, so that only what changed is made again. It holds drafts and what is not yet due: no run
      # for a pull request may save or restore it, and it is never uploaded.
      - uses: actions/cache@v4
        with:
          path: .blogsmith
          key: blogsmith-${{ github.run_id }}
          restore-keys: blogsmith-
      - run: blogsmith check --format github
      - run: blogsmith build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - uses: actions/deploy-pages@v4
"""

_ENGLISH_WRITER = """\
I look after this blog: I read drafts before they come out, and I answer what readers write. This line
about me is to be replaced by a true one."""

_ENGLISH_TITLE = "Why we write here ourselves"

_ENGLISH_SUMMARY = "I set up this blog today. This is how a post is written here, and what I would change first."

_ENGLISH_POST = """\
I set up this blog today with one command, and this post came with it. I keep it for a day, to see how
things look, and then I write over it.

## What I did

I named the blog, chose its languages and its time zone, and looked at `config.toml`, where every key says
what it does. My profile stands in `authors/`. It still says what the command wrote; the first thing I change
is that.

## What a post needs

A post is a Markdown file in its own folder, with its pictures beside it. Its head says who wrote it and
when it comes out. As long as `draft: true` stands there, nobody sees it.

> [!TIP]
> `blogsmith new post "A title"` writes the head for you, with an id that stays when everything else changes.

## What I would do again

I would write in the first person from the first line on. Readers of a company's blog want to know who did
the work, what went wrong, and what that person would do again.
"""

_KOREAN_WRITER = """\
이 블로그를 돌봅니다. 글이 나가기 전에 먼저 읽고, 독자가 남긴 말에 답합니다. 이 소개는 명령이 써 준 것이라,
곧 제 이야기로 바꾸겠습니다."""

_KOREAN_TITLE = "우리가 직접 쓰는 까닭"

_KOREAN_SUMMARY = "오늘 이 블로그를 열었습니다. 여기서 글을 어떻게 쓰는지, 무엇부터 바꿀지 적어 둡니다."

_KOREAN_POST = """\
오늘 명령 하나로 이 블로그를 열었고, 이 글은 그때 함께 왔습니다. 하루쯤 두고 어떻게 보이는지 살펴본 다음, 제
글로 바꾸려고 합니다.

## 내가 한 일

블로그의 이름을 짓고, 언어와 시간대를 골랐습니다. `config.toml` 파일에는 설정마다 무슨 뜻인지 적혀 있습니다.
제 프로필은 `authors/` 폴더에 있습니다. 아직은 명령이 써 준 말이 그대로라서, 가장 먼저 그것부터 고칩니다.

## 글 한 편에 필요한 것

글 한 편은 제 폴더에 든 Markdown 파일 하나이고, 그림은 그 옆에 둡니다. 머리말에는 누가 썼는지, 언제
나가는지를 적습니다. `draft: true` 줄이 있는 동안에는 아무에게도 보이지 않습니다.

> [!TIP]
> `blogsmith new post "제목"` 명령이 머리말을 대신 써 줍니다. 그때 붙는 id는 다른 것이 다 바뀌어도 그대로입니다.

## 다시 해도 그대로 할 일

첫 줄부터 일인칭으로 쓰겠습니다. 회사 블로그를 읽는 사람은 누가 그 일을 했는지, 무엇이 어긋났는지, 그 사람이
다시 한다면 어떻게 할지를 알고 싶어 합니다.
"""
