"""What holds for every module of the house, whatever it is about."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for name in ("data", "geo", "components") for path in (ROOT / name).rglob("*.py"))


def frames_returned() -> list[tuple[str, str]]:
    """Public functions that return a frame, with what they say of it."""
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if is_public and node.returns and "DataFrame" in ast.unparse(node.returns):
                found.append((f"{path.relative_to(ROOT)}:{node.name}", ast.get_docstring(node) or ""))
    return found


@pytest.mark.parametrize(("function", "said"), frames_returned())
def test_function_that_returns_a_frame_names_its_columns(function, said):
    names_them = re.search(r"COLUMNS|[Cc]olumns:? [a-z]|`[a-z_]+`|[Cc]olumns as|as columns", said)
    assert names_them, function


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_read_in_one_sitting(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= 250
    assert lines <= 80 or path.parent.name != "pages"
