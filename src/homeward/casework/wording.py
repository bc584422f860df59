"""Careful sentences: who said it, through whom it came, and never a bare fact (D1).

In: the closed words of a claim, an answer, a grade, and the chain they came by. Out: words for a person to read.
All phrases stand in the tables of this module, in English; they are said in the language that is active. A phrase
names nobody's sex: translations say "reported release", not "he was released" (docs/languages.md).
Leaves to others: reading the case file (`queries`) and laying words out on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_lazy, gettext_noop, npgettext, pgettext, pgettext_lazy

from homeward.casework import dates
from homeward.casework.results import ShownLink
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    Manner,
    PartialDate,
    Polarity,
    SilenceVerdict,
    Verdict,
)

_ = gettext_noop
_ASSERTS, _DENIES, _UNKNOWN = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW

# {who}: the speaker. {via}: ", relayed by ..., published by ..."; empty if nobody stands between. {what}: the value.
# A phrase with {what} is used where the claim has a value, the one beside it where it has none.
_CLAIMS: dict[tuple[ClaimSubject, Polarity], tuple[str, str]] = {
    (ClaimSubject.CUSTODY, _ASSERTS): (
        _("said to be in custody, by {who}{via}"),
        _("said to be in custody ({what}), by {who}{via}"),
    ),
    (ClaimSubject.CUSTODY, _DENIES): (
        _("{who} denied that this person is in custody{via}"),
        _("{who} denied that this person is in custody ({what}){via}"),
    ),
    (ClaimSubject.CUSTODY, _UNKNOWN): (
        _("{who} said they do not know whether this person is in custody{via}"),
        _("{who} said they do not know whether this person is in custody ({what}){via}"),
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _ASSERTS): (
        _("{who} is reported to have acknowledged holding this person{via}"),
        _("{who} is reported to have acknowledged holding this person ({what}){via}"),
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _DENIES): (
        _("{who} denied holding this person{via}"),
        _("{who} denied holding this person ({what}){via}"),
    ),
    (ClaimSubject.ACKNOWLEDGEMENT, _UNKNOWN): (
        _("{who} said they do not know whether they hold this person{via}"),
        _("{who} said they do not know whether they hold this person ({what}){via}"),
    ),
    (ClaimSubject.ALIVE, _ASSERTS): (
        _("said to be alive, by {who}{via}"),
        _("said to be alive ({what}), by {who}{via}"),
    ),
    (ClaimSubject.ALIVE, _DENIES): (
        _("{who} denied that this person is alive{via}"),
        _("{who} denied that this person is alive ({what}){via}"),
    ),
    (ClaimSubject.ALIVE, _UNKNOWN): (
        _("{who} said they do not know whether this person is alive{via}"),
        _("{who} said they do not know whether this person is alive ({what}){via}"),
    ),
    (ClaimSubject.WHEREABOUTS, _ASSERTS): (
        _("{who} spoke of where this person is{via}"),
        _("said to be at “{what}”, by {who}{via}"),
    ),
    (ClaimSubject.WHEREABOUTS, _DENIES): (
        _("{who} denied that this person is there{via}"),
        _("{who} denied that this person is at “{what}”{via}"),
    ),
    (ClaimSubject.WHEREABOUTS, _UNKNOWN): (
        _("{who} said they do not know where this person is{via}"),
        _("{who} said they do not know where this person is ({what}){via}"),
    ),
    (ClaimSubject.HEALTH, _ASSERTS): (
        _("{who} spoke of this person's health{via}"),
        _("health described as “{what}”, by {who}{via}"),
    ),
    (ClaimSubject.HEALTH, _DENIES): (
        _("{who} denied what was said of this person's health{via}"),
        _("{who} denied that this person's health is “{what}”{via}"),
    ),
    (ClaimSubject.HEALTH, _UNKNOWN): (
        _("{who} said they know nothing of this person's health{via}"),
        _("{who} said they know nothing of this person's health ({what}){via}"),
    ),
    (ClaimSubject.RELEASED, _ASSERTS): (
        _("reported released, by {who}{via}"),
        _("reported released ({what}), by {who}{via}"),
    ),
    (ClaimSubject.RELEASED, _DENIES): (
        _("{who} denied that this person was released{via}"),
        _("{who} denied that this person was released ({what}){via}"),
    ),
    (ClaimSubject.RELEASED, _UNKNOWN): (
        _("{who} said they do not know whether this person was released{via}"),
        _("{who} said they do not know whether this person was released ({what}){via}"),
    ),
    (ClaimSubject.TRANSFERRED, _ASSERTS): (
        _("reported transferred, by {who}{via}"),
        _("reported transferred ({what}), by {who}{via}"),
    ),
    (ClaimSubject.TRANSFERRED, _DENIES): (
        _("{who} denied that this person was transferred{via}"),
        _("{who} denied that this person was transferred ({what}){via}"),
    ),
    (ClaimSubject.TRANSFERRED, _UNKNOWN): (
        _("{who} said they do not know whether this person was transferred{via}"),
        _("{who} said they do not know whether this person was transferred ({what}){via}"),
    ),
    (ClaimSubject.ESCAPED, _ASSERTS): (
        _("reported to have escaped, by {who}{via}"),
        _("reported to have escaped ({what}), by {who}{via}"),
    ),
    (ClaimSubject.ESCAPED, _DENIES): (
        _("{who} denied that this person escaped{via}"),
        _("{who} denied that this person escaped ({what}){via}"),
    ),
    (ClaimSubject.ESCAPED, _UNKNOWN): (
        _("{who} said they do not know whether this person escaped{via}"),
        _("{who} said they do not know whether this person escaped ({what}){via}"),
    ),
    (ClaimSubject.DEAD, _ASSERTS): (
        _("claimed to have died, by {who}{via}"),
        _("claimed to have died ({what}), by {who}{via}"),
    ),
    (ClaimSubject.DEAD, _DENIES): (
        _("{who} denied that this person has died{via}"),
        _("{who} denied that this person has died ({what}){via}"),
    ),
    (ClaimSubject.DEAD, _UNKNOWN): (
        _("{who} said they do not know whether this person has died{via}"),
        _("{who} said they do not know whether this person has died ({what}){via}"),
    ),
    (ClaimSubject.IDENTITY, _ASSERTS): (
        _("{who} spoke of who this person is{via}"),
        _("identity given as “{what}”, by {who}{via}"),
    ),
    (ClaimSubject.IDENTITY, _DENIES): (
        _("{who} disputed who this person is{via}"),
        _("{who} disputed that this person is “{what}”{via}"),
    ),
    (ClaimSubject.IDENTITY, _UNKNOWN): (
        _("{who} said they do not know who this person is{via}"),
        _("{who} said they do not know who this person is ({what}){via}"),
    ),
    (ClaimSubject.LISTED, _ASSERTS): (
        _("{who} is reported to have this person on a list{via}"),
        _("{who} is reported to have this person on a list ({what}){via}"),
    ),
    (ClaimSubject.LISTED, _DENIES): (
        _("{who} denied that this person is on the list{via}"),
        _("{who} denied that this person is on the list ({what}){via}"),
    ),
    (ClaimSubject.LISTED, _UNKNOWN): (
        _("{who} said they do not know whether this person is on the list{via}"),
        _("{who} said they do not know whether this person is on the list ({what}){via}"),
    ),
    (ClaimSubject.SEARCHED_FOR, _ASSERTS): (
        _("{who} said that this person is being looked for{via}; this neither acknowledges nor denies holding"),
        _(
            "{who} said that this person is being looked for ({what}){via}; "
            "this neither acknowledges nor denies holding"
        ),
    ),
    (ClaimSubject.SEARCHED_FOR, _DENIES): (
        _("{who} denied that this person is being looked for{via}"),
        _("{who} denied that this person is being looked for ({what}){via}"),
    ),
    (ClaimSubject.SEARCHED_FOR, _UNKNOWN): (
        _("{who} said they do not know whether this person is being looked for{via}"),
        _("{who} said they do not know whether this person is being looked for ({what}){via}"),
    ),
    (ClaimSubject.MENTIONED, _ASSERTS): (
        _("mentioned by {who}{via}"),
        _("mentioned ({what}) by {who}{via}"),
    ),
    (ClaimSubject.MENTIONED, _DENIES): (
        _("{who} denied having mentioned this person{via}"),
        _("{who} denied having mentioned this person ({what}){via}"),
    ),
    (ClaimSubject.MENTIONED, _UNKNOWN): (
        _("{who} said they do not know whether this person was mentioned{via}"),
        _("{who} said they do not know whether this person was mentioned ({what}){via}"),
    ),
}
_ON_A_LIST = _("on the list “{title}” of {who}{row}{via}")
_ON_SOME_LIST = _("on a list of {who}{row}{via}")
_ON_A_LIST_AS = _("on the list “{title}” of {who}, which calls its people “{purpose}”{row}{via}")
_SEARCHING_COLLECTIVE = _(
    "{who} said that the people on the list are being looked for{via}; "
    "this is neither an acknowledgement nor a denial of holding"
)
_OF_GROUP = _(" (said of the whole group, of nobody by name)")
_OF_LIST = _(" (said of the whole list, of nobody by name)")
# How the phrases above are said of several people; longer ones first.
_OF_MANY = (
    (_("who this person is"), _("who these people are")),
    (_("where this person is"), _("where these people are")),
    (_("this person is"), _("these people are")),
    (_("this person was"), _("these people were")),
    (_("this person has"), _("these people have")),
    (_("this person's"), _("these people's")),
    (_("this person"), _("these people")),
)
_RELAYED, _PUBLISHED = _(", relayed by {names}"), _(", published by {names}")
_NOBODY, _ANONYMOUS, _AND = _("a source that is not recorded"), _("{name} (not named)"), _("{these} and {that}")

_CODES: dict[str, str] = {
    AnswerCode.HOLDS: _("says that it holds this person"),
    AnswerCode.DOES_NOT_HOLD: _("says that it does not hold this person"),
    AnswerCode.DENIES_KNOWLEDGE: _("says that it knows nothing of this person"),
    AnswerCode.SEARCHING: _("says that it is looking"),
    AnswerCode.ASKS_DETAILS: _("asks for more details"),
    AnswerCode.DISPUTES_IDENTITY: _("disputes who this is"),
    AnswerCode.SAYS_RELEASED: _("says: released"),
    AnswerCode.SAYS_TRANSFERRED: _("says: transferred"),
    AnswerCode.SAYS_ESCAPED: _("says: escaped"),
    AnswerCode.SAYS_DEAD: _("says: died"),
    AnswerCode.REFUSES: _("refuses to answer"),
    AnswerCode.COLLECTIVE_REPLY: _("answered for the whole list, of nobody by name"),
    AnswerCode.NO_ANSWER_BY: _("had not answered by this day"),
}
_COLLECTIVE_CODES: dict[str, str] = {
    AnswerCode.HOLDS: _("says that it holds people on the list"),
    AnswerCode.DOES_NOT_HOLD: _("says that it does not hold the people on the list"),
    AnswerCode.DENIES_KNOWLEDGE: _("says that it knows nothing of the people on the list"),
    AnswerCode.SEARCHING: _("says that it is looking for the people on the list"),
    AnswerCode.ASKS_DETAILS: _("asks for more details of the list"),
    AnswerCode.DISPUTES_IDENTITY: _("disputes who the people on the list are"),
    AnswerCode.SAYS_RELEASED: _("says that people on the list were released"),
    AnswerCode.SAYS_TRANSFERRED: _("says that people on the list were transferred"),
    AnswerCode.SAYS_ESCAPED: _("says that people on the list escaped"),
    AnswerCode.SAYS_DEAD: _("says that people on the list died"),
    AnswerCode.REFUSES: _("refuses to answer about the list"),
}
_MANNERS: dict[str, str] = {
    Manner.SAID: _("said"),
    Manner.DENIED: _("denied"),
    Manner.PROMISED: _("promised"),
    Manner.CONFIRMED: _("confirmed"),
    Manner.WARNED: _("warned"),
    Manner.DEMANDED: _("demanded"),
    Manner.ASKED: _("asked"),
    Manner.REPORTED: _("reported"),
}
_VERDICTS: dict[str, str] = {
    "": _("waiting for judgement"),
    Verdict.SAME: _("judged to be this person"),
    Verdict.DIFFERENT: _("judged to be somebody else"),
    Verdict.UNSURE: _("judged, and left open"),
}
_SILENCES: dict[str, str] = {
    SilenceVerdict.MENTIONS: _("The text held mentions them."),
    SilenceVerdict.NO_MENTION: _("The text held does not mention them."),
    SilenceVerdict.NOT_ASSESSABLE: _("Cannot be assessed: the full text is not held."),
}
_TOLD_OF = _(
    "A source says so itself. The text it speaks of is not held in full, so that it cannot be assessed here."
)
_SAYS_SO_ITSELF = _(
    "Proposed, not judged yet: a source itself speaks of a silence. The text it speaks of still has to be looked at."
)
_PROPOSED_SILENCE = _("Proposed, not judged yet. {verdict}")
_GRADES: dict[str, str] = {
    "": _("not reviewed yet"),
    "A": _("reviewed: kept"),
    "B": _("reviewed: kept in part"),
    "C": _("reviewed: not kept"),
    "D": _("reviewed: no reply"),
}
_CONTACTS: dict[str, str] = {
    ContactKind.MEETING: _("Meeting"),
    ContactKind.VISIT: _("Visit"),
    ContactKind.CALL: _("Call"),
    ContactKind.LETTER: _("Letter"),
    ContactKind.OTHER: _("Contact"),
}
_OWN_CONTACT = _("recorded by the desk")
_CONTACT_STATUS: dict[str, str] = {
    ContactStatus.HELD: _("reported"),
    ContactStatus.PLANNED: _("planned"),
    ContactStatus.DENIED: _("denied"),
}
# Stored words of closed lists, as a label shows them beside the sentence.
_STORED = {
    "desk": gettext_lazy("the desk"),
    "confidential": gettext_lazy("confidential"),
    "confidential to a mediator": gettext_lazy("confidential to a mediator"),
    "custody": pgettext_lazy("stored word", "custody"),
    "acknowledgement": pgettext_lazy("stored word", "acknowledgement"),
    "alive": pgettext_lazy("stored word", "alive"),
    "whereabouts": pgettext_lazy("stored word", "whereabouts"),
    "health": pgettext_lazy("stored word", "health"),
    "released": pgettext_lazy("stored word", "released"),
    "transferred": pgettext_lazy("stored word", "transferred"),
    "escaped": pgettext_lazy("stored word", "escaped"),
    "dead": pgettext_lazy("stored word", "dead"),
    "identity": pgettext_lazy("stored word", "identity"),
    "listed": pgettext_lazy("stored word", "listed"),
    "searched_for": pgettext_lazy("stored word", "searched for"),
    "mentioned": pgettext_lazy("stored word", "mentioned"),
    "speaker": pgettext_lazy("stored word", "speaker"),
    "relay": pgettext_lazy("stored word", "relay"),
    "publisher": pgettext_lazy("stored word", "publisher"),
    "reader": pgettext_lazy("stored word", "reader"),
    "named": pgettext_lazy("stored word", "named"),
    "unnamed": pgettext_lazy("stored word", "unnamed"),
    "anonymous": pgettext_lazy("stored word", "anonymous"),
    "asserts": pgettext_lazy("stored word", "asserts"),
    "denies": pgettext_lazy("stored word", "denies"),
    "does_not_know": pgettext_lazy("stored word", "does not know"),
    "full": pgettext_lazy("stored word", "full"),
    "given": pgettext_lazy("stored word", "given"),
    "father": pgettext_lazy("stored word", "father"),
    "grandfather": pgettext_lazy("stored word", "grandfather"),
    "family": pgettext_lazy("stored word", "family"),
    "mother": pgettext_lazy("stored word", "mother"),
    "kunya": pgettext_lazy("stored word", "kunya"),
    "alias": pgettext_lazy("stored word", "alias"),
    "transliteration": pgettext_lazy("stored word", "transliteration"),
    "claim": pgettext_lazy("stored word", "claim"),
    "statement": pgettext_lazy("stored word", "statement"),
    "mention": pgettext_lazy("stored word", "mention"),
    "contact": pgettext_lazy("stored word", "contact"),
    "handover": pgettext_lazy("stored word", "handover"),
    "answer": pgettext_lazy("stored word", "answer"),
    "commitment": pgettext_lazy("stored word", "commitment"),
    "silence": pgettext_lazy("stored word", "silence"),
    "handed_over": pgettext_lazy("stored word", "handed over"),
    "received": pgettext_lazy("stored word", "received"),
    "published": pgettext_lazy("stored word", "published"),
    "mentions": pgettext_lazy("stored word", "mentions"),
    "file": pgettext_lazy("stored word", "file"),
    "pasted": pgettext_lazy("stored word", "pasted"),
    "no_mention_in_text_held": pgettext_lazy("stored word", "no mention in text held"),
    "not_assessable": pgettext_lazy("stored word", "not assessable"),
    "female": pgettext_lazy("stored word", "female"),
    "male": pgettext_lazy("stored word", "male"),
    "other": pgettext_lazy("stored word", "other"),
}
_CLASSIFICATIONS = (_("the desk"), _("confidential"), _("confidential to a mediator"))
_PROTECTED = _("a protected source")


@dataclass(frozen=True, slots=True)
class RowOfList:
    """Where a row stands, for a claim that rests on one.

    Attributes:
        title: empty where it is not told how the list is called.
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
        phrase = gettext(_ON_SOME_LIST if not row.title else _ON_A_LIST_AS if row.purpose else _ON_A_LIST)
        place = gettext(", row {row}").format(row=row.row)
        return phrase.format(title=row.title, purpose=row.purpose, row=place, who=who, via=via)
    if collective and key == (ClaimSubject.SEARCHED_FOR, _ASSERTS):
        return gettext(_SEARCHING_COLLECTIVE).format(who=who, via=via)
    bare, valued = _CLAIMS[key]
    phrase = gettext(valued if value else bare)
    if collective:  # before the words of others are put in: those stay as they are
        for one, many in _OF_MANY:
            phrase = phrase.replace(gettext(one), gettext(many))
        phrase += gettext(_OF_LIST if of_list else _OF_GROUP)
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
    via = "".join(gettext(_RELAYED).format(names=name) for name in relays if name not in speakers)
    if publishers:
        via += gettext(_PUBLISHED).format(names=and_words(publishers))
    return (and_words(speakers) or gettext(_NOBODY)), via


def and_words(names: Sequence[str]) -> str:
    """Several as one phrase: ``A``, ``A and B``, ``A and B and C``."""
    said = ""
    for name in names:
        said = gettext(_AND).format(these=said, that=name) if said else name
    return said


def _named(chain: Sequence[ShownLink], role: LinkRole) -> list[str]:
    names = []
    for link in chain:
        if link.role == role and link.name.strip():
            anonymous = link.attribution == Attribution.ANONYMOUS
            names.append(gettext(_ANONYMOUS).format(name=link.name) if anonymous else link.name)
    return list(dict.fromkeys(names))


def code_words(code: str, *, collective: bool = False) -> str:
    """What a party's answer says, such as ``says that it is looking for the people on the list``."""
    return gettext((_COLLECTIVE_CODES.get(code) if collective else None) or _CODES[code])


def manner_words(manner: str) -> str:
    """How something was uttered."""
    return gettext(_MANNERS[manner])


def verdict_words(verdict: str) -> str:
    """A judgement on a candidate, or that it still waits."""
    return gettext(_VERDICTS[verdict])


def silence_words(verdict: str, *, explicit: bool = False) -> str:
    """What may be said of a text that should have mentioned our people; never that somebody kept silent.

    Args:
        explicit: a source itself speaks of the silence.
    """
    return gettext(_TOLD_OF if explicit and verdict == SilenceVerdict.NOT_ASSESSABLE else _SILENCES[verdict])


def proposed_silence_words(verdict: str, *, explicit: bool) -> str:
    """What may be said of a silence that only the reading engine has noticed."""
    if explicit:
        return gettext(_SAYS_SO_ITSELF)
    return gettext(_PROPOSED_SILENCE).format(verdict=gettext(_SILENCES[verdict]))


def grade_words(grade: str) -> str:
    """How a promise stood at its last review."""
    return gettext(_GRADES[grade])


def contact_words(
    kind: str, status: str, participants: Sequence[str], place: str, *, by_the_desk: bool = False
) -> str:
    """A contact as told, such as ``Visit (reported): A; B; in C``.

    Args:
        by_the_desk: whether the desk itself says that it took place, and no report does.
    """
    tail = "; ".join([*participants, *([gettext("in {place}").format(place=place)] if place else [])])
    ours = by_the_desk and status == ContactStatus.HELD
    told = gettext(_OWN_CONTACT) if ours else gettext(_CONTACT_STATUS[status])
    return f"{gettext(_CONTACTS[kind])} ({told})" + (f": {tail}" if tail else "")


def classification_words(classification: int) -> str:
    """For whom something is, such as ``confidential to a mediator``."""
    return gettext(_CLASSIFICATIONS[classification])


def protected_name() -> str:
    """What stands in place of the name of a source that is to be protected."""
    return gettext(_PROTECTED)


_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def counted(phrase: str, number: int) -> str:
    """A counted phrase with its number: ``{n} sources`` as ``three sources``, ``14 sources``.

    Small numbers are words in English alone: elsewhere such words bend with what they count.

    Args:
        phrase: as `ngettext` chose it.
    """
    spelt = dates.language() == "en" and 0 <= number < len(_NUMBERS)
    return phrase.format(n=_NUMBERS[number] if spelt else dates.number(number))


def first_upper(text: str) -> str:
    """The sentence with a capital, where its script has them."""
    return text[:1].upper() + text[1:]


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
        return gettext("no date known")
    return pgettext("age", "today") if days == 0 else dates.days_words(days)


def ago_words(days: int | None) -> str:
    """``112 days ago``, ``today``, ``on a day not known``."""
    if days is None:
        return gettext("on a day not known")
    if days == 0:
        return pgettext("age", "today")
    return npgettext("age", "{n} day ago", "{n} days ago", days).format(n=dates.number(days))


def date_words(on: PartialDate | None) -> str:
    """A date as a person reads it: ``30 May 2024``, ``about March 2024``, ``between 2019 and 2021``."""
    return gettext("no date given") if on is None else dates.date_words(on)


def by_date_words(due: PartialDate) -> str:
    """A day by which something is due: ``by 15 June 2026``, also where the words named it as an open stretch."""
    start, slash, stop = due.edtf.partition("/")
    if slash and start in ("", "..") and stop not in ("", ".."):
        due = PartialDate.read(stop)
    return gettext("by {date}").format(date=dates.date_words(due))


def on_date_words(on: PartialDate) -> str:
    """A date with the word that goes before it: ``on 30 May 2024``, ``in March 2024``, ``between ... and ...``."""
    return dates.on_date_words(on)


def stored_words(stored: str) -> str:
    """A stored word of a closed list, such as ``does_not_hold`` or ``speaker``, in the active language."""
    known = _STORED.get(stored)
    return str(known) if known is not None else stored.replace("_", " ")
