"""How much a file may ask of the machine that reads it.

In: nothing. Out: `Limits`, one frozen object for lists and for articles.
Leaves to others: measuring a file against it (`guard`, `workbook`, `legacy`, `delimited`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which a file is read; a file beyond one of them is refused before it is opened.

    Lists are held to all of them but `max_article_bytes`; articles to the first two, and besides to the fixed bounds
    of their format, which no sender has a reason to pass.

    The defaults let through every list that people could have typed, a register of half a million rows among them,
    and keep the reading process under about 2 GB in the worst case.

    Attributes:
        max_bytes: size of the file as it comes.
        max_article_bytes: the same for an article: words, with the pictures among them.
        max_unpacked_bytes: all parts of an archive together, unpacked; the true size, not the one it declares.
        max_unpacked_ratio: how many times a part may grow when unpacked. Spreadsheets reach 30.
        ratio_from_bytes: a part smaller than this unpacked is never refused for its ratio.
        max_members: parts in an archive.
        max_nested_archives: archives inside the archive; they are never opened.
        max_rows, max_columns: of one sheet.
        max_cells: of one sheet: rows times columns, empty cells between filled ones included.
        max_text_bytes: of one sheet: characters of all its text cells, repeated ones counted each time.
        max_sheets: in one workbook.
        max_line_characters: of one line of a delimited file.
        max_lines_in_row: more lines in one row of a delimited file mean a quotation mark left open; so do more
            characters than a line may have.
        max_problems_per_kind: faults of one kind listed singly; the others are counted.
    """

    max_bytes: int = 200_000_000
    max_article_bytes: int = 64_000_000
    max_unpacked_bytes: int = 1_000_000_000
    max_unpacked_ratio: int = 200
    ratio_from_bytes: int = 5_000_000
    max_members: int = 5_000
    max_nested_archives: int = 100
    max_rows: int = 1_048_576
    max_columns: int = 16_384
    max_cells: int = 20_000_000
    max_text_bytes: int = 500_000_000
    max_sheets: int = 255
    max_line_characters: int = 1_000_000
    max_lines_in_row: int = 200
    max_problems_per_kind: int = 1_000
