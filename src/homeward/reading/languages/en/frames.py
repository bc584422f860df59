"""Documents that pass on what one medium told, in English: "Radio Nile, evening news, 5 June. Excerpts."

In: a text with its paragraphs. Out: the medium through which all that is said in it came, and from which paragraph on.
Leaves to others: digests whose items name their media one by one (`homeward.reading.layout`), chains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.segment import Paragraph
from homeward.records import Attribution

_TITLES = frozenset(
    w.split(
        "the a an our this today's today’s tonight's tonight’s morning midday noon lunchtime afternoon evening night nightly late early "
        "daily weekly monthly hourly press media news review digest roundup round-up summary bulletin programme program edition "
        "headlines papers newspapers what say feed live watch special world home foreign one two three four five six seven eight nine ten "
        "eleven twelve o'clock o’clock on at of and in from for hour clock report reports monitor desk briefing extracts excerpts transcript text"
    )
)
_FIRST = 3  # paragraphs among which such a line stands
_LONGEST = 220
_MADE = r"(?:interview given|interview|cutting|clipping|printout|translat(?:ed|ion)|transcri(?:pt|bed|ption)|excerpts?|extracts?|summary|full text|text|recording|report|monitored|rendered|abridged|reprinted|reproduced|adapted|taken)"
# "(Translated from the Sennari newspaper Al-Mizan of 25 October)", "Text of report by Radio Nile on 5 June"
_FROM = re.compile(
    rf"^\W*(?:press |unofficial |our |full |rough |working |abridged |edited )*{_MADE}(?: (?:of|and) (?:an? |the )?(?:report|broadcast|interview|article|item|"
    r"commentary|excerpts?|programme|program|news item|recording|statement|bulletin|despatch|dispatch|[a-z-]+ (?:news|broadcast|bulletin)))*"
    r"(?: (?:carried|published|broadcast|aired|in [A-Z]\w+))*(?: (?:from the [A-Z]\w+(?=,? )))?,? ?(?:from|by|in|on|of|(?<=given) to|(?<=interview) with|(?<=cutting),|(?<=clipping),) (?P<by>[^.\n]{3,110}?)\W*$",
    re.IGNORECASE,
)
# "Radio Nile (in Sarnic, 1800 gmt 6 February), text of report:"
_HEAD = re.compile(
    r"^\W*(?P<by>[A-Z][^,(:;.\n]{2,60}?)\s*[,(:;.][^\n]*\b(?:text of|excerpts?|extracts?|summary|transcript|monitored|gmt|evening (?:news|programme|program|bulletin)|"
    r"morning (?:news|programme|program|bulletin)|noon (?:news|bulletin)|news bulletin|broadcast|recorded off air)\b[^\n]*$",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r" (?:broadcast|bulletin|report|item|article|dispatch|programme|program|interview|news item|story)$"
)
_DATE = re.compile(
    r"[,(]? ?(?:(?:of|on|for|dated|issue of|edition of) )?(?:the )?(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?\W*$",
    re.IGNORECASE,
)


# "Monitoring digest: state radio, 19:00", "From the press: Nile Herald, 4 June"
_LABEL = re.compile(
    r"^\W*(?P<label>[A-Za-z][A-Za-z’' -]{3,40}): ?(?P<by>[^,:;()\n]{3,50}?)(?P<rest>(?:[,;(][^\n]*)?)$",
)
_LABELS = _TITLES | frozenset(
    w.split(
        "monitoring monitored source sources via listening log radio broadcast broadcasts foreign arabic russian heard picked up media watch"
    )
)
_PASSES_ON = frozenset(
    w.split(
        "monitoring monitored monitor press media digest source sources via from summary transcript extracts excerpts review text listening broadcast broadcasts"
    )
)
_WHEN = re.compile(
    r"^[\W\d]*(?:(?:gmt|hrs|hours|h|a\.?m|p\.?m|local time|page|p|no|issue|in [A-Z]\w+)\b[\W\d]*)*$", re.IGNORECASE
)
# who put it into these words: "Interlan translation of", "Translated by the embassy from", ", translated by Interlan"
_PUT_BY = re.compile(
    r"^\W*(?P<head>(?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z])[\w’'-]*){0,3}?)(?:['’]s)? (?:translation|transcript|summary|monitoring|rendering|digest) of |"
    r"(?:translated|prepared|supplied|transcribed|summari[sz]ed|monitored|recorded|provided|circulated|distributed|forwarded|abridged|made|put into \w+)"
    r"(?: (?:into|for|in|to) [\w’' ]{2,30}?)?,? by (?:the |an? )?(?P<by>[^,;.()\n]{3,60}?)(?= from |[,;.()\n]|$)",
    re.IGNORECASE,
)


def frame_of(text: str, parts: Sequence[Paragraph]) -> tuple[int, tuple[Actor, ...]] | None:
    """The paragraph that says so and the media, mostly one, through which what is said behind it came."""
    for number, part in enumerate(parts[:_FIRST]):
        line = text[part.start : part.stop]
        if len(line) > _LONGEST:
            return None
        put = _PUT_BY.search(line)
        part_of = "" if put is None else "head" if put["head"] else "by"
        plain = line
        if put is not None:  # the line without them, letter for letter
            begin, end = put.span("head") if put["head"] else put.span()
            plain = line[:begin].rstrip(", ").ljust(begin) + " " * (end - begin) + line[end:]
        match = _FROM.match(plain.rstrip()) or _HEAD.match(plain.rstrip()) or _labelled(plain.rstrip())
        if match is None or _tells(line):
            continue
        by = _PIECE.sub("", _DATE.sub("", match["by"]))
        if all(word.lower() in _TITLES for word in re.findall(r"[\w’']+", by)):
            continue  # "MORNING PRESS REVIEW, Thursday 8 May": what the document itself is
        start = part.start + match.start("by")
        actor = describe(text, (start, start + len(by)))
        named = (
            match.re is not _LABEL
            and actor.kind is ActorKind.OTHER
            and all(x[:1].isupper() for x in actor.name.split() if len(x) > 3)
        )
        if actor.attribution is Attribution.NAMED and (actor.kind is ActorKind.MEDIUM or named):
            return number, (replace(actor, kind=ActorKind.MEDIUM), *_put_by(text, part, put, part_of))
        if actor.kind is ActorKind.MEDIUM and match.re is _LABEL:
            return number, (actor, *_put_by(text, part, put, part_of))
    return None


def _labelled(line: str) -> re.Match[str] | None:
    match = _LABEL.match(line)
    label = re.findall(r"[\w’']+", match["label"].lower()) if match is not None else []
    if match is None or not _PASSES_ON.intersection(label) or not all(word in _LABELS for word in label):
        return None
    return match if _WHEN.match(_DATE.sub("", match["rest"])) else None


def _put_by(text: str, part: Paragraph, put: re.Match[str] | None, name: str) -> tuple[Actor, ...]:
    if put is None:
        return ()
    actor = describe(text, (part.start + put.start(name), part.start + put.end(name)))
    return (actor,) if actor.kind is not ActorKind.PRONOUN else ()


def _tells(line: str) -> bool:
    """Whether a line is a sentence rather than a heading: it has a verb of its own."""
    words = re.findall(r"[\w’']+", line.lower())
    return any(word in w.BE or word in ("said", "says", "told", "has", "had", "have") for word in words)
