"""The names of sought people are found by a whole name and by its first letters, however they came in."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.casework.conftest import Desk

from homeward.casework import name_upkeep, people_names
from homeward.casework.actions.cases import restrict
from homeward.casework.actions.people import add_name_form
from homeward.casework.document_terms import latin_letters
from homeward.casework.find import find, find_as_typed
from homeward.casework.list_index import names_folder
from homeward.casework.models import Case, Classification, NameForm, Person, User
from homeward.casework.name_letters import Letters, folded_words, forms_beginning, letters_of
from homeward.casework.people_names import forget, names_of_people, put_in_order
from homeward.names import Index, compare
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


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_names, "PART_NAMES", (16, 4))
    monkeypatch.setattr(people_names, "_LOOK_AGAIN_SECONDS", 0.0)


@pytest.fixture
def builder() -> Iterator[list[str]]:
    """Somebody is hired to build, who notes that they were asked, and does nothing."""
    asked: list[str] = []

    def build() -> bool:
        asked.append("asked")
        return True

    name_upkeep.hire(build)
    yield asked
    name_upkeep.dismiss()


def saved_parts(case: Case) -> list[str]:
    return sorted(path.name.rpartition("-")[0] for path in (names_folder() / f"people-{case.pk}").glob("part-*"))


@pytest.mark.usefixtures("small_parts")
def test_saved_parts_are_opened_again_and_made_anew_when_damaged(desk: Desk) -> None:
    named(desk.case, desk.chief, [f"{given} {family}" for given in GIVEN[:3] for family in FAMILY[:3]])
    folder = names_folder() / f"people-{desk.case.pk}"
    shutil.rmtree(folder, ignore_errors=True)
    for _ in range(3):
        forget()
        names = names_of_people(desk.case)
        assert (len(names.parts), len(names.rest)) == (2, 1)
        found = [NameForm.objects.get(pk=pk).text for pk in names.likely("Dorin Melkasar", most=3)]
        assert found[0] == "Dorin Melkasar"
        assert saved_parts(desk.case) == ["part-000000000-4", "part-000000004-4"]
        for file in folder.rglob("*"):
            if file.is_file():
                file.write_bytes(b"spoilt")


@pytest.mark.usefixtures("small_parts")
def test_however_the_names_are_cut_the_same_are_found(desk: Desk) -> None:
    """The plain version: all names in one index in memory, all beginnings in one sorted table."""
    shutil.rmtree(names_folder() / f"people-{desk.case.pk}", ignore_errors=True)
    wanted = [f"{given} {family}" for given in GIVEN for family in FAMILY[:5]]
    forms: list[NameForm] = []
    for some in (wanted[:3], wanted[3:4], wanted[4:19], wanted[19:40]):
        forms += named(desk.case, desk.chief, some)
        whole = Index.build([(str(form.pk), form.text) for form in forms])
        letters = Letters.build([(form.pk, form.text) for form in forms])
        for afresh in (False, True):
            if afresh:
                forget()
            names = names_of_people(desk.case)
            assert names.waiting == 0
            assert sorted(pk for part in names.all_parts for pk in part.letters.ids) == [form.pk for form in forms]
            for name in ("Marko Velaskin", "Стэпан Рыбаков", "Yasmin Katzir"):
                assert set(names.likely(name, most=3)) >= {int(found.key) for found in whole.search(name, k=1)}
            for begun in ("M", "ma", "Вел", "ро", "ש", "marko v"):
                assert names.beginning(begun, most=99) == forms_beginning([letters], begun, most=99)
    assert saved_parts(desk.case)[-2:] == ["part-000000032-4", "part-000000036-4"]
    put_in_order(desk.case)
    assert saved_parts(desk.case) == [
        "part-000000000-16", "part-000000016-16", "part-000000032-4", "part-000000036-4",
    ]  # fmt: skip


@pytest.mark.usefixtures("small_parts")
def test_a_search_of_a_desk_that_is_served_builds_nothing_large_and_says_what_it_left_out(
    desk: Desk, builder: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(names_folder() / f"people-{desk.case.pk}", ignore_errors=True)
    monkeypatch.setattr(people_names, "_AT_ONCE", 4)
    named(desk.case, desk.chief, [f"{given} {family}" for given in GIVEN[:4] for family in FAMILY[:2]])
    forget()
    for answer in (
        find(desk.worker, desk.case, "Ilka Tamorevic"),
        find_as_typed(desk.worker, desk.case, "Ilka Tamo"),
    ):
        assert answer.unsearched == "8 names of sought people"
    assert find(desk.worker, desk.case, "Ilka Tamorevic").hits == ()
    assert saved_parts(desk.case) == []
    put_in_order(desk.case)  # as the builder does, in a process of its own
    found = find(desk.worker, desk.case, "Ilka Tamorevic")
    assert (found.hits[0].written, found.unsearched) == ("Ilka Tamorevic", "")
    named(desk.case, desk.chief, ["Wolfgang Zeiler"])  # a few more are found at once, whoever builds
    assert find(desk.worker, desk.case, "Wolfgang Zeiler").hits[0].written == "Wolfgang Zeiler"
    for _ in range(200):
        if builder:
            break
        time.sleep(0.05)
    assert builder


@pytest.mark.usefixtures("small_parts")
def test_a_builder_that_can_do_nothing_is_done_without(desk: Desk) -> None:
    shutil.rmtree(names_folder() / f"people-{desk.case.pk}", ignore_errors=True)
    named(desk.case, desk.chief, [f"{given} {family}" for given in GIVEN[:4] for family in FAMILY[:2]])
    forget()
    name_upkeep.hire(lambda: False)
    try:
        name_upkeep.ask()
        for _ in range(200):
            if not name_upkeep.is_at_work():
                break
            time.sleep(0.05)
        assert find(desk.worker, desk.case, "Ilka Tamorevic").hits[0].written == "Ilka Tamorevic"
    finally:
        name_upkeep.dismiss()


@given(
    st.lists(st.text(alphabet="abMR ЖжÉé'ש־-1", max_size=12), max_size=30), st.text(alphabet="abmrжeéש1 ", max_size=4)
)
def test_letters_that_lie_in_arrays_find_what_looking_at_every_word_would(texts: list[str], typed: str) -> None:
    forms = list(enumerate(texts, 1))

    def begun(letters: str, folded: Callable[[str], list[str]]) -> list[int]:
        found = []
        for number, text in forms:
            words = folded(text)
            for place in range(len(words)):
                if letters and " ".join(words[place:]).startswith(letters):
                    found.append((place > 0, " ".join(words), number))
        return [number for _, _, number in sorted(found)]

    def latin_words(text: str) -> list[str]:
        words = folded_words(text)
        latin = [word for word in map(latin_letters, words) if word]
        return latin if latin != words else []

    written = " ".join(folded_words(typed))
    latin = " ".join(filter(None, map(latin_letters, written.split())))
    wanted = [*begun(written, folded_words), *begun(latin, latin_words), *begun(latin, folded_words)]
    pieces = [Letters.build(forms[:7]), Letters.build(forms[7:])]
    assert forms_beginning(pieces, typed, most=99) == list(dict.fromkeys(wanted))


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
