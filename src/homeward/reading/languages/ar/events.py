"""Arabic: verbs of meeting, visiting, calling, writing; of handing over; of keeping silent.

In: nothing. Out: `HAPPENINGS`. Leaves to others: how they are used (`unmarked.events`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.contacts import sides
from homeward.reading.languages.ar.groups import NUMBERS
from homeward.reading.languages.ar.hushed import HINTED, HUSHED
from homeward.reading.languages.ar.talks import NEVER_WAS, doer_of, owner_of, talks
from homeward.reading.languages.ar.unsaid import is_none
from homeward.reading.languages.unmarked.contact_nouns import ContactNouns
from homeward.reading.languages.unmarked.events import Happenings, Parties, Touch
from homeward.reading.languages.unmarked.undertakings import Undertakings
from homeward.reading.languages.unmarked.words import fold
from homeward.records import ContactKind

_WITH = frozenset(["مع", "ب", "بين"])
_TO = frozenset(["إلى", "ب", "ل", "مع"])
_FROM = frozenset(["من"])


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_TALKS = _set("لقاء اجتماع اجتماعا محادثات مباحثات مشاورات جلسة لقاءات اجتماعات")
_CALLS = _set("اتصال اتصالا مكالمة")
_LETTERS = _set("رسالة رسائل برقية خطاب خطابا كتاب كتابا مذكرة")
_TOUCHES = (
    (
        Touch(ContactKind.MEETING, by=_WITH, object=True),
        "التقى التقت التقوا التقيا استقبل استقبلت استقبلوا قابل قابلت قابلوا التقيت التقينا التقته التقاه التقتهم قابلنا استقبلنا",
    ),
    (Touch(ContactKind.MEETING, by=_WITH, object=True), "يلتق تلتق يقابل تقابل"),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH, object=True),
        "سيلتقي ستلتقي سألتقي سنلتقي يلتقي تلتقي يلتقون سيستقبل ستستقبل يستقبل تستقبل سيقابل ستقابل سيلتقون",
    ),
    (
        Touch(ContactKind.MEETING, by=_WITH),
        "اجتمع اجتمعت اجتمعوا اجتمعا اجتمعنا جلس جلست جلسوا التأم تفاوض تفاوضت تفاوضوا تباحث تباحثت تشاور تشاورت",
    ),
    (Touch(ContactKind.MEETING, planned=True, by=_WITH), "سيجتمع ستجتمع يجتمع تجتمع يجتمعون سيجتمعون سنجتمع"),
    (
        Touch(ContactKind.MEETING, by=_WITH, needs=_TALKS),
        "عقد عقدت عقدا عقدوا عقدنا أجرينا أجريت أجروا خاض خاضت أجرى أجرت أجريا شارك شاركت",
    ),
    (Touch(ContactKind.MEETING, planned=True, by=_WITH, needs=_TALKS), "سيعقد ستعقد يعقد تعقد سيجري ستجري"),
    (Touch(ContactKind.CALL, by=_WITH, needs=_CALLS), "أجرى أجرت أجريا أجرينا"),
    (Touch(ContactKind.CALL, by=frozenset(["من"]), needs=_CALLS), "تلقى تلقت تلقينا تلقيت"),
    (Touch(ContactKind.MEETING, by=frozenset(["مع"])), "بحث بحثت بحثا ناقش ناقشت تناقش استعرض استعرضت"),
    (Touch(ContactKind.VISIT, by=frozenset(["إلى", "ل"]), needs=_set("زيارة")), "قام قامت قاموا أجرى أجرت أدى أدت"),
    (
        Touch(ContactKind.VISIT, by=frozenset(["إلى", "ل"]), needs=_set("زيارة"), planned=True),
        "يقوم تقوم سيقوم ستقوم",
    ),
    (Touch(ContactKind.VISIT, object=True), "زار زارت زاروا زرنا زرت زارا زارته زارهم زارني تفقد تفقدت"),
    (Touch(ContactKind.VISIT, object=True, planned=True), "سيزور ستزور يزور تزور"),
    (Touch(ContactKind.VISIT, by=frozenset(["على"]), needs=_set("ضيفا ضيفة ضيوفا")), "حل حلت حلوا نزل نزلت نزلوا"),
    (
        Touch(
            ContactKind.MEETING,
            by=frozenset(["مع"]),
            needs=_set("شاي غداء عشاء قهوة فطور طعام الشاي الغداء العشاء القهوة"),
        ),
        "تناول تناولت تناولوا شرب شربت شربوا",
    ),
    (Touch(ContactKind.CALL, by=_TO), "اتصل اتصلت اتصلوا اتصلنا يتصل"),
    (Touch(ContactKind.CALL, by=_TO, planned=True), "سيتصل ستتصل"),
    (Touch(ContactKind.CALL, object=True), "هاتف هاتفت هاتفوا هاتفنا كلم كلمت كلموا"),
    (
        Touch(ContactKind.CALL, by=_WITH, needs=_set("هاتفيا الهاتف")),
        "تحدث تحدثت تحدثوا تحدثنا تكلم تكلمت تواصل تواصلت",
    ),
    (Touch(ContactKind.OTHER, by=_WITH), "تواصل تواصلت تحادث تحادثت"),
    (
        Touch(ContactKind.LETTER, by=frozenset(["إلى", "ل"]), needs=_LETTERS),
        "بعث بعثت بعثوا أرسل أرسلت أرسلوا وجه وجهت وجهوا سلم سلمت كتب كتبت حمل حملت حملوا نقل نقلت أوصل أوصلت خط خطت "
        "رفع رفعت حرر حررت أودع أودعت سطر أرسلنا بعثنا وجهنا",
    ),
    (Touch(ContactKind.LETTER, object=True), "راسل راسلت راسلوا راسلنا راسلتهم"),
    (Touch(ContactKind.LETTER, by=_FROM, needs=_LETTERS), "تلقى تلقت تسلم تسلمت استلم استلمت"),
)


def _touches() -> dict[str, tuple[Touch, ...]]:
    found: dict[str, tuple[Touch, ...]] = {}
    for touch, forms in _TOUCHES:
        for form in _set(forms):
            found[form] = (*found.get(form, ()), touch)
    return found


_NOUNS = ContactNouns(
    kinds={
        fold(noun): kind
        for kind, nouns in (
            (ContactKind.MEETING, "لقاء اجتماع محادثات مباحثات مشاورات جلسة مفاوضات لقاءات اجتماعات جولة"),
            (ContactKind.CALL, "مكالمة"),
            (ContactKind.OTHER, "اتصال اتصالات تواصل"),
            (ContactKind.VISIT, "زيارة"),
        )
        for noun in nouns.split()
    },
    with_=frozenset(["مع"]),
    between=frozenset(["بين"]),
    denies=_set("ألغي ألغيت إلغاء لا عدم دون بلا نفى نفت ينفي تنفي أنكر أنكرت ليس بدون أي أية"),
    planned=_set(
        "المقرر المقررة المرتقب المرتقبة المزمع المزمعة المنتظر المنتظرة المقبل المقبلة القادم القادمة موعد ترتيب ترتيبات "
        "عقد يعتزم تعتزم ينوي تنوي غدا"
    ),
    ahead=("سي", "ست"),
    wanted=_set("دعا دعت يدعو تدعو طالب طالبت يطالب تطالب طلب طلبت يطلب تطلب اقترح اقترحت ناشد ناشدت"),
    objects=_set("لقاء زيارة استقبال"),
)

_WILLING = (
    "استعداده استعدادها استعدادهم استعدادهما استعدادا عزمه عزمها عزمهم نيته نيتها نيتهم موافقته موافقتها موافقتهم "
    "التزامه التزامها التزامهم تعهده تعهدها تعهدهم وعده وعدها وعدهم تعهداته تعهداتها وعوده وعودها"
)
_WORD = (
    "وعد وعدا وعود وعودا عهد عهدا تعهد تعهدا تعهدات ضمان ضمانا ضمانة ضمانات كلمة كلمته كلمتها كلمتهم التزام التزاما تطمينات "
    "وعده وعدها وعدهم تعهده تعهدها تعهدهم التزامه التزامها التزامهم موافقة"
)
_UNDERTAKEN = (
    ("وافق وافقت وافقوا وافقا يوافق توافق نوافق أوافق موافقة", "على"),
    ("قبلت قبلوا ارتضى ارتضت رضيت", "ب بأن أن"),
    ("ضمن ضمنت يضمن تضمن تكفل تكفلت يتكفل تتكفل كفل كفلت", ""),
    ("أخذ أخذت يأخذ تأخذ", "عاتقه عاتقها عاتقهم"),
    ("قطع قطعت أعطى أعطت أعطوا يعطي تعطي يعط تعط قدم قدمت قدموا يقدم تقدم منح منحت يقطع تقطع", _WORD),
    (
        "أبدى أبدت أعلن أعلنت أعرب أعربت أبلغ أبلغت أكد أكدت أظهر أظهرت جدد جددت كرر كررت سجل سجلت مبديا مبدية معلنا معلنة مؤكدا مؤكدة يبدي تبدي يبد تبد",
        _WILLING,
    ),
    ("قرر قررت قرروا يعتزم تعتزم اعتزم اعتزمت ينوي تنوي نوى نوت", ""),
    (
        "تعهد تعهدت تعهدوا تعهدا متعهدا متعهدة متعهدين واعدا واعدة واعدين ملتزما ملتزمة وعد وعدت وعدوا وعدا التزم التزمت التزموا عاهد عاهدت",
        "",
    ),
    ("حلف حلفت حلفوا أقسم أقسمت أقسموا بشر بشرت طمأن طمأنت", "أن بأن ألا بألا بأنه بأنها بأنهم أنه أنها أنهم"),
    ("عرض عرضت عرضوا", "أن إطلاق الإفراج الافراج تسليم إعادة تبادل مبادلة تحرير"),
    ("اتفق اتفقت اتفقا اتفقتا اتفقوا توافق توافقا", "على"),
    ("ينص نص تنص نصت", "على"),
    ("يقضي قضى تقضي قضت", "ب بأن"),
)
_DECLINED = (
    (
        "رفض رفضت رفضوا يرفض ترفض نرفض أرفض امتنع امتنعت يمتنع تمتنع نمتنع أبى أبت أبوا يأبى تأبى استبعد استبعدت استبعدوا رافضا رافضة رافضين ممتنعا ممتنعة مستبعدا مستبعدة",
        "",
    ),
    ("أعلن أعلنت أكد أكدت كرر كررت جدد جددت أصر أصرت أبلغ أبلغت أبدى أبدت", "رفضه رفضها رفضهم امتناعه امتناعها"),
    ("اعتذر اعتذرت اعتذروا", "تحديد ضمان إعطاء تقديم التعهد الالتزام الإفراج تسليم الوعد"),
    (
        "تراجع تراجعت تراجعوا تنصل تنصلت تنصلوا نكث نكثت تملص تملصت تهرب تهربت",
        _WORD + " الوعد التعهد الالتزام وعوده وعودها",
    ),
)
_ACTS = (
    r"[وف]?[بل]?(?:ا?ل)?(?:افراج|اطلاق|اخلاء|تسليم|اعاد[ةه]|عود[ةه]|سماح|تحرير|مبادل[ةه]|تبادل|سلام[ةه]|ايصال|تسريح|استرداد|فك|"
    r"تحديد|تعهد|التزام|وعد|عرض|عد|يعد|تعد|يلتزم|تلتزم|يتعهد|تتعهد|يحدد|تحدد)(?:ه|ها|هم|هما|هن)?"
)
_MORE_ACTS = (
    r"[وف]?[بل]?(?:ا?ل)?(?:زيار[ةه]|مقابل[ةه]|نقل|دفع|لقاء|لقاءات|تحسين|توفير|علاج|معالج[ةه]|ارسال|منح|تقديم|كشف|ابلاغ|ادخال|بحث|"
    r"تزويد|استقبال|اجلاء|اخراج|ترحيل|نشر|تامين|انهاء|مواصل[ةه]|متابع[ةه]|حماي[ةه]|رعاي[ةه]|معامل[ةه]|رد|عمل|عدم|تحقيق|تحقق|"
    r"التواصل|اتصال|ضمان|تسهيل|اعطاء|صرف|تمكين|احضار|جلب|بذل|تكثيف|استئناف|تفاوض|دفن|نظر|ابقاء|مساس|ايذاء|تعرض|تنازل|تخلي)(?:ه|ها|هم|هما|هن)?"
)
_UNDERTAKINGS = Undertakings(
    promises={form: _set(leads) for forms, leads in _UNDERTAKEN for form in _set(forms)},
    refuses={form: _set(leads) for forms, leads in _DECLINED for form in _set(forms)},
    acts=re.compile(_ACTS),
    more=re.compile(_MORE_ACTS),
    that=_set("أن بأن ألا بألا بأنه بأنها بأنهم بأنهما"),
    forgone=re.compile(
        r"(?:ا?ل)?(?:استقبال|اطلاع|سماح|دفع|لقاء|مقابل[ةه]|زيار[ةه]|ادخال|تزويد|ايصال)(?:ه|ها|هم|هما|هن|نا|ي)?"
    ),
    does=re.compile(r"[يت](?:فرج|طلق|عيد|سلم|حرر|خلي|سمح|عطي|كشف|قدم|حدد|لتزم|تعهد|عد)(?:ه|ها|هم|هما|هن|نا|ني|كم)?"),
    vows=_set(
        "تعهد تعهدت تعهدوا تعهدا متعهدا متعهدة واعدا واعدة ملتزما ملتزمة وعد وعدت وعدوا وعدا التزم التزمت التزموا عاهد عاهدت "
        "ضمن ضمنت يضمن تضمن تكفل تكفلت يتكفل تتكفل كفل كفلت وافق وافقت وافقوا وافقا يوافق توافق نوافق أوافق"
    ),
    presents=_set("تفرج يفرج تطلق يطلق تسلم يسلم تعيد يعيد تخلي يخلي تحرر يحرر"),
    words=_set(_WORD),
    by=("ب", "ال", "ان"),
    gets=_set("تلقى تلقت تلقوا نال نالت حصل حصلت حصلوا انتزع انتزعت انتزعوا"),
    negations=_set("لم لا لن ما ولم ولا ولن فلم وليس ليس ليست ليسوا"),
    oneself=_set("نفسه نفسها نفسي أنفسنا أنفسهم"),
    kept=_set(
        "كما إذا لو هل ينبغي يجب نفى نفت ينفي تنفي أنكر أنكرت ليت لعل ولو وهل ولعل طلب طلبت طالب طالبت دعا دعت ناشد ناشدت يأمل تأمل"
    ),
    unowned=_set("ينص نص تنص نصت يقضي قضى تقضي قضت"),
)

HAPPENINGS = Happenings(
    touches=_touches(),
    phone=_set("هاتفيا هاتفي هاتفية الهاتف بالهاتف هاتفا تلفونيا بالتلفون"),
    lists=_set("قائمة لائحة قوائم لوائح كشف كشفا كشوف أسماء"),
    gives=_set(
        "سلم سلمت سلموا سلمنا قدم قدمت قدموا قدمنا أحال أحالت أرسل أرسلت أرسلنا بعث بعثت بعثنا نقل نقلت نقلنا أعطى أعطت "
        "أعطينا حمل حملت حملنا حملوا نقلوا أحالوا أعطوا بعثوا أرسلوا أودع أودعت أودعوا أودعنا رفع رفعت رفعوا رفعنا أوصل أوصلت أوصلوا "
        "أوصلنا مرر مررت ناول ناولت"
    ),
    takes=_set("تسلم تسلمت استلم استلمت تلقى تلقت"),
    passed=_set("أحيلت سُلمت تسليم"),
    to=frozenset(["إلى", "ل", "لدى"]),
    from_=_FROM,
    hands=frozenset(["قبل", "يد", "طرف"]),
    ways=frozenset(["عبر", "بواسطة", "بوساطة", "طريق", "بيد", "بمعية"]),
    silent=_set("يذكر تذكر يأت تأت يشر تشر يتطرق تتطرق يتناول تتناول يرد ترد ذكر ذكرت يقل تقل"),
    unsaid=_set("يرد ترد غاب غابت غابوا"),
    says=_set("يقل تقل يأت تأت يرد ترد"),
    avoids=_set("تجنب تجنبت يتجنب تتجنب تفادى تفادت يتفادى تتفادى تحاشى تحاشت يتحاشى تتحاشى"),
    mute=_set("تجاهل تجاهلت خلا خلت أغفل أغفلت صمت صمتت غاب غابت غابوا"),
    mentions=_set("ذكر إشارة شيئا كلمة تطرق"),
    without=frozenset(fold(w) for w in ("دون", "بلا", "أي", "بدون")),
    numbers={fold(word): number for word, number in NUMBERS.items()},
    inside="في",
    nouns=_NOUNS,
    refuses=_set("رفض رفضت رفضوا يرفض ترفض امتنع امتنعت"),
    to_promise=_set("تعهد وعد التزام ضمانات ضمانة وعود تعهدات"),
    undertakings=_UNDERTAKINGS,
    hushed=HUSHED,
    hinted=HINTED,
    unhushed=is_none,
    parties=Parties(sides, talks, doer_of, owner_of, NEVER_WAS),
    promised=_set("يعد تعد يتعهد تتعهد يلتزم تلتزم"),
    places=_set(
        "مزرعة منطقة وادي جزيرة مدرسة مسجد كنيسة دير مقهى مستشفى قاعدة ثكنة معبر حدود سفارة قنصلية وزارة خيمة مدينة بلدة قرية مكتب مقر عاصمة قصر فندق قاعة مطار معسكر مخيم بيت منزل سجن ميناء ساحة"
    ),
)
