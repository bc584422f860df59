"""Every act that anything in the program writes into the audit has words, and so have the kinds of things."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import translation

import homeward
from homeward.casework.audit_words import ACTS, DETAILS, KINDS, act_words, detail_words, kind_words

SOURCE = Path(homeward.__file__).parent
_WRITERS = {"append", "note_read"}


class Acts:
    """The acts that the code writes: strings as they stand, followed back through names and arguments."""

    def __init__(self, *texts: str) -> None:
        trees = [ast.parse(text) for text in texts]
        self.calls: dict[str, list[tuple[ast.Call, tuple[ast.AST, ...]]]] = defaultdict(list)
        self.constants: dict[str, list[tuple[ast.Module, ast.expr]]] = defaultdict(list)
        for tree in trees:
            for statement in tree.body:
                self._keep_constant(statement, tree)
            self._walk(tree, (tree,))

    def _keep_constant(self, statement: ast.stmt, module: ast.Module) -> None:
        if not isinstance(statement, ast.Assign):
            return
        for target in statement.targets:
            pairs = [(target, statement.value)]
            if isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
                pairs = list(zip(target.elts, statement.value.elts, strict=True))
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    self.constants[name.id].append((module, value))

    def _walk(self, node: ast.AST, within: tuple[ast.AST, ...]) -> None:
        if isinstance(node, ast.FunctionDef):
            within = (*within, node)
        if isinstance(node, ast.Call):
            named = node.func
            called = (
                named.attr if isinstance(named, ast.Attribute) else named.id if isinstance(named, ast.Name) else ""
            )
            owner = named.value.id if isinstance(named, ast.Attribute) and isinstance(named.value, ast.Name) else ""
            self.calls[f"audit.{called}" if owner == "audit" and called in _WRITERS else called].append(
                (node, within)
            )
        for child in ast.iter_child_nodes(node):
            self._walk(child, within)

    def written(self) -> set[str]:
        """Every act; fails where one cannot be found out from the code."""
        found: set[str] = set()
        for writer in _WRITERS:
            for call, within in self.calls[f"audit.{writer}"]:
                found |= set(self._values(call.args[1], within))
        return found

    def _values(self, value: ast.expr, within: tuple[ast.AST, ...]) -> Iterator[str]:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value
        elif isinstance(value, ast.IfExp):
            yield from self._values(value.body, within)
            yield from self._values(value.orelse, within)
        elif isinstance(value, ast.Name):
            yield from self._of_name(value.id, within)
        else:
            raise AssertionError(f"an act that cannot be found out: {ast.unparse(value)}")

    def _of_name(self, name: str, within: tuple[ast.AST, ...]) -> Iterator[str]:
        for function in reversed(within):
            if not isinstance(function, ast.FunctionDef):
                continue
            for inner in ast.walk(function):
                if isinstance(inner, ast.Assign) and any(ast.unparse(t) == name for t in inner.targets):
                    yield from self._values(inner.value, within)
                    return
                if isinstance(inner, ast.For) and ast.unparse(inner.target) == name:
                    assert isinstance(inner.iter, ast.Tuple)
                    for one in inner.iter.elts:
                        yield from self._values(one, within)
                    return
            places = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
            if name in places or name in [argument.arg for argument in function.args.kwonlyargs]:
                yield from self._of_argument(function, name, places, within[0])
                return
        own = [value for module, value in self.constants[name] if module is within[0]]
        values = own or [value for _, value in self.constants[name] if not name.startswith("_")]
        assert values, f"an act that cannot be found out: {name}"
        for value in values:
            yield from self._values(value, within[:1])

    def _of_argument(self, function: ast.FunctionDef, name: str, places: list[str], module: ast.AST) -> Iterator[str]:
        defaults = dict(zip(reversed(places), reversed(function.args.defaults), strict=False))
        defaults |= {
            argument.arg: default
            for argument, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
            if default is not None
        }
        for call, within in self.calls[function.name]:
            if function.name.startswith("_") and within[0] is not module:
                continue  # another one of that name
            given = [keyword.value for keyword in call.keywords if keyword.arg == name]
            if not given and name in places and len(call.args) > places.index(name):
                given = [call.args[places.index(name)]]
            given = given or [defaults[name]]
            yield from self._values(given[0], within)


def _code() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))]


def test_every_act_that_is_written_has_words_and_no_words_are_left_over():
    written = Acts(*_code()).written()
    assert len(written) > 130
    assert written - set(ACTS) == set()
    assert set(ACTS) - written == set()


def test_an_act_is_followed_through_names_and_arguments():
    code = """
FIRST, OTHER = "a", "b"
def note(user, act, *, more="c"):
    audit.append(user, act)
    audit.note_read(user, more)
def acts(user, closed):
    told = "d" if closed else "e"
    audit.append(user, told)
    audit.append(user, OTHER)
    for one in ("f", "g"):
        audit.append(user, one)
    note(user, "h")
    note(user, "i", more="j")
"""
    assert Acts(code).written() == set("bcdefghij")
    with pytest.raises(AssertionError, match="cannot be found out"):
        Acts("def act(user): audit.append(user, name())").written()


def test_every_kind_of_thing_has_words():
    assert set(KINDS) == {model._meta.model_name for model in apps.get_app_config("casework").get_models()}


def test_every_detail_that_an_act_names_in_the_code_has_words():
    named = set()
    for text in _code():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.keyword) and node.arg == "detail" and isinstance(node.value, ast.Dict):
                named |= {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
    assert len(named) > 30
    assert named - set(DETAILS) == set()


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_words_of_acts_differ_so_that_none_is_taken_for_another(language):
    with translation.override(language):
        told = [act_words(act) for act in ACTS]
    assert len(set(told)) == len(told), sorted(word for word in told if told.count(word) > 1)


def test_a_code_of_another_version_is_shown_as_it_stands():
    assert (act_words("weigh_anchor"), kind_words("anchor"), detail_words("depth")) == (
        "weigh_anchor",
        "anchor",
        "depth",
    )
