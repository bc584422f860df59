"""The training of the judge of relays, on two reports made for it."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")

from training.reading.relaying import chances_of, fit, rows_of

REPORT = """language: en
published: 2024-06-07
publisher: Northern Gazette
covers: relay
---
[[s1.source|Ana Ruhl]] [[s1.cue|said]] in an e-mail to [[s1.relay|Radio {name}]] that [[s1.content|they were alive]].
Radio Tern was closed.
---
s1 said; speaker=Ana Ruhl; chain=Ana Ruhl > Radio {name} > Northern Gazette
"""


def test_media_are_told_apart_by_the_words_beside_them(tmp_path: Path) -> None:
    rows = []
    for name in ("Marsh", "Lake", "Hill"):
        path = tmp_path / f"{name}.txt"
        path.write_text(REPORT.format(name=name), encoding="utf-8")
        rows.append(rows_of(path))
    assert [(row.name, row.relayed) for row in rows[0]] == [("radio marsh", True), ("radio tern", False)]
    chances = chances_of(fit(rows[0] + rows[1], 1.0), rows[2])
    assert chances[0] > 0.5 > chances[1]
    assert np.all((chances > 0) & (chances < 1))
