"""Who may see and do what: the only way to fetch a stored object on behalf of a user.

In: a user, and a model, an object or a reference. Out: what this user may see of it, or an error.
Leaves to others: doing anything (`casework.actions`) and answering questions (`casework.queries`).

Three rules, in this order. A user works only in cases for which a grant gives a role (or in all, by a desk-wide
grant). Within a case, a thing is seen only by those cleared for it: its classification, and any restriction on it or
on what it rests on, must not be above the user's clearance. What is not declared in `REACHES` is seen by nobody.
From outside, "not there" and "not for you" are one error with one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar, cast

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext, gettext_noop

from homeward.casework import models as stored
from homeward.casework.audit_words import kind_words
from homeward.casework.models import Case, Grant, Restriction, Role, User
from homeward.casework.turns import take_turn
from homeward.errors import BadInputError, NotAllowedError, NotThereError

M = TypeVar("M", bound=Model)


class Permission(StrEnum):
    """What a role lets a person do."""

    READ = "read"
    JUDGE = gettext_noop("judge links and proposals")
    ENTER = gettext_noop("enter claims, contacts and commitments")
    TAKE_IN = gettext_noop("take in files")
    HAND_OVER = gettext_noop("hand lists over and assess harm")
    LIAISE = gettext_noop("work with enquirers and brief them")
    SUPERVISE = gettext_noop("open, restrict and unlock cases")
    AUDIT = gettext_noop("read the audit")
    ADMINISTER = gettext_noop("add users and give roles")


_READING = frozenset({Permission.READ, Permission.AUDIT})  # whoever only reads waits for nobody
_CASEWORK = frozenset({Permission.READ, Permission.ENTER, Permission.JUDGE, Permission.TAKE_IN})

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.READER: frozenset({Permission.READ}),
    Role.CASEWORKER: _CASEWORK,
    Role.LIST_OFFICER: _CASEWORK | {Permission.HAND_OVER},
    Role.FAMILY_LIAISON: frozenset({Permission.READ, Permission.ENTER, Permission.LIAISE}),
    Role.SUPERVISOR: _CASEWORK | {Permission.HAND_OVER, Permission.LIAISE, Permission.SUPERVISE, Permission.AUDIT},
    # Whoever reads the audit or gives out roles need not know a single name.
    Role.AUDITOR: frozenset({Permission.AUDIT}),
    Role.ADMINISTRATOR: frozenset({Permission.ADMINISTER}),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """How a stored model hangs on its case, and on what may close it to a user.

    Attributes:
        case: lookup path to the case.
        levels: lookup paths to every classification that counts for it.
        under: for each kind that may be restricted, the lookup paths by which this model rests on it.
        needs: any one of these permissions opens it.
    """

    case: str
    levels: tuple[str, ...] = ()
    under: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[Permission, ...] = (Permission.READ,)


def _rest(*paths: str) -> dict[str, tuple[str, ...]]:
    """Group paths by the kind they end in; ``kind=path`` names the kind where the path does not."""
    found: dict[str, tuple[str, ...]] = {}
    for path in paths:
        kind, _, named = path.partition("=")
        target = named or path
        key = kind if named else path.rsplit("__", 1)[-1]
        found[key] = (*found.get(key, ()), target)
    return found


_FAMILY = (Permission.LIAISE,)
_PROTECTION = (Permission.LIAISE, Permission.HAND_OVER)

# One line a model: a new model is seen by nobody until somebody writes its line here.
REACHES: Mapping[type[Model], Reach] = {
    stored.Party: Reach("case", under=_rest("party=pk")),
    stored.Person: Reach("case", under=_rest("person=pk")),
    stored.NameForm: Reach("person__case", ("written_in__classification",), _rest("person", "capture=written_in")),
    stored.Identifier: Reach("person__case", under=_rest("person")),
    # A list that is closed closes the file that it came as.
    stored.Capture: Reach("case", ("classification",), _rest("capture=pk", "list=lists")),
    stored.DocumentTerm: Reach("capture__case", ("capture__classification",), _rest("capture")),
    stored.TextPrint: Reach("case", ("capture__classification",), _rest("capture")),
    stored.Proposal: Reach("capture__case", ("capture__classification",), _rest("capture", "proposal=pk")),
    stored.Decision: Reach(
        "proposal__capture__case",
        ("proposal__capture__classification",),
        _rest("proposal__capture", "proposal"),
    ),
    stored.Made: Reach(
        "decision__proposal__capture__case",
        ("decision__proposal__capture__classification",),
        _rest("decision__proposal__capture", "decision__proposal"),
    ),
    stored.Statement: Reach("capture__case", ("classification",), _rest("capture", "statement=pk")),
    stored.ChainLink: Reach(
        "statement__capture__case", ("statement__classification",), _rest("statement__capture", "statement")
    ),
    stored.Claim: Reach(
        "case",
        ("classification",),
        _rest(
            "claim=pk", "person", "statement", "statement__capture", "item__list", "capture=item__list__capture",
            "listitem=item", "answer", "answer__list",
        ),
    ),
    stored.Withdrawal: Reach(
        "claim__case",
        ("claim__classification",),
        _rest("claim", "claim__person", "claim__statement", "claim__statement__capture", "claim__item__list"),
    ),
    stored.SecondReading: Reach(
        "claim__case",
        ("claim__classification",),
        _rest("claim", "claim__person", "claim__statement", "claim__statement__capture", "claim__item__list"),
    ),
    stored.List: Reach("case", ("capture__classification",), _rest("list=pk", "capture")),
    stored.ListItem: Reach(
        "list__case", ("list__capture__classification",), _rest("listitem=pk", "list", "list__capture")
    ),
    stored.ColumnMapping: Reach("case"),
    stored.ItemLink: Reach(
        "item__list__case",
        ("item__list__capture__classification",),
        _rest("itemlink=pk", "person", "listitem=item", "item__list", "item__list__capture"),
    ),
    stored.Searched: Reach(
        "list__case", ("list__capture__classification",), _rest("person", "list", "list__capture")
    ),
    stored.Judgement: Reach(
        "link__item__list__case",
        ("link__item__list__capture__classification",),
        _rest(
            "itemlink=link", "link__person", "listitem=link__item", "link__item__list", "link__item__list__capture"
        ),
    ),
    stored.Handover: Reach(
        "case",
        ("list__capture__classification", "statement__classification"),
        _rest("handover=pk", "list", "list__capture", "statement", "statement__capture"),
    ),
    stored.Preparation: Reach(
        "case", under=_rest("preparation=pk", "person=persons", "party=recipient"), needs=(Permission.HAND_OVER,)
    ),
    stored.Approval: Reach(
        "preparation__case",
        ("list__capture__classification",),
        _rest("preparation", "person=preparation__persons", "party=preparation__recipient", "list"),
        needs=(Permission.HAND_OVER,),
    ),
    stored.ListPdf: Reach(
        "list__case",
        ("list__capture__classification",),
        _rest("list", "list__capture"),
        needs=(Permission.HAND_OVER,),
    ),
    stored.Answer: Reach(
        "case",
        ("list__capture__classification", "statement__classification", "reply_list__capture__classification"),
        _rest(
            "answer=pk", "list", "list__capture", "list=reply_list", "listitem=item",
            "statement", "statement__capture", "person=item__links__person",
        ),
    ),
    stored.AnswerReversal: Reach(
        "answer__case",
        ("answer__list__capture__classification", "answer__statement__classification"),
        _rest("answer", "answer__list", "answer__statement"),
    ),
    stored.Commitment: Reach(
        "case", ("classification",), _rest("commitment=pk", "statement", "statement__capture", "person=persons")
    ),
    stored.CommitmentReview: Reach(
        "commitment__case",
        ("commitment__classification", "evidence__classification"),
        _rest("commitment", "commitment__statement", "person=commitment__persons", "claim=evidence"),
    ),
    stored.Contact: Reach(
        "case", ("classification",), _rest("contact=pk", "statement", "statement__capture", "person=persons_raised")
    ),
    stored.SilenceFinding: Reach(
        "case",
        ("contact__classification", "explicit_in__classification", "coverage__capture__classification"),
        _rest("silencefinding=pk", "contact", "statement=explicit_in", "coverage__capture"),
    ),
    stored.Coverage: Reach(
        "finding__case",
        ("capture__classification", "finding__contact__classification", "finding__explicit_in__classification"),
        _rest("silencefinding=finding", "capture", "finding__contact"),
    ),
    stored.Enquirer: Reach("case", under=_rest("enquirer=pk"), needs=_FAMILY),
    stored.Enquiry: Reach("enquirer__case", under=_rest("enquirer", "person"), needs=_FAMILY),
    stored.Consent: Reach("enquirer__case", under=_rest("enquirer", "person"), needs=_FAMILY),
    stored.HarmAssessment: Reach("person__case", under=_rest("person"), needs=_PROTECTION),
    stored.Detriment: Reach("person__case", under=_rest("person")),
    stored.Disclosure: Reach("person__case", under=_rest("person"), needs=_PROTECTION),
    stored.Briefing: Reach(
        "case", ("classification",), _rest("briefing=pk", "enquirer", "person"), needs=_FAMILY
    ),
    stored.BriefingLine: Reach(
        "briefing__case",
        ("briefing__classification",),
        _rest("briefing", "briefing__enquirer", "briefing__person", "claim"),
        needs=_FAMILY,
    ),
    stored.Delivery: Reach(
        "briefing__case",
        ("briefing__classification",),
        _rest("briefing", "briefing__enquirer", "briefing__person"),
        needs=_FAMILY,
    ),
    stored.Reservation: Reach(
        "claim__case",
        ("claim__classification",),
        _rest("claim", "claim__person", "claim__statement", "claim__statement__capture", "enquirer"),
        needs=_FAMILY,
    ),
    stored.BriefingDraft: Reach(
        "case",
        ("classification", "claims__classification"),
        _rest("enquirer", "person", "claim=claims"),
        needs=_FAMILY,
    ),
    stored.DraftDecision: Reach(
        "draft__case",
        ("draft__classification", "draft__claims__classification"),
        _rest("draft__enquirer", "draft__person", "claim=draft__claims"),
        needs=_FAMILY,
    ),
    stored.Closing: Reach("case", under=_rest("person")),
    stored.ContactChange: Reach(
        "enquiry__enquirer__case", under=_rest("enquiry__enquirer", "enquiry__person"), needs=_FAMILY
    ),
    stored.RetentionReview: Reach("case", under=_rest("person", "enquirer"), needs=(Permission.SUPERVISE,)),
    stored.RetentionDecision: Reach(
        "review__case", under=_rest("review__person", "review__enquirer"), needs=(Permission.SUPERVISE,)
    ),
    stored.PurgeRequest: Reach("case", needs=(Permission.SUPERVISE,)),
    stored.Purge: Reach("request__case", ("classification",)),
    stored.Fingerprint: Reach("purge__request__case", ("purge__classification",), needs=(Permission.SUPERVISE,)),
    stored.SoughtAgain: Reach("purge__request__case", ("purge__classification",)),
    stored.CameAgain: Reach(
        "purge__request__case",
        ("purge__classification", "list__capture__classification"),
        _rest("person", "list", "list__capture"),
        needs=(Permission.SUPERVISE,),
    ),
    stored.Withheld: Reach("case"),
    stored.Restriction: Reach("case", ("level",), needs=(Permission.SUPERVISE,)),
    stored.Grant: Reach("case", needs=(Permission.ADMINISTER,)),
}  # fmt: skip

_LETTERS: Mapping[str, type[Model]] = {
    "P": stored.Person,
    "C": stored.Claim,
    "L": stored.List,
    "R": stored.Capture,
    "K": stored.ItemLink,
    "M": stored.Commitment,
    "S": stored.SilenceFinding,
    "X": stored.Proposal,
    "H": stored.Handover,
    "A": stored.Answer,
    "J": stored.Judgement,
    "E": stored.Enquirer,
    "B": stored.Briefing,
    "N": stored.Contact,
    "T": stored.Statement,
    "F": stored.Case,
    "D": stored.Preparation,
}
_LETTER_OF = {model: letter for letter, model in _LETTERS.items()}
_REF = re.compile(r"([A-Za-z])([0-9]{1,18})")


_looked_up: ContextVar[dict[str, Any] | None] = ContextVar("looked_up", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Within it, grants, restrictions and whether one thing may be seen are asked for once, not before every query.

    For a read-only question that begins and ends inside; an act never uses it, because an act may change grants.
    A look within a look is one.
    """
    if _looked_up.get() is not None:
        yield
        return
    before = _looked_up.set({})
    try:
        yield
    finally:
        _looked_up.reset(before)


def permissions(user: User, case: Case | None) -> frozenset[Permission]:
    """What the user may do in a case; without a case, what the user may do for the whole desk."""
    grants = _grants(user)
    ids = {None} if case is None else {None, case.pk}
    held = [ROLE_PERMISSIONS[Role(grant.role)] for grant in grants if grant.case_id in ids]
    return frozenset().union(*held)


def holds_anywhere(user: User, permission: Permission) -> bool:
    """Whether any role of the user, in whatever case, lets them do something."""
    return any(permission in ROLE_PERMISSIONS[Role(grant.role)] for grant in _grants(user))


def kind_of(letter: str) -> str:
    """The kind of thing that a letter of a reference names; empty if none."""
    model = _LETTERS.get(letter.upper())
    return str(model._meta.model_name) if model is not None else ""


def called(model: type[Model]) -> str:
    """What a kind of thing is called in the active language."""
    return kind_words(str(model._meta.model_name))


def letter_of(kind: str) -> str:
    """The letter by which references name a kind of thing; empty for kinds without references."""
    return next((letter for letter, model in _LETTERS.items() if model._meta.model_name == kind), "")


def require(user: User, permission: Permission, case: Case | None) -> None:
    """Let the user go on, or say why not.

    Args:
        case: the case acted in; None for what concerns the whole desk.

    Raises:
        NotThereError: the case is not there, is locked, or is not this user's to see.
        NotAllowedError: the user works in the case, but this act is not theirs.

    Who means to change something waits here for its turn (`turns`), so that what is looked at next still holds.
    """
    if permission not in _READING:
        take_turn()
    if case is not None and not _is_open(user, case):
        raise not_there(Case, case.pk)
    if permission not in permissions(user, case):
        raise NotAllowedError(
            gettext("your roles do not let you {act}").format(act=gettext(permission.value)),
            gettext("Ask somebody at the desk who may, or an administrator for the role."),
        )


def reach(user: User, permission: Permission, thing: Model) -> Case:
    """The case of an object that the user sees and may act on so.

    Raises:
        NotThereError: the object is not there or not for this user.
        NotAllowedError: the user sees it, but this act is not theirs.
    """
    if permission not in _READING:
        take_turn()
    if thing.pk is None or not visible(user, type(thing)).filter(pk=thing.pk).exists():
        raise not_there(type(thing), thing.pk)
    case = case_of(thing)
    require(user, permission, case)
    return case


def same_case(user: User, case: Case, *things: Model | None) -> None:
    """Check that everything an act draws upon is seen by the user and belongs to one case; None is passed over.

    Raises:
        NotThereError: one of them is not there or not for this user.
        BadInputError: one of them belongs to another case.
    """
    for thing in things:
        if thing is None:
            continue
        if thing.pk is None or not visible(user, type(thing)).filter(pk=thing.pk).exists():
            raise not_there(type(thing), thing.pk)
        if case_of(thing).pk != case.pk:
            raise BadInputError(
                gettext("the {verbose_name} belongs to another case").format(verbose_name=called(type(thing))),
                gettext("Record it in this case first; nothing crosses from case to case."),
            )


def case_of(thing: Model) -> Case:
    """The case an object belongs to."""
    if isinstance(thing, Case):
        return thing
    found: Any = thing
    for step in _declared(type(thing)).case.split("__"):
        found = getattr(found, step)
    assert isinstance(found, Case)
    return found


def visible(user: User, model: type[M]) -> QuerySet[M]:
    """What the user may see of a model; the beginning of every query made for a user.

    Raises:
        TypeError: nobody has declared who may see this model.
    """
    objects: QuerySet[M] = model._default_manager.all()
    if model is stored.AuditEvent:
        return objects.filter(_audit_clause(user))
    if model is Case:
        whole = _case_clause(user, (Permission.READ,), locked=False)
        to_unlock = _case_clause(user, (Permission.SUPERVISE, Permission.ADMINISTER), locked=True)
        return objects.filter(whole | to_unlock)
    declared = _declared(model)
    restricted = _restricted_kinds()
    clause = Q(pk__in=[])
    for level, cases in _levels(user, declared.needs):
        part = cases(declared.case) & Q(**{f"{declared.case}__locked": False})
        for path in declared.levels:
            # As a negation, it lets pass what has no such source, and finds the one among several that is too high.
            part &= ~Q(**{f"{path}__gt": level})
        for kind, paths in {**declared.under, "case": (declared.case,)}.items():
            if restricted.get(kind, -1) > level:
                closed = _closed(kind, level)
                for path in paths:
                    part &= ~Q(**{f"{path}__in": closed})
        clause |= part
    return objects.filter(clause)


def get(user: User, model: type[M], pk: object) -> M:
    """One stored object on behalf of a user.

    Raises:
        NotThereError: alike for "not there" and "not for you".
    """
    known = _looked_up.get()
    key = f"{model.__name__} {pk} of {user.pk}"
    if known is not None and key in known:
        return cast(M, known[key])
    found = visible(user, model).filter(pk=pk).first()
    if found is None:
        raise not_there(model, pk)
    if known is not None:
        known[key] = found
    return found


def resolve(user: User, ref: str) -> Model:
    """The object that a person named by its reference, such as ``P3`` or ``L2``.

    Raises:
        BadInputError: the text is not a reference.
        NotThereError: alike for "not there" and "not for you".
    """
    matched = _REF.fullmatch(ref.strip())
    model = _LETTERS.get(matched[1].upper()) if matched else None
    if matched is None or model is None:
        known = ", ".join(f"{letter} {called(model)}" for letter, model in _LETTERS.items())
        raise BadInputError(
            gettext('"{ref}" is not a reference').format(ref=ref),
            gettext("Write a letter and a number, such as P3 for a person or L2 for a list ({known}).").format(
                known=known
            ),
            value=ref,
        )
    return get(user, model, int(matched[2]))


def ref_of(thing: Model) -> str:
    """The reference by which a person names an object: a letter for its kind, then its number.

    Raises:
        TypeError: objects of this kind have no reference.
    """
    letter = _LETTER_OF.get(type(thing))
    if letter is None:
        raise TypeError(f"{type(thing).__name__} has no reference")
    return f"{letter}{thing.pk}"


def kind_to_restrict(thing: Model) -> str:
    """The kind under which an object can be restricted.

    Raises:
        BadInputError: objects of this kind are not restricted themselves, but what they rest on is.
    """
    kind = str(type(thing)._meta.model_name)
    if isinstance(thing, Case) or kind in _declared(type(thing)).under:
        return kind
    raise BadInputError(
        gettext("a {verbose_name} is not restricted by itself").format(verbose_name=called(type(thing))),
        gettext("Restrict the person, report, list or claim that it belongs to."),
    )


def who_may_see(user: User, thing: Model) -> tuple[User, ...]:
    """Everybody at the desk who may see an object that the user sees: by role, clearance and restriction.

    Raises:
        NotThereError: the object is not there or not for this user.
    """
    case = case_of(get(user, type(thing), thing.pk))
    needs = (Permission.READ,) if isinstance(thing, Case) else _declared(type(thing)).needs
    highest: dict[User, int] = {}
    grants = Grant.objects.filter(Q(case=case) | Q(case__isnull=True), ended_at__isnull=True, user__is_active=True)
    for grant in grants.select_related("user").order_by("user_id"):
        if ROLE_PERMISSIONS[Role(grant.role)].intersection(needs):
            highest[grant.user] = max(grant.clearance, highest.get(grant.user, -1))
    # Who has the same clearance sees the same: one of them is asked for all.
    asked: dict[int, bool] = {}
    for other, level in highest.items():
        if level not in asked:
            asked[level] = visible(other, type(thing)).filter(pk=thing.pk).exists()
    return tuple(other for other, level in highest.items() if asked[level])


def _declared(model: type[Model]) -> Reach:
    found = REACHES.get(model)
    if found is None:
        raise TypeError(f"nobody has declared in casework.access who may see {model.__name__}")
    return found


def _grants(user: User) -> list[Grant]:
    if user.pk is None or not user.is_active:
        return []
    known = _looked_up.get()
    if known is not None and f"grants {user.pk}" in known:
        return list(known[f"grants {user.pk}"])
    # The stored row decides, not the object in hand: a session may outlive the account.
    grants = list(Grant.objects.filter(user_id=user.pk, user__is_active=True, ended_at__isnull=True))
    if known is not None:
        known[f"grants {user.pk}"] = grants
    return grants


def _levels(user: User, needs: tuple[Permission, ...]) -> list[tuple[int, Any]]:
    """For each clearance the user has: the level, and a clause choosing the cases in which it holds."""
    grants = [g for g in _grants(user) if ROLE_PERMISSIONS[Role(g.role)].intersection(needs)]
    desk = max((g.clearance for g in grants if g.case_id is None), default=None)
    per_case: dict[int, int] = {}
    for grant in grants:
        if grant.case_id is not None:
            per_case[grant.case_id] = max(grant.clearance, per_case.get(grant.case_id, -1))
    by_level: dict[int, list[int]] = {}
    for case_id, level in per_case.items():
        if desk is None or level > desk:
            by_level.setdefault(level, []).append(case_id)
    found: list[tuple[int, Any]] = []
    if desk is not None:
        found.append((desk, lambda path: Q(**{f"{path}__isnull": False})))
    for level, ids in by_level.items():
        found.append((level, lambda path, ids=ids: Q(**{f"{path}__in": ids})))
    return found


def _case_clause(user: User, needs: tuple[Permission, ...], *, locked: bool) -> Q:
    restricted = _restricted_kinds().get("case", -1)
    clause = Q(pk__in=[])
    for level, cases in _levels(user, needs):
        part = cases("pk") & Q(locked=locked)
        if restricted > level:
            part &= ~Q(pk__in=_closed("case", level))
        clause |= part
    return clause


def _is_open(user: User, case: Case) -> bool:
    known = _looked_up.get()
    key = f"case {case.pk} open for {user.pk}"
    if known is None or key not in known:
        is_open = _open_cases(user).filter(pk=case.pk).exists()
        if known is None:
            return is_open
        known[key] = is_open
    return bool(known[key])


def _open_cases(user: User) -> QuerySet[Case]:
    return Case.objects.filter(_case_clause(user, (Permission.READ,), locked=False))


def _audit_clause(user: User) -> Q:
    held = [g for g in _grants(user) if Permission.AUDIT in ROLE_PERMISSIONS[Role(g.role)]]
    if any(g.case_id is None for g in held):
        return Q()
    return Q(case_id__in=[g.case_id for g in held])


def _restricted_kinds() -> dict[str, int]:
    """Per kind, the highest level of any restriction not lifted: most case files have none, and pay nothing."""
    known = _looked_up.get()
    if known is not None and "restricted kinds" in known:
        return dict(known["restricted kinds"])
    found: dict[str, int] = {}
    for kind, level in Restriction.objects.filter(lifted_at__isnull=True).values_list("kind", "level").distinct():
        found[kind] = max(level, found.get(kind, -1))
    if known is not None:
        known["restricted kinds"] = found
    return found


def _closed(kind: str, level: int) -> QuerySet[Restriction, int]:
    return Restriction.objects.filter(kind=kind, level__gt=level, lifted_at__isnull=True).values_list(
        "object_id", flat=True
    )


def not_there(model: type[Model], pk: object) -> NotThereError:
    """The error of what is not there and of what is not for this user, which look the same."""
    letter = _LETTER_OF.get(model)
    name = f"{letter}{pk}" if letter else f"{called(model)} {pk}"
    return NotThereError(
        gettext("there is no {name} that you may see").format(name=name),
        gettext("Check the reference; or ask whoever leads the case."),
    )
