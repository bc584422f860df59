"""The example findings, rendered once."""

from __future__ import annotations

import pytest
from tests.findings.example import EXAMPLE

from homeward.findings import render_findings


@pytest.fixture(scope="session")
def page() -> str:
    return render_findings(EXAMPLE)
