"""Where what was said begins and ends, in English: behind the verb, or before it.

In: the items of a sentence and the place of a verb of speech. Out: regions of the document.
Leaves to others: who said it (`speakers`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.speakers import inverted_speaker, is_adverb
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Attribution, Manner

ENDING = {".", "!", "?", "…"}
_NO_WORDS = (
    r"(?:it|this|that|so|him|her|them|us|me|you|everyone|everybody|anyone|as much|otherwise|differently|nothing|little|(?:(?:no|any)?thing )?else|"
    r"(?:(?:no|any) )?more|the same|the contrary|at all|again|not|aloud|out loud|back|"
    r"(?:the|these|this|that|those|such|all|any) (?:story|report|reports|claims?|charges?|allegations?|accusations?|"
    r"accounts?|rumou?rs?|suggestions?|ideas?|questions?|offer|proposal|version|stories|notion|talk|speculation))"
)
_NO_NAME = (
    r"(?:for )?(?:not to be|anonymity|to (?:remain|stay) (?:an? |the )?(?:anonymous|unnamed|nameless|unknown|in the background|invisible|listener|guest|source|friend|voice)|"
    r"to be (?:named|identified|quoted|called|known|referred to|described)|(?:to )?speak(?:ing)? (?:freely|openly|privately)|"
    r"that (?:we|this paper|the paper|this newspaper|this agency|the agency|the \w+) (?:should |would |will )?(?:leave|keep|withhold|not (?:use|print|name|give|publish)|omit|change|conceal|hide)|"
    r"that (?:he|she|they|his|her|their|its) (?:full |real |sur|own )?(?:names? )?(?:not be|be (?:withheld|kept|left)|"
    r"(?:should |would |will )?(?:not be|(?:remain|stay)) (?:named|nameless|anonymous|identified|unnamed))|"
    r"(?:(?:that )?(?:his|her|their|its) (?:full |real |own )?(?:names?|identity|identities) (?:not )?be (?:withheld|used|"
    r"published|printed|given|disclosed|kept|changed|left out|protected|revealed)))\b"
)
_EMPTY = re.compile(rf"\W*{_NO_WORDS}(?:\W+{_NO_WORDS})*\W*", re.IGNORECASE)
_HIDING = re.compile(rf"\W*{_NO_NAME}", re.IGNORECASE)


def is_empty(words: str, cue: str = "") -> bool:
    """Whether what seems a content stands for words and is none: "told it otherwise", "asked not to be named"."""
    if w.manner_of(cue) in _ABOUT_WORDS:
        if _IT.fullmatch(words) is not None or (not cue.startswith("dismiss") and _THE_ACCOUNT.fullmatch(words)):
            return False  # "denied | it", "confirmed | the account": what was said is that of which was told before
    return (len(words) < 80 and _EMPTY.fullmatch(words) is not None) or _HIDING.match(words) is not None


_ABOUT_WORDS = (Manner.DENIED, Manner.CONFIRMED)
_IT = re.compile(r"\W*(?:it|this|that)\W*", re.IGNORECASE)
_THE_ACCOUNT = re.compile(
    r"\W*(?:the|these|this|that|those|such|all|any|both) (?:story|reports?|claims?|charges?|allegations?|accounts?|rumou?rs?|"
    r"suggestions?|versions?|stories)\W*",
    re.IGNORECASE,
)


def object_of(view: View, items: list[Item], region: Place) -> Place:
    """What is denied or confirmed, without when and where that was done: "denied | the release | this morning: ..."."""
    begin = next((k for k, i in enumerate(items) if i.start >= region[0]), len(items))
    first = items[begin] if begin < len(items) else None
    if first is None or first.quote is not None or first.low.split()[0] not in _OBJECT_LEADS:
        return region
    for k in range(begin + 1, len(items)):
        item = items[k]
        if item.start >= region[1] or item.low in _OPENS_CLAUSE or _is_finite(items, k) or item.low in w.FINITE:
            return region
        when = item.kind == "date" or (
            item.low in ("on", "in", "at") and k + 1 < len(items) and items[k + 1].kind == "date"
        )
        where = item.low in ("in", "at", "through", "via") and _utterance_end(items, k) is not None
        if when or where or item.text == ":":
            quote = next(
                (i.quote for n, i in enumerate(items[k:], k) if i.quote is not None and items[n - 1].text == ":"),
                None,
            )
            inside = [i for i in items[k:] if i.start < region[1]]
            if quote is None and any(i.low == "that" or i.text == ":" for i in inside):
                return region  # "confirmed the report on Tuesday that", "denied it all: they were never there"
            return (region[0], items[k - 1].stop) if quote is None else (quote.inner_start, quote.inner_stop)
    return region


_OBJECT_LEADS = frozenset(w.split("it this that the these those any all such both a an his her its their"))
_OPENS_CLAUSE = w.RELATIVES | w.CONJUNCTIONS | frozenset(["that", "as", "had", "has", "have"])


def only_quotes(items: list[Item], region: Place) -> list[Place]:
    """The quotations of a region that holds nothing else; empty if it holds other words."""
    inside = [i for i in items if region[0] - 1 <= i.start and i.stop <= region[1] + 1]
    words = [i for i in inside if i.kind not in ("quote", "mark")]
    quotes = [i.quote for i in inside if i.quote]
    return [(q.inner_start, q.inner_stop) for q in quotes] if quotes and not words else []


def contents_in(view: View, items: list[Item], region: Place) -> tuple[tuple[Place, ...], bool]:
    """The content in a region: its quotations if it is made of them, else its words; and whether it is quoted."""
    quotes = only_quotes(items, region)
    if quotes:
        return tuple(quotes), True
    first = next((i for i in items if i.start >= region[0]), None)
    if first is not None and first.quote and first.start < region[1]:
        if _is_part_of_clause(items, first, region[1]):
            return (region,), False
        return ((first.quote.inner_start, first.quote.inner_stop),), True
    return ((region,) if region[1] > region[0] else ()), False


def _is_part_of_clause(items: list[Item], quote: Item, stop: int) -> bool:
    """Whether a quotation begins what is told and is not all of it: "“the others” will answer", "“...” and that he ..."."""
    behind = [i for i in items if quote.stop <= i.start < stop][:2]
    if len(behind) < 2 or behind[0].kind != "word":
        return False
    low = behind[0].low
    return low in w.BE or low in _MODALS_BUT_TO or low in _HAVE or [i.low for i in behind] == ["and", "that"]


def skip_adjuncts(items: list[Item], at: int) -> tuple[int, tuple[Actor, ...], str | None]:
    """Step over "in a statement carried by the agency", "on Tuesday", "to reporters", "that"."""
    relays: list[Actor] = []
    through: str | None = None
    start = at
    while at < len(items):
        item = items[at]
        if item.text == "," and (aside := _aside_end(items, at)) is not None:
            if items[at + 1].low in ("through", "via") and (carrier := items[at + 2].actor) is not None:
                relays.append(carrier)  # "promised, through a cousin who sells fish, a recording of each man"
            at = aside
        elif item.kind == "date" or item.text in (",", ":") or is_adverb(item):
            if item.text == "," and at + 1 < len(items) and not _opens_content(items, at + 1):
                break
            at += 1
        elif item.low == "that":
            return at + 1, tuple(relays), through
        elif (
            item.low == "as" and at + 3 < len(items) and items[at + 1].low in w.CARRIED and items[at + 2].low == "by"
        ):
            if (carrier := items[at + 3].actor) is None:
                break
            relays.append(carrier)  # "told the site Zaman, as quoted by the agency, that ..."
            at += 4
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
                    if carries(nxt.actor) or items[at].low == "by":
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
            and (items[at + 1].actor is not None or items[at + 1].low in _HEARERS)
        ):
            actor = items[at + 1].actor
            if actor is not None and actor.kind is ActorKind.MEDIUM:
                relays.append(actor)
            at += 2
            if at + 1 < len(items) and items[at].text == "," and items[at + 1].quote is not None:
                at += 1  # "She said to me, '...'"
        elif item.low in _VIA and at + 1 < len(items) and (outlet := items[at + 1].actor) and carries(outlet):
            relays.append(outlet)  # "said on state television"
            at += 2
        else:
            break
    led = _behind_phrases(items, start, at)
    if led is not None:
        relays += [i.actor for i in items[at:led] if i.actor is not None and carries(i.actor)]
        at = led
    return at, tuple(relays), through


_HEARERS = frozenset(["reporters", "journalists", "me", "us", "him", "her", "them"])


def _aside_end(items: list[Item], at: int) -> int | None:
    """Behind a phrase between two commas that begins with a preposition: ", through a cousin who sells fish, | ..."."""
    if at + 3 >= len(items) or items[at + 1].low not in _ASIDES:
        return None
    for k in range(at + 2, min(at + _LONGEST_PHRASES, len(items) - 2)):
        if items[k].kind == "quote" or items[k].low == "that" or items[k].low in w.SAYING:
            return None
        if items[k].text == ",":
            return k + 1 if items[k + 1].low in w.DETERMINERS else None
    return None


_ASIDES = frozenset(["through", "via", "with", "without", "despite", "after", "before", "under", "against"])
_VIA = frozenset(["on", "via", "through", "over", "in"])
_PHRASE_LEADS = w.PREPOSITIONS - frozenset(["of", "about", "regarding", "concerning", "like", "as", "than", "per"])
_LONGEST_PHRASES = 12  # items between a verb of speech and its "that"


def carries(actor: Actor) -> bool:
    """Whether words can have come through an actor: a medium that is named or known, no report and nobody's own."""
    own = actor.name.lower().startswith(("its ", "his ", "her ", "their ", "our ", "my "))
    if own or actor.head == "report" or actor.name.split()[-1:] in _ALL_MEDIA:
        return False
    words = actor.name.split()
    outlet = actor.kind is ActorKind.BODY and any(x[:1].isupper() and x.lower() in w.MEDIUM_HEADS for x in words)
    return actor.kind is ActorKind.MEDIUM or outlet or actor.name.lower() in w.PLATFORMS


def is_outlet(actor: Actor, item: Item) -> bool:
    """Whether somebody who was told something is a medium of which only the name is known: "told the Meridian"."""
    if actor.kind is not ActorKind.OTHER or actor.attribution is not Attribution.NAMED:
        return False
    return item.low.startswith("the ") and not actor.name.endswith("s") and actor.name.lower() not in w.ASSEMBLIES


_ALL_MEDIA = (["press"], ["media"], ["news"], ["network"])  # no one of them


def _behind_phrases(items: list[Item], start: int, at: int) -> int | None:
    """Behind the "that", or at the "to" of an act, to which phrases alone lead: "promised in his homily to walk"."""
    if not 0 < start <= at < len(items):
        return None
    cue = items[start - 1].low
    hearers = cue in _TELLING and items[at].kind == "word" and items[at].low not in w.NOT_NAMES
    if items[at].low not in _PHRASE_LEADS and items[at].low not in _OBJECTS and not hearers:
        return None
    for k in range(at, min(at + _LONGEST_PHRASES, len(items) - 1)):
        low = items[k].low
        if items[k].kind in ("quote", "mark") and items[k].text != "-":
            return k + 1 if items[k].text == ":" and k > at else None
        if low == "that" and k > at and items[k - 1].low not in w.PREPOSITIONS:
            return k + 1
        if low == "to" and k > at and cue in w.WITH_TO and _is_act(items, k + 1):
            return k
        if low == "for" and cue in _ASKING_FOR:
            return k
        if low in w.BE or low in _MODALS_BUT_TO or low in w.RELATIVES:
            return None
        if low in w.SAYING and not (low == "writing" and items[k - 1].low == "in"):
            return None
    return None


_CLOSING = frozenset(  # adverbs that end "the ministry said | there"
    w.split(
        "there here nevertheless nonetheless though however therein thereupon unasked unprompted anyway somewhere elsewhere twice thrice "
        "aloud indoors outside upstairs downstairs next too again afterwards later that same day morning evening night afternoon week once more"
    )
)


def _is_that(items: list[Item], at: int) -> bool:
    return items[at].low == "that" and _describes(items, at)


_TELLING = frozenset(
    ["told", "tells", "telling", "informed", "assured", "reminded", "warned"]
)  # "told worshippers in Tarn that"
_ASKING_FOR = frozenset(["asked", "asks", "asking", "appealed", "appeals", "begged", "pleaded"])
_OBJECTS = frozenset(
    ["me", "us", "him", "them", "reporters", "journalists", "mourners", "parishioners", "supporters"]
)


def _is_act(items: list[Item], at: int) -> bool:
    item = items[at]
    return item.kind == "word" and item.low not in w.NOT_NAMES and item.low.isalpha() and item.text.islower()


def _opens_content(items: list[Item], at: int) -> bool:
    """Whether what follows a comma after the verb can still be content or an adjunct of the verb."""
    item = items[at]
    if item.kind in ("quote", "date"):
        return True
    if item.low == "as" and at + 2 < len(items) and items[at + 1].low in w.CARRIED and items[at + 2].low == "by":
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
        if item.low in _PREPOSITIONS_OR_SAYING_OR_THAT:
            return None
    return None


def content_after(view: View, items: list[Item], begin: int, cues: list[int], at: int) -> tuple[Place, bool]:
    """The region after the verb, and whether nothing is left there (then the content stands before)."""
    stop_at = len(items)
    while stop_at > begin and items[stop_at - 1].text in ENDING:
        stop_at -= 1
    if begin + 2 < stop_at and items[begin].text == "," and items[begin - 1].low == "that":
        begin += 1  # "stated that, according to two men, he was alive"
    rest = items[begin:stop_at]
    if not rest or rest[0].low in w.RELATIVES or (rest[0].text == "," and len(rest) < 2):
        return (0, 0), True
    if view.quoted and rest[0].text == "," and not any(i.text == "," for i in items[:at]):
        begin, rest = begin + 1, rest[1:]  # "The guard said, | wrong list"
    if rest[0].text == "," and (rest[1].low in _RELATIVES_OR_MORE or rest[1].actor is not None):
        # "..., the ministry said, adding": or "Avel, its head, said"
        if rest[1].low in ("citing", "quoting"):
            after = _cited_end(items, begin + 2)
            if after is not None and after < stop_at:
                begin = after
                begin, _, _ = skip_adjuncts(items, begin)
                if begin >= stop_at or items[begin].low in ("who", "whose"):
                    return (0, 0), True  # "..., the radio reported, citing a minister, who would not be named."
                rest = items[begin:stop_at]
            else:
                return (0, 0), True
        else:
            return (0, 0), True
    if rest[0].text in (",", ";") or rest[0].low in ("and", "but", "as"):
        return (0, 0), True
    if rest[0].low in ("when", "while", "as") and at > 1:
        return (0, 0), True  # "...," Rasil told the agency when asked about them.
    led = any(
        i.text == ":" or (i.low == "that" and not _describes(items, k))
        for k, i in enumerate(items[at + 1 : begin], at + 1)
    )
    if not led and rest[0].quote is None and follows_quote(items, at):
        return (0, 0), True  # "...," he said over tea in a hotel where the football was on.
    if not led and follows_clause(items, at) and _tells_no_more(items, at, stop_at):
        return (0, 0), True  # "The ship is lost, a man told the agency by telephone on Thursday"
    quoted_before = any(i.quote for i in items[max(0, at - 8) : at])
    if (
        quoted_before
        and rest[0].low in w.PREPOSITIONS
        and len(rest) <= 9
        and not any(i.low in _BE_OR_MODALS_OR_SAYING for i in rest)
    ):
        return (0, 0), True  # "...," Mirell said after the meeting in Brenn.
    end = stop_at
    for k in cues:
        if k <= max(at, begin - 1) or (k == begin and items[k].low == "according"):
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
        if view.quoted and items[k].text == "," and _is_his_own(items, k + 1, end):
            end = k
            break
    end = _second_act(items, begin, end)
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


def _is_his_own(items: list[Item], at: int, end: int) -> bool:
    """Whether whoever is quoted goes on himself: "He told me they had gone, and | offered me tea", "... and | I left"."""
    if at + 2 >= end or items[at].low != "and":
        return False
    return items[at + 1].low in ("i", "we") or (items[at + 2].low in ("me", "us") and items[at + 1].kind == "word")


def _second_act(items: list[Item], begin: int, end: int) -> int:
    """Where a content that is a mere object ends: "demanded a full list by the weekend | and blocked the road"."""
    for k in range(begin, min(end - 1, begin + _LONGEST_OBJECT)):
        low = items[k].low
        if low in w.BE or low in w.MODALS or low in _HAVE or low in w.FINITE or low == "that" or items[k].quote:
            return end
        if low == "and" and k > begin and items[k + 1].kind == "word":
            after = items[k + 1].low
            follows = k + 2 < end and (
                items[k + 2].low in _DETERMINERS_OR_PREPOSITIONS or items[k + 2].actor is not None
            )
            if follows and (after in w.FINITE or (after.endswith("ed") and after not in w.SAYING)):
                return k
    return end


_HAVE = frozenset(["has", "had", "have"])
_LONGEST_OBJECT = 14  # items


def _describes(items: list[Item], at: int) -> bool:
    """Whether a "that" opens no words told but describes what stands before it: "at a ceremony | that was closed"."""
    if at + 1 >= len(items) or items[at - 1].kind not in ("word", "actor") or items[at - 1].low in w.SAYING:
        return False
    return items[at + 1].low in w.BE or items[at + 1].low in _HAVE or items[at + 1].low in _MODALS_BUT_TO


def _tells_no_more(items: list[Item], at: int, stop: int) -> bool:
    """Whether nothing but a hearer and phrases of time, place and manner is left behind the cue at `at`."""
    k = at + 1
    described = next((m for m in range(k + 1, stop) if items[m].low in w.RELATIVES or _is_that(items, m)), stop)
    stop = described if items[described - 1].kind in ("word", "actor") or items[described - 1].text == "," else stop
    while stop > k + 1 and items[stop - 1].text == ",":
        stop -= 1  # "said at the ceremony, | which only one channel was let in to film"
    if k < stop and items[at].low in _TELLING and items[k].low not in _ADJUNCT_LEADS:
        while k < stop and items[k].low not in _ADJUNCT_LEADS and items[k].kind != "date":
            if _is_finite(items, k) or items[k].kind not in ("word", "actor"):
                return False
            k += 1  # "told Coast One", "told this agency"
    while k < stop and (items[k].kind == "date" or is_adverb(items[k]) or items[k].low in _CLOSING):
        k += 1
    if k >= stop:
        return True
    told = any(i.kind == "quote" or i.low == "that" for i in items[k:stop])
    if items[k].low in _TIMES and any(_is_finite(items, m) for m in range(k, stop)):
        return not told  # "said once the cameras were off"
    if items[k].low == "a" and k + 2 < stop and items[k + 2].low in ("after", "before", "later", "earlier", "ago"):
        k += 2  # "told reporters a day after the release"
    return items[k].low in _ADJUNCT_LEADS and not told and not any(_is_finite(items, m) for m in range(k, stop))


def _is_finite(items: list[Item], at: int) -> bool:
    low = items[at].low
    if low in w.BE or low in _MODALS_BUT_TO:
        return True
    if items[at].kind != "word" or low not in w.SAYING or (low == "writing" and items[at - 1].low == "in"):
        return False
    return not (
        low.endswith("ed") and items[at - 1].low.split()[-1:] and items[at - 1].low.split()[-1] in w.UTTERANCES
    )


_ADJUNCT_LEADS = frozenset(
    w.split("in on at by during after before over through via from to with without outside upon")
)
_TIMES = frozenset(["once", "when", "while", "as", "after", "before", "until", "since"])


def follows_clause(items: list[Item], at: int) -> bool:
    """Whether the cue at `at` stands behind a whole clause, a comma and its speaker."""
    k = at - 1
    while k >= 0 and (is_adverb(items[k]) or items[k].low == "been"):
        k -= 1
    if k < 4:
        return False
    start = _phrase_start(items, k)
    if start is None:
        return False
    before = items[: start - 1]
    return any(i.kind == "word" and (i.low in _FINITE or i.low.endswith("ed")) for i in before)


def _phrase_start(items: list[Item], last: int) -> int | None:
    """Where the speaker that ends at `last` begins behind a comma: "..., | two people familiar with her plans said"."""
    k = last
    if items[k].text == ",":  # an aside: "its head, Fatoumata Oulale, said"
        if items[k - 1].actor is not None and items[k - 2].text == ",":
            return k - 1
        k = next((m for m in range(k - 1, max(-1, k - _LONGEST_PHRASES), -1) if items[m].text == ","), 0) - 1
        return k if k > 0 and items[k].actor is not None and items[k - 1].text == "," else None
    if items[k].actor is not None and items[k - 1].text == ",":
        return k
    for m in range(k, max(0, k - _LONGEST_PHRASES), -1):
        if items[m].text == ",":
            first = items[m + 1]
            other = any(_is_finite(items, n) or items[n].low in w.CONJUNCTIONS for n in range(m + 1, last + 1))
            return m + 1 if first.actor is not None and not other else None
        if items[m].kind not in ("word", "actor"):
            return None
    return None


_FINITE = w.BE | w.MODALS | w.FINITE | frozenset(["has", "had", "have"])


def follows_quote(items: list[Item], at: int) -> bool:
    """Whether the speaker of the cue at `at`, or the cue, stands at once behind a quotation that it belongs to."""
    k = at - 1
    while k >= 0 and (is_adverb(items[k]) or items[k].text in (",", "—", "–")):
        k -= 1
    if k >= 0 and items[k].actor is not None:
        k -= 1
        while k >= 0 and items[k].text in (",", "—", "–"):
            k -= 1
    return k >= 0 and items[k].quote is not None and (k == 0 or items[k - 1].kind not in ("word", "actor"))


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
    while j >= 0 and (is_adverb(items[j]) or items[j].kind == "date" or items[j].low == "on"):
        j -= 1
    if j > begin and items[j].low in ("and", "but"):
        return j
    if j > begin and items[j].text == "," and inverted_speaker(items, cue) is None:
        return j
    if items[j].actor is not None and j > begin:
        before = items[j - 1]
        if before.kind == "quote":
            return j
        if before.text == "," or before.low == "as":
            # ", Corvel reported." behind the content; but ", the ministry said it" inside goes on
            after, _, _ = skip_adjuncts(items, cue + 1)
            if after >= len(items) or items[after].text in ENDING or items[after].text == ",":
                return j
        if before.low in ("but", "while", "whereas", "and") and j - 1 > begin and items[j - 2].text == ",":
            return j - 1
    return None


def content_before(
    view: View, items: list[Item], at: int, speaker: Actor | None, inverted_at: int | None, earlier: list[Voice]
) -> Place | None:
    """The content before its cue: from the sentence's beginning, or from the cue before, to the speaker."""
    if speaker is None:
        return None
    own = (k for k, i in enumerate(items[:at]) if i.actor is speaker or i.start == speaker.place[0])
    edge = at if inverted_at is not None else next(own, at)
    while edge > 0 and (
        items[edge - 1].text in (",", "—", "–", "-")
        or items[edge - 1].low in ("as", "on", "and")
        or (items[edge - 1].kind == "date" and edge < 3)
    ):
        edge -= 1
    begin = _behind_other(items, edge)
    while begin < edge and (
        items[begin].text in (",", "—", "–", ".") or items[begin].low in ("and", "but", "however")
    ):
        begin += 1
    if begin >= edge or items[edge - 1].low in w.SAYING:
        return None
    first, last = items[begin], items[edge - 1]
    if first.quote and edge - begin > 1 and not any(i.quote for i in items[begin + 1 : edge]):
        inner = view.text[first.quote.inner_start : first.quote.inner_stop].rstrip()
        if inner[-1:] in (",", "?", "!", "—", "–", "…"):
            last = first  # what follows the mark belongs to the speaker: "...," the commander, known as ..., said
    start = first.quote.inner_start if first.quote else first.start
    stop = last.quote.inner_stop if last.quote else last.stop
    return (start, stop) if stop - start >= 3 else None


def _behind_other(items: list[Item], edge: int) -> int:
    """Where the clause begins that a semicolon parts from what somebody says before: "X denied it; Y, he adds"."""
    last = max((k for k in range(edge) if items[k].text == ";" or _is_colon(items, k)), default=-1)
    return last + 1 if last > 0 and any(i.kind == "word" and i.low in w.SAYING for i in items[:last]) else 0


def _is_colon(items: list[Item], at: int) -> bool:
    """Whether a colon parts a clause of the reporter's from what somebody says: "He contradicted her: she knew it"."""
    return items[at].text == ":" and at > 2 and any(i.actor is not None for i in items[:at])


def another_cue_behind(items: list[Item], begin: int, cues: list[int], at: int) -> bool:
    """Whether a later verb of speech claims the quotations behind `begin`."""
    return any(k >= begin for k in cues if k != at)


# Tables that the rules above ask together, joined once.
_MODALS_BUT_TO = w.MODALS - {"to"}
_PREPOSITIONS_OR_SAYING_OR_THAT = w.PREPOSITIONS | w.SAYING.keys() | {"that"}
_RELATIVES_OR_MORE = w.RELATIVES | {"citing", "quoting", "who"}
_BE_OR_MODALS_OR_SAYING = w.BE | w.MODALS | w.SAYING.keys()
_DETERMINERS_OR_PREPOSITIONS = w.DETERMINERS | w.PREPOSITIONS
