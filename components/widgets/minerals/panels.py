"""What each panel has: its main figure on the left, what goes with it on the right and below."""

from dataclasses import replace

from components.reader import choice as choices
from components.reader import session
from components.reader.choice import Choice
from components.widgets.minerals import lens, ranking, sources, swap, uranium
from data.analysis import mineral_parts
from data.analysis.producers import OUTPUT, RESERVES

URANIUM, SOURCES = "uranium", "sources"


def shown() -> Choice:
    """The choice as the page shows it; the panel of uranium is on that, whichever mineral was chosen before."""
    choice = session.shown()
    if choice.panel == URANIUM != choice.mineral and URANIUM in mineral_parts.minerals():
        return choices.fitted(replace(choice, mineral=URANIUM), session.page())
    return choice


def show_main(choice: Choice) -> None:
    """The main figure: the lens, all forms of US imports, or uranium by origin; below it what a swap would change."""
    if choice.panel == URANIUM:
        uranium.show(choice)
        return
    if choice.panel == SOURCES:
        sources.show_all(choice)
    else:
        lens.show(choice, RESERVES if choice.panel == RESERVES else OUTPUT)
    swap.show(choice)
    if choice.panel == SOURCES:
        sources.show_of_the_five()


def show_beside(choice: Choice) -> None:
    """Who has most of the mineral, where the United States buys it, and whether the five have what a swap needs."""
    if choice.panel != SOURCES:
        ranking.show(choice, RESERVES if choice.panel == RESERVES else OUTPUT)
        if choice.panel != RESERVES:
            ranking.show_editions(choice)
    if choice.panel != URANIUM:
        sources.show(choice)
        swap.show_check(choice)


def show_below(choice: Choice) -> None:
    """On the second screen what the panel has not: reserves of the mineral."""
    if choice.panel != RESERVES:
        ranking.show(choice, RESERVES)
