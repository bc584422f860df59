# ruff: noqa: E501 - sample words stay on one line
"""Web pages: the article's words, what the page says of itself, and what must not get in."""

import time

import pytest

from homeward.errors import RefusedFileError
from homeward.exchange import html
from homeward.exchange.article import read_article

PARAGRAPHS = [
    "The delegation of the Coast Movement arrived in the capital on Monday for two days of talks.",
    "Its spokesman said that the movement is looking for the people on the list, and that the search is hard.",
    "The ministry said in a statement that it expects an answer for every single name.",
]


def page(body="", head="", lang="en"):
    words = body or "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Talks | Harbour Post</title>{head}</head>'
        '<body><nav><a href="/">Home page menu</a></nav><script>document.write("evil words")</script>'
        f"<article><h1>Talks in the capital</h1>{words}</article><footer>Terms of use apply</footer></body></html>"
    )


def read(text, encoding="utf-8"):
    return read_article(("page.html", text.encode(encoding)))


def test_the_words_of_the_article_and_nothing_of_the_furniture():
    article = read(page())
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text.split("\n\n")
    for foreign in ("evil", "menu", "Terms of use"):
        assert foreign not in article.text
    assert article.complete and article.format == "html" and article.language == "en"


def test_what_the_page_says_of_itself():
    head = (
        '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ada Invented">'
        '<meta property="article:published_time" content="2026-03-27T23:40:00-05:00"><meta property="og:title" content="Talks">'
    )
    article = read(page(head=head))
    assert (article.title, article.publisher, article.author) == ("Talks", "Harbour Post", "Ada Invented")
    assert str(article.published) == "2026-03-27"


def test_linked_data_is_read_and_wrong_types_in_it_are_not_believed():
    facts = '{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2026-04-02","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"}}]}'
    article = read(page(head=f'<script type="application/ld+json">{facts}</script>'))
    assert (article.author, article.publisher, str(article.published)) == ("A, B", "P", "2026-04-02")
    read(
        page(head='<script type="application/ld+json">{"headline":{"x":[]},"datePublished":[1],"author":5}</script>')
    )


def test_a_date_in_the_words_is_not_the_day_of_publication():
    body = (
        "<p>On 4 February 2020 the committee met for the first time, as everybody in the town remembers well.</p>" * 3
    )
    assert read(page(body)).published is None


def test_the_dates_of_several_stories_are_nobodys():
    extra = '<time datetime="2026-01-01">x</time><time datetime="2026-02-02">y</time>'
    assert read(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS) + extra)).published is None


RUSSIAN = (
    "Делегация прибыла в столицу в понедельник, сообщил представитель министерства. Переговоры продлятся два дня."
)
HEBREW = "המשלחת הגיעה לבירה ביום שני, מסר דובר המשרד. השיחות יימשכו יומיים, והוועד יפרסם הודעה בסיומן."
ARABIC = (
    "وصل الوفد إلى العاصمة يوم الاثنين، بحسب الناطق باسم الوزارة. وتستمر المحادثات يومين وتصدر اللجنة بيانا بعدها."
)


@pytest.mark.parametrize(
    ("words", "encoding", "language"),
    [
        (RUSSIAN, "cp1251", "ru"),
        (HEBREW, "cp1255", "he"),
        (ARABIC, "cp1256", "ar"),
        (RUSSIAN, "koi8-r", "ru"),
        (ARABIC, "utf-16", "ar"),
    ],
)
@pytest.mark.parametrize("declared", ["charset", "http-equiv", "none", "wrong"])
def test_encodings_as_declared_and_as_found_out(words, encoding, language, declared):
    said = {
        "charset": f'<meta charset="{encoding}">',
        "http-equiv": f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">',
        "none": "",
        "wrong": '<meta charset="utf-8">',
    }[declared]
    text = f"<html><head>{said}</head><body><article><p>{words}</p><p>{words[::1]}</p></article></body></html>"
    article = read_article(("page.html", text.encode(encoding)))
    assert words in article.text and article.language == language


def test_the_script_overrules_a_template_that_says_english():
    assert read(page(f"<p>{ARABIC}</p><p>{ARABIC}</p>", lang="en")).language == "ar"


@pytest.mark.parametrize(
    "mark", ["Read more", "Subscribe to continue reading", "Читать далее", "המשך לקרוא", "اقرأ المزيد", "للمزيد"]
)
def test_a_page_that_says_there_is_more_is_incomplete(mark):
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + f"<p>{mark}</p>"
    article = read(page(body))
    assert not article.complete and "text-cut-short" in {p.kind for p in article.problems}


def test_a_paywall_in_the_markup_or_in_the_linked_data_is_told():
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    assert not read(page(body + '<div class="paywall">Subscribe today for full access</div>')).complete
    facts = '<script type="application/ld+json">{"headline":"H","isAccessibleForFree":"False"}</script>'
    assert not read(page(head=facts)).complete


def test_a_short_teaser_is_incomplete():
    assert not read(page("<p>The spokesman said that the movement had found…</p>")).complete


def test_a_page_without_an_article_is_taken_whole_and_says_so(monkeypatch):
    monkeypatch.setattr(html, "_article", lambda root: ([], {}))
    article = read("<html><body><div>Short note: the list was handed over.</div></body></html>")
    assert article.text == "Short note: the list was handed over." and "whole-page-taken" in {
        p.kind for p in article.problems
    }


def test_a_page_of_menus_and_scripts_has_no_text():
    article = read("<html><body><nav>Home</nav><script>var a = 'words';</script></body></html>")
    assert article.text == "" and {p.kind for p in article.problems} == {"no-text"} and not article.complete


def test_nesting_without_end_is_refused_quickly():
    start = time.monotonic()
    with pytest.raises(RefusedFileError) as caught:
        read("<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000)
    assert caught.value.problem.kind == "page-too-deep" and time.monotonic() - start < 5


def test_giant_pages_are_refused():
    with pytest.raises(RefusedFileError):
        read("<p>" + "word " * 3_000_000)
    with pytest.raises(RefusedFileError):
        read("<html><body>" + "<b>x</b>" * 200_000)


def test_nul_bytes_in_a_page_are_refused():
    with pytest.raises(RefusedFileError) as caught:
        read(page().replace("The ministry said", "The \x00ministry said"))
    assert caught.value.problem.kind == "not-what-it-says"


def test_an_entity_in_a_page_reads_no_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    text = (
        page()
        .replace("<!doctype html>", f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
        .replace("The ministry", "&x; The ministry")
    )
    assert "secret words" not in read(text).text


def test_steering_marks_do_not_split_a_name():
    article = read(page().replace("spokesman said", "spokes\u00adman\u200b said"))
    assert "spokesman said" in article.text
