"""Calls to copy, run against a server that gives the files of the API: what they read is what was published."""

import functools
import http.server
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pandas as pd
import pytest

from data import flows, indicators
from data.output import snippets
from data.output.published import links, tree
from data.output.published.kind import Asked
from data.output.snippets import FORMS
from data.package import descriptor

# A plain indicator, a standing (its values are words), one with a code of a country that is no gap, a set, a table.
FILES = {
    "indicators/gdp_usd": lambda site: snippets.of_indicator("gdp_usd", site),
    "indicators/member.wto": lambda site: snippets.of_indicator("member.wto", site),
    "flows/us_trade": lambda site: snippets.of_flows("us_trade", site),
    "tables/countries": lambda site: snippets.of_table("countries", site),
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_given) -> None:
        pass


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("published")
    for path in FILES:
        place = root / links.HOME / descriptor.version() / f"{path}.csv"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(tree.body(f"{path}.csv", Asked()))
    return root


@pytest.fixture(scope="module")
def site(published) -> str:
    handler = functools.partial(Quiet, directory=str(published))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def whole(published: Path, path: str) -> pd.DataFrame:
    file = published / links.HOME / descriptor.version() / f"{path}.csv"
    return pd.read_csv(file, dtype=str, keep_default_na=False)


@pytest.mark.parametrize("path", FILES)
def test_python_and_pandas_read_what_was_published(path, published, site):
    file, expected = FILES[path](site), whole(published, path)
    for form in ("python", "pandas"):
        names: dict = {}
        exec(FORMS[form][0](file), names)
        read = pd.DataFrame(names[file.name])
        assert len(read) == len(expected), form
        assert list(read) == list(expected), form
        first = expected.columns[0]
        assert read[first].astype(str).tolist() == expected[first].tolist(), form
        for number in file.numbers:
            assert pd.to_numeric(read[number].replace("", None)).notna().tolist() == (expected[number] != "").tolist()


def test_code_of_namibia_is_no_gap(site):
    names: dict = {}
    exec(snippets.pandas(snippets.of_table("countries", site)), names)
    rows = names["countries"].set_index("iso3")
    assert rows.loc["NAM", "iso2"] == "NA"


def test_curl_writes_the_file_and_fails_where_there_is_none(published, site, tmp_path):
    if shutil.which("curl") is None:
        pytest.skip("no curl here")
    file = snippets.of_indicator("gdp_usd", site)
    subprocess.run(["sh", "-c", snippets.curl(file)], cwd=tmp_path, check=True, capture_output=True)
    expected = published / links.HOME / descriptor.version() / "indicators" / "gdp_usd.csv"
    assert (tmp_path / "gdp_usd.csv").read_bytes() == expected.read_bytes()
    wrong = snippets.curl(file).replace('gdp_usd.csv"', 'nothing.csv"')
    assert subprocess.run(["sh", "-c", wrong], cwd=tmp_path, capture_output=True).returncode != 0


def test_every_call_carries_an_address_of_the_tree_and_the_version():
    made = [snippets.of_indicator(one, "https://atlas.example") for one in indicators.registry()]
    made += [snippets.of_flows(one, "https://atlas.example") for one in flows.registry()]
    made += [snippets.of_table(one, "https://atlas.example") for one in descriptor.names()]
    start = f"https://atlas.example/{links.HOME}/{descriptor.version()}/"
    wrong = []
    for file in made:
        for form, (write, _) in FORMS.items():
            found = re.findall(r"https://[^\"']+", write(file))
            if len(found) != 1 or found[0].removeprefix(start) not in tree.paths() or not file.name.isidentifier():
                wrong.append((form, found))
    assert wrong == []
