"""Careful sentences: who said it, through whom it came, and never a bare fact (D1).

In: the closed words of a claim, an answer, a grade, and the chain they came by. Out: words for a person to read.
All phrases stand in the tables of this module, so that another language is another set of tables.
Leaves to others: reading the case file (`queries`) and laying words out on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from homeward.casework.results import ShownLink
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    PartialDate,
    Polarity,
    SilenceVerdict,
    Verdict,
)

_ASSERTS, _DENIES, _UNKNOWN = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW

# {who}: the speaker. {via}: ", relayed by ..., published by ..."; empty if nobody stands between. {what}: the value.
# A phrase with {what} is used where the claim has a value, the one beside it where it has none.
_CLAIMS: dict[tuple[ClaimSubject, Polarity], tuple[str, str]] = {
    (ClaimSubject.CUSTODY, _ASSERTS): (
        "said to be in custody, by {who}{via}",
        "said to be in custody ({what}), by {who}{via}",
    ),
    (ClaimSubject.CUSTODY, _DENIES): (
        "{who} denied that this person is in custody{via}",
        "{who} denied that this person is in custody ({what}){via}",
    ),
    (ClaimSubject.CUSTODY, _UNKNOWN): (
        "{who} said they do not know whether this person is in custody{via}",
        "{who} said they do not know whether this person is in custody ({what}){via}",
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _ASSERTS): (
        "{who} is reported to have acknowledged holding this person{via}",
        "{who} is reported to have acknowledged holding this person ({what}){via}",
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _DENIES): (
        "{who} denied holding this person{via}",
        "{who} denied holding this person ({what}){via}",
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _UNKNOWN): (
        "{who} said they do not know whether they hold this person{via}",
        "{who} said they do not know whether they hold this person ({what}){via}",
    ),
    (ClaimSubject.ALIVE, _ASSERTS): (
        "said to be alive, by {who}{via}",
        "said to be alive ({what}), by {who}{via}",
    ),
    (ClaimSubject.ALIVE, _DENIES): (
        "{who} denied that this person is alive{via}",
        "{who} denied that this person is alive ({what}){via}",
    ),
    (ClaimSubject.ALIVE, _UNKNOWN): (
        "{who} said they do not know whether this person is alive{via}",
        "{who} said they do not know whether this person is alive ({what}){via}",
    ),
    (ClaimSubject.WHEREABOUTS, _ASSERTS): (
        "{who} spoke of where this person is{via}",
        "said to be at “{what}”, by {who}{via}",
    ),
    (ClaimSubject.WHEREABOUTS, _DENIES): (
        "{who} denied that this person is there{via}",
        "{who} denied that this person is at “{what}”{via}",
    ),
    (ClaimSubject.WHEREABOUTS, _UNKNOWN): (
        "{who} said they do not know where this person is{via}",
        "{who} said they do not know where this person is ({what}){via}",
    ),
    (ClaimSubject.HEALTH, _ASSERTS): (
        "{who} spoke of this person's health{via}",
        "health described as “{what}”, by {who}{via}",
    ),
    (ClaimSubject.HEALTH, _DENIES): (
        "{who} denied what was said of this person's health{via}",
        "{who} denied that this person's health is “{what}”{via}",
    ),
    (ClaimSubject.HEALTH, _UNKNOWN): (
        "{who} said they know nothing of this person's health{via}",
        "{who} said they know nothing of this person's health ({what}){via}",
    ),
    (ClaimSubject.RELEASED, _ASSERTS): (
        "reported released, by {who}{via}",
        "reported released ({what}), by {who}{via}",
    ),
    (ClaimSubject.RELEASED, _DENIES): (
        "{who} denied that this person was released{via}",
        "{who} denied that this person was released ({what}){via}",
    ),
    (ClaimSubject.RELEASED, _UNKNOWN): (
        "{who} said they do not know whether this person was released{via}",
        "{who} said they do not know whether this person was released ({what}){via}",
    ),
    (ClaimSubject.TRANSFERRED, _ASSERTS): (
        "reported transferred, by {who}{via}",
        "reported transferred ({what}), by {who}{via}",
    ),
    (ClaimSubject.TRANSFERRED, _DENIES): (
        "{who} denied that this person was transferred{via}",
        "{who} denied that this person was transferred ({what}){via}",
    ),
    (ClaimSubject.TRANSFERRED, _UNKNOWN): (
        "{who} said they do not know whether this person was transferred{via}",
        "{who} said they do not know whether this person was transferred ({what}){via}",
    ),
    (ClaimSubject.ESCAPED, _ASSERTS): (
        "reported to have escaped, by {who}{via}",
        "reported to have escaped ({what}), by {who}{via}",
    ),
    (ClaimSubject.ESCAPED, _DENIES): (
        "{who} denied that this person escaped{via}",
        "{who} denied that this person escaped ({what}){via}",
    ),
    (ClaimSubject.ESCAPED, _UNKNOWN): (
        "{who} said they do not know whether this person escaped{via}",
        "{who} said they do not know whether this person escaped ({what}){via}",
    ),
    (ClaimSubject.DEAD, _ASSERTS): (
        "claimed to have died, by {who}{via}",
        "claimed to have died ({what}), by {who}{via}",
    ),
    (ClaimSubject.DEAD, _DENIES): (
        "{who} denied that this person has died{via}",
        "{who} denied that this person has died ({what}){via}",
    ),
    (ClaimSubject.DEAD, _UNKNOWN): (
        "{who} said they do not know whether this person has died{via}",
        "{who} said they do not know whether this person has died ({what}){via}",
    ),
    (ClaimSubject.IDENTITY, _ASSERTS): (
        "{who} spoke of who this person is{via}",
        "identity given as “{what}”, by {who}{via}",
    ),
    (ClaimSubject.IDENTITY, _DENIES): (
        "{who} disputed who this person is{via}",
        "{who} disputed that this person is “{what}”{via}",
    ),
    (ClaimSubject.IDENTITY, _UNKNOWN): (
        "{who} said they do not know who this person is{via}",
        "{who} said they do not know who this person is ({what}){via}",
    ),
    (ClaimSubject.LISTED, _ASSERTS): (
        "{who} is reported to have this person on a list{via}",
        "{who} is reported to have this person on a list ({what}){via}",
    ),
    (ClaimSubject.LISTED, _DENIES): (
        "{who} denied that this person is on the list{via}",
        "{who} denied that this person is on the list ({what}){via}",
    ),
    (ClaimSubject.LISTED, _UNKNOWN): (
        "{who} said they do not know whether this person is on the list{via}",
        "{who} said they do not know whether this person is on the list ({what}){via}",
    ),
    (ClaimSubject.SEARCHED_FOR, _ASSERTS): (
        "{who} said that this person is being looked for{via}; this neither acknowledges nor denies holding",
        "{who} said that this person is being looked for ({what}){via}; this neither acknowledges nor denies holding",
    ),
    (ClaimSubject.SEARCHED_FOR, _DENIES): (
        "{who} denied that this person is being looked for{via}",
        "{who} denied that this person is being looked for ({what}){via}",
    ),
    (ClaimSubject.SEARCHED_FOR, _UNKNOWN): (
        "{who} said they do not know whether this person is being looked for{via}",
        "{who} said they do not know whether this person is being looked for ({what}){via}",
    ),
    (ClaimSubject.MENTIONED, _ASSERTS): (
        "mentioned by {who}{via}",
        "mentioned ({what}) by {who}{via}",
    ),
    (ClaimSubject.MENTIONED, _DENIES): (
        "{who} denied having mentioned this person{via}",
        "{who} denied having mentioned this person ({what}){via}",
    ),
    (ClaimSubject.MENTIONED, _UNKNOWN): (
        "{who} said they do not know whether this person was mentioned{via}",
        "{who} said they do not know whether this person was mentioned ({what}){via}",
    ),
}
_ON_A_LIST = "on the list “{title}” of {who}{row}{via}"
_ON_A_LIST_AS = "on the list “{title}” of {who}, which calls its people “{purpose}”{row}{via}"
_SEARCHING_COLLECTIVE = (
    "{who} said that the people on the list are being looked for{via}; "
    "this is neither an acknowledgement nor a denial of holding"
)
_OF_GROUP = " (said of the whole group, of nobody by name)"
_OF_LIST = " (said of the whole list, of nobody by name)"
# How the phrases above are said of several people; longer ones first.
_OF_MANY = (
    ("who this person is", "who these people are"),
    ("where this person is", "where these people are"),
    ("this person is", "these people are"),
    ("this person was", "these people were"),
    ("this person has", "these people have"),
    ("this person's", "these people's"),
    ("this person", "these people"),
)
_RELAYED, _PUBLISHED = ", relayed by {names}", ", published by {names}"
_NOBODY, _ANONYMOUS, _AND = "a source that is not recorded", "{name} (not named)", " and "

_CODES: dict[str, str] = {
    AnswerCode.HOLDS: "says that it holds this person",
    AnswerCode.DOES_NOT_HOLD: "says that it does not hold this person",
    AnswerCode.DENIES_KNOWLEDGE: "says that it knows nothing of this person",
    AnswerCode.SEARCHING: "says that it is looking",
    AnswerCode.ASKS_DETAILS: "asks for more details",
    AnswerCode.DISPUTES_IDENTITY: "disputes who this is",
    AnswerCode.SAYS_RELEASED: "says: released",
    AnswerCode.SAYS_TRANSFERRED: "says: transferred",
    AnswerCode.SAYS_ESCAPED: "says: escaped",
    AnswerCode.SAYS_DEAD: "says: died",
    AnswerCode.REFUSES: "refuses to answer",
    AnswerCode.COLLECTIVE_REPLY: "answered for the whole list, of nobody by name",
    AnswerCode.NO_ANSWER_BY: "had not answered by this day",
}
_COLLECTIVE_CODES: dict[str, str] = {
    AnswerCode.HOLDS: "says that it holds people on the list",
    AnswerCode.DOES_NOT_HOLD: "says that it does not hold the people on the list",
    AnswerCode.DENIES_KNOWLEDGE: "says that it knows nothing of the people on the list",
    AnswerCode.SEARCHING: "says that it is looking for the people on the list",
    AnswerCode.ASKS_DETAILS: "asks for more details of the list",
    AnswerCode.DISPUTES_IDENTITY: "disputes who the people on the list are",
    AnswerCode.SAYS_RELEASED: "says that people on the list were released",
    AnswerCode.SAYS_TRANSFERRED: "says that people on the list were transferred",
    AnswerCode.SAYS_ESCAPED: "says that people on the list escaped",
    AnswerCode.SAYS_DEAD: "says that people on the list died",
    AnswerCode.REFUSES: "refuses to answer about the list",
}
_VERDICTS: dict[str, str] = {
    "": "waiting for judgement",
    Verdict.SAME: "judged to be this person",
    Verdict.DIFFERENT: "judged to be somebody else",
    Verdict.UNSURE: "judged, and left open",
}
_SILENCES: dict[str, str] = {
    SilenceVerdict.MENTIONS: "The text held mentions them.",
    SilenceVerdict.NO_MENTION: "The text held does not mention them.",
    SilenceVerdict.NOT_ASSESSABLE: "Cannot be assessed: the full text is not held.",
}
_TOLD_OF = "A source says so itself. The text it speaks of is not held in full, so that it cannot be assessed here."
_SAYS_SO_ITSELF = (
    "Proposed, not judged yet: a source itself speaks of a silence. The text it speaks of still has to be looked at."
)
_PROPOSED_SILENCE = "Proposed, not judged yet. {verdict}"
_GRADES: dict[str, str] = {
    "": "not reviewed yet",
    "A": "reviewed: kept",
    "B": "reviewed: kept in part",
    "C": "reviewed: not kept",
    "D": "reviewed: no reply",
}
_CONTACTS: dict[str, str] = {
    ContactKind.MEETING: "Meeting",
    ContactKind.VISIT: "Visit",
    ContactKind.CALL: "Call",
    ContactKind.LETTER: "Letter",
    ContactKind.OTHER: "Contact",
}
_CONTACT_STATUS: dict[str, str] = {
    ContactStatus.HELD: "reported",
    ContactStatus.PLANNED: "planned",
    ContactStatus.DENIED: "denied",
}
_PROTECTED = "a protected source"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@dataclass(frozen=True, slots=True)
class RowOfList:
    """Where a row stands, for a claim that rests on one.

    Attributes:
        purpose: what the list says of its people, in its words; empty if nothing.
        row: as a spreadsheet shows it.
    """

    title: str
    row: int
    purpose: str = ""


def say_claim(
    subject: str,
    polarity: str,
    chain: Sequence[ShownLink],
    *,
    value: str = "",
    collective: bool = False,
    of_list: bool = False,
    row: RowOfList | None = None,
) -> str:
    """Say what a claim says so that nobody can take it for a fact.

    Args:
        chain: who said it and through whom it came, in order; a row of a list has the list's author as speaker.
        collective: said of a group; `of_list`: in answer to a whole list. Nothing is then said of one person.
        row: the row it rests on, if it says that a person is listed.
    """
    who, via = who_and_via(chain)
    key = (ClaimSubject(subject), Polarity(polarity))
    if row and key == (ClaimSubject.LISTED, _ASSERTS):
        phrase = _ON_A_LIST_AS if row.purpose else _ON_A_LIST
        place = f", row {row.row}"
        return phrase.format(title=row.title, purpose=row.purpose, row=place, who=who, via=via)
    if collective and key == (ClaimSubject.SEARCHED_FOR, _ASSERTS):
        return _SEARCHING_COLLECTIVE.format(who=who, via=via)
    bare, valued = _CLAIMS[key]
    phrase = valued if value else bare
    if collective:  # before the words of others are put in: those stay as they are
        for one, many in _OF_MANY:
            phrase = phrase.replace(one, many)
        phrase += _OF_LIST if of_list else _OF_GROUP
    return phrase.format(who=who, via=via, what=value)


def who_and_via(chain: Sequence[ShownLink]) -> tuple[str, str]:
    """The speaker, and the way the words came, such as ``, relayed by A, published by B``.

    Where nobody is recorded before a relay, the relay speaks; before a publisher, the publisher.
    """
    speakers = _named(chain, LinkRole.SPEAKER)
    relays = _named(chain, LinkRole.RELAY)
    publishers = _named(chain, LinkRole.PUBLISHER)
    if not speakers:
        speakers, relays = relays[:1], relays[1:]
    if not speakers:
        speakers, publishers = publishers[:1], publishers[1:]
    publishers = [name for name in publishers if name not in speakers]
    via = "".join(_RELAYED.format(names=name) for name in relays if name not in speakers)
    if publishers:
        via += _PUBLISHED.format(names=_AND.join(publishers))
    return (_AND.join(speakers) or _NOBODY), via


def _named(chain: Sequence[ShownLink], role: LinkRole) -> list[str]:
    names = []
    for link in chain:
        if link.role == role and link.name.strip():
            anonymous = link.attribution == Attribution.ANONYMOUS
            names.append(_ANONYMOUS.format(name=link.name) if anonymous else link.name)
    return list(dict.fromkeys(names))


def code_words(code: str, *, collective: bool = False) -> str:
    """What a party's answer says, such as ``says that it is looking for the people on the list``."""
    return (_COLLECTIVE_CODES.get(code) if collective else None) or _CODES[code]


def verdict_words(verdict: str) -> str:
    """A judgement on a candidate, or that it still waits."""
    return _VERDICTS[verdict]


def silence_words(verdict: str, *, explicit: bool = False) -> str:
    """What may be said of a text that should have mentioned our people; never that somebody kept silent.

    Args:
        explicit: a source itself speaks of the silence.
    """
    return _TOLD_OF if explicit and verdict == SilenceVerdict.NOT_ASSESSABLE else _SILENCES[verdict]


def proposed_silence_words(verdict: str, *, explicit: bool) -> str:
    """What may be said of a silence that only the reading engine has noticed."""
    return _SAYS_SO_ITSELF if explicit else _PROPOSED_SILENCE.format(verdict=_SILENCES[verdict])


def grade_words(grade: str) -> str:
    """How a promise stood at its last review."""
    return _GRADES[grade]


def contact_words(kind: str, status: str, participants: Sequence[str], place: str) -> str:
    """A contact as told, such as ``Visit (reported): A; B; in C``."""
    tail = "; ".join([*participants, *([f"in {place}"] if place else [])])
    return f"{_CONTACTS[kind]} ({_CONTACT_STATUS[status]})" + (f": {tail}" if tail else "")


def protected_name() -> str:
    """What stands in place of the name of a source that is to be protected."""
    return _PROTECTED


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``one source``, ``three sources``, ``14 sources``."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    head = words[number] if 0 <= number < len(words) else f"{number:,}"
    return f"{head} {one if number == 1 else many or one + 's'}"


def age_days(on: PartialDate | None, as_of: date) -> int | None:
    """Full days from the latest day a date can mean, so that an age is never made longer than is known.

    None if the date is not known, is open, or can lie after `as_of`.
    """
    if on is None:
        return None
    latest = on.latest
    return None if latest is None or latest > as_of else (as_of - latest).days


def age_words(days: int | None) -> str:
    """``112 days``, ``1 day``, ``today``, ``no date known``."""
    if days is None:
        return "no date known"
    return "today" if days == 0 else f"{days:,} day{'' if days == 1 else 's'}"


def ago_words(days: int | None) -> str:
    """``112 days ago``, ``today``, ``on a day not known``."""
    if days is None:
        return "on a day not known"
    return "today" if days == 0 else f"{age_words(days)} ago"


def date_words(on: PartialDate | None) -> str:
    """A date as a person reads it: ``30 May 2024``, ``about March 2024``, ``between 2019 and 2021``."""
    if on is None:
        return "no date given"
    text = on.edtf
    if "/" in text:
        start, _, stop = text.partition("/")
        if start in ("", ".."):
            return f"until {_single_words(stop)}"
        if stop in ("", ".."):
            return f"from {_single_words(start)} on"
        return f"between {_single_words(start)} and {_single_words(stop)}"
    return _single_words(text)


def on_date_words(on: PartialDate) -> str:
    """A date with the word that goes before it: ``on 30 May 2024``, ``in March 2024``, ``between ... and ...``."""
    said = date_words(on)
    if "/" in on.edtf:
        return said
    if on.is_day:
        return f"on {said}"
    return said if said.startswith("about") else f"in {said}"


def _single_words(text: str) -> str:
    mark = text[-1] if text[-1] in "~?%" else ""
    year, _, rest = text.rstrip("~?%").partition("-")
    month, _, day = rest.partition("-")
    words = f"the {year[:3]}0s" if year.endswith("X") and year[2] != "X" else year
    if year.endswith("XX"):
        words = f"the {year[:2]}00s"
    if month and month != "XX":
        number = int(month)
        words = f"{_SEASONS.get(number) or _MONTHS[number - 1]} {words}"
        if day and day != "XX":
            words = f"{int(day)} {words}"
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(mark, "") + words
