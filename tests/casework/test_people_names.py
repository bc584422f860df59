"""The names of sought people are found by a whole name and by its first letters, however they came in."""

from __future__ import annotations

import shutil

import pytest
from django.db import transaction
from tests.casework.conftest import Desk

from homeward.casework import people_names
from homeward.casework.actions.cases import restrict
from homeward.casework.actions.people import add_name_form
from homeward.casework.find import find, find_as_typed
from homeward.casework.list_index import names_folder
from homeward.casework.models import Case, Classification, NameForm, Person, User
from homeward.casework.people_names import folded_words, letters_of, names_of_people
from homeward.names import compare
from homeward.records import NameKind, WrittenName

GIVEN = ["Marko", "Ilka", "Dorin", "Степан", "שירה", "طارق", "Yasmin", "Tomer"]
FAMILY = ["Velaskin", "Tamorevic", "Melkasar", "Рыбаков", "קציר", "البرغش", "Barghash", "Vaknin"]


def named(case: Case, user: User, names: list[str]) -> list[NameForm]:
    people = Person.objects.bulk_create(Person(case=case, entered_by=user) for _ in names)
    return NameForm.objects.bulk_create(
        NameForm(person=person, text=name, entered_by=user) for person, name in zip(people, names, strict=True)
    )


def surest(desk: Desk, name: str) -> set[tuple[str, float]]:
    """The plain version: every form compared in full."""
    forms = NameForm.objects.filter(person__case=desk.case)
    compared = [(form.text, compare(name, form.text).probability) for form in forms]
    best = max(probability for _, probability in compared)
    return {one for one in compared if one[1] == best}


def test_the_surest_hit_is_the_one_that_comparing_every_name_would_give(desk: Desk) -> None:
    named(desk.case, desk.chief, [f"{given} {family}" for given in GIVEN for family in FAMILY])
    for name in (
        "Marko Velaskin",
        "Марко Веласкин",
        "Stepan Rybakov",
        "Shira Katzir",
        "Tarik al-Barghash",
        "Vaknin Tomer",
    ):
        hit = find(desk.worker, desk.case, name).hits[0]
        assert (hit.written, hit.probability) in surest(desk, name)


def test_in_a_case_of_few_names_nobody_is_passed_over_whatever_the_index_says(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(desk.case, desk.chief, ["Anna Maria Kovalchuk", *(f"{given} Melkasar" for given in GIVEN)])
    monkeypatch.setattr(people_names.PeopleNames, "likely", lambda *_, **__: [])
    hit = find(desk.worker, desk.case, "Annamaria Kovalchuk").hits[0]
    assert hit.written == "Anna Maria Kovalchuk" and hit.probability > 0.5
    monkeypatch.setattr("homeward.casework.find._FORMS_COMPARED", 5)
    assert find(desk.worker, desk.case, "Annamaria Kovalchuk").hits == ()


def test_a_name_is_found_as_soon_as_it_is_added(desk: Desk) -> None:
    person = desk.person("Marko Velaskin")
    assert find(desk.worker, desk.case, "Wolfgang Zeiler").hits == ()
    for number in range(people_names._ADDITIONS + 2):
        add_name_form(desk.worker, person, WrittenName(f"Wolfgang Zeiler {number}", NameKind.ALIAS))
        assert any(hit.ref == f"P{person.pk}" for hit in find(desk.worker, desk.case, "Wolfgang Zeiler").hits)


def test_saved_parts_are_opened_again_and_made_anew_when_damaged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_names, "PART_NAMES", 4)
    named(desk.case, desk.chief, [f"{given} {family}" for given in GIVEN[:3] for family in FAMILY[:3]])
    folder = names_folder() / f"people-{desk.case.pk}"
    shutil.rmtree(folder, ignore_errors=True)
    for _ in range(3):
        people_names._held.clear()
        names = names_of_people(desk.case)
        assert (len(names.parts), len(names.rest_forms)) == (2, 1)
        found = [NameForm.objects.get(pk=pk).text for pk in names.likely("Dorin Melkasar", most=3)]
        assert found[0] == "Dorin Melkasar"
        saved = sorted(path.name for path in folder.iterdir())
        assert [name[:9] for name in saved] == ["part-0000", "part-0001"]
        for file in folder.rglob("*"):
            if file.is_file():
                file.write_bytes(b"spoilt")


def test_names_of_another_case_file_in_the_same_place_are_not_taken_for_these(desk: Desk) -> None:
    point = transaction.savepoint()
    (form,) = named(desk.case, desk.chief, ["Marko Velaskin"])
    held = names_of_people(desk.case)
    assert held is names_of_people(desk.case)
    assert held.beginning("Marko", most=9) == [form.pk]
    transaction.savepoint_rollback(point)  # as if a backup had been put in its place
    again = named(desk.case, desk.chief, ["Ilka Tamorevic"])[0]
    assert names_of_people(desk.case).beginning("Ilka", most=9) == [again.pk]
    assert names_of_people(desk.case).beginning("Marko", most=9) == []


def test_letters_find_the_names_that_begin_so_in_any_script(desk: Desk) -> None:
    forms = named(
        desk.case, desk.chief, ["Ilka Mari", "Marko Velaskin", "Марта Рыбаков", "Émile Tamorevic", "מרים קציר"]
    )
    texts = {form.pk: form.text for form in forms}
    names = names_of_people(desk.case)

    def begun(letters: str) -> list[str]:
        return [texts[pk] for pk in names.beginning(letters, most=9)]

    assert begun("Mar") == ["Marko Velaskin", "Ilka Mari", "Марта Рыбаков"]
    assert begun("мар")[0] == "Марта Рыбаков"
    assert set(begun("мар")) == {"Marko Velaskin", "Ilka Mari", "Марта Рыбаков"}
    assert begun("emi") == ["Émile Tamorevic"]
    assert begun("מר")[0] == "מרים קציר"
    assert begun("marko vel") == ["Marko Velaskin"]
    assert begun("") == begun("?!") == []


def test_a_syllable_is_more_than_a_letter() -> None:
    assert [letters_of(text) for text in ("Ma", "Mar", "김철", "王明", "م", "Ma-ri")] == [2, 3, 4, 4, 1, 4]
    assert folded_words("O’Neil, Émile") == ["oneil", "emile"]


@pytest.mark.parametrize("typed", ["Mar", "Marko Velas", "Marko Velaskin", "Марко"])
def test_what_the_user_may_not_see_is_not_shown_while_typing(desk: Desk, typed: str) -> None:
    hidden, seen = desk.person(), desk.person("Marko Velaskin the younger")
    restrict(desk.chief, hidden, level=Classification.CONFIDENTIAL, reason="a source is in danger")
    assert {name.ref for name in find_as_typed(desk.worker, desk.case, typed).people} == {f"P{seen.pk}"}
    assert find_as_typed(desk.worker, desk.case, typed).few_letters == (typed == "Mar")


def test_hidden_namesakes_do_not_take_the_place_of_those_that_may_be_seen(desk: Desk) -> None:
    hidden = named(desk.case, desk.chief, ["Marko Velaskin"] * 70)
    seen = named(desk.case, desk.chief, ["Marco Velasquin"])[0]
    for form in hidden:
        restrict(desk.chief, form.person, level=Classification.CONFIDENTIAL, reason="a source is in danger")
    assert [hit.ref for hit in find(desk.worker, desk.case, "Marko Velaskin").hits] == [f"P{seen.person_id}"]


def test_a_few_letters_find_who_begins_so_on_the_whole_page_too(desk: Desk) -> None:
    person = desk.person()
    found = find(desk.worker, desk.case, "Mar")
    assert [name.ref for name in found.beginning] == [f"P{person.pk}"]
    assert find(desk.worker, desk.case, "Marko").beginning == ()
