"""Where the words of each voice end, and what drafts of one sentence pass on to each other: sources, media.

In: the drafts of a sentence. Out: its `Voice`s.
Leaves to others: where the words begin (`openings`).
"""

from __future__ import annotations

from homeward.reading.languages.language import MASK, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.marks import CLOSING_MARKS, COMMAS, EDGES, HARD_STOPS, OPENING_MARKS
from homeward.reading.languages.unmarked.subjects import TURNS
from homeward.reading.languages.unmarked.without_verbs import WithoutVerbs
from homeward.reading.languages.unmarked.words import Kind
from homeward.records import Manner

_TURNING = frozenset(["אך", "אבל", "אולם", "ואילו", "אלא"])
_MEANWHILE = frozenset(["فيما", "بينما"])


class Extents(WithoutVerbs):
    """Where the words of each draft end."""

    def finish(self) -> list[Voice]:
        self._pass_on_sources()
        self._pass_on_media()
        self.drafts.sort(key=lambda d: d.own)
        found: list[Voice] = []
        for draft in self.drafts:
            pieces = list(draft.pieces)
            direct = bool(pieces) and draft.open is None
            if draft.open is not None:
                pieces.append((draft.open, self._end_of(draft)))
            contents: list[Place] = []
            for start, stop in sorted(pieces):
                inner, quoted = self._trim(start, stop)
                direct = direct or (quoted and not draft.pieces)
                contents += inner
            if draft.rule == "passed-on":
                found.append(Voice(draft.cue, draft.manner, None, draft.cue, relays=draft.relays, rule="passed-on"))
                continue
            if not contents:
                continue
            if self.s.tongue.verb_first and any(
                v.contents == tuple(contents) and draft.speaker and v.speaker and v.speaker.name == draft.speaker.name
                for v in found
            ):
                continue  # "wrote a letter | and denied in it that": said once
            if draft.rule in ("according-to", "content-then-speaker", "previous-sentence") and draft.open is None:
                marks = MASK + (OPENING_MARKS if self.s.tongue.verb_first else "")
                direct = direct and all(
                    self.view.masked[a] == MASK or (a and self.view.masked[a - 1] in marks) for a, _ in contents
                )
            region = (contents[0][0], contents[-1][1])
            found.append(
                Voice(
                    draft.cue,
                    draft.manner,
                    draft.speaker,
                    region,
                    direct,
                    False,
                    tuple(contents),
                    draft.relays,
                    rule=draft.rule,
                    nobody=draft.nobody,
                    attitude=draft.attitude,
                    to=draft.to,
                )
            )
        return sorted(found, key=lambda v: v.cue)

    def _pass_on_sources(self) -> None:
        """As in "A promised, according to B, that": one statement, A's, which B relays."""
        for draft in [d for d in self.drafts if d.rule == "according-to" and d.speaker is not None]:
            medium_only = not self.s.tongue.verb_first and draft.speaker is not None
            if medium_only and draft.speaker is not None and draft.speaker.kind is not ActorKind.MEDIUM:
                continue
            for other in self.drafts:
                if other is draft or draft.speaker is None:
                    continue
                if other.rule == "content-then-speaker" and draft.pieces and other.pieces and other.at < draft.at:
                    if draft.pieces[0][0] <= other.pieces[0][0] and other.pieces[-1][1] <= draft.pieces[-1][1]:
                        if draft.speaker.name not in [r.name for r in other.relays]:
                            other.relays = (*other.relays, draft.speaker)  # "..., wrote A, according to B"
                        self.drafts.remove(draft)
                        break
                if other.rule != "speaker-then-content":
                    continue
                between = other.open is not None and other.at < draft.at and draft.own < other.open
                if self.s.tongue.verb_first and other.open is None and other.pieces and other.at < draft.at:
                    between = other.own < draft.own < other.pieces[0][0]
                medium = draft.speaker.kind is ActorKind.MEDIUM and bool(draft.pieces) and other.own < draft.own
                teller = other.speaker
                if between and teller is not None and teller.name == draft.speaker.name:
                    self.drafts.remove(draft)
                    break
                if between and teller is not None and teller.kind is ActorKind.MEDIUM:
                    if (
                        draft.speaker.kind is not ActorKind.MEDIUM
                    ):  # "the radio gave, by the mouth of the warden, that"
                        other.speaker, other.relays = draft.speaker, (*other.relays, teller)
                        other.until = draft.cue[0] if draft.cue[0] > (other.open or 0) else None
                        self.drafts.remove(draft)
                        break
                if between or medium:
                    other.relays = (*other.relays, draft.speaker)
                    other.until = draft.cue[0] if draft.cue[0] > (other.open or 0) else None
                    self.drafts.remove(draft)
                    break

    def _pass_on_media(self) -> None:
        """As in "The agency reported that, according to B, ...": one statement, B's, which the agency relays."""
        for draft in list(self.drafts):
            if draft.open is None or draft.speaker is None or draft.speaker.kind is not ActorKind.MEDIUM:
                continue
            for other in self.drafts:
                if other.rule == "according-to" and other.open is not None and 0 <= other.own - draft.open <= 3:
                    other.relays = (*other.relays, draft.speaker, *draft.relays)
                    self.drafts.remove(draft)
                    break

    def _end_of(self, draft: Draft) -> int:
        begin = draft.open or 0
        stop = self.view.stop if draft.until is None else draft.until
        for other in self.drafts:
            if other is not draft and other.joined and begin < other.own < stop:
                if not self._goes_on_inside(other, draft):
                    stop = other.own
            elif (other is not draft and (cut := self._turned_at(other, begin)) is not None) or (
                other is not draft and (cut := self._parted_at(draft, other, begin)) is not None
            ):
                stop = min(stop, cut)
        if draft.bare or self.s.tongue.verb_first:
            for at in range(self.index(begin) + 1, self.s.size - 1):
                if self.words[at].start >= stop:
                    break
                turns = draft.bare and self.words[at + 1].any(Kind.CONNECTOR)
                turns = turns or self._is_another_clause(draft, begin, at + 1)
                if self.words[at].text in COMMAS and (turns or self.words[at + 1].text in _MEANWHILE):
                    stop = self.words[at].start
                    break
        if (tail := self.x.tail.search(self.view.masked, begin, stop)) is not None:
            stop = tail.start()
        return stop

    def _is_another_clause(self, draft: Draft, begin: int, at: int) -> bool:
        """Whether "and to ..." behind what is promised in a noun begins another clause: "promised policemen, | and to the port are due"."""
        if self.s.tongue.verb_first or not draft.bare or draft.manner is not Manner.PROMISED:
            return False
        noun = self.x.opens_object(self.words[self.index(begin)]) is None
        return noun and self.words[at].text[0] == "ו" and self.words[at].text[1:2] in "לב"

    def _parted_at(self, draft: Draft, other: Draft, begin: int) -> int | None:
        """The semicolon behind which the same speaker is told to have said something else."""
        if draft.speaker is None or other.speaker is None:
            return None
        elided = other.speaker.kind is ActorKind.PRONOUN and not other.speaker.head
        same = elided or draft.speaker.name == other.speaker.name
        if (
            self.s.tongue.verb_first
            or not same
            or self.words[other.at].start <= begin
            or other.rule == "according-to"
        ):
            return None
        return next((w.start for w in self.words[: other.at] if w.text == ";" and w.start > begin), None)

    def _goes_on_inside(self, other: Draft, draft: Draft) -> bool:
        """Whether a verb that names nobody goes on with somebody told of inside a draft: "says that B admits it, and promised"."""
        if not self.s.tongue.verb_first or other.speaker is None or draft.open is None:
            return False
        return any(
            inner.speaker is other.speaker and inner is not other and draft.open <= inner.own < other.own
            for inner in self.drafts
            if inner is not draft
        )

    def _turned_at(self, other: Draft, begin: int) -> int | None:
        """Where a clause that another voice belongs to turns against the one before: ", but minutes later he admitted"."""
        if self.s.tongue.verb_first or other.own <= begin or other.rule == "according-to":
            return None
        for place in range(other.at, max(0, other.at - TURNS), -1):
            word = self.words[place]
            if word.start <= begin or (place < other.at and word.text in HARD_STOPS):
                return None
            if word.lemma in _TURNING and self.words[place - 1].text in COMMAS:
                return word.start
        return None

    def _trim(self, start: int, stop: int) -> tuple[list[Place], bool]:
        text = self.view.masked
        while start < stop and text[start] in EDGES:
            start += 1
        while stop > start and text[stop - 1] in EDGES:
            stop -= 1
        if stop - start < 2:
            return [], False
        if (
            text[start] in OPENING_MARKS
            and text[stop - 1] in CLOSING_MARKS
            and not any(mark in text[start + 1 : stop - 1] for mark in OPENING_MARKS + CLOSING_MARKS)
        ):
            return [(start + 1, stop - 1)], True
        inside = [q for q in self.view.quotes if start <= q.start and q.stop <= stop]
        if inside and not text[start:stop].replace(MASK, "").strip(EDGES + "\"'"):
            return [(q.inner_start, q.inner_stop) for q in inside], True
        return [(start, stop)], False
