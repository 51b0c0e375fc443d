"""The files that define the indicators of a subject: what can't be meant is told with its place."""

import pytest

from data.subjects import definitions
from data.subjects.definitions import DefinitionFault

GOOD = """
[defaults]
table = "us_trade"
theme = "trade"
family = "us_trade"
kind = "flow"
scale = "log"
display_unit = "million_usd"
decimals = 1

[indicators.us_imports_usd]
series = ["import"]
caveats = ["us_side"]

[flow_sets.us_trade]
family = "us_trade"
display_unit = "million_usd"
decimals = 1
"""


@pytest.fixture
def of(tmp_path, monkeypatch):
    """Reads a text as the file of a subject; its indicators can be made."""
    path = tmp_path / "subject.toml"

    def read(text: str):
        path.write_text(text, "utf-8")
        sections = definitions.read(path)
        monkeypatch.setattr(definitions, "_read", lambda _subject: sections)
        return sections

    return read


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('kind = "flow"', 'kind = "flux"', ["[defaults]", "kind", "“flux”", "is none of flow, balance"]),
        ('scale = "log"', 'scale = "steep"', ["[defaults]", "scale", "“steep”", "diverging"]),
        ('theme = "trade"', 'theme = "weather"', ["[defaults]", "theme", "“weather”"]),
        ("decimals = 1\n\n[ind", 'decimals = "1"\n\n[ind', ["[defaults]", "decimals", "“1”", "is no int"]),
        ("decimals = 1\n\n[ind", "decimals = true\n\n[ind", ["[defaults]", "decimals", "“True”", "is no int"]),
        ('"million_usd"\ndecimals = 1\n\n[ind', '"dollars"\ndecimals = 1\n\n[ind', ["display_unit", "“dollars”"]),
        ('table = "us_trade"\n', "", ["[indicators.us_imports_usd]", "table", "is missing"]),
        ("[defaults]\n", '[defaults]\ncolour = "red"\n', ["[defaults]", "colour", "“red”", "is no key"]),
        ('series = ["import"]', 'series = "import"', ["[indicators.us_imports_usd]", "series", "is no list"]),
        ('caveats = ["us_side"]', "caveats = [1]", ["[indicators.us_imports_usd]", "caveats", "is no list of texts"]),
        ("[flow_sets.us_trade]", "[flows.us_trade]", ["[flows]", "is no section"]),
        ('[flow_sets.us_trade]\nfamily = "us_trade"\n', "[flow_sets.us_trade]\n", ["[flow_sets.us_trade]", "family"]),
        ("[flow_sets.us_trade]\n", '[flow_sets.us_trade]\nkind = "flow"\n', ["kind", "is no key: family"]),
        ("[indicators.us_imports_usd]", "[indicators]\nmore = 3\n[indicators.us_imports_usd]", ["more", "is a table"]),
        ("[defaults]", "measures = 1\n[defaults]", ["[measures]", "“1”", "is no section"]),
        ("[defaults]", "[defaults", ["at line"]),
    ],
)
def test_definition_that_cannot_be_meant_is_told_with_its_place(of, before, after, said):
    assert before in GOOD
    with pytest.raises(DefinitionFault) as fault:
        of(GOOD.replace(before, after, 1))
    assert str(fault.value).startswith("subject.toml  [")
    assert [part for part in said if part not in str(fault.value)] == []


def test_entry_takes_from_the_defaults_what_it_does_not_say(of):
    of(GOOD)
    (made,) = definitions.indicators("subject")
    assert (made.id, made.unit, made.display_factor, made.decimals) == ("us_imports_usd", "USD", 1e6, 1)
    assert (made.series, made.caveats) == (("import",), ("us_side",))
    assert made.title == "US imports of goods (general imports, customs value)"
    (flows,) = definitions.flow_sets("subject")
    assert (flows.id, flows.series, flows.caveats) == ("us_trade", (), ())


def test_new_indicator_on_a_known_measure_is_one_entry(of):
    of(GOOD + '\n[indicators.us_trade_usd]\nseries = ["import", "export"]\n')
    assert [made.id for made in definitions.indicators("subject")] == ["us_imports_usd", "us_trade_usd"]


TEMPLATE = GOOD.replace(
    "[indicators.us_imports_usd]\nseries",
    '[indicators.exports_by_partner]\nid = "of_{level}.{country}"\nfamily = "by_{level}"\nseries',
).replace('["import"]', '["{country}", "import"]')


def test_template_is_filled_with_ids_and_parts(of):
    of(TEMPLATE)
    made = definitions.indicator(
        "subject", "exports_by_partner", {"country": "KAZ"}, parts={"level": "x"}, caveats=("vintages",), remark="r"
    )
    assert (made.id, made.family, made.series) == ("of_x.kaz", "by_x", ("KAZ", "import"))
    assert (made.caveats, made.remark, made.label) == (("us_side", "vintages"), "r", "Exports of Kazakhstan")


def test_gap_that_is_not_filled_is_told(of):
    of(TEMPLATE)
    with pytest.raises(DefinitionFault, match=r"of_\{level\}.*level"):
        definitions.indicator("subject", "exports_by_partner", {"country": "KAZ"})


def test_unit_filled_in_has_to_be_one(of):
    of(GOOD.replace('"million_usd"\ndecimals = 1\n\n[ind', '"{unit}"\ndecimals = 1\n\n[ind'))
    assert definitions.indicator("subject", "us_imports_usd", parts={"unit": "kt"}).unit == "kt"
    with pytest.raises(DefinitionFault, match="“stones”"):
        definitions.indicator("subject", "us_imports_usd", parts={"unit": "stones"})


def test_measure_begins_the_series_and_ends_the_caveats(of):
    of(GOOD + '\n[measures.stock]\nseries = ["fdi"]\nkind = "stock"\ncaveats = ["us_side", "fdi_nbk"]\n')
    made = definitions.indicator("subject", "us_imports_usd", measure="stock")
    assert (made.kind, made.series, made.caveats) == ("stock", ("fdi", "import"), ("us_side", "fdi_nbk"))
    assert definitions.measures("subject") == {"stock": "fdi"}
