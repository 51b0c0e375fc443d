"""The Story page without a browser: every step of every story is drawn, its link opens what it shows, and its sentence
says what stands in the tables, read there by hand."""

from pathlib import Path
from urllib.parse import parse_qs, parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import story_words
from components.reader import link, steps
from components.widgets.common import claims as badges
from components.words import word
from data.analysis import claims, stories
from data.analysis.stories import Step

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
STEPS = [step for steps in stories.every().values() for step in steps]
LABELS = [step.key for step in STEPS]
VERDICTS = claims.verdicts().set_index("claim_id")["verdict"]


@pytest.fixture(scope="module")
def page() -> AppTest:
    """The page, opened once; each test goes to a step by its link."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/story.py")
    return app


def at(app: AppTest, step: Step) -> AppTest:
    app.query_params["story"], app.query_params["step"] = step.story, str(step.number)
    return app.run()


def texts(app: AppTest) -> str:
    return "\n".join(one.value for one in [*app.markdown, *app.caption]).replace("\\", "")


def link_of(app: AppTest):
    start = word("story.open", page="")
    return next(one.proto for one in app.get("page_link") if one.proto.label.startswith(start))


@pytest.mark.parametrize("step", STEPS, ids=LABELS)
def test_step_is_drawn_with_its_sentence_verdicts_and_the_way_to_its_page(page, step):
    app = at(page, step)
    assert app.exception.len == 0
    assert app.error.len == 0
    assert story_words.reading(step.story, step.number) in texts(app)
    assert step.quote in texts(app)
    labels = [one.label for one in app.button if (one.key or "").startswith("claim_")]
    wanted = [badges.told(VERDICTS[one]) for one in step.claim_ids]
    assert [label[: len(told)] for label, told in zip(labels, wanted, strict=False)] == wanted[: badges.FIRST + 1]
    assert dict(app.query_params)["step"] in (str(step.number), [str(step.number)])
    params = {name: values[0] for name, values in parse_qs(link_of(app).query_string).items()}
    address = step.opens.partition("?")[0] if step.opens else steps.PAGES[step.figure]
    assert link.read(params, address)[1] == []
    wanted = dict(parse_qsl(step.opens.partition("?")[2])) if step.opens else step.params
    assert {name: params.get(name) for name in wanted} == wanted
