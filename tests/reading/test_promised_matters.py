"""What somebody promises is a commitment where it is about the people looked for, not about lamps and wages."""

from __future__ import annotations

import pytest

from homeward.reading import Document, ProposalKind, read
from homeward.records import PartialDate

HEAD = "ما زال المهندسون الثمانية في عداد المفقودين منذ آذار.\n\n"


def promises(words: str) -> int:
    reading = read(
        Document(HEAD + words, PartialDate.read("2024-06-07"), "بريد الساحل", language="ar"),
        groups=("المهندسون", "المهندسين"),
        sought_count=8,
    )
    return sum(p.kind is ProposalKind.COMMITMENT for p in reading.proposals)


@pytest.mark.parametrize(
    "words",
    [
        "ووعد رئيس البلدية سامر الجبلي بإنارة الشارع الكبير.",
        "ووعد الوزير سامر الجبلي برفع رواتب المعلمين.",
        "ووعدت الشركة بإصلاح الطريق المؤدي إلى السوق.",
    ],
)
def test_a_promise_of_other_things_is_none(words: str) -> None:
    assert promises(words) == 0


@pytest.mark.parametrize(
    "words",
    [
        "ووعد القائد سامر الجبلي بإطلاق المهندسين.",
        "ووعد القائد سامر الجبلي بتسليم قائمة كاملة.",
        "ووعد القائد سامر الجبلي بزيارتهم.",
    ],
)
def test_a_promise_about_them_is_one(words: str) -> None:
    assert promises(words) >= 1
