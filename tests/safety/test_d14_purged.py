"""D14: what is kept is looked through; what is purged is nowhere any more, and a placeholder stays."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from tests.casework.build import CaseFile

from homeward.casework import append_only, audit, evidence, list_index, people_names, queries
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.closing import close, keep, open_again, set_rule
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.actions.links import judge_link
from homeward.casework.actions.list_export import export_list
from homeward.casework.actions.people import add_identifier
from homeward.casework.actions.purges import ask_purge, confirm_purge, refuse_purge
from homeward.casework.find import find
from homeward.casework.kept_bytes import keep_bytes
from homeward.casework.list_index import index_of
from homeward.casework.models import (
    AuditEvent,
    CaptureContent,
    Claim,
    Classification,
    Direction,
    ListItem,
    NameForm,
    Person,
    Purge,
    PurgeKind,
    Restriction,
    RetentionPurpose,
    RetentionReview,
    Role,
    Statement,
    User,
)
from homeward.casework.people_names import names_of_people
from homeward.casework.queries.closing import placeholder, review, reviews_due_count, reviews_page
from homeward.casework.tellable import names_of_sought_but
from homeward.casework.withheld import is_withheld
from homeward.errors import BadInputError, ConflictError, NotAllowedError, NotThereError
from homeward.names import Index
from homeward.reading.proposals import ProposalKind
from homeward.records import AnswerCode, ClaimSubject, ContactKind, Verdict, WrittenIdentifier

pytestmark = pytest.mark.django_db

GONE = (
    "Zephrik Qualtorm",
    "Зефрик Квальторм",
    "Qualtorm",
    "Квальторм",
    "QT-778812",
    "Ysbeth Qualtorm",
    "0799 123 456",
)
"""Whatever told of the one who is purged."""


def a_case(file: CaseFile) -> Person:
    """Somebody to be purged, in everything that a case may hold; and another, who stays."""
    gone = file.person("Zephrik Qualtorm", "Зефрик Квальторм", father_name="Ysbeth Qualtorm", external_id="QT-778812")
    stays = file.person("Ilka Tamor")
    add_identifier(file.user, gone, WrittenIdentifier(kind="passport", value="QT-778812", country="GE"))
    alone = file.report("Zephrik Qualtorm was seen in Ostrel.", publisher="Ostrel Post")
    said = file.said("Zephrik Qualtorm was seen", "s:A guard > p:Ostrel Post", capture=alone)
    add_claim(file.user, gone, subject=ClaimSubject.ALIVE, statement=said, value="Zephrik, in the yard")
    text = "Ilka Tamor is held. Zephrik Qualtorm is with her, and Qualtorm is ill. It rains."
    shared = file.report(text, publisher="Coast Gazette")
    add_claim(
        file.user, stays, subject=ClaimSubject.CUSTODY,
        statement=file.said("Ilka Tamor is held", "s:An envoy > p:Coast Gazette", capture=shared),
    )  # fmt: skip
    file.proposal(shared, ProposalKind.MENTION, "Ilka Tamor", persons=[stays])
    file.proposal(shared, ProposalKind.MENTION, "Zephrik Qualtorm", persons=[gone])
    ours, _ = file.hand_over()
    file.answer(ours, AnswerCode.SEARCHING, row=1, words="We look for Qualtorm.")
    theirs = file.list_of(
        [("Квальторм Зефрик", "1990"), ("Zephrik Qualtorm", "1931")], title="Their list", direction=Direction.IN
    )
    judge_link(file.user, file.candidate(theirs, 1, gone), Verdict.SAME, "Qualtorm's year agrees")
    promise = file.said("We will let Qualtorm and Tamor go", "s:An envoy > p:Coast Gazette")
    record_commitment(file.user, promise, by="An envoy", content="We will let Qualtorm go", persons=[gone, stays])
    note = "Нам сказали о Зефрике Квальторме и о болезни Квальторма."
    record_contact(
        file.user,
        file.case,
        kind=ContactKind.CALL,
        participants=["An envoy"],
        note=note,
        persons_raised=[gone, stays],
    )
    relative = record_enquirer(file.user, file.case, "Maren Qualtorm", safe_contact="0799 123 456 after six")
    record_enquiry(
        file.user, relative, gone, relation="sister", channel="telephone", asked_on=date(2031, 1, 1),
        questions="Where is Zephrik Qualtorm?", follow_up_on=date(2031, 2, 1),
    )  # fmt: skip
    return gone


def purge(file: CaseFile, person: Person) -> Purge:
    other = a_supervisor(file)
    asked = ask_purge(file.user, person, reason="the time has passed", rule="retention")
    return confirm_purge(other, asked, typed=f"P{person.pk}")[0]


def a_supervisor(file: CaseFile, name: str = "second.supervisor") -> User:
    other = User.objects.filter(username=name).first() or add_user(file.user, name)
    grant_role(file.user, other, Role.SUPERVISOR, case=file.case, clearance=Classification.MEDIATOR)
    return other


def everything_stored() -> str:
    """Every value of every table, as text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    text = bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else value
                    told.append(f"{table}: {text}" if not isinstance(text, str) else f"{table}: {unescaped(text)}")
    return "\n".join(told)


def unescaped(text: str) -> str:
    """JSON as stored writes other scripts as escapes."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False) if text[:1] in "[{" else text
    except ValueError:
        return text


def test_d14_purged_values_are_in_no_table_but_a_namesakes_row(file: CaseFile) -> None:
    gone = a_case(file)
    before = everything_stored()
    assert [word for word in GONE if word not in before] == [], "each is there to be removed"
    made = purge(file, gone)
    lines = everything_stored().splitlines()
    namesake = ListItem.objects.get(name="Zephrik Qualtorm")
    left = {word: [line for line in lines if word in line] for word in GONE}
    allowed = ("casework_listitem", "casework_list:")
    assert {word: found for word, found in left.items() if any(not x.startswith(allowed) for x in found)} == {}
    assert ListItem.objects.filter(name__contains="Qualtorm").get() == namesake
    assert [f"L{namesake.list_id} 2", "another's"] in made.kept, "and it is said plainly"


def test_d14_of_what_speaks_of_others_only_the_purged_are_taken_out(file: CaseFile) -> None:
    gone = a_case(file)
    purge(file, gone)
    stays = Person.objects.get()
    (claim,) = Claim.objects.all()
    assert claim.person == stays
    said = claim.statement
    assert said is not None
    assert said.text == "Ilka Tamor is held", "what is said of others stays word for word"
    text = said.capture.text
    assert text[said.start : said.stop] == said.text if said.start is not None else True
    assert text == "Ilka Tamor is held. ███████ ████████ is with her, and ████████ is ill. It rains."
    assert ListItem.objects.get(list__title="People of the ferry", ordinal=1).cells == []
    assert ListItem.objects.get(list__title="People of the ferry", ordinal=2).name == "Ilka Tamor"
    promise = file.case.commitments.get()
    assert list(promise.persons.all()) == [stays]
    assert "████████" in promise.content
    contact = file.case.contacts.get()
    assert list(contact.persons_raised.all()) == [stays]
    assert contact.note == "Нам сказали о ███████ ██████████ и о болезни ██████████."
    assert not Statement.objects.filter(text__contains="was seen").exists()


def test_d14_the_file_by_which_they_were_entered_is_withheld(file: CaseFile) -> None:
    from homeward.casework.actions.captures import capture_file

    gone = file.person("Zephrik Qualtorm")
    files = (b"Name\nZephrik Qualtorm\nIlka Tamor\n", b"Name\nIlka Tamor\n")
    named, other = (
        capture_file(file.user, file.case, content=held, file_name="people.csv", format="csv")[0] for held in files
    )
    purge(file, gone)
    assert is_withheld(file.case, named.content_id)
    assert not is_withheld(file.case, other.content_id)
    assert "Qualtorm" not in everything_stored()


def test_d14_the_title_of_a_case_names_nobody_who_was_purged(db: None) -> None:
    file = CaseFile.new("The search for Zephrik Qualtorm")
    purge(file, file.person("Zephrik Qualtorm"))
    file.case.refresh_from_db()
    assert file.case.title == "The search for ███████ ████████"


def test_d14_files_that_name_them_are_emptied_and_given_out_no_more(file: CaseFile) -> None:
    gone = a_case(file)
    held = file.case.lists.get(title="People of the ferry").capture
    purge(file, gone)
    assert is_withheld(file.case, held.content_id)
    assert bytes(CaptureContent.objects.get(pk=held.content_id).content) == b""
    report = evidence.verify_captures()
    assert (report.ok, report.withheld) == (True, CaptureContent.objects.filter(size_bytes=0).count())
    assert report.withheld > 2
    with pytest.raises(ConflictError, match="withheld"):
        export_list(file.user, file.case.lists.get(title="People of the ferry"))


def test_d14_another_case_takes_in_the_same_file_and_learns_nothing_of_the_purge(file: CaseFile) -> None:
    gone = a_case(file)
    ours = file.case.lists.get(title="People of the ferry").capture
    content = bytes(ours.content.content)
    purge(file, gone)
    assert bytes(CaptureContent.objects.get(pk=ours.content_id).content) == b""
    theirs = CaseFile.new("The search for others")
    brought, new = capture_file(theirs.user, theirs.case, content=content, file_name="people.xlsx", format="xlsx")
    assert (new, bytes(brought.content.content)) == (True, content)
    assert not is_withheld(theirs.case, brought.content_id)
    assert is_withheld(file.case, brought.content_id)
    with pytest.raises(ConflictError, match="withheld"):
        export_list(file.user, file.case.lists.get(title="People of the ferry"))
    assert evidence.verify_captures().ok


def test_d14_the_audit_holds_no_name_before_or_after_and_stays_whole(file: CaseFile) -> None:
    gone = a_case(file)
    told = json.dumps(list(AuditEvent.objects.values("user", "act", "about", "detail")), ensure_ascii=False)
    assert [word for word in (*GONE, "Ilka", "Tamor") if word in told] == []
    noted = audit.head()
    purge(file, gone)
    assert audit.verify(expected_head=noted).ok
    assert AuditEvent.objects.filter(act="purge").get().about[0][0] == "purge"


def test_d14_a_placeholder_says_when_by_whom_why_and_under_which_rule(
    file: CaseFile, signed_in: Callable[[User], Client]
) -> None:
    gone = a_case(file)
    ref = f"P{gone.pk}"
    purge(file, gone)
    told = placeholder(file.user, PurgeKind.PERSON, gone.pk)
    assert told is not None
    assert (told.ref, told.reason, told.rule, told.confirmed_by) == (
        ref, "the time has passed", "retention", "second.supervisor",
    )  # fmt: skip
    answer = signed_in(file.user).get(f"/person/{ref}")
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "the time has passed" in body
    assert not [word for word in GONE if word in body]
    outsider = add_user(file.user, "outsider")
    assert placeholder(outsider, PurgeKind.PERSON, gone.pk) is None
    with pytest.raises(NotThereError):
        queries.person_page(file.user, gone, as_of=date(2031, 6, 1))


def test_d14_who_was_restricted_has_a_placeholder_as_closely_held(file: CaseFile) -> None:
    from homeward.casework.actions.cases import restrict

    gone = a_case(file)
    restrict(file.user, gone, level=Classification.MEDIATOR, reason="asked by the mediator")
    purge(file, gone)
    reader = add_user(file.user, "plain.reader")
    grant_role(file.user, reader, Role.READER, case=file.case)
    assert placeholder(reader, PurgeKind.PERSON, gone.pk) is None
    assert placeholder(a_supervisor(file), PurgeKind.PERSON, gone.pk) is not None
    assert not Restriction.objects.filter(kind="person", object_id=gone.pk).exists()


def test_d14_it_takes_two_and_the_reference_typed(file: CaseFile) -> None:
    gone = a_case(file)
    asked = ask_purge(file.user, gone, reason="the time has passed", rule="retention")
    with pytest.raises(NotAllowedError, match="somebody else"):
        confirm_purge(file.user, asked, typed=f"P{gone.pk}")
    other = a_supervisor(file)
    with pytest.raises(BadInputError, match="not the reference"):
        confirm_purge(other, asked, typed=f"P{gone.pk + 1}")
    worker = add_user(file.user, "worker")
    grant_role(file.user, worker, Role.CASEWORKER, case=file.case)
    with pytest.raises(NotThereError):
        confirm_purge(worker, asked, typed=f"P{gone.pk}")
    assert Person.objects.filter(pk=gone.pk).exists()
    refuse_purge(other, asked, reason="a court asks for it")
    with pytest.raises(ConflictError, match="decided"):
        confirm_purge(other, asked, typed=f"P{gone.pk}")
    assert Person.objects.filter(pk=gone.pk).exists()


def test_d14_a_purge_that_fails_half_way_changes_nothing(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = a_case(file)
    before = everything_stored()
    asked = ask_purge(file.user, gone, reason="the time has passed", rule="retention")
    other = a_supervisor(file)

    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("homeward.casework.actions.purges._strike", broken)
    with pytest.raises(OSError, match="disk"), transaction.atomic():
        confirm_purge(other, asked, typed=f"P{gone.pk}")
    assert set(before.splitlines()) <= set(everything_stored().splitlines()) | {
        line for line in before.splitlines() if "audithead" in line
    }
    with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
        Claim.objects.all()._raw_delete("default")


def test_d14_after_a_purge_rows_are_only_added_as_before_and_the_audit_never_is_let_through(file: CaseFile) -> None:
    purge(file, a_case(file))
    for model in (Claim, ListItem, Statement):
        with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
            model._base_manager.all()._raw_delete("default")
    with (
        transaction.atomic(),
        append_only.lifted(connection),
        pytest.raises(IntegrityError, match="only added"),
        transaction.atomic(),
    ):
        AuditEvent.objects.all()._raw_delete("default")


def test_d14_nothing_else_lifts_the_guards() -> None:
    source = Path(append_only.__file__).parents[1]
    asking = [
        path.name
        for path in source.rglob("*.py")
        if "lifted(" in path.read_text(encoding="utf-8") and path.name != "append_only.py"
    ]
    assert sorted(asking) == ["kept_bytes.py", "purges.py"]  # and that one fills an emptied row by its own hash alone


def test_d14_name_indexes_beside_the_case_file_are_made_anew_without_them(file: CaseFile) -> None:
    gone = a_case(file)
    ours = file.case.lists.get(title="People of the ferry")
    assert [found.text for found in index_of(ours).search("Zephrik Qualtorm", k=1)] == ["Zephrik Qualtorm"]
    assert gone in _people_found(file, "Zephrik Qualtorm")
    purge(file, gone)
    ours.refresh_from_db()
    assert "Zephrik Qualtorm" not in [found.text for found in index_of(ours).search("Zephrik Qualtorm", k=5)]
    assert _people_found(file, "Zephrik Qualtorm") == []


def test_d14_no_index_that_was_read_before_a_purge_is_saved_after_it(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A builder is at work when somebody is purged: what it had read of them does not appear afterwards."""
    a_case(file)
    monkeypatch.setattr(people_names, "PART_NAMES", (4, 2))
    ours = file.case.lists.get(title="People of the ferry")
    build, removing = Index.build, []

    def slowly(names: Any, **options: Any) -> Index:
        made = build(names, **options)
        for remove in (lambda: list_index.forget_index(ours.pk), lambda: people_names.forget_case(file.case)):
            removing.append(threading.Thread(target=remove))
            removing[-1].start()
        time.sleep(0.3)
        assert all(thread.is_alive() for thread in removing), "who removes waits for who builds"
        return made

    for put_in_order, folder in (
        (lambda: list_index.put_in_order(ours), list_index.names_folder() / f"list-{ours.pk}"),
        (lambda: people_names.put_in_order(file.case), list_index.names_folder() / f"people-{file.case.pk}"),
    ):
        shutil.rmtree(folder, ignore_errors=True)
        removing.clear()
        with monkeypatch.context() as slow:
            slow.setattr(Index, "build", slowly)
            put_in_order()
        assert removing
        for thread in removing:
            thread.join(20)
        assert not folder.exists()


def test_d14_this_process_does_not_remember_the_names_that_no_briefing_may_hold(file: CaseFile) -> None:
    gone, _newer = file.person("Zephrik Qualtorm"), file.person("Ilka Tamor")
    assert names_of_sought_but(file.case.pk, []).stand_in("We asked Zephrik Qualtorm.")
    purge(file, gone)
    assert not names_of_sought_but(file.case.pk, []).stand_in("We asked Zephrik Qualtorm.")


def test_d14_what_a_builder_left_that_was_stopped_is_removed_too(file: CaseFile) -> None:
    purge_him = a_case(file)
    ours = file.case.lists.get(title="People of the ferry")
    left = list_index.names_folder() / f"list-{ours.pk}.abcdefgh"
    left.mkdir(parents=True)
    purge(file, purge_him)
    assert not left.exists()


def _people_found(file: CaseFile, name: str) -> list[Person]:
    forms = names_of_people(file.case).likely(name, most=3)
    people = [form.person for form in NameForm.objects.filter(pk__in=forms)]
    return [person for person in people if find(file.user, file.case, name).hits and person.external_id]


def test_d14_an_enquirer_is_purged_and_what_was_for_them_alone_is_opened_to_nobody(file: CaseFile) -> None:
    from homeward.casework.actions.briefings import reserve_claim
    from homeward.casework.models import Enquirer

    gone = a_case(file)
    other = a_supervisor(file)
    relative = Enquirer.objects.get()
    claim = gone.claims.filter(subject=ClaimSubject.ALIVE).get()
    reserve_claim(file.user, claim, enquirer=relative, reason="her own words")
    asked = ask_purge(file.user, relative, reason="she asks for it", rule="her own objection")
    confirm_purge(other, asked, typed=f"E{relative.pk}")
    assert not Enquirer.objects.exists()
    assert Person.objects.filter(pk=gone.pk).exists()
    assert "0799 123 456" not in everything_stored()
    assert Restriction.objects.get(kind="claim", object_id=claim.pk).level == Classification.CONFIDENTIAL


# --- what is kept is looked through --------------------------------------------------------------------------------


def test_d14_closing_a_part_sets_a_review_by_the_desks_rule_and_leaves_the_others_alone(file: CaseFile) -> None:
    gone, stays = file.person("Zephrik Qualtorm"), file.person("Ilka Tamor")
    set_rule(file.user, RetentionPurpose.PERSON, days=100, reason="our agreement")
    made = close(file.user, file.case, person=gone, reason="came home", on=date(2026, 1, 10))
    due = made.reviews.get()
    assert (due.person, due.due_on) == (gone, date(2026, 1, 10) + timedelta(days=100))
    assert not RetentionReview.objects.filter(person=stays).exists()
    assert reviews_due_count(file.user, date(2026, 4, 19)) == 0
    assert reviews_due_count(file.user, date(2026, 4, 20)) == 1, "the clock runs"


def test_d14_closing_a_case_sets_a_review_for_each_purpose(file: CaseFile) -> None:
    a_case(file)
    close(file.user, file.case, reason="everybody is home", on=date(2026, 1, 10), anyway=True)
    lines = reviews_page(file.user, as_of=date(2026, 1, 10)).lines
    told = [(line.ref[0], (line.due_on - date(2026, 1, 10)).days) for line in lines]
    assert told == [("E", 180), ("P", 365), ("P", 365), ("F", 730)]


def test_d14_a_review_is_decided_once_kept_with_its_reason_or_purged(file: CaseFile) -> None:
    gone = file.person("Zephrik Qualtorm")
    made = close(file.user, file.case, person=gone, reason="came home")
    first = made.reviews.get()
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInputError, match="reason"):
        keep(file.user, first, until=tomorrow, reason=" ")
    following = keep(file.user, first, until=tomorrow, reason="the family still asks")
    assert [line.number for line in reviews_page(file.user, as_of=tomorrow).lines] == [following.pk]
    with pytest.raises(ConflictError, match="decided"):
        keep(file.user, first, until=tomorrow, reason="again")
    asked = ask_purge(file.user, gone, reason="nobody asks", rule="retention", review=following)
    assert reviews_page(file.user, as_of=tomorrow).total == 0
    refuse_purge(a_supervisor(file), asked, reason="a court asks")
    (again,) = reviews_page(file.user, as_of=tomorrow).lines
    assert again.ref == f"P{gone.pk}", "what was not purged is looked through again"


def test_d14_what_is_opened_again_is_not_looked_through(file: CaseFile) -> None:
    gone = file.person("Zephrik Qualtorm")
    made = close(file.user, file.case, person=gone, reason="came home")
    open_again(file.user, file.case, person=gone, reason="taken anew")
    assert reviews_page(file.user, as_of=date(2999, 1, 1)).total == 0
    with pytest.raises(NotThereError):
        review(file.user, made.reviews.get().pk, as_of=date(2999, 1, 1))


def test_d14_a_file_that_a_purge_emptied_is_whole_in_another_case_that_brings_it_later(file: CaseFile) -> None:
    content = b"Zephrik Qualtorm was seen on the ferry.\n"
    with transaction.atomic():
        stored = keep_bytes(content)
        with append_only.lifted(connection):
            CaptureContent.objects.filter(pk=stored.pk).update(content=b"", size_bytes=0)
    with transaction.atomic():
        assert bytes(keep_bytes(content).content) == content
    assert bytes(CaptureContent.objects.get(pk=stored.pk).content) == content
    with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
        CaptureContent.objects.filter(pk=stored.pk).update(content=b"something else")
