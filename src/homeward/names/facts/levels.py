"""What each level of agreement is worth, in bits, with the reasoning behind every number.

In: nothing. Out: tables of `Level`, one for each fact; the few limits that no table can hold.
Leaves to others: which level two records reach.

Method: Fellegi and Sunter (1969), "A Theory for Record Linkage". For each level, m is the chance to find it between
two records of one person, u between records of two people; it is worth log2(m / u) bits. The m of a table sum to 1.
The u stand for pairs that a search by name puts side by side: people of one list or one conflict, of like names,
among them brothers and cousins. They are set by the reasoning beside them, not learnt from data: change them here
when judged pairs of your own say otherwise, and the tests will say which promise breaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log2
from typing import Final

BIRTH_YEARS: Final = 50
"""Birth years over which the people of a case file spread."""

_DAY = 1 / (365 * BIRTH_YEARS)  # the chance that another person is born on one given day
_YEAR = 1 / BIRTH_YEARS


@dataclass(frozen=True, slots=True)
class Level:
    """How two records can stand to each other in one fact.

    Attributes:
        m: how often two records of one person stand so; `u`: how often two people do.
        bits: log2(m / u), to two places, so that what is shown adds up.
    """

    m: float
    u: float
    bits: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", round(log2(self.m / self.u), 2))

    def bits_over(self, stretch: float) -> float:
        """The bits where `u` is for a stretch of one year and the dates leave `stretch` years; never below 0.

        The wider a date, the more people fit it. Less than a month is not credited: such dates are not that exact.
        """
        return round(max(0.0, log2(self.m / min(1.0, self.u * max(stretch, 1 / 12)))), 2)


Table = dict[str, Level]

BIRTH_DAYS: Final[Table] = {
    # Both records give a day, without a mark of doubt, and not the first of January.
    "same": Level(0.7815, _DAY),  # lists copy papers; the rest is spread over the mistakes below
    "swapped": Level(0.03, _DAY),  # 03/04 read as 04/03; no more chance hits than the day itself
    "year off by one": Level(0.03, 2 * _DAY),  # two such days
    "transposed": Level(0.01, 5 * _DAY),  # 12 for 21, 1978 for 1987: some five such days for a date
    "one digit": Level(0.05, 28 * _DAY),  # 9 last digits of the year, 4 tens, some 15 of month and day
    "one number": Level(0.04, 40 * _DAY),  # day or month is another: 29 days and 11 months
    "calendar": Level(0.012, 0.001),  # 18 days by the ways of converting: a rare mistake, rarely hit by chance
    "era": Level(0.005, 0.0006),  # one date lies centuries off and fits when read in the other's calendar
    "same year": Level(0.0218, 0.0175),  # the year's share less what stands above: says almost nothing
    "within 1 year": Level(0.01, 0.04),  # two years' share
    "within 3 years": Level(0.0064, 0.08),  # four years' share; brothers are born so
    "within 6 years": Level(0.0028, 0.11),  # six years' share, fewer at the edges
    "within 15 years": Level(0.0004, 0.28),  # a day that is wrong in no way known is another person's
    "far": Level(0.0001, 0.46),  # a generation: only records wrongly joined stand so
}

BIRTH_STRETCHES: Final[Table] = {
    # One record at least gives only a month, a year or a stretch, without a mark of doubt; or a first of January.
    "fits": Level(0.88, _YEAR),  # for one year; see Level.bits_over
    "within 1 year": Level(0.07, 0.04),  # a year counted from an age, a year of registration
    "within 3 years": Level(0.015, 0.07),
    "within 6 years": Level(0.005, 0.11),
    "year slip": Level(0.008, 0.2),  # one digit of the year or two turned round: ten of fifty years can be so
    "calendar": Level(0.012, 0.08),  # an Ethiopian year hits four of fifty years by chance: only softens
    "era": Level(0.008, 0.001),  # one list in a hundred has such a year; three ways to read it, of fifty years
    "within 15 years": Level(0.00192, 0.19),
    "far": Level(0.00008, 0.289),  # a generation: father and son of one name
}

BIRTH_ROUGH: Final[Table] = {
    # An age, or a date marked as doubtful or about: witnesses guess, ages are rounded to five and ten.
    "fits": Level(0.71, 1.5 * _YEAR),  # for one year; half as many more fit, as ages heap on 30, 35 and 40
    "within 1 year": Level(0.13, 0.05),  # "35" a month after the birthday that made it 36
    "within 3 years": Level(0.08, 0.08),
    "within 6 years": Level(0.04, 0.12),  # 30 for 34
    "year slip": Level(0.005, 0.15),
    "calendar": Level(0.02, 0.04),  # our own reader marks a year as doubtful when it guessed the calendar
    "era": Level(0.005, 0.001),
    "within 15 years": Level(0.009, 0.24),  # a stranger's guess
    "far": Level(0.001, 0.26),
}

SEX: Final[Table] = {
    "same": Level(0.996, 0.6),  # names are men's or women's, and lists mostly men's: two people agree easily
    "differs": Level(0.004, 0.4),  # a slip of the pen; some names are borne by both
}

FATHER: Final[Table] = {
    # The u of agreement are not those of the population: like names bring brothers and cousins together.
    "agrees, rare": Level(0.24, 0.0015),  # borne by fewer than 1 in 1,000
    "agrees": Level(0.4, 0.005),
    "agrees, common": Level(0.26, 0.03),  # borne by more than 1 in 64
    "not sure": Level(0.092, 0.06),  # near in sound, an initial, or the grandfather differs
    "differs": Level(0.008, 0.9035),  # a stepfather, a kunya, a grandfather put down as father
}

FATHER_IN_NAME: Final[Table] = {
    # The father's name of one record inside the full name of the other: "Ahmed bin Salem".
    "agrees, rare": Level(0.22, 0.0015),
    "agrees": Level(0.36, 0.005),
    "agrees, common": Level(0.24, 0.03),
    "grandfather": Level(0.06, 0.01),  # the chain leaves out the father, or one list took the grandfather
    "not sure": Level(0.07, 0.06),
    "differs": Level(0.05, 0.8935),  # chains skip generations and name a forefather of renown
}

MOTHER: Final[Table] = {
    "agrees, rare": Level(0.22, 0.001),
    "agrees": Level(0.38, 0.004),  # fewer cousins share a mother than a father's name
    "agrees, common": Level(0.26, 0.03),
    "not sure": Level(0.125, 0.06),
    "differs": Level(0.015, 0.905),  # maiden and married names, a stepmother, a pet name
}

PLACE_OF_BIRTH: Final[Table] = {
    "same": Level(0.4, 0.035),  # one in thirty: lists come from regions
    "one inside the other": Level(0.17, 0.04),  # a village here, the village with its province there
    "shares a word": Level(0.08, 0.05),
    "differs": Level(0.27, 0.745),  # renamed, or the village here and the province there
    "differs in another script": Level(0.08, 0.13),  # Damascus is Dimashq: names of places are translated
}

HOME_PLACE: Final[Table] = {
    "same": Level(0.35, 0.03),
    "one inside the other": Level(0.17, 0.035),
    "shares a word": Level(0.1, 0.05),
    "differs": Level(0.29, 0.755),  # people move, and flee
    "differs in another script": Level(0.09, 0.13),
}

BIRTH_AND_HOME: Final[Table] = {
    # The place of birth in one record and the home in the other, where no like stands beside like.
    "same": Level(0.26, 0.035),
    "one inside the other": Level(0.13, 0.04),
    "shares a word": Level(0.06, 0.05),
    "differs": Level(0.45, 0.745),
    "differs in another script": Level(0.1, 0.13),
}

PLACE_OF_HOLDING: Final[Table] = {
    # Captives are moved, and one place holds many: weak both ways.
    "same": Level(0.3, 0.08),
    "one inside the other": Level(0.1, 0.05),
    "shares a word": Level(0.07, 0.06),
    "differs": Level(0.45, 0.7),
    "differs in another script": Level(0.08, 0.11),
}

NATIONALITY: Final[Table] = {
    "same": Level(0.83, 0.24),  # a list is mostly of one or two countries
    "one in common": Level(0.05, 0.02),  # a second nationality is often left out
    "none on both sides": Level(0.01, 0.002),  # stateless, said twice
    "none on one side": Level(0.02, 0.03),  # who is stateless is put down as a citizen of where he lived
    "differs": Level(0.09, 0.708),  # the other passport, a border that moved
}

CAPTURED_DAYS: Final[Table] = {
    # Both records give the day on which the deprivation of liberty began.
    "same": Level(0.5, 0.012),  # people are taken in groups: far likelier than one day in years
    "within 7 days": Level(0.2, 0.03),  # the day of capture here, of arrival there
    "within 31 days": Level(0.12, 0.06),
    "within 1 year": Level(0.1, 0.3),
    "apart": Level(0.08, 0.598),  # taken a second time, or the day of a transfer
}

CAPTURED_STRETCHES: Final[Table] = {
    "fits": Level(0.8, 0.25),  # for one year; see Level.bits_over
    "within 31 days": Level(0.08, 0.06),
    "within 1 year": Level(0.07, 0.19),
    "apart": Level(0.05, 0.5),
}

PERSONAL_NUMBER: Final[Table] = {
    # One number for life: identity card, tax, national or service number.
    "same": Level(0.93, 1e-6),  # two people share one only by a mistake of the list
    "same, short": Level(0.005, 1e-4),  # four to six characters
    "look alike": Level(0.02, 2e-4),  # O for 0, S for 5
    "one character": Level(0.04, 0.002),  # one wrong, left out or two turned round; families get neighbouring numbers
    "differs": Level(0.005, 0.9977),
}

PASSPORT: Final[Table] = {
    # Passports, cards and licences are renewed: another number is expected after ten years.
    "same": Level(0.45, 1e-6),
    "same, short": Level(0.01, 1e-4),
    "look alike": Level(0.01, 2e-4),
    "one character": Level(0.03, 0.002),
    "differs": Level(0.5, 0.9977),
}

PHONE: Final[Table] = {
    "same": Level(0.35, 2e-4),  # a family shares one
    "same, short": Level(0.01, 1e-3),
    "look alike": Level(0.01, 2e-4),
    "one character": Level(0.03, 0.002),
    "differs": Level(0.6, 0.9966),
}

OTHER_NUMBER: Final[Table] = {
    # A number whose kind is not known, or not known to us: a file, a row, a tag.
    "same": Level(0.5, 5e-6),
    "same, short": Level(0.05, 0.001),  # row and tag numbers begin anew in each list
    "look alike": Level(0.01, 2e-4),
    "one character": Level(0.03, 0.002),
    "differs": Level(0.41, 0.9968),
}

KIN: Final[Table] = {
    # The most that facts count for where the names look like those of brothers or sisters; see `kin`.
    "family": Level(0.8, 0.5),  # parents, home and nationality agree for every second such pair
    "birth": Level(0.78, 0.05),  # one birth date, one family name and two given names: twins, mostly
}

TABLES: Final[dict[str, Table]] = {
    "birth date, both to the day": BIRTH_DAYS,
    "birth date, month, year or stretch": BIRTH_STRETCHES,
    "age, or a doubtful birth date": BIRTH_ROUGH,
    "sex": SEX,
    "father's name": FATHER,
    "father's name inside the other's full name": FATHER_IN_NAME,
    "mother's name": MOTHER,
    "place of birth": PLACE_OF_BIRTH,
    "home": HOME_PLACE,
    "place of birth beside home": BIRTH_AND_HOME,
    "place of holding": PLACE_OF_HOLDING,
    "nationality": NATIONALITY,
    "captured, both to the day": CAPTURED_DAYS,
    "captured, month, year or stretch": CAPTURED_STRETCHES,
    "personal number": PERSONAL_NUMBER,
    "passport, card or licence": PASSPORT,
    "telephone": PHONE,
    "other number": OTHER_NUMBER,
}
"""Every table whose m sum to 1, by what it weighs; `KIN` is no such table: it limits."""

# --- limits that no table holds -----------------------------------------------------------------------------------

FIRST_OF_JANUARY_YEARS: Final = 0.75
"""Two records that agree on a first of January agree on little more than the year: offices put it for "unknown"."""

ABOUT_DAYS: Final = {"day": 3, "month": 62, "year": 731}
"""How far "about" reaches beyond a day (a lunar month that began by sighting), a month, a year or more."""

RARE_BITS: Final = 10.0
COMMON_BITS: Final = 6.0
"""A shared name is rare or common by its rarity, as the name engine reckons it: log2 of one in so many."""

UNSURE_BITS: Final = -4.0
"""Two single names that the engine counts no worse than this are near enough to be one, badly written."""

SAME_PLACE_BITS: Final = 3.0
"""Two words for places are one if what they share is so rare: Homs is Hims, and not Hama."""

FAMILY_NAME_BITS: Final = 7.0
"""A shared part of unknown role is taken for a family name if it is so rare; given names are commoner."""

CAP_GIVES_WAY: Final = 4.0
"""What a person's own facts may say before they lift a cap on the name: less than a birth year adds up by chance."""
