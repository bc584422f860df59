"""What M. Arden, an invented caseworker, does with the sample, in order.

In: the answer key, for the numbers of the rows judged. Out: `plan()`, a tuple of acts, and who acts.
Most candidates and proposals are left waiting on purpose: the page should show work to do.
Leaves to others: carrying the acts out (`homeward demo`), through the same actions as everybody else.
"""

from __future__ import annotations

from datetime import date

from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    LinkRole,
    PartialDate,
    Polarity,
    Verdict,
)
from homeward.sample.acts import (
    AcceptProposal,
    Act,
    AddClaim,
    AddPerson,
    BriefRelative,
    GiveBriefing,
    GiveConsent,
    JudgeRow,
    OpenCase,
    RecordContact,
    RecordEnquiry,
    RecordHandover,
    RecordParty,
    ReviewCommitment,
    TakeInList,
    TakeInReport,
)
from homeward.sample.key import Key
from homeward.sample.people import GROUP_TERMS, SOUGHT

CASEWORKER = "M. Arden"
CASEWORKER_LOGIN = "m.arden"
SAMPLE_TODAY = date(2026, 6, 30)

VERENIA = "Ministry of Foreign Affairs of Verenia"
MOVEMENT = "Harakat al-Sahil (Coast Movement)"
MEDIATOR = "State Office for Mediation of Hadrun"
HADRUN = "Ministry of Foreign Affairs of Hadrun"
FAMILIES = "Committee of the Families of the Missing in Qasr al-Marj"
HEALTH = "Health Directorate of Qasr al-Marj"
RELIEF = "Civil Relief Body of Qasr al-Marj"
VOLUNTEERS = "Consular Volunteers of Karvel"
COMMUNITY = "Community Office of Brenn"
NOVIK, WIRE, COURIER, SAWT = "Novik Agency", "Marj Wire", "Lenhart Courier", "Sawt al-Marj"

MOTHER, BROTHER = "Galina Zhelvakova", "Daniel Zhelvakov"

OWN_LIST = "own-list-2026-03-10.xlsx"
ARABIC_LIST = "register-arabic.xlsx"
RUSSIAN_LIST = "persons-russian.csv"
HEBREW_LIST = "residents-hebrew.csv"
ECHO_LIST = "echo-2026-04-20.csv"

_PARTIES = (
    RecordParty(
        VERENIA, "ministry", "B", ("Verenian foreign ministry", "the ministry", "МИД Верении", "משרד החוץ של ורניה")
    ),
    RecordParty(
        MOVEMENT,
        "armed_group",
        "D",
        ("Coast Movement", "the movement", "Harakat al-Sahil", "движение «Сахиль»", "תנועת אל-סאחל", "حركة الساحل"),
    ),
    RecordParty(
        MEDIATOR, "ministry", "B", ("Office for Mediation", "mediators from Hadrun", "посредники из Хадруна")
    ),
    RecordParty(HADRUN, "ministry", "B", ("Hadrun's foreign ministry",)),
    RecordParty(FAMILIES, "organisation", "C", ("ועד משפחות הנעדרים בקסר אל-מרג'",)),
    RecordParty(HEALTH, "organisation", "E", ("دائرة الصحة في قصر المرج",), parent=MOVEMENT),
    RecordParty(RELIEF, "organisation", "C", ("الهيئة الأهلية للإغاثة",)),
    RecordParty(VOLUNTEERS, "organisation", "C"),
    RecordParty(COMMUNITY, "organisation", "B"),
    RecordParty(NOVIK, "agency", "B", ("Агентство «Новик»", "«Новик»", "Новик")),
    RecordParty(WIRE, "agency", "C", ("Marj Wire staff",)),
    RecordParty(COURIER, "media", "C"),
    RecordParty(SAWT, "media", "D", ("صوت المرج", "إذاعة صوت المرج")),
)

_OWN_LIST = (
    TakeInList(
        OWN_LIST,
        "List of eight persons, 10 March 2026",
        VERENIA,
        "out",
        PartialDate.read("2026-03-10"),
        "to be answered name by name",
        recipient=MOVEMENT,
        people=tuple((row, person.key) for row, person in enumerate(SOUGHT, start=4)),
    ),
    RecordHandover(
        OWN_LIST,
        PartialDate.read("2026-03-10"),
        "Port Halim",
        VERENIA,
        MOVEMENT,
        MEDIATOR,
        "Ilse Maarand, special representative",
        "Tariq Beydun, head of the Office for Mediation",
        True,
        date(2026, 4, 14),
    ),
)

_REPORTS = (
    TakeInReport(
        "verenia-mfa-2026-03-11.eml",
        VERENIA,
        PartialDate.read("2026-03-11"),
        "Press release No. 41: list of eight names handed over in Port Halim",
        "https://mfa.verenia.example/press/41",
        "en",
    ),
    TakeInReport(
        "novik-2026-03-26-interview.html",
        NOVIK,
        PartialDate.read("2026-03-26"),
        "Движение «Сахиль» ищет восьмерых из списка Верении, заявил его представитель",
        "https://novik.example/2026/03/26/interview",
        "ru",
    ),
    TakeInReport(
        "marj-wire-2026-03-27.html",
        WIRE,
        PartialDate.read("2026-03-27"),
        "Coast Movement says it is looking for eight people named by Verenia",
        "https://marjwire.example/2026/03/27/eight",
        "en",
    ),
    TakeInReport(
        "lenhart-courier-2026-03-28.html",
        COURIER,
        PartialDate.read("2026-03-28"),
        "Movement in Qasr al-Marj ‘searching’ for eight people on Verenian list",
        "https://lenhartcourier.example/world/eight",
        "en",
    ),
    TakeInReport(
        "hadrun-2026-04-15-readout.pdf",
        HADRUN,
        PartialDate.read("2026-04-15"),
        "Deputy Minister receives delegation of the Coast Movement",
        "https://mfa.hadrun.example/readouts/2026-04-15",
        "en",
    ),
    TakeInReport(
        "families-2026-05-12.docx",
        FAMILIES,
        PartialDate.read("2026-05-12"),
        "הודעת ועד משפחות הנעדרים בקסר אל-מרג'",
        "",
        "he",
    ),
    TakeInReport(
        "sawt-al-marj-2026-05-20.txt",
        SAWT,
        PartialDate.read("2026-05-20"),
        "صوت المرج: مدير الصحة ينفي وجود أجنبي في المشفى الميداني",
        "https://sawtalmarj.example/news/5512",
        "ar",
    ),
)

_OTHERS_LISTS = (
    TakeInList(
        ARABIC_LIST,
        "Register of patients and residents, Qasr al-Marj",
        RELIEF,
        "in",
        PartialDate.read("2026-04-18"),
        "patients and residents taken in since October 2025",
        recipient=VERENIA,
        mapping=(("I", "status"), ("G", "place_of_holding")),
    ),
    TakeInList(
        RUSSIAN_LIST,
        "Persons reported in the enclave",
        VOLUNTEERS,
        "in",
        PartialDate.read("2026-04-27"),
        "persons whom others report as living in the enclave",
        recipient=VERENIA,
        mapping=(("I", "place_of_holding"),),
    ),
    TakeInList(
        HEBREW_LIST,
        "Residents without contact",
        COMMUNITY,
        "in",
        PartialDate.read("2026-05-04"),
        "residents with whom the office has lost contact",
        recipient=VERENIA,
    ),
    TakeInList(
        ECHO_LIST,
        "List of eight published by the movement",
        MOVEMENT,
        "published",
        PartialDate.read("2026-04-20"),
        "published as the names the movement knows of",
        publisher=MOVEMENT,
    ),
)

# The engine takes Almozni for the speaker; she only passes on what a nurse told her.
_NURSE = AddClaim(
    "families-2026-05-12.docx",
    "V-01",
    ClaimSubject.ALIVE,
    Polarity.ASSERTS,
    "",
    "היא אמרה שמקסים ז'לבקוב חי",
    (
        (LinkRole.SPEAKER, "a nurse who worked in the field hospital until April", Attribution.ANONYMOUS),
        (LinkRole.RELAY, "Rinat Almozni, head of the committee", Attribution.NAMED),
    ),
    PartialDate.read("../2026-04"),
    PartialDate.read("2026-05-10"),
    6,
)

_DENIAL = AddClaim(
    "sawt-al-marj-2026-05-20.txt",
    "V-01",
    ClaimSubject.WHEREABOUTS,
    Polarity.DENIES,
    "the field hospital in the port quarter (المشفى الميداني في حي الميناء)",
    "لم يدخل شخص بهذا الاسم إلى المشفى الميداني",
    ((LinkRole.SPEAKER, "Dr Ghassan al-Barqawi, director of health", Attribution.NAMED),),
    None,
    PartialDate.read("2026-05-20"),
    5,
)


def plan(key: Key) -> tuple[Act, ...]:
    """Every act, in the order in which M. Arden does them."""
    return (
        OpenCase("The eight of Qasr al-Marj", date(2026, 2, 2), date(2026, 7, 15)),
        *_PARTIES,
        *(AddPerson(person, GROUP_TERMS) for person in SOUGHT),
        *_OWN_LIST,
        *_REPORTS,
        *_OTHERS_LISTS,
        *_judgements(key),
        *_accepted(),
        _NURSE,
        RecordContact(
            ContactKind.CALL,
            PartialDate.read("2026-05-14"),
            "",
            "telephone, through the duty line of the Office for Mediation",
            (VERENIA, MEDIATOR),
            ("V-01",),
            "Asked by name about Maksim Zhelvakov after the families' statement of 12 May. The Office will put the "
            "question to the movement's external office and call back. No call back by 30 June.",
        ),
        RecordEnquiry(
            MOTHER,
            "ru",
            "Telephone, evenings only; her father must not pick up the news first.",
            "V-01",
            "mother",
            "visit to the desk",
            date(2026, 5, 18),
            "Is it true that a nurse saw my son? Has anybody asked for him by name?",
            "QM-2026-001",
            date(2026, 7, 6),
            (
                GiveConsent("trace", "", date(2026, 5, 18), "You may look for my son everywhere you can."),
                GiveConsent(
                    "share_with_party",
                    MEDIATOR,
                    date(2026, 5, 18),
                    "You may give his name, his father's name and his year of birth to the mediators. Nothing else.",
                ),
            ),
        ),
        BriefRelative(
            MOTHER,
            "V-01",
            "ru",
            date(2026, 5, 19),
            "Rests on a row of a register that one person alone has judged: told face to face, on 6 July.",
            "До 26 мая мы снова спросим посредников из Хадруна, ответили ли им.",
            GiveBriefing(
                "telephone, in the evening, to herself",
                "Она спросила, как зовут медсестру и можно ли ей написать. Сказано: имени мы не знаем.",
            ),
        ),
        _DENIAL,
        ReviewCommitment(
            "marj-wire-2026-03-27.html",
            "As soon as we find them, we will hand them over",
            date(2026, 5, 26),
            "C",
            "Two months on: no name answered, nobody handed over, no word of where the search stands.",
            date(2026, 7, 10),
        ),
        RecordEnquiry(
            BROTHER,
            "he",
            "Letter to the parish office of Brenn; never by telephone. His mother is not to learn that he asks.",
            "V-01",
            "brother",
            "letter",
            date(2026, 6, 8),
            "מה ידוע לכם על אחי? אל תספרו לאמא שלי שפניתי אליכם.",
            "QM-2026-002",
            date(2026, 7, 8),
            (GiveConsent("trace", "", date(2026, 6, 8), "מותר לכם לחפש אותו. אל תמסרו את שמי לאיש."),),
        ),
        BriefRelative(
            MOTHER, "V-01", "ru", SAMPLE_TODAY, "", "До 6 июля мы снова спросим посредников, есть ли ответ.", None
        ),
    )


def _judgements(key: Key) -> tuple[JudgeRow, ...]:
    """Two rows judged the same person, one namesake judged another; all other candidates wait."""
    return (
        JudgeRow(
            ARABIC_LIST,
            key.rows_of(ARABIC_LIST, "V-01")[0],
            "V-01",
            Verdict.SAME,
            "Father Igor, the very day of birth, and a Russian national; only the spelling of the name differs.",
        ),
        JudgeRow(
            RUSSIAN_LIST,
            key.rows_of(RUSSIAN_LIST, "V-03")[0],
            "V-03",
            Verdict.SAME,
            "Patronymic and the very day of birth agree; the family name lacks one letter.",
        ),
        JudgeRow(
            RUSSIAN_LIST,
            next(n.row for n in key.namesakes_of(RUSSIAN_LIST, "V-02") if n.why.startswith("same given")),
            "V-02",
            Verdict.DIFFERENT,
            "Another father's name, and 22 years younger.",
        ),
    )


def _accepted() -> tuple[AcceptProposal, ...]:
    return (
        AcceptProposal("verenia-mfa-2026-03-11.eml", "handover", "a list of eight names to the Coast Movement"),
        AcceptProposal("verenia-mfa-2026-03-11.eml", "silence", "made no mention of the captives"),
        AcceptProposal(
            "marj-wire-2026-03-27.html", "answer", "We are searching for these people now", AnswerCode.SEARCHING
        ),
        AcceptProposal("marj-wire-2026-03-27.html", "commitment", "As soon as we find them, we will hand them over"),
        AcceptProposal("novik-2026-03-26-interview.html", "claim", "пока не знает, где находятся восемь человек"),
        AcceptProposal(
            "hadrun-2026-04-15-readout.pdf",
            "contact",
            "the Deputy Foreign Minister of Hadrun, Salim Odeh-Karram, received",
        ),
        AcceptProposal("hadrun-2026-04-15-readout.pdf", "silence", "receives delegation of the Coast Movement"),
    )
