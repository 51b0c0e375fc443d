"""The tools that programs are offered, read-only: what each is called, what it takes, what it answers.

The docstring of a tool is what a program is told of it. All raise UnknownId, with the nearest ids, or ValueError."""

from collections.abc import Callable
from dataclasses import dataclass

from data.output import extract, frames, prov
from data.output.answers import facts, figures, finding
from data.output.answers.common import Told
from data.package import descriptor

FEW, MANY = 20, 100
SCHEME, CSV = "atlas://indicators/", "text/csv"


@dataclass(frozen=True)
class Atlas:
    """The tools of the atlas; links begin with the address of its `site`, where that is told."""

    site: str = ""

    def search(self, text: str, kind: str | None = None, most: int = FEW) -> Told:
        """Find indicators, countries, minerals, forums, claims, deals, events, articles, sources and tables by words.

        All words of the text must occur; kind narrows it down to one kind. get_value takes the id of an indicator."""
        return finding.search_for(self.site, text, kind, most)

    def list_indicators(self, family: str | None = None, text: str | None = None, most: int = MANY) -> Told:
        """List indicators with id, title, unit and years; of one family, or with a text in title or id."""
        return figures.listed(family, text, most)

    def get_value(self, indicator: str, country: str, year: int | None = None) -> Told:
        """One figure with unit, status, sources (title, address, place in the source), whose figure it is, licence,
        caveats, how it was worked out, a link, a citation and the data version.

        country is a code of three letters or a name. Without a year: the newest one that tells enough. A figure that
        its licence forbids to pass on has no value, and `withheld` says why. No value is never zero: see status."""
        return figures.value(self.site, indicator, country, year)

    def get_series(
        self, indicator: str, country: str, first_year: int | None = None, last_year: int | None = None
    ) -> Told:
        """The figures of a country by year, each with its status and the ids of its sources. A gap has no value."""
        return figures.series(self.site, indicator, country, first_year, last_year)

    def get_flows(
        self, flow_set: str = "us_trade", year: int | None = None, country: str | None = None, most: int = MANY
    ) -> Told:
        """Trade between pairs of countries in a year: origin, destination, value, unit, status, source.

        flow_set is us_trade (as the United States reports it), partners, or another set; the newest year if none."""
        return figures.flows(self.site, flow_set, year, country, most)

    def list_claims(
        self,
        country: str | None = None,
        indicator: str | None = None,
        verdict: str | None = None,
        most: int = FEW,
    ) -> Told:
        """Claims made in public on these ties beside what statistics say, with verdict, evidence and sources."""
        return facts.claims(self.site, country, indicator, verdict, most)

    def get_claim(self, claim_id: str) -> Told:
        """One claim, such as CL003, as ClaimReview of schema.org: who said what, verdict, evidence, explanation."""
        return facts.claim(self.site, claim_id)

    def get_membership(
        self, country: str | None = None, forum: str | None = None, day: str | None = None, most: int = MANY
    ) -> Told:
        """How countries stand in forums on a day such as 2025-11-06 (else the newest on record), and how sure it is."""
        return facts.standing(self.site, country, forum, day, most)

    def get_source(self, source_id: str) -> Told:
        """A source by its id: title, publisher, address, licence, whether its figures may be passed on."""
        return facts.source(source_id)

    def every(self) -> tuple[Callable[..., Told], ...]:
        """All tools."""
        return (
            *(self.search, self.list_indicators, self.get_value, self.get_series, self.get_flows),
            *(self.list_claims, self.get_claim, self.get_membership, self.get_source),
        )

    def csv(self, indicator: str) -> str:
        """All figures of an indicator that may be passed on, as CSV, with sources and licences."""
        return frames.to_csv(extract.all_years(figures.known(indicator))).decode()

    def jsonld(self, indicator: str) -> str:
        """Where the figures of an indicator come from, as PROV-O in JSON-LD."""
        return prov.as_json(prov.of_indicator(figures.known(indicator), self.site)).decode()

    def resources(self) -> dict[str, tuple[Callable[..., str], str]]:
        """What can be read beside the tools, by the address with a gap for the indicator; and its type."""
        return {
            f"{SCHEME}{{indicator}}.csv": (self.csv, CSV),
            f"{SCHEME}{{indicator}}.jsonld": (self.jsonld, prov.MIME),
        }


def about() -> str:
    """What the data are, in the words of their descriptor, for whoever connects."""
    whole = descriptor.package()
    return f"{whole['title']}. {whole['description']} Data version {descriptor.version()}, {descriptor.released()}."
