"""Reports with marks in the text, as `GUIDE.md` describes them: read, and checked for slips of the writer.

    python -m benchmarks.reading.marked FOLDER [--pieces]

In: files, or a folder of them. Out: `MarkedReport`s, or every problem of a file with its line; run as a program, all
problems and a table of what is marked, by language. `--pieces` also prints each id with its words, to read through.
Leaves to others: comparing the engine with the marks (`score`).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from homeward.errors import BadDateError
from homeward.records import AnswerCode, ClaimSubject, ContactKind, ContactStatus, Manner, PartialDate, Polarity

Place = tuple[int, int]

LANGUAGES = ("en", "ru", "he", "ar", "fr", "es", "de", "uk", "fa", "tr", "und")
HEADER = ("language", "published", "publisher", "sought", "groups", "count", "covers")
SPEECH = tuple(m.value for m in Manner)
ATTITUDE = "attitude"
STATEMENT, DATE, MENTION = "statement", "date", "mention"
WHOLE = ""  # the part of a mark written `[[id|text]]`

_NONE = "none"
_UNMARKED = ("silence-proposed",)


@dataclass(frozen=True, slots=True)
class KindRules:
    """Which fields a line of this kind needs and may have, and which values a field is limited to."""

    needed: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field it may have."""
        return (*self.needed, *self.allowed)


_CLAIMS = tuple(s.value for s in ClaimSubject if s.value not in ("identity", "listed", "searched_for", "mentioned"))
EVENTS: Mapping[str, KindRules] = {
    "contact": KindRules(
        ("status", "kind", "with", "date"),
        ("place",),
        {"status": tuple(s.value for s in ContactStatus), "kind": tuple(k.value for k in ContactKind)},
    ),
    "handover": KindRules((), ("by", "to", "through", "count", "date")),
    "answer": KindRules(("code", "by", "about"), ("count",), {"code": tuple(c.value for c in AnswerCode)}),
    "commitment": KindRules(("by", "due"), ("to", "refused", "about", "count"), {"refused": ("yes",)}),
    "claim": KindRules(
        ("subject", "polarity", "about"),
        ("count",),
        {"subject": _CLAIMS, "polarity": tuple(p.value for p in Polarity)},
    ),
    "silence": KindRules(("by", "about")),
    "silence-proposed": KindRules(("by",), ("about",)),
}
_OTHERS: Mapping[str, KindRules] = {
    STATEMENT: KindRules(("speaker", "chain")),
    ATTITUDE: KindRules(("speaker",)),
    DATE: KindRules(()),
    "sought": KindRules(("person",)),
    "group": KindRules(("count",)),
}
_PARTS: Mapping[str, tuple[str, ...]] = {
    STATEMENT: ("content", "cue", "source", "relay"),
    ATTITUDE: ("content", "cue", "source", "relay"),
    DATE: (WHOLE,),
    "sought": (WHOLE,),
    "group": (WHOLE,),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One slip of the writer: where, and what is wrong."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """One link of a chain: any of `names`, given in any of `attributions`: named, unnamed or anonymous."""

    names: tuple[str, ...]
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """What one id means.

    Attributes:
        id: as in the marks; empty for a line that needs none.
        kind: statement, attitude, date, mention, or a kind of event.
        word: the line's first word: the manner, the date's value, sought or group, the kind of event.
        fields: each field's alternatives; a field written with nothing behind it has none.
        spans: the places of each part in the text without marks, in order.
        line: where its line stands in the file.
        raw: the fields as written.
        chains: every right chain.
    """

    id: str
    kind: str
    word: str
    fields: Mapping[str, tuple[str, ...]]
    spans: Mapping[str, tuple[Place, ...]]
    line: int = 0
    raw: Mapping[str, str] = field(default_factory=dict)
    chains: tuple[tuple[MarkedLink, ...], ...] = ()

    def places(self, part: str = WHOLE) -> tuple[Place, ...]:
        """Where a part is marked."""
        return self.spans.get(part, ())

    def values(self) -> tuple[str, ...]:
        """A date's right values."""
        return _split(self.word, "|")

    def participants(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Every right set of participants, each of them with his alternative names."""
        return participants_of(self.raw.get("with", ""))

    def about(self) -> tuple[frozenset[str], ...]:
        """Every right set of keys of sought people; `group` stands for all."""
        return tuple(frozenset(_keys(a)) for a in self.fields.get("about", ()))


@dataclass(frozen=True, slots=True)
class Never:
    """What must not be proposed."""

    kind: str
    fields: Mapping[str, tuple[str, ...]]
    line: int = 0


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """One file: what is known of the document, its text without marks, and what a careful reader finds in it."""

    path: str
    language: str
    published: PartialDate
    publisher: str | None
    sought: tuple[tuple[str, tuple[str, ...]], ...]
    groups: tuple[str, ...]
    count: int | None
    covers: tuple[str, ...]
    text: str
    marked: tuple[Marked, ...]
    never: tuple[Never, ...]

    def of(self, kind: str) -> list[Marked]:
        """What is marked of one kind, in the order of the lines."""
        return [m for m in self.marked if m.kind == kind]


@dataclass(frozen=True, slots=True)
class _Header:
    """What is known of the document; fields that are missing or wrong are empty."""

    language: str = ""
    published: PartialDate | None = None
    publisher: str | None = None
    sought: tuple[tuple[str, tuple[str, ...]], ...] = ()
    groups: tuple[str, ...] = ()
    count: int | None = None
    covers: tuple[str, ...] = ()


class BadReportError(Exception):
    """A report that cannot be used; `problems` lists every slip."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The report files named, or under the folders named; guides and other notes end in `.md`."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.rglob("*.txt") if p.is_file()) if path.is_dir() else [path]
    return found


def load(path: Path) -> MarkedReport:
    """Read one report.

    Raises:
        BadReportError: with every slip in the file.
    """
    report, problems = check(path)
    if report is None or problems:
        raise BadReportError(problems)
    return report


def check(path: Path) -> tuple[MarkedReport | None, list[Problem]]:
    """The report as far as it can be read, and every slip in it."""
    try:
        written = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return None, [Problem(str(path), 1, f"not readable as UTF-8: {error}")]
    return parse(written, str(path))


def parse(written: str, path: str = "report") -> tuple[MarkedReport | None, list[Problem]]:
    """As `check`, from the file's text."""
    return _Reader(path).read(written.replace("\r\n", "\n"))


# --- values -------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"^(?:the|an?|le|la|les|el|los)\s+", re.IGNORECASE)
_SEMITIC_ARTICLE = re.compile("^(?:ال(?=[ء-ي]{2})|ה(?=[א-ת]{3}))")  # written together with its word
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"
_QUOTES = re.compile("[\"'«»“”„‟‘’‚‛`״׳]")
_GIVEN_AS = re.compile(r"(?:^|\s+)\((unnamed|anonymous|named)\)\s*$")


def folded(name: str) -> str:
    """A name as it is compared: without case, articles, quotation marks, invisible marks and double spaces."""
    plain = "".join(c for c in _GIVEN_AS.sub("", name) if c not in _INVISIBLE)
    plain = " ".join(_SEMITIC_ARTICLE.sub("", word) for word in _QUOTES.sub("", plain).split())
    return _ARTICLE.sub("", plain).casefold().strip(" .,;:")


def _split(value: str, sign: str) -> tuple[str, ...]:
    return tuple(p for piece in value.split(sign) if (p := piece.strip()))


def _link(written: str) -> MarkedLink:
    given = [(_GIVEN_AS.sub("", name), _GIVEN_AS.search(name)) for name in _split(written, "|")]
    attributions = dict.fromkeys(match.group(1) if match else "named" for _, match in given)
    return MarkedLink(tuple(name for name, _ in given if name), tuple(attributions))


def chains_of(written: str, publisher: str | None) -> tuple[tuple[MarkedLink, ...], ...]:
    """Every right chain. A `|` behind the publisher parts whole chains, elsewhere the names of one link."""
    sides = _split(written, "|")
    if not publisher and all(len(_split(side, ">")) > 1 for side in sides):
        return tuple(dict.fromkeys(_chain(side) for side in sides))
    chains: list[str] = []
    begun: list[str] = []
    for side in sides:
        if publisher and chains and not begun and len(_split(side, ">")) == 1 and _is_short_for(side, publisher):
            chains[-1] += f" | {side}"  # a shorter name of the publisher
            continue
        begun.append(side)
        if publisher and _ends_with(_chain(side), publisher):
            chains.append(" | ".join(begun))
            begun = []
    if begun or not chains:
        return (_chain(written),)
    return tuple(dict.fromkeys(map(_chain, chains)))


def _is_short_for(name: str, publisher: str) -> bool:
    words, theirs = folded(name).split(), folded(publisher).split()
    return 0 < len(words) < len(theirs) and set(words) <= {word.strip('"«»“”') for word in theirs}


def _chain(written: str) -> tuple[MarkedLink, ...]:
    return tuple(_link(piece) for piece in _split(written, ">"))


def _ends_with(chain: Sequence[MarkedLink], publisher: str) -> bool:
    return bool(chain) and folded(publisher) in {folded(name) for name in chain[-1].names}


def participants_of(written: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """`A | B + C` is A or B with C, `A + B | A + C` one of two pairs: both are read, what makes no sense agrees with
    nothing.
    """
    each = tuple(_split(piece, "|") for piece in _split(written, "+"))
    whole = [tuple((name,) for name in _split(group, "+")) for group in _split(written, "|")]
    return tuple(dict.fromkeys([each, *(w for w in whole if len(w) > 1)])) if each else ()


def _keys(value: str) -> list[str]:
    return [key for key in re.split(r"[\s,+]+", value) if key]


def _date_problem(value: str) -> str | None:
    try:
        date = PartialDate.read(value)
    except BadDateError as error:
        return str(error.problem.what)
    return None if date.edtf == value else f'"{value}" is not written in EDTF'


# --- reading a file -------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"\[\[(?:(?P<id>[A-Za-z]+[0-9]+)(?:\.(?P<part>[a-z_]+))?\|)?|\]\]")
_ID = re.compile(r"[A-Za-z]+[0-9]+")
_RELAY_ID = re.compile(r"r[0-9]+")
_WRAPPED = re.compile('["“„«‘](?P<in>[^"“”„«»‘’]*)["”“»’]')
_SOUGHT = re.compile(r"(?P<key>[^\s=;|,+]+)\s*=\s*(?P<forms>\S.*)")


@dataclass(frozen=True, slots=True)
class _Mark:
    id: str
    part: str
    place: Place = (0, 0)
    line: int = 0

    @property
    def name(self) -> str:
        return f"{self.id}.{self.part}" if self.part else self.id


class _Reader:
    """Reads one file; gathers every problem on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def tell(self, line: int, what: str) -> None:
        self.problems.append(Problem(self.path, line, what))

    def read(self, written: str) -> tuple[MarkedReport | None, list[Problem]]:
        lines = written.split("\n")
        bars = [number for number, line in enumerate(lines) if line.strip() == "---"]
        if len(bars) != 2:
            at = bars[2] + 1 if len(bars) > 2 else len(lines)
            self.tell(at, f'a file has three parts between two lines of "---"; here are {len(bars)} such lines')
            return None, self.problems
        self.header = self.read_header(lines[: bars[0]])
        self.text, self.marks = self.read_body("\n".join(lines[bars[0] + 1 : bars[1]]), bars[0] + 2)
        marked, never = self.read_meanings(lines[bars[1] + 1 :], bars[1] + 2)
        self.check_ids(marked)
        for one in marked:
            self.check_parts(one)
        self.check_never(marked, never)
        self.problems.sort(key=lambda p: p.line)
        head = self.header
        if head.published is None or not head.language:
            return None, self.problems
        report = MarkedReport(
            self.path, head.language, head.published, head.publisher, head.sought, head.groups, head.count,
            head.covers, self.text, tuple(marked), tuple(never),
        )  # fmt: skip
        return report, self.problems

    # --- the first part

    def read_header(self, lines: Sequence[str]) -> _Header:
        found: dict[str, tuple[int, str]] = {}
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            name, colon, value = line.partition(":")
            name = name.strip()
            if not colon or name not in HEADER:
                self.tell(number, f'"{line.strip()}": a line here is one of ' + ", ".join(f"{h}:" for h in HEADER))
            elif name in found:
                self.tell(number, f'"{name}" stands twice')
            elif not value.strip():
                self.tell(number, f'"{name}" has no value: leave the line out')
            else:
                found[name] = (number, value.strip())
        for name in ("language", "published", "publisher", "covers"):
            if name not in found:
                self.tell(1, f'the line "{name}: ..." is missing')

        def given(name: str) -> tuple[int, str]:
            return found.get(name, (1, ""))

        at, language = given("language")
        if language and language not in LANGUAGES:
            self.tell(at, f'language "{language}" is not one of ' + ", ".join(LANGUAGES))
        at, published = given("published")
        trouble = _date_problem(published) if published else None
        if trouble:
            self.tell(at, trouble)
        at, count = given("count")
        if count and not count.isdecimal():
            self.tell(at, f'count "{count}" is not a number')
        return _Header(
            language,
            PartialDate.read(published) if published and not trouble else None,
            given("publisher")[1] or None,
            self.read_sought(*given("sought")),
            _split(given("groups")[1], ";"),
            int(count) if count.isdecimal() else None,
            _split(given("covers")[1], ";"),
        )

    def read_sought(self, line: int, people: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        sought: dict[str, tuple[str, ...]] = {}
        for entry in _split(people, ";"):
            match = _SOUGHT.fullmatch(entry)
            if match is None:
                self.tell(line, f'sought "{entry}" is not "key = name form | name form"')
            elif match["key"] == "group" or match["key"] in sought:
                self.tell(line, f'sought key "{match["key"]}" is taken')
            else:
                sought[match["key"]] = _split(match["forms"], "|")
        return tuple(sought.items())

    # --- the second part

    def read_body(self, body: str, first_line: int) -> tuple[str, dict[str, list[_Mark]]]:
        """The text without marks, and the marks of each id."""
        pieces: list[str] = []
        length = at = 0
        still_open: list[_Mark] = []
        marks: dict[str, list[_Mark]] = {}
        for token in _TOKEN.finditer(body):
            pieces.append(body[at : token.start()])
            length += token.start() - at
            at = token.end()
            line = first_line + body.count("\n", 0, token.start())
            if token.group() == "]]":
                if not still_open:
                    self.tell(line, '"]]" closes nothing: one "]]" too many, or marks that cross')
                    continue
                mark = still_open.pop()
                marks.setdefault(mark.id, []).append(replace(mark, place=(mark.place[0], length)))
                continue
            mark = _Mark(token["id"] or "", token["part"] or WHOLE, (length, length), line)
            if not mark.id:  # kept open all the same, so that its closing is not told too
                words = body[at : at + 20].split("\n")[0]
                self.tell(line, f'"[[{words}" opens no mark: write [[id|text]] or [[id.part|text]], id such as s1')
            elif any(o.id == mark.id and o.part == mark.part for o in still_open):
                self.tell(line, f"the mark {mark.name} lies inside itself")
            still_open.append(mark)
        pieces.append(body[at:])
        text = "".join(pieces)
        for mark in still_open:
            if mark.id:
                self.tell(mark.line, f"the mark {mark.name} is never closed")
        marks.pop("", None)
        for mark in (m for of_one in marks.values() for m in of_one):
            words = text[slice(*mark.place)]
            if not words.strip():
                self.tell(mark.line, f"the mark {mark.name} is empty")
            elif words != words.strip():
                self.tell(mark.line, f'the mark {mark.name} begins or ends with white space: "{_short(words)}"')
        if not text.strip():
            self.tell(first_line, "the report is empty")
        return text, marks

    # --- the third part

    def read_meanings(self, lines: Sequence[str], first_line: int) -> tuple[list[Marked], list[Never]]:
        marked: list[Marked] = []
        never: list[Never] = []
        for number, written in enumerate(lines, first_line):
            line = written.strip()
            if not line:
                continue
            head, *rest = [piece.strip() for piece in line.split(";")]
            raw = self.read_fields(number, [r for r in rest if r])
            fields = {name: _split(value, "|") for name, value in raw.items()}
            first, _, word = head.partition(" ")
            word = word.strip()
            if first == "never":
                never.append(Never(self.never_kind(number, word, raw), fields, number))
            elif first in _UNMARKED and not word:
                self.check_fields(number, first, raw, EVENTS[first])
                marked.append(Marked("", first, first, fields, {}, number, raw))
            elif not _ID.fullmatch(first):
                self.tell(number, f'"{first}" is no id: a line begins with an id such as s1, or with "never"')
            elif any(m.id == first for m in marked):
                self.tell(number, f"{first} has two lines")
            else:
                kind = self.kind_of(number, first, word)
                if kind is not None:
                    self.check_fields(number, word if kind == MENTION else kind, raw)
                chains = chains_of(raw.get("chain", ""), self.header.publisher)
                marked.append(Marked(first, kind or "", word, fields, self.spans_of(first), number, raw, chains))
        return marked, never

    def spans_of(self, ident: str) -> dict[str, tuple[Place, ...]]:
        marks = sorted(self.marks.get(ident, ()), key=lambda m: m.place)
        return {
            part: tuple(m.place for m in marks if m.part == part) for part in dict.fromkeys(m.part for m in marks)
        }

    def read_fields(self, line: int, written: Sequence[str]) -> dict[str, str]:
        raw: dict[str, str] = {}
        for piece in written:
            name, sign, value = piece.partition("=")
            name = name.strip()
            if not sign or not re.fullmatch("[a-z]+", name):
                self.tell(line, f'"{piece}" is not "field=value"')
            elif name in raw:
                self.tell(line, f'the field "{name}" stands twice')
            else:
                raw[name] = value.strip()
        return raw

    def kind_of(self, line: int, ident: str, word: str) -> str | None:
        letters = ident.rstrip("0123456789")
        if word in SPEECH or word == ATTITUDE:
            kind = ATTITUDE if word == ATTITUDE else STATEMENT
        elif word in ("sought", "group"):
            kind = MENTION
        elif word in EVENTS:
            kind = word
        elif letters == "d":
            values = _split(word, "|")
            if not values:
                self.tell(line, f"{ident}: the date's value is missing")
            for value in values:
                trouble = _date_problem(value)
                if trouble:
                    self.tell(line, f"{ident}: {trouble}")
            kind = DATE
        else:
            known = {"s": (*SPEECH, ATTITUDE), "m": ("sought", "group")}.get(letters, tuple(EVENTS))
            self.tell(line, f'{ident}: "{word}" is not one of ' + ", ".join(known))
            return None
        wanted = {STATEMENT: "s", ATTITUDE: "s", DATE: "d", MENTION: "m"}.get(kind)
        if (letters != wanted) if wanted else (letters in ("s", "d", "m")):
            hint = f"{wanted}1, {wanted}2" if wanted else "ids with other letters than s, d, m"
            self.tell(line, f"{ident}: a {kind} has {hint}")
        return kind

    def check_fields(self, line: int, kind: str, raw: Mapping[str, str], rules: KindRules | None = None) -> None:
        rules = rules or EVENTS.get(kind) or _OTHERS[kind]
        for name in rules.needed:
            if name not in raw:
                self.tell(line, f'{kind}: the field "{name}=" is missing')
        if kind == "handover" and not raw.keys() & {"by", "to", "through"}:
            self.tell(line, "handover: give by=, to= or through=")
        allowed = rules.fields
        for name, value in raw.items():
            if name not in allowed:
                self.tell(line, f'{kind} has no field "{name}"' + _listed(allowed))
            elif not value and name != "speaker":
                self.tell(line, f'{kind}: the field "{name}=" has no value')
            else:
                self.check_value(line, kind, name, value, rules)
        if kind == STATEMENT and raw.get("chain"):
            self.check_chain(line, raw)

    def check_value(self, line: int, kind: str, name: str, value: str, rules: KindRules) -> None:
        limited = rules.values.get(name)
        for one in _split(value, "|"):
            if limited and one not in limited:
                self.tell(line, f'{kind}: {name}="{one}" is not one of ' + ", ".join(limited))
            elif name in ("date", "due") and one != _NONE and (trouble := _date_problem(one)):
                self.tell(line, f"{kind}: {name}=: {trouble}")
            elif name == "count" and one != _NONE and not one.isdecimal():
                self.tell(line, f'{kind}: count="{one}" is neither a number nor "none"')
            elif name in ("person", "about"):
                for key in _keys(one):
                    if key not in dict(self.header.sought) and not (name == "about" and key == "group"):
                        self.tell(line, f'{kind}: {name}="{key}" is not a key of the line "sought:"')
        if name == "with" and len(_split(value, "+")) < 2:
            self.tell(line, f'{kind}: with="{value}" names one: part those who took part by " + "')

    def check_chain(self, line: int, raw: Mapping[str, str]) -> None:
        publisher = self.header.publisher
        chains = chains_of(raw["chain"], publisher)
        if publisher and not all(_ends_with(chain, publisher) for chain in chains):
            self.tell(line, f'chain="{raw["chain"]}" does not end with the publisher, {publisher}')
            return
        speakers = {folded(name) for name in _split(raw.get("speaker", ""), "|")}
        if speakers and not any({folded(n) for n in c[0].names} & speakers for c in chains):
            self.tell(line, f'chain="{raw["chain"]}" does not begin with the speaker, {raw["speaker"]}')
        if not speakers and any(len(c) > 1 and c[0].attributions == ("named",) for c in chains):
            self.tell(line, f'chain="{raw["chain"]}" names a speaker, "speaker=" does not')

    def never_kind(self, line: int, word: str, raw: Mapping[str, str]) -> str:
        rules = EVENTS.get(word) or _OTHERS.get(word)
        if word in SPEECH:
            rules = _OTHERS[STATEMENT]
        if word == MENTION:
            rules = KindRules((), ("person", "count"))
        if rules is None:
            known = (*EVENTS, STATEMENT, *SPEECH, DATE, "sought", "group")
            self.tell(line, f'never "{word}": not one of ' + ", ".join(known))
            return word
        for name, value in raw.items():
            if name not in rules.fields:
                self.tell(line, f'never {word}: it has no field "{name}"' + _listed(rules.fields))
            else:
                self.check_value(line, f"never {word}", name, value, rules)
        return word

    # --- marks against lines

    def check_ids(self, marked: Sequence[Marked]) -> None:
        lines = {m.id for m in marked}
        for ident, marks in self.marks.items():
            relays_only = _RELAY_ID.fullmatch(ident) or all(m.part == "relay" for m in marks)
            if ident not in lines and not relays_only:
                self.tell(marks[0].line, f"the mark {ident} has no line below")
        for one in marked:
            if one.id and one.id not in self.marks and one.kind not in _UNMARKED:
                self.tell(one.line, f"{one.id} is marked nowhere in the text")

    def check_parts(self, one: Marked) -> None:
        marks = self.marks.get(one.id, ())
        if not one.kind or not marks:
            return
        kind = one.word if one.kind == MENTION else one.kind
        allowed = _PARTS.get(kind)
        whole = one.places()
        for mark in marks:
            start, stop = mark.place
            if allowed is not None and mark.part not in allowed:
                marks_of = ", ".join(_Mark(one.id, part).name for part in allowed)
                self.tell(mark.line, f"{mark.name}: the marks of a {kind} are {marks_of}")
            elif allowed is None and mark.part not in (WHOLE, *EVENTS[kind].fields, "condition"):
                self.tell(mark.line, f'{mark.name}: a {kind} has no part "{mark.part}"')
            elif allowed is None and mark.part and not any(a <= start and stop <= b for a, b in whole):
                self.tell(mark.line, f"{mark.name} does not lie inside the mark {one.id}")
            elif mark.part == "content" and _WRAPPED.fullmatch(self.text[start:stop]):
                self.tell(mark.line, f"{mark.name}: mark what is inside the quotation marks")
        if kind in (STATEMENT, ATTITUDE) and not one.places("content"):
            self.tell(marks[0].line, f"{one.id}: no content is marked")
        if kind in EVENTS and not whole:
            self.tell(marks[0].line, f"{one.id}: the clause itself is not marked: [[{one.id}|...]]")

    def check_never(self, marked: Sequence[Marked], never: Sequence[Never]) -> None:
        for line in never:
            for one in marked:
                same = line.kind in (one.kind, one.word) and line.kind in (*EVENTS, "sought", "group")
                if same and all(set(v) & set(one.fields.get(n, ())) for n, v in line.fields.items()):
                    self.tell(line.line, f"{one.id or one.kind} is marked, and this line says never")


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:18]} ... {words[-18:]}"


def _listed(names: Sequence[str]) -> str:
    return "; its fields are " + ", ".join(names) if names else "; it has none"


# --- as a program ---------------------------------------------------------------------------------------------------


def unmarked_names(report: MarkedReport) -> Iterator[str]:
    """Places where a sought person's name stands as given, unmarked: worth a look, not always wrong."""
    taken = [p for m in report.of(MENTION) for p in m.places()]
    for key, forms in report.sought:
        for form in forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", report.text):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    after = " ".join(report.text[max(0, match.start() - 30) : match.start()].split())
                    yield f'{report.path}: look again: "{form}" ({key}) stands unmarked after "{after}"'


def table(reports: Sequence[MarkedReport]) -> str:
    """How many reports, words and marks of each kind there are, by language."""
    rows = (
        "reports",
        "words",
        "paragraphs",
        "statements",
        "  with a relay",
        "attitudes",
        "dates",
        "sought",
        "groups",
    )
    counts: dict[str, Counter[str]] = {}
    for report in reports:
        c = counts.setdefault(report.language, Counter())
        c["reports"] += 1
        c["words"] += len(report.text.split())
        c["paragraphs"] += len([p for p in re.split(r"\n\s*\n", report.text) if p.strip()])
        c["statements"] += len(report.of(STATEMENT))
        c["  with a relay"] += sum(any(len(x) > 2 for x in s.chains) for s in report.of(STATEMENT))
        c["attitudes"] += len(report.of(ATTITUDE))
        c["dates"] += len(report.of(DATE))
        c["sought"] += sum(m.word == "sought" for m in report.of(MENTION))
        c["groups"] += sum(m.word == "group" for m in report.of(MENTION))
        c["never"] += len(report.never)
        for kind in EVENTS:
            c[kind] += len(report.of(kind))
    languages = [code for code in LANGUAGES if code in counts]
    lines = [f"{'':<18}" + "".join(f"{code:>8}" for code in languages)]
    for row in (*rows, *EVENTS, "never"):
        lines.append(f"{row:<18}" + "".join(f"{counts[code][row]:>8,}" for code in languages))
    return "\n".join(lines)


def pieces(report: MarkedReport) -> Iterator[str]:
    """Each id with the words it marks."""
    for one in report.marked:
        told = "; ".join(f"{k}={v}" for k, v in one.raw.items())
        yield f"{one.id or '-'} {one.word}" + (f"; {told}" if told else "")
        for part, places in one.spans.items():
            for start, stop in places:
                yield f"    {part or 'mark'}: {' '.join(report.text[start:stop].split())}"
    for never in report.never:
        yield f"never {never.kind} " + "; ".join(f"{k}={'|'.join(v)}" for k, v in never.fields.items())


def main() -> None:
    """Check and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--pieces", action="store_true", help="print each id with its words")
    options = parser.parse_args()
    files = files_of(options.paths)
    reports: list[MarkedReport] = []
    troubled = 0
    for path in files:
        report, problems = check(path)
        for problem in problems:
            print(problem)
        troubled += bool(problems)
        if report is not None:
            reports.append(report)
            for note in unmarked_names(report):
                print(note)
            if options.pieces:
                print(f"\n{path}", *pieces(report), sep="\n")
    print(f"{len(files)} files, {troubled} with problems")
    if reports:
        print(table(reports))
    sys.exit(1 if troubled or not files else 0)


if __name__ == "__main__":
    main()
