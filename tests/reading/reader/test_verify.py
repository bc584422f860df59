"""What is kept stands in the report and agrees with it; what is sloppy or made up is refused, with its reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.reading.reader.playing import said
from tests.reading.reader.reports import REPORT, checked, read_report

from homeward.reading import proposal_from_json, proposal_to_json
from homeward.reading.reader.answer import SCHEMA, read_answer
from homeward.reading.reader.ground import Ground
from homeward.reading.reader.refusals import Refusal
from homeward.reading.reader.verify import verify
from homeward.records import AnswerCode, Attribution, ClaimSubject, ContactStatus, Manner, Polarity

KNOWN = said(
    "the\nFront would free the eight once they were found",
    "letting it be known",
    "Tamer Abu Rasil, a spokesman of the Blue Front",
    speaker="Tamer Abu Rasil",
    relays=["The Corvel agency"],
    date="on Thursday",
)
LOOKING = said(["We are looking for these people", "We do not hold them"], "told", "Rasil", speaker="Tamer Abu Rasil")
ACCUSES = said("The Front holds the eight", "insists", "it", speaker="The ministry in Marj", attribution="unnamed")


def answer(quote: str, code: str, about: str | None = None) -> dict[str, Any]:
    return {"quote": quote, "code": code, "about": about}


def claim(quote: str, subject: str, polarity: str, about: str) -> dict[str, Any]:
    return {"quote": quote, "subject": subject, "polarity": polarity, "about": about}


def contact(quote: str, status: str, *parties: str, **more: Any) -> dict[str, Any]:
    return {
        "quote": quote,
        "kind": "meeting",
        "status": status,
        "with": list(parties),
        "place": None,
        "date": None,
    } | more


def handover(quote: str, count: int | None, **more: Any) -> dict[str, Any]:
    return {"quote": quote, "by": None, "to": None, "through": None, "count": count, "date": None} | more


# --- good ---------------------------------------------------------------------------------------------------------


def test_a_statement_is_kept_with_its_chain_and_its_day() -> None:
    kept = checked(statements=[KNOWN]).one
    assert [c.text for c in kept.content] == ["the\nFront would free the eight once they were found"]
    assert [link.name for link in kept.chain] == ["Tamer Abu Rasil", "Corvel agency", "Northern Gazette"]
    assert kept.date is not None
    assert (kept.date.span.text, kept.date.value.edtf) == ("Thursday", "2024-06-06")
    assert (kept.manner, kept.direct, kept.count) == (Manner.SAID, False, 8)
    assert '"letting it be known"' in kept.because


def test_a_split_quotation_is_one_statement_and_a_short_name_is_told_in_full() -> None:
    kept = checked(statements=[LOOKING]).one
    assert [c.text for c in kept.content] == ["We are looking for these people", "We do not hold them"]
    assert kept.chain[0].name == "Tamer Abu Rasil"
    assert kept.chain[0].span is not None
    assert kept.chain[0].span.text == "Rasil"
    assert kept.direct
    assert 'taken for "Tamer Abu Rasil"' in kept.because


def test_answers_are_the_partys_own_words() -> None:
    found = checked(
        statements=[LOOKING],
        answers=[
            answer("We are looking for these people", "searching", "these people"),
            answer("We do not hold them", "does_not_hold", "them"),
        ],
    )
    answers = [p for p in found.proposals if p.kind.value == "answer"]
    assert [(p.answer_code, p.by, p.collective) for p in answers] == [
        (AnswerCode.SEARCHING, "Tamer Abu Rasil", True),
        (AnswerCode.DOES_NOT_HOLD, "Tamer Abu Rasil", True),
    ]
    assert answers[0].chain == found.proposals[0].chain


def test_a_promise_keeps_the_condition_that_was_left_out() -> None:
    promise = {"quote": "the Front would free the eight", "condition": None, "due": None, "about": "the eight"}
    kept = checked(statements=[KNOWN], commitments=[promise]).of("commitment")
    assert kept.condition is not None
    assert kept.condition.text == "once they were found"
    assert (kept.due, kept.by) == (None, "Tamer Abu Rasil")


def test_a_promise_has_its_day_from_its_own_words() -> None:
    text = "“We will hand the eight over by 20 June,” Tamer Abu Rasil assured the envoy."
    statement = said("We will hand the eight over by 20 June", "assured", "Tamer Abu Rasil", manner="promised")
    promise = {
        "quote": "We will hand the eight over by 20 June",
        "condition": None,
        "due": "by 20 June",
        "about": "the eight",
    }
    kept = checked(text, statements=[statement], commitments=[promise]).of("commitment")
    assert kept.due is not None
    assert kept.due.value.edtf == "2024-06-20"


def test_a_claim_is_tied_to_a_person_by_our_own_mention() -> None:
    kept = checked(
        claims=[claim("Dana Mirell was seen alive in a clinic", "alive", "asserts", "Dana Mirell")],
        statements=[
            said("Dana Mirell was seen alive in a clinic in February", "told", "a nurse", attribution="anonymous")
        ],
    ).of("claim")
    assert (kept.persons, kept.subject, kept.polarity) == (("dana",), ClaimSubject.ALIVE, Polarity.ASSERTS)
    assert [(link.name, link.attribution) for link in kept.chain] == [
        ("nurse", Attribution.ANONYMOUS),
        ("Northern Gazette", Attribution.NAMED),
    ]


def test_not_knowing_is_a_claim() -> None:
    kept = checked(
        claims=[claim("Ana Ruhl does not know where Ilan Tessa is", "whereabouts", "does_not_know", "Ilan Tessa")]
    ).one
    assert (kept.persons, kept.polarity) == (("ilan",), Polarity.DOES_NOT_KNOW)
    assert "in the publisher's own voice" in kept.because


def test_a_contact_and_a_handover() -> None:
    found = checked(
        contacts=[
            contact(
                "Deputy Minister Ana Ruhl received Tamer Abu Rasil in Marj on Monday",
                "held", "Ana Ruhl", "Tamer Abu Rasil", place="Marj", date="on Monday",
            )
        ],
        handovers=[handover("She gave him a list of eight names", 8, by="Ana Ruhl", to="Tamer Abu Rasil")],
    )  # fmt: skip
    met, given = found.of("contact"), found.of("handover")
    assert met.date is not None
    assert (met.date.value.edtf, met.place, met.participants) == (
        "2024-06-03",
        "Marj",
        ("Ana Ruhl", "Tamer Abu Rasil"),
    )
    assert met.contact_status is ContactStatus.HELD
    assert (given.by, given.to, given.count, given.date) == ("Ana Ruhl", "Tamer Abu Rasil", 8, None)


def test_an_explicit_silence() -> None:
    quote = "not one word about the eight"
    kept = checked(silences=[{"quote": quote, "by": "The joint\ncommunique", "about": "the eight"}]).one
    assert (kept.by, kept.collective) == ("joint communique", True)
    assert kept.about == "joint communique: the eight"


@pytest.mark.parametrize(
    ("text", "statement", "wanted", "code"),
    [
        (
            "«Мы ищем этих заложников», — передаёт слова Тамера Расиля агентство «Корвель». «Мы их не удерживаем».",
            said(["Мы ищем этих заложников", "Мы их не удерживаем"], "передаёт слова", "Тамера Расиля"),
            "Мы их не удерживаем", "does_not_hold",
        ),
        (
            "לפי תמר רסיל: ״איננו מחזיקים בחטופים כלל״.",
            said("איננו מחזיקים בחטופים כלל", "לפי", "תמר רסיל"),
            "איננו מחזיקים בחטופים כלל", "does_not_hold",
        ),
        (
            "حسب تامر رسيل: «لا نحتجز الرهائن عندنا».",
            said("لا نحتجز الرهائن عندنا", "حسب", "تامر رسيل"),
            "لا نحتجز الرهائن عندنا", "does_not_hold",
        ),
    ],
)  # fmt: skip
def test_other_languages_are_checked_as_strictly(
    text: str, statement: dict[str, Any], wanted: str, code: str
) -> None:
    found = checked(text, statements=[statement], answers=[answer(wanted, code)])
    assert found.of("answer").answer_code is AnswerCode.DOES_NOT_HOLD
    assert checked(text, statements=[statement], answers=[answer(wanted, "holds")]).refused == {Refusal.NEGATION: 1}


# --- sloppy -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lists", "reason"),
    [
        # paraphrased, translated, shortened in the middle
        ({"statements": [LOOKING | {"content": ["We're searching for them"]}]}, Refusal.NOT_QUOTED),
        ({"statements": [LOOKING | {"content": ["Мы ищем этих людей"]}]}, Refusal.NOT_QUOTED),
        ({"statements": [LOOKING | {"content": ["We ... hold them"]}]}, Refusal.NOT_QUOTED),
        ({"statements": [LOOKING | {"cue": "stated"}]}, Refusal.NOT_QUOTED),
        ({"claims": [claim("Dana Mirell is alive", "alive", "asserts", "Dana Mirell")]}, Refusal.NOT_QUOTED),
        # people who are not in the report
        ({"statements": [LOOKING | {"source": "General Karim Oss"}]}, Refusal.NOT_QUOTED),
        ({"statements": [LOOKING | {"speaker": "Karim Oss"}]}, Refusal.NAME),
        ({"statements": [LOOKING | {"relays": ["the Marj Wire"]}]}, Refusal.NOT_QUOTED),
        ({"contacts": [contact("Ana Ruhl received Tamer Abu Rasil", "held", "Ana Ruhl", "Karim Oss")]}, Refusal.NAME),
        ({"handovers": [handover("She gave him a list of eight names", 8, by="Karim Oss")]}, Refusal.NAME),
        # people who are, but are not those of the source
        ({"statements": [said("he must be released", "said", "she", speaker="Karim Oss")]}, Refusal.NAME),
        # wrong numbers
        ({"handovers": [handover("She gave him a list of eight names", 9, by="She")]}, Refusal.NUMBER),
        ({"handovers": [handover("She gave him a list", 8, by="She")]}, Refusal.NUMBER),
        # negations left out, put in, turned round
        ({"statements": [LOOKING | {"content": ["hold them"]}]}, Refusal.NEGATION),
        ({"statements": [LOOKING | {"manner": "denied"}]}, Refusal.NEGATION),
        ({"claims": [claim("know where Ilan Tessa is", "whereabouts", "asserts", "Ilan Tessa")]}, Refusal.NEGATION),
        ({"claims": [claim("Dana Mirell was seen alive", "alive", "denies", "Dana Mirell")]}, Refusal.NEGATION),
        ({"claims": [claim("Dana Mirell was seen", "alive", "does_not_know", "Dana Mirell")]}, Refusal.NEGATION),
        ({"contacts": [contact("Ana Ruhl received Tamer Abu Rasil", "denied", "Ana Ruhl")]}, Refusal.NEGATION),
        # a condition, a demand
        ({"claims": [claim("Ilan Tessa is alive", "alive", "asserts", "Ilan Tessa")]}, Refusal.UNREAL),
        ({"claims": [claim("he must be released", "released", "asserts", "he")]}, Refusal.UNREAL),
        ({"contacts": [contact("Ana Ruhl received Tamer Abu Rasil", "planned", "Ana Ruhl")]}, Refusal.UNREAL),
        # somebody else's fate
        ({"claims": [claim("Omar Mirell was killed there", "dead", "asserts", "Omar Mirell")]}, Refusal.ABOUT),
        ({"claims": [claim("Omar Mirell was killed there", "dead", "asserts", "Omar")]}, Refusal.ABOUT),
        # not in anybody's words
        ({"answers": [answer("Dana Mirell was seen alive", "holds", "Dana Mirell")]}, Refusal.NOT_OWN_WORDS),
        # nothing given to anybody, no party
        ({"handovers": [handover("She gave him a list of eight names", 8)]}, Refusal.FORM),
        # quotes from here and there
        ({"statements": [ACCUSES | {"cue": "communique", "source": "Ana Ruhl"}]}, Refusal.APART),
        # not in the form
        ({"statements": [{"content": "We", "cue": "said"}]}, Refusal.FORM),
        ({"statements": "all of them"}, Refusal.FORM),
        ({"statements": [None, 5]}, Refusal.FORM),
        ({"claims": [claim("Dana Mirell was seen alive", "identity", "asserts", "Dana Mirell")]}, Refusal.FORM),
        ({"claims": [claim("Dana Mirell was seen alive", "alive", "maybe", "Dana Mirell")]}, Refusal.FORM),
        ({"handovers": [handover("She gave him a list of eight names", True, by="She")]}, Refusal.FORM),
        ({"handovers": [handover("She gave him a list of eight names", "8", by="She")]}, Refusal.FORM),
    ],
)  # fmt: skip
def test_what_is_sloppy_is_refused_with_its_reason(lists: dict[str, Any], reason: Refusal) -> None:
    found = checked(**lists)
    assert found.proposals == []
    assert set(found.refused) == {reason}


def test_an_accusation_is_no_answer_and_no_acknowledgement() -> None:
    found = checked(
        statements=[ACCUSES],
        answers=[answer("The Front holds the eight", "holds", "the eight")],
        claims=[
            claim("The Front holds the eight", "acknowledgement", "asserts", "the eight"),
            claim("The Front holds the eight", "custody", "asserts", "the eight"),
        ],
    )
    assert [p.kind.value for p in found.proposals] == ["statement", "claim"]
    assert found.proposals[1].subject is ClaimSubject.CUSTODY
    assert found.refused == {Refusal.NOT_OWN_WORDS: 2}


def test_the_partys_own_we_hold_them_is_an_answer_where_the_rules_allow_it() -> None:
    text = "And the eight? “We hold them in Marj,” is how Tamer Abu Rasil puts it."
    statement = said("We hold them in Marj", "puts", "Tamer Abu Rasil")
    found = checked(text, statements=[statement], answers=[answer("We hold them", "holds", "them")])
    assert found.of("answer").answer_code is AnswerCode.HOLDS


def test_a_holds_from_a_quote_with_not_is_dropped() -> None:
    lists = {"answers": [answer("We do not hold them", "holds", "them")], "statements": [LOOKING]}
    assert checked(**lists).refused == {Refusal.NEGATION: 1}
    lists["answers"] = [answer("hold them", "holds", "them")]
    assert checked(**lists).refused == {Refusal.NEGATION: 1}


def test_a_denial_turns_what_is_denied() -> None:
    text = "That the eight are held in Marj was denied by Tamer Abu Rasil."
    statement = said("the eight are held in Marj", "denied", "Tamer Abu Rasil", manner="denied")
    quote = "the eight are held in Marj"
    kept = checked(text, statements=[statement], claims=[claim(quote, "custody", "denies", "the eight")])
    assert kept.of("claim").polarity is Polarity.DENIES
    wrong = checked(text, statements=[statement], claims=[claim(quote, "custody", "asserts", "the eight")])
    assert wrong.refused == {Refusal.NEGATION: 1}
    assert checked(text, statements=[statement | {"manner": "said"}]).refused == {Refusal.NEGATION: 1}


@pytest.mark.parametrize("date", ["2024-06-06", "6 June", "on Friday", "Thursday, 6 June 2024"])
def test_a_date_that_the_model_works_out_is_left_out_and_counted(date: str) -> None:
    found = checked(statements=[KNOWN | {"date": date}])
    assert found.one.date is None
    assert found.refused == {Refusal.DATE: 1}


def test_words_that_are_no_date_give_none() -> None:
    found = checked(statements=[KNOWN | {"date": "the eight"}])
    assert found.one.date is None
    assert found.refused == {Refusal.DATE: 1}


def test_a_stance_and_what_was_not_said_are_no_statements() -> None:
    text = "Tamer Abu Rasil fears that the eight are gone. Ana Ruhl did not say that the eight are safe."
    fears = said("the eight are gone", "fears", "Tamer Abu Rasil")
    unsaid = said("the eight are safe", "say", "Ana Ruhl")
    assert checked(text, statements=[fears, unsaid]).refused == {Refusal.NOT_SAID: 2}


def test_relatives_who_search_do_not_answer() -> None:
    text = "“We are looking for Dana Mirell everywhere,” is all that her mother told us."
    statement = said("We are looking for Dana Mirell everywhere", "told", "her mother", attribution="unnamed")
    found = checked(
        text, statements=[statement], answers=[answer("We are looking for Dana Mirell", "searching", "Dana Mirell")]
    )
    assert found.refused == {Refusal.NOT_OWN_WORDS: 1}


def test_a_promise_is_one() -> None:
    text = "“We freed the eight in May,” Tamer Abu Rasil told us. He added that it would not free Dana Mirell."
    statements = [
        said("We freed the eight in May", "told", "Tamer Abu Rasil"),
        said("it would not free Dana Mirell", "added", "He", speaker="Tamer Abu Rasil"),
    ]
    quotes = ["We freed the eight in May", "it would not free Dana Mirell"]
    promises = [{"quote": q, "condition": None, "due": None, "about": None} for q in quotes]
    found = checked(text, statements=statements, commitments=promises)
    assert found.refused == {Refusal.NO_PROMISE: 1, Refusal.NEGATION: 1}


def test_no_key_of_a_person_is_taken_from_the_model() -> None:
    invented = claim("Dana Mirell was seen alive", "alive", "asserts", "Dana Mirell") | {"persons": ["ilan", "zoe"]}
    assert checked(claims=[invented]).one.persons == ("dana",)


def test_a_negation_before_the_quotation_marks_is_part_of_what_was_said() -> None:
    text = "Ana Ruhl said that she does not “buy promises about the eight”."
    cut = said("buy promises about the eight", "said", "Ana Ruhl")
    assert checked(text, statements=[cut]).refused == {Refusal.NEGATION: 1}
    whole = said("she does not “buy promises about the eight”", "said", "Ana Ruhl")
    assert checked(text, statements=[whole]).one.content[0].text == "she does not “buy promises about the eight"


def test_a_negation_of_the_thought_is_a_negation_of_what_was_said() -> None:
    text = "Ana Ruhl said that she does not think that the eight are alive."
    cut = said("the eight are alive", "said", "Ana Ruhl")
    assert checked(text, statements=[cut]).refused == {Refusal.NEGATION: 1}


def test_a_negation_that_is_said_of_the_speaker_is_none_of_his_words() -> None:
    text = "An aide who did not give his name said that the eight were well."
    kept = checked(text, statements=[said("the eight were well", "said", "An aide", attribution="anonymous")]).one
    assert kept.chain[0].attribution is Attribution.ANONYMOUS


def test_a_quotation_that_negates_and_is_denied_negates_once() -> None:
    text = "“No such meeting took place,” Tamer Abu Rasil denied. Ana Ruhl denied that they had not met."
    statements = [
        said("No such meeting took place", "denied", "Tamer Abu Rasil", manner="denied"),
        said("they had not met", "denied", "Ana Ruhl", manner="denied"),
    ]
    contacts = [
        contact("No such meeting took place", "denied", "Tamer Abu Rasil"),
        contact("they had not met", "denied", "Ana Ruhl"),
    ]
    found = checked(text, statements=statements, contacts=contacts)
    assert found.of("contact").contact_status is ContactStatus.DENIED
    assert found.refused == {Refusal.NEGATION: 1}


def test_a_code_against_what_the_rules_read_in_the_same_words_is_refused() -> None:
    text = "Of the eight Tamer Abu Rasil told us: “We will not discuss them.”"
    statement = said("We will not discuss them", "told", "Tamer Abu Rasil")
    wrong = checked(text, statements=[statement], answers=[answer("We will not discuss them", "does_not_hold")])
    assert wrong.refused == {Refusal.AGAINST_RULES: 1}
    right = checked(text, statements=[statement], answers=[answer("We will not discuss them", "refuses")])
    assert right.of("answer").answer_code is AnswerCode.REFUSES


def test_what_is_to_come_is_planned_and_not_held() -> None:
    text = "Ana Ruhl meets Tamer Abu Rasil tomorrow. They agreed to meet the families in May."
    first, second = "Ana Ruhl meets Tamer Abu Rasil tomorrow", "agreed to meet the families in May"
    planned = checked(text, contacts=[contact(first, "planned", "Ana Ruhl"), contact(second, "planned", "They")])
    assert [p.contact_status for p in planned.proposals] == [ContactStatus.PLANNED] * 2
    held = checked(text, contacts=[contact(first, "held", "Ana Ruhl"), contact(second, "held", "They")])
    assert held.refused == {Refusal.UNREAL: 2}
    past = "In May Ana Ruhl met Tamer Abu Rasil before the talks."
    met = contact("In May Ana Ruhl met Tamer Abu Rasil before the talks", "held", "Ana Ruhl")
    assert checked(past, contacts=[met]).one.contact_status is ContactStatus.HELD


def test_a_speaker_whom_the_sentence_leaves_out_is_named_before() -> None:
    text = "Ana Ruhl received the families, and promised that the eight would be found."
    elided = said("the eight would be found", "promised", "x", speaker="Ana Ruhl", manner="promised") | {
        "source": None
    }
    kept = checked(text, statements=[elided]).one
    assert (kept.chain[0].name, kept.manner) == ("Ana Ruhl", Manner.PROMISED)
    assert checked(text, statements=[elided | {"speaker": "Tamer"}]).refused == {Refusal.NAME: 1}
    assert checked(text, statements=[elided | {"speaker": None}]).refused == {Refusal.FORM: 1}


# --- where a quote stands several times ---------------------------------------------------------------------------

TWICE = "Rasil said: “We hold the eight.” Ruhl said: “We hold the eight.” The eight are alive. The eight are alive."


def test_of_equal_quotes_the_one_nearest_to_its_speaker_is_meant() -> None:
    found = checked(TWICE, statements=[said("We hold the eight", "said", "Ruhl")])
    assert found.one.content[0].start == TWICE.rindex("We hold")


def test_a_quote_that_could_be_either_is_refused() -> None:
    alive = claim("The eight are alive", "alive", "asserts", "The eight")
    assert checked(TWICE, claims=[alive]).refused == {Refusal.AMBIGUOUS: 1}


def test_equal_quotes_returned_as_often_as_they_stand_are_taken_in_order() -> None:
    alive = claim("The eight are alive", "alive", "asserts", "The eight")
    found = checked(TWICE, claims=[alive, alive])
    assert [p.span.start for p in found.proposals] == [TWICE.index("The eight"), TWICE.rindex("The eight")]


# --- languages that are not known ---------------------------------------------------------------------------------


def test_in_a_language_whose_negations_are_not_known_only_quotations_are_kept() -> None:
    text = "“Ons soek die agt gyselaars,” het Tamer Rasil gesê. Hy het gesê dat hulle die agt nie aanhou nie."
    found = checked(
        text,
        statements=[
            said("Ons soek die agt gyselaars", "gesê", "Tamer Rasil"),
            said("hulle die agt nie aanhou nie", "gesê", "Hy", speaker="Tamer Rasil"),
        ],
        contacts=[contact("het Tamer Rasil gesê", "held", "Tamer Rasil")],
    )
    assert found.one.content[0].text == "Ons soek die agt gyselaars"
    assert found.refused == {Refusal.LANGUAGE: 2}


# --- whatever comes -----------------------------------------------------------------------------------------------

_words = REPORT.split()
_quotes = st.one_of(
    st.builds(
        lambda start, length: " ".join(_words[start : start + length]),
        st.integers(0, len(_words) - 1),
        st.integers(1, 9),
    ),
    st.sampled_from(
        ["he", "it", "the eight", "Rasil", "Tamer Abu Rasil", "not", "said", "on Thursday", "\ud800", ""]
    ),
    st.text(max_size=12),
)


def _like(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    kind = schema["type"]
    if kind == "object":
        fixed = {name: _like(inner) for name, inner in schema["properties"].items()}
        return st.fixed_dictionaries(fixed)
    if kind == "array":
        return st.lists(_like(schema["items"]), max_size=4)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if kind == ["integer", "null"]:
        return st.sampled_from([None, 8, 9, -1, 10**30])
    return st.none() | _quotes if isinstance(kind, list) else _quotes


_DOCUMENT, _READING = read_report()
_GOOD: dict[str, list[dict[str, Any]]] = {
    "statements": [KNOWN, LOOKING, ACCUSES, said(REPORT[357:411], "told", "a nurse", attribution="anonymous")],
    "contacts": [contact("Deputy Minister Ana Ruhl received Tamer Abu Rasil in Marj", "held", "Ana Ruhl")],
    "handovers": [handover("She gave him a list of eight names", 8, by="Ana Ruhl", to="Tamer Abu Rasil")],
    "answers": [
        answer("We are looking for these people", "searching", "these people"),
        answer("We do not hold them", "does_not_hold", "them"),
        answer("The Front holds the eight", "collective_reply", "the eight"),
    ],
    "commitments": [
        {"quote": "the Front would free the eight", "condition": "once they were found", "due": None, "about": None}
    ],
    "claims": [
        claim("Dana Mirell was seen alive", "alive", "asserts", "Dana Mirell"),
        claim("Ana Ruhl does not know where Ilan Tessa is", "whereabouts", "does_not_know", "Ilan Tessa"),
        claim("The Front holds the eight", "custody", "asserts", "the eight"),
    ],
    "silences": [{"quote": "not one word about the eight", "by": None, "about": "the eight"}],
}


@st.composite
def _spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """A good answer in which some fields say something else."""
    found: dict[str, Any] = {}
    for name, items in _GOOD.items():
        fields = SCHEMA["properties"][name]["items"]["properties"]
        found[name] = []
        for item in items:
            names = draw(st.sets(st.sampled_from(sorted(fields)), max_size=2))
            found[name].append(item | {field: draw(_like(fields[field])) for field in sorted(names)})
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_like(SCHEMA) | _spoilt())
def test_whatever_is_returned_in_the_form_every_span_kept_quotes_the_report(answer: dict[str, Any]) -> None:
    ground = Ground(_DOCUMENT, _READING, sought_count=8)
    answered = read_answer(answer, most=300)
    verified = verify(ground, answered, (0, len(REPORT)), model="tarn-7b")
    lost = sum(n for reason, n in verified.refused.items() if reason is not Refusal.DATE)
    assert len(verified.proposals) + lost == answered.size
    event(f"{min(len(verified.proposals), 9)} kept")
    for proposal in verified.proposals:
        assert proposal.span.text
        for span in proposal.spans():
            assert REPORT[span.start : span.stop] == span.text
        assert set(proposal.persons) <= {"dana", "ilan"}
        assert proposal.answer_code is not AnswerCode.HOLDS
        assert proposal.subject is not ClaimSubject.ACKNOWLEDGEMENT
        assert all(d in _READING.dates for d in (proposal.date, proposal.due) if d)
        names = [link.name for link in proposal.chain[:-1]] + list(proposal.participants)
        assert all(name in " ".join(_words) for name in names)
        assert proposal_from_json(json.loads(json.dumps(proposal_to_json(proposal)))) == proposal


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(list(SCHEMA["properties"])), _anything, max_size=7))
def test_whatever_is_returned_nothing_raises(answer: dict[str, Any]) -> None:
    answered = read_answer(answer, most=20)
    assert verify(Ground(_DOCUMENT, _READING, sought_count=8), answered, (0, 50), model="m").proposals == []
