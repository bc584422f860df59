"""How parties answer in idiom, in English: "my guests", "they eat our bread", "turning every shed inside out"; tables only.

In: nothing. Out: `IDIOMS`, more predicates for each answer code.
Leaves to others: set phrases (`answers`), plain words by field (`answer_fields`), whose words they are (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.words import NUMBER
from homeward.records import AnswerCode


def _re(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_WAS = r"(?:is|are|was|were|has been|have been|had been|being)"
_STILL = r"(?: (?:all|both|still|now|here|safe|well|alive|indeed|already))*"
_US = r"(?:us|me|our (?:people|men|families|fighters|brothers|wives))"
_HANDS = r"(?:hands|custody|keeping|care|power|charge|possession|grasp)"
_THEM = r"(?:them|him|her|both|all of them|those (?:people|men|women)|(?-i:[A-Z])\w+_\w+|the \w+(?: \w+)?)"
_SHELTER = r"(?:roofs?|house|houses|tents?|camps?|village|valley|mountains?|hills?|caves?|wells?|farm|compound|land|protection)"

IDIOMS: dict[AnswerCode, re.Pattern[str]] = {
    AnswerCode.HOLDS: _re(
        rf"(?<!not )\b{_WAS}{_STILL} (?:our|my) (?:honou?red )?(?:guests?|prisoners?|captives?|visitors?|lodgers?)\b",
        rf"(?<!not )\b(?:sit|sits|stay|stays|live|lives|remain|remains|sleep|sleeps|rest|rests|pray|prays|winter|travel|walk){_STILL} (?:with|among) {_US}\b",
        r"\b(?:eat|eats|eating|share|shares|sharing) (?:our|my) (?:bread|salt|rice|food|table|meals?|fire)\b",
        rf"(?<!not )\b{_WAS}{_STILL} (?:under|in|at) (?:our|my) {_SHELTER}\b",
        r"(?<!not )\b(?:are|is) (?:ours|mine)(?: (?:for (?:the present|now|the moment)|until|till|still|today|as long as))?(?=[.,;!”\"’' ]|$)",
        rf"(?<!not )\b{_WAS}{_STILL} (?:in|under) (?:his|her|their|its) {_HANDS}\b",
        r"\b(?:I|we) (?:took|seized|captured|picked up|stopped|lifted|caught) (?:them|him|her|these|those|the \w+)(?! (?:\w+ ){0,2}(?:to|into|back|home|across|over|away|for)\b)",
    ),
    AnswerCode.DOES_NOT_HOLD: _re(
        r"\b(?:I|we) (?:have|hold) (?:not|n['’]t)(?=[.,;!”\"]|$)",
        rf"\b(?:was|were|is|are) never (?:on|in|among|with|at|aboard) (?:our|my|any|{_US}|(?:the|that) (?:truck|bus|boat|lorry|plane|train|convoy|list|camp|place))\b",
        r"\b(?:has|have|had|holds?|held|keeps?|kept) (?:no|not one|not a single) [\w’' -]{2,40}? in (?:its|our|my|his|their) (?:hands|custody|keeping|care|cells|prisons?)\b",
        r"^(?:ever )?having (?:ever )?(?:held|taken|detained|seized|kept|had)\b",
    ),
    AnswerCode.SAYS_ESCAPED: _re(
        r"\b(?:slipped|jumped|leapt|leaped|climbed|went|got|scrambled|clambered|swam|crawled|vanished|dropped|walked) (?:out|over|away|off|through|down|overboard|ashore|clear|free)"
        r"(?: (?:through|of|from|over|by|at|in|into|the|a|an|his|her|their|our|under)\b[^.;,]{0,30})?\b(?:wall|fence|window|side|laundry|roof|gate|night|dark|guards?|river|overboard|drain|hatch|truck|camp|cell|prison|desert|wire|rope)\b",
        r"\bswam for it\b|\bgave (?:us|them|me|(?:the|our|my|their|his) (?:guards?|men|jailers?)) the slip\b|\b(?:broke|got|wriggled|tunnelled|tunneled) (?:free|loose|out)\b|"
        r"\bmade (?:good )?(?:his|her|their) escape\b|\b(?:bolted|absconded|ran off|jumped ship|jumped overboard)\b|\btook to (?:the|his|her|their) (?:hills|heels|bush)\b|"
        r"\b(?:was|were) gone (?:in the morning|by (?:dawn|morning)|when we)\b",
    ),
    AnswerCode.SAYS_DEAD: _re(
        r"\blies? (?:buried|dead|under (?:the|a)|in (?:the ground|the earth|the cemetery|(?:his|her|a) grave|the river))\b|\b(?:is|are|was|were) (?:buried|in (?:his|her|their|a) graves?|with god now)\b|"
        r"\bdid not (?:survive|live through|outlive|come through)\b|\bbreathed (?:his|her) last\b|\b(?:bled|froze|starved|burned|burnt) to death\b|\b(?:we|I) (?:dug|covered) (?:his|her|their) graves?\b",
    ),
    AnswerCode.SAYS_TRANSFERRED: _re(
        rf"\b(?:I|we|they) (?:have |had )?(?:passed|handed|sent|moved|gave|given|sold|traded|turned|delivered|drove|marched) (?:{_THEM} )?(?:on |over |down |up |back |away )?(?:to|into|across)\b"
        r"(?! (?:look|search|find|ask|see|say|tell|help|get|be|do|take|bring)\b)",
    ),
    AnswerCode.SAYS_RELEASED: _re(
        rf"\b(?:I|we) (?:have |had )?(?:sent|let|set|put|walked|saw) (?:{_THEM} )?(?:go|free|home|off|on the road home|across the border)\b",
    ),
    AnswerCode.SEARCHING: _re(
        r"\bturn(?:s|ed|ing)? (?:over )?every (?:\w+ )?(?:shed|stone|house|village|tent|hut|barrack|room|cellar|warehouse|prison|office|page)s?(?: (?:inside out|upside down|over))?\b",
        r"\bleav(?:es?|ing) no stone unturned\b|\b(?:left) no stone unturned\b|\b(?:going|goes|went|gone) (?:from )?(?:door to door|house to house|village to village|cell to cell|prison to prison)\b",
    ),
    AnswerCode.ASKS_DETAILS: _re(
        r"\b(?:need(?:s|ed)?|want(?:s|ed)?|have|has|had|like|ask(?:s|ed)?) (?:first )?to (?:first )?(?:see|have|know|be (?:given|shown|sent|told)) [^.;]{0,40}\b(?:books?|papers|cards?|documents|passports?|photographs?|photos|"
        r"pictures|names|numbers|dates|ages|fathers|certificates?|licen[cs]es?|licences)\b",
        r"\ba name (?:alone )?is not enough\b|\bnames? (?:alone )?(?:are|is) not enough\b",
    ),
    AnswerCode.DISPUTES_IDENTITY: _re(
        r"\b(?:could|might|may) be (?:anybody|anyone|any (?:man|woman|person|sailor|soldier)|whoever)\b",
        r"\bshows? (?:an?|the|some|his|my|somebody) [\w’' -]{1,30}, not (?:an?|the|your|our|any)\b|\b(?:is|was) (?:an?|my|his|her|the|our) [\w’' -]{1,30}, not (?:an?|the|your|our)\b",
        r"\b(?:is|was|are) (?:my|our|his|a) (?:\w+['’]s )?\w+ and (?:has|have|had) never\b",
    ),
    AnswerCode.DENIES_KNOWLEDGE: _re(r"\bno (?:clue|notion|inkling)\b"),
    AnswerCode.REFUSES: _re(
        r"(?<!for )\band (?:flatly |simply )?refused(?=[.,;!”\"]|$)|\brefused (?:outright|flatly|point-blank|point blank|the request|to a man)\b|\bslammed the door\b|"
        r"\bwould not (?:be drawn|hear of it|so much as look at)\b|\bshook (?:his|her|their) heads?(?=[.,;]|$)",
    ),
    AnswerCode.NO_ANSWER_BY: _re(
        r"\banswered (?:none|not one|not a single one|hardly any) of\b|\b(?:has|have|had)(?: been)? (?:hung|hanging|hangs) in the air\b|\bhangs? in the air\b",
        r"\b(?:set|gave|given) (?:us|them|it|him|her|the \w+) [^.]{3,60}\b(?:limit|deadline)\b[^.]{0,20}\b(?:passed|came and went|lapsed|expired|ran out|went by)\b",
        r"\b(?:did|has|have|had|does|do)(?: not|n['’]t) return(?:ed)? (?:any |our |its |his |her |their |repeated |several |\w+['’]s? )*(?:phone |telephone )?(?:calls?|messages?|e-?mails?|requests?|letters?)\b",
        r"\bno (?:list|names|word|sign|proof|photograph|message|paper)s?(?: of \w+)? (?:has|have|had) (?:yet )?(?:been )?(?:received|come|reached|arrived)\b",
        rf"\b(?:after|despite|in spite of) (?:{NUMBER}|several|repeated|many) (?:written )?(?:requests?|letters?|calls?|reminders?)[^.;]{{0,30}}\b(?:nothing|no answer|no reply|silence)\b",
    ),
    AnswerCode.COLLECTIVE_REPLY: _re(
        r"\banswer(?:s|ed)? for (?:all|them all|everybody|everyone|the whole|every one)\b|\b(?:in|with) (?:a|one) single (?:sentence|sheet|word|line|paper|answer)\b",
        r"\b(?:checked|examined|considered|looked at|treated|noted|registered) as a (?:whole|group|body)\b|\bno particulars can be\b|\bone (?:sheet|answer|reply) for (?:all|everybody|everyone)\b",
        r"\bthe matter (?:is|was) known to (?:him|us|me|them)\b",
    ),
}
