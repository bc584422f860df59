"""Contacts that English tells by a phrase: "had twenty minutes with", "was on the phone with", "will fly to Doha to see".

In: the clauses of a sentence. Out: `RawEvent`s of kind contact; `TOWN`, where something happened, but for `NO_TOWN`.
Leaves to others: verbs and nouns that tell of a contact by themselves (`contacts`, `contact_nouns`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.contact_parts import DENIED, HELD, PLANNED
from homeward.reading.languages.en.parties import actor_of, date_in, is_party, party_of
from homeward.reading.languages.en.words import NUMBER
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import ContactKind, ContactStatus

_DENIED = re.compile(r"\b(?:not|never|n['’]t)\b|n['’]t\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is|are|was|were|plans?|intends?|due|expected|booked|set|going|means) ?", re.IGNORECASE
)
_WITH = re.compile(
    rf"\b(?:had|has had|have had|spent|got|was given|were given|was granted|were granted|was allowed|were allowed|been given|been granted|shared|took) (?:(?:an?|half an?|the|some|about|nearly|over|only|just|another|{NUMBER}|\d+|short|long|private|brief|quiet) )*"
    r"(?:(?<!spent )(?:minutes?|hours?)|tea|coffee|lunch|dinner|breakfast|supper|a word|words?|audience|evening|afternoon|morning)(?: (?:alone|in private|apart|together))? (?:with|by) ",
    re.IGNORECASE,
)
_ON_PHONE = re.compile(
    r"\b(?:was|were|is|are|been|got|being) (?:\w+ )?on the (?:phone|telephone|line) (?:with|to) |\b(?:got|gets|been|was|were|get) (?:put )?through to |\bspoke down the line to ",
    re.IGNORECASE,
)
_TO_SEE = re.compile(
    r"\b(?P<verb>(?:come|comes|came|coming|go|goes|went|going|fly|flies|flew|flying|travel|travels|travelled|traveled|travelling|traveling|drive|drives|drove|driving|return|returns|"
    r"returned|head|heads|headed|heading|sail|sailed|sailing|cross|crossed|walk|walked|ride|rode|journey|journeyed))\b[^.;:,“\"]{0,80}? to (?:see|meet|visit|talk to|talk with|speak to|speak with|call on|confer with|"
    r"sit down with|negotiate with|plead with) ",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(
    r"\b(?:see|saw|seen|meet|met|rang|called|visit|visited|wrote to|write to|face|faced) (?:each other|one another)\b",
    re.IGNORECASE,
)
_BY_MEANS = re.compile(
    r"\b(?:informed|notified|alerted) (?P<whom>[^.;:“\"]{3,60}?) (?:by (?P<call>(?:tele)?phone|radio|satellite phone)|over the (?:tele)?phone|by (?P<letter>letter|e-?mail|telegram|fax)|in writing)\b",
    re.IGNORECASE,
)
# Contacts refused or broken off: whom one would not see stands behind the words, who was turned away before them.
_REFUSED = re.compile(
    r"\b(?:refus(?:es|ed|ing) to|declin(?:es|ed|ing) to|will not|would not|won['’]t) "
    r"(?:talk to|talk with|speak to|speak with|negotiate with|meet|receive|sit down with|deal with|see) "
    r"|\b(?:do not|does not|don['’]t|doesn['’]t) (?:talk|speak|negotiate) (?:to|with) ",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    r"\b(?:broke|broken|breaks|cut|cuts|severed|ended|suspended|halted|froze|called|calls) (?:off )?(?:all |its |their |his |her |the )?(?:direct |further )?"
    r"(?:contacts?|talks|negotiations|communications?|dialogue) with ",
    re.IGNORECASE,
)
_TURNED_AWAY = re.compile(
    r"\b(?:was|were|been|is|are) (?:again |twice |once more |also )?(?:refused (?:entry|admission|access)|denied (?:entry|access|admission|a visit|a meeting)|"
    r"not (?:received|(?:allowed|permitted) to (?:see|visit|meet|speak to|speak with)))\b(?: (?:to|by|at) )?",
    re.IGNORECASE,
)
_SHOOK = re.compile(
    r"\b(?:shook hands|(?:exchanged|swapped) (?P<letter>letters|messages|notes|e-?mails)|exchanged (?:views|words|greetings)|compared notes)\b[^.;:,“\"]{0,40}? with ",
    re.IGNORECASE,
)
# "had the judge on the telephone", "had him in his parlour for tea"
_HAD = re.compile(
    r"\b(?:had|has had|have had|has|have|got) (?P<whom>[^.;:,“\"]{2,60}?) (?:on (?:the|his|her|their|its) (?:phone|telephone|line|radio)|"
    r"(?P<home>(?:in|at|to) (?:his|her|their|its|our|my|the \w+['’]s) (?:own )?(?:parlou?r|house|home|office|study|tent|table|garden|kitchen|palace|"
    r"residence|shop|hut|compound|courtyard|flat|church|mosque)))\b",
    re.IGNORECASE,
)
# "went on Tuesday to the Commissioner of Police", "was let in to the captain", "called at my house", "came back to us"
_WENT_TO = re.compile(
    r"\b(?:went|gone|came|come|rode|walked|drove|climbed|(?:was|were|been) (?:let|shown|led|taken|admitted|brought) (?:in|up|through))"
    r"(?: (?:back|again|up|down|over|out|twice|once|[A-Z]\w+day|on [A-Z]\w+day|(?:three|four|five|two|six|nine) times|last \w+|yesterday))* to (?:see |meet )?",
)
_CALLED_AT = re.compile(
    r"\b(?:called|calls|stopped|knocked|presented (?:himself|herself|themselves)) at ", re.IGNORECASE
)
TRIGGER = re.compile(
    r"\bhad\b|\bha(?:s|ve)\b|went|gone|came|come|rode|walked|drove|climbed|called at|let in|shown|stopped at|with |on the |through to|to see|to meet|to visit|to talk|to speak|to call|to confer|to sit|to negotiate|to plead|each other|one another|phone|by (?:letter|e-?mail|radio|telegram)|in writing|down the line|refus|declin|will not|would not|n['’]t |do not|does not|did not|"
    r"broke|severed|suspended|halted|turned|denied|not (?:admitted|let|received|allowed|permitted)|shook|exchanged|swapped|notes"
)


def by_phrase(clauses: Clauses) -> list[RawEvent]:
    """Every contact of the sentence that such a phrase tells of."""
    view = clauses.view
    text = view.masked
    if TRIGGER.search(text, view.start, view.stop) is None:
        return []
    found: list[RawEvent] = []
    for pattern, kind in (
        (_WITH, ContactKind.MEETING),
        (_ON_PHONE, ContactKind.CALL),
        (_TO_SEE, ContactKind.MEETING),
    ):
        for match in pattern.finditer(text, view.start, view.stop):
            subject, other = subject_before(clauses, match.start()), _at(clauses, match.end())
            if subject is None or other is None:
                continue
            status = _status(clauses, subject.stop, match, travels=pattern is _TO_SEE)
            if status is not None:
                found += _event(clauses, subject, [party_of(clauses, other)], kind, status, other.stop)
    for pattern, kind, status in (
        (_REFUSED, ContactKind.MEETING, DENIED),
        (_BROKEN_OFF, ContactKind.OTHER, DENIED),
        (_SHOOK, ContactKind.MEETING, HELD),
    ):
        for match in pattern.finditer(text, view.start, view.stop):
            subject, other = subject_before(clauses, match.start()), _at(clauses, match.end())
            if subject is None or other is None or other.heads[-1] in _UNMET:
                continue
            if status is DENIED or _status(clauses, subject.stop, match, travels=False) is HELD:
                by_letter = "letter" in pattern.groupindex and match["letter"] is not None
                found += _event(
                    clauses,
                    subject,
                    [party_of(clauses, other)],
                    ContactKind.LETTER if by_letter else kind,
                    status,
                    other.stop,
                )
    for match in _TURNED_AWAY.finditer(text, view.start, view.stop):
        subject, host = subject_before(clauses, match.start()), _at(clauses, match.end())
        if subject is not None and _status(clauses, subject.stop, match, travels=False) is not None:
            guest = actor_of(clauses, subject)
            others = [party_of(clauses, host)] if host is not None else [guest]
            found += _event(clauses, subject, others, ContactKind.VISIT, DENIED, match.end())
    for match in _HAD.finditer(text, view.start, view.stop):
        subject, other = subject_before(clauses, match.start()), _at(clauses, match.start("whom"))
        if subject is None or other is None or other.stop < match.end("whom"):
            continue
        status = _status(clauses, subject.stop, match, travels=False)
        if status is not None:
            kind = ContactKind.MEETING if match["home"] else ContactKind.CALL
            home = match["home"].split(" ", 1)[1] if match["home"] else None
            told = _event(clauses, subject, [party_of(clauses, other)], kind, status, match.end())
            found += [replace(event, where=home) for event in told]
    for pattern in (_WENT_TO, _CALLED_AT):
        for match in pattern.finditer(text, view.start, view.stop):
            subject, other = subject_before(clauses, match.start()), _at(clauses, match.end())
            if subject is None or other is None or not _is_somebody(clauses, other, house=pattern is _CALLED_AT):
                continue
            status = _status(clauses, subject.stop, match, travels=False)
            if status is not None and not _THINGS.search(clauses.text(subject.place)):
                found += _event(clauses, subject, [party_of(clauses, other)], ContactKind.VISIT, status, other.stop)
    for match in _EACH_OTHER.finditer(text, view.start, view.stop):
        subject = subject_before(clauses, match.start())
        if subject is None:
            continue
        place = (subject.start, end_of(clauses, match.end()))
        status = _status(clauses, subject.stop, match, travels=False) or HELD
        kind = ContactKind.CALL if match.group().lower().startswith(("rang", "called")) else ContactKind.MEETING
        found.append(
            RawEvent(
                EventKind.CONTACT,
                place,
                contact_kind=kind,
                status=status,
                rule="both sides met",
                when=date_in(clauses, place),
                dated=True,
            )
        )
    for match in _BY_MEANS.finditer(text, view.start, view.stop):
        subject, other = subject_before(clauses, match.start()), _at(clauses, match.start("whom"))
        if subject is not None and other is not None and not _DENIED.search(text, subject.stop, match.start()):
            kind = ContactKind.LETTER if match["letter"] or "writing" in match.group() else ContactKind.CALL
            found += _event(clauses, subject, [party_of(clauses, other)], kind, HELD, match.end())
    return found


_UNMET = frozenset(
    w.split("it this that demand demands deadline deadlines press reporters journalists media question questions")
)
_THINGS = re.compile(
    r"\b(?:lists?|letters?|names?|folders?|files?|notes?|repl(?:y|ies)|answers?|messages?|cop(?:y|ies)|it|that|this|which|word|news)$",
    re.I,
)


def _is_somebody(clauses: Clauses, chunk: Chunk, *, house: bool) -> bool:
    """Whether one goes to a noun phrase to see somebody: an office-holder, or with "called at" a house of a party."""
    words = clauses.text(chunk.place)
    if house:
        return chunk.heads[-1] in v.PLACE_NOUNS | {"home", "gate", "door", "directorate", "ministry"}
    person = any(h in w.PERSON_HEADS for h in chunk.heads) and chunk.heads[-1] not in v.PLACE_NOUNS
    return person and (words.lower().startswith(("the ", "its ", "his ", "her ", "their ")) or words[:1].isupper())


def _event(
    clauses: Clauses, subject: Chunk, others: list[Actor], kind: ContactKind, status: ContactStatus, stop: int
) -> list[RawEvent]:
    by = actor_of(clauses, subject)
    people = [by, *others]
    if by.kind is ActorKind.MEDIUM or any(a.kind is ActorKind.MEDIUM for a in others):
        return []
    if any(a.name.lower() in ("i", "me", "my", "us", "we") for a in people) and not clauses.view.quoted:
        return []
    place = (subject.start, end_of(clauses, stop))
    return [
        RawEvent(
            EventKind.CONTACT, place, by=by, others=tuple(others), contact_kind=kind, status=status, rule="contact told by a phrase",
            when=date_in(clauses, place), dated=True,
        )
    ]  # fmt: skip


def _status(clauses: Clauses, start: int, match: re.Match[str], *, travels: bool) -> ContactStatus | None:
    """Held, planned or denied; None where it is only wished for."""
    before = clauses.view.masked[start : match.start()]
    if _DENIED.search(before):
        return DENIED
    if re.search(
        r"\b(?:if|may|might|could|should|wants?|hopes?|wished|wanted|hoped|refused|declined|like)\b",
        before,
        re.IGNORECASE,
    ):
        return None
    if re.search(r"\b(?:will|would|shall|to|due|booked|planning|plans)\s*$", before, re.IGNORECASE):
        return PLANNED
    if not travels:
        return HELD
    verb = match["verb"].lower()
    if verb.endswith("ing"):
        return PLANNED if _TO_COME.search(before) else None
    return HELD if verb in _PAST else PLANNED if verb.endswith("s") else None


_PAST = frozenset(
    [
        "came",
        "went",
        "flew",
        "travelled",
        "traveled",
        "drove",
        "returned",
        "headed",
        "sailed",
        "crossed",
        "walked",
        "rode",
        "journeyed",
    ]
)


def subject_before(clauses: Clauses, at: int) -> Chunk | None:
    """The party that is the subject of what begins at a character: the last one before it behind no preposition."""
    chunks = clauses.chunks
    for k in range(len(chunks) - 1, -1, -1):
        chunk = chunks[k]
        if chunk.start >= at or chunk.kind != "np":
            continue
        if k and chunks[k - 1].kind == "prep":
            continue
        if chunk.stop > at:
            return None  # "Dana Mirell slept" taken for one phrase
        return chunk if chunk.pronoun or is_party(clauses, chunk) else None
    return None


def _at(clauses: Clauses, at: int) -> Chunk | None:
    chunk = next((c for c in clauses.chunks if c.kind == "np" and c.stop > at), None)
    return chunk if chunk is not None and chunk.start - at < 12 and is_party(clauses, chunk) else None


def end_of(clauses: Clauses, stop: int) -> int:
    """Behind the phrases of place and date that follow."""
    chunks = clauses.chunks
    end = stop
    for chunk in chunks:
        if chunk.start < stop:
            end = max(end, chunk.stop)
            continue
        if chunk.kind not in ("prep", "date", "np", "adv"):
            break
        end = chunk.stop
    return min(end, clauses.view.stop)


TOWN = re.compile(
    r"\b(?:in|at|near|(?:fly|flew|travel|travell?ed|go|goes|went|going|come|came|return|returned|drive|drove|sent|invited|"
    r"up|down) (?:back )?to|(?:visit|reach)(?:ed|es|s)?) "
    r"(?P<place>(?-i:[A-Z][\w’'-]+(?: (?:of |al-)?[A-Z][\w’'-]+)?))"
    r"(?![\w’'-]* (?:ministry|office|government|army|council))",
    re.IGNORECASE,
)
NO_TOWN = re.compile(
    r"\b(?:Ramadan|Lent|Easter|Christmas|Advent|Mr|Mrs|Ms|Dr|General|Colonel|Council|Front|Ministry|Army|Brigade|Committee|"
    r"\w+day|God)\b"
)
