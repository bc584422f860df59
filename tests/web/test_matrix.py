"""D6, the matrix of user, thing and address: nothing is seen without a right, and nobody learns what is there.

Every address of the desk is walked by every role, by somebody without a role and by nobody signed in; for what is
open, restricted or classified, in another case, in a locked case, and for what does not exist at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.html import escape
from tests.web.world import (
    CLOSED,
    ELSEWHERE,
    LOCKED,
    MISSING,
    OPEN,
    POSTS,
    World,
    add_what_is_hidden,
    open_world,
)

from homeward.casework import audit
from homeward.casework.models import AuditEvent, Party, Role
from homeward.records import SilenceVerdict

pytestmark = pytest.mark.django_db
# By name, what an address names: F the number of a case, a letter a reference of that kind, and so on.
ADDRESSES: dict[str, tuple[str, ...]] = {
    "case": ("F",), "candidates": ("F",), "findings": ("F",),
    "promises": ("F",), "promise": ("M",), "review_promise": ("M",), "contacts": ("F",), "record_contact": ("F",),
    "contact": ("N",), "silences": ("F",), "record_silence": ("F",), "silence": ("S",), "calendar": ("F",),
    "lists": ("F",), "bring": ("F",), "brought": ("F", "token"), "match_case": ("F",), "grid": ("F",),
    "unanswered": ("F",), "prepare": ("F",), "preparations": ("F",), "preparation": ("D",), "assess": ("D", "P"),
    "list": ("L",), "list_row": ("L", "1"), "link_row": ("L", "1"), "match_list": ("L",), "list_file": ("L",),
    "list_pdf": ("L",), "export_person": ("P",), "export_case": ("F",), "export_file": ("export",),
    "promises_file": ("F", "csv"),
    "let_title_be_told": ("L",),
    "hand_over": ("L",), "answer_list": ("L",), "handover": ("H",), "answer": ("A",),
    "add_person": ("F",), "complete_person": ("P",),
    "people": ("F",), "person": ("P",), "detriment": ("P",), "judge": ("K",), "undo_judgement": ("J",),
    "ask": ("F",), "record_ask": ("F",), "enquirers": ("F",), "briefings": ("F",), "enquirer": ("E",),
    "receipt": ("E", "code"), "consent": ("E", "P"), "compose": ("E", "P"), "draft": ("E", "draft"),
    "held_of_enquirer": ("E",), "held_file_of_enquirer": ("E",), "held_of_person": ("P",),
    "held_file_of_person": ("P",), "reserve_claim": ("C",), "briefing": ("B",), "briefing_text": ("B",),
    "briefing_pdf": ("B",),
    "reports": ("F",), "take_in_report": ("F",), "proposals": ("F",), "report": ("R",), "rename_report": ("R",),
    "proposal": ("X",),
    "decide": ("X",), "undo_decision": ("X",), "record_statement": ("R",), "statement": ("T",), "add_claim": ("T",),
    "record_promise": ("T",), "claim": ("C",), "withdraw_claim": ("C",), "confirm_claim": ("grave",),
    "second_readings": ("F",), "access": ("F",), "lock_case": ("F",), "unlock_case": ("F",),
    "ending": ("F",), "close_case": ("F",), "close_part": ("P",), "change_contact": ("E", "P"),
    "decide_review": ("review",), "purge_person": ("P",), "purge_enquirer": ("E",), "purge": ("purge",),
    "seek_again": ("purged",),
}  # fmt: skip
# Addresses that name nothing of a case; what they show is looked at all the same.
PLAIN = {"home", "find", "reviews", "new_case", "users", "user", "audit", "verify_audit"}
OPEN_TO_ALL = {
    "enter", "first_start", "language", "health", "account_login", "mfa_authenticate", "mfa_login_webauthn",
    "account_signup", "account_email", "account_reset_password", "account_inactive",
}  # fmt: skip
OWN_ACCOUNT = {
    "leave", "account_logout", "account_change_password", "account_set_password", "account_reauthenticate",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_index", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn",
    "mfa_add_webauthn", "mfa_edit_webauthn", "mfa_remove_webauthn", "end_own_sessions",
}  # fmt: skip

_READ = {Role.READER, Role.CASEWORKER, Role.LIST_OFFICER, Role.FAMILY_LIAISON, Role.SUPERVISOR}
_ENTER = _READ - {Role.READER}
_WORK = {Role.CASEWORKER, Role.LIST_OFFICER, Role.SUPERVISOR}
_HAND_OVER = {Role.LIST_OFFICER, Role.SUPERVISOR}
_SUPERVISE = {Role.SUPERVISOR}
_LIAISE = {Role.FAMILY_LIAISON, Role.SUPERVISOR}
# By address, who is let in; to everybody else it is not there. What is not named here is for all who read the case.
LET_IN = {
    **dict.fromkeys((
        "ask", "record_ask", "enquirers", "briefings", "enquirer", "receipt", "consent", "compose", "draft",
        "held_of_enquirer", "held_file_of_enquirer", "held_of_person", "held_file_of_person", "reserve_claim",
        "briefing", "briefing_text", "briefing_pdf", "change_contact",
    ), _LIAISE),
    **dict.fromkeys((
        "ending", "close_case", "close_part", "decide_review", "purge_person", "purge_enquirer", "purge",
        "seek_again",
    ), _SUPERVISE),
    "add_person": _ENTER, "complete_person": _ENTER,
    "record_contact": _ENTER, "review_promise": _ENTER, "record_statement": _ENTER, "add_claim": _ENTER,
    "record_promise": _ENTER, "detriment": _ENTER, "withdraw_claim": _ENTER, "answer_list": _ENTER,
    "lock_case": _ENTER, "let_title_be_told": _ENTER,
    "record_silence": _WORK, "bring": _WORK, "match_case": _WORK, "match_list": _WORK, "link_row": _WORK,
    "judge": _WORK, "undo_judgement": _WORK, "decide": _WORK, "undo_decision": _WORK, "confirm_claim": _WORK,
    "take_in_report": _WORK, "rename_report": _WORK, "brought": _SUPERVISE,  # who brought the file
    "prepare": _HAND_OVER, "preparations": _HAND_OVER, "preparation": _HAND_OVER, "assess": _HAND_OVER,
    "list_file": _HAND_OVER, "list_pdf": _HAND_OVER, "export_person": _HAND_OVER,
    "export_case": _HAND_OVER, "export_file": _HAND_OVER, "hand_over": _HAND_OVER, "access": _SUPERVISE,
    "unlock_case": _SUPERVISE,
}  # fmt: skip
# Pages that are shown to more than may send their form.
SENT_BY = {"answer": _ENTER}
NOTHING_TO_UNDO = {"undo_decision"}  # nothing was decided, so that it is not there for anybody
USERS = [*Role, "nobody"]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        try:
            built = open_world()
            built.before = {who: _pages(built, who) for who in _LOOKED_AT}  # type: ignore[attr-defined]
            add_what_is_hidden(built)
            yield built
        finally:
            transaction.set_rollback(True)
            whole.__exit__(None, None, None)


def _client(world: World, who: str) -> Client:
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    if who != "outside":
        client.force_login(world.users[who], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _address(name: str, named: dict[str, str]) -> str:
    args = [named[kind][1:] if kind == "F" else named.get(kind, kind) for kind in ADDRESSES[name]]
    return reverse(name, args=args)


def _missing() -> dict[str, str]:
    kinds = {kind for kinds in ADDRESSES.values() for kind in kinds}
    named = {kind: f"{kind}{MISSING}" for kind in kinds if len(kind) == 1 and kind.isalpha()}
    return (
        named
        | {"grave": f"C{MISSING}", "export": f"D{MISSING}", "token": "A" * 22, "code": "BCDFGHJKL"}
        | dict.fromkeys(("draft", "review", "purge", "purged"), str(MISSING))
    )


def _send(client: Client, method: str, address: str, posted: dict[str, str] | None = None) -> HttpResponse:
    """One request whose changes are undone, whatever it did."""
    with transaction.atomic():
        answer = client.get(address) if method == "get" else client.post(address, posted or {})
        transaction.set_rollback(True)
    return answer


def _told(answer: HttpResponse, *asked_for: str) -> tuple[object, ...]:
    """All that somebody learns from an answer.

    Left out: the secret of its forms; and what they asked for themselves, an address or a reference.
    """
    body = answer.getvalue().decode(errors="replace")
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", body)
    headers = {key: value for key, value in answer.headers.items() if key != "Content-Length"}
    for own in asked_for:
        asked = re.compile(rf"(?<![\w/]){re.escape(own)}(?![\w/])|{re.escape(escape(own))}(?![\w/])")
        body = asked.sub("§", body)
        headers = {key: asked.sub("§", value) for key, value in headers.items()}
    return answer.status_code, body, tuple(sorted(headers.items()))


def _patterns(resolver: URLResolver | None = None) -> list[URLPattern]:
    found: list[URLPattern] = []
    for entry in (resolver or get_resolver()).url_patterns:
        found.extend(_patterns(entry) if isinstance(entry, URLResolver) else [entry])
    return found


def _people_who_get_in(name: str) -> set[Role]:
    return LET_IN.get(name, _READ)


def test_d6_every_address_is_in_the_matrix():
    named = {pattern.name for pattern in _patterns()}
    assert named == set(ADDRESSES) | PLAIN | OPEN_TO_ALL | OWN_ACCOUNT


def test_d6_whoever_is_not_signed_in_learns_nothing_but_where_to_sign_in(world):
    client = _client(world, "outside")
    there, absent = world.things[OPEN], _missing()
    for name in ADDRESSES:
        for method in ("get", "post"):
            here, gone = _address(name, there), _address(name, absent)
            answer = _send(client, method, here, POSTS.get(name))
            assert answer.status_code in (302, 405), (name, method)
            assert _told(answer, here) == _told(_send(client, method, gone, POSTS.get(name)), gone), (name, method)
            if answer.status_code == 302:
                assert answer["Location"].partition("?")[0] == reverse("account_login")
    for name in PLAIN:
        address = reverse(name, args=[world.chief.pk] if name == "user" else [])
        for method in ("get", "post"):
            assert _send(client, method, address).status_code in (302, 405), name


@pytest.mark.parametrize("who", USERS)
def test_d6_an_address_is_there_for_those_whom_it_is_for(world, who):
    client = _client(world, who)
    for name in ADDRESSES:
        address = _address(name, world.things[OPEN])
        for method in ("get", "post"):
            answer = _send(client, method, address)  # a form that is sent empty changes nothing
            if answer.status_code == 405:
                continue
            lets_in = who in _people_who_get_in(name) and name not in NOTHING_TO_UNDO
            assert (answer.status_code != 404) == lets_in, (name, method, answer.status_code)
            assert answer.status_code in (200, 302, 404, 422), (name, method, answer.status_code)


@pytest.mark.parametrize("who", USERS)
def test_d6_what_is_not_for_you_is_answered_as_what_is_not_there(world, who):
    client, absent = _client(world, who), _missing()
    nowhere = _told(_send(client, "get", "/nowhere/at/all"), "/nowhere/at/all")
    assert nowhere[0] == 404
    words = (CLOSED, ELSEWHERE, LOCKED) if who in _READ else (OPEN, LOCKED)
    for name, kinds in ADDRESSES.items():
        for method in ("get", "post"):
            gone = _address(name, absent)
            answer = _send(client, method, gone, POSTS.get(name))
            if answer.status_code == 405:
                continue  # said of the address to everybody alike
            assert _told(answer, gone) == nowhere, (name, method)
            for word in words:
                if word == CLOSED and kinds[0] == "F":
                    continue  # the case itself is open
                if word == LOCKED and who == Role.ADMINISTRATOR and name in ("lock_case", "unlock_case"):
                    continue  # sees the title of a locked case, to unlock it
                here = _address(name, world.things[word])
                assert _told(_send(client, method, here, POSTS.get(name)), here) == nowhere, (name, method, word)


@pytest.mark.parametrize("who", [user for user in USERS if user not in _READ])
def test_d6_whoever_may_not_read_the_case_meets_no_word_of_it(world, who):
    client = _client(world, who)
    titles = [case.title for case in world.cases.values()]
    for address in _everything_asked(world):
        body = _send(client, "get", address).getvalue().decode(errors="replace")
        if who == Role.ADMINISTRATOR:  # gives roles in cases, and so knows what they are called, and no more
            for title in titles:
                body = body.replace(title, "")
        _holds_none(body, world.secrets_of(OPEN, CLOSED, ELSEWHERE, LOCKED), address)


def test_d6_no_form_that_is_sent_is_answered_with_a_hidden_word(world):
    client = _client(world, Role.SUPERVISOR)
    for name in POSTS.keys() & ADDRESSES.keys():
        for word in (OPEN, CLOSED, ELSEWHERE, LOCKED):
            answer = _send(client, "post", _address(name, world.things[word]), {**POSTS[name]})
            body = answer.getvalue().decode(errors="replace")
            _holds_none(body, world.secrets_of(CLOSED, ELSEWHERE, LOCKED), f"{name} {word}")


def _holds_none(body: str, secrets: Sequence[str], where: str) -> None:
    assert not [secret for secret in secrets if secret in body], where


_LOOKED_AT = (Role.SUPERVISOR,)  # whose pages hold all that any role's pages hold


def _everything_asked(world: World) -> list[str]:
    """Every page of what is open, every page of the desk, and searches."""
    there = world.things[OPEN]
    pages = [_address(name, there) for name in ADDRESSES]
    case, number = world.cases[OPEN].pk, there["F"][1:]
    pages += [reverse(name) for name in PLAIN - {"user", "verify_audit"}]
    pages += [reverse("user", args=[world.chief.pk])]
    pages += [
        f"{reverse('people', args=[case])}?only=contradicted",
        f"{reverse('candidates', args=[case])}?judged=1",
        f"{reverse('candidates', args=[case])}?person={there['P'][1:]}",
        f"{reverse('proposals', args=[case])}?decided=1",
        f"{reverse('proposals', args=[case])}?kind=silence",
        f"{reverse('grid', args=[case])}?only=unanswered",
        f"{reverse('list', args=[there['theirs']])}?only=tied",
        f"{reverse('list', args=[there['theirs']])}?only=waiting",
        f"{reverse('list_row', args=[there['theirs'], 2])}",
        f"{reverse('answer_list', args=[there['L']])}?row=1",
        f"{reverse('audit')}?about={there['P']}",
        f"{reverse('promises', args=[case])}?only=overdue",
        f"{reverse('promises_file', args=[case, 'csv'])}?only=open",
        f"{reverse('preparation', args=[there['export']])}",
        *(f"{reverse('export_person', args=[there['P']])}?as={one}" for one in ("pfif", "wgeid", "ftm")),
        f"{reverse('export_case', args=[case])}?as=pfif",
    ]
    for asked in ("Tamorev", "Таморев", "held", "77"):
        pages.append(f"{reverse('find')}?{urlencode({'q': asked, 'case': number})}")
        pages.append(f"{reverse('find')}?{urlencode({'q': asked})}")
    return pages


def _searches(world: World) -> list[str]:
    """For the very words that are hidden: the box repeats them, and nothing else may."""
    case = world.cases[OPEN].pk
    asked = [
        *world.secrets_of(CLOSED, ELSEWHERE, LOCKED),
        f"{CLOSED} Tamorev",
        f"{CLOSED}77",
        f"Ministry of {CLOSED}",
    ]
    return [f"{reverse('find')}?{urlencode({'q': words, 'case': case})}" for words in asked]


def _pages(world: World, who: str) -> dict[tuple[str, bool], tuple[object, ...]]:
    """Every page as this user sees it; those of the search as shown while typing, too."""
    client = _client(world, who)
    seen = {}
    for address in [*_everything_asked(world), *_searches(world)]:
        if address.startswith((reverse("audit"), reverse("users"))):
            continue  # the audit grows by whatever anybody does
        for typing in (False, True) if address.startswith(reverse("find")) else (False,):
            with transaction.atomic():
                answer = client.get(address, headers={"HX-Request": "true"} if typing else {})
                transaction.set_rollback(True)
            told = _told(answer)
            if "text/calendar" in answer["Content-Type"]:
                told = (told[0], re.sub(r"DTSTAMP:\w+", "", str(told[1])), told[2])
            seen[address, typing] = told
    return seen


@pytest.mark.parametrize("who", _LOOKED_AT)
def test_d6_every_page_is_the_same_whether_or_not_hidden_things_exist(world, who):
    """Counts, searches, suggestions, calendars and files are as if what may not be seen were not there."""
    now = _pages(world, who)
    assert now.keys() == world.before[who].keys()
    for key, before in world.before[who].items():
        assert now[key] == before, key
    assert sum(told[0] == 200 for told in now.values()) > 80, "pages, and not the way to the door"


# By address: what somebody types who names a thing by its reference; {} stands for the reference.
TYPED: list[tuple[str, str, dict[str, str]]] = [
    ("link_row", "P", {"person": "{}", "reason": "the year"}),
    ("add_claim", "P", {**POSTS["add_claim"], "others": "{}"}),
    ("add_claim", "P", {**POSTS["add_claim"], "others": "", "persons": "{}"}),
    ("record_promise", "P", {**POSTS["record_promise"], "others": "{}"}),
    ("record_contact", "P", {**POSTS["record_contact"], "others": "{}"}),
    ("record_contact", "T", {**POSTS["record_contact"], "statement": "{}"}),
    ("record_silence", "N", {**POSTS["record_silence"], "contact": "{}"}),
    ("record_silence", "T", {**POSTS["record_silence"], "explicit_in": "{}"}),
    (
        "record_silence",
        "R",
        {**POSTS["record_silence"], "text-0-report": "{}", "text-0-verdict": SilenceVerdict.NOT_ASSESSABLE.value},
    ),
    ("review_promise", "C", {**POSTS["review_promise"], "evidence": "{}"}),
    ("decide", "P", {"decision": "accept", "others": "{}"}),
    ("decide", "L", {"decision": "accept", "answered_list": "{}"}),
    ("answer_list", "T", {**POSTS["answer_list"], "statement": "{}"}),
    ("answer_list", "L", {**POSTS["answer_list"], "reply_list": "{}"}),
    ("export_case", "P", {**POSTS["export_case"], "everybody": "", "persons": "{}"}),
    ("export_case", "P", {**POSTS["export_case"], "everybody": "", "others": "{}", "go": "keep"}),
    ("access", "P", {**POSTS["access"], "reference": "{}"}),
    ("access", "C", {**POSTS["access"], "reference": "{}"}),
]


def test_d6_a_reference_typed_into_a_form_does_not_tell_whether_it_exists(world):
    client = _client(world, Role.SUPERVISOR)
    there = world.things[OPEN]
    for name, letter, typed in TYPED:
        address = _address(name, there)
        gone = f"{letter}{MISSING}"
        not_there = _send(client, "post", address, {k: v.format(gone) for k, v in typed.items()})
        assert not_there.status_code in (404, 422), (name, typed)
        for word in (CLOSED, ELSEWHERE, LOCKED):
            ref = world.things[word][letter]
            answer = _send(client, "post", address, {k: v.format(ref) for k, v in typed.items()})
            assert _told(answer, ref, gone) == _told(not_there, ref, gone), (name, typed, word)


@pytest.mark.parametrize("who", [Role.READER, Role.AUDITOR, "nobody"])
def test_d6_a_number_in_the_question_does_not_tell_whether_it_exists(world, who):
    client = _client(world, who)
    case = world.cases[OPEN].pk
    for address, letter in (
        (f"{reverse('find')}?q=Tamorev&case={{}}", "F"),
        (f"{reverse('candidates', args=[case])}?person={{}}", "P"),
    ):
        gone = address.format(MISSING)
        not_there = _told(_send(client, "get", gone), gone)
        assert not_there[0] == 404
        for word in (CLOSED, ELSEWHERE, LOCKED):
            if letter == "F" and word == CLOSED:
                continue
            here = address.format(world.things[word][letter][1:])
            assert _told(_send(client, "get", here), here) == not_there, (here, word)


# What somebody writes in their own words who tries a name; {} stands for it.
WRITTEN: list[tuple[str, dict[str, str]]] = [
    ("compose", {"language": "en", "keys": "", "own_asked": "We asked about {} again.", "go": "look"}),
    ("compose", {"language": "en", "keys": "", "own_unknown": "We do not know what {} was told.", "go": "look"}),
    ("export_person", {**POSTS["export_person"], "place": "in the yard of {}"}),
]


@pytest.mark.parametrize("who", [Role.FAMILY_LIAISON, Role.LIST_OFFICER, Role.SUPERVISOR])
def test_d6_a_name_that_is_written_does_not_tell_whether_it_is_held(world, who):
    """Names of sought people, of those who ask, and of sources that are protected."""
    client = _client(world, who)
    with transaction.atomic():
        for word in (CLOSED, ELSEWHERE):
            Party.objects.filter(name=f"Ministry of {word}").update(protected=True)
        asked = 0
        for name, typed in WRITTEN:
            if who not in _people_who_get_in(name):
                continue
            address = _address(name, world.things[OPEN])
            strange = "Vorthaq"  # in the same places, a word that stands nowhere
            for form in ("{} Tamorev", "Ana {}", "Ministry of {}"):
                told = {}
                for word in (strange, CLOSED, ELSEWHERE):
                    written = form.format(word)
                    answer = _send(client, "post", address, {k: v.format(written) for k, v in typed.items()})
                    assert answer.status_code in (200, 302, 422), (name, answer.status_code)
                    told[word] = _told(answer, written)
                    asked += 1
                assert told[CLOSED] == told[ELSEWHERE] == told[strange], (name, form)
        assert asked
        transaction.set_rollback(True)


@pytest.mark.parametrize("names", ["{} Tamorev", "{} Gonehome"])
def test_d6_an_enquiry_is_recorded_as_anew_whoever_hidden_is_named_in_it(world, names):
    """Somebody sought, somebody purged, somebody who asked: who may not see them is told of none."""
    client = _client(world, Role.FAMILY_LIAISON)
    address = _address("record_ask", world.things[OPEN]) + "?q=somebody"
    told = {}
    for word in ("Vorthaq", CLOSED, ELSEWHERE):
        typed = {
            "names": names.format(word), "birth": "1981", "name": f"Ana {word}", "relation": "sister",
            "channel": "telephone", "asked_on": "2031-03-01", "questions": "Where?", "follow_up_on": "2031-04-01",
            "language": "en", "reach_by": "telephone",
        }  # fmt: skip
        answer = _send(client, "post", address, typed)
        assert answer.status_code == 302, word  # nobody of a like name is asked about first
        told[word] = re.sub(r"(E|enquiry/)\w+", r"\1", answer["Location"])
    assert told[CLOSED] == told[ELSEWHERE] == told["Vorthaq"]


def test_d10_every_page_with_a_word_of_the_case_leaves_a_read_event(world):
    client, case = _client(world, Role.SUPERVISOR), world.cases[OPEN]
    seen, unread = 0, []
    for address in [*_everything_asked(world), f"{reverse('find')}?q={OPEN}"]:
        before = audit.head().number
        with transaction.atomic():
            body = client.get(address).getvalue().decode(errors="replace").replace(case.title, "")
            noted = list(AuditEvent.objects.filter(number__gt=before).values_list("user", "act"))
            transaction.set_rollback(True)
        if OPEN in body:
            seen += 1
            if {user for user, _ in noted} != {Role.SUPERVISOR}:
                unread.append(address)
    assert not unread
    assert seen > 40
