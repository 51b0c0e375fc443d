"""Rules of the stories: quotations are short, steps are whole, and every figure of a sentence can be looked up."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Row, Rule, Tables, lines, listed_countries

STEPS, VALUES = "story_steps", "story_values"
MOST_WORDS = 30
COUNT, SUM = "count", "sum"
INDICATOR = ("indicator", "iso3", "year")
CLAIM = ("claim_id", "test")
ROWS = ("table", "rows")


def _quote_is_short(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, STEPS):
        is_long = len(row["quote"].split()) > MOST_WORDS
        if is_long or bool(row["quote"]) != bool(row["quote_language"]):
            yield STEPS, line, "quote", row["quote"]


def _steps_are_whole(tables: Tables) -> Iterator[Hit]:
    numbers: dict[str, list[int]] = {}
    for line, row in sorted(lines(tables, STEPS), key=lambda one: int(one[1]["step"] or 0)):
        known = numbers.setdefault(row["story"], [])
        known.append(int(row["step"] or 0))
        if known[-1] != len(known):
            yield STEPS, line, "step", row["step"]


def _claims_are_there(tables: Tables) -> Iterator[Hit]:
    known = {row["claim_id"] for row in tables.get("claims", [])}
    for line, row in lines(tables, STEPS):
        yield from ((STEPS, line, "claim_ids", one) for one in row["claim_ids"].split(";") if one and one not in known)


def _rows_have_columns(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, STEPS):
        if (row["figure"] == "rows") != bool(row["columns"]):
            yield STEPS, line, "columns", row["columns"]


def _filled(row: Row, columns: tuple[str, ...]) -> set[str]:
    return {one for one in columns if row[one]}


def _value_is_of_one_kind(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, VALUES):
        wanted = next((kind for kind in (INDICATOR, CLAIM, ROWS) if row[kind[0]]), INDICATOR)
        column = ("column",) if wanted == ROWS and row["take"] != COUNT else ()
        is_whole = _filled(row, (*INDICATOR, *CLAIM, *ROWS, "column")) == {*wanted, *column}
        if not is_whole or (";" in row["iso3"] and row["take"] != SUM):
            yield VALUES, line, "take", row["take"]


RULES = (
    Rule("story-quote", "a quotation has at most 30 words, and a language", (STEPS,), _quote_is_short),
    Rule("story-steps", "the steps of a story are counted from 1 on without a gap", (STEPS,), _steps_are_whole),
    Rule("story-claims", "claims of a step stand in the table claims", ("claims", STEPS), _claims_are_there),
    Rule(
        "story-columns", "rows of a table are shown with columns, other figures without", (STEPS,), _rows_have_columns
    ),
    Rule(
        "story-value",
        "a value is of an indicator (with country and year), of a claim (with a test) or of rows (with a column, "
        "unless they are counted); of several countries it is their sum",
        (VALUES,),
        _value_is_of_one_kind,
    ),
    Rule(
        "story-countries",
        "countries of a value must stand in the table countries",
        ("countries", VALUES),
        listed_countries(VALUES, "iso3"),
    ),
)
