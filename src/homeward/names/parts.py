"""A written name cut into its parts, and what each part is, where the writing says so.

In: a name in any script. Out: `Name`.
Leaves to others: which part of another name each answers to (`align`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import LONGEST, fold, normalize, words_of
from homeward.names.romanise import pinyin_of
from homeward.names.script import COMMON, UNSPACED, script_of, stretches
from homeward.names.symbols import spell_out
from homeward.names.tables import listed_kinds

MOST_PARTS = 9

_GENERATIONS = {
    word: told
    for told, words in (
        ("younger", "jr jnr junior jun ii fils мл младший filho hijo d.j jüngere jun ifj ifjabb mladší"),
        ("elder", "sr snr senior sen père ст старший d.ä d.a ältere id idősb starší"),
        ("third", "iii 3rd neto"),
        ("fourth", "iv 4th bisneto"),
        ("nephew", "sobrinho sobrino"),
    )
    for word in words.split()
}
# Words that number those of one name wherever they stand behind it: Baldwin III of ..., in Hebrew השלישי. Not the
# first of a name, whom few number, and not what is a name too (Vi, Xi; in Arabic the Second is a family).
_NUMBERED = {
    word: told
    for told, words in (
        ("younger", "השני второй"),
        ("third", "iii השלישי الثالث третий третій 3세"),
        ("fourth", "iv הרביעי الرابع четвертый четвертий 4세"),
        ("5th", "החמישי الخامس пятый 5세"),
        ("6th", "השישי הששי السادس шестой 6세"),
        ("7th", "vii השביעי السابع седьмой 7세"),
        ("8th", "viii השמיני الثامن восьмой 8세"),
        ("9th", "ix התשיעי التاسع девятый 9세"),
        ("10th", "העשירי العاشر десятый 10세"),
        ("11th", "האחדעשר الحاديعشر 11세"),
        ("12th", "xii השניםעשר השנייםעשר الثانيعشر 12세"),
        ("13th", "xiii השלושהעשר الثالثعشر 13세"),
        ("14th", "xiv הארבעהעשר الرابععشر 14세"),
        ("15th", "xv החמישהעשר الخامسعشر 15세"),
        ("16th", "xvi השישהעשר السادسعشر 16세"),
        ("17th", "xvii השבעהעשר السابععشر 17세"),
        ("18th", "xviii השמונהעשר الثامنعشر 18세"),
    )
    for word in words.split()
}
_NUMBERED_IN_CAPITALS = {"II": "younger", "VI": "6th", "XI": "11th"}
_TEEN = frozenset(("עשר", "عشر"))
_TEENS = re.compile(r"\b(ה(?:אחד|שנים|שניים|שלושה|ארבעה|חמישה|שישה|שבעה|שמונה)|ال\w{4,6})[ -](עשר|عشر)\b")
_BEFORE = words_of("ifj ifjabb id idősb")
_CHILD_AFTER = words_of(
    "oglu oghlu ogli ugli kyzy qizi qızı kızı kizi gizi uulu uly tegin",
    "оглы оглу кызы углы угли тегин уғли ўғли ұлы улы",
    "уулу қызы қизи кизи ძე",
)
CHILD_OF = _CHILD_AFTER | words_of(
    "bin ibn ben bar bint bat binti bent ould ibnu bn b بن ابن إبن بنت ولد בן בת בר אבן бин ибн бен бинт",
    "மகன் மகள்",
)
_PARTICLES = words_of(
    "of de da do dos das del della di du la le les van von der den ten ter zu af av el al as e y und al- ال",
    "אל де да ди ван фон дер ла ле эль аль דה די ואן פון דל לה ון ח' دي دا فان فون آل",
)
_TITLES = words_of(
    "mr mrs ms miss dr prof professor sir lady sheikh shaikh shaykh haj hajj hajji haji mullah imam",
    "sayyid capt captain col colonel gen general maj major lt lieutenant sgt pvt private rabbi father",
    "sister eng jr sr engineer adv г гр гн д-р др проф капитан майор полковник рядовой сержант лейтенант",
    "ст мл мр דר פרופ מר גב גברת רב הרב סמל סרן רסן אלוף סגן טוראי עוד الشيخ شيخ الحاج حاج د دكتور",
    "الدكتور السيد سيد السيدة استاذ المهندس مهندس العقيد النقيب الرائد ملا آقای خانم دکتر คุณ นาย นาง",
    "นางสาว 씨 님 군 양 先生 女士 さん",
    "الدكتورة دكتورة الاستاذ الاستاذة استاذة المحامي المحامية الحاجة حاجة",
    "الانسة المهندسة مهندسة اقا جناب محترم محترمه श्री श्रीमती डॉ ডা ดร ครู",
    "господин госпожа гжа гражданин гражданка гка пан пані инж herr frau",
    "fräulein monsieur madame mme mlle maître señor señora sra srta senhor",
    "senhora signor signora dott dottor dottssa bayan encik puan cik bapak",
    "ibu bwana ndugu mzee አቶ ወሮ ወይዘሮ ወይዘሪት ዶር திரு திருமதி պարոն տիկին ბატონი",
    "ქალბატონი κος κα κυριος κυρια dra ing arq lic hadji alhaji hajiya",
    "sergeant corporal brig ltn hauptmann oberst leutnant feldwebel cabo",
    "sargento teniente capitán coronel soldado capitaine lieutenantcolonel",
    "caporal adjudant старшина ефрейтор подполковник матрос солдат капітан",
    "молодший лейтенант дипл סמר רבט סאל אלמ תאל רסל רסר קצין المقدم الملازم",
    "العميد اللواء العريف الرقيب الجندي الدكتور القاضي الخوري المطران المختار",
    "سرهنگ سروان سرباز ستوان حاجی کربلایی مشهدی مهندس بانو دوشیزه ڈاکٹر",
    "مولانا بیگم صوبیدار albay yüzbaşı onbaşı çavuş 박사 교수 선생 선생님 목사 여사 대위 병장",
    "일병 이병 상병 小姐 博士 教授 同志 老师 様 सुश्री प्रो कर्नल พันเอก รอยโท พลทหาร",
    "สิบเอก pani mgr inż kpt płk sierż szer paní mudr bc gđa dl dna domnul",
    "doamna dkt bw bpk hj drs mudane marwo sheekh мырза դոկտոր դოքտորი",
    "დოქტორი ბნი ქნი dhr mevr meneer mevrouw sig sigra avv cav fru fröken",
    "frøken δρ λοχαγος ሻምበል ኮሎኔል መምህር ቄስ malam mallam ustaz ustad maulana",
    "mawlana shri smt datuk datin",
)
_TITLES_BEFORE_TWO = words_of("don doña dona dato")  # at the head of a name with a given and a family name
# Words that stand where a name is not known. They tell nobody from anybody.
_PLACEHOLDERS = words_of(
    "unknown unidentified unnamed fnu lnu inconnu inconnue unbekannt desconocido desconocida",
    "desconhecido sconosciuto nieznany nieznana bilinmiyor",
    "неизвестен неизвестна неизвестно неизвестный неизвестная невідомо невідомий невідома",
    "مجهول مجهولة نامعلوم אלמוני אלמונית 不明 불명 अज्ञात",
)
_TITLES_BEHIND = words_of(
    "bey bəy hanım hanim xanım efendi khanum sahib saheb sahab صاحب خانم افندي أفندي бей ханум мырза ханым phd esq",
)
_ENDINGS = words_of(
    "zade zadeh zadə zada zoda zodeh zod заде зода زاده pour pur poor nejad nezhad nia پور نژاد نیا",
)
_KUNYA = words_of(
    "abu abou aboo ebu um umm oum أبو ابو أم ام אבו אום абу умм",
)
_SLAVES = words_of(
    "abd abdul abdel abdal abdol abdoul عبد עבד עבדול עבדל абд абдул абдель абдул",
)
_SERVANT = re.compile(r"(?:abd[aeiou]?l?-?|cabdi|عبدال|عبد|абд[уеао]?ль?-?|עבדא?ו?ל?)(?=\w{4})", re.IGNORECASE)
_SERVANT_HEADS = frozenset("aAcCعаАע")  # what each of these begins with
_FAITH_ENDS = frozenset("nNeEنןнН")  # what each of the next ends with
# "Of the faith", which stands in one word with what is before it or apart: Noureddine, Nur al-Din, نور الدين.
_FAITH_APART = re.compile(r"[aeu][ld]-?d[ie]{1,2}n+e?|ال-?د[يی]ن|(?:אל-?|א-)דין|[аэеу][дл]-дин", re.IGNORECASE)
_FAITH = re.compile(
    r"(?:(?:[aeiou]|(?<=[aeiou]))(?:[ld]-?d)|(?<=\w{3})ud)[ie]{1,2}n+e?$|ال-?د[يی]ن$|(?:אל-?|א-?)דין$|[уаеэ][дл]-?дин$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(al|el|ul|ur|us|ud|uz|ush|as|ash|ar|an|az|at|ad|ed|es|er|et|аль|эль|аш|ас|ар|ан|ад|אל|א)-(?=\w)", re.IGNORECASE
)
_LIGHT = frozenset(["al", "el", "αλ", "ελ", "ul", "il", "ur", "us", "ud", "uz", "ush", "ال", "אל", "аль", "эль"])
_GLUED_ARTICLE = re.compile(r"^(?:[وبلفك]?ال(?=..)|אל(?=...)|[AaEe]l(?=[bcdfghjkmnpqrstvwyz]\w{3}))")
_TELLING_WORDS = frozenset().union(
    *(CHILD_OF, _PARTICLES, _TITLES, _TITLES_BEHIND, _KUNYA, _SLAVES, _LIGHT, _GENERATIONS, _PLACEHOLDERS),
    _NUMBERED,
    _TITLES_BEFORE_TWO,
    ("of", "aka", "alias", "known", "vi", "xi"),
)
_PLACE_TELLS = UNSPACED - {"Hang"} | {COMMON, "Thai"}  # scripts in which a word is cut, or loses a title at its end
_MAYBE_PATRONYMIC = tuple(words_of("uly yzy ich vych wic vna wna chna oglu oghlu ogli"))  # of ASCII letters
# HaLevi is Levi. Only before names that are known to take the article: many a Hebrew name begins with its letter.
_HEBREW_ARTICLE = re.compile(
    r"(?:ha(?=(?:[ck]ohen|lev[iy])$)|ה(?=(?:כהן|לוי|ישראלי|גלילי|ספרדי|צרפתי|אשכנזי)$))", re.I
)
_PATRONYMIC = re.compile(
    r"(ұлы|қызы|улы|кызы|uly|qyzy|kyzy|ович|евич|ійович|йович|[аеоі]віч|ич|ыч|овна|евна|івна|ївна|[аоеэ]ўна|ична|инична|owi[cç]|ewi[cç]|owna|ewna|ovich|evich|ovych|yevich|ovna|evna|ivna|yivna|ichna)$",
    re.I,
)
# Stand in Hebrew family names, in a word with what follows or apart.
_FAMILY_WITH_SON = frozenset(["ben", "bar", "bat", "בן", "בר", "בת"])
_SON_AT_END = re.compile(r"(?<=\w{3})(o[gğ]h?lu|оглу|оглы|o[gʻ‘']?g[ʻ‘']?li)$", re.I)
_CHILD_IN_WORDS = (
    (re.compile(r"\b(?:s\s*/\s*o|son of)\b", re.I), "bin"),
    (re.compile(r"\b(?:d\s*/\s*o|daughter of)\b", re.I), "bint"),
)
_BYNAME = re.compile(r"\b(?:a\.?k\.?a\.?|alias|(?:also )?known as)(?=\s)", re.I)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")  # A.K.M.
_SHORT = re.compile(r"(?:[^\W\d_]|[\u0900-\u109f]){1,3}\.$")  # Ph., Yu.
_GLUED_TITLE = re.compile(
    r"^(?:นางสาว|นาง|นาย|คุณ|เด็กชาย|เด็กหญิง)(?=[\u0e00-\u0e7f]{2})|(?<=[\u3040-\u9fff]{2})(?:先生|女士|小姐|さん|様|氏)$"
)
_SPLIT = re.compile(r"[\s,;/()\[\]{}|<>_،؛、]+")
_TWO_LETTER_FAMILY = words_of(
    "남궁 황보 제갈 사공 선우 서문 독고 欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 夏侯 慕容",
)
_FAMILY_ENDING = re.compile(
    r"(y?[oe]va?|l[ıiuü]|zad[əea]h?|zoda?|-?o[gğ]h?lu|[оеё]ва?|ли|лы|зад[еэ]|зода?|оглу|زاده|لی)$", re.I
)
_SON_OR_FAMILY = re.compile(r"(віч|ович|евич|йович|ovich|evich|ovych|yevich)$")  # at the end of a name: of either
_SLAVIC_FAMILY = re.compile(
    r"(ов|ев|ёв|ин|ын|[сц]к[иі]й|[сц]кой|енко|[ую]к|ець|ец|ян|швили|дзе|[оеё]ва|ко|ых|их|ай|ов|[oe]v|in|yn|"
    r"[sc]k[iy]y?|enko|[uy]u?k|ets|yan|ian|shvili|dze|ova|eva|ko|ykh|ikh)$",
    re.I,
)
_DAUGHTER = (
    "овна",
    "евна",
    "івна",
    "ївна",
    "ovna",
    "evna",
    "ivna",
    "ұлы",
    "қызы",
    "uly",
    "qyzy",
)  # endings of no family name
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
    clean = _without_glued_title(
        _spoken_out(_family_first_comma(teens_in_one(_without_other_script(normalize(text)))))
    )
    main = script or script_of(clean)
    if not clean.isascii():
        clean = _in_one_script(clean)
    words = [w for w in (_trim(w) for w in _SPLIT.split(clean)) if w][: MOST_PARTS * 2]
    words = [piece for word in words for piece in _script_pieces(word)]
    words = _join_words(words)
    parts = _all_in_pinyin(_read_words(words)[:MOST_PARTS])
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
    script = parts[0].script
    for part in parts:
        if part.script != script:
            return Name(text, script_of(text), tuple(parts))
    return Name(text, script, tuple(parts))


@lru_cache(maxsize=131072)
def _plain_word(word: str) -> NamePart | None:
    """A word as the same part wherever it stands; None where its place or its neighbours may change that."""
    if word in _TEEN or _FAITH_APART.fullmatch(word):  # belongs to the word before it
        return None
    if word.isascii() and word.isalpha():
        low = word.lower()
        if (
            len(low) < 2
            or low in _TELLING_WORDS
            or low.endswith(_MAYBE_PATRONYMIC)
            or (
                low[-2] == "u" and len(low) > 4  # may end with the article of the next
            )
        ):
            return None
        return NamePart(word, word, Role.UNKNOWN, "Latn") if low[0] not in "ae" else _part(word, Role.UNKNOWN, "Latn")
    if not word.replace("'", "").isalpha() or normalize(word) != word or _BYNAME.search(f"{word} as "):
        return None
    low, script = fold(word), script_of(word)
    if low in _TELLING_WORDS or patronymic_root(word) or (len(low) < 2 and script != "Hang"):
        return None
    if word.casefold() in _GENERATIONS or number_of(word):  # which are told with their marks: "idősb"
        return None
    if script in _PLACE_TELLS or len(list(stretches(word))) != 1 or not spell_out(word).letters:
        return None
    return _part(word, Role.UNKNOWN, script)


@lru_cache(maxsize=32768)
def female_family(core: str) -> bool:
    """Whether a family name has the Slavic ending of a woman's."""
    return bool(_FEMALE_FAMILY.search(core))


def generation_of(word: str, *, first: bool = False) -> str | None:
    """Which of several people of one name a word tells: "younger", "elder", "third" ... None for other words.

    Args:
        first: the word stands before the name; few do there, and Junior is a given name, too.
    """
    bare = word.strip("().,").casefold()
    return _GENERATIONS.get(bare) if not first or bare in _BEFORE else None


def number_of(word: str) -> str | None:
    """Which of one name a word numbers where it stands behind the name, in the words of `generation_of`; or None."""
    return _NUMBERED_IN_CAPITALS.get(word) or _NUMBERED.get(word.strip("().,").casefold())


def teens_in_one(text: str) -> str:
    """A name with the numbers above ten that are written in two words, in Hebrew and Arabic, put into one."""
    return _TEENS.sub(r"\1\2", text) if "עשר" in text or "عشر" in text else text


@lru_cache(maxsize=32768)
def family_root(core: str) -> str | None:
    """A family name without an ending that today stands in the place of -ov: İsgəndər. Or None."""
    found = _FAMILY_ENDING.search(core)
    return core[: found.start()] if found and found.start() >= 3 else None


@lru_cache(maxsize=32768)
def patronymic_root(core: str) -> str | None:
    """The father's name inside a Slavic patronymic, roughly; None if it is not one."""
    found = _PATRONYMIC.search(core) or _SON_AT_END.search(core)
    return core[: found.start()] if found and found.start() >= 2 else None


def servant_of(core: str) -> str | None:
    """What follows "servant of" in a name such as Abdulkarim: what tells it from Abdulsalam. None for other names."""
    return _servant_of(core) if core[:1] in _SERVANT_HEADS else None


@lru_cache(maxsize=32768)
def _servant_of(core: str) -> str | None:
    found = _SERVANT.match(core)
    return core[found.end() :] if found else None


def before_faith(core: str) -> str | None:
    """What stands before "of the faith": what tells Jamaluddin from Kamaluddin. None for other names."""
    return _before_faith(core) if core[-1:] in _FAITH_ENDS else None


@lru_cache(maxsize=32768)
def _before_faith(core: str) -> str | None:
    found = _FAITH.search(core)
    return core[: found.start()] if found and found.start() >= 2 else None


def _family_first_comma(text: str) -> str:
    """Put a family name that stands first before a comma at the end; more than one comma is left alone."""
    head, comma, tail = text.partition(",")
    return f"{tail.strip()} {head.strip()}" if comma and tail.strip() and "," not in tail else text


def _without_other_script(text: str) -> str:
    """A name without what stands in brackets behind it in another script: the same name once more."""
    if text[-1:] not in (")", "]", "）"):
        return text
    head, inside = text[: (at := max(map(text.rfind, "([（")))].strip(), text[at + 1 : -1]
    scripts = script_of(head), script_of(inside)
    return head if at > 0 and COMMON not in scripts and scripts[0] != scripts[1] else text


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
        faith = _faith_behind(words, at, low)
        if faith:
            out.append(f"{word} {faith}")
            at += 3 if fold(words[at + 1]) in _LIGHT else 2
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
            if fold(first) in _SLAVES or _one_word(first, tail):
                out.append(word)
                at += 1
                continue
            out += _join_words([piece for piece in word.split("-") if any(c.isalnum() for c in piece)])
            at += 1
            continue
        out.append(word)
        at += 1
    return out


def _faith_behind(words: list[str], at: int, low: str) -> str | None:
    """The "al-Din" that belongs to a word before it, or None; a name of one word and Uddin stays two parts."""
    rest = len(words) - at - 1
    if not rest or low in CHILD_OF or low in _TITLES or low in _LIGHT or len(low) < 3:
        return None
    after = words[at + 1]
    if fold(after) in _LIGHT and rest > 1 and _FAITH_APART.fullmatch(f"al-{words[at + 2]}"):
        return f"{after}-{words[at + 2]}"
    if _FAITH_APART.fullmatch(after) and (len(words) > 2 or "-" in after or not after.isascii()):
        return after
    return None


def _one_word(first: str, tail: str) -> bool:
    """Whether a hyphen stands inside one part: Vəli-zadə, Chih-mou. A second part has a capital."""
    if fold(tail) in _ENDINGS:
        return True
    if fold(tail) in _CHILD_AFTER:
        return False
    cased = first[:1].isupper() and tail.islower() and "-" not in tail
    return cased and len(first) > 1 and len(tail) > 1 and fold(first) not in _KUNYA | _PARTICLES


def _read_words(words: list[str]) -> list[NamePart]:
    parts: list[NamePart] = []
    child_next = 0
    kunya_next = False
    told = sum(1 for w in words if fold(w) not in _TITLES)
    for at, word in enumerate(words):
        low = fold(word)
        script = script_of(word)
        last = at == len(words) - 1
        if low in _PLACEHOLDERS:
            parts.append(NamePart(word, word, Role.PARTICLE, script))
            continue
        if len(words) > 1 and (last or not at) and generation_of(word, first=not last):
            continue
        if at and number_of(word) and (not word.isupper() or not _all_capitals(words)):
            continue
        if (
            (
                low in _TITLES
                and told >= 1
                and (at == 0 or script in UNSPACED or (parts and parts[-1].role is Role.TITLE))
            )
            or (not at and told > 2 and low in _TITLES_BEFORE_TWO)
            or (last and told > 2 and low in _TITLES_BEHIND)
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
        if script in ("Hang", "Hani") and told == 1 and 2 <= len(word) <= 5:
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
            and (not last or not _SON_OR_FAMILY.search(low) or _SLAVIC_FAMILY.search(words[0]))
            and (patronymic_root(word) or (not last and _SON_AT_END.search(word)))
        ):
            role = Role.FATHER
        if spell_out(word).letters:
            made = _part(word.rstrip("."), role, script)
            made = _without_article_behind(made, words[at + 1 : at + 2])
            if (last or len(parts) == 1) and not made.other and parts and fold(parts[-1].text) in _FAMILY_WITH_SON:
                made = NamePart(made.text, made.core, made.role, script, parts[-1].text + made.core)
            before = [p.text for p in _run_of_particles(parts)]
            if before and script == "Latn" and not made.other and low not in CHILD_OF:
                made = NamePart(made.text, made.core, made.role, made.script, "".join(before) + made.core)
            parts.append(made)
    return _mark_ends(parts)


def _all_capitals(words: list[str]) -> bool:
    """Whether a name in capitals throughout hides which of its words are numbers."""
    return all(word.isupper() or number_of(word) for word in words) and words[0].isupper()


def _all_in_pinyin(parts: list[NamePart]) -> list[NamePart]:
    """Where one part is surely written in Wade-Giles (Chih-mou), the others may be, too: Hsieh is Xie."""
    if not any("-" in p.text and p.other and p.other == pinyin_of(p.text) for p in parts):
        return parts
    return [
        NamePart(p.text, p.core, p.role, p.script, made)
        if not p.other and p.script == "Latn" and (made := pinyin_of(p.core)) and made != fold(p.core)
        else p
        for p in parts
    ]


def _without_article_behind(part: NamePart, after: list[str]) -> NamePart:
    """A part that may end with the article of the next: Ziaur Rahman is Zia ur-Rahman, Noorul Amin Noor ul-Amin."""
    low = part.core.lower()
    if not after or part.other or part.script != "Latn" or len(low) < 5 or low[-2] != "u" or not low.isascii():
        return part
    first = after[0][0].lower()
    if first == low[-1] != "l" or (low[-1] == "l" and first in "abfghijkmquwy"):
        return NamePart(part.text, part.core, part.role, part.script, part.core[:-2])
    return part


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
    if after and not fathers[0] and len(fathers) == 1:  # Hüseyin oğlu Mehmet
        roles[after.pop(0)] = Role.GIVEN
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
    if script == "Hani":  # where the tables know a longer family name, it is Japanese
        cut = next((longer for longer in (3, 2) if longer < len(word) and "s" in listed_kinds(word[:longer])), cut)
    if cut == len(word):
        cut = 1
    return [_part(word[:cut], Role.FAMILY, script), _part(word[cut:], Role.GIVEN, script)]


def _part(text: str, role: Role, script: str) -> NamePart:
    core = text
    if script == "Arab":
        core = text.replace("ال-", "ال").replace(" ", "")
    else:
        core = _ARTICLE.sub("", core)
        if core != text and core[0] in "AEIOUaeiou":
            return NamePart(text, core, role, script, text.replace("-", ""))  # Al Amin is Alamin, too
        head, hyphen, tail = core.partition("-")
        if hyphen and tail and fold(head) in CHILD_OF:
            return NamePart(text, tail.replace("-", ""), role, script, head + tail.replace("-", ""))
    pinyin = pinyin_of(core) if script == "Latn" and ("-" in core or "'" in core) else None
    core = core.replace(" ", "").replace("-", "").replace(".", "") or text
    article = _HEBREW_ARTICLE.match(core)
    if article:
        return NamePart(text, core[article.end() :], role, script, core)
    if pinyin and pinyin != fold(core):
        return NamePart(text, core, role, script, pinyin)
    bare = _GLUED_ARTICLE.sub("", core)
    if bare == core:
        return NamePart(text, core, role, script)
    # "Alfaro" has no article and "Alnajjar" has; both readings stay. In Arabic the article is the rule.
    if script == "Arab":
        return NamePart(text, bare, role, script, core)
    return NamePart(text, core, role, script, bare)
