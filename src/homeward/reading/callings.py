"""What people are called besides their names: callings by field, words for where somebody is from; English tables.

In: a word in lower case. Out: the field of a calling; whether a word says from where one man or woman is.
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
    "friar deacon",
    "politics": "minister premier president senator mp lawmaker legislator deputy congressman congresswoman governor "
    "mayor politician statesman chancellor councillor councilor commissioner secretary chairman chairwoman "
    "parliamentarian undersecretary vice-minister prefect chair chairperson",
    "law": "lawyer attorney solicitor barrister counsel advocate jurist",
    "bench": "judge magistrate",
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
