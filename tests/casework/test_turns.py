"""Every act takes its turn before it looks at anything that another act may be changing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward.casework import actions

_FOLDER = Path(actions.__file__).parent

# Each of these takes the turn first of all; of acts within an act the first does.
_TAKE = {"take_turn", "require", "reach", "_require_any", "capture_file", "open_desk"}


def _transactions() -> Iterator[tuple[str, ast.With]]:
    for path in sorted(_FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.With) and "transaction.atomic()" in ast.unparse(node.items[0]):
                yield f"{path.name}:{node.lineno}", node


@pytest.mark.parametrize(
    ("place", "block"), list(_transactions()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_act_takes_its_turn_first(place: str, block: ast.With):
    first = block.body[0]
    called = [node.func for node in ast.walk(first) if isinstance(node, ast.Call)]
    names = {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in called}
    assert names & _TAKE, f"{place} begins with: {ast.unparse(first)}"


def test_there_are_acts_to_walk():
    assert len(list(_transactions())) > 30
