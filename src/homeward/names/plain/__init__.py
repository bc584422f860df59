"""The first name engine, by rules alone: sounds spelled out by hand, prices set by hand.

In and out: as `homeward.names`. It is the floor that the learnt engine must beat and the oracle of what both must
hold (a name is itself, order of arguments). Nothing of the product calls it; `benchmarks/names` and the tests do.
"""

from homeward.names.plain.compare import compare
from homeward.names.plain.index import Index

__all__ = ["Index", "compare"]
