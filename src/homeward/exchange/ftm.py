"""FollowTheMoney entities, one JSON object a line, as Aleph and its relatives read them.

In: entities as plain values, or the bytes of a file. Out: bytes; or entities.
Leaves to others: what may leave, and what becomes of a claim here (`casework.export_files`).

Only what we write is known here: a person, the document that tells of them, and what ties the two. Names of schemata
and properties, which of them are required, and the form of values are those of FollowTheMoney 4.11.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homeward.errors import BadInputError
from homeward.exchange.guard import refusal

SCHEMATA: Mapping[str, frozenset[str]] = {
    "Person": frozenset({
        "name", "alias", "weakAlias", "fatherName", "motherName", "birthDate", "birthPlace", "nationality", "gender",
        "address", "idNumber", "notes",
    }),
    "Article": frozenset({"title", "publisher", "publishedAt", "sourceUrl", "language"}),
    "Documentation": frozenset({"document", "entity", "role", "date"}),
    "Mention": frozenset({"document", "name", "resolved", "detectedSchema"}),
    "Note": frozenset({"entity", "description", "notes", "publisher", "proof", "modifiedAt"}),
}  # fmt: skip
"""By schema, the properties that we write."""
REQUIRED: Mapping[str, frozenset[str]] = {
    "Person": frozenset({"name"}),
    "Documentation": frozenset({"document", "entity"}),
    "Mention": frozenset({"document", "name"}),
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}Z?)?)?)?")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "nationality": re.compile("[a-z]{2}"),
    "gender": re.compile("female|male|other"),
    "language": re.compile("[a-z]{3}"),
    **dict.fromkeys(("birthDate", "publishedAt", "date", "modifiedAt"), _DATE),
}


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """One entity; each property has as many values as are known, and none that is empty."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]


def write_ftm(entities: Iterable[FtmEntity]) -> bytes:
    """The entities, one a line.

    Raises:
        BadInputError: an entity is not as its schema asks.
    """
    lines = []
    for entity in entities:
        _check(entity)
        told = {name: list(values) for name, values in entity.properties.items() if values}
        lines.append(json.dumps({"id": entity.id, "schema": entity.schema, "properties": told}, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def read_ftm(name: str, content: bytes) -> tuple[FtmEntity, ...]:
    """The entities of a file, whatever their schema.

    Raises:
        RefusedFileError: a line is not an entity.
    """
    found = []
    for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            properties = {str(key): tuple(map(str, values)) for key, values in told["properties"].items()}
            found.append(FtmEntity(str(told["id"]), str(told["schema"]), properties))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise refusal(
                f"Line {number} is no entity of FollowTheMoney", "Ask the sender for it again.", name, "not-ftm"
            ) from None
    return tuple(found)


def _check(entity: FtmEntity) -> None:
    known = SCHEMATA.get(entity.schema)
    told = {name for name, values in entity.properties.items() if values}
    if known is None or not told <= known or not REQUIRED.get(entity.schema, frozenset()) <= told or not entity.id:
        raise BadInputError(
            f"{entity.schema} does not hold {', '.join(sorted(told))}", "Write what the schema asks.", kind="not-ftm"
        )
    for name, values in entity.properties.items():
        form = _FORMS.get(name)
        if any(not value or (form is not None and not form.fullmatch(value)) for value in values):
            raise BadInputError(f"{name} is not written as FollowTheMoney asks", "Correct it.", kind="not-ftm")
