"""What the reading engine proposes and nobody has decided: said in words, with the quotation it rests on.

In: proposals that wait. Out: one line each, report by report in the order of the text.
"""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext, ngettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.models import Proposal
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import actor_name, name_of, source_of_capture, span_words
from homeward.casework.results import ProposalLine, ShownLink
from homeward.reading import proposals as read
from homeward.reading.proposals import ProposalKind


def proposal_lines(ground: Ground) -> tuple[ProposalLine, ...]:
    """The proposals that wait."""
    return tuple(line_of(ground, row) for row in ground.proposals)


def count_by_person(ground: Ground) -> dict[int, int]:
    """How many waiting proposals name each person."""
    found: dict[int, int] = {}
    for row in ground.proposals:
        for key in set(row.payload.get("persons", ())):
            if str(key).isdigit():
                found[int(key)] = found.get(int(key), 0) + 1
    return found


def chain_of_proposal(proposal: read.Proposal) -> tuple[ShownLink, ...]:
    """The chain as the reading engine sees it."""
    return tuple(
        ShownLink(link.role, link.name, link.attribution, link.said_on.value if link.said_on else None)
        for link in proposal.chain
    )


def summary_of(proposal: read.Proposal, people: str) -> str:
    """One sentence: who said what through whom, or what is told to have happened.

    Args:
        people: the names of the people it is about, or empty.
    """
    chain = chain_of_proposal(proposal)
    who, via = wording.who_and_via(chain)
    on = f" {wording.on_date_words(proposal.date.value)}" if proposal.date is not None else ""
    content = " … ".join(span.text for span in proposal.content) or proposal.span.text
    told = gettext("; told by {who}{via}").format(who=who, via=via) if chain else ""
    match proposal.kind:
        case ProposalKind.CLAIM if proposal.subject is not None and proposal.polarity is not None:
            said = wording.say_claim(
                proposal.subject,
                proposal.polarity,
                chain,
                value=proposal.value or "",
                collective=proposal.collective,
            )
            return f"{people}: {said}{on}" if people else f"{said}{on}"
        case ProposalKind.ANSWER if proposal.answer_code is not None:
            code = wording.code_words(proposal.answer_code, collective=proposal.collective)
            answered = gettext("{party} {says}").format(party=proposal.by or who, says=code)
            return f"{answered}{on}{via}" + (f": {people}" if people else "")
        case ProposalKind.COMMITMENT:
            promise = proposal.content[0].text if proposal.content else proposal.span.text
            condition = (
                gettext(", on the condition “{condition}”").format(condition=proposal.condition.text)
                if proposal.condition
                else ""
            )
            due = wording.by_date_words(proposal.due.value) if proposal.due else gettext("no date given for it")
            to = gettext(" to {party}").format(party=proposal.to) if proposal.to else ""
            return gettext("{party} promised{to}{on}{via}: “{promise}”{condition}; {due}").format(
                party=proposal.by or who, to=to, on=on, via=via, promise=promise, condition=condition, due=due
            )
        case ProposalKind.CONTACT if proposal.contact_kind is not None:
            status = proposal.contact_status or "held"
            taking_part = proposal.participants or tuple(filter(None, (proposal.by, proposal.to)))
            return wording.contact_words(proposal.contact_kind, status, taking_part, proposal.place or "") + on + told
        case ProposalKind.HANDOVER:
            number = gettext("a list")
            if proposal.count:
                phrase = ngettext("a list of {n} name", "a list of {n} names", proposal.count)
                number = wording.counted(phrase, proposal.count)
            to = gettext(" to {party}").format(party=proposal.to) if proposal.to else ""
            through = gettext(" through {party}").format(party=proposal.through) if proposal.through else ""
            return gettext("{party} is said to have handed {list}{to}{through}{on}{told}").format(
                party=proposal.by or gettext("Somebody"), list=number, to=to, through=through, on=on, told=told
            )
        case ProposalKind.SILENCE:
            return gettext("Silence: {about}").format(about=proposal.about or content) + on + told
        case ProposalKind.MENTION:
            return gettext("Mentioned{on}: {whom}").format(on=on, whom=people or content)
        case _:
            manner = proposal.manner.value if proposal.manner is not None else "said"
            return f"{who} {wording.manner_words(manner)}{via}: “{content}”{on}"


def reason_shown(proposal: read.Proposal) -> str:
    """The reason without the terms that were searched: among them are names of people whom not every reader may see.

    Who may see them finds them with the silence itself.
    """
    head, listed, _ = proposal.because.partition(" these terms: ")
    return f"{head} the terms searched" if listed else proposal.because


def _unnamed(ground: Ground, proposal: read.Proposal) -> read.Proposal:
    """The proposal with protected sources not named."""

    def shown(name: str | None) -> str | None:
        return None if name is None else actor_name(ground, name)

    return replace(
        proposal,
        chain=tuple(replace(link, name=actor_name(ground, link.name)) for link in proposal.chain),
        participants=tuple(actor_name(ground, name) for name in proposal.participants),
        by=shown(proposal.by),
        to=shown(proposal.to),
        through=shown(proposal.through),
    )


def line_of(ground: Ground, row: Proposal) -> ProposalLine:
    """One proposal, decided or not."""
    proposal = _unnamed(ground, read.proposal_from_json(row.payload))
    named = [ground.people[int(key)] for key in proposal.persons if key.isdigit() and int(key) in ground.people]
    names = [name_of(ground, person).text for person in named]
    capture = row.capture
    return ProposalLine(
        ref=ref_of(row),
        kind=row.kind,
        summary=summary_of(proposal, ", ".join(names)),
        quote=words(row.quote, capture.language),
        chain=chain_of_proposal(proposal),
        because=reason_shown(proposal),
        source=source_of_capture(capture, span_words(row.start, row.stop)),
        persons=tuple(ref_of(person) for person in named),
    )
