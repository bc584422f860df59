"""Gathers every marked text of the desk into its catalogues, and compiles them; no GNU gettext is needed.

    python -m tools.messages           takes in new texts, keeps translations, writes .po and .mo
    python -m tools.messages --check   says what is missing or wrong, and changes nothing

In: the Python files and templates below ``src/homeward``. Out: ``django.po`` and ``django.mo`` of each language below
``src/homeward/locale``. The .po is the source; the .mo is committed with it, so that no installation has to
compile anything.
Leaves to others: translating.
"""

from __future__ import annotations

import ast
import io
import re
import struct
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[1] / "src" / "homeward"
LOCALE = SOURCE / "locale"
# How many forms a counted noun has, and which: as in CLDR. Hebrew writes its dual rarely and is well served by two.
PLURALS = {
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"),
    "he": (2, "(n != 1)"),
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"),
}
_OF_ONE_NUMBER = {"ru": (), "he": (0,), "ar": (1, 2)}  # forms said of one number alone
_NUMBERS = ("n", "%(n)s", "%(n)d", "%(rows)s")  # what a count is called in our texts
# Arguments of each function that hold texts, and which of them is the context.
_KEYWORDS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy", "pgettext_noop"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
_CALL = re.compile(r"\b(_|n?p?gettext)\(")
_PERCENT = re.compile(r"%\(\w+\)[sd]|%%")
_TAG = re.compile(r"</?[a-z][^>]*>")

Found = tuple[str, str | tuple[str, ...], str | None]  # where, text or forms, context


def texts() -> Iterator[Found]:
    """Every marked text with the file it stands in, in order of files."""
    for path in sorted(SOURCE.rglob("*")):
        where = path.relative_to(SOURCE.parents[1]).as_posix()
        if path.suffix == ".py":
            for function, told in _in_python(path.read_bytes()):
                yield where, *_text_and_context(function, told)
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            for function, told in _in_template(path.read_text(encoding="utf-8")):
                yield where, *_text_and_context(function, told)


def _in_python(code: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _line, function, told, _comments in extract_python(io.BytesIO(code), _KEYWORDS, (), {"encoding": "utf-8"}):  # type: ignore[arg-type]
        parts = (told,) if isinstance(told, str) else tuple(told or ())
        wanted = len(_KEYWORDS[function])
        if len(parts) >= wanted and all(isinstance(part, str) for part in parts[:wanted]):
            yield function, parts[:wanted]


def _in_template(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    code = templatize(text)
    for found in _CALL.finditer(code):
        call = ast.parse(_one_call(code[found.start() :]), mode="eval").body
        assert isinstance(call, ast.Call)
        strings = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        yield found[1], tuple(strings)


def _one_call(code: str) -> str:
    """The call with which the code begins; what follows it need not be Python."""
    depth, taken = 0, []
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        taken.append(token.string)
        depth += {"(": 1, ")": -1}.get(token.string, 0) if token.type == tokenize.OP else 0
        if token.string == ")" and depth == 0:
            break
    return "".join(taken)


def _text_and_context(function: str, parts: tuple[str, ...]) -> tuple[str | tuple[str, ...], str | None]:
    context = None
    if "p" in function.partition("gettext")[0]:
        context, *rest = parts
        parts = tuple(rest)
    return (parts[0] if len(parts) == 1 else parts), context


@cache
def gathered() -> Catalog:
    """All marked texts, untranslated."""
    catalog = Catalog(project="Homeward", charset="utf-8")
    for where, text, context in texts():
        if not (text if isinstance(text, str) else text[0]):
            continue
        known = catalog.get(text if isinstance(text, str) else text[0], context)
        if known is not None and isinstance(text, str) and not isinstance(known.id, str):
            text = tuple(known.id)
        catalog.add(text, locations=[(where, 0)], context=context)
    return catalog


def file_of(language: str) -> Path:
    """The catalogue of a language, as text."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """A language's catalogue as it stands; an empty one before the first time."""
    path = file_of(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def merged(language: str) -> Catalog:
    """All marked texts of today, with the translations that the catalogue holds."""
    before, new = read(language), gathered()
    number, rule = PLURALS[language]
    catalog = Catalog(locale=language, project="Homeward", charset="utf-8")
    catalog._num_plurals, catalog._plural_expr = number, rule  # where Babel's own rule is another
    for message in sorted((m for m in new if m.id), key=lambda m: (m.locations[0][0], str(m.id))):
        key = message.id if isinstance(message.id, str) else message.id[0]
        known = before.get(key, message.context)
        string: str | tuple[str, ...] = "" if isinstance(message.id, str) else ("",) * number
        if known is not None and isinstance(known.string, str) == isinstance(message.id, str):
            string = known.string
        catalog.add(message.id, string, locations=message.locations, context=message.context)
    return catalog


def as_text(catalog: Catalog, language: str) -> bytes:
    """The catalogue as it is written: no days and no line numbers, so that only texts make differences."""
    number, rule = PLURALS[language]
    stream = io.BytesIO()
    write_po(stream, catalog, width=0, omit_header=True, include_lineno=False)
    head = (
        "# Texts of the desk. Edit the translations here, then run: make messages\n"
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: Homeward\\n"\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={number}; plural={rule};\\n"\n\n'
    )
    return head.encode() + stream.getvalue()


def compiled(text: bytes, language: str) -> bytes:
    """The catalogue as the program reads it: the .mo of GNU gettext, the same bytes for the same texts."""
    number, rule = PLURALS[language]
    head = f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals={number}; plural={rule};\n"
    pairs = {b"": head.encode()}
    for message in read_po(io.BytesIO(text), locale=language):
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        if message.id and all(forms):
            key = message.id if isinstance(message.id, str) else "\0".join(message.id)
            context = f"{message.context}\4" if message.context else ""
            pairs[(context + key).encode()] = "\0".join(forms).encode()
    keys = sorted(pairs)
    start = 7 * 4 + 16 * len(keys)
    places, body = [], b""
    for strings in (keys, [pairs[key] for key in keys]):
        for string in strings:
            places.append(struct.pack("<II", len(string), start + len(body)))
            body += string + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return header + b"".join(places) + body


def faults(language: str) -> list[str]:
    """What is missing or wrong in a catalogue, one line each."""
    wrong = []
    stored = read(language)
    asked = {_key(message): message for message in gathered() if message.id}
    for message in stored:
        if message.id and _key(message) not in asked:
            wrong.append(f"{language}: no longer a text of the desk: {message.id!r}")
    for key, message in asked.items():
        known = stored.get(key[0], key[1])
        if known is None:
            wrong.append(f"{language}: not in the catalogue: {message.id!r}")
            continue
        strings = [known.string] if isinstance(known.string, str) else list(known.string)
        if isinstance(message.id, str) != isinstance(known.string, str):
            wrong.append(f"{language}: one form where there are several, or the reverse: {message.id!r}")
        elif not isinstance(message.id, str) and len(strings) != PLURALS[language][0]:
            wrong.append(f"{language}: {len(strings)} forms, not {PLURALS[language][0]}: {message.id!r}")
        if not all(strings):
            wrong.append(f"{language}: not translated: {message.id!r}")
            continue
        for place, string in enumerate(strings):
            without = place in _OF_ONE_NUMBER[language] and len(strings) > 1
            wrong += [
                f"{language}: {fault}: {message.id!r} -> {string!r}" for fault in _differs(message, string, without)
            ]
    path = file_of(language)
    if path.exists() and path.with_suffix(".mo").read_bytes() != compiled(path.read_bytes(), language):
        wrong.append(f"{language}: the .mo is not made from the .po; run make messages")
    return wrong


def _key(message: Message) -> tuple[str, str | None]:
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def _differs(message: Message, string: str, without_number: bool) -> list[str]:
    """Placeholders and tags that a translation lost or made up.

    Args:
        without_number: the form stands for one number only, so that it may say it in words: "two days".
    """
    forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    most = forms[-1]
    found = []
    for name, parts in (("placeholders %()s", _PERCENT.findall), ("tags", _TAG.findall), ("placeholders", _braces)):
        had, has = set(parts(most)), set(parts(string))
        number = {part for part in had if part in _NUMBERS} if without_number else set()
        if has - had or (had - number) - has:
            found.append(f"other {name}")
    if most[:1].isspace() != string[:1].isspace() or most[-1:].isspace() != string[-1:].isspace():
        found.append("other space at an end")
    return found


def _braces(text: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return ["a brace that closes nothing"]


def main(arguments: list[str]) -> int:
    """Gather and compile, or check."""
    if "--check" in arguments:
        wrong = [fault for language in PLURALS for fault in faults(language)]
        sys.stdout.write("".join(f"{line}\n" for line in wrong))
        return 1 if wrong else 0
    for language in PLURALS:
        catalog = merged(language)
        text = as_text(catalog, language)
        path = file_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        path.with_suffix(".mo").write_bytes(compiled(text, language))
        missing = sum(not all([m.string] if isinstance(m.string, str) else m.string) for m in catalog if m.id)
        sys.stdout.write(f"{language}: {len(catalog)} texts, {missing} not translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
