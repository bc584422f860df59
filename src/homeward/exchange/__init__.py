"""Files of others: lists as tables and people, documents as articles, records of other systems; and back out.

In: bytes that somebody brought. Out: plain values with every fault listed; or one refusal. And the way back.
Leaves to others: storing (casework), what words mean (reading), comparing names (names).
"""

from homeward.exchange.article import Article, read_article
from homeward.exchange.columns import Column
from homeward.exchange.ftm import FtmEntity, read_ftm, write_ftm
from homeward.exchange.grid import RawRow
from homeward.exchange.limits import Limits
from homeward.exchange.meanings import Meaning
from homeward.exchange.people import PersonRow, read_people
from homeward.exchange.pfif import PfifFile, PfifNote, PfifPerson, read_pfif, write_pfif
from homeward.exchange.pfif import moment as pfif_moment
from homeward.exchange.pfif import placeholder as pfif_placeholder
from homeward.exchange.tables import Table, TableFile, read_tables
from homeward.exchange.wgeid import Element as WgeidElement
from homeward.exchange.wgeid import WgeidCase, write_wgeid
from homeward.exchange.wgeid import missing as missing_elements
from homeward.exchange.write import escape_cell, unescape_cell, write_rows

__all__ = [
    "Article",
    "Column",
    "FtmEntity",
    "Limits",
    "Meaning",
    "PersonRow",
    "PfifFile",
    "PfifNote",
    "PfifPerson",
    "RawRow",
    "Table",
    "TableFile",
    "WgeidCase",
    "WgeidElement",
    "escape_cell",
    "missing_elements",
    "pfif_moment",
    "pfif_placeholder",
    "read_article",
    "read_ftm",
    "read_people",
    "read_pfif",
    "read_tables",
    "unescape_cell",
    "write_ftm",
    "write_pfif",
    "write_rows",
    "write_wgeid",
]
