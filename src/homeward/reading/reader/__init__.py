"""A language model as another reader of reports: optional, off by default, and never believed.

In: a document and what the rules read in it; the address of a model that speaks the protocol of OpenAI. Out: the same
reading with further proposals, each of which quotes the document exactly, and a report of all that was refused.
Leaves to others: the settings' values (server, command line), whether a document may leave this machine (casework).

With a reader in use, the text of the document leaves this machine for the address that is set.
"""

from homeward.reading.reader.also import AlsoRead, read_also
from homeward.reading.reader.client import OptionalReader
from homeward.reading.reader.refusals import ReaderReport, Refusal
from homeward.reading.reader.settings import ReaderSettings
from homeward.reading.reader.transport import ReaderError
from homeward.reading.reader.verify import is_from_reader

__all__ = [
    "AlsoRead",
    "OptionalReader",
    "ReaderError",
    "ReaderReport",
    "ReaderSettings",
    "Refusal",
    "is_from_reader",
    "read_also",
]
