"""The tables of names: read in bulk they say of every form what reading them line by line says."""

from collections import defaultdict
from dataclasses import dataclass, field

from homeward.names.normalize import fold
from homeward.names.tables import UNUSUAL, Known, Listed, _listed, compile_tables, known, lines_with, read_lines


@dataclass
class Said:
    """What the lines say of a form, one after the other."""

    identities: set[str] = field(default_factory=set)
    cognates: set[str] = field(default_factory=set)
    fulls: set[str] = field(default_factory=set)
    shorts: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    one_in: int = UNUSUAL


def line_by_line() -> dict[str, Said]:
    """The plain way."""
    said: dict[str, Said] = defaultdict(Said)
    for kind, share, spellings, *others in read_lines("given.tsv") + read_lines("family.tsv"):
        forms = [fold(form) for form in spellings.split()]
        name = f"{forms[0]}/{kind}"
        for form in forms:
            said[form].identities.add(name)
            said[form].kinds.add(kind)
            said[form].one_in = min(said[form].one_in, int(share))
        for form in (*forms, *(fold(form) for cell in others[:1] for form in cell.split())):
            said[form].cognates.add(name)
    for number, (_, whole, short) in enumerate(read_lines("pet.tsv")):
        for form in whole.split():
            said[fold(form)].fulls.add(str(number))
        for form in short.split():
            said[fold(form)].shorts.add(str(number))
    return {form: one for form, one in said.items() if form}


def test_every_form_is_known_for_what_the_lines_say() -> None:
    said = line_by_line()
    assert len(said) > 10_000
    for form, one in said.items():
        assert known(form) == Known(
            frozenset(one.identities),
            frozenset(one.cognates),
            frozenset(one.fulls),
            frozenset(one.shorts),
            frozenset(one.kinds),
            one.one_in,
        ), form


def test_the_tables_that_come_compiled_are_those_of_the_lines() -> None:
    """Where this fails a table was edited: `python -m training.names.listed` compiles them again."""
    there, here = _listed(), Listed(compile_tables())
    assert there.__dict__ == here.__dict__


def test_parts_that_stand_in_no_common_line_have_no_name_in_common() -> None:
    """No two lines begin with one form of one kind."""
    names: dict[str, set[int]] = defaultdict(set)
    shorts: dict[str, set[int]] = defaultdict(set)
    for form, one in line_by_line().items():
        lines = set(lines_with(form))
        assert len(lines) >= len(one.cognates | one.fulls | one.shorts), form
        for name in one.cognates:
            names[name] = names[name] & lines if names[name] else lines
        for pet in one.fulls | one.shorts:
            shorts[pet] = shorts[pet] & lines if shorts[pet] else lines
    assert all(names.values())
    assert all(shorts.values())


def test_what_is_in_no_line_is_not_known() -> None:
    assert known("Qwxzv") is None
    assert known("") is None
    assert known("-") is None
    assert lines_with("qwxzv") == frozenset()
