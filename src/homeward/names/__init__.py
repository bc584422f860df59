"""The name engine: whether two written names, in any scripts, may be one person's, and where else a name is written.

In: names as written, records of people, running text. Out: comparisons with reasons, candidates, spans.
Leaves to others: every judgement. Knows no framework, no database and no network.
"""

from homeward.names.compare import Comparison, PartMatch, compare, compare_many
from homeward.names.index import Candidate, Index, search_all
from homeward.names.likeness import MatchKind
from homeward.names.name import Name, NamePart, Role
from homeward.names.parts import parse
from homeward.names.people import compare_people
from homeward.names.segment import Entry, Filter
from homeward.names.spotter import Spotted, Spotter, base_forms
from homeward.names.tables import listed_kinds

__all__ = [
    "Candidate",
    "Comparison",
    "Entry",
    "Filter",
    "Index",
    "MatchKind",
    "Name",
    "NamePart",
    "PartMatch",
    "Role",
    "Spotted",
    "Spotter",
    "base_forms",
    "compare",
    "compare_many",
    "compare_people",
    "listed_kinds",
    "parse",
    "search_all",
]
