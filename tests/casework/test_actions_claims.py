"""Claims and statements: words stand where they are said to stand, a claim rests on something, levels flow."""

from __future__ import annotations

import pytest

from homeward.casework.actions.claims import add_claim, confirm_claim, withdraw_claim
from homeward.casework.actions.people import add_person, script_of
from homeward.casework.actions.statements import ELISION, NewLink, record_statement
from homeward.casework.models import (
    Capture,
    Claim,
    Role,
    SecondReading,
    Statement,
    Withdrawal,
    active_claims,
    waiting_for_reader,
    waits_for_reader,
)
from homeward.errors import BadInputError, ConflictError, NotAllowedError
from homeward.records import Attribution, ClaimSubject, LinkRole, NameKind, PartialDate, Polarity, WrittenName

_SAID = NewLink(LinkRole.SPEAKER, "the spokesman", Attribution.UNNAMED, said_on=PartialDate.read("2026-03-01"))
_WIRE = NewLink(LinkRole.PUBLISHER, "Tarvia Wire")


def test_the_words_of_a_statement_stand_in_the_text(desk):
    capture = desk.capture("He said: «Она жива», and left.")
    made = record_statement(desk.worker, capture, text="Она жива", chain=[_SAID, _WIRE])
    assert capture.text[made.start : made.stop] == "Она жива"
    assert str(made.said_on) == "2026-03-01"
    assert [link.name for link in made.chain.all()] == ["the spokesman", "Tarvia Wire"]


@pytest.mark.parametrize(
    ("words", "start", "stop"),
    [
        ("she is alive", None, None),  # a translation is no quotation
        ("said", 0, 4),
        ("twice", None, None),  # stands there twice: say which
        ("He said", -3, 4),
        ("He said", 7, 0),
        ("", None, None),
    ],
)
def test_words_that_do_not_stand_there_are_refused(desk, words, start, stop):
    capture = desk.capture("He said it twice, twice.")
    with pytest.raises(BadInputError):
        record_statement(desk.worker, capture, text=words, start=start, stop=stop, chain=[_WIRE])


def test_a_split_quotation_keeps_its_order(desk):
    text = "“We will free them,” the minister said, “when the road is open.”"
    capture = desk.capture(text)
    parts = ["We will free them,", "when the road is open."]
    made = record_statement(
        desk.worker, capture, text=ELISION.join(parts), start=0, stop=len(text), chain=[_SAID, _WIRE], direct=True
    )
    assert made.start == 0
    with pytest.raises(BadInputError):
        record_statement(
            desk.worker, capture, text=ELISION.join(reversed(parts)), start=0, stop=len(text), chain=[_WIRE]
        )


@pytest.mark.parametrize("chain", [[], [_WIRE, _SAID], [NewLink(LinkRole.SPEAKER, " ")]])
def test_a_chain_has_somebody_in_the_order_of_the_words(desk, chain):
    with pytest.raises(BadInputError):
        record_statement(desk.worker, desk.capture("He is well."), text="He is well.", chain=chain)


def test_other_chains_make_other_statements(desk):
    capture = desk.capture("He is well.")
    one = record_statement(desk.worker, capture, text="He is well.", chain=[_WIRE])
    other = record_statement(desk.worker, capture, text="He is well.", chain=[_SAID, _WIRE])
    assert one != other
    assert Statement.objects.count() == 2


def test_a_claim_rests_on_something(desk):
    with pytest.raises(BadInputError, match="rests on nothing"):
        add_claim(desk.worker, desk.person(), subject=ClaimSubject.ALIVE)


def test_a_claim_takes_the_date_of_its_words(desk):
    statement = desk.statement()
    claim = add_claim(desk.worker, desk.person(), subject=ClaimSubject.ALIVE, statement=statement)
    assert str(claim.asserted_on) == "2026-03-02"  # published; the speaker's day is not told
    assert claim.case == desk.case


def test_a_claim_that_takes_another_back_is_about_the_same_person(desk):
    statement = desk.statement()
    one = add_claim(desk.worker, desk.person(), subject=ClaimSubject.CUSTODY, statement=statement)
    with pytest.raises(BadInputError, match="somebody else"):
        add_claim(
            desk.worker,
            desk.person("Ilka Tamorevic"),
            subject=ClaimSubject.CUSTODY,
            polarity=Polarity.DENIES,
            statement=statement,
            contradicts=one,
        )


def test_a_claim_is_withdrawn_once_and_stays_readable(desk):
    claim = add_claim(desk.worker, desk.person(), subject=ClaimSubject.DEAD, statement=desk.statement())
    withdraw_claim(desk.worker, claim, reason="another of the same name")
    with pytest.raises(ConflictError, match="withdrawn already"):
        withdraw_claim(desk.worker, claim, reason="once more")
    assert not active_claims(Claim.objects.all()).exists()
    assert Claim.objects.get() == claim
    assert Withdrawal.objects.get().reason == "another of the same name"


def test_a_withdrawn_claim_can_be_made_anew(desk):
    person, statement = desk.person(), desk.statement()
    claim = add_claim(desk.worker, person, subject=ClaimSubject.ALIVE, statement=statement)
    withdraw_claim(desk.worker, claim, reason="misheard")
    again = add_claim(desk.worker, person, subject=ClaimSubject.ALIVE, statement=statement)
    assert again != claim
    assert list(active_claims(Claim.objects.all())) == [again]


def test_a_withdrawal_needs_its_reason(desk):
    claim = add_claim(desk.worker, desk.person(), subject=ClaimSubject.ALIVE, statement=desk.statement())
    with pytest.raises(BadInputError, match="no reason"):
        withdraw_claim(desk.worker, claim, reason=" ")


def test_a_capture_keeps_its_bytes_once_and_no_folders(desk):
    from homeward.casework.actions.captures import capture_file

    content = "Сообщение".encode("cp1251")
    one, new = capture_file(
        desk.worker, desk.case, content=content, file_name="C:\\Users\\ana\\Desktop\\ответ.txt", format="text"
    )
    assert new
    assert (one.file_name, bytes(one.content.content)) == ("ответ.txt", content)
    two, new = capture_file(desk.worker, desk.case, content=content, file_name="/Users/ana/other.txt", format="text")
    assert (two, new) == (one, False)
    assert Capture.objects.count() == 1


def test_bytes_held_above_a_user_are_not_handed_to_them(desk):
    from homeward.casework.actions.captures import capture_file

    held = desk.capture("secret", content=b"secret", classification=2)
    made, new = capture_file(desk.worker, desk.case, content=b"secret", file_name="a.txt", format="text")
    assert new and made != held and made.file_name == "a.txt"


def test_a_person_has_names_as_written_each_with_its_script(desk):
    names = [WrittenName("Marko Velaskin"), WrittenName("מרקו ולסקין", NameKind.TRANSLITERATION)]
    person = add_person(desk.worker, desk.case, names=names, nationalities=["TV", "FR"])
    assert [(form.text, form.script) for form in person.name_forms.all()] == [
        ("Marko Velaskin", "Latn"),
        ("מרקו ולסקין", "Hebr"),
    ]


def test_an_external_id_finds_its_person_or_says_what_differs(desk):
    names = [WrittenName("Marko Velaskin")]
    one = add_person(desk.worker, desk.case, names=names, external_id="A-7", birth=PartialDate.read("1994"))
    assert one == add_person(desk.worker, desk.case, names=names, external_id="A-7", birth=PartialDate.read("1994"))
    with pytest.raises(ConflictError, match="birth"):
        add_person(desk.worker, desk.case, names=names, external_id="A-7", birth=PartialDate.read("1995"))
    assert one != add_person(desk.worker, desk.case, names=names)


@pytest.mark.parametrize("nationalities", [["fr"], ["FRA"], ["Франция"], [""]])
def test_a_nationality_is_a_country_code(desk, nationalities):
    with pytest.raises(BadInputError, match="country code"):
        add_person(desk.worker, desk.case, names=[WrittenName("Marko")], nationalities=nationalities)


def test_a_person_has_a_name(desk):
    with pytest.raises(BadInputError, match="no name"):
        add_person(desk.worker, desk.case, names=[WrittenName("  ")])


@pytest.mark.parametrize(
    ("text", "script"),
    [("محمود النجار", "Arab"), ("Юлия", "Cyrl"), ("O'Nuzela", "Latn"), ("1234 -", ""), ("金", "Hani")],
)
def test_the_script_of_a_name_is_that_of_its_letters(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize("subject", [ClaimSubject.DEAD, ClaimSubject.HEALTH, ClaimSubject.RELEASED])
def test_death_injury_and_release_wait_for_a_second_person(desk, acts_noted, subject):
    claim = add_claim(desk.worker, desk.person(), subject=subject, statement=desk.statement())
    assert waits_for_reader(claim) and list(waiting_for_reader(Claim.objects.all())) == [claim]
    with pytest.raises(ConflictError, match="recorded by you"):
        confirm_claim(desk.worker, claim)
    with pytest.raises(NotAllowedError):
        confirm_claim(desk.users[Role.READER], claim)
    second = desk.users[Role.LIST_OFFICER]
    before = len(acts_noted())
    made = confirm_claim(second, claim, note="read beside its source")
    assert confirm_claim(desk.users[Role.SUPERVISOR], claim) == made, "a third reader changes nothing"
    assert acts_noted()[before:] == ["confirm_claim"], "nothing else is set going"
    stored = Claim.objects.select_related("second_reading").get()
    assert not waits_for_reader(stored) and not waiting_for_reader(Claim.objects.all()).exists()
    with pytest.raises(ConflictError):
        made.delete()


def test_other_claims_and_denials_need_no_second_reader(desk):
    known = {"statement": desk.statement()}
    alive = add_claim(desk.worker, desk.person(), subject=ClaimSubject.ALIVE, **known)
    denied = add_claim(desk.worker, desk.person(), subject=ClaimSubject.DEAD, polarity=Polarity.DENIES, **known)
    for claim in (alive, denied):
        assert not waits_for_reader(claim)
        with pytest.raises(BadInputError):
            confirm_claim(desk.users[Role.SUPERVISOR], claim)
    assert not waiting_for_reader(Claim.objects.all()).exists()


def test_what_no_longer_counts_is_not_confirmed(desk):
    claim = add_claim(desk.worker, desk.person(), subject=ClaimSubject.DEAD, statement=desk.statement())
    withdraw_claim(desk.worker, claim, reason="another Marko")
    with pytest.raises(ConflictError, match="no longer counts"):
        confirm_claim(desk.users[Role.SUPERVISOR], claim)
    assert not SecondReading.objects.exists()
