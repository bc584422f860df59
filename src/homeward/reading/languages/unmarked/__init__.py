"""Rules for languages whose letters do not mark names: Hebrew and Arabic.

Where a name begins and ends is found from the words around it: offices, bodies, titles, particles, listed names.
"""
