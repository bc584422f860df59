"""The chain as it is proposed: its links under plain names, the publisher last.

In: a chained voice and its document. Out: links with role, name, whether named, and the span of the words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.callings import FIELD_OF
from homeward.reading.chained import Chained
from homeward.reading.document import Document
from homeward.reading.fitting import KIN, OWN
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.proposals import ProposedLink
from homeward.records import Attribution, LinkRole

_THIS_PAPER = frozenset(
    ["paper", "newspaper", "the paper", "the newspaper", "this newspaper", "this newsletter", "newsletter",
     "this paper", "this magazine", "this agency", "this station", "this website", "this site", "this channel",
     "this radio", "this weekly", "this daily", "this outlet", "this broadcaster", "this news agency",
     "the station", "the website", "daily", "الوكالة", "الموقع", "الصحيفة", "القناة", "الجريدة", "المجلة",
     "الإذاعة", "المحطة", "المنصة", "الشبكة", "עיתון", "אתר", "סוכנות", "ערוץ", "תחנה", "מערכת", "המערכת",
     "העיתון", "האתר", "הסוכנות", "הערוץ", "התחנה", "הרשת", "היומון", "השבועון", "המגזין"]
)  # fmt: skip
_EDITORS = frozenset(["מערכת", "המערכת"])
_QUOTED = re.compile('[«“"„]([^«»“”"„]+)[»”"“]')
_OF_STATE = re.compile(
    r"\bthe |\b(?:(?:federal|islamic|democratic|people's) )?(?:republic|kingdom|state|commonwealth) of "
)


def plain_name(actor: Actor, *, speaks: bool = True) -> str:
    """A name without "its" before an office, or "his" before a relay's: the text around it tells whose it is."""
    first, _, rest = actor.name.partition(" ")
    whose = first.lower() in ("his", "her", "their") and not rest.startswith("own ")
    whose = whose and (actor.head in FIELD_OF or speaks)
    kin = actor.head in KIN or actor.kind is ActorKind.PERSON or whose
    return rest.removeprefix("own ") if rest and first.lower() in OWN and not kin else actor.name


def links_of(document: Document, chained: Chained | None) -> tuple[ProposedLink, ...]:
    """The chain as it is proposed: speaker, relays, and last the publisher, its own speaker where it says "we"."""
    found: list[ProposedLink] = []
    own = chained is not None and len(chained.actors) == 1 and chained.actors[0].head == "мы" and document.publisher
    if chained is not None and not own:
        unspoken = chained.voice.speaker is None
        for position, (actor, when) in enumerate(zip(chained.actors, chained.dates, strict=True)):
            role = LinkRole.RELAY if position or unspoken else LinkRole.SPEAKER
            found.append(
                ProposedLink(
                    role, plain_name(actor, speaks=not position), actor.attribution, document.span(*actor.place), when
                )
            )
    publisher = document.publisher
    if publisher:
        last = found[-1] if found else None
        if last is not None and last.role is LinkRole.RELAY and last.name.lower() in _THIS_PAPER:
            found.pop()  # "told the paper": the one we read, unless another was named before
            last = found[-1] if found else None
        own_desk = last is not None and last.name in _EDITORS
        if last is not None and (own_desk or is_house(last.name, publisher, relay=last.role is LinkRole.RELAY)):
            # The paper that was told, or the body whose own words it puts out, is the one we read.
            found[-1] = replace(last, role=LinkRole.PUBLISHER, name=publisher)
        else:
            found.append(ProposedLink(LinkRole.PUBLISHER, publisher, Attribution.NAMED))
    return tuple(found)


def is_house(name: str, publisher: str, *, relay: bool = False) -> bool:
    """Whether a name is the publisher's; of a relay ("told Talbot"), and in Arabic and Hebrew, also shortened."""
    if _core(name) == _core(publisher):
        return True
    short, full = _plain_words(name), _plain_words(publisher)
    if not short or len(short) >= len(full):
        return False
    if not ("ء" <= short[0][0] <= "ي" or "א" <= short[0][0] <= "ת"):
        initials = "".join(part[0] for word in full for part in word.split("-") if part[:1].isupper())
        if relay and len(short) > 1:
            return short in (full[: len(short)], full[-len(short) :])
        return relay and (short[0] in (full[0], full[-1]) or (len(initials) > 1 and short[0] == initials))
    if relay and len(short) == 1 and short[0].startswith("ال") and short[0][2:] == full[0]:
        return True  # "the Portal", of "Portal of the Coast"
    return short == full[-len(short) :] or (len(short) > 1 and short == full[: len(short)])


def _plain_words(name: str) -> list[str]:
    return [word for raw in name.split() if (word := raw.strip('«»"“”،,'))]


def _core(name: str) -> str:
    """A body's name without quotation marks and what stands around them: ``agency "Corvel"`` is ``corvel``."""
    quoted = _QUOTED.search(name)
    return _OF_STATE.sub("", (quoted.group(1) if quoted else name).casefold().strip())
