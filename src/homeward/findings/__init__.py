"""The findings page: everything a case shows, as one self-contained HTML page for screen and paper.

In: `casework.results.Findings`, plain values already limited to what one user may see. Out: one text of HTML without
any request to elsewhere and without JavaScript, in the language that is active. Leaves to others: computing the
findings, storing and sending it.

The desk's pages share the filters by which the templates turn values into words (`markup`), the isolating of foreign
text (`foreign`), the calendar of the reader (`reader_calendar`), the picture of a time line (`timeline`)
and the words of closed lists (`words`).
"""

from homeward.findings import foreign, markup, reader_calendar, timeline, words
from homeward.findings.page import render_findings, style_of_findings

__all__ = ["foreign", "markup", "reader_calendar", "render_findings", "style_of_findings", "timeline", "words"]
