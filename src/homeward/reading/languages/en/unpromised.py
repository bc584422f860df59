"""What is to come and yet promised by nobody, in English: threats, forecasts, hearings, vigils, what only might have been.

In: the clauses of a sentence, or one verb of them. Out: whether nobody binds himself there.
Leaves to others: finding promises (`promises`, the models that hear them), and whom they concern.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.parties import is_nobody
from homeward.reading.languages.language import View

_FUTURE = frozenset(["will", "shall", "would"])
_PROMISING = (
    frozenset(v.PROMISE_FORMS.values()) | frozenset(v.REFUSE_FORMS.values()) | {"offer", "owe", "bind", "grant"}
)
# Subjects that come about by themselves, or by the calendar.
_HAPPENINGS = frozenset(
    w.split(
        "trial trials hearing hearings inquest vigil vigils festival mass masses service services march marches rally rallies procession protest "
        "rain rains weather winter summer snow frost storm season harvest night cold deadline deadlines ultimatum ceasefire truce talks meeting meetings "
        "session sessions summit conference verdict ruling election elections vote votes funeral anniversary birthday concert match game film "
        "documentary book play exhibition song statue monument memorial plaque parade strike war fighting price prices voyage tide moon sun feast holiday "
        "congress debate motion bill law ship ships road roads school schools debt ransom money fund stamp day days week weeks month months year years "
        "story programme program series study survey website poster campaign column newspaper article report"
    )
)
# Acts by which nobody is helped: of courts and parliaments, of mourners, against whoever did it; and what befalls people.
_IDLE = frozenset(
    w.split(
        "hunt punish avenge retaliate storm raid bomb shell shoot kill execute hang behead die perish starve freeze suffer regret rue face drown bury mourn "
        "prosecute sentence jail try convict arrest crush destroy bleed burn sell auction threaten attack march pray sing light fast protest "
        "discuss debate vote decide convene celebrate commemorate mark honour honor dedicate unveil screen broadcast premiere air "
        "age expire lapse elapse last happen occur depend mean cost matter seem remain stay become be have need want think "
        "know feel believe hope fear wait miss love remember live lose win fail prove cause marry retire speculate wonder guess"
    )
)
_DEAD = re.compile(
    r"\s*(?:\w+ly |all |both |long )?(?:dead|killed|shot|executed|hanged|beheaded|buried|forgotten|missed|remembered|cold|hungry|late|gone|forty|fifty|sixty|"
    r"tried|charged|sentenced|judged|blamed|married|sworn in|(?:the )?(?:subject|topic|theme|guests?|end)\b|graves?)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\s*(?:(?:for|dearly|the price|with (?:their|his|your) (?:lives|life|heads?|blood))\b|or\b)", re.IGNORECASE
)
_TO_JUDGES = re.compile(
    r"\s*(?:to|before) (?:God|Allah|history|heaven|the (?:law|courts?|people|nation))\b", re.IGNORECASE
)
_GRAVES = re.compile(r"[^.;]{0,20}\b(?:graves?|bodies|corpses?|bones|coffins?|ashes)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\s*(?:hold|stage|call|go on|observe|organi[sz]e|join|lead)[^.;,]{0,25} (?:vigils?|strikes?|march|rally|mass|service|prayers?|protests?|sit-in|silence)\b"
)
_GO_ON = re.compile(r"\s*on(?! \w+ing\b)")
_HAVE_TO = re.compile(r"\s*to\b")
_OPEN = frozenset(w.split("if whether when where how why what who whom which unless lest until before while"))
_STANCE = frozenset(v.STANCE.values()) - {"insist"} | frozenset(
    w.split("think fear doubt wonder predict ask believe hope expect reckon guess feel")
)
_RESTLESS = re.compile(
    r"\s*(?:rest|stop|tire|cease|relent|give up|let up|sleep|forget|abandon|fail|leave (?:no|any)|spare (?:no|any)|stop at nothing)\b",
    re.IGNORECASE,
)


_TO_SAY = re.compile(
    r"\s*to (?:say|comment|tell|discuss|confirm|be drawn|speculate|name|identify|reveal|disclose|speak|elaborate|explain|answer questions)\b"
)
_GUESSED = frozenset(
    w.split(
        "predicted predicts predict forecast forecasts reckoned reckons guessed joked jokes prayed prays dreamed dreamt trusted trusts thought thinks "
        "believed imagined imagines quipped wagered bets bet"
    )
)
_HOPED = re.compile(
    r"\b(?:hopes?|wish(?:es)?|fears?|expectations?|beliefs?|doubts?|prayers?|view|opinion|impression|odds)(?: [a-z]+){0,2} that$"
)
_I_HOPE = re.compile(
    r"\bI (?:feel|hope|pray|believe|dream|trust|fear|know in my)\b|\b(?:[Ii]nshallah|God willing|please God)\b"
)
_WERE_TO = re.compile(r"(?:was|were) (?:\w+ )?to\b", re.IGNORECASE)


def promises_nothing(views: Sequence[View]) -> bool:
    """Whether all that a sentence and the quotations in it tell of as to come is such that nobody promises it."""
    ahead = False
    for view in views:
        clauses = Clauses(view)
        for at in clauses.verbs:
            chunk = clauses.chunks[at]
            promising = chunk.verb in _PROMISING and not _TO_SAY.match(_behind(clauses, at))
            if promising and not is_threat(clauses, at):
                return False
            if chunk.modal in _FUTURE or chunk.due or promising:
                ahead = True
                if not (promising or is_idle(clauses, at)):
                    return False
        if any(c.kind == "np" and c.heads and c.heads[-1] in v.PROMISE_NOUNS for c in clauses.chunks):
            return False
    return ahead


def is_threat(clauses: Clauses, at: int) -> bool:
    """Whether what the verb of promising at `at` promises is revenge: "vowed to hunt down", "swore they would pay for it"."""
    if _AND_HELP.search(clauses.text((clauses.chunks[at].stop, clauses.view.stop))):
        return False  # "promised to storm the prison and free the nurses"
    if _TO_HUNT.match(_behind(clauses, at)):
        return True
    after = [k for k in clauses.verbs if k > at]
    acts = [k for k in after if clauses.chunks[k].infinitive or clauses.chunks[k].modal in _FUTURE][:2]
    return bool(acts) and any(_is_revenge(clauses, k) for k in acts)


def _is_revenge(clauses: Clauses, at: int) -> bool:
    chunk = clauses.chunks[at]
    behind = _behind(clauses, at)
    if chunk.verb == "pay":
        return _PRICE.match(behind) is not None
    if chunk.verb == "answer":
        return _TO_JUDGES.match(behind) is not None
    spared = chunk.negated or any(is_nobody(clauses.chunks[k]) for k in clauses.subjects(at))
    return chunk.verb in _REVENGE and not spared


_REVENGE = frozenset(
    w.split(
        "hunt punish avenge retaliate storm raid bomb execute hang behead prosecute crush destroy kill shoot face regret rue suffer"
    )
)
_AND_HELP = re.compile(
    r"\band (?:also |then )?(?:to |will |would )?(?:free|release|rescue|save|liberate|hand over|let|"
    r"return(?! (?:fire|to)\b)|bring (?:[\w’'-]+ ){1,5}?(?:home|back))\b"
)
_TO_HUNT = re.compile(rf"\s*to (?:{'|'.join(sorted(_REVENGE))}|bring (?:\w+ ){{1,4}}to justice)\b")


def is_idle(clauses: Clauses, at: int) -> bool:
    """Whether the verb at `at`, which tells of what is to come, tells of nothing that anybody binds himself to."""
    chunk = clauses.chunks[at]
    behind = _behind(clauses, at)
    subjects = clauses.subjects(at)
    first = clauses.chunks[subjects[0]] if subjects else None
    word, before = clauses.introduced_by(at)
    if chunk.perfect and chunk.verb != "have":
        return True  # "would have freed them"
    if word in _OPEN or (before is not None and (before.verb in _STANCE or before.low in _GUESSED)):
        return True
    lead = clauses.text((clauses.view.start, first.start if first is not None else chunk.start)).rstrip()
    if word == "that" and _HOPED.search(lead):
        return True
    if chunk.due and not chunk.passive and _WERE_TO.match(clauses.text(chunk.place)):
        return True  # "they were to pay for it"
    if clauses.view.quoted and _I_HOPE.search(clauses.view.text, clauses.view.start, clauses.view.stop):
        return True
    if chunk.modal == "would" and clauses.view.quoted:
        return True  # "I would give my house"
    if first is not None and first.kind == "np" and first.heads and first.heads[-1] in _HAPPENINGS:
        return True
    if chunk.verb == "pay" or chunk.verb == "answer":
        return _is_revenge(clauses, at)
    if chunk.verb == "find" and _GRAVES.match(behind):
        return True
    if chunk.verb == "see" and chunk.negated:
        return first is not None and first.low == "you"  # "you will never see him again"
    if _DOWN.match(clauses.text((chunk.start, clauses.view.stop)).partition(" ")[2][:60]):
        return True
    if chunk.negated and _RESTLESS.match(" " + chunk.verb + behind):
        return False
    if chunk.verb == "be" or chunk.passive:
        return _DEAD.match(behind if chunk.verb == "be" else " " + chunk.low.split()[-1]) is not None
    if chunk.verb == "go":
        return _GO_ON.match(behind) is not None
    if chunk.verb == "have":
        return _HAVE_TO.match(behind) is not None
    return chunk.verb in _IDLE and not chunk.negated


def _behind(clauses: Clauses, at: int) -> str:
    return clauses.text((clauses.chunks[at].stop, clauses.view.stop))[:50]
