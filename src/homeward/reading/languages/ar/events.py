"""Arabic: verbs of meeting, visiting, calling, writing; of handing over; of keeping silent.

In: nothing. Out: `HAPPENINGS`. Leaves to others: how they are used (`unmarked.events`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.groups import NUMBERS
from homeward.reading.languages.unmarked.contact_nouns import ContactNouns
from homeward.reading.languages.unmarked.events import Happenings, Touch
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

_UNDERTAKEN = (
    ("وافق وافقت وافقوا وافقا يوافق توافق نوافق أوافق موافقة", "على"),
    ("قبلت قبلوا ارتضى ارتضت رضيت", "ب بأن أن"),
    ("ضمنت يضمن تضمن تكفل تكفلت يتكفل تتكفل", ""),
    ("أخذ أخذت يأخذ تأخذ", "عاتقه عاتقها عاتقهم"),
    ("قطع قطعت أعطى أعطت قدم قدمت", "وعدا وعودا عهدا ضمانات ضمانة ضمانا كلمته كلمتها تعهدا تعهدات"),
    ("أبدى أبدت أعلن أعلنت", "استعداده استعدادها استعدادهم"),
    ("قرر قررت قرروا يعتزم تعتزم ينوي تنوي", ""),
)
_DECLINED = "رفض رفضت رفضوا يرفض ترفض نرفض أرفض امتنع امتنعت يمتنع تمتنع نمتنع أبى أبت أبوا يأبى تأبى استبعد استبعدت"
_UNDERTAKINGS = Undertakings(
    promises={form: _set(leads) for forms, leads in _UNDERTAKEN for form in _set(forms)},
    refuses={form: frozenset() for form in _set(_DECLINED)},
    acts=re.compile(
        r"[وف]?[بل]?(?:ا?ل)?(?:افراج|اطلاق|اخلاء|تسليم|اعاد[ةه]|عود[ةه]|سماح|تحرير|مبادل[ةه]|تبادل|سلام[ةه]|ايصال|تسريح|استرداد|فك|تحديد|تعهد|التزام|وعد|عرض|عد|يعد|تعد|يلتزم|تلتزم|يتعهد|تتعهد|يحدد|تحدد)(?:ه|ها|هم|هما|هن)?"
    ),
    that=_set("أن بأن ألا بألا"),
    presents=_set("تفرج يفرج تطلق يطلق تسلم يسلم تعيد يعيد تخلي يخلي تحرر يحرر"),
)

HAPPENINGS = Happenings(
    touches=_touches(),
    phone=_set("هاتفيا هاتفي هاتفية الهاتف"),
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
    promised=_set("يعد تعد يتعهد تتعهد يلتزم تلتزم"),
    places=_set(
        "مزرعة منطقة وادي جزيرة مدرسة مسجد كنيسة دير مقهى مستشفى قاعدة ثكنة معبر حدود سفارة قنصلية وزارة خيمة مدينة بلدة قرية مكتب مقر عاصمة قصر فندق قاعة مطار معسكر مخيم بيت منزل سجن ميناء ساحة"
    ),
)
