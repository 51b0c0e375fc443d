"""Figures read in the printed sources, not in our tables: each must be what an indicator or a table says.

A figure is as exact as it is printed: `step` is one unit of its last digit, and ours may differ by half of that."""

from collections import Counter
from typing import NamedTuple

import pandas as pd
import pytest

from data import indicators
from data.package import tables
from data.package.countries import C5

CENSUS_2024 = "US Census Bureau, general imports at customs value, year 2024, all ten-digit codes"
CENSUS_2025 = "US Census Bureau, general imports at customs value, year 2025, all ten-digit codes"
DUTY_2024 = "US Census Bureau, calculated duties over imports for consumption, year 2024"
DUTY_2025 = "US Census Bureau, calculated duties over imports for consumption, year 2025"
WNA_2022 = "World Nuclear Association, World Uranium Mining Production, updated July 2022, production from mines"
WNA_2023 = "World Nuclear Association, World Uranium Mining Production, updated August 2023, production from mines"
WNA_2013 = "World Nuclear Association, World Uranium Mining Production, updated July 2013, production from mines"
WDI = "World Bank, World Development Indicators, SP.POP.TOTL, as of July 2026"
WDI_GDP = "World Bank, World Development Indicators, NY.GDP.MKTP.CD, as of July 2026"
EIA = "US Energy Information Administration on purchases of uranium by owners of reactors"
BNS = "Bureau of National Statistics of Kazakhstan, foreign trade by country, annual final figures, thousand US dollars"
COMTRADE = "UN Comtrade, Kazakhstan's imports by partner, all goods from partner 842, million US dollars"
WITS = "World Bank WITS, Kazakhstan's exports to the United States, thousand US dollars"
WDI_FDI = "World Bank, World Development Indicators, BX.KLT.DINV.CD.WD, as of July 2026"
RED_BOOK_2021 = "identified recoverable resources of uranium in 2021, in Mining Visuals, repeating the table of the WNA"
MCS = "US Geological Survey, Mineral Commodity Summaries"


class Printed(NamedTuple):
    """What a source prints for an indicator, a country and a year."""

    indicator: str
    iso3: str
    year: int
    value: float
    unit: str
    source: str
    step: float = 1


FIGURES = [
    *(
        Printed("us_imports_usd", iso3, year, value, "USD", source)
        for year, source, values in (
            (
                2024,
                CENSUS_2024,
                {"KAZ": 2348802814, "KGZ": 16452513, "TJK": 4582392, "TKM": 14662084, "UZB": 42437585},
            ),
            (
                2025,
                CENSUS_2025,
                {"KAZ": 4072944440, "KGZ": 31590885, "TJK": 570790, "TKM": 39434938, "UZB": 574859162},
            ),
        )
        for iso3, value in values.items()
    ),
    Printed("us_exports_usd", "KAZ", 2024, 1_076.4e6, "USD", "US Census Bureau, exports f.a.s. to Kazakhstan", 1e5),
    *(
        Printed("us_tariff_observed_pct", iso3, year, 100 * duties / imports, "percent", source, 0.001)
        for year, source, values in (
            (
                2024,
                DUTY_2024,
                {
                    "KAZ": (13741635, 2344030294),
                    "KGZ": (338388, 16452513),
                    "TJK": (4910, 4734417),
                    "TKM": (8413, 14662084),
                    "UZB": (1006652, 42437585),
                },
            ),
            (
                2025,
                DUTY_2025,
                {
                    "KAZ": (16986176, 4138617359),
                    "KGZ": (1382507, 31590885),
                    "TJK": (2359, 570790),
                    "TKM": (729570, 39434938),
                    "UZB": (5142094, 581295685),
                },
            ),
        )
        for iso3, (duties, imports) in values.items()
    ),
    *(
        Printed("production.uranium", iso3, year, value, "tU", WNA_2013)
        for iso3, values in {
            "KAZ": {2005: 4357, 2006: 5279, 2007: 6637, 2008: 8521, 2009: 14020, 2010: 17803, 2011: 19451},
            "UZB": {2005: 2300, 2006: 2260, 2007: 2320, 2008: 2338, 2009: 2429, 2010: 2400, 2011: 2500},
            "USA": {2005: 1039, 2006: 1672, 2007: 1654, 2008: 1430, 2009: 1453, 2010: 1660, 2011: 1537},
            "CAN": {2005: 11628, 2011: 9145},
        }.items()
        for year, value in values.items()
    ),
    Printed("world_share.uranium", "KAZ", 2007, 100 * 6637 / 41282, "percent", WNA_2013, 0.001),
    *(
        Printed("production.uranium", iso3, year, value, "tU", source)
        for iso3, year, value, source in (
            ("KAZ", 2012, 21317, WNA_2022),
            ("KAZ", 2013, 22451, WNA_2023),
            ("KAZ", 2014, 23127, WNA_2023),
            ("UZB", 2012, 2400, WNA_2022),
            ("UZB", 2013, 2400, WNA_2023),
            ("UZB", 2014, 2400, WNA_2023),
            ("USA", 2012, 1596, WNA_2022),
            ("USA", 2013, 1792, WNA_2023),
            ("USA", 2014, 1919, WNA_2023),
        )
    ),
    *(
        Printed("population", iso3, year, value, "persons", WDI)
        for iso3, values in {
            "KGZ": {2005: 5162640, 2000: 4898362, 2010: 5467059, 2020: 6726596, 2024: 7221868},
            "TJK": {2005: 6924720, 2000: 6284735, 2010: 7652141, 2020: 9749310, 2024: 10590927},
            "TKM": {2005: 5052257, 2000: 4582677, 2010: 5564356, 2020: 6949912, 2024: 7494498},
            "UZB": {2005: 26356975, 2000: 24787054, 2010: 28385506, 2020: 33586372, 2024: 36361859},
            "USA": {2005: 295516599, 2000: 282162411, 2010: 309378227, 2020: 331578104, 2024: 340003797},
        }.items()
        for year, value in values.items()
    ),
    *(
        Printed("population", iso3, year, value, "persons", WDI)
        for iso3, year, value in (
            ("KAZ", 1992, 17332625),
            ("KAZ", 1999, 15455874),
            ("KGZ", 1992, 4515400),
            ("TJK", 1994, 5825368),
            ("TKM", 1999, 4492170),
            ("UZB", 1996, 23351981),
            ("USA", 1995, 266278000),
            ("UKR", 1993, 52350126),
            ("POL", 2024, 36559233),
        )
    ),
    *(
        Printed("gdp_usd", iso3, year, value, "USD", WDI_GDP, 0.001)
        for iso3, year, value in (
            ("KAZ", 1992, 24917355371.9008),
            ("KGZ", 1999, 1249061487.01457),
            ("TJK", 1997, 921518032.909326),
            ("TKM", 1994, 2561118608.35516),
            ("UZB", 1995, 13350461264.9969),
            ("USA", 1992, 6520327000000),
            ("GEO", 1994, 2513867645.13316),
            ("SGP", 2025, 603869516998.738),
        )
    ),
    *(
        Printed(indicator, partner, year, value, "USD", BNS, 1e5)
        for indicator, years in (
            (
                "exports_by_partner_usd.kaz",
                {
                    2024: {"CHN": 14891.4e6, "ITA": 18663.8e6, "RUS": 9551.9e6, "USA": 1974.0e6},
                    2025: {"CHN": 15196.0e6, "ITA": 15639.1e6, "RUS": 8248.3e6, "USA": 1031.5e6, "UZB": 3485.6e6},
                },
            ),
            (
                "imports_by_partner_usd.kaz",
                {
                    2024: {"CHN": 15266.2e6, "RUS": 18583.7e6, "USA": 2245.8e6},
                    2025: {"CHN": 18970.3e6, "RUS": 19539.1e6, "USA": 2162.4e6},
                },
            ),
        )
        for year, values in years.items()
        for partner, value in values.items()
    ),
    *(
        Printed(indicator, "KAZ", year, value, "USD", source, 1000)
        for indicator, source, values in (
            ("mirror_exports_usd", WITS, {1995: 43778883, 2005: 666028413, 2016: 617850591, 2017: 390434816}),
            ("mirror_imports_usd", COMTRADE, {1995: 64330162, 2005: 1204475713, 2014: 1993064318, 2017: 1254369861}),
            ("mirror_exports_usd", BNS, {2021: 872151740, 2024: 1974025623, 2025: 1031503925}),
            ("mirror_imports_usd", BNS, {2021: 1351037257, 2024: 2245840305, 2025: 2162350023}),
        )
        for year, value in values.items()
    ),
    *(
        Printed("fdi_net_inflow_usd", iso3, year, value, "USD", WDI_FDI)
        for iso3, values in {
            "KAZ": {1992: 100000000, 2008: 16818890680, 2024: 2093098908},
            "KGZ": {2008: 376992152, 2024: 255341300},
            "TJK": {2008: 486614340, 2024: 291312573},
            "TKM": {2008: 1277000000, 2024: 1644770160},
            "UZB": {1995: -24000000, 2008: 547961216, 2024: 2974742115},
        }.items()
        for year, value in values.items()
    ),
    *(
        Printed("resources.uranium.identified_recoverable", iso3, 2021, value, "tU", RED_BOOK_2021)
        for iso3, value in {"AUS": 1684100, "KAZ": 815200, "CAN": 588500, "UZB": 131200, "USA": 59400}.items()
    ),
    *(
        Printed("world_reserves_share.uranium.identified_recoverable", iso3, 2021, value, "percent", RED_BOOK_2021)
        for iso3, value in {"AUS": 28, "KAZ": 13, "UZB": 2, "USA": 1}.items()
    ),
    Printed("resources.uranium.identified_recoverable", "UZB", 2019, 132300, "tU", "WNA by Kun.uz, edition before"),
    Printed("production.chromium", "KAZ", 2015, 3800, "kt", f"{MCS} 2016, chromium, in a trade paper", 100),
    Printed("production.chromium", "KAZ", 2017, 5400, "kt", f"{MCS} 2018, chromium, in North of 60 Mining News", 100),
    Printed("production.chromium", "KAZ", 2018, 4600, "kt", f"{MCS} 2019, chromium, in AKIpress", 100),
    Printed("production.chromium", "KAZ", 2023, 6000, "kt", f"{MCS} 2025, chromium, world mine production", 1000),
    Printed("reserves.chromium", "KAZ", 2018, 230000, "kt", f"{MCS} 2019, chromium, in AKIpress", 10000),
    Printed("us_uranium_share_pct", "KAZ", 2014, 23, "percent", f"{EIA}, 2014, in Ak Zhaik"),
    Printed("us_uranium_share_pct", "KAZ", 2020, 22, "percent", f"{EIA}, 2020"),
    Printed("us_uranium_share_pct", "UZB", 2020, 8, "percent", f"{EIA}, 2020"),
    Printed("us_uranium_quantity_klb", "KAZ", 2014, 12000, "klb U3O8e", f"{EIA}, 2014", 1000),
    Printed("us_uranium_price_usd_per_lb", "KAZ", 2014, 44.47, "USD/lb U3O8e", f"{EIA}, 2014", 0.01),
]

# table, the row, the column, the figure, the printed source
EDITIONS = [
    *(
        (
            "minerals_production",
            {"iso3": iso3, "mineral": "uranium", "year": year, "vintage": vintage},
            "value",
            value,
            source,
        )
        for vintage, source, rows in (
            (
                "WNA2023",
                WNA_2023,
                {
                    "KAZ": {2015: 23607, 2016: 24689, 2018: 21705, 2020: 19477, 2021: 21819, 2022: 21227},
                    "UZB": {2015: 2385, 2016: 3325, 2018: 3450, 2020: 3500, 2021: 3520, 2022: 3300},
                    "USA": {2015: 1256, 2016: 1125, 2018: 582, 2020: 6, 2021: 8, 2022: 75},
                },
            ),
        )
        for iso3, values in rows.items()
        for year, value in values.items()
    ),
    (
        "minerals_production",
        {"iso3": "TJK", "mineral": "antimony", "year": 2023, "vintage": "MCS2024"},
        "value",
        21000,
        f"{MCS} 2024, antimony, first estimate, in Asia-Plus of 2 December 2024",
    ),
    (
        "minerals_production",
        {"iso3": "CHN", "mineral": "antimony", "year": 2023, "vintage": "MCS2024"},
        "value",
        40000,
        f"{MCS} 2024, antimony, first estimate, in Asia-Plus of 2 December 2024",
    ),
    (
        "minerals_production",
        {"iso3": "KAZ", "mineral": "gold", "year": 2023, "vintage": "MCS2024"},
        "value",
        130,
        f"{MCS} 2024, gold, first estimate, in Kazinform",
    ),
    (
        "minerals_reserves",
        {"iso3": "KAZ", "mineral": "gold", "vintage": "MCS2024"},
        "value",
        1000,
        f"{MCS} 2024, gold, in Kazinform",
    ),
]

WTO = "World Trade Organization, accessions"
SCO = "founding declaration of the Shanghai Cooperation Organisation, 15 June 2001"
CIS = "founding documents of the Commonwealth of Independent States; Emerging Europe on the region's formats"
# forum, country, year, standing at the end of the year (None: no standing), printed source
STANDINGS = [
    ("wto", "KGZ", 1997, None, f"{WTO}: Kyrgyz Republic, member since 20 December 1998"),
    ("wto", "KGZ", 1998, "member", f"{WTO}: Kyrgyz Republic, member since 20 December 1998"),
    ("wto", "TJK", 2013, "member", f"{WTO}: Tajikistan, 159th member, 2 March 2013"),
    ("wto", "KAZ", 2015, "member", f"{WTO}: Kazakhstan, 162nd member, 30 November 2015"),
    ("wto", "USA", 1995, "member", f"{WTO}: original members, 1 January 1995"),
    ("wto", "TKM", 2020, "observer", f"{WTO}: Turkmenistan, observer, General Council of 22 July 2020"),
    ("wto", "TKM", 2022, "applicant", f"{WTO}: Turkmenistan, working party set up on 23 February 2022"),
    *(("sco", iso3, 2001, "member", SCO) for iso3 in ("KAZ", "KGZ", "TJK", "UZB")),
    ("sco", "UZB", 2000, None, SCO),
    ("sco", "TKM", 2024, None, SCO),
    ("sco", "USA", 2024, None, SCO),
    *(("cis", iso3, 2024, "member", CIS) for iso3 in ("KAZ", "KGZ", "TJK", "UZB")),
    ("cis", "TKM", 2006, "associate", CIS),
]


@pytest.mark.parametrize("one", FIGURES, ids=lambda one: f"{one.indicator}-{one.iso3}-{one.year}")
def test_indicator_has_the_printed_figure(one):
    values = indicators.values(one.indicator, one.year)
    row = values[values["iso3"] == one.iso3].iloc[0]
    assert abs(row["value"] - one.value) <= one.step / 2, one.source
    assert row["unit"] == one.unit


@pytest.mark.parametrize(("table", "where", "column", "value", "source"), EDITIONS)
def test_edition_keeps_the_printed_figure(table, where, column, value, source):
    rows = tables.load(table)
    for name, wanted in where.items():
        rows = rows[rows[name] == wanted]
    assert rows[column].tolist() == [value], source


@pytest.mark.parametrize(("forum", "iso3", "year", "standing", "source"), STANDINGS)
def test_standing_is_the_printed_one(forum, iso3, year, standing, source):
    values = indicators.values(f"member.{forum}", year)
    found = values.loc[values["iso3"] == iso3, "value"].dropna().tolist()
    assert found == ([] if standing is None else [standing]), source


@pytest.mark.parametrize(("indicator", "millions"), [("us_imports_usd", 570.5), ("us_exports_usd", 548.1)])
def test_five_together_are_the_printed_sum_of_2003(indicator, millions):
    """As the US Trade Representative gave it on 1 June 2004 (UPI); later revisions moved it by under one percent."""
    values = indicators.values(indicator, 2003)
    total = values.loc[values["iso3"].isin(C5), "value"].sum() / 1e6
    assert total == pytest.approx(millions, rel=0.01)


def test_enough_is_known_of_each_of_the_six():
    counts = Counter(figure.iso3 for figure in FIGURES)
    counts.update(where["iso3"] for _, where, _, _, _ in EDITIONS)
    counts.update(iso3 for _, iso3, _, _, _ in STANDINGS)
    assert sum(counts.values()) >= 80
    assert all(counts[iso3] >= 10 for iso3 in (*C5, "USA")), counts
    assert all(pd.notna(figure.value) for figure in FIGURES)
