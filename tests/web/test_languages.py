"""The desk in four languages: nothing untranslated, names in their own direction, days in two calendars."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType
from django.test import Client
from django.utils import translation
from lxml import html
from tools import messages

from homeward.casework import told_words, wording
from homeward.casework.engine_words import in_reader_words
from homeward.casework.results import ShownLink
from homeward.findings import foreign, reader_calendar
from homeward.names import compare_people
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    LinkRole,
    PartialDate,
    PersonRecord,
    Polarity,
    Sex,
    WrittenName,
)

OTHERS = [code for code, _ in settings.LANGUAGES if code != "en"]
TEMPLATES = [messages.SOURCE / folder / "templates" for folder in ("web", "findings")]
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMED_ALIKE_EVERYWHERE = {
    "Homeward",
    "SHA",
    "XLSX",
    "XLS",
    "ODS",
    "CSV",
    "HTML",
    "JSON",
    "PDF",
    "DOCX",
    "eml",
    "UTC",
}


@pytest.mark.parametrize("language", OTHERS)
def test_every_marked_text_is_translated_and_compiled(language):
    assert messages.faults(language) == []


def test_each_fault_of_a_catalogue_is_found(monkeypatch, tmp_path):
    text = b'msgid ""\nmsgstr ""\n\nmsgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "a"\nmsgstr[1] "%(x)s"\n'
    for name in ("he/LC_MESSAGES/django.po", "he/LC_MESSAGES/django.mo"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text)
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    told = " ".join(messages.faults("he"))
    for fault in ("not in the catalogue", "other placeholders", "no longer a text", "make messages"):
        assert fault in told or fault == "other placeholders"
    catalog = messages.read("he")
    message = next(m for m in catalog if m.id)
    assert messages._differs(message, "%(x)s", False) == ["other placeholders %()s"]
    assert messages._differs(message, "one day", True) == []
    assert messages._differs(message, "one day", False) == ["other placeholders %()s"]


def _untranslated(template: str) -> list[str]:
    """Words in a template that stand outside every tag that translates."""
    inside, kept = False, []
    for token in Lexer(template).tokenize():
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            inside = name in ("blocktranslate", "comment") or (
                inside and name not in ("endblocktranslate", "endcomment")
            )
        kept.append(token.contents if token.token_type == TokenType.TEXT and not inside else "\0")
    text = "".join(kept)
    told = re.findall(r'\b(?:aria-label|placeholder|title|alt|data-label)="([^"]*)"', text)
    shown = re.sub(r"<(kbd|code)\b[^>]*>[^<]*</\1>|<[^>]*>", "\0", text)
    return [w for w in _WORD.findall(" ".join([*told, shown])) if w not in _NAMED_ALIKE_EVERYWHERE]


@pytest.mark.parametrize(
    "path",
    [path for folder in TEMPLATES for path in sorted(folder.rglob("*.html"))],
    ids=lambda path: path.relative_to(messages.SOURCE).as_posix(),
)
def test_no_template_holds_words_outside_the_tags_that_translate(path):
    assert _untranslated(path.read_text(encoding="utf-8")) == []


def test_words_that_nobody_translates_are_seen():
    assert _untranslated('<p title="Left">{% translate "Right" %} over</p>') == ["Left", "over"]


PAGES = [
    "/", "/enter", "/case/1/", "/case/1/people", "/case/1/candidates", "/case/1/reports",
    "/case/1/reports/new", "/case/1/promises", "/case/1/contacts", "/case/1/contacts/new", "/case/1/silences",
    "/case/1/silences/new", "/case/1/lists", "/case/1/lists/new", "/case/1/rounds", "/case/1/unanswered",
    "/case/1/access", "/case/1/findings", "/cases/new", "/person/{person}", "/find?q=Marko", "/nowhere", "/audit",
    "/users",
]  # fmt: skip


def _classes_around(element) -> str:
    return " ".join(e.get("class", "") for e in element.iterancestors())


def _strangers(page: str, language: str) -> list[str]:
    """Runs of Latin words outside of everything that is isolated or marked as another language's."""
    tree = html.fromstring(page)
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title"):
            continue
        around = [element, *element.iterancestors()]
        foreign_here = [
            e.tag in ("bdi", "blockquote", "kbd", "code", "option", "textarea")
            or e.get("lang", language) != language
            # Reasons of the fixture are no engine's. Sentences of claims and events hold names and titles as written.
            or e.get("class") in ("reasons", "said", "scroll", "where", "each")
            or (e.tag == "td" and e.get("class") is None and "events" in _classes_around(e))
            for e in around
        ]
        texts = ["" if any(foreign_here) else element.text, "" if any(foreign_here[1:]) else element.tail]
        texts += (
            [] if any(foreign_here) else [element.get(name) for name in ("aria-label", "placeholder", "data-label")]
        )
        texts = [
            text for text in texts if not re.match(r"[A-Z][0-9]+ ", text or "")
        ]  # the title of a list, as a label
        found += [
            w for text in texts for w in re.findall(r"[A-Za-z]{3,}", text or "") if w not in _NAMED_ALIKE_EVERYWHERE
        ]
    return found


@pytest.fixture
def chief(client: Client, desk):
    from tests.web.conftest import sign_in

    return sign_in(client, desk.chief)


@pytest.mark.django_db
@pytest.mark.parametrize("language", OTHERS)
def test_every_page_speaks_the_language_in_its_direction(chief, desk, language):
    person = desk.person("ليلى يوسف الخوالدة")
    desk.link(person)
    chief.cookies["homeward_language"] = language
    way = "rtl" if language in ("ar", "he") else "ltr"
    for address in PAGES:
        address = address.replace("/1/", f"/{desk.case.pk}/").format(person=f"P{person.pk}")
        page = chief.get(address).content.decode()
        assert f'<html lang="{language}" dir="{way}">' in page, address
        assert _strangers(page, language) == [], address


@pytest.mark.django_db
def test_before_a_choice_the_browser_s_language_is_spoken_and_a_choice_is_kept(client):
    assert (
        'lang="he" dir="rtl"'
        in client.get("/sign-in", headers={"accept-language": "he-IL,en;q=0.5"}).content.decode()
    )
    assert 'lang="en" dir="ltr"' in client.get("/sign-in", headers={"accept-language": "xx"}).content.decode()
    assert client.post("/language", {"language": "ar", "back": "/sign-in"}).status_code == 302
    page = client.get("/sign-in", headers={"accept-language": "he"}).content.decode()
    assert 'lang="ar" dir="rtl"' in page
    for name in ("English", "Русский", "עברית", "العربية"):
        assert name in page


@pytest.mark.django_db
def test_a_day_stands_in_the_reader_s_calendar_with_the_stored_day_beside(chief, desk):
    person = desk.person("Ilka Tamorevic")
    person.missing_since = PartialDate.read("2024-05-30")
    type(person).objects.filter(pk=person.pk).update(missing_since=person.missing_since)
    assert chief.post("/language", {"calendar": "hijri"}).status_code == 302
    page = chief.get(f"/person/P{person.pk}").content.decode()
    assert '22 Dhu al-Qadah 1445 <span class="stored">(<time datetime="2024-05-30">30 May 2024</time>)' in page
    chief.post("/language", {"calendar": "not one"})
    assert "22 Dhu al-Qadah" in chief.get(f"/person/P{person.pk}").content.decode()


@pytest.mark.parametrize(
    ("calendar", "day", "said"),
    [
        ("hijri", date(2024, 5, 30), "22 Dhu al-Qadah 1445"),
        ("solar_hijri", date(2024, 3, 20), "1 Farvardin 1403"),
        ("hebrew", date(2024, 10, 3), "1 Tishri 5785"),
        ("hebrew", date(2024, 2, 10), "1 Adar I 5784"),
        ("hebrew", date(2024, 3, 24), "14 Adar II 5784"),
        ("hebrew", date(2025, 3, 14), "14 Adar 5785"),
        ("gregorian", date(2024, 3, 20), None),
        ("nonsense", date(2024, 3, 20), None),
    ],
)
def test_days_of_other_calendars(calendar, day, said):
    with reader_calendar.reading_in(calendar):
        assert reader_calendar.in_words(day) == said


@pytest.mark.parametrize(
    ("language", "edtf", "said"),
    [
        ("ru", "2024-05-30", "30 мая 2024 г."),
        ("ru", "2024-03", "март 2024 г."),
        ("ru", "2024-03~", "около марта 2024 г."),
        ("ru", "198X", "1980-е годы"),
        ("ru", "198X~", "около 1980-х годов"),
        ("ru", "2024-21", "весна 2024 г."),
        ("ru", "2024-03/2025-05-02", "в период с марта 2024 г. до 2 мая 2025 г."),
        ("ru", "../2024-03", "до марта 2024 г."),
        ("he", "2024-05-30", "30 במאי 2024"),
        ("he", "2024-03?", "אולי מרץ 2024"),
        ("ar", "2024-05-30", "30 مايو 2024"),
        ("ar", "2024-03~", "نحو مارس 2024"),
        ("ar", "2019/2021", "بين 2019 و2021"),
    ],
)
def test_uncertain_dates_in_words_of_each_language(language, edtf, said):
    with translation.override(language):
        assert wording.date_words(PartialDate.read(edtf)) == said


CHAIN = (ShownLink(LinkRole.SPEAKER, "Ministry", Attribution.NAMED, None),)


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_of_many_speaks_of_one(language):
    with translation.override(language):
        one = translation.gettext("this person")
        for subject in ClaimSubject:
            for polarity in Polarity:
                for value in ("", "X"):
                    said = wording.say_claim(subject, polarity, CHAIN, value=value, collective=True)
                    assert "Ministry" in said, said
                    assert one not in said, said
                    assert translation.gettext("this person's") not in said, said
        for code in AnswerCode:
            assert one not in wording.code_words(code, collective=True)


@pytest.mark.parametrize(
    ("language", "subject", "careful"),
    [
        ("ru", ClaimSubject.RELEASED, "Ministry сообщает об освобождении этого человека"),
        ("he", ClaimSubject.RELEASED, "דווח מפי Ministry על שחרור האדם הזה"),
        ("ar", ClaimSubject.RELEASED, "نُقل عن Ministry خبر الإفراج عن هذا الشخص"),
        ("ru", ClaimSubject.DEAD, "Ministry сообщает о смерти этого человека"),
        ("ar", ClaimSubject.DEAD, "نُقل عن Ministry زعم وفاة هذا الشخص"),
    ],
)
def test_what_is_grave_stays_somebody_s_word(language, subject, careful):
    with translation.override(language):
        assert wording.say_claim(subject, Polarity.ASSERTS, CHAIN) == careful


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_of_the_engines_is_said_in_the_reader_s_language(language):
    people = [
        PersonRecord("1", (WrittenName("Marko Petrovich Velaskin"),), birth=PartialDate("1991-04-17"), sex=Sex.MALE,
                     nationalities=("RU", "IL"), father_name="Petr", home_place="Brenn"),
        PersonRecord("2", (WrittenName("Веласкин Марко Петрович"),), birth=PartialDate("1991"), sex=Sex.MALE,
                     nationalities=("RU",), father_name="Пётр", home_place="Бренн"),
        PersonRecord("3", (WrittenName("מרקו ולסקין"),), birth=PartialDate("1985-02"), sex=Sex.FEMALE,
                     nationalities=("JO",)),
        PersonRecord("4", (WrittenName("M. Velaskina"),), father_name="Boris", home_place="Karvel"),
    ]  # fmt: skip
    reasons = {r for a in people for b in people if a is not b for r in compare_people(a, b).reasons}
    assert len(reasons) > 15
    with translation.override(language):
        assert [reason for reason in reasons if in_reader_words(reason) == reason] == []
    sided = {reason for reason in reasons if reason.endswith((" on the left", " on the right"))}
    assert sided
    assert all(in_reader_words(reason) == reason for reason in reasons - sided)


@pytest.mark.parametrize("language", ("en", *OTHERS))
def test_no_reason_says_left_or_right_where_a_page_may_show_it_the_other_way(language):
    with translation.override(language):
        for first, second in (("left", "right"), ("right", "left")):
            missing = in_reader_words(f'father\'s name: "Борисовна" is missing on the {first}')
            assert missing == in_reader_words(f'father\'s name: "Борисовна" is missing on the {second}')
            assert "«Борисовна»" in missing or '"Борисовна"' in missing
            assert not {"left", "right", "слева", "справа"} & set(missing.replace(":", "").split())
    assert (
        in_reader_words("sex: male on the left, female on the right") == "sex: male in the one, female in the other"
    )


def test_a_reason_of_unknown_form_stands_as_it_is():
    with translation.override("ar"):
        assert in_reader_words("something new") == "something new"


def test_a_briefing_in_english_is_english_whatever_its_writer_reads():
    for language in ("en", *OTHERS):
        with translation.override(language):
            assert told_words.day_in("en", PartialDate.read("2024-03~")) == "about March 2024"
            said = told_words.say_in("en", ClaimSubject.RELEASED, Polarity.ASSERTS, CHAIN)
            assert told_words.without_directions(said).startswith("Reported released, by Ministry")


def test_a_name_in_latin_letters_is_one_stretch_in_an_arabic_sentence():
    said = foreign.prose(
        "سُلّمت إلى Harakat al-Sahil (Coast Movement)، عبر P3", {"P3": "/person/P3"}, before="", rtl=True
    )
    assert '<bdi dir="ltr">Harakat al-Sahil (Coast Movement)</bdi>' in said
    assert '<bdi dir="ltr"><a href="/person/P3">P3</a></bdi>' in said
    assert '<bdi dir="ltr">Idris (C5</bdi>' not in foreign.prose("Idris (C5، 27 مارس)", rtl=True)
