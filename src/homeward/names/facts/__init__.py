"""Evidence beside the name: what birth, sex, parents, places, nationality, capture and numbers say of two records.

In: two `PersonRecord` and the comparison of their names. Out: a `Finding` for each fact known on both sides.
Leaves to others: adding them up (`people`), and the judgement (a person). Every number is in `levels`.
"""

from homeward.names.facts.birth import compare_births
from homeward.names.facts.findings import Finding, Tells
from homeward.names.facts.kin import correct_for_kin
from homeward.names.facts.numbers import compare_identifiers
from homeward.names.facts.parents import compare_parents
from homeward.names.facts.particulars import compare_captures, compare_nationalities, compare_sexes
from homeward.names.facts.places import compare_places

__all__ = [
    "Finding",
    "Tells",
    "compare_births",
    "compare_captures",
    "compare_identifiers",
    "compare_nationalities",
    "compare_parents",
    "compare_places",
    "compare_sexes",
    "correct_for_kin",
]
