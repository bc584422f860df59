"""Lists for a party: what leaves, who approves, to whom it may then go. Everybody here is invented."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.casework.conftest import would_leave

from homeward.casework import queries
from homeward.casework.actions.cases import open_case
from homeward.casework.actions.enquiries import assess_harm, record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.list_export import Sheet, export_list, export_pdf, keep_as_pdf
from homeward.casework.actions.people import add_name_form, add_person
from homeward.casework.actions.preparations import (
    Field,
    decide_preparation,
    prepare_list,
    preview_leaving,
)
from homeward.casework.models import (
    Approval,
    AuditEvent,
    ConsentPurpose,
    Direction,
    Disclosure,
    List,
    ListPdf,
    Preparation,
    Role,
)
from homeward.errors import BadInputError, ConflictError, NotAllowedError, NotThereError
from homeward.records import NameKind, PartialDate, Sex, Verdict, WrittenName

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(desk):
    return desk.users[Role.LIST_OFFICER]


@pytest.fixture
def second(desk):
    return desk.users[Role.SUPERVISOR]


def person(desk, latin="Ilka Tamorevic", **known):
    told = {"birth": PartialDate.read("1991-04-17"), "nationalities": ["GE"], "father_name": "Petar", **known}
    return add_person(desk.chief, desk.case, names=[WrittenName(latin)], **told)


def allow(desk, recipient, *people, **told):
    for one in people:
        assess_harm(
            desk.chief, one, recipient=recipient, legal_basis="vital interest", assessment="known", allows=True,
            fields=would_leave(desk.chief, desk.case, one, **told),
        )  # fmt: skip


def cells(desk, officer, one, **told):
    return preview_leaving(officer, desk.case, people=[one], **told).rows[0].cells


def test_by_default_name_father_birth_year_and_one_nationality_leave(desk, officer):
    leaving = preview_leaving(officer, desk.case, people=[person(desk)])
    assert leaving.headings == ("No.", "Full name", "Father's name", "Year of birth", "Nationality")
    assert leaving.rows[0].cells == ("1", "Ilka Tamorevic", "Petar", "1991", "Georgia")


@pytest.mark.parametrize(
    ("birth", "shown"),
    [
        ("1991", "1991"),
        ("1991-04", "1991"),
        ("1991~", "about 1991"),
        ("1990/1992", "1990–1992"),
        ("../1992", ""),
        (None, ""),
    ],
)
def test_the_birth_year_says_no_more_than_is_known(desk, officer, birth, shown):
    one = person(desk, birth=PartialDate.read(birth) if birth else None)
    assert cells(desk, officer, one)[3] == shown


def test_of_several_nationalities_none_leaves_unless_it_is_the_one_relied_on(desk, officer):
    one = person(desk, nationalities=["GE", "IL"])
    row = preview_leaving(officer, desk.case, people=[one]).rows[0]
    assert row.cells[4] == "" and row.nationalities == ("GE", "IL")
    assert cells(desk, officer, one, relied_on={one.pk: "GE"})[4] == "Georgia"
    assert cells(desk, officer, one, relied_on={one.pk: "FR"})[4] == "", "only one that the person has"
    assert cells(desk, officer, one, fields=[Field.NATIONALITIES])[2] == "Georgia, Israel"


def test_a_name_leaves_in_the_script_of_the_recipient_where_such_a_form_is_held(desk, officer):
    one = person(desk, sex=Sex.FEMALE)
    add_name_form(desk.chief, one, WrittenName("إلكا تاموريفيتش", NameKind.TRANSLITERATION))
    add_name_form(desk.chief, one, WrittenName("بيتار", NameKind.FATHER))
    told = preview_leaving(officer, desk.case, people=[one], script="Arab", fields=[*Field])
    assert told.rows[0].cells[1] == "إلكا تاموريفيتش" and told.rows[0].other_script == ""
    assert "بيتار" in told.rows[0].cells and "أنثى" in told.rows[0].cells
    assert preview_leaving(officer, desk.case, people=[one], script="Hebr").rows[0].other_script == "Latn"


def test_a_relatives_name_is_never_taken_for_the_persons_own(desk, officer):
    one = person(desk)
    add_name_form(desk.chief, one, WrittenName("Петар", NameKind.FATHER))
    assert cells(desk, officer, one, script="Cyrl")[1] == "Ilka Tamorevic"


def test_a_name_known_only_from_a_confidential_source_does_not_leave(desk, officer):
    secret = desk.capture(classification=1)
    other = add_person(
        desk.chief, desk.case, names=[WrittenName("Sana Morred")], written_in=None, nationalities=["GE"]
    )
    from homeward.casework.models import NameForm

    NameForm.objects.create(
        person=other, text="سناء", kind="full", script="Arab", written_in=secret, entered_by=desk.chief
    )
    assert cells(desk, desk.chief, other, script="Arab")[1] == "Sana Morred"


def test_who_prepared_a_list_does_not_approve_it(desk, officer, second):
    one, recipient = person(desk), desk.party()
    allow(desk, recipient, one)
    held = prepare_list(officer, desk.case, title="First round", recipient=recipient, people=[one])
    with pytest.raises(ConflictError, match="whoever prepared a list does not approve it"):
        decide_preparation(officer, held, approves=True)
    with pytest.raises(ConflictError):
        decide_preparation(officer, held, approves=False, reason="changed my mind")
    with pytest.raises(NotThereError):  # it is not even there for who may not hand lists over
        decide_preparation(desk.worker, held, approves=True)
    assert not Approval.objects.exists() and not List.objects.exists()


def test_an_approved_list_is_ours_byte_for_byte_and_tied_to_its_people(desk, officer, second):
    one, other, recipient = person(desk), person(desk, "Sana Morred"), desk.party()
    allow(desk, recipient, one, other)
    held = prepare_list(officer, desk.case, title="First round", recipient=recipient, people=[other, one])
    approval = decide_preparation(second, held, approves=True)
    assert decide_preparation(second, held, approves=True) == approval, "once is enough"
    stored = approval.list
    name, content = export_list(second, stored)
    assert hashlib.sha256(content).hexdigest() == held.content_id
    assert name == f"list-{stored.pk}.xlsx"
    rows = []
    for item in stored.items.order_by("ordinal"):
        link = item.links.get()
        rows.append((item.cells[1], link.person, link.judgements.get().verdict))
    assert rows == [("Sana Morred", other, Verdict.SAME), ("Ilka Tamorevic", one, Verdict.SAME)]
    acts = list(AuditEvent.objects.order_by("number").values_list("act", flat=True))
    assert acts.count("prepare_list") == acts.count("approve_preparation") == 1
    assert acts[-1] == "export_list"


def test_nothing_is_approved_while_one_person_may_not_be_disclosed(desk, officer, second):
    one, other, recipient = person(desk), person(desk, "Sana Morred"), desk.party()
    held = prepare_list(officer, desk.case, title="First round", recipient=recipient, people=[one, other])
    allow(desk, recipient, one)
    with pytest.raises(ConflictError, match=f"no harm assessment .*: P{other.pk}"):
        decide_preparation(second, held, approves=True)
    allow(desk, recipient, other)
    enquirer = record_enquirer(desk.chief, desk.case, "Mira Morred")
    record_enquiry(
        desk.chief,
        enquirer,
        other,
        relation="sister",
        channel="telephone",
        asked_on=date(2026, 3, 1),
        questions="Where?",
    )
    record_consent(
        desk.chief,
        enquirer,
        other,
        purpose=ConsentPurpose.SHARE,
        given=False,
        on=date(2026, 3, 2),
        wording="No more.",
    )
    with pytest.raises(ConflictError, match=f"consent to share was taken back: P{other.pk}"):
        decide_preparation(second, held, approves=True)
    assert not List.objects.exists(), "whole or not at all"
    shown = queries.shown_preparation(second, held)
    assert shown.missing == 1
    assert [row.consent_gone for row in shown.rows.lines] == [False, True]


def test_a_list_goes_only_to_whom_it_was_approved_for(desk, officer, second):
    one, recipient, stranger = person(desk), desk.party(), desk.party("Ministry of Somewhere Else")
    allow(desk, recipient, one)
    allow(desk, stranger, one)
    held = prepare_list(officer, desk.case, title="First round", recipient=recipient, people=[one])
    stored = decide_preparation(second, held, approves=True).list
    with pytest.raises(ConflictError, match="was approved for"):
        record_handover(second, desk.case, list=stored, recipient=stranger, on=PartialDate.read("2026-03-10"))
    record_handover(officer, desk.case, list=stored, recipient=recipient, on=PartialDate.read("2026-03-10"))
    left = Disclosure.objects.get()
    assert left.approved_by == second, "the one who approved, not the one who carried it"
    assert left.fields == ["name", "father_name", "birth_year", "nationality"]
    # The same table prepared for the other party is the same file, approved anew.
    again = prepare_list(officer, desk.case, title="For the others", recipient=stranger, people=[one])
    assert decide_preparation(second, again, approves=True).list == stored
    record_handover(second, desk.case, list=stored, recipient=stranger, on=PartialDate.read("2026-03-11"))
    assert Disclosure.objects.count() == 2


def test_preparing_the_same_again_finds_it_and_namesakes_are_not_mixed_up(desk, officer):
    one, namesake, recipient = person(desk), person(desk), desk.party()
    told = {"title": "First round", "recipient": recipient}
    held = prepare_list(officer, desk.case, people=[one], **told)
    assert prepare_list(officer, desk.case, people=[one], **told) == held
    other = prepare_list(officer, desk.case, people=[namesake], **told)
    assert other != held and list(other.persons.all()) == [namesake]


def test_preparing_asks_for_people_title_and_known_fields(desk, officer):
    one, recipient = person(desk), desk.party()
    for told in ({"people": []}, {"people": [one, one]}, {"title": " "}, {"fields": ["secret"]}):
        values = {"title": "First round", "recipient": recipient, "people": [one], **told}
        with pytest.raises(BadInputError):
            prepare_list(officer, desk.case, **values)
    with pytest.raises(NotAllowedError):
        prepare_list(desk.worker, desk.case, title="x", recipient=recipient, people=[one])
    elsewhere = desk.person("Hidden Person", case=open_case(desk.chief, "The southern list"))
    with pytest.raises(NotThereError):
        prepare_list(officer, desk.case, title="x", recipient=recipient, people=[one, elsewhere])
    assert not Preparation.objects.exists()


def test_only_our_own_lists_are_given_out(desk, second):
    with pytest.raises(ConflictError):
        export_list(second, desk.list())
    with pytest.raises(NotAllowedError):
        export_list(desk.worker, desk.list(({},), direction=Direction.OUT))


def test_an_approved_list_is_set_as_pages_once_and_both_hashes_go_with_its_hand_over(desk, officer, second):
    one, other, recipient = person(desk), person(desk, "Sana Morred"), desk.party()
    allow(desk, recipient, one, other, script="Cyrl")
    told = {"recipient": recipient, "people": [other, one], "script": "Cyrl"}
    held = prepare_list(officer, desk.case, title="First round", **told)
    stored = decide_preparation(second, held, approves=True).list
    assert export_pdf(officer, stored) is None
    seen: list[Sheet] = []

    def set_pages(sheet: Sheet) -> bytes:
        seen.append(sheet)
        return f"pages {len(seen)}".encode()

    kept = keep_as_pdf(officer, stored, set_pages)
    assert keep_as_pdf(second, stored, set_pages) == kept and len(seen) == 1
    (sheet,) = seen
    assert (sheet.language, sheet.right_to_left, sheet.sha256) == ("ru", False, stored.capture.content_id)
    assert [list(row) for row in sheet.rows] == [item.cells for item in stored.items.order_by("ordinal")]
    assert list(sheet.headings) == stored.tables[0]["headings"] and sheet.as_of == stored.as_of.earliest
    assert export_pdf(second, stored) == (f"list-{stored.pk}.pdf", b"pages 1")
    sha256 = hashlib.sha256(b"pages 1").hexdigest()
    record_handover(officer, desk.case, list=stored, recipient=recipient, on=PartialDate.read("2026-03-10"))
    detail = AuditEvent.objects.get(act="record_handover").detail
    assert detail["sha256"] == stored.capture.content_id and detail["pdf"] == sha256 == kept.content_id
    with pytest.raises(NotAllowedError):
        keep_as_pdf(desk.worker, stored, set_pages)
    with pytest.raises(NotAllowedError):
        export_pdf(desk.worker, stored)


def test_a_list_that_was_not_prepared_here_is_not_set_as_pages(desk, second):
    stored = desk.list(({},), direction=Direction.OUT)
    with pytest.raises(ConflictError, match="prepared and approved here"):
        keep_as_pdf(second, stored, lambda sheet: b"x")
    assert not ListPdf.objects.exists()


def test_nobody_whose_consent_was_taken_back_is_on_a_list_that_is_prepared(desk, officer):
    one, other, recipient, stranger = person(desk), person(desk, "Sana Morred"), desk.party(), desk.party("Another")
    enquirer = record_enquirer(desk.chief, desk.case, "Mira Morred")
    asked = {"relation": "sister", "channel": "telephone", "asked_on": date(2026, 3, 1), "questions": "Where?"}
    record_enquiry(desk.chief, enquirer, other, **asked)
    word = {"purpose": ConsentPurpose.SHARE, "on": date(2026, 3, 2), "wording": "No more."}
    record_consent(desk.chief, enquirer, other, given=False, scope=recipient.name, **word)
    for act in (preview_leaving, prepare_list):
        told = {"people": [one, other], "recipient": recipient, **({"title": "x"} if act is prepare_list else {})}
        with pytest.raises(ConflictError, match=f"consent to share was taken back: P{other.pk}\\."):
            act(officer, desk.case, **told)
    assert not Preparation.objects.exists()
    preview_leaving(officer, desk.case, people=[one, other], recipient=stranger)
    record_consent(desk.chief, enquirer, other, given=True, scope=recipient.name, **word)
    preview_leaving(officer, desk.case, people=[one, other], recipient=recipient)


def test_without_a_form_in_the_recipient_s_script_the_latin_one_leaves(desk):
    names = [WrittenName("გიორგი ბერიძე"), WrittenName("Giorgi Beridze", NameKind.TRANSLITERATION)]
    one = add_person(desk.chief, desk.case, names=names)
    for script, leaves in (("Arab", "Giorgi Beridze"), ("Cyrl", "Giorgi Beridze"), ("Geor", "გიორგი ბერიძე")):
        leaving = preview_leaving(desk.chief, desk.case, people=[one], fields=[], script=script)
        assert leaving.rows[0].cells[1] == leaves
        assert leaving.rows[0].other_script == ("" if script == "Geor" else "Latn")


def test_other_forms_of_a_name_leave_in_no_third_script(desk, officer):
    one = add_person(
        desk.chief,
        desk.case,
        names=[WrittenName("ილკა თამორი"), WrittenName("Ilka Tamori", NameKind.TRANSLITERATION)],
    )
    add_name_form(desk.chief, one, WrittenName("אילקה תמורי", NameKind.TRANSLITERATION))
    told = cells(desk, officer, one, script="Arab", fields=[Field.OTHER_NAMES])
    assert told[1:] == ("Ilka Tamori", ""), "neither Georgian nor Hebrew letters leave to whoever reads Arabic"
    assert cells(desk, officer, one, script="Hebr", fields=[Field.OTHER_NAMES])[1:] == ("אילקה תמורי", "Ilka Tamori")
