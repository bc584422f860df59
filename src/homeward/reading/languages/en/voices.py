"""Who said it, in English: cues of speech, their speakers, and where what was said begins and ends.

In: the items of a sentence. Out: a `Voice` for each cue, in the order of the sentence.
Leaves to others: finding the speaker (`speakers`), the content (`contents`), relays (`citations`);
which person "he" or "the ministry" is, and the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from homeward.reading.chained import IN_IT
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item, is_label
from homeward.reading.languages.en.citations import (
    ATTRIBUTING,
    SHOWING,
    attributed_at,
    read_according,
    read_attributed,
    read_citing,
    shown_saying,
)
from homeward.reading.languages.en.contents import (
    ENDING,
    another_cue_behind,
    carries,
    content_after,
    content_before,
    contents_in,
    follows_clause,
    follows_quote,
    is_empty,
    is_outlet,
    object_of,
    only_quotes,
    skip_adjuncts,
)
from homeward.reading.languages.en.decrees import decrees
from homeward.reading.languages.en.headlines import cried_headline, is_topic, quoted_headline
from homeward.reading.languages.en.phrase_cues import phrase_cues
from homeward.reading.languages.en.set_phrases import set_phrases
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.speakers import is_adverb, speaker_of
from homeward.reading.languages.en.tails import aside_of, named_behind, said_before
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.reading.segment import Quotation
from homeward.records import Attribution, Manner

_LONGEST_SENTENCE = 400  # items; keeps the depth of insertions within insertions small
_MOST_CUES = 12  # more verbs of speech than any sentence has; keeps time in proportion on hostile texts


def find_voices(view: View, items: list[Item]) -> list[Voice]:
    """Each cue of speech with its speaker and the region of its content."""
    items = _phrasal(items)
    inserted = _inserted(view, items) if len(items) < _LONGEST_SENTENCE else None
    if inserted is not None:
        return _voices_around(view, items, inserted)
    cues = [i for i, item in enumerate(items) if _is_cue(items, i)][:_MOST_CUES]
    found: list[Voice] = []
    for number, at in enumerate(cues):
        voice = _voice_at(view, items, at, cues, number, found)
        if voice is not None:
            if not voice.relays and voice.cited is None and (len(cues) == 1 or not number):
                voice = replace(voice, relays=_platform_beside(items, at, voice.contents))
            found.append(voice)
    for extra in (
        _in_the_words(view, items), _headline(view, items), _headline_behind(view, items), quoted_headline(view, items), cried_headline(view, items), _before_colon(view, items), _whose_answer(items), _listed(view, items), _beside_quotation(items), _of_nobody(view, items), _told_by(view, items), _agreed_behind(view, items), named_behind(items), said_before(view, items), _aside_behind(view, items),
        *set_phrases(items), *phrase_cues(view, items), *decrees(view, items),
    ):  # fmt: skip
        if extra is not None and not any(_covers(v, extra) and not _told_within(items, extra, v) for v in found):
            found.append(extra)
    return sorted(_through(found), key=lambda v: v.cue)


_PHRASAL = {
    word.split()[0]: frozenset(x.split()[1] for x in w.SAYING if x.split()[0] == word.split()[0] and " " in x)
    for word in w.SAYING
    if " " in word
}


def _phrasal(items: list[Item]) -> list[Item]:
    """The items with verbs of two words made one: "went on", "ruled out", "called on the ministry to"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        last = found[-1] if found else None
        fits = last is not None and last.kind == "word" and item.low in _PHRASAL.get(last.low, ())
        if last is not None and fits and _is_phrasal(items, at):
            found[-1] = Item("word", last.start, item.stop, f"{last.text} {item.text}")
        else:
            found.append(item)
    return found


def _is_phrasal(items: list[Item], at: int) -> bool:
    """Whether the verb and its particle at `at` tell of speech: not "went on Monday", "went on strike", "a call on"."""
    verb, after = items[at - 1].low, items[at + 1 : at + 14]
    if verb.startswith(("rul", "point")):
        return bool(after)
    if verb.startswith("call"):
        led = at > 1 and (items[at - 2].actor is not None or is_adverb(items[at - 2]) or items[at - 2].low in _JOINS)
        whom = bool(after) and after[0].kind in ("actor", "word") and after[0].low not in w.PREPOSITIONS
        return led and whom and any(i.low == "to" for i in after)
    return (
        not after
        or after[0].kind in ("mark", "quote")
        or [i.low for i in after[:2]] in (["to", "say"], ["to", "add"])
    )


_JOINS = frozenset(["and", "but", "who", "which", "will", "would", "must"])


def _through(voices: list[Voice]) -> list[Voice]:
    """Voices, with "according to" beside another's cue read as a relay: "..., he said, according to the agency"."""
    for voice in voices:
        if voice.rule != "according-to" or voice.speaker is None:
            continue
        other = next(
            (v for v in voices if v is not voice and v.speaker and _covers(voice, v) and _covers(v, voice)), None
        )
        if other is not None and voice.cue[0] > other.cue[0]:
            merged = replace(other, relays=(*other.relays, voice.speaker))
            return [merged if v is other else v for v in voices if v is not voice]
    return voices


def _told_within(items: list[Item], aside: Voice, outer: Voice) -> bool:
    """Whether an aside opens what another tells: "reports that, in the words of a ferryman, | they crossed"."""
    at = next((k for k, item in enumerate(items) if item.start >= aside.cue[0]), 0)
    led = at > 1 and items[at - 1].text == "," and items[at - 2].low == "that"
    return led and aside.rule == "according-to" and outer.cue[1] <= aside.cue[0]


def _covers(voice: Voice, other: Voice) -> bool:
    return any(a <= c + 2 and d - 2 <= b for a, b in voice.contents for c, d in other.contents)


def _given_word(items: list[Item], at: int) -> int | None:
    """Where the noun of "gave his word that", "made it clear that" stands, if "that" or a colon follows it."""
    for k in range(at + 1, min(at + 6, len(items) - 1)):
        if items[k].kind == "mark" or items[k].low == "that":
            return None
        if items[k].low in w.GIVEN_WORDS:
            return k if items[k + 1].low == "that" or items[k + 1].text == ":" else None
    return None


def _is_plain_cue(items: list[Item], at: int) -> bool:
    """Whether a verb in its plain form tells what somebody says: "the families say that", "would say only that"."""
    if items[at].low not in w.PLAIN_SAYING or at + 1 >= len(items):
        return False
    k = at - 1
    while k >= 0 and is_adverb(items[k]):
        k -= 1
    if k < 0 or any(items[m].low in w.NEGATIONS for m in range(max(0, k - 1), at)):
        return False
    after = items[at + 1]
    leads = (
        after.low in ("that", "only", "it", "its", "the", "a", "their", "us", "me", "them", "him", "her")
        or after.text == ":"
        or after.quote is not None
    )
    if items[k].low in _MODALS_BUT_MORE:
        return after.low in ("only", "that") or after.text == ":"
    if items[k].low == "to":
        return k > 0 and items[k - 1].low in _LEADS_TO_SAYING and after.low in ("that", "the", "its", "it")
    actor = items[k].actor
    many = actor is not None and (
        actor.name.lower() in ("we", "they", "i", "police") or actor.name.lower().endswith(" police") or actor.name.lower().split(" of ")[0].endswith("s")
        or (actor.head.endswith("s") and not actor.head.endswith("ss")) or " and " in actor.name
    )  # fmt: skip
    return many and (leads or after.actor is not None)


_LEADS_TO_SAYING = frozenset(
    w.split(
        "wish wishes like able obliged regrets regret deems pleased want bound constrained continued continues went"
    )
)


_WORDS_OF = re.compile(
    r"(?:in|to use) the (?:words|phrase|telling|version|account|view|opinion|estimate|submission|judge?ment|estimation|reading|recollection|reckoning|contention|interpretation|formula|formulation) of |(?:by|on) the (?:account|word|admission|reckoning|"
    r"testimony|version) of |to (?:hear|believe) |if ",
    re.IGNORECASE,
)
_HIS_WORDS = re.compile(
    r"(?:in|by|on) (?P<who>[^,.:;“\"]{2,60}?)['’]s? (?:own )?(?:words|telling|account|version|phrase|view|opinion|admission|reckoning|estimate|word|submission|judge?ment|estimation|recollection|reading|formula|formulation),? ",
    re.IGNORECASE,
)
_BELIEVED = re.compile(r" (?:is|are|was|were) to be believed\b| (?:tell|tells|told) it\b", re.IGNORECASE)


def _in_the_words(view: View, items: list[Item]) -> Voice | None:
    """Read "In the words of Kell, ...", "In Kell's words, ..." and "..., if Kell is to be believed"."""
    if not items:
        return None
    for k, item in enumerate(items[:-2]):
        begins = k == 0 or items[k - 1].text == "," or items[k - 1].low == "that"
        if not begins or item.low not in ("in", "by", "on", "to", "if"):
            continue
        own = _HIS_WORDS.match(view.masked, item.start, view.stop)
        led = _WORDS_OF.match(view.masked, item.start, view.stop) if own is None else None
        who = next((n for n in range(k + 1, min(k + 7, len(items))) if items[n].actor is not None), None)
        if (own is None and led is None) or who is None or items[who].actor is None:
            continue
        actor, stop = items[who].actor, items[who].stop
        if actor is None or actor.kind is ActorKind.PRONOUN:
            continue
        if own is not None:
            if items[who].start > own.end("who") or own["who"].lower() in ("other", "his", "her", "its", "their"):
                continue
            stop = own.end()
        elif led is not None and led.group().lower().startswith(("if", "to hear", "to believe")):
            believed = _BELIEVED.match(view.masked, stop, view.stop)
            if believed is None and led.group().lower().startswith(("if", "to hear")):
                continue
            stop = believed.end() if believed is not None else stop
        after = next(
            (n for n in range(who, len(items)) if items[n].start >= stop and items[n].text != ","), len(items)
        )
        last = len(items)
        while last > after and items[last - 1].text in ENDING:
            last -= 1
        if k < 2 or items[k - 1].low == "that" or items[k - 2].low == "that":
            if last - after < 3:
                return None
            region = (items[after].start, items[last - 1].stop)
        else:
            region = (items[0].start, items[k - 2].stop)
        contents, direct = contents_in(view, items, region)
        cue = (item.start, max(item.stop, items[who].start - 1))
        return Voice(cue, Manner.SAID, actor, region, direct, contents=contents, rule="according-to")
    return None


def _headline(view: View, items: list[Item]) -> Voice | None:
    """Read "Minister: no talks" at the head of a document, and "No talks, says minister"."""
    line = view.text[view.start : view.stop]
    if view.text[: view.start].strip() or "\n" in line.strip() or len(items) > 20 or line.rstrip()[-1:] in ".!":
        return None
    at = next((k for k, item in enumerate(items) if item.text == ":"), None)
    if at is None or at > 3 or at + 2 >= len(items) or items[0].actor is None or is_label(line):
        return None
    region = (items[at + 1].start, items[-1].stop)
    if is_topic(view, items[0].actor, view.text[items[0].start : items[at].start], view.text[slice(*region)]):
        return None
    contents, direct = contents_in(view, items, region)
    mark = (items[at].start, items[at].stop)
    return Voice(mark, Manner.SAID, items[0].actor, region, direct, contents=contents, rule="headline")


def _headline_behind(view: View, items: list[Item]) -> Voice | None:
    """Read "Three technicians freed – state radio" and "First seven expected in May: minister" over a report."""
    line = view.text[view.start : view.stop]
    if (
        view.text[: view.start].strip()
        or "\n" in line.strip()
        or not 4 < len(items) <= 24
        or line.rstrip()[-1:] in ".!"
    ):
        return None
    at = next((k for k in range(len(items) - 2, 2, -1) if items[k].text in ("–", "—", ":")), None)
    if (
        at is None
        or (at == 3 and items[0].actor is not None)
        or len(items) - at > 5
        or any(i.kind == "quote" for i in items[: at + 1])
    ):
        return None
    tail = items[at + 1 :]
    if len(tail) > 2 or tail[-1].actor is None or any(i.kind not in ("word", "actor") for i in tail):
        return None
    if tail[0].low in w.CONJUNCTIONS or tail[0].low in w.SAYING:
        return None
    speaker = describe(view.text, (tail[0].start, tail[-1].stop))
    if speaker.kind in (ActorKind.OTHER, ActorKind.PRONOUN):
        return None
    region = (items[0].start, items[at - 1].stop)
    mark = (items[at].start, items[at].stop)
    return Voice(mark, Manner.SAID, speaker, region, contents=(region,), rule="headline")


def _of_nobody(view: View, items: list[Item]) -> Voice | None:
    """Read "It was also stressed that ..." and "It is understood that ...": words of nobody who is named."""
    for k in range(len(items) - 3):
        if (
            items[k].low != "it"
            or items[k + 1].low not in _BE_OR_HAS
            or (k and items[k - 1].low not in _CLAUSE_LEADS and _text_before(items, k) is None)
        ):
            continue
        m = k + 2
        while m < len(items) - 2 and (is_adverb(items[m]) or items[m].low in w.BE):
            m += 1
        if (items[m].low in w.SAYING or items[m].low in _TOLD_OF) and items[m + 1].low == "that":
            stop = len(items)
            while stop > m + 2 and items[stop - 1].text in ENDING:
                stop -= 1
            if stop <= m + 2:
                return None
            region = (items[m + 2].start, items[stop - 1].stop)
            cue = (items[k].start, items[m].stop)
            manner = w.SAYING.get(items[m].low, Manner.SAID)
            whose = _text_before(items, k)
            if whose is not None:
                return Voice(cue, manner, whose, region, contents=(region,), rule="passive")
            rule = IN_IT if goes_on_in_text(view) else "passive"
            return Voice(cue, manner, None, region, contents=(region,), rule=rule, nobody=True)
    return None


def goes_on_in_text(view: View) -> bool:
    """Whether a sentence goes on with a text of which the one before told: "A readout of the palace ... It was also"."""
    if view.before is None or "\n" in view.text[slice(*view.before)].rstrip() or view.before[1] > view.start:
        return False
    more = _MORE.search(view.masked, view.start, view.stop) is not None
    return more and _TEXT.search(view.masked, *view.before) is not None


_MORE = re.compile(
    r"\b(?:also|too|further(?:more)?|further on|lastly|moreover|again|there|finally|"
    r"[Ii]n (?:it|the (?:text|same|circular|communiqu[eé]|statement|document|note|letter|bulletin|summary|decree|paper)))\b"
)
_TEXT = re.compile(
    r"\b(?:communiqu[eé]|statement|read-?out|note|summary|bulletin|document|circular|letter|decree|telegram)s?\b",
    re.IGNORECASE,
)


def _text_before(items: list[Item], at: int) -> Actor | None:
    """Whose text it is in which something was stressed: "In a communiqué of the Volunteers | it was stressed that"."""
    if at < 2 or items[0].low != "in":
        return None
    owner = items[at - 1 if items[at - 1].text != "," else at - 2].actor
    words = " ".join(i.low for i in items[1:at]).split()
    if owner is None or not any(word in w.UTTERANCES or word == "communiqué" for word in words[:3]):
        return None
    named = owner.kind in (ActorKind.BODY, ActorKind.OTHER, ActorKind.PERSON, ActorKind.ROLE)
    return owner if named and any(word in ("of", "by", "from") for word in words) else None


def _agreed_behind(view: View, items: list[Item]) -> Voice | None:
    """Read "A delegation will travel to Brenn, it was agreed.": words of nobody who is named, told before."""
    stop = len(items)
    while stop and items[stop - 1].text in ENDING:
        stop -= 1
    begin = next((k for k in range(stop - 1, max(3, stop - 7), -1) if items[k].text == ","), None)
    if begin is None or begin + 3 > stop or items[begin + 1].low != "it" or items[begin + 2].low not in _BE_OR_HAS:
        return None
    verb = begin + 3
    while verb < stop and (is_adverb(items[verb]) or items[verb].low in w.BE):
        verb += 1
    if verb >= stop or (items[verb].low not in w.SAYING and items[verb].low not in _TOLD_OF):
        return None
    if any(i.kind == "quote" or i.low in w.SAYING for i in items[:begin]) or not all(
        i.kind == "date" or i.low in w.PREPOSITIONS or is_adverb(i) for i in items[verb + 1 : stop]
    ):
        return None
    region = (items[0].start, items[begin - 1].stop)
    cue = (items[begin + 1].start, items[verb].stop)
    manner = w.SAYING.get(items[verb].low, Manner.SAID)
    rule = IN_IT if goes_on_in_text(view) else "passive"
    return Voice(cue, manner, None, region, contents=(region,), rule=rule, nobody=True)


def _told_by(view: View, items: list[Item]) -> Voice | None:
    """Read "the agency, which was told by a judge that ...": the judge speaks, the agency passes it on."""
    for k in range(1, len(items) - 4):
        if items[k].low not in ("told", "informed", "assured") or items[k + 1].low != "by":
            continue
        speaker = items[k + 2].actor
        if speaker is None or items[k + 3].low != "that":
            continue
        stop = len(items)
        while stop > k + 4 and items[stop - 1].text in ENDING:
            stop -= 1
        region = (items[k + 4].start, items[stop - 1].stop)
        hearers = [i.actor for i in items[:k] if i.actor is not None and i.actor.kind is ActorKind.MEDIUM]
        cue = (items[k].start, items[k + 1].stop)
        return Voice(
            cue, Manner.SAID, speaker, region, contents=(region,), relays=tuple(hearers[::-1]), rule="told-by"
        )
    return None


def _aside_behind(view: View, items: list[Item]) -> Voice | None:
    """Read "They left by bus, as the mayor would have it." and "..., on the mayor's own showing."."""
    stop = len(items)
    while stop and items[stop - 1].text in ENDING:
        stop -= 1
    comma = next((k for k in range(stop - 1, max(2, stop - 9), -1) if items[k].text in (",", "–", "—")), None)
    if comma is None or comma + 2 > stop or any(i.quote for i in items[:comma]):
        return None
    aside = aside_of(view, items, comma + 1, stop)
    if aside is None or any(i.low in w.SAYING for i in items[:comma]):
        return None
    region = (items[0].start, items[comma - 1].stop)
    return Voice(aside[0], Manner.SAID, aside[1], region, contents=(region,), rule="according-to")


_CLAUSE_LEADS = frozenset([",", ";", "and", "but", ":"])
_TOLD_OF = frozenset(
    w.split("agreed understood underscored hoped mentioned discussed clear known believed feared learned learnt")
)


@dataclass(frozen=True, slots=True)
class _Inserted:
    """A speaker put into what he says: between two commas, from item `begin` to behind item `stop`."""

    begin: int
    stop: int
    cue: Place
    manner: Manner
    speaker: Actor
    relays: tuple[Actor, ...] = ()


_LONGEST_INSERTED = 11


def _inserted(view: View, items: list[Item]) -> _Inserted | None:
    """Read "The men, she said, were handed over", "Herons, as Alina noted, can ..." and "Ruhl, by his account, ..."."""
    commas = [k for k, item in enumerate(items) if item.text == ","]
    for begin, stop in itertools.pairwise(commas):
        if not begin or stop - begin > _LONGEST_INSERTED or stop + 2 >= len(items):
            continue
        if items[begin - 1].quote or any(i.quote for i in items[begin:stop]) or items[stop + 1].kind == "quote":
            continue
        if view.quoted and any(i.low in w.SAYING for i in items[:begin]):
            continue  # "He says, Mother, the commander swears to me ..."
        after = items[stop + 1].low
        if after in _CONJUNCTIONS_OR_RELATIVES_OR_PARTICIPLES or after in (
            "citing",
            "quoting",
            "according",
            "without",
        ):
            continue
        found = _teller_within(view, items, begin + 1, stop)
        if found is not None and not _is_clause(items, found, begin):
            return replace(found, begin=begin, stop=stop + 1)
    return None


def _is_clause(items: list[Item], inserted: _Inserted, begin: int) -> bool:
    """Whether what stands before leads to the speaker: "Ruhl, a lawyer, said", "Asked about it, he said, and ..."."""
    before = items[begin - 1]
    return (before.kind == "date" and begin < 3) or items[0].low in _BEFORE_MAIN or items[0].low in w.ASKED_BY


_BEFORE_MAIN = frozenset(["when", "after", "before", "if", "although", "while", "as", "asked", "speaking", "since"])


def _teller_within(view: View, items: list[Item], begin: int, stop: int) -> _Inserted | None:
    """The cue and speaker of what stands between two commas, if that is all that it holds."""
    k = begin + 1 if items[begin].low == "as" else begin
    led = begin > 1 and items[begin - 2].low == "that"
    if (aside := aside_of(view, items, begin, stop)) is not None and items[begin].actor is None and not led:
        return _Inserted(0, 0, aside[0], Manner.SAID, aside[1])
    if items[k].low == "by" and (told := _ACCOUNT.search(view.text[items[k].start : items[stop - 1].stop])):
        place = (items[k].start, items[stop - 1].stop)
        actor = items[k + 1].actor
        pronoun = w.OWNED_BY.get(told[1].lower())
        if pronoun is not None:
            actor = Actor(
                (items[k + 1].start, items[k + 1].stop), pronoun, ActorKind.PRONOUN, Attribution.UNNAMED, pronoun
            )
        return _Inserted(0, 0, place, Manner.SAID, actor) if actor is not None else None
    if items[k].low == "according" and _goes_on_telling(items, stop + 1):
        if k + 2 >= stop or items[k + 1].low != "to" or not (k + 3 == stop or items[k + 2].kind == "word"):
            return None
        if k + 3 == stop and items[k + 2].actor is None:
            return None
        guest = describe(view.text, (items[k + 2].start, items[stop - 1].stop))
        return _Inserted(0, 0, (items[k].start, items[k + 1].stop), Manner.SAID, guest)
    if items[k].low in w.SAYING and k + 1 < stop and items[k + 1].actor is not None:
        verb, who = k, k + 1  # "says Zhuk"
    elif items[k].actor is not None and [i.low for i in items[k + 1 : stop]] in (["has", "it"], ["had", "it"]):
        who_has = items[k].actor
        cue = (items[k + 1].start, items[stop - 1].stop)
        return _Inserted(0, 0, cue, Manner.SAID, who_has) if who_has is not None else None
    elif items[k].actor is not None:
        verb, who = k + 1, k
        while verb < stop and is_adverb(items[verb]):
            verb += 1
    else:
        return None
    if verb >= stop or items[who].low == "i":
        return None
    rest = items[max(verb, who) + 1 : stop]
    if items[verb].low in w.SAYING and rest and rest[0].low in ("me", "us") and verb > who:
        rest = rest[1:]  # "a minister's aide assured us on Monday"
    elif not _inserts(items[verb].low):
        return None
    if any(i.low in w.SAYING or i.low in w.BE or i.low in w.MODALS or i.low in _TENSES for i in rest):
        return None
    if rest and not (rest[0].kind == "date" or rest[0].low in w.PREPOSITIONS or is_adverb(rest[0]) or rest[0].actor):
        return None
    speaker = items[who].actor
    manner = w.SAYING[items[verb].low]
    relays = tuple(i.actor for i in rest if i.actor is not None and carries(i.actor))
    hearer = rest[0].actor if rest and verb > who and items[verb].low in ("told", "tells") else None
    if hearer is not None and hearer.kind is ActorKind.OTHER and hearer.attribution is Attribution.NAMED:
        relays = relays or (replace(hearer, kind=ActorKind.MEDIUM),)
    cue = (items[verb].start, items[verb].stop)
    return _Inserted(0, 0, cue, manner, speaker, relays) if speaker is not None else None


_TENSES = frozenset(["has", "had", "have", "that"])


def _goes_on_telling(items: list[Item], at: int) -> bool:
    """Whether the clause goes on with a verb of speech: "Rasil, according to a guest, | answered that ..."."""
    while at < len(items) - 2 and (items[at].low in _TENSES or is_adverb(items[at])):
        at += 1
    return at < len(items) - 2 and items[at].low in w.SAYING


def _inserts(low: str) -> bool:
    return low in w.SAYING and low not in w.PARTICIPLES and low not in w.WITH_OBJECT


_ACCOUNT = re.compile(  # "by his own account" is no other's
    r"by (\w+)\b(?! own)[^,]{0,40}? (?:account|telling|reckoning|recollection|version)$", re.IGNORECASE
)


def _voices_around(view: View, items: list[Item], inserted: _Inserted) -> list[Voice]:
    """The voice of whoever is put into his words, and those of the sentence without him."""
    begin, stop = inserted.begin, inserted.stop
    parts = (
        k + 1 for k in range(begin) if items[k].text == ";" or (items[k].text == ":" and k > 2 and begin - k > 2)
    )
    first = max(parts, default=0)
    last = next((k for k in range(stop, len(items)) if items[k].text == ";"), len(items))
    while first < begin - 1 and items[first].low in ("but", "and", "so"):
        first += 1
    while last > stop + 1 and items[last - 1].text in ENDING:
        last -= 1
    teller = _tells_behind(items[stop:last])
    if teller is not None:  # "Nobody was hurt, the police said, Interlan reports."
        first_half = (items[first].start, items[begin - 1].stop)
        voice = Voice(
            inserted.cue,
            inserted.manner,
            inserted.speaker,
            first_half,
            contents=(first_half,),
            relays=(*inserted.relays, teller),
            rule="inserted",
        )
        return sorted([voice, *find_voices(view, items[:begin])], key=lambda v: v.cue)
    hole = (items[begin - 1].stop, items[stop].start)
    halves = ((items[first].start, hole[0]), (hole[1], items[last - 1].stop))
    outer = Voice(
        inserted.cue,
        inserted.manner,
        inserted.speaker,
        (halves[0][0], halves[1][1]),
        contents=halves,
        relays=inserted.relays,
        rule="inserted",
    )
    inner = find_voices(view, [*items[:begin], *items[stop:]])
    return sorted([outer, *(replace(v, contents=_without(v.contents, hole)) for v in inner)], key=lambda v: v.cue)


def _tells_behind(rest: list[Item]) -> Actor | None:
    """Who reports all that was said before, if nothing else is left: "..., Interlan reported on Monday"."""
    while rest and rest[0].text in (",", "—", "–"):
        rest = rest[1:]
    if (
        len(rest) < 2
        or rest[0].actor is None
        or rest[0].actor.kind is ActorKind.PRONOUN
        or rest[1].low not in _REPORTS
    ):
        return None
    plain = all(i.kind == "date" or i.low in w.PREPOSITIONS or i.actor is not None or is_adverb(i) for i in rest[2:])
    return rest[0].actor if plain and len(rest) < _LONGEST_TAIL else None


_REPORTS = frozenset(
    w.split(
        "reported reports said says writes wrote adds added quoted notes noted repeated repeats relayed relays carried carries echoed echoes "
        "announced announces stated states recalled recalls remembered remembers recounted recounts related relates claimed claims"
    )
)
_LONGEST_TAIL = 7  # items


def _without(contents: Sequence[Place], hole: Place) -> tuple[Place, ...]:
    """Places, cut where they run over a hole."""
    found: list[Place] = []
    for a, b in contents:
        found += [(a, hole[0]), (hole[1], b)] if a < hole[0] and hole[1] < b else [(a, b)]
    return tuple(found)


def _before_colon(view: View, items: list[Item]) -> Voice | None:
    """Read "She put it plainly: “...”" where no verb of speech leads to the quotation."""
    for k in range(1, len(items)):
        quote = items[k].quote
        if quote is not None and items[k - 1].text == ":" and k > 1:
            actor = items[1].actor if items[0].low == "from" else None  # "From the ministry: “...”"
            actor = actor if actor is not None and actor.head not in _TEXTS_SHOWN else None
            actor = actor or next(
                (
                    i.actor
                    for n, i in enumerate(items[: k - 1])
                    if i.actor and (n == 0 or items[n - 1].low not in w.PREPOSITIONS)
                ),
                None,
            )
            place = (quote.inner_start, quote.inner_stop)
            mark = (items[k - 1].start, items[k - 1].stop)
            uttered = _uttered_by(items, k - 1) or _has_somebody(items, k - 1)
            if uttered is not None:
                whose, relays = uttered
                return Voice(
                    mark, Manner.SAID, whose, place, True, contents=(place,), relays=relays, rule="utterance"
                )
            if actor is None:
                return None
            return Voice(mark, Manner.SAID, actor, place, True, contents=(place,), rule="colon")
    return None


def _uttered_by(items: list[Item], colon: int) -> tuple[Actor, tuple[Actor, ...]] | None:
    """Whose the text before a colon is, and who shows it: "Radio Marsh ran a statement by the Front: “...”"."""
    for m in range(colon - 2, -1, -1):
        words = items[m].low.split()
        if not words or words[-1] not in _TEXTS or items[m].kind not in ("word", "actor"):
            continue
        sent = items[m + 1].low in ("that", "which") and m + 3 < colon and items[m + 3].low in _SENDS
        if sent and (sender := items[m + 2].actor) is not None and sender.kind is not ActorKind.PRONOUN:
            teller = next((i.actor for i in items[:m] if i.actor is not None), None)
            passed = any(i.low in _SHOWING_TEXTS for i in items[:m])
            return sender, ((teller,) if passed and teller is not None else ())
        by = m + 2 if items[m + 1].low in _SIGNED else m + 1
        whose = items[by + 1].actor if by + 1 < colon and items[by].low in ("from", "by", "of") else None
        if whose is None or whose.kind is ActorKind.PRONOUN:
            return None
        shows = any(i.low in _SHOWING_TEXTS for i in items[:m])
        first = next((i.actor for n, i in enumerate(items[:m]) if i.actor and (not n or _is_subject(items, n))), None)
        relays = (first,) if first is not None and shows and first.kind is not ActorKind.PRONOUN else ()
        return whose, relays
    return None


def _has_somebody(items: list[Item], colon: int) -> tuple[Actor, tuple[Actor, ...]] | None:
    """Read "Channel 9 has the mayor: “...”": the mayor speaks, the channel passes it on."""
    medium, speaker = items[0].actor, items[colon - 1].actor
    if colon != 3 or medium is None or speaker is None or medium.kind is not ActorKind.MEDIUM:
        return None
    fits = items[1].low in (
        "has",
        "had",
        "brings",
        "gives",
        "renders",
        "rendered",
        "quotes",
        "shows",
        "offers",
        "features",
        "airs",
        "carries",
        "hears",
        "asked",
        "asks",
    )
    return (speaker, (medium,)) if fits and speaker.kind is not ActorKind.PRONOUN else None


def _is_subject(items: list[Item], at: int) -> bool:
    return items[at - 1].low not in w.PREPOSITIONS


_TEXTS = frozenset(
    w.split(
        "statement letter message note text reply answer post tweet communiqué communique release recording email e-mail "
        "telegram fax postcard poem leaflet pamphlet line lines words video tape clip comment verse entry announcement"
    )
)
_TEXTS_SHOWN = _TEXTS | frozenset(
    w.split("transcript minutes record records report archive archives file files diary log")
)
_SIGNED = frozenset(w.split("signed issued posted written sent put recorded dictated published"))
_SENDS = frozenset(w.split("sent wrote gave left signed dictated handed posted had sends writes"))
_SHOWING_TEXTS = frozenset(
    w.split(
        "read reads ran run runs carried carries published publishes printed prints aired airs broadcast broadcasts showed "
        "shows played plays relayed relays forwarded shared released posted posts received receives got quoted quotes "
        "circulated distributed produced obtained translated passed"
    )
)


def _whose_answer(items: list[Item]) -> Voice | None:
    """Read "The envoy's answer was that ..." and "Its reply, a single line, was that ..."."""
    for k in range(1, len(items) - 3):
        if items[k].low not in ("is", "was", "had been") or items[k + 1].low != "that":
            continue
        noun = k - 1
        if items[noun].text == ",":  # an aside
            noun = next((m for m in range(k - 2, max(-1, k - 9), -1) if items[m].text == ","), 0) - 1
        if noun < 0 or items[noun].low.split()[-1:][:1] == [] or items[noun].low.split()[-1] not in _ANSWERS:
            continue
        owner = items[noun - 1].actor if noun else None
        possessive = noun and items[noun - 1].low.endswith(("'s", "’s", "s'", "s’"))
        if noun and items[noun - 1].low in w.OWNED_BY:
            start, stop = items[noun - 1].start, items[noun - 1].stop
            head = w.OWNED_BY[items[noun - 1].low]
            owner = Actor((start, stop), items[noun - 1].text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
        elif not possessive:
            continue
        if owner is None:
            continue
        stop_at = len(items)
        while stop_at > k + 3 and items[stop_at - 1].text in ENDING:
            stop_at -= 1
        region = (items[k + 2].start, items[stop_at - 1].stop)
        cue = (items[noun].start, items[noun].stop)
        return Voice(cue, Manner.SAID, owner, region, contents=(region,), rule="whose-answer")
    return None


_ANSWERS = frozenset(
    w.split(
        "answer reply response message explanation position argument version word claim condition view account line "
        "verdict contention statement advice complaint warning"
    )
)


def _beside_quotation(items: list[Item]) -> Voice | None:
    """Read "“...,” Selk grinned." and "“...!” breathes the nurse": a verb that no table knows, beside what was cried."""
    for k in range(len(items) - 2):
        quote = items[k].quote
        if quote is None or not quote.is_speech or (k and items[k - 1].kind == "word"):
            continue
        who = k + 1 if items[k + 1].actor is not None else k + 2
        verb = 2 * k + 3 - who
        while who < verb < len(items) - 1 and is_adverb(items[verb]):
            verb += 1
        actor = items[who].actor if max(who, verb) < len(items) else None
        if actor is None or not _may_tell(items, verb, who):
            continue
        plain = actor.kind in (ActorKind.PERSON, ActorKind.ROLE) or actor.name.lower() in ("he", "she")
        if plain and all(_ends_telling(item) for item in items[max(who, verb) + 1 : max(who, verb) + 2]):
            place = (quote.inner_start, quote.inner_stop)
            cue = (items[verb].start, items[verb].stop)
            return Voice(cue, Manner.SAID, actor, place, True, contents=(place,), rule="content-then-speaker")
    return None


def _ends_telling(item: Item) -> bool:
    """Whether what follows "Selk grinned" is no object of the verb."""
    if item.kind in ("mark", "date", "quote") or item.low in w.PREPOSITIONS:
        return True
    return is_adverb(item) or item.low in w.CONJUNCTIONS


def _may_tell(items: list[Item], verb: int, who: int) -> bool:
    """Whether a word beside a quotation may be a finite verb by which it is told."""
    item = items[verb]
    if item.kind != "word" or not item.text.islower() or item.low in _NO_TELLING:
        return False
    return len(item.low) > 3 and item.low.endswith(("ed", "es", "s") if verb > who else ("ed", "s"))


_NO_TELLING = (
    w.BE | w.MODALS | w.FINITE | w.AUXILIARIES | w.PREPOSITIONS | w.DETERMINERS | w.CONJUNCTIONS | w.NAMING | w.CITING
)


def _listed(view: View, items: list[Item]) -> Voice | None:
    """Read "- The foreign ministry: it does not know." where what everybody says is listed, unquoted."""
    line = view.text[view.start : view.start + 3].lstrip()
    if line[:1] not in "-•*–—" or len(items) < 5 or items[0].actor is None or items[1].text != ":":
        return None
    rest = items[2:-1] if items[-1].text in ENDING else items[2:]
    told = any(
        i.low in w.BE or i.low in w.MODALS or i.low in _HAS or i.low.endswith("n't") or i.low == "no" for i in rest
    )
    if not told or any(i.quote for i in rest) or items[0].actor.kind is ActorKind.OTHER:
        return None
    region = (rest[0].start, rest[-1].stop)
    mark = (items[1].start, items[1].stop)
    return Voice(mark, Manner.SAID, items[0].actor, region, contents=(region,), rule="listed")


_HAS = frozenset(["has", "have", "had"])


def _is_cue(items: list[Item], at: int) -> bool:
    item = items[at]
    if item.kind != "word":
        return False
    low = item.low
    before = [items[k].low for k in range(max(0, at - 3), at)]
    following = items[at + 1].low if at + 1 < len(items) else ""
    if low == "according" and following == "to":
        return True
    if low in w.CITING:
        return not (low == "quoted" and before[-1:] == ["well"])
    if low in SHOWING:
        return shown_saying(items, at) is not None
    if low in ATTRIBUTING:
        return attributed_at(items, at) is not None
    if low in _NAMING_OR_SPEAKING_OF:
        calls = low not in ("called", "calls", "calling") or following not in _PARTICLES_OF_CALL
        return calls and not any(b in w.BE or b in w.NEGATIONS for b in before[-2:])
    if low in w.GIVING:
        return _given_word(items, at) is not None and not any(b in w.NEGATIONS for b in before[-2:])
    if low == "put":
        return following == "it" and not (at + 2 < len(items) and items[at + 2].low in _PREPOSITIONS_BUT_TO)
    if _is_plain_cue(items, at):
        return True
    if low in w.GIVEN_WORDS and before[-1:] and before[-1] in w.GIVING:
        return False  # "gave | warning that": a noun
    if low == "writing" and before[-1:] == ["in"]:
        return False  # "has asked for the names in writing"
    if low not in w.SAYING or (low in ("asked", "asking") and following in ("not", "about")):
        return False
    if any(b in w.NEGATIONS for b in before[-2:]) or before[-1:] == ["to"]:
        return False
    if before[-1:] and before[-1] in _ARTICLES and low.endswith("ing"):
        return False  # "gave an undertaking that"
    if low in ("briefed", "informed") and following in ("on", "about", "of"):
        return False
    if low in ("claimed", "claiming", "claims") and following == "to" and items[at + 2 : at + 3]:
        if items[at + 2].low in ("be", "speak", "represent", "act", "belong"):
            return False  # "men claiming to be the hijackers"
    if low in _NOUNS_TOO and at and items[at - 1].kind == "word" and not _may_lead(items[at - 1]):
        return False  # "in televised remarks on SRT"
    if any(b in ("nobody", "none", "no-one") for b in before[-2:]) or (low in _WRITING and _only_to(items, at)):
        return False  # "nobody had replied", "who writes to him every week"
    if low == "undertaken" and (following not in ("to", "that") or any(b in w.BE for b in before)):
        return False  # "the searches undertaken since"
    if following == "by" and (
        low in _ASKED_BY_OR_MORE
        or (low.endswith("ed") and items[at + 2 : at + 3] and (items[at + 2].kind == "date" or items[at + 2].actor))
    ):
        return False  # who is asked says nothing; "the details requested by Thursday"
    if before[-1:] == ["as"] and low in w.PARTICIPLES and any(i.low in w.CITING for i in items[max(0, at - 9) : at]):
        return False  # belongs to "quoted ... as saying"
    if before[-2:] == ["as", "having"] and any(i.low in w.CITING for i in items[max(0, at - 10) : at]):
        return False  # belongs to "quoted ... as having said"
    behind_be = bool(before) and (
        before[-1] in w.BE or (is_adverb(items[at - 1]) and before[-2:-1] and before[-2] in w.BE)
    )
    if behind_be and low not in w.PARTICIPLES:
        return False  # "was told", "it was reported that": the words of nobody we can name
    if low in w.NEEDS_THAT and follows_quote(items, at):
        return True
    if low in w.NEEDS_THAT and following == "," and items[at - 1].actor is None and not is_adverb(items[at - 1]):
        return False  # "who did not want her name published, said"
    if low in w.NEEDS_THAT and following not in ("that", ":", ",") and low not in ("indicated",):
        nearby = [i.low for i in items[at + 1 : at + 6]]
        return "that" in nearby and not (following in w.PREPOSITIONS and items[at + 2].low == "that")
    return not (low == "reported" and following in ("missing", "killed", "dead"))


_ARTICLES = frozenset(["a", "an", "the", "this", "no"])
_NOUNS_TOO = frozenset(w.split("remarks comments posts texts notes replies"))


def _may_lead(item: Item) -> bool:
    return is_adverb(item) or item.low in _CONJUNCTIONS_OR_RELATIVES_OR_PARTICIPLES or item.low == "that"


def _only_to(items: list[Item], at: int) -> bool:
    """Whether a verb of writing tells only to whom: "writes to him every week"."""
    after = items[at + 1 : at + 9]
    if not after or after[0].low != "to":
        return False
    return not any(i.low == "that" or i.text == ":" or i.quote is not None for i in after)


_WRITING = frozenset(["wrote", "writes", "writing"])
_PARTICLES_OF_CALL = frozenset(w.split("on for off up in by back upon out himself herself itself themselves"))


def _voice_at(
    view: View, items: list[Item], at: int, cues: list[int], number: int, earlier: list[Voice]
) -> Voice | None:
    item = items[at]
    low = item.low
    cue: Place = (item.start, item.stop)
    if low == "according":
        return read_according(view, items, at, cues)
    passive = any(items[k].low in w.BE for k in range(max(0, at - 2), at))
    if low in w.CITING or low in SHOWING:
        citing = read_citing(view, items, at, passive, earlier)
        if citing is not None and citing.contents and citing.cited is not None and not citing.relays:
            return replace(citing, relays=_carried_before(items, at))  # "Speaking to Radio Nile, the minister quoted"
        return citing
    if low in ATTRIBUTING:
        return read_attributed(view, items, at)
    if low in _NAMING_OR_SPEAKING_OF:
        return _naming(view, items, at, earlier)
    speaker, same, inverted_at = speaker_of(items, at, bool(earlier))
    if speaker is None and not same:
        return None
    given = _given_word(items, at) if low in w.GIVING else None
    if low in _RELAYING and at + 2 < len(items) and items[at + 1].low == "from" and items[at + 2].actor is not None:
        return _relayed_from(view, items, at, cues, speaker)
    manner = w.GIVEN_WORDS[items[given].low] if given is not None else w.manner_of(low) or Manner.SAID
    begin = (inverted_at + 1) if inverted_at is not None else at + 1
    if begin < len(items) and (low == "put" or (items[begin].low == "only" and low in w.PLAIN_SAYING)):
        begin += 1
    begin = given + 1 if given is not None else begin
    to: Actor | None = None
    if inverted_at is None and low in _WITH_RECIPIENT_OR_WITH_OBJECT and begin < len(items):
        nxt = items[begin]
        if nxt.low == "it":
            begin += 1
        elif nxt.actor is not None and nxt.actor.kind is not ActorKind.PRONOUN:
            to, begin = nxt.actor, begin + 1
        elif nxt.low in ("them", "him", "her", "us", "me", "it"):
            begin += 1
        if low in w.WITH_OBJECT and begin < len(items) and items[begin].low in ("on", "for", "of"):
            begin += 1
    if (
        speaker is not None
        and inverted_at is None
        and (led := _as_relayed(items, at, cue, manner, speaker)) is not None
    ):
        return led
    if manner in (Manner.DENIED, Manner.CONFIRMED) and _is_all(items, begin):
        skipped: tuple[Actor, ...] = ()
        through = None  # "has denied | that": no "that" of a clause
    else:
        begin, skipped, through = skip_adjuncts(items, begin)
    relays = (*skipped, *_carried_before(items, at))
    region, tail = content_after(view, items, begin, cues, at)
    if to is not None and (to.kind is ActorKind.MEDIUM or is_outlet(to, items[at + 1])):
        if to.kind is not ActorKind.MEDIUM:
            to = replace(to, kind=ActorKind.MEDIUM)
        relays, to = ((to, *relays) if carries(to) else relays), None
    if tail or (inverted_at is not None):
        left = content_before(view, items, at, speaker, inverted_at, earlier)
        right_quotes = (
            [i.quote for i in items[begin:] if i.quote] if not another_cue_behind(items, begin, cues, at) else []
        )
        if left is not None:
            contents = [left] + [(q.inner_start, q.inner_stop) for q in right_quotes if q]
            only = only_quotes(items, left)
            if only:
                contents = [*only, *contents[1:]]
            return Voice(
                cue,
                manner,
                speaker,
                left,
                bool(only),
                same,
                tuple(contents),
                relays,
                to=to,
                through=through,
                rule="content-then-speaker",
            )
        if tail:
            return None
    if manner in (Manner.DENIED, Manner.CONFIRMED):
        region = object_of(view, items, region)
    found, is_direct = contents_in(view, items, region)
    if (
        is_direct
        and inverted_at is None
        and (clause := _clause_before(view, items, at, speaker, earlier)) is not None
    ):
        found = (clause, *found)  # "He had heard it, he told the envoy, “but everybody has one”"
    elif is_direct and (left_quote := _quote_before(items, at, inverted_at)) is not None:
        found = ((left_quote.inner_start, left_quote.inner_stop), *found)  # "...," he said, "..."
    if (
        not found
        or region[1] - region[0] < (2 if manner in (Manner.DENIED, Manner.CONFIRMED) else 3)
        or is_empty(view.text[slice(*region)], low)
    ):
        return None
    if items[begin].low == "it" and begin + 1 < len(items) and items[begin + 1].low in _PLACED:
        return None  # "he said it on state television"
    if low in ("informed", "told", "assured") and items[begin].low in ("of", "about", "to"):
        return None  # tells that something was told, not what
    return Voice(
        cue,
        manner,
        speaker,
        region,
        is_direct,
        same,
        found,
        relays,
        to=to,
        through=through,
        rule="speaker-then-content",
    )


def _is_all(items: list[Item], at: int) -> bool:
    """Whether a "that" is all that is denied: the sentence ends behind it, or goes on with a day or a phrase."""
    if items[at].low != "that" if at < len(items) else True:
        return False
    return (
        at + 1 == len(items)
        or items[at + 1].text in ENDING
        or items[at + 1].kind == "date"
        or items[at + 1].low in ("in", "on", "at", "too")
    )


_PLACED = frozenset(["on", "to", "in", "at", "over", "down", "again", "twice", "himself", "herself", "loudly", "out"])


def _clause_before(
    view: View, items: list[Item], at: int, speaker: Actor | None, earlier: Sequence[Voice]
) -> Place | None:
    """The unquoted clause before a speaker whose words go on in quotation marks behind him."""
    if speaker is None or earlier or not follows_clause(items, at) or any(i.quote for i in items[:at]):
        return None
    first = items[0].low
    if first in _BEFORE_MAIN or first in w.PREPOSITIONS or first in w.ASKED_BY or first in w.PARTICIPLES:
        return None
    if any(i.kind == "word" and (i.low in w.SAYING or i.low in w.CITING) for i in items[:at]):
        return None
    return content_before(view, items, at, speaker, None, list(earlier))


def _naming(view: View, items: list[Item], at: int, earlier: list[Voice]) -> Voice | None:
    """Read "called the talks “useful”" and "spoke in the spring of “our own citizens”": the quoted words are said."""
    speaks = items[at].low in w.SPEAKING_OF
    speaker, same, _ = speaker_of(items, at, bool(earlier), inverts=False)
    if speaker is None and not same:
        return None
    for k in range(at + 1, min(at + 14, len(items))):
        item = items[k]
        if item.text in (";", ":") or (item.low in w.SAYING and item.kind == "word"):
            return None
        before = items[k - 1].low
        leads = before in ("of", "about", "as") if speaks else before != "and"
        words = _quoted_at(view, items, k) if item.quote is not None or item.text in _SMALL_MARKS else None
        if words is not None and leads:
            place = (items[at].start, items[at].stop)
            relays = _carried_before(items, at)
            return Voice(place, Manner.SAID, speaker, words, True, same, (words,), relays, rule="naming")
    if items[at].low in _DESCRIBING:
        return _described_so(items, at, speaker, same)
    called = None if speaks else _called_so(items, at)
    if called is None:
        return None
    place = (items[at].start, items[at].stop)
    return Voice(place, Manner.SAID, speaker, called, False, same, (called,), rule="naming")


def _called_so(items: list[Item], at: int) -> Place | None:
    """What somebody calls a thing, unquoted: "called the report | a bargaining trick", "called that | absurd"."""
    begin = at + 2
    if at + 2 >= len(items):
        return None
    if items[at + 1].low not in _IT:
        thing = items[at + 1]
        if thing.low not in w.DETERMINERS and thing.low.split()[0] not in w.DETERMINERS:
            return None
        begin = at + 2 if thing.low not in w.DETERMINERS else at + 3
        if begin < len(items) and items[begin].low in _JUDGED and items[begin + 1 : begin + 2] != []:
            closed = items[begin + 1].text in (",", ";", *ENDING) or items[begin + 1].low in ("and", "but")
            return (items[begin].start, items[begin].stop) if closed else None
        while begin < min(at + 6, len(items)) and items[begin].low.split()[0] not in ("a", "an"):
            if items[begin].kind != "word" or items[begin].low in w.PREPOSITIONS:
                return None
            begin += 1
    stop = begin
    while stop < len(items) and items[stop].kind in ("word", "actor") and items[stop].low not in w.CONJUNCTIONS:
        stop += 1
    led = begin < len(items) and (
        items[begin].low.split()[0] in ("a", "an", "the", "nothing", "not", "no") or items[at + 1].low in _IT
    )
    if not led or stop <= begin or items[begin].low in w.PREPOSITIONS or not items[begin].text[0].islower():
        return None
    return (items[begin].start, items[stop - 1].stop)


_IT = frozenset(["it", "this", "that", "them", "these", "those"])
_JUDGED = frozenset(  # what an act or a charge is called in one word
    w.split(
        "absurd baseless groundless false untrue illegal unlawful criminal cowardly barbaric inhuman shameful shameless premature "
        "irresponsible unacceptable outrageous ridiculous laughable scandalous theatre theater piracy nonsense blackmail "
        "terrorism kidnapping murder extortion propaganda slander lies rumours rumors fiction useful constructive frank "
        "fruitful useless sincere insincere wonderful monstrous heinous unjust arbitrary fake forged genuine authentic"
    )
)
_DESCRIBING = frozenset(["described", "describes", "describing"])


def _described_so(items: list[Item], at: int, speaker: Actor | None, same: bool) -> Voice | None:
    """Read "had described to her her son setting bones": all that is described, unquoted."""
    begin = at + 1
    if begin + 1 < len(items) and items[begin].low == "to":
        begin += 2
    stop = len(items)
    while stop > begin and items[stop - 1].text in ENDING:
        stop -= 1
    told = begin > at + 1 or any(
        i.low == "as" or (i.kind == "word" and i.low.endswith("ing")) for i in items[begin:stop]
    )
    if stop - begin < 3 or not told:
        return None  # "described | the night to a policeman"
    region = (items[begin].start, items[stop - 1].stop)
    return Voice(
        (items[at].start, items[at].stop), Manner.SAID, speaker, region, False, same, (region,), rule="described"
    )


_SMALL_MARKS = frozenset("\"“„«'‘")


def _quoted_at(view: View, items: list[Item], at: int) -> Place | None:
    """The words of the quotation at item `at`, also of a short one of which only the marks are items."""
    quote = items[at].quote
    if quote is not None:
        return quote.inner_start, quote.inner_stop
    for k in range(at + 1, min(at + 12, len(items))):
        if items[k].text in "\"”“»'’":
            return (items[at].stop, items[k - 1].stop) if k > at + 1 else None
    return None


def _relayed_from(view: View, items: list[Item], at: int, cues: list[int], relay: Actor | None) -> Voice | None:
    """Read "the trader relayed from the commander: “...”": the commander speaks, the trader passes it on."""
    region, _ = content_after(view, items, skip_adjuncts(items, at + 3)[0], cues, at)
    found, quoted = contents_in(view, items, region)
    cue = (items[at].start, items[at + 1].stop)
    relays = (relay,) if relay is not None else ()
    return (
        Voice(cue, Manner.SAID, items[at + 2].actor, region, quoted, False, found, relays, rule="cites")
        if found
        else None
    )


_RELAYING = frozenset(w.split("relayed relays conveyed conveys transmitted forwarded passed brought"))


def _quote_before(items: list[Item], at: int, inverted_at: int | None) -> Quotation | None:
    """The quotation that breaks off just before the speaker of the cue at `at`."""
    k = at - 1
    while k >= 0 and (is_adverb(items[k]) or (items[k].kind == "actor" and inverted_at is None)):
        k -= 1
    while k >= 0 and items[k].text == ",":
        k -= 1
    return items[k].quote if 0 <= k < at and items[k].quote else None


def _as_relayed(items: list[Item], at: int, cue: Place, manner: Manner, speaker: Actor) -> Voice | None:
    """Read "As the agency relayed, ..." at the head of a sentence: all that follows is what it passed on."""
    if items[0].low != "as" or at > 4 or at + 2 >= len(items) or items[at + 1].text != ",":
        return None
    last = items[-2] if items[-1].kind == "mark" and len(items) > at + 3 else items[-1]
    region = (items[at + 2].start, last.stop)
    return Voice(cue, manner, speaker, region, contents=(region,), rule="according-to")


def _carried_before(items: list[Item], at: int) -> tuple[Actor, ...]:
    """Who carried the words, told before them: "Approached by the agency, he said ...", "Speaking on Radio Nile, ..."."""
    for k in range(at - 2):
        low, after = items[k].low, items[k + 1].low
        begins = k == 0 or items[k - 1].text in (",", "—", "–", "(") or items[k - 1].low in ("when", "but", "and")
        if low in ("in", "during", "on") and (owner := _own_programme(items, k)) is not None:
            return (owner,)
        if (k < 8 or begins) and _passes_on(low, after, begins):
            place = k + 2
        elif begins and low in ("in", "during", "on") and (end := _utterance_to(items, k)) is not None:
            place = end
        else:
            continue
        actor = items[place].actor if place < at else None
        if actor is None and place + 1 < at and items[place].low in ("the", "a"):
            actor = items[place + 1].actor
        if actor is not None and (
            carries(actor)
            or (low in ("in", "during") and is_outlet(actor, items[place]))
            or (low in w.CARRIED and after == "by")
        ):
            return (actor,)
    return ()


def _own_programme(items: list[Item], at: int) -> Actor | None:
    """Whose programme words were told in: "In its noon news an officer declared ..."."""
    if items[at + 1].low.split()[:1] not in (["its"], ["their"]) or items[at + 1].quote is not None:
        return None
    for k in range(at + 1, min(at + 6, len(items))):
        words = items[k].low.split()
        if words and words[-1] in _PROGRAMMES:
            start = items[at + 1].start
            return Actor((start, start + 3), "its", ActorKind.PRONOUN, Attribution.UNNAMED, "it")
        if items[k].kind not in ("word", "actor"):
            return None
    return None


_PROGRAMMES = frozenset(
    w.split("news bulletin bulletins programme program broadcast newscast edition issue newsletter podcast website")
)


def _passes_on(low: str, after: str, begins: bool) -> bool:
    """Whether a verb and its preposition tell who carried the words: "carried by", "delivered to", "speaking on"."""
    if low in w.CARRIED or low in w.ASKED_BY:
        return after in ("by", "on", "in")
    if low in _SENT:
        return after in ("to", "on", "by", "from")
    return begins and low in w.TALKING_TO and after in ("to", "on", "with", "in", "for")


_SENT = frozenset(
    w.split(
        "sent delivered handed posted dictated faxed emailed e-mailed mailed phoned telephoned read given addressed "
        "uploaded passed leaked issued forwarded shown"
    )
)


def _platform_beside(items: list[Item], at: int, contents: Sequence[Place]) -> tuple[Actor, ...]:
    """The network on which the words were put out, where the reporter's words around the content name it."""
    for k, item in enumerate(items):
        if any(a <= item.start < b for a, b in contents) or not k:
            continue
        leads = items[k - 1].low in (
            "on",
            "via",
            "to",
            "network",
            "platform",
            "a",
            "his",
            "her",
            "its",
            "their",
            "service",
        )
        if item.text == "X" and items[k - 1].low in ("on", "network", "platform"):
            return (item.actor or Actor((item.start, item.stop), "X", ActorKind.MEDIUM, Attribution.NAMED),)
        word = item.low.split(" ")[0]
        if leads and word in w.PLATFORMS and abs(k - at) < _BESIDE:
            return (
                Actor(
                    (item.start, item.start + len(word)), item.text.split(" ")[0], ActorKind.MEDIUM, Attribution.NAMED
                ),
            )
    return ()


_BESIDE = 14  # items between a verb of speech and the network


def _utterance_to(items: list[Item], at: int) -> int | None:
    """Behind "in an interview with", "in remarks to": where the one stands to whom it was said."""
    for k in range(at + 1, min(at + 6, len(items) - 1)):
        words = items[k].low.split()
        if words and words[-1] in w.UTTERANCES:
            return k + 2 if items[k + 1].low in ("with", "to", "on", "for", "in") else None
        if items[k].kind not in ("word", "actor"):
            return None
    return None


# Tables that the rules above ask together, joined once.
_MODALS_BUT_MORE = w.MODALS - {"to", "shall", "may", "might", "should", "must", "did", "does", "do"}
_BE_OR_HAS = w.BE | {"has"}
_CONJUNCTIONS_OR_RELATIVES_OR_PARTICIPLES = w.CONJUNCTIONS | w.RELATIVES | w.PARTICIPLES
_NAMING_OR_SPEAKING_OF = w.NAMING | w.SPEAKING_OF
_PREPOSITIONS_BUT_TO = w.PREPOSITIONS - {"to"}
_ASKED_BY_OR_MORE = w.ASKED_BY | {"told", "informed", "assured", "said", "reported"}
_WITH_RECIPIENT_OR_WITH_OBJECT = w.WITH_RECIPIENT | w.WITH_OBJECT | {"tell", "assure", "inform", "promise", "warn"}
