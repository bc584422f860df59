"""``homeward judge``: a person's word on candidates and proposals, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError, ConflictError
from homeward.records import Verdict

if TYPE_CHECKING:
    from homeward.casework.models import List, Person, Proposal

WORDS = ("same", "different", "unsure", "accept", "reject", "undo")


@click.command(epilog='Examples: homeward judge K7 same --because "same father"; homeward judge X1 X2 accept')
@click.argument("refs", nargs=-1, required=True)
@click.argument("verdict", type=click.Choice(WORDS))
@click.option("--because", "reason", default="", help="Why; needed for a candidate and for every undo.")
@click.option(
    "--person", "persons", multiple=True, help="For a proposal: whom it is about, such as P3; may be repeated."
)
@click.option("--list", "list_ref", help="For an answer: the list that was answered, such as L1.")
@click.option(
    "--correct",
    "corrections",
    multiple=True,
    metavar="FIELD=VALUE",
    help="For a proposal: what the words say otherwise than was read, such as on=2026-03; may be repeated.",
)
@with_session
def command(
    session: Session,
    refs: tuple[str, ...],
    verdict: str,
    reason: str,
    persons: tuple[str, ...],
    list_ref: str | None,
    corrections: tuple[str, ...],
) -> None:
    """Judge candidates (K7 same, different or unsure) and proposals (X5 accept or reject); undo either.

    Several are judged one after the other; the first that cannot be judged stops the rest and says why.
    """
    from homeward.casework import access
    from homeward.casework.models import ItemLink, Judgement, List, Person, Proposal

    user = session.user
    about = [session.one(ref, Person) for ref in persons] or None
    answered = session.one(list_ref, List) if list_ref else None
    correct = dict(_correction(one) for one in corrections)
    done: list[dict[str, str]] = []
    for ref in refs:
        target = access.resolve(user, ref)
        if isinstance(target, ItemLink) and verdict in ("same", "different", "unsure"):
            from homeward.casework.actions.links import judge_link

            made = access.ref_of(judge_link(user, target, verdict=Verdict(verdict), reason=_needed(reason)))
        elif isinstance(target, (ItemLink, Judgement)) and verdict == "undo":
            from homeward.casework.actions.links import reverse_judgement
            from homeward.casework.models import holding_judgement

            judgement = target if isinstance(target, Judgement) else holding_judgement(target)
            if judgement is None:
                raise ConflictError(f"{ref} is not judged", "There is nothing to undo.")
            made = access.ref_of(reverse_judgement(user, judgement, reason=_needed(reason)))
        elif isinstance(target, Proposal) and verdict in ("accept", "reject", "undo"):
            made = _judge_proposal(session, target, verdict, reason, about, answered, correct)
        else:
            raise BadInputError(
                f"{ref} cannot be judged with “{verdict}”",
                "Candidates (K) take same, different, unsure or undo; proposals (X) take accept, reject or undo.",
            )
        done.append({"ref": ref, "verdict": verdict, "made": made})
        if not session.as_json:
            say(f"{ref}: {verdict}. {made}".rstrip())
    if session.as_json:
        print_json(done)


def _judge_proposal(
    session: Session,
    target: Proposal,
    verdict: str,
    reason: str,
    about: list[Person] | None,
    answered: List | None,
    correct: dict[str, str],
) -> str:
    from homeward.casework.actions import proposals

    user = session.user
    if verdict == "accept":
        decision = proposals.accept_proposal(
            user, target, persons=about, answered_list=answered, reason=reason, correct=correct
        )
        return "Recorded: " + ", ".join(f"{kind} {number}" for kind, number in decision.made)
    if verdict == "reject":
        proposals.reject_proposal(user, target, reason=_needed(reason))
        return ""
    standing = proposals.standing_decision(target)
    if standing is None:
        raise ConflictError("this proposal is not decided", "There is nothing to undo.")
    proposals.reverse_decision(user, standing, reason=_needed(reason))
    return "Taken back."


def _correction(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise BadInputError(f"“{text}” corrects nothing", "Write the field and what it is: --correct on=2026-03-14")
    return name.strip(), value


def _needed(reason: str) -> str:
    if not reason.strip():
        raise BadInputError("a judgement needs its reason", 'Give it in words: --because "same father and village"')
    return reason
