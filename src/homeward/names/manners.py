"""A Latin form as it would be written the English way, were it written in the manner of another language.

In: a name part in Latin letters. Out: readings: "Cukierman" is Tsukerman if it is Polish, "Xuseen" Huseen if Somali.
Leaves to others: whether two readings are one name (`likeness`).

Each manner is a row of replacements tried from left to right at each place, the longer first. A manner is only a
guess, so two parts are read this way only where their consonants come out the same (`shared_readings`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MANNERS = {
    "Polish": "szcz>shch sz>sh cz>ch rz>zh ż>zh ź>zh ś>sh ć>ch dż>j dź>j ch>kh c>ts w>v j>y ł>l ń>n ó>u ie>e",
    "German": "tsch>ch dsch>j sch>sh ch>kh tz>ts z>ts w>v j>y ei>ai ey>ai eu>oy äu>oy",
    "French": "tch>ch dj>j ch>sh oui>wi oua>wa oue>we ou>u gui>gi gue>ge qu>k ç>s ce>se ci>si dia>ja gn>ny j>zh"
    " eau>o oi>wa ï>i aoui>awi aou>au",
    "Italian": "gli>li gn>ny chi>ki che>ke cia>cha cio>cho ci>chi ce>che gi>ji ge>je z>ts",
    "Spanish": "j>h ñ>ny ll>y qu>k gui>gi gue>ge z>s v>b ce>se ci>si ge>he gi>hi hu>w",
    "Portuguese": "nh>ny lh>ly ch>sh x>sh j>zh ç>s ão>an qu>k",
    "Hungarian": "sz>s s>sh cs>ch zs>zh gy>dy ty>ch cz>ts c>ts j>y ly>y ö>o ü>u w>v",
    "Czech": "š>sh č>ch ć>ch ž>zh ch>kh c>ts j>y ř>rzh ě>ie ď>d ť>t ň>n",
    "Croatian": "š>sh č>ch ć>ch ž>zh c>ts lj>ly nj>ny dž>j dj>j đ>j j>y h>kh",
    "Romanian": "ș>sh ş>sh ț>ts ţ>ts chi>ki che>ke ghi>gi ghe>ge ci>chi ce>che gi>ji ge>je j>zh ă>a â>i î>i",
    "Turkish": "c>j ç>ch ş>sh ğ>gh ı>i ö>o ü>u j>zh",
    "Azerbaijani": "c>j ç>ch ş>sh ğ>gh x>kh ə>a q>g ı>i ö>o ü>u",
    "Kurdish": "c>j ç>ch ş>sh x>kh j>zh ê>e î>i û>u",
    "Somali": "x>h c> dh>d aa>a ee>e ii>i oo>o uu>u",
    "Uzbek": "x>kh g'>gh o'>o ʻ>",
    "Kunrei": "sya>sha syu>shu syo>sho tya>cha tyu>chu tyo>cho zya>ja zyu>ju zyo>jo si>shi ti>chi tu>tsu hu>fu zi>ji"
    " '>",
    "Old Indonesian": "oe>u tj>ch dj>j sj>sh nj>ny j>y",
    "Persian": "gh>q ou>u oo>u ee>i",
    "Greek": "ch>h kh>h yeo>geo yi>gi ghi>gi nt>d mp>b tz>ts",
    "Albanian": "xh>j sh>sh ç>ch q>ch x>dz j>y ë>e dh>d",
}  # fmt: skip
_MOST = 8  # pairs of readings that are compared
_SON = re.compile(r"(?:w|v)i(?:tz|cz|ts|tch|ch|ci|c|č|ć|č)$")
_SOUNDS = (
    ("shch", "S"), ("sch", "S"), ("sh", "S"), ("tch", "C"), ("ch", "C"), ("zh", "Z"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "T"), ("tz", "T"), ("ck", "k"), ("c", "k"), ("dj", "j"), ("q", "k"),
    ("x", "ks"), ("w", "v"), ("'", ""), ("-", ""),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def shared_readings(one: str, other: str) -> list[tuple[str, str]]:
    """Readings of two Latin parts that have the same consonants; a few at most."""
    here, there = _by_consonants(one), _by_consonants(other)
    return [(a, b) for key in here if key in there for a in here[key] for b in there[key]][:_MOST]


@lru_cache(maxsize=32768)
def _by_consonants(part: str) -> dict[str, list[str]]:
    """The readings of a part by their consonants."""
    found: dict[str, list[str]] = {}
    text = unicodedata.normalize("NFC", part).casefold()
    guesses = (text, *_without_last(text), *(_read(text, manner) for manner in _manners_for(text)))
    for reading in dict.fromkeys([_SON.sub("vich", guess) if "i" in guess[-5:] else guess for guess in guesses]):
        found.setdefault(_consonants(reading), []).append(reading)
    found.pop("", None)
    return found


def _read(text: str, manner: str) -> str:
    pattern, table = _compiled(manner)
    return pattern.sub(lambda match: table[match[0]], text)


def _manners_for(text: str) -> list[str]:
    """The manners that would write something in a text otherwise, in their order; most of them would not."""
    numbers, longest = _manners_by_letters()
    found = 0
    for size in range(1, longest + 1):
        for at in range(len(text) - size + 1):
            found |= numbers.get(text[at : at + size], 0)
    return [manner for number, manner in enumerate(_MANNERS) if found >> number & 1]


@lru_cache(maxsize=1)
def _manners_by_letters() -> tuple[dict[str, int], int]:
    """By what is replaced: which manners do it, a bit for each; and the most letters of one."""
    numbers: dict[str, int] = {}
    for number, manner in enumerate(_MANNERS):
        for letters in _compiled(manner)[1]:
            numbers[letters] = numbers.get(letters, 0) | 1 << number
    return numbers, max(map(len, numbers))


@lru_cache(maxsize=len(_MANNERS))
def _compiled(manner: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(rule.split(">") for rule in _MANNERS[manner].split())
    return re.compile("|".join(re.escape(key) for key in sorted(table, key=len, reverse=True))), table


def _without_last(text: str) -> tuple[str, ...]:
    """Swahili and Hausa put a vowel behind what ends with a consonant elsewhere: Hamisi is Khamis."""
    return (text[:-1],) if len(text) > 5 and text[-1] in "iu" and text[-2] not in "aeiou" else ()


def _consonants(reading: str) -> str:
    plain = reading
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", reading) if unicodedata.category(c) != "Mn")
    for letters, sound in _SOUNDS:
        if letters in plain:
            plain = plain.replace(letters, sound)
    head = "a" if plain[:1] in tuple("aeiou") else ""
    bare = _VOWELS.sub("", plain)
    bare = bare[:-1] if bare[-1:] == "h" and len(bare) > 2 else bare
    return head + _TWICE.sub(r"\1", bare)
