"""How parties answer in idiom, in English: "my guests", "they eat our bread", "turning every shed inside out"; tables only.

In: nothing. Out: `IDIOMS`, more predicates for each answer code; `THINGS`, which nobody looks for.
Leaves to others: set phrases (`answers`), plain words by field (`answer_fields`), whose words they are (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.words import NUMBER, split
from homeward.records import AnswerCode


def _re(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


THINGS = split(
    "boat boats ship vessel dhow trawler tanker yacht tug barge plane aircraft aeroplane helicopter drone car cars jeep truck "
    "trucks lorry lorries bus van vehicle vehicles motorcycle camera cameras equipment phone phones telephone telephones "
    "passport passports document documents paper papers list lists letter file files map maps luggage baggage cargo goods "
    "weapon weapons rifle rifles money ransom key keys instrument instruments laptop laptops computer computers belongings "
    "radio evidence proof photograph photographs video recording ring shoes clothes camels goats cattle sheep"
)  # in somebody's hands they are no people held
_MARKS = split(
    "ink hand handwriting writing stamp seal signature flag voice land soil road river money house decision matter fault victory idea"
)
_NO_BELONGING = "".join(rf"(?<!\b{thing} )" for thing in (*THINGS, *_MARKS))  # "the ink is ours"
_WAS = r"(?:is|are|was|were|has been|have been|had been|being)"
_STILL = r"(?: (?:all|both|still|now|here|safe|well|alive|indeed|already))*"
_US = r"(?:us|me|our (?:people|men|families|fighters|brothers|wives))"
_HANDS = r"(?:hands|custody|keeping|care|power|charge|possession|grasp)"
_THEM = r"(?:them|him|her|both|all of them|those (?:people|men|women)|(?-i:[A-Z])\w+_\w+|the \w+(?: \w+)?)"
_SHELTER = r"(?:roofs?|house|houses|tents?|camps?|village|valley|mountains?|hills?|caves?|wells?|farm|compound|land|protection)"

IDIOMS: dict[AnswerCode, re.Pattern[str]] = {
    AnswerCode.HOLDS: _re(
        r"\bown(?:s|ed|ing)? up to (?:having|holding|the (?:capture|abduction|seizure))\b|\bboast(?:s|ed|ing)? of (?:having (?:taken|captured|seized)|holding|capturing|seizing)\b",
        r"(?<!not )\b(?:is|are) (?:all |both |still |now |safe )*(?:with|among) (?:my|our) (?:men|people|boys|fighters|own)\b",
        rf"\b(?:it|they|he|she) (?:still |now |also )?(?:has|have|had|holds?|held|keeps?|kept) (?!no\b|none\b|not\b|nobody\b|never\b)[\w’' -]{{2,50}}? in (?:its|their|his|her) {_HANDS}\b",
        rf"(?<!not )\b{_WAS}{_STILL} (?:our|my) (?:honou?red )?(?:guests?|prisoners?|captives?|visitors?|lodgers?)\b",
        rf"(?<!not )\b(?:sit|sits|stay|stays|live|lives|remain|remains|sleep|sleeps|rest|rests|pray|prays|winter|travel|walk){_STILL} (?:with|among) {_US}\b",
        r"\b(?:eat|eats|eating|share|shares|sharing) (?:our|my) (?:bread|salt|rice|food|table|meals?|fire)\b",
        rf"(?<!not )\b{_WAS}{_STILL} (?:under|in|at) (?:our|my) {_SHELTER}\b",
        rf"(?<!not ){_NO_BELONGING}\b(?:are|is) (?:ours|mine)(?: (?:for (?:the present|now|the moment)|until|till|still|today|as long as))?(?=[.,;!”\"’' ]|$)",
        rf"(?<!not )\b{_WAS}{_STILL} (?:in|under) (?:his|her|their|its) {_HANDS}\b",
        r"\b(?:I|we) (?:took|seized|captured|picked up|stopped|lifted|caught) (?:them|him|her|these|those|the \w+)(?! (?:\w+ ){0,2}(?:to|into|back|home|across|over|away|for)\b)",
    ),
    AnswerCode.DOES_NOT_HOLD: _re(
        r"\b(?:my|our|its|their|his) (?:prisons?|cells?|jails?|camps?|houses?|hands|detention centres?) (?:is|are|was|were|stand|stands|stood) empty\b|\blook (?:for (?:them|him|her) )?elsewhere\b",
        r"\bno [\w’' -]{2,30}? (?:has|have|had) (?:ever )?(?:crossed|passed|entered|come (?:to|under|through)|been (?:under|behind|inside)) (?:my|our|its|his|their)\b",
        r"\b(?:is|are|was|were) (?:in|on|under|at|behind) no (?:[\w-]+ )?\w+ of (?:ours|mine|theirs|its own)\b|\b(?:is|are|was|were) (?:not registered|unknown) (?:in|at|with|by) (?:any|our|its|their|the)\b",
        r"\b(?:was|were|has been|have been) never (?:been )?(?:entered in|on|in) (?:our|its|their|the|any) (?:registers?|books?|lists?|records?|prisons?)\b|\bnever (?:been )?(?:its|our|their|his) (?:prisoners?|captives?|hostages?|guests?)\b",
        r"\b(?:is|are|was|were)(?: not|n['’]t) (?:among|one of|in|part of|with|on) (?:the )?(?:detained|arrested|detainees|prisoners|inmates|captives|(?:our|its|their) (?:\w+ )?(?:prisoners|detainees|captives|hands|custody|register|registers|books))\b",
        r"\b(?:has|have|had) (?:arrested|detained|taken|seized|captured|kidnapped|stopped) no [\w-]+|\bno (?:unit|man|soldier|fighter|officer|patrol|policeman|brigade)s? (?:of (?:ours|its|theirs|mine) )?(?:has|have|had) (?:ever )?(?:detained|arrested|taken|seized|held|touched)\b",
        r"^[“\"‘]?no [\w-]+ in (?:our|my|its|their) (?:prisons?|camps?|hands|custody|cells|jails?)\b|\bnot in the business of (?:keeping|holding|taking)\b|\bno longer (?:keep|hold|have)\b",
        rf"\bno (?:[\w-]+ )?\w+ (?:is|are|was|were|(?:has|have|had) ever been|(?:has|have|had) been) (?:in|under) (?:its|our|my|his|their) {_HANDS}\b",
        rf"\bthere (?:is|are|was|were|have been|has been) no (?:[\w-]+ )?\w+ (?:in|under) (?:its|our|my|his|their) {_HANDS}\b",
        r"\b(?:is|are|was|were)(?: not|n['’]t) (?:with|among) (?:his|her|its|their|our|my) (?:boys|men|people|fighters|guests|soldiers|lads|brothers)\b",
        r"\b(?:we|I) never (?:had|held|took|saw|met|arrested|touched) (?:them|him|her|those|any)\b",
        r"\b(?:its|his|our|my|their) (?:men|boys|fighters|soldiers|police|force|patrols) [“\"‘]?(?:had |have |has )?(?:never|not) (?:arrested|taken|held|detained|seized|touched|seen)\b",
        r"\b(?:I|we) (?:have|hold) (?:not|n['’]t)(?=[.,;!”\"]|$)",
        rf"\b(?:was|were|is|are) never (?:on|in|among|with|at|aboard) (?:our|my|any|{_US}|(?:the|that) (?:truck|bus|boat|lorry|plane|train|convoy|list|camp|place))\b",
        r"\b(?:has|have|had|holds?|held|keeps?|kept) (?:no|not one|not a single) [\w’' -]{2,40}? in (?:its|our|my|his|their) (?:hands|custody|keeping|care|cells|prisons?)\b",
        r"^(?:ever )?having (?:ever )?(?:held|taken|detained|seized|kept|had)\b",
    ),
    AnswerCode.SAYS_ESCAPED: _re(
        r"\b(?:slipped|eluded|evaded|outran|fooled|tricked|overpowered|gave) (?:his|her|their|our|its|the) (?:\w+ )?(?:guards?|escorts?|jailers?|captors|warders?|keepers?)(?: the slip)?\b|\bleft without (?:permission|leave)\b",
        r"\b(?:broke|broken|forced|picked|cut|sawn|sawed|filed) (?:the|a|his|her|their|through the) (?:locks?|chains?|door|bars|window|wire|fence|wall) and (?:run|ran|fled|gone|went|made|got|left)\b",
        r"\b(?:slipped|jumped|leapt|leaped|climbed|went|got|scrambled|clambered|swam|crawled|vanished|dropped|walked) (?:out|over|away|off|through|down|overboard|ashore|clear|free)"
        r"(?: (?:through|of|from|over|by|at|in|into|the|a|an|his|her|their|our|under)\b[^.;,]{0,30})?\b(?:wall|fence|window|side|laundry|roof|gate|night|dark|guards?|river|overboard|drain|hatch|truck|camp|cell|prison|desert|wire|rope)\b",
        r"\bswam for it\b|\bgave (?:us|them|me|(?:the|our|my|their|his) (?:guards?|men|jailers?)) the slip\b|\b(?:broke|got|wriggled|tunnelled|tunneled) (?:free|loose|out)\b|"
        r"\bmade (?:good )?(?:his|her|their) escape\b|\b(?:bolted|absconded|ran off|jumped ship|jumped overboard)\b|\btook to (?:the|his|her|their) (?:hills|heels|bush)\b|"
        r"\b(?:was|were) gone (?:in the morning|by (?:dawn|morning)|when we)\b",
    ),
    AnswerCode.SAYS_DEAD: _re(
        r"\b(?:has|have|had)(?: not|n['’]t) (?:survived|lived|outlived|come through|pulled through)\b|\b(?:has|have|had|is|are) (?:gone to|with) (?:his|her|their) (?:maker|god|lord|ancestors)\b|\bgave up the ghost\b",
        r"\blies? (?:buried|dead|under (?:the|a)|in (?:the ground|the earth|the cemetery|(?:his|her|a) grave|the river))\b|\b(?:is|are|was|were) (?:buried|in (?:his|her|their|a) graves?|with god now)\b|"
        r"\bdid not (?:survive|live through|outlive|come through)\b|\bbreathed (?:his|her) last\b|\b(?:bled|froze|starved|burned|burnt) to death\b|\b(?:we|I) (?:dug|covered) (?:his|her|their) graves?\b",
    ),
    AnswerCode.SAYS_TRANSFERRED: _re(
        r"\b(?:has |had |have )?(?:sold|traded|bartered|lent) (?:them|him|her|all|both|those|the [\w’' -]{2,30}?) (?:on |over )?to (?:an?other|others|the|a|an|our|its|his|their|some|[A-Z])",
        r"\b(?:was|were|has been|have been|had been|is|are) (?:taken over|bought|claimed|inherited) by (?:an?other|others|the|a|an|our|some|[A-Z])",
        r"\b(?:has|have|had|was|were|been) (?:\w+ )?(?:assigned|given|passed on|driven|marched|walked|sold) to (?:others?|another|our brothers|the (?:quarr|mines?|works)|[A-Z]|an?other)",
        rf"\b(?:I|we|they) (?:have |had )?(?:passed|handed|sent|moved|gave|given|sold|traded|turned|delivered|drove|marched) (?:{_THEM} )?(?:on |over |down |up |back |away )?(?:to|into|across)\b"
        r"(?! (?:look|search|find|ask|see|say|tell|help|get|be|do|take|bring)\b)",
    ),
    AnswerCode.SAYS_RELEASED: _re(
        r"\b(?:free|at liberty) to (?:go|leave) and (?:had |have |has )?(?:left|gone|went)\b|\b(?:was|were|has been|have been|had been) (?:put|taken|driven|sent|flown) (?:back )?home\b",
        r"\b(?:has|have|had) been (?:at liberty|free(?: (?:men|women|man|woman))?) (?:since|for)\b|\blet everybody go\b|\blet (?:them|him|her|all|everyone) (?:all )?go\b",
        rf"\b(?:I|we) (?:have |had )?(?:sent|let|set|put|walked|saw) (?:{_THEM} )?(?:go|free|home|off|on the road home|across the border)\b",
    ),
    AnswerCode.SEARCHING: _re(
        r"\b(?:every|each|all) (?:\w+ )?(?:units?|brigades?|commanders?|posts?|prisons?|camps?|stations?|hospitals?|provinces?|governors?) (?:has|have|had) been (?:asked|questioned|told to look|ordered to look|instructed|alerted)\b",
        r"\b(?:is|are|was|were|['’]re)(?: now| still)? (?:going through|working through|trawling through|combing through|sifting|checking with|asking (?:at|in|after|among|round|around)|making (?:enquir|inquir)ies)\b",
        r"\b(?:men|patrols|people|scouts|teams|boats|trackers) (?:is|are|was|were) out (?:on|in|looking|searching|to (?:find|look|search))\b|\b(?:asked|wrote to|sent to|ordered|instructed) (?:every|each|all) (?:\w+ )?(?:units?|brigades?|commanders?|prisons?|camps?|stations?|hospitals?)\b",
        r"\b(?:we|I|our (?:men|people|boys)) (?:still |now |too )?(?:look|search|hunt) for\b",
        r"\ba search (?:of|by|for|in|through) [^.;,]{1,60}? (?:(?:was|is|had been|has been) (?:now |still )?(?:under ?way|on\b|in progress|begun)|(?:had|has) begun)\b",
        r"\b(?:is|are|was|were|been) (?:now |still )?(?:combing|searching|scouring|sweeping|walking|trawling) (?:both|all|each|its|their|our|his|her)\b",
        r"\b(?:men|boys|patrols?|soldiers|helicopters?|police|boats?|teams?|divers|guards|troops|dogs|units?) (?:has|have|had) (?:already |twice |again )?(?:searched|combed|scoured|swept)\b",
        r"\b(?:my|our|his|its|their) (?:boys|men|people) (?:is|are|was|were) asking (?:after|for|about|at)\b",
        r"\bturn(?:s|ed|ing)? (?:over )?every (?:\w+ )?(?:shed|stone|house|village|tent|hut|barrack|room|cellar|warehouse|prison|office|page)s?(?: (?:inside out|upside down|over))?\b",
        r"\bleav(?:es?|ing) no stone unturned\b|\b(?:left) no stone unturned\b|\b(?:going|goes|went|gone) (?:from )?(?:door to door|house to house|village to village|cell to cell|prison to prison)\b",
    ),
    AnswerCode.ASKS_DETAILS: _re(
        r"\b(?:wish(?:es|ed)|want(?:s|ed)|ask(?:s|ed)|need(?:s|ed)|would like) to know (?:which|what|whose|when|where|how old|the|his|her|their|whether)\b|\bkindly (?:send|furnish|provide|supply|give)\b",
        r"\b(?:sent|handed|gave) (?:back|it back|us back|the \w+ back|back the \w+)\b[^.;]{0,60}? (?:asking|and asked|with a request) for\b|^[“\"‘]?which (?-i:[A-Z])\w+[^.]{0,40}\?",
        r"\b(?:nothing|nobody|no (?:list|name|search|file)|not)\b[^.;]{0,50}? without (?:[\w’'-]+ ){0,4}?(?:details?|photographs?|photos?|pictures?|names?|dates?(?: of birth)?|birth|numbers?|papers|"
        r"passports?|patronymics?|surnames?|certificates?)\b",
        r"\b(?:names?|patronymics?|surnames?|dates? of birth|birth dates?|numbers?|photographs?|photos?|ages?|fathers|signatures?|stamps?) (?:is|are|was|were) (?:still )?(?:missing|lacking|wanting|illegible|wrong|incomplete)\b",
        r"^[“\"‘]?on (?:the |their |his |her )?(?:[\w’'-]+ ){0,3}?(?:names?|numbers?|photographs?|dates?|particulars)\b",
        r"\b(?:need(?:s|ed)?|want(?:s|ed)?|have|has|had|like|ask(?:s|ed)?) (?:first )?to (?:first )?(?:see|have|know|be (?:given|shown|sent|told)) [^.;]{0,40}\b(?:books?|papers|cards?|documents|passports?|photographs?|photos|"
        r"pictures|names|numbers|dates|ages|fathers|certificates?|licen[cs]es?|licences)\b",
        r"\ba name (?:alone )?is not enough\b|\bnames? (?:alone )?(?:are|is) not enough\b",
    ),
    AnswerCode.DISPUTES_IDENTITY: _re(
        r"\b(?:is|are|was|were) no (?:real |simple |ordinary |mere )?[a-z]+(?:ists?|ers?|ors?|ians?|m[ae]n|wom[ae]n|eers?|ants?|nurses?|monks?|nuns?|priests?|doctors?)\b(?! (?:of|in|among|here|there|on|at|with|than|under))",
        r"\b(?:these|they|those) (?:are|were)(?: not|n['’]t) (?:\w+ )?\w+s[,;:] (?:they|these|those|but)\b",
        r"\b(?:could|might|may) be (?:anybody|anyone|any (?:man|woman|person|sailor|soldier)|whoever)\b",
        r"\bshows? (?:an?|the|some|his|my|somebody) [\w’' -]{1,30}, not (?:an?|the|your|our|any)\b|\b(?:is|was) (?:an?|my|his|her|the|our) [\w’' -]{1,30}, not (?:an?|the|your|our)\b",
        r"\b(?:is|was|are) (?:my|our|his|a) (?:\w+['’]s )?\w+ and (?:has|have|had) never\b",
    ),
    AnswerCode.DENIES_KNOWLEDGE: _re(
        r"\b(?:never|not) (?:yet )?heard (?:that|this|the|those|these|his|her|their) names?\b|\bnot (?:the )?(?:faintest|slightest|least|remotest|foggiest) (?:idea|notion|knowledge|clue)\b",
        r"\bno (?:record|trace|sign|file|mention|note|entry) (?:exists?|remains|can be found|was found|is (?:held|kept)|has been found|had been found)\b|\bnot a (?:soul|man|person) (?:here |in \w+ \w+ )?(?:knows|can (?:say|tell)|could (?:say|tell))\b",
        r"\b(?:has|have|had|found|finds?) no (?:trace|news|sign) (?:at all |whatever |whatsoever )?(?:of|from|about)\b|\bno news (?:whatever|whatsoever|at all|of any kind)\b|\b(?:was|were|is|are)(?: not|n['’]t) (?:aware|informed) of (?:the|this|that|any|such)\b",
        r"\bwhether [^.;,]{3,60}, (?:I|we|he|she|it|they) (?:do|does|did)(?: not|n['’]t) know\b",
        r"\bno such [\w-]+ (?:is|are|was|were) known (?:to|here)\b|\b(?:has|have|had) nothing new\b|\bGod (?:alone )?knows\b",
        r"\b(?:the (?:others?|rest)|them|him|her|these names?) (?:I|we) (?:do not|don['’]t) know\b|^[“\"‘]?(?:we|I) (?:do not|don['’]t) know[.!”]?$",
        r"\bno (?:clue|notion|inkling)\b",
    ),
    AnswerCode.REFUSES: _re(
        r"\b(?:neither|not) (?:a )?yes n?or (?:a )?no\b|\bask (?:God|the \w+|somebody else|someone else|others?|them|him|(?-i:[A-Z]\w+)),? (?:about [^.;,]{2,40}, )?(?:and )?not (?:me|us)\b|\bask God\b",
        r"\b(?:hung up|rang off|put down the (?:phone|receiver)|walked out|walked off|walked away|stormed out|cut the (?:call|line)|ended the (?:call|interview|conversation))(?= (?:when|on being|as soon as|at the (?:question|name|mention)))",
        r"\b(?:gives?|gave|render(?:s|ed)?) no account of\b|\b(?:is|am|are|['’]m|['’]re|was|were)(?: not|n['’]t) (?:going to|about to) (?:get into|go into|discuss|comment|talk|say|name|speak|answer)\b",
        r"(?<!who )\b(?:is|am|are|['’]m|['’]re|was|were)(?: not|n['’]t) (?:authori[sz]ed|allowed|permitted|at liberty|free|in a position|empowered|entitled) to (?:say|tell|discuss|comment|speak|talk|disclose|reveal|give|answer|name|confirm)\b(?! (?:publicly|to (?:the )?(?:press|media|journalists|reporters)))",
        r"\b(?:could|can|would|will|may)(?: not|n['’]t) (?:tell|say to) (?:us|me|them|you|her|him)(?=[.,;”]| (?:anything|any|where|whether|who)\b|$)|\bnothing (?:would|will|can|could|shall) be said\b|\b(?:is|are|was|were)(?: not|n['’]t) (?:disclosed|given out|made public)\b",
        r"\b(?:would|will|shall) (?:speak|talk|say) (?:of|about|to)? ?(?:nobody|nothing|none|no one)\b|\bdodged (?:the|all|every) questions?\b|\b(?:parried|ducked|sidestepped|evaded|deflected|batted away|waved away|waved off|waved aside|brushed off|brushed aside|shrugged off) (?:the |all |every |any |our |their |his |her |repeated )?(?:\w+ )?(?:questions?|inquiries|enquiries|queries)\b",
        r"\b(?:answers?|answered|accepts?|accepted|takes?|took|reads?|discuss(?:es|ed)?|receives?|received|gives?|grants?|knows?) no (?:lists?|letters|papers?|names?|questions?|quer(?:y|ies)|petitions?|inquir(?:y|ies)|"
        r"enquir(?:y|ies)|visitors?)(?: (?:about|of|on|from|for)\b|[.,;”]|$)",
        r"\b(?:is|are|was|were) not for (?:discussion|journalists|ambassadors|strangers|families|the (?:press|public|telephone|radio)|outsiders|you|embassies|discussing)\b",
        r"\b(?:we|I|it|he|she|they) (?:say|says|said) (?:not a word|no word)\b|\babout [^.;,]{2,50} (?:we|I|it|he|she|they) (?:say|says|said) (?:not a word|nothing|no word)\b",
        r"\b(?:do|does|did)(?: not|n['’]t) (?:comment on|accept (?:lists?|names?|papers?)|answer (?:for (?:prisoners|them)|questions|letters|to (?:the )?(?:families|press|nurses|journalists))|take (?:lists?|papers|questions))\b",
        r"\b(?:lists?|names|papers|questions|inquiries)(?: of \w+)? (?:he|she|it|they|we|I) (?:did|do|does|will|would)(?: not|n['’]t) (?:accept|take|read|discuss|answer)\b",
        r"\btoo early to (?:speak|talk|say|discuss|name)\b|\bdo(?: not|n['’]t) ask (?:me|us)\b|\b(?:would|will|to) make no comment\b|\banswer to \w+, not to\b",
        r"(?<!for )\band (?:flatly |simply )?refused(?=[.,;!”\"]|$)|\brefused (?:outright|flatly|point-blank|point blank|the request|to a man)\b|\bslammed the door\b|"
        r"\bwould not (?:be drawn|hear of it|so much as look at)\b|\bshook (?:his|her|their) heads?(?=[.,;]|$)",
    ),
    AnswerCode.NO_ANSWER_BY: _re(
        r"\b(?:lie|lies|lay|lying|sit|sits|gather(?:s|ing)? dust)(?: \w+)? unanswered\b|\b(?:still |yet )?ow(?:es|ed|ing) (?:us |them |him |her |the \w+ )?(?:an|any|its|their|the) (?:answer|reply|response)\b",
        r"\bnot (?:so much as|even) (?:acknowledged|answered|replied|confirmed (?:receipt|that))\b|\b(?:has|have|had) (?:answered|replied to) (?:none|not one|neither)\b|\b(?:has|have|had)(?: not|n['’]t) (?:deigned|troubled|bothered|seen fit|found (?:the )?time) to (?:answer|reply|respond)\b",
        r"\bnothing (?:has |had |have )?(?:ever )?(?:come|came) (?:back|of it)\b|\banswer(?:ed|s) (?:neither|none)\b|\b(?:letter|list|question|message|note|it|request|petition|fax|call|inquiry)s? (?:has|had|have|was|were)(?: not| never|n['’]t) (?:been )?answered\b",
        r"\banswered (?:none|not one|not a single one|hardly any) of\b|\b(?:has|have|had)(?: been)? (?:hung|hanging|hangs) in the air\b|\bhangs? in the air\b",
        r"\b(?:set|gave|given) (?:us|them|it|him|her|the \w+) [^.]{3,60}\b(?:limit|deadline)\b[^.]{0,20}\b(?:passed|came and went|lapsed|expired|ran out|went by)\b",
        r"\b(?:did|has|have|had|does|do)(?: not|n['’]t) return(?:ed)? (?:any |our |its |his |her |their |repeated |several |\w+['’]s? )*(?:phone |telephone )?(?:calls?|messages?|e-?mails?|requests?|letters?)\b",
        r"\bno (?:list|names|word|sign|proof|photograph|message|paper)s?(?: of \w+)? (?:has|have|had) (?:yet )?(?:been )?(?:received|come|reached|arrived)\b",
        rf"\b(?:after|despite|in spite of) (?:{NUMBER}|several|repeated|many) (?:written )?(?:requests?|letters?|calls?|reminders?)[^.;]{{0,30}}\b(?:nothing|no answer|no reply|silence)\b",
    ),
    AnswerCode.COLLECTIVE_REPLY: _re(
        r"\bfor all or (?:for )?none\b|\b(?:answer|reply) (?:is|was|will be|would be) one for all\b|\bone for all\b",
        r"\ball (?:your|foreign|these|the) (?:\w+ )?(?:men|women|people|\w+ers|prisoners|captives|foreigners)\b[^.;]{0,30}? (?:are guests|are treated|eat|are fed|are well|are safe|are in good)\b",
        r"\ball matters? of [^.;]{2,50} (?:is|are) (?:in|under) (?:study|review|examination|consideration)\b",
        r"\banswer(?:s|ed)? for (?:all|them all|everybody|everyone|the whole|every one)\b|\b(?:in|with) (?:a|one) single (?:sentence|sheet|word|line|paper|answer)\b",
        r"\b(?:checked|examined|considered|looked at|treated|noted|registered) as a (?:whole|group|body)\b|\bno particulars can be\b|\bone (?:sheet|answer|reply) for (?:all|everybody|everyone)\b",
        r"\bthe matter (?:is|was) known to (?:him|us|me|them)\b",
    ),
}
