"""JSON read strictly: no key twice, no number that JSON doesn't know, no depth without end; faults have their line."""

import json
import re
from typing import Any

from data.faults import Fault

TWICE = "a key stands in an object once"
NO_NUMBER = "NaN and Infinity are no numbers of JSON"
CONSTANT = re.compile(r"[:\[,]\s*(NaN|-?Infinity)")


class _TwiceError(ValueError):
    pass


class _ConstantError(ValueError):
    pass


def load(body: bytes, file: str, rule_id: str) -> tuple[Any, Fault | None]:
    """What stands in the bytes of a file, or nothing and the first fault."""

    def fault(line: int, value: str, rule: str) -> tuple[None, Fault]:
        return None, Fault(file, line, "", value[:60], rule_id, rule)

    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return fault(body.count(b"\n", 0, error.start) + 1, body[error.start : error.start + 1].hex(), "must be UTF-8")
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant), None
    except json.JSONDecodeError as error:
        what = "the descriptor" if rule_id == "descriptor" else "the file"
        return fault(error.lineno, "", f"{what} is not JSON: {error.msg}, column {error.colno}")
    except _TwiceError as error:
        return fault(_line_of_second(text, str(error)), str(error), TWICE)
    except _ConstantError as error:
        found = CONSTANT.search(text)
        return fault(text.count("\n", 0, found.start(1)) + 1 if found else 0, str(error), NO_NUMBER)
    except (RecursionError, ValueError) as error:
        return fault(0, type(error).__name__, "the file is nested too deep or has a number that is too long")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    one = dict(pairs)
    if len(one) < len(pairs):
        seen: set[str] = set()
        raise _TwiceError(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
    return one


def _no_constant(name: str) -> None:
    raise _ConstantError(name)


def _line_of_second(text: str, key: str) -> int:
    """Line on which a key stands for the second time in one object; 0 where that can't be told.

    Objects are followed by their brackets; a string is skipped as a whole."""
    open_objects: list[set[str]] = []
    for token in re.finditer(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]', text):
        if token[0] == "{":
            open_objects.append(set())
        elif token[0] == "}" and open_objects:
            open_objects.pop()
        elif token[2] and open_objects:
            if token[1] == key and key in open_objects[-1]:
                return text.count("\n", 0, token.start()) + 1
            open_objects[-1].add(token[1])
    return 0
