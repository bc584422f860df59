"""Promises in English, given and refused: "pledged to free them", "we will answer by May", "nobody will leave".

In: the clauses of a sentence. Out: `RawEvent`s of kind commitment: by whom, to whom, the words, their condition.
Leaves to others: the date by which it is to be kept, and who speaks where the sentence does not say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.parties import actor_of, is_nobody, is_party, owner_of, party_of
from homeward.reading.languages.en.unpromised import is_idle, is_threat
from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent

# A promise by its words alone, where nobody has told clauses apart.
_PLAIN_ACT = (
    r"release|free|let (?:\w+ ){1,3}go|hand (?:\w+ ){0,3}over|return (?:them|him|her|the|all|"
    r"those)|send (?:\w+ ){1,3}(?:home|back)"
    r"|provide|give|publish|deliver|transfer|allow|permit|grant|inform|notify|answer|respond|"
    r"reply|check|search|look (?:for|into)"
    r"|investigate|find out|set (?:\w+ ){1,3}free|exchange|consider"
)
_ADVERB = (
    r"(?: (?:also|then|immediately|soon|certainly|gladly|definitely|at once|try to|"
    r"do everything to|all|be ready to))*"
)
COMMITMENT = re.compile(
    rf"\b(?:we|they|it|I|he|she|the (?:\w+ )?\w+)(?: ?(?:will|would|shall)|['’]ll| (?:are|"
    rf"is) (?:going|ready|prepared|willing) to){_ADVERB} (?P<act>{_PLAIN_ACT})\b"
    rf"|\b(?:will|would|shall){_ADVERB} be (?P<passive>released|freed|handed over|set free|"
    rf"returned|allowed to|sent home|published|transferred)\b",
    re.IGNORECASE,
)
PROMISED_ACT = re.compile(
    rf"^\s*(?:to{_ADVERB} (?P<act>{_PLAIN_ACT})\b|(?:the )?(?:release|return|handover|freedom) of\b|"
    rf"that\b)",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:(?:only |but only |even )?(?:as soon as|once|when|if|after|unless|as long as|so long as|assuming)|"
    r"provided(?: that)?|providing|"
    r"on (?:the )?(?:sole )?condition (?:that|of)|in (?:exchange|return) for|the (?:moment|day)|subject to|in the "
    r"event (?:of|that)|"
    r"against|pending)\b[^,.;:!?“”\"]*",
    re.IGNORECASE,
)
REFUSED_CONDITION = re.compile(
    r"\b(?:before|until|till|unless|as long as|so long as|while|without|if|once|when)\b[^,.;:!?“”\"]*", re.IGNORECASE
)
_FRONTED_END = re.compile(r",")
_ABOUT_US = re.compile(
    r"\b(?:them|him|her|it|so|this|they|he|she|those|these|everyone|anyone|nobody|none|repl(?:y|ies)|answers?|"
    r"account|word|information|"
    r"lists?|names?|photographs?|photos?|letters?|news|fate|whereabouts|files?|case|cases|search|proof|released?|"
    r"freed|freedom|"
    r"handed over|let go|our people|parcels?|medicines?|visits?|results?|outcome|inquir(?:y|ies)|enquir(?:y|ies))\b",
    re.IGNORECASE,
)
# What is promised to voters and neighbours: of such words only the people's own names make a promise to us.
_OTHER_MATTERS = re.compile(
    r"\b(?:roads?|bridges?|jett(?:y|ies)|pumps?|schools?|stations?|bus(?:es)?|wages|salar(?:y|ies)|arrears|tax(?:es)?|markets?|harvests?|seeds?|"
    r"fertili[sz]ers?|roofs?|wells|electricity|power lines?|pensions?|prices?|subsid(?:y|ies)|stadiums?|mass|mosques?|chapels?|generators?|"
    r"jobs?|rents?|fares?|budgets?|elections?|tariffs?|irrigation|canals?|dams?|cement|nets|diesel|begin|finish|repair\w*|rebuil\w+|build(?:ing)?|pav(?:e|ing)|"
    r"taps?|drains?|hospitals|clinics|street ?lights?|railways?|ports?|cattle|sheep|flour|bread|sugar)\b",
    re.IGNORECASE,
)
_THINGS = v.PROMISED_THINGS | frozenset(w.split("safety security lives life protection well-being"))
_SURE = frozenset(w.split("promise pledge vow undertake swear"))
_AGREEING = frozenset(w.split("accept agree resolve volunteer assent consent engage"))
_NOT_ACTS = frozenset(
    w.split("meet visit call ring phone telephone contact see come keep hold do start begin continue open talk speak")
)
_STANCE = frozenset(v.STANCE.values()) - {"insist"} | {"think", "fear", "doubt", "wonder", "predict"}
_HYPOTHESES = frozenset(
    w.split("if whether when once until unless before while because though although how where why until")
)
_FREEING = v.FREEING
_FREED = frozenset(v.FREED_FORMS.values())
_ACTS = frozenset(v.ACT_FORMS.values()) - _NOT_ACTS
_LEAVING = frozenset(v.LEAVE_FORMS.values())
_HARM = frozenset(w.split("harm hair evil injury ill"))
_HARMING = frozenset(w.split("harm hurt kill touch execute mistreat torture move transfer"))
HARMED = frozenset(form for verb in _HARMING for form in v.forms_of(verb)) | {"hurt"}
_TAKEN_FOR = frozenset(w.split("ransom money payment price fee toll coin penny dinar dollar"))
_TAKING = frozenset(w.split("take demand ask accept"))
_UNSPARED = frozenset(w.split("effort efforts stone pains expense expenses means time moment avenue trouble"))
_COUNTED = frozenset(w.split("two three four five six seven eight nine ten eleven twelve others rest"))
_REACHES = frozenset(w.split("ring call phone telephone write text message"))
_WITHHELD = frozenset(w.split("pay give trade swap surrender name publish negotiate"))
_DONE = frozenset(w.split("lodge file search question submit inform tell give"))
# What is done to people or papers in somebody's hands, or for the people looked for: promised of them alone.
_HANDLED = frozenset(
    w.split(
        "walk put place name call telephone phone admit land drive escort ferry fetch lead drop set take move bring send feed return exchange "
        "present produce show see read print copy photograph sign write record open look examine obtain share collect count weigh spare accept "
        "receive swap trade row sail carry fly treat nurse clothe shelter bathe wash moor evacuate repatriate reunite hand hold lower lift post "
        "pay grant lend have lay let keep drink eat cross ride wait stand lie reach follow"
    )
) - _NOT_ACTS | frozenset(["keep", "hold"])
_DONE_TO = _HANDLED | frozenset(
    w.split("visit call telephone phone see receive")
)  # of people as subject: "they may be visited"
# What is refused by its object alone: "we shall write no names down", "he would sign nothing".
_NOT_REFUSED = frozenset(
    w.split(
        "be have say tell know confirm comment add change mean need find do make see hear feel lose become think admit deny cause help bring "
        "leave get serve take think want cost believe understand remember expect name identify discuss disclose reveal speculate answer"
    )
)
_NOTHING = frozenset(["no", "nothing", "nobody", "none"])
_WILL = frozenset(["will", "shall", "would"])
_PRONOUN_SPEAKER = frozenset(w.split("i we it they he she"))
TRIGGER = re.compile(
    r"\b(?:promis|pledg|vow|undert|guarant|(?:re)?assur|commit|swor|swear|sworn|agree[ds]?\b|consent|assent|engag|volunteer|accept|resolve|"
    r"oaths?\b|will\b|shall\b|would\b|should\b|refus|declin|"
    r"won['’]t|\w+['’](?:ll|d)\b|going to|ready to|bind|bound|\bowes?\b|\b(?:if|when|once|until|after|every|as long as|provided)\b|, (?:and )?no |"
    r"prepared to|willing to|offer|readiness|willingness|\b(?:go(?:es)?|walks?|leaves?|comes?|returns?) (?:back|home|free)\b|"
    r"\b(?:is|are|was|were) to\b|\bto be \w+ed\b|word (?:of honou?r|that)|his word|her word|its word|their word)",
    re.IGNORECASE,
)


def find_promises(clauses: Clauses) -> list[RawEvent]:
    """Every promise of the sentence, given or refused."""
    view = clauses.view
    if TRIGGER.search(view.masked, view.start, view.stop) is None:
        return []
    found = _nouns(clauses)
    for at in clauses.verbs:
        chunk = clauses.chunks[at]
        event = None
        if _is_noun(clauses, at):
            continue
        if chunk.verb in _PROMISE and not chunk.passive:
            event = _promised(clauses, at) if not is_threat(clauses, at) else None
        elif chunk.verb in _PROMISE and chunk.finite:
            event = _was_promised(clauses, at)
        elif chunk.verb == "bind" and not chunk.passive and _behind(clauses, at).lstrip().split(" ")[0] in _ITSELF:
            event = _promised(clauses, at)
        elif chunk.verb == "offer" and not chunk.passive:
            event = _offered(clauses, at)
        elif chunk.verb in _GIVERS:
            event = _word_given(clauses, at)
        given = event is None and (chunk.verb in _GIVERS or chunk.verb not in _PROMISE)
        if chunk.modal == "would" and not (chunk.passive or chunk.perfect) and chunk.low != chunk.verb:
            continue  # "I'd asked"
        if given and (chunk.modal in _WILL or chunk.due) and not (_is_within(chunk, found) or is_idle(clauses, at)):
            event = (
                _will(clauses, at) or _kept_back(clauses, at) or _foretold(clauses, at) or _does_for_them(clauses, at)
            )
        elif given and _is_plain_present(chunk) and not _is_within(chunk, found):
            event = _foretold(clauses, at)
        if event is not None:
            found.append(event)
    for event in _ruled_out(clauses):
        if not any(event.place[0] < other.place[1] and other.place[0] < event.place[1] for other in found):
            found.append(event)
    return found


def _nouns(clauses: Clauses) -> list[RawEvent]:
    """Promises told of by a noun that says whose they are."""
    chunks = clauses.chunks
    found: list[RawEvent] = []
    for at, chunk in enumerate(chunks):
        noun = chunk.kind == "np" and bool(chunk.heads) and chunk.heads[-1] in _NOUNS
        if (noun or _is_noun(clauses, at)) and not _is_within(chunk, found):
            given = any(c.kind == "verb" and c.verb in _GIVERS and not c.passive for c in chunks[max(0, at - 2) : at])
            event = None if given else _noun(clauses, at)
            if event is not None:
                found.append(event)
    return found


def _is_noun(clauses: Clauses, at: int) -> bool:
    """Such as "undertaking" of "a written undertaking by the ministry", which looks like a verb."""
    after = clauses.chunks[at + 1] if at + 1 < len(clauses.chunks) else None
    return clauses.chunks[at].low in _NOUNS and after is not None and after.low in ("by", "from")


_TELLING = frozenset(w.split("inform notify tell write assure show answer"))
_PROMISE = frozenset(v.PROMISE_FORMS.values())
_GIVERS = frozenset(v.PROMISE_GIVERS.values())


def _is_within(chunk: Chunk, found: list[RawEvent]) -> bool:
    return any(e.place[0] <= chunk.start and chunk.stop <= e.place[1] for e in found)


# --- "promised to", "gave his word that" ----------------------------------------------------------------------------


def _promised(clauses: Clauses, at: int) -> RawEvent | None:
    chunks = clauses.chunks
    chunk = chunks[at]
    refused = chunk.negated
    subjects = clauses.subjects(at)
    if chunk.infinitive:
        governor = clauses.governor(at)
        reported = chunk.perfect and governor is not None and governor.passive  # "are said to have promised"
        if not reported and (governor is None or governor.verb not in ("refuse", "decline", "fail")):
            return None
        refused = refused or not reported
    elif chunk.modal and not (chunk.negated or _gives_nothing(clauses, at)):
        return None
    word, _ = clauses.introduced_by(at)
    if word in ("if", "whether", "unless") or not subjects:
        return None
    if any(is_nobody(chunks[k]) for k in subjects) or _gives_nothing(clauses, at):
        refused = True
    if _EACH_OTHER.match(_behind(clauses, at)):
        return None
    content, recipient, value = _complement(clauses, at)
    thing = _anything(clauses, at) if content is None and not refused else None
    if thing is not None:
        found = commitment(clauses, at, thing, actor_of(clauses, chunks[subjects[0]]), recipient, False, chunk.verb)
        return replace(found, strict=True) if found is not None else None
    if content is None:
        if not refused or chunk.verb in _AGREEING:
            return None
        content, value = (chunk.start, _sentence_end(clauses, at)), chunk.verb
    elif chunk.verb in _AGREEING and refused:
        return None  # "did not accept that his men took them"
    elif chunk.verb not in _SURE and not _is_act(clauses, content, value):
        if value in _NOT_ACTS:
            return None
        found = commitment(clauses, at, content, actor_of(clauses, chunks[subjects[0]]), recipient, refused, value)
        return replace(found, strict=True) if found is not None else None
    return commitment(clauses, at, content, actor_of(clauses, chunks[subjects[0]]), recipient, refused, value)


_EACH_OTHER = re.compile(r" (?:to )?(?:each other|one another)\b")


def _gives_nothing(clauses: Clauses, at: int) -> bool:
    """Such as "promised nothing", "promise no road", "bind myself to no day"."""
    chunks = clauses.chunks
    j = at + 1
    while j < len(chunks) and (chunks[j].kind in ("prep", "adv") or chunks[j].low in _ITSELF):
        j += 1
    return j < len(chunks) and j <= at + 3 and chunks[j].kind == "np" and chunks[j].heads[0] in _NOTHING


def _anything(clauses: Clauses, at: int) -> Place | None:
    """A thing promised that only the people it is for make a promise to us: "a call for every family"."""
    chunks = clauses.chunks
    objects = [a for a in clauses.arguments(at) if a.role in ("", "of")]
    what = next((a for a in objects if not a.chunk.pronoun and not is_party(clauses, a.chunk)), None)
    if what is None or (what.at + 1 < len(chunks) and chunks[what.at + 1].finite):
        return None
    return what.chunk.start, content_end(clauses, what.at)


def _was_promised(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "the family was promised by the ministry that"; without a "by", nothing is told of who promised."""
    subjects = clauses.subjects(at)
    agent = next((a for a in clauses.arguments(at) if a.role == "by" and is_party(clauses, a.chunk)), None)
    word, _ = clauses.introduced_by(at)
    if agent is None or not subjects or word in ("if", "whether", "unless") or clauses.chunks[at].negated:
        return None
    first = clauses.chunks[subjects[0]]
    content, _, value = _complement(clauses, agent.at)
    if content is None or not is_party(clauses, first):
        return None
    return commitment(clauses, at, content, party_of(clauses, agent.chunk), actor_of(clauses, first), False, value)


def _offered(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "has offered to exchange the eight"; an offer of talks promises nothing."""
    event = _promised(clauses, at)
    return (
        event
        if event is not None and (event.value in _FREEING or (event.strict and event.value == "offer"))
        else None
    )


def _noun(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "the Front's promise to free them", "an undertaking by the ministry to answer"."""
    chunks = clauses.chunks
    words = clauses.text(chunks[at].place)
    noun = chunks[at].heads
    if noun and is_nobody(chunks[at]):
        return None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    behind = at
    by = owner_of(clauses, chunks[at]) if _OWNED.search(words) else None
    named = chunks[at + 2] if at + 2 < len(chunks) else None
    if by is None and after is not None and after.low in ("by", "from") and named is not None and named.kind == "np":
        by, behind = (party_of(clauses, named), at + 2) if is_party(clauses, named) else (None, at)
    if by is None:
        return None
    content, recipient, value = _complement(clauses, behind)
    if content is None or (noun and noun[-1] in _READY and value not in _FREEING | _ACTS):
        return None
    verb = next((k for k in range(at - 1, max(-1, at - 4), -1) if chunks[k].kind == "verb"), None)
    if verb is not None and recipient is None:
        if chunks[verb].verb in _GETTING and (subjects := clauses.subjects(verb)):
            recipient = actor_of(clauses, chunks[subjects[0]])
        elif chunks[verb].verb in _TELLING:
            told = next((a for a in clauses.arguments(verb) if a.role == "" and is_party(clauses, a.chunk)), None)
            recipient = party_of(clauses, told.chunk) if told is not None else None
    return commitment(clauses, at, content, by, recipient, False, value)


_HOPES = frozenset(
    w.split("hope hopes wish wishes fear fears demand demands belief expectation expectations doubt doubts")
)
_OWNED = re.compile(r"['’]s?\s|^(?:his|her|its|their|our|my)\b", re.IGNORECASE)
_READY = frozenset(["readiness", "willingness", "offer", "offers", "agreement", "consent"])  # of an act alone
_NOUNS = (v.PROMISE_NOUNS - {"word"}) | _READY | {"offer", "offers", "agreement", "consent"}
_GETTING = frozenset(w.split("receive get have obtain secure win gain extract hear"))
_ITSELF = frozenset(w.split("itself himself herself themselves ourselves myself"))


def _word_given(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "gave his word that", "made a promise to", "gave no assurance that"."""
    arguments = clauses.arguments(at)
    what = next((a for a in arguments if a.role == "" and a.chunk.heads[-1] in v.PROMISE_NOUNS), None)
    subjects = clauses.subjects(at)
    if what is None or not subjects:
        return None
    if what.chunk.heads[-1] == "word" and what.chunk.heads[0] not in ("his", "her", "its", "their", "our", "my"):
        return None
    refused = is_nobody(what.chunk) or clauses.chunks[at].negated or _is_declined(clauses, at)
    content, recipient, value = _complement(clauses, what.at)
    direct = next((a for a in arguments if a.role == "" and a.at < what.at and is_party(clauses, a.chunk)), None)
    to = next((a for a in arguments if a.role == "to" and a.at > what.at and is_party(clauses, a.chunk)), None)
    given = direct or to
    if given is not None:
        recipient = party_of(clauses, given.chunk)
        if given is to:
            content, _, value = _complement(clauses, given.at)
    if content is None:
        if not refused:
            return None
        content = (clauses.chunks[at].start, _sentence_end(clauses, at))
    by = actor_of(clauses, clauses.chunks[subjects[0]])
    return commitment(clauses, at, content, by, recipient, refused, value)


def _is_declined(clauses: Clauses, at: int) -> bool:
    governor = clauses.governor(at) if clauses.chunks[at].infinitive else None
    return governor is not None and governor.verb in ("refuse", "decline", "fail")


def _complement(clauses: Clauses, at: int) -> tuple[Place | None, Actor | None, str | None]:
    """What is promised behind the verb at `at`, to whom, and the act or thing in one word."""
    chunks = clauses.chunks
    recipient: Actor | None = None
    j = at + 1
    while j < len(chunks):
        c = chunks[j]
        after = chunks[j + 1] if j + 1 < len(chunks) else None
        if c.low == "," and (past := _past_aside(clauses, j)) is not None:
            j = past
        elif c.kind in ("date", "adv") or (c.kind == "prep" and after is not None and after.kind == "date"):
            j += 1
        elif c.low in _ITSELF or (c.low == "to" and after is not None and after.kind == "verb" and after.gerund):
            j += 1  # "committed itself to publishing"
        elif c.low == "in" and after is not None and after.low == "writing":
            j += 2
        elif c.kind == "prep" and after is not None and after.kind == "np":
            if c.low == "to" and is_party(clauses, after):
                recipient = party_of(clauses, after)
            j += 2
        elif c.kind == "verb" and (c.infinitive or (c.gerund and chunks[j - 1].low == "to")):
            told = next((a for a in clauses.arguments(j) if a.role == "" and is_party(clauses, a.chunk)), None)
            if recipient is None and c.verb in _TELLING and told is not None:
                recipient = party_of(clauses, without_matter(clauses, told.chunk))
            return (c.start, content_end(clauses, j)), recipient, c.verb
        elif c.kind == "that":
            verb = next((chunks[k] for k in range(j + 1, len(chunks)) if chunks[k].finite), None)
            if verb is None or not (verb.modal in ("will", "would", "shall") or verb.due):
                return None, recipient, None
            return (_after(clauses, j), content_end(clauses, j)), recipient, verb.verb
        elif c.kind == "quote":
            return (c.start, c.stop), recipient, None
        elif c.kind == "np":
            if after is not None and after.finite:
                if after.modal in ("will", "would", "shall") or after.due:
                    return (c.start, content_end(clauses, j)), recipient, after.verb
                return None, recipient, None
            if (
                recipient is None
                and after is not None
                and (c.pronoun or is_party(clauses, c))
                and after.kind != "mark"
            ):
                recipient = party_of(clauses, c)
                j += 1
                continue
            if c.heads[-1] in _THINGS or set(clauses.text(c.place).lower().split()) & _THINGS:
                return (c.start, content_end(clauses, j)), recipient, c.heads[-1]
            return None, recipient, None
        else:
            return None, recipient, None
    return None, recipient, None


def _past_aside(clauses: Clauses, at: int) -> int | None:
    """Behind an aside such as ", Mr Zand said,"; None where none opens at the comma `at`."""
    chunks = clauses.chunks
    stop = next((k for k in range(at + 1, min(len(chunks), at + 12)) if chunks[k].low == ","), None)
    inside = chunks[at + 1 : stop] if stop is not None else []
    spoken = any(c.kind == "verb" and c.low in w.SAYING for c in inside) or (
        inside and inside[0].low in ("by", "for", "in", "on", "through", "at")
    )
    return stop + 1 if stop is not None and spoken else None


def without_matter(clauses: Clauses, chunk: Chunk) -> Chunk:
    """Such as "the Embassy" of "inform the Embassy of the results": what somebody is told is none of his name."""
    words = clauses.text(chunk.place)
    of = words.find(" of the ")
    tail = words[of + 8 :] if of > 0 else ""
    return replace(chunk, stop=chunk.start + of, extra=[]) if tail[:1].islower() else chunk


def _after(clauses: Clauses, at: int) -> int:
    return clauses.chunks[at + 1].start if at + 1 < len(clauses.chunks) else clauses.chunks[at].stop


def content_end(clauses: Clauses, begin: int) -> int:
    """Where what is promised ends: before "; ", or before ", and Ruhl said"."""
    chunks = clauses.chunks
    for j in range(begin + 1, len(chunks)):
        c = chunks[j]
        if c.kind == "mark" and c.low in (";", "!", "?", "(", "—"):
            return chunks[j - 1].stop
        if c.low == "," and j + 2 < len(chunks) and chunks[j + 1].kind == "np":
            said = chunks[j + 2] if chunks[j + 2].kind == "verb" else None
            if said is not None and said.low in w.SAYING and not said.modal:
                return chunks[j - 1].stop  # ", its commander said"
        if c.kind == "conj" and chunks[j - 1].low == "," and j + 2 < len(chunks):
            if chunks[j + 1].kind == "np" and chunks[j + 2].finite and not chunks[j + 2].modal:
                return chunks[j - 2].stop
            if chunks[j + 1].finite and not chunks[j + 1].modal:
                return chunks[j - 2].stop
    return _sentence_end(clauses, begin)


def _sentence_end(clauses: Clauses, at: int) -> int:
    stop = clauses.view.stop
    while stop > clauses.chunks[at].start and clauses.view.text[stop - 1] in " \n\r\t.,!?”\"'’":
        stop -= 1
    return stop


def _is_act(clauses: Clauses, content: Place, value: str | None) -> bool:
    return value in _ACTS or value in _FREED or value in _THINGS or value == "be"


# --- "we will", "nobody would be" -----------------------------------------------------------------------------------


def _will(clauses: Clauses, at: int) -> RawEvent | None:
    chunks = clauses.chunks
    chunk = chunks[at]
    quoted = clauses.view.quoted
    if (chunk.perfect and chunk.verb != "have") or (quoted and chunk.modal == "would"):
        return None
    if clauses.view.text[clauses.view.start : clauses.view.stop].rstrip(" \n\"”'’").endswith("?"):
        return None
    subjects = clauses.subjects(at)
    if not subjects:
        return None
    word, before = clauses.introduced_by(at)
    if word in _HYPOTHESES or (before is not None and before.verb in _STANCE):
        return None
    if before is not None and before.infinitive and before.verb in _PROMISE:
        return None  # "asked it to promise that they would be freed"
    lead = chunks[max(0, subjects[0] - 2)]
    if word == "that" and lead.kind == "np" and lead.heads and lead.heads[-1] in _HOPES:
        return None
    first = chunks[subjects[0]]
    if first.heads[-1] in _LIFELESS and not chunk.passive:
        return None
    denied = _gives_nothing(clauses, at)
    awaits = (
        first.low == "you" and quoted and word in ("", "that", "and") and chunk.verb in _GETTING and not chunk.negated
    )
    if awaits and not (_ANSWER_GOT.match(_behind(clauses, at)) or _PEOPLE_GOT.match(_behind(clauses, at))):
        return None
    if denied and not awaits:
        return None  # "shall write no names": refused
    if not awaits and first.low in ("you", "who", "that", "this", "which"):
        return None
    objects = [a.chunk for a in clauses.arguments(at) if a.role == ""]
    if chunk.verb == "receive" and not chunk.passive and any(is_party(clauses, one) for one in objects):
        return None  # "the commission will receive the families": a meeting
    harms = chunk.low.split()[-1] in HARMED and not any(one.low in ("it", "this", "that") for one in objects)
    if first.heads[-1] in _COUNTED and not chunk.passive and not first.pronoun:
        return None  # "the other three shall write home": told of them
    unharmed = first.heads[0] == "no" and (
        first.heads[-1] in _HARM or (first.heads[-1] in _TAKEN_FOR and chunk.passive and chunk.verb in _TAKING)
    )
    nobody = any(is_nobody(chunks[k]) for k in subjects) and not unharmed
    spared = harms and (chunk.negated or nobody)  # "nobody would touch them"
    unharmed = unharmed or spared
    refused = (nobody and not spared) or denied or (chunk.negated and not harms)
    by: Actor | None = None
    recipient: Actor | None = None
    if chunk.passive:
        if chunk.verb not in _FREED | _DONE and not unharmed:
            return None
        refused = (refused and not unharmed) or _to_nobody(clauses, at)
        agent = next((a for a in clauses.arguments(at) if a.role == "by" and is_party(clauses, a.chunk)), None)
        by = party_of(clauses, agent.chunk) if agent is not None else None
    elif unharmed:
        pass
    elif nobody or chunk.verb in _LEAVING:
        if chunk.verb not in _LEAVING | _FREEING or not (
            nobody
            or (
                chunk.verb in ("return", "go")
                and first.low in _PRONOUN_SPEAKER
                and _HOME.search(_behind(clauses, at))
            )
            or "free" in clauses.text((chunk.start, clauses.view.stop))[:40]
            or "home" in clauses.text((chunk.start, clauses.view.stop))[:40]
        ):
            return None
    elif awaits or (chunk.verb == "be" and not chunk.negated and _BACK.match(_behind(clauses, at))):
        pass
    elif chunk.verb in ("get", "receive", "hear"):
        recipient = actor_of(clauses, first)
    elif chunk.verb in _ACTS:
        if not (first.pronoun and first.low in _PRONOUN_SPEAKER):
            by = party_of(clauses, first)
            if by.kind in (ActorKind.ROLE, ActorKind.OTHER) and not (by.definite and by.kind is ActorKind.ROLE):
                by = by if by.name[:1].isupper() else None
                if by is None:
                    return None
    else:
        return None
    if refused and _NAME_KEPT.match(_behind(clauses, at)):
        return None  # "who would not give his name": an answer
    if refused and not (nobody or denied or chunk.verb in _FREEING | _WITHHELD or chunk.passive):
        return None
    place = (first.start, content_end(clauses, at))
    event = commitment(clauses, at, place, by, recipient, refused, chunk.verb, told=True)
    paper = chunk.passive and chunk.verb in ("give", "make", "say", "pay") and not is_party(clauses, first)
    return replace(event, strict=True) if event is not None and paper else event


_NAME_KEPT = re.compile(
    r" (?:(?:out|away) )?(?:it\b|(?:(?:his|her|its|their|the|an?|any) )?(?:\w+['’]s? )?(?:names?|village|details?|reasons?|comment|interviews?|rank|place|figures?|"
    r"statements?|evidence|number|particulars)\b)"
)


def _is_plain_present(chunk: Chunk) -> bool:
    """Such as "go" of "when the tax is lifted, the nuns go home"; or "may" in "they may be visited"."""
    if not chunk.finite or chunk.negated or chunk.perfect:
        return False
    if chunk.modal == "may":
        return chunk.passive or chunk.verb in ("telephone", "phone", "write", "leave", "go", "call")
    present = chunk.low in v.forms_of(chunk.verb)[:2]
    return not chunk.modal and not chunk.passive and present and chunk.verb in _LEAVING


def _kept_back(clauses: Clauses, at: int) -> RawEvent | None:
    """What somebody will not do: "will produce nobody", "would never again speak of", "no list would be written"."""
    chunks = clauses.chunks
    chunk = chunks[at]
    subjects = clauses.subjects(at)
    word, before = clauses.introduced_by(at)
    if chunk.perfect or not subjects or chunk.due or word in _HYPOTHESES or chunk.verb in _NOT_REFUSED:
        return None
    if (before is not None and before.verb in _STANCE) or (clauses.view.quoted and chunk.modal == "would"):
        return None
    first = chunks[subjects[0]]
    behind = next((a.chunk for a in clauses.arguments(at) if a.role in ("", "to")), None)
    nothing = behind is not None and behind.heads[0] in _NOTHING and not chunk.negated
    nothing = nothing and not (behind is not None and behind.heads[-1] in _UNSPARED)  # "will spare no effort"
    nobody = chunk.passive and (is_nobody(first) or first.heads[:2] == ("not", "one"))
    never = chunk.negated and chunk.verb in _ACTS | _HANDLED | {"speak", "bind", "sign"} and not chunk.passive
    if never and _NAME_KEPT.match(_behind(clauses, at)):
        return None
    if not (nothing or nobody or never) or first.low in ("you", "who", "that", "this", "which", "it"):
        return None
    by = None
    if not chunk.passive and not first.pronoun:
        by = party_of(clauses, first)
        if not is_party(clauses, first) or by.kind is ActorKind.OTHER:
            return None
    place = (first.start, content_end(clauses, at))
    event = commitment(clauses, at, place, by, None, True, chunk.verb, told=True)
    return replace(event, strict=True) if event is not None else None


def _foretold(clauses: Clauses, at: int) -> RawEvent | None:
    """What will happen to the people looked for, by whoever says it: "the two would walk out if", "they go home when"."""
    chunks = clauses.chunks
    chunk = chunks[at]
    subjects = clauses.subjects(at)
    if (
        not subjects
        or chunk.perfect
        or chunk.negated
        or (chunk.due and chunk.verb == "have")
        or (clauses.view.quoted and chunk.modal == "would")
    ):
        return None
    if clauses.view.text[clauses.view.start : clauses.view.stop].rstrip(" \n\"”'’").endswith("?"):
        return None
    first = chunks[subjects[0]]
    word, before = clauses.introduced_by(at)
    if word in _HYPOTHESES or (before is not None and before.verb in _STANCE):
        return None
    place = (first.start, content_end(clauses, at))
    if is_nobody(first):  # "nobody goes home while my brother is in prison", "nobody leaves before"
        kept = not chunk.modal and (_goes_home(clauses, at) or chunk.verb in _LEAVING)
        event = commitment(clauses, at, place, None, None, True, chunk.verb, told=True) if kept else None
        return event if event is not None and event.condition is not None else None
    helped = first.low in ("i", "we") or (first.low in ("he", "she", "they") and not clauses.view.quoted)
    helped = helped and any(a.role == "" and not is_party(clauses, a.chunk) for a in clauses.arguments(at))
    if helped and not chunk.passive and chunk.modal in _WILL and chunk.verb in _HANDLED:
        event = commitment(clauses, at, place, None, None, False, chunk.verb, told=True)
        return replace(event, strict=True) if event is not None else None
    if first.low in ("he", "she") and not (chunk.passive or _goes_home(clauses, at)):
        return None  # whoever speaks, or another: "she will see him on Monday"
    fated = (chunk.passive and chunk.verb in _DONE_TO) or (not chunk.passive and chunk.verb in _LEAVING | _ONWARD)
    homeward = _goes_home(clauses, at)
    if (not fated and not homeward) or first.low in ("you", "who", "that", "this", "which", "it", "i", "we"):
        return None
    event = commitment(clauses, at, place, None, None, False, chunk.verb, told=True)
    dated = bool(clauses.dates((clauses.view.start, place[1])))
    if event is None or not (event.condition or homeward or chunk.passive or dated):
        return None
    leaves = homeward or (clauses.view.quoted and chunk.verb in _LEAVING and first.pronoun)
    if not (chunk.modal or chunk.due) and not ((leaves and event.condition) or (homeward and dated)):
        return None
    return replace(event, strict=True, about=first.place)


def _does_for_them(clauses: Clauses, at: int) -> RawEvent | None:
    """What a party will do to or for the people looked for, in any verb that is none of `_IDLE`: "will fly them out"."""
    chunks = clauses.chunks
    chunk = chunks[at]
    subjects = clauses.subjects(at)
    word, before = clauses.introduced_by(at)
    if not subjects or chunk.passive or chunk.perfect or chunk.negated or chunk.infinitive:
        return None
    if (chunk.verb in _IDLE and chunk.verb not in _REACHES) or word in _HYPOTHESES:
        return None
    if (before is not None and before.verb in _STANCE) or (clauses.view.quoted and chunk.modal == "would"):
        return None
    view = clauses.view
    if view.text[view.start : view.stop].rstrip(" \n\"”'’").endswith("?"):
        return None
    first = chunks[subjects[0]]
    lead = chunks[max(0, subjects[0] - 2)]
    hoped = word == "that" and lead.kind == "np" and bool(lead.heads) and lead.heads[-1] in _HOPES
    if first.heads[-1] in _LIFELESS or hoped:
        return None
    known = first.low in ("i", "we") or (first.low in ("it", "they") and not view.quoted)
    calls = chunk.verb in _REACHES
    known = known or (calls and first.low in ("he", "she") and not view.quoted)
    if calls and not (
        known
        and any(a.role in ("", "to") and _HEARS.search(clauses.text(a.chunk.place)) for a in clauses.arguments(at))
    ):
        return None
    by = None if first.pronoun else party_of(clauses, first)
    party = by is not None and is_party(clauses, first) and (by.definite or by.kind is not ActorKind.ROLE)
    if not known and not party:
        return None
    if not any(a.role in ("", "for", "to") for a in clauses.arguments(at)):
        return None
    event = commitment(clauses, at, (chunk.start, content_end(clauses, at)), by, None, False, chunk.verb, told=True)
    return replace(event, strict=True) if event is not None else None


_HEARS = re.compile(
    r"\b(?:them|famil(?:y|ies)|relatives|parents|(?:grand)?mothers?|(?:grand)?fathers?|wi(?:fe|ves)|husbands?|brothers?|sisters?|sons?|daughters?|"
    r"aunts?|uncles?|cousins?|kin|widows?)\b",
    re.IGNORECASE,
)
_LIFELESS = frozenset(
    w.split(
        "bill law book film article song play report exhibition fund stamp day week month year story programme program series verdict ruling study survey "
        "website page poster campaign motion amendment documentary column newspaper list case trial process money"
    )
)
# Verbs whose future is no promise: states, fears, harm, meetings, and what is done for show.
_IDLE = _NOT_ACTS - frozenset(["keep", "hold", "do", "start", "begin", "continue"]) | frozenset(
    w.split(
        "be have know confirm prefer begin travel remain think need want die starve suffer face lose become seem stay live wait hope fear believe like love miss remember mean cost "
        "depend deserve regret hear say stand appear take place mark decide judge learn feel understand fight kill execute behead shoot hang sell harm hurt "
        "attack strike threaten move transfer march protest pray sing debate vote discuss argue blame accuse sue try sentence charge celebrate mourn dedicate "
        "honour honor greet welcome thank broadcast screen mention describe use let find get win fail cease benefit affect concern follow lead cause prove "
        "hand expect receive host join attend watch film see replace succeed punish avenge storm raid besiege blockade tax fine"
    )
) - frozenset(["find", "let", "hand", "open"])


def _goes_home(clauses: Clauses, at: int) -> bool:
    """Whether the verb at `at` takes somebody home or sets him free."""
    return _HOMEWARD.match(_behind(clauses, at)) is not None


_ONWARD = frozenset(w.split("follow reach cross drink eat write walk telephone phone"))
_HOMEWARD = re.compile(
    r"\s*(?:back |safely |all |out )*(?:home|free|at liberty|with (?:his|her|their) (?:famil|children|mother|parents|wi(?:fe|ves)|"
    r"husbands?)|to (?:his|her|their) (?:famil|children|mother|parents|wi(?:fe|ves)|husbands?|homes?|villages?))"
)


def _ruled_out(clauses: Clauses) -> list[RawEvent]:
    """Refusals without a verb of their own: "there would be no release", "no list, no visit"; "owes us an answer"."""
    text, view = clauses.view.masked, clauses.view
    found = []
    for pattern, refused in ((_RULED_OUT, True), (_OWED, False)):
        match = pattern.search(text, view.start, view.stop)
        at = next(
            (k for k, c in enumerate(clauses.chunks) if match is not None and c.stop > match.start("what")), None
        )
        if match is None or at is None or _ASKING.search(text, max(view.start, match.start() - 60), match.start()):
            continue
        stop = match.end() if match["what"][:3].lower() == "no " else content_end(clauses, at)
        place = (match.start("what"), max(stop, match.end()))
        verb = None if refused else _verb_at(clauses, match.start("verb"))
        by = clauses.subjects(verb)[:1] if verb is not None else []
        event = commitment(
            clauses,
            at,
            place,
            actor_of(clauses, clauses.chunks[by[0]]) if by else None,
            None,
            refused,
            "no",
            told=True,
        )
        if event is not None:
            found.append(event)
    return found


def _verb_at(clauses: Clauses, place: int) -> int | None:
    return next((k for k in clauses.verbs if clauses.chunks[k].start <= place < clauses.chunks[k].stop), None)


_KEPT = (
    r"(?:list|names?|visits?|visitors?|release|releases|exchange|swap|answer|reply|photographs?|photo|proof|letters?|parcels?|"
    r"calls?|date|day|flight|panel|handover|payment|ransom|undertaking|promise|guarantee|freedom|deal)"
)
_RULED_OUT = re.compile(
    rf"\b(?P<what>there (?:will|would|shall|can|could) be no (?:[\w-]+ )?{_KEPT}"
    rf"|(?:(?<=[:;—–] )|(?<=[“\"‘]))no (?:[\w-]+ )?{_KEPT}, (?:and )?no (?:[\w-]+ )?{_KEPT}(?:,? (?:and )?no \w+)?)\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?P<verb>owes?) (?P<what>(?:me|us|them|him|her|the \w+) (?:an? |the |his |her )?(?:\w+ )?(?:answer|reply|list|visit|call|name|names|word))\b"
)
_ASKING = re.compile(r"\b(?:if|whether|unless|fear(?:s|ed)?|hop(?:e|es|ed)|warn(?:s|ed))\b", re.IGNORECASE)


_BACK = re.compile(
    r"\s*(?:back )?(?:home|free|with (?:his|her|their) famil(?:y|ies)|reunited|at liberty|on (?:his|her|their) way home)\b"
)


def _behind(clauses: Clauses, at: int) -> str:
    return clauses.text((clauses.chunks[at].stop, clauses.view.stop))[:40]


def _to_nobody(clauses: Clauses, at: int) -> bool:
    return _NOBODY_GETS.search(_behind(clauses, at)) is not None


_HOME = re.compile(
    r"^ (?:safely )?(?:home|back|to (?:their|his|her|your) (?:homes?|houses?|famil|people|mothers?|villages?))"
)
_ANSWER_GOT = re.compile(
    r" (?:an?|your|the|our|his|her|their|all|news|word)\b ?(?:\w+ )?(?:answer|reply|list|names?|news|word|letter|from)?\b"
)
_PEOPLE_GOT = re.compile(
    r" (?:(?:two|one|three|four|all|some|both) of|them|him|her|the \w+)\b[^.;,]{0,40}\bback\b"
    r"| no (?:promise|answer|list|names?|word)\b"
)
_NOBODY_GETS = re.compile(r"\bto (?:nobody|no one|none)\b")


def commitment(
    clauses: Clauses,
    at: int,
    content: Place,
    by: Actor | None,
    recipient: Actor | None,
    refused: bool,
    value: str | None,
    told: bool = False,
) -> RawEvent | None:
    """The promise of what stands at `content`, with its condition; `told`: no word of promising says that it is one."""
    view = clauses.view
    if recipient is not None and recipient.name.lower() == "you":
        recipient = None
    if by is not None and (owned := _WHOSE_WORD.fullmatch(by.name)) is not None:
        by = replace(by, name=owned["who"])
    condition = _condition(clauses, at, content, refused)
    place = (min(condition[0], content[0]), content[1]) if condition is not None else content
    words = view.text[place[0] : place[1]]
    if not refused and not _ABOUT_US.search(words) and not told and value is None:
        return None
    kept = view.text[content[0] : condition[0]] if condition is not None and condition[0] > content[0] else words
    elsewhere = value not in _FREEING and _OTHER_MATTERS.search(kept) is not None
    return RawEvent(
        EventKind.COMMITMENT,
        place,
        by=by,
        to=recipient,
        condition=condition,
        refused=refused,
        value=value,
        rule=f'"{clauses.text(clauses.chunks[at].place)}"',
        dated=True,
        foretold=told,
        strict=elsewhere,
        echo=told or _ABOUT_US.search(words) is None,
    )


_WHOSE_WORD = re.compile(
    r"(?P<who>.+?)(?:['’]s|(?<=s)['’]) (?:[\w-]+ )?(?:offer|promise|pledge|undertaking|plan|proposal|word|vow|assurance)s?"
)


def _condition(clauses: Clauses, at: int, content: Place, refused: bool) -> Place | None:
    """The words of a condition, behind what is promised or before it."""
    text = clauses.view.text
    pattern = REFUSED_CONDITION if refused else CONDITION
    begin = max(content[0], clauses.chunks[at].stop if clauses.chunks[at].stop < content[1] else content[0])
    match = pattern.search(text, begin, content[1])
    if match is not None and match.end() - match.start() > 4:
        return match.start(), _trimmed(text, match.start(), match.end())
    match = CONDITION.search(text, clauses.view.start, content[0])
    if match is None:
        return None
    comma = _FRONTED_END.search(text, match.start(), content[0])
    stop = comma.start() if comma is not None else content[0]
    if text[stop : content[0]].strip(" ,\n") not in ("", "then"):
        return None
    return match.start(), _trimmed(text, match.start(), stop)


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in " ,\n":
        stop -= 1
    return stop
