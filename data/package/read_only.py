"""What many readers share, so that none of them can change it for the others.

A frame is handed out as a shallow copy: pandas copies on write, so a caller's change stays with the caller. A dict or a
list can be read like any other, put into JSON and copied; changing it is an error where it is tried."""

from collections.abc import ItemsView, Iterator, ValuesView
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from typing import Any, NoReturn, TypeVar, cast

import pandas as pd

Made = TypeVar("Made")
FRAMES = (pd.DataFrame, pd.Series)
WHY = "this is shared by all readers: copy it before you change it"


def _refuse(*_given: Any, **_named: Any) -> NoReturn:
    raise TypeError(WHY)


class ReadOnlyList(list[Any]):
    """A list that can be read but not changed."""

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = extend = insert = pop = remove = clear = sort = reverse = _refuse

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        return [deepcopy(one, memo) for one in self]

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)


class ReadOnlyDict(dict[Any, Any]):
    """A dict that can be read but not changed."""

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = setdefault = pop = popitem = clear = _refuse

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[Any, Any]:
        return {key: deepcopy(one, memo) for key, one in self.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self.items()),)


class _Frames(ReadOnlyDict):
    """A dict of frames, each handed out as a copy when it is asked for."""

    # An own iterator keeps `dict(...)` and `{**...}` from taking the frames past `__getitem__`.
    def __iter__(self) -> Iterator[Any]:
        return super().__iter__()

    def __getitem__(self, key: Any) -> Any:
        return handed_out(super().__getitem__(key))

    def get(self, key: Any, default: Any = None) -> Any:
        return handed_out(super().get(key, default))

    def values(self) -> ValuesView[Any]:  # type: ignore[override]
        return ValuesView(self)

    def items(self) -> ItemsView[Any, Any]:  # type: ignore[override]
        return ItemsView(self)

    def copy(self) -> dict[Any, Any]:
        return dict(self.items())

    def __or__(self, other: Any) -> dict[Any, Any]:
        return self.copy() | other


def frozen(made: Made) -> Made:
    """The same with every dict and list in it read-only; to be done once, when it is made."""
    return cast(Made, _frozen(made))


def _frozen(made: Any) -> Any:
    if type(made) is list:
        return ReadOnlyList(map(_frozen, made))
    if type(made) is tuple:
        return tuple(map(_frozen, made))
    if type(made) is not dict:
        return made
    parts = {key: _frozen(one) for key, one in made.items()}
    has_frames = any(isinstance(one, FRAMES) for one in parts.values())
    return _Frames(parts) if has_frames else ReadOnlyDict(parts)


def handed_out(shared: Made) -> Made:
    """What a caller gets of something frozen: of a frame a copy of its own, which costs a few microseconds."""
    return cast(Made, _handed_out(shared))


def _handed_out(shared: Any) -> Any:
    if isinstance(shared, FRAMES):
        return shared.copy(deep=False)
    if not is_dataclass(type(shared)):
        return shared
    parts = {field.name: getattr(shared, field.name) for field in fields(shared)}
    own = {name: part.copy(deep=False) for name, part in parts.items() if isinstance(part, FRAMES)}
    return replace(shared, **own) if own else shared
