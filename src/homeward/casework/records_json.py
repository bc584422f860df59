"""A `PersonRecord` as the JSON that a list item keeps, and back.

In: a record read from a row, or what was stored of one. Out: the other. Unset fields are left out, so that a row of
a list of 100,000 stays small; "known to be none" (`nationalities == ()`) is kept apart from "not known".
Leaves to others: reading rows (`exchange`) and storing them (`actions.lists`).
"""

from __future__ import annotations

from typing import Any

from homeward.records import NameKind, PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName

_DATES = ("birth", "as_of", "captured_on")
_WORDS = (
    "father_name", "mother_name", "place_of_birth", "place_of_holding", "home_place", "status", "remarks",
)  # fmt: skip


def record_to_json(record: PersonRecord) -> dict[str, Any]:
    """Plain dictionaries and lists that `json.dumps` takes."""
    out: dict[str, Any] = {"key": record.key, "names": [_name_to_json(name) for name in record.names]}
    out |= {field: value.edtf for field in _DATES if (value := getattr(record, field)) is not None}
    out |= {field: value for field in _WORDS if (value := getattr(record, field)) is not None}
    if record.age_years is not None:
        out["age_years"] = record.age_years
    if record.sex is not None:
        out["sex"] = record.sex.value
    if record.nationalities is not None:
        out["nationalities"] = list(record.nationalities)
    if record.identifiers:
        out["identifiers"] = [
            {"value": i.value, "kind": i.kind} | ({"country": i.country} if i.country is not None else {})
            for i in record.identifiers
        ]
    return out


def record_from_json(data: dict[str, Any]) -> PersonRecord:
    """The inverse of `record_to_json`."""
    nationalities = data.get("nationalities")
    known: dict[str, Any] = {field: PartialDate(data[field]) for field in _DATES if field in data}
    known |= {field: data[field] for field in _WORDS if field in data}
    return PersonRecord(
        key=data["key"],
        names=tuple(
            WrittenName(n["text"], NameKind(n.get("kind", NameKind.FULL)), n.get("script"), n.get("language"))
            for n in data["names"]
        ),
        age_years=data.get("age_years"),
        sex=Sex(data["sex"]) if "sex" in data else None,
        nationalities=None if nationalities is None else tuple(nationalities),
        identifiers=tuple(
            WrittenIdentifier(i["value"], i.get("kind", "unknown"), i.get("country"))
            for i in data.get("identifiers", ())
        ),
        **known,
    )


def _name_to_json(name: WrittenName) -> dict[str, str]:
    out = {"text": name.text, "kind": name.kind.value}
    if name.script is not None:
        out["script"] = name.script
    if name.language is not None:
        out["language"] = name.language
    return out
