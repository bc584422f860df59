"""People sought against the rows of lists: the true rows come first, few enough to be read, each proposed once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation
from tests.casework.conftest import Desk

from homeward.casework import list_index, matching
from homeward.casework.actions.links import judge_link
from homeward.casework.actions.lists import take_in_list
from homeward.casework.actions.match import propose_links
from homeward.casework.actions.people import add_name_form
from homeward.casework.list_index import index_of, names_folder
from homeward.casework.matching import MOST_CANDIDATES, echo_of, record_of, search_terms, spotter_for
from homeward.casework.models import AuditEvent, Direction, ItemLink, List, Role, Searched
from homeward.casework.queries.echoes import echo_notes
from homeward.errors import NotAllowedError
from homeward.records import NameKind, PartialDate, Verdict, WrittenName

RUSSIAN = """№;ФИО;Дата рождения
1;Тарасенков Олег Иванович;12.03.1971
2;Веласкин Марко Антонович;02.04.1990
3;Веласкин Пётр Сергеевич;1955
4;Мелкасар Дорин;1950
5;Тамаревич Илька;30.11.1985
"""
OURS = "Full name,Father's name,Date of birth\nMarko Velaskin,Anton,1990-04-02\nIlka Tamorevic,Bruno,1985-11-30\n"


def take_in(desk: Desk, text: str, *, direction: Direction = Direction.IN, name: str = "list.csv") -> List:
    return take_in_list(
        desk.worker, desk.case, (name, text.encode()), title="Register", author=desk.party(), direction=direction
    ).list


def marko(desk: Desk):  # type: ignore[no-untyped-def]
    return desk.person("Marko Velaskin", birth=PartialDate("1990-04-02"), father_name="Anton")


def test_a_person_is_found_in_another_script_before_the_namesake(desk: Desk) -> None:
    person, stored = marko(desk), take_in(desk, RUSSIAN)
    assert propose_links(desk.worker, desk.case) >= 1
    links = list(ItemLink.objects.filter(person=person).order_by("-probability"))
    assert links[0].item.name == "Веласкин Марко Антонович"
    assert links[0].item.list == stored
    assert links[0].probability >= 0.7
    assert all(isinstance(reason, str) and reason for link in links for reason in link.reasons)
    assert all(link.probability < links[0].probability - 0.2 for link in links[1:])
    assert not any("Мелкасар" in link.item.name or "Тарасенков" in link.item.name for link in links)
    assert links[0].engine.startswith("homeward.names ")


def test_what_was_proposed_is_not_proposed_again(desk: Desk) -> None:
    marko(desk)
    take_in(desk, RUSSIAN)
    first = propose_links(desk.worker, desk.case)
    stored, events = ItemLink.objects.count(), AuditEvent.objects.count()
    assert first == stored
    assert propose_links(desk.worker, desk.case) == 0
    assert (ItemLink.objects.count(), AuditEvent.objects.count()) == (stored, events)


def test_a_search_that_finds_nobody_is_kept_with_its_day(desk: Desk) -> None:
    person, stored = marko(desk), take_in(desk, "Name\nOleg Tarasenkov\n")
    assert propose_links(desk.worker, desk.case) == 0
    (search,) = Searched.objects.all()
    assert (search.list, search.person, search.best) == (stored, person, None)
    events = AuditEvent.objects.count()
    assert propose_links(desk.worker, desk.case) == 0
    assert (Searched.objects.count(), AuditEvent.objects.count()) == (1, events)


def test_a_person_of_whom_more_is_known_is_searched_for_again(desk: Desk) -> None:
    person = marko(desk)
    take_in(desk, "Name\nOleg Tarasenkov\n")
    assert propose_links(desk.worker, desk.case) == 0
    add_name_form(desk.chief, person, WrittenName("Oleg Tarasenkov", NameKind.ALIAS))
    assert propose_links(desk.worker, desk.case) == 1
    assert Searched.objects.count() == 2


def test_a_search_broken_off_goes_on_with_who_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    marko(desk)
    desk.person("Ilka Tamorevic")
    take_in(desk, RUSSIAN)
    whole, asked = matching.candidate_rows, []

    def killed_at_the_second(record, stored):  # type: ignore[no-untyped-def]
        asked.append(record.key)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return whole(record, stored)

    monkeypatch.setattr(matching, "candidate_rows", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        propose_links(desk.worker, desk.case)
    assert propose_links(desk.worker, desk.case) >= 1
    assert asked == [asked[0], asked[1], asked[1]]
    assert {link.item.name for link in ItemLink.objects.all()} >= {"Веласкин Марко Антонович", "Тамаревич Илька"}


def test_a_row_judged_in_the_version_before_says_so_and_waits(desk: Desk) -> None:
    person, old = marko(desk), take_in(desk, RUSSIAN)
    propose_links(desk.worker, desk.case)
    judged = ItemLink.objects.get(item__list=old, item__name="Веласкин Марко Антонович")
    judge_link(desk.worker, judged, Verdict.DIFFERENT, "another father's name")
    text = RUSSIAN.replace("3;Веласкин Пётр Сергеевич", "3;Веласкин Марко Петрович")
    text = text.replace("1;Тарасенков Олег Иванович;12.03.1971\n", "").replace("2;Веласкин", "1;Веласкин")
    new = take_in_list(
        desk.worker, desk.case, ("new.csv", text.encode()), title="Register", author=desk.party(),
        direction=Direction.IN, follows=old,
    ).list  # fmt: skip
    propose_links(desk.worker, desk.case)
    links = {link.item.name: link for link in ItemLink.objects.filter(item__list=new, person=person)}
    reasons = links["Веласкин Марко Антонович"].reasons
    assert reasons[0].startswith("the row is unchanged and was judged “different” in the version before, L")
    assert f"(K{judged.pk}, by caseworker, on " in reasons[0]
    assert len(reasons) > 1
    assert not links["Веласкин Марко Антонович"].judgements.exists()
    assert "version before" not in str(links["Веласкин Марко Петрович"].reasons)


def test_nobody_is_judged_by_the_program(desk: Desk) -> None:
    marko(desk)
    take_in(desk, RUSSIAN)
    propose_links(desk.worker, desk.case)
    assert not any(link.judgements.exists() for link in ItemLink.objects.all())


def test_our_own_list_and_a_list_not_whole_are_not_searched(desk: Desk) -> None:
    marko(desk)
    take_in(desk, OURS, direction=Direction.OUT)
    half = take_in(desk, RUSSIAN)
    List.objects.filter(pk=half.pk).update(arrived_at=None)
    assert propose_links(desk.worker, desk.case) == 0


def test_a_list_of_namesakes_stays_readable(desk: Desk) -> None:
    marko(desk)
    take_in(desk, "Name\n" + "".join("Marko Velaskin\n" for _ in range(40)))
    propose_links(desk.worker, desk.case)
    assert 0 < ItemLink.objects.count() <= MOST_CANDIDATES


def test_a_shared_given_name_alone_is_no_candidate(desk: Desk) -> None:
    marko(desk)
    take_in(desk, "Name\nMarko Brandov\nMarko Arendel\nMarko Ozmar\n")
    assert propose_links(desk.worker, desk.case) == 0


def test_a_birth_year_far_off_speaks_against(desk: Desk) -> None:
    person = marko(desk)
    take_in(desk, "Name,Date of birth\nMarko Velaskin,1990-04-02\nMarko Velaskin,1941-01-01\n")
    propose_links(desk.worker, desk.case)
    links = {link.item.ordinal: link.probability for link in ItemLink.objects.filter(person=person)}
    assert links[1] > links.get(2, 0.0) + 0.2


def test_only_who_may_judge_looks_for_candidates(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        propose_links(desk.users[Role.READER], desk.case)


# --- people -------------------------------------------------------------------------------------------------------


def test_a_person_is_compared_under_whole_names_first(desk: Desk) -> None:
    from homeward.casework.actions.people import add_person

    person = add_person(
        desk.chief,
        desk.case,
        names=[WrittenName("Anton", NameKind.FATHER), WrittenName("Marko Velaskin")],
        nationalities=["FR"],
    )
    record = record_of(person)
    assert record.name == "Marko Velaskin"
    assert record.nationalities == ("FR",)


def test_the_spotter_knows_new_names_at_once(desk: Desk) -> None:
    desk.person()
    text = "It was Sael Brandov who wrote."
    assert not spotter_for(desk.worker, desk.case).spot(text)
    person = desk.person("Sael Brandov")
    assert {s.key for s in spotter_for(desk.worker, desk.case).spot(text)} == {str(person.pk)}


def test_search_terms_are_every_whole_name_and_group(desk: Desk) -> None:
    desk.person(group_terms=["the captives"])
    assert search_terms(desk.worker, desk.case) == [
        {"script": "Latn", "term": "Marko Velaskin"},
        {"script": "Cyrl", "term": "Марко Веласкин"},
        {"script": "", "term": "the captives"},
    ]


# --- echoes -------------------------------------------------------------------------------------------------------


def test_our_own_list_coming_back_in_another_script_is_an_echo(desk: Desk) -> None:
    ours = take_in(desk, OURS, direction=Direction.OUT)
    theirs = take_in(desk, "ФИО;Дата рождения\nТаморевич Илька;1985\nВеласкин Марко;1990\n", name="theirs.csv")
    report = echo_of(theirs)
    assert report.is_echo
    assert (report.ours, report.rows, report.matched, report.news) == (ours, 2, 2, ())
    assert f"2 of its 2 rows are names of our own list L{ours.pk}" in report.note


def test_what_is_remembered_of_an_echo_is_said_to_each_in_their_own_language(desk: Desk) -> None:
    ours = take_in(desk, OURS, direction=Direction.OUT)
    theirs = take_in(desk, "ФИО;Дата рождения\nТаморевич Илька;1985\nВеласкин Марко;1990\n", name="theirs.csv")
    counts = {ours.pk: 2, theirs.pk: 2}
    with translation.override("ru"):
        assert "Эхо" in echo_notes([theirs], counts, [ours])[theirs.pk]
    assert echo_notes([theirs], counts, [ours])[theirs.pk].startswith("Echo: 2 of its 2 rows")


def test_a_list_that_says_where_our_people_are_is_news(desk: Desk) -> None:
    take_in(desk, OURS, direction=Direction.OUT)
    answer = "Full name,Place of detention\nMarko Velaskin,camp 4\nIlka Tamorevic,camp 4\n"
    report = echo_of(take_in(desk, answer, name="answer.csv"))
    assert (report.is_echo, report.matched, report.news, report.note) == (False, 2, ("place_of_holding",), "")


def test_a_list_of_other_people_or_of_many_more_is_no_echo(desk: Desk) -> None:
    take_in(desk, OURS, direction=Direction.OUT)
    assert not echo_of(take_in(desk, "Name\nSael Brandov\nDorin Melkasar\n", name="others.csv")).is_echo
    assert not echo_of(take_in(desk, RUSSIAN, name="register.csv")).is_echo


def test_our_own_list_is_no_echo_of_itself(desk: Desk) -> None:
    assert not echo_of(take_in(desk, OURS, direction=Direction.OUT)).is_echo


# --- saved indexes ------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(list_index, "names_folder", lambda: tmp_path / "case.db.names")
    monkeypatch.setattr(list_index, "_opened", type(list_index._opened)())
    return tmp_path / "case.db.names"


def forget_what_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_index, "_opened", type(list_index._opened)())


def indexes_in(folder: Path) -> list[str]:
    """What lies there beside the file by which builders take turns."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".building")


def test_an_index_is_saved_beside_the_case_file_and_opened_again(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = take_in(desk, RUSSIAN)
    assert indexes_in(folder) == [f"list-{stored.pk}"]
    assert folder.stat().st_mode & 0o077 == 0
    forget_what_is_open(monkeypatch)
    monkeypatch.setattr(list_index, "_build", lambda *_: pytest.fail("built although a saved one fits"))
    assert index_of(stored).search("Marko Velaskin", k=1)[0].text == "Веласкин Марко Антонович"


def test_an_index_that_is_missing_or_damaged_is_made_again(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = take_in(desk, RUSSIAN)
    saved = [path for path in (folder / f"list-{stored.pk}").rglob("*") if path.is_file()]
    assert len(saved) > 3
    for path in saved:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        forget_what_is_open(monkeypatch)
        assert index_of(stored).search("Marko Velaskin", k=1)[0].text == "Веласкин Марко Антонович", path.name
    assert indexes_in(folder) == [f"list-{stored.pk}"]


def test_a_long_list_is_searched_in_all_its_parts(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_index, "SHARD_NAMES", 2)
    stored = take_in(desk, RUSSIAN)
    forget_what_is_open(monkeypatch)
    index = index_of(stored)
    assert len(index.shards) == 3
    for item in stored.items.all():
        assert int(index.search(item.name, k=1)[0].key) == item.pk


def test_an_index_of_another_case_file_at_the_same_path_is_not_used(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = take_in(desk, RUSSIAN)
    other = take_in(desk, OURS)
    (folder / f"list-{stored.pk}").rename(folder / "aside")
    (folder / f"list-{other.pk}").rename(folder / f"list-{stored.pk}")
    (folder / "aside").rename(folder / f"list-{other.pk}")
    forget_what_is_open(monkeypatch)
    assert index_of(other).search("Ilka Tamorevic", k=1)[0].text == "Ilka Tamorevic"


def test_a_folder_that_cannot_be_written_is_no_obstacle(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setattr(list_index, "names_folder", lambda: tmp_path / "a file" / "names")
    stored = take_in(desk, RUSSIAN)
    assert index_of(stored).search("Marko Velaskin", k=1)[0].text == "Веласкин Марко Антонович"


def test_a_case_file_in_memory_keeps_its_indexes_in_a_folder_of_the_process(desk: Desk) -> None:
    assert names_folder().is_dir()
    assert names_folder() == names_folder()
