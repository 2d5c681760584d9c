"""A config with a fault stops everything with exit code 2."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused

Published = Callable[[str], Path]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[site]\ntitle = A blog\n", "config/toml config.toml:2:9"),
        ('[site]\ntitle = "A blog\n', "config/toml config.toml:2:16"),
        ("[site\n", "config/toml config.toml:1:6"),
        ('[site]\ntitle = "A"\ntitle = "B"\n', "config/toml config.toml:3:12"),
        ('[site]\ntitel = "A blog"\n', "config/unknown-key config.toml:2:1"),
        ('[stie]\ntitle = "A blog"\n', "config/unknown-key config.toml:1:2"),
        ('title = "A blog"\n', "config/unknown-key config.toml:1:1"),
        ('[site]\ntitle = {ko = "가", en = 1}\n', "config/type config.toml:2:20"),
        ("[site]\ntitle = 1\n", "config/type config.toml:2:1"),
        ("[lists]\nper_page = true\n", "config/type config.toml:2:1"),
        ("[lists]\nper_page = 1.5\n", "config/type config.toml:2:1"),
        ("[lists]\nper_page = 0\n", "config/range config.toml:2:1"),
        ('[site]\nlanguages = "ko"\n', "config/type config.toml:2:1"),
        ('[site]\nlanguages = ["KO"]\n', "config/language config.toml:2:1"),
        ('[site]\nlanguage = "korean"\n', "config/language config.toml:2:1"),
        ('[site]\ntime_zone = "Asia/Soeul"\n', "config/time-zone config.toml:2:1"),
        ('[site]\ntime_zone = "../../etc/passwd"\n', "config/time-zone config.toml:2:1"),
        ('[site]\ntime_zone = ""\n', "config/time-zone config.toml:2:1"),
        ('[site]\nbase_url = "blog.example.com"\n', "config/url config.toml:2:1"),
        ('[site]\nbase_url = "https://blog.example.com/?a=b"\n', "config/url config.toml:2:1"),
        ('[site]\nbase_url = "https://[blog/"\n', "config/url config.toml:2:1"),
        ('[permalinks]\npost = "{slug}"\n', "config/permalink config.toml:2:1"),
        ('[permalinks]\npost = "/../{slug}/"\n', "config/permalink config.toml:2:1"),
        ('[permalinks]\npost = "/{slgu}/"\n', "config/permalink config.toml:2:1"),
        ("[categories.tech]\n", "config/missing-key config.toml:1:2"),
        ('[categories.tech]\nlable = "Tech"\n', "config/unknown-key config.toml:2:1"),
        ('[categories.Tech]\nlabel = "Tech"\n', "config/id config.toml:1:2"),
        ('[categories]\ntech = "Tech"\n', "config/type config.toml:2:1"),
        ('[series.wells]\ntitle = "Wells"\nparts = "3"\n', "config/type config.toml:3:1"),
        (
            '[[navigation]]\nlabel = "A"\nurl = "/a/"\n[[navigation]]\nlabel = "B"\n',
            "config/missing-key config.toml:4:3",
        ),
        ('[build]\nhosts = ["netlify", "apche"]\n', "config/choice config.toml:2:1"),
        ("[policy]\nsince = 2026-13-01\n", "config/toml config.toml:2:13"),
        ('[policy]\nsince = "2026-02-30"\n', "config/date config.toml:2:1"),
        ('[policy]\nsince = "soon"\n', "config/date config.toml:2:1"),
        ("[policy]\nsince = 09:00:00\n", "config/date config.toml:2:1"),
        ("[lists]\nper_page = inf\n", "config/type config.toml:2:1"),
        (f"[lists]\nper_page = {'9' * 40}\n", "config/range config.toml:2:1"),
        ("[theme.options]\nanswer_days = [1]\n", "config/type config.toml:2:1"),
    ],
)
def test_a_fault_of_the_config_is_told_where_it_stands(published: Published, text: str, finding: str) -> None:
    assert_refused(published(f"-- config.toml --\n{text}"), finding, exit_code=2)


def test_a_config_in_another_encoding_is_refused(published: Published) -> None:
    folder = published("")
    (folder / "config.toml").write_bytes('[site]\ntitle = "두레박"\n'.encode("cp949"))
    assert_refused(folder, "file/encoding config.toml:2:10", exit_code=2)


def test_every_fault_of_the_config_is_told_at_once(published: Published) -> None:
    text = '[site]\ntitel = "A"\ntime_zone = 9\n[lists]\nper_page = "20"\n[list]\nrelated = 3\n'
    assert_refused(
        published(f"-- config.toml --\n{text}"),
        "config/unknown-key config.toml:2:1",
        "config/type config.toml:3:1",
        "config/type config.toml:5:1",
        "config/unknown-key config.toml:6:2",
        exit_code=2,
    )
