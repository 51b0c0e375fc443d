"""Source ids inside a remark become links; everything else shows as written."""

from components.markdown import linked, literal
from components.widgets.common.mentions import cited
from data.package import sources


def test_known_id_becomes_a_link_to_its_source():
    (source,) = sources.describe("upi-2004-06-01")
    link = linked(source.publisher, source.url, hint=source.title)
    assert (
        cited("signed in 2004 (upi-2004-06-01); see note")
        == f"signed in 2004 {literal('(')}{link}{literal('); see note')}"
    )


def test_space_before_a_link_stays():
    assert cited("declaration: upi-2004-06-01").startswith(f"{literal('declaration:')} [")


def test_text_without_an_id_shows_as_written():
    assert cited("day-exact, *not* from the Factbook") == literal("day-exact, *not* from the Factbook")
