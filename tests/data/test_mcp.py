"""The server of the Model Context Protocol, asked by the client of its own library over stdin and stdout."""

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path
from subprocess import PIPE

import pytest
from mcp import Client, MCPError
from mcp.client.stdio import StdioServerParameters, stdio_client

from data import indicators, mcp_command
from data.__main__ import main
from data.faults import UnknownId
from data.output import frames, judged
from data.output.answers.tools import Atlas
from data.package import descriptor, licensing
from data.package.statuses import LEFT_OUT

ROOT = Path(__file__).parents[2]
ARGUMENTS = ["-m", "data", "mcp", "--site", "https://atlas.example"]
# One call of each tool that finds something, and what it has to tell.
CALLS = {
    "search": ({"text": "uranium kazakhstan"}, "found"),
    "list_indicators": ({"family": "aid"}, "indicators"),
    "get_value": ({"indicator": "us_imports_usd", "country": "Kazakhstan", "year": 2024}, "value"),
    "get_series": ({"indicator": "gdp_usd", "country": "uzb"}, "figures"),
    "get_flows": ({"country": "KAZ"}, "rows"),
    "list_claims": ({"country": "KAZ"}, "rows"),
    "get_claim": ({"claim_id": "CL003"}, "claim"),
    "get_membership": ({"country": "TKM", "day": "2020-01-01"}, "rows"),
    "get_source": ({"source_id": "wdi-2026-07"}, "url"),
}
LONG = "a" * 100_000
PATIENCE_S = 120
# What is asked amiss, and what the answer has to name.
AMISS = [
    ("get_value", {"indicator": "us_importz_usd", "country": "KAZ"}, "us_imports_usd"),
    ("get_value", {"indicator": "gdp_usd", "country": "Kazakstann"}, "did you mean"),
    ("get_value", {"indicator": "gdp_usd", "country": "KAZ", "year": 10**30}, "2025"),
    ("get_value", {"indicator": "gdp_usd", "country": "KAZ", "year": "soon"}, "year"),
    ("get_value", {"indicator": "gdp_usd"}, "country"),
    ("get_value", {"indicator": LONG, "country": LONG}, "no country"),
    ("get_value", {"indicator": {"$ne": 1}, "country": ["KAZ"]}, "indicator"),
    ("get_value", {"indicator": "../../etc/passwd\0", "country": "KAZ"}, "no indicator"),
    ("get_series", {"indicator": "gdp_usd", "country": "'; DROP TABLE--"}, "no country"),
    ("get_flows", {"flow_set": "partner"}, "partners"),
    ("get_flows", {"year": -1}, "1992"),
    ("list_claims", {"verdict": "true"}, "no verdict"),
    ("list_claims", {"indicator": "nothing"}, "no indicator"),
    ("get_claim", {"claim_id": "CL00"}, "did you mean"),
    ("get_membership", {"day": "yesterday"}, "yesterday"),
    ("get_membership", {"day": "20200101"}, "no day"),
    ("get_membership", {"forum": "wtoo"}, "wto"),
    ("get_source", {"source_id": ";"}, "no source"),
    ("list_indicators", {"family": "trades"}, "no family"),
    ("search", {"text": "gdp", "kind": "thing"}, "no kind"),
    ("no_such_tool", {}, "no_such_tool"),
]


@pytest.fixture(scope="module")
def told() -> dict:
    """All that the client was told in one session: tools, an answer by tool, errors, resources, and that it lives."""

    async def ask() -> dict:
        place = StdioServerParameters(command=sys.executable, args=ARGUMENTS, cwd=ROOT)
        async with Client(stdio_client(place)) as client:
            found = {"tools": (await client.list_tools()).tools, "server": client.server_info}
            found["answers"] = {name: await client.call_tool(name, given) for name, (given, _) in CALLS.items()}
            found["amiss"] = [await client.call_tool(name, given) for name, given, _ in AMISS]
            found["csv"] = (await client.read_resource("atlas://indicators/gdp_usd.csv")).contents[0].text
            with pytest.raises(MCPError, match="no indicator"):
                await client.read_resource("atlas://indicators/nothing.csv")
            found["alive"] = await client.call_tool("get_source", {"source_id": "wdi-2026-07"})
            return found

    return asyncio.run(ask())


def test_server_tells_its_version_and_only_tools_that_read(told):
    assert told["server"].version == descriptor.version()
    assert [tool.name for tool in told["tools"]] == list(CALLS)
    for tool in told["tools"]:
        assert tool.annotations.read_only_hint, tool.name
        assert len(tool.description) > 40, tool.name


def test_every_tool_answers_with_the_version_of_the_data(told):
    for name, (_, part) in CALLS.items():
        answer = told["answers"][name]
        assert not answer.is_error, answer.content
        assert answer.structured_content[part], name
        assert answer.structured_content["data_version"] == descriptor.version()


def test_value_comes_with_all_that_is_needed_to_check_it(told):
    said = told["answers"]["get_value"].structured_content
    row = indicators.values("us_imports_usd", 2024).set_index("iso3").loc["KAZ"]
    assert (said["value"], said["unit"], said["status"]) == (row["value"], row["unit"], row["status"])
    (source,) = said["sources"]
    assert source["url"].startswith("https://")
    assert source["records"][0]["locator"]
    assert source["licence"]
    assert said["reporter"] == "USA"
    assert said["caveats"]
    assert said["link"].startswith("https://atlas.example/?indicator=us_imports_usd&year=2024&country=KAZ&v=")
    assert said["link"] in said["citation"]


def test_what_is_asked_amiss_gets_an_error_that_helps_and_the_server_lives(told):
    wrong = []
    for (name, given, wanted), answer in zip(AMISS, told["amiss"], strict=True):
        text = answer.content[0].text
        if not answer.is_error or wanted not in text or "Traceback" in text or len(text) > 2_000:
            wrong.append((name, str(given)[:80], text[:200]))
    assert wrong == []
    assert not told["alive"].is_error


def test_resource_is_what_the_download_of_the_indicator_has(told):
    assert told["csv"].splitlines()[0] == ",".join(frames.COLUMNS)


def test_lines_that_are_no_message_do_not_end_the_server():
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    lines = [
        json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}).encode(),
        b'{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        b"not json",
        b'\xff\xfe{"jsonrpc"',
        b'{"jsonrpc": "2.0", "id": 2, "method": "tools/call",'
        b' "params": {"name": "search", "arguments": {"text": "\\ud800"}}}',
        b'{"jsonrpc": "2.0", "id": 3, "method": "no/such"}',
        b'{"jsonrpc": "2.0", "id": 4, "method": "tools/list"}',
    ]
    # What is being answered is dropped where the other side closes, so that is done last.
    with subprocess.Popen(
        [sys.executable, *ARGUMENTS], cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=subprocess.DEVNULL
    ) as process:
        watch = threading.Timer(PATIENCE_S, process.kill)
        watch.start()
        process.stdin.write(b"\n".join(lines) + b"\n")
        process.stdin.flush()
        answers = {}
        while not {3, 4} <= answers.keys() and (line := process.stdout.readline()):
            answer = json.loads(line)
            answers[answer.get("id")] = answer
        process.stdin.close()
        assert process.wait() == 0
        watch.cancel()
    assert len(answers[4]["result"]["tools"]) == len(CALLS)
    assert "error" in answers[3]


def withheld() -> list[tuple[str, str, int, float]]:
    """Some figures that may not be passed on, a few of each indicator that has any."""
    found = []
    for one in indicators.registry().values():
        if not licensing.withheld_rows(one.table).any():
            continue
        rows = indicators.values(one.id)
        held = rows[rows["value"].notna() & licensing.is_withheld(rows)]
        found += [(one.id, row.iso3, int(row.year), row.value) for row in held.tail(1).itertuples()]
    return found


def test_figures_that_may_not_be_passed_on_are_told_by_no_tool():
    atlas, held = Atlas(), withheld()
    assert len(held) > 10
    wrong = []
    for indicator, iso3, year, value in held[:: max(1, len(held) // 12)]:
        said = atlas.get_value(indicator, iso3, year)
        in_series = [one for one in atlas.get_series(indicator, iso3, year, year)["figures"] if "value" in one]
        texts = json.dumps({**said, "caveats": [], "title": "", "citation": ""})
        shown = not isinstance(value, str) and len(frames.number(value)) > 3 and frames.number(value) in texts
        if "value" in said or said["status"] != LEFT_OUT or "withheld" not in said or in_series or shown:
            wrong.append((indicator, iso3, year))
    assert wrong == []


def test_claims_that_such_figures_test_have_no_verdict():
    atlas = Atlas()
    told = {row["claim_id"] for row in atlas.list_claims(most=500)["rows"]}
    assert judged.held()
    assert told.isdisjoint(judged.held())
    for claim_id in judged.held():
        assert "reviewRating" not in atlas.get_claim(claim_id)["claim"]


def test_limits_hold_whatever_is_asked_for():
    atlas = Atlas()
    assert len(atlas.list_indicators(most=10**9)["indicators"]) == 500
    assert len(atlas.list_indicators(most=-5)["indicators"]) == 1
    assert atlas.search("")["rows_in_all"] == 0
    with pytest.raises(UnknownId, match="no indicator"):
        atlas.get_value("gdp", "KAZ")


def test_without_the_library_the_command_says_what_is_missing(monkeypatch, capsys):
    monkeypatch.setattr(mcp_command, "find_spec", lambda _name: None)
    assert main(["mcp"]) == 1
    assert "pip install" in capsys.readouterr().err


def test_app_and_other_commands_never_load_the_library():
    code = "import sys; import data.__main__, components.frame; sys.exit('mcp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60).returncode == 0
