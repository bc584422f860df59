"""Every page asks the database as often for much as for little, and is never too large.

A new address needs a line here: what it shows in `PAGES`, or why it is no page that grows in `NO_PAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.casework.build import CaseFile, full_case
from tests.web.conftest import sign_in
from tests.web.foreign_words import foreign_words
from tests.web.test_declaring import all_patterns

from homeward.casework.access import ref_of
from homeward.casework.actions.briefings import LineKind, NewLine, freeze_briefing, keep_draft, record_delivery
from homeward.casework.actions.closing import close
from homeward.casework.actions.desk import add_user
from homeward.casework.actions.enquiries import record_consent
from homeward.casework.actions.exports import keep_export
from homeward.casework.actions.preparations import Field, prepare_list
from homeward.casework.exporting import Asked, Format
from homeward.casework.models import (
    Answer,
    AuditEvent,
    Briefing,
    BriefingDraft,
    BriefingLine,
    Capture,
    CaptureContent,
    ChainLink,
    Claim,
    Closing,
    Commitment,
    Consent,
    ConsentPurpose,
    Contact,
    Delivery,
    Enquirer,
    Enquiry,
    Handover,
    ItemLink,
    Judgement,
    List,
    NameForm,
    Person,
    Preparation,
    Proposal,
    RetentionReview,
    SilenceFinding,
    Statement,
    User,
)
from homeward.reading import ProposalKind

BAR_BYTES = 500_000
MOST_ROUNDS = 8  # a list is handed over a few times, and each time is a column
PERSONS, SMALL, LARGE = 3, 4, 120

Address = Callable[[CaseFile], str]


def _of(model: type[Model], path: str, **wanted: Any) -> Address:
    """An address by the reference of the first of a kind."""

    def address(file: CaseFile) -> str:
        found = model._default_manager.filter(**wanted).order_by("pk").first()
        assert found is not None, (model, wanted)
        return path.format(ref_of(found))

    return address


def _first(model: type[Model]) -> Any:
    found = model._default_manager.order_by("pk").first()
    assert found is not None, model
    return found


def _about(path: str) -> Address:
    """An address of the first who asked, about the person whom they asked about."""

    def address(file: CaseFile) -> str:
        asked = _first(Enquiry)
        return path.format(one=ref_of(asked.enquirer), person=ref_of(asked.person))

    return address


def _in_case(path: str) -> Address:
    return lambda file: f"/case/{file.case.pk}{path}"


def _at(path: str) -> Address:
    return lambda file: path


PAGES: dict[str, tuple[Address, ...]] = {
    "home": (_at("/?as_of=2031-06-01"),),
    "find": (_at("/find?q=Maro+Velisk"), _at("/find?q=Mar")),
    "case": (_in_case("/"),),
    "candidates": (_in_case("/candidates"), _in_case("/candidates?judged=1")),
    "people": (_in_case("/people"), _in_case("/people?only=contradicted")),
    "person": (_of(Person, "/person/{}?as_of=2031-06-01"),),
    "add_person": (_in_case("/people/new"),),
    "complete_person": (_of(Person, "/person/{}/more"),),
    "judge": (_of(ItemLink, "/link/{}/judge", engine="names 0"),),
    "undo_judgement": (_of(Judgement, "/judgement/{}/undo"),),
    "reports": (_in_case("/reports"),),
    "report": (_of(Capture, "/report/{}", proposals__isnull=False),),
    "take_in_report": (_in_case("/reports/new"),),
    "proposals": (_in_case("/proposals"),),
    "proposal": (_of(Proposal, "/proposal/{}", kind=ProposalKind.MENTION),),
    "decide": (_of(Proposal, "/proposal/{}/decide", kind=ProposalKind.MENTION),),
    "record_statement": (_of(Capture, "/report/{}/statement", proposals__isnull=False),),
    "statement": (_of(Statement, "/statement/{}", claims__isnull=False),),
    "add_claim": (_of(Statement, "/statement/{}/claim", claims__isnull=False),),
    "record_promise": (_of(Statement, "/statement/{}/promise"),),
    "claim": (_of(Claim, "/claim/{}"),),
    "withdraw_claim": (_of(Claim, "/claim/{}/withdraw"),),
    "confirm_claim": (_of(Claim, "/claim/{}/second-reader", subject="dead"),),
    "second_readings": (_in_case("/second-reader"),),
    "promises": (_in_case("/promises"), _in_case("/promises?only=to_review")),
    "promise": (_of(Commitment, "/promise/{}"),),
    "review_promise": (_of(Commitment, "/promise/{}/review"),),
    "contacts": (_in_case("/contacts"),),
    "record_contact": (_in_case("/contacts/new"),),
    "contact": (_of(Contact, "/contact/{}"),),
    "silences": (_in_case("/silences"),),
    "record_silence": (_in_case("/silences/new"),),
    "silence": (_of(SilenceFinding, "/silence/{}"),),
    "calendar": (_in_case("/due.ics"),),
    "lists": (_in_case("/lists"),),
    "bring": (_in_case("/lists/bring"),),
    "grid": (_in_case("/rounds?as_of=2031-06-01"), _in_case("/rounds?only=unanswered")),
    "unanswered": (_in_case("/unanswered?as_of=2031-06-01"),),
    "prepare": (_in_case("/prepare"),),
    "preparations": (_in_case("/prepared"),),
    "preparation": (_of(Preparation, "/prepared/{}"), _of(Preparation, "/prepared/{}", script="")),
    "export_person": (_of(Person, "/person/{}/export"), _of(Person, "/person/{}/export?as=pfif")),
    "export_case": (_in_case("/export"), _in_case("/export?as=wgeid")),
    "list": (
        _of(List, "/list/{}", direction="in"), _of(List, "/list/{}?only=waiting", direction="in"),
        _of(List, "/list/{}?only=tied", direction="out"), _of(List, "/list/{}", direction="out"),
    ),
    "list_row": (_of(List, "/list/{}/row/1", direction="in"),),
    "hand_over": (_of(List, "/list/{}/handover", direction="out"),),
    "answer_list": (_of(List, "/list/{}/answer", direction="out"),),
    "handover": (_of(Handover, "/handover/{}?as_of=2031-06-01"),),
    "answer": (_of(Answer, "/answer/{}"),),
    "enquirers": (_in_case("/enquirers"),),
    "enquirer": (_of(Enquirer, "/enquirer/{}"),),
    "held_of_enquirer": (_of(Enquirer, "/enquirer/{}/held"),),
    "held_of_person": (_of(Person, "/person/{}/held"),),
    "detriment": (_of(Person, "/person/{}/leaving"),),
    "reserve_claim": (_of(Claim, "/claim/{}/for-whom"),),
    "briefings": (_in_case("/briefings"),),
    "ask": (_in_case("/asks?q=Maro+Velisk"),),
    "record_ask": (
        _in_case("/asks/new?q=Maro+Velisk"), lambda file: _in_case(_of(Person, "/asks/new?person={}")(file))(file),
    ),
    "receipt": (_about("/enquirer/{one}/enquiry/B0"),),
    "consent": (_about("/enquirer/{one}/consent/{person}"),),
    "compose": (_about("/enquirer/{one}/brief/{person}"),),
    "draft": (lambda file: _about(f"/enquirer/{{one}}/draft/{_first(BriefingDraft).pk}")(file),),
    "briefing": (_of(Briefing, "/briefing/{}"),),
    "briefing_text": (_of(Briefing, "/briefing/{}/text"),),
    "briefing_pdf": (_of(Briefing, "/briefing/{}/pdf"),),
    "users": (_at("/users"),),
    "user": (lambda file: f"/users/{file.user.pk}",),
    "new_case": (_at("/case/new"),),
    "access": (_in_case("/access"),),
    "ending": (_in_case("/ending"),),
    "close_case": (_in_case("/close"),),
    "close_part": (_of(Person, "/person/{}/close"),),
    "purge_person": (_of(Person, "/person/{}/purge"),),
    "purge_enquirer": (_of(Enquirer, "/enquirer/{}/purge"),),
    "change_contact": (lambda file: _of(Enquirer, "/enquirer/{}/contact/")(file) + f"P{file.people[0].pk}",),
    "reviews": (_at("/reviews"),),
    "decide_review": (lambda file: f"/review/{RetentionReview.objects.order_by('pk')[0].pk}",),
    "audit": (_at("/audit"),),
}  # fmt: skip

_OF_ACCOUNTS = "of one's own account or the door: shows nothing of a case"
_POSTED = "only posted to; redirects"
NO_PAGES: dict[str, str] = {
    **dict.fromkeys(
        (
            "enter", "first_start", "leave", "language", "health", "account_login", "mfa_authenticate",
            "mfa_login_webauthn", "account_logout", "account_change_password", "account_set_password",
            "account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_index",
            "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
            "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_edit_webauthn",
            "mfa_remove_webauthn", "end_own_sessions", "account_signup", "account_email", "account_reset_password",
            "account_inactive",
        ),
        _OF_ACCOUNTS,
    ),
    **dict.fromkeys(
        (
            "link_row", "match_case", "match_list", "let_title_be_told", "rename_report", "lock_case", "unlock_case",
            "verify_audit",
        ),
        _POSTED,
    ),
    **dict.fromkeys(("held_file_of_person", "held_file_of_enquirer"), "a file to hand out, all that is held"),
    "purge": "works through the whole case once, before somebody is purged: a rare and grave act",
    "seek_again": "one form about one placeholder",
    "findings": "a whole case in one file, for print and hand-out; its size is its purpose",
    **dict.fromkeys(("list_file", "list_pdf"), "a file to hand out, as long as the list"),
    "export_file": "a file to hand out: the bytes that were kept",
    "promises_file": "a file to hand out, as long as the ledger; what it reads is counted by its own test",
    "brought": "a file just brought, before it is stored; it shows a few rows of it",
    "assess": "one person and one recipient; asked by the same form as `preparation`",
    "undo_decision": "one decision; its page is that of `proposal`",
}  # fmt: skip


def test_every_address_is_measured_or_says_why_not() -> None:
    names = {pattern.name for pattern in all_patterns()}
    assert names == set(PAGES) | set(NO_PAGES)
    assert not set(PAGES) & set(NO_PAGES)


def more(file: CaseFile, number: int) -> None:
    """As much again of everything, without its acts, which would take minutes."""
    begun = Person.objects.count()

    def copies(row: Model, **changes: Callable[[int], Any]) -> list[Any]:
        kind = type(row)
        values = {f.attname: getattr(row, f.attname) for f in kind._meta.concrete_fields if not f.primary_key}
        made = [kind(**{**values, **{k: v(n) for k, v in changes.items()}}) for n in range(begun, begun + number)]
        return list(kind._default_manager.bulk_create(made))

    def first(model: type[Model], **wanted: Any) -> Any:
        return model._default_manager.filter(**wanted).order_by("pk").first()

    people = copies(first(Person, case=file.case))
    named: dict[int, Person] = {begun + n: person for n, person in enumerate(people)}
    for form in NameForm.objects.filter(person=file.people[0]).order_by("pk"):
        copies(form, person_id=lambda n: named[n].pk, text=lambda n, form=form: f"{form.text} {n}")  # type: ignore[misc]
    for stored in List.objects.filter(case=file.case):
        last = stored.items.order_by("-ordinal").first()
        assert last is not None
        rows = copies(last, ordinal=lambda n, at=last.ordinal: at + 1 + n - begun)  # type: ignore[misc]
        link = first(ItemLink, item__list=stored, judgements__isnull=True) or first(ItemLink, item__list=stored)
        copies(
            link,
            item_id=lambda n, rows=rows: rows[n - begun].pk,  # type: ignore[misc]
            person_id=lambda n: named[n].pk,
        )
    answer = Answer.objects.filter(item__isnull=False).order_by("pk").first()
    assert answer is not None
    ours = list(answer.list.items.order_by("-ordinal").values_list("pk", flat=True)[:number])
    copies(answer, item_id=lambda n: ours[n - begun])
    for n in range(begun, begun + number):
        CaptureContent.objects.create(sha256=f"{n:064}", content=b"x", size_bytes=1)
    report = first(Claim, subject="alive").statement.capture
    reports = copies(report, content_id=lambda n: f"{n:064}")
    for claim in Claim.objects.filter(person=file.people[0], statement__isnull=False).order_by("pk")[:2]:
        assert claim.statement is not None
        said = copies(
            claim.statement,
            text=lambda n, text=claim.statement.text: f"{text} Again, on day {n}.",  # type: ignore[misc]
            capture_id=lambda n: reports[n - begun].pk,
        )
        for link in ChainLink.objects.filter(statement=claim.statement):
            copies(link, statement_id=lambda n, said=said: said[n - begun].pk)  # type: ignore[misc]
        copies(claim, statement_id=lambda n, said=said: said[n - begun].pk)  # type: ignore[misc]
        copies(claim, person_id=lambda n: named[n].pk)
    for row in (first(Commitment), first(Contact), first(SilenceFinding), first(Preparation)):
        copies(row)
    asking = copies(first(Enquirer), name=lambda n: f"Relative {n}")
    asked = first(Enquiry)
    copies(asked, enquirer_id=lambda n: asking[n - begun].pk, reference=lambda n: f"B{n:08}")
    copies(asked, reference=lambda n: f"BA{n:08}")  # the same relative writes again
    copies(first(Consent))
    told = copies(first(Briefing), text=lambda n: f"{first(Briefing).text} {n}", sha256=lambda n: f"{n:064}")
    for line in BriefingLine.objects.filter(briefing=first(Briefing)):
        copies(line, briefing_id=lambda n: told[n - begun].pk)
    copies(first(Delivery))
    copies(first(BriefingDraft))
    for _ in range(min(number, MOST_ROUNDS)):
        given = first(Handover)
        given.pk, given._state.adding = None, True
        given.save()
    for proposal in Proposal.objects.order_by("pk")[:2]:
        copies(proposal, start=lambda n: n % 30)
    copies(first(RetentionReview), person_id=lambda n: named[n].pk)
    copies(first(Closing, person__isnull=False), person_id=lambda n: named[n].pk)
    copies(first(User), username=lambda n: f"colleague{n}")
    copies(
        AuditEvent.objects.order_by("-number").first() or AuditEvent(),
        number=lambda n: 10_000 + n,
        hash=lambda n: f"{n:064}",
    )


@pytest.fixture
def whole(client: Client, db: None) -> CaseFile:
    """A case with something of everything, and a client that is signed in as who leads it."""
    file = full_case(PERSONS)
    List.objects.update(problems=[{"what": "no date", "remedy": "Look at the row."}])
    party = file.party("A party that is to be written to")
    prepare_list(file.user, file.case, title="For them", recipient=party, people=file.people)
    asked = Asked(Format.PFIF, tuple(Field), claims=True, quotes=True)
    keep_export(file.user, file.case, people=file.people, asked=asked, recipient=party, purpose="asked")
    add_user(file.user, "colleague")
    relative = Enquirer.objects.create(case=file.case, name="A relative", language="en", entered_by=file.user)
    Enquiry.objects.create(
        enquirer=relative,
        person=file.people[0],
        relation="sister",
        channel="letter",
        asked_on=date(2031, 2, 1),
        reference="B0",
        entered_by=file.user,
    )
    close(file.user, file.case, person=file.people[-1], reason="came home", anyway=True)
    lines = [
        NewLine("We asked about him by letter.", kind=LineKind.WE),
        NewLine("We will write again in March.", kind=LineKind.NEXT),
    ]
    about = {"language": "en", "until": date(2031, 3, 1), "lines": lines}
    record_consent(
        file.user,
        relative,
        file.people[0],
        purpose=ConsentPurpose.SHARE,
        given=True,
        on=date(2031, 2, 1),
        wording="Yes.",
    )
    told = freeze_briefing(file.user, relative, file.people[0], **about)
    record_delivery(file.user, told, on=date(2031, 3, 2), channel="telephone", by="M. Arden", reactions="")
    keep_draft(file.user, relative, file.people[0], **{**about, "until": date(2031, 4, 1)})
    sign_in(client, file.user)
    return file


def _all(file: CaseFile) -> list[str]:
    return [address(file) for addresses in PAGES.values() for address in addresses]


def test_no_page_asks_more_of_a_larger_case_or_grows_too_large(client: Client, whole: CaseFile) -> None:
    more(whole, SMALL)
    addresses = _all(whole)
    asked: dict[str, int] = {}
    sizes: dict[str, int] = {}
    refused: dict[str, int] = {}

    def counted(address: str) -> int:
        with CaptureQueriesContext(connection) as told:
            answer = client.get(address)
        if answer.status_code != 200:
            refused[address] = answer.status_code
        sizes[address] = max(len(answer.content), sizes.get(address, 0))
        return len(told)

    for address in addresses:
        client.get(address)  # what is remembered is worked out
        asked[address] = counted(address)
    more(whole, LARGE)
    for kept in ("/find?q=Maro", PAGES["compose"][0](whole)):
        client.get(kept)  # names that were added are read once
    larger = {address: counted(address) for address in addresses}
    assert refused == {}
    assert {a: (asked[a], larger[a]) for a in addresses if larger[a] > asked[a]} == {}
    assert {a: size for a, size in sizes.items() if size > BAR_BYTES} == {}


def _stored_texts() -> Iterator[str]:
    """Names, titles and sentences that the case holds; no codes, which are one word in small letters."""

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for one in value.values():
                yield from texts(one)
        elif isinstance(value, (list, tuple)):
            for one in value:
                yield from texts(one)
        elif isinstance(value, str) and re.search(r"[A-Z ]", value):
            yield value

    for model in apps.get_app_config("casework").get_models():
        for row in model._default_manager.all():
            for field in model._meta.concrete_fields:
                yield from texts(getattr(row, field.attname))
    yield from User.objects.values_list("username", flat=True)


def test_no_page_in_russian_says_words_in_english(client: Client, whole: CaseFile) -> None:
    client.cookies["homeward_language"] = "ru"
    known = "\n".join(_stored_texts())
    found: dict[str, list[str]] = {}
    for address in [*_all(whole), f"/case/{whole.case.pk}/findings"]:
        answer = client.get(address)
        if answer["Content-Type"].startswith("text/html"):
            found[address] = foreign_words(answer.content.decode(), "ru", known)
    assert len(found) > 80
    assert {address: words for address, words in found.items() if words} == {}


def test_words_that_nobody_translated_are_found() -> None:
    page = "<p title='Left'>Справа over <bdi>Right</bdi> (add_claim) <span lang=en>all</span> Mar… Maro</p>"
    assert [w.split(": ")[1] for w in foreign_words(page, "ru", "Maro Velisk")] == ["over", "Left"]
