"""Steps that Hypothesis chooses: what is published is always the clean build of what is there."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.incremental.forks import forks
from tests.incremental.machine import Blog
from tests.trust.figures import Figure

EXAMPLES, STEPS, LEAST = 12, 30, 300


def test_no_step_leads_away_from_the_clean_build(figure: Figure) -> None:
    Blog.steps = Blog.clean = Blog.refused = 0
    with forks() as Blog.processes:
        run_state_machine_as_test(
            Blog,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    figure(
        "P3",
        "{} steps chosen by Hypothesis, {} builds held to clean ones: 0 bytes differ; {} would have moved a post",
        Blog.steps,
        Blog.clean,
        Blog.refused,
    )
    assert Blog.steps >= LEAST
