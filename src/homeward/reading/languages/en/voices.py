"""Who said it, in English: cues of speech, their speakers, and where what was said begins and ends.

In: the items of a sentence. Out: a `Voice` for each cue, in the order of the sentence.
Leaves to others: finding the speaker (`speakers`), the content (`contents`), relays (`citations`);
which person "he" or "the ministry" is, and the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.citations import read_according, read_citing
from homeward.reading.languages.en.contents import (
    ENDING,
    another_cue_behind,
    content_after,
    content_before,
    contents_in,
    only_quotes,
    skip_adjuncts,
)
from homeward.reading.languages.en.speakers import is_adverb, speaker_of
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.reading.segment import Quotation
from homeward.records import Manner

_MOST_CUES = 12  # more verbs of speech than any sentence has; keeps time in proportion on hostile texts


def find_voices(view: View, items: list[Item]) -> list[Voice]:
    """Each cue of speech with its speaker and the region of its content."""
    cues = [i for i, item in enumerate(items) if _is_cue(items, i)][:_MOST_CUES]
    found: list[Voice] = []
    for number, at in enumerate(cues):
        voice = _voice_at(view, items, at, cues, number, found)
        if voice is not None:
            found.append(voice)
    for extra in (
        _headline(view, items), _before_colon(view, items), _of_nobody(view, items), _told_by(view, items)
    ):  # fmt: skip
        if extra is not None and not any(_covers(v, extra) for v in found):
            found.append(extra)
    return sorted(found, key=lambda v: v.cue)


def _covers(voice: Voice, other: Voice) -> bool:
    return any(a <= c + 2 and d - 2 <= b for a, b in voice.contents for c, d in other.contents)


def _headline(view: View, items: list[Item]) -> Voice | None:
    """Read "Minister: no talks" at the head of a document, and "No talks, says minister"."""
    line = view.text[view.start : view.stop]
    if view.text[: view.start].strip() or "\n" in line.strip() or len(items) > 20 or line.rstrip()[-1:] in ".!":
        return None
    at = next((k for k, item in enumerate(items) if item.text == ":"), None)
    if at is None or at > 3 or at + 2 >= len(items) or items[0].actor is None:
        return None
    region = (items[at + 1].start, items[-1].stop)
    contents, direct = contents_in(view, items, region)
    mark = (items[at].start, items[at].stop)
    return Voice(mark, Manner.SAID, items[0].actor, region, direct, contents=contents, rule="headline")


def _of_nobody(view: View, items: list[Item]) -> Voice | None:
    """Read "It was also stressed that ..." and "It is understood that ...": words of nobody who is named."""
    for k in range(len(items) - 3):
        if (
            items[k].low != "it"
            or items[k + 1].low not in w.BE | {"has"}
            or (k and items[k - 1].low not in _CLAUSE_LEADS)
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
            return Voice(cue, manner, None, region, contents=(region,), rule="passive", nobody=True)
    return None


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


_CLAUSE_LEADS = frozenset([",", ";", "and", "but", ":"])
_TOLD_OF = frozenset(
    w.split("agreed understood underscored hoped mentioned discussed clear known believed feared learned learnt")
)


def _inserted(items: list[Item], at: int, speaker: Actor | None) -> tuple[Place, Place] | None:
    """The two sides of a content into which its speaker is put: "The men, she said, were handed over"."""
    if speaker is None or at < 3 or at + 3 >= len(items):
        return None
    k = at - 1
    while k > 0 and is_adverb(items[k]):
        k -= 1
    if items[k].actor is None or items[k - 1].text != "," or items[at + 1].text != "," or items[k - 2].quote:
        return None
    if (
        items[at + 2].kind == "quote"
        or items[at + 2].low in w.CONJUNCTIONS | w.RELATIVES
        or items[at + 2].low in w.SAYING
    ):
        return None
    stop = len(items)
    while stop > at + 2 and items[stop - 1].text in ENDING:
        stop -= 1
    return (items[0].start, items[k - 2].stop), (items[at + 2].start, items[stop - 1].stop)


def _before_colon(view: View, items: list[Item]) -> Voice | None:
    """Read "She put it plainly: “...”" where no verb of speech leads to the quotation."""
    for k in range(1, len(items)):
        quote = items[k].quote
        if quote is not None and items[k - 1].text == ":" and k > 1:
            actor = next(
                (
                    i.actor
                    for n, i in enumerate(items[: k - 1])
                    if i.actor and (n == 0 or items[n - 1].low not in w.PREPOSITIONS)
                ),
                None,
            )
            if actor is None:
                return None
            place = (quote.inner_start, quote.inner_stop)
            mark = (items[k - 1].start, items[k - 1].stop)
            return Voice(mark, Manner.SAID, actor, place, True, contents=(place,), rule="colon")
    return None


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
    if low not in w.SAYING or (low in ("asked", "asking") and following in ("not", "about")):
        return False
    if any(b in w.NEGATIONS for b in before[-2:]) or before[-1:] == ["to"]:
        return False
    if before[-1:] == ["as"] and low == "saying":
        return False  # belongs to "quoted ... as saying"
    behind_be = bool(before) and (
        before[-1] in w.BE or (is_adverb(items[at - 1]) and before[-2:-1] and before[-2] in w.BE)
    )
    if behind_be and low not in w.PARTICIPLES:
        return False  # "was told", "it was reported that": the words of nobody we can name
    if low in w.NEEDS_THAT and following not in ("that", ":", ",") and low not in ("indicated",):
        nearby = [i.low for i in items[at + 1 : at + 6]]
        return "that" in nearby and not (following in w.PREPOSITIONS and items[at + 2].low == "that")
    return not (low == "reported" and following in ("missing", "killed", "dead"))


def _voice_at(
    view: View, items: list[Item], at: int, cues: list[int], number: int, earlier: list[Voice]
) -> Voice | None:
    item = items[at]
    low = item.low
    cue: Place = (item.start, item.stop)
    if low == "according":
        return read_according(view, items, at, cues)
    passive = any(items[k].low in w.BE for k in range(max(0, at - 2), at))
    if low in w.CITING:
        return read_citing(view, items, at, passive, earlier)
    speaker, same, inverted_at = speaker_of(items, at, bool(earlier))
    if speaker is None and not same:
        return None
    manner = w.SAYING[low]
    begin = (inverted_at + 1) if inverted_at is not None else at + 1
    to: Actor | None = None
    if inverted_at is None and low in w.WITH_RECIPIENT | w.WITH_OBJECT and begin < len(items):
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
    halves = (
        _inserted(items, at, speaker) if inverted_at is None and not earlier and low not in w.PARTICIPLES else None
    )
    if halves is not None and cues[:1] == [at]:
        whole = (halves[0][0], halves[1][1])
        return Voice(cue, manner, speaker, whole, contents=halves, rule="inserted")
    begin, relays, through = skip_adjuncts(items, begin)
    relays = (*relays, *_carried_before(items, at))
    region, tail = content_after(view, items, begin, cues, at)
    if to is not None and to.kind is ActorKind.MEDIUM:
        relays, to = (to, *relays), None
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
    found, is_direct = contents_in(view, items, region)
    if is_direct and (left_quote := _quote_before(items, at, inverted_at)) is not None:
        found = ((left_quote.inner_start, left_quote.inner_stop), *found)  # "...," he said, "..."
    if not found or region[1] - region[0] < 3:
        return None
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
    """Who carried the words, told at the head of the sentence: "In remarks carried by the agency, Rasil said ..."."""
    for k in range(min(at, 8) - 2):
        if items[k].low in w.CARRIED and items[k + 1].low == "by" and (actor := items[k + 2].actor) is not None:
            return (actor,)
    return ()
