"""The addresses for programs: every one against the published tree, the gate, what is refused and how; no port."""

import hashlib
import io
import json
import random
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pandas as pd
import pytest
import rdflib
import streamlit as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from pyarrow import parquet
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import live
from components.reader import parameters
from components.served import routes
from data import indicators
from data.__main__ import main
from data.checks.watch import State
from data.output.published import above, api_description, folder, tree, versions
from data.output.published.kind import Asked
from data.package import descriptor, licensing, snapshot
from data.package.statuses import LEFT_OUT
from tests.data.test_gate import disturbed_copy, restricted_ids

ROOT = Path(__file__).parents[2]
# What is made of all indicators, or of all that is known of a country.
SLOW = ("indicators_json", "country_json")
# Kinds of which more than one file is asked of an earlier version: every so many.
LARGE = {"indicator_json": 120, "flows_csv": 70, "table_csv": 7, "forum_json": 20, "claim_json": 40}
SITE = "http://testserver"
VERSION = descriptor.version()
GDP = f"/api/v1/{VERSION}/indicators/gdp_usd.csv"
# Of so many indicators one is compared with what the command line prints, number by number.
EACH = 12


def of_kind(kind_id: str) -> list[str]:
    return [path for path, (kind, _) in tree.paths().items() if kind == kind_id]


def get_rows(indicator_id: str, capsys) -> pd.DataFrame:
    """What the command line prints of an indicator."""
    capsys.readouterr()
    assert main(["get", indicator_id]) == 0
    return pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("half", [0, 1])
def test_every_address_gives_the_bytes_that_are_published(client, tmp_path, monkeypatch, capsys, half):
    """Each file is asked for as soon as it is written: what both are made of is then still at hand. Under `latest` some
    are, for it has the same files."""
    put, asked, differing = folder._put, set(), {}
    # Two processes may share the work.
    items = sorted({item for _, item in tree.paths().values()})[half::2]
    paths = [path for path in tree.by_item() if tree.paths()[path][1] in set(items)]
    monkeypatch.setattr(tree, "by_item", lambda: paths)

    def put_and_ask(path: Path, body: bytes) -> int:
        size, address = put(path, body), f"/{path.relative_to(tmp_path / 'out').as_posix()}"
        asked.add(address)
        if "/latest/" in address and len(asked) % EACH:
            return size
        found = client.get(address)
        if found.status_code != 200 or found.content != path.read_bytes():
            differing[address] = found.status_code
        return size

    monkeypatch.setattr(folder, "_put", put_and_ask)
    assert main(["publish", "--out", str(tmp_path / "out"), "--site", SITE]) == 0
    assert differing == {}
    index = json.loads((tmp_path / "out" / above.INDEX.lstrip("/")).read_bytes())
    listed = {one["address"] for one in index["files"] if one["id"] in set(items)}
    assert len(listed) == len(paths)
    assert asked == listed | {one.replace("latest", VERSION) for one in listed} | set(above.FILES)
    home = tmp_path / "out" / "api" / "v1" / VERSION
    same_numbers_as_on_the_command_line(home, [one for one in items if one in indicators.registry()][::EACH], capsys)
    if (home / "datapackage.json").exists():
        tables_are_those_of_the_descriptor()


def same_numbers_as_on_the_command_line(home: Path, ids: list[str], capsys) -> None:
    differing, restricted = [], restricted_ids()
    for one in ids:
        printed = get_rows(one, capsys).sort_values(["year", "iso3"], kind="stable", ignore_index=True)
        taken = pd.read_csv(home / "indicators" / f"{one}.csv", dtype=str, keep_default_na=False)
        told = json.loads((home / "indicators" / f"{one}.json").read_text("utf-8"))["values"]
        is_open = taken["status"] != LEFT_OUT
        same = ["iso3", "year", "value", "unit", "status", "reporter", "basis"]
        ids = printed["source_id"].str.split(";")
        held = ids.map(lambda several: not restricted.isdisjoint(several)).astype(bool)
        in_json = ["" if cell["value"] is None else str(cell["value"]) for cell in told]
        numbers = pd.to_numeric(pd.Series(in_json), errors="coerce")
        right = (
            taken.loc[is_open, same].equals(printed.loc[is_open, same])
            and (held == ~is_open).all()
            and (taken.loc[~is_open, ["value", "locator"]] == "").all(axis=None)
            and (taken["locator"] != "").equals(taken["value"] != "")
            and [cell["source_ids"] for cell in told] == [[part for part in several if part] for several in ids]
            and numbers.equals(pd.to_numeric(taken["value"], errors="coerce"))
            and parquet.read_table(home / "indicators" / f"{one}.parquet").num_rows == len(taken)
        )
        if not right:
            differing.append(one)
    assert differing == []


def tables_are_those_of_the_descriptor() -> None:
    whole = json.loads(tree.body("datapackage.json", Asked()))
    for one in whole["resources"]:
        hashed = hashlib.sha256(tree.body(one["path"], Asked())).hexdigest()
        assert f"sha256:{hashed}" == one["hash"], one["name"]
        assert one["rows"] + one.get("rows_left_out", 0) == len(licensing.withheld_rows(one["name"]))


def test_no_address_tells_one_value_of_a_restricted_row_from_another(tmp_path):
    disturbed = snapshot.read(disturbed_copy(tmp_path / "other"))
    resting = [one for one in indicators.registry() if licensing.is_withheld(indicators.values(one)).any()]
    assert len(resting) > 10
    kinds = [kind for kind in tree.KINDS.values() if kind.folder in ("indicators", "geojson")]
    # The forms of an indicator are made of one frame.
    paths = [tree.KINDS["indicator_json"].path(one) for one in resting]
    paths += [kind.path(one) for one in resting[::EACH] for kind in kinds]
    others = [path for path, (kind, _) in tree.paths().items() if kind not in {one.id for one in kinds}]
    paths += [path for path in others if not path.startswith("flows/us_trade.")]
    plain = {path: tree.body(path, Asked()) for path in paths} | {one: above.body(one, "") for one in above.FILES}
    with snapshot.held(disturbed):
        differing = [path for path in paths if tree.body(path, Asked()) != plain[path]]
        differing += [one for one in above.FILES if above.body(one, "") != plain[one]]
    assert differing == []


def test_the_same_data_give_the_same_bytes_in_another_process():
    paths = [of_kind(kind)[-1] for kind in tree.KINDS if kind not in SLOW]
    code = (
        "import hashlib, json, sys\nfrom data.output.published import tree\n"
        "from data.output.published.kind import Asked\n"
        "print(json.dumps([hashlib.sha256(tree.body(one, Asked())).hexdigest() for one in json.load(sys.stdin)]))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(paths),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_answers_look_as_they_are_described():
    whole = json.loads(above.body(above.OPENAPI, SITE))
    validate(whole)
    described = {kind: f"#/components/schemas/{name}" for kind, name in api_description.SCHEMA_OF.items()}
    bodies = [(of_kind(kind)[place], reference) for kind, reference in described.items() for place in (0, -1)]
    found = [(tree.body(path, Asked()), reference) for path, reference in bodies]
    found += [(above.body(one, ""), f"#/components/schemas/{name}") for one, name in SCHEMAS_ABOVE.items()]
    for body, reference in found:
        Draft202012Validator({"$ref": reference, **whole}).validate(json.loads(body))


SCHEMAS_ABOVE = {above.INDEX: "Index", above.VERSIONS: "Versions"}


def test_every_file_has_its_path_in_the_description():
    described = json.loads(above.body(above.OPENAPI, SITE))["paths"]
    for path, (kind, item) in tree.paths().items():
        kept = tree.KINDS[kind]
        name = kept.path("{id}") if kept.folder else path
        assert f"/api/v1/{{version}}/{name}" in described, (path, item)


@pytest.mark.parametrize("name", api_description.FIGURES)
def test_figure_is_drawn_as_it_is_described(client, name):
    described = json.loads(above.body(above.OPENAPI, SITE))["paths"][f"/api/v1/{{version}}/{name}"]["get"]
    page = next(one for one in described["parameters"] if one.get("name") == "page")
    answer = client.get(f"/api/v1/latest/{name}", params={"page": page["example"], "country": "TJK"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] in described["responses"]["200"]["content"]


def test_catalogues_can_be_read_without_the_network():
    graph = rdflib.Graph().parse(data=tree.body("dataset.jsonld", Asked(SITE)), format="json-ld")
    dcat, schema = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("https://schema.org/")
    (node,) = graph.subjects(rdflib.RDF.type, dcat.Dataset)
    assert (node, rdflib.RDF.type, schema.Dataset) in graph
    files = set(graph.objects(node, dcat.distribution))
    assert files == set(graph.objects(node, schema.distribution))
    assert {urlsplit(str(one)).path for one in files} == {
        f"/api/v1/{VERSION}/{path}" for kind in ("table_csv", "table_parquet") for path in of_kind(kind)
    }
    assert {str(one) for one in graph.objects(None, dcat.downloadURL)} == {str(one) for one in files}
    croissant = rdflib.Graph().parse(data=tree.body("croissant.json", Asked(SITE)), format="json-ld")
    cr = rdflib.Namespace("http://mlcommons.org/croissant/")
    fields = list(croissant.subjects(rdflib.RDF.type, cr.Field))
    assert len(fields) == sum(len(one["schema"]["fields"]) for one in descriptor.package()["resources"])
    objects = set(croissant.subjects(rdflib.RDF.type, cr.FileObject))
    assert set(croissant.objects(None, cr.fileObject)) == objects


def test_sitemap_has_every_page_and_only_addresses_of_the_site():
    whole = ElementTree.fromstring(above.body(above.MAP, SITE))
    found = [one.text for one in whole.iter(f"{{{above.SITEMAP}}}loc")]
    assert set(above.PAGES) == set(parameters.PAGES)
    assert {f"{SITE}/{page}" for page in parameters.PAGES} <= set(found)
    assert all(str(one).startswith(f"{SITE}/") for one in found)
    assert len(found) == len(set(found)) < 50_000


def test_geojson_has_the_values_at_their_countries(client):
    made = client.get("/api/v1/latest/geojson/gdp_usd.geojson?year=2020").json()
    values = indicators.values("gdp_usd", 2020).set_index("iso3")["value"]
    told = {one["id"]: one["properties"]["value"] for one in made["features"]}
    assert told == pytest.approx(values.dropna().to_dict() | dict.fromkeys(values.index[values.isna()]))
    assert all(one["geometry"]["coordinates"] for one in made["features"])
    assert made["metadata"]["boundaries"]


def test_one_year_and_one_country_can_be_asked_for(client):
    rows = pd.read_csv(io.StringIO(client.get(f"{GDP}?year=2020&country=kaz").text))
    assert rows[["iso3", "year"]].to_numpy().tolist() == [["KAZ", 2020]]
    flows = client.get("/api/v1/latest/flows/us_trade.json?country=UZB&year=2020").json()["values"]
    assert {(one["origin"], one["dest"]) for one in flows} == {("UZB", "USA"), ("USA", "UZB")}


@pytest.mark.parametrize("version", versions.every()[:-1])
def test_earlier_version_has_its_own_files_for_good(client, version):
    found = versions.snapshot_of(version)
    with snapshot.held(found):
        paths = {path for kind in tree.KINDS if kind not in SLOW for path in of_kind(kind)[:: LARGE.get(kind, 1000)]}
    for path in sorted(paths):
        answer = client.get(f"/api/v1/{version}/{path}")
        assert answer.status_code == 200, path
        assert "immutable" in answer.headers["cache-control"]
    whole = client.get(f"/api/v1/{version}/datapackage.json").json()
    assert whole["version"] == client.get(f"/api/v1/{version}/indicators/gdp_usd.json").json()["version"] == version
    (told,) = [one for one in client.get("/api/v1/versions.json").json()["versions"] if one["version"] == version]
    assert told["released"] == whole["created"][:10]


REFUSED = {
    "/api": (404, above.INDEX),
    "/api/v2/index.json": (404, above.INDEX),
    "/api/v1/": (404, above.INDEX),
    "/api/v1/latest/indicators/gdp_us.csv": (404, "/api/v1/latest/indicators/gdp_usd.csv"),
    "/api/v1/9.9.9/indicators/gdp_usd.csv": (404, "/api/v1/latest/indicators/gdp_usd.csv"),
    "/api/v1/indicators/gdp_usd.csv": (404, "/api/v1/latest/indicators/gdp_usd.csv"),
    "/api/v1/latest/claims/CL0003.json": (404, "/api/v1/latest/claims/CL003.json"),
    f"{GDP}?year=1850": (400, "1992"),
    f"{GDP}?year=MMXX": (400, None),
    f"{GDP}?year=2020&year=2021": (400, None),
    f"{GDP}?yaer=2020": (400, "year"),
    f"{GDP}?country=KAS": (400, "KAZ"),
    f"/api/v1/{VERSION}/sources.json?year=2020": (400, None),
    "/llms.txt?x=1": (400, None),
}


def test_what_is_refused_says_why_and_what_is_nearest(client):
    for address, (status, nearest) in REFUSED.items():
        found = client.get(address)
        told = found.json()
        assert (found.status_code, told["status"]) == (status, status), address
        assert found.headers["content-type"] == api_description.PROBLEM
        assert told["detail"], address
        assert nearest is None or nearest in told["nearest"], (address, told)
        assert found.headers["access-control-allow-origin"] == "*"


def test_what_is_known_is_not_sent_again_and_a_version_is_kept_for_good(client):
    first = client.get(GDP)
    assert first.headers["content-type"] == "text/csv; charset=utf-8"
    assert "immutable" in first.headers["cache-control"]
    assert f"gdp_usd_all_years_v{VERSION}.csv" in first.headers["content-disposition"]
    newest = client.get(GDP.replace(VERSION, "latest"))
    assert newest.headers["cache-control"] == "no-cache"
    assert newest.headers["etag"] == first.headers["etag"]
    again = client.get(GDP, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(GDP, headers={"If-None-Match": '"other"'}).status_code == 200
    head = client.head(GDP)
    assert (head.status_code, head.headers["etag"]) == (200, first.headers["etag"])
    assert head.headers["content-length"] == str(len(first.content))


def test_other_sites_may_ask_and_nobody_may_write(client):
    assert client.get(GDP, headers={"Origin": "https://example.org"}).headers["access-control-allow-origin"] == "*"
    before = client.options(GDP, headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"})
    assert before.status_code == 204
    assert before.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    for method in ("POST", "PUT", "DELETE", "PATCH", "PURGE", "CONNECT"):
        found = client.request(method, GDP)
        assert (found.status_code, found.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
        assert found.json()["status"] == 405


def test_host_that_is_none_comes_into_no_file(client):
    for host in ("evil.example/path", "a b", "<script>", "x" * 300, "[::1", '"'):
        assert client.get("/robots.txt", headers={"Host": host}).text.splitlines()[-1] == "Sitemap: /sitemap.xml"


def test_below_a_path_every_address_has_it(monkeypatch):
    monkeypatch.setattr(live, "look", lambda: State(snapshot.newest()))
    real = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "atlas" if name == "server.baseUrlPath" else real(name))
    with TestClient(Starlette(routes=routes.every())) as asking:
        assert asking.get("/atlas/robots.txt").text.splitlines()[-1] == f"Sitemap: {SITE}/atlas/sitemap.xml"
        told = asking.get("/atlas/api/v1/latest/indicators/gdp_us.csv").json()
        assert "/atlas/api/v1/latest/indicators/gdp_usd.csv" in told["nearest"]
        assert told["index"] == "/atlas/api/v1/index.json"


def test_without_data_it_says_so(monkeypatch):
    monkeypatch.setattr(live, "look", State)
    with TestClient(Starlette(routes=routes.every())) as asking:
        assert asking.get(GDP).status_code == 503


PIECES = (
    *("..", "../..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "%0d%0aSet-Cookie:x", "\\..\\", "con", "~root", "."),
    *("latest", VERSION, "1.0", "v1", "api", "indicators", "tables", "flows", "claims", "geojson", "", "index.json"),
    *("gdp_usd.csv", "gdp_usd", ".csv", "gdp_usd.csv.", "GDP_USD.CSV", "sources.csv.gz", "<script>alert(1)</script>"),
    *(
        "ｇｄｐ",
        "Қазақстан",
        "🗺",
        "\u202e",
        "%F0%28%8C%28",
        "%C0%AF",
        "%ff",
        "%",
        "%%",
        "a" * 3000,
        "{id}",
        "*",
        "'--",
        ";",
    ),
)
ASKED = (
    "",
    "?",
    "?year=",
    "?year=%00",
    "?year=٢٠٢٠",
    "?country=%F0",
    "?year=2020&year=2021",
    "?" + "x=1&" * 500,
    "?year[]=1",
)
METHODS = ("GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "BREW")


def test_a_thousand_hostile_addresses_break_nothing(client):
    chosen, failed = random.Random(15), {}
    for _ in range(1000):
        pieces = [chosen.choice(PIECES) for _ in range(chosen.randint(1, 5))]
        start = chosen.choice(("/api", "/api/v1", "/api/v1/latest", f"/api/v1/{VERSION}/indicators"))
        address = "/".join([start, *(quote(one, safe="%.~{}*';<>()\\:") for one in pieces)]) + chosen.choice(ASKED)
        found = client.request(chosen.choice(METHODS), address)
        # Dots may lead out of what is answered here.
        is_told = found.headers.get("content-type", "") == api_description.PROBLEM or "/api" not in found.url.path
        if found.status_code >= 500 or (found.status_code >= 400 and not is_told):
            failed[address[:200]] = (found.status_code, found.text[:200])
    assert failed == {}


def test_tree_goes_only_where_it_was_before(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(tree, "paths", lambda: {"changes.json": ("changes_json", "changes")})
    monkeypatch.setattr(above, "FILES", {one: above.FILES[one] for one in (above.VERSIONS, above.ROBOTS)})
    publish = ["publish", "--out", str(tmp_path / "web")]
    assert main(publish) == 0
    older = tmp_path / "web" / "api" / "v1" / "0.9.0" / "changes.json"
    older.parent.mkdir()
    older.write_text("{}")
    gone = tmp_path / "web" / "api" / "v1" / "latest" / "gone.json"
    gone.write_text("{}")
    assert main(publish) == 0
    assert older.exists()
    assert not gone.exists()
    (tmp_path / "web" / "index.html").write_text("somebody's own")
    assert main(publish) == 1
    assert "index.html" in capsys.readouterr().err
    assert main([*publish, "--site", "ftp://x"]) == 1
