"""Which names are those of media, in English: known ones, and those of which a document itself shows it.

In: a document's text and a name. Out: whether it is a medium's.
Leaves to others: names that say so themselves ("Radio Nile": `words.MEDIUM_HEADS`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.callings import is_demonym
from homeward.reading.languages.en import words as w

_KIND = (
    r"(?:news agency|news channel|news site|news website|news outlet|news portal|news wire|newswire|press agency|agency|"
    r"newspaper|newspapers|daily|weekly|broadcaster|channel|television|TV|radio|station|website|site|portal|outlet|magazine|paper|"
    r"tabloid|broadsheet|podcast|wire service|news service|wire)"
)
_STAFF = r"(?:correspondents?|reporters?|journalists?|stringers?|newsroom|newsdesk|bureau|cameraman|presenter|anchor|interviewer)"
_NOT_MEDIA = frozenset(
    w.split(
        "parliament congress senate knesset duma bundestag kremlin interpol nato un eu pentagon hamas hezbollah isis taliban "
        "whitehall washington moscow beijing brussels london paris tehran damascus baghdad jerusalem ankara kyiv kiev god "
        "allah unicef unhcr icrc who osce au ecowas asean opec amnesty rome berlin madrid cairo doha riyadh amman beirut geneva "
        "vienna warsaw prague budapest tokyo seoul pyongyang delhi islamabad kabul africa europe asia america israel russia "
        "ukraine iran iraq syria lebanon egypt jordan qatar oman yemen libya tunisia algeria morocco sudan ethiopia eritrea "
        "somalia kenya uganda rwanda burundi congo nigeria niger mali chad cameroon ghana togo benin senegal gambia guinea "
        "angola mozambique malawi zambia zimbabwe france germany italy spain portugal britain england scotland wales "
        "ireland norway sweden denmark finland iceland poland hungary austria switzerland belgium netherlands greece turkey "
        "cyprus malta georgia armenia azerbaijan belarus moldova romania bulgaria serbia croatia bosnia kosovo albania "
        "slovenia slovakia latvia lithuania estonia kazakhstan uzbekistan tajikistan turkmenistan kyrgyzstan afghanistan "
        "pakistan india bangladesh nepal bhutan myanmar burma thailand laos vietnam cambodia malaysia singapore indonesia "
        "philippines china taiwan mongolia japan korea australia canada mexico cuba haiti colombia venezuela ecuador peru "
        "bolivia chile argentina uruguay paraguay brazil panama nicaragua honduras guatemala"
    )
)


@lru_cache(maxsize=1024)
def is_medium(text: str, name: str, *, sure: bool = False) -> bool:
    """Whether a name that does not say so itself is a medium's, in this document; `sure`: only where that is shown."""
    low = name.lower()
    if low in w.KNOWN_MEDIA or low in KNOWN:
        return True
    words = name.split()
    if not 0 < len(words) <= 4 or low in _NOT_MEDIA or not words[0][:1].isupper() or is_demonym(low):
        return False
    if _shown(text, name):
        return True
    if sure or len(words) > 1 or listed_kinds(name):
        return False
    return not any(_LONGER.search(before) or _OWNS.match(after) for before, after in _places(text, name))


def _places(text: str, name: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each place where a name stands as a word of its own."""
    at = text.find(name)
    while at >= 0:
        stop = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[stop : stop + 1].isalnum():
            yield text[max(0, at - _BESIDE) : at], text[stop : stop + _BESIDE]
        at = text.find(name, stop)


_BESIDE = 60  # characters looked at beside a name
# What before a name makes it the end of a longer one, or that of a person, body or place.
_LONGER = re.compile(
    r"\b(?!(?:The|In|On|At|As|But|And|For|Radio)\b)[A-Z][\w’'-]+[.]? $|\b(?:Mr|Ms|Mrs|Dr|Gen|Col)\.? $|"
    r"\b(?:in|from|near|to the city of|outside|towards?|of) $"
)
_OWNS = re.compile(
    r"['’]s (?:[a-z-]+ ){0,2}(?:leaders?|fighters?|spokes\w+|mother|father|wife|husband|sister|brother|family|lawyers?|"
    r"government|army|police|minist\w+|president|council|political|military|prisons?|envoy|ambassador|office|deputy)\b"
)


def _shown(text: str, name: str) -> bool:
    return any(_KIND_BEFORE.search(before) or _KIND_BEHIND.match(after) for before, after in _places(text, name))


_KIND_BEFORE = re.compile(rf"\b{_KIND},? $")
_KIND_BEHIND = re.compile(
    rf",? (?:an? |the )?(?:[\w-]+ ){{0,3}}{_KIND}\b|(?:['’]s)? (?:[\w-]+ )?{_STAFF}\b| (?:quoted|cited|aired|broadcast|reports that)\b"
)
_KNOWN = (
    "associated press; agence france-presse; agence france presse; press association; upi; nbc; cbs; abc; msnbc; pbs; npr; "
    "cnbc; politico; axios; semafor; euronews; deutsche welle; rfi; rfe/rl; radio free europe; voa; sky news; itv; itn; al jazeera; "
    "aljazeera; al arabiya; al-hadath; al mayadeen; al manar; al-aqsa; al-ghad; al-masirah; al-alam; press tv; irib; isna; tasnim; "
    "mehr; ilna; ria novosti; kommersant; vedomosti; izvestia; meduza; rbc; rt; sputnik; ukrinform; unian; suspilne; trt; hurriyet; "
    "sabah; milliyet; cumhuriyet; walla; maariv; israel hayom; globes; jpost; times of israel; maan; nna; ina; kuna; wam; bna; qna; "
    "cctv; cgtn; caixin; global times; nhk; jiji; asahi; mainichi; yomiuri; nikkei; yonhap; kcna; kbs; mbc; pti; ani; ians; ndtv; "
    "dawn; geo; ary; samaa; tolonews; pajhwok; agi; adnkronos; lusa; belga; anp; apa; mti; tanjug; hina; ntb; belta; azertac; trend; "
    "armenpress; imedi; newsweek; time; spiegel; der spiegel; die zeit; die welt; bild; le monde; le figaro; mediapart; el pais; "
    "el mundo; corriere; repubblica; la stampa; guardian; economist; financial times; rappler; philstar; kompas; antara; bernama; "
    "jeune afrique; politico europe; bellingcat; vox; the intercept; intercept"
)
KNOWN = frozenset(name.strip() for name in _KNOWN.split(";"))
