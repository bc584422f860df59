"""What decrees, minutes and notices lay down, and texts that "run" or "read", in English.

In: a sentence and its items. Out: voices: of nobody who is named ("It is forbidden to ...", "Resolved, that ..."), or of
whoever a text behind a quotation is by ("“...,” it runs").
Leaves to others: "It was stressed that" (`voices`), whose a text is that is told of before (`homeward.reading.chain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.speakers import is_adverb
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Attribution, Manner

# "It is forbidden to", "It is hereby decreed that", "Notice is hereby given that"
_LAID_DOWN = re.compile(
    r"(?:(?:it (?:is|was|has been|shall be)(?: (?:hereby|further|also|again|strictly|expressly|likewise|therefore|henceforth))*"
    r"|(?:there (?:is|was))) (?P<verb>forbidden|prohibited|decreed|ordered|ordained|resolved|directed|permitted|proclaimed|commanded|enacted|"
    r"notified|certified|declared|minuted|agreed|recommended|laid down|made known|announced|resolved unanimously)"
    r"|(?:public )?notice is (?:hereby )?given|(?P<bare>resolved|ordered|agreed|decided|decreed|recommended|ruled|minuted)(?: (?:unanimously|nem\.? con\.?|by acclamation))?"
    r"(?=:|,?\s+that\b|\s+to\b(?![^.;]*,)))"
    r"(?P<who>(?: (?:to|for|on) (?:all|any|every|the|each)(?: [\w’'-]+){1,4}?)?)[,:]?\s+(?P<lead>that |to |in future |(?=the |a |no ))",
    re.IGNORECASE,
)
_ORDERS = frozenset(w.split("forbidden prohibited decreed ordered ordained directed commanded enacted resolved"))
_RUNS = frozenset(
    w.split(
        "runs ran reads read goes went continues continued begins began ends ended concludes concluded says said states stated opens opened closes closed"
    )
)
_TEXTS = frozenset(
    w.split(
        "letter message note statement leaflet fax telegram email e-mail text cable postcard sentence sentences line lines paragraph passage post caption "
        "entry headline bulletin circular communiqué communique decree announcement paper slip poem verse inscription banner poster sign reply answer "
        "release memo minute minutes document dispatch despatch report"
    )
)


def decrees(view: View, items: list[Item]) -> Iterator[Voice]:
    """What is laid down by nobody who is named, and quotations that a text is said to run."""
    laid = _LAID_DOWN.match(view.masked, items[0].start, view.stop) if items else None
    if (
        laid is not None
        and (place := _rest(view, laid.end() - 3 if laid["lead"].lower() == "to " else laid.end())) is not None
    ):
        orders = (laid["verb"] or laid["bare"] or "").lower() in _ORDERS
        cue = (laid.start(), laid.end() - len(laid["lead"]))
        yield Voice(
            cue,
            Manner.DEMANDED if orders else Manner.SAID,
            None,
            place,
            contents=(place,),
            rule="passive",
            nobody=True,
        )
    for k in range(len(items) - 2):
        quote = items[k].quote
        if quote is None or not quote.is_speech or (k and items[k - 1].kind in ("word", "actor")):
            continue
        running = _it_runs(items, k + 1)
        if running is not None:
            actor, verb = running
            place = (quote.inner_start, quote.inner_stop)
            yield Voice(
                (verb.start, verb.stop),
                Manner.SAID,
                actor,
                place,
                True,
                contents=(place,),
                rule="content-then-speaker",
                nobody=actor is None,
            )
            return


def _rest(view: View, start: int) -> Place | None:
    words = view.text[start : view.stop].rstrip(" \n.!;")
    begin = start + len(words) - len(words.lstrip())
    return (begin, start + len(words)) if len(words.split()) > 2 else None


def _it_runs(items: list[Item], at: int) -> tuple[Actor | None, Item] | None:
    """Read ", it runs" and "ran the sentence" behind a quotation: the text, and the verb."""
    if items[at].text in (",", "—", "–") and at + 1 < len(items) - 1:
        at += 1
    verb = next(
        (k for k in range(at, min(at + 5, len(items))) if items[k].low in _RUNS and items[k].kind == "word"), None
    )
    if verb is None or (verb + 1 < len(items) and not _ends(items[verb + 1]) and verb != at):
        return None
    if verb == at:  # "ran the sentence": nobody's who is named
        text = items[at + 1 : at + 3]
        words = " ".join(i.low for i in text if i.kind in ("word", "actor")).split()
        alone = (
            len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in _TEXTS and text[0].actor is None
        )
        return (None, items[verb]) if alone and _ends(items[at + 1 + len(text)]) else None
    subject = [i for i in items[at:verb] if not is_adverb(i)]
    if len(subject) == 1 and subject[0].low == "it":
        start = subject[0].start
        return Actor((start, start + 2), "it", ActorKind.PRONOUN, Attribution.UNNAMED, "it"), items[verb]
    return None


def _ends(item: Item) -> bool:
    return (
        item.kind in ("mark", "date", "quote")
        or is_adverb(item)
        or item.low in ("further", "on", "in", "at", "there", "elsewhere", "next", "then")
    )
