"""How long the findings page takes to make, and how large it is, for 8 and for 200 people.

Run: python -m benchmarks.findings_page
"""

from __future__ import annotations

import time

from tests.findings.example import EXAMPLE
from tests.findings.test_page import many

from homeward.findings import render_findings


def main() -> None:
    """Print one line for each size; the first page of a process also loads the templates."""
    for name, findings in (("8 people, first page", EXAMPLE), ("8 people", EXAMPLE), ("200 people", many(200))):
        before = time.perf_counter()
        page = render_findings(findings)
        taken = time.perf_counter() - before
        claims = sum(len(person.lines) for person in findings.people)
        print(f"{name:22} {claims:5} claims  {taken:6.3f} s  {len(page.encode()) / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
