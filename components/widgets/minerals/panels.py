"""What each panel has: its main figure on the left, what goes with it on the right and below."""

from components.reader import session, wanted
from components.reader.choice import Choice
from components.widgets.minerals import lens, ranking, sources, swap, uranium
from data.analysis.producers import OUTPUT, RESERVES

SOURCES = "sources"


def shown() -> Choice:
    """The choice as the page shows it; the panel of uranium is on that, whichever mineral was chosen before."""
    return wanted.minerals(session.current())


def show_main(choice: Choice) -> None:
    """The main figure: the lens, all forms of US imports, or uranium by origin; below it what a swap would change."""
    if choice.panel == wanted.URANIUM:
        uranium.show()
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
    if choice.panel != wanted.URANIUM:
        sources.show(choice)
        swap.show_check(choice)


def show_below(choice: Choice) -> None:
    """On the second screen what the panel has not: reserves of the mineral."""
    if choice.panel != RESERVES:
        ranking.show(choice, RESERVES)
