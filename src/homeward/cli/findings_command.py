"""``homeward findings``: write the printable findings page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from homeward.cli.output import print_json, say, write_whole
from homeward.cli.session import Session, day_or_today, with_session

LANGUAGES = ("en", "ru", "he", "ar")


@click.command(
    epilog="Examples: homeward findings --output findings.html; homeward findings --language ar --output ar.html"
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), default="findings.html", show_default=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Of the page.")
@with_session
def command(session: Session, output: Path, as_of: datetime | None, language: str) -> None:
    """Write one self-contained page with everything found, to read on screen or on paper."""
    from django.utils import translation

    from homeward.casework import queries
    from homeward.findings import render_findings

    with translation.override(language):
        found = queries.findings(session.user, session.case, as_of=day_or_today(as_of))
        page = render_findings(found)
    write_page(output, page)
    if session.as_json:
        print_json({"file": str(output)})
        return
    say(f"Written to {output}. It holds personal data; keep it as you keep the case file.")


def write_page(path: Path, page: str) -> bool:
    """Write the page in one step, readable by its owner only; False where the same page is there already."""
    content = page.encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True
