"""Letters in Russian clauses: "родные получили от него письмо", "пришло письмо от него", "ответил ей письмом".

In: a verb of getting, bringing or answering in a sentence. Out: a `RawEvent` or None.
Leaves to others: letters that somebody writes or sends (`contacts`).
"""

from __future__ import annotations

from homeward.reading.languages.language import Actor, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contact_parts import ContactParts
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import ContactKind, Manner

_BY_LETTER = frozenset(["письмом", "запиской", "телеграммой", "письменно", "нотой"])


class ContactLetters(ContactParts):
    """A sentence in which letters are got or answered."""

    def letter_got(self, at: int, form: Form) -> RawEvent | None:
        """As in "родные получили от моряков письмо", "родным пришло письмо от моряков", "от него принесли письмо"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        letter = next(
            (p for p in self.phrases if first <= p.first < after and p.head in w.LETTERS and not p.prep), None
        )
        if letter is None or form.tense == "futr" or letter.head in ("ответ", "запрос"):
            return None
        writer = next(
            (p for p in self.phrases if first <= p.first < after and p.prep == "от" and p.kind in SPEAKERS), None
        )
        by = self.party(writer) if writer is not None else None
        official = letter.head in ("обращение", "нота")
        if official:
            by = (by or self._of_whom(letter)) if form.lemma in w.ARRIVING else None
        brings = form.lemma in w.BRINGING
        if brings and (writer is None or form.number != "plur" or self.subject_of(self._cue(at, form))):
            return None  # who brings it is named: a handover rather
        if form.lemma in w.ARRIVING or brings:
            to = self.object_of(self._cue(at, form), first, after, "datv") or self._to_whom(first, after)
            to = to or self._in_name_of(first, after)
        else:
            to = self.subject_of(self._cue(at, form))
        status = self._status(at, first, planned=False)
        if by is None and writer is None:
            mail = letter.head in w.PRIVATE_LETTERS and form.lemma not in ("взять", "принять", "принимать")
            kin = to[:1] if mail and to and to[0].kind in PEOPLE else []
            return self._event(at, ContactKind.LETTER, status, kin[0], [], None) if kin else None
        if (by is None or official) and not to:
            return None
        to = [a for a in to if by is None or a.name != by.name] or (self._told_to(at, by) if by is not None else [])
        return self._event(at, ContactKind.LETTER, status, by, to[:1], None)

    def _cue(self, at: int, form: Form) -> Cue:
        return Cue(at, at + 1, form.lemma, form, Manner.SAID)

    def _of_whom(self, letter: Phrase) -> Actor | None:
        """Whose a letter is by the genitive behind it: "обращение семей моряков"."""
        behind = self.at_word.get(letter.after)
        return self.party(behind) if behind is not None and "gent" in behind.cases and not behind.prep else None

    def _in_name_of(self, first: int, after: int) -> list[Actor]:
        """As in "на имя прокурора поступило обращение"."""
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.prep == "на" and phrase.head in ("имя", "адрес"):
                owner = self.owner(phrase)
                return [owner] if owner is not None else []
        return []

    def answered_by_letter(self, at: int, form: Form) -> RawEvent | None:
        """As in "командир ответил настоятельнице письмом", "обратились к прокурору письмом"."""
        if not any(self.low(n) in _BY_LETTER for n in range(at + 1, min(self.end, at + 7))):
            return None
        cue = self._cue(at, form)
        begin, end = self.clause_start(at), self.clause_after(at + 1)
        to = self.object_of(cue, begin, end, "datv") or self._addressed(begin, end)
        writer = self.subject_of(cue)
        if not to or not writer or form.tense != "past":
            return None
        status = self._status(at, begin, planned=False)
        return self._event(at, ContactKind.LETTER, status, writer[0], to[:1], None)
