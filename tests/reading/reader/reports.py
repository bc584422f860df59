"""Invented reports that the tests of the optional reader read, and what a model might return about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from homeward.names import Spotter
from homeward.reading import Document, Proposal, Reading, read
from homeward.reading.reader.answer import read_answer
from homeward.reading.reader.ground import Ground
from homeward.reading.reader.refusals import Refusal
from homeward.reading.reader.verify import verify
from homeward.records import PartialDate

SOUGHT = Spotter([("dana", ["Dana Mirell", "Дана Мирель", "דנה מירל"]), ("ilan", ["Ilan Tessa"])])
PUBLISHED = PartialDate.read("2024-06-07")  # a Friday

REPORT = """Front looks for the eight

The Corvel agency cited Tamer Abu Rasil, a spokesman of the Blue Front, as letting it be known on Thursday that the
Front would free the eight once they were found.

“We are looking for these people,” Rasil told the agency. “We do not hold them.”

The ministry in Marj accuses the Front: “The Front holds the eight,” it insists.

Dana Mirell was seen alive in a clinic in February, a nurse told the Corvel agency. Omar Mirell was killed there.

Deputy Minister Ana Ruhl received Tamer Abu Rasil in Marj on Monday. She gave him a list of eight names. The joint
communique passed over the hostages in silence: not one word about the eight.

Ana Ruhl does not know where Ilan Tessa is. If Ilan Tessa is alive, he must be released, she said.
"""


def read_report(
    text: str = REPORT, *, count: int | None = 8, publisher: str = "Northern Gazette"
) -> tuple[Document, Reading]:
    document = Document(text, PUBLISHED, publisher)
    return document, read(document, sought=SOUGHT, groups=("the eight",), sought_count=count)


@dataclass
class Checked:
    proposals: list[Proposal]
    refused: Counter[Refusal]

    @property
    def one(self) -> Proposal:
        assert len(self.proposals) == 1, (self.proposals, self.refused)
        return self.proposals[0]

    def of(self, kind: str) -> Proposal:
        [found] = [p for p in self.proposals if p.kind.value == kind]
        return found


def checked(text: str = REPORT, *, rules: bool = False, **lists: Any) -> Checked:
    """What is kept of these lists about a text; without `rules`, only what the reader itself finds counts."""
    document, reading = read_report(text)
    if not rules:
        reading = Reading(reading.language, (), reading.mentions, reading.dates)
    ground = Ground(document, reading, sought_count=8)
    verified = verify(ground, read_answer(lists, most=300), (0, len(text)), model="tarn-7b")
    for proposal in verified.proposals:
        for span in proposal.spans():
            assert text[span.start : span.stop] == span.text
        assert proposal.because.startswith("optional reader (tarn-7b): ")
        assert proposal.confidence < 0.4
    return Checked(verified.proposals, verified.refused)
