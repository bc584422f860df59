"""What the trained tagger saw in a sentence, united with what the rules saw, in English.

In: the voices of the rules, the statements of the tagger, the items of the sentence. Out: the voices of both.
Leaves to others: the network (`homeward.reading.tagger`), the chain.

Where both saw the same words, the rule's voice stays: it knows relays. Where only the tagger did, its
statement becomes a voice; whether that is speech or an attitude is told by its cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.chained import IN_IT
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item, sent_from
from homeward.reading.languages.en.contents import is_empty
from homeward.reading.languages.en.no_words import tells_no_words
from homeward.reading.languages.en.sources import describe, trimmed
from homeward.reading.languages.en.speakers import antecedent, is_adverb
from homeward.reading.languages.en.voices import goes_on_in_text
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.reading.segment import Quotation
from homeward.reading.tagging import TaggedStatement
from homeward.records import Attribution, Manner

_NEARLY = 0.6  # above it the rule's borders are kept: the tagger's may be a word off
_SAME = 0.5  # share of two contents that must agree for them to be one
_EDGES = re.compile(r"^[\s\"'“”„«‘’`,:;–—-]+|[\s\"'“”„»‘’`,;:–—-]+$")
_THAT = re.compile(r"^(?:that|how|as saying)\s+", re.IGNORECASE)
_LEAST = 2  # letters of a content
_IT_WAS = 12  # characters before a verb in which its passive stands: "it was also"
_PASSIVE = re.compile(r"\b(?:is|was|were|been|being)\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"\s*(?:nothing|no one|nobody)"
    r"(?= (?:about|of|on|to|in|more|else|further|regarding|concerning|for|new|except|but|by|since|at)\b|[.,;]|\s*$)",
    re.IGNORECASE,
)
_REFUSING = re.compile(
    r"(?:\b(?:refus\w+|declin\w+|fail\w+|not|never|without|unable|unwilling)|n['’]t) (?:\w+ )?(?:to )?$",
    re.IGNORECASE,
)
_HEARER = re.compile(r"(?:asked|told|pressed|questioned|informed|pressing)", re.IGNORECASE)
_DECLINING = re.compile(r"(?:\w+ )?(?:declin|refus)(?:es?|ed|ing|al)\b", re.IGNORECASE)
_HEARD = re.compile(
    r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?(?:told|informed|assured|asked)\b", re.IGNORECASE
)
_BARE_CALL = re.compile(
    r"(?:\w+\s+)?(?:wrote|writes|called|phoned|telephoned|rang|met|visited)(?:\s+(?:to|with))?", re.IGNORECASE
)
_OPENERS = frozenset("\"“«„'‘:")
_NEGATED = re.compile(r"(?:\b(?:not|cannot|never|nor|neither)\b|n['’]t\b)", re.IGNORECASE)


def unite(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """The voices of rules and tagger, in the order of their cues."""
    found: list[Voice] = []
    left = list(voices)
    taken: list[Place] = []
    for statement in (_with_whole_source(view, statement) for statement in view.tagged):
        contents = _behind_that(view.text, _own_pieces(view, statement, _tidied(view.text, statement.contents)))
        if not contents:
            continue
        same = _same_voice(left, statement, contents)
        if same is not None:
            seen = left.pop(same)
            if _runs_into_another(view, seen, contents, voices):
                contents = seen.contents
            found.append(_completed(view, items, seen, statement, contents))
        elif (voice := _voice(view, items, statement, contents)) is not None:
            quoted = _quoted_as_saying(left, voice) if voice.nobody else None
            if quoted is not None:
                left.remove(quoted)
                voice = replace(quoted, region=voice.region, direct=voice.direct, contents=contents)
            found.append(voice)
        taken += contents
    found += [voice for voice in left if _stands_alone(voice, taken, found)]
    told = (voice for voice in found if _has_words(view, voice))
    return sorted(told, key=lambda v: v.cue)


def _with_whole_source(view: View, statement: TaggedStatement) -> TaggedStatement:
    """The statement with a source that holds nobody who is only asked about, and the noun of its last name."""
    if statement.source is None:
        return statement
    start, stop = statement.source
    comma = view.text.find(", ", start, stop)
    if comma >= 0 and _ASKED_ABOUT.search(view.text[view.start : start]) is not None:
        start = comma + 2  # "Asked about Dana Mirell, | Tamer Rasil said"
    elif comma >= 0 and _put_between(
        view.text[start:stop], view.text[stop : statement.cue[0]], view.text[statement.cue[1] :][:2]
    ):
        start = comma + 2  # "The four, | relatives of the missing | insist, are alive"
    words = view.text[start:stop].split()
    noun = _ITS_NOUN.match(view.text, stop)
    if noun is not None and words and words[-1][:1].isupper():
        stop = noun.end()  # "the Corvel | agency"
    return replace(statement, source=(start, stop))


def _put_between(source: str, before_cue: str, behind_cue: str) -> bool:
    """Whether a source takes in the first words of what was said, before whoever is put between two commas."""
    second = source.partition(", ")[2]
    plain = second[:1].islower() and ", " not in second and " and " not in second
    return plain and "," not in before_cue and behind_cue == ", "


def _quoted_as_saying(voices: Sequence[Voice], nobodys: Voice) -> Voice | None:
    """Whose words those are that the tagger gives to nobody: "Ruhl was quoted by the Post as telling reporters that ..."."""
    holds = (v for v in voices if v.rule == "was-quoted" and v.speaker is not None)
    return next((v for v in holds if v.region[0] <= nobodys.cue[0] and nobodys.region[1] <= v.region[1] + 1), None)


def _has_words(view: View, voice: Voice) -> bool:
    """Whether a content is more than a loose phrase: no "the", "by Thursday", "On the ministry's side"."""
    words = " ".join(view.text[a:b] for a, b in voice.contents).lower().split()
    if words[:2] in (["to", "speak"], ["to", "represent"], ["to", "be"]) and _CLAIMED.fullmatch(
        view.text[slice(*voice.cue)]
    ):
        return False  # "a man who claimed to speak for the rebels"
    if tells_no_words(view, voice):
        return False
    if _SILENT.match(" ".join(words)) and _TELLS.search(view.text, *voice.cue):
        return False  # "said nothing about the men"
    if not voice.direct and voice.speaker is not None and _puts_down(view, voice, words):
        return False
    if not voice.direct and voice.cited is None and _is_adjunct(view, voice, words):
        return False
    if not words or len(words) > _LOOSE_WORDS or voice.direct or voice.cited is not None:
        return True
    if voice.manner in (Manner.DENIED, Manner.CONFIRMED) and words[0] in ("it", "this", "that"):
        return True
    small = w.DETERMINERS | w.PREPOSITIONS | w.CONJUNCTIONS | w.BE | w.RELATIVES | {"each", "time", "that", "to"}
    if all(word.strip(".,;:'’\"“”") in small for word in words):
        return False
    return words[0] not in _LOOSE_LEADS


def _is_adjunct(view: View, voice: Voice, words: list[str]) -> bool:
    """Whether a content tells when, where or of what something was said: "wrote | back to the commander on 11 April"."""
    if len(voice.contents) != 1 or not words:
        return False
    first = words[0].strip(".,;:")
    if voice.contents[0][1] <= voice.cue[0]:
        return first in _TIMES or " ".join(words[:2]) in ("according to", "in parallel", "a day")
    if voice.manner not in (Manner.SAID, Manner.REPORTED) or first not in _ADJUNCTS:
        return False
    return not any(word.strip(".,;:'’\"“”") in _TELLING_VERBS for word in words)


_TIMES = frozenset(w.split("when earlier later meanwhile afterwards after while"))
_ADJUNCTS = frozenset(
    w.split("about on back in at through over so twice out of from with during after before by again once")
)
_TELLING_VERBS = (
    w.BE
    | (w.MODALS - {"to"})
    | (w.FINITE - w.PREPOSITIONS)
    | frozenset(["has", "had", "have", "that", "whether", "how", "why", "what"])
)


def _puts_down(view: View, voice: Voice, words: list[str]) -> bool:
    """Whether a verb of writing or adding has a mere thing as its object: "wrote pneumonia", "added a tick in pencil"."""
    if (
        _WRITES.fullmatch(view.text[slice(*voice.cue)]) is None
        or "that" in words
        or voice.cue[1] > voice.contents[0][0]
    ):
        return False
    if view.text[voice.cue[1] : voice.contents[0][0]].strip(" \"“'‘") != "":
        return False
    return not any(
        word in w.BE or word in w.MODALS or word in w.FINITE or word in ("has", "had", "have", "to", "how", "why")
        or (word.endswith("ed") and len(word) > 3)
        for word in words
    )  # fmt: skip


_WRITES = re.compile(r"(?:has |had )?(?:wr(?:ote|ites|itten)|add(?:ed|s)|pronounce[sd])", re.IGNORECASE)
_SILENT = re.compile(
    r"(?:nothing|not a word|no word)(?:$| (?:about|of|in|since|on|else|more|further|for|regarding|concerning|new|to (?:me|us|them|him|her|the press))\b)"
)
_TELLS = re.compile(r"\b(?:say|said|tell|told|write|writes|wrote|mention)(?:s|ed)?$", re.IGNORECASE)
_CLAIMED = re.compile(r"(?:who )?claim(?:s|ed|ing)?", re.IGNORECASE)
_LOOSE_WORDS = 4
_LOOSE_LEADS = frozenset(
    w.split("by on in at during after before until since within under near inside outside behind across along")
)


def _own_pieces(view: View, statement: TaggedStatement, contents: tuple[Place, ...]) -> tuple[Place, ...]:
    """Contents without what stands in other sentences unquoted, and without where the report was sent from."""
    begin = sent_from(view)
    told_here = any(view.start <= a < view.stop and view.text[a - 1 : a] not in _OPENERS for a, _ in contents)
    found: list[Place] = []
    for start, stop in contents:
        if view.start <= start < begin:
            start = begin
            if stop - start < _LEAST:
                continue
        if start >= view.stop and _ANOTHERS_TURN.search(view.text, view.stop - 2, start):
            continue
        inside = view.start <= start < view.stop
        quoted = view.text[max(0, start - 1) : start] in _OPENERS or "\ufffc" in view.masked[start:stop]
        if not inside and told_here and (_is_apart(view, start) or not _MARKED.search(view.text, start - 1, stop)):
            continue  # another paragraph's quotation, a turn of an interview
        if start < view.start and view.text[max(0, start - 4) : start - 1].rstrip().endswith(":"):
            continue  # words that somebody before was named for
        if inside or quoted or not any(view.start <= a < view.stop for a, _ in contents):
            found.append((start, stop))
    plain = [place for place in found if not _DESCRIBES.match(view.text, place[0])]
    found = plain or found  # "a spokesman for the Brigades, | which hold the seven, | said"
    many = [place for place in found if " " in view.text[slice(*place)]]
    return tuple(many or found)  # a word alone beside a whole clause is a slip


def _is_apart(view: View, at: int) -> bool:
    """Whether another paragraph than the sentence's begins between it and a place."""
    between = view.text[at : view.start] if at < view.start else view.text[view.stop : at]
    return "\n" in between.strip(" ") or (at >= view.stop and view.text[view.stop - 1] == "\n")


_MARKED = re.compile("[\"“«„'‘]")


def _behind_that(text: str, contents: tuple[Place, ...]) -> tuple[Place, ...]:
    """Contents without a phrase of the reporter's before their "that": "promised | in the summer that | each ..."."""
    if len(contents) < 2:
        return contents
    between = text[contents[0][1] : contents[1][0]].strip(' "“”,')
    phrase = text[slice(*contents[0])].split(maxsplit=1)[0].lower()
    return contents[1:] if between == "that" and phrase in w.PREPOSITIONS else contents


_ANOTHERS_TURN = re.compile(
    r"\n(?:[\[(]?\d{1,2}[:.]\d\d)?[^\n:a-z]*\b[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}(?: ?\([^)\n]{1,48}\))?:"
)
_DESCRIBES = re.compile(r"(?:which|whose|who) (?!(?:of|one|is|was|will|would|has|had|can|are|were)\b[^,;]*\?)[a-z]")


def _stands_alone(voice: Voice, taken: Sequence[Place], found: Sequence[Voice]) -> bool:
    """Whether what only a rule saw is believed: where the tagger saw nothing, or within what it saw somebody say."""
    if not voice.contents or voice.rule in _KNOWING or voice.relays or voice.cited is not None:
        return True  # what tells of a relay
    if voice.speaker is not None and voice.speaker.kind is ActorKind.MEDIUM:
        return True
    if any(a <= voice.cue[0] and voice.cue[1] <= b for a, b in taken):
        return True
    if any(
        other.rule == "inserted" and a <= voice.cue[0] and voice.cue[1] <= b
        for other in found
        for a, b in other.contents
    ):
        return True  # "The guard told him, he says, that ..."
    if any(
        a <= other.cue[0] and other.cue[1] <= b for a, b in voice.contents for other in found if not other.attitude
    ):
        return True  # within what it says somebody else says something
    return _shared(voice.contents, taken) < 0.2 * _size(voice.contents)


def _tidied(text: str, contents: Sequence[Place]) -> tuple[Place, ...]:
    """Contents without the marks and the "that" around them."""
    found = []
    for start, stop in contents:
        piece = text[start:stop]
        lead = _EDGES.match(piece)
        begin = lead.end() if lead else 0
        that = _THAT.match(piece[begin:])
        if that:
            begin += that.end()
            again = _EDGES.match(piece[begin:])
            begin += again.end() if again else 0
        end = len(piece)
        while end > begin and (piece[end - 1].isspace() or piece[end - 1] in "\"'“”„»‘’`,;:–—-"):
            end -= 1
        if end - begin >= _LEAST:
            found.append((start + begin, start + end))
    return tuple(found)


def _size(places: Sequence[Place]) -> int:
    return sum(b - a for a, b in places)


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _same_voice(voices: Sequence[Voice], statement: TaggedStatement, contents: Sequence[Place]) -> int | None:
    best, found = _SAME, None
    for number, voice in enumerate(voices):
        shared = _shared(voice.contents, contents)
        alike = shared / max(1, _size(voice.contents) + _size(contents) - shared)
        if alike >= best or (voice.cue[0] < statement.cue[1] and statement.cue[0] < voice.cue[1]):
            best, found = max(alike, best), number
    return found


def _completed(
    view: View, items: list[Item], voice: Voice, statement: TaggedStatement, contents: tuple[Place, ...]
) -> Voice:
    """A rule's voice, which knows relays, with the tagger's content and source."""
    if voice.nobody:
        return voice
    source = _source_of(view, items, statement)
    if source is not None and voice.speaker is None and not voice.same_speaker:
        voice = replace(voice, speaker=_actor_at(view, items, source, statement.cue), source=source)
    elif source is not None and voice.speaker is not None and voice.speaker.kind is not ActorKind.PRONOUN:
        fuller = describe(view.text, source)  # "the father, Abdulbari Mansab"; "a statement signed by | Yusuf Kell"
        within = source[0] <= voice.speaker.place[0] < source[1]
        nearer = _stands_nearer(view, source, statement.cue, voice)
        signed = voice.speaker.place[1] <= source[0] < voice.cue[0] and _SIGNED_BY.fullmatch(
            view.text, voice.speaker.place[0], source[0]
        )
        if (
            (fuller.kind is ActorKind.PERSON and within and voice.speaker.kind in _NAMELESS)
            or (signed and fuller.kind not in _NAMELESS)
            or (nearer and fuller.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY, ActorKind.SOURCE))
        ):
            voice = replace(voice, speaker=fuller, source=source)
    shared = _shared(voice.contents, contents)
    alike = shared / max(1, _size(voice.contents) + _size(contents) - shared)
    if voice.direct or not voice.contents or voice.rule in _KNOWING or alike > _NEARLY:
        return voice
    if voice.manner in (Manner.DENIED, Manner.CONFIRMED) and _runs_on(view, voice.contents, contents):
        return voice
    if not shared or _is_cut(view, voice.contents, contents) or _has_adjunct(view, voice.contents, contents):
        return voice
    return replace(voice, contents=contents)


def _runs_on(view: View, own: Sequence[Place], contents: Sequence[Place]) -> bool:
    """Whether a content goes on over when and where somebody denied it: "denied the report | in a statement on Tuesday"."""
    if len(own) != 1 or own[0][0] != contents[0][0] or own[0][1] >= contents[-1][1]:
        return False
    words = view.text[own[0][1] : contents[-1][1]].lower().split()
    return bool(words) and (
        words[0] in ("in", "on", "at", "through", "via", "yesterday", "today") or words[0][-3:] == "day"
    )


def _stands_nearer(view: View, source: Place, cue: Place, voice: Voice) -> bool:
    """Whether a source stands at once before its verb and the rules looked further: "of the Column, that its doctor | told"."""
    speaker = voice.speaker
    if speaker is None or speaker.place[1] > source[0] or voice.rule in _KNOWING or voice.same_speaker:
        return False
    if voice.rule == "set-phrase" and view.text[slice(*cue)].startswith("to "):
        return False  # "telephoned | the mayor to say"
    between = view.text[source[1] : cue[0]].lower().split()
    if (
        led := _LED.search(view.text, max(view.start, speaker.place[1]), source[0])
    ) is not None and "," not in led.group():
        return False  # "drivers returning from the north | said"
    return source[1] <= cue[0] and all(word in w.AUXILIARIES or word.endswith("ly") for word in between)


_LED = re.compile(rf" (?:[a-z]+(?:ing|ed) )(?:{'|'.join(sorted(w.PREPOSITIONS))}) $")
_SIGNED_BY = re.compile(
    r"(?:\w+ ){0,2}(?:statement|letter|message|note|memo|text|reply|post|release|communiqu[eé]|recording)s? "
    r"(?:(?:signed|issued|sent|written|posted|put out|released|published|read(?: out)?) )?(?:by|from|of) (?:the )?",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(r"[\"”’']?,\s+(?:while|whereas|although)\b")


def _runs_into_another(view: View, voice: Voice, contents: Sequence[Place], voices: Sequence[Voice]) -> bool:
    """Whether a content goes on over another's cue, where the rules end it: "..., whereas the Front maintains ..."."""
    if len(contents) == len(voice.contents) == 1 and voice.contents[0][1] < contents[0][1]:
        if _OTHER_CLAUSE.match(view.text, voice.contents[0][1]):
            return True
    if len(contents) != 1 or len(voice.contents) != 1 or voice.contents[0][0] > contents[0][0] + 6:
        return False
    start, stop = voice.contents[0][1], contents[0][1]
    return any(start <= v.cue[0] and v.cue[1] <= stop for v in voices if v is not voice and v.speaker and v.contents)


def _has_adjunct(view: View, own: Sequence[Place], contents: Sequence[Place]) -> bool:
    """Whether a content begins with a phrase that the rules stepped over: "promised | in his sermon | to walk there"."""
    if len(own) != 1 or len(contents) != 1 or not contents[0][0] < own[0][0] < contents[0][1]:
        return False
    before = view.text[contents[0][0] : own[0][0]].lower().split()
    led = view.text[own[0][0] : own[0][0] + 3].lower() == "to " or before[-1:] == ["that"]
    return led and bool(before) and before[0] in w.PREPOSITIONS


_LEADS_ON = ("that", "and", "but", "to", "for", "of", "him", "her", "them", "us", "me", "as", "how", "about")


def _is_cut(view: View, whole: Sequence[Place], part: Sequence[Place]) -> bool:
    """Whether a content breaks off inside a clause that goes on: no mark, and no word that may open another."""
    stop, end = part[-1][1], whole[-1][1]
    if len(whole) > 1 or len(part) > 1 or stop > end or part[0][0] < whole[0][0]:
        return False
    before = view.text[whole[0][0] : part[0][0]].rstrip("\"“”’' ")
    if before and before[-1] not in ",;:—–" and not before.endswith(_LEADS_ON):
        return True  # "A man who was freed on Feb. | 21 rang her"
    following = view.text[stop:end].lstrip("\"”’'").split(maxsplit=1)
    if not following or view.text[stop : stop + 1] in ",;:—–.":
        return False
    first = following[0].strip(",.;:").lower()
    if first in ("and", "or") and len(following) > 1 and view.text[part[0][0] : part[0][1]].startswith("to "):
        return following[1].split(maxsplit=1)[0].lower() not in w.SAYING  # "to walk there himself and ask for them"
    return first not in _MAY_FOLLOW


_MAY_FOLLOW = (
    w.CONJUNCTIONS
    | w.RELATIVES
    | frozenset(w.split("when where if that as than after before during amid since despite following at on"))
)


_ACTS_TOO = frozenset(["agreed", "agrees", "agree", "undertaken"])
_AGREED_TO = re.compile(r" (?:[\w-]+ ){0,2}to ")
_KNOWING = frozenset(["told-by", "was-quoted", "cites", "according-to", "own-knowledge", "inserted", "naming"])


def _source_of(view: View, items: list[Item], statement: TaggedStatement) -> Place | None:
    """The source, made whole where only its article or preposition was seen: "the", of "the reply said"."""
    if (owner := _owner_of(view, items, statement)) is not None:
        return owner
    if statement.source is None:
        return _beside(view, items, statement.cue)
    source = trimmed(view.text, statement.source)
    low = view.text[slice(*source)].lower()
    if low in _LED_BY:
        led = (item for item in items if item.actor is not None and 0 < item.start - source[1] <= _GAP)
        return next(((item.start, item.stop) for item in led), None)
    if low not in _ARTICLES:
        return source
    rest = view.text[source[1] : statement.cue[0]].rstrip() if source[1] < statement.cue[0] else ""
    words = rest.split()
    if low in w.OWNED_BY and _OWN_WORD.fullmatch(view.text, *statement.cue) and _OWN_QUALITY.fullmatch(rest):
        return source  # "..., was his only comment"
    return (source[0], source[1] + len(rest)) if 0 < len(words) < 6 and "," not in rest else None


def _beside(view: View, items: list[Item], cue: Place) -> Place | None:
    """Whoever stands right before a finite verb, or behind its "by", where the tagger has seen no source."""
    first = next((k for k, item in enumerate(items) if item.stop > cue[0]), len(items))
    last = next((k for k in range(first, len(items)) if items[k].start >= cue[1]), len(items))
    if last + 1 < len(items) and items[last].low in _LED_BY | {"of"} and items[last + 1].actor is not None:
        return items[last + 1].start, items[last + 1].stop  # "The reply | of the Regiment", "has it | from the clerk"
    if first < len(items) and items[first].low not in w.SAYING:
        return None
    k = first - 1
    while k >= 0 and (is_adverb(items[k]) or items[k].low in ("has", "had", "have")):
        k -= 1
    passive = k >= 0 and items[k].low in w.BE
    if passive and last + 1 < len(items) and items[last].low == "by" and items[last + 1].actor is not None:
        return items[last + 1].start, items[last + 1].stop
    if k < 0 or passive or items[k].actor is None or (k and items[k - 1].low in w.PREPOSITIONS):
        return None
    return items[k].start, items[k].stop


_ASKED_ABOUT = re.compile(r"\b(?:asked|questioned|pressed|quizzed)(?: \w+)? (?:about|on|over) $", re.IGNORECASE)
_ITS_NOUN = re.compile(r" (?:agency|ministry|council|brigade|front|movement|committee|party|paper|daily|radio)\b")
_LED_BY = frozenset(["by", "from"])
_GAP = 5  # letters between a preposition and whom it leads to: " the "


def _owner_of(view: View, items: list[Item], statement: TaggedStatement) -> Place | None:
    """Whose word a noun tells of: "He passed on the Front's | reply to the mine: no list"."""
    if _OWN_WORD.fullmatch(view.text, *statement.cue) is None:
        return None
    whose = _POSSESSED.search(view.text, max(view.start, statement.cue[0] - 80), statement.cue[0])
    if whose is None:
        return None
    if whose["pronoun"] is not None:  # "had given his word": whoever gave it is named before
        own = statement.source is None or view.text[slice(*statement.source)].lower() in w.OWNED_BY
        return whose.span("pronoun") if own else None
    item = next((i for i in items if i.actor is not None and i.start < whose.end("mark") <= i.stop + 2), None)
    if item is None or item.start > whose.start("mark"):
        return None
    return item.start, whose.start("mark")


_POSSESSED = re.compile(
    r"(?:\b(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|\w(?P<mark>['’]s|(?<=s)['’]))"
    r"(?: (?:own|only|sole|one|first|last|latest|final|next|whole|entire|curt|short|brief|full|further|second|written|angry))* $"
)
_OWN_WORD = re.compile(
    r"(?:answer|reply|response|comment|remark|message|word|words|verdict|explanation|advice|promise|warning|claim|"
    r"undertaking|notes?|diary|telling|description|retort|refrain|conclusion|account|version|line|plea|request|demand|statement|complaint|greeting)s?\b.*",
    re.IGNORECASE,
)
_OWN_QUALITY = re.compile(
    r"(?: ?(?:only|sole|one|own|first|last|latest|final|next|whole|entire|curt|short|brief|full|dry|"
    r"further|second|written|angry|only other|\w+ed|\w+ing))*"
)
_ARTICLES = frozenset(w.split("the a an this that these those his her its their some"))


def _says_nothing(view: View, statement: TaggedStatement, contents: Sequence[Place]) -> bool:
    """Whether the content is no words: "told it otherwise", "rejected this", "asked not to be named", "asked by"."""
    words = " ".join(view.text[a:b] for a, b in contents)
    after = view.text[statement.cue[1] : statement.cue[1] + 4]
    verb = view.text[slice(*statement.cue)].lower().rpartition(" ")[2]
    return is_empty(words, verb) or (after == " by " and bool(_ASKED.search(view.text[slice(*statement.cue)])))


_ASKED = re.compile(r"\b(?:asked|pressed|questioned|approached|reached|contacted|told|informed)$", re.IGNORECASE)


def _is_bare_noun(view: View, statement: TaggedStatement, contents: Sequence[Place]) -> bool:
    """Whether the cue is a noun that nobody utters: "has produced a promise of corridors", "signed a pledge of ..."."""
    cue = view.text[slice(*statement.cue)].lower().split()
    if not cue or cue[0] not in _NOUNS or view.text[statement.cue[1] : contents[0][0]].strip() in (":", "that"):
        return False
    before = view.text[view.start : statement.cue[0]].rstrip().rpartition(" ")[2].lower()
    if before.endswith(("'s", "’s", "s'", "s’")) or before in ("his", "her", "its", "their", "my", "our"):
        return False
    return before in w.DETERMINERS | {"no", "any", "such"} or len(before) == 0 or before[:1].isalpha()


_NOUNS = frozenset(
    w.split(
        "promise promises pledge pledges threat threats demand demands talk talks claim claims report reports call calls "
        "answer answers reply replies request requests offer offers appeal appeals order orders vow vows guarantee "
        "guarantees letter letters question questions comment comments remark remarks warning warnings accusation "
        "accusations charge charges protest protests mention account accounts list lists news notice signs sign"
    )
) - frozenset(w.split("claims reports calls answers replies demands vows offers"))
_NAMELESS = (ActorKind.ROLE, ActorKind.OTHER)


def _before_clause(items: list[Item], at: int, cue: Place) -> Actor | None:
    """Whom the clause describes whose subject is the actor at `at`, where the cue stands behind its verb."""
    if at < 2 or items[at - 1].low not in ("whom", "which") or items[at].stop > cue[0]:
        return None
    verb = next((i for i in items[at + 1 :] if not is_adverb(i)), None)
    before = items[at - 3 if items[at - 2].low in w.PREPOSITIONS and at > 2 else at - 2].actor
    return before if verb is not None and verb.start < cue[0] else None


def _actor_at(view: View, items: list[Item], source: Place, cue: Place) -> Actor:
    """The actor that the sentence has there, if he takes in the whole source; else whom the source itself names."""
    low = view.text[slice(*source)].lower()
    if low in w.OWNED_BY:
        head = w.OWNED_BY[low]
        return Actor(source, head, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    for at, item in enumerate(items):
        if item.start == source[0] and (whom := _before_clause(items, at, cue)) is not None:
            return whom  # "A trader to whom we played it | objected"
        if (
            item.start == source[0]
            and item.low in w.RELATIVES | {"that"}
            and (whom := antecedent(items, at)) is not None
        ):
            return whom
        owns = view.text[source[1] : item.stop][:1] in ("'", "’")  # "the mayor | 's own"
        if item.actor is not None and item.start <= source[0] and source[1] <= item.stop and not owns:
            if item.start < source[0] and _ASKED_ABOUT.search(view.text[view.start : item.start]) is not None:
                break  # "Asked about | Dana Mirell, Tamer Rasil | said": two, not one
            return item.actor
    return describe(view.text, source)


_DISCUSSED = re.compile(
    r"(?:\w+ )?(?:discuss(?:es|ed|ing)?|touched (?:on|upon)|exchanged|answered|acknowledged receipt(?: of)?|ask(?:s|ed)? about|"
    r"inquired about|enquired about|spoke about|talked about|reviewed)",
    re.IGNORECASE,
)
_THAT_BEFORE = re.compile(r"(?:\bthat|\bhow|[:“\"‘'«]) ?$")


_STANCE = re.compile(  # what somebody thinks, feels, learns or means to do: no words of his ("fears that", "has learnt that")
    r"\b(?:fear|worr|suspect|hop(?:e|ed|es|ing)\b|(?<!no )doubt|alarm|convinc|believ|wish|want|learn|kn[eo]w(?!n\b)|avail|think|thought|expect|fe[el]l|"
    r"s[ea][ew]\b|s[ea]e[ns]\b|hear|decid|plan|dream|pray|found|find|sure|aware|confident|afraid|glad|sorry|anxious|optimis|intend|intent|aim|"
    r"support|oppos|favou?r|prefer|long(?:s|ed|ing)\b|yearn|crave|dread|trust|mistrust|distrust|rel(?:y|ied|ies)|count(?:s|ed|ing)? on|"
    r"look(?:s|ed|ing)? forward|await|wait|resent|mourn|griev|approv|disapprov|welcom|appreciat|admir|hat(?:e|es|ed)\b|love|like[ds]?\b|"
    r"dislike|mind[sed]*\b|care[sd]?\b|need|seek|sought|strive|tr(?:y|ies|ied)\b|consider|ponder|contemplat|weigh|mull|assum|presum|suppos|imagin|"
    r"guess|figured|(?<!be )understood|understand|forget|forgot|reckon|judg|regard|deem|view|agree(?:s|d)?$|disagree|accept|toler|mean[st]?\b|"
    r"eager|keen|willing|ready|prepared|determined|resolved|inclined|happy|relieved|angry|furious|bitter|tired|ashamed|proud|"
    r"persuad|certain|puzzl|wonder(?:s|ed)?$)\w*",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(
    r"(?:not|never|n['’]t) (?:be |been )?(?:den(?:y|ied)|disputed?|exclude[ds]?|discount(?:ed)?|rul(?:e|ed) out|conceal(?:ed)?|hid(?:e|den)?)\b",
    re.IGNORECASE,
)


def _fills(content: Place, quote: Quotation) -> bool:
    """Whether a content is the quotation or its beginning, not something told inside it."""
    return content[0] <= quote.inner_start + 2 or 2 * (content[1] - content[0]) > quote.inner_stop - quote.inner_start


_IN_IT = re.compile(
    r" (?:there|therein|in (?:the|this|that|it)(?: same)?(?: (?:paper|summary|statement|note|letter|document|text|communiqu[eé]|message|"
    r"report|bulletin|memo|reply|answer))?)\b,?",
    re.IGNORECASE,
)


def _voice(view: View, items: list[Item], statement: TaggedStatement, contents: tuple[Place, ...]) -> Voice | None:
    cue_words = view.text[slice(*statement.cue)].lower().split()
    manner = next((manner for word in cue_words if (manner := w.manner_of(word.strip(",.;:"))) is not None), None)
    if cue_words and cue_words[-1] in _ACTS_TOO and not _AGREED_TO.match(view.text, statement.cue[1]):
        manner = None  # "is agreed for July", "searches undertaken since": nobody's promise
    speech = manner is not None or _STANCE.search(view.text, *statement.cue) is None
    source = _source_of(view, items, statement)
    cue = view.text[slice(*statement.cue)]
    before = view.text[max(0, statement.cue[0] - 24) : statement.cue[0]]
    if _HEARD.search(cue) and not view.text[: statement.cue[1] + 4].endswith(" by"):
        return None  # being told is no statement of the one who hears
    opens = view.text[max(0, contents[0][0] - 2) : contents[0][0]].strip() in _OPENERS
    if _BARE_CALL.fullmatch(cue) and not opens and " that " not in view.text[slice(*contents[0])]:
        return None  # "wrote to the Directorate", "called its office": that, not what, was said
    if not opens and _DISCUSSED.fullmatch(cue) and not (_THAT_BEFORE.search(view.text[: contents[0][0]][-8:])):
        return None  # "discussed the follow-up", "answered the letter", "asks about the dog"
    if _says_nothing(view, statement, contents) or (not opens and _is_bare_noun(view, statement, contents)):
        return None
    # "did not say", "declined to confirm", "mentioned nothing about": a stance, not words
    withheld = cue.lower().startswith("to ") or bool(
        (_NEGATED.search(cue) and not _NOT_DENIED.search(cue))
        or _DECLINING.match(cue)
        or _REFUSING.search(before)
        or (not opens and _NOTHING.match(view.text, *contents[0]))
    )
    if source is not None and view.text[slice(*source)].lower() in ("it", "there") and _PASSIVE.search(cue):
        source = None  # "it was also noted that": by nobody who is named
    speaker = _actor_at(view, items, source, statement.cue) if source else None
    if speaker is None and (
        _HEARER.fullmatch(cue) or (cue_words[:1] and cue_words[0] in w.PLAIN_SAYING | {"ask", "call"})
    ):
        return None  # "Asked in the House whether ...", "and to ask for ...": nobody's words
    lead = view.text[statement.cue[1] : contents[0][0]]
    in_it = (
        speaker is None
        and _PASSIVE.search(view.text, max(view.start, statement.cue[0] - _IT_WAS), statement.cue[1]) is not None
        and (_IN_IT.match(lead) is not None or goes_on_in_text(view))
    )
    hull = (min(a for a, _ in contents), max(b for _, b in contents))
    direct = view.text[max(0, contents[0][0] - 1) : contents[0][0]] in ("“", "«", '"', "„") or any(
        q.inner_start <= contents[0][0] + 1 and contents[0][1] <= q.inner_stop + 1 and _fills(contents[0], q)
        for q in view.quotes
    )
    return Voice(
        statement.cue,
        manner or Manner.SAID,
        speaker,
        hull,
        direct,
        contents=contents,
        rule=IN_IT if in_it else "tagger",
        source=source,
        nobody=speaker is None,
        attitude=withheld or (not speech and not direct),
    )
