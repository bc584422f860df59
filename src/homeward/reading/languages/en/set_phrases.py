"""Set phrases that tell of words where no verb of speech does: "took the line that", "such was his answer".

In: the items of a sentence. Out: voices, which `voices` takes where nothing else has found the same words.
Leaves to others: cues that are verbs of speech (`voices`), "in the words of" and "Kell's answer was that" (`voices`).
"""

from __future__ import annotations

from collections.abc import Iterator

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.speakers import is_adverb
from homeward.reading.languages.language import Actor, ActorKind, Place, Voice
from homeward.records import Attribution, Manner

_LONGEST_LEAD = 9  # items between a speaker and the "that" or colon of his words
_LONGEST_TAIL = 12  # items behind the words told that tell whose they were
_UTTERED = frozenset(  # nouns for what somebody says
    w.split(
        "answer answers reply response word words line version account story claim message verdict view position explanation excuse "
        "comment statement contention argument theory warning promise assurance denial admission confession complaint question "
        "retort rejoinder announcement testimony observation remark advice order demand plea threat point stance refrain mantra "
        "formula phrase wording sentence news rumour rumor belief conviction"
    )
)
_TEXTS = w.UTTERANCES | frozenset(
    w.split(
        "letter note telegram fax email e-mail postcard text slip paper message leaflet poster banner entry caption headline"
    )
)
_FELT = frozenset(["belief", "conviction"])
_FIRMLY = frozenset(  # how somebody is who says something: "was adamant that", "was blunt: ..."
    w.split(
        "adamant blunt brief curt firm clear categorical terse emphatic unequivocal plain laconic insistent explicit frank candid "
        "cautious vague evasive unmoved unrepentant polite short sharp definite outspoken dismissive scathing defiant"
    )
)
_NO_TELLING = frozenset(  # verbs before "that" that tell of no words
    w.split(
        "mean means meant meaning ensure ensures ensured see sees saw seen know knows knew known think thinks thought find finds found learn "
        "learns learned learnt hear hears heard feel feels felt believe believes believed hope hopes hoped fear fears feared wish wishes "
        "wished expect expects expected suspect suspects suspected doubt doubts doubted assume assumes assumed suppose imagine imagines "
        "imagined decide decides decided understand understands understood realise realised realize realized notice noticed check "
        "checked wait waited pretend pretended arrange arranged remember remembered forget forgot regret regrets regretted trust trusts "
        "read show shows showed shown prove proves proved appear appears appeared seem seems seemed happen happens happened follow "
        "follows followed turn turned emerge emerged transpire transpired is are was were be been had has have did does do will "
        "would may might can could must should shall require requires required care cares cared mind minds prefer preferred help helped "
        "worry worries worried establish established conclude determine determined calculate calculated dream dreamt dreamed provide "
        "provides provided given so such now all everything nothing something anything ask asked asks demand tell told telling"
    )
)
_HOLDS_IT = frozenset(["has", "had", "have"])  # "the brigade has it that"
_IS = frozenset(["is", "was", "are", "were", "remains", "remained", "stays", "stayed", "sounded"])
_RUNS = _IS | frozenset(["came", "comes", "ran", "runs", "went", "goes", "reads"])


def set_phrases(items: list[Item]) -> Iterator[Voice]:
    """What set phrases before and behind the words tell."""
    lows = {item.low for item in items}
    if "that" in lows:
        yield from _led_by_that(items)
    if ":" in lows:
        yield from _led_by_colon(items)
    if "know" in lows:
        yield from _wanted_to_know(items)
    if not lows.isdisjoint(_DENYING):
        yield from _waved_away(items)
    if "by" in lows and not lows.isdisjoint(_DONE):
        yield from _passive(items)
    if "to" in lows:
        yield from _turned_to_say(items)
    yield from _came_from(items)
    if not lows.isdisjoint(_TAIL_LEADS):
        yield from _told_behind(items)


def _noun(item: Item) -> str:
    """The last word of an item: "reply" of "the reply"."""
    return item.low.rsplit(maxsplit=1)[-1] if item.low.strip() else ""


def _voice(
    cue: Place, speaker: Actor | None, region: Place, manner: Manner = Manner.SAID, *, direct: bool = False
) -> Voice:
    return Voice(cue, manner, speaker, region, direct, contents=(region,), rule="set-phrase")


def _subject(items: list[Item], at: int) -> int | None:
    """Where the subject stands of the verb phrase that ends before `at`: the nearest actor under no preposition."""
    for k in range(at - 1, max(-1, at - _LONGEST_LEAD - 1), -1):
        actor = items[k].actor
        if items[k].kind == "quote" or items[k].text in (";", ":"):
            return None
        if actor is None or actor.kind is ActorKind.OTHER or (k and items[k - 1].low in w.PREPOSITIONS):
            continue
        if k == at - 1 or items[k].low.endswith(("'s", "’s", "s'", "s’")):
            continue
        verb = _verb_behind(items, k)
        if verb is not None and verb < at:
            return k
    return None


def _verb_behind(items: list[Item], subject: int) -> int | None:
    """Where the finite verb of a subject stands, over adverbs and an aside between commas."""
    k = subject + 1
    if k < len(items) and items[k].text == ",":
        k = next((m + 1 for m in range(k + 1, min(k + 9, len(items))) if items[m].text == ","), len(items))
    while k + 1 < len(items) and is_adverb(items[k]) and items[k + 1].low != "it":
        k += 1  # "the brigade | has it that"
    if k >= len(items) or items[k].kind != "word" or not items[k].text.islower():
        return None
    low = items[k].low
    if low in w.PREPOSITIONS or low in w.CONJUNCTIONS or low in w.RELATIVES or low in w.DETERMINERS or low == "that":
        return None
    return k


def _is_clause(items: list[Item], begin: int, stop: int) -> bool:
    """Whether a whole clause stands here: something, and a finite verb behind it."""
    return any(
        i.kind == "word" and (i.low in w.BE or (i.low in w.MODALS and i.low != "to") or i.low in w.FINITE or i.low in _HOLDS_IT or i.low.endswith(("ed", "n't", "n’t")))
        for i in items[begin + 1 : stop]
    )  # fmt: skip


def _end(items: list[Item], least: int) -> int:
    stop = len(items)
    while stop > least and items[stop - 1].text in (".", "!", "?", ";", ",", ":"):
        stop -= 1
    return stop


def _led_by_that(items: list[Item]) -> Iterator[Voice]:
    """Read "took the line that", "is adamant that", "has it that", "left word at the mill that"."""
    for at in range(2, len(items) - 3):
        if items[at].low != "that" or items[at + 1].low in _VERBS_OF_RELATIVES:
            continue
        subject = _subject(items, at)
        verb = _verb_behind(items, subject) if subject is not None else None
        if subject is None or verb is None or not _leads(items, verb, at):
            continue
        stop = _end(items, at + 2)
        if not _is_clause(items, at, stop):
            continue
        region = (items[at + 1].start, items[stop - 1].stop)
        cue = (items[verb].start, items[at - 1].stop)
        yield _voice(cue, items[subject].actor, region)


def _leads(items: list[Item], verb: int, at: int) -> bool:
    """Whether a verb phrase tells of words: a verb that no table knows, or a noun or adjective that tells of them."""
    last = items[at - 1]
    between = [i.low for i in items[verb:at]]
    if any(low in w.NEGATIONS for low in between):
        return False
    if last.low == "it":
        return between[0] in _HOLDS_IT
    if last.low in _FIRMLY:
        return between[0] in _IS
    noun = _noun(last)
    if noun in _UTTERED and noun not in _FELT:
        return between[0] not in ("is", "was", "are", "were", "heard", "hears", "got", "received", "had", "has")
    if any(low in _UTTERED for low in between[1:]) and any(low in w.PREPOSITIONS for low in between):
        return between[0] in ("left", "leaves", "sent", "sends", "gave", "put")
    if any(low in _NO_TELLING for low in between) or items[at - 1].kind != "word":
        return False
    own = items[verb]
    if own.low in w.SAYING or (own.low in w.FINITE and own.low not in _TWO_WORDS):
        return False
    particle = at - 1 > verb
    if particle and not (at - 2 == verb and last.low in _PARTICLES):
        return False
    return own.low.endswith(("ed", "s")) or own.low in _TWO_WORDS


_TWO_WORDS = frozenset(["put", "laid", "lays", "let", "lets", "spelt", "set", "made", "held", "gave"])
_PARTICLES = frozenset(["out", "down", "on", "about", "back", "in"])


def _wanted_to_know(items: list[Item]) -> Iterator[Voice]:
    """Read "wanted to know who had drawn up the list": a question asked."""
    for at in range(1, len(items) - 4):
        if items[at].low not in ("wanted", "wants") or items[at + 1].low != "to" or items[at + 2].low != "know":
            continue
        subject = _subject(items, at + 1)
        begin = at + 3
        if subject is None or items[begin].low not in _ASKING_WORDS:
            continue
        stop = _end(items, begin + 1)
        region = (items[begin].start, items[stop - 1].stop)
        cue = (items[at].start, items[begin - 1].stop)
        yield _voice(cue, items[subject].actor, region, Manner.ASKED)


_ASKING_WORDS = frozenset(w.split("who what when where why how which whose whom whether if"))


def _waved_away(items: list[Item]) -> Iterator[Voice]:
    """Read "brushed aside talk of a ransom": what is said of, denied."""
    for at in range(1, len(items) - 2):
        behind = _DENYING.get(items[at].low)
        if behind is None:
            continue
        begin = at + 1 + len(behind)
        if [i.low for i in items[at + 1 : begin]] != list(behind) or begin >= len(items) - 1:
            continue
        noun = next((k for k in range(begin, min(begin + 5, len(items))) if _noun(items[k]) in _SAID_OF), None)
        subject = _subject(items, at + 1)
        if noun is None or subject is None:
            continue
        marks = (
            k for k in range(noun + 1, len(items)) if items[k].kind in ("mark", "quote") and items[k].text != "-"
        )
        stop = next(marks, _end(items, noun + 1))
        if any(i.low in w.SAYING for i in items[noun + 1 : stop]):
            continue
        region = (items[begin].start, items[stop - 1].stop)
        cue = (items[at].start, items[begin - 1].stop)
        yield _voice(cue, items[subject].actor, region, Manner.DENIED)


_TURNS_TO = frozenset(  # what somebody does in order to say something
    w.split(
        "rang telephoned phoned called wrote cabled wired emailed e-mailed texted radioed messaged faxed came went rose stood stepped appeared "
        "emerged returned interrupted broke turned used uses took takes seized grabbed chose got stopped paused leaned drove walked hastened hurried "
        "rushed lost wasted summoned gathered convened rings telephones phones calls writes comes rises appears returns interrupts turns"
    )
)
_TO_SAY = {
    **dict.fromkeys(w.split("say announce declare explain add report complain insist stress repeat state tell assure inform let"), Manner.SAID),
    **dict.fromkeys(w.split("deny"), Manner.DENIED), **dict.fromkeys(w.split("promise pledge vow swear"), Manner.PROMISED),
    **dict.fromkeys(w.split("warn threaten"), Manner.WARNED), **dict.fromkeys(w.split("confirm admit"), Manner.CONFIRMED),
    **dict.fromkeys(w.split("demand"), Manner.DEMANDED),
}  # fmt: skip


def _turned_to_say(items: list[Item]) -> Iterator[Voice]:
    """Read "took the microphone to say that ...", "rang the mayor to warn him that ...": what is done is done to say it."""
    for at in range(2, len(items) - 4):
        manner = _TO_SAY.get(items[at + 1].low) if items[at].low == "to" else None
        if manner is None:
            continue
        that = next((k for k in range(at + 2, min(at + 6, len(items) - 2)) if items[k].low == "that"), None)
        verb = next((k for k in range(at - 1, max(0, at - 9), -1) if items[k].low in _TURNS_TO), None)
        subject = _subject(items, verb + 1) if verb is not None else None
        if that is None or subject is None or verb is None or items[verb].low not in _TURNS_TO:
            continue
        if any(i.low in w.NEGATIONS or i.low in w.SAYING for i in items[subject:at] if i is not items[verb]):
            continue
        stop = _end(items, that + 2)
        if _is_clause(items, that, stop):
            region = (items[that + 1].start, items[stop - 1].stop)
            yield _voice((items[at + 1].start, items[at + 1].stop), items[subject].actor, region, manner)


_DENYING: dict[str, tuple[str, ...]] = {}
for _verb, _behind in (
    ("brushed brushes", "aside"), ("waved waves", "away"), ("laughed laughs", "off"), ("shrugged shrugs", "off"), ("swept sweeps", "aside"),
    ("played plays", "down"), ("knocked knocks", "down"), ("shot shoots", "down"), ("batted bats", "away"), ("poured pours", "cold water on"),
    ("poured pours", "scorn on"), ("gave gives", "the lie to"), ("made makes", "light of"),
    ("scotched scotches quashed quashes debunked debunks rubbished rubbishes derided derides belittled belittles discounted discounts", ""),
):  # fmt: skip
    for _form in _verb.split():
        _DENYING.setdefault(_form, tuple(_behind.split()))
_SAID_OF = frozenset(
    w.split(
        "report reports talk rumour rumours rumor rumors claim claims suggestion suggestions allegation allegations story stories speculation "
        "accusation accusations charge charges idea notion tale tales gossip criticism"
    )
)


def _passive(items: list[Item]) -> Iterator[Voice]:
    """Read "Any meeting was denied on Monday by the ministry's spokesman"."""
    for at in range(2, len(items) - 2):
        manner = _DONE.get(items[at].low)
        if manner is None:
            continue
        be = at - 1
        while be > 0 and is_adverb(items[be]):
            be -= 1
        if items[be].low not in w.BE:
            continue
        while be > 1 and (items[be - 1].low in w.BE or items[be - 1].low in _HOLDS_IT or is_adverb(items[be - 1])):
            be -= 1
        by = at + 1
        while by < len(items) - 1 and (items[by].kind == "date" or items[by].low == "on" or is_adverb(items[by])):
            by += 1
        actor = items[by + 1].actor if by + 1 < len(items) and items[by].low == "by" else None
        begin = next((k + 1 for k in range(be - 1, -1, -1) if items[k].kind == "mark" or items[k].low in _CLAUSES), 0)
        words = items[begin:be]
        if actor is None or not words or (len(words) == 1 and words[0].actor is not None):
            continue
        if (
            any(i.low in w.BE or i.low in w.RELATIVES or i.kind == "quote" for i in words)
            or words[0].low in w.PREPOSITIONS
        ):
            continue
        region = (words[0].start, words[-1].stop)
        yield _voice((items[at].start, items[at].stop), actor, region, manner)


_DONE = {
    **dict.fromkeys(w.split("denied rejected dismissed disputed refuted"), Manner.DENIED),
    **dict.fromkeys(w.split("confirmed acknowledged admitted"), Manner.CONFIRMED),
    **dict.fromkeys(w.split("promised pledged vowed guaranteed"), Manner.PROMISED),
    **dict.fromkeys(w.split("demanded requested"), Manner.DEMANDED),
    **dict.fromkeys(w.split("announced"), Manner.SAID),
}
_CLAUSES = frozenset(w.split("and but that while although because if as"))


def _came_from(items: list[Item]) -> Iterator[Voice]:
    """Read "From the consul came the news that ..."."""
    if len(items) < 7 or items[0].low != "from" or items[1].actor is None:
        return
    if items[2].low in ("we", "i") and items[3].low in ("learn", "hear", "know", "have", "gather", "understand"):
        that = next((k for k in range(4, 6) if items[k].low == "that"), None)
        if that is not None and _is_clause(items, that, _end(items, that + 2)):
            stop = _end(items, that + 2)
            yield _voice(
                (items[2].start, items[that - 1].stop), items[1].actor, (items[that + 1].start, items[stop - 1].stop)
            )
        return
    if items[2].low not in ("came", "comes"):
        return
    at = next((k for k in range(3, min(7, len(items) - 2)) if items[k].low == "that" or items[k].text == ":"), None)
    if at is None or items[at - 1].low not in _UTTERED:
        return
    stop = _end(items, at + 2)
    region = (items[at + 1].start, items[stop - 1].stop)
    yield _voice((items[2].start, items[at - 1].stop), items[1].actor, region)


def _led_by_colon(items: list[Item]) -> Iterator[Voice]:
    """Read "was blunt: ...", "came back with an answer: ...", "The letter ran: “...”"."""
    at = next((k for k in range(2, min(len(items) - 2, _LONGEST_LEAD + 3)) if items[k].text == ":"), None)
    if at is None:
        return
    stop = _end(items, at + 1)
    quote = items[at + 1].quote if stop == at + 2 else None
    if quote is not None:
        owner = _whose_text(items, at)
        if owner is not None:
            yield _voice((items[at].start, items[at].stop), owner, (quote.inner_start, quote.inner_stop), direct=True)
        return
    leads = (
        k for k in range(at - 1) if items[k].actor is not None and (k == 0 or items[k - 1].low not in w.PREPOSITIONS)
    )
    subject = next(leads, None)
    verb = _verb_behind(items, subject) if subject is not None else None
    if subject is None or verb is None or verb >= at:
        return
    noun = _noun(items[at - 1])
    said_this = noun == "this" and items[at - 2].low in ("at", "only", "with")
    told = (
        (items[verb].low in _IS and noun in _FIRMLY)
        or (noun in _UTTERED and noun not in _FELT and items[verb].low not in _TAKES)
        or (said_this and items[verb].low in ("left", "leaves", "added", "said"))
        or _spoke_up(items, verb, at)
    )
    if told and _is_clause(items, at, stop):
        region = (items[at + 1].start, items[stop - 1].stop)
        yield _voice((items[verb].start, items[at - 1].stop), items[subject].actor, region)


def _whose_text(items: list[Item], colon: int) -> Actor | None:
    """Whose the text is that a quotation behind a colon gives: "The letter ran: “...”", "Their message, in full: “...”"."""
    text = next((k for k in range(colon) if _noun(items[k]) in _TEXTS), None)
    if text is None or text > 3 or items[0].low not in w.DETERMINERS | {items[text].low.split()[0]}:
        return None
    if items[colon - 1].low not in _RUNS and items[colon - 1].low not in ("full", "simply", "whole", "said"):
        return None
    return _owner(items, text) or items[text].actor


def _spoke_up(items: list[Item], verb: int, colon: int) -> bool:
    """Read "Yesterday he rang: ...", "has counted again: ...", "begs to differ: ...", "did grant one thing: ..."."""
    lows = [i.low for i in items[verb:colon]]
    while lows and (lows[0] in _HOLDS_IT or lows[0] in ("did", "does")):
        lows = lows[1:]
    if not lows or lows[0] in _NO_TELLING or lows[0] in w.BE:
        return " ".join(lows[-3:]) == "none of this"
    if lows[-2:] == ["one", "thing"]:
        return lows[0] not in ("want", "wants", "wanted", "needs", "needed", "lacks", "lacked")
    if " ".join(lows) in ("begs to differ", "begged to differ", "differs", "differed", "disagrees", "disagreed"):
        return True
    return len(lows) < 3 and lows[0] in _RANG and all(low in _BACK for low in lows[1:])


_RANG = frozenset(
    w.split(
        "rang rings called calls phoned phones telephoned telephones wrote writes cabled cables wired wires texted texts counted counts "
        "counters wavered relented relents"
    )
)
_BACK = frozenset(["back", "again", "in", "in again", "home", "up", "once", "more"])
_TAKES = frozenset(
    w.split("is was are were heard hears got gets received receives awaits awaited demanded demands wants wanted")
)


def _owner(items: list[Item], noun: int) -> Actor | None:
    """Whose answer: "the brigade's | answer", "his last | answer", "the answer of the brigade"."""
    k = noun - 1
    while (
        k >= 0
        and items[k].kind == "word"
        and items[k].low not in w.OWNED_BY
        and items[k].low not in w.DETERMINERS
        and k > noun - 3
    ):
        k -= 1
    if k >= 0 and items[k].low in w.OWNED_BY:
        head = w.OWNED_BY[items[k].low]
        return Actor((items[k].start, items[k].stop), items[k].text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    if k >= 0 and items[k].actor is not None and items[k].low.endswith(("'s", "’s", "s'", "s’")):
        return items[k].actor
    if noun + 2 < len(items) and items[noun + 1].low in ("of", "from", "by"):
        return items[noun + 2].actor
    return None


def _told_behind(items: list[Item]) -> Iterator[Voice]:
    """Read "..., such was his answer", "..., to quote the brigade", "... - this from the brigade"."""
    stop = _end(items, 3)
    for at in range(stop - 2, max(2, stop - _LONGEST_TAIL), -1):
        if items[at].text not in (",", ";", ":", "-", "–", "—") and items[at].kind != "quote":
            continue
        begin = at + 1
        owner = _told_by_tail(items, begin, stop)
        if owner is None:
            continue
        last = items[at] if items[at].kind == "quote" else items[at - 1]
        quote = last.quote
        if quote is not None and quote.is_speech:
            place: Place = (quote.inner_start, quote.inner_stop)
            direct = True
        elif items[at].kind == "quote" or not _is_clause(items, 0, at):
            return
        else:
            place, direct = (items[0].start, items[at - 1].stop), False
        cue = (items[begin].start, items[stop - 1].stop)
        yield _voice(cue, owner, place, direct=direct)
        return


def _told_by_tail(items: list[Item], begin: int, stop: int) -> Actor | None:
    """Whose the words before a tail were."""
    lows = [i.low for i in items[begin:stop]]
    if not lows:
        return None
    if lows[0] in ("such", "that", "this", "these", "so") and len(lows) > 2:
        k = begin + 1
        while k < stop and (items[k].text == "," or is_adverb(items[k]) or items[k].low in ("at", "least", "anyway")):
            k += 1
        if k < stop and items[k].low in _RUNS:
            return _owned_noun(items, k + 1, stop)
        if lows[0] == "this" and lows[1] == "from" and len(lows) == 3:
            return items[begin + 2].actor
        return None
    if lows[0] == "so" and len(lows) == 2:
        return items[begin + 1].actor
    if items[begin].actor is not None and (known := _let_known(items, begin + 1, stop)):
        return items[begin].actor if known else None
    if lows[0] in _RUNS:
        return _owned_noun(items, begin + 1, stop)
    if lows[:2] == ["to", "quote"] and len(lows) == 3:
        return items[begin + 2].actor
    if (
        lows[0] == "if"
        and len(lows) > 3
        and lows[-2] in ("to", "believe", "believes", "follow", "follows", "trust", "trusts")
    ):
        return items[stop - 1].actor
    return None


def _let_known(items: list[Item], begin: int, stop: int) -> bool:
    """Whether all that is left is "let it be known", "have let the Red Cross know in May"."""
    while begin < stop and (is_adverb(items[begin]) or items[begin].low in _HOLDS_IT):
        begin += 1
    if begin >= stop or items[begin].low not in ("let", "lets"):
        return False
    known = next((k for k in range(begin + 1, stop) if items[k].low in ("know", "known")), None)
    rest = items[known + 1 : stop] if known is not None else []
    return (
        known is not None
        and known - begin < _LONGEST_LEAD
        and all(i.kind == "date" or i.low in w.PREPOSITIONS or is_adverb(i) or i.actor is not None for i in rest)
    )


def _owned_noun(items: list[Item], begin: int, stop: int) -> Actor | None:
    """Whose noun of speech is all that is left: "his answer", "the miller's only comment", "the reply of the brigade"."""
    noun = next((k for k in range(begin, stop) if _noun(items[k]) in _UTTERED), None)
    if noun is None:
        return None
    owner = _owner(items, noun)
    rest = [
        i
        for i in items[noun + 1 : stop]
        if i.actor is None and i.kind != "date" and i.low not in ("of", "from", "by")
    ]
    return owner if not rest else None


# Tables that the rules above ask together, joined once.
_TAIL_LEADS = _RUNS | {"let", "lets", "such", "that", "this", "these", "so", "quote", "if"}
_VERBS_OF_RELATIVES = w.BE | w.FINITE | w.MODALS | _HOLDS_IT
