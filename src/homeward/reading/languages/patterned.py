"""Voices and events by expressions over one sentence, for languages whose rules are tables of such expressions.

In: a sentence, with speech in quotation marks masked, and the tables of a language. Out: `Analysis`.
Leaves to others: the tables (ru, he, ar), and English, whose word order asks for rules of its own.

A verb of speech is found first; its speaker and content are looked for in a window on either side of it, so that the
time stays in proportion to the text. Groups of an event's expression: ``key``, ``by``, ``to``, ``with``, ``place``,
``through``, ``n``, ``about``, ``no`` (it did not happen), ``will`` (it is planned).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from homeward.reading.languages.language import (
    MASK,
    Actor,
    ActorKind,
    Analysis,
    EventKind,
    Place,
    RawEvent,
    View,
    Voice,
)
from homeward.records import Attribution, ContactKind, ContactStatus, Manner

_EDGE = " \n\r\t,،.;:—–-!?؟\"'()"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by which one language's actors are told apart; each expression is searched in the phrase.

    Attributes:
        person: takes a phrase and finds the person's own name in it: place within the phrase, or None.
        leading, trailing: words around an actor that are none of him: dates, adverbs, conjunctions.
    """

    pronoun: re.Pattern[str]
    source: re.Pattern[str]
    medium: re.Pattern[str]
    body: re.Pattern[str]
    role: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    person: Callable[[str], Place | None]
    named_body: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The tables of one language.

    Attributes:
        verbs: verbs of speech, as whole words. manners: how each of them utters.
        that: what opens reported speech after verb and adjuncts; searched in what follows the verb.
        bare: verbs whose object is itself the content ("promised to release them", "denied that").
        quoting: verbs whose subject relays the words of their object ("quoted"). quoted: cuts that object out.
        cite: "citing": what stands before relays what stands after. to_medium: a medium told, among the adjuncts.
        according: "according to". about_this: "this was said by": the content is the sentence before.
        verb_first: the speaker stands after the verb also where the content follows him; `subject_before` finds him,
            as group ``sp``, where he stands before it all the same.
        events: kind, what kind of contact, the expression.
    """

    lexicon: Lexicon
    verbs: re.Pattern[str]
    manners: tuple[tuple[re.Pattern[str], Manner], ...]
    that: re.Pattern[str]
    bare: re.Pattern[str]
    quoting: re.Pattern[str]
    quoted: re.Pattern[str]
    cite: re.Pattern[str]
    to_medium: re.Pattern[str]
    according: re.Pattern[str]
    about_this: re.Pattern[str]
    negation: re.Pattern[str]
    numbers: dict[str, int]
    events: tuple[tuple[EventKind, ContactKind | None, re.Pattern[str], re.Pattern[str]], ...] = ()
    verb_first: bool = False
    subject_before: re.Pattern[str] | None = None


_MOST_CUES = 12  # more verbs of speech than any sentence has
_WINDOW = 220  # characters on either side of a verb in which its speaker is looked for
_BOUNDARY = re.compile(r"[" + MASK + r";:—–\n!?]|\.\s|,\s+(?:но|а|אך|אבל|ולכן|لكن|غير أن)\s")
_PHRASE = re.compile(r"[^,،;:.!?\n—–(" + MASK + r"]{2,120}")
_QUOTES_BEFORE = re.compile(MASK + r"[\s,،.—–-]*$")


def analyse_by(patterns: Patterns) -> Callable[[View], Analysis]:
    """The function that analyses a sentence by these tables."""

    def analyse(view: View) -> Analysis:
        voices, events = tuple(_voices(view, patterns)), tuple(_events(view, patterns))
        actors = [a for v in voices for a in (v.speaker, *v.relays) if a is not None]
        actors += [a for e in events for a in (e.by, e.to, *e.others) if a is not None]
        return Analysis(voices, events, tuple(sorted(actors, key=lambda a: a.place)))

    return analyse


def _voices(view: View, patterns: Patterns) -> list[Voice]:
    own = view.own_words
    found: list[Voice] = []
    covered = -1
    for match in islice(patterns.verbs.finditer(own), _MOST_CUES):
        if match.start() < covered or patterns.negation.search(own, max(0, match.start() - 6), match.start()):
            continue
        found += _voice_of_verb(view, own, match, patterns, bool(found))
        if found and found[-1].relays and patterns.quoting.fullmatch(match.group()):
            covered = found[-1].region[0] - view.start  # "quoted B, who said that": one voice, not two
    for match in islice(patterns.according.finditer(own), _MOST_CUES):
        found += _voice_according(view, own, match, patterns)
    return sorted(found, key=lambda v: v.cue)


def _voice_of_verb(view: View, own: str, match: re.Match[str], patterns: Patterns, has_earlier: bool) -> list[Voice]:
    verb = match.group()
    left_start = _left_boundary(own, match.start())
    left = (left_start, match.start())
    right_stop = min(len(own), match.end() + _WINDOW)
    manner = next((m for p, m in patterns.manners if p.search(verb)), Manner.SAID)
    cue = (view.start + match.start(), view.start + match.end())
    quote_before = _QUOTES_BEFORE.search(
        own, max(0, left_start - 8), match.start() if not own[left_start : match.start()].strip(_EDGE) else left_start
    )
    that = patterns.that.search(own, match.end(), right_stop)
    first_mask = own.find(MASK, match.end())
    if that is not None and 0 <= first_mask < that.start():
        that = None

    def voice(
        speaker: Actor | None, region: Place, rule: str, relays: tuple[Actor, ...] = (), *, same: bool = False
    ) -> list[Voice]:
        contents, direct = _contents(view, region)
        if (speaker is None and not same) or not contents:
            return []
        return [Voice(cue, manner, speaker, region, direct, same, contents, relays, rule=rule)]

    if patterns.about_this.match(own, 0, match.start()) and view.before is not None:
        speaker, relays = _who(view, _phrase_after(own, match.end()), patterns)
        media = _media(view, (0, match.start()), patterns)
        return voice(speaker, view.before, "previous-sentence", relays or media)
    if quote_before is not None:
        left_phrase = own[left_start : match.start()].strip(_EDGE)
        place = left if left_phrase else _phrase_after(own, match.end())
        speaker, relays = _who(view, place, patterns)
        begin, stop = _masks_before(own, quote_before.start() + 1)
        if speaker is not None:
            return voice(speaker, (view.start + begin, view.start + stop), "content-then-speaker", relays)
    if that is not None:
        region = (view.start + that.end(), _own_end(view, own, that.end(), patterns))
        middle = (match.end(), that.start())
        if patterns.quoting.fullmatch(verb) and (cut := patterns.quoted.search(own, *middle)) is not None:
            relay = _who(view, _last_phrase(own, left), patterns)[0]
            if patterns.verb_first and cut.groupdict().get("relay"):
                relay = describe(view.text, _moved(view, cut.span("relay")), patterns.lexicon)
            speaker = describe(view.text, _moved(view, cut.span("sp")), patterns.lexicon)
            return voice(speaker, region, "cites", (relay,) if relay else ())
        subject = middle if patterns.verb_first and own[slice(*middle)].strip(_EDGE) else _last_phrase(own, left)
        ahead = patterns.subject_before.search(own, *left) if patterns.subject_before else None
        if ahead is not None:
            subject = ahead.span("sp")
        speaker, relays = _who(view, subject, patterns)
        if speaker is None and not own[slice(*subject)].strip(_EDGE):
            speaker, relays = _who(view, _first_phrase(own, middle), patterns)
        media = _media(view, middle, patterns)
        if speaker is not None and speaker.kind is ActorKind.MEDIUM:
            media = ()
        return voice(speaker, region, "speaker-then-content", relays or media, same=speaker is None and has_earlier)
    if patterns.bare.fullmatch(verb):
        begin = match.end()
        subject = _last_phrase(own, left)
        if patterns.verb_first:
            subject = _phrase_after(own, match.end())
            begin = _after_apposition(own, subject[1])
        for day in view.dates:  # "denied on Wednesday that": the day is not what was denied
            if day.span.start - view.start - begin in range(-1, 4):
                begin = _after_apposition(own, day.span.stop - view.start)
        speaker, relays = _who(view, subject, patterns)
        return voice(speaker, (view.start + begin, _sentence_end(view)), "speaker-then-content", relays)
    if own[left_start : match.start()].rstrip().endswith((",", "،")) and match.start() - left_start > 12:
        phrase = _phrase_after(own, match.end())
        if not own[phrase[1] :].strip(_EDGE):
            speaker, relays = _who(view, phrase, patterns)
            return voice(
                speaker, (view.start + left_start, view.start + match.start()), "content-then-speaker", relays
            )
    return []


def _voice_according(view: View, own: str, match: re.Match[str], patterns: Patterns) -> list[Voice]:
    phrase = _phrase_after(own, match.end())
    speaker, relays = _who(view, phrase, patterns)
    cue = (view.start + match.start(), view.start + match.end())
    if own[: match.start()].strip(_EDGE):
        region = (view.start, view.start + match.start())
    else:
        region = (view.start + _after_apposition(own, phrase[1]), _sentence_end(view))
    contents, direct = _contents(view, region)
    if speaker is None or not contents:
        return []
    return [Voice(cue, Manner.SAID, speaker, region, direct, contents=contents, relays=relays, rule="according-to")]


def _left_boundary(own: str, stop: int) -> int:
    start = max(0, stop - _WINDOW)
    for match in _BOUNDARY.finditer(own, start, stop):
        start = match.end()
    return start


def _last_phrase(own: str, place: Place) -> Place:
    """The subject before a verb: what stands behind the last comma, or before an apposition closed by one."""
    start, stop = place
    commas = [m.start() for m in re.finditer("[,،]", own[start:stop])]
    if not commas:
        return place
    if own[start + commas[-1] + 1 : stop].strip(_EDGE):
        return start + commas[-1] + 1, stop
    return (start + commas[-3] + 1 if len(commas) > 2 else start), stop


def _first_phrase(own: str, place: Place) -> Place:
    match = _PHRASE.search(own, *place)
    return match.span() if match else (place[0], place[0])


def _phrase_after(own: str, start: int) -> Place:
    """The phrase after a verb, with one apposition that names the person."""
    match = _PHRASE.match(own, start)
    if match is None:
        return start, start
    more = _APPOSITION.match(own, match.end())
    return start, more.end() if more else match.end()


_APPOSITION = re.compile(r"[,،]\s+(?:[^\s,،;:.]+\s?){2,4}(?=[,،.])")


def _after_apposition(own: str, start: int) -> int:
    while start < len(own) and own[start] in _EDGE:
        start += 1
    return start


def _masks_before(own: str, stop: int) -> Place:
    begin = stop
    while begin > 0 and (own[begin - 1] == MASK or own[begin - 1] in " ,.—–-"):
        begin -= 1
    while begin < stop and own[begin] != MASK:
        begin += 1
    return begin, stop


def _moved(view: View, place: Place) -> Place:
    return view.start + place[0], view.start + place[1]


def _sentence_end(view: View) -> int:
    stop = view.stop
    while stop > view.start and view.text[stop - 1] in " \n\r\t.!?؟…":
        stop -= 1
    return stop


def _own_end(view: View, own: str, begin: int, patterns: Patterns) -> int:
    """Where content ends: at the sentence's end, or where the next verb of speech is joined on ("..., and added")."""
    if patterns.verb_first:
        for match in patterns.verbs.finditer(own, begin):
            if match.group()[0] in "وف" and own[begin : match.start()].rstrip().endswith(("،", MASK)):
                return view.start + match.start()
    return _sentence_end(view)


def _who(view: View, place: Place, patterns: Patterns) -> tuple[Actor | None, tuple[Actor, ...]]:
    """The speaker whom a phrase names, and who relays him if the phrase says that it cites."""
    own = view.own_words
    cite = patterns.cite.search(own, *place)
    if cite is None:
        return describe(view.text, _moved(view, place), patterns.lexicon), ()
    relay = describe(view.text, _moved(view, (place[0], cite.start())), patterns.lexicon)
    speaker = describe(view.text, _moved(view, (cite.end(), place[1])), patterns.lexicon)
    return speaker, (relay,) if relay else ()


def _media(view: View, place: Place, patterns: Patterns) -> tuple[Actor, ...]:
    match = patterns.to_medium.search(view.own_words, *place)
    actor = describe(view.text, _moved(view, match.span("relay")), patterns.lexicon) if match else None
    return (actor,) if actor else ()


def _contents(view: View, region: Place) -> tuple[tuple[Place, ...], bool]:
    start, stop = region
    while start < stop and view.masked[start] in _EDGE:
        start += 1
    while stop > start and view.masked[stop - 1] in _EDGE:
        stop -= 1
    inside = [q for q in view.quotes if start <= q.start and q.stop <= stop]
    if inside and not view.masked[start:stop].replace(MASK, "").strip(_EDGE):
        return tuple((q.inner_start, q.inner_stop) for q in inside), True
    return (((start, stop),) if stop - start > 2 else ()), False


def _actor(view: View, match: re.Match[str], group: str, lexicon: Lexicon) -> Actor | None:
    if not match.groupdict().get(group):
        return None
    return describe(view.text, _moved(view, match.span(group)), lexicon)


def describe(text: str, place: Place, lexicon: Lexicon) -> Actor | None:
    """Who a phrase names: leading adverbs and dates cut off, the person's own name preferred to his office."""
    start, stop = place
    while start < stop and text[start] in _EDGE:
        start += 1
    while stop > start and text[stop - 1] in _EDGE.replace('"', "").replace("'", ""):
        stop -= 1
    while (lead := lexicon.leading.match(text, start, stop)) and lead.end() > start:
        start = lead.end()
        while start < stop and text[start] in _EDGE:
            start += 1
    if (trail := lexicon.trailing.search(text, start, stop)) is not None:
        stop = max(start, trail.start())
    phrase = text[start:stop]
    if len(phrase) < 2 or MASK in phrase:
        return None
    where = (start, stop)
    if lexicon.pronoun.fullmatch(phrase):
        return Actor(where, phrase, ActorKind.PRONOUN, Attribution.UNNAMED, phrase)
    if lexicon.source.match(phrase):
        return Actor(where, phrase, ActorKind.SOURCE, Attribution.ANONYMOUS, "")
    if (found := lexicon.medium.match(phrase)) is not None:
        quoted = _IN_MARKS.search(phrase)
        named = bool(quoted or lexicon.named_body.search(phrase)) or len(phrase.split()) > 1
        kind = Attribution.NAMED if named else Attribution.UNNAMED
        return Actor(where, quoted.group(1) if quoted else phrase, ActorKind.MEDIUM, kind, _stem(found.group()))
    body = lexicon.body.match(phrase)
    person = lexicon.person(phrase) if body is None or lexicon.role.search(phrase) else None
    if person is not None:
        role = lexicon.role.search(phrase)
        return Actor(
            where, phrase[slice(*person)], ActorKind.PERSON, Attribution.NAMED, role.group()[:6] if role else ""
        )
    if body is not None:
        named = lexicon.named_body.search(phrase, body.end()) is not None
        return Actor(
            where, phrase, ActorKind.BODY, Attribution.NAMED if named else Attribution.UNNAMED, _stem(body.group())
        )
    if (role := lexicon.role.search(phrase)) is not None:
        return Actor(where, phrase, ActorKind.ROLE, Attribution.UNNAMED, role.group()[:6])
    if len(phrase.split()) > 5:
        return None  # a clause rather than somebody
    return Actor(where, phrase, ActorKind.OTHER, Attribution.NAMED, "")


_IN_MARKS = re.compile('[«“"„]([^«»“”"„]+)[»”"“]')


def _stem(word: str) -> str:
    """A body's word without article and ending, so that "the ministry" is known again."""
    bare = re.sub("^(?:ال|ה(?=.{3}))", "", word.lower()).replace("וו", "ו")
    return bare[:6]


def _events(view: View, patterns: Patterns) -> list[RawEvent]:
    found: list[RawEvent] = []
    own = view.own_words
    for kind, contact, trigger, pattern in patterns.events:
        if trigger.search(own) is None or any(e.kind is kind for e in found):
            continue
        match = pattern.search(own)
        if match is None:
            continue
        groups = match.groupdict()
        by = _actor(view, match, "by", patterns.lexicon)
        to = _actor(view, match, "to", patterns.lexicon)
        other = _actor(view, match, "with", patterns.lexicon)
        if kind is EventKind.CONTACT and by is None and other is None:
            continue
        status = ContactStatus.DENIED if groups.get("no") else ContactStatus.PLANNED if groups.get("will") else None
        if kind is EventKind.HANDOVER and status is not None:
            continue
        word = (groups.get("n") or "").lower()
        number = int(word) if word.isdecimal() else patterns.numbers.get(word)
        about = (view.start + match.start("about"), view.start + match.end("about")) if groups.get("about") else None
        found.append(
            RawEvent(
                kind,
                (view.start, view.stop),
                by=by,
                to=to,
                others=(other,) if other else (),
                through=(groups.get("through") or "").strip(_EDGE) or None,
                count=number,
                where=(groups.get("place") or "").strip(_EDGE) or None,
                about=about,
                contact_kind=contact,
                status=status or (ContactStatus.HELD if kind is EventKind.CONTACT else None),
                rule=f'"{match.group("key").strip()}"',
            )
        )
    return found
