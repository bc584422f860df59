# ruff: noqa: E501 -- sentences as they are
"""A rich findings value, written by hand. Every person, party, outlet and event in it is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from homeward.casework.results import (
    CandidateLine,
    CoverageLine,
    Evidence,
    Findings,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    PersonPicture,
    PictureLine,
    PromiseLine,
    ProposalLine,
    ShownCapture,
    ShownLink,
    ShownSource,
    SilenceLine,
    TimelineEvent,
    UnansweredLine,
    Words,
)
from homeward.records import PartialDate

AS_OF = date(2026, 3, 14)
D = PartialDate.read


def he(text: str) -> Words:
    return Words(text, "he", "rtl")


def ar(text: str) -> Words:
    return Words(text, "ar", "rtl")


def ru(text: str) -> Words:
    return Words(text, "ru")


def en(text: str) -> Words:
    return Words(text, "en")


NAMES = {
    "P1": (en("Tomer Eshkoli"), he("תומר אשכולי"), ru("Томер Эшколи"), ar("تومر إشكولي")),
    "P2": (ru("Юлия Марковна Троепольская"), en("Yulia Troepolskaya"), he("יוליה טרויפולסקיה")),
    "P3": (ar("عبد الرحيم سالم عوض الحدّادين"), en("Abdel Rahim Salem Awad al-Haddadin"), he("עבד א-רחים אל-חדאדין")),
    "P4": (he("נעמה בר־שלום־רוזנבלט"), en("Naama Bar-Shalom Rosenblatt"), ru("Наама Бар-Шалом Розенблат")),
    "P5": (ru("Глеб Аркадьевич Ветлугин"), en("Gleb Vetlugin"), ar("غليب فيتلوغين")),
    "P6": (en("Maria Concepción Villalobos-Echeverría de la Quintana"), he("מריה ויאלובוס")),
    "P7": (ar("ليلى يوسف الخوالدة"), en("Layla Yousef al-Khawaldeh"), ru("Лейла Юсеф аль-Хавальде")),
    "P8": (en("Somsak Wongprasert"), he("סומסאק וונגפרסרט")),
}

_HASHES = {
    "R1": "3f0a9c14d5b27e6188fd02ab34c95e7710b6d2f8e4a3c9510f7b6d8e2a1c4f90",
    "R2": "91be07d24c3fa8560e1b7d92c4a5f6380d7e9b1c2f3a4d5e6b7c8d9e0f1a2b3c",
    "R3": "c7d1e09f2b3a4856e7f80912a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6",
    "R4": "08e4f2a6b1c3d5e7f9a0b2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0f2a3b5c7d9e1",
    "L1": "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
    "L2": "5e6f7a8b9c0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9012",
    "L3": "77aa88bb99cc00dd11ee22ff33aa44bb55cc66dd77ee88ff99aa00bb11cc22dd",
}

R1 = ShownSource(
    "R1", "Envoy meets relatives of the eight", "Harbour Wire", "paragraph 4", _HASHES["R1"], date(2026, 2, 6),
    D("2026-02-05"), "B", "https://harbour-wire.example/2026/02/05/relatives",
)  # fmt: skip
R2 = ShownSource(
    "R2", "Собеседник: двое из восьми находятся в Верхнем Доле", "Агентство «Маяк»", "абзац 2", _HASHES["R2"],
    date(2026, 2, 20), D("2026-02-19"), "C",
)  # fmt: skip
R3 = ShownSource(
    "R3", "الناطق باسم مكتب الداخلية: لا نعلم شيئاً عنهم", "وكالة الساحل", "الفقرة ٣", _HASHES["R3"], date(2026, 3, 2),
    D("2026-03-01"), "D",
)  # fmt: skip
L2 = ShownSource(
    "L2", "سجل الداخلين إلى المستشفى الميداني", "Field hospital, Upper Dol", "row 418", _HASHES["L2"],
    date(2026, 2, 11), D("2026-01"), "C",
)  # fmt: skip

CHAIN_RELAY = (
    ShownLink("speaker", "deputy head of the Interior Office", "unnamed", D("2026-02-03")),
    ShownLink("relay", "Special envoy’s office", "named", D("2026-02-04")),
    ShownLink("publisher", "Harbour Wire", "named", D("2026-02-05")),
)
CHAIN_MAYAK = (
    ShownLink("speaker", "собеседник, знакомый с ходом переговоров", "anonymous"),
    ShownLink("publisher", "Агентство «Маяк»", "named", D("2026-02-19")),
)
CHAIN_SAHEL = (
    ShownLink("speaker", "الناطق باسم مكتب الداخلية", "unnamed", D("2026-02-28")),
    ShownLink("relay", "صحيفة الميناء", "named"),
    ShownLink("publisher", "وكالة الساحل", "named", D("2026-03-01")),
)
CHAIN_LIST = (
    ShownLink("speaker", "admissions clerk", "unnamed"),
    ShownLink("publisher", "Field hospital, Upper Dol", "named", D("2026-01")),
)


def searching(ref: str, contradicts: tuple[str, ...] = ()) -> PictureLine:
    return PictureLine(
        ref=ref,
        subject="searched_for",
        polarity="asserts",
        said="Said to be searched for, by a deputy head of the Interior Office, as relayed by the envoy’s office",
        value="searching",
        wording=en("“We are looking for all eight of them. As soon as we find them, they will go home.”"),
        translation="",
        valid_time=None,
        asserted_on=D("2026-02-03"),
        chain=CHAIN_RELAY,
        source=R1,
        credibility=3,
        collective=True,
        independent=1,
        contradicts=contradicts,
        entered_by="R. Amsel",
    )


def mayak(ref: str, contradicts: tuple[str, ...]) -> PictureLine:
    return PictureLine(
        ref=ref,
        subject="whereabouts",
        polarity="asserts",
        said="Reported, by someone not named, to have been seen in Upper Dol",
        value="Upper Dol",
        wording=ru("«Двоих из списка, Троепольскую и Ветлугина, в начале февраля видели в Верхнем Доле живыми»."),
        translation="“Two of the list, Troepolskaya and Vetlugin, were seen alive in Upper Dol at the beginning of February.”",
        valid_time=D("2026-02~"),
        asserted_on=D("2026-02-19"),
        chain=CHAIN_MAYAK,
        source=R2,
        credibility=3,
        collective=False,
        independent=2,
        contradicts=contradicts,
        entered_by="R. Amsel",
    )


def sahel(ref: str, contradicts: tuple[str, ...]) -> PictureLine:
    return PictureLine(
        ref=ref,
        subject="whereabouts",
        polarity="denies",
        said="Denied, by a spokesman of the Interior Office, that any of the eight is or was in Upper Dol",
        value="Upper Dol",
        wording=ar(
            "قال الناطق إن «أحداً من الثمانية لم يكن في الدول الأعلى قط، ولا نعلم شيئاً عن مكانهم» بتاريخ 28/2."
        ),
        translation="The spokesman said that “none of the eight was ever in Upper Dol, and we know nothing of where they are”, on 28/2.",
        valid_time=None,
        asserted_on=D("2026-02-28"),
        chain=CHAIN_SAHEL,
        source=R3,
        credibility=4,
        collective=True,
        independent=3,
        contradicts=contradicts,
        entered_by="R. Amsel",
    )


def hospital(ref: str) -> PictureLine:
    return PictureLine(
        ref=ref,
        subject="alive",
        polarity="asserts",
        said="Listed as admitted alive, by the field hospital in Upper Dol; the row was judged the same person",
        value="admitted",
        wording=ar("عبدالرحيم سالم الحدادين | ١٩٨٧ | كسر في الساق | دخول ٢٠٢٦/٠١/١٨"),
        translation="Abdulrahim Salem al-Haddadin | 1987 | broken leg | admitted 2026/01/18",
        valid_time=D("2026-01-18"),
        asserted_on=D("2026-01"),
        chain=CHAIN_LIST,
        source=L2,
        credibility=2,
        collective=False,
        independent=4,
        entered_by="R. Amsel",
    )


def _person(ref: str, **changes: object) -> PersonPicture:
    number = int(ref[1:])
    base = PersonPicture(
        ref=ref,
        names=NAMES[ref],
        nationalities=(),
        birth=D(str(1960 + 4 * number)),
        sex="",
        father_name="",
        missing_since=D("2025-10-04"),
        days_missing=161,
        headline="Nobody is recorded as saying anything about this person alone; one collective word says that all eight are searched for.",
        lines=(searching(f"C{number}"),),
        withdrawn=(),
        independent_sources=1,
        conflicts=(),
        proof_of_life=None,
        acknowledged="No party is recorded as saying that it holds this person.",
        open_commitments=("M1",),
        unanswered=(
            "On list L1, handed to the Interior Office on 12 January 2026: no answer about this person, 61 days.",
        ),
        candidates_waiting=0,
        proposals_waiting=0,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


PEOPLE = (
    _person("P1", nationalities=("IL", "PL"), sex="male", birth=D("1986-07-21"), father_name="Avner",
            candidates_waiting=2),
    _person(
        "P2", nationalities=("RU", "IL"), sex="female", birth=D("1991"), father_name="Марк",
        headline="Reported seen alive in Upper Dol by one anonymous source; the Interior Office denies that anyone was there. Neither is confirmed.",
        lines=(sahel("C12", ("C11",)), mayak("C11", ("C12",)), searching("C2")),
        withdrawn=(replace(searching("C9"), said="Said to be searched for, by the Interior Office",
                           withdrawn="Entered twice: the same words as C2."),),
        independent_sources=3,
        conflicts=("C11 says that she was seen in Upper Dol; C12 denies that any of the eight was ever there.",),
        proof_of_life=Evidence("C11", D("2026-02~"), 41, "Reported seen alive,"),
        candidates_waiting=1, proposals_waiting=1,
    ),
    _person(
        "P3", nationalities=("JO", "SE"), sex="male", birth=D("1987~"), father_name="سالم",
        headline="Listed as a patient admitted on 18 January 2026 by the field hospital in Upper Dol; the Interior Office has not answered about him.",
        lines=(hospital("C10"), searching("C3")),
        independent_sources=2,
        proof_of_life=Evidence("C10", D("2026-01-18"), 55, "Listed as admitted alive,"),
    ),
    _person("P4", nationalities=("IL", "DE"), sex="female", birth=D("1979-11"), candidates_waiting=1),
    _person(
        "P5", nationalities=("RU", "GE"), sex="male", birth=D("198X"), father_name="Аркадий",
        headline="Reported seen alive in Upper Dol by one anonymous source; the Interior Office denies that anyone was there. Neither is confirmed.",
        lines=(sahel("C14", ("C13",)), mayak("C13", ("C14",)), searching("C5")),
        independent_sources=3,
        conflicts=("C13 says that he was seen in Upper Dol; C14 denies that any of the eight was ever there.",),
        proof_of_life=Evidence("C13", D("2026-02~"), 41, "Reported seen alive,"),
    ),
    _person("P6", nationalities=("AR", "ES"), sex="female", birth=D("1968-02-29")),
    _person("P7", nationalities=("JO", "CA"), sex="female", birth=D("1990/1992"), father_name="يوسف"),
    _person(
        "P8", nationalities=("TH",), sex="male", birth=None, missing_since=D("2025-10~"), days_missing=None,
        headline="Nobody is recorded as saying anything about this person.", lines=(), independent_sources=0,
        open_commitments=(), unanswered=(),
    ),
)  # fmt: skip

CANDIDATES = (
    CandidateLine(
        "K3", "P1", en("Tomer Eshkoli"), "L3", "Список размещённых лиц, Верхний Дол", 212, ru("Эшколли Томер Авнерович"),
        (("№", "212"), ("ФИО", "Эшколли Томер Авнерович"), ("Год рождения", "1986"), ("Гражданство", ""), ("Дата", "11.01.2026")),
        0.93,
        ("Family name: “Эшколли” and “Eshkoli” sound alike in Russian spelling; one letter is doubled.",
         "Given name: “Томер” is “תומר” letter for letter.",
         "Father’s name: “Авнерович” comes from “Avner”, the name on our list.",
         "Birth year 1986 agrees. Citizenship is not given in the row."),
        "",
    ),
    CandidateLine(
        "K5", "P2", ru("Юлия Марковна Троепольская"), "L3", "Список размещённых лиц, Верхний Дол", 640, ru("Трепольская Юлия М."),
        (("№", "640"), ("ФИО", "Трепольская Юлия М."), ("Год рождения", "1991")), 0.86,
        ("Family name: one letter is missing.", "Father’s name: the initial М agrees.", "Birth year 1991 agrees."), "",
    ),
    CandidateLine(
        "K7", "P4", he("נעמה בר־שלום־רוזנבלט"), "L2", "سجل الداخلين إلى المستشفى الميداني", 87, ar("نعمة شالوم"),
        (("الاسم", "نعمة شالوم"), ("تاريخ الميلاد", "١٩٧٩"), ("ملاحظات", "=HYPERLINK(\"x\")")), 0.54,
        ("Given name: “نعمة” can be “נעמה”.", "Family name: only one of three parts agrees; “שלום” is common.",
         "Birth year 1979 agrees."), "",
    ),
    CandidateLine(
        "K4", "P1", en("Tomer Eshkoli"), "L2", "سجل الداخلين إلى المستشفى الميداني", 133, ar("تامر العشقلي"),
        (("الاسم", "تامر العشقلي"), ("تاريخ الميلاد", "١٩٥٩")), 0.31,
        ("Given name: “تامر” is a name of its own; it only looks like “תומר”.", "Birth year: 1959, not 1986."), "",
    ),
    CandidateLine(
        "K1", "P3", ar("عبد الرحيم سالم عوض الحدّادين"), "L2", "سجل الداخلين إلى المستشفى الميداني", 418,
        ar("عبدالرحيم سالم الحدادين"), (("الاسم", "عبدالرحيم سالم الحدادين"), ("تاريخ الميلاد", "١٩٨٧")), 0.97,
        ("All parts agree but the grandfather’s name, which the row leaves out.", "Birth year 1987 agrees."),
        "same", "R. Amsel", "The sister knows of the broken leg, which the row names.",
    ),
    CandidateLine(
        "K2", "P3", ar("عبد الرحيم سالم عوض الحدّادين"), "L2", "سجل الداخلين إلى المستشفى الميداني", 902,
        ar("سالم عبد الرحيم الحداد"), (("الاسم", "سالم عبد الرحيم الحداد"),), 0.41,
        ("Given and father’s name are the other way round: this may be a son, not the person.",),
        "different", "R. Amsel", "Born 2011.",
    ),
)  # fmt: skip

PROPOSALS = (
    ProposalLine(
        "X5", "commitment",
        "The deputy head of the Interior Office promised, as the envoy’s office relayed, that they will go home as soon as they are found",
        en("As soon as we find them, they will go home."), CHAIN_RELAY,
        "“as soon as” sets a condition; “will” with the speaker as giver makes a promise; no date is given.", R1,
        ("Юлия Марковна Троепольская", "Глеб Аркадьевич Ветлугин"),
    ),
    ProposalLine(
        "X8", "contact", "A delegation visited Upper Dol on 2 March 2026; the read-out names none of the eight",
        ar("زار الوفد الدول الأعلى يوم 2 آذار واطّلع على الأوضاع الصحية"), (CHAIN_SAHEL[2],),
        "A dated visit by a named body.", R3,
    ),
)  # fmt: skip

COLUMNS = (
    GridColumn("L1", "Our list of eight", "Envoy’s office to the Interior Office", D("2026-01-12"), "handed_over"),
    GridColumn("A1", "Answer, first round", "Interior Office, relayed", D("2026-02-03"), "answer"),
    GridColumn("L2", "سجل الداخلين إلى المستشفى الميداني", "Field hospital, Upper Dol", D("2026-01"), "received"),
    GridColumn("L3", "Список размещённых лиц, Верхний Дол", "Civil registry", D("2026-02-09"), "received"),
    GridColumn("L4", "List of the missing", "Coast Observer", D("2026-02-15"), "published",
               "Echo: 8 of its 8 rows are names of our own list L1."),
    GridColumn("A2", "Answer, second round", "Interior Office, by spokesman", D("2026-02-28"), "answer"),
    GridColumn("L5", "Patients moved", "Northern clinic", D("2026-03-05"), "received"),
)  # fmt: skip

_HANDED = GridCell("handed_over", "handed over", D("2026-01-12"), 61, ref="L1")
_SEARCHING = GridCell(
    "searching", "says it is searching", D("2026-02-03"), 39, True, en("We are looking for all eight of them."),
    "Interior Office", "A1",
)  # fmt: skip
_UNKNOWING = GridCell(
    "denies_knowledge", "says it knows nothing", D("2026-02-28"), 14, True, ar("لا نعلم شيئاً عن مكانهم"),
    "Interior Office", "A2",
)  # fmt: skip
_NOT_FOUND = GridCell("not_found", "not found", D("2026-03-14"), 0)
_NOTHING = GridCell("", "")


def _row(ref: str) -> GridRow:
    third = {
        "P3": GridCell("listed", "listed, judged the same person", D("2026-01"), None, ref="K1"),
        "P1": GridCell("candidate", "candidate waiting: doubtful (0.31)", None, None, ref="K4"),
        "P4": GridCell("candidate", "candidate waiting: possible (0.54)", None, None, ref="K7"),
    }.get(ref, _NOT_FOUND)
    fourth = {
        "P1": GridCell("candidate", "candidate waiting: likely (0.93)", None, None, ref="K3"),
        "P2": GridCell("candidate", "candidate waiting: likely (0.86)", None, None, ref="K5"),
    }.get(ref, _NOT_FOUND)
    echo = GridCell("listed", "listed; an echo, no new word", D("2026-02-15"), None, ref="L4")
    if ref == "P8":
        return GridRow(ref, NAMES[ref][0], (_HANDED, _NOTHING, _NOT_FOUND, _NOT_FOUND, echo, _NOTHING, _NOT_FOUND))
    return GridRow(ref, NAMES[ref][0], (_HANDED, _SEARCHING, third, fourth, echo, _UNKNOWING, _NOT_FOUND))


PROMISES = (
    PromiseLine(
        "M1", "Interior Office", "Special envoy’s office", en("They will go home."), en("As soon as we find them"),
        "none given", False, D("2026-02-03"), 39, tuple(NAMES[f"P{n}"][0].text for n in range(1, 8)), True, CHAIN_RELAY,
        R1, "", "", None, date(2026, 3, 5),
    ),
    PromiseLine(
        "M2", "وكالة الساحل", "", ar("سنسمح بزيارة المستشفى خلال أسبوعين"), None, "2026-02-24", True, D("2026-02-10"), 32,
        ("عبد الرحيم سالم عوض الحدّادين",), False, CHAIN_SAHEL, R3, "D", "no reply", date(2026, 3, 1), date(2026, 3, 29),
        "Three reminders, no answer.",
    ),
)  # fmt: skip

UNANSWERED = tuple(
    UnansweredLine(
        ref, NAMES[ref][0], "H1", "Interior Office", D("2026-01-12"), 61,
        "no answer at all" if ref == "P8" else "collective: says it is searching, 3 February 2026",
        date(2026, 2, 12), 30,
    )
    for ref in NAMES
)  # fmt: skip

SILENCES = (
    SilenceLine(
        "S1", "Delegation’s visit to Upper Dol", D("2026-03-02"), "no_mention_in_text_held",
        "No mention of the eight in the two texts that are held in full; one text could not be assessed.",
        ar("ولم يتطرق البيان إلى المفقودين"),
        (
            CoverageLine("وكالة الساحل", "ar", True, "no_mention_in_text_held", "R3"),
            CoverageLine("Harbour Wire", "en", True, "no_mention_in_text_held", "R4"),
            CoverageLine("Агентство «Маяк»", "ru", False, "not_assessable"),
        ),
        (en("the eight"), en("Eshkoli"), ru("восемь"), ru("Троепольская"), he("השמונה"), ar("الثمانية"), ar("الحدادين")),
        "R. Amsel", R3,
    ),
    SilenceLine(
        "X9", "Telephone call between the two ministers", D("2026-03-10?"), "not_assessable",
        "Not assessable: only a headline is held.", None, (CoverageLine("Harbour Wire", "en", False, "not_assessable"),),
        (en("the eight"),), "",
    ),
)  # fmt: skip

TIMELINE = (
    TimelineEvent(D("2025-10-04"), "claim", "The eight go missing near the Dol crossing", "P1"),
    TimelineEvent(D("2025-11-20"), "contact", "Envoy’s office meets the Interior Office", "T1"),
    TimelineEvent(D("2026-01-12"), "handover", "List of eight handed to the Interior Office", "H1"),
    TimelineEvent(D("2026-01-18"), "claim", "Abdel Rahim al-Haddadin listed as admitted to hospital", "C10", ("P3",)),
    TimelineEvent(D("2026-01"), "list", "سجل المستشفى الميداني: register of the field hospital", "L2"),
    *(
        TimelineEvent(
            D("2026-02-03"), "answer", "Interior Office: “we are looking for them” (collective)", "A1", (ref,)
        )
        for ref in list(NAMES)[:7]
    ),
    TimelineEvent(D("2026-02-03"), "commitment", "“As soon as we find them, they will go home”", "M1"),
    TimelineEvent(D("2026-02-04"), "contact", "Envoy meets relatives", "T2"),
    TimelineEvent(D("2026-02-09"), "list", "Registry of people lodged in Upper Dol", "L3"),
    TimelineEvent(D("2026-02-10"), "commitment", "Visit to the hospital within two weeks", "M2"),
    TimelineEvent(D("2026-02-15"), "list", "Coast Observer publishes a list: echo of ours", "L4"),
    TimelineEvent(
        D("2026-02~"), "claim", "Two of the eight reported seen alive in Upper Dol", "C11", ("P2", "P5"), True
    ),
    TimelineEvent(D("2026-02-28"), "claim", "Interior Office denies that any was in Upper Dol", "C12", (), True),
    TimelineEvent(D("2026-02-28"), "answer", "Interior Office: “we know nothing” (collective)", "A2"),
    TimelineEvent(D("2026-03-02"), "contact", "Delegation visits Upper Dol", "T3"),
    TimelineEvent(D("2026-03-02"), "silence", "Read-outs of the visit: no mention in the texts held", "S1"),
    TimelineEvent(D("2026-03-05"), "list", "Patients moved to the northern clinic", "L5"),
    TimelineEvent(D("2026-03-10?"), "contact", "Ministers speak by telephone", "X9"),
)

SOURCES = (
    ShownCapture("L1", "Our list of eight", "Special envoy’s office", D("2026-01-12"), "xlsx", "en", _HASHES["L1"], True, "", 8),
    ShownCapture("R1", R1.title, R1.publisher, R1.published, "html", "en", R1.sha256, True, ""),
    ShownCapture("R2", R2.title, R2.publisher, R2.published, "pdf", "ru", R2.sha256, True, ""),
    ShownCapture("R3", R3.title, R3.publisher, R3.published, "docx", "ar", R3.sha256, True, ""),
    ShownCapture("R4", "Relatives heard by envoy", "Coast Observer", D("2026-02-05"), "txt", "en", _HASHES["R4"], False,
                 "R1, 96 % of the words are the same"),
    ShownCapture("L2", L2.title, L2.publisher, L2.published, "xlsx", "ar", L2.sha256, True, "", 1204, 17),
    ShownCapture("L3", "Список размещённых лиц, Верхний Дол", "Civil registry", D("2026-02-09"), "csv", "ru", _HASHES["L3"],
                 True, "", 903, 1),
)  # fmt: skip

POLICY = (
    "A claim that was withdrawn does not count.",
    "Two claims count as two only if their chains share no speaker and no relay.",
    "A collective answer is shown on every row but is never an answer about one person.",
    "Proof of life is the newest claim, not denied by its own source, that says when the person was alive.",
)

EXAMPLE = Findings(
    case_ref="J1",
    case_title="The eight of the Dol crossing",
    as_of=AS_OF,
    made_for="R. Amsel, caseworker",
    summary=(
        "Eight people have been sought since 4 October 2025. No party is recorded as saying that it holds any of them.",
        "One of them, عبد الرحيم سالم عوض الحدّادين (P3), is listed as a patient admitted on 18 January 2026; the row was judged by a caseworker.",
        "Two, P2 and P5, are reported seen alive in February by one anonymous source (C11); the Interior Office denies it (C12).",
        "The Interior Office said on 3 February 2026 that it was looking for all eight and promised, without a date, that they would go home (M1).",
        "The list handed over on 12 January 2026 has had no answer about any one person for 61 days.",
    ),
    people=PEOPLE,
    candidates=CANDIDATES,
    proposals=PROPOSALS,
    grid=Grid(COLUMNS, tuple(_row(ref) for ref in NAMES)),
    promises=PROMISES,
    unanswered=UNANSWERED,
    silences=SILENCES,
    timeline=tuple(sorted(TIMELINE, key=lambda event: event.on.earliest or date.min)),
    sources=SOURCES,
    policy=POLICY,
)

EMPTY = replace(
    EXAMPLE,
    case_title="A case just opened",
    summary=(),
    people=(),
    candidates=(),
    proposals=(),
    grid=Grid((), ()),
    promises=(),
    unanswered=(),
    silences=(),
    timeline=(),
    sources=(),
    policy=(),
)
