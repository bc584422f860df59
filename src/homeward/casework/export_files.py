"""What leaves, as the file in which it leaves: PFIF 1.4, the minimum elements of the WGEID, FollowTheMoney.

In: people as `exporting` chose them, their seeds, the moment. Out: the bytes, and field by field what stands in them.
The same in, the same bytes. Leaves to others: the choice (`exporting`), keeping and giving (`actions.exports`).

Files are written in English: the formats are, and whoever reads them may know no other language of ours. What a
format has no place for is told in words, or left out: custody, a claim's way to us and its contradictions are more
than any of the three can hold (docs/exports.md).
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, time

from django.utils.translation import override

from homeward.casework import wording
from homeward.casework.exporting import Asked, Format, LeavingClaim, LeavingPerson
from homeward.casework.leaving_words import country_words
from homeward.exchange import (
    FtmEntity,
    PfifNote,
    PfifPerson,
    WgeidCase,
    WgeidElement,
    missing_elements,
    pfif_moment,
    write_ftm,
    write_pfif,
    write_wgeid,
)
from homeward.records import ClaimSubject, PartialDate, Polarity

# Nobody can be asked there: RFC 2606 keeps this ending free of hosts. A number says nothing of which desk wrote it.
DOMAIN = "homeward.invalid"
SUFFIXES: Mapping[Format, str] = {Format.PFIF: "xml", Format.WGEID: "txt", Format.FTM: "ftm.json"}
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PLACES = frozenset({ClaimSubject.WHEREABOUTS, ClaimSubject.CUSTODY, ClaimSubject.TRANSFERRED})
# Only what is said of life itself is what an author may be told to believe of it; never a word said of a whole group.
_BELIEVED = {ClaimSubject.ALIVE: "believed_alive", ClaimSubject.DEAD: "believed_dead"}
_NUMBERS = frozenset({"person_record_id", "note_record_id", "entry_date"})
_LANGUAGES = {
    "ar": "ara", "en": "eng", "fa": "fas", "fr": "fra", "he": "heb", "ru": "rus", "uk": "ukr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaves:
    """One value as it stands in the file.

    Attributes:
        of: the claim that it is part of, by reference; empty: of the person.
        field: as the format names it.
    """

    of: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Written:
    """The file, and what stands in it.

    Attributes:
        leaves: by person; numbers and moments, of which everybody gets one, are not among them.
        missing: by person, the minimum elements that are not told (WGEID).
    """

    content: bytes
    leaves: tuple[tuple[Leaves, ...], ...]
    missing: tuple[tuple[WgeidElement, ...], ...]


def new_seed() -> str:
    """That from which a person's numbers in all exports are made; it never leaves, and says nothing of anybody."""
    return secrets.token_hex(16)


def write_export(people: Sequence[LeavingPerson], asked: Asked, seeds: Sequence[str], made_at: datetime) -> Written:
    """The file in which these people leave."""
    with override("en"):
        if asked.format is Format.PFIF:
            return _pfif(people, asked, seeds, made_at)
        return _wgeid(people, asked) if asked.format is Format.WGEID else _ftm(people, seeds)


def _number(seed: str, thing: str) -> str:
    return hashlib.sha256(f"{seed}:{thing}".encode()).hexdigest()[:32]


# --- PFIF


def _pfif(people: Sequence[LeavingPerson], asked: Asked, seeds: Sequence[str], made_at: datetime) -> Written:
    persons: list[PfifPerson] = []
    notes: list[PfifNote] = []
    leaves: list[tuple[Leaves, ...]] = []
    entered = pfif_moment(made_at)
    for one, seed in zip(people, seeds, strict=True):
        person = _pfif_person(one, asked, f"{DOMAIN}/{_number(seed, 'person')}", entered)
        said = [
            (claim, _pfif_note(claim, person.person_record_id, f"{DOMAIN}/{_number(seed, str(claim.pk))}", entered))
            for claim in one.claims
        ]
        persons.append(person)
        notes += [note for _, note in said]
        told = _of_record("", person)
        for claim, note in said:
            told += _of_record(f"C{claim.pk}", note)
        leaves.append(tuple(told))
    return Written(write_pfif(persons, notes), tuple(leaves), tuple(() for _ in people))


def _of_record(of: str, record: PfifPerson | PfifNote) -> list[Leaves]:
    skipped = _NUMBERS if isinstance(record, PfifPerson) else _NUMBERS | {"person_record_id"}
    named = [(field.name, getattr(record, field.name)) for field in fields(record) if field.name not in skipped]
    return [Leaves(of, name, value) for name, value in named if value]


def _pfif_person(one: LeavingPerson, asked: Asked, number: str, entered: str) -> PfifPerson:
    born = one.birth.edtf if one.birth is not None and _ISO.fullmatch(one.birth.edtf) else ""
    told = [
        ("Father's name", one.father),
        ("Mother's name", one.mother),
        ("Born", wording.date_words(one.birth) if one.birth is not None and not born else ""),
        ("Place of birth", one.place_of_birth),
        ("Nationality", _countries(one.nationalities)),
        ("Identity number", ", ".join(one.identifiers)),
        ("Missing since", wording.date_words(one.missing_since) if one.missing_since is not None else ""),
    ]
    expires = asked.expires_on
    return PfifPerson(
        person_record_id=number,
        entry_date=entered,
        expiry_date=pfif_moment(datetime.combine(expires, time(), UTC)) if expires is not None else "",
        source_date=pfif_moment(one.changed_at),
        full_name=one.name,
        given_name=one.given,
        family_name=one.family,
        alternate_names="\n".join(_one_line(name) for name in (*one.others, *one.aliases, *one.kunyas)),
        description="\n".join(f"{label}: {words}" for label, words in told if words),
        sex=one.sex,
        date_of_birth=born,
        home_city=one.home_place,
    )


def _pfif_note(claim: LeavingClaim, person: str, number: str, entered: str) -> PfifNote:
    by_name = claim.polarity == Polarity.ASSERTS and not claim.collective
    return PfifNote(
        note_record_id=number,
        person_record_id=person,
        entry_date=entered,
        author_name=claim.author,
        source_date=pfif_moment(claim.recorded_at),
        status=_BELIEVED.get(ClaimSubject(claim.subject), "") if by_name else "",
        last_known_location=claim.value if by_name and claim.subject in _PLACES else "",
        text=_told(claim),
    )


def _told(claim: LeavingClaim) -> str:
    """A claim in words: what was said, when, in which words, and where it stands."""
    parts = [f"{wording.first_upper(claim.said)}; {wording.date_words(claim.said_on)}."]
    if claim.quote:
        parts.append(f"In the words of the source: “{_one_line(claim.quote)}”")
    if source := _source(claim):
        parts.append(f"Source: {source}.")
    return " ".join(parts)


def _source(claim: LeavingClaim) -> str:
    day = wording.date_words(claim.published) if claim.published is not None else ""
    # The title last: in another direction it would draw the day into its own.
    return ", ".join(part for part in (claim.publisher, day, f"“{claim.title}”" if claim.title else "") if part)


def _countries(codes: Sequence[str]) -> str:
    return ", ".join(country_words(code, "en") for code in codes)


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- WGEID


def _wgeid(people: Sequence[LeavingPerson], asked: Asked) -> Written:
    cases = [_wgeid_case(one, asked) for one in people]
    leaves = []
    for one, case in zip(people, cases, strict=True):
        told = [("Full name", case.name), *case.about, ("Date", case.date), ("Place", case.place)]
        told += [("Responsible", case.responsible), ("Action taken", case.action), ("Submitted by", case.submitter)]
        if case.confidential:
            told.append(("Identity of who submits", "to be kept confidential"))
        named = [Leaves("", label, words) for label, words in told if words]
        said = [Leaves(f"C{c.pk}", "What is said", words) for c, words in zip(one.claims, case.reports, strict=True)]
        leaves.append((*named, *said))
    return Written(write_wgeid(cases), tuple(leaves), tuple(missing_elements(case) for case in cases))


def _wgeid_case(one: LeavingPerson, asked: Asked) -> WgeidCase:
    since = one.missing_since
    texts = asked.texts
    about = (
        ("Other written forms of the name", "; ".join((*one.others, *one.aliases, *one.kunyas))),
        ("Father's name", one.father),
        ("Mother's name", one.mother),
        ("Sex", one.sex),
        ("Date of birth", wording.date_words(one.birth) if one.birth is not None else ""),
        ("Place of birth", one.place_of_birth),
        ("Nationality", _countries(one.nationalities)),
        ("Identity number", ", ".join(one.identifiers)),
        ("Home", one.home_place),
    )
    return WgeidCase(
        name=one.name,
        date="" if since is None else since.edtf if _ISO.fullmatch(since.edtf) else wording.date_words(since),
        place=texts.get("place", ""),
        responsible=texts.get("responsible", ""),
        action=texts.get("action", ""),
        submitter=texts.get("submitter", ""),
        confidential=asked.confidential,
        about=tuple((label, words) for label, words in about if words),
        reports=tuple(map(_told, one.claims)),
    )


# --- FollowTheMoney


def _ftm(people: Sequence[LeavingPerson], seeds: Sequence[str]) -> Written:
    entities: list[FtmEntity] = []
    leaves: list[tuple[Leaves, ...]] = []
    for one, seed in zip(people, seeds, strict=True):
        person = _ftm_person(one, _number(seed, "person"))
        told = [*_of_entity("", person)]
        entities.append(person)
        documents: set[str] = set()
        for claim in one.claims:
            made = _ftm_claim(claim, person.id, seed)
            entities += [entity for entity in made if entity.id not in documents]
            documents.update(entity.id for entity in made if entity.schema in ("Article", "Documentation"))
            for entity in made:
                told += _of_entity(f"C{claim.pk}", entity)
        leaves.append(tuple(told))
    return Written(write_ftm(entities), tuple(leaves), tuple(() for _ in people))


_TIES = frozenset({"document", "entity", "resolved", "proof"})


def _of_entity(of: str, entity: FtmEntity) -> list[Leaves]:
    return [
        Leaves(of, f"{entity.schema} {name}", value)
        for name, values in entity.properties.items()
        if name not in _TIES
        for value in values
    ]


def _ftm_person(one: LeavingPerson, number: str) -> FtmEntity:
    told: dict[str, Sequence[str]] = {
        "name": (one.name, *one.others),
        "alias": one.aliases,
        "weakAlias": one.kunyas,
        "fatherName": (one.father,),
        "motherName": (one.mother,),
        "birthDate": (_iso(one.birth),),
        "birthPlace": (one.place_of_birth,),
        "nationality": [code.lower() for code in one.nationalities],
        "gender": (one.sex,),
        "address": (one.home_place,),
        "idNumber": one.identifiers,
        "notes": (
            f"Missing since {wording.date_words(one.missing_since)}." if one.missing_since is not None else "",
            f"Born {wording.date_words(one.birth)}." if one.birth is not None and not _iso(one.birth) else "",
        ),
    }
    return _entity(number, "Person", told)


def _ftm_claim(claim: LeavingClaim, person: str, seed: str) -> list[FtmEntity]:
    """The document that tells of it, what ties it to the person, the name as written there, and the claim."""
    source = _number(seed, f"source {claim.sha256}") if claim.sha256 else ""
    found = []
    if source:
        found.append(
            _entity(
                source,
                "Article",
                {
                    "title": (claim.title,),
                    "publisher": (claim.publisher or claim.author,),
                    "publishedAt": (_iso(claim.published),),
                    "sourceUrl": (claim.url if claim.url.startswith(("http://", "https://")) else "",),
                    "language": (_LANGUAGES.get(claim.language.partition("-")[0], ""),),
                },
            )
        )
        tie = {"document": (source,), "entity": (person,), "role": ("source of what is claimed",)}
        found.append(_entity(_number(seed, f"tie {claim.sha256}"), "Documentation", tie))
        if claim.written:
            mention = {"document": (source,), "name": (claim.written,), "resolved": (person,)}
            told = {**mention, "detectedSchema": ("Person",)}
            found.append(_entity(_number(seed, f"mention {claim.pk}"), "Mention", told))
    note = {
        "entity": (person,),
        "description": (f"{wording.first_upper(claim.said)}; {wording.date_words(claim.said_on)}.",),
        "notes": (claim.quote,),
        "publisher": (claim.publisher or claim.author,),
        "proof": (source,),
        "modifiedAt": (claim.recorded_at.astimezone(UTC).date().isoformat(),),
    }
    return [*found, _entity(_number(seed, str(claim.pk)), "Note", note)]


def _entity(number: str, schema: str, told: Mapping[str, Sequence[str]]) -> FtmEntity:
    full = {name: tuple(dict.fromkeys(filter(None, values))) for name, values in told.items()}
    return FtmEntity(number, schema, {name: values for name, values in full.items() if values})


def _iso(when: PartialDate | None) -> str:
    return when.edtf if when is not None and _ISO.fullmatch(when.edtf) else ""
