import pytest

from homeward.names import Spotter
from homeward.reading import Document, ProposalKind, read
from homeward.records import PartialDate

DAY = PartialDate.read("2024-05-31")
SOUGHT = Spotter([("P-1", ["Dana Mirell", "Дана Мирелл"]), ("P-2", ["Oskar Venn"])])


def people(text: str) -> list[tuple[str, str | None]]:
    reading = read(Document(text, DAY, "Corvel Times"), sought=SOUGHT, sought_count=6)
    return [(m.span.text, m.person_key or m.group) for m in reading.mentions]


def test_a_family_name_stands_for_the_person_named_before() -> None:
    assert people("Dana Mirell was seen. Later Mirell left.") == [("Dana Mirell", "P-1"), ("Mirell", "P-1")]


def test_a_family_name_with_another_given_name_is_somebody_else() -> None:
    assert ("Mirell", "P-1") not in people("Dana Mirell was seen with her brother Omar Mirell.")


def test_in_a_script_without_capitals_a_given_name_before_the_family_name_tells_another_man() -> None:
    sought = Spotter([("P-1", ["דנה מירון"])])
    text = "דנה מירון נעדרת. אחיה יוסף מירון סיפר על כך. מירון נראתה לאחרונה בחיפה."
    found = [m.span.start for m in read(Document(text, DAY, "X"), sought=sought).mentions if m.person_key]
    assert found == [text.index("דנה מירון"), text.rindex("מירון")]


def test_a_first_name_alone_stands_for_the_person_looked_for_unless_another_name_follows() -> None:
    sought = Spotter([("P-1", ["سلمى العريبي"]), ("P-2", ["منير الفيتوري"])])
    text = "سلمى كتبت رسالة إلى أمها. أما منير منصور فهو جارهم."
    found = [
        (m.span.text, m.person_key) for m in read(Document(text, DAY, "X"), sought=sought).mentions if m.person_key
    ]
    assert found == [("سلمى", "P-1")]


def test_arabic_terms_for_the_group_are_found_in_every_case_and_with_their_number() -> None:
    text = "وصلت رسالة من الصيادين الاثني عشر. الصيادون بخير، واثنا عشر صيادا آخرون كذلك. نقابة الصيادين صامتة."
    reading = read(Document(text, DAY, "X"), groups=["صيادو الساحل"], sought_count=12)
    assert [(m.span.text, m.count) for m in reading.mentions if m.group] == [
        ("الصيادين الاثني عشر", 12),
        ("الصيادون", None),
        ("واثنا عشر صيادا", 12),
    ]


def test_a_number_of_people_means_the_group_only_if_it_is_theirs() -> None:
    assert people("The fate of six people and seven people is unknown.") == [("six people", "six people")]


def test_terms_given_for_the_group_are_found_as_words() -> None:
    reading = read(Document("The crew of the  Alma and crewmen.", DAY, "X"), groups=["crew of the Alma"])
    assert [m.span.text for m in reading.mentions] == ["crew of the  Alma"]


def test_the_ministry_is_the_ministry_named_before_and_a_surname_the_man_in_full() -> None:
    text = (
        "The Velian Foreign Ministry said that it was working. Its envoy, Pavel Dorin, met Samir Haddun. "
        "“We are working,” the ministry said. “We are,” said Dorin."
    )
    statements = [p for p in read(Document(text, DAY, "X")).proposals if p.kind is ProposalKind.STATEMENT]
    assert [p.chain[0].name for p in statements] == [
        "Velian Foreign Ministry",
        "Velian Foreign Ministry",
        "Pavel Dorin",
    ]


def test_the_paper_that_was_told_is_the_publisher_and_no_relay() -> None:
    reading = read(Document("Tamer Rasil told the Corvel Times that the captives were alive.", DAY, "Corvel Times"))
    assert {tuple(link.role.value for link in p.chain) for p in reading.proposals} == {("speaker", "publisher")}


def test_terms_searched_are_listed_where_silence_is_proposed() -> None:
    text = "Pavel Dorin met with Samir Haddun in Brenn on Monday. They spoke about fishing."
    reading = read(Document(text, DAY, "Corvel Times"), sought=SOUGHT, groups=["crew of the Alma"])
    silences = [p for p in reading.proposals if p.kind is ProposalKind.SILENCE]
    assert len(silences) == 1
    assert '"crew of the Alma"' in silences[0].because
    assert "every known name form" in silences[0].because


def test_what_could_not_be_read_is_said() -> None:
    warnings = read(Document("Er sagte, „es geht ihnen gut. Mehr war nicht zu erfahren.", None, "X")).warnings
    assert len(warnings) == 3


SEVEN = ["medics of the Dellin hospital"]


def _groups(text: str, groups: list[str], count: int | None) -> list[tuple[str, int | None]]:
    found = read(Document(text, DAY, "X"), groups=groups, sought_count=count).mentions
    return [(m.span.text, m.count) for m in found if m.group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven medics vanished. The doctors were seen in Brenn.", [("Seven medics", 7), ("The doctors", None)]),
        ("Six of them came home; the physicians are thin.", [("the physicians", None)]),
        ("The Front released two nurses and kept the other five.", [("two nurses", 2), ("the other five", 5)]),
        ("Both men and the four other doctors are held.", [("Both men", None), ("the four other doctors", 4)]),
        ("Medics alive, says Rasil. The Front has not said where it keeps its guests.", [("Medics", None)]),
        ("Three of the seven were seen.", [("Three of the seven", 3)]),
        ("The Dellin hospital team was taken by bus.", [("The Dellin hospital team", None)]),
        ("Twelve doctors resigned over pay.", []),
        ("The doctors' union asked for money.", []),
        ("Three Corvel road builders were shot. Nobody named the three.", []),
    ],
)  # fmt: skip
def test_the_group_is_meant_by_the_nouns_of_its_field(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert _groups(text, SEVEN, 7) == expected


def test_a_nation_in_a_term_is_a_word_for_the_group() -> None:
    text = "Corvians are held near Zuwara. Nobody has seen the Corvians since August."
    assert [m for m, _ in _groups(text, ["Corvian migrants"], 60)] == ["Corvians", "the Corvians"]


def test_a_noun_that_the_text_itself_counts_so_is_one_for_the_group() -> None:
    text = "Eight surveyors were seized on the pass. The surveyors had a permit."
    assert [m for m, _ in _groups(text, ["people of the pass road"], 8)] == ["Eight surveyors", "The surveyors"]


def _sought(text: str, forms: list[str]) -> list[str]:
    found = read(Document(text, DAY, "X"), sought=Spotter([("P-1", forms)])).mentions
    return [m.span.text for m in found if m.person_key]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Mirell was taken. Her father, Viktor Mirell, waits. “Condolences,” Mirell said.", ["Dana Mirell"]),
        ("Dana Mirell was taken. Patrolman Mirell is not in our hands.", ["Dana Mirell", "Mirell"]),
        ("Dana Mirell was taken. Another Mirell, a cattle buyer, was freed.", ["Dana Mirell"]),
        ("Viktor Mirell has a daughter, Dana. Dana is a nurse.", ["Dana", "Dana"]),
        ("Dana Mirell was taken. Dana's sister waits.", ["Dana Mirell", "Dana"]),
        ("Dana Mirell was taken. Dana Olsen was fined for hawking.", ["Dana Mirell"]),
    ],
)
def test_a_namesake_is_told_from_the_person_looked_for(text: str, expected: list[str]) -> None:
    assert _sought(text, ["Dana Mirell"]) == expected


def test_a_whole_form_is_found_letter_for_letter() -> None:
    assert _sought("The cook, Pae Sang-chol, had died.", ["Pae Sang-chol"]) == ["Pae Sang-chol"]


def test_a_longer_name_of_somebody_else_is_not_the_person() -> None:
    text = "In the same court one Amina Rosal Mbugua was fined. Amina Rosal Karan is missing."
    assert _sought(text, ["Amina Rosal Karan"]) == ["Amina Rosal Karan"]


def groups_in(text: str, *terms: str, count: int | None = None) -> list[tuple[str, int | None]]:
    reading = read(Document(text, DAY, "X", language="ru"), groups=list(terms), sought_count=count)
    return [(m.span.text, m.count) for m in reading.mentions if m.person_key is None]


def test_a_russian_term_for_the_group_is_found_in_every_case_and_with_its_number() -> None:
    text = "Речь о тридцати одном моряке. Семьи моряков ждут. Сорок моряков вернулись."
    assert groups_in(text, "моряки", count=31) == [("тридцати одном моряке", 31), ("моряков", None)]
    assert groups_in("Судьба экипажа «Альмы» неясна. Члены экипажа живы.", "экипаж «Альмы»") == [
        ("экипажа «Альмы»", None),
        ("Члены экипажа", None),
    ]


def test_a_russian_participle_that_describes_others_is_no_group_of_its_own() -> None:
    assert groups_in("Таких граждан среди задержанных нет.") == []
    assert groups_in("Это врачи, исчезнувшие там же в августе.") == []
    assert groups_in("По его словам, похищенные живы.") == [("похищенные", None)]


def test_a_russian_surname_and_given_name_are_known_again_in_every_case() -> None:
    sought = Spotter([("P-1", ["Дана Мирелл"]), ("P-2", ["Оскар Веннов"])])
    text = "Оскар Веннов и Дана Мирелл пропали. О Веннове молчат, Дану видели. Мать Нина Веннова ждёт."
    found = read(Document(text, DAY, "X", language="ru"), sought=sought).mentions
    assert [(m.span.text, m.person_key) for m in found] == [
        ("Оскар Веннов", "P-2"),
        ("Дана Мирелл", "P-1"),
        ("Веннове", "P-2"),
        ("Дану", "P-1"),
    ]
