"""What CONTRIBUTING.md says is done here word for word, on a copy, and the places touched are counted."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import copies

ROOT = Path(__file__).parents[2]
PAPER = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FOLDERS = ("components", "data", "geo", "static", "tests/components")
FILES = ("LICENSE", "app.py", "pyproject.toml", "requirements.txt")
# Where in a file that is there an example goes: before this text. Others go to the end.
BEFORE = {
    "components/reader/parameters.py": re.compile(r"^\}\n\Z", re.MULTILINE),
    "components/reader/choice.py": re.compile(r"^\n\ndef default", re.MULTILINE),
}
MOST_PLACES = {"dataset": 2, "indicator": 2, "forum": 2, "page": 4, "language": 1}
# Opens the new page by its link, by a wrong one, and chooses by its widget.
VISIT = """
import json
from streamlit.testing.v1 import AppTest

def seen(app):
    assert app.exception.len == 0 and app.error.len == 0, app
    return {
        "chosen": app.session_state["choice_held"].treaty_stage,
        "rows": sorted(set(app.dataframe[0].value["stage"])),
        "link": app.query_params["treaty_stage"],
        "notices": [one.value for one in app.warning],
    }

app = AppTest.from_file("app.py", default_timeout=60).run()
app.switch_page("components/pages/treaties.py").run()
said = {"default": seen(app)}
for name, value in (("link", "in_force"), ("wrong", "<b>broken")):
    app.query_params["treaty_stage"] = value
    said[name] = seen(app.run())
said["widget"] = seen(app.button_group(key="treaty_stage").select("in_force").run())
print(json.dumps(said))
"""


def examples(section: str) -> dict[str, str]:
    """The examples of a section by the file that each goes to."""
    (text,) = re.findall(rf"^## {section}\n(.*?)(?=^## |\Z)", PAPER, re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"^```\w+\n# (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the atlas with a history of one commit."""
    folder = tmp_path / "atlas"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=copies.ignored)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    for command in ("git init -q", "git add -A", "git -c user.name=x -c user.email=x@example.org commit -q -m x"):
        subprocess.run(command.split(), cwd=folder, check=True)
    return folder


def add(folder: Path, section: str) -> None:
    """Put the examples of a section where they belong."""
    for name, text in examples(section).items():
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            continue
        whole = path.read_text("utf-8")
        found = BEFORE[name].search(whole) if name in BEFORE else None
        place = found.start() if found else len(whole)
        gap = "\n" if path.suffix == ".toml" else ""
        path.write_text(whole[:place] + gap + text + whole[place:], "utf-8")


def places(folder: Path) -> list[str]:
    """Every file that came and every piece of a file that changed."""
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    told = subprocess.run(["git", "diff", "--cached", "-U0"], cwd=folder, capture_output=True, text=True, check=True)
    found, file = [], ""
    for line in told.stdout.splitlines():
        file = line.removeprefix("+++ b/") if line.startswith("+++ ") else file
        found += [file] if line.startswith("@@ ") else []
    return found


def run(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)


def done(folder: Path, *words: str) -> str:
    found = run(folder, *words)
    assert found.returncode == 0, f"{words}: {found.stdout[-3000:]} {found.stderr[-3000:]}"
    return found.stdout


def settled(folder: Path) -> None:
    """Put in order and sealed, which no fault lets through."""
    for command in ("format", "seal"):
        done(folder, "-m", "data", command)


def test_table_names_files_and_commands_that_there_are():
    for name in set(re.findall(r"`((?:components|data|tests)/[^`\s]+?)`", PAPER)):
        if "<" not in name:
            assert (ROOT / name).exists() or name in {example for kind in SECTIONS for example in examples(kind)}, name
    told = dict(re.findall(r"^\| (an? [^|]+?) \|.*\| ([^|]+) \|$", PAPER, re.MULTILINE))
    assert len(told) == 13
    assert (told["a dataset"], told["a forum"], told["a language"]) == ("2", "2", "0")


SECTIONS = ("A dataset", "An indicator", "A forum", "A page with a parameter", "A language")


def test_dataset_is_two_files_and_the_checks_name_what_is_left_to_fill(copy):
    add(copy, "A dataset")
    command = re.search(r"^python (-m data new .*)$", PAPER, re.MULTILINE)[1]
    asked = {line.strip() for line in done(copy, *command.split()).splitlines()[1:]}
    assert asked
    assert {line.split("  ")[1] for line in run(copy, "-m", "data", "check").stdout.splitlines()} == asked
    path = copy / "data" / "curated" / "datapackage.json"
    whole = json.loads(path.read_text("utf-8"))
    for one in (whole["resources"][-1], *whole["resources"][-1]["schema"]["fields"]):
        one["title"], one["description"] = one["title"] or "A title", one["description"] or "What it is."
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", "utf-8")
    assert len(places(copy)) <= MOST_PLACES["dataset"]
    settled(copy)
    done(copy, "-m", "data", "export", "two_letter_codes", "--out", "../taken")
    (rows,) = examples("A dataset").values()
    assert (copy.parent / "taken" / "two_letter_codes.csv").read_text("utf-8") == rows


def test_indicator_is_one_entry_and_its_words(copy):
    add(copy, "An indicator")
    assert len(places(copy)) <= MOST_PLACES["indicator"]
    (line,) = (one for one in done(copy, "-m", "data", "list").splitlines() if one.startswith("output_usd,"))
    assert line.startswith('output_usd,"Output, current US dollars",USD,flow,')
    asked = ("--year", "2020", "--country", "KAZ")
    assert done(copy, "-m", "data", "get", "output_usd", *asked) == done(copy, "-m", "data", "get", "gdp_usd", *asked)


def test_forum_is_its_row_and_its_members(copy):
    add(copy, "A forum")
    assert len(places(copy)) <= MOST_PLACES["forum"]
    settled(copy)
    found = done(copy, "-m", "data", "get", "member.silk-dialogue", "--year", "2024", "--country", "KAZ")
    assert found.splitlines()[1].startswith("KAZ,2024,signatory,")


def test_page_with_a_parameter_is_four_places_and_is_read_written_refused_and_chosen(copy):
    add(copy, "A page with a parameter")
    assert len(places(copy)) <= MOST_PLACES["page"]
    said = json.loads(done(copy, "-c", VISIT))
    refused = "Stage: there is no “<b>broken”; showing Signed."
    assert said["default"] == {"chosen": "signed", "rows": ["signed"], "link": "signed", "notices": []}
    assert said["link"] == {"chosen": "in_force", "rows": ["in_force"], "link": "in_force", "notices": []}
    assert said["wrong"]["chosen"] == "signed"
    assert [notice.replace("\\", "") for notice in said["wrong"]["notices"]] == [refused]
    assert (said["widget"]["chosen"], said["widget"]["link"]) == ("in_force", "in_force")
    tests = [f"tests/components/test_{name}.py" for name in ("pages", "words")]
    tried = done(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", "treaties or every_word")
    assert int(re.search(r"(\d+) passed", tried)[1]) > 10


def test_language_is_files_of_words_and_no_code(copy):
    add(copy, "A language")
    assert places(copy) == ["components/locales/eo/interface.toml"]
    code = "from components import words; from data.vocabulary.language import speaking\n"
    code += (
        "with speaking('eo'): print('eo' in words.languages(), words.word('overview.title'), words.word('trade.title'))"
    )
    assert done(copy, "-c", code).split("\n")[0] == "True Superrigardo Trade"
