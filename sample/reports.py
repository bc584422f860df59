# ruff: noqa: E501 - the words of the reports stand as in the files
"""The seven invented reports of the sample case, as the files in which a desk would meet them.

In: nothing. Out: file name to bytes, the same bytes every time.
Leaves to others: where they are written (`build`).
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

import docx
from fpdf import FPDF

_STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def reports() -> dict[str, bytes]:
    """Every report by its file name."""
    return {
        "novik-2026-03-26-interview.html": novik_interview(),
        "marj-wire-2026-03-27.html": marj_wire(),
        "lenhart-courier-2026-03-28.html": lenhart_courier(),
        "hadrun-2026-04-15-readout.pdf": hadrun_readout(),
        "families-2026-05-12.docx": families_committee(),
        "sawt-al-marj-2026-05-20.txt": sawt_al_marj(),
        "verenia-mfa-2026-03-11.eml": ministry_release(),
    }


# --- the interview, in Russian ---------------------------------------------------------------------------------

_NOVIK = [
    "КАРВЕЛЬ, 26 марта. /Новик/. Движение «Сахиль», которое удерживает анклав Каср-эль-Мардж, пока не знает, где находятся"
    " восемь человек, о судьбе которых запрашивала Верения. Об этом в интервью агентству «Новик» заявил официальный"
    " представитель движения Идрис Канбар.",
    "По словам Канбара, список с восемью именами движению передало министерство иностранных дел Верении через посредников"
    " из Хадруна. «Мы получили список 10 марта и отнеслись к нему серьёзно, потому что уважаем посредников», — сказал он.",
    "«Сейчас мы ищем этих людей. Анклав разделён, связь плохая, но поиски идут. Как только мы их найдём, мы передадим их"
    " посредникам», — пообещал представитель движения. Назвать сроки он отказался.",
    "На вопрос, удерживает ли движение кого-либо из восьмерых, Канбар ответил, что у него нет таких сведений. «Я не могу"
    " говорить о том, чего не знаю», — добавил собеседник агентства.",
    "Он также сообщил, что делегация движения посетит столицу Хадруна в апреле. Повестка поездки, по его словам, ещё"
    " согласовывается: речь пойдёт о переправе, рыболовной зоне и поставках электроэнергии.",
    "Движение «Сахиль» контролирует прибрежный анклав с октября 2025 года. Тогда же пропала связь с несколькими"
    " иностранцами, работавшими в порту и в больницах города.",
]


def novik_interview() -> bytes:
    """A page of the agency in cp1251, as it declares itself; the date stands in a meta element and a JSON-LD block."""
    paragraphs = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in _NOVIK)
    page = f"""<!DOCTYPE html>
<html lang="ru">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Движение «Сахиль» ищет восьмерых из списка Верении, заявил его представитель — Новик</title>
<meta property="og:site_name" content="Агентство «Новик»">
<meta property="og:title" content="Движение «Сахиль» ищет восьмерых из списка Верении, заявил его представитель">
<meta property="article:published_time" content="2026-03-26T14:05:00+03:00">
<meta name="author" content="Агентство «Новик»">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Движение «Сахиль» ищет восьмерых из списка Верении, заявил его представитель",
 "datePublished": "2026-03-26T14:05:00+03:00", "publisher": {{"@type": "Organization", "name": "Агентство «Новик»"}}}}
</script>
<script>var counter = 1; document.write("<img src='https://counter.example/hit'>");</script>
</head>
<body>
<header><a href="/">НОВИК</a> <nav><ul><li><a href="/world">В мире</a></li><li><a href="/eco">Экономика</a></li>
<li><a href="/sport">Спорт</a></li></ul></nav></header>
<div class="banner">Реклама. Окна и двери с доставкой. Звоните!</div>
<main><article>
<h1>Движение «Сахиль» ищет восьмерых из списка Верении, заявил его представитель</h1>
<div class="article-date"><time datetime="2026-03-26T14:05:00+03:00">26 марта 2026, 14:05</time></div>
<div class="article-body">
{paragraphs}
</div>
</article></main>
<aside><h3>Читайте также</h3><ul><li><a href="/1">Верфь в Телмо получила новый заказ</a></li>
<li><a href="/2">В Карвеле открылась выставка цветов</a></li></ul></aside>
<footer>© Агентство «Новик», 2026. Все права защищены. Вымышленное издание.</footer>
</body>
</html>
"""
    return page.replace("\n", "\r\n").encode("cp1251")


# --- the wire story and its copy, in English ---------------------------------------------------------------------

_WIRE_TITLE = "Coast Movement says it is looking for eight people named by Verenia"
_WIRE = [
    "PORT HALIM, March 27 (Marj Wire) - The Coast Movement does not know where eight people missing in the enclave of Qasr"
    " al-Marj are, the Novik Agency reported on Thursday.",
    "The agency cited the movement's spokesman, Idris Qanbar, who said the Verenian foreign ministry had handed the movement"
    " a list of eight names through mediators from Hadrun.",
    "“We are searching for these people now. The enclave is divided and the lines are bad, but the search goes on,” Qanbar"
    " said. “As soon as we find them, we will hand them over to the mediators.”",
    "He declined to give a date, and the agency did not say whether he was asked about any of the eight by name.",
    "The Verenian ministry confirmed on Friday that the list was handed over in Port Halim on March 10. “We expect an answer"
    " for each name, and we have not had one,” the ministry said in a statement.",
    "The movement has run the coastal enclave since October 2025. Contact with several foreigners who worked at its port and"
    " in its hospitals was lost in the same week.",
    "A delegation of the movement is expected in Hadrun's capital, Wadi Sinan, in the middle of April for talks on the"
    " crossing, the fishing zone and the supply of electricity.",
]


def _english_page(
    *,
    site: str,
    title: str,
    author: str,
    published: str,
    shown_date: str,
    paragraphs: list[str],
    colour: str,
    more: str,
) -> bytes:
    body = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in paragraphs)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)} | {escape(site)}</title>
<meta property="og:site_name" content="{escape(site)}">
<meta property="og:title" content="{escape(title)}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="{published}">
<meta name="author" content="{escape(author)}">
<style>body {{ font-family: serif; color: {colour}; }}</style>
</head>
<body>
<div id="cookie-note">We use cookies to remember your settings. <button>Fine</button></div>
<nav class="menu"><a href="/">Home</a> <a href="/coast">The coast</a> <a href="/business">Business</a></nav>
<article>
<h1>{escape(title)}</h1>
<p class="byline">By <span rel="author">{escape(author)}</span> · <time datetime="{published}">{shown_date}</time></p>
<div class="story">
{body}
</div>
</article>
<section class="related"><h2>More stories</h2><ul><li><a href="/a">{escape(more)}</a></li>
<li><a href="/b">Ferry timetable for the spring</a></li></ul></section>
<footer><p>© 2026 {escape(site)}. An invented publication. Contact the newsroom. Terms of use.</p></footer>
<script>window.visits = (window.visits || 0) + 1;</script>
</body>
</html>
""".encode()


def marj_wire() -> bytes:
    """The wire story: relays the Russian-language interview."""
    return _english_page(
        site="Marj Wire",
        title=_WIRE_TITLE,
        author="Marj Wire staff",
        published="2026-03-27T17:40:00+02:00",
        shown_date="27 March 2026",
        paragraphs=_WIRE,
        colour="#111",
        more="Harbour dredging to start in May",
    )


def lenhart_courier() -> bytes:
    """The same story on another site a day later, lightly edited, with the wire named at its head and foot."""
    edits = [
        ("PORT HALIM, March 27 (Marj Wire) - The Coast Movement", "The Coast Movement"),
        ("reported on Thursday", "reported on Thursday, according to Marj Wire"),
        (
            "The enclave is divided and the lines are bad, but the search goes on,",
            "The enclave is divided, but the search goes on,",
        ),
        ("He declined to give a date, and the agency did not say", "He gave no date. The agency did not say"),
        ("has run the coastal enclave since", "has controlled the coastal enclave since"),
    ]
    paragraphs = []
    for paragraph in _WIRE:
        for old, new in edits:
            paragraph = paragraph.replace(old, new)
        paragraphs.append(paragraph)
    return _english_page(
        site="Lenhart Courier",
        title="Movement in Qasr al-Marj ‘searching’ for eight people on Verenian list",
        author="Courier foreign desk",
        published="2026-03-28T06:15:00+01:00",
        shown_date="Saturday, March 28, 2026",
        paragraphs=[*paragraphs, "With material from Marj Wire."],
        colour="#222",
        more="Council votes on tram line",
    )


# --- the read-out of a meeting, in English -------------------------------------------------------------------------

_READOUT = [
    "Wadi Sinan, 15 April 2026",
    "On Tuesday, 14 April, the Deputy Foreign Minister of Hadrun, Salim Odeh-Karram, received a delegation of the Coast"
    " Movement led by the head of its external office, Nadim Farrash.",
    "The two sides reviewed the situation on the coast and exchanged views on the steps that are needed to keep the crossing"
    " at Bab al-Rih open for goods and for travellers. The Deputy Minister underlined that Hadrun attaches great importance"
    " to the regular supply of electricity to Qasr al-Marj and informed the delegation of the progress of repairs at the"
    " substation.",
    "The delegation expressed its thanks to the leadership of Hadrun for its position and for the medical supplies that were"
    " delivered in March. Mr Farrash said that “the movement values the role of Hadrun and will continue the contacts at all"
    " levels”.",
    "It was agreed that experts of both sides would meet in the first half of May to discuss the limits of the fishing zone."
    " The meeting was held in an open and friendly atmosphere and ended with a working dinner.",
    "The delegation also visited the port administration and the Museum of Navigation.",
]


def hadrun_readout() -> bytes:
    """A one-page PDF with a letter head and a page number; it does not mention the people at all."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(_STAMP)
    pdf.set_title("Read-out: meeting with a delegation of the Coast Movement")
    pdf.set_author("Ministry of Foreign Affairs of Hadrun, Press Department")
    pdf.set_margins(25, 22, 25)
    pdf.set_auto_page_break(False)  # the page number stands in the lower margin
    pdf.add_page()
    pdf.set_font("Times", "B", 12)
    pdf.cell(0, 6, "MINISTRY OF FOREIGN AFFAIRS OF HADRUN", align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", "", 10)
    pdf.cell(0, 6, "Press Department", align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(10)
    pdf.set_font("Times", "B", 15)
    pdf.multi_cell(0, 7.5, "Deputy Minister receives delegation of the Coast Movement", align="L")
    pdf.ln(5)
    pdf.set_font("Times", "", 12)
    for paragraph in _READOUT:
        pdf.multi_cell(0, 6, paragraph.replace("“", '"').replace("”", '"'), align="J")
        pdf.ln(3.5)
    pdf.set_y(-25)
    pdf.set_font("Times", "", 9)
    pdf.cell(0, 6, "Page 1 of 1", align="C")
    return bytes(pdf.output())


# --- the families' committee, in Hebrew ----------------------------------------------------------------------------

_FAMILIES_TITLE = "הודעת ועד משפחות הנעדרים בקסר אל-מרג'"
_FAMILIES = [
    "קרוול, 12 במאי 2026",
    "ועד משפחות הנעדרים בקסר אל-מרג' מוסר כי ביום ראשון, 10 במאי, קיבלו נציגיו עדות על מקסים ז'לבקוב, בן 35, שהקשר עמו נותק"
    " ב-6 באוקטובר 2025.",
    'לדברי יו"ר הוועד, רינת אלמוזני, אחות שעבדה עד אפריל בבית החולים השדה בשכונת הנמל סיפרה כי טיפלה בו. "היא אמרה שמקסים'
    " ז'לבקוב חי, שהיד שלו חבושה ושהוא ביקש למסור דרישת שלום לאמו\", אמרה אלמוזני.",
    'הוועד הדגיש כי העדות טרם אומתה בידי גורם נוסף וכי שם האחות שמור במערכת. "אנחנו מבקשים ממשרד החוץ של ורניה לפנות מיד'
    ' למתווכים ולשאול על מקסים בשמו", נאמר בהודעה.',
    "המשפחות מזכירות כי רשימת שמונת השמות נמסרה לתנועת אל-סאחל ב-10 במרץ, וכי עד היום לא התקבלה תשובה פרטנית על איש מהם."
    ' "הבטיחו לנו שמחפשים. חודשיים עברו, ואיש לא אמר לנו דבר", אמרה אחותה של ילנה שטיבלמן.',
    "הוועד ייפגש עם נציגי המשרד בשבוע הבא.",
]


def families_committee() -> bytes:
    """A Word document with a heading, right-to-left paragraphs, a contact table and one tracked deletion."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document()
    document.core_properties.title = _FAMILIES_TITLE
    document.core_properties.author = "ועד משפחות הנעדרים בקסר אל-מרג'"
    document.core_properties.language = "he"
    document.core_properties.created = document.core_properties.modified = _STAMP.replace(tzinfo=None)
    document.core_properties.last_modified_by = ""
    document.core_properties.comments = ""

    def right_to_left(paragraph: docx.text.paragraph.Paragraph) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # the start of the line, which is on the right
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    right_to_left(document.add_heading(_FAMILIES_TITLE, level=1))
    for text in _FAMILIES:
        right_to_left(document.add_paragraph(text))
    struck = OxmlElement("w:del")
    struck.set(qn("w:id"), "1")
    struck.set(qn("w:author"), "ועד")
    run, words = OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = " המקום והשעה יימסרו בנפרד."
    run.append(words)
    struck.append(run)
    document.paragraphs[-1]._p.append(struck)
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("דוברת", "רינת אלמוזני"), ("דואר", "vaad@families.example")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return same_every_time(out.getvalue())


def same_every_time(package: bytes) -> bytes:
    """A ZIP package with the same content, its members in order of name and dated 1980."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n))
        for name in names:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(name))
    return out.getvalue()


# --- the denial, in Arabic ---------------------------------------------------------------------------------------

_SAWT = """صوت المرج: مدير الصحة ينفي وجود أجنبي في المشفى الميداني

قصر المرج، 20 أيار/مايو 2026

نفى مدير دائرة الصحة في قصر المرج، الدكتور غسان البرقاوي، يوم الأربعاء، ما تناقلته وسائل إعلام عن وجود مريض أجنبي اسمه مكسيم جيلفاكوف في المشفى الميداني في حي الميناء.

وقال البرقاوي لإذاعة صوت المرج: «لم يدخل شخص بهذا الاسم إلى المشفى الميداني، ولا إلى أي مركز تابع للدائرة، لا في نيسان ولا قبله». وأضاف أن سجلات المشفى مفتوحة أمام الوسطاء متى طلبوا الاطلاع عليها.

وأوضح أن المشفى استقبل منذ تشرين الأول أكثر من ستمئة مصاب، بعضهم نُقل إلى مراكز أخرى بعد أن توقفت مولدات الكهرباء.

ورداً على سؤال عن قائمة الأسماء الثمانية التي سلمتها وزارة خارجية فيرينيا، قال البرقاوي: «هذا الأمر ليس من اختصاص دائرة الصحة، اسألوا المكتب الخارجي للحركة».

وكان ناطق باسم حركة الساحل قد أعلن في آذار/مارس أن الحركة تبحث عن الأشخاص الثمانية، دون أن يحدد موعداً للرد.
"""


def sawt_al_marj() -> bytes:
    """Plain text in cp1256 with Windows line ends, as copied off the station's site."""
    return _SAWT.replace("\n", "\r\n").encode("cp1256")


# --- our own press release, in English -----------------------------------------------------------------------------

_RELEASE = """\
PRESS RELEASE No. 41

Karvel, 11 March 2026

On Tuesday, 10 March, the Ministry of Foreign Affairs of Verenia handed
a list of eight names to the Coast Movement through the State Office for
Mediation of Hadrun. The list was given in Port Halim by the Ministry's
special representative, Ilse Maarand, to the head of the Office, Tariq
Beydun, who passed it on to the movement's external office the same day.

The list holds the names of eight people with whom contact was lost in
Qasr al-Marj in October 2025, in four scripts, with the father's name and
the year of birth of each.

"We ask for an answer name by name: where each of them is, in whose hands
and in what state of health," Maarand said after the meeting. "A general
reply will not be enough for eight families."

The Ministry notes that a delegation of the Coast Movement visited Wadi
Sinan on 2 March. The report that the movement's external office published
on that visit spoke of the crossing and of the fishing zone, but the report
made no mention of the captives.

The Office for Mediation said that it expected the first reply within five
weeks. The Ministry will make the reply known to the families before anyone
else.

Enquiries: press@mfa.verenia.example
"""


def ministry_release() -> bytes:
    """An e-mail as the desk received it, with one small attachment that is not opened."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "MFA of Verenia, Press Office <press@mfa.verenia.example>"
    message["To"] = "undisclosed-recipients:;"
    message["Date"] = "Wed, 11 Mar 2026 09:30:00 +0100"
    message["Subject"] = "Press release No. 41: list of eight names handed over in Port Halim"
    message["Message-ID"] = "<release-41@mfa.verenia.example>"
    message["Organization"] = "Ministry of Foreign Affairs of Verenia"
    message.set_content(_RELEASE, cte="quoted-printable")
    message.add_attachment(
        b"An invented letter head.\n", maintype="application", subtype="octet-stream", filename="letterhead.bin"
    )
    message.set_boundary("=-sample-release-41")
    return message.as_bytes()
