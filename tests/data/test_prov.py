"""Provenance as a reader of RDF takes it: every figure has documents, a making, a maker and a date."""

import json

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from data import indicators
from data.__main__ import main
from data.output import figure, prov
from data.package import licensing

PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
SITE = "https://atlas.example"
# Taken over, derived of several, a standing, a count, and one with figures that may not be passed on.
SOME = (
    "us_tariff_additional_pct",
    "us_reported_share_pct",
    "member.c5plus1",
    "us_deals_count",
    "us_uranium_price_usd_per_lb",
)


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    return {one: read(prov.of_indicator(one, SITE)) for one in SOME}


def read(document: dict) -> Graph:
    return Graph().parse(data=prov.as_json(document).decode(), format="json-ld")


def figures(graph: Graph) -> list[URIRef]:
    return list(graph.subjects(RDF.type, SCHEMA.Observation))


def test_every_figure_has_its_documents_its_making_its_maker_and_its_date(graphs):
    wrong = []
    for indicator_id, graph in graphs.items():
        rows = indicators.values(indicator_id)
        assert len(figures(graph)) == (rows["source_id"] != "").sum()
        for one in figures(graph):
            origins = set(graph.objects(one, PROV.wasDerivedFrom))
            documents = {each for each in origins if (each, RDF.type, SCHEMA.CreativeWork) in graph}
            known = [(each, RDFS.label, None) in graph for each in documents]
            whole = [
                (one, name, None) in graph for name in (PROV.wasGeneratedBy, PROV.wasAttributedTo, PROV.generatedAtTime)
            ]
            if not documents or not all(known) or not all(whole) or (one, RDF.type, PROV.Entity) not in graph:
                wrong.append(str(one))
    assert wrong == []


def test_nothing_is_spoken_of_that_is_not_described(graphs):
    for graph in graphs.values():
        for name in (PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.wasGeneratedBy, PROV.wasAttributedTo, PROV.used):
            assert [one for one in graph.objects(None, name) if (one, RDF.type, None) not in graph] == []


def test_record_says_at_which_place_of_which_document_it_stands():
    graph = read(prov.of_figure(figure.get("us_imports_usd", "KAZ", 2024), SITE))
    one = URIRef(f"{SITE}/api/v1/{prov.descriptor.version()}/indicators/us_imports_usd#KAZ-2024")
    assert graph.value(one, PROV.value).toPython() == 2348802814
    (record,) = (each for each in graph.objects(one, PROV.wasDerivedFrom) if (each, PROV.wasQuotedFrom, None) in graph)
    place = graph.value(record, PROV.atLocation)
    assert "GENERAL_IMPORTS_USD" in graph.value(place, RDFS.label)
    assert graph.value(graph.value(record, PROV.wasQuotedFrom), SCHEMA.url) is not None


def test_derived_figure_says_how_it_was_worked_out(graphs):
    graph = graphs["us_reported_share_pct"]
    (making,) = graph.subjects(RDF.type, PROV.Activity)
    assert graph.value(making, RDFS.label) == Literal(indicators.get("us_reported_share_pct").how)
    assert len(set(graph.objects(making, PROV.used))) > 1
    graph = graphs["member.c5plus1"]
    (making,) = graph.subjects(RDF.type, PROV.Activity)
    assert "Taken over" in graph.value(making, RDFS.label)


def test_figure_that_may_not_be_passed_on_has_sources_and_no_value():
    held = []
    for one in indicators.registry().values():
        rows = indicators.values(one.id) if licensing.withheld_rows(one.table).any() else indicators.values(one.id, 0)
        rows = rows[rows["value"].notna() & licensing.is_withheld(rows)]
        held += [(one.id, row.iso3, int(row.year)) for row in rows.tail(1).itertuples()]
    assert len(held) > 10
    for cell in held[:: max(1, len(held) // 10)]:
        graph = read(prov.of_figure(figure.get(*cell)))
        (one,) = figures(graph)
        assert (one, PROV.value, None) not in graph
        assert list(graph.objects(None, PROV.value)) == []
        assert (one, PROV.wasDerivedFrom, None) in graph


def test_same_version_gives_the_same_ids_and_bytes(capsys):
    assert main(["prov", "gdp_usd", "--country", "kaz", "--year", "2020"]) == 0
    said = capsys.readouterr().out
    assert json.loads(said)["@context"]["@base"].startswith("urn:uuid:")
    assert said.encode() == prov.as_json(prov.of_figure(figure.get("gdp_usd", "KAZ", 2020)))


@pytest.mark.parametrize("given", [["nothing"], ["gdp_usd", "--year", "2020"], ["gdp_usd", "--site", "x"]])
def test_what_is_asked_amiss_is_told(given, capsys):
    assert main(["prov", *given]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
