"""Carries out the acts of the sample's caseworker on a case file, through the same acts as everybody else.

In: the plan, and a user. Out: a line for each act that a person may want to see. Done twice, nothing changes.
Leaves to others: what the acts are (`plan`), what they do (`casework.actions`), showing the lines (`cli`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import singledispatchmethod

from homeward.casework.actions import (
    briefings,
    cases,
    claims,
    commitments,
    contacts,
    enquiries,
    handovers,
    links,
    lists,
    match,
    people,
    reports,
    statements,
)
from homeward.casework.actions import proposals as proposing
from homeward.casework.briefing_text import Section
from homeward.casework.list_file import meant_tables, rows_of
from homeward.casework.models import (
    BriefingDraft,
    Capture,
    Case,
    Commitment,
    ConsentPurpose,
    Credibility,
    Decision,
    Direction,
    Enquirer,
    ItemLink,
    List,
    ListItem,
    Party,
    PartyKind,
    Person,
    Proposal,
    Reliability,
    User,
)
from homeward.casework.queries import relatives
from homeward.errors import ConflictError
from homeward.exchange import read_tables
from homeward.records import LinkRole
from homeward.sample import acts, file_bytes

Progress = Callable[[int, int | None], None]

HARM = "The movement took these people; the names, fathers' names and birth years handed over are known to it."
BASIS = "The relatives' requests to trace, and the mandate of the ministry to protect its nationals."


@dataclass
class Desk:
    """The sample's caseworker at work: the case file's objects by the names the plan gives them."""

    user: User
    progress: Progress | None = None
    case: Case | None = None
    parties: dict[str, Party] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    lists: dict[str, List] = field(default_factory=dict)
    captures: dict[str, Capture] = field(default_factory=dict)

    def carry_out(self, plan: Sequence[acts.Act]) -> Iterator[str]:
        """Do every act in order; yields a line for those that bring something in.

        Raises:
            ConflictError: the case file does not hold what the plan speaks of.
        """
        searched = False
        for act in plan:
            if isinstance(act, acts.JudgeRow) and not searched:
                found = match.propose_links(self.user, self.open_case)
                searched = True
                yield f"{found} rows of the lists received may be people of this case" if found else ""
            yield self.do(act)

    @property
    def open_case(self) -> Case:
        """The case that the plan opened."""
        if self.case is None:
            raise ConflictError("no case is open", "The plan must open one first.")
        return self.case

    @singledispatchmethod
    def do(self, act: acts.Act) -> str:
        """Do one act; a line for a person, or nothing."""
        raise TypeError(f"nobody knows how to do {type(act).__name__}")

    @do.register
    def _(self, act: acts.OpenCase) -> str:
        self.case = cases.open_case(self.user, act.title, opened_on=act.opened_on, review_on=act.review_on)
        return ""

    @do.register
    def _(self, act: acts.RecordParty) -> str:
        self.parties[act.name] = cases.record_party(
            self.user,
            self.open_case,
            act.name,
            kind=PartyKind(act.kind),
            reliability=Reliability(act.reliability),
            other_names=act.other_names,
            parent=self.parties[act.parent] if act.parent else None,
        )
        return ""

    @do.register
    def _(self, act: acts.AddPerson) -> str:
        person = act.person
        self.people[person.key] = people.add_person(
            self.user,
            self.open_case,
            names=person.names,
            birth=person.birth,
            sex=person.sex,
            nationalities=person.nationalities,
            father_name=person.father_name,
            home_place=person.home_place,
            missing_since=person.missing_since,
            group_terms=act.group_terms,
            external_id=person.key,
        )
        return ""

    @do.register
    def _(self, act: acts.TakeInList) -> str:
        source = (act.file, file_bytes(act.file))
        arrival = lists.take_in_list(
            self.user,
            self.open_case,
            source,
            title=act.title,
            author=self.parties[act.author],
            direction=Direction(act.direction),
            publisher=self.parties[act.publisher] if act.publisher else None,
            recipient=self.parties[act.recipient] if act.recipient else None,
            purpose=act.purpose,
            as_of=act.as_of,
            mapping=dict(act.mapping) or None,
            people=self._people_of_rows(source, act) or None,
            progress=self.progress,
        )
        self.lists[act.file] = arrival.list
        faults = f", {len(arrival.problems)} faults told" if arrival.problems else ""
        return "" if arrival.already else f"{act.file}: {arrival.rows} rows{faults}"

    @do.register
    def _(self, act: acts.TakeInReport) -> str:
        arrival = reports.take_in_report(
            self.user,
            self.open_case,
            (act.file, file_bytes(act.file)),
            publisher=self.parties[act.publisher],
            published=act.published,
            title=act.title,
            url=act.url,
            language=act.language,
        )
        self.captures[act.file] = arrival.capture
        copy = f", a near copy of {arrival.copy_of.file_name}" if arrival.copy_of else ""
        return "" if arrival.already else f"{act.file}: {len(arrival.proposals)} proposals{copy}"

    @do.register
    def _(self, act: acts.RecordHandover) -> str:
        handed, recipient = self.lists[act.file], self.parties[act.recipient]
        leaves, people = handovers.fields_that_leave(handed), handovers.people_of_list(handed)
        enquiries.allow_all(self.user, people, recipient=recipient, fields=leaves, legal_basis=BASIS, assessment=HARM)
        handovers.record_handover(
            self.user,
            self.open_case,
            list=handed,
            giver=self.parties[act.giver],
            recipient=recipient,
            through=self.parties[act.through],
            on=act.on,
            place=act.place,
            carried_by=act.carried_by,
            received_by=act.received_by,
            acknowledged=act.acknowledged,
            reply_due=act.reply_due,
        )
        return ""

    @do.register
    def _(self, act: acts.JudgeRow) -> str:
        item = ListItem.objects.get(list=self.lists[act.file], row_number=act.row)
        link = ItemLink.objects.filter(item=item, person=self.people[act.person]).first()
        if link is None:
            raise ConflictError(
                f"row {act.row} was not found for {act.person}", "See which candidates there are.", path=act.file
            )
        links.judge_link(self.user, link, act.verdict, act.reason)
        return ""

    @do.register
    def _(self, act: acts.AcceptProposal) -> str:
        proposing.accept_proposal(self.user, self._proposal(act.file, act.kind, act.quoting))
        return ""

    @do.register
    def _(self, act: acts.AddClaim) -> str:
        capture = self.captures[act.file]
        start = capture.text.index(act.quoting)
        chain = [statements.NewLink(role, name, attribution) for role, name, attribution in act.chain]
        if capture.publisher is not None:
            chain.append(statements.NewLink(LinkRole.PUBLISHER, capture.publisher.name, party=capture.publisher))
        statement = statements.record_statement(
            self.user,
            capture,
            text=act.quoting,
            start=start,
            stop=start + len(act.quoting),
            chain=chain,
            said_on=act.said_on,
        )
        claims.add_claim(
            self.user,
            self.people[act.person],
            subject=act.subject,
            polarity=act.polarity,
            value=act.value,
            statement=statement,
            valid_time=act.valid,
            asserted_on=act.said_on,
            credibility=Credibility(act.credibility),
        )
        return ""

    @do.register
    def _(self, act: acts.RecordContact) -> str:
        contacts.record_contact(
            self.user,
            self.open_case,
            kind=act.kind,
            on=act.on,
            place=act.place,
            channel=act.channel,
            participants=act.participants,
            persons_raised=[self.people[key] for key in act.persons_raised],
            raised_known=True,
            note=act.note,
        )
        return ""

    @do.register
    def _(self, act: acts.ReviewCommitment) -> str:
        proposal = self._proposal(act.file, "commitment", act.quoting)
        made = next(
            number
            for d in Decision.objects.filter(proposal=proposal)
            for kind, number in d.made
            if kind == "commitment"
        )
        commitments.review_commitment(
            self.user,
            Commitment.objects.get(pk=made),
            on=act.on,
            grade=act.grade,
            note=act.note,
            next_review_on=act.next_review_on,
        )
        return ""

    @do.register
    def _(self, act: acts.RecordEnquiry) -> str:
        enquirer = enquiries.record_enquirer(
            self.user, self.open_case, act.enquirer, language=act.language, safe_contact=act.safe_contact
        )
        person = self.people[act.person]
        enquiries.record_enquiry(
            self.user,
            enquirer,
            person,
            relation=act.relation,
            channel=act.channel,
            asked_on=act.asked_on,
            questions=act.questions,
            follow_up_on=act.follow_up_on,
        )
        for consent in act.consents:
            enquiries.record_consent(
                self.user,
                enquirer,
                person,
                purpose=ConsentPurpose(consent.purpose),
                given=True,
                on=consent.on,
                wording=consent.wording,
                scope=consent.scope,
            )
        return ""

    @do.register
    def _(self, act: acts.BriefRelative) -> str:
        enquirer = Enquirer.objects.get(case=self.open_case, name=act.enquirer)
        person = self.people[act.person]
        known = {"enquirer": enquirer, "person": person, "until": act.on}
        if BriefingDraft.objects.filter(**known).exists():
            return ""
        told = briefings.told_before(enquirer, person)
        material = relatives.material(self.user, enquirer, person, language=act.language, as_of=act.on, told=told)
        chosen = [
            row
            for row in material.lines
            if row.use
            # a promise of release is told only when a second person has read it
            and (row.commitment is None or act.given is None)
            and not (act.rows_withheld and row.claim is not None and row.claim.item_id is not None)
        ]
        lines = [
            briefings.NewLine(row.text, row.claim, section=row.section, commitment=row.commitment) for row in chosen
        ]
        lines.append(briefings.NewLine(act.further, section=Section.NEXT))
        draft = briefings.keep_draft(
            self.user,
            enquirer,
            person,
            language=act.language,
            since=material.since,
            until=act.on,
            lines=lines,
            withheld=[
                briefings.Withheld(row.claim, act.rows_withheld)
                for row in material.lines
                if row.claim is not None and row not in chosen
            ],
        )
        if act.given is not None:
            made = briefings.decide_draft(self.user, draft, approves=True).briefing
            assert made is not None
            briefings.record_delivery(
                self.user, made, on=act.on, channel=act.given.channel, reactions=act.given.reactions
            )
        return ""

    def _people_of_rows(self, source: tuple[str, bytes], act: acts.TakeInList) -> dict[int, Person]:
        """By ordinal, as the act wants it; the plan counts rows as a spreadsheet shows them."""
        if not act.people:
            return {}
        wanted = dict(act.people)
        rows = rows_of(meant_tables(read_tables(source).tables, told=dict(act.mapping)))
        return {row.ordinal: self.people[wanted[row.number]] for row in rows if row.number in wanted}

    def _proposal(self, file: str, kind: str, quoting: str) -> Proposal:
        wanted = " ".join(quoting.split())
        proposed = [
            (p, " ".join(p.quote.split())) for p in Proposal.objects.filter(capture=self.captures[file], kind=kind)
        ]
        # The engine may propose a clause of the words that the caseworker has in mind, or the sentence around them.
        found = [p for p, quote in proposed if wanted in quote or quote in wanted]
        if not found:
            raise ConflictError(f'no {kind} was proposed from "{quoting}"', "See homeward proposals.", path=file)
        return found[0]
