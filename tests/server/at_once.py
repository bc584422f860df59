"""Acts that several people do at the same moment, each in a thread with a connection of its own.

Run by `test_at_once` with the environment of a new desk; prints what came of each race as JSON.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from typing import Any

import django

PEOPLE_AT_ONCE = 6
_cases = count(1)


def main() -> None:
    django.setup()
    from django.db import connection

    from homeward.casework.new_tables import make_tables

    make_tables(connection)
    # Before there is any event: the first link of the chain is forged by two at once.
    openings = race([lambda name=f"first{n}": open_desk(name) for n in range(3)])
    told = {
        "desk": openings,
        "same pair, same word": judge(["same", "same"]),
        "same pair, other word": judge(["same", "different"]),
        "same row, two people": two_people(),
        "taken back twice": taken_back(),
        "same proposal, accepted": decide([True, True]),
        "same proposal, both ways": decide([True, False]),
        "same approval": approve([True, True]),
        "approval, both ways": approve([True, False]),
        "same report": take_in(),
        "many reads and acts": crowd(),
    }
    print(json.dumps(told, ensure_ascii=False))


def race(acts: Sequence[Callable[[], Any]]) -> dict[str, Any]:
    """Do them at once; what went through, and what was said to those whose act did not."""
    from django.db import connection

    from homeward.errors import HomewardError

    begin = threading.Barrier(len(acts))
    done: list[Any] = []
    refused: list[str] = []
    failed: list[str] = []

    def act_in_thread(act: Callable[[], Any]) -> None:
        try:
            begin.wait()
            done.append(act())
        except HomewardError as error:
            refused.append(str(error))
        except Exception as error:
            failed.append(f"{type(error).__name__}: {error}")
        finally:
            connection.close()

    threads = [threading.Thread(target=act_in_thread, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"done": done, "refused": refused, "failed": failed}


# --- the desk and what lies on it ---------------------------------------------------------------------------------


def open_desk(name: str) -> int:
    from homeward.casework.actions.desk import open_desk as act

    return act(name).pk


class Shared:
    """One case with several people who may do everything in it."""

    def __init__(self, count: int = 2) -> None:
        from tests.casework.build import CaseFile

        from homeward.casework.actions.desk import add_user, grant_role
        from homeward.casework.models import Classification, Role

        self.file = CaseFile.new(f"The ferry of Ostrel {next(_cases)}")
        self.users = []
        for n in range(count):
            user = add_user(self.file.user, f"worker{n}", full_name=f"Worker {n}")
            grant_role(self.file.user, user, Role.SUPERVISOR, case=self.file.case, clearance=Classification.MEDIATOR)
            self.users.append(user)


def judge(words: list[str]) -> dict[str, Any]:
    from homeward.casework.actions.links import judge_link
    from homeward.casework.models import Claim, Judgement
    from homeward.records import Verdict

    desk = Shared()
    person = desk.file.person("Maro Velisk")
    link = desk.file.candidate(desk.file.list_of([("Maro Velisk", "1991")]), 1, person)
    result = race(
        [
            lambda user=user, word=word: (
                judge_link(user, link, Verdict(word), f"as {user} sees it", make_claims=True).pk
            )
            for user, word in zip(desk.users, words, strict=True)
        ]
    )
    judgements = Judgement.objects.filter(link=link)
    claims = Claim.objects.filter(person=person)
    return {**result, "judgements": judgements.count(), "claims": claims.count(), "said": judgements.get().verdict}


def two_people() -> dict[str, Any]:
    from homeward.casework.actions.links import judge_link
    from homeward.casework.models import Judgement
    from homeward.records import Verdict

    desk = Shared()
    stored = desk.file.list_of([("Maro Velisk", "1991")])
    links = [desk.file.candidate(stored, 1, desk.file.person(name)) for name in ("Maro Velisk", "Mara Velisk")]
    result = race(
        [
            lambda user=user, link=link: judge_link(user, link, Verdict.SAME, "born that year", make_claims=True).pk
            for user, link in zip(desk.users, links, strict=True)
        ]
    )
    return {**result, "judgements": Judgement.objects.filter(link__in=links).count()}


def taken_back() -> dict[str, Any]:
    from homeward.casework.actions.links import judge_link, reverse_judgement
    from homeward.casework.models import Judgement
    from homeward.records import Verdict

    desk = Shared()
    link = desk.file.candidate(desk.file.list_of([("Maro Velisk", "1991")]), 1, desk.file.person("Maro Velisk"))
    held = judge_link(desk.users[0], link, Verdict.SAME, "born that year", make_claims=True)
    result = race([lambda user=user: reverse_judgement(user, held, "another year").pk for user in desk.users])
    return {**result, "judgements": Judgement.objects.filter(link=link).count()}


def decide(accepts: list[bool]) -> dict[str, Any]:
    from homeward.casework.actions.proposals import accept_proposal, reject_proposal
    from homeward.casework.models import Claim, Decision
    from homeward.reading.proposals import ProposalKind
    from homeward.records import ClaimSubject, Polarity

    desk = Shared()
    person = desk.file.person("Maro Velisk")
    report = desk.file.report("The minister said that Maro Velisk is held in Ostrel.")
    proposal = desk.file.proposal(
        report, ProposalKind.CLAIM, "Maro Velisk is held", persons=[person],
        subject=ClaimSubject.CUSTODY, polarity=Polarity.ASSERTS, value="held",
    )  # fmt: skip
    result = race(
        [
            (lambda user=user: accept_proposal(user, proposal, persons=[person]).pk)
            if accept
            else (lambda user=user: reject_proposal(user, proposal, reason="not he").pk)
            for user, accept in zip(desk.users, accepts, strict=True)
        ]
    )
    decisions = Decision.objects.filter(proposal=proposal)
    claims = Claim.objects.filter(person=person).count()
    return {**result, "decisions": decisions.count(), "accepted": decisions.get().accepted, "claims": claims}


def approve(words: list[bool]) -> dict[str, Any]:
    from homeward.casework.actions.enquiries import assess_harm
    from homeward.casework.actions.preparations import decide_preparation, prepare_list
    from homeward.casework.models import Approval, Direction, List

    desk = Shared()
    person = desk.file.person("Maro Velisk")
    party = desk.file.party("Ministry of Calm")
    assess_harm(
        desk.file.user, person, recipient=party, fields=["name"], legal_basis="the family's wish", assessment="none",
        allows=True,
    )  # fmt: skip
    prepared = prepare_list(
        desk.file.user, desk.file.case, title="Those of the ferry", recipient=party, people=[person], purpose="asked",
    )  # fmt: skip
    result = race(
        [
            lambda user=user, word=word: decide_preparation(user, prepared, approves=word, reason="read twice").pk
            for user, word in zip(desk.users, words, strict=True)
        ]
    )
    approvals = Approval.objects.filter(preparation=prepared)
    lists = List.objects.filter(case=desk.file.case, direction=Direction.OUT).count()
    return {**result, "approvals": approvals.count(), "approves": approvals.get().approves, "lists": lists}


def take_in() -> dict[str, Any]:
    from homeward.casework.actions.reports import take_in_report
    from homeward.casework.models import Capture, Party
    from homeward.records import PartialDate

    desk = Shared()
    words = "The minister of Ostrel said on Monday that the people of the ferry are alive and well."
    result = race(
        [
            lambda user=user: take_in_report(
                user, desk.file.case, ("report.txt", words.encode()), publisher="Ostrel Post",
                published=PartialDate.read("2031-03-02"),
            ).capture.pk
            for user in desk.users
        ]
    )  # fmt: skip
    captures = Capture.objects.filter(case=desk.file.case).count()
    return {**result, "captures": captures, "parties": Party.objects.filter(case=desk.file.case).count()}


def crowd() -> dict[str, Any]:
    """Some read pages while others add people: the chain of the audit is one chain, and nothing waits for ever."""
    from homeward.casework import audit, queries
    from homeward.casework.actions.people import add_person
    from homeward.casework.models import AuditEvent
    from homeward.records import WrittenName

    desk = Shared(PEOPLE_AT_ONCE)
    as_of = date(2031, 6, 1)
    seen = desk.file.person("Maro Velisk")
    before = AuditEvent.objects.count()

    def work(user: Any, adds: bool) -> int:
        for n in range(5):
            if adds:
                add_person(user, desk.file.case, names=[WrittenName(f"Maro Velisk {user.pk} {n}")])
            else:
                queries.picture(user, seen, as_of=as_of)
        return 0

    result = race([lambda user=user, n=n: work(user, n % 2 == 0) for n, user in enumerate(desk.users)])
    report = audit.verify()
    return {
        **result,
        "reads": AuditEvent.objects.filter(number__gt=before, act="read_picture").count(),
        "added": AuditEvent.objects.filter(number__gt=before, act="add_person").count(),
        "chain": [report.ok, report.events == AuditEvent.objects.count(), report.wrong],
        "end": audit.verify_tail().ok,
    }


if __name__ == "__main__":
    main()
