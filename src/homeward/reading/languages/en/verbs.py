"""English verbs and nouns by which events are told, as tables that a linguist can edit, and the forms of a verb.

In: nothing. Out: tables from a word form to the verb it belongs to, and sets of nouns.
Leaves to others: where subject and objects stand (`clauses`), and what each verb makes of them (`contacts`,
`handovers`, `promises`).

A verb stands as its base form; irregular past forms follow it after a colon. Regular forms are made here.
"""

from __future__ import annotations

from homeward.reading.languages.en.words import split
from homeward.records import ContactKind

_VOWELS = "aeiou"
_DOUBLED = frozenset(split("permit commit submit admit transmit refer transfer confer defer omit remit emit"))


def forms_of(verb: str) -> list[str]:
    """Every form of a regular verb: base, third person, past, -ing."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    short = len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    stem = verb + verb[-1] if verb in _DOUBLED or (short and len(verb) <= 4) else verb
    return [verb, third, stem + "ed", stem + "ing"]


def table(lines: str) -> dict[str, str]:
    """From each form to its verb. A line: `give: gave given`, or several regular verbs parted by blanks."""
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        verb, colon, irregular = line.strip().partition(":")
        if colon:
            base, third, _, ing = forms_of(verb)
            for form in [base, third, *irregular.split(), ing]:
                found.setdefault(form, verb)
        else:
            for one in verb.split():
                for form in forms_of(one):
                    found.setdefault(form, one)
    return found


# --- contacts: who meets, calls, writes -----------------------------------------------------------------------------

# Verb: kind of contact, and where the other party stands: "" as object, else behind one of these prepositions.
_M, _V, _C, _L, _O = (
    ContactKind.MEETING,
    ContactKind.VISIT,
    ContactKind.CALL,
    ContactKind.LETTER,
    ContactKind.OTHER,
)
CONTACT_FRAMES: dict[str, tuple[ContactKind, tuple[str, ...]]] = {
    "meet": (_M, ("", "with")),
    "receive": (_M, ("",)),
    "host": (_M, ("",)),
    "welcome": (_M, ("",)),
    "greet": (_M, ("",)),
    "see": (_M, ("",)),
    "sit": (_M, ("with",)),
    "raise": (_O, ("with",)),
    "liaise": (_O, ("with",)),
    "parley": (_M, ("with",)),
    "confront": (_M, ("",)),
    "confer": (_M, ("with",)),
    "consult": (_M, ("", "with")),
    "huddle": (_M, ("with",)),
    "dine": (_M, ("with",)),
    "lunch": (_M, ("with",)),
    "negotiate": (_M, ("with",)),
    "converse": (_O, ("with",)),
    "communicate": (_O, ("with",)),
    "speak": (_O, ("with", "to")),
    "talk": (_O, ("with", "to")),
    "contact": (_O, ("",)),
    "visit": (_V, ("",)),
    "tour": (_V, ("",)),
    "travel": (_V, ("to",)),
    "fly": (_V, ("to",)),
    "drive": (_V, ("to",)),
    "journey": (_V, ("to",)),
    "return": (_V, ("to",)),
    "go": (_V, ("to",)),
    "call": (_C, ("",)),
    "telephone": (_C, ("",)),
    "phone": (_C, ("",)),
    "ring": (_C, ("",)),
    "radio": (_C, ("",)),
    "write": (_L, ("to", "")),
    "e-mail": (_L, ("",)),
    "email": (_L, ("",)),
    "cable": (_L, ("",)),
    "message": (_L, ("",)),
    "text": (_L, ("",)),
    "petition": (_L, ("",)),
}
CONTACT_FORMS = table(
    """
    meet: met
    see: saw seen
    sit: sat
    speak: spoke spoken
    fly: flew flown
    drive: drove driven
    go: went gone
    ring: rang rung
    write: wrote written
    receive host welcome greet confer consult huddle parley liaise raise confront dine lunch negotiate converse communicate talk contact visit tour
    travel journey return call telephone phone radio e-mail email cable message text petition
    """
)
# Verbs that only say that a contact named by a noun takes place: "held talks with", "had a meeting with".
HOLD_FORMS = table(
    """
    hold: held
    have: had
    pay: paid
    be: was were been
    take: took taken
    make: made
    begin: began begun
    keep: kept
    place receive conduct attend arrange schedule plan open join finish conclude continue exchange resume
    establish start
    """
)
# Nouns that name a contact, and its kind.
CONTACT_NOUNS: dict[str, ContactKind] = {
    **dict.fromkeys(split("meeting meetings encounter audience summit conference videoconference tête-à-tête"), _M),
    **dict.fromkeys(split("talks consultations negotiations conversations discussions round session sessions"), _M),
    **dict.fromkeys(split("visit visits trip"), _V),
    **dict.fromkeys(split("call calls phone-call conversation"), _C),
    **dict.fromkeys(split("letter letters e-mail email message messages telegram note missive cable"), _L),
    **dict.fromkeys(split("contact contacts communication dialogue touch correspondence"), _O),
}
BY_PHONE = frozenset(split("phone telephone mobile videolink hotline line skype telephonically"))
# A place rather than a party: "visited the camp of the Emirate" is a visit to the Emirate.
PLACE_NOUNS = frozenset(
    split(
        "headquarters office offices residence airport hotel palace region city building embassy camp seat "
        "base prison jail "
        "compound town village villa house barracks garrison post outpost capital island border fort fortress farm "
        "stronghold centre center consulate mission monastery church mosque port harbour harbor ship tent valley "
        "conference "
        "clinic hospital station garden quarters lodge school district province area territory mine quarry farmhouse "
        "hall "
        "bakery teahouse tearoom lighthouse shaft gorge well jetty quay pier square market courtroom stadium cemetery "
        "graveyard cave parlour parlor courtyard warehouse kitchen stable monastery shrine chapel library gate "
        "courthouse chancery bureau delegation-house crossing checkpoint bridge ranch cabin hut café cafe restaurant"
    )
)

# --- handovers ------------------------------------------------------------------------------------------------------

GIVE_FORMS = table(
    """
    give: gave given
    send: sent
    bring: brought
    take: took taken
    put: put
    lay: laid
    leave: left
    resend: resent
    read: read
    resubmit: resubmitted resubmitting
    file enclose attach exchange
    hand pass submit deliver present transmit transfer provide convey forward share carry dispatch entrust supply
    table
    relay mail fax post e-mail email communicate furnish slip surrender lodge deposit circulate
    """
)
TAKE_FORMS = table(
    """
    get: got gotten
    take: took taken
    receive obtain collect accept
    """
)
ARRIVE_FORMS = table(
    """
    go: went gone
    come: came come
    get: got
    find: found
    reach arrive travel
    """
)
LIST_NOUNS = frozenset(split("list lists roster roll register registers dossier"))
NAME_NOUNS = frozenset(["names", "name"])
PAPER_NOUNS = frozenset(split("sheet paper file files folder document documents page pages envelope"))

# --- commitments ----------------------------------------------------------------------------------------------------

PROMISE_FORMS = table(
    """
    swear: swore sworn
    undertake: undertook undertaken
    promise pledge vow guarantee assure commit agree engage reassure consent assent volunteer accept resolve
    """
)
PROMISE_NOUNS = frozenset(
    split(
        "promise promises pledge pledges vow commitment commitments undertaking undertakings assurance "
        "assurances guarantee "
        "guarantees word oath oaths vows"
    )
)
PROMISE_GIVERS = table(
    """
    give: gave given
    make: made
    repeat offer renew provide reiterate extend issue
    """
)
# What may be promised as a thing: "promised a reply".
PROMISED_THINGS = frozenset(
    split(
        "answer answers reply replies response account information news word list names help medicine "
        "medicines letters letter "
        "visit visits release return freedom access proof photographs photos investigation inquiry enquiry "
        "search report "
        "audience flight convoy hearing details transfer exchange handover passage update statement decision"
    )
)
# Acts by which a promise helps the people looked for; each may be promised by "will", "would", "shall".
ACT_FORMS = table(
    """
    free: freed
    let: let
    send: sent
    give: gave given
    set: set
    bring: brought
    find: found
    get: got
    put: put
    take: took taken
    do: did done
    write: wrote written
    tell: told
    make: made
    see: saw seen
    come: came come
    release hand return provide publish deliver transfer allow permit grant inform notify answer respond reply
    check search
    look investigate exchange consider raise pass convey forward ask report consult discuss examine share
    repatriate open
    bury feed care protect spare keep hold help assist facilitate arrange announce clarify verify confirm contact
    start begin resume continue supply ensure guarantee seek press demand pursue trace locate work account
    disclose reveal
    repeat complete lodge file upload evacuate rescue collect fetch appeal petition approach
    pay: paid
    visit call ring phone produce submit study review disclose drop lift pardon try
    """
)
# Acts whose refusal is worth recording as a refused promise.
FREEING = frozenset(
    split("free release let hand return send set exchange transfer allow permit repatriate go leave walk")
)
FREED_FORMS = table(
    """
    free: freed
    let: let
    set: set
    send: sent
    give: gave given
    tell: told
    bring: brought
    find: found
    make: made
    release hand return allow permit grant transfer publish exchange answer inform repatriate deliver provide
    treat fly
    examine clarify notify visit consider investigate raise check resolve spare feed pardon announce
    """
)
LEAVE_FORMS = table(
    """
    go: went gone
    leave: left
    come: came come
    walk return
    """
)

# --- speech, stance, common verbs: where a noun phrase ends ---------------------------------------------------------

DENY_FORMS = table(
    """
    deny reject dismiss dispute refute
    """
)
REFUSE_FORMS = table("refuse decline fail omit neglect")
STANCE = table(
    """
    want hope fear wish expect believe doubt demand urge call ask request seek suggest insist
    """
)
COMMON_VERBS = table(
    """
    say: said
    tell: told
    think: thought
    know: knew known
    become: became
    leave: left
    stand: stood
    lie: lay lain
    run: ran
    lose: lost
    feel: felt
    bring: brought
    buy: bought
    catch: caught
    choose: chose chosen
    draw: drew drawn
    fall: fell fallen
    forget: forgot forgotten
    grow: grew grown
    hear: heard
    hold: held
    keep: kept
    lead: led
    learn: learnt learned
    read: read
    rise: rose risen
    sell: sold
    shake: shook shaken
    show: showed shown
    spend: spent
    steal: stole stolen
    strike: struck
    teach: taught
    throw: threw thrown
    understand: understood
    wear: wore worn
    win: won
    break: broke broken
    begin: began begun
    die: died
    add note state declare announce report confirm explain claim maintain recall stress underline emphasise emphasize
    mention describe discuss escape vanish disappear remain follow live work serve help include thank express
    reply answer
    respond repeat warn appeal cite quote skip omit ignore overlook sidestep hail name refer mark contain bear
    bind: bound
    drink: drank drunk
    eat: ate eaten
    ride: rode ridden
    withhold: withheld
    feed: fed
    owe sign produce admit lower moor shelter clothe
    comprise consist include insist demonstrate convince support start try happen move occur end
    intend invite join wait
    """
)

_ALL = (
    CONTACT_FORMS,
    HOLD_FORMS,
    GIVE_FORMS,
    TAKE_FORMS,
    ARRIVE_FORMS,
    PROMISE_FORMS,
    PROMISE_GIVERS,
    ACT_FORMS,
    FREED_FORMS,
    LEAVE_FORMS,
    DENY_FORMS,
    REFUSE_FORMS,
    STANCE,
    COMMON_VERBS,
)
LEMMAS: dict[str, str] = {}
for _table in _ALL:
    for _form, _verb in _table.items():
        LEMMAS.setdefault(_form, _verb)
# Forms that are as often nouns or adjectives: a verb only where the words beside them say so.
AMBIGUOUS = frozenset(
    split(
        "visit visits call calls phone phones telephone telephones radio radios letter answer answers reply "
        "replies report reports "
        "promise promises pledge pledges vow list name names hand hands talk talks plan plans release return returns "
        "visiting "
        "meeting meetings contact contacts tour tours host hosts guarantee guarantees exchange exchanges lunch email "
        "emails "
        "e-mail e-mails cable cables search searches post posts fax mail present presents pass transfer transfers "
        "deposit "
        "place places hold holds account care work works help claim claims note notes state states end ends "
        "live lead "
        "leads read "
        "study visit request requests demand demands hope hopes fear fears wish doubt doubts appeal appeals support "
        "free open "
        "press review table tables trace word paper drop lift start set sets lay put puts lie lies forward share "
        "shares round "
        "relay relays dispatch dispatches supply supplies travel travels journey conduct attempt dispute "
        "mission move "
        "moves "
        "show shows stand stands run runs file files drive drives fly flies stress strike rise fall draw wear win "
        "schedule feed feeds treat confirm pursue engage commit help helps repeat pay try tries seek spare "
        "bury check "
        "checks "
        "express warning including following saying volunteer volunteers resolve "
        "message messages text texts petition petitions"
    )
)
