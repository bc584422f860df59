"""Signs that two names are not one, though written nearly alike: sex, endings, marks, characters, known names.

In: names and parts. Out: yes or no, or the sex that a name tells.
Leaves to others: what a sign weighs (`evidence`).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from io import BytesIO

import numpy as np

from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import fold, normalize, words_of
from homeward.names.parts import generation_of, number_of, teens_in_one
from homeward.names.shipped import shipped
from homeward.names.symbols import spell_out

_FEMALE_WORDS = words_of(
    "mrs ms miss lady sister madam mme frau fräulein sra srta bint binti bent bat kyzy qizi гжа госпожа",
    "бинт кызы גב גברת בת السيدة الآنسة بنت خانم นาง นางสาว 女士 小姐 श्रीमती कुमारी",
)
_MALE_WORDS = words_of(
    "mr sir lord herr sr señor monsieur oglu oghlu ogly מר господин гн оглы оглу السيد آقای นาย 先生 श्री",
)
_ENDINGS = (
    ("овна", "f"), ("евна", "f"), ("івна", "f"), ("ївна", "f"), ("ична", "f"),
    ("ovna", "f"), ("evna", "f"), ("ivna", "f"), ("yivna", "f"),
    ("ович", "m"), ("евич", "m"), ("йович", "m"), ("ovich", "m"), ("evich", "m"), ("ovych", "m"), ("yovych", "m"),
    ("dóttir", "f"), ("dottir", "f"),
)  # fmt: skip
_EVERY_ENDING = tuple([ending for ending, _ in _ENDINGS])
_WRITING_VOWELS = frozenset(
    ["Latn", "Cyrl", "Grek", "Armn", "Geor", "Deva", "Beng", "Taml", "Telu", "Knda", "Mlym", "Gujr", "Guru"]
)
_TRADITIONAL = (
    "陳陈張张劉刘黃黄吳吴楊杨趙赵孫孙馬马羅罗鄭郑謝谢韓韩馮冯許许鄧邓蕭萧葉叶蘇苏盧卢蔣蒋賈贾閻阎鍾钟譚谭鄒邹陸陆賴赖龔龚龐庞顏颜倪倪嚴严溫温"
    "魯鲁韋韦聶聂齊齐莊庄關关費费紀纪項项連连駱骆樂乐歐欧陽阳鮑鲍衛卫應应寧宁單单華华國国偉伟強强傑杰麗丽靜静豔艳艷艳濤涛剛刚蘭兰紅红"
    "鳳凤龍龙飛飞東东雲云輝辉義义禮礼賢贤寶宝鑫鑫銀银鐵铁鋼钢鋒锋錦锦銘铭鈞钧鑑鉴鎮镇長长門门開开陳陈際际隨随隱隐難难電电雙双順顺頌颂"
    "顯显風风馨馨騰腾驗验麟麟齡龄勝胜動动勵励務务勛勋協协衝冲參参發发壽寿夢梦奮奋嬌娇嫻娴學学實实寬宽將将尋寻對对導导島岛嶺岭師师帥帅"
    "廣广慶庆憲宪懷怀戀恋揚扬振振晉晋曉晓暉晖會会業业極极榮荣橋桥機机歡欢歲岁漢汉潔洁澤泽瀾澜燁烨燈灯爾尔獻献瑩莹瓊琼璽玺畫画疊叠盡尽"
    "禎祯種种穎颖積积筆笔節节紅红純纯紹绍終终結结絕绝絲丝經经維维綺绮綱纲綠绿緒绪線线縣县績绩繼继纓缨聖圣聰聪聲声職职膽胆臨临興兴舉举"
    "藝艺蓮莲薩萨蘊蕴處处術术裝装見见觀观記记訓训詠咏詩诗誠诚語语說说課课論论諾诺謙谦講讲譽誉豐丰貝贝貞贞貴贵財财賀贺質质贊赞車车軍军"
    "軒轩輪轮農农達达遠远適适選选遙遥鄉乡醫医釗钊鈴铃鋭锐鏡镜閃闪間间閔闵闊阔陰阴隊队雋隽韻韵響响頂顶頁页領领題题類类飄飘養养駿骏鴻鸿"
    "鵬鹏鶴鹤鷹鹰黨党點点齊齐"
)
_SIMPLE = str.maketrans(dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=False)))
_WOMANS_ENDINGS = frozenset(("ina", "yna", "iye", "ella", "uhi", "owhi"))
_FINAL_LETTERS = str.maketrans("ךםןףץ", "כמנפצ")
_MAN_IN_I = re.compile(r"[jyi]?(\w{3,}?)(?:i|y|ii|iy|yi|ij)")
_WOMAN_IN_IA = re.compile(r"[jyi]?(\w{3,}?)(?:ia|iia|iya|ya|ija|ja)")
_GREEK_FAMILIES = tuple(
    (kind, re.compile(f"(?:{endings})$"))
    for kind, endings in (
        ("iadis", "ιαδης|ιαδου|iadis|iades|iadou|iadu"),
        ("idis", "ιδης|ιδου|idis|ides|idou|idu"),
        ("opoulos", "οπουλος|οπουλου|opoulos|opoulou|opulos|opulu|opoulo"),
        ("akis", "ακης|ακη|akis|aki|akes"),
        ("akos", "ακος|ακου|akos|akou"),
        ("ou", "ου|ou|u"),
    )
)
_HASHES = 6
_MEMORY = 65_536  # parts


def _lookalikes(groups: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in groups.split():
        for letter in group:
            found[letter] = found.get(letter, "") + group.replace(letter, "")
    return found


# Letters that are taken for each other in print or by hand. In Arabic dots alone tell many names apart: none there.
_LOOKALIKES = {
    "Hebr": _lookalikes("גנ דר הח חת סם ויזן כב מט עצ"),
    "Cyrl": _lookalikes("кн вб пл шщ ин лд сое ыи цщ"),
    "Hani": _lookalikes("末未 大犬太 土士 日曰 人入 己已巳 干千于 刀力 田由甲申 木本 天夫 午牛 鳥烏 "
                        "鸟乌 戊戌成 免兔 束東 卯印 "
                        "間問 网同 毛手 白自百 目且 古吉 今令 右石 失矢 佳住 埼崎 荻萩 祐裕 栗粟"),
    "Grek": _lookalikes("υν οσ"),
    "Armn": _lookalikes("ղդ ոս եէ"),
    "Geor": _lookalikes("ძმ ვგ ნხ"),
}  # fmt: skip


def sex_told(name: Name) -> str | None:
    """The sex, m or f, where titles, words of descent or patronymics say so; None where nothing does, or both."""
    parts, found = name.parts, ""
    last = len(parts) - 1
    for at, part in enumerate(parts):
        told = _kept_sexes.get(part.key)
        if told is None:
            told = _sexes_of(part)
        if told is not _NO_SEXES:
            found += told[0] + told[1] if 0 < at < last else told[0]
    return found[0] if found and found == found[0] * len(found) else None


_NO_SEXES = ("", "")
_kept_sexes: dict[str, tuple[str, str]] = {}


def _sexes_of(part: NamePart) -> tuple[str, str]:
    """The sexes that a part tells wherever it stands, and those that it tells as a middle name; kept for the next."""
    told = _sex_of_part(part.text, part.role), ""
    if not part.text.isascii():  # the middle names that every Vietnamese knows
        told = told[0], {"thị": "f", "văn": "m"}.get(unicodedata.normalize("NFC", part.text).casefold(), "")
    if len(_kept_sexes) > _MEMORY:
        _kept_sexes.clear()
    told = _kept_sexes[part.key] = _NO_SEXES if told == _NO_SEXES else told
    return told


def _sex_of_part(text: str, role: Role) -> str:
    """The sexes that a part tells, m and f; often none, sometimes both."""
    low = fold(text)
    if low in _FEMALE_WORDS:
        return "f"
    if low in _MALE_WORDS and role in (Role.TITLE, Role.PARTICLE):
        return "m"
    if len(low) > 5 and low.endswith(_EVERY_ENDING):
        return "".join([sex for ending, sex in _ENDINGS if low.endswith(ending)])
    return ""


def generation_told(name: Name) -> str | None:
    """Which of several people of one name it is, younger, elder, third, where the first or the last word says so."""
    return _generation_in(name.text)


@lru_cache(maxsize=32768)
def _generation_in(text: str) -> str | None:
    words = teens_in_one(text.replace("-", " ") if "-" in text else text).split()
    if len(words) < 2:
        return None
    told = generation_of(words[-1]) or generation_of(words[0], first=True)
    if told or text.isupper():
        return told
    return next((told for told in map(number_of, words[1:]) if told), None)


def child_and_parent(one: Name, other: Name) -> bool:
    """Whether each is called by a name made from the other's given name: Einar Jónsson and Jón Einarsson."""
    if one.script != other.script:
        return False
    first, second = _first_of_own(one), _first_of_own(other)
    if first is None or second is None:
        return False
    return _has_one_made_from(one, first, second) and _has_one_made_from(other, second, first)


def _first_of_own(name: Name) -> NamePart | None:
    for part in name.telling:
        if part.role is not Role.FATHER:
            return part
    return None


def _has_one_made_from(name: Name, own: NamePart, given: NamePart) -> bool:
    """Whether a part of a name besides the given name is made from another's given name."""
    short = fold(given.core)
    stem = short[:-1] if len(short) > 4 else short
    if len(stem) < 3:
        return False
    least = len(short) + 2
    for part in name.telling:
        if part is not own and len(long := fold(part.core)) >= least and long.startswith(stem):
            return True
    return False


def endings_of_man_and_woman(one: NamePart, other: NamePart) -> bool:
    """Whether two parts are alike but for an ending that tells a man's from a woman's: Branko and Branka."""
    if one.script == other.script and one.script in ("Arab", "Hebr"):
        a, b = sorted((fold(one.core).translate(_FINAL_LETTERS), fold(other.core).translate(_FINAL_LETTERS)), key=len)
        return len(a) >= 3 and len(b) == len(a) + 1 and b[:-1] == a and b[-1] in "ةهہה"
    if one.script in ("Arab", "Hebr") or other.script in ("Arab", "Hebr"):
        bare, voiced = (one, other) if one.script in ("Arab", "Hebr") else (other, one)
        last = _latin(voiced.core)[-1:] if voiced.script in _WRITING_VOWELS else ""
        if bare.core[-1:] in "ةهہה":  # the ending of a woman, beside a name that ends with a consonant
            return last != "" and last not in "aeiouyh"
        return last == "a" and bare.core[-1:] not in "اىيیوآءئאהויעۀےۓ"
    if one.script not in _WRITING_VOWELS or other.script not in _WRITING_VOWELS:
        return False
    a, b = sorted((_latin(one.core), _latin(other.core)), key=len)
    man, woman = _MAN_IN_I.fullmatch(a), _WOMAN_IN_IA.fullmatch(b)
    if man and woman and man[1] == woman[1]:  # Evgeny and Evgenia
        return True
    if len(a) > 3 and _womans_of_mans(a, b):
        return True
    if len(a) < 3 or len(b) > len(a) + 1:
        return False
    if len(a) == len(b):
        return a[:-1] == b[:-1] and {a[-1], b[-1]} in ({"o", "a"}, {"e", "a"}, {"y", "a"}, {"u", "a"}, {"i", "a"})
    return b in (a + "a", a + "e") or (a[-1] in "ae" and b == a + "s")


def _womans_of_mans(one: str, other: str) -> bool:
    """Whether a longer ending makes a woman's name of a man's: Giorgina, Mehdiye, Vasylyna, Arsenuhi, Hovhanna."""
    a, b = sorted((one, other), key=len)
    stem = a[:-1] if a[-1] in "iyu" else a
    if b.startswith(stem) and b[len(stem) :] in _WOMANS_ENDINGS:
        return True
    return (one[-1] == "a" and other == one[:-1] + "es") or (other[-1] == "a" and one == other[:-1] + "es")


@lru_cache(maxsize=32768)
def greek_family(core: str) -> str | None:
    """Which ending makes a Greek family name of a given name: the same for Georgiadis and Georgiadou, not Georgiou.

    In Greek letters or Latin ones; None where there is none, or what is before it is too short for a name.
    """
    low = fold(core)
    return next((kind for kind, ending in _GREEK_FAMILIES if (at := ending.search(low)) and at.start() >= 3), None)


def greek_families_differ(one: NamePart, other: NamePart) -> bool:
    """Whether two parts, one in Greek letters at least, are family names made with two endings."""
    if "Grek" not in (one.script, other.script):
        return False
    here, there = greek_family(one.core), greek_family(other.core)
    return here is not None and there is not None and here != there


def misread(one: NamePart, other: NamePart) -> bool:
    """Whether two parts of one script differ only in letters that a reader, or a scanner, takes for each other."""
    if one.script != other.script or one.script not in _LOOKALIKES:
        return False
    alike = _LOOKALIKES[one.script]
    a, b = fold(one.core), fold(other.core)
    differing = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return (
        len(a) == len(b) >= (2 if one.script == "Hani" else 4)
        and 0 < len(differing) <= 1 + len(a) // 4
        and all(y in alike.get(x, "") for x, y in differing)
    )


_SERBIAN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i", "ј": "j",
    "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
})  # fmt: skip


def serbian_in_latin(one: str, other: str) -> bool:
    """Whether one part is the other letter by letter, as Serbian is written in both scripts."""
    a, b = one.casefold().translate(_SERBIAN), other.casefold().translate(_SERBIAN)
    return a == b or (len(a) > 3 and fold(a) == fold(b))


def marks_differ(one: NamePart, other: NamePart) -> bool:
    """Whether both are written with marks, and with others: Hùng and Hưng. Who leaves marks out leaves all out."""
    if one.script != "Latn" or other.script != "Latn" or one.core.isascii() or other.core.isascii():
        return False
    a, b = normalize(one.core).casefold(), normalize(other.core).casefold()
    return a != b and not a.isascii() and not b.isascii()


def characters_differ(one: NamePart, other: NamePart) -> bool:
    """Whether two parts in Chinese characters, or in Korean syllables, are written with others.

    Korean spellings that North and South write differently at the head of a word (Ri, I) are one, and so are two
    vowels that sound alike today.
    """
    if one.script != other.script:
        return False
    if one.script == "Hani":
        return simplified(one.core) != simplified(other.core)
    return one.script == "Hang" and _as_in_seoul(one.core) != _as_in_seoul(other.core)


@lru_cache(maxsize=32768)
def _as_in_seoul(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).replace("ᅢ", "ᅦ").replace("ᅤ", "ᅨ")
    if letters[1:2] and letters[1] in "ᅣᅧᅭᅲᅵᅨ" and letters[0] in "ᄅᄂ":
        return "ᄋ" + letters[1:]
    return "ᄂ" + letters[1:] if letters[:1] == "ᄅ" else letters


def simplified(text: str) -> str:
    """Chinese characters common in names in their simplified form."""
    return text.translate(_SIMPLE)


def both_attested(one: NamePart, other: NamePart) -> bool:
    """Whether both are parts of known people's names in one script, so that neither is a slip for the other."""
    return one.script == other.script and attested(fold(one.core)) and attested(fold(other.core))


def attested(folded: str) -> bool:
    """Whether a folded part is in the training data's vocabulary; wrong once in a hundred times for what is not."""
    bits = _bits()
    return all(bits[place >> 3] >> (place & 7) & 1 for place in places_of(folded, len(bits) * 8))


def places_of(folded: str, size: int) -> list[int]:
    """The bits of a text in a filter of so many. Method: Bloom (1970), Kirsch and Mitzenmacher (2006)."""
    data = folded.encode("utf-8", "surrogatepass")
    first, second = zlib.crc32(data), zlib.adler32(data[::-1]) * 2654435761 | 1
    return [(first + n * second) % size for n in range(_HASHES)]


@lru_cache(maxsize=1)
def _bits() -> bytes:
    return bytes(np.load(BytesIO(shipped("attested.npy"))))


@lru_cache(maxsize=32768)
def _latin(core: str) -> str:
    return "".join(spell_out(core).bases)
