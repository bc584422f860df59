import json

import pytest
from tests.reading.example import EXAMPLES, Example, fields_of

from homeward.reading import Reading, proposal_from_json, proposal_to_json


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.name)
def example(request: pytest.FixtureRequest) -> Example:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def reading(example: Example) -> Reading:
    return example.read()


def test_an_example_is_read_as_its_author_expects(example: Example, reading: Reading) -> None:
    proposals = [fields_of(p) for p in reading.proposals]
    failed = [e for e in example.expectations if not e.met_by(proposals)]
    assert not failed, "\n".join([str(failed), *(json.dumps(p, ensure_ascii=False) for p in proposals)])


def test_every_span_quotes_the_document_and_every_chain_ends_with_the_publisher(
    example: Example, reading: Reading
) -> None:
    text = example.document.text
    for span in [s for p in reading.proposals for s in p.spans()] + [m.span for m in reading.mentions]:
        assert text[span.start : span.stop] == span.text
    for proposal in reading.proposals:
        assert proposal.chain[-1].role == "publisher"
        assert [link.role for link in proposal.chain].count("speaker") <= 1


def test_proposals_survive_json(reading: Reading) -> None:
    for proposal in reading.proposals:
        assert proposal_from_json(json.loads(json.dumps(proposal_to_json(proposal)))) == proposal


def test_there_are_examples_in_every_language() -> None:
    counts = {code: sum(e.name.startswith(code) for e in EXAMPLES) for code in ("en", "ru", "he", "ar")}
    assert counts["en"] >= 20
    assert min(counts.values()) >= 6
