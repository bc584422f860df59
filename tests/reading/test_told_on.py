"""Statements that no verb of speech marks as the tables know it, and what looks like a statement and is none."""

import pytest

from homeward.reading import Document, ProposalKind, Reading, read
from homeward.records import AnswerCode, ClaimSubject, PartialDate

PUBLISHED = PartialDate("2024-06-07")


def reading(text: str) -> Reading:
    return read(Document(text, PUBLISHED, "Northern Gazette"), groups=("nurses",), sought_count=8)


def told(text: str) -> list[str]:
    found = [s for s in reading(text).statements if not s.attitude]
    return [" ... ".join(span.text.rstrip(".") for span in s.content) for s in found]


@pytest.mark.parametrize(
    "onward",
    [
        "Nobody from the Front had been in touch since then.",
        "The skipper, Anton Selk, had been seen by a doctor.",
        "Fuel would last until Friday.",
        "They were being examined by doctors.",
        "Nor did it know of a list.",
    ],
)
def test_a_sentence_set_back_by_one_tense_goes_on_with_what_was_said(onward: str) -> None:
    text = f"The owner, Petrol Gavar, said that the drilling had stopped. {onward} The port was closed."
    assert told(text) == [f"the drilling had stopped ... {onward.rstrip('.')}"]


@pytest.mark.parametrize(
    "other",
    [
        "He would not say by what means.",
        "The port had a bad week.",
        "The couple had seven children.",
        "The port had none.",
        "We had asked for a list.",
        "He had written down their names, and gave the paper to a clerk.",
        "Whether she was among them had not been known.",
        "By Monday neither had arrived.",
        "The road was closed.",
    ],
)
def test_what_the_report_tells_itself_is_nobodys_words(other: str) -> None:
    assert told(f"The owner, Petrol Gavar, said that the drilling had stopped. {other}")[:1] == [
        "the drilling had stopped"
    ]


def test_a_new_paragraph_is_the_reports_own() -> None:
    text = "The owner, Petrol Gavar, said that the drilling had stopped.\n\nNobody had been in touch since then."
    assert told(text)[:1] == ["the drilling had stopped"]


def test_nobody_is_named_behind_what_was_agreed() -> None:
    found = reading("A delegation will travel to Brenn in May, it was agreed. The port was closed.").statements
    assert [(s.content[0].text, s.speaker) for s in found] == [("A delegation will travel to Brenn in May", None)]


def test_to_have_said_nothing_of_somebody_is_no_statement() -> None:
    assert told("The Front said nothing about the nurses in its letter. The port was closed.") == []
    assert told("The Front said that nothing had been paid. The port was closed.") == ["nothing had been paid"]


def test_words_in_small_marks_within_a_quotation_are_one_statement() -> None:
    text = "“A major told me: 'The nurses are alive. We give them back in May.',” Oskar Venn said."
    assert "The nurses are alive. We give them back in May." in [
        s.content[0].text for s in reading(text).statements if s.content[0].text.startswith("The")
    ]


@pytest.mark.parametrize("thing", ["cameras", "boat"])
def test_things_in_somebodys_hands_are_no_people_held(thing: str) -> None:
    text = f"Omar Venn, the commander of the River Front, spoke of the nurses. “The {thing} is with us,” he said."
    assert not [p for p in reading(text).proposals if p.answer_code is AnswerCode.HOLDS]
    assert not [p for p in reading(text).proposals if p.subject is ClaimSubject.ACKNOWLEDGEMENT]


def test_who_came_off_a_boat_may_be_held() -> None:
    text = "“The crew of the boat is with us,” said Omar Venn, the commander of the River Front."
    document = Document(text, PUBLISHED, "Northern Gazette")
    found = read(document, groups=("crew of the boat",), sought_count=8).proposals
    assert [p.answer_code for p in found if p.kind is ProposalKind.ANSWER] == [AnswerCode.HOLDS]


@pytest.mark.parametrize(
    "headline",
    [
        "Three technicians seized in Tarn freed – police",
        "First seven from Tarn camp expected before Ramadan: Minister",
    ],
)
def test_a_headline_may_name_its_speaker_last(headline: str) -> None:
    words = headline.replace(":", " –").split(" – ")[0]
    assert words in told(f"{headline}\n\nHome Minister Ana Ruhl spoke on Monday.")


def test_a_headline_of_two_clauses_names_no_speaker() -> None:
    assert told("Fuel runs short in Tarn: agency gets a call\n\nThe port was closed on Monday.") == []


@pytest.mark.parametrize("thing,judged", [("the charge", "absurd"), ("the clerk", "a deserter")])
def test_what_somebody_calls_a_thing_in_a_word_is_said(thing: str, judged: str) -> None:
    assert told(f"The Velian Foreign Ministry called {thing} {judged}. The port was closed.") == [judged]


@pytest.mark.parametrize("cue", ["ruled", "pointed out", "objected", "recommended"])
def test_a_rarer_verb_before_that_leads_to_words(cue: str) -> None:
    assert told(f"Judge Lena Orm {cue} that the notebook be brought to the court. The port was closed.") == [
        "the notebook be brought to the court"
    ]


@pytest.mark.parametrize("stance", ["fears", "hopes", "believes", "knows"])
def test_what_somebody_feels_or_thinks_is_no_statement(stance: str) -> None:
    assert told(f"Judge Lena Orm {stance} that the notebook is lost. The port was closed.") == []


def test_a_medium_that_cites_somebody_in_hiding_speaks_before() -> None:
    report = "Eight soldiers are in Brenn, Radio Tern reported on Monday"
    assert told(f"{report}, citing the deputy minister, who spoke off camera. The port was closed.") == [
        "Eight soldiers are in Brenn"
    ]


def spoken(text: str) -> list[tuple[str | None, str]]:
    found = [s for s in reading(text).statements if not s.attitude]
    return [(s.speaker, s.content[0].text.rstrip(",.")) for s in found]


@pytest.mark.parametrize(
    "onward",
    [
        "He had not seen a lorry since May.",
        "For a pump he would open the gate.",
        "His own doctor was not to be disturbed.",
        "Lists of names he did not accept.",
        "Of a date it would not hear.",
    ],
)
def test_a_sentence_behind_a_quotation_goes_on_with_it_as_a_statement_of_its_own(onward: str) -> None:
    text = f"“We feed them fish,” said the harbour chief, Otto Selk. {onward} The port was closed."
    assert spoken(text) == [("Otto Selk", "We feed them fish"), ("Otto Selk", onward.rstrip("."))]


@pytest.mark.parametrize(
    "other",
    [
        "That day he found the road closed.",
        "For three weeks they had slept in a school.",
        "She hopes it will be short.",
        "Anna Kovel expressed the hope that the road would open.",
        "He would not speculate.",
        "On Monday it had begun to rain.",
    ],
)
def test_what_follows_a_quotation_in_the_reports_own_voice_is_nobodys_words(other: str) -> None:
    text = f"“We feed them fish,” said the harbour chief, Otto Selk. {other}"
    assert ("Otto Selk", other.rstrip(".")) not in spoken(text)


@pytest.mark.parametrize(
    ("told_of", "words", "who"),
    [
        (
            "A commissioner, Anton Selk, sat beside Mayor Olga Brandt.",
            "The latter said that the road was open.",
            "Olga Brandt",
        ),
        ("First Anton Selk spoke, then Olga Brandt.", "The former said that the road was open.", "Anton Selk"),
        ("The road was open, Anton Selk said.", "The same man added that nobody was ill.", "Anton Selk"),
    ],
)
def test_whom_the_latter_the_former_and_the_same_man_mean(told_of: str, words: str, who: str) -> None:
    assert spoken(f"{told_of} {words}")[-1][0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The preacher read out a slip from the Sons of the Valley. Nobody was ill, the slip says.",
            "Sons of the Valley",
        ),
        ("A clerk had a letter of the Valley Council. The road, the same letter said, was closed.", "Valley Council"),
    ],
)
def test_a_text_speaks_for_whoever_it_was_told_to_be_from(text: str, who: str) -> None:
    assert spoken(text)[-1][0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor, Otto Selk, kept a copy. “The ink is ours,” was his only comment.", "Otto Selk"),
        ("A trader, to whom we played the tape, objected that the cock was older.", "trader"),
        (
            "They are free, claimed a man who introduced himself as the Battalion's paymaster in a call.",
            "Battalion's paymaster",
        ),
        ("Deputy akim Serik Orun said that the six were in good health.", "Serik Orun"),
        ("H.E. Torkel Beck said that the six were in good health.", "Torkel Beck"),
        ("The clip has the minister for waterways, Otto Selk, telling the camera: “I will not pay.”", "Otto Selk"),
        ("Jan Tutu unfolded a sheet and read, in the name of the Hill Command: “Nobody is ill.”", "Hill Command"),
        ("The mayor's own message: the road would be opened in May.", "mayor"),
        ("The port ends at the Column's pier, where its doctor, Otto Selk, told us: “Nobody is ill.”", "Otto Selk"),
        ("“Feet have no names!” grinned Otto Selk.", "Otto Selk"),
        ("“Feet have no names,” Otto Selk wheezed into the telephone.", "Otto Selk"),
        ("“Nobody goes home while my brother is in prison,” Otto Selk breathes.", "Otto Selk"),
    ],
)
def test_who_speaks_in_constructions_without_a_plain_subject(text: str, who: str) -> None:
    assert [speaker for speaker, _ in spoken(text)] == [who]


def test_whom_a_sentence_told_on_names_is_not_whom_the_next_he_means() -> None:
    text = (
        "The officer, Otto Selk, disclosed that his service holds five. Tural Hasan had been given soap. "
        "He said that the room was dry."
    )
    assert spoken(text)[-1] == ("Otto Selk", "the room was dry")


def test_a_month_is_nobody_whom_a_pronoun_means() -> None:
    text = (
        "The clerk, Otto Selk, said she was ill. It is open until the end of Jumada al-Ula. He added that it rained."
    )
    assert spoken(text)[-1][0] == "Otto Selk"


def test_who_answers_whoever_has_just_spoken_is_the_other() -> None:
    text = (
        "“We have none,” said the mayor, Jon Tessel, to the envoy, Karl Orf. He countered that lists had been read."
    )
    assert spoken(text)[-1][0] == "Karl Orf"
    text = "“We have none,” said the mayor, Jon Tessel, to the envoy, Karl Orf. He added that lists had been read."
    assert spoken(text)[-1][0] == "Jon Tessel"


def test_whom_mrs_means_is_she_whom_the_next_she_means() -> None:
    text = (
        "The widow, Zaida Orwell, came.\n\nThe delegate thanked Mrs Orwell “for it”. She retorted that it was true."
    )
    assert spoken(text)[-1][0] == "Zaida Orwell"


def test_a_calling_of_which_nobody_was_told_is_whoever_has_just_spoken() -> None:
    text = "“They count us twice,” Talgat Orzu told us. “We are still seven,” the railwayman whispered."
    assert spoken(text)[-1][0] == "Talgat Orzu"


@pytest.mark.parametrize(
    "text",
    [
        "The nurse, Olga Brandt, wrote pneumonia.",
        "A nephew, Otto Selk, wrote it all down for us.",
        "The clerk, Otto Selk, has added a tick in pencil.",
    ],
)
def test_an_act_with_a_verb_of_speech_is_no_statement(text: str) -> None:
    assert spoken(text) == []


def test_what_follows_a_mere_object_is_a_statement_of_its_own_or_none() -> None:
    text = "The Hill Command denied any contact with the crew. No pilot had been in its custody."
    assert spoken(text)[-1] == ("Hill Command", "No pilot had been in its custody")
    text = "Olga Brandt asked the wires to ring first. She had met the governor on Monday."
    assert "She had met the governor on Monday" not in [words for _, words in spoken(text)]
