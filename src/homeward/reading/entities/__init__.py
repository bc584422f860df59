"""People, bodies and places that a text names: a text in Russian, Hebrew or Arabic in, `Entity` out.

In: any text. Out: entities with exact spans. Leaves to others: sought people (`homeward.names` knows their names in
any script), English (the tagger), and who said what.
"""

from homeward.reading.entities.find import find_entities
from homeward.reading.entities.same import group_entities
from homeward.reading.proposals import Entity, EntityKind

__all__ = ["Entity", "EntityKind", "find_entities", "group_entities"]
