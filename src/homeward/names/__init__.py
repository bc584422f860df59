"""The name engine: whether two written names, in any scripts, may be one person's, and where else a name is written.

In: names as written, records of people, running text. Out: comparisons with reasons, candidates, spans.
Leaves to others: every judgement. Knows no framework, no database and no network.

What comparing two names does not need, the index, the records and the running text, is loaded when it is first asked
for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from homeward.names.compare import Comparison, PartMatch, compare, compare_many
from homeward.names.likeness import MatchKind
from homeward.names.name import Name, NamePart, Role
from homeward.names.parts import parse
from homeward.names.tables import listed_kinds

if TYPE_CHECKING:
    from homeward.names.compiled import engine_state
    from homeward.names.index import Candidate, Index, search_all
    from homeward.names.people import compare_people
    from homeward.names.segment import Entry, Filter
    from homeward.names.spotter import Spotted, Spotter, base_forms

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
    "engine_state",
    "listed_kinds",
    "parse",
    "search_all",
]

_WHEN_ASKED_FOR = {
    "Candidate": "index",
    "Entry": "segment",
    "Filter": "segment",
    "Index": "index",
    "Spotted": "spotter",
    "Spotter": "spotter",
    "base_forms": "spotter",
    "compare_people": "people",
    "engine_state": "compiled",
    "search_all": "index",
}

if not TYPE_CHECKING:  # else the checker would take any name to be there

    def __getattr__(name: str) -> object:
        """A public name whose module is not loaded yet."""
        if name not in _WHEN_ASKED_FOR:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_WHEN_ASKED_FOR[name]}"), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
