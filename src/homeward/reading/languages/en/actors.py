"""English phrases that name or describe somebody who can speak: "a spokesman for the ministry", "Dana Mirell".

In: the tokens of a sentence in the reporter's voice. Out: items: actors, quotations, dates, marks and single words.
Leaves to others: which of the actors speaks (`voices`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import MASK, Actor, ActorKind, View
from homeward.reading.segment import Quotation, Token, tokens
from homeward.records import Attribution

_LONGEST_PHRASE = 14
_DEEPEST = 2  # "the head of the office of the committee"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a sentence. `kind`: actor, quote, date, word, mark."""

    kind: str
    start: int
    stop: int
    text: str
    actor: Actor | None = None
    quote: Quotation | None = None

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def items_of(view: View) -> list[Item]:
    """The sentence as items, white space left out."""
    found: list[Item] = []
    quotes = list(view.quotes)
    pieces = [t for t in tokens(view.masked, view.start, view.stop) if t.kind != "s" and t.text != MASK]
    dates = {d.span.start: d for d in view.dates}
    date_starts = set(dates)
    index = 0
    while index < len(pieces) or quotes:
        if quotes and (index >= len(pieces) or pieces[index].start > quotes[0].start):
            quote = quotes.pop(0)
            found.append(Item("quote", quote.start, quote.stop, "", quote=quote))
            continue
        piece = pieces[index]
        if piece.start in dates:
            stop = dates[piece.start].span.stop
            found.append(Item("date", piece.start, stop, view.text[piece.start : stop]))
            while index < len(pieces) and pieces[index].start < stop:
                index += 1
            continue
        limit = min([quotes[0].start] if quotes else [view.stop])
        size, actor = _actor_at(pieces, index, view, limit, date_starts)
        if actor is not None:
            found.append(Item("actor", actor.place[0], actor.place[1], view.text[slice(*actor.place)], actor))
            index += size
            continue
        kind = "word" if piece.kind in "wn" else "mark"
        found.append(Item(kind, piece.start, piece.stop, piece.text))
        index += 1
    return found


def _is_cap(token: Token) -> bool:
    return token.kind == "w" and token.text[0].isupper() and _bare(token) not in w.NOT_NAMES


def _bare(token: Token) -> str:
    """The word without a possessive ending, lower case."""
    low = token.text.lower().replace("’", "'")
    return low.removesuffix("'s").removesuffix("'")


def _is_possessive(token: Token) -> bool:
    return token.text.lower().replace("’", "'").endswith(("'s", "s'"))


def _actor_at(
    pieces: list[Token], at: int, view: View, limit: int, dates: set[int], depth: int = 0
) -> tuple[int, Actor | None]:
    """The actor that begins at token `at`: how many tokens it takes, and who it is."""
    first = pieces[at]
    low = first.text.lower()
    if low in w.PRONOUNS:
        return 1, Actor((first.start, first.stop), first.text, ActorKind.PRONOUN, Attribution.UNNAMED, low)
    if first.kind == "n" or first.kind == "p":
        return 0, None
    place = at
    while place < len(pieces) and place - at < 3 and pieces[place].text.lower() in w.DETERMINERS:
        place += 1
    phrase: list[Token] = []
    tail: list[Token] = []
    while place < len(pieces) and len(phrase) < _LONGEST_PHRASE:
        token = pieces[place]
        if token.stop > limit or token.start in dates:
            break
        bare = _bare(token)
        if token.text == "." and phrase and _bare(phrase[-1]) in w.TITLES:
            place += 1
            continue
        is_role = bare in w.ROLE_HEADS
        if (
            _is_cap(token)
            or (is_role and bare not in w.SAYING)
            or (bare in w.NAME_PARTICLES and phrase)
            or (token.kind == "w" and _leads_to_role(pieces, place, limit))
        ):
            phrase.append(token)
        else:
            break
        place += 1
    while phrase and (_bare(phrase[-1]) in w.NAME_PARTICLES and not phrase[-1].text[0].isupper()):
        phrase.pop()
        place -= 1
    if not phrase:
        return 0, None
    if not any(_is_cap(t) or _bare(t) in w.ROLE_HEADS for t in phrase):
        return 0, None
    # "of the Red Cross", "close to the group", "in the city": what a role or a body is further described by.
    ends_in_role = _bare(phrase[-1]) in w.ROLE_HEADS
    if ends_in_role and place < len(pieces) and depth < _DEEPEST:
        tail = _tail_of(pieces, place, view, limit, dates, depth)
        place += len(tail)
        if tail and _bare(phrase[-1]) in w.BODY_HEADS and place < len(pieces) and pieces[place].text == "of":
            more = _tail_of(pieces, place, view, limit, dates, depth)  # "Office for Mediation of Hadrun"
            tail += more
            place += len(more)
    stop = (tail or phrase)[-1].stop
    start = pieces[at].start
    return place - at, _describe(phrase, tail, (start, stop), view)


def _leads_to_role(pieces: list[Token], place: int, limit: int) -> bool:
    """Whether plain words from `place` on describe a role or body that follows at once ("foreign ministry")."""
    for step in range(4):
        if place + step >= len(pieces) or pieces[place + step].stop > limit:
            return False
        token = pieces[place + step]
        bare = _bare(token)
        if bare in w.ROLE_HEADS:
            return step > 0
        if token.kind != "w" or bare in w.NOT_NAMES or bare in w.SAYING or bare in w.CITING or bare in _COMMON_VERBS:
            return False
        if _is_possessive(token) and step == 0 and not token.text[0].isupper():
            return True
    return False


_COMMON_VERBS = frozenset(
    [
        "met",
        "meet",
        "meets",
        "handed",
        "hand",
        "gave",
        "give",
        "given",
        "passed",
        "submitted",
        "delivered",
        "presented",
        "sent",
        "received",
        "visited",
        "visit",
        "held",
        "hold",
        "called",
        "made",
        "make",
        "did",
        "took",
        "mentioned",
        "released",
        "freed",
        "knew",
        "know",
        "knows",
        "left",
        "came",
        "went",
        "seen",
        "made",
    ]
)


def _tail_of(pieces: list[Token], place: int, view: View, limit: int, dates: set[int], depth: int) -> list[Token]:
    low = pieces[place].text.lower()
    tail = [pieces[place]]
    at = place + 1
    if low in ("close", "familiar") and at < len(pieces) and pieces[at].text.lower() in ("to", "with"):
        tail.append(pieces[at])
        at += 1
    elif low not in ("of", "for", "at", "from", "in", "inside", "within"):
        return []
    if at >= len(pieces):
        return []
    size, actor = _actor_at(pieces, at, view, limit, dates, depth + 1)
    if actor is None or actor.kind is ActorKind.PRONOUN:
        if low == "of" and _bare(pieces[place - 1]) in w.KIN_HEADS:  # "relatives of the missing sailors"
            while at < len(pieces) and len(tail) < 5 and pieces[at].kind == "w" and pieces[at].stop <= limit:
                low_word = pieces[at].text.lower()
                if (low_word in w.NOT_NAMES and low_word not in w.DETERMINERS) or low_word in w.SAYING:
                    break
                if low_word in _COMMON_VERBS and low_word != "held":
                    break
                tail.append(pieces[at])
                at += 1
            return tail if len(tail) > 1 else []
        if low in ("close", "familiar"):  # "a source close to the talks"
            while at < len(pieces) and len(tail) < 5 and pieces[at].kind == "w" and pieces[at].stop <= limit:
                if pieces[at].text.lower() in w.SAYING or pieces[at].text.lower() in w.AUXILIARIES:
                    break
                tail.append(pieces[at])
                at += 1
            return tail
        return []
    return tail + pieces[at : at + size]


_ANONYMOUS = re.compile(
    r",?\s+(?:who|speaking|on condition)\b[^.;:“\"]{0,60}?\b(?:not to be (?:named|identified)|"
    r"be named|anonymity|anonymously)\b"
)


def _describe(phrase: list[Token], tail: list[Token], place: tuple[int, int], view: View) -> Actor:
    lows = [_bare(t) for t in phrase]
    roles = [i for i, low in enumerate(lows) if low in w.ROLE_HEADS and low not in ("cross", "crescent")]
    whole = view.text[phrase[0].start : phrase[-1].stop]
    whole_with_tail = view.text[phrase[0].start : place[1]]
    if not roles:
        names = [t for t in phrase if _bare(t) not in w.TITLES]
        name = view.text[names[0].start : names[-1].stop] if names else whole
        name = name.removesuffix("'s").removesuffix("’s")
        low = name.lower()
        if low in w.KNOWN_MEDIA or low in view.media:
            return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, low)
        kind = ActorKind.PERSON if len(names) > 1 or len(names) < len(phrase) else ActorKind.OTHER
        return Actor(place, name, kind, Attribution.NAMED)
    head = roles[-1]
    word = lows[head]
    after = [t for t in phrase[head + 1 :] if t.text[0].isupper() or _bare(t) in w.NAME_PARTICLES]
    after = [t for t in after if _bare(t) not in w.TITLES]
    before = [t for t in phrase[:head] if _is_cap(t) and _bare(t) not in w.ROLE_HEADS]
    hidden = (
        word in w.SOURCE_HEADS
        or _ANONYMOUS.match(view.text, place[1]) is not None
        or any(low in ("unnamed", "anonymous", "unidentified") for low in lows)
    )
    if after and word not in w.BODY_HEADS:
        is_name = word in w.MEDIUM_HEADS and phrase[head].text[0].isupper()  # "Radio Ostrel", but "the daily Ostrel"
        name = view.text[(phrase[head] if is_name else after[0]).start : after[-1].stop]
        kind = ActorKind.MEDIUM if word in w.MEDIUM_HEADS else ActorKind.PERSON
        return Actor(place, name, kind, Attribution.NAMED, word)
    if word in w.REPORT_HEADS:
        title: list[Token] = []
        for t in reversed(phrase[:head]):
            if not _is_cap(t) or (w.ADJECTIVES_OF_NATIONS.search(_bare(t)) and not title):
                break
            title.insert(0, t)
        if title:
            name = view.text[title[0].start : title[-1].stop].removesuffix("'s").removesuffix("’s")
            return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, "report")
        return Actor(place, whole_with_tail, ActorKind.MEDIUM, Attribution.UNNAMED, "report")
    if hidden:
        return Actor(place, whole_with_tail, ActorKind.SOURCE, Attribution.ANONYMOUS, word)
    if word == "agency" and any(low in w.NOT_NEWS for low in lows[:head]):
        return Actor(place, whole, ActorKind.BODY, Attribution.NAMED if before else Attribution.UNNAMED, word)
    if word in w.MEDIUM_HEADS or any(
        low in w.MEDIUM_HEADS and t.text[0].isupper() for low, t in zip(lows, phrase, strict=True)
    ):
        named = Attribution.NAMED if before or (after and word in w.BODY_HEADS) else Attribution.UNNAMED
        if word in ("agency",) and not phrase[head].text[0].isupper() and before and lows[head - 1] == "news":
            name = view.text[before[0].start : before[-1].stop]
        elif after:  # "Radio Ostrel", but "the newspaper Ostrel"
            first = phrase[head] if phrase[head].text[0].isupper() else after[0]
            name = view.text[first.start : after[-1].stop]
        else:
            name = whole
        return Actor(place, name, ActorKind.MEDIUM, named, word)
    if word in w.BODY_HEADS:
        if after:
            whole = view.text[after[0].start : after[-1].stop] if not before else whole
        named_tail = any(_is_cap(t) for t in tail)
        if named_tail and tail[0].text.lower() in ("of", "for"):
            whole = whole_with_tail
        named = Attribution.NAMED if before or after or named_tail else Attribution.UNNAMED
        return Actor(place, whole, ActorKind.BODY, named, word)
    definite = view.text[place[0] : phrase[0].start].strip().lower() in ("the", "its", "his", "her", "their")
    return Actor(place, whole_with_tail, ActorKind.ROLE, Attribution.UNNAMED, word if definite else "")
