"""The reasons of the engines, which speak English and know no framework, in the language of the reader.

In: a reason such as ``name part: "Марко" is "Marko" written in Latin``. Out: the same in the active language, with
the quoted words untouched; the reason as it stands where its form is not known here.
Leaves to others: finding reasons (`homeward.names`, `homeward.reading`).

Each form is marked for translation as the engine writes it; what stands in braces is whatever the engine put there.
A test holds these forms against what the engines say.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import pgettext

from homeward.casework import dates, wording


def pgettext_noop(context: str, text: str) -> str:
    """Mark a text for translation where it is not translated yet; Django has this for texts without context only."""
    return text


_HEADS = (
    pgettext_noop("reason", "given name"),
    pgettext_noop("reason", "father's name"),
    pgettext_noop("reason", "grandfather's name"),
    pgettext_noop("reason", "family name"),
    pgettext_noop("reason", "kunya"),
    pgettext_noop("reason", "initial"),
    pgettext_noop("reason", "name part"),
    pgettext_noop("reason", "birth date"),
    pgettext_noop("reason", "nationality"),
    pgettext_noop("reason", "sex"),
    pgettext_noop("reason", "home"),
    pgettext_noop("reason", "place of birth"),
    pgettext_noop("reason", "home and place of birth"),
    pgettext_noop("reason", "family"),
)
_TAILS = (
    pgettext_noop("reason", "{reason}, a common name"),
    pgettext_noop("reason", "{reason}, not exactly"),
    pgettext_noop("reason", "{reason}; places are often translated"),
    pgettext_noop("reason", "{reason}; no date given"),
    pgettext_noop("reason", "{reason}; it may be about something else"),
    pgettext_noop("reason", "{reason}, with a condition"),
    pgettext_noop("reason", "{reason}, refused"),
    pgettext_noop("reason", "{reason}, denied"),
    pgettext_noop("reason", "{reason}, in the publisher's own voice; nobody is said to acknowledge it"),
    pgettext_noop("reason", "{reason}; the report goes on quoting the same speaker through the same relay"),
    pgettext_noop("reason", "{reason}; the optional reader ({model}) says the same"),
    pgettext_noop("reason", "{reason}, taken for {one}"),
    pgettext_noop("reason", "{reason}; heard in the words alone (probability {one}): who did what must be checked"),
)
_FORMS = (
    pgettext_noop("reason", "{one} stands in one of the two only"),
    pgettext_noop("reason", "{one} on both sides"),
    pgettext_noop("reason", "{one} and {other} begin alike; one is an initial"),
    pgettext_noop("reason", "{one} and {other} are full and pet form of one name"),
    pgettext_noop("reason", "{one} and {other} are one name in two languages"),
    pgettext_noop("reason", "{one} and {other} are the forms for a man and a woman"),
    pgettext_noop("reason", "{one} and {other} are known forms of one name"),
    pgettext_noop("reason", "{one} and {other} are spellings of one name"),
    pgettext_noop("reason", "{one} is {other} written in {script} (consonants {sounds})"),
    pgettext_noop("reason", "{one} is {other} written in {script}"),
    pgettext_noop("reason", "{one} is not {other}"),
    pgettext_noop("reason", "{one} does not sound like {other}"),
    pgettext_noop("reason", "{one} and {other} have a word in common"),
    pgettext_noop("reason", "{one} and {other} have {shared} in common"),
    pgettext_noop("reason", "{one} and {other} do not fit, {years} years apart"),
    pgettext_noop("reason", "{one} and {other} fit together"),
    pgettext_noop("reason", "{one} and {other} agree"),
    pgettext_noop("reason", "{one} and {other} stand in the names too and have been counted there"),
    pgettext_noop("reason", "{one} in the one, {other} in the other"),
    pgettext_noop("reason", "female"),
    pgettext_noop("reason", "male"),
    pgettext_noop(
        "reason", "one part of the name differs; brothers and sisters share the rest, twins their birth date too"
    ),
    pgettext_noop("reason", "shares one name part: {one}"),
    pgettext_noop("reason", "shares only {one}, which is very common"),
    pgettext_noop("reason", "shares only {one}"),
    pgettext_noop("reason", "one part is all there is to compare"),
    pgettext_noop("reason", "one of the two has no part that could be compared"),
    pgettext_noop("reason", "{one} is the given name in one and the father's name in the other"),
    pgettext_noop("reason", "each has a name made from the other's given name"),
    pgettext_noop("reason", "the order of given name and father's name is turned round"),
    pgettext_noop("reason", "the parts stand in another order"),
    pgettext_noop("reason", "the parts are turned round, and both are given names: father and son?"),
    pgettext_noop("reason", "family name and given name stand in the other order"),
    pgettext_noop("reason", "the first name of the longer one is missing: this may be the father"),
    pgettext_noop("reason", "The row was prepared from this person's file."),
    pgettext_noop("reason", "optional reader ({model}): {rest}"),
    pgettext_noop("reason", "statement, by the cue {one} of {other}"),
    pgettext_noop("reason", "no such contact"),
    pgettext_noop("reason", "both sides met"),
    pgettext_noop("reason", "a verb of speech with its speaker"),
    pgettext_noop("reason", "one actor cites another"),
    pgettext_noop("reason", "somebody was quoted by another"),
    pgettext_noop("reason", "words given as somebody's"),
    pgettext_noop("reason", "words followed by their speaker"),
    pgettext_noop("reason", "a speaker followed by his words"),
    pgettext_noop("reason", "a medium tells what somebody does not know; only he can have said so"),
    pgettext_noop("reason", "told in the words {one}"),
    pgettext_noop("reason", "the words {one}"),
    pgettext_noop("reason", "what the answer says, {one}"),
    pgettext_noop("reason", "in the party's own words"),
    pgettext_noop("reason", "the text tells of a contact and contains none of the terms searched"),
    pgettext_noop("reason", "nearly the same words"),
    pgettext_noop("reason", "the same words"),
    pgettext_noop("reason", "the same words in another form"),
    pgettext_noop("reason", "few words, and nothing else ties the two"),
    pgettext_noop("reason", "marked as translated from {one}"),
    pgettext_noop("reason", "marked as translated"),
    pgettext_noop("reason", "one has a negation and the other has none"),
    pgettext_noop("reason", "one is much longer"),
    pgettext_noop("reason", "the same numbers"),
    pgettext_noop("reason", "the translation kept of one is the other"),
    pgettext_noop("reason", "both through {one}"),
    pgettext_noop("reason", "near copies of one text"),
    pgettext_noop("reason", "said on one day"),
    pgettext_noop("reason", "both published by {one}"),
    pgettext_noop("reason", "one speaker: {one}"),
    pgettext_noop("reason", "the words of the sentence tell of a contact"),
    pgettext_noop("reason", "the words of the sentence tell of a list handed over"),
    pgettext_noop("reason", "the words of the sentence tell of a promise"),
    pgettext_noop("reason", "the words of the sentence tell what was not said"),
    pgettext_noop("reason", "Latin"),
    pgettext_noop("reason", "Cyrillic"),
    pgettext_noop("reason", "Hebrew"),
    pgettext_noop("reason", "Arabic"),
)
# Rules by which the reading engine finds who speaks, where it says no more than the rule's name.
_RULES = {
    "colon": pgettext_noop("reason", "a speaker before a colon"),
    "described": pgettext_noop("reason", "words that are described as somebody's"),
    "elided": pgettext_noop("reason", "a speaker who is not named again"),
    "headline": pgettext_noop("reason", "a headline with its speaker"),
    "inserted": pgettext_noop("reason", "a speaker inserted into the words"),
    "inside": pgettext_noop("reason", "words told by somebody who is quoted"),
    "interview": pgettext_noop("reason", "an answer in an interview"),
    "led-through": pgettext_noop("reason", "words that came through somebody named beside"),
    "listed": pgettext_noop("reason", "words in a list of what people said"),
    "made-known": pgettext_noop("reason", "words that somebody made known"),
    "naming": pgettext_noop("reason", "what somebody calls somebody"),
    "passed-on": pgettext_noop("reason", "words that somebody passed on"),
    "passive": pgettext_noop("reason", "words in the passive, without a speaker"),
    "previous-sentence": pgettext_noop("reason", "the speaker of the sentence before"),
    "quoted-within": pgettext_noop("reason", "words quoted within a quotation"),
    "tagger": pgettext_noop("reason", "found by the trained model"),
    "told-by": pgettext_noop("reason", "words told to somebody by the speaker"),
    "told-later": pgettext_noop("reason", "the way of the words is told later"),
    "turn": pgettext_noop("reason", "a turn of a conversation"),
    "utterance": pgettext_noop("reason", "words that are called somebody's utterance"),
    "whose-answer": pgettext_noop("reason", "words that are called somebody's answer"),
}
_KINDS = ("claim", "answer", "commitment", "contact", "handover", "silence", "acknowledgement")
_CODE = re.compile(r"(?P<code>[a-z_-]+(?:-[a-z_]+)*|explicit silence): (?P<rest>.+)", re.DOTALL)


# The engine counts sides as it was asked; a page shows the row first, and mirrors both in Arabic and Hebrew.
_SIDES = (
    (
        re.compile(r"\A([a-z' ]+: )?(\".+\") is missing on the (?:left|right)\Z", re.DOTALL),
        r"\1\2 stands in one of the two only",
    ),
    (
        re.compile(r"\A([a-z' ]+: )?(.+) on the left, (.+) on the right\Z", re.DOTALL),
        r"\1\2 in the one, \3 in the other",
    ),
)


def in_reader_words(reason: str) -> str:
    """A reason of an engine in the active language; without left and right, which a page may show the other way."""
    for pattern, said in _SIDES:
        reason = pattern.sub(said, reason)
    if dates.language() == "en":
        return reason
    head, colon, rest = reason.partition(": ")
    if colon and head in _HEADS:
        return f"{pgettext('reason', head)}: {_form(rest)}"
    if coded := _CODE.fullmatch(reason):
        return _coded(coded["code"], coded["rest"])
    return _form(reason)


def _coded(code: str, rest: str) -> str:
    """A reason that begins with what is proposed, or with the rule that proposes it."""
    said = _form(rest)
    kind, _, what = code.removeprefix("explicit ").partition("-")
    if kind not in _KINDS:
        return said if said != rest else f"{code}: {rest}"  # the words say what the rule's name says
    told = wording.stored_words(kind)
    if what:
        named = wording.code_words(what) if kind == "answer" else wording.stored_words(what)
        told = f"{told} ({named})"
    return f"{told}: {said}"


def _form(text: str) -> str:
    for pattern, english in _patterns(_TAILS):
        if found := pattern.fullmatch(text):
            return pgettext("reason", english).format(**{**found.groupdict(), "reason": _form(found["reason"])})
    for pattern, english in _patterns(_FORMS):
        if found := pattern.fullmatch(text):
            words = {name: _word(value) for name, value in found.groupdict().items()}
            if "rest" in words:
                words["rest"] = in_reader_words(words["rest"])
            return pgettext("reason", english).format(**words)
    return pgettext("reason", _RULES[text]) if text in _RULES else text


def _word(value: str) -> str:
    return pgettext("reason", value) if value in _FORMS else value


@cache
def _patterns(texts: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    made = []
    for english in texts:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english))
        made.append((re.compile(pattern, re.DOTALL), english))
    return tuple(made)
