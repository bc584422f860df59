"""The optional reader as the case file uses it: whether there is one, and which reports may be shown to it.

In: Django's settings (``OPTIONAL_READER``), a report about to be taken in. Out: the reader, a yes or no, the joint
reading. Leaves to others: asking and checking (`homeward.reading.reader`), the values of the settings (`server`).

A report is shown to it only if somebody asks for that, for this report; and never if anything in it is restricted.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from homeward.casework import access, audit, document_terms, matching
from homeward.casework.mentions import says
from homeward.casework.models import Capture, Case, Classification, NameForm, Party, Person, Restriction, User
from homeward.errors import BadInputError
from homeward.reading import Document, Reading, copy_similarity
from homeward.reading.reader import AlsoRead, OptionalReader, ReaderReport, ReaderSettings, read_also

# From how alike a text counts as telling what a restricted one tells. Lower than for a copy: to send too little is
# the smaller fault.
_LIKE_FROM = 0.3
_COMPARED = 12
_NO_CODE = re.compile(r"[^A-Za-z0-9_.:/+-]")

NOT_SENT = (
    "The optional reader was not asked: this report, or something that it tells of, may not leave this machine. "
    "Whoever leads the case knows why."
)


def configured_reader() -> OptionalReader:
    """The reader that this installation is set up with.

    Raises:
        BadInputError: there is none, or a value of its settings cannot be meant.
    """
    read = ReaderSettings.read(getattr(settings, "OPTIONAL_READER", {}))
    if read is None:
        raise BadInputError(
            "no optional reader is set up",
            "Set HOMEWARD_READER_ADDRESS and HOMEWARD_READER_MODEL, as docs/optional-reader.md tells; or leave the "
            "option out: reports are read by rules.",
            kind="no-reader",
        )
    return OptionalReader(read)


def read_with(
    reader: OptionalReader,
    user: User,
    case: Case,
    document: Document,
    reading: Reading,
    *,
    publisher: Party | None,
    terms: frozenset[str],
    sha256: str,
) -> AlsoRead:
    """Show a report to the reader, unless that is forbidden. The audit says so before the first word leaves."""
    if not may_leave(case, document, publisher=publisher, terms=terms):
        report = ReaderReport(model=reader.name, origin=reader.origin, problems=(NOT_SENT,))
        return AlsoRead(reading, report)
    with transaction.atomic():
        detail = {
            "address": _code(reader.origin),
            "model": _code(reader.name),
            "characters": len(document.text),
            "sha256": sha256,
        }
        audit.append(user, "show_to_optional_reader", case=case, detail=detail)
    people = access.visible(user, Person).filter(case=case).count()
    return read_also(document, reading, reader, sought_count=people)


def may_leave(case: Case, document: Document, *, publisher: Party | None, terms: frozenset[str]) -> bool:
    """Whether nothing about a report is closed to anybody: its case, its people and sources, a text like it.

    Restrictions that the user cannot see count, too. So a no is told in one wording for all reasons.
    """
    restricted = Restriction.objects.filter(case=case, lifted_at__isnull=True, level__gt=Classification.DESK)
    by_kind: dict[str, set[int]] = {}
    for kind, pk in restricted.values_list("kind", "object_id"):
        by_kind.setdefault(kind, set()).add(pk)
    if case.pk in by_kind.get("case", ()):
        return False
    if _names_a_closed_party(case, document, publisher, by_kind.get("party", set())):
        return False
    if _names_a_closed_person(case, document, by_kind.get("person", set())):
        return False
    closed_captures, closed_statements = by_kind.get("capture", set()), by_kind.get("statement", set())
    return not _is_like_a_closed_report(case, document, terms, closed_captures, closed_statements)


def _names_a_closed_party(case: Case, document: Document, publisher: Party | None, closed: set[int]) -> bool:
    told = f"{document.publisher or ''}\n{document.author or ''}\n{document.title or ''}\n{document.text}"
    for party in Party.objects.filter(case=case):
        if not party.protected and party.pk not in closed:
            continue
        if publisher is not None and publisher.pk == party.pk:
            return True
        if any(says(told, str(name)) for name in (party.name, *party.other_names)):
            return True
    return False


def _names_a_closed_person(case: Case, document: Document, closed: set[int]) -> bool:
    if not closed:
        return False
    named: dict[str, list[str]] = {}
    for person_id, text in NameForm.objects.filter(person__case=case, person__in=closed).values_list(
        "person_id", "text"
    ):
        named.setdefault(str(person_id), []).append(text)
    spotter = matching.spotter_of(tuple((key, tuple(texts)) for key, texts in sorted(named.items())))
    if next(iter(spotter.spot(document.text)), None) is not None:
        return True
    groups = Person.objects.filter(pk__in=closed).values_list("group_terms", flat=True)
    forms = [text for texts in named.values() for text in texts]
    return any(says(document.text, str(term)) for term in [*forms, *(t for terms in groups for t in terms)])


def _is_like_a_closed_report(
    case: Case, document: Document, terms: frozenset[str], captures: set[int], statements: set[int]
) -> bool:
    above = Classification.DESK
    closed = Q(classification__gt=above) | Q(pk__in=captures)
    closed |= Q(statements__classification__gt=above) | Q(statements__in=statements)
    hidden = Capture.objects.filter(closed, case=case).distinct()
    near = [pk for pk, _ in document_terms.captures_sharing(hidden, terms, most=_COMPARED)]
    unindexed = hidden.filter(terms__isnull=True).exclude(text="").values("pk")
    texts = Capture.objects.filter(Q(pk__in=near) | Q(pk__in=unindexed)).values_list("text", flat=True)
    return any(copy_similarity(text, document.text) >= _LIKE_FROM for text in texts.iterator())


def _code(text: str) -> str:
    """As the audit holds it: letters, digits and marks of an address."""
    return _NO_CODE.sub("_", text)[:100]
