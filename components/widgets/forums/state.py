"""What the parts of the page share: the choice as it is shown, the forums that fit, the set that is looked at."""

from components.reader import session
from components.reader.choice import Choice
from data.analysis import membership_matrix, membership_sets
from data.package.countries import SIX

SET = "forum_set"


def day(choice: Choice) -> str:
    """The day on which standings are told."""
    return str(choice.forums_on)


def forums(choice: Choice) -> tuple[str, ...]:
    """Ids of the forums that fit the choice, in the order of the matrix."""
    return membership_matrix.order(day(choice), choice.ties, choice.forum_kind, with_us=choice.with_us)


def chosen_set(choice: Choice) -> str | None:
    """The set of the six that is looked at: the one chosen where the day has it, else all six, else the first."""
    known = list(membership_sets.combinations(day(choice), choice.ties, forums(choice))["members"])
    wanted = (session.kept(SET), ";".join(SIX), *known)
    return next((one for one in wanted if one in known), None)
