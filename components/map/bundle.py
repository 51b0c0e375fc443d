"""The map's own modules as one file: a browser that asks for two dozen waits for two dozen answers.

Each module becomes a function that is called once, in the order of the imports, and returns what it exports. Read is
the one style our modules keep to: `import { a, b as c } from "./x.js";`, `export const a = ...`, `export { a } from
"./x.js";`, each starting a line of its own. Anything else is refused, so that no wrong bundle can come of it."""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{ (\w+(?:, \w+)*) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


class UnreadModule(ValueError):
    """A module has an import or export that is not written in the style we keep to."""


def _scope(name: str) -> str:
    return f"module_{name}"


def _destructured(names: str) -> str:
    return ", ".join(one.replace(" as ", ": ") for one in names.split(", "))


def _takes(source: str) -> list[tuple[str, str]]:
    """What a module takes from others: names and where from."""
    return [*_IMPORT.findall(source), *_PASSED_ON.findall(source)]


def _exports(source: str) -> str:
    passed_on = [names for names, _ in _PASSED_ON.findall(source)]
    return f"{{ {', '.join([*_EXPORT.findall(source), *passed_on])} }}"


def _function(name: str, source: str) -> str:
    """One module as a function that is called at once."""
    body = _IMPORT.sub(lambda m: f"const {{ {_destructured(m[1])} }} = {_scope(m[2])};\n", source)
    body = _PASSED_ON.sub(lambda m: f"const {{ {m[1]} }} = {_scope(m[2])};\n", body)
    body = _EXPORT.sub("", body)
    left = _LEFT.search(body)
    if left:
        raise UnreadModule(f"{name}.js: {left[0].strip()}")
    return f"const {_scope(name)} = (() => {{\n{body}return {_exports(source)};\n}})();\n"


def bundle(sources: Mapping[str, str], entry: str) -> str:
    """The modules (text by name, without ending) as one; it exports what the module `entry` does.

    Raises UnreadModule, KeyError for a module that is not there, and graphlib.CycleError for imports in a circle."""
    needs = {name: sorted({one for _, one in _takes(text)}) for name, text in sorted(sources.items())}
    order = list(TopologicalSorter(needs).static_order())
    parts = [_function(name, sources[name]) for name in order]
    return "".join(parts) + f"export const {_exports(sources[entry])} = {_scope(entry)};\n"
