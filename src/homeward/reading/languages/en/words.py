"""English words: dates, bodies, roles, verbs of speech. Tables only; the rules are beside this file."""

from __future__ import annotations

import re

from homeward.reading.languages.en.dates import MONTHS as MONTHS
from homeward.reading.languages.en.dates import NUMBERS as NUMBERS
from homeward.reading.languages.en.dates import WEEKDAYS as WEEKDAYS
from homeward.reading.languages.en.people import PEOPLE, plural
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
        "hospital clinic parish monastery convent orphanage church mosque "
        "diocese clan tribe staff team crew desk embassy's headquarters command-post squad unit battalion "
        "regiment division corps "
        "foundation charity federation syndicate guild institution centre center college school club airline firm "
        "management judiciary leadership presidency navy coastguard gendarmerie constabulary gang cartel outfit "
        "insurgency resistance opposition taskforce ngo legation legislature treasury registry inspectorate embassies "
        "ministries authority's shipowner insurer operator employer caliphate politburo prosecution garrison "
        "federation's side sides workforce congregation chamber chapter branch bloc forum collective consortium caucus cooperative co-operative front's corps peacekeepers navy's"
    )
)
TRAINED_PERSON_HEADS = frozenset(  # those that the tagger was trained with
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
        "premier premiers governors mayors ombudsman ombudswoman rapporteur chairperson treasurer principal dean "
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
        "someone somebody "
        "rebel rebels insurgent insurgents militant militants gunman gunmen kidnapper kidnappers captor captors "
        "abductor abductors hijacker hijackers pirate pirates bandit bandits jihadist jihadists separatist separatists "
        "guerrilla guerrillas smugglers traffickers jailers deserter deserters defector defectors returnee returnees "
        "escapee escapees fugitive refugee refugees migrant migrants villager villagers herder herders shepherds "
        "porter porters merchant merchants shopkeeper baker grocer pilot pilots stewardess boatswain bosun purser "
        "ranger rangers climber climbers hiker hikers landlord landlady tenant acquaintance acquaintances classmate "
        "classmates schoolfriend cellmate cellmates housemate flatmate workmate workmates comrade comrades "
        "sister-in-law brother-in-law mother-in-law father-in-law son-in-law daughter-in-law stepfather stepmother "
        "stepson stepdaughter godfather godmother sibling siblings sisters brothers daughters sons mothers fathers "
        "wives husbands widows uncles aunts cousins nephews nieces grandparents caller callers stranger youth "
        "teenager teenagers archdeacon vicar provost canon abbess mullah ayatollah mufti qadi pope preacher chaplain "
        "undersecretary under-secretary vice-president vice-minister plenipotentiary peacekeeper secretary-general "
        "director-general deputies vice-chair organiser organizer organisers organizers campaigner campaigners fixer "
        "contractor contractors engineers electrician miner miners librarian archivist curator columnist editor "
        "editors presenter spokesmen spokespersons jurist notary magistrate magistrates investigator investigators "
        "pharmacist midwife anaesthetist anesthetist psychologist counsellor counselor legate nuncio emissary "
        "emissaries arbitrator conciliator facilitator liaison headmaster headmistress headteacher lecturer tutor "
        "postman tailor carpenter mechanic technicians trucker truckers fishermen drivers cook steward statesman "
        "strategist veteran veterans conscript conscripts recruit pensioner tourist tourists traveller travellers "
        "traveler travelers pilgrim orderly orderlies stretcher-bearer marines subintendent corporal private "
        "patrolman ensign dig dpo igp ssp sho aig dco consul-general bishops councillors pastors cleaner cleaners buyer buyers seller sellers convener convenor recruiter recruiters donor donors child children girl girls boy boys mukhtar sacristan dealer dealers butcher caretaker handler handlers counsel citizen citizens national nationals compatriot compatriots hon "
        "defendant defendants suspect suspects visitor host master harbourmaster stationmaster postmaster "
        "quartermaster schoolmaster paymaster headman pensioners motorist plaintiff claimant "
        "petitioner applicant returnee prelate clergyman successor predecessor underling stringer stringers warder "
        "counterpart counterparts diver divers surveyor surveyors blogger bloggers figure figures cameraman photographer geologist geologists "
        "hydrologist hydrologists archaeologist agronomist agronomists vet veterinarian accountant banker bankers auditor consultant "
        "consultants coroner pathologist watchman gatekeeper goatherd labourer labourers laborer labourer middleman middlemen crewman "
        "crewmen seaman seamen mariner mariners trainee trainees intern pupil pupils bailiff janitor concierge innkeeper receptionist "
        "co-chair co-chairs co-chairman co-chairwoman co-chairperson co-founder co-founders co-director co-leader co-ordinator co-worker "
        "co-workers co-pilot co-defendant co-owner co-author vice-consul vice-chairman vice-chairwoman vice-mayor vice-governor "
        "vice-admiral sub-inspector ex-minister ex-president ex-prisoner ex-hostage ex-captive ex-soldier ex-wife ex-husband "
        "bookkeeper bookkeepers "
        "client clients patient patients customer customers "
        "waiter waitress beekeeper rancher docker dockers stevedore trawlerman "
        "chargé chargés "
        "warders turnkey jailor jailors sympathiser sympathizer"
    )
)
_VERBS_TOO = frozenset(
    split(
        "chairs heads hosts guides mates coaches masters pilots privates brokers vets cooks tutors counsels marshals recruits"
    )
)
_NO_PLURAL = frozenset(split("someone somebody dig hon aig"))
IN_SMALL_LETTERS = (  # no heads with a capital, where they are names
    PEOPLE
    | frozenset(
        plural(noun)
        for noun in TRAINED_PERSON_HEADS
        if not noun.endswith(("s", "men", "people", "children", "-close")) and noun not in _NO_PLURAL
    )
) - (_VERBS_TOO | TRAINED_PERSON_HEADS)
PERSON_HEADS = TRAINED_PERSON_HEADS | IN_SMALL_LETTERS
SEVERAL_PEOPLE = re.compile(r"(?:[a-z]s|men|women|people|children)$")
OWNERS = frozenset(["shipowner", "owner", "operator", "employer", "insurer"])  # a body, or one man
SOURCE_HEADS = frozenset(["source", "sources", "insider", "insiders"])
TRAINED_MEDIUM_HEADS = frozenset(  # those that the tagger was trained with
    split(
        "agency newspaper channel broadcaster website outlet radio television tv daily weekly newswire wire station "
        "magazine news press times post herald tribune journal gazette observer telegraph broadcasting "
        "site paper network fm podcast weeklies broadsheet tabloid "
        "monthly gazeta gazzetta zeitung dagblad tageblatt nachrichten kurier corriere diario correo heraldo courrier giornale tidende "
        "tidning bladet rádio radyo "
        "aggregator portal blog weblog feed service-desk mirror courier dispatch ledger examiner chronicle bulletin newsletter"
    )
)
_TITLES_OF_PAPERS = frozenset(
    split(
        "sentinel advertiser argus inquirer enquirer intelligencer clarion recorder spectator beacon mercury echo digest review standard "
        "gazetteer independent"
    )
)
MEDIUM_HEADS = TRAINED_MEDIUM_HEADS | _TITLES_OF_PAPERS
ONLY_IN_TITLES = (
    _TITLES_OF_PAPERS
    | frozenset(  # a newspaper's word only with a capital: "the Post", but "a patrol post"
        split(
            "times post mirror observer ledger courier tribune herald gazette telegraph chronicle examiner news feed mate "
            "dispatch monthly gazeta gazzetta zeitung dagblad tageblatt nachrichten kurier corriere diario correo heraldo courrier giornale "
            "tidende tidning bladet rádio radyo"
        )
    )
)
PORTFOLIOS = frozenset(  # what an office is for; a name may follow: "Minister of State Devika Rathore"
    split(
        "state affairs interior defence defense justice health education finance trade energy war labour labor staff "
        "information communications culture youth women transport environment agriculture security operations "
        "intelligence republic parliament senate seimas industry tourism welfare relief relations rights development "
        "planning police works economy commerce immigration migration religion sport sports fisheries shipping mines"
    )
)
REPORT_HEADS = frozenset(
    split(
        "report article broadcast bulletin dispatch communique communiqué readout read-out statement leaflet pamphlet "
        "posting tweet transcript memo memorandum circular"
    )
)
KIN_HEADS = frozenset(
    split(
        "relative relatives family families parents mother father sister brother wife husband son daughter "
        "lawyer lawyers friends friend sisters brothers daughters sons mothers fathers wives widow cousin uncle aunt "
        "nephew niece grandmother grandfather colleague colleagues employer"
    )
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
        "hon asec usec amb supt insp cmdr rev revd msgr engr adv atty cpl pvt comdr asst "
        "venerable hadji haji hajji hadj ustaz ustad mullah maulana maulvi moulvi pandit swami lama hajj sayyid sayed "
        "syed nurse matron inspector superintendent constable dame baron baroness count countess viscount monsignor "
        "mademoiselle madame monsieur señor señora don doña herr frau pan pani tuan datuk dato pastor deacon"
    )
)
ADJECTIVES_OF_NATIONS = re.compile(r"(?:ian|ish|ese|ean|can|eli|aqi|ari|iti|ani|ench|utch|wiss|reek|thai|ern)$")

DETERMINERS = frozenset(
    split(
        "the a an its his her their our this these those some several two three four five six seven eight "
        "nine ten one another both many my your"
    )
)
DESCRIBING = (
    DETERMINERS
    | frozenset(NUMBERS)
    | frozenset(  # what begins a description and is no name
        split(
            "another other others several many few some senior former local top retired veteran exiled veiled unnamed "
            "unidentified young old elderly junior fellow most all more various different western eastern northern southern "
            "diplomatic official military political religious tribal rival"
        )
    )
)
PRONOUNS = frozenset(split("he she they it we i"))
PREPOSITIONS = frozenset(
    split(
        "of in at on with by for from to under over near against about between after before during without "
        "through via inside outside into towards toward regarding concerning among amid as like per including "
        "since until off along across behind beyond beside beneath above below upon onto alongside amongst throughout"
    )
)
AUXILIARIES = frozenset(
    split(
        "has have had also later then again earlier repeatedly further only just already meanwhile still now "
        "once however first finally even both reportedly afterward afterwards too instead simply itself himself "
        "herself themselves hereby"
    )
)
BE = frozenset(split("is are was were be been being"))
NEGATIONS = frozenset(split("neither nor not never didn't hasn't haven't doesn't n't didn’t hasn’t haven’t doesn’t"))
MODALS = frozenset(split("will would can could may might must should shall to did does do"))
CONJUNCTIONS = frozenset(split("and but or then while whereas although though because so yet"))
RELATIVES = frozenset(["who", "which", "whose", "whom"])
OWNED_BY = {"his": "he", "her": "she", "its": "it", "their": "they"}
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
            "lists asked said p.m a.m pm am noon midnight"
        )
    )
)
NAME_PARTICLES = frozenset(
    split(
        "al bin ibn bint abu abd ben van von der den de da di del la le el ould wuld ag "
        "oglu oğlu ogly uulu kyzy dos das du des las los zu af av"
    )
)

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
SAYING |= {
    "undertaken": Manner.PROMISED, "went on": Manner.SAID, "goes on": Manner.SAID,
    "pointed out": Manner.SAID, "points out": Manner.SAID, "pointing out": Manner.SAID,
    "carried on": Manner.SAID, "ruled out": Manner.SAID, "rules out": Manner.SAID, "ruling out": Manner.SAID,
    "called on": Manner.DEMANDED, "calls on": Manner.DEMANDED, "call on": Manner.DEMANDED, "calling on": Manner.DEMANDED,
    "called upon": Manner.DEMANDED, "calls upon": Manner.DEMANDED, "call upon": Manner.DEMANDED,
    "precised": Manner.SAID, "directed": Manner.DEMANDED, "put": Manner.SAID, "mentioned": Manner.SAID,
}  # fmt: skip
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
    "promises agreed agrees assurance assurances undertaking",
    Manner.CONFIRMED: "confirm acknowledge admit confirmation admission",
    Manner.WARNED: "warn threaten warning",
    Manner.DEMANDED: "demand urge order demands call-for appeal",
    Manner.ASKED: "ask request beg inquire enquire",
    Manner.REPORTED: "report relay publish broadcast",
}.items():
    for _word in _words.split():
        _BASE[_word] = _manner


_SAID_BEFORE = frozenset(SAYING)
PLAIN_SAYING = frozenset(_BASE) - frozenset(split("call comment letter note report demand request appeal read"))


def _forms(verb: str) -> list[str]:
    """The third person, past and -ing of a regular verb; a verb written "base:past" has that past."""
    base, _, past = verb.partition(":")
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", past or base[:-1] + "ied", base + "ing"]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [third, past or (stem + "ed"), (stem if base.endswith("e") else base) + "ing"]


for _manner, _words in {
    Manner.SAID: "disclose maintain affirm attest aver avow certify chronicle communicate confide convey counter depose "
    "divulge enumerate enunciate expound hold-forth impart intimate itemise itemize joke mention narrate opine outline "
    "portray proclaim profess pronounce reaffirm reassure recapitulate recount reckon reflect remind restate recite "
    "submit:submitted swear:swore telegraph theorise theorize utter verify add advise allege announce argue assert "
    "assure boast caution cite-as claim clarify comment complain concede conclude contend continue decree emphasise "
    "emphasize explain hint imply indicate inform insist lament note notify observe point predict quip reiterate remark "
    "reply respond retort reveal signal state stress suggest summarise summarize testify underline underscore volunteer "
    "apprise brief complain protest grumble estimate record blame accuse praise condemn criticise criticize hail thank "
    "lecture chide enthuse fume growl sneer declaim "
    "congratulate welcome-as precise radio cable wire confess surmise whisper shout mutter marvel scoff joke exclaim "
    "declare write:wrote tell:told say:said tweet post blog text",
    Manner.DENIED: "deny refute dispute disclaim disavow repudiate rebut rebuff contradict reject dismiss",
    Manner.PROMISED: "promise pledge vow guarantee undertake:undertook commit-to",
    Manner.CONFIRMED: "confirm acknowledge admit:admitted corroborate concede-that",
    Manner.WARNED: "warn threaten caution-that",
    Manner.DEMANDED: "demand urge order insist-on implore exhort instruct direct require call-for",
    Manner.ASKED: "ask request enquire inquire beg:begged appeal plead beseech:besought",
    Manner.REPORTED: "report relay rebroadcast",
}.items():
    for _word in _words.split():
        for _form in _forms(_word) if "-" not in _word else ():
            SAYING.setdefault(_form, _manner)
for _word in split(  # too often something else than speech
    "holding records recorded recording orders order requires required requiring directs directing submits submitting "
    "outlines recites points pointing cables wires radios comments posts texts texting briefs reflects reflecting "
    "reflected hails welcomes observing signals texted counters countering impart precise tells-of remind "
    "lectures lecturing "
    "estimates estimated-at instructs mentions mentioning mentioned thanks protests appeals appealing requests "
    "requesting reports conveyed conveys conveying blames communicates communicating calls"
):
    if _word not in _SAID_BEFORE:
        SAYING.pop(_word, None)


def manner_of(word: str) -> Manner | None:
    """How a word of speech says it, in any of its forms; None where it is no word of speech."""
    return SAYING.get(word) or _BASE.get(word) or (Manner.SAID if word in SPEECH or word in CITING else None)


SPEECH = frozenset(  # further words of speech, nouns among them, by which an utterance is told from an attitude
    split(
        "account telling version recollection according statement statements remark remarks comment comments claim claims allegation "
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
FINITE = frozenset(  # finite forms that end a noun phrase and are no names of acts
    split(
        "met meet meets handed hand gave give given passed submitted delivered presented sent received visited visit "
        "held hold called made make did took mentioned released freed knew know knows left came went seen saw sees "
        "let lets kept keep keeps began begin begins became become becomes brought bring brings bought broke breaks "
        "built caught chose drew drove ate fell falls felt fought found flew forgot got gets grew heard hears hid hit "
        "hurt lay led lent lost meant paid put read ran rang rose sat sang sold shot shut slept spent stood stands "
        "stole stuck swam taught thought threw understood woke wore won wrote sought showed shows shown seems seem "
        "seemed wants want wanted hopes hoped fears feared believes believed thinks needs needed tried tries agreed "
        "refused declined failed managed returned vanished disappeared died dies lives lived works worked runs says "
        "goes gone comes takes taken keeps kept holds gives sends brings leads remains remained stayed stays sits "
        "including involved"
    )
)

WITH_RECIPIENT = frozenset(
    ["called on", "calls on", "call on", "called upon", "calls upon", "call upon", "calling on"]
) | frozenset(
    split(
        "lectured begged begs implored implores ordered instructed advised advises requested invited told tells telling informed informing assured warned promised promises asked urged urges reminded thanked"
    )
)
WITH_OBJECT = frozenset(
    split(
        "congratulated thanked thanks praised condemned criticized criticised accused blamed blames "
        "hailed slammed denounced commended"
    )
)
NEEDS_THAT = frozenset(
    split(
        "observes emailed e-mailed texted cabled faxed phoned telephoned directed mentioned submitted instructed intimated reflected recorded pointed indicated repeated published posted broadcast reports claims notes states"
    )
)
UTTERANCES = frozenset(
    split(
        "statement interview letter post message briefing conference speech broadcast video tweet call "
        "article report remarks comments note communique announcement press-release readout read-out address "
        "bulletin"
    )
)
WITH_TO = frozenset(  # what may be followed by "to" and a verb, with phrases between
    ["called on", "calls on", "call on", "called upon", "calls upon", "call upon", "calling on"]
) | frozenset(
    split(
        "promised promises promising vowed vows vowing pledged pledges pledging undertook swore threatened threatens "
        "threatening asked asks asking offered offers proposed proposes requested requests appealed begged urged"
    )
)
NAMING = frozenset(  # verbs by which somebody calls something by his own words: "called the talks “useful”"
    split(
        "called calls calling described describes describing branded brands branding labelled labeled labels labelling "
        "labeling dubbed dubs termed terms terming characterised characterized characterises characterizes"
    )
)
SPEAKING_OF = frozenset(split("spoke speaks speaking spoken talked talks talking"))
ASKED_BY = frozenset(  # what somebody did who then was answered: "Approached by the agency, he said ..."
    split(
        "asked approached questioned reached contacted interviewed pressed challenged quizzed telephoned phoned "
        "cornered visited called messaged emailed rung invited quoted cited addressed prompted grilled"
    )
)
TALKING_TO = frozenset(split("speaking talking writing posting appearing spoke talked told addressing interviewed"))
GIVING = frozenset(
    split("gave gives giving given made makes making left leaves issued issues issuing took takes sent sends")
)
GIVEN_WORDS: dict[str, Manner] = dict.fromkeys(
    split("word undertaking undertakings assurance assurances pledge promise promises guarantee guarantees commitment"),
    Manner.PROMISED,
) | dict.fromkeys(split("warning ultimatum"), Manner.WARNED) | dict.fromkeys(
    split("statement notice hint hints indication understand plain clear known view account answer reply message order"),
    Manner.SAID,
)  # fmt: skip
NETWORKS = (  # as they are written, those whose names are nothing else
    "Telegram", "Facebook", "Twitter", "WhatsApp", "Instagram", "TikTok", "YouTube", "Truth Social", "Bluesky", "WeChat", "Weibo",
)  # fmt: skip
NETWORKS_TOO = ("X", "Signal", "VK", "VKontakte")  # only behind "on", "in a post on"
PLATFORMS = frozenset(  # where people put out words of their own
    split(
        "telegram facebook twitter instagram youtube tiktok vkontakte weibo wechat threads bluesky snapchat truth-social "
        "mastodon linkedin"
    )
)
CARRIED = frozenset(split("carried published broadcast relayed released aired distributed quoted cited reported"))
ASSEMBLIES = frozenset(  # before whom one speaks, called by a name
    split(
        "commons lords house senate congress rada sejm knesset duma bundestag bundesrat dáil seanad storting riksdag folketing cortes "
        "majlis sabha lok-sabha rajya-sabha assembly chamber cabinet parliament council tripartite un eu au un's league court exchange "
        "loya-jirga jirga synod curia presidium politburo chancery kremlin pentagon tribunal committee commission"
    )
)

# Verbs that stand between two names without ending as such, and what ends as a verb and stands before an office.
PAST_TENSE = frozenset(
    split("met heard overheard found rang saw quote quotes cites interviews reaches records asks reached")
)
NO_VERBS = frozenset(
    split(
        "armed united retired exiled outlawed banned sacked ousted deposed disgraced jailed detained elected appointed designated accredited "
        "allied affiliated controlled owned unrecognised unrecognized missing kidnapped abducted wounded associated limited embattled "
        "renowned combined federated incorporated informed released freed returned disappeared vanished red sacred so-called wanted reformed "
        "named called nicknamed dubbed styled based backed supported occupied besieged disputed imprisoned captured injured "
        "deceased defrocked suspended dismissed aged blessed advanced applied"
    )
)
