"""How scripts without capitals write a Latin initial: by the name of its letter, as in ג'יי for J. or 제이.

In: a folded part of a name. Out: the Latin letters that it may name; none for most.
Leaves to others: that it stands for an initial at all, which only the other name can tell (`likeness`).
"""

from __future__ import annotations

from homeward.names.normalize import fold

_NAMES = {
    "a": "איי אי אא 에이 эй エー إيه",
    "b": "בי 비 би ビー بي",
    "c": "סי 시 씨 си シー سي",
    "d": "די 디 ди ディー دي",
    "e": "אי 이 イー",
    "f": "אף 에프 эф エフ إف",
    "g": "גי 지 джи ジー جي",
    "h": "אייץ 에이치 эйч エイチ إتش",
    "i": "איי אי 아이 ай アイ آي",
    "j": "גיי 제이 джей ジェイ ジェー جيه",
    "k": "קיי 케이 кей ケイ ケー كيه",
    "l": "אל 엘 эл エル إل",
    "m": "אם 엠 эм エム إم",
    "n": "אן 엔 эн エヌ إن",
    "o": "או 오 オー أو",
    "p": "פי 피 пи ピー بي",
    "q": "קיו 큐 кью キュー كيو",
    "r": "אר 아르 알 ар アール آر",
    "s": "אס 에스 эс エス إس",
    "t": "טי 티 ти ティー تي",
    "u": "יו 유 ю ユー يو",
    "v": "וי 브이 ви ヴィ في",
    "w": "דאבליו דבליו 더블유 ダブリュー دبليو",
    "x": "אקס 엑스 экс エックス إكس",
    "y": "וויי וואי 와이 уай ワイ واي",
    "z": "זי זד 제트 지 зет ゼット زد",
}


def _by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for letter, names in _NAMES.items():
        for name in names.split():
            found.setdefault(fold(name), set()).add(letter)
    return {name: frozenset(letters) for name, letters in found.items()}


_LETTERS = _by_name()


def letters_named(folded: str) -> frozenset[str]:
    """The Latin letters, in lower case, that a folded part may be the name of."""
    return _LETTERS.get(folded, frozenset())
