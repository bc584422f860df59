"""The words by which a party answers about held people, in English, each with its code: tables only.

In: nothing. Out: `ANSWERS`, `BY_MANNER`, `UNTRUE`, `ITSELF`, `OUR_SIDE`, `OFFICE`, `OTHER_MATTER`.
Leaves to others: whose words they are, and about whom (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.answer_fields import FIELDS
from homeward.reading.languages.en.answer_idioms import IDIOMS, THINGS
from homeward.reading.languages.en.claims import NOT_HELD
from homeward.reading.languages.en.words import NUMBER
from homeward.records import AnswerCode, Manner


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# "the cameras are with us": things in somebody's hands are no people held; but "the crew of the boat is with us"
_NO_THING = "".join(rf"(?<!(?<!of )(?:the|our|his|her) {thing} )" for thing in THINGS)
_BEING = r"(?:is|are|was|were|['’]re|['’]m|am|been|be)"
_NOW = r"(?: (?:still|now|also|currently|actively|already|continuing|just|indeed|both|all))*"
_THEM = (
    r"(?:them|him|her|anyone|anybody|any|those|these|the|such|either|(?:his|her|their|your|our) \w+|"
    r"(?-i:[A-Z][\w-]+)|"
    r"(?:\w+ ){0,2}(?:men|women|people|persons|hostages?|captives?|prisoners?|detainees?|foreigners?|nationals?))"
)
_NO_OTHER_HOLDING = r"(?! (?:talks|meetings?|a |an |negotiations|elections|on\b|back|out|up|off|it\b|that\b|to\b))"
_DETAILS = (
    r"(?:details?|information|photographs?|photos?|pictures?|portraits?|particulars|data|names|dates?|birth|"
    r"spellings?|"
    r"ages?|passports?|numbers?|addresses|groups?|identity|identities|descriptions?|papers|documents|copies|copy|"
    r"marks|scars|"
    r"certificates?|fingerprints?|professions?|list|lists|proof)"
)
_OUR_HANDS = (
    r"(?:our|its|their|his|my) "
    r"(?:hands|custody|power|possession|keeping|prisons?|jails?|camps?|care|cells?|detention|control)"
)
_PHRASES = (
    (
        AnswerCode.NO_ANSWER_BY,
        _re(
            r"\b(?:has|have|had|did)(?: not|n['’]t)(?: yet| so far| even| once)* (?:answer(?:ed)?|repl(?:y|ied)|"
            r"respond(?:ed)?|react(?:ed)?|"
            r"come back|got(?:ten)? back|written back|reacted)\b"
            r"|\b(?:never|nor|neither [\w ]{1,40}) (?:answered|replied|responded|wrote back)\b"
            r"|\b(?:has|have|had) (?:yet|still) to (?:answer|reply|respond)\b"
            r"|\b(?:no|not (?:a|one)(?: single)?|without (?:an|a|any)) (?:[\w-]+ ){0,2}(?:answers?|repl(?:y|ies)|"
            r"responses?|words?|reaction|acknowledgement)"
            r"(?: of any kind| whatever| whatsoever| at all| yet)? (?:has|have|had|was|were|came|comes|arrived|"
            r"arrives|followed|follows|reached|back|from|until)\b"
            r"|\b(?:has|have|had) (?:been|remained|stayed|kept|fallen|gone) (?:mute|silent|quiet)(?! (?:on|about))\b"
            r"|\b(?:remained|stayed|kept|fell|remains|stays|keeps|is|was) silent(?! (?:on|about|as to|regarding|"
            r"over|concerning))\b"
            r"|\b(?:went|gone|remained|remains|left|still|is|been) unanswered\b"
            r"|\b(?:received|had|heard|got|has|have) (?:no (?:answer|reply|response|word)|nothing|not a word)(?: "
            r"at all| back)?(?: from| since| yet)\b"
            r"|\bnot (?:yet )?heard (?:back )?from\b|\bawait(?:s|ing|ed)? (?:an|a|its|the|any) (?:answer|reply|"
            r"response)\b"
            r"|\b(?:none|neither|not one)(?: of (?:them|these|the \w+))? (?:was|were|has been|have been|had "
            r"been) (?:ever )?answered\b"
            r"|\b(?:is|are|was|were|been) (?:still )?waiting for (?:an?|the|its|any|some) (?:\w+ )?(?:answer|"
            r"reply|response)\b"
            r"|\b(?:leaves?|left) (?:our|the|their|his|her|all|every|these|those|several|many) [^.;,]{1,30} "
            r"unanswered\b"
            r"|\b(?:answer|reply|response)s? (?:has|had|have) (?:ever |yet )?been (?:received|given|sent) from\b"
            r"|\bsilence (?:from|of) the\b|\bwaited in vain\b|\b(?:with|and|but|got|brought|drew|met with|been) "
            r"no (?:reply|answer|response)\b"
            r"|\b(?:answer|reply|response)s?(?: –|:| —|,)? (?:none|nil|zero)\b|\bnothing (?:further |more |else "
            r")?(?:has |had )?(?:been |was )?(?:received|heard|come)\b"
            r"|\b(?:sent|gave|given|offered|received|provided|has|had|have) no (?:\w+ )?(?:answer|reply|"
            r"response)\b|\bno (?:\w+ )?(?:reply|answer|response) "
            r"(?:has|had|have|was|is)\b|\bhas(?: not|n['’]t) (?:done so|called|rung|written)(?: back| since| "
            r"yet)?(?=[.,;”]|$)"
            r"|\b(?:answer|reply|response)\b[^.;]{0,60} (?:did not|has not|had not|never) (?:come|arrived?|been "
            r"received)\b|\bno (?:reply|answer|response)(?=[.,;]|$)"
            r"|\bwithout (?:an? |any )?(?:reply|answer|response)\b|\b(?:has|have|had) (?:ignored|left unanswered|"
            r"not acknowledged)\b"
            r"|\b(?:phone|telephone|calls?|messages?|letters?|e-?mails?) (?:went|goes|go|rang|have gone|has gone|"
            r"had gone) unanswered\b"
        ),
    ),
    (
        AnswerCode.DISPUTES_IDENTITY,
        _re(
            r"\b(?:is|was|are|were|be)(?: not|n['’]t) (?:[\w’' -]{1,40} and |[“\"‘'«])?(?:not )?(?:civilians?|who "
            r"(?:you|they|we|he|she|it)|the (?:same )?(?:person|people|man|men|"
            r"woman|women|one|ones|name|names|boy|girl)\b|(?:an?|any) (?:aid|relief|humanitarian|ordinary|real|"
            r"simple|mere|\w+er|\w+or|\w+ist|\w+ian|nurse|doctor|teacher|student|priest|pilot)\b)"
            r"|\bnot the (?:person|people|man|men|woman|women|one|ones) (?:you|we|they|on|in|he|she|named|that|"
            r"who|from|of)\b"
            r"|\b(?:is|was|are|were) (?:in (?:truth|fact|reality) |really |actually |all )?(?:an? )?(?:enemy |"
            r"foreign |intelligence |army |secret |military )*(?:soldiers?|spy|spies|agents?|officers?|"
            r"mercenar(?:y|ies)|combatants?|fighters?|saboteurs?|informers?|infiltrators?)\b(?! (?:who|of ours|of "
            r"the (?:front|group)))"
            r"|\b(?:man|woman|person|prisoner|detainee|captive|inmate|people|men|women|one)\b[^.;,]{0,60}\b(?:is|"
            r"was|are|were)(?: not|n['’]t) "
            r"(?-i:[A-Z])\w+_\w+|\band not (?-i:[A-Z])\w+_\w+(?=[.,;!?”\"]|$)"
            r"|\b(?:has|had|have|bears|bore|goes by|went by|under) (?:another|a different|some other|quite "
            r"another) name\b"
            r"|\b(?:a|some) (?:different|other) (?:person|man|woman|people)\b|\bsomebody else\b|\bsomeone else\b|"
            r"\bmistaken identity\b|\bwrong (?:name|man|woman|person|people)\b|"
            r"\b(?:was|is|were|are) (?:never|not) (?:called|named) (?:so|that)\b|\bno relation\b|\bgave (?:us "
            r")?(?:another|a different|a false) name\b"
        ),
    ),
    (
        AnswerCode.DOES_NOT_HOLD,
        _re(
            rf"\b(?:do(?:es)?|did)(?: not|n['’]t) (?:currently |now )?(?:hold|have|keep|detain) {_THEM}\b(?! "
            rf"(?:to|any idea|information|knowledge|answer|right))"
            rf"|\b{_BEING}(?: not|n['’]t) (?:being )?(?:held by us|holding|detaining|in {_OUR_HANDS}|with (?:us|"
            rf"them)\b|among (?:our|its|their|the) (?:prisoners|captives|detainees|guests))"
            rf"|\bnot holding\b|\bhold(?:s|ing)? (?:none|no one|nobody|no such|no (?:foreigner|hostage|captive|"
            rf"prisoner|civilian|\w+ (?:citizen|national))s?)\b|\bno such (?:person|people|persons|man|woman|"
            rf"names?) (?:is|are|was|were) (?:held|with (?:us|them)|in|among|on|known)"
            rf"|\b(?:none|neither|not one|nobody|no one)(?: of (?:them|these|those|the)(?: \w+){{0,4}})? (?:is|"
            rf"are|was|were|has (?:ever )?been|have (?:ever )?been|had (?:ever )?been) (?:held |ever |now "
            rf")?(?:with (?:us|them)|by us|in {_OUR_HANDS}|here|among (?:our|its|their))"
            rf"|\b(?:never|not) (?:been )?(?:held|detained|taken|arrested|seized|captured|had|kept) {_THEM}(?= |"
            rf"[.,;!”\"’']|$)|\bhas (?:never|not) held\b"
            r"|\bno such (?:\w+ )?(?:inmates?|prisoners?|persons?|people|detainees?|man|men|woman|women|names?|"
            r"captives?|hostages?|"
            r"individuals?)\b|\b(?:nobody|no one|no \w+) (?:under|by|of|with) (?:that|this|such a|those|these) "
            r"names?\b"
            r"|\bthere (?:is|are|was|were) no (?:prisoners?|captives?|hostages?|detainees?|foreigners?|"
            r"(?-i:[A-Z]\w+(?:s|n|se)\b))"
            rf"|{NOT_HELD}"
            r"|\b(?:not|never) (?:on|in|within) (?:our|its|their) (?:territory|soil)\b|\b(?:neither|no|none of "
            r"the) [^.;,]{1,50} (?:appear(?:s|ed)?|stands?|stood|"
            r"figures?|is|are|was|were|entered)(?: \w+)? (?:in|on) (?:the |our |its |their |any )?(?:registers?|"
            r"lists?|records?|books|detention|custody|prison)\b"
            r"|\bnot among (?:the |our |its |their )?(?:\w+ )?(?:people|men|women|prisoners|captives|detainees|"
            r"those|ones) "
            r"(?:\w+ )?(?:holds?|held|holding|in|has|have|had|under)\b"
            r"|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:appear|figure|feature|stand) (?:in|on|among) (?:our|its|"
            r"their|the|any) "
            r"(?:\w+ )?(?:registers?|lists?|records?|books|files|prisoners|detainees|inmates)\b"
            r"|\b(?:nobody|no one|no (?:prisoner|inmate|detainee|captive|person|man|woman|patient))"
            r" (?:called|named|by the name|under the name|of the name|with the name)\b"
            r"|\b(?:has|had|have) never been (?:held|detained|arrested|imprisoned|captured|taken (?:prisoner|"
            r"captive))\b"
            r"|\bnever been in (?:its|their) (?:hands|custody)\b"
            r"|\bnever (?:been )?in our (?:hands|custody)\b|\bnor did we (?:take|seize|capture|hold)\b"
            r"|^[“\"‘'«]?\s*not with us\b|\bnot with us\b|\bnot in our (?:hands|custody)\b|\bden(?:y|ies|ied) "
            r"(?:holding|keeping|detaining|having (?=(?:taken|abducted|kidnapped|held|seized|captured|detained|arrested|them|him|her|"
            r"any (?:prisoners|captives|hostages|detainees))\b))|\bhave nobody (?:of|by) that name\b|\b(?:we|it) (?:have|has|"
            r"had|hold|holds) (?:nobody|no one|none of)\b"
        ),
    ),
    (
        AnswerCode.DENIES_KNOWLEDGE,
        _re(
            r"\b(?:do(?:es)?|did)(?: not|n['’]t) know (?:anything|where|who|of|about|what (?:has |had )?(?:become|"
            r"happened)|their|his|her|them|these|those|any)\b"
            r"|\b(?:have|has|had|with|having|possess(?:es|ed)?|of|claims?|claimed)? ?[“\"‘'«]?no "
            r"[“\"‘'«]?(?:knowledge|information|idea|record|records|news|trace|data)[”\"’'»]? (?:of|about|on|"
            r"where|as to|regarding|concerning|who|what)\b"
            r"|\bkn(?:ow|ows|ew|own) nothing (?:about|of|at all|whatever|regarding|concerning|on)\b|\bkn(?:ow|ew) "
            r"of no\b|\b(?:was|were|is|are|am|['’]re) (?:not aware|unaware) of\b"
            r"|\b(?:do(?:es)?|did)(?: not|n['’]t) know (?:the (?:place|whereabouts|names?|case|men|people|"
            r"matter))\b|(?<!would )(?<!will )\b(?:neither|cannot|can neither|could neither) "
            r"(?:confirm|verify) (?:n?or|and) deny\b"
            r"|\b(?:cannot|can['’]t|could not) (?:help|tell) (?:you|them|her|him)\b|\bnot know (?:who|what|"
            r"where)\b|\bnot (?:in|on) (?:our|its|their) "
            r"(?:lists?|registers?|records?|files?|books?)\b"
            r"|^not to know\b|\b(?:claim|profess|pretend)(?:s|ed)? not to know\b|\bplead(?:s|ed)? ignorance\b|"
            r"^ignorance (?:of|about|as to)\b"
            r"|\bnames? [^.;,]{1,50} (?:mean|meant|say|said)s? nothing to\b"
            r"|\blost (?:all )?(?:contact|touch) with (?:the|those|its|our|their) [^.;,]{0,30}"
            r"(?:guard|hold|group|unit|captors|men|fighters|cell)"
            r"|\b(?:had|have|has) (?:never|not) heard (?:of|about)\b|\bnever heard of\b|\bnever (?:laid|set) "
            r"eyes on\b|\b(?:cannot|can['’]t|"
            r"could not|unable to|impossible to) say (?:where|what)\b|\bnames? (?:mean|meant|said|say)s? "
            r"nothing\b|"
            r"\b(?:is|are|was|were) (?:unknown|not known) to (?:us|it|them|him|her)\b|\bden(?:y|ies|ied) (?:all |"
            r"any )?knowledge\b|\bwithout (?:any )?(?:knowledge|information) (?:of|about)\b"
        ),
    ),
    (
        AnswerCode.SEARCHING,
        _re(
            rf"(?<!not )(?<!n't )(?<!n’t )\b(?:{_BEING}{_NOW} )(?:looking|searching|hunting|combing|scouring|"
            rf"sweeping) "
            rf"(?:hard |everywhere |high and low |\w+ly )*(?:for|through|in|the|every)\b(?! (?:a (?!list)|an |"
            rf"ways?|another|peace|my |our |forward))"
            rf"|\b{_BEING}{_NOW} (?:looking|searching)(?=[.,;!?”\"]|$)|\bthe search (?:goes on|continues|is "
            rf"(?:still )?on)\b"
            rf"|\b{_BEING}{_NOW} looking into (?:the|this|that|these|his|her|their|it|what|every|each|all|reports)\b"
            rf"|\b(?:opened|begun|began|started|launched|ordered|set up) (?:an?|its own|the) (?:\w+ "
            rf")?(?:investigation|probe|inquiry|enquiry)\b"
            rf"|\b(?:inquir(?:y|ies)|enquir(?:y|ies)|search(?:es)?|efforts?|checks?|investigations?|work) (?:for|"
            rf"into|to|about) [^.;,]{{1,60}} "
            rf"(?:is|are|was|were|has been|had been|have been) (?:still )?(?:under ?way|continuing|ongoing|in "
            rf"progress|going on)\b"
            rf"|\b(?:search(?:es)?|inquir(?:y|ies)|efforts) (?:for|into|to) [^.;,]{{1,60}} (?:continues?|"
            rf"continued|goes on|went on)\b"
            rf"|\b{_BEING}{_NOW} (?:checking|inquiring|enquiring|investigating|verifying)\b|\b(?:checks?|"
            rf"inquir(?:y|ies)|enquir(?:y|ies)|investigations?|"
            rf"verification|search(?:es)?|identification) (?:is|are|was|were|continues?|continued|goes on|went "
            rf"on)(?: still)? ?(?:under ?way|continuing|ongoing|in progress|"
            rf"being (?:made|carried out|conducted))?\b|\bneed(?:s|ed)? (?:more )?time to (?:look|search|find|"
            rf"check)\b|\b(?:identit(?:y|ies)|names?|fate|whereabouts|"
            rf"circumstances) [^.;,]{{0,30}}(?:is|are|was|were) (?:still )?being (?:clarified|established|"
            rf"checked|verified|examined)\b"
            rf"|\b(?:will|would|shall|have to|has to|had to|must|['’]ll) (?:try to )?(?:look into|inquire|"
            rf"enquire|make inquiries|ask around|find out|"
            rf"check(?: again| with| the| on| every)?|see what|search)\b"
            rf"|\b(?:begun|began|started|launched|opened|ordered|instructed|undertaken|resumed|organi[sz]ed|"
            rf"mounted) (?:a |the |to |an |its |their |his \w+ to )?(?:new |wide |thorough |full )?(?:search(?:es|"
            rf"ing)?|look(?:ing)? for|hunt|inquir(?:y|ies)|enquir(?:y|ies)|trac(?:e|ing)|comb(?:ing)?)\b"
            rf"|\b(?:search|searches|searching|looking|hunt|efforts to (?:find|trace|locate)) (?:for (?:them|him|"
            rf"her|those (?:people|named)|the \w+) )?(?:is|are|was|were|has been|had been) (?:under way|underway|"
            rf"continuing|going on|in progress|ongoing)\b|\bsearch(?:es)? for (?:them|him|her|those people|the "
            rf"[\w ]{{1,30}}) (?:is|was|continues|continued|goes on|went on)\b"
            rf"|\bsent (?:out )?(?:people |men |word |patrols |scouts )?(?:out )?to (?:look|search|find|ask)\b|"
            rf"\b(?:taking|doing|making) (?:every|all)(?: \w+){{0,3}} to (?:find|trace|locate|establish|learn)\b"
            rf"|\b{_BEING}{_NOW} (?:trying|working|attempting|doing (?:everything|all|its best|our best)(?: "
            rf"\w+){{0,3}}|making (?:every )?efforts?|at work|seeking) to (?:find|trace|locate|establish|learn|"
            rf"discover|clarify|determine|ascertain)\b"
            rf"|\b{_BEING}{_NOW} (?:making|conducting|carrying out) (?:its |their |our |own |\w+ )*(?:inquir(?:y|"
            rf"ies)|enquir(?:y|ies)|search(?:es)?)\b"
            rf"|\b{_BEING}{_NOW} (?:checking|going through|examining|comparing) (?:its |their |our |the |every |"
            rf"all |each )*(?:\w+ )?(?:lists?|registers?|names?|prisons?|camps?|records?|villages?|units?|"
            rf"hospitals?|posts?)\b"
        ),
    ),
    (
        AnswerCode.ASKS_DETAILS,
        _re(
            rf"\b(?:need(?:s|ed)?|ask(?:s|ed|ing)?(?: [\w’'-]+){{0,3}} for|require[sd]?|request(?:s|ed)?|want(?:s|"
            rf"ed)?|send (?:us|it|them|him)|lack(?:s|ed)?|demand(?:s|ed)?|wait(?:s|ing|ed)? for|give us|tell us|"
            rf"send(?= (?:pictures|photo|the fathers|names|their))|call(?:s|"
            rf"ed)? for|provide)\b"
            rf"(?: [\w’'“”\"‘-]+){{0,6}}? [“\"‘'«]?{_DETAILS}\b|^for (?:the |more |further |additional |their "
            rf")?(?:[\w’'-]+ )?{_DETAILS}\b"
        ),
    ),
    (
        AnswerCode.REFUSES,
        _re(
            r"\b(?:do|does)(?: not|n['’]t) (?:discuss|comment on|talk about|speak about)\b(?! (?:deadlines?|rumou?rs?|colou?rs?|speculation|ransoms?|prices?|money|talks))|\b(?:will|would|can|"
            r"could|shall|may)(?: not|n['’]t) (?:discuss|answer|comment|give any|provide any|disclose|speak "
            r"(?:about|of|to)|talk (?:about|of)|say (?:anything|a word|more)|reveal|confirm or deny|be drawn|go "
            r"into)\b"
            r"|\b(?:would|will) neither confirm nor deny\b|\bneither confirmed nor denied\b|\brefusals? to "
            r"(?:comment|discuss|say|name)\b"
            r"|\bwon['’]t (?:discuss|answer|comment|disclose|speak|talk|say)\b|\brefus(?:e|es|ed|ing|al) to "
            r"(?:discuss|answer|disclose|say|speak|talk|comment|reveal|give|be drawn|take|accept|look at|read|"
            r"receive|hear)\b"
            r"|\b(?:no|not (?:a|one)) (?:names?|lists?|word) (?:before|until|unless|till)\b|\bcompetent "
            r"(?:bodies|authorities|organs)\b[^.;]{0,40}(?:procedures?|work)\b"
            r"|\b(?:cannot|can['’]t|could not|will not|would not|may not) be (?:shared|disclosed|discussed|"
            r"revealed|named|published|given)\b|\bnames? (?:is|are|was|were) "
            r"not (?:given|disclosed|told|shared)\b|\b(?:is|was|are) (?:a |an )?(?:military|internal|security|"
            r"state|family) (?:matter|secret|affair)\b"
            r"|\bdeclin(?:e|es|ed|ing) to (?:discuss|name|specify|confirm|identify|answer|disclose|say|speak|"
            r"talk|comment|reveal|give(?! an? (?:undertaking|guarantee|interview|date))|be "
            r"drawn)\b|\bwould say nothing\b|\b(?:has|have|had) nothing to say\b|\bno comment\b(?! (?:on|about) this )|\b(?:is|was|are|"
            r"were) not (?:prepared|willing|ready) to (?:discuss|answer|say|talk|speak)\b"
            r"|\bnot (?:a (?:subject|matter|topic) for|up for|open to) (?:discussion|talks|debate|negotiation|"
            r"strangers)\b|\bnobody['’]?s? business\b|\bnone of (?:your|their) business\b|\bturned (?:the "
            r"question|it) away\b|\bwaved (?:the question )?away\b"
        ),
    ),
    (
        AnswerCode.SAYS_ESCAPED,
        _re(
            r"(?<!not )(?<!never )(?<!n't )(?<!n’t )(?<!to )\b(?:escaped|got away|ran away|run away|fled|slipped "
            r"away|slipped out|broke out|broken out|made off|absconded)\b(?! (?:unhurt|injury|death|attention|"
            r"notice|with (?:a|the)))"
        ),
    ),
    (
        AnswerCode.SAYS_DEAD,
        _re(
            r"\b(?:is|are|was|were) (?:no longer (?:alive|among the living|living)|dead)\b|\b(?:have|has|"
            r"had) (?:all |both )?(?:died|been (?:killed|shot|executed)|perished|succumbed|passed away|drowned)\b|"
            r"(?<!nearly )(?<!almost )\b(?:died|perished|drowned|passed away|succumbed)\b(?! (?:down|out))|"
            r"\b(?:was|were) (?:killed|buried|executed|shot dead|drowned)\b|\b(?:we|they) buried (?:him|her|"
            r"them)\b"
        ),
    ),
    (
        AnswerCode.SAYS_RELEASED,
        _re(
            r"\b(?:have|has|had|we|they|it) (?:already |long since |all )?(?:released|freed|let go|set free|sent "
            r"home) (?:them|him|her|all|those|these|both|the|[A-Z]|\w+ of)|\b(?:set|let) (?:them|him|her|both|"
            r"those|the \w+|[A-Z]\w+|all \w*) (?:free|go)\b"
            r"|\b(?:(?:have|has|had) (?:already |long since |all |both )?been|(?:was|were)(?: already| all| "
            r"both)?) (?:released|freed|set free|let go|sent home|sent back|returned|handed back|repatriated)\b"
            r"|\b(?:two|one|three|four|five|some|all|several|both|none)? ?(?:of (?:them|the \w+) )?(?:already |"
            r"now )?(?:freed|released)(?=$|[.,;]| (?:on|at|in|last|by|from)\b)|\b(?:are|is|went|gone|walked|sent) "
            r"(?:already )?(?:home|free)\b|\bno longer (?:in (?:custody|detention|captivity)|prisoners?|"
            r"captives?)\b|\bwalked out of (?:the |its |our )?(?:prison|jail|gaol|court|camp)\b"
        ),
    ),
    (
        AnswerCode.SAYS_TRANSFERRED,
        _re(
            r"\b(?:have|has|had|was|were|been)(?: already| all| both| since| then| later| long since)* (?:been "
            r")?(?:transferred|moved|shifted|removed|handed|taken|brought|shipped|passed|delivered|driven|flown|"
            r"evacuated|turned) "
            r"(?:them |him |her |the \w+ |(?-i:[A-Z])\w+_\w+ )?(?:over |on |away |back )?(?:from [\w\s’'-]{1,40} "
            r")?(?:to|into|"
            r"across)\b"
            r"|\b(?:we|they|it) (?:transferred|moved|handed|took|passed|sent|turned) (?:them|him|her|those|all|"
            r"both|the \w+|(?-i:[A-Z])\w+_\w+) (?:over |on |away )?(?:to|into|across)\b|\bare (?:now )?with "
            r"(?:another|the other) "
            r"(?:group|faction|party)\b"
        ),
    ),
    (
        AnswerCode.HOLDS,
        _re(
            r"\bwe (?:do |still |now |currently |also )*(?:hold|have|are holding|are keeping|keep|have got|"
            r"detained|are detaining) "
            rf"(?:them|him|her|these|those|all|both|\w+ of them|{NUMBER}(?: with us| of (?:them|these|those))|the "
            rf"(?:hostages|captives|prisoners|detainees|crew|men|women|\w+ (?:hostages|captives|people|men|"
            rf"women))|"
            r"(?:the )?crew of [\w ]+|your (?:people|men|women|citizens|sons|daughters))"
            r"(?= ?[.,;:!?”\"]| (?:in|at|and|as(?! well)|with|safe|alive|here|here|still|under)|$)"
            rf"|\b(?:we|they|it|I) (?:still |now )?(?:has|have|had) (?:all|both|them|him|her)(?: {NUMBER}| of "
            rf"them)?(?=[.,;:!”\"]| (?:and|in|with|here|safe|alive)\b|$)"
            rf"|\b(?:all |the )?{NUMBER} (?:of them )?(?:(?:are|is|were) (?:still |now |here )?)?(?:with (?:us|"
            rf"me)|in (?:our|my) (?:hands|custody))\b"
            rf"|(?<!not )\b(?:{_BEING} )(?:being )?held by us\b|(?=\b(?:is|are|ha(?:ve|s) been) ){_NO_THING}(?<!not )(?<!none )\b(?:is|are|have been|has "
            rf"been) (?:all |both |still |safe |well |alive )*(?:and well )?"
            r"(?:in our (?:hands|custody|power|keeping|care)|with us|our (?:guests?|prisoners?|captives?))\b"
            rf"|\b(?:it|they) (?:still |also |now )?(?:holds?\b|held\b|(?:was|were|is|are) (?:still )?(?:holding|"
            rf"detaining)\b){_NO_OTHER_HOLDING}"
            rf"|^holding\b{_NO_OTHER_HOLDING}"
            r"|\b(?:is|are|was|were|have been|has been|had been) (?:all |both |still )?[“\"‘'«]?(?:in|under) "
            r"(?:its|their) (?:hands|custody|keeping|care|power|protection|guard)\b"
        ),
    ),
    (
        AnswerCode.COLLECTIVE_REPLY,
        _re(
            r"^[“\"‘'«]?all (?:of )?(?:the |our |its |their )?(?:prisoners|captives|detainees|hostages|guests|"
            r"inmates) "
            r"(?:is|are|were|have been) (?:being )?(?:well|safe|alive|unharmed|treated|in good)\b|"
            r"\b(?:list|file|files|names?|paper|papers|letter|request|dossier|case|cases|matter|inquiry|enquiry|"
            r"question|questions|petition|communication)\b[^.;]{0,80}?\b(?:has|have|had|was|were|is|are|will|"
            r"would) (?:\w+ )?(?:been |be )?"
            r"(?:received|noted|taken note of|registered|recorded|passed (?:on|to)(?! (?:the |to the )?(?-i:[A-Z]))|forwarded|examined|studied|"
            r"considered|reviewed|looked into|with the|in (?:good|safe|the right) hands|under (?:consideration|"
            r"review|study|examination)|on (?:the|his|her|our|its) desk|treated|dealt with|being)\b"
            r"|\b(?:has|have|had) (?:taken note of|received|registered|noted|read|seen) (?:your|their|our|the|its|"
            r"this|these|all|every) (?:\w+ )?(?:list|lists|file|files|names?|papers?|letters?|requests?|dossiers?|"
            r"cases?|questions?|messages?|communication)\b"
            r"|\btakes? (?:every|each|all|these|the|this|such) (?:\w+ )?(?:names?|cases?|matters?|files?|"
            r"requests?|questions?) (?:very )?seriously\b|\b(?:will|would) (?:treat|handle|consider|study|"
            r"examine) (?:it|them|the (?:list|file|names?|case|matter)|every|each) (?:as|with|in|name|case|"
            r"carefully)\b"
            r"|\bhas your (?:paper|list|letter|file|names)\b|\bevery (?:name|case|file) (?:is|will be|would be) "
            r"(?:treated|examined|considered|studied|looked)\b"
        ),
    ),
    (AnswerCode.DOES_NOT_HOLD, _re(r"\bno longer (?:held|in our hands|in our custody|with us)\b")),
)
ANSWERS = (
    tuple(
        pair
        for code, words in _PHRASES[:-1]
        for pair in ((code, words), *(((code, FIELDS[code]),) if code in FIELDS else ()))
    )
    + _PHRASES[-1:]
    + tuple(IDIOMS.items())
)
_TAKING = (
    r"(?:abduction|kidnap\w*|disappearance|capture|detention|arrest|seizure|imprisonment|taking|hostage|captivity)"
)
_TOOK = r"(?:taken|abducted|kidnapped|held|seized|captured|detained|arrested|imprisoned|holding|hold|holds|keeping)"
# What is denied, confirmed or asked for, named at the head of the words: "(denied) any part in the abduction of ...".
BY_MANNER = (
    (
        Manner.DENIED,
        AnswerCode.DOES_NOT_HOLD,
        _re(
            rf"^(?:any |all |its |their |his |the )?(?:involvement|part|role|hand|responsibility|complicity) "
            rf"(?:in|for) [^.;]{{0,40}}{_TAKING}"
            rf"|^(?:ever )?having (?:ever )?{_TOOK}\b|^that [^.;]{{1,40}} {_TOOK}\b"
            r"|^(?:all |any |the |these |such )?(?:claims?|reports?|allegations?|suggestions?|accusations?|"
            r"charges?|rumou?rs?|assertions?) "
            rf"(?:that|of|about) [^.;]{{0,60}}(?:{_TOOK}|{_TAKING})"
        ),
    ),
    (
        Manner.DENIED,
        AnswerCode.DENIES_KNOWLEDGE,
        _re(r"^(?:(?:any|all|having|its|their|his) )*(?:knowledge|information|knowing|awareness)\b"),
    ),
    (
        Manner.CONFIRMED,
        AnswerCode.HOLDS,
        _re(r"^(?:the |its )?(?:continued )?(?:detention|arrest|imprisonment) of\b"),
    ),
    (Manner.CONFIRMED, AnswerCode.SAYS_DEAD, _re(r"^(?:the )?(?:deaths?|killing|execution) of\b")),
    (Manner.SAID, AnswerCode.SAYS_DEAD, _re(r"^the (?:deaths?|killing|execution) of\b")),
    (Manner.CONFIRMED, AnswerCode.SAYS_RELEASED, _re(r"^(?:the )?(?:release|liberation) of\b")),
    (Manner.CONFIRMED, AnswerCode.SAYS_TRANSFERRED, _re(r"^(?:the )?transfer of\b")),
    (
        Manner.ASKED,
        AnswerCode.ASKS_DETAILS,
        _re(
            rf"^(?:(?:for|the|an?|her|his|their|more|further|additional|recent|full|exact) )*{_DETAILS} (?:of|"
            rf"about|on|for)\b"
        ),
    ),
)
UNTRUE = _re(
    r"\b(?:not true|untrue|false|lies?|never|not|nobody|deny|denies|denied|neither|nor|none|whether|if|"
    r"allegations?|accus\w+|claims?|rumou?rs?|they say|you say)\b"
)
ITSELF = _re(
    r"(?:it|they|holding)\b|.*\b(?:its|their|his|her) (?:hands|custody|keeping|care|power|protection|guard)\b"
)
# Words at once before the people held: "we have the crew", "the Alliance had the team".
HOLDING = _re(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )\b(?:ha(?:s|ve|d)|(?:ha(?:s|ve|d) )?(?:captured|arrested|abducted|"
    r"kidnapped)|ha(?:s|ve|d) (?:taken|seized|detained)|holds?|held|(?:is|are|was|were) (?:still |now "
    r")?(?:holding|keeping|detaining)|keeps?|kept|"
    r"detained|seized|took)(?: all| both| some)?(?: of)?\s+[“\"‘'«]?$"
)
# Whoever searches, speaks for the searchers, or only saw: their words about the people are no answer of a party.
OUR_SIDE = _re(
    r"\b(?:mother|father|brother|sister|wife|husband|daughter|son|uncle|aunt|cousin|relatives?|famil(?:y|ies)|"
    r"parents?|employers?|"
    r"grand\w+|owners?|widow|niece|nephew|partner|friends?|colleagues?|widower|dad|mum|mom|fianc\w+|university|"
    r"school|college|company|firm|"
    r"charity|union|hospital|clinic|club|church|association|forum|consul|consulate|embassy|ambassador|lawyers?|"
    r"lawmakers?|foreign (?:minister|ministry|office|secretary)|"
    r"doctor|physician|nurse|surgeon|professor|teacher|neighbou?rs?|witness|cook|former (?:prisoner|detainee|"
    r"captive|hostage)|insurer|shipping|"
    r"country director|defectors?|traders?|villagers?|residents?|shepherd|fisherman|driver|newspaper|daily|"
    r"agency|editor|reporter)\b"
)
# Of these, whoever answers as an office or a company.
OFFICE = _re(
    r"(?:employers?|owners?|university|school|college|company|firm|charity|union|hospital|clinic|club|church|association|forum|consul|consulate|"
    r"embassy|ambassador|foreign (?:minister|ministry|office|secretary)|insurer|shipping|agency)"
)
# The small side: words that stand for the people, their case, or questions as such.
_THEIR_MATTER = (
    r"(?:it|them|him|her|us|that|this|anything|anybody|anyone|any|more|further|further questions|either|both|where|whether|who|whom|what|when|how|which|if|why|"
    r"cases?|fates?|whereabouts|names?|lists?|prisoners?|captives?|hostages?|detainees?|matters?|questions?|quer(?:y|ies)|inquir(?:y|ies)|reports?|claims?|individuals?|"
    r"persons?|people|staff|employees?|crew|details?|identit(?:y|ies)|letters?|papers?|situation|subject|state|condition|health|place|location|men|women|guests?|inmates?|"
    r"disappearance|abduction|kidnapping|detention|arrest|release|numbers?|citizens?|nationals?|foreigners?|relatives?|famil(?:y|ies))"
)
OTHER_MATTER = _re(
    rf"(?:(?<=discuss)|(?<=comment)|(?<=answer)|(?<=drawn)|(?<=disclose)|(?<=reveal)|(?<=about)|(?<=comment on)|(?<=(?:speak|.talk) (?:to|of))|(?<=give)|(?<=confirm)) (?:(?:on|about|to|of) )?(?!{_THEIR_MATTER}\b)(?:(?:the|an?|any|such|these|those|his|her|its|their|our|individual|specific|internal) )*(?!{_THEIR_MATTER}\b)"
    rf"(?!(?:before|until|till|unless|because|while|without|in|at|by|for|with|from|as|and|or|but|to|on|about|so|again|yesterday|today|when|after|during|since|regarding|concerning|over|of|a|an|any|the|these|those|such|his|her|its|their|our|individual|whose|publicly)\b)"
    rf"(?:[a-z]+s?)\b(?! (?:of|about|on|concerning|regarding|for) (?:the |these |those |any |our |its )?(?:{_THEIR_MATTER}|\w+(?:ers|ors|ists|ians))\b)"
)
