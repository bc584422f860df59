"""The name engine measured beside other matchers: the matchers, a throw-away PostgreSQL, and the figures drawn.

In: labelled names. Out: lines of text and SVG files. Leaves to others: which names are asked for, and what the
numbers mean. What these modules need besides Homeward stands in `requirements.txt` beside this file; without it each
matcher that lacks something is passed over with a line that says so.
"""
