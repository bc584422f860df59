"""A web page as saved: the article's own words, and what the page says about itself.

In: the bytes of one HTML file. Out: `Contents`. Scripts are not run, frames, images and links are not followed;
nothing here can reach a network. Dates are taken from the page's own marks only: a date found
in the words is more often that of the event, or of another story, than that of publication.
Leaves to others: size and disguise of the file (`article`), the language (`language`).
"""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import lxml.html
from lxml import etree

from homeward.errors import BadDateError, Problem, RefusedFileError
from homeward.exchange.contents import Contents, clean_line, cut_short, join_paragraphs
from homeward.exchange.decode import decode_text
from homeward.records import PartialDate

Element = Any  # lxml.html.HtmlElement: lxml carries no types

_MAX_BYTES = 12_000_000  # a saved news page is under 3 MB even with its styles inside
_MAX_ELEMENTS = 30_000  # telling the article from the page takes a second for every few thousand
_MAX_LEVELS = 1_000_000  # all elements' depths together; deep pages cost more than long ones
_TOO_DEEP = etree.ErrorTypes.ERR_INTERNAL_ERROR  # libxml2 stops at 256 levels and drops what lies deeper
_HEAD = 4096

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:$|[T\s].*)", re.DOTALL)
_DATE_META = (
    "article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
    "dcterms.created",
    "dc.date", "dcterms.date", "citation_publication_date", "sailthru.date", "parsely-pub-date", "publishdate",
    "publish_date", "publication_date", "pubdate", "article.published", "date",
)  # fmt: skip
_SITE_META = ("og:site_name", "dc.publisher", "publisher", "citation_journal_title", "application-name")
_AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "byl",
    "sailthru.author",
)
_TITLE_META = ("og:title", "dc.title", "twitter:title", "citation_title")

# Furniture of a page: never part of an article.
_FURNITURE = {
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "svg",
    "button",
}
_BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "pre",
    "td",
    "th",
    "dt",
    "dd",
    "figcaption",
    "caption",
}
_CONTAINERS = {
    "div",
    "section",
    "article",
    "main",
    "body",
    "ul",
    "ol",
    "table",
    "tr",
    "tbody",
    "thead",
    "dl",
    "center",
}
_PAYWALL = re.compile(r"\b(?:paywall|regwall|premium-wall|subscriber-only|piano-offer)\b", re.IGNORECASE)
_ENOUGH_TEXT = 120

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs pieces of the page; logs may hold none of it


def read(data: bytes, *, name: str, charset: str | None = None) -> Contents:
    """Read one HTML page.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        charset: what an envelope (an e-mail's header) says of the encoding; the page's own word is asked after that.

    Raises:
        RefusedFileError: the page is too large or nested too deep to be a page that people read.
    """
    if len(data) > _MAX_BYTES:
        raise RefusedFileError(
            f"The page has {len(data):,} bytes; no more than {_MAX_BYTES:,} are read",
            "Save only the article, or print the page to PDF.",
            path=name,
            kind="page-too-large",
        )
    text = decode_page(data, charset=charset)
    root = _parse(text, name)
    if root is None:
        return Contents("", problems=(_no_words(name),))
    facts = _linked_data(root)
    metas = _metas(root)
    hidden_by_payment = _behind_payment(root, facts)
    paragraphs, told = _article(root)
    problems: list[Problem] = []
    words = join_paragraphs(paragraphs)
    if len(words) < _ENOUGH_TEXT:
        everything = join_paragraphs(_plain_blocks(root))
        if len(everything) > len(words):
            words = everything
            problems.append(
                Problem(
                    "The article could not be told from the rest of the page, so all its text was taken",
                    "Look at the text before accepting anything from it.",
                    path=name,
                    kind="whole-page-taken",
                )
            )
    if not words:
        return Contents("", problems=(_no_words(name),))
    cut = cut_short(words)
    if cut or hidden_by_payment:
        problems.append(
            Problem(
                f'The page says that there is more than it shows ("{cut or hidden_by_payment}")',
                "Take in the full text before drawing anything from what it leaves out.",
                path=name,
                kind="text-cut-short",
            )
        )
    return Contents(
        words,
        title=_title(root, metas, facts),
        publisher=_first(metas, _SITE_META) or _name_of(facts.get("publisher")) or told.get("sitename"),
        author=_author(root, metas, facts) or told.get("author"),
        published=_published(root, metas, facts),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        complete=not (cut or hidden_by_payment),
        problems=tuple(problems),
    )


def decode_page(data: bytes, *, charset: str | None = None) -> str:
    """The page as text: byte order mark, envelope, meta element, XML declaration, then what the bytes look like."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff")
    stated = [charset] if charset else []
    stated += [m.group(1).decode("ascii") for p in (_META_CHARSET, _XML_CHARSET) if (m := p.search(data[:_HEAD]))]
    for encoding in stated:
        try:
            text = codecs.decode(data, encoding)  # a wrong word is believed only if every byte agrees with it
        except (LookupError, UnicodeError, ValueError, TypeError):
            continue
        if isinstance(text, str):
            return text
    text, _ = decode_text(data)
    return text


def _parse(text: str, name: str) -> Element | None:
    # A str with an XML declaration is refused by lxml, and NUL ends a page early: both go first.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""), count=1)
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    if any(e.type == _TOO_DEEP or "depth" in e.message.lower() for e in parser.error_log):
        raise RefusedFileError(
            "The page nests its elements more than 250 deep",
            "Save the article again from a browser, or print it to PDF.",
            path=name,
            kind="page-too-deep",
        )
    if root is None:
        return None
    elements = levels = depth = 0
    for step, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if step == "start" else -1
        elements += step == "start"
        levels += depth
    if elements > _MAX_ELEMENTS or levels > 2 * _MAX_LEVELS:
        raise RefusedFileError(
            f"The page is larger or deeper than pages that people read ({elements:,} elements)",
            "Save only the article, or print the page to PDF.",
            path=name,
            kind="page-too-large",
        )
    return root


# --- the article's words -----------------------------------------------------------------------------------------


def _article(root: Element) -> tuple[list[str], dict[str, str]]:
    """The article's paragraphs as trafilatura tells them from the page, and the metadata it guessed."""
    import trafilatura  # takes half a second: only where a page is read

    copy = deepcopy(root)  # it takes the tree apart; written out and parsed again, its charset would apply twice
    try:
        found = trafilatura.bare_extraction(
            copy, include_comments=False, include_tables=True, with_metadata=False, favor_recall=True
        )
    except (
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        IndexError,
        AssertionError,
        RecursionError,
        etree.LxmlError,
    ):
        return [], {}  # it stumbles over pages that no browser wrote; the whole page is taken instead
    if found is None or isinstance(found, dict) or found.body is None:
        return [], {}
    told = {key: clean_line(v) for key in ("sitename", "author") if isinstance(v := getattr(found, key, None), str)}
    return list(_told_paragraphs(found.body)), {k: v for k, v in told.items() if v}


def _told_paragraphs(body: Any) -> Iterator[str]:
    for element in body.iterchildren():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "table":
            for row in element.iter("row"):
                yield " | ".join(t for c in row.iterchildren() if (t := clean_line("".join(c.itertext()))))
        elif tag == "list" or any(child.tag in ("p", "item", "table") for child in element.iterchildren()):
            if element.text and element.text.strip():
                yield element.text
            yield from _told_paragraphs(element)
        else:
            for line_break in element.iter("lb"):
                line_break.tail = "\n" + (line_break.tail or "")
            yield "".join(element.itertext())
        if element.tail and element.tail.strip():
            yield element.tail


def _plain_blocks(root: Element) -> Iterator[str]:
    """The text of every block outside the page's furniture, in order; the way that always works."""
    body = root.find(".//body")
    pending: list[str] = []
    within = 0  # how many elements of furniture we are inside
    for step, element in etree.iterwalk(body if body is not None else root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS or tag in _CONTAINERS
        if step == "start":
            within += tag in _FURNITURE
        if block and pending:
            yield "".join(pending)
            pending = []
        if step == "start" and not within:
            pending.append("\n" if tag == "br" else "")
            pending.append(element.text or "")
        elif step == "end":
            within -= tag in _FURNITURE
            pending.append("" if within else element.tail or "")
    yield "".join(pending)


# --- what the page says about itself -----------------------------------------------------------------------------


def _metas(root: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = clean_line(meta.get("content") or "")
        if key and content:
            metas.setdefault(key, content[:500])
    return metas


def _linked_data(root: Element) -> dict[str, Any]:
    """The page's own description of its article (JSON-LD), the first that has a headline or a date."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text[:200_000])
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if "headline" in item or "datePublished" in item:
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    pending = [data]
    for _ in range(200):
        if not pending:
            return
        item = pending.pop(0)
        if isinstance(item, list):
            pending.extend(item[:100])
        elif isinstance(item, dict):
            yield item
            pending.append(item.get("@graph"))


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _name_of(value: Any) -> str | None:
    """A name out of JSON-LD, where it is a text, an object, or a list of either."""
    if isinstance(value, list):
        names = [n for v in value[:10] if not isinstance(v, list) and (n := _name_of(v))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return clean_line(value)[:300] or None if isinstance(value, str) else None


def _title(root: Element, metas: dict[str, str], facts: dict[str, Any]) -> str | None:
    heading = next((t for h in root.iter("h1") if (t := clean_line(h.text_content()))), None)
    title = next((t for h in root.iter("title") if (t := clean_line(h.text_content()))), None)
    return _first(metas, _TITLE_META) or _name_of(facts.get("headline")) or heading or title


def _author(root: Element, metas: dict[str, str], facts: dict[str, Any]) -> str | None:
    stated = _name_of(facts.get("author")) or _first(metas, _AUTHOR_META)
    if stated and not stated.startswith(("http:", "https:")):
        return stated
    for element in root.iter():
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            written = clean_line(element.text_content())
            if 0 < len(written) < 120:
                return written
    return None


def _published(root: Element, metas: dict[str, str], facts: dict[str, Any]) -> PartialDate | None:
    stated = [facts.get("datePublished"), *(metas.get(key) for key in _DATE_META)]
    for element in root.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            stated.insert(1, element.get("datetime"))
    times = [t for t in root.iter("time") if t.get("datetime")]
    if len({t.get("datetime") for t in times}) == 1:  # several differing times belong to several stories
        stated.append(times[0].get("datetime"))
    return next((day for s in stated if isinstance(s, str) and (day := _day(s))), None)


def _day(text: str) -> PartialDate | None:
    """The day of an ISO date or time, in the page's own time zone."""
    found = _ISO_DAY.fullmatch(text[:40])
    if not found:
        return None
    try:
        return PartialDate.of(int(found[1]), int(found[2]), int(found[3]))
    except BadDateError:
        return None


def _behind_payment(root: Element, facts: dict[str, Any]) -> str | None:
    if str(facts.get("isAccessibleForFree", "")).strip().lower() == "false":
        return "isAccessibleForFree: false"
    for element in root.iter("div", "section", "aside"):
        mark = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (found := _PAYWALL.search(mark)) and clean_line(element.text_content()):
            return found.group(0)
    return None


def _no_words(name: str) -> Problem:
    return Problem(
        "The page holds no words outside its menus and scripts",
        "If a browser shows an article there, print it to PDF or copy its text into a file.",
        path=name,
        kind="no-text",
    )
