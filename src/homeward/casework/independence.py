"""Which claims come from one and the same origin, so that an echo is not counted as a second witness.

In: for each claim, the chain by which its words travelled and the text they stand in, as plain values.
Out: groups of claims; claims of two groups may be counted as two sources, claims of one group may not (D21).
Leaves to others: reading chains from the case file, and saying in words what follows.

The rule, from certain to cautious:
1. Claims share an origin if their chains share a speaker or a relay (a wire), if they rest on the same statement or
   one that repeats it, if they give the same words in near copies of one text, or if the reading engine finds their
   statements to be one: by the words and the day, by a copy, or by a translation marked as such. Sharing is passed
   on: if A shares with B and B with C, then A, B and C are one group.
2. Who only published is no origin: two named speakers in one newspaper are two. Where a chain names nobody before
   the publisher, the publisher speaks in its own voice and counts as the speaker.
3. An anonymous speaker cannot be shown to be somebody else. A claim with no named speaker is apart from another only
   if they share neither relay nor publisher nor text; otherwise it joins the other's group. It never welds together
   two groups that are apart without it: one more anonymous voice must not turn two witnesses into one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from homeward.names import compare, parse
from homeward.reading import Said, Sameness, SamenessVerdict, Teller, same_statement, wording_keys
from homeward.records import Attribution, LinkRole, PartialDate

SAME_SPEAKER_FROM = 0.8
"""From this probability on, two spellings in two scripts are taken for one speaker."""

_PEOPLE_KEPT = 50
_COMPARED_KEPT = 8_000  # answers to whether two statements are one, in memory
_COMPARED = 16  # earlier claims with which one is compared, those first that have most of its words
_KEYED = 100  # claims that are found by one run of words

_ORIGIN_ROLES = (LinkRole.SPEAKER, LinkRole.RELAY)


@dataclass(frozen=True, slots=True)
class Voice:
    """One actor of a chain.

    Attributes:
        names: every name by which this actor is known to us: as the source writes it, and those of its party.
        party: the id of the party, if the actor was recognised as one; two different ids are two actors.
        shown: how a reason may call it: nothing names a protected source.
    """

    role: LinkRole
    names: tuple[str, ...]
    attribution: Attribution = Attribution.NAMED
    party: int | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one claim comes from.

    Attributes:
        key: names the claim; unique and sortable among those compared.
        chain: the actors, in any order.
        statement: the first of the statements that repeat each other, or None; `own_statement`: the claim's own.
        text: the first of the captures that are near copies of each other, or None.
        words: the words said, with their language, the day on which they were said, the day of publication, and the
            translation that is kept beside them.
        translated_from: the language from which the text says it was translated; "" for an unnamed one.
        about: what the claim says; a translation says the same.
    """

    key: int
    chain: tuple[Voice, ...]
    statement: Hashable = None
    text: Hashable = None
    words: str = ""
    language: str = ""
    said_on: PartialDate | None = None
    published: PartialDate | None = None
    translation: str = ""
    translated_from: str | None = None
    about: Hashable = None
    own_statement: Hashable = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """That a claim's statement is, or may be, the statement of another claim: `of` is that claim's key."""

    of: int
    sameness: Sameness


def repeats(origins: Iterable[Origin]) -> dict[int, tuple[Repeat, ...]]:
    """For each claim, the earlier ones that rest on other statements which are, or may be, the same as its own.

    Returns:
        by key, those with a smaller key, the surest first; a claim that repeats none is left out.
    """
    known = sorted((origin for origin in origins if origin.words.strip()), key=lambda origin: origin.key)
    first: dict[Hashable, Origin] = {}
    for origin in known:
        first.setdefault(_utterance(origin), origin)
    found: dict[int, list[Repeat]] = defaultdict(list)
    for earlier, later in _worth_comparing(list(first.values())):
        if earlier.own_statement is not None and earlier.own_statement == later.own_statement:
            continue
        sameness = _sameness(_said(earlier), _said(later))
        if sameness.verdict is not SamenessVerdict.DIFFERENT:
            found[later.key].append(Repeat(earlier.key, sameness))
    surest = list(SamenessVerdict)
    ordered = {
        key: tuple(sorted(them, key=lambda r: (surest.index(r.sameness.verdict), not r.sameness.one_source, r.of)))
        for key, them in found.items()
    }
    mine = {origin.key: first[_utterance(origin)].key for origin in known}
    return {key: ordered[one] for key, one in mine.items() if one in ordered}


def groups(origins: Iterable[Origin], *, repeated: Mapping[int, Sequence[Repeat]] | None = None) -> dict[int, int]:
    """Number the groups of claims that share an origin.

    Args:
        repeated: what `repeats` found among these claims, if that was asked already.

    Returns:
        For each key its group, numbered from 1 in the order of the smallest key in each group; the order in which
        the origins come makes no difference.
    """
    known = sorted(origins, key=lambda origin: origin.key)
    joined = _Union(origin.key for origin in known)
    _join_by_voices(known, joined)
    _join_by_speaker_in_other_scripts(known, joined)
    _join_by(known, joined, lambda o: [("statement", o.statement)] if o.statement is not None else [])
    _join_by(known, joined, lambda o: [("words", o.text, fold(o.words))] if o.text is not None and o.words else [])
    for key, them in (repeats(known) if repeated is None else repeated).items():
        for repeat in them:
            if repeat.sameness.one_source:
                joined.join(repeat.of, key)
    _attach_anonymous(known, joined)
    numbers: dict[int, int] = {}
    for origin in known:
        numbers.setdefault(joined.root(origin.key), len(numbers) + 1)
    return {origin.key: numbers[joined.root(origin.key)] for origin in known}


def share_origin(a: Origin, b: Origin) -> bool:
    """Whether these two claims, looked at alone, may come from one origin."""
    if a.key == b.key:
        return True
    numbers = groups((a, b))
    return numbers[a.key] == numbers[b.key]


def fold(text: str) -> str:
    """One form for spellings that differ only in case, width or spacing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=_PEOPLE_KEPT)
def repeats_and_groups(origins: tuple[Origin, ...]) -> tuple[Mapping[int, tuple[Repeat, ...]], Mapping[int, int]]:
    """What `repeats` and `groups` say of the same claims; remembered, for a person is looked at again and again."""
    repeated = repeats(origins)
    return repeated, groups(origins, repeated=repeated)


@lru_cache(maxsize=_COMPARED_KEPT)
def _sameness(one: Said, other: Said) -> Sameness:
    """Statements never change: two that were compared once need not be compared for each look at a person."""
    return same_statement(one, other)


def _utterance(origin: Origin) -> Hashable:
    """The same for claims that need not be compared twice."""
    alone = ("claim", origin.key) if origin.own_statement is None else origin.own_statement
    return alone, origin.words, origin.about


def _worth_comparing(origins: Sequence[Origin]) -> Iterator[tuple[Origin, Origin]]:
    """Pairs of claims, the earlier first, whose words have something in common, or one of which is a translation."""
    keyed: dict[Hashable, list[Origin]] = defaultdict(list)
    met: set[tuple[int, int]] = set()
    translated = [o for o in origins if o.translation or o.translated_from is not None]
    for origin in origins:
        keys = wording_keys(origin.words, language=origin.language)
        shared = Counter(other.key for key in keys for other in keyed[key])
        nearest = sorted(shared, key=lambda key: (-shared[key], key))[:_COMPARED]
        met.update((other, origin.key) for other in nearest)
        for key in keys:
            if len(keyed[key]) < _KEYED:
                keyed[key].append(origin)
    for one in translated[:_COMPARED]:
        met.update((min(one.key, o.key), max(one.key, o.key)) for o in origins if o.language != one.language)
    by_key = {origin.key: origin for origin in origins}
    for earlier, later in sorted(met):
        yield by_key[earlier], by_key[later]


def _said(origin: Origin) -> Said:
    """A claim's statement as the reading engine compares it."""
    tellers = tuple(Teller(v.role, v.names, v.attribution, v.party, v.shown) for v in origin.chain)
    return Said(
        origin.words,
        language=origin.language,
        chain=tellers,
        said_on=origin.said_on,
        published=origin.published,
        translation=origin.translation,
        translated_from=origin.translated_from,
        text_of=origin.text,
        about=origin.about,
    )


def _origin_voices(origin: Origin) -> list[Voice]:
    """Who may have said it first or passed it on, as far as known by any name."""
    voices = [v for v in origin.chain if v.role in _ORIGIN_ROLES]
    if not voices:  # only a publisher: it speaks in its own voice
        voices = [v for v in origin.chain if v.role is LinkRole.PUBLISHER]
    return [v for v in voices if v.attribution is not Attribution.ANONYMOUS]


def _has_named_speaker(origin: Origin) -> bool:
    speakers = [v for v in origin.chain if v.role is LinkRole.SPEAKER]
    if speakers:
        return any(v.attribution is not Attribution.ANONYMOUS for v in speakers)
    return bool(_origin_voices(origin)) and not any(v.role is LinkRole.RELAY for v in origin.chain)


def _join_by_voices(origins: Sequence[Origin], joined: _Union) -> None:
    """Join claims that share a voice: by party where both are known, else by any name."""
    by_party: dict[int, int] = {}
    by_name: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for origin in origins:
        for voice in _origin_voices(origin):
            if voice.party is not None:
                joined.join(by_party.setdefault(voice.party, origin.key), origin.key)
            for name in {fold(n) for n in voice.names} - {""}:
                by_name[name].append((origin.key, voice.party))
    for bearers in by_name.values():
        # "The ministry" of two known parties is two bodies; of a body not recognised, it may be either.
        if any(party is None for _, party in bearers):
            for key, _ in bearers:
                joined.join(bearers[0][0], key)


def _join_by_speaker_in_other_scripts(origins: Sequence[Origin], joined: _Union) -> None:
    """Join claims whose named speakers, no parties known to us, are one name written in two scripts.

    Within one script a speaker's name is taken as it stands: two people of near names are two voices. Across scripts
    no spelling is the same, so the name engine decides; to join too much is the careful side here.
    """
    first: dict[str, int] = {}
    for origin in origins:
        for voice in origin.chain:
            if voice.role is LinkRole.SPEAKER and voice.party is None and voice.attribution is Attribution.NAMED:
                for name in voice.names:
                    first.setdefault(fold(name), origin.key)
    by_script: dict[str | None, list[str]] = defaultdict(list)
    for name in first:
        by_script[parse(name).script].append(name)
    for one, other in combinations(sorted(by_script, key=str), 2):
        for a, b in product(by_script[one], by_script[other]):
            if compare(a, b).probability >= SAME_SPEAKER_FROM:
                joined.join(first[a], first[b])


def _attach_anonymous(origins: Sequence[Origin], joined: _Union) -> None:
    """Let claims without a named speaker join a group with which they share a relay, a publisher or a text."""
    nameless = [o for o in origins if not _has_named_speaker(o)]
    named = [o for o in origins if _has_named_speaker(o)]
    named_roots = {joined.root(o.key) for o in named}
    nearest: dict[Hashable, int] = {}
    for origin in named:
        for token in _surroundings(origin):
            nearest.setdefault(token, origin.key)
    loose = [o for o in nameless if joined.root(o.key) not in named_roots]
    _join_by(loose, joined, _surroundings)
    for origin in loose:
        if joined.root(origin.key) in named_roots:
            continue  # its fellows have already joined a group
        touching = [nearest[token] for token in _surroundings(origin) if token in nearest]
        if touching:
            joined.join(min(touching), origin.key)
            named_roots.add(joined.root(origin.key))


def _surroundings(origin: Origin) -> list[Hashable]:
    """By what a claim without a named speaker may be the same as another: relays, publishers, text."""
    tokens: list[Hashable] = [] if origin.text is None else [("text", origin.text)]
    for voice in origin.chain:
        if voice.role is LinkRole.READER or voice.attribution is Attribution.ANONYMOUS:
            continue
        if voice.role is LinkRole.SPEAKER:
            continue
        if voice.party is not None:
            tokens.append(("party", voice.party))
        tokens.extend(("name", fold(name)) for name in voice.names if name.strip())
    return sorted(set(tokens), key=repr)


def _join_by(origins: Sequence[Origin], joined: _Union, tokens_of: Callable[[Origin], list[Hashable]]) -> None:
    first: dict[Hashable, int] = {}
    for origin in origins:
        for token in tokens_of(origin):
            joined.join(first.setdefault(token, origin.key), origin.key)


class _Union:
    """Sets that only grow together; the smallest key stands for its set, whatever the order of joining."""

    def __init__(self, keys: Iterable[int]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: int) -> int:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
