"""Predicates about held people in English: alive, dead, released, held, at a place; tables only.

In: nothing. Out: `CLAIMS`, `UNREAL`, `THEY`.
Leaves to others: of whom a predicate is said, and by whom (the engine).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.group_words import SINGULAR
from homeward.reading.languages.en.words import NUMBER
from homeward.reading.languages.language import ClaimRule
from homeward.records import ClaimSubject, Polarity


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_A = Polarity.ASSERTS
_D = Polarity.DENIES
_K = Polarity.DOES_NOT_KNOW
_NOW = (
    r"(?: (?:both|all|still|now|also|indeed|well|currently|reportedly|apparently|then|since|later|already|first|\w+ly|"
    r"once|each|finally))*"
)
_BE = r"(?:is|are|was|were|be(?:en|ing)|got|['’]s|['’]re)"
_PRED = rf"(?:is|are|was|were|remains?|remained|been|['’]s|['’]re){_NOW}"
_NOT = r"(?: not|n['’]t| never)"
_THEIR = r"(?:his|her|their|its|a|the|one)"
_OUR_HANDS = (
    r"(?:our|its|their|his|my|the (?:group|front|army|movement|authorities)['’]s?) "
    r"(?:hands|custody|power|possession|keeping|prisons?|jails?|camps?|cells?|care|territory)"
)
_FREED = (
    r"(?:released|freed|set free|let go|let out|sent home|handed back|sent back|repatriated|liberated|pardoned|ransomed|"
    r"exchanged|swapped|bailed|discharged|returned to (?:their|his|her) famil\w+)"
)
_PLACE = (
    r"(?:camps?|caves?|villages?|houses?|huts?|prisons?|jails?|forts?|barracks|hills|mountains?|valleys?|forests?|"
    r"jungles?|islands?|basements?|warehouses?|compounds?|ships?|hospitals?|cells?|blocks?|wards?|deserts?|districts?|"
    r"provinces?|ports?|city|town|north|south|east|west|cellars?|colony|colonies|monastery|farm|schools?|garages?|"
    r"containers?|tents?|bases?|stations?|borders?|coast|area|region|apartment|flat|hotel|yard|courtyard|infirmary|"
    r"clinic|quarry|mine|pit|factory|boat|vessel|hold|lagoon|creek|(?-i:[A-Z][\w’-]+))"
)
_SOMEWHERE = (
    rf"(?:in|at|near|aboard|on|inside|outside|around|somewhere in|behind|under|across) (?:[a-z’'-]+ ){{0,3}}?{_PLACE}"
)
_SEIZED = (
    r"(?:seized|abducted|kidnapped|captured|snatched|detained|arrested|rearrested|re-arrested|apprehended|waylaid|"
    r"rounded up|carried off|led (?:away|off)|marched (?:away|off)|hauled (?:away|off|out|from)|"
    r"dragged (?:away|off|out|from|into|to)|bundled (?:into|off|away)|forced into|shoved into|pushed into|put into|"
    r"grabbed|taken (?:captive|prisoner|hostage|away|from|off|at|by|in|on|into (?:custody|captivity))|"
    r"picked up (?:by|at|in|from|on|off)|intercepted|interned|remanded|imprisoned|jailed|locked up|arraigned)"
)
_LIE = (
    r"(?:is|are|was|were|remains?|remained|stays?|stayed|still|sits?|languish\w*|kept|held|being|been|has|have|spent)"
)
_BOUND = (
    r"(?:in|behind|under) (?:[\w-]+ )?(?:custody|captivity|detention|jail|prison|bars|arrest|confinement|lock and key|"
    r"captors['’] hands)"
)
# A participle before its noun, "the abducted seminarians", tells of nothing new.
_NO_NOUN_PHRASE = "".join(
    f"(?<!{word} )"
    for word in [
        "the",
        "of",
        "all",
        "an",
        "a",
        "our",
        "their",
        "these",
        "those",
        "both",
        "his",
        "her",
        "its",
        "some",
        "other",
        "and",
        "any",
        "no",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "dozen",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
    ]
).replace("(?<!0 )", "(?<![0-9] )")
_SAW = (
    r"(?:saw|seen|glimpsed|spotted|sighted|recogni[sz]ed|encountered|heard of|filmed|photographed|visited|shared a cell with|"
    r"brought|fed|treated|nursed|examined|spoken (?:to|with)|bandaged|washed|was held with|met)"
)
# "None of the sailors has | died": in English the subject alone denies.
NOBODY = re.compile(
    r"\b(?:(?:none|neither|not (?:a single )?one|nobody|no one)(?: (?:of|among|in) [\w’'-]+(?: (?!who\b|that\b|but\b)[\w’'-]+){0,4})?"
    r"|no (?!doubt|question|longer|less|more|matter|wonder|idea|way|fewer)[\w’'-]+)"
    r"(?: (?:has|have|had|is|are|was|were|be|been|being|ever|yet|so far|now|actually|in fact))*\s*$",
    re.IGNORECASE,
)
# That somebody has none of them: a denied custody, and as a party's own word an answer.
NOT_HELD = (
    r"\bno (?!doubt|question|wonder|matter|secret|idea|information|knowledge|news|word|trace|record)(?:(?!where|who|that|which|what|whether)[\w’'-]+ ){1,6}?(?:is|was|are|were|has been|had been|have been|remain(?:s|ed)?) (?:being )?(?:held|detained|arrested|kept|taken|"
    r"in (?:its|our|their|his|military|police|my) (?:custody|hands|prisons?|cells?|territory))\b"
    r"|\bno one (?:[\w’'-]+ ){1,6}?(?:is|was|remain(?:s|ed)?) in (?:\w+ )?(?:custody|hands|detention)\b"
    r"|\bin no (?:[\w-]+ )?(?:prison|police station|cell|camp|jail|custody)\b|\bunknown (?:in|at|to) (?:our|us|its|their)\b"
    r"|\b(?:never|not) (?:laid|set|clapped) eyes on\b|\bha(?:s|ve|d) no (?-i:[A-Z]\w+)"
    r"|\b(?:is|are|was|were)(?: not|n['’]t) (?:in|on) (?:the|our|its|any|their|that) (?:books?|lists?|registers?|records?|system|files?)\b"
    r"|\b(?:nobody|no one|no \w+) (?:under|by|of|with) (?:such|that|this|those|these)(?: a)? names?\b"
    r"|\b(?:not|never) (?:on|in|within) (?:our|its|their) (?:territory|soil|hands|custody|cells|prisons)\b"
    r"|\b(?:neither|nor any|none of the|no (?!doubt|question|wonder|matter|secret)) [^.;,]{1,50} (?:appear(?:s|ed)?|stands?|stood|figures?|entered)(?: \w+)? (?:in|on) "
    r"(?:the |our |its |their |any )?(?:registers?|lists?|records?|books|detention|custody|prison)\b"
)
CLAIMS = (
    ClaimRule(
        ClaimSubject.WHEREABOUTS,
        _K,
        _re(
            r"\b(?:had|has|have|with|having|gave|were given) no (?:idea|information|knowledge|news|word|sign|trace|record|clue|"
            r"sighting)\b(?! (?:that|until|time|when))|\bno (?:word|news|trace|sign) (?:of|on|from|about)\b"
            r"|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:yet |even |exactly |really )?know (?:exactly |precisely )?(?:where|what (?:has |had )?(?:become|happened)|anything)\b"
            r"|\bwhereabouts (?:of [\w\s’'-]{1,60} )?(?:is|are|was|were|remains?|remained) (?:still )?(?:unknown|unclear|a mystery|"
            r"not known|unconfirmed)\b|\bwhereabouts unknown\b"
            r"|\bnothing (?:is|was|has been|had been|more) (?:known|heard|learnt|learned|seen) (?:of|about|as to|from)\b"
            r"|\b(?:know|knows|knew|heard|learnt|learned) (?:absolutely |almost )?nothing (?:of|about|more|from)\b"
            r"|\b(?:nobody|no one|none)(?: (?:of|in|at|from|there|here|else|on) ?(?:[\w’'-]+ ?){0,5}?)? (?:knows|knew|could (?:say|tell)|can (?:say|tell)|has any idea|had any idea|seems to know)\b|"
            r"\b(?:cannot|can['’]t|could not|couldn['’]t|unable to) (?:say|tell|establish|determine|confirm) (?:\w+ )?(?:exactly )?where\b"
            r"|\b(?:is|are|was|were) not known where\b|\bunknown where\b"
            r"|\b(?:has|have|had|was|were)(?: not| never|n['’]t) been (?:heard (?:from|of)|seen|found|located|traced)(?: since)?\b"
            r"|\blost (?:all )?(?:touch|contact|track) (?:with|of)\b|\bfate (?:of [\w\s’'-]{1,60} )?(?:is|are|was|were|remains?|"
            r"remained) (?:still )?(?:unknown|unclear|uncertain)\b"
            r"|\b(?:cannot|can['’]t|could not|couldn['’]t) be (?:found|traced|located|reached)\b"
            r"|\b(?:had|has|have|with) heard nothing\b|\b(?:not|never) (?:been )?told where\b|\bno trace (?:so far|yet)\b"
            r"|\b(?:would|will|could|can)(?: not|n['’]t) say where\b|\b(?:do(?:es)?|did)(?: not|n['’]t) know(?= (?:the place|of (?:him|her|them|any))|$|[.,;”])"
            r"|\b(?:neither|cannot|can['’]t|could not|nor) (?:confirm|verify|rule)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.ALIVE,
        _K,
        _re(
            r"\b(?:do(?:es)?|did|cannot|can|could)(?: not|n['’]t)? (?:know|say|tell|confirm) (?:if|whether) [\w\s'’-]{1,60} (?:is|are|was|"
            r"were) (?:still )?(?:alive|living|dead)\b|\b(?:nobody|no one) (?:knows|knew) (?:if|whether) "
            r"[\w\s'’-]{1,60} (?:alive|living)\b|\bno proof (?:of life|that)\b"
        ),
    ),
    ClaimRule(ClaimSubject.ALIVE, _D, _re(rf"\b{_PRED} not alive\b")),
    ClaimRule(
        ClaimSubject.ALIVE,
        _A,
        _re(
            r"(?<!dead or )(?<!not )(?<!no longer )(?<!keep them )(?<!stay )(?<!stayed )\b(?:alive|among the living)\b(?! (?:or|until|if|unless)\b)"
            rf"|\b{_PRED} (?:living|breathing)\b|\bproof[- ]of[- ]life\b|\b(?:has|have|had) survived\b|\b(?:he|she|they) lived\b|\bshared (?:a|his|her|the same) cell with\b|\braising \w+ in\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _D,
        _re(
            rf"\b{_PRED}(?: not|n['’]t) (?:dead|killed|among the dead)\b|\b(?:did|had|has|have)(?: not|n['’]t) "
            rf"(?:die|died|"
            rf"been killed)\b|\bwas not among the dead\b|\b(?:did|has|have|had) never died\b|\bnone (?:of \w+ )?(?:is|are|was|were|has|had)"
            rf"(?: been)? (?:dead|killed|died)\b|\bnobody (?:has |had )?(?:died|was killed)\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.DEAD,
        _A,
        _re(
            rf"\b{_PRED} (?:found )?(?:dead|killed|murdered|executed|shot(?: dead)?|buried|drowned|beheaded|hanged|lynched|no longer alive|"
            rf"finished|no more|no longer among the living|no longer living|martyred)\b|\b(?:has|have|had) (?:all |both |since )?(?:died|"
            rf"perished|drowned|succumbed|passed away|been killed|been murdered|lost (?:his|her|their) li(?:fe|ves)|"
            rf"been executed|been shot|been buried|fallen)\b|(?<!nearly )(?<!almost )\b(?:died|perished|drowned|"
            rf"succumbed|passed away)\b|\bdeaths? of\b|['’]s death\b|\b(?:his|her|their) deaths?\b|\bburied "
            rf"(?:him|her|them)\b|\b(?:bod(?:y|ies)|remains|corpses?) (?:of|was|were|had|has)\b|\b(?:dead|killed)(?=$|[.,;:”\"\n])"
        ),
        past=True,
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _D,
        _re(
            rf"\b(?:has|have|had|was|were|is|are)(?:{_NOT}) (?:yet |ever )?(?:been )?(?:{_FREED}|come (?:home|back)|returned)\b"
            rf"|\bneither [\w\s'’-]{{1,60}} nor [\w\s'’-]{{1,60}} (?:has|have|had|was|were) (?:yet )?(?:been "
            rf")?{_FREED}\b"
            rf"|\b(?:none|not (?:a single )?(?:one|man|soul)|neither|nobody|no one)(?: of (?:them|the|these)(?: \w+){{0,3}})? (?:has|have|"
            rf"had|was|were|is|are) (?:yet )?(?:been )?(?:{_FREED}|come (?:home|back)|returned|home|back|free)\b|\b(?:nobody|no one) (?:has "
            rf"been left|has |had )?(?:released|freed|set free|"
            rf"let) (?:us|them|him|her)\b|\b(?:not|never) (?:yet )?(?:freed|released|set free)\b|\bstill not "
            rf"(?:free|home|released|back)\b|\bhas yet to (?:be {_FREED}|come home|return)\b"
        ),
        past=True,
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _A,
        _re(
            rf"\b(?:(?:has|have|had)(?: already| all| both| since)* been|was|were)(?: all| already| both| since| later| then| \w+ly)* "
            rf"{_FREED}\b|\b(?:had|has|have) (?:already )?(?:released|freed)\b|"
            r"(?<!to )(?<!be )\b(?:released|freed) (?=on \d|on [A-Z]|in [A-Z]|last|yesterday)|\b(?:we|they|it) "
            r"(?:released|freed|set|let) (?:them|him|her|all|both|the \w+) ?(?:free|go)?\b"
            r"|\b(?:set|let) (?:them|him|her|both|those|all) (?:free|go)\b|(?<=\w )(?:freed|released)(?=$|[.,;\n]|"
            r" (?:at|by|after|in|from)\b)|\b(?:is|are|was|were|walked|went|came|got|arrived|flew|flown) (?:now |safely |"
            r"already |back )*(?:free|home)\b|\bwalked (?:out|free|into|to safety)\b|\bcome home\b|\bregained (?:his|her|their) freedom\b"
            r"|\b(?:were|was|been) handed over to (?:the (?:red cross|embassy|icrc|un)|their|his|her)\b|\bfreed on bail\b"
        ),
        past=True,
    ),
    ClaimRule(
        ClaimSubject.RELEASED,
        _A,
        _re(r"\b(?:released|freed|let go|liberated|set free|handed back|repatriated)(?= )"),
        takes=True,
        past=True,
    ),
    ClaimRule(
        ClaimSubject.TRANSFERRED,
        _D,
        _re(
            rf"\b(?:has|have|had|was|were)(?:{_NOT}) (?:been )?(?:transferred|moved|taken)\b|\b(?:is|are) where (?:he|she|they) "
            r"(?:was|were|is|are|has|have)\b|\bnever left\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.TRANSFERRED,
        _A,
        _re(
            rf"\b(?:(?:has|have|had){_NOW} been|was|were|been|being){_NOW} "
            r"(?:transferred|moved|handed|shipped|flown|driven|delivered|evacuated|turned|passed|sold|ferried|transported|"
            r"relocated|shifted|removed|marched|extradited|deported|"
            r"taken|brought|sent|led|walked|trucked|bussed|carried|rowed)(?: over| on| away| back| down| up| north| south| east| west| "
            r"out)?(?: (?:in|by|on|aboard) (?:an? |the )?\w+)? (?:from [\w\s’'-]{1,40} )?(?:to|into|across|aboard|beyond)\b|\b(?:we|they) "
            r"(?:transferred|moved|handed|passed|took|sold|sent|brought|drove) (?:them|him|her|all|both) (?:over |on |away |back )?(?:to|into|"
            r"across)\b|\btransfer (?:took "
            rf"place|was made|happened)\b|\b(?:been|was|were){_NOW} (?:moved|relocated|transferred|shifted)\b(?! by)"
        ),
        past=True,
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
            r"(?<!to )(?<!nearly )(?<!almost )\b(?:escaped|got away|ran away|run away|slipped (?:away|out|his|her|their)|broke out|"
            r"absconded|made off|broken free|broke free|fled|on the run)\b(?! (?:unhurt|injury|death|attention|notice))"
        ),
        past=True,
    ),
    ClaimRule(
        ClaimSubject.HEALTH,
        _A,
        _re(
            rf"\b(?:{_PRED}|doing|found|looks?|looked|sound\w*|seem\w*|appear\w*|feels?|felt|fell|fallen|am|[’']m)(?: to be)?{_NOW} (?:[“\"‘'«])?(?:\w+ but )?"
            r"(?:(?:very|too|quite|so|rather|extremely) )?"
            r"(?:in (?:\w+ )?(?:good|poor|bad|stable|critical|fair|excellent|perfect|satisfactory|fine|ill|decent|"
            r"reasonable|failing) (?:physical )?(?:health|condition|shape|spirits)|(?:seriously |"
            r"badly |slightly |lightly |gravely )?(?:ill|sick|wounded|injured|unharmed|unhurt|well|fine|safe|healthy|thin(?:ner)?|hungry|tired|"
            r"weak|ailing|feverish|dehydrated|exhausted|recovering|malnourished|unwell|starving|fit|lame|frail|pale|gaunt|limping|beaten|"
            r"tortured|bruised|blind|unconscious|coughing|pregnant|hospitali[sz]ed|ok|okay)|"
            r"(?:being |been )?(?:well )?(?:treated|looked after|cared for|fed)|(?:suffering|recovering) from|otherwise well|on (?:a )?hunger "
            r"strike|on a drip)\b(?! (?:as|known|aware|over|down))"
            r"|\b(?:has|have|had|has had|caught|contracted|developed|suffers?(?: from)?|suffered(?: from)?|with) (?:a |an |the "
            r")?(?:broken|malaria|fever|typhoid|cholera|dysentery|pneumonia|scurvy|jaundice|cough|wound|injur\w+|"
            r"infection|diabetes|fracture\w*|sprained|frostbite|\w+itis|chest|heart|high|kidney|toothache|stomach|bad|two broken|scabies|"
            r"tuberculosis|dengue|asthma|lice)\b"
            r"|\b(?:has|have|had) (?:already )?(?:lost|collapsed|fallen ill|been (?:beaten|tortured|ill|sick|wounded|injured|hurt)|recovered|"
            r"stopped eating)\b(?! (?:touch|contact|hope|patience|track|faith|count|his life|her life|their lives))"
            r"|\b(?:eats?|eating|eaten|sleeps?|sleeping) (?:well|badly|little|nothing|poorly)\b|\bhunger strike\b"
            r"|\b(?:without|lacks?) (?:\w+ )?(?:insulin|medicines?|medication|surgery|an operation|treatment|a doctor|"
            r"tablets|pills|dialysis)\b|\b(?:all|both) (?:\w+ )?(?:well|unharmed|safe|in good health)\b|\bsafe and (?:sound|well)\b"
            r"|\bin (?:\w+ ){0,2}?(?:good|reasonable|poor|bad|fair|stable|perfect|full|excellent|satisfactory) (?:physical |bodily |state of )?"
            r"(?:health|spirits|condition)\b|\benjoy(?:s|ed)? (?:\w+ )?health\b|\brefus(?:es|ed|ing) (?:food|to eat|meals)\b"
            r"|\b(?:receiv(?:es?|ed|ing)|getting|given|under) (?:\w+ )?(?:medical )?(?:care|treatment|medicines?|medication)\b|\bseen by a (?:doctor|medic|nurse)\b"
            r"|\b(?:hand|arm|leg|foot|feet|wrist|ankle|ribs?|jaw|teeth|eyes?|back|hair) (?:was|were|is|are|had been) (?:broken|swollen|injured|infected|bandaged|"
            r"shaved|shaven|grey|gone|hurt)\b|\b(?:heart|kidney|lung) (?:ailment|trouble|disease|condition)\b"
            r"|\bunharmed\b|\bin good (?:health|spirits)\b|\bsafe(?= (?:at|in|aboard|and)\b)|\b(?:eats?|ate|drinking|drinks?|drank) (?:what|river|dirty|rice|only)\b"
            r"|\b(?:had|has|have|with) (?:a |an )?(?:wounds?|fever|beard|limp|bruises|scars?|burns?)\b|[“\"]thin\b|\blimping\b|\bwas on (?:his|her) feet\b"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _D,
        _re(
            rf"\b(?:is|are|was|were)(?: not|n['’]t) (?:being )?(?:held|detained|in custody|with us|under arrest|"
            rf"in detention|prisoners?|in {_OUR_HANDS})\b|\bnot (?:in|"
            rf"among those in) {_OUR_HANDS}\b|\b(?:do(?:es)?|did)(?: not|n['’]t) (?:hold|have|detain|arrest|take|seize|abduct|kidnap|capture|"
            rf"keep) (?:them|him|her|"
            rf"the|any|anyone|a\b|such|\w+ (?:people|citizens))\b|\bnot (?:holding|with us)\b"
            rf"|\b(?:none|neither|nobody|not one|no one)(?: of (?:them|these|those|the)(?: \w+){{0,4}})? (?:is|are|was|"
            rf"were) (?:with us|in {_OUR_HANDS}|held|here|being held|our (?:guests?|prisoners?|captives?))\b"
            rf"|\b(?:neither|no (?!doubt|question|longer|less|more|matter|wonder|idea|way|fewer)|none of the)\b [^.;:,]{{1,50}} (?:is|are|was|were) (?:ever )?(?:with us|in {_OUR_HANDS}|our (?:guests?|"
            r"prisoners?|captives?))\b"
            r"|\bden(?:y|ies|ied|ying) (?:holding|having|detaining|taking|kidnapping|abducting|capturing|seizing|arresting|keeping|any "
            r"(?:role|part|involvement|hand|responsibility|link))\b"
            r"|\bno such (?:\w+ )?(?:inmates?|prisoners?|persons?|people|detainees?|man|men|woman|women|names?|captives?|hostages?|individuals?)\b"
            r"|\b(?:nobody|no one|no (?:man|woman|person|people|prisoner|inmate|\w+)) (?:under|by|of|with) (?:that|this|such a|those|these) names?\b"
            r"|\bnever (?:been )?(?:detained|arrested|held|taken|seized|captured|abducted|in (?:our|its|their))\b"
            r"|\bthere (?:is|are|was|were|have been|has been|had been|had never been|have never been) (?:no|never (?:any|an?)|none of) "
            r"(?:\w+ )?(?:prisoners?|captives?|hostages?|detainees?|foreigners?|(?-i:[A-Z]\w+(?:s|n|se)\b))"
            rf"|{NOT_HELD}"
            r"|\bthere (?:had|has|have) never been (?:an?|any)\b|\b(?:not|never) (?:on|in|within) (?:our|its|their) (?:territory|soil|hands|custody)\b"
            r"|\b(?:neither|no (?!doubt|question|wonder|matter|secret)|none of the|nor any) [^.;,]{1,50} (?:appear(?:s|ed)?|stands?|stood|figures?|is|are|was|were|entered)(?: \w+)? (?:in|on) "
            r"(?:the |our |its |their |any )?(?:registers?|lists?|records?|books|detention|custody|prison)\b"
            r"|\bhold(?:s|ing)? (?:none|no one|nobody|no)\b|\bha(?:s|ve|d) (?:none|nobody|no one|no (?:hostages?|prisoners?|captives?|"
            r"detainees?|such)) ?(?:of (?:them|these|those))?"
            r"|\bno longer (?:held|in (?:custody|our hands|detention)|with us)\b|\bdoes not appear (?:in|on) (?:\w+ ){0,2}(?:register|list|records?)"
        ),
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _A,
        _re(
            rf"\b{_BE}(?: (?:still|being|all|now|both|also|then|\w+ly))* (?:held|detained|kept (?:prisoner|captive|"
            rf"hostage|chained)|{_SEIZED})\b(?! (?:on (?!a )|talks|meetings?))|\bheld (?:hostage|captive|prisoner|by|in|at|aboard|since|for|there)\b|"
            rf"\bin (?:the )?(?:custody|captivity|hands) of\b|\bstill in captivity\b|\b{_LIE} (?:still |all |now |both |\w+ (?:days|weeks|months|"
            rf"years) )?{_BOUND}\b"
            r"|\b(?:has|have|had)(?: all| both| now| since)* been (?:held|detained|imprisoned|kept|seized|abducted|kidnapped|captured|"
            r"arrested|snatched|jailed|taken (?:hostage|captive|prisoner|by|from))\b|\bwe had (?=all|the|them|both)"
            r"|\b(?:is|are|was|were) (?:awaiting trial|serving (?:an? |the )?(?:[\w-]+ )?(?:term|sentence))\b"
            r"|\b(?:put|bundled|forced|dragged|shoved|pushed|threw|loaded|pulled|took|hauled|drove) [\w\s’'-]{1,50}? (?:into|off in|away in|out of) "
            r"(?:an? |the |their |his |her |\w+ )?(?:unmarked |white |waiting |black )?(?:van|car|boat|truck|vehicle|jeep|pick-?up|helicopter|lorry|bus|"
            r"minibus|skiff|speedboat|house|home|bed|flat|office|church|tea shop|bus|taxi|convoy)\b"
            rf"|\b{_BE}(?: still| all| both| now| safe| well)* [“\"‘]?in {_OUR_HANDS}\b|\b(?:is|are|was|were|been) keeping(?= )"
            r"|\b(?:have|has) (?:them|him|her)(?= (?:in|at|with|here|there|now|and)\b|[.,;”])"
            r"|\b(?:behind bars|in captivity|in handcuffs|under investigation|at gunpoint)\b|\bamong those (?:taken|seized|held|abducted|kidnapped|detained|arrested)\b"
            r"|\b(?:towed|herded|shepherded|frogmarched|marched) (?:\w+ ){0,4}?(?:north|south|east|west|away|off|into|to|onto|aboard)\b"
            r"|\b(?:is|are|was|were|remains?|be|been)(?: still| all| both| now)* (?:our|their|his|its|the group['’]s) "
            r"(?:guests?|prisoners?|captives?)\b"
            rf"|\b{_BE}(?: still| all| both| now| kept| held)* in (?:an? |the |one of the |one |our |their |its |his )?(?:[\w-]+ ){{0,2}}?(?:prisons?|jails?|facility|"
            rf"detention cent(?:re|er)s?|penal colony|cells?|hands)\b"
            r"|\bstand(?:s)? entered\b|\bentered in (?:the|its|their) (?:register|books|list)\b"
            r"|\b(?:is|are|was|were|remains?|remained|been)(?: still| all| both| now)* (?:with|in the hands of|in the hands|held by) (?:the |a |his |her |their |its )?"
            r"(?:gunmen|rebels|captors|kidnappers|militants?|insurgents|fighters|bandits|strugglers|group|militia|front|movement|brigade|army|"
            r"pirates|traffickers|smugglers|them)\b"
            r"|\b(?:is|are|was|were) (?:still |all |both |now |safe |well )*(?:with|among) (?:us|me|our (?:guests|prisoners|captives))\b"
        ),
        past=True,
    ),
    ClaimRule(
        ClaimSubject.CUSTODY,
        _A,
        _re(
            rf"{_NO_NOUN_PHRASE}\b(?:took|taken|seized|seizing|abducted|abducting|kidnapped|kidnapping|captured|capturing|snatched|detained|detaining|"
            r"arrested|arresting|grabbed|dragged|hauled|marched|led|rounded up|picked up|jailed|intercepted|holds?|holding|"
            r"(?<!been )(?<!was )(?<!were )(?<!being )held|keeps|keeping|kept|carried off|imprisons?|imprisoned)"
            r"(?! (?:talks|meetings?|back|out|up|off|on|a (?:meeting|vigil|rally|press|news|sign|photo\w*)|elections|vigils?|of|to|by|in|at|"
            r"hostage|captive|prisoner|place|part|care))(?= )"
        ),
        takes=True,
        past=True,
    ),
    ClaimRule(
        ClaimSubject.ALIVE,
        _A,
        _re(
            rf"\b(?:had|has|have|he|she|they|who|I|we|guard|prisoner|driver|witness|\w+er)(?: \w+ly| last| also| once| then)? {_SAW}(?= )"
        ),
        takes=True,
        past=True,
    ),
    ClaimRule(
        ClaimSubject.TRANSFERRED,
        _A,
        _re(
            r"\b(?:moved|transferred|took|drove|flew|sent|brought|shifted|sold|ferried|marched)(?= (?:[\w’'-]+ ){1,6}?(?:to|into|across|over to|on to)\b)"
        ),
        takes=True,
        past=True,
    ),
    ClaimRule(
        ClaimSubject.WHEREABOUTS,
        _A,
        _re(
            r"\b(?:is|are|was|were|been|remains?|remained|stays?)(?: still| now| all| both| alive| safe| well| and)* (?:in|at|near|aboard|inside|behind|under|"
            r"beyond|among) (?:the|a|an|my|our|his|her|their|its|one|some) (?!(?:process|middle|dark|meantime|end|past|interests?|case|name|way|fact|lead|mood|"
            r"news|light|same|hands|course|position|business|habit|best|list|order|time|heart|centre|center|table of|country|report|opinion|forefront|verge|"
            r"talks|meeting|room|public|press|office|face|pay|service|custody|impression)\b)[a-z]"
            rf"|\b(?:{_PRED}|been) (?:being )?(?:only |also |\w+ly )?(?:being kept|kept|(?<!last )seen|heard \w+ing|located|housed|lodged|spotted|sighted|fed|filmed|photographed|"
            rf"recogni[sz]ed|glimpsed|traced|hidden|quartered|sheltered|sheltering|staying|confined|being held|working|stranded)\b"
            rf"|\b(?:is|are|was|were)(?: still| now| all| both| alive| safe| well| and)* {_SOMEWHERE}"
            r"|\b(?:whereabouts|location) (?:is|are|was|were) (?:known|established)\b"
        ),
        past=True,
    ),
)
UNREAL = _re(
    r"\b(?:if|whether|neither|nor|refus\w+|declin\w+|den(?:y|ies|ied|ying)|rumou?r\w*|fear\w*|"
    r"believ\w+|allegation\w*|would|will|shall|should|could|must|might|may|can|to be|demand\w*|call(?:s|"
    r"ed|"
    r"ing)? (?:for|on)|hop(?:e|es|ed|ing)|until|unless|when|once|as soon as|before"
    r"|^[“\"‘]?had (?:the|he|she|they|we|his|her|their|these|those|(?-i:[A-Z]))|where|promis\w+ to|vow\w* to|urg\w+|ask\w* (?:for|to|whether|if)|aimed at|effort\w* (?:to|"
    r"for)|refus\w+ to say|did not say|had no idea|lists?|letters?|envelopes?|parcels?|the names|not|never|wants?|wanted|no)\b[^,;]{0,60}$"
)
TIMELY = _re(r"\b(?:when|before|since|until)\b")
_ROLE = rf"the (?:[a-z-]+ )?(?:{SINGULAR}|old man|young man|foreigner|abductee|individual|citizen|gentlemen|said \w+|prisoner|captive|hostage|detainee|inmate|convict|man|woman|boy|girl|accused)"
THEY = _re(
    r"\b(?:they|them|those (?:people|persons|men|women|names)|these (?:people|names|men|women)|the list|the "
    r"(?:pair|two(?! [a-z]+s\b)|captain|men|women|couple|group)|he|both|"
    r"she|him|her|his|anyone|anybody|any of|(?:two|one|three|some|all|none|neither|each) of (?:them|these|those)|"
    r"none|neither|nobody|no one|(?:my|our) (?:son|daughter|husband|wife|brother|sister|"
    r"father|mother|child|people|men)|your (?:\w+ )?(?:son|daughter|husband|wife|brother|sister|father|mother|child|children|people|men|friends?|colleagues?|"
    r"man|woman|boys?|sons|daughters|citizens?)|(?:his|her|their) (?:son|daughter|husband|wife|brother|sister|father|mother|colleagues?)|"
    rf"us|we|I|not with us|no such|such (?:persons?|people|names?)|not one|{_ROLE}|the (?:citizens?|nationals?)|"
    r"the (?-i:[A-Z][a-z]+(?:an|ese|ish|ander|er|man|on|iard|ane|ede|ole|urk|ni|li|i)|New Zealander)(?= (?:was|is|had|has)\b)|"
    rf"{NUMBER} (?:of (?:them|whom) )?(?=are\b|were\b|have\b|had\b|is\b|was\b)|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|last|others?)(?= (?:is|was|has|had|are|were)\b))\b"
)
