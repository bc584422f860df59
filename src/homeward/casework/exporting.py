"""What of people leaves in an exchange format, and what is kept back: the choice, before any format is written.

In: a user, people of a case, what was asked for, who would receive. Out: by person, the values that leave, the claims
with their sources, and what stays here with the reason. Looks at every row, those hidden from the user, too, where
they bind: names of relatives, of protected sources, marks of what would do harm.
Leaves to others: refusing and keeping (`actions.exports`), writing a format (`export_files`).

A claim leaves only if it is open to the whole desk, if no second person has still to read it (D11), if it came
through no protected source, is for no relative alone, and says nothing that is marked as detrimental. The exact words
leave only where they are asked for and name nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from homeward.casework import wording
from homeward.casework.access import visible
from homeward.casework.actions.preparations import BY_DEFAULT, Field, in_script, own_names
from homeward.casework.detriment import ITEM_OF_FIELD, kept_back
from homeward.casework.leaving_words import country_words
from homeward.casework.models import (
    GRAVE,
    Case,
    Claim,
    Classification,
    ConsentPurpose,
    Direction,
    Identifier,
    NameForm,
    Party,
    Person,
    User,
    waits_for_reader,
)
from homeward.casework.queries.ground import whole_claims
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.shown import chain_of_claim, claim_dates, newest_first, value_of
from homeward.casework.results import ShownLink
from homeward.casework.tellable import (
    KeptNames,
    levels_of,
    names_of_enquirers,
    names_of_sought_but,
    protected_names,
    reservations,
)
from homeward.errors import BadInputError
from homeward.records import ClaimSubject, LinkRole, NameKind, PartialDate, Polarity

NAME, CLAIMS, QUOTES = "name", "claims", "quotes"
MOST_PEOPLE, MOST_CLAIMS = 500, 5_000


class Format(StrEnum):
    """The formats in which people leave."""

    PFIF = "pfif"
    WGEID = "wgeid"
    FTM = "ftm"


TITLES: Mapping[Format, str] = {
    Format.PFIF: "PFIF 1.4",
    Format.WGEID: "WGEID, minimum elements",
    Format.FTM: "FollowTheMoney",
}
ASKED_BY_DEFAULT: Mapping[Format, tuple[Field, ...]] = {
    Format.PFIF: BY_DEFAULT,
    Format.WGEID: (*BY_DEFAULT, Field.SEX, Field.MISSING_SINCE),
    Format.FTM: (*BY_DEFAULT, Field.OTHER_NAMES),
}
"""As for a list, and what the format is nothing without."""
USES = (ConsentPurpose.TRACE, ConsentPurpose.SHARE, ConsentPurpose.PUBLISH, ConsentPurpose.MEDIA)
"""What an export may be for. Statistics need nobody's name, and so no export."""


class Why(StrEnum):
    """Why something stays here."""

    DETRIMENT = "detriment"
    TELLS = "tells"
    UNREAD = "unread"
    CLOSE = "close"
    WORDS = "words"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked to leave.

    Attributes:
        fields: the allow-list beside the name. claims, quotes: what is claimed, and the exact words of it.
        relied_on: by person, the one nationality that leaves of several.
        use: for what; consent is checked for it.
        left_out: ids of claims that stay here.
        texts: what the desk itself tells, of all these people: place, responsible, action, submitter (WGEID).
        expires_on: the day by which the recipient is asked to delete it (PFIF).
    """

    format: Format
    fields: tuple[Field, ...] = ()
    claims: bool = False
    quotes: bool = False
    script: str = "Latn"
    relied_on: Mapping[int, str] = field(default_factory=dict)
    use: ConsentPurpose = ConsentPurpose.SHARE
    left_out: frozenset[int] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    confidential: bool = False
    expires_on: date | None = None

    def to_json(self) -> dict[str, Any]:
        """As it is kept; the fields are kept beside it."""
        return {
            "format": self.format.value,
            "claims": self.claims,
            "quotes": self.quotes,
            "script": self.script,
            "relied_on": {str(pk): code for pk, code in self.relied_on.items()},
            "use": self.use.value,
            "left_out": sorted(self.left_out),
            "texts": dict(self.texts),
            "confidential": self.confidential,
            "expires_on": self.expires_on.isoformat() if self.expires_on else "",
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any], fields: Sequence[str]) -> Asked:
        """The inverse of `to_json`."""
        return cls(
            format=Format(told["format"]),
            fields=tuple(Field(name) for name in fields),
            claims=told["claims"],
            quotes=told["quotes"],
            script=told["script"],
            relied_on={int(pk): code for pk, code in told["relied_on"].items()},
            use=ConsentPurpose(told["use"]),
            left_out=frozenset(told["left_out"]),
            texts=told["texts"],
            confidential=told["confidential"],
            expires_on=date.fromisoformat(told["expires_on"]) if told["expires_on"] else None,
        )


@dataclass(frozen=True, slots=True)
class LeavingClaim:
    """One claim that leaves.

    Attributes:
        said: the careful sentence, in English; never a bare fact.
        author: whose word it is; the publisher where no speaker is recorded.
        written: the name as a row writes it, or as it stands in the words; empty if neither.
        recorded_at: when it was recorded here.
    """

    pk: int
    subject: str
    polarity: str
    collective: bool
    value: str
    said: str
    quote: str
    author: str
    said_on: PartialDate | None
    recorded_at: datetime
    written: str
    title: str
    publisher: str
    published: PartialDate | None
    url: str
    language: str
    sha256: str

    @property
    def grave(self) -> bool:
        """Whether it says that somebody is dead, hurt or free."""
        return self.subject in GRAVE and self.polarity == Polarity.ASSERTS


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Something that was asked for and stays here: a field by its name, or a claim by its reference."""

    what: str
    why: Why


@dataclass(frozen=True, slots=True)
class LeavingPerson:
    """What leaves of one person. What was not asked for, is not known, or is kept back, is empty.

    Attributes:
        others: whole names in other forms; aliases and kunyas apart.
        changed_at: when the names were last added to.
    """

    person: Person
    name: str
    others: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kunyas: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    father: str = ""
    mother: str = ""
    birth: PartialDate | None = None
    sex: str = ""
    nationalities: tuple[str, ...] = ()
    place_of_birth: str = ""
    home_place: str = ""
    missing_since: PartialDate | None = None
    identifiers: tuple[str, ...] = ()
    claims: tuple[LeavingClaim, ...] = ()
    kept: tuple[KeptBack, ...] = ()
    changed_at: datetime = field(default_factory=timezone.now)

    @property
    def grave(self) -> bool:
        """Whether a second person must see it before it leaves."""
        return any(claim.grave for claim in self.claims)


def what_leaves(
    user: User, case: Case, people: Sequence[Person], asked: Asked, recipient: Party | None
) -> tuple[LeavingPerson, ...]:
    """By person, what leaves and what is kept back; a person without a name that may leave has an empty name.

    The number of queries does not grow with the people.
    """
    ids = [person.pk for person in people]
    forms: dict[int, list[NameForm]] = {pk: [] for pk in ids}
    may_leave = visible(user, NameForm).exclude(written_in__classification__gt=Classification.DESK)
    for form in may_leave.filter(person__in=ids).order_by("pk"):
        forms[form.person_id].append(form)
    numbers: dict[int, list[str]] = {}
    for row in Identifier.objects.filter(person__in=ids).order_by("pk"):
        numbers.setdefault(row.person_id, []).append(row.value)
    marked = kept_back(ids, recipient)
    claims: dict[int, list[LeavingClaim]] = {}
    kept: dict[int, list[KeptBack]] = {}
    if asked.claims:
        hidden = {
            pk: _hidden_words(person, forms[pk], numbers.get(pk, ()), marked.get(pk, ()))
            for pk, person in zip(ids, people, strict=True)
        }
        standing = _standing_claims(user, case, ids)
        with override("en"):  # as all that stands in the file
            claims, kept = _claims(user, case, ids, standing, asked, hidden, forms)
    return tuple(
        _person(
            person,
            forms[person.pk],
            numbers.get(person.pk, []),
            asked,
            frozenset(item.value for item in marked.get(person.pk, ())),
            tuple(claims.get(person.pk, ())),
            kept.get(person.pk, []),
        )
        for person in people
    )


def _person(
    person: Person,
    forms: Sequence[NameForm],
    numbers: Sequence[str],
    asked: Asked,
    marked: frozenset[str],
    claims: tuple[LeavingClaim, ...],
    kept: Sequence[KeptBack],
) -> LeavingPerson:
    back = [one for one in asked.fields if ITEM_OF_FIELD[one.value].value in marked]
    want = set(asked.fields) - set(back)
    main = in_script(own_names(forms), asked.script)
    name = main.text if main is not None else ""
    known = tuple(person.nationalities or ())
    if Field.NATIONALITIES in want:
        leaves = known
    elif Field.NATIONALITY in want:
        relied = asked.relied_on.get(person.pk, "")
        leaves = (relied,) if relied in known else known if len(known) == 1 else ()
    else:
        leaves = ()

    def of(*kinds: NameKind) -> tuple[str, ...]:
        if Field.OTHER_NAMES not in want:
            return ()
        return tuple(dict.fromkeys(f.text for f in forms if f.kind in kinds and f.text != name))

    def told(one: Field) -> str:
        return str(getattr(person, one.value)) if one in want else ""

    return LeavingPerson(
        person=person,
        name=name,
        others=of(NameKind.FULL, NameKind.TRANSLITERATION),
        aliases=of(NameKind.ALIAS),
        kunyas=of(NameKind.KUNYA),
        given=" ".join(of(NameKind.GIVEN)[:1]),
        family=" ".join(of(NameKind.FAMILY)[:1]),
        father=told(Field.FATHER_NAME),
        mother=told(Field.MOTHER_NAME),
        birth=person.birth if Field.BIRTH in want else _year(person.birth) if Field.BIRTH_YEAR in want else None,
        sex=told(Field.SEX),
        nationalities=leaves,
        place_of_birth=told(Field.PLACE_OF_BIRTH),
        home_place=told(Field.HOME_PLACE),
        missing_since=person.missing_since if Field.MISSING_SINCE in want else None,
        identifiers=tuple(numbers) if Field.IDENTIFIERS in want else (),
        claims=claims,
        kept=(*(KeptBack(one.value, Why.DETRIMENT) for one in back), *kept),
        changed_at=max([person.entered_at, *(form.entered_at for form in forms)]),
    )


def _year(birth: PartialDate | None) -> PartialDate | None:
    if birth is None or birth.earliest is None or birth.latest is None:
        return None
    first, last = birth.earliest.year, birth.latest.year
    mark = birth.qualifier
    return PartialDate.of(first, qualifier=mark) if first == last else PartialDate.read(f"{first:04d}/{last:04d}")


def _standing_claims(user: User, case: Case, ids: Sequence[int]) -> list[Claim]:
    """Claims that count and that are somebody's word, the newest first."""
    rows = whole_claims(visible(user, Claim).filter(case=case, person__in=ids))
    claims = [row for row in rows.order_by("pk") if row.active and not _is_our_own(row)]  # type: ignore[attr-defined]
    if len(claims) > MOST_CLAIMS:  # what is asked of each would meet SQLite's limit on variables
        raise BadInputError(
            gettext("more than {most} claims would leave").format(most=MOST_CLAIMS), gettext("Make several exports.")
        )
    claims.sort(key=lambda claim: (newest_first(claim_dates(claim)[1] or claim.valid_time), -claim.pk))
    return claims


def _claims(
    user: User,
    case: Case,
    ids: Sequence[int],
    claims: Sequence[Claim],
    asked: Asked,
    hidden: Mapping[int, KeptNames],
    forms: Mapping[int, Sequence[NameForm]],
) -> tuple[dict[int, list[LeavingClaim]], dict[int, list[KeptBack]]]:
    ground = PartGround(user, case, date.max, people=ids)
    ground.take_chains(claim.statement_id for claim in claims)
    levels, reserved = levels_of(claims), reservations(claims)
    asking, others = names_of_enquirers(case.pk), names_of_sought_but(case.pk, ids)
    protected = protected_names(case.pk)
    found: dict[int, list[LeavingClaim]] = {}
    kept: dict[int, list[KeptBack]] = {}
    for claim in claims:
        chain = chain_of_claim(ground, claim)
        quote = _words_of(claim)
        said = wording.say_claim(
            claim.subject,
            claim.polarity,
            chain,
            value=_value(claim),
            collective=claim.collective,
            of_list=claim.answer_id is not None,
        )
        close = levels[claim.pk] > Classification.DESK or reserved.get(claim.pk) is not None
        close = close or any(link.name == wording.protected_name() for link in chain)
        close = close or any(names.stand_in(said) for names in (asking, others, protected))
        why = (
            Why.CHOSEN
            if claim.pk in asked.left_out
            else Why.UNREAD
            if waits_for_reader(claim)
            else Why.CLOSE
            if close
            else Why.TELLS
            if hidden[claim.person_id].stand_in(said)
            else None
        )
        mine = kept.setdefault(claim.person_id, [])
        if why is not None:
            mine.append(KeptBack(f"C{claim.pk}", why))
            continue
        names = (asking, others, protected, hidden[claim.person_id])
        heard = _Heard() if not asked.quotes else _heard(claim, quote, names)
        if asked.quotes and heard.quote != quote:
            mine.append(KeptBack(f"C{claim.pk}", Why.WORDS))
        leaving = _leaving(claim, chain, said, heard, forms[claim.person_id], asked, hidden[claim.person_id])
        found.setdefault(claim.person_id, []).append(leaving)
    return found, kept


@dataclass(frozen=True, slots=True)
class _Heard:
    """What leaves in the words of others: what was said, under which title, at which address."""

    quote: str = ""
    title: str = ""
    url: str = ""


def _heard(claim: Claim, quote: str, names: Sequence[KeptNames]) -> _Heard:
    """The words of others, each left out where it names somebody else or tells what is marked."""

    def let(text: str, read: str = "") -> str:
        return "" if any(one.stand_in(read or text) for one in names) else text

    capture = claim.statement.capture if claim.statement is not None else None
    if capture is None:  # what the desk calls a list, and where it lies, stays here
        return _Heard(let(quote))
    return _Heard(let(quote), let(capture.title), let(capture.url, _BETWEEN_WORDS.sub(" ", capture.url)))


def _leaving(
    claim: Claim,
    chain: Sequence[ShownLink],
    said: str,
    heard: _Heard,
    forms: Sequence[NameForm],
    asked: Asked,
    hidden: KeptNames,
) -> LeavingClaim:
    statement, item = claim.statement, claim.item
    capture = statement.capture if statement is not None else None
    written = ""
    if statement is not None:
        written = next((form.text for form in forms if form.text in heard.quote), "")
    elif item is not None and claim.answer_id is None:
        capture = item.list.capture
        # As a row writes it, the name is one more form of it.
        main = in_script(own_names(forms), asked.script)
        known = (main is not None and main.text == item.name) or Field.OTHER_NAMES in asked.fields
        written = item.name if known and not hidden.stand_in(item.name) else ""
    return LeavingClaim(
        pk=claim.pk,
        subject=claim.subject,
        polarity=claim.polarity,
        collective=claim.collective,
        value=_value(claim),
        said=said,
        quote=heard.quote,
        author=next((link.name for role in _WHO for link in chain if link.role == role), ""),
        said_on=claim_dates(claim)[1],
        recorded_at=claim.entered_at,
        written=written,
        title=heard.title,
        publisher=next((link.name for link in reversed(chain) if link.role == LinkRole.PUBLISHER), ""),
        published=capture.published if capture is not None else None,
        url=heard.url,
        language=capture.language if capture is not None else "",
        sha256=capture.content_id if capture is not None else "",
    )


def _value(claim: Claim) -> str:
    """The value in our words; of a row, not what the desk calls its list."""
    return "" if claim.subject == ClaimSubject.LISTED and claim.item_id is not None else value_of(claim)


_BETWEEN_WORDS = re.compile(r"[^\w]+|_")
_WHO = (LinkRole.SPEAKER, LinkRole.RELAY, LinkRole.PUBLISHER)


def _words_of(claim: Claim) -> str:
    """The source's own words; a row of a list is the word of who made it, and its other cells stay here."""
    if claim.statement is not None:
        return claim.statement.text
    return claim.answer.words if claim.answer is not None else ""


def _is_our_own(claim: Claim) -> bool:
    """Whether it only says that the person is on a list of ours."""
    if claim.statement is not None or claim.answer is not None or claim.item is None:
        return False
    return claim.item.list.direction == Direction.OUT


def _hidden_words(
    person: Person, forms: Sequence[NameForm], numbers: Sequence[str], marked: Sequence[Any] | frozenset[Any]
) -> KeptNames:
    """What must not be told of a person by the words of a claim either: the values of what is marked."""
    items = {str(item) for item in marked}
    words: list[str] = []
    for one in ("father_name", "mother_name", "place_of_birth", "home_place"):
        if one in items:
            words.append(getattr(person, one))
    for one in ("birth", "missing_since"):
        when: PartialDate | None = getattr(person, one)
        if one in items and when is not None:
            words += [when.edtf, *([wording.date_words(when)] if when.edtf.count("-") else [])]
            if one == "birth" and when.earliest and when.latest and when.earliest.year == when.latest.year:
                words.append(str(when.earliest.year))
    if "nationalities" in items:
        codes = person.nationalities or ()
        words += [country_words(code, spoken) for code in codes for spoken in ("en", "ru", "he", "ar")]
    if "identifiers" in items:
        words += numbers
    if "other_names" in items:
        main = in_script(own_names(forms), "Latn")
        whole = [form.text for form in forms if main is None or form.text != main.text]
        words += [text for text in whole if len(text.split()) > 1]
    return KeptNames(words)
