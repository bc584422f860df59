"""Media that are named beside somebody's words and carried none of them, in English: "outside the office of Radio Nile".

In: what stands before a medium's name, and behind it. Out: whether that shows that it did something else than carry words.
Leaves to others: whether a medium of which nothing of the kind is told relayed them (`homeward.reading.relaying`).

A list of what is no link is short; that of the ways in which words come through a medium is not.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w

REACH = 60  # characters before a medium's name that are looked at
_THE = r"(?:the |an? )?(?:[a-z]+ ){0,2}$"
_IN_VAIN = (
    r"(?:refus\w+|declin\w+|unwilling|reluctant|fail\w*|forb[ai]d\w*|hopes?|wants?|unable) to (?:\w+ ){0,2}(?:to|with|on)|"
    r"(?:denied|never gave|gave no interview|refused) (?:entry )?to|(?:not|never) (?:\w+ ){0,3}(?:to|with|on|in|by)|"
    r"[Ii]f (?:[\w’'-]+ ){1,6}(?:to|with|on|in|by)"
)
_EQUIPMENT = (
    r"(?:cameras?|microphones?|crews?|vans?|lorr(?:y|ies)|helicopters?|teams?|photographers?|cameram[ae]n) "
    r"(?:from|of)(?: [\w’' ]{2,30} and)?"
)
_PART = (
    r"(?:building|offices?|headquarters|gates?|steps|mast|antenna|premises|car park|shareholders?|licen[cs]e|"
    r"closure|staff|employees?|competitors?|rivals?|enem(?:y|ies)|critics?|lawyers?) of|"
    r"(?:row|quarrel|dispute|feud|fight|clash|meeting|lunch|deal|contract|settlement|lawsuit|case|trouble) with"
)
_STAFF = (
    r"(?:spokes\w+|editor|publisher|founder|presenter|columnist|head|director|chief|boss|chairman|owner|host|anchor|"
    r"novelist|correspondent|reporter|journalist|cameraman|photographer|announcer|proprietor)s?(?:[ -][\w-]+){0,3}? "
    r"(?:of|at|on|for|with|from)"
)
_WHO_WORKS = (
    r"(?:who|whose \w+) (?:\w+ ){0,2}?(?:runs?|ran|owns?|owned|edits?|edited|founded|works?|worked|writes? for|wrote for|sued|"
    r"reads?|presents?|presented|heads?|headed|left|joined|advises?)\b[^,;]{0,40}"
)
_LOOKS_ON = re.compile(
    rf"\b(?:{_IN_VAIN}|{_EQUIPMENT}|{_PART}|{_STAFF}|{_WHO_WORKS}|outside|opposite|behind|beside|near|unlike) {_THE}"
)
_DONE_TO = (  # what is done to a medium
    r"(?:thank|accus|bann|clos|su|blam|criticis|criticiz|attack|prais|denounc|threaten|raid|contradict|mock|dismiss|"
    r"condemn|remind|warn|urg|correct|expell|jamm|boycott|watch|nam|call)(?:ed|ing|s|es)?|bans|shuts?|read|reading|bought"
)
_APART = (  # what leads to a medium apart from the words
    r"about|against|contrary to|despite|unlike|(?:in )?(?:response|reply) to|(?:replying|responding|reacting) to|"
    r"commenting on|while|whereas|although|"
    r"(?:reports?|articles?|stor(?:y|ies)|piece|claims?|rumou?rs?|question|headline) (?:in|by|on|from|of)|"
    r"(?:said|says|den(?:ied|ies)|claim(?:ed|s)|added|insist(?:ed|s)|knows?|believe[sd]?|fears?) that"
)
_IS_OBJECT = re.compile(rf"\b(?:{_DONE_TO}|{_APART}) (?:the |an? |in |by )?(?:[a-z]+ ){{0,2}}$", re.IGNORECASE)
_OWNS = re.compile(  # what is a medium's own and holds no words: "the Post's car", "Post journalist"
    r"['’]s? (?!(?:[\w-]+ ){0,2}(?:show|programme|program|bulletin|news|website|site|pages?|correspondent|reporter|"
    r"studio|broadcast|interview|column|channel|feed|readers|listeners|viewers|report|transcript|version|edition|front|"
    r"question))|"
    r" (?:journalist|editor|reporter|columnist|presenter|staff|owner|chief|boss|spokes\w+|photographer|building|"
    r"offices?|headquarters|van|car|driver|cameram[ae]n|engineers?|technicians?|lorry|crews?|studio|mast|shares?|licen[cs]e|"
    r"(?:team|lawyers?|men|man|woman|women|people|subscription|calendar|prize|party)(?! (?:told|heard|quoted)))\b"
)
_NAME = r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}"
_HEADS = (
    r"(?:Times|Post|Herald|Tribune|Journal|Gazette|Observer|Telegraph|Mirror|Courier|Dispatch|Ledger|Examiner|Chronicle|"
    r"Bulletin|Mail|Echo|Standard|Express|Argus|Sentinel|Record|Radio|TV|Television|FM|Weekly|Daily)"
)
NAMED = re.compile(  # names that tell by themselves that they are a medium's
    r"\b(?:(?:Radio|Channel|TV|Television|Télé|Radyo|Rádio) (?:[A-Z][\w’-]+(?: [A-Z][\w’-]+)?|\d+)|"
    rf"{_NAME} {_HEADS}|{_NAME} (?:news )?agency)\b"
)


_TEXT = re.compile(
    r"\b(?:letter|message|post|article|statement|interview|note|e-?mail|video|recording|audio|tape|speech|transcript|call|clip|appeal|"
    r"dispatch|broadcast|bulletin|footage|fax|text|screenshot|minutes|cassette|film|programme|program|remarks|words|livestream|phone-in|"
    r"column|excerpt|extract|airwaves|studio|camera|news)s?\b|\b(?:this|that|here) is what\b|\bon (?:the )?air\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:not|never|no|nobody|none|refus\w+|declin\w+|would|will|denied|den(?:y|ies)|hopes?|wants?|if|before|until|withdr\w+|deleted|banned|closed)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)


def tells_of_text(text: str, start: int, stop: int) -> bool:
    """Whether a sentence tells of a text, a recording or a broadcast that there was."""
    return _TEXT.search(text, start, stop) is not None and _UNREAL.search(text, start, stop) is None


_KIND = re.compile(
    r"\b(?:page|channel|account|blog|site|website|portal|forum|feed|podcast|paper|daily|weekly|agency|newspaper|station|"
    r"broadcaster|outlet|magazine|radio|network|newsletter|gazette|bulletin) $"
)
_ON = re.compile(r"\b(?:on|via|through|over) $", re.IGNORECASE)


def says_what_it_is(name: str, before: str) -> bool:
    """Whether the words before a name show that it is a medium's or a network's: "the page | Free Nile", "on | Telegram"."""
    return _KIND.search(before) is not None or (name in w.NETWORKS and _ON.search(before) is not None)


def looks_on(before: str) -> bool:
    """Whether the words before a medium's name tell that it was asked in vain, stood by, or is somebody's employer."""
    return _LOOKS_ON.search(before) is not None


def is_no_carrier(before: str, text: str, stop: int) -> bool:
    """Whether a medium is what the words before its name are about, or owns what is named behind it, at `stop`."""
    return _IS_OBJECT.search(before) is not None or _OWNS.match(text, stop) is not None
