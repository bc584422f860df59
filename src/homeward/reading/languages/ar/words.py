"""Arabic: offices, bodies, small words, and verbs of speech in their forms.

In: nothing. Out: `TONGUE`. Leaves to others: what is done with them (`unmarked`).
"""

from __future__ import annotations

from collections.abc import Iterator

from homeward.reading.languages.unmarked.words import Cue, Frame, Kind, Tongue, fold, join_nouns
from homeward.records import Manner

_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "نا", "ي", "ك")

Nouns = list[tuple[tuple[str, ...], str, bool]]


def _nouns(words: str) -> Nouns:
    """Each noun in its numbers and cases, then with "his" and "her" on it; broken plurals follow an ``=``."""
    found: Nouns = []
    for entry in words.split():
        word, *plurals = entry.split("=")
        stem = word.removesuffix("ة")
        forms = [word, word + "ا"]
        if stem == word:
            forms += [word + ending for ending in ("ة", "ون", "ين", "و", "ي", "ان", "ات", "تان", "ا")]
            owned = [word, word + "ت"]
        else:
            forms += [stem + ending for ending in ("ات", "تان", "تين", "تا", "تي")]
            owned = [stem + "ت"]
        forms += [form for plural in plurals for form in (plural, plural + "ا")]
        own = tuple(base + suffix for base in (*owned, *plurals) for suffix in _SUFFIXES)
        found.append((tuple(forms), word, False))
        found.append((tuple(form for form in own if form not in forms), word, True))
    return found


def _fixed(words: str) -> Nouns:
    return [((word,), word, False) for word in words.split()]


def _own(words: str) -> Nouns:
    return [((word,), word, True) for word in words.split()]


_ROLES = (
    "متحدث ناطق وزير=وزراء رئيس=رؤساء مدير=مدراء مسؤول قائد=قادة قيادي ممثل سفير=سفراء قنصل=قناصل عضو=أعضاء محام "
    "محامي=محامو "
    "مبعوث أمين=أمناء طبيب=أطباء دبلوماسي نائب=نواب وسيط=وسطاء مستشار محافظ زعيم=زعماء مفوض حاكم=حكام ضابط=ضباط "
    "مندوب ناشط=نشطاء "
    "خبير=خبراء قاض قاضي=قضاة مدع مدعي نقيب=نقباء عميد والي مفتي مطران بطريرك راعي كاهن مدرب شاهد=شهود مراسل "
    "صحفي صحافي "
    "محلل منسق مشرف مساعد كبير=كبار معاون وكيل=وكلاء ملك أمير=أمراء أستاذ=أساتذة باحث مختار شيخ=شيوخ مقاتل "
    "جندي=جنود موظف عمدة "
    "قبطان ربان مالك=ملاك سكرتير رجل موفد ملحق قيم مأمور نزيل وجيه=وجهاء داعية خطيب تاجر=تجار حارس=حراس مهندس محقق"
)
_KIN = (
    "والد والدة أب أم أخ أخت شقيق=أشقاء شقيقة ابن=أبناء ابنة بنت=بنات زوج=أزواج زوجة عائلة=عائلات أسرة=أسر "
    "قريب=أقارب أهالي أهل ذوو ذوي "
    "عم خال عمة خالة جد جدة خطيبة خطيبها خطيبه أرملة حفيد=أحفاد حفيدة صهر نسيب جار=جيران زميل=زملاء زميلة "
    "صديق=أصدقاء صديقة أبو-العائلة"
)
_OWN_KIN = (
    "والده والدها والدهم والدته والدتها والدتهم أبوه أبوها أبيه أبيها أمه أمها أخوه أخوها أخيه أخيها أخته "
    "أختها ذووه ذووها ذويه ذويها"
)
_BODIES = (
    "وزارة حركة حكومة منظمة لجنة=لجان هيئة سفارة قنصلية جيش وفد=وفود مكتب=مكاتب دائرة كتيبة كتائب جبهة "
    "مجلس=مجالس جمعية خارجية داخلية "
    "دفاع صليب هلال قيادة شرطة نقابة رابطة حزب=أحزاب تنظيم جناح=أجنحة قوة=قوات سلطة رئاسة أمانة مفوضية بعثة "
    "إدارة مديرية محكمة نيابة برلمان "
    "فصيل=فصائل ميليشيا لواء-عسكري سرايا سرية قيادات جماعة ائتلاف تحالف اتحاد مؤسسة شركة متحف جامعة مستشفى "
    "محافظة بلدية ديوان قصر "
    "مخابرات استخبارات حرس كنيسة دار-الإفتاء مركز صندوق شبكة تجمع تيار عشيرة قبيلة مقاومة أمن جهاز=أجهزة مصلحة "
    "فرقة غرفة هيئات "
    "إمارة مملكة سلطنة جمهورية مرصد حملة مبادرة طرف=أطراف جانب=جانبان جهة=جهات جانبين فريق شعبة"
)
_MEDIA = (
    "وكالة=وكالات صحيفة=صحف قناة=قنوات إذاعة موقع=مواقع مجلة=مجلات تلفزيون راديو جريدة=جرائد محطة "
    "شبكة-إخبارية يومية أسبوعية فضائية حولية"
)
_SOURCES = "مصدر=مصادر"
_TITLES = (
    "الدكتور الدكتورة د السيد السيدة العميد العقيد اللواء الشيخ الأستاذ الأستاذة المهندس المهندسة المحامي "
    "المحامية القاضي القاضية "
    "النقيب الرائد المقدم الفريق العماد المطران الأب الأخ الحاج الحاجة البروفيسور الملازم الجنرال الأمير الأميرة "
    "سعادة معالي فضيلة "
    "دولة فخامة جلالة سمو السيناتور الكابتن القبطان الأدميرال القس الحاخام الرفيق المناضل الناشط الناشطة الصحفي "
    "الصحفية الصحافي الصحافية الطبيب الطبيبة"
)
_THINGS = (
    "بيان تصريح مقابلة حديث مؤتمر لقاء اجتماع رسالة تسجيل منشور تغريدة خطاب كلمة جلسة مكالمة اتصال تقرير خبر نبأ "
    "أنباء وثيقة رد سؤال "
    "قائمة لائحة اتفاق زيارة اعتصام تظاهرة فيديو مقطع صورة وقت ساعة ساعات دقائق عبارة قول أقوال كلام ملف مهلة "
    "موعد نهاية مطلع بداية "
    "أعقاب ختام أثناء خلال مساء صباح ظهر ليلة إطار سياق شأن معلومات مذكرة برقية إفادة شهادة مقال افتتاح جولة "
    "مباحثات محادثات"
)

_R, _D, _P, _C, _W, _M, _A = (
    Manner.REPORTED, Manner.DENIED, Manner.PROMISED, Manner.CONFIRMED, Manner.WARNED, Manner.DEMANDED, Manner.ASKED,
)  # fmt: skip
_SAY, _BARE = Frame.SAY, Frame.BARE
# manner, frame, past, present, verbal noun, participle that goes on
_SPEECH: tuple[tuple[Manner, Frame, str, str, str, str], ...] = (
    (Manner.SAID, _SAY, "قال", "يقول", "قول", "قائل"),
    (Manner.SAID, _SAY, "أعلن", "يعلن", "إعلان", "معلن"),
    (Manner.SAID, _SAY, "صرح", "يصرح", "تصريح", "مصرح"),
    (Manner.SAID, _SAY, "ذكر", "يذكر", "", "ذاكر"),
    (Manner.SAID, _SAY, "أضاف", "يضيف", "إضافة", "مضيف"),
    (_C, _SAY, "أكد", "يؤكد", "تأكيد", "مؤكد"),
    (Manner.SAID, _SAY, "أوضح", "يوضح", "توضيح", "موضح"),
    (_R, _SAY, "أفاد", "يفيد", "إفادة", ""),
    (Manner.SAID, _BARE, "أشار", "يشير", "إشارة", "مشير"),
    (Manner.SAID, _BARE, "شدد", "يشدد", "تشديد", "مشدد"),
    (Manner.SAID, _BARE, "لفت", "يلفت", "", "لافت"),
    (Manner.SAID, _BARE, "نوه", "ينوه", "تنويه", "منوه"),
    (Manner.SAID, _SAY, "كشف", "يكشف", "", "كاشف"),
    (Manner.SAID, _SAY, "أجاب", "يجيب", "إجابة", "مجيب"),
    (Manner.SAID, _SAY, "رد", "يرد", "رد", ""),
    (Manner.SAID, _SAY, "كتب", "يكتب", "", ""),
    (Manner.SAID, _SAY, "تابع", "يتابع", "", "متابع"),
    (Manner.SAID, _SAY, "استطرد", "يستطرد", "", "مستطرد"),
    (Manner.SAID, _SAY, "أردف", "يردف", "", "مردف"),
    (Manner.SAID, _SAY, "ختم", "يختم", "", ""),
    (Manner.SAID, _SAY, "علق", "يعلق", "تعليق", "معلق"),
    (Manner.SAID, _SAY, "بين", "يبين", "", "مبين"),
    (Manner.SAID, _SAY, "أبلغ", "يبلغ", "إبلاغ", ""),
    (Manner.SAID, _SAY, "أخبر", "يخبر", "إخبار", ""),
    (Manner.SAID, _SAY, "روى", "يروي", "", ""),
    (Manner.SAID, _SAY, "زعم", "يزعم", "زعم", "زاعم"),
    (Manner.SAID, _SAY, "ادعى", "يدعي", "ادعاء", "مدعي"),
    (Manner.SAID, _SAY, "اعتبر", "يعتبر", "", "معتبر"),
    (Manner.SAID, _SAY, "رجح", "يرجح", "ترجيح", "مرجح"),
    (Manner.SAID, _SAY, "وصف", "يصف", "وصف", "واصف"),
    (Manner.SAID, _SAY, "اتهم", "يتهم", "اتهام", "متهم"),
    (Manner.SAID, _SAY, "تحدث", "يتحدث", "", ""),
    (Manner.SAID, _SAY, "خاطب", "يخاطب", "", "مخاطب"),
    (Manner.SAID, _SAY, "جدد", "يجدد", "", "مجدد"),
    (Manner.SAID, _SAY, "ذكّر", "", "", "مذكر"),
    (Manner.SAID, _SAY, "استدرك", "يستدرك", "", "مستدرك"),
    (Manner.SAID, _SAY, "عقب", "يعقب", "", "معقب"),
    (Manner.SAID, _SAY, "غرد", "يغرد", "", ""),
    (Manner.SAID, _SAY, "اكتفى", "يكتفي", "", "مكتفي"),
    (Manner.SAID, _SAY, "توقع", "يتوقع", "توقع", "متوقع"),
    (Manner.SAID, _SAY, "حكى", "يحكي", "", ""),
    (Manner.SAID, _SAY, "صاح همس صرخ هتف", "", "", ""),
    (_C, _BARE, "اعترف", "يعترف", "اعتراف", "معترف"),
    (_C, _BARE, "أقر", "يقر", "إقرار", "مقر"),
    (_D, _BARE, "نفى", "ينفي", "نفي", "نافي"),
    (_D, _BARE, "أنكر", "ينكر", "إنكار", "منكر"),
    (_D, _BARE, "كذب", "يكذب", "تكذيب", "مكذب"),
    (_D, _BARE, "استبعد", "يستبعد", "استبعاد", "مستبعد"),
    (_P, _BARE, "وعد", "يعد", "وعد", "واعد"),
    (_P, _BARE, "تعهد", "يتعهد", "تعهد", "متعهد"),
    (_P, _BARE, "التزم", "يلتزم", "التزام", "ملتزم"),
    (_W, _BARE, "حذر", "يحذر", "تحذير", "محذر"),
    (_W, _BARE, "هدد", "يهدد", "تهديد", "مهدد"),
    (_W, _BARE, "نبه", "ينبه", "تنبيه", "منبه"),
    (_M, _BARE, "طالب", "يطالب", "مطالبة", "مطالب"),
    (_M, _BARE, "طلب", "يطلب", "طلب", ""),
    (_M, _BARE, "دعا", "يدعو", "دعوة", "داعي"),
    (_M, _BARE, "حث", "يحث", "حث", "حاث"),
    (_M, _BARE, "ناشد", "يناشد", "مناشدة", "مناشد"),
    (_M, _BARE, "اشترط", "يشترط", "اشتراط", "مشترط"),
    (_A, _SAY, "سأل", "يسأل", "سؤال", ""),
    (_A, _SAY, "تساءل", "يتساءل", "تساؤل", "متسائل"),
    (_A, _SAY, "استفسر", "يستفسر", "", "مستفسر"),
    (Manner.SAID, Frame.QUOTE, "نقل", "ينقل", "", "ناقل"),
    (Manner.SAID, Frame.QUOTE, "نسب", "ينسب", "", ""),
    (Manner.SAID, Frame.QUOTE, "اقتبس", "يقتبس", "", ""),
    (Manner.SAID, Frame.HOPE, "أعرب", "يعرب", "", "معرب"),
    (Manner.SAID, Frame.HOPE, "عبر", "يعبر", "", "معبر"),
    (Manner.SAID, Frame.HOPE, "أمل", "يأمل", "", "آمل"),
    (Manner.SAID, Frame.HOPE, "أبدى", "يبدي", "", "مبدي"),
    (Manner.SAID, Frame.HOPE, "خشي", "يخشى", "", ""),
    (Manner.SAID, Frame.HOPE, "اعتقد", "يعتقد", "", "معتقد"),
    (Manner.SAID, Frame.HOPE, "رأى", "يرى", "", ""),
    (Manner.SAID, Frame.HOPE, "تمنى", "يتمنى", "", "متمني"),
    (Manner.SAID, Frame.HOPE, "رغب أراد", "يرغب يريد", "", ""),
)
_PASSIVE = "جاء ورد قيل يذكر"
# Nouns and small words that look like a verb of speech when its vowels are not written.
_NO_CUES = "مجددا بينا ردا عقبا وصفه طلبا مقرا مقرة مقرين مذكرة مذكرا معبرا نقلا طلبه طلبها بين عقب"
_SELDOM_NAMES = "على من هي كل رئيس عام يوم شهر حق لا ما في أن حركة أمام"
_ADJECTIVES = "مسؤول كبير قيادي دبلوماسي صحفي"


def _past(form: str) -> Iterator[str]:
    yield form
    if form.endswith(("ى", "ا")) and len(form) > 2:
        stem = form[:-1]
        yield from (stem + "ت", stem + "وا", stem + "تا", stem + "يت", stem + "ينا")
    else:
        yield from (form + ending for ending in ("ت", "وا", "تا", "ا", "نا", "ن"))


def _present(form: str) -> Iterator[str]:
    yield form
    yield "ت" + form[1:]
    yield form.removesuffix("ي").removesuffix("ى").removesuffix("و") + "ون"


def _participle(form: str) -> Iterator[str]:
    if form.endswith("ي"):
        yield from (form[:-1] + "يا", form[:-1] + "ية", form[:-1] + "ين")
    else:
        yield from (form + "ا", form + "ة", form + "ين")


def _cues() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for manner, frame, past, present, noun, participle in _SPEECH:
        for form in past.split():
            for one in _past(form):
                found.setdefault(fold(one), Cue(manner, frame))
        for form in present.split():
            for one in _present(form):
                found.setdefault(fold(one), Cue(manner, frame))
        if noun:
            for one in (noun + suffix for suffix in ("ه", "ها", "هم")):
                found.setdefault(fold(one.replace("ة" + one[-1], "ت" + one[-1])), Cue(manner, Frame.WHILE))
        if participle:
            kept = Frame.HOPE if frame is Frame.HOPE else Frame.WHILE
            for one in _participle(participle):
                found.setdefault(fold(one), Cue(manner, kept))
    for word in _PASSIVE.split():
        for one in (word, word + "ت"):
            found[fold(one)] = Cue(Manner.SAID, Frame.PASSIVE)
    for word in ("بالقول", "القول"):
        found[fold(word)] = Cue(Manner.SAID, Frame.WHILE)
    for word in _NO_CUES.split():
        found.pop(fold(word), None)
    return found


def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    tables = (
        (Kind.PRONOUN, "هو هي هم هما هن نحن هؤلاء"),
        (
            Kind.ADVERB,
            "أيضا بدوره بدورها بدورهم كذلك كما أمس اليوم غدا قد لقد سوف لاحقا سابقا حينها آنذاك مجددا مؤخرا "
            "حاليا رسميا هاتفيا هكذا الآن "
            "فورا تماما جيدا بالمقابل فقط حسنا أخيرا أولا ثانيا صراحة علنا مرارا بشدة بوضوح خطيا ميدانيا ثم إذ "
            "بعدها قبلها ردا مساء "
            "صباح ظهر ليلا نهارا وحده بنفسه بحزم بحدة تحديدا بدء مباشرة يوميا حيث",
        ),
        (
            Kind.CONNECTOR,
            "لكن لكنه لكنها لكنهم بل أما غير بيد إلا بينما فيما كان كانت كانوا إذا لو عندما حين حتى لأن لأنه "
            "لأنها منذ إثر رغم طالما كلما ريثما",
        ),
        (
            Kind.THAT,
            "أن إن أنه أنها أنهم إنه إنها إنهم أنهما إنهما أننا إننا أنني إنني بأن بأنه بأنها بأنهم بأننا بأنني "
            "بأنهما لأنهم",
        ),
        (
            Kind.PREPOSITION,
            "في من إلى على عن مع عبر أمام خلال بعد قبل بين لدى عند ضد حول تحت فوق دون بدون منذ حتى بشأن تجاه نحو "
            "ضمن وسط بسبب بفضل "
            "بحسب حسب وفق وفقا نقلا عقب إثر أثناء داخل خارج باتجاه بحضور برئاسة بقيادة بزعامة بمشاركة إزاء بعيدا "
            "ردا بحق لصالح فيه فيها به بها له لها لهم إليه "
            "إليها عليه عليها عنه عنها منه منها معه معها",
        ),
        (Kind.RELATIVE, "الذي التي الذين اللذان اللتان اللواتي"),
        (Kind.OF, "باسم لشؤون"),
        (Kind.NAME, "أبو أبي أبا بن ابن بنت آل"),
        (
            Kind.VERB,
            "التقى التقت التقوا يلتقي تلتقي سيلتقي ستلتقي سألتقي يلتق اجتمع اجتمعت يجتمع تجتمع سيجتمع ستجتمع "
            "استقبل استقبلت يستقبل تستقبل زار زارت "
            "يزور تزور سيزور ستزور اتصل اتصلت يتصل هاتف هاتفت بعث بعثت يبعث أرسل أرسلت وجه وجهت تلقى تلقت تسلم "
            "تسلمت سلم سلمت قدم قدمت "
            "أجرى أجرت عقد عقدت بحث بحثت يبحث تبحث ليس ليست لم لا لن ما هناك غادر غادرت وصل وصلت تسلمت رفض رفضت "
            "يرفض ترفض امتنع امتنعت "
            "أضحى بات ظل ظلت يبقى بقي أصبح يكون تكون يكونوا تحتجز يحتجز احتجز احتجزت نحتجز أفرج أفرجت أطلق أطلقت "
            "قتل قتلت مات توفي توفيت نشر نشرت تضم ضم "
            "يعمل تعمل طلب-عدم حدد يحدد كانوا فر فرت هرب خطف خطفت اختطف حضر تناقل تتناقل يسعى تسعى واصل واصلت "
            "يواصل بدأ بدأت تم "
            "أصدر أصدرت يضم تجنب روى حضرت تجنبت وقع وقعت شارك شاركت أرجأ اختتم وضع وضعت رحب رحبت أدان أدانت شكر "
            "شكرت هنأ تناول تناولت دان ظهر ظهرت "
            "بث بثت عاد عادت عرض عرضت تأخر خرج خرجت دخل دخلت عثر عثرت نجا نجت أصيب أصيبت يذكر-أن تجاهل تجاهلت "
            "خلا خلت",
        ),
    )
    for kind, words in tables:
        for word in words.split():
            found.setdefault(fold(word), kind)
    for kind, words in ((Kind.TITLE, _TITLES),):
        for word in words.split():
            found.setdefault(fold(word), kind)
    return found


TONGUE = Tongue(
    code="ar",
    article="ال",
    prefixes=(
        "و",
        "ف",
        "ال",
        "ب",
        "ل",
        "ك",
        "س",
        "وال",
        "فال",
        "بال",
        "كال",
        "لل",
        "وب",
        "ول",
        "وك",
        "وس",
        "فب",
        "فل",
        "فس",
        "وبال",
        "ولل",
        "فلل",
    ),
    to="بلك",
    and_="وف",
    that=(),
    nouns=join_nouns(
        (Kind.ROLE, _own("أحد إحدى بعض")),
        (Kind.KIN, _own(_OWN_KIN)),
        (Kind.SOURCE, _nouns(_SOURCES)),
        (Kind.MEDIUM, _nouns(_MEDIA)),
        (Kind.ROLE, _nouns(_ROLES)),
        (Kind.KIN, _nouns(_KIN)),
        (Kind.BODY, _nouns(_BODIES)),
        (Kind.THING, _nouns(_THINGS)),
    ),
    closed=_kinds(),
    cues=_cues(),
    not_names=frozenset(fold(word) for word in _SELDOM_NAMES.split()),
    adjectives=frozenset(fold(word) for word in _ADJECTIVES.split()),
    objects=("ها", "ه", "هم", "هما"),
    verb_first=True,
)
