"""Whom a form of address, or a part in an occasion, means: "his Lordship", "the deponent", "counsel", "the guest".

In: how somebody is called, who was named before, and the text around their names. Out: the one of them who is meant.
Leaves to others: offices and trades ("the minister") and "the latter" (`memory`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from homeward.reading.acquaintance import sex_of
from homeward.reading.fitting import is_one
from homeward.reading.languages.language import Actor, ActorKind


def by_standing(
    actor: Actor, named: Sequence[Actor], known_as: Callable[[Actor], set[str]], text: str
) -> Actor | None:
    """Whom "his Grace", "the honourable member", "the deponent", "counsel", "the guest" and "the host" mean.

    `named`: who was named before, the latest at the end.
    """
    called = _CALLED.fullmatch(actor.name)
    if called is None:
        return None
    before = [a for a in reversed(named) if a.place[0] < actor.place[0] and is_one(a) and a.name != actor.name]
    if (style := called["style"]) is not None:
        sex = {"his": "m", "her": "f"}.get((called["whose"] or "").lower(), "")
        fit = [a for a in before if not sex or sex_of(a) in ("", sex)]
        held = _HOLDERS["honour" if style.lower() == "honor" else style.lower()]
        return next((a for a in fit if _words(a, known_as) & held), None)
    if (member := called["house"]) is not None:
        sex = _OF_THE_HOUSE[member.lower()]
        people = (a for a in before if a.kind is ActorKind.PERSON and (not sex or sex_of(a) in ("", sex)))
        bracketed = (a for a in people if text[a.place[0] - 1 : a.place[0]] != "(")  # "Ms Orr (Tarn South) rose"
        return next((a for a in bracketed if not _words(a, known_as) & _PRESIDES), None)
    told = _TOLD_OF[called["part"].lower()]
    for person in before:
        around = (
            text[max(0, person.place[0] - _NEAR) : person.place[0]],
            text[person.place[1] : person.place[1] + _NEAR],
        )
        if told[0].search(around[0]) is not None or told[1].match(around[1]) is not None:
            return person
    return None


def _words(actor: Actor, known_as: Callable[[Actor], set[str]]) -> set[str]:
    own = set(actor.name.lower().split()) if actor.kind is not ActorKind.PERSON else set()
    return known_as(actor) | own


_NEAR = 60  # characters beside a name that tell which part its bearer has
_HOLDERS = {
    "lordship": frozenset(
        ["judge", "justice", "lord", "bishop", "archbishop", "baron", "earl", "viscount", "magistrate"]
    ),
    "ladyship": frozenset(["judge", "justice", "lady", "baroness", "countess", "viscountess", "magistrate", "dame"]),
    "grace": frozenset(["archbishop", "bishop", "duke", "duchess", "metropolitan"]),
    "excellency": frozenset(
        ["ambassador", "president", "minister", "governor", "bishop", "archbishop", "nuncio", "envoy", "consul",
         "commissioner", "premier", "chancellor", "vice-president"]
    ),
    "majesty": frozenset(["king", "queen", "emperor", "empress", "sultan", "monarch"]),
    "highness": frozenset(["prince", "princess", "emir", "sheikh", "sultan", "duke", "duchess", "king"]),
    "eminence": frozenset(["cardinal", "bishop", "archbishop", "metropolitan", "mufti", "ayatollah"]),
    "holiness": frozenset(["pope", "patriarch", "catholicos", "lama"]),
    "beatitude": frozenset(["patriarch", "archbishop", "catholicos"]),
    "worship": frozenset(["mayor", "magistrate", "mayoress"]),
    "honour": frozenset(["judge", "magistrate", "governor", "mayor", "justice"]),
    "reverence": frozenset(["abbot", "abbess", "priest", "father", "vicar", "canon", "dean"]),
}  # fmt: skip
_OF_THE_HOUSE = {
    "member": "", "gentleman": "m", "lady": "f", "deputy": "", "senator": "", "representative": "", "colleague": "",
}  # fmt: skip
_PRESIDES = frozenset(["speaker", "chairman", "chair", "chairwoman", "chairperson"])
_WRITTEN = r"(?:affidavit|deposition|sworn (?:statement|declaration|testimony))"
_SIDE = (
    r"(?:the )?(?:applicants?|defen[cd]e|defendants?|prosecution|state|crown|famil(?:y|ies)|respondents?|"
    r"petitioners?|plaintiffs?|claimants?|accused|appellants?|union|owners?|government|relatives|detainees?|republic)\b"
)
_DEPOSED = (
    re.compile(rf"\b{_WRITTEN} (?:of|by|from|made by|sworn by) (?:[\w.]+ ){{0,4}}?$", re.IGNORECASE),
    re.compile(
        rf"(?:['’]s? {_WRITTEN}|,? (?:who )?(?:made|swore|signed|gave|filed|deposed|has sworn|had sworn)\b)",
        re.IGNORECASE,
    ),
)
_LAWYER = r"(?:counsel|barrister|advocate|solicitor|lawyer)"
_ACTS = r"(?:(?:was |is )?(?:appear(?:s|ed|ing)|act(?:s|ed|ing)|instructed|retained|speaking|briefed) )?"
_PLEADS = (
    re.compile(rf"\b(?:{_LAWYER}|(?:for|of) {_SIDE}),? (?:was |is )?(?:[\w.]+ ){{0,2}}?$", re.IGNORECASE),
    re.compile(rf"(?:,? (?:who )?{_ACTS}for {_SIDE}|,? (?:who )?represent(?:s|ed|ing)\b)", re.IGNORECASE),
)
_NAMES = r" (?:[\w'’.-]+,? ){0,5}?$"
_GUEST = (
    re.compile(rf"\b(?:received|hosted|welcomed|host to|(?:lunch|dinner|reception) for){_NAMES}"),
    re.compile(
        r"(?:,[^.;]{3,60},)? (?:was (?:received|hosted|welcomed|the guest)|called on|paid a (?:visit|call)|visited)\b"
    ),
)
_HOST = (
    re.compile(rf"\b(?:(?:received|hosted|welcomed) by|guest of|called on|visited|visit to|call on){_NAMES}"),
    re.compile(r"(?:,[^.;]{3,60},)? (?:received|hosted|welcomed|played host|gave a (?:lunch|dinner|reception))\b"),
)
_TOLD_OF = {
    "deponent": _DEPOSED, "affiant": _DEPOSED, "counsel": _PLEADS, "guest": _GUEST, "visitor": _GUEST, "host": _HOST,
}  # fmt: skip
_CALLED = re.compile(
    rf"(?:(?P<whose>his|her) (?P<style>{'|'.join(_HOLDERS)}|honor)|"
    r"(?:the )?(?:right )?hono(?:u)?rable (?P<house>member|gentleman|lady|deputy|senator|"
    r"representative|colleague)(?: for .*)?|"
    rf"(?:the )?(?:learned )?(?P<part>{'|'.join(_TOLD_OF)})(?: for .*)?)",
    re.IGNORECASE,
)
