"""Stored rows as they are shown: a chain, a source, a person's names; the same everywhere.

In: rows fetched by `ground`. Out: values of `results`. Touches no database, as long as `ground` fetched what it says.
A protected source is named nowhere: what these functions return may be printed and leave the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.independence import Origin, Voice, fold
from homeward.casework.models import (
    Capture,
    ChainLink,
    Claim,
    Commitment,
    ListItem,
    NameForm,
    Party,
    Person,
    Statement,
)
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.letters import script_of, words
from homeward.casework.results import ShownLink, ShownSource, Words
from homeward.casework.whose import with_body
from homeward.records import Attribution, LinkRole, NameKind, PartialDate

_FIRST_SCRIPTS = ("Latn",)
_WHOLE_NAMES = (NameKind.FULL, NameKind.TRANSLITERATION, NameKind.ALIAS)


def party_name(party: Party | None) -> str:
    """A party's name, unless it is protected."""
    if party is None:
        return ""
    return wording.protected_name() if party.protected else party.name


def actor_name(ground: Ground, name: str) -> str:
    """An actor as a source names it, unless that is the name of a protected party."""
    party = ground.parties.get(fold(name))
    return wording.protected_name() if party is not None and party.protected else name


def promised_by(ground: Ground, commitment: Commitment) -> str:
    """Who promised, as the source names them; with the body for which they speak, where that does not say it."""
    by = actor_name(ground, commitment.by)
    party = commitment.party
    if party is None or by == wording.protected_name():
        return by
    said = fold(commitment.by)
    if any(fold(str(name)) in said for name in (party.name, *party.other_names)):
        return wording.protected_name() if party.protected else by
    return with_body(by, party_name(party))


def chain_of_statement(ground: Ground, statement: Statement) -> tuple[ShownLink, ...]:
    """The actors in the order in which the words travelled, ending with whoever published them."""
    if statement.pk in ground.shown_chains:
        return ground.shown_chains[statement.pk]
    links = ground.chains.get(statement.pk, [])
    shown = [
        ShownLink(
            link.role,
            party_name(link.party)
            if link.party is not None and link.party.protected
            else actor_name(ground, link.name),
            link.attribution,
            link.said_on,
        )
        for link in links
    ]
    publisher = statement.capture.publisher
    if publisher is not None and not any(link.role == LinkRole.PUBLISHER for link in links):
        shown.append(
            ShownLink(LinkRole.PUBLISHER, party_name(publisher), Attribution.NAMED, statement.capture.published)
        )
    ground.shown_chains[statement.pk] = tuple(shown)
    return ground.shown_chains[statement.pk]


def chain_of_item(item: ListItem) -> tuple[ShownLink, ...]:
    """A row is the word of its list's author, published by its publisher."""
    stored = item.list
    shown = []
    if stored.author is not None:
        shown.append(ShownLink(LinkRole.SPEAKER, party_name(stored.author), Attribution.NAMED, stored.as_of))
    publisher = stored.publisher or stored.capture.publisher
    if publisher is not None and publisher.pk != stored.author_id:
        published = stored.capture.published
        shown.append(ShownLink(LinkRole.PUBLISHER, party_name(publisher), Attribution.NAMED, published))
    return tuple(shown)


def chain_of_claim(ground: Ground, claim: Claim) -> tuple[ShownLink, ...]:
    """By whom a claim's words came; an answer on a row of our list is the word of who answered, not ours."""
    if claim.statement is not None:
        return chain_of_statement(ground, claim.statement)
    if claim.answer is not None:
        party = claim.answer.party
        named = party is not None
        return (
            (ShownLink(LinkRole.SPEAKER, party_name(party), Attribution.NAMED, claim.asserted_on),) if named else ()
        )
    assert claim.item is not None
    return chain_of_item(claim.item)


def value_of(claim: Claim) -> str:
    """The value in our words; an answer's value is the words of the answer, and these are shown as its wording."""
    return "" if claim.answer_id is not None else claim.value


def wording_of(claim: Claim) -> Words:
    """The source's own words, or the cells of the row."""
    if claim.statement is not None:
        return words(claim.statement.text, claim.statement.language)
    if claim.answer is not None and claim.answer.words:
        return words(claim.answer.words)
    assert claim.item is not None
    return cells_words(claim.item)


def say(ground: Ground, claim: Claim) -> str:
    """The careful sentence of a claim."""
    if claim.pk not in ground.sentences:
        ground.sentences[claim.pk] = _sentence_of(ground, claim)
    return ground.sentences[claim.pk]


def _sentence_of(ground: Ground, claim: Claim) -> str:
    row = None
    if claim.item is not None and claim.statement is None and claim.answer is None:
        stored = claim.item.list
        row = wording.RowOfList(stored.title, claim.item.row_number, stored.purpose)
    chain = chain_of_claim(ground, claim)
    value = value_of(claim)
    return wording.say_claim(
        claim.subject,
        claim.polarity,
        chain,
        value=value,
        collective=claim.collective,
        of_list=claim.answer_id is not None,
        row=row,
    )


def origin_of_claim(ground: Ground, claim: Claim) -> Origin:
    """Where a claim comes from, for telling whether two come from one origin."""
    if claim.statement is not None:
        statement = claim.statement
        links = ground.chains.get(statement.pk, [])
        voices = [_voice(ground, link) for link in links]
        publisher = statement.capture.publisher
        if publisher is not None and not any(link.role == LinkRole.PUBLISHER for link in links):
            voices.append(_party_voice(ground, publisher, LinkRole.PUBLISHER))
        first = ground.statement_of.get(statement.pk, statement.pk)
        text = ground.text_of.get(statement.capture_id, statement.capture_id)
        return Origin(
            claim.pk,
            tuple(voices),
            statement=first,
            own_statement=statement.pk,
            text=text,
            words=statement.text,
            language=statement.language,
            said_on=statement.said_on,
            published=statement.capture.published,
            translation=statement.translation,
            translated_from=ground.translated_from.get(statement.capture_id),
            about=(claim.subject, claim.polarity),
        )
    assert claim.item is not None
    if claim.answer is not None:
        party = claim.answer.party
        answered = (_party_voice(ground, party, LinkRole.SPEAKER),) if party is not None else ()
        told_by = ground.party_of.get(claim.answer.party_id or 0)
        return Origin(claim.pk, answered, ("answer", claim.answer.list_id, told_by))
    stored = claim.item.list
    publisher = stored.publisher or stored.capture.publisher
    parties = ((stored.author, LinkRole.SPEAKER), (publisher, LinkRole.PUBLISHER))
    chain = tuple(_party_voice(ground, party, role) for party, role in parties if party is not None)
    return Origin(claim.pk, chain, text=ground.text_of.get(stored.capture_id, stored.capture_id))


def source_of_capture(capture: Capture, place: str, *, ref: str = "") -> ShownSource:
    """A captured document and the place in it."""
    publisher = capture.publisher
    return ShownSource(
        ref=ref or ref_of(capture),
        title=capture.title or capture.file_name,
        publisher=party_name(publisher),
        place=place,
        sha256=capture.content_id,
        captured_on=capture.entered_at.date(),
        published=capture.published,
        reliability=publisher.reliability if publisher is not None else "F",
        url=capture.url,
    )


def source_of_statement(statement: Statement) -> ShownSource:
    """Where a statement stands."""
    return source_of_capture(statement.capture, span_words(statement.start, statement.stop))


def source_of_item(item: ListItem) -> ShownSource:
    """Where a row stands."""
    stored = item.list
    place = (
        gettext("row {row}").format(row=item.row_number)
        if not item.table
        else gettext("table “{table}”, row {row}").format(table=item.table, row=item.row_number)
    )
    shown = source_of_capture(stored.capture, place, ref=ref_of(stored))
    speaker = stored.author or stored.publisher or stored.capture.publisher
    return replace(
        shown,
        title=stored.title,
        publisher=party_name(stored.publisher or stored.capture.publisher or stored.author),
        published=shown.published or stored.as_of,
        reliability=speaker.reliability if speaker is not None else "F",
    )


def source_of_claim(claim: Claim) -> ShownSource:
    """Where a claim's words stand; an answer that no document tells of stands beside the row that it answers."""
    if claim.statement is not None:
        return source_of_statement(claim.statement)
    assert claim.item is not None
    shown = source_of_item(claim.item)
    if claim.answer is None:
        return shown
    party = claim.answer.party
    return replace(
        shown,
        title=gettext("Answer {answer} about “{list}”").format(
            answer=ref_of(claim.answer), list=claim.item.list.title
        ),
        publisher=party_name(party) or gettext("a party not recorded"),
        published=claim.answer.answered_on,
        reliability=party.reliability if party is not None else "F",
    )


def span_words(start: int | None, stop: int | None) -> str:
    """Characters as a reader counts them, from 1."""
    if start is None or stop is None:
        return gettext("the whole text")
    return gettext("characters {first} to {last}").format(first=start + 1, last=stop)


def cells_words(item: ListItem) -> Words:
    """The cells of a row as written, the empty ones left out."""
    return words(" · ".join(str(cell) for cell in item.cells if str(cell or "").strip()))


def names_of(forms: Sequence[NameForm]) -> tuple[Words, ...]:
    """A person's names: the main one of each script first, Latin before the others; then every other form."""
    whole = [form for form in forms if form.kind in _WHOLE_NAMES] or list(forms)
    main: dict[str, NameForm] = {}
    for form in sorted(whole, key=lambda form: _WHOLE_NAMES.index(form.kind) if form.kind in _WHOLE_NAMES else 9):
        main.setdefault(form.script or script_of(form.text), form)
    first = sorted(main, key=lambda script: (script not in _FIRST_SCRIPTS, _first_seen(forms, main[script])))
    ordered = [main[script] for script in first] + [form for form in whole if form not in main.values()]
    texts: dict[str, Words] = {}
    for form in ordered:
        texts.setdefault(form.text, words(form.text, form.language))
    return tuple(texts.values())


def name_of(ground: Ground, person: Person) -> Words:
    """A person's main name; the reference where no name may be seen."""
    names = names_of(ground.forms.get(person.pk, ()))
    return names[0] if names else Words(ref_of(person))


def claim_dates(claim: Claim) -> tuple[PartialDate | None, PartialDate | None]:
    """When it holds of the person, and when it was said: the claim's own word, else the statement's."""
    said = claim.asserted_on
    if said is None and claim.statement is not None:
        said = claim.statement.said_on
    return claim.valid_time, said


def newest_first(on: PartialDate | None) -> tuple[int, int]:
    """Sorts the latest day first, and what has no date last."""
    if on is None:
        return (1, 0)
    day = on.latest or on.earliest or date.min
    return (0, -day.toordinal())


def refs(things: Iterable[Person | Claim]) -> tuple[str, ...]:
    """References of stored things."""
    return tuple(ref_of(thing) for thing in things)


def _first_seen(forms: Sequence[NameForm], form: NameForm) -> int:
    return list(forms).index(form)


def _voice(ground: Ground, link: ChainLink) -> Voice:
    party = link.party or ground.parties.get(fold(link.name))
    if party is None:
        return Voice(LinkRole(link.role), (link.name,), Attribution(link.attribution))
    names = (link.name, party.name, *map(str, party.other_names))
    shown = party_name(party) if party.protected else link.name
    return Voice(LinkRole(link.role), names, Attribution(link.attribution), ground.party_of.get(party.pk), shown)


def _party_voice(ground: Ground, party: Party, role: LinkRole) -> Voice:
    names = (party.name, *map(str, party.other_names))
    return Voice(role, names, Attribution.NAMED, ground.party_of.get(party.pk), party_name(party))
