"""Whether fifty people can work at a desk at once: over PostgreSQL, served by gunicorn with two processes.

Starts a PostgreSQL of its own, fills it with the large case file of `desk_pages` (some minutes), starts the desk as
docs/installation.md does but for the server that speaks HTTPS, and lets fifty users work in it: each reads a page,
thinks, reads the next, and now and then judges a candidate. Prints errors, the median and the 95th percentile, by
page and of all, and the processor time that a request took, which depends little on what else the machine does.
Bars: no error, 95th percentile under a second.

    python -m benchmarks.desk_load [--minutes 5] [--users 50] [--think 7] [--workers 2] [--folder FOLDER]

A folder that is given keeps the database and the name indexes, and is used again. The browsers run on the same
machine and take their part of it; what the machine was busy with otherwise is printed as its load.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks import desk_pages

BAR_SECONDS = 1.0
AS_OF = desk_pages.AS_OF

# How often each page is read, of a hundred and some: what a day of a caseworker looks like.
MIX = {
    "home": 8, "case": 6, "people": 7, "person": 18, "candidates": 9, "candidate": 10, "judge": 4, "reports": 3,
    "report": 8, "statement": 4, "claim": 4, "proposals": 2, "lists": 2, "list": 5, "list of ours": 2,
    "names by rounds": 3, "unanswered": 2, "promises": 2, "contacts": 2, "silences": 1, "find": 6, "typing": 8,
}  # fmt: skip


@dataclass
class Ground:
    """What there is to look at: numbers of things by kind."""

    case: int
    people: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    ours: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass
class Told:
    """How the requests went: seconds by page, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, page: str, seconds: float, error: str = "") -> None:
        with self.lock:
            self.seconds[page].append(seconds)
            if error:
                self.errors.append(f"{page}: {error}")


class Browser(threading.Thread):
    """One user at work until the time is over."""

    def __init__(
        self, port: int, cookie: str, ground: Ground, told: Told, chance: random.Random, think: float
    ) -> None:
        super().__init__()
        self.port, self.ground, self.told, self.chance, self.think = port, ground, told, chance, think
        self.cookies = {"homeward": cookie}
        self.until = 0.0
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def run(self) -> None:
        time.sleep(self.chance.uniform(0, self.think))
        while time.monotonic() < self.until:
            self.step(self.chance.choices(list(MIX), list(MIX.values()))[0])
            time.sleep(self.chance.uniform(0.4, 1.6) * self.think)

    def step(self, page: str) -> None:
        if page == "judge":
            return self.judge()
        address = self.address(page)
        self.ask(page, address, typing=page == "typing")
        return None

    def judge(self) -> None:
        """Look at a pair and say that it is not one person."""
        address = f"/link/K{self.chance.choice(self.ground.links)}/judge"
        page = self.ask("candidate", address)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token is None:
            return
        time.sleep(self.chance.uniform(0.4, 1.6) * self.think / 2)
        form = {"csrfmiddlewaretoken": token[1], "verdict": "different", "reason": "another year of birth"}
        self.ask("judge", address, body=urlencode(form))

    def ask(self, page: str, address: str, *, body: str | None = None, typing: bool = False) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if typing:
            headers["HX-Request"] = "true"
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        try:
            answer = self.send(address, body, headers)
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            self.told.note(page, time.perf_counter() - begun, type(error).__name__)
            return ""
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        # 422: somebody judged this pair before; the page says who, as it should.
        wanted = {200} if body is None else {302, 422}
        self.told.note(
            page, time.perf_counter() - begun, "" if answer.status in wanted else f"status {answer.status}"
        )
        return text

    def send(self, address: str, body: str | None, headers: dict[str, str]) -> http.client.HTTPResponse:
        """Ask; once more, as a browser does, where the other side had closed a connection that lay idle."""
        for again in (True, False):
            try:
                self.connection.request("GET" if body is None else "POST", address, body, headers)
                return self.connection.getresponse()
            except http.client.RemoteDisconnected:
                self.connection.close()
                if not again:
                    raise
        raise AssertionError

    def address(self, page: str) -> str:
        some, ground = self.chance.choice, self.ground
        at, name = f"/case/{ground.case}", some(ground.names)
        number = self.chance.randint(1, 20)
        return {
            "home": f"/?as_of={AS_OF}", "case": f"{at}/?as_of={AS_OF}", "people": f"{at}/people?page={number}",
            "person": f"/person/P{some(ground.people)}?as_of={AS_OF}", "candidates": f"{at}/candidates?page={number}",
            "candidate": f"/link/K{some(ground.links)}/judge", "reports": f"{at}/reports",
            "report": f"/report/R{some(ground.reports)}", "statement": f"/statement/T{some(ground.statements)}",
            "claim": f"/claim/C{some(ground.claims)}", "proposals": f"{at}/proposals", "lists": f"{at}/lists",
            "list": f"/list/L{some(ground.lists)}?page={number}", "list of ours": f"/list/L{some(ground.ours)}",
            "names by rounds": f"{at}/rounds?as_of={AS_OF}", "unanswered": f"{at}/unanswered?as_of={AS_OF}",
            "promises": f"{at}/promises", "contacts": f"{at}/contacts", "silences": f"{at}/silences",
            "find": f"/find?q={quote(name)}", "typing": f"/find?q={quote(name[: self.chance.randint(3, len(name))])}",
        }[page]  # fmt: skip


def main() -> int:
    """Run, and say by the exit status whether the bars were held."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--minutes", type=float, default=5)
    arguments.add_argument("--users", type=int, default=50)
    arguments.add_argument("--think", type=float, default=7, help="seconds between two pages of one user, on average")
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--folder", type=Path)
    chosen = arguments.parse_args()
    from tests.postgresql import Cluster, environment

    with tempfile.TemporaryDirectory() as name:
        folder = (chosen.folder or Path(name)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        server = Cluster(durable=True, folder=folder / "postgresql" if chosen.folder else None)
        try:
            os.environ |= environment(server.create(), folder)
            return _measure(chosen, folder, server.postmaster)
        finally:
            server.stop()


def _measure(chosen: argparse.Namespace, folder: Path, postmaster: int) -> int:
    ground, cookies = _prepare(chosen.users)
    port, told, chance = _free_port(), Told(), random.Random(7)
    desk = _start(port, chosen.workers, folder)
    try:
        browsers = [
            Browser(port, cookie, ground, told, random.Random(chance.random()), chosen.think) for cookie in cookies
        ]
        print(
            f"{len(browsers)} users, {chosen.workers} processes, {chosen.minutes:g} minutes; load {_load()}",
            flush=True,
        )
        idle = _processor_seconds(desk.pid), _processor_seconds(postmaster)
        until = time.monotonic() + chosen.minutes * 60
        for browser in browsers:
            browser.until = until
            browser.start()
        for browser in browsers:
            browser.join()
        busy = _processor_seconds(desk.pid) - idle[0], _processor_seconds(postmaster) - idle[1]
    finally:
        desk.terminate()
        desk.wait()
    requests = sum(len(taken) for taken in told.seconds.values())
    of_desk, of_database = (seconds / requests * 1000 for seconds in busy)
    print(f"processor time of a request: the desk {of_desk:.0f} ms, its database {of_database:.0f} ms")
    return _print(told, chosen.minutes * 60)


def _processor_seconds(parent: int) -> float:
    """What a process and those that it started have used so far."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended while we looked
            values = place.read_text().rpartition(")")[2].split()
            if parent in (int(values[1]), int(place.parent.name)):
                ticks += int(values[11]) + int(values[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _prepare(users: int) -> tuple[Ground, list[str]]:
    """The large case file, and a session for each user."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    import django

    django.setup()
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import login
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.db import connection
    from django.http import HttpRequest

    from homeward.casework.actions.desk import add_user, grant_role
    from homeward.casework.list_index import index_of
    from homeward.casework.models import Capture, Case, Claim, ItemLink, List, NameForm, Person, Role, Statement, User
    from homeward.casework.people_names import put_in_order

    begun = time.perf_counter()
    if "casework_case" not in connection.introspection.table_names():
        desk_pages.build(random.Random(11))
    call_command("migrate", verbosity=0)  # one that was kept from an earlier run
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # which PostgreSQL does by itself, a little later
    case, chief = Case.objects.get(), User.objects.get(username="benchmark")
    for stored in List.objects.all():
        index_of(stored)
    put_in_order(case)
    cookies = []
    for number in range(users):
        user = add_user(chief, f"user{number}")
        grant_role(chief, user, Role.SUPERVISOR, case=case)
        request = HttpRequest()
        request.session = SessionStore()
        login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
        request.session.save()
        Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {}})
        cookies.append(str(request.session.session_key))

    def some(rows: object, count: int = 2000) -> list[int]:
        return list(rows.order_by("?").values_list("pk", flat=True)[:count])  # type: ignore[attr-defined]

    ground = Ground(
        case=case.pk,
        people=some(Person.objects),
        links=some(ItemLink.objects.filter(probability__isnull=False)),
        reports=some(Capture.objects.exclude(text="")),
        statements=some(Statement.objects),
        claims=some(Claim.objects),
        lists=some(List.objects.exclude(direction="out")),
        ours=some(List.objects.filter(direction="out")),
        names=list(NameForm.objects.order_by("?").values_list("text", flat=True)[:500]),
    )
    connection.close()
    print(f"prepared in {time.perf_counter() - begun:.0f} s", flush=True)
    return ground, cookies


def _start(port: int, workers: int, folder: Path) -> subprocess.Popen[bytes]:
    told = os.environ | {"HOMEWARD_LISTEN": f"127.0.0.1:{port}", "HOMEWARD_WORKERS": str(workers)}
    with (folder / "desk.log").open("wb") as log:
        command = [sys.executable, "-m", "gunicorn", "--config", "python:homeward.server.gunicorn"]
        desk = subprocess.Popen(command, env=told, stderr=log, stdout=log)
    for _ in range(300):
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            asked.request("GET", "/health")
            answer = asked.getresponse()
            assert answer.status == 200, answer.read()
            return desk
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the desk did not start; see {folder / 'desk.log'}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _load() -> str:
    return ", ".join(f"{value:.1f}" for value in os.getloadavg())


def _print(told: Told, seconds: float) -> int:
    print(f"{'page':20}{'requests':>9}{'median':>11}{'95 %':>11}{'slowest':>11}")
    everything: list[float] = []
    for page, taken in sorted(told.seconds.items(), key=lambda found: -_percentile(found[1])):
        _line(page, taken)
        everything += taken
    _line("all", everything)
    print(f"{len(everything) / seconds:.1f} requests a second, {len(told.errors)} errors; load after it {_load()}")
    for error in sorted(set(told.errors)):
        print(f"  {told.errors.count(error)} x {error}")
    return 0 if not told.errors and _percentile(everything) < BAR_SECONDS else 1


def _line(what: str, taken: list[float]) -> None:
    figures = (statistics.median(taken), _percentile(taken), max(taken))
    print(f"{what:20}{len(taken):9}" + "".join(f"{value * 1000:8.0f} ms" for value in figures))


def _percentile(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]


if __name__ == "__main__":
    sys.exit(main())
