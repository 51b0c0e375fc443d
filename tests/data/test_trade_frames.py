"""Ranked products, duties and the years, and what of all of them leaves: the command line prints the same frames."""

import io

import pandas as pd
import pytest

from data.__main__ import main
from data.analysis import ranked_products, tariff_dates, us_trade_by_year
from data.faults import UnknownId
from data.output import trade_frames
from data.package import sources
from data.package.countries import C5
from data.package.statuses import LEFT_OUT

ASKED = {
    ("mirror", "kaz", "--cif", "10"): lambda: trade_frames.mirror("KAZ", cif=10),
    ("mirror", "usa", "uzb"): lambda: trade_frames.mirror("USA", "UZB"),
    ("partners", "KGZ", "--direction", "exports"): lambda: trade_frames.partners("KGZ", "exports"),
    ("products", "KAZ", "--year", "2024"): lambda: trade_frames.products("KAZ", 2024),
    ("tariffs", "KAZ"): lambda: trade_frames.tariffs("KAZ"),
    ("tariffs",): lambda: trade_frames.tariffs(),
    ("months", "KAZ"): lambda: trade_frames.months("KAZ"),
    ("us-trade",): lambda: trade_frames.by_year(),
}


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_command_prints_the_frame_of_the_download(capsys, asked):
    assert main(list(asked)) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(printed, ASKED[asked]().frame.astype("str"), check_dtype=False)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_figure_of_a_restricted_source_leaves_in_no_frame(asked):
    leaving = ASKED[asked]()
    held = leaving.frame["status"] == LEFT_OUT
    is_open = [all(map(sources.is_downloadable, filter(None, ids.split(";")))) for ids in leaving.frame["source_id"]]
    assert held.sum() == leaving.withheld
    assert (~held).tolist() == is_open
    assert (leaving.frame.loc[held, list(leaving.kinds)] == "").all().all()


def test_factor_out_of_bounds_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["mirror", "KAZ", "--cif", "26"])
    assert "not between 0 and 25" in capsys.readouterr().err


def test_kazakh_products_of_2024_by_hand():
    rows = ranked_products.of("KAZ", 2024)
    # Census: chapter 27 of 2,348,802,814 dollars.
    first = rows.iloc[0]
    assert (first["hs_code"], first["place"], first["total_usd"]) == ("27", 1, 2_348_802_814)
    assert first["share_pct"] == pytest.approx(first["value_usd"] / 2_348_802_814 * 100)
    assert rows["value_usd"].is_monotonic_decreasing
    assert rows["cumulative_pct"].iloc[-1] == pytest.approx(100)
    assert ranked_products.explained(rows, 3) == pytest.approx(rows["share_pct"].head(3).sum())


@pytest.mark.parametrize("iso3", C5)
@pytest.mark.parametrize("level", ["2", "4", "6"])
def test_products_and_the_rest_are_the_printed_total(iso3, level):
    for year in ranked_products.years(iso3, level):
        rows = ranked_products.of(iso3, year, level)
        assert rows["value_usd"].sum() == pytest.approx(rows["total_usd"].iloc[0], abs=2)
        assert rows["cumulative_pct"].max() < 100 + 1e-6
        assert (rows["kind"] == "rest").sum() <= 1


def test_year_without_products_is_refused():
    with pytest.raises(UnknownId):
        ranked_products.of("KAZ", 1999)


def test_kazakh_duties_of_2024_and_2026_side_by_side():
    rows = tariff_dates.side_by_side()
    own = rows[(rows["iso3"] == "KAZ")]
    before, now = (own[own["in_year"] == year] for year in (2024, 2026))
    assert before.loc[before["measure"] == "observed_average", "rate_pct"].tolist() == [0.586]
    assert "additional_duty" not in set(before["measure"])
    duties = now[now["measure"] == "additional_duty"]
    charged = duties[duties["took_effect"] & duties["rate_pct"].notna()]
    assert charged[["date", "rate_pct"]].to_numpy().tolist() == [
        ["2025-08-07", 25],
        ["2026-02-24", 10],
        ["2026-02-24", 0],
    ]
    others = duties.drop(charged.index)[["date", "standing"]].to_numpy().tolist()
    # Proposed, and in force at a rate that the source does not print.
    assert others == [["2026-06-05", "never_charged"], ["2026-07-24", "in_force"]]
    assert now.loc[now["measure"] == "observed_average", "date"].tolist() == ["2025-01-01"]


def test_rates_of_the_model_follow_each_other_without_a_gap():
    for _, rows in tariff_dates.every().query("measure == 'model_average'").groupby("iso3"):
        ends = pd.to_datetime(rows["until"]).iloc[:-1]
        assert (ends + pd.Timedelta(days=1)).tolist() == pd.to_datetime(rows["date"]).iloc[1:].tolist()
        assert pd.isna(rows["until"].iloc[-1])


def test_only_duties_that_were_charged_are_in_force_or_ended():
    rows = tariff_dates.every()
    never = rows[(rows["measure"] == "additional_duty") & ~rows["took_effect"]]
    assert never["standing"].eq("never_charged").all()
    assert rows.loc[rows["measure"] != "additional_duty", "standing"].eq("on_record").all()


def test_years_without_a_figure_are_rows_and_never_zero():
    rows = us_trade_by_year.every()
    assert len(rows) == 5 * 2 * 34
    gaps = rows[rows["value_usd"].isna()]
    assert gaps["status"].eq("not_reported").all()
    assert set(zip(gaps["iso3"], gaps["flow"], gaps["year"], strict=True)) == {
        (iso3, "export", 2025) for iso3 in ("KAZ", "KGZ", "TJK", "TKM")
    }
