"""Files of others: lists as tables and people, documents as articles; and rows back out.

In: bytes that somebody brought. Out: plain values with every fault listed; or one refusal.
Leaves to others: storing (casework), what words mean (reading), comparing names (names).
"""

from homeward.exchange.article import Article, read_article
from homeward.exchange.columns import Column
from homeward.exchange.grid import RawRow
from homeward.exchange.limits import Limits
from homeward.exchange.meanings import Meaning
from homeward.exchange.people import PersonRow, read_people
from homeward.exchange.tables import Table, TableFile, read_tables
from homeward.exchange.write import escape_cell, unescape_cell, write_rows

__all__ = [
    "Article",
    "Column",
    "Limits",
    "Meaning",
    "PersonRow",
    "RawRow",
    "Table",
    "TableFile",
    "escape_cell",
    "read_article",
    "read_people",
    "read_tables",
    "unescape_cell",
    "write_rows",
]
