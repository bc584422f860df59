from __future__ import annotations

import itertools
import re
import time
from dataclasses import fields, is_dataclass, replace
from datetime import date
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.example import EMPTY, EXAMPLE, searching
from tests.findings.reader import Element, read_page

from homeward.casework.results import Findings, PersonPicture, Words
from homeward.findings import render_findings, style_of_findings
from homeward.findings.dates import date_words
from homeward.records import PartialDate

SECTIONS = ["summary", "timeline", "picture", "candidates", "proposals", "grid", "promises", "unanswered", "silences",
            "sources", "policy"]  # fmt: skip


def template_texts() -> dict[str, str]:
    folder = resources.files("homeward.findings") / "templates"
    return {entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir()}


# --- no free-floating status (D1) ---------------------------------------


def test_every_claim_shows_its_reference_source_date_wording_and_chain(page):
    root = read_page(page)
    seen = 0
    for person in EXAMPLE.people:
        for line in (*person.lines, *person.withdrawn):
            shown = root.by_id(f"{person.ref}-{line.ref}")
            assert line.ref in shown.words
            assert line.said in shown.words
            assert line.wording.text in shown.text
            assert line.source.ref in shown.words
            assert line.source.title in shown.words
            assert date_words(line.asserted_on) in shown.words
            assert line.translation in shown.words
            for link in line.chain:
                assert f"{link.name}" in shown.words
                assert f"{link.attribution}" in shown.words
            seen += 1
    assert seen == 13


def test_a_claim_without_the_source_s_words_says_that_it_must_not_be_relied_on():
    bare = replace(searching("C1"), wording=Words(""))
    html = render_findings(replace(EXAMPLE, people=(replace(EXAMPLE.people[0], lines=(bare,)),)))
    assert (
        "The source’s own words are not kept here. Do not rely on this line." in read_page(html).by_id("P1-C1").words
    )


def test_the_templates_never_say_a_bare_status():
    bare = re.compile(
        r"\b(is|are|was|were|has been|have been)\s+(held|dead|alive|released|free|found|missing|transferred)\b"
    )
    for name, text in template_texts().items():
        if name.endswith(".html"):
            assert not bare.search(text), name


def test_a_likelihood_never_stands_without_its_word(page):
    for number in re.findall(r"\S+ \(0\.\d\d\)", read_page(page).by_id("candidates").words):
        assert number.split()[0] in {"likely", "possible", "doubtful", "unlikely"}, number
    assert "likely (0.93)" in page
    assert "very likely (0.97)" in page


def test_the_chain_stands_in_its_order_with_how_each_is_named(page):
    chain = read_page(page).by_id("P1-C1").all("ol", "chain")[0]
    assert [link.all(css="role")[0].words for link in chain.all("li")] == ["speaker", "relay", "publisher"]
    assert [link.attributes["class"] for link in chain.all("li")] == ["unnamed", "named", "named"]


def test_a_contradiction_is_a_word_and_a_link_not_only_a_colour(page):
    conflict = read_page(page).by_id("P2-C11").all("p", "conflict")[0]
    assert conflict.words == "≠ Contradicted by C12"
    assert conflict.all("a")[0].attributes["href"] == "#P2-C12"


def test_claims_that_share_a_speaker_or_relay_say_so():
    lines = (searching("C1"), replace(searching("C20"), independent=1), replace(searching("C21"), independent=2))
    html = render_findings(replace(EXAMPLE, people=(replace(EXAMPLE.people[0], lines=lines),)))
    root = read_page(html)
    assert "one word with C20" in root.by_id("P1-C1").words
    assert "stands alone" in root.by_id("P1-C21").words


# --- one page that needs nothing ---------------------------------------


def test_the_page_asks_nothing_of_the_world(page):
    root = read_page(page)
    for element in root.all():
        assert element.tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
        assert not {"src", "srcset", "style", "background", "action", "ping"} & set(element.attributes)
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.attributes.get("href", "#").startswith("#")
    [style] = root.all("style")
    assert "@import" not in style.text
    assert "url(" not in style.text.split("*/", 1)[1]


def test_the_same_findings_give_the_same_bytes(page):
    assert render_findings(EXAMPLE) == page


def test_only_the_given_day_is_on_the_page():
    assert date.today().isoformat() not in render_findings(EXAMPLE)


@pytest.mark.parametrize("findings", [EXAMPLE, EMPTY], ids=["example", "empty"])
def test_ids_are_given_once_and_links_lead_somewhere(findings):
    root = read_page(render_findings(findings))
    ids = [e.attributes["id"] for e in root.all() if "id" in e.attributes]
    assert all(ids)
    assert sorted(ids) == sorted(set(ids))
    for link in root.all("a"):
        assert link.attributes["href"][1:] in ids


def test_a_claim_about_a_whole_list_may_stand_in_several_pictures():
    people = tuple(replace(p, lines=(searching("C1"),), withdrawn=(), conflicts=("See C1.",)) for p in EXAMPLE.people)
    root = read_page(render_findings(replace(EXAMPLE, people=people)))
    assert [e.attributes["href"] for e in root.by_id("P4").all("a") if e.words == "C1"] == ["#P4-C1"]


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(e.tag[1]) for e in read_page(page).all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_sections_stand_in_the_order_of_reading(page):
    found = [e.attributes["id"] for e in read_page(page).all("section")]
    assert found == SECTIONS


def test_every_table_has_a_caption_and_headings_with_scope(page):
    tables = read_page(page).all("table")
    assert len(tables) >= 7
    for table in tables:
        assert table.all("caption")[0].words
        assert all(th.attributes["scope"] in {"col", "row"} for th in table.all("th"))


def test_an_empty_part_says_what_to_do_next():
    root = read_page(render_findings(EMPTY))
    for section in SECTIONS:
        assert root.by_id(section).all("p", "todo"), section


def test_the_example_is_far_below_a_megabyte(page):
    assert len(page.encode()) < 200_000


# --- other scripts ---------------------------------------


def test_every_right_to_left_stretch_is_isolated_with_its_language(page):
    letters = re.compile(r"[\u0590-\u065f\u066e-\u06ef\u06fa-\u07ff]")  # digits of Arabic run left to right

    def check(element: Element) -> None:
        if element.tag in {"svg", "style", "title"}:
            return
        for child in element.children:
            if isinstance(child, str):
                if letters.search(child):
                    assert element.tag in {"bdi", "blockquote", "q"}, (element.tag, child)
                    assert element.attributes.get("dir") == "rtl" or not letters.match(child.lstrip("«“0123456789 "))
                    assert element.attributes.get("lang"), child
            else:
                check(child)

    check(read_page(page))


def test_quotations_stand_in_their_own_language_and_direction(page):
    [quote] = read_page(page).by_id("P2-C12").all("blockquote")
    assert (quote.attributes["lang"], quote.attributes["dir"]) == ("ar", "rtl")


# --- hostile values ---------------------------------------

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "{{ findings.people }}{% include 'page.html' %}",
    "&lt;b&gt; &#60;script&#62;",
    "invoice\u202egnp.exe",
    "\u2066hidden\u2069 \u200bzero \x00nul \x1besc \ud800",
    "A" * 5000,
    "أ" * 3000,
    '=HYPERLINK("http://x")',
    '*/ body{display:none} /* \\"; content: "x',
    "\U000e0041\U000e0042",
    "",
]


def with_text_everywhere(value, text, keep=("ref", "person_ref", "sha256", "direction", "code", "independent")):
    """The same findings with every text replaced, but references."""
    if isinstance(value, str):
        return text
    if isinstance(value, PartialDate) or not (is_dataclass(value) or isinstance(value, tuple)):
        return value
    if isinstance(value, tuple):
        return tuple(with_text_everywhere(v, text) for v in value)
    return replace(
        value,
        **{f.name: with_text_everywhere(getattr(value, f.name), text) for f in fields(value) if f.name not in keep},
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_place_stays_text(text):
    html = render_findings(with_text_everywhere(EXAMPLE, text))
    root = read_page(html)
    test_the_page_asks_nothing_of_the_world(html)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00\x1b\ud800-\udfff\U000e0041]", html)
    html.encode("utf-8")
    assert [e.attributes["id"] for e in root.all("section")] == SECTIONS


def test_an_override_is_shown_instead_of_working():
    html = render_findings(replace(EXAMPLE, case_title="invoice\u202egnp.exe"))
    assert read_page(html).all("h1")[0].words == "invoice⟨U+202E⟩gnp.exe"


def test_a_case_title_cannot_end_the_style_of_the_running_header():
    title = '"; } body { display: none } </style> \\'
    [style] = read_page(render_findings(replace(EXAMPLE, case_title=title))).all("style")
    assert "display: none }" not in style.text.replace(".rail, .skip, .back { display: none; }", "")
    assert "\\00003c \\00002f style\\00003e" in style.text


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_text_at_all_gives_a_well_formed_page(text):
    html = render_findings(
        replace(with_text_everywhere(EMPTY, text), people=(replace(EXAMPLE.people[0], headline=text),))
    )
    read_page(html)
    html.encode("utf-8")


# --- many people ---------------------------------------


def many(number: int) -> Findings:
    people: list[PersonPicture] = []
    for n in range(number):
        one = EXAMPLE.people[n % len(EXAMPLE.people)]
        lines = tuple(replace(line, ref=f"C{n * 20 + k + 1}", contradicts=()) for k, line in enumerate(one.lines * 4))
        people.append(replace(one, ref=f"P{n + 1}", lines=lines, withdrawn=()))
    return replace(
        EXAMPLE,
        people=tuple(people),
        candidates=tuple(
            replace(c, ref=f"K{n * 10 + k + 1}", person_ref=f"P{n + 1}")
            for n in range(number)
            for k, c in enumerate(EXAMPLE.candidates[:4] * 5)
        ),
        grid=replace(
            EXAMPLE.grid,
            rows=tuple(replace(EXAMPLE.grid.rows[n % 8], person_ref=f"P{n + 1}") for n in range(number)),
        ),
    )


def test_two_hundred_people_take_less_than_three_seconds():
    findings = many(200)
    render_findings(EXAMPLE)
    before = time.process_time()  # our own work, whatever else the machine is doing
    html = render_findings(findings)
    assert time.process_time() - before < 3
    assert len(html.encode()) < 8_000_000
    assert "less likely ones are not printed here" in html


def test_what_is_left_out_of_the_candidates_is_counted():
    html = render_findings(many(1))
    [group] = read_page(html).by_id("candidates").all("div", "group")
    assert len(group.all("li", "candidate")) == 12
    assert "8 less likely ones are not printed here" in group.words
    assert "20 candidates" in group.words


def test_the_style_in_the_page_is_the_one_announced(page):
    assert read_page(page).all("style")[0].text == style_of_findings(EXAMPLE)


def test_only_a_served_page_leads_elsewhere(page):
    assert "/person/" not in page
    assert 'href="/person/P1"' in render_findings(EXAMPLE, served=True)


def test_line_ends_and_blank_lines_of_a_quotation_stay():
    line = replace(searching("C1"), wording=Words("first\r\n\r\nsecond\x0cthird", "en"))
    html = render_findings(replace(EXAMPLE, people=(replace(EXAMPLE.people[0], lines=(line,)),)))
    assert read_page(html).by_id("P1-C1").all("blockquote")[0].text == "first\n\nsecond\nthird"
