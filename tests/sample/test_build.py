# ruff: noqa: E501 - sample words stay on one line
"""The committed sample is what its generator makes, and holds what it promises."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

import homeward.sample as sample
from homeward.exchange.article import read_article
from homeward.sample import acts
from homeward.sample.plan import ARABIC_LIST, ECHO_LIST, HEBREW_LIST, OWN_LIST, RUSSIAN_LIST

ROOT = Path(__file__).parents[2]
PACKAGE = Path(sample.__file__).parent
OTHERS = (ARABIC_LIST, RUSSIAN_LIST, HEBREW_LIST)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    sys.path.insert(0, str(ROOT / "sample"))
    try:
        import build

        yield build.build()
    finally:
        sys.path.remove(str(ROOT / "sample"))
        for name in ("build", "lists", "reports", "name_parts"):
            sys.modules.pop(name, None)


def rows_of(name: str) -> list[list[str]]:
    """Every row as a spreadsheet shows it; row 1 is at index 0."""
    data = sample.file_bytes(name)
    if name.endswith(".xlsx"):
        import io

        from openpyxl import load_workbook

        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
        return [["" if c is None else str(c) for c in row] for row in sheet.iter_rows(values_only=True)]
    import csv

    encoding = {RUSSIAN_LIST: "cp1251", HEBREW_LIST: "cp1255", ECHO_LIST: "utf-8-sig"}[name]
    delimiter = ";" if name == RUSSIAN_LIST else ","
    return list(csv.reader(data.decode(encoding).splitlines(), delimiter=delimiter))


def words_of(rows, number):
    return " ".join(rows[number - 1])


def test_the_committed_files_are_what_the_generator_writes(built):
    stored = {p.relative_to(PACKAGE).as_posix() for p in (PACKAGE / "files").iterdir()} - {"files/README.md"}
    assert stored | {"truth.json"} == set(built)
    packages = (".xlsx", ".docx", ".pdf")  # another version of their writer may lay the bytes out otherwise
    for path, data in built.items():
        committed = (PACKAGE / path).read_bytes()
        if not path.endswith(packages):
            assert committed == data, f"{path} is stale: run python sample/build.py"
        elif path.endswith((".docx", ".pdf")):
            old, new = read_article((path, committed)), read_article((path, data))
            assert (old.text, old.title, old.author) == (new.text, new.title, new.author)


def test_the_committed_workbooks_hold_what_the_generator_writes(built, monkeypatch):
    for name in (OWN_LIST, ARABIC_LIST):
        committed = rows_of(name)
        with monkeypatch.context() as patched:
            patched.setattr(sample, "file_bytes", lambda name: built[f"files/{name}"])
            assert rows_of(name) == committed


def test_building_twice_gives_the_same_bytes(built):
    import build

    assert build.build() == built


def test_all_files_together_are_small():
    assert sum(len(sample.file_bytes(n)) for n in sample.file_names()) < 700_000


def test_lists_have_the_promised_sizes():
    for name in OTHERS:
        assert 300 <= len(rows_of(name)) <= 2_000
    assert len(rows_of(ECHO_LIST)) == 9


def test_five_of_the_eight_are_in_the_lists_of_others_beside_namesakes():
    key = sample.sample_key()
    found = {who for (file, who) in key.people if file in OTHERS}
    assert found == {"V-01", "V-02", "V-03", "V-05", "V-07"}
    for file, who in key.people:
        if file in OTHERS:
            assert len(key.namesakes_of(file, who)) >= 2
    for file in (OWN_LIST, ECHO_LIST):
        assert {who for (f, who) in key.people if f == file} == {p.key for p in sample.SOUGHT}


@pytest.mark.parametrize(
    ("file", "person", "words"),
    [
        (ARABIC_LIST, "V-01", "ماكسيم"), (ARABIC_LIST, "V-05", "دويت"), (ARABIC_LIST, "V-07", "الدلاشى"), (RUSSIAN_LIST, "V-02", "Алёна"),
        (RUSSIAN_LIST, "V-03", "Квичук"), (HEBREW_LIST, "V-01", "מכסים"), (HEBREW_LIST, "V-03", "קביצ'וק"), (HEBREW_LIST, "V-05", "דאוויט"),
        (OWN_LIST, "V-04", "Tsereladze"), (ECHO_LIST, "V-06", "فيلدشتاين"),
    ],
)  # fmt: skip
def test_the_key_points_at_the_rows(file, person, words):
    (row,) = sample.sample_key().rows_of(file, person)
    assert words in words_of(rows_of(file), row)


def test_nobody_is_found_under_the_spelling_we_hold():
    key = sample.sample_key()
    forms = {p.key: {n.text for n in p.names} for p in sample.SOUGHT}
    for file in OTHERS:
        rows = rows_of(file)
        for person, known in forms.items():
            for row in key.rows_of(file, person):
                assert not any(form in words_of(rows, row) for form in known)


def test_the_russian_table_has_its_faults():
    rows = rows_of(RUSSIAN_LIST)[1:]
    assert any("31.02.1994" in row for row in rows)
    assert sum(1 for row in rows if not any(row[1:4])) == 2
    assert sum(n - 1 for n in Counter(tuple(row[1:]) for row in rows).values() if n > 1) >= 4


def test_the_arabic_register_has_eastern_digits_and_two_calendars():
    rows = rows_of(ARABIC_LIST)
    text = "\n".join(" ".join(row) for row in rows[4:])
    assert (
        not re.search(r"[0-9]", text) and re.search(r"١٤\d\d/\d+/\d+ هـ", text) and re.search(r"١٩\d\d/\d+/\d+", text)
    )
    assert rows[2][1] == "بيانات الشخص" and rows[3][1] == "الاسم الكامل"


def test_every_report_is_read_whole_with_its_publication():
    for act in sample.sample_plan():
        if isinstance(act, acts.TakeInReport):
            article = read_article((act.file, sample.file_bytes(act.file)))
            assert article.complete and article.language == act.language
            assert article.published in (None, act.published)
            assert 110 <= len(article.text.split()) <= 400


def test_the_read_out_does_not_mention_the_people():
    text = read_article(("hadrun.pdf", sample.file_bytes("hadrun-2026-04-15-readout.pdf"))).text.lower()
    for person in sample.SOUGHT:
        assert person.names[0].text.split()[-1].lower() not in text
    for word in ("captive", "missing", "list", "eight", "prisoner", "hostage", "held people"):
        assert not re.search(rf"\b{word}", text)


def test_the_plan_speaks_only_of_what_the_sample_holds():
    plan = sample.sample_plan()
    parties = {act.name for act in plan if isinstance(act, acts.RecordParty)}
    people = {act.person.key for act in plan if isinstance(act, acts.AddPerson)}
    taken_in: set[str] = set()
    for act in plan:
        if isinstance(act, acts.TakeInList):
            taken_in.add(act.file)
            assert {act.author, act.publisher, act.recipient} - {None} <= parties
        elif isinstance(act, acts.TakeInReport):
            taken_in.add(act.file)
            assert act.publisher in parties
        elif isinstance(act, acts.RecordHandover):
            assert {act.giver, act.recipient, act.through} <= parties and act.file in taken_in
        elif isinstance(act, acts.AcceptProposal | acts.ReviewCommitment):
            assert act.file in taken_in
            assert act.quoting in read_article((act.file, sample.file_bytes(act.file))).text
        elif isinstance(act, acts.JudgeRow):
            assert act.file in taken_in and act.person in people and act.row > 1
        elif isinstance(act, acts.RecordEnquiry | acts.BriefRelative):
            assert act.person in people
    assert taken_in == set(sample.file_names())


def test_the_eight_have_two_real_nationalities_and_four_scripts():
    from babel import Locale

    territories = Locale("en").territories
    for person in sample.SOUGHT:
        assert len(set(person.nationalities)) == 2 and all(code in territories for code in person.nationalities)
        assert {n.script for n in person.names} == {"Latn", "Cyrl", "Hebr", "Arab"}
    assert len(sample.SOUGHT) == 8


def test_the_name_tables_are_large_enough():
    sys.path.insert(0, str(ROOT / "sample"))
    try:
        import name_parts as parts
    finally:
        sys.path.remove(str(ROOT / "sample"))
    for script in ("RU", "HE", "AR"):
        given = {*getattr(parts, f"{script}_MALE"), *getattr(parts, f"{script}_FEMALE")}
        assert len(given) >= 150 and len(getattr(parts, f"{script}_FAMILY")) >= 300
