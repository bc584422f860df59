"""Reports with what must and must not be proposed, as a linguist or caseworker can edit them.

A file has three parts between lines of ``---``: what is known of the document, the report, and the expectations:
``+ answer code=searching; chain=Speaker > Relay > Publisher`` must be among the proposals, ``- claim`` must not be.
A value that begins with ``~`` need only be contained. Fields are those of `fields_of`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from homeward.names import Spotter
from homeward.reading import Document, Proposal, Reading, read
from homeward.records import PartialDate

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Expectation:
    wanted: bool
    kind: str
    fields: dict[str, str]

    def met_by(self, proposals: list[dict[str, str]]) -> bool:
        return any(
            p["proposal"] == self.kind and all(_agrees(v, p[k]) for k, v in self.fields.items()) for p in proposals
        ) is (self.wanted)


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    document: Document
    groups: tuple[str, ...]
    count: int | None
    sought: Spotter | None
    expectations: tuple[Expectation, ...]

    def read(self) -> Reading:
        return read(self.document, sought=self.sought, groups=self.groups, sought_count=self.count)


def _agrees(wanted: str, found: str) -> bool:
    return wanted[1:] in found if wanted.startswith("~") else wanted == found


def load(path: Path) -> Example:
    head, text, wanted = path.read_text(encoding="utf-8").split("\n---\n")
    known = dict(line.split(": ", 1) for line in head.splitlines())
    people = [entry.split(" = ") for entry in known.get("sought", "").split("; ") if entry]
    return Example(
        name=f"{path.parent.name}/{path.stem}",
        document=Document(text, PartialDate.read(known["published"]), known.get("publisher")),
        groups=tuple(g for g in known.get("groups", "").split("; ") if g),
        count=int(known["count"]) if "count" in known else None,
        sought=Spotter([(key, [name]) for key, name in people]) if people else None,
        expectations=tuple(_expectation(line) for line in wanted.splitlines() if line.strip()),
    )


def _expectation(line: str) -> Expectation:
    sign, kind, *rest = line.split(" ", 2)
    fields = dict(pair.split("=", 1) for pair in (rest[0].split("; ") if rest else ()))
    return Expectation({"+": True, "-": False}[sign], kind, fields)


def fields_of(p: Proposal) -> dict[str, str]:
    plain = {
        "code": p.answer_code, "manner": p.manner, "subject": p.subject, "polarity": p.polarity,
        "kind": p.contact_kind, "status": p.contact_status, "by": p.by, "to": p.to, "through": p.through,
        "place": p.place, "value": p.value, "about": p.about, "count": p.count,
        "date": p.date and p.date.value.edtf, "due": p.due.value.edtf if p.due else "none",
        "condition": p.condition and p.condition.text,
    }  # fmt: skip
    return {name: "" if value is None else str(value) for name, value in plain.items()} | {
        "proposal": p.kind.value,
        "span": p.span.text,
        "content": " / ".join(c.text for c in p.content),
        "direct": "yes" if p.direct else "no",
        "collective": "yes" if p.collective else "no",
        "persons": ", ".join(p.persons),
        "participants": " + ".join(p.participants),
        "chain": " > ".join(link.name for link in p.chain),
        "attribution": " > ".join(link.attribution.value for link in p.chain),
        "said_on": " > ".join(link.said_on.value.edtf if link.said_on else "-" for link in p.chain),
    }


_ARTICLE = re.compile(r"^(?:the|an?) ")


def folded(name: str) -> str:
    """An English name without case and article."""
    return _ARTICLE.sub("", name.strip().casefold())


def agrees(field: str, wanted: str, found: dict[str, str]) -> bool:
    """Whether a field is as a grid's line gives it: `|` parts alternatives, `+` those who took part."""
    if field != "with":
        return folded(found[field]) in {folded(w) for w in wanted.split("|")}
    took_part = {folded(n) for n in found["participants"].split(" + ")}
    sides = [{folded(n) for n in side.split("|")} for side in wanted.split(" + ")]
    return len(took_part) == len(sides) and all(side & took_part for side in sides)


EXAMPLES = [load(path) for path in sorted(FOLDER.glob("*/*.txt"))]
