"""Answers of parties in English by fields of words: who is held, by what verb, in what place; tables only.

In: nothing. Out: `FIELDS`, more predicates for each answer code, `BYSTANDER`, `SEVERAL`, `SINGLE`.
Leaves to others: set phrases (`answers`), whose words they are, and about whom (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.words import NUMBER
from homeward.records import AnswerCode


def _re(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_OPEN = r"[“\"‘'«]?"
_ADVERB = r"(?: (?:ever|now|currently|still|also|at present|presently|ever once|yet|so far|simply|\w+ly))*"
_HELD = _any(
    "held holding hold holds kept keeping keep detained detaining detain arrested seized taken captured abducted kidnapped "
    "imprisoned interned intercepted apprehended jailed incarcerated confined quartered"
)
_WORN = _any("guests? prisoners? captives? hostages? detainees? inmates? patients? convicts? internees?")
_PLACES = _any(
    "hands custody power possession keeping care control detention captivity prisons? jails? gaols? cells? camps? hangars? "
    "facilit(?:y|ies) cent(?:re|er)s? barracks dungeons? stations? registers? records? lists? books files system ranks "
    "territory soil country area bases? compounds? villages? premises hospitals? warehouses? ships? valleys? hills forests?"
)
_OWN = (
    r"(?:our|its|their|his|her|my|any|any of (?:our|its|their|the)|the|that|this|these|those|state|military|police)"
)
_PEOPLE = (
    r"(?:people|persons?|man|men|woman|women|boys?|girls?|child|children|civilians?|foreigners?|strangers?|sailors?|seam[ae]n|"
    r"fisherm[ae]n|soldiers?|pilots?|students?|teachers?|workers?|engineers?|doctors?|nurses?|journalists?|pilgrims?|"
    rf"passengers?|drivers?|crews?|citizens?|nationals?|individuals?|names?|souls?|{_WORN}|(?-i:[A-Z]\w+(?:ns|ese|ish|is|ch)\b))"
)
_TAKING = (
    r"(?:abductions?|kidnapp?ings?|disappearances?|capture|detentions?|arrests?|seizures?|imprisonment|taking|captivity|"
    r"fate|raid|attack|ambush|case|affair|matter)"
)
_WAS = r"(?:is|are|was|were|(?:has|have|had)(?: ever| never| not)? been)"
_NOBODY = (
    rf"(?:none|neither|not one|not a single \w+|nobody|no one|no(?! (?:doubt|question|wonder|matter|secret)\b)(?: such)?(?: [\w’'-]+){{0,3}}? {_PEOPLE}|"
    r"no such (?:\w+ )?(?:boats?|ships?|vessels?|vehicles?|convoys?|party|group|prison|warehouse))(?: (?:of|by|under|called|named|with|from|like) [^.;,]{1,40}?)?"
)
_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|acknowledge?ments?|reactions?)"
_OF_PEOPLE = r"(?:about|on|of|regarding|concerning|to|as to|over|for)"
_INQUIRY = _any(
    "letters? messages? e-?mails? calls? telephone phone requests? questions? inquir(?:y|ies) enquir(?:y|ies) notes? petitions? "
    "appeals? applications? faxes telegrams? lists?"
)
_PAPERS = _any(
    "details? information photographs? photos? pictures? portraits? particulars data names? dates? birth spellings? ages? "
    "passports? numbers? address(?:es)? identity descriptions? papers documents cop(?:y|ies) marks scars certificates? "
    "fingerprints? files? measurements evidence proof"
)

FIELDS = {
    AnswerCode.NO_ANSWER_BY: _re(
        r"\b(?:nobody|no one|neither|none(?: of [\w ]{1,30}?)?) (?:had |has |have |ever )*(?:answered|replied|responded|"
        r"written|wrote|called|phoned|come|came|got)(?: back| in reply)?(?=[.,;”\"]|$| (?:to|since|so|until|us|them|him|her|by|yet)\b)",
        r"\b(?:and|but|they|she|he|we|it|family|i|then|since|far|has|have|had) (?:then |since |still |have |has |had )*(?:heard|received|got|"
        rf"had) (?:back )?(?:nothing|no {_ANSWER}|not a word|silence|only silence)\b(?! (?:to|about|of|on)\b)",
        r"\bnone (?:has|had|have) (?:been (?:received|given|sent|forthcoming)|come|arrived|reached)\b",
        rf"\b{_INQUIRY}\b[^.;]{{0,60}}? (?:was|were|has been|have been|had been|is|are) (?:not|never) (?:returned|answered|acknowledged|"
        r"picked up|dealt with|replied to)\b",
        rf"\b(?:waiting|waits?|waited) (?:in vain )?for (?:[\w’'-]+ ){{1,6}}?{_ANSWER}\b",
        rf"\b(?:no|not a single|nor any) (?:[\w’'-]+ ){{0,3}}?{_ANSWER}(?: (?:to|on|about|from|of) [^.;,]{{1,50}}?)? (?:has|had|have|was|is|came|"
        r"arrived|followed|reached|ever)\b",
        rf"\b(?:got|had|received|drew|met with|brought|there (?:was|has been|had been)) (?:no|nothing but|only) (?:silence|{_ANSWER})\b",
        r"\b(?:left|leaves|leaving) (?:[\w’'-]+ ){1,5}?unanswered\b|\b(?:met|greeted) with silence\b",
        r"\b(?:do|does|did|has|have|had|will|would)(?: not|n['’]t)(?: yet| even| ever| so far)* (?:respond|responded|repl(?:y|ied)|answer|answered|"
        r"return|returned|acknowledge|acknowledged|pick up)\b(?! (?:a|an|in|for the)\b)",
    ),
    AnswerCode.DISPUTES_IDENTITY: _re(
        r"\b(?:is|are|was|were)(?: not|n['’]t) (?:that|those|the bod(?:y|ies)|the remains) of\b",
        r"\b(?:was|is|were|are) (?:given|listed|entered|named|included|reported) in error\b|\bcase of mistaken\b",
        r"\b(?:and|,) not (?-i:[A-Z])\w+(?=[.,;!?”\"]|$)",
        r"\b(?:is|was|are|were) (?:\w+ )?(?:an?other|a different|some other) (?:man|woman|person|citizen|people|individual|one|prisoner|"
        rf"detainee)\b|\bas {_OPEN}(?:an?other|a different|some other) (?:man|woman|person|citizen|individual)\b",
        r"\bof the same name\b|\bnamesakes?\b|\b(?:man|woman|person|one|prisoner) (?:it|they|we|he) (?:holds?|held|has|have|had) "
        r"(?:is|was) (?:an?other|not|somebody|someone)\b",
    ),
    AnswerCode.DOES_NOT_HOLD: _re(
        rf"\b(?:is|are|was|were)(?: not|n['’]t),? (?:and|nor) (?:have |has |had |was |were )?(?:n?ever)(?: been)?,? "
        rf"{_OPEN}(?:in|on|among|under|with|here|part|{_HELD})\b",
        rf"\b(?:is|are|was|were|been)(?: not|n['’]t) (?:being |now |currently )*{_HELD} (?:by|in|at|on|there|here|anywhere)\b",
        rf"\bneither (?:been )?{_HELD}(?:,| n?or)\b",
        rf"\b{_NOBODY} {_WAS}{_ADVERB} (?:being )?{_HELD}\b",
        rf"\b{_NOBODY} {_WAS}{_ADVERB} (?:in|at|on|inside|within|among|under|with) "
        rf"(?:us\b|them\b|(?:{_OWN} )?(?:[\w’'-]+ ){{0,3}}?{_PLACES}\b)",
        rf"\b{_NOBODY} (?:has |had |have |ever )*(?:passed through|come through|been through|set foot|stayed|arrived|reached)\b",
        rf"\b(?:has|have|had|was|were|he|she|they) never {_OPEN}(?:been )?(?:here|there|with us|among us|ours|held|detained|"
        rf"our (?:guests?|prisoners?)|(?:in|on|at|inside) {_OWN} (?:[\w-]+ )?{_PLACES})\b",
        rf"\bnever (?:set foot|passed through|reached|came to|entered) (?:[\w’'-]+ ){{0,3}}?{_PLACES}\b|\bwe never (?:had|held|took|saw|met)\b",
        rf"\b(?:had|has|have|having)(?: absolutely)? nothing (?:whatsoever |at all )?to do with [^.;,]{{0,30}}?(?:{_TAKING}|it|this|them|him|her)\b",
        rf"\b(?:had|has|have|took|takes|played|plays|bears?|bore|with)(?: absolutely)? no (?:part|hand|role|involvement|connection|link|links|"
        rf"responsibility) (?:whatsoever )?(?:in|with|to|for) [^.;,]{{0,30}}?(?:{_TAKING}|it|this|that)\b",
        rf"\b(?:disclaim|disown|disavow|reject|repudiat|dismiss|deni|deny|refut)\w* (?:any |all |every |its )?(?:part|role|hand|responsibility|"
        rf"involvement|connection|link|blame|charge|claim|accusation|allegation|suggestion|report)s? (?:in|with|to|for|that|of) [^.;]{{0,50}}?(?:{_TAKING}|"
        rf"{_HELD})\b",
        rf"\bdistanc(?:ed|es|ing) (?:itself|themselves|himself|herself) from (?:the |any |this |that )?(?:\w+ )?{_TAKING}\b",
        rf"\b(?:is|was|are|were)(?: not|n['’]t) (?:behind|responsible for|involved in|to blame for|party to) [^.;,]{{0,20}}?(?:{_TAKING}|it|this)\b",
        r"\bnot our (?:work|doing|operation|men|boys)\b|\bwas (?:not|never) (?:the|a) work of (?:our|its|the)\b",
        r"\b(?:search(?:es)?|check|look|review|examination|inquiry) (?:of|through|in|among) [^.;]{1,70}? (?:turned up|found|produced|showed|"
        r"shown|yielded|revealed|uncovered) (?:no|none|nothing|nobody|neither)\b",
        rf"\b(?:have|has|had|holds?|held|keeps?|kept|took|taken|seized|captured|detained|arrested|stopped|intercepted|keeping|holding|"
        rf"detaining) (?:no|none of|not a single|not one)(?: (?:such|foreign|[\w-]+))? (?:{_PEOPLE}|vehicles?|cars?|boats?|convoys?|bus|lorry)\b"
        rf"(?! (?:names?|to|who could))",
        r"\b(?:holds?|held|keeps?|kept|took|taken|seized|detained|arrested|had|keeping|holding|have|has) (?:nobody|no one|none)(?=[.,;”\"]| (?:and|of|by|there|here|else)\b|$)",
        rf"\b{_WORN} of no\b|\bfree of (?:prisoners|captives|hostages)\b",
        rf"\bthere (?:is|are|was|were|has been|have been)(?: and (?:was|were|have been|has been|is|are))? no(?: such)? (?:[\w-]+ )?{_PEOPLE}\b"
        r"(?! (?:in sight|left|alive))",
        rf"\b(?:has|have|had|holds?)(?: not|n['’]t)? (?:got )?(?:{_OPEN})(?:no|any) (?:such )?{_PEOPLE}\b(?! names?)",
    ),
    AnswerCode.DENIES_KNOWLEDGE: _re(
        r"\b(?:do(?:es)?|did)(?: not|n['’]t) know (?:this|that|these|such|any such|him|her|them|the) ?"
        r"(?:man|woman|person|people|name|names|group|matter|case|boat|men|women)?(?=[.,;!”\"]|$)",
        r"\b(?:is|are|was|were|am)(?: not|n['’]t) (?:aware|acquainted|familiar) (?:of|with|about|as to|where|what)\b",
        r"\b(?:has|have|had)(?: not|n['’]t| never) been (?:told|informed|notified|briefed)(?: anything)?(?: of| about| on|(?=[.,;”]|$))",
        r"\b(?:neither|nor) [\w ,’'-]{1,60}? (?:has|have|had|knows?|knew) (?:any|no|what|where|of)\b(?! (?:power|money|right|plan|intention))"
        r"(?: (?:record|knowledge|information|news|idea|trace|word|data))?",
        r"\bno (?:further |more |other |reliable |definite )?(?:knowledge|information|record|records|news|data|details?) (?:[\w’'-]+ ){0,4}?"
        r"(?:is|are|was|were) available\b",
        r"\b(?:have|has|had|with) no (?:further |more |other |definite |reliable )?(?:knowledge|information|record|records|data)(?=[.,;”\"]|$)",
        r"\bpleads? ignorance\b|\bprofess(?:es|ed)? (?:no knowledge|ignorance)\b|\bin the dark (?:about|as to)\b|"
        r"\b(?:can|could)(?:not| not|n['’]t) (?:say|tell(?: you| them| us| her| him)?|shed (?:any )?light on) (?:where|what|who|whether|anything|how)\b"
        r"(?! to do)",
        r"\b(?:knows?|knew) no (?:more|one|such|person|man|woman|names?)\b|\bknow nothing\b",
    ),
    AnswerCode.SEARCHING: _re(
        r"\b(?:being|been|be) (?:searched for|looked for|sought|traced|looked into|investigated|followed up|checked)\b(?! (?:by|in) (?:police for|connection))",
        r"\b(?:sent|sending|given|giving|passed|issued|put out) (?:out )?(?:[\w’'-]+ ){0,9}?to (?:look|search|find|trace|ask|inquire|enquire|check|comb)\b"
        r"(?! (?:for (?:work|money|ways))|(?:you|us|the family))",
        r"\b(?:has|had|have) (?:begun|started|been) (?:asking|looking|searching|questioning|checking|inquiring|enquiring|contacting|combing|"
        r"interviewing) (?:for|into|about|with|its|their|our|all|every|the|among)\b",
        r"\b(?:is|are|was|were|been|['’]re|['’]s|am) (?:now |still |also |already )?(?:following (?:up|the case)|pursuing|looking into|asking (?:its|our|"
        r"their|all|every|around)|doing (?:everything|all|its best|what)(?: \w+){0,4}? to (?:find|trace|locate|establish))\b",
        r"\b(?:committee|commission|team|unit|working group|panel|task force|party|patrols?|officer) (?:has been|had been|was|is|have been|were|to be) "
        r"(?:set up|formed|created|appointed|named|sent|established|charged|tasked|dispatched)[^.;]{0,40}? (?:to (?:trace|find|look|search|establish|clarify|"
        r"determine|locate|investigate|examine))\b",
        r"\b(?:set up|formed|created|appointed|named|established) (?:an? )?(?:\w+ )?(?:committee|commission|team|unit|working group|panel|task force) "
        r"(?:to|that would|which will) (?:trace|find|look|search|establish|clarify|determine|locate|investigate|examine)\b",
        r"\b(?:case|matter|file|disappearance|fate|whereabouts|report) [^.;,]{0,40}?(?:is|are|was|were|remains) (?:still |now )?(?:under "
        r"(?:investigation|examination|inquiry)|being (?:investigated|examined|looked into|followed up))\b",
        r"\bsearch (?:for|of) [^.;,]{1,60} (?:is|was|remains) (?:still |now )?(?:active|open|on|being conducted|in hand)\b",
        r"\b(?:we|they|it|i) (?:will|shall|['’]ll|would) (?:certainly |of course |also |try to |now )?(?:look|search|ask|inquire|enquire|check) (?:for|into|"
        r"about|after|in|through|among|everywhere|again|with)\b",
        r"\b(?:in the|the) (?:bush|hills|field|forest|valley|mountains|desert) (?:looking|searching)\b|\braids? (?:had|have|has) been carried out\b",
        r"\b(?:check|search|inquiry|enquiry|tracing|investigation) (?:is|was) (?:still )?(?:running|on|going on|open|in hand)\b",
        r"\btrying (?:hard )?to (?:find|trace|locate|establish|learn|discover)\b",
    ),
    AnswerCode.ASKS_DETAILS: _re(
        rf"^{_OPEN}for (?:[\w’'-]+ ){{0,4}}?{_PAPERS}(?: (?:of|about|on|for|before|and|or)\b|[.,;]|$)",
        rf"\brequests? for (?:[\w’'-]+ ){{0,4}}?{_PAPERS}\b",
        rf"\b(?:can|could)(?:not| not|n['’]t) (?:identify|trace|find|search for|look for|check|help)\b[^.;]{{0,60}}? without (?:[\w’'-]+ ){{0,4}}?"
        rf"{_PAPERS}\b",
        rf"\b(?:give|send|bring|show|provide|supply|furnish|let) (?:us|me|them|it|him) (?:have )?(?:with )?(?:[\w’'-]+ ){{0,4}}?{_PAPERS}\b",
        rf"^{_OPEN}(?:to (?:send|provide|give|supply|bring|furnish|submit) |to be (?:sent|given|shown) )(?:[\w’'-]+ ){{0,4}}?{_PAPERS}\b",
        rf"\b(?:asks?|asked|asking|requested|requests|wants?|wanted|demand(?:s|ed)?|requires?|required) (?:(?:[\w’'-]+ ){{0,4}}?)"
        rf"(?:to (?:send|provide|supply|give|furnish|submit|bring)|to be (?:sent|given|shown)) (?:[\w’'-]+ ){{0,5}}?{_PAPERS}\b",
        rf"^{_OPEN}(?:send|bring|give|show) (?:[\w’'-]+ ){{0,4}}?{_PAPERS}\b",
    ),
    AnswerCode.REFUSES: _re(
        r"\b(?:ha(?:s|ve|d)|with|having) nothing (?:more |further |else )?to (?:add|say|report|tell)\b",
        r"\b(?:turned down|rejected|rebuffed|refused|dismissed|denied|brushed aside|declined) (?:[\w’'-]+ ){1,5}?(?:requests?|questions?|"
        r"inquir(?:y|ies)|enquir(?:y|ies)|petitions?)\b",
        r"\b(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|petitions?)\b[^.;]{0,60}? (?:was|were|has been|have been|"
        r"had been) (?:rejected|turned down|rebuffed|refused|dismissed|brushed aside|declined|denied|turned away)\b",
        r"\b(?:is|was|are|were) (?:not|never) (?:our|my|its|their) (?:practice|policy|habit|place|job) to (?:discuss|name|comment|say|speak|answer)\b",
        r"\brefus(?:e|es|ed|ing) (?:all |any |every |to \w+ )?(?:comment|information|an answer|answers|to \w+ (?:its|the|their|any) (?:names?|place|whereabouts))\b",
        r"\b(?:will|would|shall|could|can|['’]ll)(?: not|n['’]t) (?:say|tell|confirm|reveal|disclose|name|identify|give|discuss|talk|speak) "
        r"(?:[\w’'-]+ ){0,2}?(?:where|whether|who|how many|if|about (?:the|them|him|her|it|this|that|any|prisoners|individual|names)|names?|numbers|the names|prisoners|"
        r"details|individual cases|individuals|operational)\b",
    ),
    AnswerCode.SAYS_ESCAPED: _re(
        r"(?<!not )(?<!never )(?<!to )\b(?:broke|broken) (?:out|free|away)\b|\b(?:had|has|have) (?:run|got|gotten|slipped|broken|stolen|walked) (?:away|off|out|free)\b",
        r"\b(?:escaped|got away|ran off|slipped away|fled|absconded)\b(?= (?:by|in|from|on|at|during|through|with the help)\b)",
    ),
    AnswerCode.SAYS_DEAD: _re(
        r"\b(?:your|his|her|their|the) (?:son|daughter|husband|wife|brother|sister|father|mother|man|friend|boy|girl|colleague) (?:is|was|has been) "
        r"(?:dead|killed|no more|buried)\b",
        r"\b(?:of|that) the deaths? of\b|\bthe (?:rest|others?) (?:had |have |has )?(?:fallen|died|perished|been killed)\b",
        r"\b(?:has|have|had) been (?:killed|executed|shot|hanged|buried|put to death|martyred)\b|\b(?:was|were) (?:martyred|put to death|killed|hanged)\b",
        r"\bno longer alive\b|\bis no more\b|\b(?:had |has |have )fallen\b(?= in\b|[.,;”\"]|$)",
    ),
    AnswerCode.SAYS_RELEASED: _re(
        r"\b(?:left|crossed|walked|went|came) (?:our|its|the|out of) [^.;,]{0,50}?(?:as )?free(?: men| women| people| man| woman)?\b",
        r"\b(?:(?:have|has|had) (?:already |long since |all |both )?been|(?:was|were)(?: already| all| both)?) (?:discharged|liberated|bailed|pardoned|"
        r"allowed (?:to leave|to go|home)|given back|returned to|reunited|delivered (?:to (?:their|his|her) famil\w+)|let (?:out|go))\b",
        r"\blet go (?=by|in|on|at|last|after)\b|\bno longer (?:in|under) (?:our|its|their|his)? ?(?:custody|detention|arrest|hands|captivity)\b",
    ),
    AnswerCode.SAYS_TRANSFERRED: _re(
        r"\b(?:have|has|had|was|were|been|is|are)(?: already| all| both| since| then| later| long since)* (?:been )?(?:transferred|sent on|sent away|"
        r"given (?:over |away )?to|sold to|handed (?:over )?to|passed (?:on )?to|turned over|relocated|shifted|traded to|sent by (?:stage|convoy|train|air)|"
        r"sent (?:on |back |down |up )?to)\b(?! (?:us|look|search|find|ask))",
        r"\b(?:we|they|it) (?:transferred|moved|handed|took|passed|sent|turned|gave|sold) (?:[\w’'-]+ ){1,4}?(?:over |on |away )?(?:to|into|across) (?:our|the|another|an|his|their|other)\b"
        r"(?! (?:family|famil\w+|red cross|embassy|icrc))",
    ),
    AnswerCode.HOLDS: _re(
        r"(?<!not )(?<!none )(?<!nobody )(?<!no one )(?<!never )\b(?:is|are|remain|remains|stay|stays)(?: all| both| still| safe| well| alive| now| here)* "
        r"(?:and well )?(?:in|at|inside|on|aboard|under) (?:our|my) (?:[\w-]+ )?"
        r"(?:hands|custody|power|keeping|care|prisons?|jails?|camps?|cells?|house|houses|protection|guard|clinic|hospital|base|territory)\b",
        rf"\b(?:some|{NUMBER}|both|all|these|those|the others?) (?:of (?:them|these|those) )?we (?:have|hold|keep)\b",
    ),
}
# Who tells of people without having had them in his hands: what he says of a release is a claim, no answer.
BYSTANDER = _re(
    r"\b(?:ombuds\w+|management|bureau|sources?(?! (?:close|in|within|inside|at))|officials?(?! (?:of|at|in|from) )|clerk|human rights|"
    r"rights|monitors?|observers?|resident|jailer|guard|detainees?|inmates?|fellow|observatory|watch|centre for|center for|network|foundation|humanitarian|aid|relief|"
    r"charities|diplomats?|deput(?:y|ies) who|activists?|campaigners?|senator|senators|colleague|peace|red cross|red crescent|icrc|mediators?|"
    r"negotiators?|envoys?|go-between|bishop|priest|imam|elders?)\b"
)
# How many are meant where nobody is named: "they are with us", "these persons"; "she was here", "the citizen".
SEVERAL = _re(
    r"\b(?:they|them|their|theirs|these|those|any of|none|neither|nobody|no one|all|both|each|some of|lists?|names|ages|photographs|"
    r"(?:people|persons|men|women|children|boys|girls|citizens|nationals|colleagues|others)\b|"
    r"(?:\w+(?:ers|ors|ists|ians|ees|ives|tants|dents|ages|lots)))\b"
)
SINGLE = _re(
    r"\b(?:he|she|him|her|his|(?:the|this|that|said|no such) (?:\w+ ){0,2}?(?:man|woman|person|individual|citizen|prisoner|detainee|convict|"
    r"captive|inmate|boy|girl|nurse|doctor|teacher|pilot|journalist|student|priest|sailor))\b"
)
