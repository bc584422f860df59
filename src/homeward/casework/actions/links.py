"""Links between rows of lists and sought people: made by hand, judged, and judgements taken back.

What the engine proposes is written by `casework.matching`; only a person judges.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.claims import store_claim
from homeward.casework.actions.reasons import require_reason
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Case,
    Direction,
    ItemLink,
    Judgement,
    List,
    ListItem,
    Person,
    User,
    holding_judgement,
)
from homeward.casework.status_words import subject_of_status
from homeward.errors import BadDateError, ConflictError
from homeward.records import ClaimSubject, PartialDate, Polarity, Verdict

_SAID = {Verdict.SAME: _("Same person"), Verdict.DIFFERENT: _("Not the same"), Verdict.UNSURE: _("Cannot tell")}


def link_by_hand(user: User, item: ListItem, person: Person, *, reason: str) -> ItemLink:
    """Propose that a row is a sought person although the engine did not; still to be judged.

    Returns:
        the link of this pair, if there is one already.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, item)
        access.same_case(user, case, person)
        require_reason(reason)
        found = access.visible(user, ItemLink).filter(item=item, person=person).order_by("pk").first()
        if found is not None:
            return found
        link = ItemLink.objects.create(item=item, person=person, reasons=[reason], engine=BY_HAND, entered_by=user)
        audit.append(user, "link_by_hand", case=case, about=[link, item, person])
        return link


def judge_link(
    user: User, link: ItemLink, verdict: Verdict, reason: str, *, make_claims: bool | None = None
) -> Judgement:
    """Say whether a row is the sought person: same, different or unsure.

    The judgement that held before stays readable and no longer holds; with it, its claims no longer count. "Same"
    makes claims of what the row says, unless the list is our own or an echo of it: our own word is no news.

    Args:
        make_claims: whether the row's words count as news; None: as the list's direction and `echo_of` say.

    Returns:
        the judgement; the one that holds, if this user said the same for the same reason.

    Raises:
        ConflictError: the row is judged to be somebody else, a row being one person; or another user judged this
            link. One's own judgement may be changed; another's is taken back first, with the reason. So of two who
            judge at once one learns what the other said.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, link)
        require_reason(reason)
        verdict = Verdict(verdict)
        _hold_row(link)
        held = holding_judgement(link)
        if held is not None and (held.verdict, held.reason, held.entered_by_id) == (verdict, reason, user.pk):
            return held
        if held is not None and held.entered_by_id != user.pk:
            ref = access.ref_of(held)
            raise ConflictError(
                gettext("{who} judged {link} “{verdict}” ({ref})").format(
                    who=held.entered_by.get_full_name() or held.entered_by.get_username(),
                    link=access.ref_of(link),
                    verdict=gettext(_SAID[Verdict(held.verdict)]),
                    ref=ref,
                ),
                (
                    gettext("Undo {ref} first, with the reason; then judge.")
                    if held.verdict != verdict
                    else gettext("Nothing needs to be done. If its reason is wrong, undo {ref} first; then judge.")
                ).format(ref=ref),
                kind="judged-otherwise" if held.verdict != verdict else "judged-already",
            )
        if verdict == Verdict.SAME:
            _refuse_if_somebody_else(user, link)
        judgement = Judgement.objects.create(link=link, verdict=verdict, reason=reason, entered_by=user)
        made = 0
        if verdict == Verdict.SAME and (_is_news(link.item.list) if make_claims is None else make_claims):
            made = _claims_of_row(user, case, judgement)
        audit.append(
            user,
            "judge_link",
            case=case,
            about=[judgement, link],
            detail={"verdict": verdict.value, "claims": made},
        )
        return judgement


def reverse_judgement(user: User, judgement: Judgement, reason: str) -> Judgement:
    """Take a judgement back; what held before it holds again. Reversing a reversal restores what it took back.

    Returns:
        the reversal; the one that is there, if the judgement is reversed already.

    Raises:
        ConflictError: it would make the row two people at once.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, judgement)
        require_reason(reason)
        link = judgement.link
        _hold_row(link)
        rows = list(link.judgements.order_by("pk"))
        last, undone = _end_of_chain(judgement, rows)
        if undone:
            return last
        restored = newest_that_holds(rows, without=last)
        before = holding_judgement(link)
        if restored is not None and restored.verdict == Verdict.SAME and restored != before:
            _refuse_if_somebody_else(user, link)
        reversal = Judgement.objects.create(
            link=link, verdict="", reason=reason, reverses=last, restores=restored, entered_by=user
        )
        audit.append(
            user,
            "reverse_judgement",
            case=case,
            about=[reversal, judgement, link],
            detail={"holds": restored.verdict if restored else ""},
        )
        return reversal


def newest_that_holds(rows: list[Judgement], *, without: Judgement | None = None) -> Judgement | None:
    """The newest verdict that is not reversed, worked out from all judgements of one link.

    Args:
        without: a judgement to be taken as reversed although no row says so yet.

    The plain definition; `models.holding_id` asks the same of many links at once.
    """
    reversals = {row.reverses_id: row for row in rows if row.reverses_id is not None}

    def holds(row: Judgement) -> bool:
        if without is not None and row.pk == without.pk:
            return False
        by = reversals.get(row.pk)
        return by is None or not holds(by)

    return next((row for row in reversed(rows) if row.reverses_id is None and holds(row)), None)


def _end_of_chain(judgement: Judgement, rows: list[Judgement]) -> tuple[Judgement, bool]:
    """The last of the reversals that hang on a judgement (or itself), and whether they leave it undone."""
    reversals = {row.reverses_id: row for row in rows if row.reverses_id is not None}
    last, undone = judgement, False
    while (following := reversals.get(last.pk)) is not None:
        last, undone = following, not undone
    return last, undone


def _hold_row(link: ItemLink) -> None:
    """Have others wait who write to links of the same row at the same time."""
    list(ItemLink.objects.select_for_update().filter(item=link.item_id).values_list("pk"))


def _refuse_if_somebody_else(user: User, link: ItemLink) -> None:
    # A judgement that is closed to the user is not there for them; whoever sees both sees that the row is two people.
    seen = access.visible(user, ItemLink).filter(item=link.item).exclude(pk=link.pk)
    for other in seen.select_related("person").order_by("pk"):
        held = holding_judgement(other)
        if held is not None and held.verdict == Verdict.SAME and other.person_id != link.person_id:
            raise ConflictError(
                gettext("this row is judged to be {person} already, and a row is one person").format(
                    person=access.ref_of(other.person)
                ),
                gettext("Reverse the judgement on {other} first, if that was wrong.").format(
                    other=access.ref_of(other)
                ),
            )


def _is_news(held: List) -> bool:
    if held.direction == Direction.OUT:
        return False
    ours = List.objects.filter(case=held.case_id, direction=Direction.OUT, arrived_at__isnull=False)
    if not ours.exists():
        return True
    from homeward.casework.matching import echo_of  # loads the name engine, which judging does not need otherwise

    return not echo_of(held).is_echo


def _claims_of_row(user: User, case: Case, judgement: Judgement) -> int:
    """Make the claims that follow from a row being a person; the wording of each is the row's own cells."""
    item, person = judgement.link.item, judgement.link.person
    record: dict[str, Any] = item.record or {}
    status = _text(record, "status")
    listed = f'on list "{item.list.title}", row {item.row_number}' + (f': "{status}"' if status else "")
    found: list[tuple[ClaimSubject, str, PartialDate | None]] = [(ClaimSubject.LISTED, listed, None)]
    if place := _text(record, "place_of_holding"):
        found.append((ClaimSubject.WHEREABOUTS, place, None))
    said, captured = subject_of_status(status), _date(record, "captured_on")
    if captured is not None:
        in_words = status if said == ClaimSubject.CUSTODY else f"captured {captured}"
        found.append((ClaimSubject.CUSTODY, in_words, captured))
    if said is not None and not (said == ClaimSubject.CUSTODY and captured is not None):
        found.append((said, status, None))
    for about, value, valid_time in found:
        store_claim(
            user,
            case,
            person,
            subject=about,
            polarity=Polarity.ASSERTS,
            value=value,
            item=item,
            valid_time=valid_time,
            judgement=judgement,
        )
    return len(found)


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return value.strip() if isinstance(value, str) else ""


def _date(record: dict[str, Any], name: str) -> PartialDate | None:
    text = record.get(name)
    try:
        return PartialDate.read(text) if isinstance(text, str) and text else None
    except BadDateError:
        return None  # a row that could not be read in full still keeps its person
