"""``homeward serve``: show the findings in a browser on this machine."""

from __future__ import annotations

import click

from homeward.cli.session import Session, with_session


@click.command(epilog="Example: homeward serve --port 8123")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; leave it as it is.")
@click.option("--port", default=8123, show_default=True, help="Port to listen on.")
@with_session
def command(session: Session, host: str, port: int) -> None:
    """Show the findings in a browser on this machine, until Ctrl-C. Nothing leaves for anywhere else."""
    from homeward.web.serving import serve

    serve(session.user.username, host=host, port=port)
