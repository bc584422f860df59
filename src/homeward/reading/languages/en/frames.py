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
_MADE = r"(?:translat(?:ed|ion)|transcri(?:pt|bed|ption)|excerpts?|extracts?|summary|full text|text|recording|report|monitored|rendered|abridged|reprinted|reproduced|adapted|taken)"
# "(Translated from the Sennari newspaper Al-Mizan of 25 October)", "Text of report by Radio Nile on 5 June"
_FROM = re.compile(
    rf"^\W*(?:unofficial |our |full |rough |working |abridged |edited )*{_MADE}(?: (?:of|and) (?:an? |the )?(?:report|broadcast|interview|article|item|"
    r"commentary|excerpts?|programme|program|news item|recording|statement|bulletin|despatch|dispatch|[a-z-]+ (?:news|broadcast|bulletin)))*"
    r"(?: (?:carried|published|broadcast|aired|in [A-Z]\w+))*(?: (?:from the [A-Z]\w+(?=,? )))?,? (?:from|by|in|on|of) (?P<by>[^.\n]{3,110}?)\W*$",
    re.IGNORECASE,
)
# "Radio Nile (in Sarnic, 1800 gmt 6 February), text of report:"
_HEAD = re.compile(
    r"^\W*(?P<by>[A-Z][^,(:;.\n]{2,60}?)\s*[,(:;.][^\n]*\b(?:text of|excerpts?|extracts?|summary|transcript|monitored|gmt|evening (?:news|programme|program|bulletin)|"
    r"morning (?:news|programme|program|bulletin)|noon (?:news|bulletin)|news bulletin|broadcast|recorded off air)\b[^\n]*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"[,(]? ?(?:(?:of|on|for|dated|issue of|edition of) )?(?:the )?(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?\W*$",
    re.IGNORECASE,
)


def frame_of(text: str, parts: Sequence[Paragraph]) -> tuple[int, Actor] | None:
    """The paragraph that says so and the medium through which what is said behind it came."""
    for number, part in enumerate(parts[:_FIRST]):
        line = text[part.start : part.stop]
        if len(line) > _LONGEST:
            return None
        match = _FROM.match(line) or _HEAD.match(line)
        if match is None or _tells(line):
            continue
        by = _DATE.sub("", match["by"])
        if all(word.lower() in _TITLES for word in re.findall(r"[\w’']+", by)):
            continue  # "MORNING PRESS REVIEW, Thursday 8 May": what the document itself is
        start = part.start + match.start("by")
        actor = describe(text, (start, start + len(by)))
        named = actor.kind is ActorKind.OTHER and all(x[:1].isupper() for x in actor.name.split() if len(x) > 3)
        if actor.attribution is Attribution.NAMED and (actor.kind is ActorKind.MEDIUM or named):
            return number, replace(actor, kind=ActorKind.MEDIUM)
    return None


def _tells(line: str) -> bool:
    """Whether a line is a sentence rather than a heading: it has a verb of its own."""
    words = re.findall(r"[\w’']+", line.lower())
    return any(word in w.BE or word in ("said", "says", "told", "has", "had", "have") for word in words)
