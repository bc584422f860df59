"""Who said it, in English: cues of speech, their speakers, and where what was said begins and ends.

In: the items of a sentence. Out: a `Voice` for each cue, in the order of the sentence.
Leaves to others: which person "he" or "the ministry" is, and the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Manner

_MOST_CUES = 12  # more verbs of speech than any sentence has; keeps time in proportion on hostile texts
_ENDING = {".", "!", "?", "…"}


def find_voices(view: View, items: list[Item]) -> list[Voice]:
    """Each cue of speech with its speaker and the region of its content."""
    cues = [i for i, item in enumerate(items) if _is_cue(items, i)][:_MOST_CUES]
    found: list[Voice] = []
    for number, at in enumerate(cues):
        voice = _voice_at(view, items, at, cues, number, found)
        if voice is not None:
            found.append(voice)
    return found


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
    if any(b in w.BE for b in before[-2:]) and low not in w.PARTICIPLES:
        return False  # "was told", "it was reported that": the words of nobody we can name
    if low in w.NEEDS_THAT and following not in ("that", ":", ",") and low not in ("indicated",):
        nearby = [i.low for i in items[at + 1 : at + 6]]
        return "that" in nearby and not (following in w.PREPOSITIONS and items[at + 2].low == "that")
    if low == "reported" and at + 1 < len(items) and items[at + 1].low in ("missing", "killed", "dead"):
        return False
    return True


def _voice_at(
    view: View, items: list[Item], at: int, cues: list[int], number: int, earlier: list[Voice]
) -> Voice | None:
    item = items[at]
    low = item.low
    cue: Place = (item.start, item.stop)
    if low == "according":
        return _according(view, items, at, cues)
    passive = any(items[k].low in w.BE for k in range(max(0, at - 2), at))
    if low in w.CITING:
        return _citing(view, items, at, passive, earlier)
    speaker, same, inverted_at = _speaker(items, at, bool(earlier))
    if speaker is None and not same:
        return None
    manner = w.SAYING[low]
    begin = (inverted_at + 1) if inverted_at is not None else at + 1
    to: Actor | None = None
    if inverted_at is None and low in w.WITH_RECIPIENT | w.WITH_OBJECT and begin < len(items):
        nxt = items[begin]
        if nxt.actor is not None and nxt.actor.kind is not ActorKind.PRONOUN:
            to, begin = nxt.actor, begin + 1
        elif nxt.low in ("them", "him", "her", "us", "me"):
            begin += 1
        if low in w.WITH_OBJECT and begin < len(items) and items[begin].low in ("on", "for", "of"):
            begin += 1
    begin, relays, through = _skip_adjuncts(items, begin)
    region, tail = _forward(view, items, begin, cues, at)
    if to is not None and to.kind is ActorKind.MEDIUM:
        relays, to = (to, *relays), None
    if tail or (inverted_at is not None):
        left = _backward(items, at, speaker, inverted_at, earlier)
        right_quotes = (
            [i.quote for i in items[begin:] if i.quote] if not _another_cue_between(items, begin, cues, at) else []
        )
        if left is not None:
            contents = [left] + [(q.inner_start, q.inner_stop) for q in right_quotes if q]
            direct = any(i.quote and left[0] <= i.quote.inner_start and i.quote.inner_stop <= left[1] for i in items)
            only = _only_quotes(items, left)
            if only:
                contents = [*only, *contents[1:]]
            return Voice(
                cue,
                manner,
                speaker,
                left,
                bool(only) or (direct and bool(only)),
                same,
                tuple(contents),
                relays,
                to=to,
                through=through,
                rule="content-then-speaker",
            )
        if tail:
            return None
    contents, direct = _contents(view, items, region)
    if not contents or region[1] - region[0] < 3:
        return None
    if low in ("informed", "told", "assured") and items[begin].low in ("of", "about", "to"):
        return None  # tells that something was told, not what
    return Voice(
        cue,
        manner,
        speaker,
        region,
        direct,
        same,
        contents,
        relays,
        to=to,
        through=through,
        rule="speaker-then-content",
    )


def _only_quotes(items: list[Item], region: Place) -> list[Place]:
    """The quotations of a region that holds nothing else; empty if it holds other words."""
    inside = [i for i in items if region[0] - 1 <= i.start and i.stop <= region[1] + 1]
    words = [i for i in inside if i.kind not in ("quote", "mark")]
    quotes = [i.quote for i in inside if i.quote]
    return [(q.inner_start, q.inner_stop) for q in quotes] if quotes and not words else []


def _contents(view: View, items: list[Item], region: Place) -> tuple[tuple[Place, ...], bool]:
    quotes = _only_quotes(items, region)
    if quotes:
        return tuple(quotes), True
    first = next((i for i in items if i.start >= region[0]), None)
    if first is not None and first.quote and first.start < region[1]:
        return ((first.quote.inner_start, first.quote.inner_stop),), True
    return ((region,) if region[1] > region[0] else ()), False


# --- who ----------------------------------------------------------------------------------------------------------


def _speaker(items: list[Item], at: int, has_earlier: bool) -> tuple[Actor | None, bool, int | None]:
    """The speaker of the cue at `at`; whether it is the cue before it that names him; where he stands if inverted."""
    low = items[at].low
    inverted = _inverted(items, at)
    if inverted is not None:
        return items[inverted].actor, False, inverted
    if low in w.PARTICIPLES:
        if has_earlier:
            return None, True, None
        return _main_subject(items, at), False, None
    j = at - 1
    while j >= 0 and (
        items[j].kind == "date" or _is_adverb(items[j]) or (items[j].low == "on" and items[j + 1].kind == "date")
    ):
        j -= 1
    if j < 0:
        return None, has_earlier, None
    item = items[j]
    if item.actor is not None:
        return _head_actor(items, j), False, None
    if item.low in ("who", "which", "that"):
        actor = _antecedent(items, j)
        return actor, actor is None and has_earlier, None
    if item.text in (",", ")", "—", "–"):
        actor = _before_apposition(items, j)
        if actor is not None and not (has_earlier and _is_cue_word(items, j - 1)):
            return actor, False, None
        return (None, True, None) if has_earlier else (_main_subject(items, at), False, None)
    if item.low in w.CONJUNCTIONS or item.kind == "quote":
        return (None, True, None) if has_earlier else (_main_subject(items, at), False, None)
    walked = _head_actor(items, j)
    return walked, walked is None and has_earlier, None


def _is_cue_word(items: list[Item], at: int) -> bool:
    return at >= 0 and items[at].low in w.SAYING


def _is_adverb(item: Item) -> bool:
    return item.kind == "word" and (item.low in w.AUXILIARIES or (item.low.endswith("ly") and item.low != "family"))


def _inverted(items: list[Item], at: int) -> int | None:
    """Where the speaker stands after the verb: ``"...," vowed Mirell``."""
    if at + 1 >= len(items) or items[at + 1].actor is None:
        return None
    before = items[at - 1] if at else None
    if before is None or not (before.kind == "quote" or (before.text == "," and at > 1)):
        return None
    actor = items[at + 1].actor
    if actor.kind is ActorKind.PRONOUN and before.kind != "quote":
        return None
    if before.kind != "quote" and items[at].low in w.PARTICIPLES | w.WITH_RECIPIENT | w.WITH_OBJECT:
        return None
    if at + 2 < len(items):
        after = items[at + 2]
        if before.kind != "quote" and (after.low in w.MODALS | w.AUXILIARIES | w.BE or after.low in w.SAYING):
            return None
        if (
            before.kind != "quote"
            and after.kind == "word"
            and after.low not in w.PREPOSITIONS | w.CONJUNCTIONS | w.RELATIVES
        ):
            return None
    return at + 1


def _head_actor(items: list[Item], at: int) -> Actor | None:
    """Walk left over phrases with prepositions to the actor that the verb belongs to."""
    fallback: Actor | None = None
    j = at
    while j >= 0:
        item = items[j]
        if item.actor is not None:
            if j == 0 or items[j - 1].low not in w.PREPOSITIONS:
                return item.actor
            fallback = fallback or (item.actor if j <= 1 else None)
        elif item.text in (",", ";", ":", "(") or item.kind == "quote":
            if item.text == "," and (actor := _before_apposition(items, j)) is not None:
                return actor
            return fallback
        elif item.low in ("that", "who", "which") and j:
            return _antecedent(items, j) if item.low != "that" else fallback
        elif item.low in w.SAYING and not (item.low == "asked" and items[j + 1].low == "not"):
            return fallback
        j -= 1
    return fallback


def _antecedent(items: list[Item], relative: int) -> Actor | None:
    j = relative - 1
    if j < 0:
        return None
    if items[j].text in (",", "—", "–"):
        return _before_apposition(items, j)
    return items[j].actor if items[j].actor else _head_actor(items, j)


def _before_apposition(items: list[Item], comma: int) -> Actor | None:
    """The actor whom the phrase before `comma` describes: "Mirell, a frequent guest there, who ..."."""
    open_at = comma - 1
    while (
        open_at >= 0 and items[open_at].text not in (",", ";", ":", "(", "—", "–") and items[open_at].kind != "quote"
    ):
        open_at -= 1
    inside = items[open_at + 1 : comma]
    if not inside:
        return None
    outer = items[open_at - 1].actor if open_at > 0 and items[open_at].text in (",", "(", "—", "–") else None
    alone = inside[0].actor if len(inside) == 1 else None
    if outer is not None:
        if alone is not None and alone.kind is ActorKind.PERSON and outer.kind is not ActorKind.PERSON:
            return alone
        return outer
    if inside[-1].actor is not None:
        return _head_actor_within(inside)
    if inside[0].low in w.RELATIVES | w.PREPOSITIONS | w.DETERMINERS and open_at > 0:
        return _before_apposition(items, open_at) if items[open_at].text == "," else None
    return _head_actor_within(inside)


def _head_actor_within(inside: list[Item]) -> Actor | None:
    for k in range(len(inside) - 1, -1, -1):
        actor = inside[k].actor
        if actor is not None and (k == 0 or inside[k - 1].low not in w.PREPOSITIONS):
            return actor
    return None


def _main_subject(items: list[Item], before: int) -> Actor | None:
    for k in range(before):
        actor = items[k].actor
        if actor is not None and (k == 0 or items[k - 1].low not in w.PREPOSITIONS):
            return actor
    return None


# --- what ---------------------------------------------------------------------------------------------------------


def _skip_adjuncts(items: list[Item], at: int) -> tuple[int, tuple[Actor, ...], str | None]:
    """Step over "in a statement carried by the agency", "on Tuesday", "to reporters", "that"."""
    relays: list[Actor] = []
    through: str | None = None
    while at < len(items):
        item = items[at]
        if item.kind == "date" or item.text in (",", ":") or _is_adverb(item):
            if item.text == "," and at + 1 < len(items) and not _opens_content(items, at + 1):
                break
            at += 1
        elif item.low == "that":
            return at + 1, tuple(relays), through
        elif item.low == "on" and at + 1 < len(items) and items[at + 1].kind == "date":
            at += 2
        elif item.low in ("in", "during", "at", "via", "through", "on", "by") and (end := _utterance_end(items, at)):
            through = through or _words_between(items, at + 1, end)
            at = end
            while at < len(items) and (
                items[at].low in ("on", "to", "with", "by", "at") or items[at].low in w.CARRIED
            ):
                nxt = items[at + 1] if at + 1 < len(items) else None
                if nxt is None:
                    break
                if nxt.actor is not None:
                    if nxt.actor.kind is ActorKind.MEDIUM or items[at].low == "by":
                        relays.append(nxt.actor)
                    elif items[at].low == "on":
                        through = nxt.actor.name
                    at += 2
                elif nxt.kind == "date":
                    at += 2
                elif nxt.low in ("by", "on"):
                    at += 1
                else:
                    break
        elif (
            item.low == "to"
            and at + 1 < len(items)
            and (items[at + 1].actor is not None or items[at + 1].low in ("reporters", "journalists"))
        ):
            actor = items[at + 1].actor
            if actor is not None and actor.kind is ActorKind.MEDIUM:
                relays.append(actor)
            at += 2
        else:
            break
    return at, tuple(relays), through


def _opens_content(items: list[Item], at: int) -> bool:
    """Whether what follows a comma after the verb can still be content or an adjunct of the verb."""
    item = items[at]
    if item.kind in ("quote", "date"):
        return True
    return item.low in ("that", "in", "on", "during", "at", "through", "via")


def _words_between(items: list[Item], start: int, stop: int) -> str:
    return " ".join(_without_article(i.text) for i in items[start:stop] if i.low not in w.DETERMINERS)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in w.DETERMINERS else text


def _utterance_end(items: list[Item], at: int) -> int | None:
    """Behind "a statement", "an interview", if the preposition at `at` leads to such a word."""
    for k in range(at + 1, min(at + 5, len(items))):
        item = items[k]
        words = item.low.split()
        if item.kind not in ("word", "actor") or not words:
            return None
        if words[-1] in w.UTTERANCES:
            return k + 1
        if item.low in w.PREPOSITIONS | w.SAYING.keys() | {"that"}:
            return None
    return None


def _forward(view: View, items: list[Item], begin: int, cues: list[int], at: int) -> tuple[Place, bool]:
    """The region after the verb, and whether nothing is left there (then the content stands before)."""
    stop_at = len(items)
    while stop_at > begin and items[stop_at - 1].text in _ENDING:
        stop_at -= 1
    rest = items[begin:stop_at]
    if not rest or rest[0].low in w.RELATIVES or (rest[0].text == "," and len(rest) < 2):
        return (0, 0), True
    if rest[0].text == "," and (
        rest[1].low in w.RELATIVES | {"citing", "quoting", "who"} or rest[1].actor is not None
    ):
        # "..., the ministry said, adding": or "Avel, its head, said"
        if rest[1].low in ("citing", "quoting"):
            after = _cited_end(items, begin + 2)
            if after is not None and after < stop_at:
                begin = after
                begin, _, _ = _skip_adjuncts(items, begin)
                if begin >= stop_at:
                    return (0, 0), True
                rest = items[begin:stop_at]
            else:
                return (0, 0), True
        else:
            return (0, 0), True
    if rest[0].text == "," or rest[0].low in ("and", "but", "as"):
        return (0, 0), True
    if rest[0].low in ("when", "while", "as") and at > 1:
        return (0, 0), True  # "...," Rasil told the agency when asked about them.
    quoted_before = any(i.quote for i in items[max(0, at - 8) : at])
    if (
        quoted_before
        and rest[0].low in w.PREPOSITIONS
        and len(rest) <= 9
        and not any(i.low in w.BE | w.MODALS | w.SAYING.keys() for i in rest)
    ):
        return (0, 0), True  # "...," Mirell said after the meeting in Brenn.
    end = stop_at
    for k in cues:
        if k <= max(at, begin - 1):
            continue
        cut = _clause_start(items, k, begin)
        if cut is not None:
            end = min(end, cut)
            break
    for k in range(begin + 1, end):
        if items[k].text == ";" or (
            items[k].text == "," and k + 2 < end and items[k + 1].low in ("but", "while", "although", "whereas")
        ):
            end = k
            break
    while end > begin and (
        items[end - 1].text in (",", ";", ":", "—", "–") or items[end - 1].low in ("and", "but", "as")
    ):
        end -= 1
    if end <= begin:
        return (0, 0), True
    first, last = items[begin], items[end - 1]
    start = first.quote.inner_start if first.quote and begin == end - 1 else first.start
    stop = last.quote.inner_stop if last.quote and begin == end - 1 else last.stop
    return (start, stop), False


def _cited_end(items: list[Item], at: int) -> int | None:
    """Behind the actor cited from `at` on and the comma after it."""
    for k in range(at, min(at + 8, len(items))):
        if items[k].actor is not None:
            m = k + 1
            while m < len(items) and items[m].text != "," and items[m].low not in ("that", "as"):
                m += 1
            return m + 1 if m < len(items) else None
    return None


def _clause_start(items: list[Item], cue: int, begin: int) -> int | None:
    """Where a later cue's own clause begins, if it ends the content before it; None if it is part of that content."""
    low = items[cue].low
    if low == "according" or low in ("citing", "quoting") or low in w.PARTICIPLES:
        return cue
    j = cue - 1
    while j >= 0 and (_is_adverb(items[j]) or items[j].kind == "date" or items[j].low == "on"):
        j -= 1
    if j > begin and items[j].low in ("and", "but"):
        return j
    if j > begin and items[j].text == "," and _inverted(items, cue) is None:
        return j
    if items[j].actor is not None and j > begin:
        before = items[j - 1]
        if before.kind == "quote":
            return j
        if before.text == "," or before.low == "as":
            # ", Corvel reported." behind the content; but ", the ministry said it" inside goes on
            after, _, _ = _skip_adjuncts(items, cue + 1)
            if after >= len(items) or items[after].text in _ENDING or items[after].text == ",":
                return j
        if before.low in ("but", "while", "whereas", "and") and j - 1 > begin and items[j - 2].text == ",":
            return j - 1
    return None


def _backward(
    items: list[Item], at: int, speaker: Actor | None, inverted_at: int | None, earlier: list[Voice]
) -> Place | None:
    """The content before its cue: from the sentence's beginning, or from the cue before, to the speaker."""
    if speaker is None:
        return None
    edge = at if inverted_at is not None else next((k for k, i in enumerate(items) if i.actor is speaker), at)
    while edge > 0 and (
        items[edge - 1].text in (",", "—", "–", "-")
        or items[edge - 1].low in ("as", "on", "and")
        or (items[edge - 1].kind == "date" and edge < 3)
    ):
        edge -= 1
    begin = 0
    while begin < edge and (
        items[begin].text in (",", "—", "–", ".") or items[begin].low in ("and", "but", "however")
    ):
        begin += 1
    if begin >= edge:
        return None
    first, last = items[begin], items[edge - 1]
    start = first.quote.inner_start if first.quote else first.start
    stop = last.quote.inner_stop if last.quote else last.stop
    return (start, stop) if stop - start >= 3 else None


def _another_cue_between(items: list[Item], begin: int, cues: list[int], at: int) -> bool:
    return any(k >= begin for k in cues if k != at)


# --- relays -------------------------------------------------------------------------------------------------------


def _according(view: View, items: list[Item], at: int, cues: list[int]) -> Voice | None:
    k = at + 2
    if k >= len(items) or items[k].actor is None:
        return None
    actor = items[k].actor
    item = items[at]
    relays: tuple[Actor, ...] = ()
    if (
        actor.head == "report"
        and k + 2 < len(items)
        and items[k + 1].low in ("by", "in", "from")
        and items[k + 2].actor
    ):
        actor = items[k + 2].actor
        k += 2
    if (
        k + 3 < len(items)
        and items[k + 1].low in ("cited", "quoted")
        and items[k + 2].low == "by"
        and items[k + 3].actor
    ):
        relays = (items[k + 3].actor,)
        k += 3
    if at <= 1:
        begin = k + 1
        while begin < len(items) and items[begin].text != ",":
            begin += 1
        begin, more, _ = _skip_adjuncts(items, begin + 1)
        stop_at = len(items)
        while stop_at > begin and items[stop_at - 1].text in _ENDING:
            stop_at -= 1
        if begin >= stop_at:
            return None
        region = (items[begin].start, items[stop_at - 1].stop)
    else:
        edge = at
        while edge > 0 and items[edge - 1].text in (",", "—", "–"):
            edge -= 1
        if edge == 0:
            return None
        region = (items[0].start, items[edge - 1].stop)
    contents, direct = _contents(view, items, region)
    return Voice(
        (item.start, items[at + 1].stop),
        Manner.SAID,
        actor,
        region,
        direct,
        False,
        contents,
        relays,
        rule="according-to",
    )


def _citing(view: View, items: list[Item], at: int, passive: bool, earlier: list[Voice]) -> Voice | None:
    """ "A cited B, who said ...", "A quoted B as saying ...", "citing B", "B was quoted by A as saying ..."."""
    item = items[at]
    stop_at = len(items)
    while stop_at > at and items[stop_at - 1].text in _ENDING:
        stop_at -= 1
    k = at + 1
    agent: Actor | None = None
    cited: Actor | None = None
    if passive:
        cited, _, _ = _speaker_of_passive(items, at)
        while k < stop_at and items[k].kind != "quote":
            if items[k].low in ("by", "in") and k + 1 < stop_at and items[k + 1].actor is not None:
                agent = items[k + 1].actor
                k += 2
                continue
            if items[k].low == "saying":
                k += 1
                if not (k < stop_at and items[k].low == "by"):
                    break
                continue
            if items[k].low in ("as", "on") or items[k].kind == "date" or items[k].text == ",":
                k += 1
                continue
            break
        if cited is None:
            return None
        begin, more, _ = _skip_adjuncts(items, k)
        region = (items[begin].start, items[stop_at - 1].stop) if begin < stop_at else (0, 0)
        if begin >= stop_at:
            left = _backward(items, at, cited, None, earlier)
            if left is None:
                return None
            region = left
        contents, direct = _contents(view, items, region)
        relays = (agent, *more) if agent else more
        return Voice(
            (item.start, item.stop), Manner.SAID, cited, region, direct, False, contents, relays, rule="was-quoted"
        )
    while (
        k < stop_at and items[k].actor is None and items[k].low in w.DETERMINERS | w.AUXILIARIES | {"what", "unnamed"}
    ):
        k += 1
    if k >= stop_at or items[k].actor is None:
        return None
    cited = items[k].actor
    if cited.head == "report" and k + 2 < stop_at and items[k + 1].low in ("by", "in", "from") and items[k + 2].actor:
        cited = items[k + 2].actor
        k += 2
    relay, same, _ = _speaker(items, at, bool(earlier))
    if item.low in ("citing", "quoting"):
        if at <= 1:
            relay = next((i.actor for i in items[k + 1 :] if i.actor is not None), None)
            same = False
        elif earlier:
            relay, same = earlier[-1].speaker, True
    begin = k + 1
    said = next((m for m in range(begin, min(begin + 30, stop_at)) if items[m].low == "saying"), None)
    if said is not None and items[said - 1].low == "as":
        begin, _, _ = _skip_adjuncts(items, said + 1)
    region = (items[begin].start, items[stop_at - 1].stop) if begin < stop_at else (item.start, item.stop)
    contents: tuple[Place, ...] = ()
    direct = False
    if said is not None and begin < stop_at:
        contents, direct = _contents(view, items, region)
    return Voice(
        (item.start, item.stop), Manner.SAID, relay, region, direct, same, contents, cited=cited, rule="cites"
    )


def _speaker_of_passive(items: list[Item], at: int) -> tuple[Actor | None, bool, int | None]:
    j = at
    while j > 0 and (items[j].low in w.BE or j == at or _is_adverb(items[j])):
        j -= 1
    if items[j].actor is not None:
        return _head_actor(items, j), False, None
    if items[j].low in ("who", "which"):
        return _antecedent(items, j), False, None
    if items[j].text == ",":
        return _before_apposition(items, j), False, None
    return _head_actor(items, j), False, None
