"""Predicates about held people in English: alive, dead, released, held, at a place; tables only.

In: nothing. Out: `CLAIMS`, `UNREAL`, `THEY`.
Leaves to others: of whom a predicate is said, and by whom (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.language import ClaimRule
from homeward.records import ClaimSubject, Polarity


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_A = Polarity.ASSERTS
_D = Polarity.DENIES
_K = Polarity.DOES_NOT_KNOW
_NOW = r"(?: (?:both|all|still|now|also|indeed|well|currently|reportedly|apparently|then))*"
_PRED = rf"(?:is|are|was|were|remains?|remained|['’]s|['’]re){_NOW}"
_NOT = r"(?: not|n['’]t| never)"
_OUR_HANDS = (
    r"(?:our|its|their|his|my|the (?:group|front|army|movement|authorities)['’]s?) "
    r"(?:hands|custody|power|possession|keeping|prisons?|jails?|camps?)"
)
_FREED = r"(?:released|freed|set free|let go|sent home|handed back|repatriated)"
CLAIMS = (
    ClaimRule(
        ClaimSubject.WHEREABOUTS,
        _K,
        _re(
            r"\b(?:had|has|have) no (?:idea|information|knowledge|news|word) (?:of |about |as to |on )?(?:where\b|"
            r"(?:the |their |his |her )?(?:whereabouts|fate)|the (?:location|place))|\b(?:do(?:es)?|"
            r"did)(?: not|n['’]t) (?:yet )?know where\b|\bwhereabouts (?:of [\w\s-]{1,60} )?(?:is|are|was|"
            r"were|remains?|remained) (?:still )?(?:unknown|unclear|a mystery|not known)\b|\bwhereabouts "
            r"unknown\b|\bno trace of\b"
            r"|\bnothing (?:is|was|has been|had been) (?:known|heard|learnt|learned) (?:of|about|as to) (?:where|"
            r"their whereabouts|his whereabouts|her whereabouts)\b"
            r"|\b(?:nobody|no one|none of \w+) (?:knows|knew|could say|can say|has any idea|had any idea) where\b|"
            r"\b(?:cannot|can['’]t|could not|unable to) say where\b"
            r"|\b(?:is|are|was|were) not known where\b|\bunknown where\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.ALIVE,
        _K,
        _re(
            r"\b(?:do(?:es)?|did)(?: not|n['’]t) know (?:if|whether) [\w\s'’-]{1,60} (?:is|are|was|"
            r"were) (?:still )?(?:alive|living)\b|\bfate (?:of [\w\s-]{1,60} )?(?:is|are|was|were|remains?|"
            r"remained) (?:still )?(?:unknown|unclear)\b|\b(?:nobody|no one) (?:knows|knew) (?:if|whether) "
            r"[\w\s'’-]{1,60} (?:alive|living)\b"
        ),
    ),
    ClaimRule(ClaimSubject.ALIVE, _D, _re(rf"\b{_PRED} not alive\b")),
    ClaimRule(
        ClaimSubject.ALIVE,
        _A,
        _re(
            rf"(?:\b|(?<=\w)){_PRED}(?: (?:well and|safe and|in good health and|very much))? (?:alive|living|"
            rf"among the living)\b|\b(?:saw|seen|"
            rf"met|found) (?:\w+ ){{0,4}}alive\b|\bproof of life\b|\b(?:alive and well|safe and alive)\b|"
            rf"\bshow(?:s|ed) (?:\w+ ){{1,4}}alive\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _D,
        _re(
            rf"\b{_PRED}(?: not|n['’]t) (?:dead|killed|among the dead)\b|\b(?:did|had|has|have)(?: not|n['’]t) "
            rf"(?:die|died|"
            rf"been killed)\b|\bwas not among the dead\b|\b(?:did|has|have|had) never died\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _A,
        _re(
            rf"\b{_PRED} (?:dead|killed|murdered|executed|shot dead|buried|drowned|no longer alive|no longer "
            rf"among the living|no longer living)\b|\b(?:has|have|had) (?:all |both )?(?:died|perished|drowned|"
            rf"succumbed|passed away|been killed|"
            rf"been executed|been shot|been buried)\b|(?<!nearly )(?<!almost )\b(?:died|perished|drowned|"
            rf"succumbed|passed away)\b|\bdeaths? of\b|['’]s death\b|\b(?:his|her|their) deaths?\b|\bburied "
            rf"(?:him|her|them)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _D,
        _re(
            rf"\b(?:has|have|had|was|were)(?:{_NOT}) (?:yet |ever )?(?:been )?{_FREED}\b"
            rf"|\bneither [\w\s'’-]{{1,60}} nor [\w\s'’-]{{1,60}} (?:has|have|had|was|were) (?:yet )?(?:been "
            rf")?{_FREED}\b"
            rf"|\b(?:none|not one|neither|nobody)(?: of (?:them|the|these)(?: \w+){{0,3}})? (?:has|have|had|was|"
            rf"were) (?:yet )?(?:been )?{_FREED}\b|\b(?:nobody|no one) (?:has |had )?(?:released|freed|set free|"
            rf"let) (?:us|them|him|her)\b|\b(?:not|never) (?:yet )?(?:freed|released|set free)\b|\bstill not "
            rf"(?:free|home)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _A,
        _re(
            rf"\b(?:(?:has|have|had) (?:already |all |both |since )*been|was|were)(?: all| already| both| since)* "
            rf"{_FREED}\b|\b(?:had|has|have) (?:already )?(?:released|freed)\b|"
            r"(?<!to )(?<!be )\b(?:released|freed) (?=on \d|on [A-Z]|in [A-Z]|last|yesterday)|\b(?:we|they|it) "
            r"(?:released|freed|set|let) (?:them|him|her|all|both|the \w+) ?(?:free|go)?\b"
            r"|\b(?:set|let) (?:them|him|her|both|those|all) (?:free|go)\b|(?<=\w )(?:freed|released)(?=$|[.,;\n]|"
            r" (?:at|by|after|in|from)\b)|\b(?:is|are|was|were|walked|went|came|got|arrived) (?:now |safely |"
            r"already |back )*(?:free|home)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.TRANSFERRED,
        _A,
        _re(
            r"\b(?:(?:has|have|had) (?:since |already |all )*been|was|were)(?: since| later| all| then)* "
            r"(?:transferred|moved|handed|shipped|flown|driven|delivered|evacuated|turned|passed|"
            r"taken|brought)(?: over| on| away| back)? (?:from [\w\s-]{1,40} )?(?:to|into)\b|\b(?:we|they) "
            r"(?:transferred|moved|handed|passed|took) (?:them|him|her) (?:over |on )?to\b|\btransfer (?:took "
            r"place|was made|happened)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.ESCAPED,
        _D,
        _re(
            r"\b(?:has|have|had|did)(?: not|n['’]t| never) (?:escaped?|run away|r[au]n away|got(?:ten)? away|fled|"
            r"flee)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.ESCAPED,
        _A,
        _re(
            r"(?<!to )(?<!nearly )(?<!almost )\b(?:escaped|got away|ran away|slipped away|broke out|absconded|"
            r"fled)\b(?! (?:unhurt|injury|death|attention|notice))"
        ),
    ),
    ClaimRule(
        ClaimSubject.HEALTH,
        _A,
        _re(
            rf"\b{_PRED} (?:[“\"‘'«])?(?:\w+ but )?(?:in (?:\w+ )?(?:good|poor|bad|stable|critical|fair|excellent|"
            rf"reasonable|failing) (?:health|condition|shape|spirits)|(?:seriously |"
            rf"badly |slightly |lightly |gravely )?(?:ill|sick|wounded|injured|unharmed|unhurt|well|healthy|thin|"
            rf"weak|ailing|feverish|dehydrated|exhausted|recovering|malnourished|unwell|starving|fit|lame)|"
            rf"(?:being |been )?treated|(?:suffering|recovering) from|otherwise well)\b"
            r"|\b(?:has|have|had|caught|contracted|developed|suffers?(?: from)?|suffered(?: from)?) (?:a |an |the "
            r")?(?:broken|malaria|fever|typhoid|cholera|dysentery|pneumonia|scurvy|jaundice|cough|wound|injur\w+|"
            r"infection|diabetes|fracture\w*|sprained|frostbite|\w+itis|chest|heart|high)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _D,
        _re(
            rf"\b(?:is|are|was|were)(?: not|n['’]t) (?:being )?(?:held|detained|in custody|with us|in "
            rf"{_OUR_HANDS})\b|\bnot (?:in|"
            rf"among those in) {_OUR_HANDS}\b|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:hold|have) (?:them|him|her|"
            rf"the|any)\b|\bnot (?:holding|with us)\b"
            rf"|\b(?:none|neither|nobody|not one)(?: of (?:them|these|those|the)(?: \w+){{0,4}})? (?:is|are|was|"
            rf"were) (?:with us|in {_OUR_HANDS}|held)\b|\bden(?:y|ies|ied) holding\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _A,
        _re(
            r"\b(?:is|are|was|were|being)(?: (?:still|being|all|now))* (?:held|detained|kept (?:prisoner|captive|"
            r"hostage)|"
            r"imprisoned|jailed)\b(?! (?:on|talks|meetings?))|\bheld (?:hostage|captive|by|in|at)\b|"
            r"\bin (?:the )?(?:custody|captivity|hands) of\b|\bstill in captivity\b|\b(?:of|is|are|was|were) "
            r"holding\b(?! (?:talks|a |an |on|back|out))|"
            r"\b(?:took|seized|abducted|kidnapped|captured|snatched|detained|arrested) (?=(?:the|all|both|them|"
            r"him|her|[A-Z])\b)|\b(?:has|have|had) been (?:held|detained|imprisoned)\b|\bwe had (?=all|the|them|"
            r"both)"
        ),
    ),
    ClaimRule(
        ClaimSubject.WHEREABOUTS,
        _A,
        _re(rf"\b{_PRED} (?:being )?(?:kept|seen|located|housed|lodged|somewhere) (?:in|at|near|on)\b"),
    ),
)
UNREAL = _re(
    r"\b(?:if|whether|neither|nor|refus\w+|declin\w+|den(?:y|ies|ied|ying)|rumou?r\w*|fear\w*|"
    r"believ\w+|allegation\w*|would|will|shall|should|could|must|might|may|can|to be|demand\w*|call(?:s|"
    r"ed|"
    r"ing)? (?:for|on)|hop(?:e|es|ed|ing)|until|unless|when|once|as soon as|before"
    r"|where|promis\w+ to|vow\w* to|urg\w+|ask\w* (?:for|to|whether|if)|aimed at|effort\w* (?:to|"
    r"for)|refus\w+ to say|did not say|had no idea|lists?|letters?|envelopes?|parcels?|the names)\b[^,;]{0,60}$"
)
THEY = _re(
    r"\b(?:they|them|those (?:people|persons|men|women|names)|these (?:people|names|men|women)|the list|the "
    r"(?:pair|two|captain|men|women|couple|group)|he|both|"
    r"she|him|her|his|anyone|anybody|any of|(?:two|one|three|some|all|none|neither|each) of (?:them|these|those)|"
    r"none|neither|nobody|(?:my|our) (?:son|daughter|husband|wife|brother|sister|"
    r"father|mother|child|people|men)|us|not with us)\b"
)
