"""Charts that are drawn once for all readers: building one takes longer than all that is computed for it."""

import pickle
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from data.package.snapshot import kept

MOST = 24

Given = ParamSpec("Given")
Chart = TypeVar("Chart")


def drawn_once(build: Callable[Given, Chart]) -> Callable[Given, Chart]:
    """Keep what a function draws from frames and plain values, by their content, in the language of the run.

    Whoever shows a chart leaves it as it is: all readers of a version of the data get the same one."""

    def anew(content: bytes) -> Chart:
        given, named = pickle.loads(content)
        return build(*given, **named)

    recalled = kept(MOST, worded=True)(anew)

    @wraps(build)
    def drawn(*given: Given.args, **named: Given.kwargs) -> Chart:
        return recalled(pickle.dumps((given, named)))

    return drawn
