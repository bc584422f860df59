"""A small invented case file for the questions, built through the acts; people, parties and places do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from django.utils import timezone

from homeward.casework.actions.answers import record_answer
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import open_case, record_party
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.desk import open_desk
from homeward.casework.actions.enquiries import assess_harm
from homeward.casework.actions.handovers import fields_that_leave, record_handover
from homeward.casework.actions.links import judge_link, link_by_hand
from homeward.casework.actions.people import add_identifier, add_person
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.models import (
    Answer,
    Capture,
    Case,
    Claim,
    Classification,
    Commitment,
    Direction,
    Handover,
    ItemLink,
    List,
    ListItem,
    Party,
    Person,
    Proposal,
    SecondReading,
    Statement,
    User,
)
from homeward.reading.proposals import Proposal as ReadProposal
from homeward.reading.proposals import ProposalKind, Span, proposal_to_json
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    LinkRole,
    NameKind,
    PartialDate,
    Polarity,
    Sex,
    SilenceVerdict,
    Verdict,
    WrittenIdentifier,
    WrittenName,
)

AS_OF = date(2031, 6, 1)
_numbers = count(1)
_ROLES = {"s": LinkRole.SPEAKER, "r": LinkRole.RELAY, "p": LinkRole.PUBLISHER}


def on(text: str) -> PartialDate:
    return PartialDate.read(text)


@dataclass
class CaseFile:
    """One case, and short ways of putting things into it."""

    user: User
    case: Case
    people: list[Person] = field(default_factory=list)

    @classmethod
    def new(cls, title: str = "The ferry of Ostrel") -> CaseFile:
        user = open_desk(f"keeper{next(_numbers)}", full_name="Ilva Santorek") if not User.objects.exists() else None
        user = user or User.objects.first()
        assert user is not None
        return cls(user, open_case(user, title))

    def person(self, latin: str, *others: str, **known: object) -> Person:
        names = [WrittenName(latin), *(WrittenName(text, NameKind.TRANSLITERATION) for text in others)]
        made = add_person(self.user, self.case, names=names, **known)  # type: ignore[arg-type]
        self.people.append(made)
        return made

    def party(self, name: str, **known: object) -> Party:
        return record_party(self.user, self.case, name, **known)  # type: ignore[arg-type]

    def report(
        self,
        text: str,
        *,
        publisher: str = "Ostrel Post",
        published: str = "2031-03-02",
        copies: Capture | None = None,
        complete: bool = True,
        classification: Classification = Classification.DESK,
        language: str = "en",
    ) -> Capture:
        made, _ = capture_file(
            self.user,
            self.case,
            content=f"{next(_numbers)} {text}".encode(),
            file_name="report.txt",
            format="text",
            title=text[:30],
            publisher=self.party(publisher),
            published=on(published),
            text=text,
            copies=copies,
            copy_similarity=0.97 if copies else None,
            complete=complete,
            classification=classification,
            language=language,
        )
        return made

    def said(
        self,
        words: str,
        chain: str,
        *,
        said_on: str | None = None,
        capture: Capture | None = None,
        classification: Classification = Classification.DESK,
    ) -> Statement:
        """``s:Ministry > r:Wire > p:Post``; ``?`` after the letter makes an actor anonymous."""
        links = []
        for step in chain.split(">"):
            head, _, name = step.strip().partition(":")
            attribution = Attribution.ANONYMOUS if "?" in head else Attribution.NAMED
            links.append(NewLink(_ROLES[head[0]], name.strip(), attribution))
        return record_statement(
            self.user,
            capture or self.report(words, publisher=links[-1].name),
            text=words,
            chain=links,
            said_on=on(said_on) if said_on else None,
            classification=classification,
        )

    def claim(
        self,
        person: Person,
        subject: ClaimSubject,
        chain: str = "s:Ministry of Calm > p:Ostrel Post",
        *,
        polarity: Polarity = Polarity.ASSERTS,
        said_on: str | None = "2031-03-01",
        value: str = "",
        valid: str | None = None,
        collective: bool = False,
        words: str = "",
        capture: Capture | None = None,
        classification: Classification = Classification.DESK,
    ) -> Claim:
        number = next(_numbers)
        statement = self.said(words or f"Words number {number}.", chain, said_on=said_on, capture=capture)
        return add_claim(
            self.user,
            person,
            subject=subject,
            polarity=polarity,
            value=value,
            statement=statement,
            valid_time=on(valid) if valid else None,
            collective=collective,
            classification=classification,
        )

    def read_again(self, *claims: Claim) -> None:
        """A second person reads claims of death, injury or release."""
        other, _ = User.objects.get_or_create(username="second-reader")
        SecondReading.objects.bulk_create(SecondReading(claim=claim, entered_by=other) for claim in claims)

    def list_of(
        self,
        rows: Sequence[tuple[str, ...]],
        *,
        title: str = "People of the ferry",
        author: str = "Our desk",
        direction: Direction = Direction.OUT,
        as_of: str | None = "2031-01-10",
        headings: Sequence[str] = ("name", "born"),
        problems: Sequence[dict[str, object]] = (),
    ) -> List:
        """A list that has arrived, stored directly; the first cell of a row is the name."""
        capture, _ = capture_file(
            self.user, self.case, content=f"list {next(_numbers)}".encode(), file_name="list.xlsx", format="xlsx"
        )
        made = List.objects.create(
            case=self.case,
            capture=capture,
            title=title,
            author=self.party(author),
            direction=direction,
            as_of=on(as_of) if as_of else None,
            tables=[{"name": "", "headings": list(headings), "meanings": ["full_name", "birth"][: len(headings)]}],
            problems=list(problems),
            arrived_at=timezone.now(),
            entered_by=self.user,
        )
        ListItem.objects.bulk_create(
            ListItem(
                list=made,
                ordinal=n,
                row_number=n + 1,
                cells=list(cells),
                name=cells[0],
                record={"key": str(n), "names": [{"text": cells[0]}]},
            )
            for n, cells in enumerate(rows, 1)
        )
        return made

    def candidate(self, stored: List, row: int, person: Person, probability: float | None = 0.8) -> ItemLink:
        return ItemLink.objects.create(
            item=stored.items.get(ordinal=row),
            person=person,
            probability=probability,
            reasons=["the family names are one name in two scripts"],
            engine="names 0",
            entered_by=self.user,
        )

    def same(self, link: ItemLink) -> None:
        judge_link(self.user, link, Verdict.SAME, "born on the same day", make_claims=True)

    def hand_over(
        self, *, to: str = "Ministry of Calm", day: str = "2031-02-09", reply_due: date | None = None
    ) -> tuple[List, Handover]:
        """Our list of everybody, handed over; row n is person n."""
        rows = [(person.name_forms.order_by("pk").first().text, "") for person in self.people]  # type: ignore[union-attr]
        ours = self.list_of(rows)
        recipient = self.party(to)
        for item, person in zip(ours.items.order_by("ordinal"), self.people, strict=True):
            link_by_hand(self.user, item, person, reason="our own row")
            assess_harm(
                self.user,
                person,
                recipient=recipient,
                fields=fields_that_leave(ours)[person.pk],
                legal_basis="the family's wish",
                assessment="none",
                allows=True,
            )
        handed = record_handover(
            self.user,
            self.case,
            list=ours,
            giver=self.party("Our desk"),
            recipient=recipient,
            on=on(day),
            reply_due=reply_due,
        )
        return ours, handed

    def answer(
        self,
        ours: List,
        code: AnswerCode,
        *,
        row: int | None = None,
        day: str = "2031-03-01",
        party: str = "Ministry of Calm",
        words: str = "We are looking.",
        round: int = 1,
    ) -> Answer:
        return record_answer(
            self.user,
            ours,
            party=self.party(party),
            code=code,
            item=ours.items.get(ordinal=row) if row else None,
            answered_on=on(day),
            words=words,
            round=round,
        )

    def promise(
        self, *, condition: str = "as soon as we find them", due: str | None = None, persons: Sequence[Person] = ()
    ) -> Commitment:
        text = f"We will let them go, {condition}, promise {next(_numbers)}."
        return record_commitment(
            self.user,
            self.said(text, "s:Ministry of Calm > r:Wire of Ostrel > p:Ostrel Post", said_on="2031-03-01"),
            by="Ministry of Calm",
            to="the ambassador",
            content="We will let them go",
            condition=condition,
            due=on(due) if due else None,
            persons=persons,
            collective=not persons,
        )

    def proposal(
        self, capture: Capture, kind: ProposalKind, quote: str, *, persons: Sequence[Person] = (), **fields: object
    ) -> Proposal:
        start = capture.text.index(quote)
        fields.setdefault("because", "a rule saw it")
        read = ReadProposal(
            kind=kind,
            span=Span(start, start + len(quote), quote),
            persons=tuple(str(person.pk) for person in persons),
            **fields,  # type: ignore[arg-type]
        )
        return Proposal.objects.create(
            capture=capture,
            kind=kind,
            start=start,
            stop=start + len(quote),
            quote=quote,
            payload=proposal_to_json(read),
            engine="reading 0",
            entered_by=self.user,
        )


def full_person(user: User, case: Case, *more_names: WrittenName) -> Person:
    """Ilka Tamorevic, of whom everything is known that may be asked for."""
    one = add_person(
        user,
        case,
        names=[WrittenName("Ilka Tamorevic"), WrittenName("Lanka the Lark", NameKind.ALIAS), *more_names],
        birth=PartialDate.read("1973-04-17"),
        sex=Sex.FEMALE,
        nationalities=["GE", "IL"],
        father_name="Petravik",
        mother_name="Maronika",
        place_of_birth="Ostrelburg",
        home_place="Sartaville",
        missing_since=PartialDate.read("2030-11-02"),
        group_terms=["the larks of Ostrel"],
        external_id="EXT-4711",
    )
    add_identifier(user, one, WrittenIdentifier(kind="passport", value="XQ7788", country="IL"))
    return one


def full_case(people: int = 3) -> CaseFile:
    """A case with something of everything, and as many people as wanted."""
    file = CaseFile.new(f"The ferry of Ostrel {next(_numbers)}")
    for n in range(people):
        file.person(f"Maro Velisk {n}", f"Маро Велиск {n}", f"מארו וליסק {n}", missing_since=on("2030-11-02"))
    ours, _ = file.hand_over(reply_due=date(2031, 4, 1))
    file.answer(ours, AnswerCode.SEARCHING)
    file.answer(ours, AnswerCode.DOES_NOT_HOLD, row=1, day="2031-04-20", words="Not with us.", round=2)
    theirs = file.list_of(
        [(f"فليسك مارو {n}", "١٩٩١") for n in range(people * 4)],
        title="Patients of the harbour",
        author="Harbour Hospital",
        direction=Direction.IN,
        as_of="2031-04-02",
        problems=[{"what": "no date", "remedy": "Ask the sender for it."}],
    )
    for n, person in enumerate(file.people, 1):
        link = file.candidate(theirs, n, person)
        if n % 2:
            file.same(link)
        file.claim(person, ClaimSubject.ALIVE, "s:Envoy of Sart > p:Sart Courier", said_on="2031-03-11")
        file.claim(person, ClaimSubject.DEAD, "s?:a source > p:Night Sheet", said_on="2031-03-12")
        file.promise(persons=[person])
    file.promise()
    report = file.report("The report of the visit did not say a word about the people of the ferry.")
    read_out = file.report("The minister and the delegation spoke of grain.")
    contact = record_contact(
        file.user,
        file.case,
        kind=ContactKind.VISIT,
        on=on("2031-05-05"),
        place="Ostrel",
        participants=["A delegation of Sart", "the Ministry of Calm"],
    )
    record_silence(
        file.user,
        file.case,
        event="The visit to Ostrel, where the list had been handed over",
        verdict=SilenceVerdict.NO_MENTION,
        contact=contact,
        coverage=[CoverageRow("Ostrel Post", SilenceVerdict.NO_MENTION, True, read_out, "en")],
        terms=[{"script": "Latn", "term": "ferry"}, {"script": "Hebr", "term": "מעבורת"}],
    )
    file.report("The report of the visit did not say a word.", publisher="Herald", copies=report)
    file.proposal(report, ProposalKind.SILENCE, "did not say a word", about="the visit and the people")
    file.proposal(report, ProposalKind.MENTION, "the people of the ferry", persons=file.people[:1])
    return file
