"""Who gave words to whom, in English: "The driver had it from a guard, and he from the colonel", "as the Post ran it".

In: the items of a sentence. Out: its `Step`s, each from one who gave words to one who received them.
Leaves to others: whose words they are and how the steps join into a path (`homeward.reading.paths`).

A sentence is written as one line in which each actor is a sign (``@r3`` is the role at item 3), so that a construction is
one expression over words and signs: "@r0 had it from @p5" and "@m2 , quoting @m5 ,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.trades import NO_WORKER, WORKING
from homeward.reading.languages.en.ways import plain_medium, plain_network
from homeward.reading.languages.language import Actor, ActorKind, Step, View
from homeward.records import Attribution

_TEXT = (
    r"(?:letter|message|post|article|column|essay|statement|remark|comment|word|words|interview|note|e-?mail|text|video|recording|audio|tape|"
    r"report|memo|document|transcript|communiqu[eé]|call|voicemail|clip|appeal|reply|answer|response|telegram|account|story|"
    r"sermon|testimony|leaflet|sheet|offer|warning|promise|announcement|minutes|screenshot|cable|voice note|dispatch|log|"
    r"poster|circular|film|footage|diary|line|sentence|quote|quotation|version|news|protocol|decree|slip|affidavit|pledge|"
    r"exchange|conversation|wording|item|saying|claim|figure|phrase|rumou?r|tale|read-?out|entry|caption|bulletin|broadcast|fax|photograph|"
    r"picture|paper|draft|summary|translation|rendering|notice|speech|tidings|information|denial|confession|plea|vow|oath)s?"
)
_ANY = r"@[prbmso]\d+"  # somebody who may give or receive words
_WHOM = r"@[prbmsoxt]\d+"  # the same, or somebody's text
_HE = r"@[prbmsox]\d+"  # the same, or "he"
_MEDIA = r"@[mobp]\d+"
_IT = (
    rf"(?:it|them|this|that|these|those|both|@t\d+|(?:the|his|her|their|its|this|that|these|an?|two|some|another|{_HE}|whose)"
    rf"(?: [\w'’-]+){{0,3}}? {_TEXT}(?: of (?:D|{_HE}|it))?)"
)
_OBJECT = _IT.replace("|that|", "|that(?= into|[.,;]|$)|", 1).replace("|this|", "|this(?= into|[.,;]|$)|", 1)
_SMALL = (  # what may stand beside a verb
    r"(?: (?:\w+ly|also|then|later|once|first|again|only|just|now|since|himself|herself|itself|themselves|all|in turn|at once|"
    r"the same (?:day|night|evening|morning)|that (?:day|night|evening|morning|same \w+)|for (?:his|her|its) part|D|on D|by (?:tele)?phone|"
    r"by hand|by radio|on air|at home|in private|in confidence|in (?:full|part)|over the (?:phone|air|radio|telephone)|in writing|aloud|on|along|over|back|out|up|down|in|word for word))*"
)
_HAD = r"(?: (?:has|had|have|having|is|was|were|to have|had been|has been|been))*"
_NAMED = (  # "the Door , a rights office ,", "a man freed from the camp", "a baker who asked not to be named"
    r"(?: , @[prb]\d+(?: (?:of|in) @\w+)? ,| , (?:now|once|who|whose|between|in|on|under|by|at|for) [^,;:.@]{2,50} ,| (?:who|freed|released|called|known) [^,;:.@]{2,40}(?= (?:and|had|has|told)))?"
    r"(?: ,)?(?: (?:who|which|and))?"
)
_TO_TELL = r"(?:told|tells|informed|informs|phoned|telephoned|rang|messaged|briefed|radioed|texted|wired|cabled|e-?mailed|notified|alerted)"
_TO_GIVE = (
    r"(?:wrote|writes|written|confided|confides|whispered|repeated|repeats|passed|passes|handed|hands|read|reads|showed|shown|shows|"
    r"dictated|forwarded|forwards|sent|sends|reported|reports|relayed|relays|mentioned|uttered|entrusted|carried|carries|brought|"
    r"brings|took|takes|delivered|gave|gives|given|conveyed|faxed|mailed|e-?mailed|recited|recounted|related|leaked|slipped|submitted|"
    r"disclosed|complained|swore|boasted|retold|played|lent|addressed|described|revealed|muttered|let slip|"
    r"phoned|telephoned|wired|cabled|radioed|texted|translated|interpreted|transmitted|admitted|admits|explained|tipped|sold|"
    r"supplied|provided|offered|betrayed|let on|put|puts|dropped|copied|murmured|grumbled|bragged|confessed|remarked|fed|poured out|made)"
)
_TO_GET = (
    r"(?:had|has|have|got|gets|received|receives|took|takes|taken|heard|hears|learn(?:t|ed|s)|gathered|picked|lifted|lifts|copied|"
    r"copies|cut|translated|translates|transcribed|monitored|obtained|bought|borrowed|drew|draws|collected|reprinted|reprints|know|"
    r"knew|knows|understood|understands|draws|derives|quarried|cribbed|pinched|set|rendered|renders|read|reads|recorded|intercepted)"
)
_TO_HEAR = r"(?:heard|hears|learn(?:t|ed|s)|gathered|gathers|understood|understands)"
_FROM = r"(?:from|through|via|by way of|out of|off|by courtesy of|thanks to)"
_TO_PUT = (
    r"(?:aired|airs|broadcast|broadcasts|rebroadcast|ran|runs|run|printed|prints|reprinted|published|publishes|posted|posts|reposted|"
    r"carried|carries|reproduced|reproduces|quoted|quotes|summari[sz]ed|summari[sz]es|translated|translates|released|shared|showed|shows|"
    r"played|plays|circulated|distributed|picked|took|takes|taken|lifted|lifts|cut|cuts|put|puts|read|reads|relayed|relays|repeated|repeats|"
    r"uploaded|screened|transmitted|has|had|got|gets|wrote|noted|typed|jotted|transcribed|recorded|taped|filmed|overheard|"
    r"monitored|intercepted|forwarded|excerpted|abridged|serialised|serialized|dubbed|subtitled|rendered|renders|reported|set)"
)
_PUT_OUT = (  # done to words by those who carry them, in a participle
    r"(?:aired|broadcast|rebroadcast|run|printed|reprinted|published|posted|reposted|carried|reproduced|quoted|summari[sz]ed|translated|"
    r"released|shared|shown|played|circulated|distributed|picked up|taken up|taken down|lifted|cut|put out|read|read out|relayed|repeated|"
    r"uploaded|screened|transmitted|written down|noted|noted down|typed|jotted down|transcribed|recorded|taped|filmed|overheard|monitored|intercepted|"
    r"forwarded|excerpted|abridged|passed on|passed along|handed on|obtained|dubbed|subtitled|rendered|delivered|brought|conveyed|seen|received|"
    r"set down|copied|copied out|interpreted|leaked|smuggled out|photographed)"
)
_BETWEEN = r"(?: (?:\w+ly|to \w+ \w+|over the air|on air|in full|in part|at \w+|in (?:the )?[\w-]+|on D|D|into @o\d+|on the \w+|up|out|down|on))*"
_US = r"(?:US|@u\d+)"

_AS_IT = (  # what is done to words, where nothing else can be meant
    r"(?:aired|airs|broadcast|rebroadcast|ran|runs|printed|prints|reprinted|published|publishes|posted|posts|reposted|carried|carries|"
    r"reproduced|reproduces|quoted|quotes|summari[sz]ed|translated|translates|relayed|relays|rendered|transcribed|monitored|taped|excerpted|"
    r"abridged|dubbed|subtitled|uploaded|screened|picked up|took up)"
)
_NOT = r"(?<!not )(?<!never )(?<!n't )(?<!n’t )"
_TOLD = re.compile(rf"(?P<g>{_HE}|{_US}){_NAMED}{_HAD}{_SMALL} {_NOT}{_TO_TELL} (?:it )?(?P<r>{_HE}|{_US})")
_GAVE_TO = re.compile(
    rf"(?:(?P<g>{_HE}|{_US}){_NAMED}{_HAD}{_SMALL} )?{_NOT}(?P<v>{_TO_GIVE})(?: {_IT}| @x\d+| @o\d+)?(?: what [\w ]{{2,20}}?)?{_BETWEEN} (?:to|with) (?P<r>{_HE}|{_US})"
    rf"(?: by (?P<by>{_HE}))?"
)
_IN_A_CALL = re.compile(
    rf"(?P<g>{_HE})(?: D)?(?: on D)? in (?:an?|his|her|their|its) (?:[\w-]+ ){{0,2}}?(?:call|letter|message|note|e-?mail|voice note|text|conversation|talk) (?:to|with) "
    rf"(?P<r>{_HE}|{_US})"
)
_GAVE_HIM = re.compile(
    rf"(?P<g>{_HE}){_NAMED}{_HAD}{_SMALL} {_NOT}(?:handed|gave|gives|sent|showed|read|played|passed|brought|slipped|lent|left|faxed|mailed|forwarded) "
    rf"(?P<r>{_HE}|{_US}) {_IT}"
)
_GOT_FROM = re.compile(
    rf"(?P<w>(?:what|which|that|whom) )?(?P<r>{_HE}|{_US}|he|she){_NAMED}{_HAD}{_SMALL} {_NOT}(?:{_TO_HEAR}|{_TO_GET}(?P<it> {_IT}| what [^,;:@]{{2,30}}?)?){_SMALL}"
    rf"(?: or [\w ]{{2,20}}?)? {_FROM} (?P<g>{_WHOM})"
)
_OWES = re.compile(rf"(?P<r>{_HE}|{_US}){_HAD} (?:owe|owes|owed)(?: {_IT})? to (?P<g>{_HE})")
_AND_FROM = re.compile(
    rf"(?: himself| herself| who [^,;:@]{{2,40}})? ?[,;]? (?:and )?(?P<r>{_HE}|{_US}|he|she)(?: ,)?(?: in turn ,?| for \w+ part ,?)? from (?P<g>{_HE})"
)
_AND_TO = re.compile(
    rf"(?: , {_HE}| who [^,;:@]{{2,40}})? ?[,;]? (?:and|then) (?P<g>{_HE}|he|she)(?: ,)?(?: in turn ,?)?(?: on)? to (?P<r>{_HE}|{_US})"
)
_WHO_TOLD = re.compile(
    rf" ?,? (?:who|which)(?: in turn| then| later| had| has|,)* (?:{_TO_TELL}|{_TO_GIVE}(?: {_IT})?(?: on| along| over)? to) (?P<r>{_HE}|{_US})"
)
_WHAT_SAID = re.compile(
    rf"(?P<r>{_HE}){_NAMED}{_HAD}{_SMALL} (?:repeats?|repeated|sets? out|recounts?|recounted|relays|relayed|passed on|passes on|convey(?:s|ed)|reports?|"
    rf"reported|tells|told|summari[sz](?:es|ed)|took down|wrote down|put down|prints|printed|publishes|published|carries|carried|quotes|quoted|has|had|"
    rf"reproduces|reproduced|describes|described|retells|retold)(?: (?:to|for) (?:his|her|its|the)? ?[\w@]+)?(?: in {_WHOM})?{_SMALL} what (?P<g>{_HE})"
)
_FROM_WHICH = re.compile(
    rf"(?P<g>{_ANY}) , (?:from|via|through) (?:which|whom|where) (?P<r>{_ANY}){_HAD}{_SMALL} (?:{_TO_GET}|{_TO_PUT}) {_IT}"
)
_WHOSE = re.compile(
    rf"(?P<g>{_ANY}) , whose (?:{_TEXT}|@t\d+)(?: of D| of @\w+)?{_HAD}{_SMALL} {_PUT_OUT}{_BETWEEN}(?: D)?(?: \w+ later)? by (?P<r>{_ANY})"
)
_WHICH_REACHED = re.compile(
    rf"(?P<g>{_ANY}) , whose (?:{_TEXT}|@t\d+)(?: of D)?{_HAD}{_SMALL} (?:reached|came to|got to|was brought to|was sent to|went to) (?P<r>{_ANY}|{_US})"
)
_AND_TO_FROM = re.compile(rf" ?[,;]? and to (?P<r>{_HE}) from (?P<g>{_HE})")
_CAME_TO = re.compile(
    rf"(?:came|come|comes|got|gets|went|travelled|traveled|made its way|found its way|reached|reaches){_SMALL}(?: to)? (?P<r>{_HE}|{_US}){_SMALL},? "
    rf"(?P<f>{_FROM}) (?P<g>{_WHOM})(?: , (?:out of|from|by way of|via) (?P<o>{_WHOM}))?"
)
_CAME_FROM = re.compile(
    rf"(?:{_IT}|mine|ours|which){_HAD} (?:came|come|comes|is|was|stems|descends|reached US)(?: to US)?(?: D)? (?:from|through|via|by way of|out of) (?P<g>@[prbmst]\d+)(?! (?:and|or))"
)
_SOURCE_IS = re.compile(
    rf"(?P<r>{_HE})(?: (?:own|only|sole))? (?:authority|source|informant) (?:is|was|were) (?P<g>{_HE})"
)
_WHAT_WE_HAVE = re.compile(
    rf"(?P<g>{_ANY})(?: , [^:;]{{2,40}} ,)? (?:is|was) (?:what|all(?: that)?) {_US} (?:have|had|saw|read|heard)"
)
_OUR_SOURCE = re.compile(
    rf"(?P<g>{_ANY}) (?:is|was) (?:our|US)(?: \w+)? (?:authority|source|informant)|{_US}(?: \w+)? (?:authority|source|informant) (?:is|was) (?P<o>{_ANY})"
)
_WROTE_DOWN = re.compile(
    rf"(?P<r>{_HE}){_HAD}{_SMALL} (?:wrote|took|noted|typed|jotted|copied|set) {_IT}(?: all)? (?:down|out|up)(?: (?:for|to) (?P<on>{_HE}|{_US}))?"
)
_AS_REPORTED = re.compile(
    rf"\bas (?P<r>{_ANY}){_HAD}{_SMALL} (?:reported|reports|quoted|quotes|relayed|relays|told|passed|put|gave|gives|rendered|recounted|repeated|has|"
    rf"had|tells|retold|remembers|remembered) (?:it|them|him|her|this|that|@x\d+)(?: on)?(?: (?:to|for|on) (?P<on>{_HE}|{_US}))?"
)
_ACTIVE = re.compile(
    rf"(?P<r>{_MEDIA}){_NAMED}{_HAD}{_SMALL} {_NOT}(?:(?P<v>{_AS_IT})(?P<text>(?: (?:on|in|under|at) [\w@ ]{{1,24}}?)? (?:an?|the full|the) (?:[\w-]+ ){{0,2}}?{_TEXT})?|{_TO_PUT}(?: (?:out|up|down))?(?P<it> {_OBJECT}))(?![\w-])"
)
_PASSIVE = re.compile(
    rf"{_PUT_OUT}{_BETWEEN}(?: for {_US}| to {_US})? by (?P<r>{_HE})(?: (?:on|in|for|to|over) (?P<on>@[mop]\d+))?"
)
_PUT_ON = re.compile(
    rf"(?:posted|put out|put|printed|published|aired|broadcast|wrote|written|uploaded|appeared|appears|ran|spread|read out|interviewed|speaking|stood|stands)(?: {_IT})?(?: what)?(?: D)? (?:on|in|over|by) (?:@[ob]\d+ , )?(?P<r>@m\d+)"
)
_PUT_IN = re.compile(  # "a statement, reproduced on the website Northline"
    r"\b(?:reproduced|reprinted|republished|carried|shown|played|shared|reposted|translated|released|relayed|repeated|screened|rebroadcast|"
    r"serialised|serialized|read out|leaked|excerpted|summari[sz]ed)(?: (?:D|on D|in full|in part|live|today|yesterday|\w+ly))* (?:on|in|over|across) (?:@[ob]\d+ , )?(?P<r>@m\d+)"
)
_TAKEN_FROM = re.compile(
    rf"(?:{_IT}|the following|what follows|the (?:passage|paragraphs?|lines|item|items|text) (?:below|that follows?)|which|mine|@o0){_HAD}{_SMALL} "
    rf"(?:taken|lifted|translated|reprinted|reproduced|copied|borrowed|drawn|excerpted|adapted|cut|pasted|transcribed|downloaded|recorded|monitored){_SMALL} (?:from|off) (?P<r>{_ANY})"
)
_WORK_OF = re.compile(
    r"\b(?:the|its|this|our|his|her) (?:\w+ )?(?:translation|transcript|transcription|summary|rendering|recording|english|wording|version|paraphrase|subtitles|abridgement) "
    rf"(?:is|was|are|were)(?: US)? (?:by|from|that of|the work of|made by|due to|owed to|supplied by|provided by|courtesy of) (?P<r>{_ANY})"
)
_INTERVIEW_OF = re.compile(  # "a Radio Marsh interview", that "was picked up by"
    rf"(?:(?P<g>{_HE}) )?\bin (?:an? |the |D )?(?P<r>@m\d+) (?:interview|broadcast|report|programme|program|bulletin|documentary|podcast|phone-in|talk show|article|story|profile|debate|dispatch|column)\b"
)
_CITED_TEXT = re.compile(  # "The radio quoted an interview that the general gave to the Post"
    rf"(?P<r>{_MEDIA})(?: , (?:(?:an?|the) )?[^,;:]{{2,40}} ,)?(?: ,)?(?: (?:has|had|was|is|later|also|then))* (?:quoted|quoting|quotes|cited|citing|cites|relayed|relaying|relays|carried|carrying|carries|"
    rf"referring to|referred to|picked up|picking up|picks up|lifted|lifting|reprinted|reprinting|translated|translating|summari[sz]ed|summari[sz]ing|rebroadcast|reposted|"
    rf"sharing|posting|showing|playing|airing|broadcasting|publishing|printing|using|drawing on|relying on|drew on|following up|reproduced|reproducing|excerpted|on the strength of|on the basis of) "
    rf"(?:(?:an?|the|his|her|their|its|some|parts of an?|parts of the|extracts from an?|excerpts from an?) )?(?:{_HE} )?(?:[\w-]+ )?(?:@t\d+|{_TEXT})(?: (?!(?:in which|that said))[^,;:]{{1,40}}?)? "
    rf"(?:to|with|in|on|by|from|for|of|over) (?P<g>@m\d+)"
)
_IN_ITS_PAGES = re.compile(
    r"\b(?:in|on|over|to|onto|across|into) (?:the )?(?:\w+ )?(?:pages|columns|air ?waves|waves|microphones?|studios?|programme|program|show|"
    r"podcast|morning show|evening news|news|website|site|homepage|channel|frequency|phone-in|live feed|live blog|letters page) of (?P<r>@m\d+)"
)
_CAME_OVER = re.compile(
    rf"(?:{_IT}|{_HE}|which){_HAD}{_SMALL} (?:came|comes|come|went out|goes out|was heard|is heard|was|is) (?:over|on|across|by way of|from) (?:@o\d+ , )?(?P<r>@m\d+)"
)
_AT_HEAD = re.compile(
    r"(?:from|per|via|courtesy of|after|in|on|over|thanks to|@s0 :|sources? :|as heard on|as seen on|as read in) (?:D |today 's |yesterday 's )?(?P<r>@m\d+)(?: ,? ?D)? ?(?::|\.$|Q)"
)
_ITEM = re.compile(r"(?P<r>@m\d+)(?: ,? ?D)? : @[prb]")  # "Channel Nine: the minister says that"
_HOW_IT_HAS_IT = re.compile(
    r"\b(?:(?:that|this|so|such) (?:is|was|,)|so|or so)(?: , (?:[^,;:@]{2,20}) ,)?(?: (?:how|the way|what|as))?(?: , (?:[^,;:@]{2,20}) ,)? "
    r"(?P<r>@[mo]\d+)(?: (?:\w+ly|at least|now|then|also))?,? (?:puts?|has|had|tells|told|renders|rendered|reports|reported|quotes|quoted|gives|gave|words|worded|writes|wrote|says|said|claims|claimed|tells us)(?: (?:it|this|that|him|her|them|the matter|the words))?(?= [.,;:]|$)"
)
_QUOTING = re.compile(
    rf"(?P<r>{_MEDIA})(?: , (?:[^,;:@]{{1,24}} , )?| )(?:(?:reported|reports|said|says|wrote|writes|added|adds|noted|claimed) , )?(?:quoting|citing|after|following|referring to|with reference to|on the authority of|quotes|cites|quoted|cited|"
    rf"picking up|relaying|reprinting|translating|summari[sz]ing|crediting|drawing on|relying on|basing itself on|on the basis of|on the strength of|repeating|"
    rf"echoing|rebroadcasting|reposting|retweeting|sharing|lifted from|copied from|cribbed from|pasted from|taken from|taking it from|with a credit to|via) (?P<g>{_ANY})"
)
_FROM_QUOTING = re.compile(
    rf"(?:lifted|taken|cut|copied|translated|set|pasted|quoted|borrowed|quarried){_SMALL} from (?:an? {_TEXT} by )?(?P<g>{_ANY})"
)
_VERSION_OF = re.compile(
    rf"\b(?:in|by|per|through|from|on|of) (?:the )?(?:\w+ )?(?:version|rendering|translation|summary|account|telling|words|wording|transcript|"
    rf"paraphrase|copy|notes?|report|read-?out|retelling) (?:of|by|from) (?P<r>{_ANY})"
)
_ITS_VERSION = re.compile(
    rf"\b(?:in|by|per|through|from|to|on|of) (?P<r>{_HE})(?: own)? (?:version|rendering|translation|summary|account|telling|wording|transcript|paraphrase|copy|notes?|"
    rf"notebook|read-?out|retelling|recollection)\b"
)
_BY_WAY_OF = re.compile(
    rf"\b(?:by way of|by grace of|by courtesy of|courtesy of|thanks to|via|at the hands of) (?P<r>{_ANY})"
)
_RECORDED = re.compile(
    rf"{_TEXT}(?: (?:of|with) (?:it|{_HE}))? (?:obtained|seen|heard|made|recorded|held|kept|filmed|taped|shot|taken) by (?P<r>{_ANY})"
)
_THROUGH_CAME = re.compile(
    rf"(?:as|which) (?P<r>{_ANY}){_HAD} (?:put|has|had|rendered|turned|recast|translated) (?:it|them|that|this)(?: into @o\d+)?(?: and (?P<on>{_ANY}) (?:put|turned|rendered) (?:it|that) into @o\d+)?"
)

_GATE = re.compile(
    r"\b(?:to|from|owed?s?|through|via|by|quot\w+|cit(?:ing|ed|es)|after|authority|source|informant|told|tells|rang|gave|given|handed|show(?:s|ed|n)|"
    r"pass\w+|down|version|rendering|account|telling|put|posted|aired?s?|ran|print\w*|publish\w*|carrie[sd]|picked|cut|lifted|copied|informed|"
    r"wrote|written|confided|repeat\w*|what|dictated|relay\w*|forward\w*|reach\w*|translat\w*|brought|sent|phoned|confessed|mentioned|has it|had it|"
    r"reported|as|pages|columns|air ?waves|studios?|came|comes|heard|courtesy|per|how|the way|reproduced|shared|shown|From|In|On|After|Via|Per|Source|So)\b"
)
_PUBLIC = frozenset(
    w.split(
        "reporters journalists press crowd court parliament council assembly senate congress committee deputies lawmakers mps viewers "
        "listeners readers worshippers congregation families relatives families' audience hearing meeting conference public people house "
        "judge judges tribunal jury commission inquiry supporters followers students rally service congregation table police army "
        "newspapers media papers agencies outlets ministry government"
    )
)
_UNREAL = re.compile(
    r"\b(?:not|never|nobody|no|will|would|could|might|may|should|if|unless|refused|denied|denies|wants?|hopes?|asked|must|cannot)\b|n['’]t\b"
)
_OURS = frozenset(w.split("we us me i ours mine our"))
_THIS = re.compile(
    r"^(?:this|our) (?:[\w-]+ )?(?:paper|newspaper|agency|station|website|site|channel|radio|weekly|daily|newsletter|wire|gazette|"
    r"bulletin|desk|page|magazine|office|correspondent|reporter|letter|circular|monitor|counter|columnist|man)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"(.{2,40})['’]s? (authority|source|informant)", re.IGNORECASE)
_ITS_OWNER = re.compile(r"((?:the |an? |its |his |her |their )?[^,;]{2,40}?)['’]s? [\w -]{3,24}$", re.IGNORECASE)
_TEXT_HEAD = re.compile(rf"{_TEXT}$", re.IGNORECASE)
_LETTER = {
    ActorKind.PERSON: "p", ActorKind.ROLE: "r", ActorKind.BODY: "b", ActorKind.MEDIUM: "m", ActorKind.SOURCE: "s",
    ActorKind.OTHER: "o",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as words and signs; `actors` by sign, `starts`: where each piece begins in the document."""

    text: str
    actors: dict[str, Actor]
    starts: list[int]

    def actor(self, sign: str | None) -> Actor | None:
        return self.actors.get(sign) if sign is not None else None

    def at(self, position: int) -> int:
        """The character of the document at which the word at a position of the line stands."""
        return self.starts[min(self.text.count(" ", 0, position), len(self.starts) - 1)]


def _line_of(view: View, items: list[Item]) -> _Line:
    signs: list[str] = []
    starts: list[int] = []
    actors: dict[str, Actor] = {}
    number = 0
    while number < len(items):
        item = items[number]
        size, actor = (1, item.actor) if item.actor is not None else _plain(view, items, number)
        sign = _sign(number, item, actor)
        rests = _AUTHORITY.fullmatch(item.text) if actor is not None else None
        if rests is not None and actor is not None:
            actor = describe(view.text, (item.start, item.start + rests.end(1)))
            sign = _sign(number, item, actor)
            actors[sign] = actor
            starts += [item.start, item.start]
            signs += [sign, rests[2].lower()]
            number += size
            continue
        if actor is not None and sign.startswith("@"):
            led = items[number - 1].low if number else ""
            some = item.low.startswith(("a ", "an ", "one ", "some ", "another ")) or led in ("a", "an")
            owner = _ITS_OWNER.match(item.text) if sign[1] == "t" else None
            if owner is not None:
                actor = describe(view.text, (item.start, item.start + owner.end(1)))
            if sign[1] != "t" or owner is not None:
                plain = plain_medium(view, plain_network(actor)) if actor.kind is ActorKind.MEDIUM else actor
                actors[sign] = replace(plain, definite=False) if some and plain.definite else plain
        starts.append(item.start)
        signs.append(sign)
        number += size
    return _Line(" ".join(signs), actors, starts)


def _sign(number: int, item: Item, actor: Actor | None) -> str:
    if item.quote is not None:
        return "Q"
    if item.kind == "date":
        return "D"
    if item.low in _OURS and item.low != "our" and (item.low != "mine" or not number):
        return "US"
    if actor is None:
        return item.low.replace(" ", "_").replace("@", "") or "-"
    if actor.kind is ActorKind.PRONOUN:
        return f"@x{number}" if actor.head in ("he", "she") else item.low
    if _THIS.match(item.text):
        return f"@u{number}"
    if actor.kind is ActorKind.MEDIUM and _TEXT_HEAD.search(actor.name) and not actor.name[:1].isupper():
        return f"@t{number}"
    return f"@{_LETTER[actor.kind]}{number}"


_HIM = {"him": "he", "himself": "", "herself": ""}
_OPENS = frozenset(w.split("a an the his her its their our one another"))
_STOPS_PLAIN = re.compile(
    rf"{_TO_TELL}|{_TO_GIVE}|{_TO_GET}|{_TO_PUT}|\w+ly|who|which|whose|that|not|had|has|have|was|were|is|are|did|does|do$"
)


def _plain(view: View, items: list[Item], at: int) -> tuple[int, Actor | None]:
    """Somebody told of by a noun that no table knows ("a blacksmith of Iferouane"), and "him", with how many items he takes."""
    item = items[at]
    if item.low == "him" or (
        item.low == "her" and (at + 1 == len(items) or not items[at + 1].low[:1].isalpha() or _ends(items[at + 1]))
    ):
        head = "he" if item.low == "him" else "she"
        return 1, Actor((item.start, item.stop), item.text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    if item.low not in _OPENS:
        return 1, None
    stop = at + 1
    while stop < min(at + 5, len(items)) and _may_stand(items[stop]):
        stop += 1
    while stop > at + 1 and (WORKING.match(items[stop - 1].low) is None or items[stop - 1].low in NO_WORKER):
        stop -= 1
    if stop == at + 1:
        return 1, None
    head = items[stop - 1].low
    named_so = items[stop].actor if stop < len(items) else None
    if named_so is not None and items[stop].text[:1].isupper() and item.low == "the":  # "the page Tarn Voices"
        kind = ActorKind.MEDIUM if head in ("page", "blog", "forum") else named_so.kind
        return stop + 1 - at, replace(named_so, kind=kind)
    if stop + 1 < len(items) and items[stop].low in ("of", "in", "at", "from") and _is_place(items[stop + 1]):
        stop += 2  # "a herdsman of Gewane"
    named = (
        items[stop + 1].actor
        if stop + 2 < len(items) and items[stop].text == "," and items[stop + 2].text in (",", ".", ":", ";")
        else None
    )
    place = (item.start, items[stop - 1].stop)
    if named is not None and named.kind is ActorKind.PERSON and not named.role:  # "a herdsman of Gewane, Ali Ware,"
        words = view.text[items[at + 1].start : place[1]].lower()
        return stop + 2 - at, replace(named, place=(item.start, items[stop + 1].stop), head=head, role=words)
    begin = at if item.low in ("his", "her", "its", "their", "one") else at + 1
    name = view.text[items[begin].start : place[1]]
    kind = ActorKind.MEDIUM if head in ("page", "blog", "forum") else ActorKind.ROLE
    return stop - at, Actor(
        place, name, kind, Attribution.UNNAMED, head, definite=item.low not in ("a", "an", "one", "another")
    )


def plain_actor(view: View, items: list[Item], at: int) -> Actor | None:
    """Somebody told of from an item on by a noun that no table knows: "a laundress"."""
    if items[at].low not in _OPENS:
        return None
    return _plain(view, items, at)[1]


def _is_place(item: Item) -> bool:
    return (
        item.actor is not None
        and item.actor.kind in (ActorKind.BODY, ActorKind.OTHER)
        and item.text[:4] in ("the ", item.text[:1].upper() + item.text[1:4])
    )


def _ends(item: Item) -> bool:
    return item.low in w.PREPOSITIONS or item.low in ("that", "and", "then", "about", "on")


def _may_stand(item: Item) -> bool:
    return (
        item.kind == "word"
        and item.actor is None
        and item.text[:1].islower()
        and item.low not in w.PREPOSITIONS
        and item.low not in w.CONJUNCTIONS
        and _STOPS_PLAIN.fullmatch(item.low) is None
    )


def find_steps(view: View, items: list[Item]) -> tuple[Step, ...]:
    """The steps that a sentence tells of, in order."""
    if len(items) < 3 or _GATE.search(view.masked, view.start, view.stop) is None:
        return ()
    line = _line_of(view, items)
    if "@" not in line.text:
        return ()
    found: list[Step] = []
    for step in _steps(line):
        giver, receiver = step.giver, step.receiver
        if giver is None and receiver is None:
            continue
        if giver is not None and receiver is not None and giver.place == receiver.place:
            continue
        if not any(_alike(step, other) for other in found):
            found.append(step)
    telling = {step.giver.place for step in found if step.told and step.giver is not None}
    found = [s for s in found if s.giver is not None or s.receiver is None or s.receiver.place not in telling]
    return tuple(sorted(found, key=lambda step: step.at))


def _alike(one: Step, other: Step) -> bool:
    def place(actor: Actor | None) -> int:
        return -1 if actor is None else actor.place[0]

    return place(one.receiver) == place(other.receiver) and place(one.giver) == place(other.giver)


def _steps(line: _Line) -> Iterator[Step]:
    text = line.text
    for pattern in (_TOLD, _GAVE_HIM, _GAVE_TO, _IN_A_CALL):
        for m in pattern.finditer(text):
            giver = line.actor(_subject(line, m))
            if m["g"] is not None and giver is None:
                continue  # "we told him"
            if pattern is _GAVE_TO and giver is None:
                giver = line.actor(m["by"])
                if giver is None and not _is_passive(text, m.start()):
                    continue
            about = _ABOUT.search(m.group()) is not None
            if giver is None and not about and _SPOKEN.search(m.group()) is None:
                continue  # "was handed to the embassy"
            yield from _step(line, m, giver, m["r"], told=giver is not None, about=about)
            end = m.end()
            while (more := _AND_TO.match(text, end)) is not None:
                before = line.actor(m["r"]) or line.actor(more["g"])
                yield from _step(line, more, before, more["r"], told=True, about=about)
                m, end = more, more.end()
            taker = line.actor(m["r"])
            while taker is not None and (onward := _WHO_TOLD.match(text, end)) is not None:
                yield from _step(line, onward, taker, onward["r"], told=True)
                taker, end = line.actor(onward["r"]), onward.end()
    for pattern in (_GOT_FROM, _OWES, _SOURCE_IS):
        for m in pattern.finditer(text):
            giver = line.actor(m["g"])
            if pattern is _GOT_FROM and m["it"] is None and m["w"] is None and _HEARS.search(m.group()) is None:
                continue  # "was taken from the ship"
            about = pattern is not _GOT_FROM or re.match(r" (?:an?|some|two|another) ", m["it"] or "") is None
            yield from _step(line, m, giver, _subject(line, m, "r") or m["r"], about=about)
            end = m.end()
            while (more := _AND_FROM.match(text, end)) is not None:
                own = line.actor(more["r"])
                same = own is None or own.kind is ActorKind.PRONOUN or (own.kind is ActorKind.ROLE and own.definite)
                taker = giver if same else own
                giver = line.actor(more["g"])
                if taker is not None and giver is not None:
                    yield Step(giver, taker, line.at(more.start()))
                end = more.end()
    for m in _CAME_TO.finditer(text):
        giver = line.actor(m["g"])
        if _THINGS.search(text, 0, m.start()):
            continue
        if m["f"] != "from" and giver is not None:
            yield Step(None, giver, line.at(m.start()))
        yield from _step(line, m, giver, m["r"])
        if m["o"] is not None:
            yield from _step(line, m, line.actor(m["o"]), m["g"])
        if (more := _AND_TO_FROM.match(text, m.end())) is not None:
            yield from _step(line, more, line.actor(more["g"]), more["r"])
    for pattern in (_WHAT_SAID, _FROM_WHICH, _WHOSE, _WHICH_REACHED):
        for m in pattern.finditer(text):
            yield from _step(line, m, line.actor(m["g"]), m["r"])
    for m in _CAME_FROM.finditer(text):
        yield from _step(line, m, line.actor(m["g"]), "US")
    for m in _WHAT_WE_HAVE.finditer(text):
        yield from _step(line, m, line.actor(m["g"]), "US")
    for m in _OUR_SOURCE.finditer(text):
        yield from _step(line, m, line.actor(m["g"] or m["o"]), "US")
    for m in _INTERVIEW_OF.finditer(text):
        yield from _step(line, m, line.actor(m["g"]), m["r"], told=m["g"] is not None, about=m["g"] is None)
    for m in _CITED_TEXT.finditer(text):
        yield from _step(line, m, line.actor(m["g"]), m["r"], about=False)
    for m in _QUOTING.finditer(text):
        cited = line.actor(m["g"])
        yield from _step(
            line, m, cited, m["r"], told=cited is not None and cited.kind is not ActorKind.MEDIUM, about=False
        )
    for pattern in (_WROTE_DOWN, _PASSIVE, _THROUGH_CAME, _AS_REPORTED):
        for m in pattern.finditer(text):
            if (
                pattern is _PASSIVE
                and not _OF_WORDS.search(text, max(0, m.start() - 60), m.end())
                and _WEAK.match(m.group())
            ):
                continue
            yield from _step(line, m, None, m["r"])
            if pattern is _PASSIVE and _FOR_US.search(m.group()) is not None:  # "written down for us by a student"
                yield from _step(line, m, line.actor(m["r"]), "US")
            if m["on"] is not None:
                yield from _step(line, m, line.actor(m["r"]), m["on"])
    if (head := _AT_HEAD.match(text) or _ITEM.match(text)) is not None:
        yield from _step(line, head, None, head["r"])
    for m in _ACTIVE.finditer(text):
        if _subject(line, m, "r") != m["r"]:
            continue  # "the barber of Deir has it"
        if m["it"] is not None or m["text"] is not None or _LED.search(text, 0, m.start()):
            yield from _step(line, m, None, m["r"])
    for pattern in (
        _PUT_ON,
        _PUT_IN,
        _TAKEN_FROM,
        _WORK_OF,
        _IN_ITS_PAGES,
        _CAME_OVER,
        _HOW_IT_HAS_IT,
        _VERSION_OF,
        _ITS_VERSION,
        _BY_WAY_OF,
        _RECORDED,
    ):
        for m in pattern.finditer(text):
            yield from _step(line, m, None, m["r"])


def _step(
    line: _Line, match: re.Match[str], giver: Actor | None, receiver: str, *, told: bool = False, about: bool = True
) -> Iterator[Step]:
    whole = line.text[max(0, match.start() - 24) : match.end()]
    clause = re.split(r" [,;:] | Q ", whole[:-1])[-1] if match.start() else whole
    if _UNREAL.search(clause) or _UNREAL.search(line.text, match.start(), match.end()):
        return
    taker = line.actor(receiver) if not receiver.startswith(("@u", "US")) else None
    if taker is None and not receiver.startswith(("@u", "US")):
        return
    if taker is not None and _is_public(taker):
        return
    if taker is not None and _TEXT_HEAD.search(taker.name) and taker.name.rpartition(" ")[2].islower():
        return  # "in the same article"
    yield Step(giver, taker, line.at(match.start()), told=told, about=about)


_THINGS = re.compile(r"\b(?:lists?|names|copy|copies|parcels?|money|aid)\b")
_OF_WORDS = re.compile(rf"\b(?:it|them|what|said|{_TEXT})\b|@t\d")
_HEARS = re.compile(rf" {_TO_HEAR}\b")
_ABOUT = re.compile(rf" {_IT}(?= |$)")
_SPOKEN = re.compile(r"\b(?:given|uttered|whispered|dictated|confided|spoken|told|read|played|disclosed|leaked)\b")
_FOR_US = re.compile(rf" (?:for|to) {_US} by ")
_WEAK = re.compile(
    r"(?:received|seen|delivered|brought|taken(?! (?:down|up))|run|shown|read(?! out)|copied|carried|cut|put(?! out)|set(?! down)|played|shared|heard|obtained|released|leaked)\b"
)
_LED = re.compile(
    rf"(?:\b(?:as|what)|{_TEXT}(?: (?:by|of|from|with) {_HE})?,? (?:which|that)|@[tm]\d+ (?:by|of|from|with) {_HE} (?:which|that)|, which) (?:(?:first|then|later|also) )?$"
)


_OF_WHOM = re.compile(r"(@[prbmso]\d+) (?:of|in|at|from|for) $")


def _subject(line: _Line, match: re.Match[str], name: str = "g") -> str | None:
    """The sign of a subject: of "the guard at the school told him" the guard."""
    if match[name] is None:
        return None
    before = _OF_WHOM.search(line.text, 0, match.start(name))
    return before[1] if before is not None else match[name]


def _is_public(actor: Actor) -> bool:
    if actor.attribution is Attribution.NAMED and actor.kind is not ActorKind.ROLE:
        return actor.name.lower() in _PUBLIC
    return actor.head in _PUBLIC or actor.name.lower().rpartition(" ")[2] in _PUBLIC


def _is_passive(text: str, at: int) -> bool:
    before = text[max(0, at - 18) : at].split()
    return (
        not before
        or before[-1] in ("was", "were", "been", "is", "are", ",", ".", "and", "being")
        or before[-1].endswith("ly")
    )
