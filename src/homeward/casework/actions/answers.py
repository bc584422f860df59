"""What a party said about a list or about one row of it; each answer makes its claims.

"Searching" is kept apart from "holds": to look for somebody is not to acknowledge having them. Codes that say nothing
about a person (asks for details, refuses, a reply that fits no code) are recorded and make no claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.claims import store_claim
from homeward.casework.actions.reasons import require_reason
from homeward.casework.list_people import require_whole, rows_and_people
from homeward.casework.models import (
    Answer,
    AnswerReversal,
    Claim,
    Direction,
    Handover,
    List,
    ListItem,
    Party,
    Statement,
    User,
)
from homeward.casework.taken_back import not_taken_back
from homeward.errors import BadInputError, ConflictError
from homeward.records import AnswerCode, ClaimSubject, PartialDate, Polarity

CLAIM_OF_CODE: Mapping[AnswerCode, tuple[ClaimSubject, Polarity]] = {
    AnswerCode.HOLDS: (ClaimSubject.ACKNOWLEDGEMENT, Polarity.ASSERTS),
    AnswerCode.DOES_NOT_HOLD: (ClaimSubject.ACKNOWLEDGEMENT, Polarity.DENIES),
    AnswerCode.DENIES_KNOWLEDGE: (ClaimSubject.WHEREABOUTS, Polarity.DOES_NOT_KNOW),
    AnswerCode.SEARCHING: (ClaimSubject.SEARCHED_FOR, Polarity.ASSERTS),
    AnswerCode.DISPUTES_IDENTITY: (ClaimSubject.IDENTITY, Polarity.DENIES),
    AnswerCode.SAYS_RELEASED: (ClaimSubject.RELEASED, Polarity.ASSERTS),
    AnswerCode.SAYS_TRANSFERRED: (ClaimSubject.TRANSFERRED, Polarity.ASSERTS),
    AnswerCode.SAYS_ESCAPED: (ClaimSubject.ESCAPED, Polarity.ASSERTS),
    AnswerCode.SAYS_DEAD: (ClaimSubject.DEAD, Polarity.ASSERTS),
}


def record_answer(
    user: User,
    answered: List,
    *,
    party: Party | None,
    code: AnswerCode,
    item: ListItem | None = None,
    statement: Statement | None = None,
    reply_list: List | None = None,
    words: str = "",
    answered_on: PartialDate | None = None,
    round: int = 1,
) -> Answer:
    """Record an answer and make a claim of it for every sought person on the rows it is about.

    Args:
        answered: the list that was answered.
        item: the row it is about; None: collective, of the whole list and of nobody by name, and so its claims.
        statement: where the words stand, if somebody told of the answer.
        reply_list: the list that is the reply, if the answer came as one.
        words: the exact words or cells; needed where neither a statement nor a reply list holds them.

    Returns:
        the answer; the same one, if it is recorded and not taken back.

    Raises:
        ConflictError: the list is not ours, or no hand-over of it stands: nobody can have answered it.
        BadInputError: nothing says in which words they answered.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, answered)
        access.same_case(user, case, party, item, statement, reply_list)
        if item is not None and item.list_id != answered.pk:
            raise BadInputError(
                gettext("the row is not on that list"), gettext("Give the row of the list that was answered.")
            )
        code = AnswerCode(code)
        _refuse_unasked(answered)
        told = statement is not None or reply_list is not None or bool(words.strip())
        if not told and code != AnswerCode.NO_ANSWER_BY:
            raise BadInputError(
                gettext("nothing says in which words they answered"),
                gettext(
                    "Give the exact words as they were told to us (--words), or the statement in which they stand."
                ),
                kind="answer-without-words",
            )
        found = access.visible(user, Answer).filter(
            list=answered,
            item=item,
            party=party,
            code=code,
            round=round,
            statement=statement,
            reply_list=reply_list,
            words=words,
            reversal__isnull=True,
        )
        same = next((answer for answer in found if answer.answered_on == answered_on), None)
        if same is not None:
            return same
        answer = Answer.objects.create(
            case=case,
            list=answered,
            item=item,
            party=party,
            code=code,
            round=round,
            answered_on=answered_on,
            statement=statement,
            reply_list=reply_list,
            words=words,
            entered_by=user,
        )
        claims = _claims_of(user, answer)
        audit.append(
            user, "record_answer", case=case, about=[answer, answered], detail={"code": code.value, "claims": claims}
        )
        return answer


def reverse_answer(user: User, answer: Answer, reason: str) -> AnswerReversal:
    """Take back an answer that was recorded by mistake; its claims no longer count.

    Returns:
        the reversal; the one that is there, if the answer is taken back already.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, answer)
        require_reason(reason)
        found = AnswerReversal.objects.filter(answer=answer).first()
        if found is not None:
            return found
        reversal = AnswerReversal.objects.create(answer=answer, reason=reason, entered_by=user)
        claims = Claim.objects.filter(answer=answer).count()
        audit.append(user, "reverse_answer", case=case, about=[answer, reversal], detail={"claims": claims})
        return reversal


def _refuse_unasked(answered: List) -> None:
    require_whole(answered)
    ref = access.ref_of(answered)
    if answered.direction != Direction.OUT:
        raise ConflictError(
            gettext("{ref} is not a list of ours, so that nobody can have answered it").format(ref=ref),
            gettext(
                "Name the list that we handed over. "
                "What a list of others says becomes claims when its rows are judged."
            ),
            kind="list-not-ours",
        )
    if not not_taken_back(Handover.objects.filter(list=answered)).exists():
        raise ConflictError(
            gettext("no hand-over of {ref} is recorded, so that nobody can have answered it").format(ref=ref),
            gettext("Record the hand-over first: homeward handover {ref}").format(ref=ref),
            kind="list-not-handed-over",
        )


def _claims_of(user: User, answer: Answer) -> int:
    meaning = CLAIM_OF_CODE.get(AnswerCode(answer.code))
    if meaning is None:
        return 0
    subject, polarity = meaning
    level = answer.reply_list.capture.classification if answer.reply_list else 0
    pairs = rows_and_people(answer.list, item=answer.item)
    for item, person in pairs:
        store_claim(
            user,
            answer.case,
            person,
            subject=subject,
            polarity=polarity,
            value=answer.words,
            statement=answer.statement,
            item=item,
            collective=answer.item is None,
            asserted_on=answer.answered_on,
            answer=answer,
            classification=level,
        )
    return len(pairs)
