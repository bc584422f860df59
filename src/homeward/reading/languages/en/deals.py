"""Promises in English that no verb of promising tells: what a deal provides, whose word was brought, what is turned down.

In: the clauses of a sentence. Out: `RawEvent`s of kind commitment.
Leaves to others: verbs of promising and plain futures (`promises`), and whether the people looked for are concerned.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.parties import is_party, owner_of, party_of
from homeward.reading.languages.en.promises import commitment, content_end
from homeward.reading.languages.language import Actor, RawEvent

# A paper that binds, and what such papers do.
_DEAL = (
    r"(?:agreements?|deals?|accords?|protocols?|memorand(?:um|a)|treaty|truce|ceasefire|settlement|arrangement|understandings?|compromise|"
    r"articles? \w+|clause \w+|annex(?: \w+)?|roadmap|road map|compact|pact|terms|text|paper|draft|document)"
)
_PROVIDES = (
    r"(?:provid(?:es|ed|ing) (?:for|that)|stipulat(?:es|ed|ing)(?: that)?|fores(?:ees|aw|eeing)|envisag(?:es|ed|ing)|oblig(?:es|ed|ing)|"
    r"obligat(?:es|ed|ing)|binds|bound|commits|committed|requir(?:es|ed|ing)|calls? for|called for|sets? out|lays? down|laid down|prescribes|"
    r"specif(?:ies|ied|ying)(?: that)?|includ(?:es|ed|ing)|guarante(?:es|ed)|promis(?:es|ed)|allows? for|allowed for|covers|contains)"
)
_FUTURE = r"(?:will|shall|would|should|must|may|is to|are to|was to|were to|be)"
# What can be granted for people who are held.
HELP = (
    r"(?:releases?|returns?|hand-?overs?|freeing|freedom|exchanges?|swaps?|evacuation|repatriation|transfer|visits?|access|proof(?: of life)?|lists?|"
    r"answers?|reply|calls?|letters?|parcels?|passage|conduct|treatment|safety|liv(?:es|ing)|life|doctors?|search|remains|bod(?:y|ies)|names|"
    r"news|word|meeting|trial|photographs?|recordings?|video|mercy|clemency|pardon|amnesty|bail)"
)
_GRANTED = r"(?:releases?|returns?|hand-?overs?|freedom|exchanges?|swaps?|evacuation|visits?|access|proof of life|calls?|passage|doctors?|pardon|amnesty|bail)"
_FREES = r"(?:frees?|releases?|lets?|hands?|returns?|sets?|sends?|brings?|gives?|shows?|exchanges?|swaps?|delivers?|allows?|goes?|go|come|comes|walks?)"
_HELPED = (
    r"(?:free|release|hand over|let|return|set|send|bring|give(?: up| back)?|show|exchange|swap|deliver|allow|permit|spare|produce|publish|admit|"
    r"repatriate|evacuate|receive|discuss an exchange|consider)"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|demand\w*|ask\w*|want\w*|seek\w*|sought|call(?:s|ed|ing)? for|wait\w*|hop(?:e|es|ed|ing)|need\w*|should|must|wish\w*|"
    r"propos\w+|appeal\w*|urg\w+|without|lack\w*|expect\w*|no longer|claim\w*)\b[^,;:]{0,50}$",
    re.IGNORECASE,
)
_SORTS = (
    ("a deal", False, rf"\b{_DEAL}\b[^.;:!?]{{0,70}}? (?:also |further |in turn )?{_PROVIDES} (?P<what>[^.;!?]{{4,200}})"),
    ("a deal", False, rf"\b{_DEAL}\b(?:,[^.;,]{{3,40}},)? (?:says|states|has it|reads|said|stated)(?: that)? (?P<what>[^.;!?]{{3,80}}? {_FUTURE} [^.;!?]{{3,120}})"),
    ("a deal", False, rf"\b{_DEAL}\b(?:,[^.;,]{{3,40}},)? has (?P<what>(?P<by>(?:the |an? )?[\w’'-]+(?: [\w’'-]+){{0,3}}?) (?:releasing|freeing|handing|returning|letting|giving|sending|exchanging)\b[^.;!?]*)"),
    ("a deal", False, rf"\b(?:under|by|in|according to|as part of|in line with|in keeping with) (?:the |an? |this |that |its |their )?(?:[\w’'-]+ ){{0,4}}?{_DEAL}\b[^.;:,!?]{{0,60}}, "
     rf"(?P<what>(?P<by>[^.;:,!?]{{2,60}}?) (?:(?:will|shall|would|must|is to|are to|was to|were to) |{_FREES} )[^.;!?]*)"),
    ("agreed that", False, rf"\b(?:agreed|arranged|settled|decided|understood|resolved|laid down|a condition)(?: [\w’'-]+){{0,4}}? that (?P<what>[^.;!?]{{3,80}}? {_FUTURE} [^.;!?]{{3,160}})"),
    ("somebody's word", False, r"(?P<noun>\b(?:promise|pledge|vow|oath|undertaking|assurance|guarantee|commitment|word(?: of honou?r)?|offer|consent|agreement)s?\b)"
     r"(?:,[^.;:,!?]{3,60},)?(?: (?:from|by|of|made by|given by) (?P<by>[^.;:,!?]{2,50}?))?(?:,[^.;:,!?]{3,60},)?"
     rf"(?: (?:is|was|were|are|has been|had been) (?:only )?(?:to|that)| (?:not to|to)|: | that(?=[^.;!?]{{2,90}} {_FUTURE} )| (?:of|on)(?=(?: [\w’'-]+){{0,4}}? {HELP}\b)) ?(?P<what>[^.;!?]{{5,200}})"),
    ("is ready to", False, rf"\b(?:declar\w+|pronounc\w+|show\w*|said|says|profess\w*) (?:itself|himself|herself|themselves|to be|he was|it was|she was|they were|it is|they are) "
     rf"(?:ready|willing|prepared|disposed) (?P<what>to {_HELPED}\b[^.;!?]*)"),
    ("agrees to a thing", False, rf"\b(?:agreed|agrees|assent(?:ed|s)|consent(?:ed|s)|committed (?:itself|himself|herself|themselves)|commits itself)(?: in principle| in writing)? to (?P<what>(?:an? |the |his |her |their |two |three )?(?:[\w’'-]+ )?{HELP}\b[^.;!?]*)"),
    ("turned down", True, rf"\b(?:ruled out|rules out|rule out|ruling out|reject(?:s|ed)|turned down|turns down|refus(?:es|ed|ing)|rebuff(?:s|ed)|dismiss(?:es|ed)|declined|denied) "
     rf"(?P<what>(?:(?:an?|the|any|all|every|another|his|her|their|its) )?(?:(?!to\b)(?:(?!to\b)[\w’'-]+ ){{0,3}}?{_GRANTED}|(?:[\w-]+ )?(?:requests?|demands?|appeals?|pleas?|proposals?|calls?) (?:that|for|to)|(?:releasing|freeing|exchanging|handing|letting|returning|showing))\b[^.;!?]*)"),
    ("turned down", True, r"\b(?:refus|declin)(?:es|ed|ing|e) (?P<what>to (?:release|free|hand over|let|return|exchange|swap|spare|show|allow|permit|admit|send|bring)\b[^.;!?]*)"),
    ("turned down", True, r"(?P<what>\b(?:an?|the|any|his|her|their|our|its|every|all) (?:[\w-]+ )?(?:requests?|demands?|appeals?|pleas?|proposals?) (?:that|for|to)\b[^.;!?]{5,120}?) (?:was|were|has been|had been|have been) (?:turned down|rejected|refused|rebuffed|dismissed|declined|denied)\b"),
    ("stays", True, r"(?P<what>\b(?:the|they|he|she|your|our|these|those|all)\b[^.;:,!?]{0,40}? (?:stay|stays|remain|remains|will stay|will remain) (?:where (?:they|he|she)|with us|here|put|until|till)\b[^.;!?]*)"),
    ("no promise", True, r"(?P<what>\b(?:no|without any|without an?) (?:promises?|guarantees?|undertakings?|commitments?|assurances?|dates?|pledges?)\b(?: (?:on|about|for|of|as to)[^.;:,!?]*)?(?= (?:for|can|could|was|were|is|will|would)\b[^.;]*\b(?:promis|giv|made|possible|offer|nam)\w*|, [^.;]{3,40} (?:tells?|told|says?|said)\b)[^.;:,!?]*)"),
)  # fmt: skip
_RULES = tuple((name, refused, re.compile(pattern, re.IGNORECASE)) for name, refused, pattern in _SORTS)
# Headlines: "Front to free the eight", "Nurses to be handed over on 12 June, says aide".
_TITLE = re.compile(
    rf"\W*(?P<by>[A-Z][^.,;:!?“”\"]{{1,40}}?) to (?P<what>(?:{_HELPED}|look for|search for|seek|help)\b[^.;!?]*)"
)
_TITLE_PASSIVE = re.compile(
    r"\W*(?P<what>[A-Z][^.,;:!?“”\"]{1,50}? to be (?:freed|released|handed over|let go|let in|let out|exchanged|swapped|returned|flown home|sent home|"
    r"evacuated|repatriated|spared|pardoned|allowed|reunited|given|shown)\b[^.;!?]*)"
)
TRIGGER = re.compile(
    rf"\b(?:{_DEAL}|agreed|agrees|arranged|settled|decided|assent\w*|consent\w*|promises?|pledges?|vows?|oaths?|undertakings?|assurances?|guarantees?|commitments?|word|offers?|"
    r"ready|willing|prepared|rul(?:e|es|ed|ing) out|reject\w*|turn(?:s|ed) down|refus\w+|rebuff\w*|dismiss\w*|declin\w+|denied|stays?|remains?|"
    rf"to be \w+|to {_HELPED})\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:the |an? )?(?:[\w’'-]+ ){1,4}?(?:to|must|shall|will|should|would|is to|are to) ", re.IGNORECASE
)
KIN = re.compile(
    r"\b(?:famil(?:y|ies)|mothers?|fathers?|wi(?:fe|ves)|parents|relatives|sisters?|brothers?|husbands?|unions?|lawyers?)$",
    re.I,
)


def find_deals(clauses: Clauses) -> list[RawEvent]:
    """Every promise of the sentence that such a word tells of, given or refused; each only where our people are concerned."""
    view = clauses.view
    words = view.masked[view.start : view.stop]
    if words.rstrip(" \n\"”'’").endswith("?"):
        return []
    found: list[RawEvent] = []
    for name, refused, pattern in _RULES:
        match = pattern.search(view.masked, view.start, view.stop)
        if match is not None and not _UNREAL.search(view.masked, view.start, match.start()):
            found += _event(clauses, match, name, refused)
    title = None if words.rstrip().endswith(".") and ", " not in words else _title(clauses)
    if title is not None:
        found += _event(clauses, title, "a headline", False)
    kept: list[RawEvent] = []
    for event in found:
        if not any(event.place[0] < other.place[1] and other.place[0] < event.place[1] for other in kept):
            kept.append(event)
    return kept


def _title(clauses: Clauses) -> re.Match[str] | None:
    view = clauses.view
    for pattern in (_TITLE_PASSIVE, _TITLE):
        match = pattern.match(view.masked, view.start, view.stop)
        if match is not None:
            told = any(c.kind == "verb" and c.finite and c.start < match.start("what") for c in clauses.chunks)
            return None if told else match
    return None


def _event(clauses: Clauses, match: re.Match[str], name: str, refused: bool) -> list[RawEvent]:
    chunks = clauses.chunks
    start = match.start("what")
    at = next((k for k, c in enumerate(chunks) if c.stop > start), None)
    if at is None:
        return []
    by = _named(clauses, match)
    if by is None and "noun" in match.re.groupindex:
        noun = next((c for c in chunks if c.kind == "np" and c.start <= match.start("noun") < c.stop), None)
        by = owner_of(clauses, noun) if noun is not None else None
        if match["noun"].lower() == "word" and by is None:
            return []
        if noun is not None and noun.heads and noun.heads[0] in ("no", "any"):
            refused = True
    if by is None and refused and name == "turned down" and match.start() < start:
        verb = next((k for k in clauses.verbs if chunks[k].stop > match.start()), None)
        subjects = clauses.subjects(verb) if verb is not None else []
        by = party_of(clauses, chunks[subjects[0]]) if subjects else None
        if by is None or KIN.search(by.name):
            return []
    if by is None and name == "a deal":  # the paper itself, where it does not say whom it binds
        paper = next((c for c in chunks if c.kind == "np" and c.stop > match.start() and not c.pronoun), None)
        bound = _BOUND.match(clauses.view.masked, start)
        one = next((c for c in chunks if c.kind == "np" and c.stop > start), None) if bound else paper
        by = party_of(clauses, one) if one is not None and one.start < match.end() else None
    stop = max(min(content_end(clauses, at), match.end("what")), chunks[at].stop)
    event = commitment(clauses, at, (start, stop), by, None, refused, None, told=True)
    if event is None:
        return []
    return [replace(event, strict=True, foretold=by is None, rule=f"{name}: {event.rule}")]


def _named(clauses: Clauses, match: re.Match[str]) -> Actor | None:
    """Whom a rule names as the one who is bound, where it is a party."""
    if "by" not in match.re.groupindex or match["by"] is None:
        return None
    chunk = next((c for c in clauses.chunks if c.kind == "np" and c.stop > match.start("by")), None)
    if chunk is None or chunk.start >= match.end("by") or not is_party(clauses, chunk):
        return None
    return party_of(clauses, chunk)
