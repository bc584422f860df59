"""Further English nouns for people: by trade, rank, kin, faith, and what has befallen them; tables only.

In: nothing. Out: `PEOPLE` and `plural`.
Leaves to others: the nouns that the tagger was trained with (`words.TRAINED_PERSON_HEADS`), names and bodies.

With a capital most of them are surnames as well ("Lena Potter"), so they count in small letters only.
"""

from __future__ import annotations

_NOUNS = """
accomplice addict administrator aid-worker alderman amputee anarchist ancestor angler apothecary appellant
appointee apprentice archer archimandrite architect arraigner arranger artisan artist assassin assessor assistant
astronomer athlete attacker attendant au-pair auctioneer authoress backpacker ballerina barber bargee bargeman
bargemaster basketmaker beadle beggar bellringer benefactor biographer biologist birdwatcher blacksmith
boatbuilder bodyguard boilermaker bookbinder bookmaker bookseller botanist bouncer boxer boyfriend brewer
bricklayer bride bridegroom bursar bus-driver busker butler cabbie cabman cacique cadet cadre cameleer canoeist
cantor caravaneer carer cartographer cartwright case-worker caseworker cashier caterer cattleman caudillo cavalier
celebrant cellist chambermaid chandler charwoman chauffeur chemist chorister chronicler churchwarden clinician
co-accused coachman cobbler collaborator collector comandante comedian commandant commandante commissar companion
complainant composer comptroller conductor confidant confidante convict coppersmith cosmonaut courtier coxswain
creditor crewmember crewwoman crofter crony curate custodian cyclist dancer deaconess debtor deckhand decorator
demonstrator dentist deportee dervish descendant devotee dictator dietician dispatcher dissenter dissident
distiller dockworker dog-handler dogsbody doorkeeper dramatist drayman dressmaker drover druggist drummer dyer
ecologist educator egyptologist elector emigrant emigre emperor empress enforcer enlistee enquirer entomologist
entrepreneur ethnographer evacuee ex-combatant ex-convict ex-detainee ex-officer ex-policeman exarch executioner
explorer exporter fakir falconer farm-worker farmhand farmworker fellow-prisoner ferrymaster fieldworker financier
fireman first-aider fishmonger fishwife flautist florist footballer footman foreigner foreman forester forewoman
forger freelancer friar fruiterer fundraiser furrier gamekeeper gangster gaoler gardener gendarme gentleman
geographer geophysicist girlfriend glassworker glazier godchild godson goldsmith gondolier governess grandad
grandchild grandma grandpa granny gravedigger groom groundsman guardian guardsman guitarist gunner
gynaecologist haberdasher hacker hairdresser half-brother half-sister hangman harpooner hatter healthworker
heckler heir heiress helmsman helper henchman herbalist herdboy herdsman hermit hieromonk highwayman hitchhiker
homeowner horseman hostess hotelier housekeeper housewife hunter husbandman iconographer illustrator immigrant
importer impresario incumbent indictee industrialist infantryman informant informer inhabitant inquirer instructor
interlocutor internee interviewer inventor ironmonger islander jeweler jeweller jockey journeyman juggler juror
juryman khatib kinsman kinswoman lackey lamplighter landowner lass lawman layman layperson laywoman leper lessee
librettist licensee lieutenant-colonel lifeguard lighthousekeeper linesman linguist lobbyist lock-keeper
lockkeeper locksmith lodger lorry-driver lorryman lumberjack machinist magician maid maidservant major-general
maltster manservant marabout marksman martyr masseur mathematician mayoress metalworker meteorologist midshipman
militiaman milkmaid milkman miller milliner millworker mineworker missionary moneychanger moneylender mortician
motorcyclist mountaineer mourner muezzin muhtar muleteer musician mutineer nanny narrator naturalist navigator
newcomer newsagent newsman newsreader nobleman nomad novelist novice numismatist nursemaid oarsman
occupant officeholder oilman oilworker onlooker optician organist ornithologist orphan outlaw outsider overlord
overseer paediatrician painter palmist paramour paratrooper parent parishioner parliamentarian parolee parson
partisan peasant peddler pedestrian pediatrician pedlar penitent perfumer perpetrator pharmacologist
philanthropist philologist philosopher photojournalist physicist physiotherapist pianist pickpocket plasterer
playwright ploughman plumber poacher poet policymaker politician pollster potentate potter preceptor pressman
princess printworker prioress privateer producer promoter prophet proprietor proprietress prospector prostitute
protester protestor psychiatrist publican publicist punter puppeteer quarryman queen questioner racketeer
radiographer radioman raftsman raider railwayman ratepayer rebbe recluse recordist regent registrar relief-worker
reservist respondent restaurateur restorer retailer revolutionary rider rigger ringleader rioter roofer ropemaker
roughneck roustabout rower saboteur saddler sailmaker salesgirl salesman saleswoman samaritan scaffolder schoolboy
schoolchild schoolgirl schoolmate schoolmistress schoolteacher scoutmaster scribe sculptor seafarer seamstress
seer seismologist seminarian serf servant serviceman servicewoman settler sexton shaman sharecropper sharpshooter
shipbroker shipmaster shipmate shipwright shoemaker shopper sightseer signaller signalman silversmith singer skier
sniper social-worker sociologist songwriter soothsayer soprano sorcerer spearfisher speechwriter spinster squatter
squire stallholder starets stateswoman steelworker steeplejack stenographer stepbrother stepsister stockbroker
stockman stoker stonecutter stonemason storekeeper storeman storyteller stowaway streetsweeper strongman subaltern
subcommander subcontractor subordinate supervisor supplier survivalist swimmer swineherd tailoress tallyman tanner
tapster taxi-driver taxidermist taxman taxpayer teammate telegraphist telephonist tenor theologian therapist thief
thug tiler tinker tinsmith tobacconist tollkeeper toolmaker townsman tracker tradesman tradeswoman trainer tramp
transcriber trapper tribesman tribeswoman truck-driver trustee tugmaster typesetter typist tyrant umpire
undergraduate undertaker underwriter upholsterer urologist usher valet vendor viceroy victim vigilante villain
vintner violinist virologist vizier walker wanderer warehouseman warlock warrior washerwoman watchmaker weaver
welder well-wisher wetnurse whaler wheelman wheelwright whistle-blower whistleblower winemaker wizard woodcarver
woodcutter woodman woodsman woodworker workman worshiper worshipper wrestler yachtsman yeoman youngster zookeeper
zoologist émigré
"""
_ENDS = (("woman", "women"), ("man", "men"), ("child", "children"), ("wife", "wives"), ("thief", "thieves"))


def plural(noun: str) -> str:
    """More than one of those whom a noun names."""
    if noun == "shaman":
        return "shamans"
    for end, ends in _ENDS:
        if noun.endswith(end):
            return noun.removesuffix(end) + ends
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


_ONE = _NOUNS.split()
PEOPLE = frozenset(_ONE) | frozenset(map(plural, _ONE))
