"""A written name cut into its parts, and what each part is, where the writing says so.

In: a name in any script. Out: `Name`.
Leaves to others: which part of another name each answers to (`align`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import LONGEST, fold, normalize
from homeward.names.script import COMMON, UNSPACED, script_of, stretches
from homeward.names.symbols import spell_out

MOST_PARTS = 9

_CHILD_AFTER = frozenset(
    [
        "oglu",
        "oghlu",
        "ogli",
        "kyzy",
        "qizi",
        "qızı",
        "kızı",
        "kizi",
        "gizi",
        "uulu",
        "uly",
        "оглы",
        "оглу",
        "кызы",
        "углы",
        "угли",
        "уғли",
        "ўғли",
        "ұлы",
        "улы",
        "уулу",
        "қызы",
        "қизи",
        "кизи",
        "ძე",
    ]
)
CHILD_OF = _CHILD_AFTER | frozenset(
    [
        "bin",
        "ibn",
        "ben",
        "bar",
        "bint",
        "bat",
        "binti",
        "bent",
        "ould",
        "ibnu",
        "bn",
        "b",
        "بن",
        "ابن",
        "إبن",
        "بنت",
        "ولد",
        "בן",
        "בת",
        "בר",
        "אבן",
        "бин",
        "ибн",
        "бен",
        "бинт",
        "மகன்",
        "மகள்",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "af",
        "av",
        "el",
        "al",
        "as",
        "e",
        "y",
        "und",
        "al-",
        "ال",
        "אל",
        "де",
        "да",
        "ди",
        "ван",
        "фон",
        "дер",
        "ла",
        "ле",
        "эль",
        "аль",
        "דה",
        "די",
        "ואן",
        "פון",
        "דל",
        "לה",
        "ון",
        "ח'",
        "دي",
        "دا",
        "فان",
        "فون",
        "آل",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lady",
        "sheikh",
        "shaikh",
        "shaykh",
        "haj",
        "hajj",
        "hajji",
        "haji",
        "mullah",
        "imam",
        "sayyid",
        "capt",
        "captain",
        "col",
        "colonel",
        "gen",
        "general",
        "maj",
        "major",
        "lt",
        "lieutenant",
        "sgt",
        "pvt",
        "private",
        "rabbi",
        "father",
        "sister",
        "eng",
        "jr",
        "sr",
        "engineer",
        "adv",
        "г",
        "гр",
        "гн",
        "д-р",
        "др",
        "проф",
        "капитан",
        "майор",
        "полковник",
        "рядовой",
        "сержант",
        "лейтенант",
        "ст",
        "мл",
        "мр",
        "דר",
        "פרופ",
        "מר",
        "גב",
        "גברת",
        "רב",
        "הרב",
        "סמל",
        "סרן",
        "רסן",
        "אלוף",
        "סגן",
        "טוראי",
        "עוד",
        "الشيخ",
        "شيخ",
        "الحاج",
        "حاج",
        "د",
        "دكتور",
        "الدكتور",
        "السيد",
        "سيد",
        "السيدة",
        "استاذ",
        "المهندس",
        "مهندس",
        "العقيد",
        "النقيب",
        "الرائد",
        "ملا",
        "آقای",
        "خانم",
        "دکتر",
        "คุณ",
        "นาย",
        "นาง",
        "นางสาว",
        "씨",
        "님",
        "군",
        "양",
        "先生",
        "女士",
        "さん",
    ]
)
_KUNYA = frozenset(["abu", "abou", "aboo", "um", "umm", "oum", "أبو", "ابو", "أم", "ام", "אבו", "אום", "абу", "умм"])
_SLAVES = frozenset(
    [
        "abd",
        "abdul",
        "abdel",
        "abdal",
        "abdol",
        "abdoul",
        "عبد",
        "עבד",
        "עבדול",
        "עבדל",
        "абд",
        "абдул",
        "абдель",
        "абдул",
    ]
)
_SERVANT = re.compile(r"(?:abd[aeiou]?l?-?|cabdi|عبدال|عبد|абд[уеао]?ль?-?|עבדא?ו?ל?)(?=\w{4})", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(al|el|ul|as|ash|ar|an|az|at|ad|ed|es|er|et|аль|эль|аш|ас|ар|ан|ад|אל|א)-(?=\w)", re.IGNORECASE
)
_LIGHT = frozenset(["al", "el", "ul", "il", "ال", "אל", "аль", "эль"])
_GLUED_ARTICLE = re.compile(r"^(?:[وبلفك]?ال(?=..)|אל(?=...)|[AaEe]l(?=[bcdfghjkmnpqrstvwyz]\w{3}))")
_TELLING_WORDS = CHILD_OF | _PARTICLES | _TITLES | _KUNYA | _SLAVES | _LIGHT | {"of", "aka", "alias", "known"}
_PLACE_TELLS = UNSPACED - {"Hang"} | {COMMON, "Thai"}  # scripts in which a word is cut, or loses a title at its end
_PATRONYMIC = re.compile(
    r"(ұлы|қызы|улы|кызы|uly|qyzy|kyzy|ович|евич|ійович|йович|ич|овна|евна|івна|ївна|ична|инична|ovich|evich|ovych|yevich|ovna|evna|ivna|yivna|ichna)$",
    re.I,
)
_LATIN_PATRONYMICS = tuple(end for end in _PATRONYMIC.pattern.strip("()$").split("|") if end.isascii())
_CHILD_IN_WORDS = (
    (re.compile(r"\b(?:s\s*/\s*o|son of)\b", re.I), "bin"),
    (re.compile(r"\b(?:d\s*/\s*o|daughter of)\b", re.I), "bint"),
)
_BYNAME = re.compile(r"\b(?:a\.?k\.?a\.?|alias|(?:also )?known as)(?=\s)", re.I)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")  # A.K.M.
_SHORT = re.compile(r"[^\W\d_]{1,3}\.$")  # Ph., Yu.
_GLUED_TITLE = re.compile(
    r"^(?:นางสาว|นาง|นาย|คุณ|เด็กชาย|เด็กหญิง)(?=[\u0e00-\u0e7f]{2})|(?<=[\u3040-\u9fff]{2})(?:先生|女士|小姐|さん|様|氏)$"
)
_SPLIT = re.compile(r"[\s,;/()\[\]{}|<>_،؛、]+")
_TWO_LETTER_FAMILY = frozenset(
    [
        "남궁",
        "황보",
        "제갈",
        "사공",
        "선우",
        "서문",
        "독고",
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "司徒",
        "夏侯",
        "慕容",
    ]
)
_DAUGHTER = ("овна", "евна", "івна", "ївна", "ovna", "evna", "ivna")  # endings of no family name
_FEMALE_FAMILY = re.compile(r"(ов|ев|ин|ын)а$|(ск|цк)ая$|(ov|ev|in|yn)a$|(sk|tsk)(aya|aia|aja)$", re.I)


@lru_cache(maxsize=32768)
def parse(text: str, *, script: str | None = None) -> Name:
    """Cut a written name into parts.

    Args:
        text: a name; anything else gives a name with few or no parts, never an error.
        script: ISO 15924 code, if known; worked out otherwise.
    """
    plain = _plain_name(text) if script is None else None
    return plain or parse_fully(text, script=script)


def parse_fully(text: str, *, script: str | None = None) -> Name:
    """What `parse` gives, without its short way for names of plain words."""
    clean = _without_glued_title(_spoken_out(_family_first_comma(normalize(text))))
    main = script or script_of(clean)
    if not clean.isascii():
        clean = _in_one_script(clean)
    words = [w for w in (_trim(w) for w in _SPLIT.split(clean)) if w][: MOST_PARTS * 2]
    words = [piece for word in words for piece in _script_pieces(word)]
    words = _join_words(words)
    parts = _read_words(words)[:MOST_PARTS]
    chained = any(p.role in (Role.FATHER, Role.GRANDFATHER) for p in parts)
    return Name(text[:LONGEST], main, tuple(parts), chained)


def _plain_name(text: str) -> Name | None:
    """The name, where it is nothing but words without a sense of their own: what `parse` gives, word by word."""
    words = text.split(" ")
    if len(words) > MOST_PARTS or len(text) > LONGEST:
        return None
    parts: list[NamePart] = []
    for word in words:
        part = _plain_word(word)
        if part is None:
            return None
        parts.append(part)
    if len(parts) == 1 and parts[0].script == "Hang":
        return None  # family and given name in one word
    one_script = all(part.script == parts[0].script for part in parts)
    return Name(text, parts[0].script if one_script else script_of(text), tuple(parts))


@lru_cache(maxsize=131072)
def _plain_word(word: str) -> NamePart | None:
    """A word as the same part wherever it stands; None where its place or its neighbours may change that."""
    if word.isascii() and word.isalpha():
        low = word.lower()
        if len(low) < 2 or low in _TELLING_WORDS or low.endswith(_LATIN_PATRONYMICS):
            return None
        return NamePart(word, word, Role.UNKNOWN, "Latn") if low[0] not in "ae" else _part(word, Role.UNKNOWN, "Latn")
    if not word.replace("'", "").isalpha() or normalize(word) != word or _BYNAME.search(f"{word} as "):
        return None
    low, script = fold(word), script_of(word)
    if low in _TELLING_WORDS or patronymic_root(word) or (len(low) < 2 and script != "Hang"):
        return None
    if script in _PLACE_TELLS or len(list(stretches(word))) != 1 or not spell_out(word).letters:
        return None
    return _part(word, Role.UNKNOWN, script)


@lru_cache(maxsize=32768)
def female_family(core: str) -> bool:
    """Whether a family name has the Slavic ending of a woman's."""
    return bool(_FEMALE_FAMILY.search(core))


@lru_cache(maxsize=32768)
def patronymic_root(core: str) -> str | None:
    """The father's name inside a Slavic patronymic, roughly; None if it is not one."""
    if core.isascii() and not core.lower().endswith(_LATIN_PATRONYMICS):
        return None
    found = _PATRONYMIC.search(core)
    return core[: found.start()] if found and found.start() >= 2 else None


@lru_cache(maxsize=32768)
def servant_of(core: str) -> str | None:
    """What follows "servant of" in a name such as Abdulkarim: what tells it from Abdulsalam. None for other names."""
    found = _SERVANT.match(core)
    return core[found.end() :] if found else None


def _family_first_comma(text: str) -> str:
    """Put a family name that stands first before a comma at the end; more than one comma is left alone."""
    head, comma, tail = text.partition(",")
    return f"{tail.strip()} {head.strip()}" if comma and tail.strip() and "," not in tail else text


def _without_glued_title(text: str) -> str:
    """A name without the Thai, Chinese or Japanese title that is written in one word with it."""
    if text.isascii() or not any("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u9fff" for c in text):
        return text
    return " ".join(_GLUED_TITLE.sub("", word) for word in text.split(" "))


def _spoken_out(text: str) -> str:
    """Words of descent in their short form, bynames without the word that brings them, initials one by one."""
    if "/" in text or " of " in text:
        for pattern, word in _CHILD_IN_WORDS:
            text = pattern.sub(word, text)
    if " " in text:
        text = _BYNAME.sub("", text)
    return (
        _DOTTED.sub(lambda found: " ".join(f"{c}." for c in found[0] if c != ".") + " ", text)
        if "." in text
        else text
    )


def _trim(word: str) -> str:
    if _SHORT.fullmatch(word):
        return word
    word = word.strip('-".:!?*#&+=~«»')
    return word if any(c.isalnum() for c in word) else ""


_CYRILLIC_TWINS = str.maketrans("AaBCcEeHIiKMOoPpTXxyYSsJjh", "АаВСсЕеНІіКМОоРрТХхуУЅѕЈјһ")
_LATIN_TWINS = str.maketrans("АаВСсЕеНІіКМОоРрТХхуУЅѕЈј", "AaBCcEeHIiKMOoPpTXxyYSsJj")


def _in_one_script(text: str) -> str:
    """Letters that look alike in Latin and Cyrillic, put back into the script of the rest of their word."""
    words = []
    for word in text.split(" "):
        latin = sum("a" <= c.lower() <= "z" for c in word)
        cyrillic = sum("\u0400" <= c <= "\u052f" for c in word)
        if latin and cyrillic:
            word = word.translate(_CYRILLIC_TWINS if cyrillic >= latin else _LATIN_TWINS)
        words.append(word)
    return " ".join(words)


def _script_pieces(word: str) -> list[str]:
    pieces = list(stretches(word))
    return [word] if len(pieces) <= 1 else [p for _, piece in pieces if (p := _trim(piece))]


def _join_words(words: list[str]) -> list[str]:
    """Put article to noun and abd to what follows; cut hyphens that join parts."""
    out: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        low = fold(word)
        rest = len(words) - at - 1
        if low in _SLAVES and rest:
            after = words[at + 1]
            if fold(after) in _LIGHT and rest > 1:
                after, at = words[at + 2], at + 1
            out.append(f"{word} {after}")
            at += 2
            continue
        if low in _LIGHT and rest:
            out.append(f"{word}-{words[at + 1].lstrip('-')}")
            at += 2
            continue
        if "-" in word and not _ARTICLE.match(word):
            first, _, tail = word.partition("-")
            if fold(first) in CHILD_OF and tail:
                out.append(word)  # a hyphen makes it a family name (Ben-David), not a chain
                at += 1
                continue
            if fold(first) in _SLAVES:
                out.append(word)
                at += 1
                continue
            out += [piece for piece in word.split("-") if any(c.isalnum() for c in piece)]
            at += 1
            continue
        out.append(word)
        at += 1
    return out


def _read_words(words: list[str]) -> list[NamePart]:
    parts: list[NamePart] = []
    child_next = 0
    kunya_next = False
    told = sum(1 for w in words if fold(w) not in _TITLES)
    for at, word in enumerate(words):
        low = fold(word)
        script = script_of(word)
        last = at == len(words) - 1
        if low in ("jr", "sr") and last and parts:
            continue
        if (
            low in _TITLES
            and told >= 1
            and (at == 0 or script in UNSPACED or (parts and parts[-1].role is Role.TITLE))
        ):
            parts.append(NamePart(word.rstrip("."), word.rstrip("."), Role.TITLE, script))
            continue
        if low in CHILD_OF and len(words) > 1 and (at > 0 or not last) and not (low == "b" and last):
            if low in _CHILD_AFTER and parts:
                parts[-1] = _part(parts[-1].text, Role.FATHER, parts[-1].script)
            elif at > 0:
                child_next += 1
                parts.append(NamePart(word, word, Role.PARTICLE, script))
                if script != "Hebr" or child_next > 1 or at < len(words) - 2 or low == "בת":
                    continue
                child_next = 0  # a Hebrew family name such as Ben David, not a chain
                continue
            parts.append(NamePart(word, word, Role.PARTICLE, script))
            continue
        if low in _KUNYA and not last:
            kunya_next = True
            parts.append(NamePart(word, word, Role.PARTICLE, script))
            continue
        if low in _PARTICLES and not last and len(words) > 2 and parts:
            parts.append(NamePart(word, word, Role.PARTICLE, script))
            continue
        if script in ("Hang", "Hani") and len(words) == 1 and 2 <= len(word) <= 5:
            parts += _east_asian(word, script)
            continue
        role = Role.UNKNOWN
        if kunya_next:
            role, kunya_next = Role.KUNYA, False
        elif child_next:
            fathers = sum(p.role in (Role.FATHER, Role.GRANDFATHER) for p in parts)
            role, child_next = (Role.FATHER if fathers == 0 else Role.GRANDFATHER), 0
        elif (len(low) == 1 or word.endswith(".")) and script not in UNSPACED and script != COMMON:
            role = Role.INITIAL
        elif (
            script in ("Cyrl", "Latn")
            and at > 0
            and (len(words) > 2 or low.endswith(_DAUGHTER))
            and patronymic_root(word)
        ):
            role = Role.FATHER
        if spell_out(word).letters:
            made = _part(word.rstrip("."), role, script)
            before = [p.text for p in _run_of_particles(parts)]
            if before and script == "Latn" and not made.other and low not in CHILD_OF:
                made = NamePart(made.text, made.core, made.role, made.script, "".join(before) + made.core)
            parts.append(made)
    return _mark_ends(parts)


def _run_of_particles(parts: list[NamePart]) -> list[NamePart]:
    """The particles right before what comes next, but those of descent: van der."""
    at = len(parts)
    while at and parts[at - 1].role is Role.PARTICLE and fold(parts[at - 1].text) not in CHILD_OF | _KUNYA:
        at -= 1
    return parts[at:]


def _mark_ends(parts: list[NamePart]) -> list[NamePart]:
    """With a chain or a patronymic the part before it is the given name and a part after it the family name."""
    fathers = [i for i, p in enumerate(parts) if p.role is Role.FATHER]
    if not fathers:
        return parts
    before = [i for i in range(fathers[0]) if parts[i].role is Role.UNKNOWN]
    after = [i for i in range(fathers[-1] + 1, len(parts)) if parts[i].role is Role.UNKNOWN]
    roles: dict[int, Role] = {}
    if before:
        roles[before[-1]] = Role.GIVEN
        for i in before[:-1]:  # Russian lists: family, given, father's
            roles[i] = Role.FAMILY if patronymic_root(parts[fathers[0]].core) else Role.GIVEN
    if after:
        roles[after[-1]] = Role.FAMILY
    return [NamePart(p.text, p.core, roles.get(i, p.role), p.script, p.other) for i, p in enumerate(parts)]


def _east_asian(word: str, script: str) -> list[NamePart]:
    # Chinese family names have one character but for a few; names of four and more are mostly Japanese, with two.
    cut = 2 if word[:2] in _TWO_LETTER_FAMILY or (script == "Hani" and len(word) >= 4) else 1
    if cut == len(word):
        cut = 1
    return [_part(word[:cut], Role.FAMILY, script), _part(word[cut:], Role.GIVEN, script)]


def _part(text: str, role: Role, script: str) -> NamePart:
    core = text
    if script == "Arab":
        core = text.replace("ال-", "ال").replace(" ", "")
    else:
        core = _ARTICLE.sub("", core)
        head, hyphen, tail = core.partition("-")
        core = tail if hyphen and fold(head) in CHILD_OF and tail else core
    core = core.replace(" ", "").replace("-", "").replace(".", "") or text
    bare = _GLUED_ARTICLE.sub("", core)
    if bare == core:
        return NamePart(text, core, role, script)
    # "Alfaro" has no article and "Alnajjar" has; both readings stay. In Arabic the article is the rule.
    if script == "Arab":
        return NamePart(text, bare, role, script, core)
    return NamePart(text, core, role, script, bare)
