"""One claim, or one promise, as a relative is told of it: the sentence, and below it who said it, in what words.

In: claims and promises, an enquirer, a language. Out: a `Telling` each. Protected sources are named nowhere.
Leaves to others: whether it may be told at all (`tellable`), and the choice of what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from homeward.casework import told_words, wording
from homeward.casework.access import ref_of, visible
from homeward.casework.bare_words import plain
from homeward.casework.leaving_words import LANGUAGE_OF_SCRIPT
from homeward.casework.models import Case, Claim, Commitment, Enquirer, NameForm, Person, User, with_activity
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.letters import language_of, script_of
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.shown import (
    chain_of_claim,
    chain_of_statement,
    claim_dates,
    names_of,
    promised_by,
    value_of,
)
from homeward.casework.results import ShownLink
from homeward.casework.tellable import KeptNames, names_of_other_people, names_of_others, protected_names

_SCRIPTS = {language: script for script, language in LANGUAGE_OF_SCRIPT.items()}


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence and what stands below it.

    Attributes:
        left_out: why the source's own words are not given, as a code; empty where they are, or there are none.
    """

    text: str
    said_by: str
    quote: str = ""
    quote_language: str = ""
    translation: str = ""
    left_out: str = ""


class Teller:
    """Tells claims and promises of one person to one enquirer, in one language; without one, to the desk itself.

    Attributes:
        protected, others, people: names that stand in nothing that is sent.
    """

    def __init__(self, user: User, case: Case, enquirer: Enquirer | None, language: str) -> None:
        self.ground: Ground = PartGround(user, case, date.max)
        self.language = told_words.base_language(language)
        self.protected: KeptNames = protected_names(case.pk)
        self.others = names_of_others(enquirer) if enquirer is not None else KeptNames(())
        self.people = names_of_other_people(enquirer) if enquirer is not None else KeptNames(())

    def take(self, claims: Sequence[Claim], commitments: Sequence[Commitment] = ()) -> None:
        """Fetch the chains of what will be told, all at once."""
        assert isinstance(self.ground, PartGround)
        self.ground.take_chains([claim.statement_id for claim in claims] + [c.statement_id for c in commitments])

    def claim(self, claim: Claim, *, earlier: tuple[date, date] | None = None) -> Telling:
        """One claim.

        Args:
            earlier: the days on which it was told to this relative and taken back; it is then told as taken back.
        """
        chain = chain_of_claim(self.ground, claim)
        _, on = claim_dates(claim)
        row = None
        if claim.item is not None and claim.statement is None and claim.answer is None:
            stored = claim.item.list
            # How the desk calls a list may hold words that are for the desk alone.
            titled = (stored.title, stored.purpose) if stored.title_may_be_told else ("", "")
            row = wording.RowOfList(titled[0], claim.item.row_number, titled[1])
        said_by = told_words.chain_in(self.language, chain, on, ref_of(claim))
        if earlier is not None:
            told, taken = (told_words.day_in(self.language, day) for day in earlier)
            who = told_words.speaker_in(self.language, chain)
            return Telling(told_words.we(self.language, "told_earlier", on=told, day=taken, who=who), said_by)
        text = told_words.say_in(
            self.language,
            claim.subject,
            claim.polarity,
            chain,
            value=value_of(claim),
            on=on,
            collective=claim.collective,
            of_list=claim.answer_id is not None,
            row=row,
        )
        if claim.statement is not None:
            statement = claim.statement
            return self._with_words(text, said_by, chain, statement.text, statement.language, statement.translation)
        if claim.answer is not None:
            return self._with_words(text, said_by, chain, claim.answer.words)
        return Telling(text, said_by)  # the cells of a row stay here: they hold more than was asked

    def promise(self, commitment: Commitment) -> Telling:
        """One promise; its words stand below it and never in our sentence."""
        chain = chain_of_statement(self.ground, commitment.statement)
        due = (
            told_words.we(self.language, "by_when", day=told_words.day_in(self.language, commitment.due))
            if commitment.due is not None
            else told_words.we(self.language, "no_date")
        )
        by = promised_by(self.ground, commitment)
        by = by.replace(wording.protected_name(), told_words.label(self.language, "protected"))
        key = "promised_all" if commitment.collective else "promised"
        said_by = told_words.chain_in(self.language, chain, commitment.made_on, ref_of(commitment))
        words = commitment.content
        if commitment.condition and plain(commitment.condition) not in plain(words):
            words = f"{words}; {commitment.condition}"
        statement = commitment.statement
        return self._with_words(
            told_words.we(self.language, key, by=by, due=due), said_by, chain, words, statement.language
        )

    def _with_words(
        self,
        text: str,
        said_by: str,
        chain: Sequence[ShownLink],
        quote: str,
        language: str = "",
        translation: str = "",
    ) -> Telling:
        left_out = ""
        if any(link.name == wording.protected_name() for link in chain):
            left_out = "protected"  # how somebody speaks may tell who it is
        elif any(names.stand_in(part) for names in (self.protected, self.others) for part in (quote, translation)):
            left_out = "protected"
        elif any(self.people.stand_in(part) for part in (quote, translation)):
            left_out = "others"
        if left_out or not quote:
            return Telling(text, said_by, left_out=left_out)
        return Telling(text, said_by, quote, language or language_of(quote), translation)


def claims_to_tell(user: User, person: Person) -> list[Claim]:
    """Everything ever claimed of a person that the user may see, with `active`, and what it rests on."""
    rows = with_activity(visible(user, Claim).filter(person=person)).select_related(
        "statement__capture__publisher",
        "item__list__author",
        "item__list__publisher",
        "item__list__capture__publisher",
        "answer__party",
        "answer__reversal",
        "withdrawal",
        "second_reading",
    )
    return list(
        rows.defer(
            "item__record", "statement__capture__text", "item__list__capture__text", "item__list__tables",
            "item__list__problems",
        ).order_by("pk")
    )  # fmt: skip


def name_in(user: User, person: Person, language: str) -> str:
    """The person's name in the script of a language, else the main one; the reference where none may be seen."""
    forms = list(visible(user, NameForm).filter(person=person).order_by("pk"))
    names = [words.text for words in names_of(forms)]
    wanted = _SCRIPTS.get(language, "Latn")
    return next((name for name in names if script_of(name) == wanted), names[0] if names else ref_of(person))
