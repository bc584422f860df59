"""What people are called besides their names: callings by field, words for where somebody is from; English tables.

In: a word. Out: the field of a calling; whether a word says from where one man or woman is, or is a title.
Leaves to others: whom "the envoy" and "the Dutchman" mean (`chain`, `acquaintance`).
"""

from __future__ import annotations

import re

_FIELDS = {
    "military": "general colonel major captain lieutenant sergeant brigadier marshal admiral commodore commander "
    "officer soldier corporal private ensign cadet lieutenant-colonel major-general",
    "envoy": "envoy ambassador diplomat negotiator mediator emissary representative consul attaché attache delegate "
    "legate nuncio plenipotentiary go-between intermediary peacemaker facilitator",
    "clergy": "bishop archbishop cardinal priest pastor cleric imam rabbi patriarch monk abbot nun abbess vicar "
    "canon archdeacon mullah ayatollah mufti preacher chaplain prelate clergyman churchman sheikh moderator "
    "friar deacon monsignor msgr reverend rev father",
    "politics": "minister premier president senator mp lawmaker legislator deputy congressman congresswoman governor "
    "mayor politician statesman chancellor councillor councilor commissioner secretary chairman chairwoman "
    "parliamentarian undersecretary vice-minister prefect chair chairperson",
    "law": "lawyer attorney solicitor barrister counsel advocate jurist",
    "bench": "judge magistrate justice",
    "medicine": "doctor physician surgeon nurse medic paramedic midwife",
    "press": "journalist reporter correspondent editor presenter columnist newsman newsreader anchor",
    "learning": "professor scholar academic researcher historian expert analyst scientist economist lecturer",
    "sea": "skipper sailor bosun boatswain fisherman boatman ferryman mate seaman mariner",
    "voice": "spokesman spokeswoman spokesperson",
    "police": "policeman policewoman inspector detective sheriff superintendent constable",
    "rights": "activist campaigner volunteer coordinator organiser organizer",
    "war": "fighter militant gunman warlord rebel chieftain jihadist",
}
FIELD_OF = {word: name for name, words in _FIELDS.items() for word in words.split()}


def may_hold(office: str, words: set[str]) -> bool:
    """Whether somebody described by some words may be called by an office: a senator is no minister."""
    held = words & _OFFICES
    if office == "premier" and "minister" in held:
        return "prime" in words
    return office not in _OFFICES or not held or office in held


def is_title(word: str) -> bool:
    """Whether a word is written before a name as a rank or in respect: "Alhaji", "Brigadier-General", "Asec."."""
    plain = word.lower().rstrip(".")
    if plain in _TITLES or _SHORTENED.fullmatch(word) is not None:
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(part in _RANKS | _BESIDE_RANKS for part in parts)


def is_rank_in_letters(word: str) -> bool:
    """Whether a word may be a rank in letters, if a person's name follows: "DSP", "SP2", "D.S.P."."""
    return _IN_LETTERS.fullmatch(word) is not None


def is_demonym(word: str) -> bool:
    """Whether a word, in lower case, says from where one man or woman is: "the Dutchman", "the Iraqi"."""
    return word in _DEMONYMS or _OF_AGE.fullmatch(word) is not None or _OF_NATION.fullmatch(word) is not None


_OF_AGE = re.compile(r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old")  # "the 43-year-old"
_OF_NATION = re.compile(
    r"(?:dutch|french|english|irish|welsh|scots|cornish|jersey|guernsey|orkney|shetland|ulster|york-?shire|lancashire|manx|norse)-?(?:man|woman)"
)
_DEMONYMS = frozenset(
    (  # noqa: SIM905
        "afghan albanian algerian american angolan argentine argentinian armenian australian austrian "
        "azerbaijani azeri bahraini bangladeshi belarusian belgian beninese bolivian bosnian brazilian briton "
        "bulgarian burundian cambodian cameroonian canadian catalan chadian chilean chinese colombian "
        "congolese corsican croat croatian cuban cypriot czech dane djiboutian dominican ecuadorean egyptian "
        "emirati eritrean estonian ethiopian filipino filipina finn gambian georgian german ghanaian greek "
        "guatemalan guinean haitian honduran hungarian icelander indian indonesian iranian iraqi israeli "
        "italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurd kuwaiti kyrgyz lao "
        "latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malaysian malian maltese "
        "mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali new- "
        "zealander nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan "
        "peruvian pole portuguese qatari romanian russian rwandan salvadoran saudi scot senegalese serb "
        "serbian sicilian slovak slovene slovenian somali spaniard sudanese swede swiss syrian taiwanese "
        "tajik tanzanian thai tibetan togolese tunisian turk turkmen ugandan ukrainian uruguayan uzbek "
        "venezuelan vietnamese yemeni zambian zimbabwean londoner parisian berliner muscovite new-yorker "
        "european african asian"
    ).split()
)

_OFFICES = frozenset(
    (  # noqa: SIM905
        "minister premier president senator mp congressman congresswoman governor mayor chancellor commissioner "
        "prefect ambassador consul general colonel major captain lieutenant sergeant bishop archbishop imam rabbi "
        "patriarch judge"
    ).split()
)
_SHORTENED = re.compile(r"[A-Z][a-z]{1,5}\.")  # "Hon.", "Asec.": whatever is written so before a name is a title
_IN_LETTERS = re.compile(r"(?!(?:UN|US|UK|EU|AU|UAE|USA|USSR|ICRC|NATO)$)[A-Z]{2,5}\d?|(?:[A-Z]\.){3,5}")
_RANKS = frozenset(
    (  # noqa: SIM905
        "general colonel major captain lieutenant sergeant brigadier marshal admiral commodore commander corporal "
        "private ensign gen col lt maj capt sgt brig adm"
    ).split()
)
_BESIDE_RANKS = frozenset(
    ["air", "vice", "rear", "field", "master", "staff", "chief", "sub", "second", "first", "flight", "wing"]
)
_TITLES = _RANKS | frozenset(
    (  # noqa: SIM905
        # English
        "mr mrs ms miss mx dr prof sir dame lord lady cmdr cpl pvt supt insp rep sen gov hon rev msgr fr amb engr "
        "atty adv sister father brother mother pastor deacon reverend bishop archbishop cardinal evangelist apostle "
        "revd adjutant sherpa madam alderman alderwoman commissar archimandrite hegumen friar prior prioress curate "
        "subdeacon metropolitan catholicos prophet cantor sheik princess queen duke duchess earl countess viscount "
        "lance-corporal cdr deaconess mister missus "
        "midshipman cadet gunner sapper bosun boatswain registrar foreman forewoman cllr cpt "
        "monsignor rabbi inspector superintendent constable trooper barrister barr comrade professor doctor chief "
        # of Islam
        "sheikh shaikh shaykh sheikha imam mullah mulla molla mulloh maulana mawlana maulvi moulvi molvi qari mufti "
        "ayatollah hojatoleslam sayyid sayed syed sayyed seyyed sayyida haji hajji hadji hajj hadj hajja hadja "
        "hajjah alhaji alhaja al-haji al-hajj el-hadj elhadj hajiya hajia mallam malam malama "
        "sultan sultana emir amir cadi qadi kadi mawlawi ustadz amenokal lamido begum caïd caid "
        "haj qazi kazi khatib ustaz ustad ustadh ustaza ustazah mwalimu mzee marabout "
        # of Asia, the Pacific and Africa
        "datuk dato dato' datin seri tuan kyai pandit swami lama shri shrimati smt pir ratu asec usec "
        "guru rinpoche geshe bhikkhu togbe mwami kgosi induna "
        "dasho khun ajahn ajarn sayadaw daw bapak ibu bu mbak encik cik puan nawab "
        "abuna abouna anba abune ato weyzero woizero weizero otunba igwe oba bi "
        "rav reb hakham hoca hodja "
        # Romance
        "señor señora señorita padre fray sor hermana hermano licenciado licenciada ingeniero ingeniera profesor "
        "profesora ña tío tía soeur don doña dona dom sra coronel capitán teniente sargento comandante "
        "monsieur madame mademoiselle mme mlle maître maitre "
        "docteur professeur ingénieur père frère sœur abbé mgr monseigneur capitaine signor signora senhor senhora "
        # German and Slavonic
        "herr frau gospodin gospođa tovarishch"
    ).split()
)
