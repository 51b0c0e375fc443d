"""What each panel has: its main figure on the left, what goes with it on the right and below."""

from dataclasses import replace

from components.reader.choice import Choice
from components.widgets.minerals import lens, ranking, sources, uranium
from data.analysis.producers import OUTPUT, RESERVES

URANIUM, SOURCES = "uranium", "sources"


def show_main(choice: Choice) -> None:
    """The main figure: the lens, all forms of US imports, or uranium by origin."""
    if choice.panel == URANIUM:
        uranium.show(choice)
    elif choice.panel == SOURCES:
        sources.show_all(choice)
    else:
        lens.show(choice, RESERVES if choice.panel == RESERVES else OUTPUT)


def show_beside(choice: Choice) -> None:
    """Who has most of the mineral, where the United States buys it, and what a swap would change."""
    if choice.panel == URANIUM:
        shown = replace(choice, mineral=URANIUM, stage=None, form=None)
        ranking.show(shown, OUTPUT)
        return
    if choice.panel != SOURCES:
        ranking.show(choice, RESERVES if choice.panel == RESERVES else OUTPUT)
        if choice.panel != RESERVES:
            ranking.show_editions(choice)
    sources.show(choice)


def show_below(choice: Choice) -> None:
    """On the second screen what the panel has not: reserves of the mineral."""
    if choice.panel != RESERVES:
        ranking.show(choice, RESERVES)
