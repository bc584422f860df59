"""Who passed words on: relays of a voice as the bodies and people that they mean.

In: a relay as the sentence names it, its speaker, and the memory of what came before. Out: who carried the words, or
nobody, where it is the speaker's own text or the paper that we read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.fitting import OF_BODIES, OTHER_SEX, OWN, UTTERED, agree, may_be
from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.memory import Memory
from homeward.records import Attribution

_MADE = frozenset(
    ["transcript", "recording", "bulletin", "broadcast", "footage", "video", "tape", "clip", "programme",
     "excerpts", "extracts", "minutes", "transcripts", "recordings", "screenshot", "screenshots", "documents",
     "emails", "letters", "statements", "messages"]
)  # fmt: skip


def is_own_text(relay: Actor, speaker: Actor | None) -> bool:
    """Whether a relay is the speaker's own: "in a letter on its website, the committee said"."""
    own = relay.kind is ActorKind.PRONOUN or relay.name.lower().split()[:1] in (["its"], ["their"])
    if relay.kind in (ActorKind.ROLE, ActorKind.PERSON) and relay.head[:6] not in ("spokes", "speake", "press"):
        return False  # "through its paymaster"
    return own and speaker is not None and speaker.kind in (ActorKind.BODY, ActorKind.OTHER)


def who_carried(relay: Actor, memory: Memory, speaker: Actor | None, before: Sequence[Voice]) -> Actor | None:
    """Who passed words on: of "its noon news" whoever made it, of a text nobody."""
    if (
        relay.kind is ActorKind.MEDIUM
        and not relay.head
        and _is_the_publisher(relay.name, memory.acquaintance.publisher)
    ):
        return None  # "told the «Evening»": whoever publishes the text
    if relay.kind is ActorKind.PRONOUN and "ء" <= relay.name[:1] <= "ي":
        last = memory.last.actors[0] if memory.last is not None and memory.last.actors else None
        teller = before[-1].speaker if before else last
        fits = teller is not None and (speaker is None or teller.name != speaker.name) and agree(relay, teller)
        return teller if fits else None
    if relay.kind is ActorKind.PRONOUN and relay.head in OF_BODIES:
        known = memory.thing
        return known if known is not None and known.kind in (ActorKind.MEDIUM, ActorKind.OTHER) else None
    if relay.kind is ActorKind.PRONOUN and relay.head == "them":
        known = _one_of_them(memory, before)
        return replace(known, place=relay.place) if known is not None else None
    if relay.kind is ActorKind.PRONOUN and relay.head in OTHER_SEX:
        known = who_heard(relay, memory, speaker, before)
        return replace(known, place=relay.place) if known is not None else None
    words = relay.name.lower().split()
    if relay.attribution is not Attribution.UNNAMED or not words or words[-1] not in UTTERED | _MADE:
        return memory.acquaintance.resolve(relay)
    if words[0] in OWN:
        known = memory.body
        return replace(known, place=relay.place) if known is not None and known.kind is not ActorKind.PERSON else None
    owner, mark, _ = relay.name.replace("’", "'").partition("'s ")
    if not mark:
        return None
    kind = ActorKind.BODY if owner[:1].islower() else ActorKind.OTHER
    made_by = Actor(relay.place, owner, kind, Attribution.NAMED, owner.lower().split()[-1])
    found = memory.acquaintance.resolve(made_by)
    if found.name == owner and kind is ActorKind.BODY:
        found = memory.acquaintance.resolve(replace(made_by, kind=ActorKind.MEDIUM, attribution=Attribution.UNNAMED))
    return found


def _one_of_them(memory: Memory, before: Sequence[Voice]) -> Actor | None:
    """Who tells what "they" were told: whoever spoke in the sentence before, "We saw the consul, the mother said"."""
    last = memory.last
    if before or last is None or not last.actors or last.voice.cue[0] < memory.began:
        return None
    speaker = last.actors[0]
    return speaker if speaker.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE) else None


def who_heard(pronoun: Actor, memory: Memory, speaker: Actor | None, before: Sequence[Voice]) -> Actor | None:
    """Whom "him" means who was told: of whom the text speaks, or who spoke last, if not the one who tells him now."""
    no = {speaker.name.lower()} if speaker is not None else set()
    last = memory.last.actors[0] if memory.last is not None and memory.last.actors else None
    here = before[-1].speaker if before else None
    told_before = memory.last.actors[1:2] if pronoun.gender and memory.last is not None else ()
    for known in (*told_before, here, memory.turned, last, memory.person, *reversed(memory.people)):
        if known is None or known.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.PRONOUN):
            continue
        if known.name.lower() not in no and may_be(pronoun, known) and agree(pronoun, known):
            return memory.acquaintance.resolve(known) if pronoun.gender else known
        no.add(known.name.lower())
    return None


def _is_the_publisher(name: str, publisher: str | None) -> bool:
    """Whether a name in Russian letters, in whatever case, is the publisher's or a part of it."""
    if not publisher or not any("а" <= letter <= "я" for letter in name.lower()):
        return False
    theirs = [word.strip('«»"') for word in publisher.lower().split()]
    own = [word.strip('«»"') for word in name.lower().split()]
    return all(any(_same_stem(word, other) for other in theirs) for word in own)


def _same_stem(one: str, other: str) -> bool:
    shorter = max(2, min(len(one), len(other)) - 2)
    return abs(len(one) - len(other)) < 4 and one[:shorter] == other[:shorter]
