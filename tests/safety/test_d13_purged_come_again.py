"""D13: who was purged does not come in again unnoticed, and no name is kept to see to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.casework.build import CaseFile
from tests.safety.test_d14_purged import a_supervisor, everything_stored, purge

from homeward.casework import staged
from homeward.casework.actions.cases import open_case, restrict
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.lists import preview_list, take_in_list
from homeward.casework.actions.people import add_identifier, add_person, tell_more
from homeward.casework.actions.people_file import take_in_people
from homeward.casework.actions.purges import seek_again
from homeward.casework.fingerprints import KnownAs, Purged
from homeward.casework.models import (
    CameAgain,
    Capture,
    Classification,
    Direction,
    Fingerprint,
    List,
    NameForm,
    Person,
    Role,
    User,
)
from homeward.casework.queries.closing import came_again
from homeward.casework.queries.waiting import waiting_in
from homeward.errors import BadInputError, ConflictError, NotAllowedError
from homeward.records import PartialDate, WrittenIdentifier, WrittenName

pytestmark = pytest.mark.django_db

THEIRS = b"No,Name,Date of birth,Passport\n1,Ilka Tamor,1990,IT-1\n2,QUALTORM Zephrik,1971-04-09,\n"
_1971 = PartialDate.read("1971-04-09")


def purged(file: CaseFile, **more: object) -> str:
    """Somebody is purged; the reference of the placeholder."""
    gone = file.person("Zephrik Qualtorm", "Зефрик Квальторм", external_id="QT-778812", birth=_1971, **more)
    add_identifier(file.user, gone, WrittenIdentifier(kind="passport", value="PP 55-31 07", country="GE"))
    purge(file, gone)
    return f"P{gone.pk}"


def a_caseworker(file: CaseFile) -> User:
    worker = add_user(file.user, "worker")
    grant_role(file.user, worker, Role.CASEWORKER, case=file.case)
    return worker


def added(file: CaseFile, *names: str, user: User | None = None, **told: object) -> Person:
    return add_person(user or file.user, file.case, names=[WrittenName(name) for name in names], **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Somebody Else"], {"external_id": "QT-778812"}),
        (["Somebody Else"], {"external_id": "qt 778812"}),
        (["Somebody Else"], {"identifiers": [WrittenIdentifier("PP553107")]}),
        (["Zephrik Qualtorm"], {"birth": _1971}),
        (["qualtorm, ZEPHRIK"], {"birth": PartialDate.read("1971")}),
        (["Another Form", "Квальторм Зефрик"], {"birth": PartialDate.read("1971/1972")}),
        (["Zephrik Qualtorm"], {}),
        (["Zephrik Qualtorm"], {"birth": PartialDate.read("1970~")}),
    ],
)
def test_d13_the_same_number_or_name_and_birth_stays_out(
    file: CaseFile, names: list[str], told: dict[str, object]
) -> None:
    ref = purged(file)
    with pytest.raises(ConflictError, match=rf"purged from this case: {ref}\b"):
        added(file, *names, **told)
    assert not Person.objects.exists()
    assert not CameAgain.objects.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Zephrik Qualtorm", {"birth": PartialDate.read("1950")}),
        ("Zephrik Tamor", {"birth": _1971}),
        ("Zephrik", {}),
        ("Somebody Else", {"external_id": "QT-778813"}),
    ],
)
def test_d13_others_come_in_as_ever(file: CaseFile, name: str, told: dict[str, object]) -> None:
    purged(file)
    made = added(file, name, **told)
    assert Person.objects.get() == made
    assert not CameAgain.objects.exists()


def test_d13_without_a_year_on_the_purged_side_the_whole_name_is_enough(file: CaseFile) -> None:
    purge(file, file.person("Zephrik Qualtorm"))
    with pytest.raises(ConflictError, match="purged"):
        added(file, "Zephrik Qualtorm", birth=PartialDate.read("1950"))


def test_d13_another_case_knows_nothing_of_it(file: CaseFile) -> None:
    purged(file)
    other = open_case(file.user, "Another search")
    assert add_person(file.user, other, names=[WrittenName("Zephrik Qualtorm")], birth=_1971).case == other


def test_d13_a_supervisor_takes_them_in_and_says_why(file: CaseFile) -> None:
    ref = purged(file)
    worker = a_caseworker(file)
    with pytest.raises(NotAllowedError):
        added(file, "Zephrik Qualtorm", user=worker, birth=_1971, despite="another man")
    made = added(file, "Zephrik Qualtorm", birth=_1971, despite="another man of the name")
    (line,) = came_again(file.user, file.case)
    assert (line.ref, line.like, line.reason) == (f"P{made.pk}", ref, "another man of the name")
    with pytest.raises(ConflictError, match="purged"):
        added(file, "Zephrik Qualtorm", birth=_1971)


def test_d13_a_table_of_people_that_names_them_is_refused_whole_until_a_supervisor_says_why(file: CaseFile) -> None:
    ref = purged(file)
    shown = take_in_people(file.user, file.case, ("ours.csv", THEIRS), preview=True)
    assert [(one.row_number, one.refs) for one in shown.like_purged] == [(3, (ref,))]
    with pytest.raises(ConflictError, match=rf"row 3, like {ref}\.\nTake these rows out"):
        take_in_people(file.user, file.case, ("ours.csv", THEIRS))
    assert not Person.objects.exists()
    assert not Capture.objects.filter(file_name="ours.csv").exists(), "nor are its bytes kept"
    assert "Qualtorm" not in everything_stored()
    taken = take_in_people(file.user, file.case, ("ours.csv", THEIRS), despite="taken anew in May")
    assert taken.created == ("Ilka Tamor", "QUALTORM Zephrik")
    assert CameAgain.objects.get().person == Person.objects.get(name_forms__text="QUALTORM Zephrik")


def test_d13_a_list_that_names_them_is_refused_whole_until_a_supervisor_says_why(file: CaseFile) -> None:
    ref = purged(file)
    wanted = {"title": "Their list", "author": file.party("Coast Movement"), "direction": Direction.IN}
    shown = preview_list(file.user, file.case, ("theirs.csv", THEIRS))
    assert [(one.row_number, one.refs) for one in shown.like_purged] == [(3, (ref,))]
    with pytest.raises(ConflictError, match=f"row 3, like {ref}"):
        take_in_list(file.user, file.case, ("theirs.csv", THEIRS), **wanted)  # type: ignore[arg-type]
    assert not List.objects.exists()
    assert "QUALTORM" not in everything_stored()
    with pytest.raises(NotAllowedError):
        take_in_list(a_caseworker(file), file.case, ("theirs.csv", THEIRS), despite="a namesake", **wanted)  # type: ignore[arg-type]
    taken = take_in_list(file.user, file.case, ("theirs.csv", THEIRS), despite="a namesake", **wanted)  # type: ignore[arg-type]
    (line,) = came_again(file.user, file.case)
    assert (line.ref, line.row, line.like, line.reason) == (f"L{taken.list.pk}", 3, ref, "a namesake")
    again = take_in_list(file.user, file.case, ("theirs.csv", THEIRS), despite="a namesake", **wanted)  # type: ignore[arg-type]
    assert again.already
    assert CameAgain.objects.count() == 1


def test_d13_rows_of_our_own_people_are_not_asked_about(file: CaseFile) -> None:
    purged(file)
    ours = added(file, "Zephrik Qualtorm", birth=_1971, despite="another man of the name")
    taken = take_in_list(
        file.user,
        file.case,
        ("ours.csv", THEIRS),
        title="Ours",
        author=None,
        direction=Direction.OUT,
        people={2: ours},
    )
    assert taken.rows == 2


def test_d13_whoever_may_not_know_of_the_purge_is_refused_nothing_and_who_may_is_told(file: CaseFile) -> None:
    gone = file.person("Zephrik Qualtorm", birth=_1971)
    restrict(file.user, gone, level=Classification.MEDIATOR, reason="asked by the mediator")
    purge(file, gone)
    worker = a_caseworker(file)
    assert preview_list(worker, file.case, ("theirs.csv", THEIRS)).like_purged == ()
    made = added(file, "Zephrik Qualtorm", user=worker, birth=_1971, despite="")
    taken = take_in_list(
        worker, file.case, ("theirs.csv", THEIRS), title="Theirs", author=None, direction=Direction.IN
    )
    told = [(line.ref, line.row, line.reason) for line in came_again(a_supervisor(file), file.case)]
    assert told == [(f"L{taken.list.pk}", 3, ""), (f"P{made.pk}", None, "")]
    plain = add_user(file.user, "plain.supervisor")
    grant_role(file.user, plain, Role.SUPERVISOR, case=file.case)
    assert came_again(plain, file.case) == ()
    today = timezone.localdate()
    for user, number in ((a_supervisor(file), 2), (plain, 0), (worker, 0)):
        assert waiting_in(user, file.case, today).came_again == number
    assert waiting_in(a_supervisor(file), file.case, today + timedelta(days=31)).came_again == 0


def test_d13_what_is_kept_holds_no_name_and_seldom_takes_a_stranger_for_them(file: CaseFile) -> None:
    purged(file)
    told = everything_stored()
    assert [word for word in ("Qualtorm", "Квальторм", "QT-778812", "qt778812", "553107") if word in told] == []
    values = list(Fingerprint.objects.values_list("value", flat=True))
    assert values
    assert max(values) < 2**24
    known = Purged(file.case)
    guessed = sum(bool(known.like(KnownAs((f"Guess No{n}",), (1900 + n % 100,)))) for n in range(20_000))
    assert guessed < 5, "others who share a number by chance are so few that a person can look at each"


def test_d13_two_files_of_the_same_people_have_no_fingerprint_in_common(file: CaseFile) -> None:
    purged(file)
    first = set(Fingerprint.objects.values_list("value", flat=True))
    other = CaseFile(file.user, open_case(file.user, "Another search"))
    purged(other)
    second = set(Fingerprint.objects.values_list("value", flat=True)) - first
    assert len(second) == len(first)


def test_d13_once_they_are_sought_again_they_come_in_as_anybody(file: CaseFile) -> None:
    gone = file.person("Zephrik Qualtorm", birth=_1971)
    made = purge(file, gone)
    with pytest.raises(BadInputError, match="reason"):
        seek_again(file.user, made, reason=" ")
    seek_again(file.user, made, reason="taken anew")
    with pytest.raises(ConflictError, match="already"):
        seek_again(file.user, made, reason="taken anew")
    assert NameForm.objects.filter(person=added(file, "Zephrik Qualtorm", birth=_1971)).count() == 1
    assert not CameAgain.objects.exists()
    purge(file, Person.objects.get())
    with pytest.raises(ConflictError, match="purged"):
        added(file, "Zephrik Qualtorm", birth=_1971)


def test_d13_pages_say_so_and_what_to_do(file: CaseFile, signed_in: Callable[[User], Client]) -> None:
    ref = purged(file)
    told = {
        "kind": "in", "title": "Theirs", "author": "", "publisher": "", "as_of": "", "follows": "", "purpose": "",
        "mapping": {},
    }  # fmt: skip
    kept = staged.stage(file.user, file.case, file_name="theirs.csv", content=THEIRS, told=told)
    page = signed_in(file.user)
    address = reverse("brought", args=[file.case.pk, kept.token])
    body = page.get(address).content.decode()
    assert "Like somebody who was purged" in body
    assert f'href="/person/{ref}"' in body
    refused = page.post(address, {"what": "store"})
    assert refused.status_code == 422
    assert "a supervisor takes it in and says why" in refused.content.decode()
    assert page.post(address, {"what": "store", "despite": "a namesake"}).status_code == 302
    ending = page.get(reverse("ending", args=[file.case.pk])).content.decode()
    assert "Taken in although they are like somebody purged" in ending
    placeholder = page.get(f"/person/{ref}").content.decode()
    assert "a namesake" in placeholder
    number = file.case.purge_requests.get().pk
    assert page.post(reverse("seek_again", args=[number]), {"reason": "their sister asks"}).status_code == 302
    assert "their sister asks" in page.get(f"/person/{ref}").content.decode()
    assert page.get(reverse("seek_again", args=[number])).status_code == 404, "it is said once"


@pytest.mark.parametrize(
    "told",
    [
        {"names": [WrittenName("Zephrik Qualtorm")], "birth": _1971},
        {"names": [WrittenName("Зефрик Квальторм")], "birth": _1971},
        {"identifiers": [WrittenIdentifier("PP553107")]},
    ],
)
def test_d13_somebody_who_is_there_is_not_made_into_who_was_purged_unnoticed(
    file: CaseFile, told: dict[str, object]
) -> None:
    gone = purged(file)
    there = file.person("Somebody Else")
    with pytest.raises(ConflictError, match=gone):
        tell_more(file.user, there, **told)  # type: ignore[arg-type]
    there.refresh_from_db()
    assert (there.name_forms.count(), there.identifiers.count(), there.birth) == (1, 0, None), "all of it or nothing"
    with pytest.raises(NotAllowedError):
        tell_more(a_caseworker(file), there, despite="it is another", **told)  # type: ignore[arg-type]
    tell_more(a_supervisor(file), there, despite="it is another", **told)  # type: ignore[arg-type]
    assert CameAgain.objects.get().reason == "it is another"


def test_d13_the_page_that_completes_somebody_asks_a_supervisor_why(
    file: CaseFile, signed_in: Callable[[User], Client]
) -> None:
    gone = purged(file)
    there = file.person("Somebody Else")
    address, told = f"/person/P{there.pk}/more", {"names": "", "kind": "full", "number": "PP 55-31 07"}
    client = signed_in(a_supervisor(file))
    refused = client.post(address, told)
    assert refused.status_code == 422
    assert gone in refused.content.decode()
    assert 'name="despite"' in refused.content.decode()
    assert client.post(address, told | {"despite": "it is another"}).status_code == 302
    assert there.identifiers.get().value == "PP 55-31 07"
