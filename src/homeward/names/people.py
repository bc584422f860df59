"""Two records of people compared: names first, then birth, sex, parents, place, nationality, identifiers.

In: two `PersonRecord`. Out: `Comparison`, each fact a line of its own.
Leaves to others: reading dates and numbers out of files (`exchange`), and the judgement (a person).
What is unknown on either side adds nothing; what contradicts subtracts. The weights are set by hand.
"""

from __future__ import annotations

from datetime import date

from homeward.names.compare import Comparison, PartMatch, compare, probability_of
from homeward.names.normalize import fold
from homeward.records import NameKind, PartialDate, PersonRecord, Sex

_FULL_KINDS = (NameKind.FULL, NameKind.TRANSLITERATION, NameKind.ALIAS)
_Term = tuple[PartMatch, str]


def compare_people(a: PersonRecord, b: PersonRecord, *, name: Comparison | None = None) -> Comparison:
    """Compare two records.

    Args:
        name: the comparison of their names, if already made; by default the best among their full names.
    """
    base = name or _best_name(a, b)
    terms = [
        t
        for t in (_sex(a, b), _birth(a, b), *_parents(a, b), _place(a, b), _nationality(a, b), *_identifiers(a, b))
        if t
    ]
    bits = base.weight_bits + sum(t[0].weight_bits for t in terms)
    probability = probability_of(bits)
    facts_for = sum(max(0.0, t[0].weight_bits) for t in terms)
    if base.probability < probability_of(base.weight_bits) and facts_for < 12:
        # A cap on the name (one common part shared) holds unless the facts carry the pair by themselves.
        probability = min(probability, max(base.probability, 0.5 if facts_for >= 6 else base.probability))
    ordered = sorted(terms, key=lambda t: -abs(t[0].weight_bits))
    against = [words for term, words in ordered if term.weight_bits < 0]
    favour = [words for term, words in ordered if term.weight_bits >= 0]
    return Comparison(
        round(probability, 6), (*base.parts, *(t[0] for t in terms)), (*against, *base.reasons, *favour), bits
    )


def _best_name(a: PersonRecord, b: PersonRecord) -> Comparison:
    lefts = [n.text for n in a.names if n.kind in _FULL_KINDS] or [a.name]
    rights = [n.text for n in b.names if n.kind in _FULL_KINDS] or [b.name]
    return max((compare(x, y) for x in lefts[:6] for y in rights[:6]), key=lambda c: (c.probability, c.weight_bits))


def _term(fact: str, left: object, right: object, kind: str, bits: float, words: str) -> _Term:
    return PartMatch(str(left), str(right), kind, 1.0 if bits > 0 else 0.0, bits, fact), words


def _sex(a: PersonRecord, b: PersonRecord) -> _Term | None:
    if a.sex is None or b.sex is None or Sex.OTHER in (a.sex, b.sex):
        return None
    if a.sex is b.sex:
        return _term("sex", a.sex, b.sex, "same", 1.0, f"sex: {a.sex} on both sides")
    return _term("sex", a.sex, b.sex, "differs", -6.0, f"sex: {a.sex} on the left, {b.sex} on the right")


def _birth(a: PersonRecord, b: PersonRecord) -> _Term | None:
    left, left_words = _born(a)
    right, right_words = _born(b)
    if left is None or right is None:
        return None
    exact = a.birth is not None and b.birth is not None
    (first, last), (start, stop) = left, right
    fact = "birth date" if exact else "age"
    shown = f"{left_words} and {right_words}"
    if exact and first == last == start == stop:
        return _term(fact, left_words, right_words, "same", 12.0, f"birth date: {left_words} on both sides")
    if first <= stop and start <= last:
        width = max((last - first).days, (stop - start).days) + 1
        bits = 6.0 if width <= 31 else 5.0 if width <= 366 else 3.5 if width <= 800 else 2.0 if width <= 4000 else 1.0
        bits = bits if exact else min(bits, 3.5)
        return _term(fact, left_words, right_words, "fits", bits, f"{fact}: {shown} fit together")
    if exact and first == last and start == stop:
        if (first.year, first.month, first.day) == (start.year, start.day, start.month):
            return _term(
                fact, left_words, right_words, "swapped", 8.0, f"birth date: {shown} differ by day and month swapped"
            )
        agreeing = (first.year == start.year) + (first.month == start.month) + (first.day == start.day)
        if agreeing == 2 and abs(first.year - start.year) <= 1:
            return _term(fact, left_words, right_words, "near", 3.0, f"birth date: {shown} differ in one number")
        if agreeing == 2 and _one_digit(first.year, start.year):
            return _term(
                fact, left_words, right_words, "near", 1.0, f"birth date: {shown} differ in one digit of the year"
            )
    gap = max((start - last).days, (first - stop).days)
    if gap <= 366 + 31 and not (exact and first == last and start == stop and first.year == start.year):
        return _term(fact, left_words, right_words, "near", 0.0, f"{fact}: {shown} are about a year apart")
    if exact and gap <= 366:
        return _term(fact, left_words, right_words, "differs", -4.0, f"birth date: {shown} differ within a year")
    years = gap / 365.25
    uncertain = any(d and d.qualifier for d in (a.birth, b.birth)) or not exact
    bits = -4.0 if years < 2.2 else -8.0 if years < 5 else -12.0
    bits = bits / 2 if uncertain and years < 5 else bits
    return _term(
        fact, left_words, right_words, "differs", bits, f"{fact}: {shown} do not fit, {years:.0f} years apart"
    )


def _born(record: PersonRecord) -> tuple[tuple[date, date] | None, str]:
    """The first and last day on which the person can be born, with the words of the record."""
    if record.birth is not None:
        first, last = record.birth.earliest, record.birth.latest
        if first is None and last is None:
            return None, ""
        first, last = first or date(1, 1, 1), last or date(9999, 12, 31)
        if record.birth.qualifier in ("~", "%"):
            first = date(max(1, first.year - 2), 1, 1)
            last = date(min(9999, last.year + 2), 12, 31)
        return (first, last), str(record.birth)
    spoken: PartialDate | None = record.as_of
    if record.age_years is None or spoken is None or spoken.earliest is None or spoken.latest is None:
        return None, ""
    first_year = spoken.earliest.year - record.age_years - 1
    last_year = spoken.latest.year - record.age_years
    if not 1 <= first_year <= last_year <= 9999:
        return None, ""
    return (date(first_year, 1, 1), date(last_year, 12, 31)), f"aged {record.age_years} in {spoken}"


def _one_digit(one: int, other: int) -> bool:
    return sum(x != y for x, y in zip(f"{one:04d}", f"{other:04d}", strict=True)) == 1


def _parents(a: PersonRecord, b: PersonRecord) -> list[_Term]:
    found = []
    for fact, left, right in (
        ("father's name", a.father_name, b.father_name),
        ("mother's name", a.mother_name, b.mother_name),
    ):
        if not left or not right:
            continue
        made = compare(left, right)
        agree = max((m.weight_bits for m in made.parts), default=0.0)
        differ = any(m.kind == "differs" for m in made.parts)
        if agree > 0 and (not differ or made.probability > 0.5):
            bits = min(7.0, max(1.5, made.weight_bits))
            found.append(_term(fact, left, right, "agrees", round(bits, 2), f'{fact}: "{left}" and "{right}" agree'))
        elif differ:
            found.append(_term(fact, left, right, "differs", -9.0, f'{fact}: "{left}" is not "{right}"'))
    return found


def _place(a: PersonRecord, b: PersonRecord) -> _Term | None:
    left, right = a.place_of_birth, b.place_of_birth
    if not left or not right:
        return None
    if fold(left) == fold(right) or any(m.weight_bits > 0 and m.similarity > 0.8 for m in compare(left, right).parts):
        return _term("place of birth", left, right, "agrees", 3.5, f'place of birth: "{left}" and "{right}" agree')
    # Places are translated, renamed and given as village or province: a difference says little.
    return _term("place of birth", left, right, "differs", -1.0, f'place of birth: "{left}" is not "{right}"')


def _nationality(a: PersonRecord, b: PersonRecord) -> _Term | None:
    if a.nationalities is None or b.nationalities is None:
        return None
    left, right = ", ".join(a.nationalities) or "none", ", ".join(b.nationalities) or "none"
    if set(a.nationalities) & set(b.nationalities) or (not a.nationalities and not b.nationalities):
        return _term("nationality", left, right, "agrees", 2.0, f"nationality: {left} and {right} agree")
    # A second nationality is often left out.
    return _term(
        "nationality", left, right, "differs", -2.0, f"nationality: {left} on the left, {right} on the right"
    )


def _identifiers(a: PersonRecord, b: PersonRecord) -> list[_Term]:
    found = []
    for one in a.identifiers:
        for other in b.identifiers:
            kinds = "unknown" in (one.kind, other.kind) or one.kind == other.kind
            countries = one.country is None or other.country is None or one.country == other.country
            if not kinds or not countries:
                continue
            left, right = fold(one.value).replace(" ", ""), fold(other.value).replace(" ", "")
            if left and left == right and len(left) >= 4:
                found.append(
                    _term(
                        "identifier", one.value, other.value, "same", 16.0, f"identifier: {one.value} on both sides"
                    )
                )
            elif left and right and one.kind == other.kind != "unknown" and one.country == other.country:
                # Passports are renewed; an identity number is not.
                bits = -1.0 if "passport" in one.kind else -5.0
                words = f"identifier: {one.kind} {one.value} is not {other.value}"
                found.append(_term("identifier", one.value, other.value, "differs", bits, words))
    return found
