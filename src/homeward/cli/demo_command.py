"""``homeward demo``: do the main job on the invented sample case."""

from __future__ import annotations

import time
from pathlib import Path

import click

from homeward.cli.findings_command import write_page
from homeward.cli.init_command import make_case_file
from homeward.cli.output import progress, say
from homeward.cli.picture_command import print_picture
from homeward.cli.session import mean_file, open_case_file


@click.command(epilog="Example: homeward demo --folder demo")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="demo",
    show_default=True,
    help="Where the case file and the findings page go.",
)
@click.option("--quiet", is_flag=True, help="Make everything, print nothing.")
def command(folder: Path, quiet: bool) -> None:
    """Take in an invented case: eight people, their list as handed over, four lists of others, seven reports.

    Prints the picture now, person by person, and writes the findings page. A second run changes nothing.
    """
    from homeward.sample import CASEWORKER, CASEWORKER_LOGIN, SAMPLE_TODAY, acts, sample_plan

    mean_file(folder)
    started = time.monotonic()
    file, page = folder.absolute() / "homeward.db", folder / "findings.html"
    plan = sample_plan()
    opening = next(act for act in plan if isinstance(act, acts.OpenCase))
    if file.exists():
        open_case_file(file)
    else:
        make_case_file(
            file, title=opening.title, user_name=CASEWORKER_LOGIN, full_name=CASEWORKER, opened_on=opening.opened_on
        )
    from homeward.casework import audit, queries
    from homeward.casework.models import Case, User
    from homeward.findings import render_findings
    from homeward.sample.carry_out import Desk

    tell = (lambda words: None) if quiet else say
    before = audit.head()
    user = User.objects.get(username=CASEWORKER_LOGIN)
    with progress("Taking in rows", quiet=quiet) as report:
        for line in Desk(user, report).carry_out(plan):
            if line:
                tell(line)
    if audit.head() == before and page.exists():
        tell(f"Nothing changed: {file.name} holds the sample case already, and {page} shows it.")
        tell(f"See it again with: homeward picture --file {folder / file.name} --as-of {SAMPLE_TODAY}")
        return
    case = Case.objects.get(title=opening.title)
    found = queries.findings(user, case, as_of=SAMPLE_TODAY)
    write_page(page, render_findings(found))
    tell(f"\nThe picture on {SAMPLE_TODAY}. Every person, place and body in it is invented.\n")
    if not quiet:
        for picture in found.people:
            print_picture(picture)
    for sentence in found.summary:
        tell(f"- {sentence}")
    tell(f"\nWritten: {page} (open it in a browser, or print it). {time.monotonic() - started:.0f} s.")
