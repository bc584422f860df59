"""What the models that hear events cannot tell by a sentence's words alone.

In: nothing. Out: `UNHEARD`, by kind of event: words beside which a sentence that sounds like one tells of none (asked
for, to come, denied, of other things); `LISTED`: what is handed over; `REFUSED`: that nothing is promised.
Leaves to others: the models (`homeward.reading.telling`).
"""

from __future__ import annotations

import re

UNHEARD = {
    "contact": re.compile(
        r"\b(?:call(?:s|ed|ing)? (?:on|for|upon)|urg(?:e|es|ed|ing)|want(?:s|ed)? to|wish(?:es|ed)? to|should (?:meet|see)"
        r"|ask(?:s|ed|ing)? to (?:meet|see|speak)|refus(?:e|es|ed|ing) to (?:meet|see|speak)|met (?:the|a|its|his|her) "
        r"(?:deadline|need|target|condition|obstacle|demand|quota|challenge|fate|end|cost|press|media|reporter|journalist|public)s?|called the"
        r"|met (?:the eye|no|with (?:no|little|an?)? ?(?:\w+ )?(?:silence|criticism|opposition|approval|resistance|applause|anger|scorn|disbelief|protests?|accident|success|death|response|reply|answer))"
        r"|received (?:an?|the|his|her|its) (?:[\w-]+ )?(?:order|medal|award|prize|degree|title|honou?r|sentence|fine|wound|shock|visa|licen[cs]e|contract|bonus|salary)"
        r"|(?:ship|crew|vessel|tanker|boat|bus|train|convoy)\b[^,;.]{0,30} called at|light candles|candles|(?:talk|met|meet|discuss)\w* [^.;]{0,30}\b(?:tariffs?|quotas?|budgets?|football|fishing rights|exports?|harvests?|wool|tourism)"
        r"|wrote (?:an?|the|his|her) (?:book|novel|song|poem|play|thesis|column|article|song)s?)\b",
        re.IGNORECASE,
    ),
    "handover": re.compile(
        r"\b(?:no|not|never|nor|refus\w+|den(?:y|ies|ied|ying)|will|would|shall|should|may|might|could|must|if|whether"
        r"|(?:is|are|was|were|has|have) (?:still )?(?:due |about )?to|ask(?:s|ed|ing)?|demand\w*|want\w*|promis\w+|plans?"
        r"|planned|hop(?:e|es|ed|ing)|expect\w*|draw(?:s|ing|n)? up|unanswered|complaints?|grievances|spare|players|prices)"
        r"\b|n['’]t\b|\?|^\W*(?:had|were|was|has|have)\b|\bhanded (?:over )?(?:the )?(?:hostages|captives|prisoners|bodies)",
        re.IGNORECASE,
    ),
    "commitment": re.compile(
        r"\b(?:should|must|ought|urg(?:e|es|ed|ing)|will be judged|(?:if|whether|unless)\b[^,;.]{0,40}\bpromis\w+"
        r"|ask(?:s|ed|ing)?\b[^,;.]{0,40} to|call(?:s|ed|ing)? (?:on|for|upon)|demand(?:s|ed|ing)?"
        r"|(?:did|does|do|has|had)(?: not|n['’]t) (?:say|said|tell|told|know|known) (?:whether|if|when)"
        r"|it (?:is|was|has been) (?:widely |generally |now )?(?:expected|hoped|feared|thought|rumou?red|likely|unlikely|unclear|assumed)|remains to be seen|will be the (?:\w+ ){0,2}(?:subject|topic|theme|matter|issue|item|question|guests?)"
        r"|(?:trial|vigil|march|film|concert|match|elections?|vote|exhibition|memorial|festival|strike|rally|verdict|funeral|anniversary|service|song|book|play|season|weather)\b[^,;.]{0,40}?"
        r" (?:will|would|is to|are to|was to)|(?:will|would|shall) (?:all |surely |certainly )?(?:die|starve|freeze|suffer|perish|be (?:cold|hungry|missed|remembered|forgotten|executed|killed|shot|hanged))"
        r"|light (?:an?|the|\d+) candles?|pray(?:s|ed|ing)? for|promised (?:their|his|her) (?:own )?(?:mothers?|wi(?:fe|ves)|parents|sons?|daughters?|husbands?|child(?:ren)?))\b|\?",
        re.IGNORECASE,
    ),
    "silence": re.compile(
        r"\b(?:not (?:one|a|a single) (?:day|night|hour|week) (?:has |had )?(?:pass\w*|went by|gone by|goes by)|if|whether|hop(?:e|es|ed|ing)|(?:were|was) (?:named|mentioned|raised))\b|\?",
        re.IGNORECASE,
    ),
}
LISTED = re.compile(
    r"\b(?:lists?|names?|rolls?|registers?|dossiers?|photo\w*|particulars|files?|sheets?|cop(?:y|ies)|it|them)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+|rul(?:e|es|ed|ing) out|(?:would|will|could|can|do|does|did)(?: not|n['’]t)|won['’]t|can['’]t|no (?:promises?|"
    r"commitments?|undertaking|assurances?|pledges?)|never|nothing would|would be drawn|balked|stopped short)\b",
    re.IGNORECASE,
)
