"""What the words of one date mean, seen from the day of publication and from the date told of before.

In: the words that a rule has found, as `Slots`, and a `Scene`. Out: `Draft`s, one for each time that they name.
Leaves to others: finding the words (`items`, `rules`), each kind of date (`days`, `stretches`, `counted`), words such
as "early" before them and dates that belong together (`reader`).

A language's rules use these categories of words:

    month, hijri_month, solar_month, hebrew_month: 1 to 13.  weekday: Monday is 0.  season: 21 (spring) to 24 (winter)
    unit: D W M Y Q H (half-year) DE CE WE (weekend) FN (fortnight) N (night) h min s
    shift: -1 last, 0 this, 1 next, seen from the publication.  rel: the same, seen from the date before
    near: days from the publication.  part: MO AF EV NI.  night: "0 NI" tonight
    amount: a number and a unit in one word ("יומיים"): "2 D".  length: a length in one word: P6M
    number, ordinal: whole numbers.  vague: X several, or a number.  mod: START MID END.  about: APPROX, MORE_THAN
    early: "earlier", "later" before another time.  set: P1D daily.  ref: PRESENT_REF, ...  holiday: see `days`

Figures are day (1 to 31), hour, year (four digits), yy (two), figure (any), number; also ordinal_figure (4th),
day_ordinal, decade (1990s), clock (10:45), numeric (28.03.2024), decimal.
"""

from __future__ import annotations

from homeward.reading.dates import counted, days, stretches
from homeward.reading.dates.scene import Draft, Kinds, Slots


def drafts_of(kind: str, slots: Slots) -> list[Draft]:
    """What a rule of this kind names; empty where its words name nothing here.

    Raises:
        ValueError, OverflowError, BadDateError: no such day.
    """
    name, *arguments = kind.split()
    if arguments[-1:] == ["prefixed"]:  # in these scripts "in" is a letter of the word that follows
        if slots.scene.items.prefixes.get(slots.first, "")[-1:] in ("", "ו", "ש", "و", "ف"):
            return []
        arguments.pop()
    made = _KINDS[name](slots, *arguments)
    for draft in made:
        if "mod" in slots:
            draft.mod = slots.text("mod")
        if "approx" in slots:
            draft.mod = slots.text("approx")
    return made


_KINDS: Kinds = {**days.KINDS, **stretches.KINDS, **counted.KINDS}
