"""A case file in which one of everything lies four times, each time in words of its own.

`OPEN` stands in what everybody in the case may see; `CLOSED` in what is restricted or classified in that same case;
`ELSEWHERE` in another case; `LOCKED` in a case that is locked. Everybody here is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from allauth.mfa.models import Authenticator
from tests.casework.build import CaseFile, on
from tests.casework.conftest import assess_what_leaves

from homeward.casework import staged
from homeward.casework.access import ref_of
from homeward.casework.actions.briefings import LineKind, NewLine, freeze_briefing, keep_draft
from homeward.casework.actions.cases import lock_case, open_case, restrict
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.closing import close as close_it
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.desk import grant_role, open_desk
from homeward.casework.actions.enquiries import assess_harm, record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.exports import decide_export, keep_export
from homeward.casework.actions.handovers import fields_that_leave, record_handover
from homeward.casework.actions.links import judge_link, link_by_hand
from homeward.casework.actions.people import add_identifier
from homeward.casework.actions.preparations import Field, prepare_list
from homeward.casework.actions.purges import ask_purge
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.exporting import Asked, Format
from homeward.casework.fingerprints import KnownAs, keep_fingerprints, salt_of
from homeward.casework.models import (
    Case,
    Classification,
    ConsentPurpose,
    Direction,
    NameForm,
    Party,
    Person,
    Preparation,
    Purge,
    PurgeKind,
    PurgeRequest,
    Restriction,
    Role,
    User,
)
from homeward.reading.proposals import ProposalKind
from homeward.records import (
    AnswerCode,
    ClaimSubject,
    ContactKind,
    Polarity,
    SilenceVerdict,
    Verdict,
    WrittenIdentifier,
)

OPEN, CLOSED, ELSEWHERE, LOCKED = "Belindara", "Zuvrakho", "Qimorvell", "Xandrobit"
IN_OTHER_SCRIPTS = {
    OPEN: ("Белиндара", "בלינדרה"),
    CLOSED: ("Зуврахо", "זוברכו"),
    ELSEWHERE: ("Киморвелл", "קימורוול"),
    LOCKED: ("Ксандробит", "קסנדרוביט"),
}
MISSING = 987654
"""A number that nothing has."""
_PURGED = 880_000  # and on: numbers of people of whom a placeholder is left

CASE_ROLES = (Role.READER, Role.CASEWORKER, Role.LIST_OFFICER, Role.FAMILY_LIAISON, Role.SUPERVISOR, Role.AUDITOR)


@dataclass
class World:
    """Who works here, and by word and letter what there is to see."""

    chief: User
    users: dict[str, User] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    things: dict[str, dict[str, str]] = field(default_factory=dict)

    def secrets_of(self, *words: str) -> Sequence[str]:
        """Those words in every script in which they were planted."""
        return [form for word in words for form in (word, *IN_OTHER_SCRIPTS[word])]


def open_world() -> World:
    """The desk, its users, and the case with what is open in it."""
    chief = open_desk("chief", full_name="Ada Corvel")
    world = World(chief)
    case = open_case(chief, f"The {OPEN} case")
    world.cases[OPEN] = world.cases[CLOSED] = case
    for name in [*Role, "nobody"]:
        user = world.users[str(name)] = User.objects.create(username=str(name), password="!")
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    for role in CASE_ROLES:
        grant_role(chief, world.users[role], role, case=case)
    grant_role(chief, world.users[Role.ADMINISTRATOR], Role.ADMINISTRATOR)
    world.things[OPEN] = _fill(world, OPEN, case)
    return world


def add_what_is_hidden(world: World) -> None:
    """What none of the users may see: closed things, another case, a locked one."""
    world.things[CLOSED] = _fill(world, CLOSED, world.cases[OPEN], Classification.MEDIATOR)
    _cross(world)
    world.cases[ELSEWHERE] = open_case(world.chief, f"The {ELSEWHERE} case")
    world.things[ELSEWHERE] = _fill(world, ELSEWHERE, world.cases[ELSEWHERE])
    locked = world.cases[LOCKED] = open_case(world.chief, f"The {LOCKED} case")
    for role in CASE_ROLES:
        if role not in (Role.SUPERVISOR, Role.AUDITOR):  # a supervisor sees its title, to unlock it
            grant_role(world.chief, world.users[role], role, case=locked)
    world.things[LOCKED] = _fill(world, LOCKED, locked)
    lock_case(world.chief, locked)


def _fill(world: World, word: str, case: Case, level: Classification = Classification.DESK) -> dict[str, str]:
    """One of everything, with the word in every text of it; above `DESK` all of it is closed."""
    chief, file = world.chief, CaseFile(world.chief, case)
    cyrillic, hebrew = IN_OTHER_SCRIPTS[word]

    def close(*things: Party | Person) -> None:
        for thing in things:
            if level:
                restrict(chief, thing, level=level, reason=f"{word} asked for it")

    party = file.party(f"Ministry of {word}")
    person = file.person(
        f"{word} Tamorev", f"{cyrillic} Таморев", f"{hebrew} טמורב",
        nationalities=["GE", "IL"], father_name=f"{word} the elder", home_place=f"{word} on the river",
        place_of_birth=f"{word} old town", mother_name=f"{word} Maren", birth=on("1991-04-17"),
        missing_since=on("2030-11-02"), external_id=f"{word}-1", group_terms=[f"crew of the {word}"],
    )  # fmt: skip
    close(party, person)
    add_identifier(chief, person, WrittenIdentifier(kind="passport", value=f"{word}77", country="GE"))
    text = f"{word} Tamorev is held, said the envoy of {word}. We will let them go, said {word}. {word} was silent."
    report = file.report(text, publisher=f"{word} Post", classification=level)
    close(report.publisher)
    said = file.said(
        f"{word} Tamorev is held", f"s:Envoy of {word} > r:{word} Wire > p:{word} Post",
        capture=report, said_on="2031-03-01", classification=level,
    )  # fmt: skip
    claim = add_claim(chief, person, subject=ClaimSubject.CUSTODY, statement=said, value=f"{word} camp")
    other = file.report(f"We do not hold {word} Tamorev", publisher=f"{word} Gazette", classification=level)
    denied = file.said(
        f"We do not hold {word} Tamorev", f"s:{word} Office > p:{word} Gazette", capture=other, classification=level
    )
    add_claim(chief, person, subject=ClaimSubject.CUSTODY, polarity=Polarity.DENIES, statement=denied)
    grave = add_claim(chief, person, subject=ClaimSubject.DEAD, statement=denied, value=f"{word} fever")
    close(other.publisher)
    ours = file.list_of([(f"{word} Tamorev", "1991")], title=f"Our list {word}", author=f"Desk of {word}")
    theirs = file.list_of(
        [(f"{cyrillic} Таморев", f"{word}"), (f"{word} Tamoreva", "1990"), (f"{word} Mirov", "1989")],
        title=f"List of {word}", author=f"Hospital {word}", direction=Direction.IN, as_of="2031-04-02",
        problems=[{"what": f"{word} is no date", "remedy": "Look at the row."}],
    )  # fmt: skip
    close(ours, theirs, *(made.author for made in (ours, theirs) if made.author))
    link_by_hand(chief, ours.items.get(), person, reason="our own row")
    assess_harm(
        chief, person, recipient=party, fields=fields_that_leave(ours)[person.pk], legal_basis=f"{word} basis",
        assessment=f"{word} is safe", allows=True,
    )  # fmt: skip
    handover = record_handover(
        chief, case, list=ours, recipient=party, on=on("2031-02-09"), reply_due=date(2031, 4, 1),
        place=f"{word} harbour", carried_by=f"{word} courier",
    )  # fmt: skip
    answer = file.answer(ours, AnswerCode.SEARCHING, row=1, party=party.name, words=f"We look for {word}.")
    link = file.candidate(theirs, 1, person)
    judged = judge_link(chief, file.candidate(theirs, 2, person), Verdict.SAME, f"{word} agrees")
    promise = record_commitment(
        chief, said, by=f"Envoy of {word}", content=f"We will let {word} go", condition=f"once {word} is found",
        due=on("2031-05-01"), persons=[person], party=party, classification=level,
    )  # fmt: skip
    review_commitment(chief, promise, on=date(2031, 5, 2), grade="D", note=f"{word}: no word")
    contact = record_contact(
        chief, case, kind=ContactKind.VISIT, on=on("2031-05-05"), place=f"{word} palace", channel=f"{word} channel",
        participants=[f"Envoy of {word}"], persons_raised=[person], note=f"{word} note", classification=level,
    )  # fmt: skip
    empty = file.report(f"A paper of {word} on grain.", publisher=f"{word} Post", classification=level)
    silence = record_silence(
        chief, case, event=f"The visit to {word}", verdict=SilenceVerdict.NOT_ASSESSABLE, contact=contact,
        coverage=[CoverageRow(f"{word} Post", SilenceVerdict.NOT_ASSESSABLE, False, empty, "en")],
        terms=[{"script": "Latn", "term": f"{word}"}], note=f"{word} note",
    )  # fmt: skip
    proposal = file.proposal(report, ProposalKind.MENTION, f"{word} Tamorev is held", persons=[person])
    file.proposal(report, ProposalKind.SILENCE, f"{word} was silent", about=f"the {word}")
    enquirer = record_enquirer(chief, case, f"Ana {word}", safe_contact=f"{word} bakery")
    enquiry = record_enquiry(
        chief, enquirer, person, relation=f"aunt of {word}", channel="telephone", asked_on=date(2031, 3, 1),
        questions=f"Where is {word}?", follow_up_on=date(2031, 3, 8),
    )  # fmt: skip
    record_consent(
        chief, enquirer, person, purpose=ConsentPurpose.SHARE, given=True, on=date(2031, 3, 1), wording=f"{word}: yes"
    )
    told = {"language": "en", "until": date(2031, 5, 1)}
    briefing = freeze_briefing(
        chief, enquirer, person, lines=[NewLine(f"We asked {word} again.", kind=LineKind.WE)], **told
    )
    draft = keep_draft(
        chief, enquirer, person, lines=[NewLine(f"We shall ask {word} in June.", kind=LineKind.NEXT)], **told
    )
    close(enquirer)
    ended = file.person(f"{word} Sarovec", f"{cyrillic} Саровец")
    close_it(chief, case, person=ended, reason=f"{word} came home", anyway=True)
    asked = ask_purge(chief, ended, reason=f"{word} asked for it", rule=f"{word} rule")
    close(ended)
    prepared = _prepared(world, word, case, party, person)
    other = User.objects.get(username="supervisor")
    exported = _exported(world, word, case, party, person)
    kept = staged.stage(
        other if word == OPEN else chief, case, file_name=f"{word}.csv", content=f"name\n{word} Tamorev\n".encode(),
        told={
            "kind": "in", "title": word, "author": "", "publisher": "", "as_of": "", "follows": "", "purpose": "",
            "mapping": {},
        },
    )  # fmt: skip
    refs = {ref_of(thing)[0]: ref_of(thing) for thing in (
        person, report, said, claim, ours, handover, answer, link, judged, promise, contact, silence, proposal,
        enquirer, briefing, prepared, case,
    )}  # fmt: skip
    return refs | {
        "grave": ref_of(grave),
        "theirs": ref_of(theirs),
        "token": kept.token,
        "code": enquiry.reference,
        "review": str(ended.retention_reviews.get().pk),
        "purge": str(asked.pk),
        "purged": str(_purged(world, word, case, level).pk),
        "draft": str(draft.pk),
        "export": ref_of(exported),
    }


def _purged(world: World, word: str, case: Case, level: Classification) -> PurgeRequest:
    """What stays of somebody who was purged. Not by the act, which removes every file that was brought meanwhile."""
    number = _PURGED + PurgeRequest.objects.count()
    asked = PurgeRequest.objects.create(
        case=case, kind=PurgeKind.PERSON, number=number, reason=f"{word} asked", rule=f"{word} rule",
        entered_by=world.chief,
    )  # fmt: skip
    done = Purge.objects.create(
        request=asked, purged=True, classification=level, salt=salt_of(case), entered_by=world.chief
    )
    keep_fingerprints(done, KnownAs((f"{word} Gonehome",), (1981,)), world.chief)
    return asked


def _prepared(world: World, word: str, case: Case, party: Party, person: Person) -> Preparation:
    """A list that waits for a second person; of somebody who is closed, it was prepared before they were."""
    with _open_again(person):
        return prepare_list(
            world.chief, case, title=f"Round of {word}", recipient=party, people=[person], purpose=f"{word} purpose"
        )


def _exported(world: World, word: str, case: Case, party: Party, person: Person) -> Preparation:
    """A person in an exchange format, released; of somebody who is closed, it was released before they were."""
    asked = Asked(Format.WGEID, tuple(Field), claims=True, quotes=True, texts={"place": f"{word} square"})
    with _open_again(person):
        made = keep_export(
            world.chief, case, people=[person], asked=asked, recipient=party, purpose=f"{word} enquiry"
        )
        assess_what_leaves(world.chief, made)
        decide_export(world.chief, made, approves=True)
    return made


@contextmanager
def _open_again(person: Person) -> Iterator[None]:
    closed = Restriction.objects.filter(kind="person", object_id=person.pk)
    rows = list(closed.values("case_id", "kind", "object_id", "level", "reason", "entered_by_id"))
    closed.delete()
    yield
    Restriction.objects.bulk_create(Restriction(**row) for row in rows)


def _cross(world: World) -> None:
    """What is closed, hung upon what is open."""
    chief, case = world.chief, world.cases[OPEN]
    file = CaseFile(chief, case)
    opened = Person.objects.get(external_id=f"{OPEN}-1")
    closed = Person.objects.get(external_id=f"{CLOSED}-1")
    row = case.lists.get(title=f"List of {OPEN}")
    judge_link(chief, file.candidate(row, 3, closed), Verdict.SAME, f"{CLOSED} agrees")
    file.candidate(row, 1, closed)
    level = Classification.MEDIATOR
    told = file.report(f"{CLOSED} was with {OPEN}", publisher=f"{CLOSED} Post", classification=level)
    secret = file.said(f"{CLOSED} was with {OPEN}", f"s:{CLOSED} Agent > p:{CLOSED} Post", capture=told)
    add_claim(chief, opened, subject=ClaimSubject.WHEREABOUTS, statement=secret, value=f"{CLOSED} cellar")
    add_claim(chief, opened, subject=ClaimSubject.RELEASED, statement=secret)
    NameForm.objects.create(
        person=opened,
        text=f"{CLOSED} Mirov",
        kind="alias",
        script="Latn",
        written_in=secret.capture,
        entered_by=chief,
    )
    also = file.report(f"We look, we promise {OPEN}", publisher=f"{OPEN} Post", classification=level)
    with_both = record_commitment(
        chief, file.said(f"We look, we promise {OPEN}", f"s:Envoy of {OPEN} > p:{OPEN} Post", capture=also),
        by=f"Envoy of {OPEN}", content=f"word about {CLOSED}", persons=[opened, closed],
    )  # fmt: skip
    review_commitment(chief, with_both, on=date(2031, 5, 2), grade="C", note=f"{CLOSED}: broken")
    promise = case.commitments.get(content=f"We will let {OPEN} go")
    evidence = opened.claims.get(value=f"{CLOSED} cellar")
    review_commitment(
        chief, promise, on=date(2031, 5, 3), grade="C", note=f"{CLOSED} says otherwise", evidence=[evidence]
    )
    record_contact(
        chief, case, kind=ContactKind.CALL, on=on("2031-05-06"), participants=[f"{CLOSED} Agent"],
        persons_raised=[opened, closed], note=f"{CLOSED} spoke",
    )  # fmt: skip


POSTS: Mapping[str, Mapping[str, str]] = {
    "add_person": {"names": "Somebody Quite New", "nationalities": "FR", "number": "QN1"},
    "complete_person": {"names": "Another Spelling", "kind": "alias", "number": "QN2"},
    "judge": {"verdict": "same", "reason": "the year"},
    "undo_judgement": {"reason": "a mistake"},
    "link_row": {"person": "P1", "reason": "the year"},
    "assess": {"allows": "yes", "legal_basis": "consent", "assessment": "safe"},
    "preparation": {"approves": "yes"},
    "hand_over": {"recipient": "The ministry", "on": "2031-05-01", "round": "1"},
    "answer_list": {"code": "searching", "words": "We look.", "round": "1"},
    "answer": {"reason": "a mistake"},
    "decide": {"decision": "reject", "reason": "not our people"},
    "undo_decision": {"reason": "a mistake"},
    "withdraw_claim": {"reason": "a mistake"},
    "confirm_claim": {"note": ""},
    "record_statement": {"text": "held", "attribution": "named", "manner": "said", "classification": "0"},
    "add_claim": {
        "subject": "custody", "polarity": "asserts", "others": "P1", "credibility": "6", "classification": "0",
    },
    "record_promise": {"by": "the envoy", "content": "an answer", "review_every_days": "30"},
    "review_promise": {"on": "2031-05-09", "grade": "D", "note": "nothing"},
    "record_contact": {"kind": "visit", "took_place": "held", "participants": "an envoy", "classification": "0"},
    "record_silence": {
        "event": "a visit", "verdict": SilenceVerdict.NOT_ASSESSABLE.value, "text-TOTAL_FORMS": "1",
        "text-INITIAL_FORMS": "0",
    },
    "take_in_report": {"text": "A ship came in.", "publisher": "The Post", "published": "2031-05-09"},
    "prepare": {"go": "keep", "title": "Round", "recipient": "The ministry", "script": "Latn", "everybody": "1"},
    "export_person": {
        "as": "pfif", "go": "look", "recipient": "The ministry", "use": "share_with_party", "purpose": "asked",
        "script": "Latn", "fields_left": "home_place", "claims": "on", "quotes": "on", "expires_on": "2099-01-01",
    },
    "export_case": {
        "as": "ftm", "go": "look", "recipient": "The ministry", "use": "share_with_party", "purpose": "asked",
        "script": "Latn", "fields_left": "other_names", "claims": "on", "quotes": "on", "everybody": "on",
    },
    "brought": {"what": "look"},
    "detriment": {"item": "home_place", "word": "never", "reason": "a threat"},
    "access": {"act": "restrict", "reference": "P1", "level": "2", "reason": "a threat"},
    "user": {"act": "end_sessions"},
    "close_case": {"on": "2026-05-09", "reason": "they are home", "anyway": "on"},
    "close_part": {"on": "2026-05-09", "reason": "at home", "anyway": "on"},
    "change_contact": {"what": "less", "how": "by letter", "reason": "they asked"},
    "decide_review": {"verdict": "keep", "until": "2999-05-09", "reason": "still asked about"},
    "purge_person": {"rule": "time", "reason": "passed"},
    "purge_enquirer": {"rule": "time", "reason": "passed"},
    "seek_again": {"reason": "they ask for it"},
    "purge": {"act": "refuse", "not-reason": "still asked about"},
    "reviews": {"person": "300", "enquirer": "100", "case": "700", "reason": "our rule"},
}  # fmt: skip
"""By route, what somebody would post who filled its form in."""
