"""How much the checks of the optional reader let through: of what is right, and of what is wrong.

    python -m benchmarks.reading.optional_reader [FOLDER]

No model is asked. What careful readers marked in the reports of `reports/dev` is handed to the checks as if a model
had returned it, and counted: the first table says how much of it is kept, by kind and language, and why the rest is
refused. Then each item is spoilt, one field at a time: another polarity, a negation cut off, an invented speaker, a
number one too high; the second table says how much of that is kept all the same.

In: marked-up reports (`GUIDE.md`). Out: two tables on standard output.
Leaves to others: how well any model does; that depends on the model.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.reading.marked import Marked, MarkedReport, files_of, load

from homeward.names import Spotter
from homeward.reading import Document, read
from homeward.reading.reader.agreement import DENYING
from homeward.reading.reader.answer import read_answer
from homeward.reading.reader.ground import Ground
from homeward.reading.reader.quotes import Quotable
from homeward.reading.reader.refusals import Refusal
from homeward.reading.reader.verify import verify

DEV = Path(__file__).parent / "reports" / "dev"
LISTS = {
    "statement": "statements",
    "contact": "contacts",
    "handover": "handovers",
    "answer": "answers",
    "commitment": "commitments",
    "claim": "claims",
    "silence": "silences",
}
STRANGER = "Karim Osmandel"  # stands in no report
_PRONOUN = re.compile(
    r"\b(?:he|she|they|them|him|her|они|он|она|их|его|её)\b|(?<!\w)(?:הם|הוא|היא|אותם|هم|هو|هي)(?!\w)", re.IGNORECASE
)

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """One marked thing, as a model would return it."""

    kind: str
    item: Item


class Returned:
    """What a model that makes no mistake would return about a report."""

    def __init__(self, report: MarkedReport) -> None:
        self.report = report
        self.whole = Quotable(report.text)
        self.items = [given for marked in report.marked if (given := self._given(marked)) is not None]

    def _given(self, marked: Marked) -> Given | None:
        make = getattr(self, f"_{marked.kind}", None)
        item = make(marked) if make is not None else None
        return Given(marked.kind, item) if item is not None else None

    def _words(self, marked: Marked, part: str = "") -> list[str]:
        return [self.report.text[slice(*place)] for place in marked.places(part)]

    def _name(self, names: Sequence[str]) -> str | None:
        """The first of the right names that the report itself writes so."""
        return next((name for name in names if self.whole.find(name)), None)

    def _about(self, marked: Marked) -> str | None:
        start, stop = marked.places()[0]
        for mention in self.report.of("mention"):
            for place in mention.places():
                if start <= place[0] and place[1] <= stop:
                    return self.report.text[slice(*place)]
        pronoun = _PRONOUN.search(self.report.text, start, stop)
        return pronoun.group() if pronoun else None

    def _statement(self, marked: Marked) -> Item | None:
        cues, sources = self._words(marked, "cue"), self._words(marked, "source")
        speaker = self._name(marked.fields.get("speaker", ()))
        if not cues or (not sources and speaker is None):
            return None  # the form has no room for words without a cue, or of nobody
        chain = marked.chains[0] if marked.chains else ()
        return {
            "content": self._words(marked, "content"),
            "cue": cues[0],
            "source": sources[0] if sources else None,
            "speaker": speaker if speaker and (not sources or speaker not in sources[0]) else None,
            "attribution": chain[0].attributions[0] if chain and chain[0].attributions else "named",
            "relays": [name for link in chain[1:-1] if (name := self._name(link.names)) is not None],
            "manner": marked.word,
            "date": None,
        }

    def _contact(self, marked: Marked) -> Item | None:
        right = marked.participants()
        parties = [name for names in (right[0] if right else ()) if (name := self._name(names)) is not None]
        if not marked.places() or not parties:
            return None
        fields = {name: marked.fields[name][0] for name in ("kind", "status")}
        return {"quote": self._words(marked)[0], **fields, "with": parties, "place": None, "date": None}

    def _handover(self, marked: Marked) -> Item | None:
        who = {field: self._name(marked.fields.get(field, ())) for field in ("by", "to", "through")}
        count = marked.raw.get("count", "")
        number = int(count) if count.isdecimal() else None
        return {"quote": self._words(marked)[0], **who, "count": number, "date": None} if marked.places() else None

    def _answer(self, marked: Marked) -> Item | None:
        code = marked.fields["code"][0]
        if not marked.places() or code == "no_answer_by":
            return None  # not in the form: nobody's own words
        return {"quote": self._words(marked)[0], "code": code, "about": self._about(marked)}

    def _commitment(self, marked: Marked) -> Item | None:
        if not marked.places() or "refused" in marked.raw:
            return None
        conditions = self._words(marked, "condition")
        condition = conditions[0] if conditions else None
        return {
            "quote": self._words(marked)[0], "condition": condition, "due": None, "about": self._about(marked)
        }  # fmt: skip

    def _claim(self, marked: Marked) -> Item | None:
        about = self._about(marked) if marked.places() else None
        if about is None:
            return None
        fields = {name: marked.fields[name][0] for name in ("subject", "polarity")}
        return {"quote": self._words(marked)[0], **fields, "about": about}

    def _silence(self, marked: Marked) -> Item | None:
        about = self._about(marked) if marked.places() else None
        return {"quote": self._words(marked)[0], "by": None, "about": about} if about is not None else None


def spoilt(given: Given, language: str) -> Iterator[tuple[str, Given]]:
    """The item with one thing wrong, and what."""
    item, kind = given.item, given.kind

    def wrong(what: str, **fields: Any) -> tuple[str, Given]:
        return what, Given(kind, item | fields)

    words = item["content"][0] if kind == "statement" else item["quote"]
    denying = DENYING.get(language)
    negation = denying.plain.search(words) if denying is not None else None
    rest = words[negation.end() :].strip(" .,;:") if negation is not None else ""
    if kind == "statement":
        yield wrong("an invented speaker", speaker=STRANGER)
        yield wrong("denied or not", manner="said" if item["manner"] == "denied" else "denied")
        if rest:
            yield wrong("negation cut off", content=[rest, *item["content"][1:]])
    elif kind == "answer":
        negated = item["code"] in ("does_not_hold", "denies_knowledge")
        if item["code"] != "holds":
            yield wrong("called an acknowledgement", code="holds")
        for code in ("searching", "says_released") if negated else ("does_not_hold", "denies_knowledge"):
            yield wrong("affirmed or negated", code=code)
        if negated and rest:
            yield wrong("negation cut off", quote=rest, code="holds", about=None)
    elif kind == "claim":
        yield wrong("affirmed or negated", polarity="denies" if item["polarity"] == "asserts" else "asserts")
        if item["subject"] != "acknowledgement":
            yield wrong("called an acknowledgement", subject="acknowledgement", polarity="asserts")
        if item["polarity"] != "asserts" and rest:
            about = item["about"] if item["about"] in rest else "they"
            yield wrong("negation cut off", quote=rest, polarity="asserts", about=about)
    elif kind == "contact":
        for status in {"held", "planned", "denied"} - {item["status"]}:
            yield wrong("another status", status=status)
        yield wrong("an invented party", **{"with": [*item["with"], STRANGER]})
    elif kind == "handover":
        yield wrong("an invented party", by=STRANGER)
        if item["count"] is not None:
            yield wrong("a number one too high", count=item["count"] + 1)


class Count:
    """How many were given and kept, and why the others were refused, per row."""

    def __init__(self) -> None:
        self.given: Counter[tuple[str, str]] = Counter()
        self.kept: Counter[tuple[str, str]] = Counter()
        self.why: dict[tuple[str, str], Counter[Refusal]] = {}

    def add(self, row: tuple[str, str], kept: bool, refused: Counter[Refusal]) -> None:
        """Note what became of one item."""
        self.given[row] += 1
        self.kept[row] += kept
        self.why.setdefault(row, Counter()).update(refused)

    def lines(self, *, reasons: bool) -> Iterator[str]:
        """The table."""
        for row in sorted(self.given):
            line = f"{row[0]:<12}{row[1]:<28}{self.kept[row]:>5} of {self.given[row]:>4}"
            why = ", ".join(f"{n} {r.name.lower()}" for r, n in self.why[row].most_common())
            yield f"{line}   {why}".rstrip() if reasons else line


def ground_of(report: MarkedReport) -> Ground:
    """The report laid out as it is when a reader is asked."""
    document = Document(report.text, report.published, report.publisher)
    sought = Spotter([(key, list(forms)) for key, forms in report.sought]) if report.sought else None
    reading = read(document, sought=sought, groups=report.groups, sought_count=report.count)
    return Ground(document, reading, sought_count=report.count)


def proved(ground: Ground, given: Given) -> tuple[bool, Counter[Refusal]]:
    """Whether one item is kept."""
    answered = read_answer({LISTS[given.kind]: [given.item]}, most=1)
    verified = verify(ground, answered, (0, len(ground.text)), model="marks")
    return bool(verified.proposals), verified.refused


def measure(reports: Sequence[MarkedReport]) -> tuple[Count, Count]:
    """What is kept of the right items, and of the spoilt ones."""
    right, wrong = Count(), Count()
    for report in reports:
        ground = ground_of(report)
        items = sorted(Returned(report).items, key=lambda given: given.kind != "statement")
        for given in items:
            right.add((report.language, given.kind), *proved(ground, given))
        uttered = len(ground.uttered)
        for given in items:
            for what, bad in spoilt(given, report.language):
                wrong.add((given.kind, what), *proved(ground, bad))
                del ground.uttered[uttered:]
    return right, wrong


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEV)
    reports = [load(path) for path in files_of([parser.parse_args().folder])]
    right, wrong = measure(reports)
    print(f"{len(reports)} reports. Kept of what was marked:", *right.lines(reasons=True), sep="\n")
    print("\nKept of what was spoilt:", *wrong.lines(reasons=False), sep="\n")


if __name__ == "__main__":
    main()
