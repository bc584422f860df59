"""English words: dates, bodies, roles, verbs of speech. Tables only; the rules are beside this file."""

from __future__ import annotations

import re

from homeward.reading.languages.en.dates import MONTHS as MONTHS
from homeward.reading.languages.en.dates import NUMBERS as NUMBERS
from homeward.reading.languages.en.dates import WEEKDAYS as WEEKDAYS
from homeward.records import Manner


def split(words: str) -> list[str]:
    """A table written as one line of words."""
    return words.split()


NUMBER = r"(?:\d{1,4}|" + "|".join(w for w in NUMBERS if len(w) > 2) + ")"

ABBREVIATIONS = frozenset(
    split(
        "mr mrs ms dr prof gen col lt maj capt sgt brig adm rep sen gov st no vs etc jr sr inc co corp ltd "
        "hon asec usec amb pres sec supt insp cmdr fr rev msgr engr adv atty cpl pvt comdr dep asst min "
        "jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e u.s u.n a.m p.m"
    )
)

# What may stand at the head of a description of people or a body.
BODY_HEADS = frozenset(
    split(
        "ministry committee group movement army delegation government office council embassy court "
        "party organization organisation authority authorities police militia front brigade brigades faction "
        "union commission department bureau service forces military command directorate mission consulate "
        "association society cabinet parliament administration wing league coalition alliance kremlin state "
        "cross crescent secretariat tribunal assembly governorate emirate sultanate municipality "
        "chancellery diwan shura "
        "junta regime institute foundation board bureau ministry's company corporation bank university "
        "hospital church mosque "
        "diocese clan tribe staff team crew desk embassy's headquarters command-post squad unit battalion "
        "regiment division corps "
        "foundation charity federation syndicate guild institution centre center college school club airline firm"
    )
)
PERSON_HEADS = frozenset(
    split(
        "chair spokesman spokeswoman spokesperson spokespeople official officials minister ministers president "
        "envoy envoys ambassador ambassadors commander commanders officer officers lawyer lawyers mother "
        "father sister brother wife husband son daughter uncle aunt cousin relative relatives family families "
        "parents member members leader leaders chief head director deputy secretary diplomat diplomats "
        "mediator mediators negotiator negotiators general colonel captain major representative "
        "representatives prisoner witness witnesses doctor doctors journalist journalists coordinator aide "
        "adviser advisor chairman chairwoman speaker king prince emir sheikh professor reporter reporters "
        "correspondent lawmaker senator delegate delegates sources-close bishop patriarch consul governor "
        "mayor judge prosecutor activist activists volunteer volunteers guard guards founder "
        "chancellor archbishop priest imam rabbi pastor cleric nun monk abbot cardinal announcer clerk "
        "jailer prefect ferryman "
        "fisherman driver shepherd teacher teachers nurse nurses student students sailor sailors soldier "
        "soldiers fighter fighters "
        "inspector attache attaché commissioner councillor councilor legislator lawmakers congressman congresswoman "
        "senators mp mps analyst analysts expert experts economist scientist scientists researcher "
        "researchers scholar scholars "
        "historian author writer critic critics supporter supporters opponent opponents resident "
        "residents neighbour neighbours "
        "neighbor neighbors survivor survivors passenger passengers employee employees worker workers "
        "manager managers "
        "owner owners executive executives investor investors farmer farmers trader traders elder elders "
        "chieftain warlord "
        "marshal admiral commodore brigadier lieutenant sergeant policeman policewoman detective sheriff "
        "warden chancellors "
        "premier premiers governors mayors ombudsman rapporteur chairperson treasurer principal dean "
        "rector coach captain-general "
        "interpreter translator intermediary intermediaries go-between negotiators advocate attorney "
        "attorneys counsel barrister "
        "solicitor widow widower dad mum mom grandmother grandfather grandson granddaughter niece nephew "
        "fiancé fiancée partner "
        "friend friends colleague colleagues roommate husband's aides advisers advisors consuls "
        "secretaries technician engineer "
        "physician surgeon medic medics paramedic eyewitness eyewitnesses bystander voter voters "
        "candidate candidates delegates "
        "lawyers pilgrims guide broker smuggler trafficker detainee detainees inmate inmates captive "
        "captives hostage hostages "
        "skipper mate boatman monitor monitors observer observers people person persons man woman men "
        "women individual individuals "
        "someone somebody"
    )
)
SOURCE_HEADS = frozenset(["source", "sources", "insider", "insiders"])
MEDIUM_HEADS = frozenset(
    split(
        "agency newspaper channel broadcaster website outlet radio television tv daily weekly newswire wire station "
        "magazine news press times post herald tribune journal gazette observer telegraph broadcasting "
        "site paper network fm "
        "portal blog weblog feed service-desk mirror courier dispatch ledger examiner chronicle bulletin"
    )
)
REPORT_HEADS = frozenset(split("report article broadcast bulletin dispatch communique readout read-out statement"))
KIN_HEADS = frozenset(
    split(
        "relative relatives family families parents mother father sister brother wife husband son daughter "
        "lawyer lawyers friends"
    )
)
NOT_NEWS = frozenset(
    split("relief aid space intelligence security energy health refugee un government tracing state")
)
KNOWN_MEDIA = frozenset(
    split(
        "reuters afp ap tass ria interfax bloomberg bbc cnn anadolu xinhua kyodo dpa efe ansa axios haaretz "
        "ynet kan al-jazeera al-arabiya al-manar al-mayadeen petra wafa irna fars mena spa"
    )
)
ROLE_HEADS = BODY_HEADS | PERSON_HEADS | SOURCE_HEADS | MEDIUM_HEADS | REPORT_HEADS
TITLES = frozenset(
    split(
        "mr mrs ms miss dr prof gen col lt maj capt brig sheikh sir sgt adm rep sen gov "
        "hon asec usec amb supt insp cmdr rev msgr engr adv atty cpl pvt comdr asst"
    )
)
ADJECTIVES_OF_NATIONS = re.compile(r"(?:ian|ish|ese|ean|can|eli|aqi|ari|iti|ani|ench|utch|wiss|reek|thai|ern)$")

DETERMINERS = frozenset(
    split(
        "the a an its his her their our this these those some several two three four five six seven eight "
        "nine ten one another both many"
    )
)
PRONOUNS = frozenset(split("he she they it we i"))
PREPOSITIONS = frozenset(
    split(
        "of in at on with by for from to under over near against about between after before during without "
        "through via inside outside into towards toward regarding concerning among amid as like per including "
        "since until"
    )
)
AUXILIARIES = frozenset(
    split(
        "has have had also later then again earlier repeatedly further only just already meanwhile still now "
        "once however first finally even both reportedly"
    )
)
BE = frozenset(split("is are was were be been being"))
NEGATIONS = frozenset(split("neither nor not never didn't hasn't haven't doesn't n't didn’t hasn’t haven’t doesn’t"))
MODALS = frozenset(split("will would can could may might must should shall to did does do"))
CONJUNCTIONS = frozenset(split("and but or then while whereas although though because so yet"))
RELATIVES = frozenset(["who", "which", "whose", "whom"])
NOT_NAMES = (
    frozenset({"that"})
    | DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | AUXILIARIES
    | BE
    | MODALS
    | CONJUNCTIONS
    | RELATIVES
    | frozenset(WEEKDAYS)
    | frozenset(m for m in MONTHS if m not in ("may", "mar", "jan"))
    | frozenset(
        split(
            "if when where what why how there here such no not yes next last asked according citing quoting "
            "speaking despite together instead moreover nevertheless nonetheless nobody nothing everyone "
            "everybody none all any each every today yesterday tomorrow more most less few neither nor either "
            "other others his her my your our whether nearly about around two-thirds talks negotiations names "
            "lists asked said"
        )
    )
)
NAME_PARTICLES = frozenset(split("al bin ibn bint abu abd ben van von der den de da di del la le el ould"))

# Verbs of speech by the way of uttering; every form that a report uses.
SAYING: dict[str, Manner] = {}
for _manner, _words in {
    Manner.SAID: "said says saying added adding adds noted notes noting stated states stating announced announces "
    "announcing declared declares told tells telling stressed stressing emphasized emphasised emphasizing explained "
    "explaining replied replying answered wrote writes writing tweeted posted recalled claimed claims claiming "
    "insisted insists insisting indicated pointed remarked commented continued concluded argued disclosed revealed "
    "reveals revealing congratulated thanked praised condemned criticized criticised accused assured informed "
    "informing clarified repeated maintained estimated suggested cautioned joked quipped complained "
    "lamented testified "
    "alleged alleges alleging asserted asserts conceded concedes contended contends countered protested "
    "retorted boasted "
    "exclaimed muttered whispered shouted mused observed reiterated reiterates reiterating underlined "
    "underlines underlining "
    "underscored hinted implied responded responds responding apologised apologized recounted recounts "
    "recalls recalling "
    "explains explaining concludes argues arguing reckoned ventured volunteered blogged emailed texted "
    "signalled signaled "
    "hailed thanks thanking praising blamed blames blaming slammed denounced denouncing criticising "
    "criticizing commends "
    "commended specified specifies specifying elaborated detailed vouched advised advises predicted predicts "
    "speculated opined murmured pleaded grumbled snapped scoffed sighed wept quoth chimed affirmed affirms "
    "affirming notified related relates telling pointed",
    Manner.DENIED: "denied denies denying rejected rejects rejecting dismissed dismisses dismissing "
    "disputed disputes refuted "
    "refutes contradicted",
    Manner.PROMISED: "promised promises promising vowed vows vowing pledged pledges pledging undertook "
    "guaranteed swore",
    Manner.CONFIRMED: "confirmed confirms confirming acknowledged acknowledges acknowledging admitted "
    "admits admitting",
    Manner.WARNED: "warned warns warning threatened threatens threatening",
    Manner.DEMANDED: "demanded demands demanding urged urges urging insisting ordered orders ordering",
    Manner.ASKED: "asked asks asking inquired enquired requested requests requesting begged appealed wondered",
    Manner.REPORTED: "reported reports reporting relayed relays relaying broadcast published",
}.items():
    for _word in _words.split():
        SAYING[_word] = _manner
_BASE: dict[str, Manner] = {}  # the plain forms, which are cues only where the tagger says so ("Rebels deny holding")
for _manner, _words in {
    Manner.SAID: "say tell state announce declare stress emphasise emphasize explain reply answer "
    "write recall claim insist note add "
    "assure inform congratulate thank praise condemn criticise criticize accuse argue reveal repeat "
    "suggest comment speak talk call "
    "describe mention express voice complain testify allege assert contend hail blame read reads spoken "
    "spoke called calls describes "
    "described speaks saying-so",
    Manner.DENIED: "deny reject dismiss dispute refute denial",
    Manner.PROMISED: "promise vow pledge undertake undertakes swear guarantee guarantees commitment "
    "promises agree-to",
    Manner.CONFIRMED: "confirm acknowledge admit confirmation admission",
    Manner.WARNED: "warn threaten warning",
    Manner.DEMANDED: "demand urge order demands call-for appeal",
    Manner.ASKED: "ask request beg inquire enquire",
    Manner.REPORTED: "report relay publish broadcast",
}.items():
    for _word in _words.split():
        _BASE[_word] = _manner


def manner_of(word: str) -> Manner | None:
    """How a word of speech says it, in any of its forms; None where it is no word of speech."""
    return SAYING.get(word) or _BASE.get(word) or (Manner.SAID if word in SPEECH or word in CITING else None)


SPEECH = frozenset(  # further words of speech, nouns among them, by which an utterance is told from an attitude
    split(
        "according statement statements remark remarks comment comments claim claims allegation "
        "allegations assertion "
        "warning warnings promise promises pledge vow threat threats announcement denial accusation "
        "accusations appeal "
        "call calls called calling demand demands criticism complaint answer reply response suggestion testimony "
        "testified testifies testifying joked jokes quipped complained complains complaining lamented "
        "laments boasted "
        "bragged muttered whispered shouted yelled cried screamed exclaimed alleged alleges alleging "
        "asserted asserts "
        "asserting attested conceded concedes conceding contended contends countered counters described describes "
        "describing discussed discusses mentioned mentions mentioning pleaded pleads preached protested protests "
        "ridiculed mocked scolded swore sworn spoke speaks speaking talked talks talking taunted thanks thanking "
        "touted touts blamed blames blaming charged charges apologized apologised attacked attacks blasted blasts "
        "slammed decried denounced denounces derided echoed echoes expressed expresses expressing hailed "
        "hails hinted "
        "hints implied implies implored joking lashed lied offered offers outlined predicted predicts proposed "
        "proposes questioned questions quoted quotes reiterated reiterates reiterating responded responds responding "
        "retorted signaled signalled summed tells touting uttered voiced voices voicing vented advised "
        "advises advising "
        "advocated advocates lobbied ordered orders ordering recommended recommends requested requests summoned "
        "invited lectured begged begs declined declines tweet tweets tweeting posts posting emailed texted phoned "
        "writing letter read reads"
    )
)
SPEECH_VERBS = frozenset(word for word in SPEECH if word.endswith(("ed", "ing"))) | frozenset(
    split(
        "spoke swore spoken sworn wept went came took put got ran sat stood held kept left lost made met "
        "paid sent set told"
    )
)
PARTICIPLES = frozenset(w for w in SAYING if w.endswith("ing"))
CITING = frozenset(split("cited cites citing quoted quotes quoting"))
WITH_RECIPIENT = frozenset(
    split("told tells telling informed informing assured warned promised promises asked urged urges reminded thanked")
)
WITH_OBJECT = frozenset(
    split(
        "congratulated thanked thanks praised condemned criticized criticised accused blamed blames "
        "hailed slammed denounced commended"
    )
)
NEEDS_THAT = frozenset(split("pointed indicated repeated published posted broadcast reports claims notes states"))
PASSIVE_TROUBLE = frozenset(split("told informed asked reported said published broadcast assured warned promised"))
UTTERANCES = frozenset(
    split(
        "statement interview letter post message briefing conference speech broadcast video tweet call "
        "article report remarks comments note communique announcement press-release readout read-out address "
        "bulletin"
    )
)
CARRIED = frozenset(split("carried published broadcast relayed released aired distributed quoted cited reported"))
