"""One name in the Latin letters of several languages: Sh, Ş, Š, Sch; made by rule.

In: a Latin form. Out: the same name as another language, or another manner of romanising, would write it.
Leaves to others: slips (`data.noisy`), Korean and Chinese (`readings`).

The public data writes names the English way, mostly. Lists do not: a name from Baku comes in Azerbaijani letters, one from
Qamishli in Kurdish ones, one from Mogadishu in Somali, one from Tunis in French. Each manner is a row of replacements
from the English way, tried from left to right at each place, the longer first; some are taken by chance.
"""

from __future__ import annotations

import random
from functools import lru_cache

# "from>to" or "from>to|to"; a question mark behind makes it a matter of chance.
_TABLES = {
    "Azerbaijani": "sh>ş ch>ç kh>x gh>ğ zh>j j>c g>q? k>q? a>ə? e>ə? y>y i>ı? oo>u u>ü? o>ö? aa>a w>v q>q",
    "Turkish": "sh>ş ch>ç kh>h gh>ğ zh>j j>c q>k w>v oo>u ou>u ee>i y>y? i>ı? u>ü? o>ö? aa>a th>t dh>d",
    "Kurdish": "sh>ş ch>ç kh>x zh>j j>c ee>î i>î? oo>û ou>û u>û? e>ê? a>e? aa>a y>y gh>x q>q",
    "Somali": "kh>kh|x h>x? ah>ax a>aa? i>ii? o>oo? u>uu? j>j sh>sh q>q gh>q th>d z>s v>f p>b d>dh?",
    "French": "sh>ch ch>tch j>dj oo>ou u>ou w>ou kh>kh g>gu? k>c? y>i? ee>i s>ss? q>k zh>j",
    "German": "sh>sch ch>tsch zh>sch j>dsch y>j v>w ts>z kh>ch z>s oo>u ee>i",
    "Polish": "sh>sz|ś ch>cz|ć zh>ż|rz v>w w>w ts>c y>j kh>ch j>dż l>ł? ny>ń",
    "Czech": "sh>š ch>č zh>ž ts>c y>j kh>ch j>dž ny>ň",
    "Croatian": "sh>š ch>č|ć zh>ž ts>c y>j kh>h j>đ|dž ny>nj ly>lj",
    "Hungarian": "sh>s s>sz ch>cs zh>zs ts>c dy>gy y>j kh>h j>dzs v>v w>v",
    "Romanian": "sh>ș ch>ci ts>ț zh>j k>c j>gi y>i",
    "Dutch-Indonesian": "sy>sj ny>nj ch>tj c>tj j>dj y>j u>oe sh>sj",
    "Kunrei": "shi>si chi>ti tsu>tu fu>hu ji>zi sha>sya shu>syu sho>syo cha>tya chu>tyu cho>tyo ja>zya ju>zyu jo>zyo",
    "long vowels": "oo>ou o>ō? o>ou? u>ū? uu>ū ou>ō",
    "Swahili": "kh>h sh>sh q>k gh>g z>z j>j mm>m ss>s ll>l dd>d",
    "Uzbek": "kh>x gh>g‘ u>o‘? o>o‘? zh>j yo>yo a>o? q>q ts>s",
    "scholarly": "sh>š ch>č kh>ḫ|ḵ gh>ġ|ḡ th>ṯ dh>ḏ j>ǧ zh>ž aa>ā a>ā? ee>ī i>ī? oo>ū u>ū? h>ḥ? s>ṣ? t>ṭ? d>ḍ? z>ẓ?",
    "Egyptian": "j>g q>k? th>t|s dh>d|z aa>a ou>o",
    "Spanish": "sh>ch y>y|i j>y kh>j h>j? v>b? z>s k>c|qu w>gu|u ee>i oo>u",
    "Malay": "sh>sy kh>kh f>p? v>f? z>z q>k ch>c c>ch? j>j aa>a",
    "Urdu": "aa>a ee>i oo>u q>k kh>kh v>w w>v z>s? ai>e au>o ay>ai",
}  # fmt: skip
MANNERS = tuple(_TABLES)


@lru_cache(maxsize=1)
def _rules() -> dict[str, list[tuple[str, tuple[str, ...], bool]]]:
    found = {}
    for manner, table in _TABLES.items():
        rows = []
        for rule in table.split():
            source, _, target = rule.partition(">")
            rows.append((source, tuple(target.rstrip("?").split("|")), target.endswith("?")))
        found[manner] = sorted(rows, key=lambda row: -len(row[0]))
    return found


def written_as(text: str, manner: str, dice: random.Random) -> str:
    """A Latin form in one of `MANNERS`; what the manner has no rule for stays."""
    rules = _rules()[manner]
    out: list[str] = []
    at = 0
    while at < len(text):
        for source, targets, chance in rules:
            if text.startswith(source, at) and (not chance or dice.random() < 0.5):
                out.append(dice.choice(targets))
                at += len(source)
                break
        else:
            out.append(text[at])
            at += 1
    made = "".join(out)
    return (
        made + dice.choice("iu") if manner == "Swahili" and made[-1:] not in "aeiou" and dice.random() < 0.6 else made
    )
