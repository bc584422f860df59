"""What docs/installation.md has an administrator put in place, as far as it can be tried here."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.postgresql import ROOT

from homeward.web.middleware import MOST_BYTES

DOCS = ROOT / "docs"
PAGE = (DOCS / "installation.md").read_text(encoding="utf-8")


def test_every_setting_is_told_of():
    told = PAGE + (DOCS / "optional-reader.md").read_text(encoding="utf-8")
    for name in ("settings.py", "gunicorn.py"):
        for setting in re.findall(r"HOMEWARD_[A-Z_]+", (ROOT / "src/homeward/server" / name).read_text("utf-8")):
            # The two of one machine are told of by the commands themselves.
            assert setting in told or setting in ("HOMEWARD_FILE", "HOMEWARD_SECRET"), setting


def test_every_file_that_is_named_is_there():
    named = set(re.findall(r"docs/([\w.-]+)", PAGE))
    assert {"homeward.service", "nginx.conf", "Caddyfile"} <= named
    assert [name for name in named if not (DOCS / name).exists()] == []


def test_nobody_in_front_keeps_a_log_of_addresses():
    assert (DOCS / "nginx.conf").read_text().count("access_log off;") == 2
    assert "log {" not in (DOCS / "Caddyfile").read_text()


def test_what_the_server_in_front_lets_through_is_what_we_let_through():
    assert f"client_max_body_size {MOST_BYTES // 1_000_000}m;" in (DOCS / "nginx.conf").read_text()
    assert f"max_size {MOST_BYTES // 1_000_000}MB" in (DOCS / "Caddyfile").read_text()


def test_nginx_can_read_its_configuration(tmp_path: Path):
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None or shutil.which("openssl") is None:
        pytest.skip("no nginx here: apt-get install nginx-light")
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=desk.example"]
    made = [*words, "-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run(made, check=True, capture_output=True)
    site = (DOCS / "nginx.conf").read_text().replace("/etc/ssl/desk/", f"{tmp_path}/")
    site = site.replace("/var/log/nginx/", f"{tmp_path}/")
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}} http {{ access_log off;\n{site}\n}}\n"
    )
    done = subprocess.run([nginx, "-t", "-c", str(conf)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "warn" not in done.stderr, done.stderr


def test_systemd_can_read_its_units_and_finds_them_closed(tmp_path: Path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd here")
    units = ["homeward.service", "homeward-backup.service", "homeward-backup.timer"]
    for name in units:
        text = (DOCS / name).read_text()
        (tmp_path / name).write_text(re.sub(r"/opt/homeward/bin/\w+", "/bin/true", text))
    paths = [str(tmp_path / name) for name in units]
    done = subprocess.run(["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False)
    wrong = [line for line in done.stderr.splitlines() if "homeward" in line and "postgresql.service" not in line]
    assert wrong == []
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", paths[0]],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-300:]
