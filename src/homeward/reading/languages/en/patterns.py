"""What English sentences about held people say: answers, promises, conditions, claims, terms for the group."""

from __future__ import annotations

import re

from homeward.reading.languages.en.words import NUMBER
from homeward.reading.languages.language import ClaimRule
from homeward.records import AnswerCode, ClaimSubject, Polarity


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_HELD = (
    r"hostages?|captives?|detainees?|abductees?|dual[- ](?:nationals?|citizens?)|prisoners of war|"
    r"missing (?:people|persons|men|women|sailors|workers|students|soldiers|children|foreigners)|"
    r"(?:held|abducted|kidnapped|captured) (?:people|persons|citizens|nationals|men|women)"
)
GROUPS = (
    _re(rf"\b(?:(?P<n>{NUMBER}) (?:[\w-]+ ){{0,3}})?(?:{_HELD})\b"),
    _re(
        rf"\bthe (?P<n>{NUMBER})(?= (?:are|were|had|have|was|is|would|will|who|remain|men\b|women\b|"
        rf"people\b|persons\b|names)|[,.;])"
    ),
    _re(r"\b[A-Z]?[\w-]+ (?:nationals|citizens)(?= (?:who (?:are|were) )?(?:being )?held\b)"),
    _re(r"\b(?:who (?:are|were) )?(?:being )?held (?:hostage|captive)\b"),
    _re(r"\bwho (?:are|were) (?:still )?(?:being )?held (?:by|in)\b"),
    _re(r"\b(?:list|names) of (?:the )?(?P<n>" + NUMBER + r")\b|\b(?P<m>" + NUMBER + r") names\b"),
)
COUNTED = (
    _re(
        rf"\b(?:the )?(?P<n>{NUMBER}) (?:[\w-]+ )?(?:people|persons|names|foreigners|citizens|"
        rf"nationals|men|women|civilians)\b"
    ),
    _re(rf"\b(?:any|one|all|none|each|some) of the (?P<n>{NUMBER})\b"),
)
THEY = _re(
    r"\b(?:they|them|those (?:people|persons|men|women|names)|these (?:people|names)|the list|he|"
    r"she|him|her|anyone|anybody|any of|(?:my|our) (?:son|daughter|husband|wife|brother|sister|"
    r"father|mother|child))\b"
)

_BEING = r"(?:is|are|was|were|['’]re|['’]m|am|been|be)"
_NOW = r"(?: (?:still|now|also|currently|actively|already|continuing|just|indeed|both|all))*"
_NO_OTHER_HOLDING = r"(?! (?:talks|meetings?|a |an |negotiations|elections|on\b|back|out|up|off))"
ANSWERS = (
    (
        AnswerCode.DOES_NOT_HOLD,
        _re(
            rf"\b(?:do(?:es)?|did)(?: not|n['’]t) (?:hold|have) (?:them|him|her|any|those|these|the|"
            rf"such)\b|\b{_BEING} not (?:being )?(?:held by us|holding)\b|\b{_BEING} not in (?:our|its|"
            rf"their|his) (?:hands|custody|power|prisons?)\b|\bnot holding\b|\bhold(?:s|ing)? (?:none|"
            rf"no one|nobody|no such)\b|\bno such (?:person|people) (?:is|are) (?:held|with us)"
        ),
    ),
    (
        AnswerCode.DENIES_KNOWLEDGE,
        _re(
            r"\b(?:we|I|it|they|he|she) (?:do(?:es)?|did|have|has|had)(?: not|n['’]t|) (?:know anything|"
            r"no (?:knowledge|information|idea)|know (?:where|who|of|about))\b|\bno knowledge of (?:them|"
            r"him|her|any|the)\b|\bknow nothing (?:about|of)\b"
        ),
    ),
    (
        AnswerCode.SEARCHING,
        _re(
            rf"(?<!not )(?<!n't )(?<!n’t )\b{_BEING}{_NOW} (?:looking|searching) (?:hard )?(?:for|"
            rf"through)\b(?! (?:a|an|ways?|another|peace|my|our) )|\b(?:we|they|it) (?:had |has |"
            rf"have )?(?:begun|started|launched|opened) (?:a |the |to )?(?:search|searching|look)\b|"
            rf"\b(?:search|looking) for (?:them|those people|the (?:captives|hostages|eight|"
            rf"missing)) (?:is|was|continues|goes on|went on)"
        ),
    ),
    (
        AnswerCode.ASKS_DETAILS,
        _re(
            r"\b(?:need|needs|needed|ask|asks|asked for|require|requires|requested|want|send us|"
            r"lacks?) (?:more|further|additional|the) (?:details?|information|photographs?|photos|"
            r"particulars|data)\b"
        ),
    ),
    (
        AnswerCode.DISPUTES_IDENTITY,
        _re(
            r"\b(?:are|is|were|was) not (?:civilians|who (?:you|they) (?:say|claim)|the (?:person|"
            r"people) (?:you|they) )"
        ),
    ),
    (
        AnswerCode.REFUSES,
        _re(
            r"\b(?:will|would) not (?:discuss|answer|give any|provide any|disclose|speak about|"
            r"say anything)\b|\brefus(?:e|es|ed) to (?:discuss|answer|disclose|say)\b"
        ),
    ),
    (
        AnswerCode.SAYS_RELEASED,
        _re(
            r"\b(?:have|has|had) (?:already )?(?:released|freed) (?:them|him|her|all|those|the)\b|"
            r"\b(?:have|has|had) (?:already )?been (?:released|freed|set free)\b"
        ),
    ),
    (
        AnswerCode.SAYS_TRANSFERRED,
        _re(
            r"\b(?:have|has|had) (?:already )?(?:been )?(?:transferred|moved|handed) (?:them |him |"
            r"her )?(?:over )?to\b"
        ),
    ),
    (AnswerCode.SAYS_ESCAPED, _re(r"\b(?:have|has|had)? ?(?:they|he|she|them|him|her)? ?escaped\b")),
    (
        AnswerCode.SAYS_DEAD,
        _re(
            r"\b(?:is|are) (?:no longer alive|dead)\b|\b(?:have|has|had) (?:all )?(?:died|been killed)\b|"
            r"\b(?:was|were) killed\b"
        ),
    ),
    (
        AnswerCode.HOLDS,
        _re(
            r"\bwe (?:do |still |now |currently )*(?:hold|have|are holding|are keeping) (?:them|him|her|"
            r"these|those|all|"
            r"\w+ of them|the (?:hostages|captives|prisoners|detainees|\w+ (?:hostages|captives)))"
            r"(?= ?[.,;:!?]| (?:in|at|and|as|with|safe|alive)|$)"
            rf"|(?<!not )\b(?:{_BEING} )(?:being )?held by us\b|(?<!not )\b(?:is|are) (?:all |both |still )?"
            r"(?:in our (?:hands|custody|power)|with us)\b"
            rf"|\b(?:it|they) (?:holds?\b|(?:was|were|is|are) (?:still )?holding\b){_NO_OTHER_HOLDING}"
            rf"|^holding\b{_NO_OTHER_HOLDING}"
        ),
    ),
)

_ACT = (
    r"release|free|let (?:\w+ ){1,3}go|hand (?:\w+ ){0,3}over|return (?:them|him|her|the|all|"
    r"those)|send (?:\w+ ){1,3}(?:home|back)"
    r"|provide|give|publish|deliver|transfer|allow|permit|grant|inform|notify|answer|respond|"
    r"reply|check|search|look (?:for|into)"
    r"|investigate|find out|set (?:\w+ ){1,3}free|exchange|consider"
)
_ADVERB = (
    r"(?: (?:also|then|immediately|soon|certainly|gladly|definitely|at once|try to|"
    r"do everything to|all|be ready to))*"
)
COMMITMENT = _re(
    rf"\b(?:we|they|it|I|he|she|the (?:\w+ )?\w+)(?: ?(?:will|would|shall)|['’]ll| (?:are|"
    rf"is) (?:going|ready|prepared|willing) to){_ADVERB} (?P<act>{_ACT})\b"
    rf"|\b(?:will|would|shall){_ADVERB} be (?P<passive>released|freed|handed over|set free|"
    rf"returned|allowed to|sent home|published|transferred)\b"
)
PROMISED_ACT = _re(
    rf"^\s*(?:to{_ADVERB} (?P<act>{_ACT})\b|(?:the )?(?:release|return|handover|freedom) of\b|"
    rf"that\b)"
)
CONDITION = _re(
    r"\b(?:(?:only |but only )?(?:as soon as|once|when|if|after|unless)|provided(?: that)?|"
    r"on (?:the )?condition (?:that|of)|in (?:exchange|return) for"
    r"|the moment|subject to)\b[^,.;:!?“”\"]*"
)
DEADLINE = _re(
    r"\b(?:by|within|before|on|no later than|not later than|until|next|tomorrow|in|this|"
    r"coming)\s*(?:the )?(?:end of )?$"
)

_A = Polarity.ASSERTS
_D = Polarity.DENIES
_K = Polarity.DOES_NOT_KNOW
_PRED = r"(?:is|are|was|were|remains?|remained)(?: (?:both|all|still|now|also|indeed))*"
CLAIMS = (
    ClaimRule(
        ClaimSubject.WHEREABOUTS,
        _K,
        _re(
            r"\b(?:had|has|have) no (?:idea|information|knowledge) (?:of |about |as to |on )?(?:where\b|"
            r"(?:the |their |his |her )?(?:whereabouts|fate)|the (?:location|place))|\b(?:do(?:es)?|"
            r"did)(?: not|n['’]t) (?:yet )?know where\b|\bwhereabouts (?:of [\w\s-]{1,60} )?(?:is|are|was|"
            r"were|remains?|remained) (?:still )?unknown\b|\bwhereabouts unknown\b|\bno trace of\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.ALIVE,
        _K,
        _re(
            r"\b(?:do(?:es)?|did)(?: not|n['’]t) know (?:if|whether) [\w\s'’-]{1,60} (?:is|are|was|"
            r"were) (?:still )?alive\b|\bfate (?:of [\w\s-]{1,60} )?(?:is|are|was|were|remains?|"
            r"remained) (?:still )?unknown\b"
        ),
    ),
    ClaimRule(ClaimSubject.ALIVE, _D, _re(rf"\b{_PRED} (?:no longer|not) alive\b")),
    ClaimRule(
        ClaimSubject.ALIVE,
        _A,
        _re(
            rf"\b{_PRED}(?: (?:well and|safe and|in good health and))? alive\b|\b(?:saw|seen|"
            rf"met) (?:\w+ ){{0,4}}alive\b|\bproof of life\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _D,
        _re(
            rf"\b{_PRED} not (?:dead|killed)\b|\b(?:did|had|has|have)(?: not|n['’]t) (?:die|died|"
            rf"been killed)\b|\bwas not among the dead\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _A,
        _re(
            rf"\b{_PRED} (?:dead|killed|murdered|executed)\b|\b(?:has|have|had) (?:died|been killed|"
            rf"been executed)\b|\bdied\b|\bdeath of\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _D,
        _re(
            r"\b(?:has|have|had|was|were)(?: not|n['’]t|n't) (?:yet )?(?:been )?(?:released|freed|"
            r"set free)\b|\b(?:has|have|had) never been (?:released|freed)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _A,
        _re(
            r"\b(?:(?:has|have|had) (?:already )?been|was|were) (?:all |already |both )?(?:released|freed|"
            r"set free)\b|\b(?:had|has|have) (?:already )?(?:released|freed)\b|"
            r"(?<!to )(?<!be )\breleased (?=on \d|on [A-Z]|in [A-Z]|last|yesterday)"
        ),
    ),
    ClaimRule(
        ClaimSubject.TRANSFERRED,
        _A,
        _re(
            r"\b(?:(?:has|have|had) been|was|were) (?:transferred|moved|"
            r"taken) (?:from [\w\s-]{1,40} )?to\b"
        ),
    ),
    ClaimRule(ClaimSubject.ESCAPED, _A, _re(r"\b(?:has|have|had)? ?escaped\b")),
    ClaimRule(
        ClaimSubject.HEALTH,
        _A,
        _re(
            rf"\b{_PRED} (?:in (?:good|poor|bad|stable|critical|fair) (?:health|condition)|(?:seriously |"
            rf"badly |slightly |lightly )?(?:ill|sick|wounded|injured|unharmed))\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _D,
        _re(
            r"\b(?:is|are|was|were) not (?:being )?(?:held|detained|in custody)\b|\bnot (?:in|"
            r"among those in) (?:its|their|our) (?:custody|hands|prisons?)\b|\b(?:do(?:es)?|did)(?: not|"
            r"n['’]t) hold\b|\bnot holding\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _A,
        _re(
            r"\b(?:is|are|was|were|being)(?: (?:still|being|all|now))* (?:held|detained|"
            r"imprisoned)\b(?! (?:on|talks|meetings?))|\bheld (?:hostage|captive|by|in)\b|"
            r"\bin (?:the )?(?:custody|captivity|hands) of\b|\bstill in captivity\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.WHEREABOUTS, _A, _re(rf"\b{_PRED} (?:being )?(?:kept|seen|located|housed) (?:in|at|near)\b")
    ),
)
UNREAL = _re(
    r"\b(?:if|whether|neither|nor|refus\w+|declin\w+|den(?:y|ies|ied|ying)|rumou?r\w*|fear\w*|"
    r"believ\w+|allegation\w*|would|will|should|could|must|might|may|can|to be|demand\w*|call(?:s|"
    r"ed|"
    r"ing)? (?:for|on)|hop(?:e|es|ed|ing)|until|unless|when|once|as soon as|before"
    r"|where|promis\w+ to|vow\w* to|urg\w+|ask\w* (?:for|to|whether|if)|aimed at|effort\w* (?:to|"
    r"for)|refus\w+ to say|did not say|had no idea)\b[^,;]{0,60}$"
)
UNTRUE = _re(
    r"\b(?:not true|untrue|false|lies?|never|not|nobody|deny|denies|denied|neither|nor|whether|if|"
    r"allegations?|accus\w+|"
    r"claims?|rumou?rs?|they say|you say)\b"
)
ITSELF = _re(r"(?:it|they|holding)\b")
