from pathlib import Path

import pytest
from benchmarks.reading import marked
from benchmarks.reading.marked import MarkedLink, folded, parse

REPORTS = Path(marked.__file__).parent / "reports"
FOLDERS = sorted({path.parent for path in REPORTS.rglob("*.txt")})

HEADER = """\
language: en
published: 2024-06-07
publisher: Northern Gazette
sought: dana = Dana Mirell | דנה מירל; ilan = Ilan Tessa
groups: crew of the Alma
count: 8
covers: citing
"""
GOOD = (
    HEADER
    + """---
“[[s1.content|We hold
[[m1|the eight]]]],” [[s1.source|Ana Ruhl]] [[s1.cue|told]] [[s1.relay|the Corvel agency]].
“[[s1.content|[[c1|We will free them [[c1.condition|if we can]]]]]].”

[[m2|Dana Mirell]] was not named on [[d1|Thursday]].
---
s1 said; speaker=Ana Ruhl; chain=Ana Ruhl | the minister (unnamed) > Corvel agency > Northern Gazette
m1 group; count=8
m2 sought; person=dana
d1 2024-06-06 | 2024-06
c1 commitment; by=Ana Ruhl; due=none
silence-proposed; by=Northern Gazette
never answer; code=holds; about=dana
"""
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(REPORTS).as_posix())
def test_every_report_of_the_project_is_free_of_slips(folder: Path) -> None:
    slips = [str(slip) for path in sorted(folder.glob("*.txt")) for slip in marked.check(path)[1]]
    assert not slips, "\n".join(slips)


def test_the_text_is_the_report_without_its_marks_and_spans_are_places_in_it() -> None:
    report, problems = parse(GOOD)
    assert problems == [] and report is not None
    assert report.text.startswith(
        "“We hold\nthe eight,” Ana Ruhl told the Corvel agency.\n“We will free them if we can.”"
    )
    (statement,) = report.of("statement")
    assert [report.text[a:b] for a, b in statement.places("content")] == [
        "We hold\nthe eight",
        "We will free them if we can",
    ]
    assert [report.text[a:b] for a, b in statement.places("relay")] == ["the Corvel agency"]
    (commitment,) = report.of("commitment")
    assert [report.text[a:b] for a, b in commitment.places()] == ["We will free them if we can"]
    assert [report.text[a:b] for a, b in commitment.places("condition")] == ["if we can"]


def test_what_is_known_and_what_the_marks_mean_are_kept() -> None:
    report, _ = parse(GOOD)
    assert report is not None
    assert (report.language, report.published.edtf, report.publisher, report.count) == (
        "en",
        "2024-06-07",
        "Northern Gazette",
        8,
    )
    assert report.sought == (("dana", ("Dana Mirell", "דנה מירל")), ("ilan", ("Ilan Tessa",)))
    assert [m.kind for m in report.marked] == [
        "statement", "mention", "mention", "date", "commitment", "silence-proposed",
    ]  # fmt: skip
    assert report.of("date")[0].values() == ("2024-06-06", "2024-06")
    assert report.never[0].fields == {"code": ("holds",), "about": ("dana",)}


def test_an_alternative_is_a_whole_chain_or_a_name_in_it() -> None:
    report, _ = parse(GOOD)
    assert report is not None
    one_name = report.of("statement")[0].chains
    assert one_name == (
        (
            MarkedLink(("Ana Ruhl", "the minister"), ("named", "unnamed")),
            MarkedLink(("Corvel agency",), ("named",)),
            MarkedLink(("Northern Gazette",), ("named",)),
        ),
    )
    two_chains = marked.chains_of(
        "Ana Ruhl > Northern Gazette | Ana Ruhl > Corvel > Northern Gazette", "Northern Gazette"
    )
    assert [[link.names[0] for link in chain] for chain in two_chains] == [
        ["Ana Ruhl", "Northern Gazette"],
        ["Ana Ruhl", "Corvel", "Northern Gazette"],
    ]


def test_whole_chains_may_stand_beside_other_names_of_a_link() -> None:
    chains = marked.chains_of(
        "mother | Omar Tal's mother (unnamed) > Northern Gazette | Omar Tal's mother > Corvel | Corvel agency"
        " > Northern Gazette",
        "Northern Gazette",
    )
    assert [[link.names for link in chain] for chain in chains] == [
        [("mother", "Omar Tal's mother"), ("Northern Gazette",)],
        [("Omar Tal's mother",), ("Corvel", "Corvel agency"), ("Northern Gazette",)],
    ]


def test_a_shorter_name_of_the_publisher_begins_no_chain() -> None:
    chains = marked.chains_of(
        "Omar Tal > Northern Gazette | Gazette | Omar Tal > Corvel > Northern Gazette | Gazette", "Northern Gazette"
    )
    assert [[link.names for link in chain] for chain in chains] == [
        [("Omar Tal",), ("Northern Gazette", "Gazette")],
        [("Omar Tal",), ("Corvel",), ("Northern Gazette", "Gazette")],
    ]


def test_participants_may_have_other_names_or_stand_in_other_groups() -> None:
    written = GOOD.replace(
        "c1 commitment; by=Ana Ruhl; due=none", "c1 contact; status=held; kind=call; date=none; with={}"
    )
    written = written.replace("c1.condition", "c1.place")
    one, _ = parse(written.format("Ana Ruhl | the minister + Omar Tal"))
    two, _ = parse(written.format("Ana Ruhl + Omar Tal | Ana Ruhl + Lea Tal"))
    assert one is not None and (("Ana Ruhl", "the minister"), ("Omar Tal",)) in one.of("contact")[0].participants()
    assert two is not None and (("Ana Ruhl",), ("Lea Tal",)) in two.of("contact")[0].participants()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ("published: 2024-06-07", "published: 2024-06-31", 2, "EDTF"),
        ("publisher: Northern Gazette\n", "", 1, "publisher"),
        ("groups:", "group:", 5, "a line here is one of"),
        ("language: en", "language: klingon", 1, "klingon"),
        ("count: 8", "count: eight", 6, "not a number"),
        ("ilan = Ilan", "ilan: Ilan", 4, "name form"),
        ("---\n“", "“", 21, "two lines"),
        ("[[s1.source|Ana Ruhl]]", "[[s1.source|Ana Ruhl", 10, "never closed"),
        ("Ana Ruhl]]", "Ana Ruhl]]]]", 10, "closes nothing"),
        ("[[s1.cue|told]]", "[[s1.cue|told ]]", 10, "white space"),
        ("[[s1.cue|told]]", "[[told]]", 10, "opens no mark"),
        ("[[s1.cue|told]]", "[[s1.verb|told]]", 10, "s1.verb"),
        ("[[s1.cue|told]]", "[[s2.cue|told]]", 10, "s2 has no line"),
        ("s1.content|", "s1.cue|", 9, "no content"),
        ("[[c1.condition|if we can]]", "[[c1.place|if we can]]", 11, 'no part "place"'),
        ("“[[s1.content|We hold", "[[s1.content|“We hold", 9, ""),
        ("m1 group; count=8", "m1 group", 16, '"count="'),
        ("m1 group; count=8", "m1 group; count=eight", 16, "eight"),
        ("m1 group; count=8", "m1 people; count=8", 16, "people"),
        ("m1 group; count=8", "m1 group; count=8; person=dana", 16, "person"),
        ("m2 sought; person=dana", "m2 sought; person=dan", 17, "not a key"),
        ("m2 sought; person=dana", "m1 sought; person=dana", 17, "two lines"),
        ("d1 2024-06-06 | 2024-06", "d1 6 June", 18, "EDTF"),
        ("s1 said;", "s1 told;", 15, "told"),
        ("s1 said;", "s1 attitude;", 15, "no field"),
        ("speaker=Ana Ruhl", "speaker=Omar Tal", 15, "begin with the speaker"),
        ("> Northern Gazette\nm1", "> Southern Gazette\nm1", 15, "end with the publisher"),
        ("speaker=Ana Ruhl; chain", "speaker; chain", 15, "field=value"),
        ("by=Ana Ruhl; due=none", "by=Ana Ruhl; due=soon", 19, "due"),
        ("by=Ana Ruhl; due=none", "due=none", 19, '"by="'),
        ("by=Ana Ruhl; due", "by=Ana Ruhl; by=Ana Ruhl; due", 19, "twice"),
        ("c1 commitment", "s2 commitment", 19, "letters"),
        ("code=holds; about=dana", "code=hold; about=dana", 21, "hold"),
        ("never answer; code=holds; about=dana", "never mind", 21, "mind"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line(right: str, wrong: str, line: int, told: str) -> None:
    assert right in GOOD
    _, problems = parse(GOOD.replace(right, wrong), "a.txt")
    if told:
        assert any(p.line == line and told in p.what for p in problems), problems
        assert str(problems[0]).startswith("a.txt:")
    else:
        assert problems == []


def test_every_slip_is_told_and_not_only_the_first() -> None:
    _, problems = parse(GOOD.replace("2024-06-06", "6 June").replace("due=none", "due=soon"))
    assert [p.line for p in problems] == [18, 19]


@pytest.mark.parametrize(
    "written", ["", "---\n---\n", "\n" * 5, "[[" * 500, "---\n" + "[[s1|" * 200 + "\n---\n", "]]\0---"]
)
def test_no_file_is_too_broken_to_be_told_of(written: str) -> None:
    assert parse(written)[1]


def test_names_are_compared_without_case_articles_and_quotation_marks() -> None:
    assert folded("The “Corvel” Agency") == folded("corvel agency")
    assert folded("הסוכנות «קורבל»") == folded("סוכנות קורבל")
    assert folded("الوكالة") == folded("وكالة")
    assert folded("a spokesman of the Front (unnamed)") == folded("spokesman of the Front")
    assert folded("Corvel agency") != folded("Morvel agency")


def test_the_table_counts_by_language() -> None:
    report, _ = parse(GOOD)
    assert report is not None
    lines = {line[:18].strip(): line.split()[-1] for line in marked.table([report, report]).splitlines()}
    assert (lines["reports"], lines["statements"], lines["with a relay"], lines["never"]) == ("2", "2", "2", "2")


def test_a_sought_name_that_stands_unmarked_is_pointed_at() -> None:
    report, problems = parse(GOOD.replace("was not named", "was not named, Ilan Tessa neither,"))
    assert report is not None and problems == []
    (note,) = marked.unmarked_names(report)
    assert "Ilan Tessa" in note
