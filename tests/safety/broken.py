"""Breaks each mechanism that keeps people from harm, one at a time, and asks whether a test of it fails.

    python -m tests.safety.broken            # all of them; a few minutes
    python -m tests.safety.broken D11 D21    # those of some requirements
    python -m tests.safety.broken "D25 rel"  # those that begin so

In: the table below. Out: a line for each: noticed, or NOT NOTICED, and an exit code that tells whether all were.
What no patch can break, such as an import of something that sends, is broken by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

Patch = Callable[[pytest.MonkeyPatch], None]
_ACTS = "homeward.casework.actions"
_QUERIES = "homeward.casework.queries"


@dataclass(frozen=True)
class Break:
    """One mechanism that no longer works, and the tests that must not let it pass: parts of their names."""

    patch: Patch
    tests: str


def _set(monkey: pytest.MonkeyPatch, where: str, value: Any, *, raising: bool = True) -> None:
    """Another value under a dotted name; a module counts before a function of the same name in its package."""
    *parts, last = where.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            holder: Any = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            holder = getattr(holder, name)
        monkey.setattr(holder, last, value, raising=raising)
        return
    raise LookupError(where)


def sets(*pairs: tuple[str, Any]) -> Patch:
    """Another value in place of each of these."""

    def patch(monkey: pytest.MonkeyPatch) -> None:
        for where, value in pairs:
            _set(monkey, where, value)

    return patch


def lowest(*modules: str) -> Patch:
    """In these modules the lowest of several levels counts, and not the highest."""

    def patch(monkey: pytest.MonkeyPatch) -> None:
        for module in modules:
            _set(monkey, f"{module}.max", min, raising=False)

    return patch


def seen_by_all(*modules: str) -> Patch:
    """In these acts everything is looked at, and not what the user may see."""

    class Open:
        def __getattr__(self, name: str) -> Any:
            from homeward.casework import access

            return getattr(access, name)

        @staticmethod
        def visible(_: object, model: Any) -> Any:
            return model._default_manager.all()

    return sets(*((f"{_ACTS}.{module}.access", Open()) for module in modules))


def _bare_death(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework import wording
    from homeward.records import ClaimSubject, Polarity

    words = ("this person is dead", "this person is dead ({what})")
    monkey.setitem(wording._CLAIMS, (ClaimSubject.DEAD, Polarity.ASSERTS), words)


def _relatives_for_all(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework import access
    from homeward.casework.models import Enquirer

    monkey.setitem(access.REACHES, Enquirer, access.Reach("case"))
    _set(monkey, f"{_QUERIES}.relatives.permissions", lambda *_: frozenset(access.Permission))


def _claims_without_levels(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework import access
    from homeward.casework.models import Claim

    monkey.setitem(access.REACHES, Claim, access.Reach("case"))


def _end_is_not_looked_at(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.audit import check_chain

    _set(monkey, "homeward.casework.audit.check_chain", lambda rows, **_: check_chain(rows))


def _any_name_is_judged(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.actions import links, match
    from homeward.casework.models import ItemLink
    from homeward.records import Verdict

    real = match.propose_links

    def propose(user: Any, case: Any, **more: Any) -> int:
        new = real(user, case, **more)
        for link in ItemLink.objects.all():
            links.judge_link(user, link, Verdict.SAME, "the name")
        return new

    _set(monkey, f"{_ACTS}.match.propose_links", propose)


def _reversal_leaves_claims(monkey: pytest.MonkeyPatch) -> None:
    from django.db.models import Q

    _set(
        monkey,
        "homeward.casework.models.claim._counts",
        lambda: Q(withdrawal__isnull=True) & Q(answer__reversal__isnull=True),
    )


def _translation_is_quoted(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.queries.letters import words

    def wording_of(claim: Any) -> Any:
        return words(claim.statement.translation or claim.statement.text, claim.statement.language)

    _set(monkey, f"{_QUERIES}.picture.wording_of", wording_of)


def _translation_is_said(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.queries.shown import say

    real = say
    _set(monkey, f"{_QUERIES}.picture.say", lambda *of: f"{real(*of)} {of[1].statement.translation}")


def _formulas_live(monkey: pytest.MonkeyPatch) -> None:
    from xlsxwriter.worksheet import Worksheet

    real = Worksheet.write_string

    def write(sheet: Any, row: int, column: int, text: str, *more: Any) -> Any:
        if text[:1] in "=+-@":
            return sheet.write_formula(row, column, text, *more)
        return real(sheet, row, column, text, *more)

    monkey.setattr(Worksheet, "write_string", write)


def _any_size(monkey: pytest.MonkeyPatch) -> None:
    for where in ("lists.BringForm", "reports.TakeInForm"):
        _set(monkey, f"homeward.web.forms.{where}.clean_file", lambda form: form.cleaned_data["file"])


def _zero_is_yes(monkey: pytest.MonkeyPatch) -> None:
    from homeward.web.forms.lists import DecideForm
    from homeward.web.views import preparing

    real = preparing.decide_preparation
    monkey.setattr(DecideForm, "is_valid", lambda form: form.is_bound)
    monkey.setattr(DecideForm, "cleaned_data", {"approves": "yes", "reason": ""}, raising=False)
    monkey.setattr(preparing, "decide_preparation", lambda user, held, **_: real(user, held, approves=True))


def _fields_of_before(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.actions.enquiries import assessed_before

    for module in (f"{_ACTS}.enquiries", f"{_QUERIES}.preparations"):
        _set(monkey, f"{module}.newest_assessments", lambda people, to, _: assessed_before(people, to))


def _titles_are_told(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.models import List

    # A property, and not a value: that of each row would stand before it.
    monkey.setattr(List, "title_may_be_told", property(lambda _: True, lambda *_: None))


def _twins_apart(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.queries.ground import Ground

    class Itself(dict[int, int]):
        def get(self, key: Any, default: Any = None) -> Any:
            return key or default

    monkey.setattr(Ground, "party_of", Itself())


def _names_of_everybody(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework import tellable as told

    def known(user: Any, enquirer: Any, **_: Any) -> Any:
        kept = (told.protected_names(enquirer.case_id), told.names_of_others(enquirer))
        return told.NamesKept(*kept, told.names_of_other_people(enquirer))

    _set(monkey, f"{_ACTS}.briefings.names_known_to", known)


def _every_field(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.actions.preparations import Field

    _set(monkey, f"{_ACTS}.preparations._wanted", lambda _: tuple(Field))


def _named_by_title(monkey: pytest.MonkeyPatch) -> None:
    from homeward.casework.actions import preparations

    real = preparations._bytes_of

    def bytes_of(leaving: Any) -> bytes:
        rows = [
            replace(row, cells=(row.cells[0], f"{row.cells[1]} SECRETTITLE", *row.cells[2:])) for row in leaving.rows
        ]
        return real(replace(leaving, rows=tuple(rows)))

    monkey.setattr(preparations, "_bytes_of", bytes_of)


BREAKS: dict[str, Break] = {
    "D1 a death is said as a fact": Break(_bare_death, "test_d1_every"),
    "D1 nobody is named as the source": Break(
        sets(*((f"{_QUERIES}.{module}.chain_of_claim", lambda *_: ()) for module in ("picture", "shown"))),
        "test_d1_every",
    ),
    "D1 no day is told": Break(sets((f"{_QUERIES}.picture.claim_dates", lambda _: (None, None))), "test_d1_every"),
    "D2 a consent taken back changes nothing": Break(
        sets((f"{_ACTS}.enquiries.consents_taken_back", lambda *_: set())), "test_d2"
    ),
    "D2 a consent taken back for one party is overlooked": Break(
        sets((f"{_ACTS}.enquiries._names_of", lambda _: [])), "test_d2_consent"
    ),
    "D3 an assessment covers whatever leaves": Break(_fields_of_before, "test_d3"),
    "D3 harm is not asked for": Break(
        sets((f"{_ACTS}.preparations.refuse_disclosure_unless_allowed", lambda *_: None)), "test_d3"
    ),
    "D5 every field leaves": Break(
        _every_field,
        "test_d5",
    ),
    "D5 how the desk calls the list leaves with the name": Break(_named_by_title, "test_d5"),
    "D6 the first of a name is found, closed or not": Break(
        seen_by_all("cases"), "test_d6_the_name or test_d6_the_title"
    ),
    "D6 the first of the same bytes is found, closed or not": Break(
        seen_by_all("captures", "lists", "reports"), "test_d6_the_bytes"
    ),
    "D6 the same thing recorded is found, closed or not": Break(
        seen_by_all("claims", "contacts", "handovers"), "test_d6_what_is_recorded"
    ),
    "D6 a person of that number is found, closed or not": Break(
        seen_by_all("people"), "test_d6_the_desks or test_d6_a_name"
    ),
    "D6 a link is found, closed or not": Break(seen_by_all("links"), "test_d6_a_link or test_d6_a_row_that"),
    "D6 the composer knows every name": Break(_names_of_everybody, "test_d6_a_name_that_somebody"),
    "D7 everybody sees who asks": Break(_relatives_for_all, "test_d7"),
    "D10 an event altered is not noticed": Break(
        sets(("homeward.casework.audit._hash_or_none", lambda row: row.hash)), "test_d10"
    ),
    "D10 the end of the chain may be cut off": Break(_end_is_not_looked_at, "test_d10"),
    "D11 nothing is grave": Break(
        sets(("homeward.casework.models.claim.GRAVE", frozenset()), (f"{_ACTS}.claims.GRAVE", frozenset())),
        "test_d11_what",
    ),
    "D11 the headline does not wait": Break(
        sets((f"{_QUERIES}.picture.waits_for_reader", lambda _: False)), "test_d11_what"
    ),
    "D11 a release read by one takes a line off Unanswered": Break(
        sets((f"{_QUERIES}.unanswered.is_unread", lambda *_: False)), "test_d11_a_grave"
    ),
    "D11 a release read by one is counted as an answer": Break(
        sets((f"{_QUERIES}.awaited.GRAVE_ANSWERS", ())), "test_d11_a_grave or test_d11_accepting"
    ),
    "D11 zero is yes": Break(_zero_is_yes, "test_d11_zero"),
    "D12 claims outlive the judgement": Break(_reversal_leaves_claims, "test_d12"),
    "D12 a name alone is enough": Break(_any_name_is_judged, "test_d12_nothing"),
    "D12 no reason is needed": Break(sets((f"{_ACTS}.links.require_reason", lambda _: None)), "test_d12_nothing"),
    "D13 nobody is known again": Break(
        sets(("homeward.casework.fingerprints.Purged.like", lambda *_: [])), "test_d13"
    ),
    "D13 a table is not compared": Break(
        sets((f"{_ACTS}.lists._like", lambda *_: []), (f"{_ACTS}.people_file.placeholders_seen", lambda *_: [])),
        "test_d13_a_list or test_d13_a_table",
    ),
    "D13 whoever enters takes them in": Break(
        sets(*((f"{_ACTS}.{where}.refuse_like_purged", lambda *_, **__: None) for where in ("people", "lists"))),
        "test_d13_a_supervisor or test_d13_a_list",
    ),
    "D13 the refusal tells of a purge that is closed": Break(
        sets(
            *(
                (f"{_ACTS}.{where}.placeholders_seen", lambda _, purges: [f"P{pk}" for pk in purges])
                for where in ("people", "lists")
            )
        ),
        "test_d13_whoever",
    ),
    "D14 nobody waits for whoever builds an index": Break(
        sets(("homeward.casework.name_upkeep.turn_to_build", nullcontext)), "test_d14_no_index"
    ),
    "D19 a hostile package of words is opened": Break(
        sets(("homeward.exchange.docx._refuse_hostile_package", lambda *_: None)), "test_d19_a_hostile_report"
    ),
    "D19 a hostile workbook is opened": Break(
        sets(
            ("homeward.exchange.guard.Archive._check_directory", lambda *_: None),
            ("homeward.exchange.guard.Archive._check_contents", lambda *_: None),
        ),
        "test_d19_a_hostile_list",
    ),
    "D19 a file of any size is read": Break(_any_size, "test_d19_a_file"),
    "D19 a formula leaves as a formula": Break(_formulas_live, "test_d19_a_name"),
    "D20 the translation stands for the original": Break(_translation_is_quoted, "test_d20"),
    "D20 the translation is in our sentence": Break(_translation_is_said, "test_d20"),
    "D21 a shared speaker is overlooked": Break(
        sets(("homeward.casework.independence._join_by_voices", lambda *_: None)), "test_d21_claims"
    ),
    "D21 a source without a name is another": Break(
        sets(("homeward.casework.independence._attach_anonymous", lambda *_: None)), "test_d21_claims"
    ),
    "D21 two parties of one name are two": Break(_twins_apart, "test_d21_two_parties"),
    "D22 a part of a text is silent": Break(sets((f"{_ACTS}.silences._check", lambda *_: None)), "test_d22"),
    "D25 a claim is as open as the most open it rests on": Break(
        lowest(f"{_ACTS}.claims"), "test_d25_classification"
    ),
    "D25 a statement is more open than its report": Break(lowest(f"{_ACTS}.statements"), "test_d25_classification"),
    "D25 a contact is more open than what it rests on": Break(lowest(f"{_ACTS}.contacts"), "test_d25_classification"),
    "D25 a promise is more open than what it rests on": Break(
        lowest(f"{_ACTS}.commitments"), "test_d25_classification"
    ),
    "D25 whoever reads the case sees every claim": Break(_claims_without_levels, "test_d25_classification"),
    "D25 relatives read how the desk calls a list": Break(_titles_are_told, "test_d25_a_relative"),
}


def _forget() -> None:
    """What a process remembers of an earlier break."""
    from homeward.casework import independence, tellable

    independence.repeats_and_groups.cache_clear()
    tellable._names_of_case.cache_clear()


def _begun(asked: str) -> str:
    """A requirement alone is whole: D2 is not D21."""
    return asked if " " in asked else f"{asked} "


class Breaker:
    """Runs the tests of each break, in one process: until the first that fails, which is to say that it noticed."""

    def __init__(self, asked: list[str]) -> None:
        self.asked = asked
        self.missed: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for name, broken in BREAKS.items():
            if self.asked and not any(f"{name} ".startswith(_begun(one)) for one in self.asked):
                continue
            wanted = broken.tests.split(" or ")
            tests = [one for one in session.items if any(part in one.name for part in wanted)]
            _forget()
            with pytest.MonkeyPatch.context() as monkey:
                broken.patch(monkey)
                how = next(filter(None, (self._failure(one, session) for one in tests)), "")
            if not how:
                self.missed.append(name)
            print(f"{'noticed    ' if how else 'NOT NOTICED'} {name}: {how}", flush=True)
        session.items[:] = []
        return True

    def _failure(self, test: Any, session: pytest.Session) -> str:
        """How the test failed, so that a person can see that it failed of the break; empty if it did not."""
        test._initrequest()  # as one that never ran
        # As if one of another file came next: this file is taken down, and what all of them share stays.
        file = test.getparent(pytest.Module)
        following = next(one for one in session.items if one.getparent(pytest.Module) is not file)
        reports = runtestprotocol(test, log=False, nextitem=following)
        wrong = next((report for report in reports if report.failed), None)
        crash = getattr(wrong.longrepr, "reprcrash", None) if wrong is not None else None
        return str(crash.message if crash else wrong.longrepr)[:90].split("\n")[0] if wrong is not None else ""


def main(asked: list[str]) -> int:
    """Whether every break is noticed."""
    breaker = Breaker(asked)
    pytest.main(["-p", "no:cacheprovider", "tests/safety"], plugins=[breaker])
    return min(len(breaker.missed), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
