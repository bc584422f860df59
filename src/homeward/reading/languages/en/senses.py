"""What English words mean, as far as it helps to hear events: verbs and nouns by the kind of event, people by their side.

In: the tables of `verbs`. Out: `SENSES`.
Leaves to others: what the meanings are worth (`telling`). A word may stand in several tables; the first comes first.
"""

from __future__ import annotations

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en.words import split
from homeward.reading.languages.senses import Senses, gathered

_VERBS = {
    "meet": """
        meet: met
        see: saw seen
        sit: sat
        write: wrote written
        speak: spoke spoken
        ring: rang rung
        fly: flew flown
        drop
        receive host welcome greet visit call phone telephone dial text message email e-mail cable wire fax
        talk confer consult huddle dine lunch breakfast negotiate converse communicate contact liaise parley correspond
        interview brief debrief reach summon convene gather assemble shuttle confront approach convoke lobby petition
        buttonhole
        """,
    "promise": """
        undertake: undertook undertaken
        swear: swore sworn
        bind: bound
        promise pledge vow guarantee assure commit engage agree consent accept volunteer offer resolve oblige covenant
        warrant vouch
        """,
    "let go": """
        let
        bring: brought
        send: sent
        give: gave given
        free release liberate discharge unchain return repatriate deliver surrender swap exchange hand spare
        """,
    "answer": """
        tell: told
        write: wrote written
        answer reply respond inform notify report publish disclose reveal announce confirm list name account
        """,
    "search": """
        find: found
        search look investigate inquire enquire trace locate raise probe examine check review study ask press pursue
        """,
    "hand over": """
        give: gave given
        send: sent
        leave: left
        bring: brought
        hand pass deliver submit present transmit forward convey supply provide furnish file lodge entrust slip carry
        relay surrender remit dispatch transfer
        """,
    "mention": """
        speak: spoke spoken
        leave: left
        say: said
        mention raise discuss name touch allude refer address acknowledge broach cite include omit skip ignore overlook
        dodge sidestep avoid pass breathe utter
        """,
    "refuse": """
        withhold: withheld
        refuse decline reject rule deny balk stop demur dismiss exclude spurn shun
        """,
    "call off": "cancel postpone call collapse scrap abandon adjourn delay suspend",
    "plan": """
        seek: sought
        plan schedule expect intend prepare arrange hope aim want wish await
        """,
    "hold": """
        keep: kept
        hold: held
        detain capture seize abduct kidnap
        """,
}
_WORDS = {
    "meeting": """
        meeting meetings talks talk visit visits call calls conversation conversations encounter encounters session
        sessions audience contact contacts letter letters phone telephone dinner lunch breakfast tea coffee negotiation
        negotiations consultations round summit exchange handshake reception appointment interview correspondence
        message messages note cable delegation line
        """,
    "a promise": """
        promise promises pledge pledges vow vows undertaking undertakings guarantee guarantees assurance assurances
        commitment commitments oath word deal agreement accord offer consent obligation
        """,
    "a list": """
        list lists roster rosters register registers dossier file names name sheet envelope folder document roll paper
        petition
        """,
    "captives": """
        hostage hostages captive captives detainee detainees prisoner prisoners abductee abductees kidnapped missing
        disappeared held crew
        """,
    "family": """
        mother mothers father fathers wife wives husband husbands sister sisters brother brothers son sons daughter
        daughters family families relative relatives parents aunt uncle cousin kin
        """,
    "captors": """
        captors kidnappers abductors jailers militia rebels militants gunmen front brigade army faction guerrillas
        insurgents warlord gang junta column battalion fighters
        """,
    "office": """
        minister ministers ambassador envoy president governor mayor official officials spokesman spokeswoman consul
        consulate embassy ministry delegate secretary prosecutor commissioner general colonel commander chief sheikh
        bishop imam mediator mediators intermediary negotiator negotiators authorities authority council government
        office
        """,
    "a day": """
        tomorrow today tonight yesterday week weeks month months day days monday tuesday wednesday thursday friday
        saturday sunday hours noon
        """,
    "a text": """
        statement communique communiqué readout speech bulletin report broadcast declaration text release address sermon
        paper article programme
        """,
    "a house": """
        office palace house residence headquarters hotel embassy villa home tent hall building ministry
        """,
    "will": "will would shall ll can could may might must should",
    "not": "not n't no never nobody none nothing neither nor without hardly",
    "if": "if once when unless until before after provided as",
    "we": "we us our i my me",
    "they": "they he she it their his her them him",
    "asking": "whether why where how what who ?",
    "being": "has had have been is are was were be",
    "small": "to with for by of from about on",
}

SENSES = Senses(
    gathered(
        [
            ("gives", v.GIVE_FORMS),
            ("takes", v.TAKE_FORMS),
            ("frees", v.FREED_FORMS),
            ("leaves", v.LEAVE_FORMS),
            ("acts", v.ACT_FORMS),
            ("denies", v.DENY_FORMS),
            ("refuses", v.REFUSE_FORMS),
            ("stance", v.STANCE),
            ("contacts", v.CONTACT_FORMS),
            ("promises", v.PROMISE_FORMS),
            ("gives a promise", v.PROMISE_GIVERS),
            ("contact noun", v.CONTACT_NOUNS),
            ("list noun", v.LIST_NOUNS),
            ("name noun", v.NAME_NOUNS),
            ("paper noun", v.PAPER_NOUNS),
            ("promise noun", v.PROMISE_NOUNS),
            ("place noun", v.PLACE_NOUNS),
            ("by telephone", v.BY_PHONE),
            *((name, v.table(lines)) for name, lines in _VERBS.items()),
            *((name, split(lines)) for name, lines in _WORDS.items()),
        ]
    )
)
"""Of English; every form is written out."""
