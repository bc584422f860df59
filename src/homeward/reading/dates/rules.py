"""How one language writes dates: its words by category, and rules over these categories.

In: tables and rules as a language's `dates.py` writes them. Out: `DateRules`, with its `Grammar` made on first use.
Leaves to others: finding the words in a text (`items`), and what a rule's words mean (`meaning`).

Each word stands for the set of categories that it may belong to, as one character; a text becomes a string of such
characters, and a rule is an expression over them. So a rule reads "weekday month "
    "day", costs nothing where none of its
words stand, and an ambiguous word ("second", "שני") needs no decision beforehand.

A rule is written as names parted by spaces:

    month            a word of the category `month`, handed on under that name
    from:month       the same, handed on as `from`
    'of/in'          one of these words, as they stand; not handed on
    ( a | b )        one or the other;  a?  or  ( a b )?  maybe
    ~'in'  !~month   at the beginning: what must or must not stand before
    ='of'  !=unit    at the end: what must or must not follow
    {YEAR}           a piece of a rule that the language has given a name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from homeward.reading.dates.periods import Period


@dataclass(frozen=True, slots=True)
class WholeDate:
    """A date that was read in one piece, of whatever calendar.

    `lunar`: its month may have begun a day earlier or later than computed.
    """

    period: Period
    because: str
    lunar: bool = False


Phrase = tuple[tuple[str, ...], str, frozenset[str]]
Words = Mapping[str, Mapping[str, int | str]]
Tense = Callable[[Sequence[str], Sequence[str]], int]
Whole = tuple[re.Pattern[str], Callable[[re.Match[str]], WholeDate | None]]

OTHER, OTHER_CAPITAL = "o", "O"
_STOPS = ".!?…؟;؛"
_TOKEN = re.compile(r"\s*(?:(~|!~|=|!=)|([A-Za-z_0-9]+:)?([a-z_0-9]+|'[^']+'|\"[^\"]+\")|([()|?])|\{([A-Z_0-9]+)\})")


def numbered(words: str, start: int = 0) -> dict[str, int]:
    """Words parted by spaces to their place in the row.

    Several words for one place are joined by a stroke, the words of a phrase by ``_``; ``_`` alone leaves a place
    out.
    """
    return {
        word.replace("_", " "): number
        for number, group in enumerate(words.split(), start)
        for word in group.split("|")
        if word != "_"
    }


def each(**values: str) -> dict[str, str]:
    """Words, parted by spaces, to the name under which they are given."""
    return {word.replace("_", " "): value for value, words in values.items() for word in words.split()}


def split(words: str) -> list[str]:
    """A table written as one line of words."""
    return words.split()


def marks(words: str) -> dict[str, str]:
    """Words that only need to be known."""
    return dict.fromkeys((word.replace("_", " ") for word in words.split()), "")


def no_tense(before: Sequence[str], after: Sequence[str]) -> int:
    """For a language whose verbs are not known: nothing looks ahead."""
    return 0


@dataclass(frozen=True, eq=False)
class DateRules:
    """How one language writes dates.

    Attributes:
        words: category to its words or phrases, and what each stands for. The categories that all languages share are
            listed in `meaning`.
        rules: (kind, rule). Where several fit, the longest wins, then the first; `meaning` says what each kind makes.
        pieces: named pieces of rules.
        tidy: brings a word to the form in which the tables hold it.
        tense: from the words before and after a date in its sentence, 1 where the nearest verb looks ahead, -1 where
            it looks back, 0 where nothing tells, 2 for a deadline of something to come.
        word: the expression for one word.
        prefixes: the letters that this script writes onto the next word ("ב", "و"),
            in the order in which they come; taken
            off if the rest is known.
        about_prefix: that of these letters which says "about" ("כ").
        ordinals, decades: what follows figures to make them "4th" and "1990s".
        dotted: words that may be shortened with a stop, which is theirs and ends no sentence.
        capital: categories whose words count only with a capital letter.
        titles: categories whose words, with a capital letter between an article and another capital letter, are part
            of a name ("the Evening Beacon"), and the articles.
        whole: expressions for dates read in one piece, and what reads them.
        before, after: words just before a date that make it the end or the beginning of a time.
        reached: of `before`, words after which a verb that looks back leaves the day as it is: "By Monday he was less
            certain". True: only at the beginning of a sentence.
        occasions: nouns that "before" reaches over: "before the summit on 5 June".
        between: words that may stand between such a word and its date ("by noon on Thursday").
        negations: with one of these, "before" is the beginning ("not before 20 November").
        origins, onward: "from" opens a time only before a day or one of these; "a photograph from 2016" does not.
        onto: the letter written onto a weekday to which something is set ("ל").
        joint: what stands between a vague date and the exact one that overrides it (", on ").
        ranges: (what stands before a range, what between its ends).
        day_first: whether 3/4/2024 is the third of April.
        to_the_day: whether "a week ago" and "last Thursday" are said of one day; where not, they are marked as about
            and as uncertain.
    """

    words: Words
    rules: Sequence[tuple[str, str]]
    pieces: Mapping[str, str] = field(default_factory=dict)
    tidy: Callable[[str], str] = str.lower
    tense: Tense = no_tense
    word: str = r"[^\W\d_]+"
    prefixes: re.Pattern[str] | None = None
    about_prefix: str = ""
    ordinals: re.Pattern[str] | None = None
    decades: re.Pattern[str] | None = None
    dotted: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    titles: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    whole: Sequence[Whole] = ()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    reached: Mapping[str, bool] = field(default_factory=dict)
    occasions: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    onto: str = ""
    joint: re.Pattern[str] = field(default_factory=lambda: re.compile(r",\s*|\s*\("))
    ranges: Sequence[tuple[re.Pattern[str], re.Pattern[str]]] = ()
    day_first: bool = True
    to_the_day: bool = False

    @cached_property
    def grammar(self) -> Grammar:
        """The rules made ready; takes a few hundredths of a second, once."""
        return Grammar(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule ready for use. `slots`: (name, category) of each group, in the order of the rule."""

    kind: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    order: int


class Grammar:
    """Words and rules of a language as characters and expressions over them."""

    def __init__(self, rules: DateRules) -> None:
        self.rules = rules
        self._codes: dict[frozenset[str], str] = {}
        self.words: dict[str, frozenset[str]] = {}
        self.values: dict[str, dict[str, int | str]] = {}
        # first word, second word, then the rest of each phrase, the longest first
        self.phrases: dict[str, dict[str, list[Phrase]]] = {}
        self.token = re.compile(rf"\d+|{rules.word}|\n[^\S\n]*\n\s*|[^\w\s]|_")
        for category, words in rules.words.items():
            values = self.values.setdefault(category, {})
            for word, value in words.items():
                values[self._add(word, category)] = value
        for mark in _STOPS:
            self._add(mark, "stop")
        self._texts = [(kind, self._expand(rule)) for kind, rule in rules.rules]
        for _, rule in self._texts:
            for literal in re.findall(r"'([^']+)'|\"([^\"]+)\"", rule):
                for word in _literals(literal[0] or literal[1]):
                    self._add(word, f"={word}")  # the literal keeps its spelling; the word in the text need not
        for categories in [
            *self.words.values(),
            *(p[2] for group in self.phrases.values() for ps in group.values() for p in ps),
        ]:
            self.code(categories)
        for figures in _all_figures():
            self.code(figures)
        self.categories = {code: categories for categories, code in self._codes.items()}
        self._by_category: dict[str, str] = {}
        for categories, code in self._codes.items():
            for category in categories:
                self._by_category[category] = self._by_category.get(category, "") + code
        self.by_first: dict[str, list[Rule]] = {}
        for order, (kind, rule) in enumerate(self._texts):
            self._make(kind, rule, order)
        # Most places where a rule could begin begin none: one look at all of them at once, before one at each.
        self.gates = {
            char: re.compile("|".join(_without_groups(rule.pattern.pattern) for rule in rules))
            for char, rules in self.by_first.items()
        }
        self.starts = re.compile("[" + "".join(sorted(self.by_first)) + "]") if self.by_first else re.compile("(?!)")

    def code(self, categories: frozenset[str]) -> str:
        """The character for this set of categories."""
        found = self._codes.get(categories)
        if found is None:
            found = self._codes[categories] = chr(0x4E00 + len(self._codes))
        return found

    def chars(self, category: str) -> str:
        """Every character that stands for a word of this category."""
        return self._by_category.get(category, "")

    def _add(self, phrase: str, category: str) -> str:
        """Learn a word or phrase; what it is called from now on."""
        words = tuple(self.rules.tidy(m.group()) for m in self.token.finditer(phrase))
        name = " ".join(words)
        if len(words) == 1:
            self.words[name] = self.words.get(name, frozenset()) | {category}
            return name
        known = self.phrases.setdefault(words[0], {}).setdefault(words[1], [])
        for number, (rest, _, categories) in enumerate(known):
            if rest == words[2:]:
                known[number] = (rest, name, categories | {category})
                break
        else:
            known.append((words[2:], name, frozenset([category])))
            known.sort(key=lambda p: -len(p[0]))
        return name

    def _expand(self, rule: str) -> str:
        for _ in range(5):
            rule = re.sub(r"\{([A-Z_0-9]+)\}", lambda m: _bracketed(self.rules.pieces[m[1]]), rule)
        return rule

    def _make(self, kind: str, rule: str, order: int) -> None:
        pattern, slots, first = _Parser(self, rule).parse()
        made = Rule(kind, re.compile(pattern), slots, order)
        for char in first:
            self.by_first.setdefault(char, []).append(made)


class _Parser:
    """From a rule as written to an expression over characters, its slots, and the characters it can begin with."""

    def __init__(self, grammar: Grammar, rule: str) -> None:
        self.grammar = grammar
        self.rule = rule
        self.parts = [m.groups() for m in _TOKEN.finditer(rule)]
        if "".join(m.group() for m in _TOKEN.finditer(rule)).split() != rule.split():
            raise ValueError(f"cannot be read as a rule for dates: {rule}")
        self.place = 0
        self.slots: list[tuple[str, str]] = []

    def parse(self) -> tuple[str, tuple[tuple[str, str], ...], str]:
        pattern, first, empty = self._either()
        if self.place < len(self.parts) or empty:
            raise ValueError(f"unbalanced, or fits no words at all: {self.rule}")
        return pattern, tuple(self.slots), "".join(sorted(set(first)))

    def _either(self) -> tuple[str, str, bool]:
        choices = [self._row()]
        while self._peek() == "|":
            self.place += 1
            choices.append(self._row())
        text = "|".join(c[0] for c in choices)
        return text, "".join(c[1] for c in choices), any(c[2] for c in choices)

    def _row(self) -> tuple[str, str, bool]:
        text, first, empty = "", "", True
        while self.place < len(self.parts) and self._peek() not in ("|", ")"):
            look = self.parts[self.place][0]
            if look:
                self.place += 1
                alias, name = self.parts[self.place][1:3]
                chars = self._class(name or "")
                self.place += 1
                text += {"~": f"(?<={chars})", "!~": f"(?<!{chars})", "=": f"(?={chars}|$)", "!=": f"(?!{chars})"}[
                    look
                ]
                continue
            if self._peek() == "(":
                self.place += 1
                inner, starts, maybe = self._either()
                self.place += 1  # its closing bracket
                piece = f"(?:{inner})"
            else:
                alias, name = self.parts[self.place][1:3]
                self.place += 1
                chars = self._class(name or "")
                starts, maybe = chars[1:-1].replace("\\", ""), False
                if name and name[0] in "'\"":
                    piece = chars
                else:
                    self.slots.append((alias[:-1] if alias else name or "", name or ""))
                    piece = f"({chars})"
            if self._peek() == "?":
                self.place += 1
                piece, maybe = f"{piece}?", True
            if empty:
                first += starts
            empty = empty and maybe
            text += piece
        return text, first, empty

    def _peek(self) -> str | None:
        return self.parts[self.place][3] if self.place < len(self.parts) else None

    def _class(self, name: str) -> str:
        if name[:1] in "'\"":
            found = "".join(self.grammar.chars(f"={word}") for word in _literals(name[1:-1]))
        else:
            found = self.grammar.chars(name)
        special = {"other": OTHER, "capital": OTHER_CAPITAL, "any_other": OTHER + OTHER_CAPITAL}.get(name)
        if special:
            return f"[{special}]"
        # A category that this language has no words for never fits.
        return f"[{found}]" if found else "[\x00]"


def _without_groups(pattern: str) -> str:
    return re.sub(r"\((?!\?)", "(?:", pattern)


def _bracketed(piece: str) -> str:
    return f"( {piece} )" if " " in piece else piece


def _literals(text: str) -> list[str]:
    return [text] if text == "/" else text.split("/")


def figures_of(value: int, digits: int) -> frozenset[str]:
    """The categories of a row of digits."""
    found = {"number", "figure"}
    if digits <= 2:
        if 1 <= value <= 31:
            found.add("day")
        if value <= 24:
            found.add("hour")
        if digits == 2:
            found.add("yy")
    if digits == 4 and 1000 <= value <= 2199:
        found.add("year")
    return frozenset(found)


FIGURES = {
    "ordinal": frozenset(["ordinal", "ordinal_figure"]),
    "day_ordinal": frozenset(["ordinal", "ordinal_figure", "day_ordinal"]),
    "year_ordinal": frozenset(["ordinal", "ordinal_figure", "year", "year_ordinal"]),
    "decade": frozenset(["decade"]),
    "decade_ordinal": frozenset(["decade", "ordinal", "ordinal_figure"]),
    "clock": frozenset(["clock"]),
    "numeric": frozenset(["numeric"]),
    "decimal": frozenset(["number", "decimal"]),
    "number": frozenset(["number"]),
    "large": frozenset(["number", "figure"]),
    "word_ordinal": frozenset(["ordinal"]),
    "whole": frozenset(["whole"]),
    "stop": frozenset(["stop"]),
}


def _all_figures() -> list[frozenset[str]]:
    found = {figures_of(value, digits) for value in range(100) for digits in (1, 2)}
    return sorted(found | {figures_of(2000, 4), figures_of(9000, 4), *FIGURES.values()}, key=sorted)
