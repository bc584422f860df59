"""What the tests of the name engine ask: a small gallery, who is asked for in it, and texts drawn like names."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = [
    ("a", "Анна Ковальчук"), ("b", "محمود البرغش"), ("c", "박지훈"), ("d", "שירה קציר"), ("e", "John Wetherby"),
    ("f", "Анна Коваленко"),
    ("g", "سمير خطيب"), ("h", "Abdel Rahim Salem"), ("i", "王小明"), ("j", "สมชาย บุญมี"),
]  # fmt: skip
ASKED = [
    ("Hanna Kovalchuk", "a"), ("Mahmoud Barghash", "b"), ("Park Ji-hoon", "c"), ("Shira Katsir", "d"),
    ("ג'ון ודרבי", "e"), ("אנה קובלנקו", "f"),
    ("Самир Хатиб", "g"), ("عبدالرحيم سالم", "h"), ("Wang Xiaoming", "i"), ("סומצ'אי בונמי", "j"),
]  # fmt: skip

LETTERS = (
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "áàâäãåçćčđéèêëğíîïłñńóôöőøřśšşșťúûüůýżźžßæœþİı",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўәқңүұһ", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯІЇЄҐ",
    "אבגדהוזחטיכלמנסעפצקרשתךםןףץ", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤةىپچژگکی", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ", "김이박최정강조윤장임지훈민서연수",
    "王李张刘陈杨小明伟芳山田中村高橋",
    "あいうえおかきくけこさしすせそたちつてと",
    "アイウエオカキクケコサシスセソタチツテトー",
    "กขคงจชซดตถทนบปผพภมยรลวสหอะาิีึุูเแโไ่้์",
    "अआइईकखगघचजटडतदनपबमयरलवशसहािीुूेो्",
    "አበገደሀወዘሐጠየከለመነሰዐፈጸቀረሸተ",
)  # fmt: skip
"""By script, so that a part drawn is of one script, as most are."""

parts = st.sampled_from(LETTERS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=14))
"""A part of a name in one script."""

odd_parts = st.one_of(parts, st.text("".join(LETTERS) + "'-. 0158", max_size=40), st.text(max_size=40))
"""Parts, and what may stand where a part is expected."""

STRANGE = [
    "", " ", "-", "123", "١٢٣", "...", "😀👩‍👩‍👧", "\x00\x01\x02", "\u202e\u200f\u200f", "\u0301\u0301", "'", "-'-'-",
    "A" * 10_000, "王" * 10_000, "щ" * 500, "a\u0301" * 5000, "ก์" * 500, "\ud800", "Anna\udfff", "ß" * 500, "ﬁ" * 400,
    "\ufdfa\ufdfa", "Annaアンナאנה", "\ue000\ue001", "𐎀𐎁𐎂", "ー", "🄰🄱",
]  # fmt: skip
"""Texts that somebody will paste in where a part of a name is expected."""
