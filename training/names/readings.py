"""Names of East Asia written in Latin letters in the manners that passports and lists use, made by rule.

In: a dice. Out: pairs (Latin, native) of given and family names. Leaves to others: everything read from files (`data`).

Public data has few of these: a person of Seoul, Hong Kong or Taipei is written by habit, not by the standard of the day.
The syllables and characters are common ones in names; the combinations are drawn by chance.
"""

from __future__ import annotations

import random
import unicodedata

from anyascii import anyascii

_KOREAN_SYLLABLES = [
    "가",
    "강",
    "건",
    "겸",
    "경",
    "계",
    "고",
    "관",
    "광",
    "구",
    "국",
    "권",
    "규",
    "근",
    "금",
    "기",
    "길",
    "나",
    "남",
    "다",
    "대",
    "덕",
    "도",
    "동",
    "두",
    "라",
    "란",
    "래",
    "련",
    "령",
    "록",
    "루",
    "리",
    "린",
    "림",
    "만",
    "명",
    "모",
    "무",
    "문",
    "미",
    "민",
    "박",
    "반",
    "배",
    "백",
    "범",
    "법",
    "별",
    "병",
    "보",
    "복",
    "봄",
    "봉",
    "비",
    "빈",
    "빛",
    "사",
    "산",
    "삼",
    "상",
    "서",
    "석",
    "선",
    "설",
    "섭",
    "성",
    "세",
    "소",
    "솔",
    "송",
    "수",
    "숙",
    "순",
    "슬",
    "승",
    "시",
    "신",
    "실",
    "심",
    "아",
    "안",
    "애",
    "양",
    "언",
    "여",
    "연",
    "열",
    "영",
    "예",
    "오",
    "옥",
    "온",
    "완",
    "용",
    "우",
    "욱",
    "운",
    "웅",
    "원",
    "월",
    "유",
    "윤",
    "율",
    "은",
    "을",
    "의",
    "이",
    "인",
    "일",
    "임",
    "자",
    "장",
    "재",
    "전",
    "정",
    "제",
    "조",
    "종",
    "주",
    "준",
    "중",
    "지",
    "진",
    "찬",
    "창",
    "채",
    "천",
    "철",
    "청",
    "초",
    "춘",
    "충",
    "치",
    "탁",
    "태",
    "택",
    "표",
    "필",
    "하",
    "학",
    "한",
    "해",
    "향",
    "헌",
    "혁",
    "현",
    "형",
    "혜",
    "호",
    "홍",
    "화",
    "환",
    "회",
    "효",
    "훈",
    "훤",
    "휘",
    "흔",
    "희",
    "노",
    "류",
    "양",
    "허",
    "방",
    "변",
    "마",
    "맹",
    "석",
    "엄",
    "원",
    "추",
    "탁",
    "피",
    "함",
    "황",
]
_INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_MCCUNE = {
    "g": "k",
    "d": "t",
    "b": "p",
    "j": "ch",
    "ch": "ch'",
    "k": "k'",
    "t": "t'",
    "p": "p'",
    "eo": "ŏ",
    "eu": "ŭ",
    "yeo": "yŏ",
    "ui": "ŭi",
    "wo": "wŏ",
}
_KOREAN_HABITS = [
    ("yeo", "you"), ("yeo", "yu"), ("yeo", "yo"), ("eo", "u"), ("eo", "o"), ("eo", "eu"), ("u", "oo"), ("u", "woo"), ("eu", "u"),
    ("g", "k"), ("d", "t"), ("b", "p"), ("j", "ch"), ("ae", "ai"), ("i", "ee"), ("si", "shi"), ("hyeon", "hyun"), ("jun", "joon"),
    ("seong", "sung"), ("jeong", "jung"), ("yeong", "young"), ("gyeong", "kyung"), ("hui", "hee"), ("ui", "eui"), ("wo", "won"), ("u", "ou"),
]  # fmt: skip
_KOREAN_FAMILIES = {
    "김": "kim gim", "이": "lee yi rhee li ri", "박": "park bak pak", "최": "choi choe", "정": "jung jeong chung", "강": "kang gang",
    "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im rim", "한": "han", "오": "oh o", "서": "seo suh so",
    "신": "shin sin", "권": "kwon gwon", "황": "hwang whang", "안": "ahn an", "송": "song", "류": "ryu yoo yu", "유": "yoo yu you",
    "홍": "hong", "전": "jeon chun jun", "고": "ko go koh", "문": "moon mun", "양": "yang", "손": "son sohn", "배": "bae pae",
    "백": "baek paik back", "허": "heo hur huh", "남": "nam", "심": "shim sim", "노": "noh roh no", "하": "ha", "곽": "kwak gwak",
    "성": "sung seong", "차": "cha", "주": "joo ju chu", "우": "woo u", "구": "koo gu ku", "민": "min", "진": "jin chin",
    "나": "na ra", "엄": "um eom uhm", "변": "byun byeon", "원": "won", "천": "cheon chun", "방": "bang pang", "공": "kong gong",
    "현": "hyun hyeon", "함": "ham", "여": "yeo", "추": "choo chu", "도": "do", "석": "seok suk", "선": "sun seon", "설": "seol sul",
    "마": "ma", "길": "gil kil", "연": "yeon yun", "위": "wi wee", "표": "pyo", "명": "myung myeong", "기": "ki gi", "반": "ban bahn",
    "남궁": "namgung namkoong", "황보": "hwangbo", "제갈": "jegal", "선우": "sunwoo seonu", "리": "ri lee", "림": "rim lim", "량": "ryang",
}  # fmt: skip
# Hong Kong and Macau habits; Hokkien and Hakka of Taiwan, Malaysia and Singapore where common.
_SOUTHERN = {
    "陈": "chan tan chin", "陳": "chan tan chin", "王": "wong ong", "黄": "wong ng oei", "黃": "wong ng oei", "李": "lee li",
    "张": "cheung chong teo", "張": "cheung chong teo", "刘": "lau low", "劉": "lau low", "梁": "leung leong neo", "林": "lam lim",
    "吴": "ng goh", "吳": "ng goh", "何": "ho", "郭": "kwok quek kuok", "冯": "fung fong", "馮": "fung fong", "邓": "tang", "鄧": "tang",
    "叶": "yip yap", "葉": "yip yap", "许": "hui koh", "許": "hui koh", "郑": "cheng tay", "鄭": "cheng tay", "谢": "tse chia", "謝": "tse chia",
    "杨": "yeung yong", "楊": "yeung yong", "周": "chow chew", "苏": "so soh", "蘇": "so soh", "罗": "law lo", "羅": "law lo", "卢": "lo loh",
    "盧": "lo loh", "曾": "tsang chan", "彭": "pang phang", "潘": "poon phua", "蔡": "choi tsoi chua", "余": "yu yee", "胡": "wu woo", "高": "ko kou",
    "袁": "yuen", "邱": "yau khoo", "赵": "chiu", "趙": "chiu", "徐": "tsui chee", "孙": "suen", "孫": "suen", "朱": "chu choo", "钟": "chung",
    "鍾": "chung", "唐": "tong", "马": "ma", "馬": "ma", "方": "fong", "石": "shek", "关": "kwan", "關": "kwan", "温": "wan", "溫": "wan",
    "麦": "mak", "麥": "mak", "莫": "mok", "简": "kan", "簡": "kan", "萧": "siu", "蕭": "siu", "侯": "hau", "沈": "shum sim", "廖": "liu",
    "伟": "wai", "偉": "wai", "明": "ming", "家": "ka", "文": "man", "志": "chi", "国": "kwok", "國": "kwok", "华": "wah wa", "華": "wah wa",
    "强": "keung", "強": "keung", "玲": "ling", "慧": "wai", "美": "mei", "英": "ying", "嘉": "ka", "欣": "yan", "怡": "yee", "敏": "man",
    "芳": "fong", "俊": "chun", "杰": "kit", "傑": "kit", "永": "wing", "荣": "wing", "榮": "wing", "德": "tak", "光": "kwong", "生": "sang",
    "仁": "yan", "义": "yee", "義": "yee", "健": "kin", "宇": "yu", "浩": "ho", "子": "tsz", "雅": "nga", "诗": "sze", "詩": "sze", "婷": "ting",
    "颖": "wing", "穎": "wing", "玉": "yuk", "珍": "chun", "秀": "sau", "丽": "lai", "麗": "lai", "兰": "lan", "蘭": "lan", "凤": "fung", "鳳": "fung",
    "金": "kam", "银": "ngan", "水": "shui", "海": "hoi", "东": "tung", "東": "tung", "成": "shing", "忠": "chung", "孝": "hau", "学": "hok", "學": "hok",
}  # fmt: skip
_HAN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海波峰林斌宇浩晨雪梦琪佳嘉欣怡思雨子涵轩泽宏博俊凯鑫鹏飞龙凤"
    "春夏秋冬东南西北山川云星月光辉阳亮晓小大天地永长安康宁福禄寿喜庆祥瑞德仁义礼智信忠孝廉良善美慧巧玲珍珠宝金银玉石木水火土"
    "王李张刘陈杨赵黄周吴徐孙胡朱高何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟万段雷钱汤尹黎易常武乔贺赖龚樊殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮"
    "桂闵解强柴华车冉房边辜诚毅恒裕昌盛达兴旺顺利成功胜伦轲邦晖炜煜烨焕炎灿炳烈煌翔翰翼羽習振邦振华"
)


def korean(dice: random.Random, count: int) -> list[tuple[str, str]]:
    """Given names of one or two syllables and family names, by the Revised manner, McCune-Reischauer and habit."""
    rows = [
        (latin, native) for native, forms in _KOREAN_FAMILIES.items() for latin in forms.split() for _ in range(4)
    ]
    for _ in range(count):
        native = "".join(dice.sample(_KOREAN_SYLLABLES, dice.choice((1, 2, 2, 2, 2))))
        rows.append((_hyphenless("".join(_syllable(s, dice) for s in native)), native))
    return rows


def chinese(dice: random.Random, count: int) -> list[tuple[str, str]]:
    """Given and family names in pinyin, in the manner of Wade and Giles, and as Hong Kong writes them."""
    rows = [(latin, native) for native, forms in _SOUTHERN.items() for latin in forms.split() for _ in range(3)]
    southern = sorted(_SOUTHERN)
    for _ in range(count):
        size = dice.choice((1, 2, 2, 2))
        if dice.random() < 0.2:
            native = "".join(dice.sample(southern, size))
            rows.append(("".join(_SOUTHERN[c].split()[0] for c in native), native))
            continue
        native = "".join(dice.sample(_HAN, size))
        syllables = [anyascii(c).lower() for c in native]
        rows.append(("".join(_wade_giles(s) if dice.random() < 0.4 else s for s in syllables), native))
    return rows


def manners(dice: random.Random, count: int) -> list[tuple[str, str]]:
    """One Korean or Chinese name in two manners of Latin letters."""
    rows = []
    for _ in range(count):
        if dice.random() < 0.5:
            native = dice.sample(_KOREAN_SYLLABLES, dice.choice((1, 2, 2)))
            rows.append(("".join(_syllable(s, dice) for s in native), "".join(_syllable(s, dice) for s in native)))
        else:
            syllables = [anyascii(c).lower() for c in dice.sample(_HAN, dice.choice((1, 2, 2)))]
            rows.append(("".join(syllables), "".join(_wade_giles(s) for s in syllables)))
    for native, forms in _SOUTHERN.items():
        rows += [(anyascii(native).lower(), form) for form in forms.split()]
    for forms in _KOREAN_FAMILIES.values():
        rows += [(a, b) for a in forms.split() for b in forms.split() if a < b]
    return [(a, b) for a, b in rows if a != b]


def _syllable(syllable: str, dice: random.Random) -> str:
    code = ord(syllable) - 0xAC00
    initial, vowel, final = _INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28]
    manner = dice.random()
    if manner < 0.25:
        initial, vowel = _MCCUNE.get(initial, initial), _MCCUNE.get(vowel, vowel)
        text = initial + vowel + final
        return (
            text
            if dice.random() < 0.5
            else "".join(
                c for c in unicodedata.normalize("NFD", text) if c.isalpha() and unicodedata.category(c) != "Mn"
            )
        )
    text = initial + vowel + final
    if manner > 0.5:
        fitting = [(a, b) for a, b in _KOREAN_HABITS if a in text]
        if fitting:
            a, b = dice.choice(fitting)
            text = text.replace(a, b, 1)
    return text


def _hyphenless(text: str) -> str:
    return text.replace("-", "")


_WADE_GILES = [
    ("zhi", "chih"), ("chi", "ch'ih"), ("shi", "shih"), ("ri", "jih"), ("zi", "tzu"), ("ci", "tz'u"), ("si", "szu"),
    ("yan", "yen"), ("ye", "yeh"), ("you", "yu"), ("yong", "yung"),
]  # fmt: skip
_WG_INITIALS = [
    ("zh", "ch"), ("ch", "ch'"), ("sh", "sh"), ("b", "p"), ("p", "p'"), ("d", "t"), ("t", "t'"), ("g", "k"), ("k", "k'"), ("j", "ch"),
    ("q", "ch'"), ("x", "hs"), ("z", "ts"), ("c", "ts'"), ("r", "j"),
]  # fmt: skip


def _wade_giles(syllable: str) -> str:
    for pinyin, other in _WADE_GILES:
        if syllable == pinyin:
            return other
    found = next(((a, b) for a, b in _WG_INITIALS if syllable.startswith(a)), ("", ""))
    other, rest = found[1], syllable[len(found[0]) :]
    rest = {
        "ong": "ung",
        "ian": "ien",
        "ie": "ieh",
        "ue": "ueh",
        "uo": "o",
        "e": "o",
        "ui": "uei" if other in ("k", "k'") else "ui",
    }.get(rest, rest)
    return other + rest
