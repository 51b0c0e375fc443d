"""Sites come as points, one row each."""

from data.package import mineral_sites


def test_all_sites_have_a_point_and_a_source():
    found = mineral_sites.load()
    assert list(found.columns) == [
        "iso3",
        "name",
        "lat",
        "lon",
        "kind",
        "minerals",
        "operator",
        "activity",
        "status",
        "source_id",
        "locator",
        "note",
    ]
    assert found["iso3"].value_counts().to_dict() == {"KAZ": 62, "UZB": 17, "KGZ": 16, "TJK": 10, "TKM": 3}
    assert found[["lat", "lon", "source_id", "locator"]].notna().all(axis=None)


def test_sites_of_a_mineral_include_those_where_it_is_not_the_main_one():
    antimony = mineral_sites.load("antimony")
    assert antimony.loc[antimony["iso3"] == "TJK", "name"].tolist() == [
        "Dzhizhikrut",
        "Jezhikrut (Anzob ore field)",
        "Saritag (Talco Gold)",
    ]
