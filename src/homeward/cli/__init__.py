"""The command line: one file a command; each parses arguments, calls the library, prints.

In: what a person types. Out: text or ``--json`` on standard output, messages on standard error, an exit code.
Leaves to others: everything that decides; a command calls acts and queries only.

Exit codes: 0 done; 1 a fault of Homeward's own; 2 the words of the command are off; 3 bad input; 4 not there, or not
for you; 5 not allowed; 6 the case file says otherwise; 7 an optional part is missing; 130 stopped by Ctrl-C.
"""

from homeward.cli.program import main

__all__ = ["main"]
