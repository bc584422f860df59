"""Arabic: who stands beside a voice in its own sentence: the medium, the go-between, and the subject left out.

In: a sentence and the voices read in it. Out: the same voices, each with the subject that its verb leaves out if the sentence
has one before it, and with whoever carried its words ("on the screen of", "in a letter that the priest brought", "was the guest of").
Leaves to others: whose words they are (`unmarked.voices`), ways told in other sentences (`chain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.ar.line import NETWORKS, holds, is_elided, line_of, pattern
from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.languages.unmarked.lines import Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import Kind, fold
from homeward.records import Attribution

_WHO = r"@[prbso]\d+"
_T = r"(?:T|DT|HT)"
_SOME = r"(?: (?!@|[EV]\d|Q)[^ ،.:؛]+){0,3}"  # a few words that are nobody

# --- whose words they are where the verb leaves its subject out ---
_ANTECEDENT = pattern(r"(?<!\S)(?P<a>@[rskb]\d+)(?: D)? E(?P<n>\d+)(?!\d)")
_OF_TEXT = (
    pattern(
        rf"(?<!\S)T{_SOME} (?:(?:ل|من|عن|مع|بصوت|باسم|من قبل) )?(?P<a>{_WHO})(?: ،)?(?:(?! [EVW]\d)(?! \.) [^ ]+){{0,5}} E(?P<n>\d+) "
        r"(?:فيه|فيها|فيهما|خلاله|خلالها)(?!\S)"
    ),
    pattern(
        rf"(?<!\S)T{_SOME} (?:(?:ل|من|عن|مع|بصوت|باسم) )?(?P<a>{_WHO})(?: ،)? و?(?:فيه|فيها|خلاله|خلالها) E(?P<n>\d+)(?!\d)"
    ),
)
_PUT_OUT = pattern(  # "carried a statement | of Rasil | in which he said": not the words of the medium
    rf"(?<!\S)@m\d+(?: D)? (?:نشر )?T{_SOME}(?: ل @m\d+)? (?:ل|من|عن|مع|بصوت) (?P<a>{_WHO})(?: ،)?(?: [^ @.EVW]+){{0,4}} V(?P<n>\d+) (?:فيه|فيها)(?!\S)"
)
_SENT_BY = pattern(
    rf"(?<!\S)[وف]?(?:ارسل|بعث|وجه|كتب|ترك|خط)(?:ت|ي)? (?P<a>{_WHO})(?:(?! [EVW]\d)(?! [.؛]) [^ ]+){{0,6}} T{_SOME} [EV](?P<n>\d+)(?! (?:فيه|فيها))(?!\d)"
)
_GOES_ON = (
    pattern(r"(?<!\S)(?:[وفل]|ثم|وهو|وهي|و @x\d+) E(?P<n>\d+)(?!\d)"),
    pattern(rf"(?<!\S)T{_SOME} E(?P<n>\d+) (?:فيه|فيها)(?!\S)"),
)
_LED = (
    r"(?:ل|ب|ك|من|عن|في|مع|الي|علي|عند|لدي|بين|امام|ضد|عبر|قبل|بعد|حول|خلال|تجاه|بحضور|برفقة|باسم|الذي|التي|ان|لان)"
)
_MAIN = pattern(rf"^(?:[وف] )?(?!{_LED} |و{_LED} |[EVW]\d)(?:[^ @]+ (?:D |ال?[^ @]+ا )?)?(?P<a>@[prbs]\d+)(?!\d)")
_OBJECT = pattern(r" (?:@m\d+ )?(?:(?:ب|الي|ل|مع|علي) )?(?P<a>@[prbs]\d+)(?!\d)")
_OTHER_CLAUSE = pattern(r"(?<!\S)(?:ان|بان|انه|انها|بانه|بانها|الذي|التي|حيث|لان|[.؛:])(?!\S)")

# --- by which medium ---
_ON = r"(?:(?:(?:في|خلال|عبر|ضمن) |ب )T|(?:(?:من )?(?:علي|عبر|في|من|فوق) |ب )?(?:شاشة|شاشات|اثير|موجات|صفحات|منبر|هواء|ميكروفون|مايكروفون|استديو|استوديو|استوديوهات|نشرة|عدسة|كاميرا|حلقة|برنامج))"
_AT_MEDIUM = (
    pattern(rf"(?<!\S)[وف]?{_ON}{_SOME} (?:(?:علي|في|عبر|من|ل) )?(?P<m>@m\d+)"),
    pattern(r"(?<!\S)(?:متحدث|متكلم|مصرح)(?:ا|ة)?(?: [^ @]+)? (?:الي|مع|ل|عبر|امام) (?P<m>@m\d+)"),
    pattern(r"(?<!\S)[EV]\d+ (?:@[prso]\d+ )?(?:D )?(?:ل|الي) (?P<m>@m\d+)"),
    pattern(r"(?<!\S)سؤال (?:وجهه |طرحه |وجهته |طرحته )?(?:من |ل )?(?P<m>@m\d+)"),
    pattern(r"(?<!\S)(?:ضيفا|ضيفة) (?:علي|في|ل|لدي|عند) (?P<m>@m\d+)"),
    pattern(
        r"(?<!\S)[وف]?(?:ظهر|اطل|تحدث|تكلم|خرج|صرح|بث)ت? @[prso]\d+(?: D)?(?: [^ @]+)? (?:علي|عبر|الي|من|في|مع) (?P<m>@m\d+)"
    ),
    pattern(
        r"(?<!\S)[وف]?(?:يظهر|تظهر|يطل|تطل|يتحدث|تتحدث|ظهر|ظهرت|اطل|اطلت)(?: D)? (?:علي|عبر|الي|من|في|مع) (?P<m>@m\d+)"
    ),
    pattern(r"(?<!\S)[وف]?خصت? @[prso]\d+ (?P<m>@m\d+) ب T"),
    pattern(r"(?<!\S)[وف]?(?:خص|خصت) (?:بها|به) (?P<m>@m\d+)"),
    pattern(
        rf"(?<!\S)[وف]?(?:استضاف|حاور|قابل|سال|استجوب|هاتف|راسل|التقي|التق|استنطق|واجه|سمع|ترجم|نشر|بث|عرض|اذاع|سجل|صور|نقل|اورد|وزع|عمم|اعاد نشر|اجر|اجري|اذيع)(?:ت|ي)?"
        rf"(?: D)? (?P<m>@m\d+)(?: D)? (?:T{_SOME} )?(?:(?:مع|ل|من|ب|عن) )?(?P<a>{_WHO})"
    ),
    pattern(
        rf"(?<!\S)[وف]?(?:اتصل|استشهد|استند|اعتمد|استعان)ت? (?P<m>@m\d+)(?: D)?(?: في [^ @]+)? (?:ب|الي|علي) (?P<a>{_WHO})"
    ),
    pattern(rf"(?<!\S)[وف]?(?:ارسل|بعث|وجه|كتب)ت? (?P<a>{_WHO})(?: D)? (?:الي|ل) (?P<m>@m\d+)(?: D)? (?:ب )?T"),
    pattern(
        rf"(?<!\S)[وف]?(?:ارسل|بعث|وجه|كتب|منح|اعطي|سلم)ت? (?P<a>{_WHO})(?: D)? (?:ب )?T(?: D)? (?:الي|ل) (?P<m>@m\d+)"
    ),
    pattern(
        rf"(?<!\S){_T}{_SOME} (?:(?:التي|الذي|كانت|كان|قد) )?(?:بث|نشر|اذاع|عرض|نقل|اورد|سجل|تداول|اجر|تلق|تسلم|التقط|استلم|صور)(?:ت|ي|ا)?(?:ه|ها|هما)? (?P<m>@m\d+)"
    ),
    pattern(
        r"(?<!\S)(?:حصل|اطلع|تلق|وقف|اثر|عثر|استحوذ)(?:ت|ي)? (?P<m>@m\d+) (?:علي|من) (?:نسخة|صورة|نصه|نصها|محتواه|محتواها|مضمونه|مضمونها)"
    ),
    pattern(r"^(?:D )?(?P<m>@m\d+) :"),
)
_NETWORKS = pattern(r"(?<!\S)(?:علي|عبر|في) (?P<m>@m\d+)(?! من )")
_PAGE = re.compile(r"@m\d+ $")  # "the page X | on Facebook"
_EMPLOYED = pattern(r"(?<!\S)(?:يعمل|تعمل|عمل|عملت|يكتب|تكتب|موظف|موظفة)(?: [^ @]+){0,3} (?:في|لدي|ل|ب) (?P<m>@m\d+)")

# --- by which go-between ---
_CARRIED = r"(?:حمل|قرا|تلا|سلم|اوصل|نقل|هرب|مرر|ترجم|كشف|سرب|جلب|احضر|القي|قراء|تل|قر)(?:ت|ي)?(?:ه|ها)"
_CARRIERS = (
    pattern(rf"(?<!\S){_T}{_SOME} (?:(?:التي|الذي) )?{_CARRIED}(?: الي(?:نا|هم|ها|ه))?(?: D)? (?P<c>@[prbso]\d+)"),
    pattern(rf"(?<!\S)[وف]?(?:بعث|ارسل|وجه|حمل)ت? (?P<a>{_WHO})(?: D)? (?:مع|بواسطة|بيد|عبر) (?P<c>@[prbso]\d+) (?:ب )?T"),
    pattern(rf"(?<!\S)[وف]?(?:بعث|ارسل|وجه|حمل)ت? (?P<a>{_WHO})(?: D)? (?:ب )?T (?:مع|بواسطة|بيد|عبر|عن طريق) (?P<c>@[prbso]\d+)"),
    pattern(r"(?<!\S)[EV]\d+(?: D| ،| ل| الي| @[prbsom]\d+)* (?:بواسطة|بوساطة|عن طريق|من خلال|علي يد|بيد|عبر) (?P<c>@[prbso]\d+)"),
    pattern(r"(?:^|(?<=[.،] ))[وف]?(?:بواسطة|بوساطة|عن طريق|من خلال|علي يد|عبر) (?P<c>@[prbso]\d+)(?: D)?(?: ،)? [EV]\d+"),
)  # fmt: skip
_READ_OUT = pattern(
    rf"(?<!\S)[وف]?(?:قرا|تلا|تلت|القي|القت|قرات|عرض|عرضت|نقل|نقلت|سلم|سلمت)(?: D)? (?P<c>@[prbso]\d+){_SOME} T{_SOME} (?:ل|من|عن|باسم|بقلم) (?P<a>{_WHO})"
    r"(?:(?! [EVW]\d)(?! \.) [^ ]+){0,5} (?:[EVW](?P<n>\d+)(?!\d))"
)
_PASSED_ON = pattern(
    rf"(?<!\S)[وف]?(?:نقل|نقلت|ينقل|تنقل|روي|روت)(?: D)? (?P<c>@[prbsom]\d+)(?: D)? (?:الي|ل) (?:@[prbsom]\d+|[^ @]+)(?: D)? عن (?P<a>{_WHO}) E(?P<n>\d+)(?!\d)"
)
_GIVEN_BY = pattern(
    rf"(?<!\S)V(?P<n>\d+) ما (?:نقل|قال|ذكر|روي|رو|اورد|افاد|حكي|سمع|ترجم|ينقل|تنقل)(?:ت|ي|وا)?(?:ه|ها)? (?P<c>@[prbsom]\d+)(?: [^ @،.]+)?"
    rf" (?:عن|من|علي لسان|بلسان) (?P<a>{_WHO})"
)
_OF_HIM = pattern(
    r"(?<!\S)V(?P<n>\d+) (?P<c>@m\d+)(?: D)? ، عن (?P<a>@[prbsom]\d+) ،"
)  # "the paper, | by the agency, | told that"
_SOMEBODY = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY, ActorKind.SOURCE, ActorKind.OTHER)


def stand_beside(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """The voices with their subjects left out, and with whoever carried their words."""
    if not any(is_elided(voice) for voice in voices) and not (voices and _may_be_carried(sentence)):
        return voices
    line = line_of(sentence, voices)
    voices = _with_subjects(line, voices)
    voices = _given_by(line, voices)
    voices = _through(line, voices)
    return _by_media(line, _without_employers(line, voices))


def _may_be_carried(sentence: Sentence) -> bool:
    """Whether a sentence names a medium, or has a word of carrying; without one there is no line to draw."""
    if any(word.any(Kind.MEDIUM) for word in sentence.words):
        return True
    return _CARRYING.search(sentence.view.masked, sentence.view.start, sentence.view.stop) is not None


_CARRYING = re.compile(
    r"بواسط|بوساط|طريق|عبر|خلال|حمل|قرأ|تل[ات]|سلّ?م|أوصل|نقل|هرّ?ب|مرّ?ر|ترجم|سرّ?ب|جلب|أحضر|ألق[ىت]|ما\s+(?:قال|ذكر|رو|حك|أفاد)|مع\s|[لـ]ـ?[\"«“]"
)

# --- subjects --------------------------------------------------------------------------------------------------------


def _with_subjects(line: Line, voices: list[Voice]) -> list[Voice]:
    found: dict[int, Actor] = {}
    for match in _PUT_OUT.finditer(line.text):
        speaker = voices[int(match["n"])].speaker
        if speaker is not None and speaker.kind is ActorKind.MEDIUM:
            found[int(match["n"])] = line.actors[match["a"]]
    for match in _SENT_BY.finditer(line.text):
        if _says_text(voices[int(match["n"])]):
            found[int(match["n"])] = line.actors[match["a"]]
    if not found and not any(is_elided(voice) for voice in voices):
        return voices
    for one in (_ANTECEDENT, *_OF_TEXT):
        for match in one.finditer(line.text):
            actor = line.actors[match["a"]]
            indefinite = one is not _ANTECEDENT or _is_indefinite(actor)
            if indefinite and _fits(actor, voices[int(match["n"])]):
                found.setdefault(int(match["n"]), actor)
    for one in _GOES_ON:
        for match in one.finditer(line.text):
            number = int(match["n"])
            if number not in found and (subject := _subject_before(line, voices, number, match.start())) is not None:
                found[number] = subject
    return [replace(v, speaker=found[n]) if n in found else v for n, v in enumerate(voices)]


def _says_text(voice: Voice) -> bool:
    """Whether it is a text that says so: "a letter | says that"."""
    speaker = voice.speaker
    return speaker is None or is_elided(voice) or speaker.kind is ActorKind.PRONOUN


def _subject_before(line: Line, voices: Sequence[Voice], number: int, stop: int) -> Actor | None:
    """The subject of the verb that begins the sentence, or its object if only that agrees: "The radio received Rasil, | and he said"."""
    main = _MAIN.match(line.text, 0, stop)
    if main is None or _OTHER_CLAUSE.search(line.text, 0, stop) is not None:
        return None
    beside = _OBJECT.match(line.text, main.end(), stop)
    for match in (main, beside):
        actor = line.actors[match["a"]] if match is not None else None
        if actor is not None and _fits(actor, voices[number]):
            return actor
    return None


def _is_indefinite(actor: Actor) -> bool:
    return actor.attribution is not Attribution.NAMED and not any(w.startswith("ال") for w in actor.name.split())


def _fits(actor: Actor, voice: Voice) -> bool:
    shown = voice.speaker.gender if voice.speaker is not None else ""
    return actor.gender in ("", shown or actor.gender)


# --- go-betweens -----------------------------------------------------------------------------------------------------


def _given_by(line: Line, voices: list[Voice]) -> list[Voice]:
    """As in "The spokesman read out a statement of the minister that said", "by what the lawyer passed on of him"."""
    for one in (_READ_OUT, _PASSED_ON, _GIVEN_BY, _OF_HIM):
        for match in one.finditer(line.text):
            number = int(match["n"])
            speaker, carrier = line.actors[match["a"]], line.actors[match["c"]]
            voice = voices[number]
            cited = one is _OF_HIM and all(relay.place == speaker.place for relay in voice.relays)
            if voice.attitude or (voice.relays and not cited) or speaker.name == carrier.name:
                continue
            place = _begin_of(voice, speaker)
            voices[number] = replace(
                voice, speaker=speaker, relays=(carrier,), nobody=False, contents=place or voice.contents
            )
    return voices


def _begin_of(voice: Voice, speaker: Actor) -> tuple[tuple[int, int], ...] | None:
    """The words, where they were taken to begin with "of him"."""
    if not voice.contents or voice.contents[0][0] >= speaker.place[1] or voice.contents[0][1] <= speaker.place[1]:
        return None
    return ((speaker.place[1], voice.contents[0][1]), *voice.contents[1:])


def _through(line: Line, voices: list[Voice]) -> list[Voice]:
    """As in "in a letter that the priest brought", "sent with the priest a letter"."""
    for one in _CARRIERS:
        for match in one.finditer(line.text):
            carrier = line.actors[match["c"]]
            at = line.at(match.start())
            number = _nearest(line, voices, match, carrier)
            if number is None or carrier.kind not in _SOMEBODY or at < 0:
                continue
            voice = voices[number]
            if voice.speaker is None or voice.relays or holds(voice.speaker.place, carrier.place):
                continue
            voices[number] = replace(voice, relays=(carrier,))
    return voices


def _nearest(line: Line, voices: Sequence[Voice], match: re.Match[str], carrier: Actor) -> int | None:
    """The voice in whose clause somebody stands: no other verb of speech, end or quotation between, and not in its words."""
    for number, voice in enumerate(voices):
        sign = re.search(rf"(?<!\S)[EVW]{number}(?!\d)", line.text)
        if sign is None or voice.attitude or voice.speaker is None:
            continue
        if any(holds(content, carrier.place) for content in voice.contents):
            continue
        others = [v for v in voices if v is not voice and any(holds(c, voice.cue) for c in v.contents)]
        if any(not any(holds(c, carrier.place) for c in v.contents) for v in others):
            continue  # it stands in another's words, and the carrier does not
        first, last = (match.end(), sign.start()) if match.start() <= sign.start() else (sign.end(), match.start())
        between = line.text[first:last] if first < last else ""
        if re.search(r"[.؛;!؟]|(?<!\S)Q|(?<!\S)[EVW]\d|(?<!\S)(?:لم|رفض|رفضت|دون|حاول|حاولت|بل|لكن)(?!\S)", between):
            continue
        return number
    return None


# --- media -----------------------------------------------------------------------------------------------------------


def _by_media(line: Line, voices: list[Voice]) -> list[Voice]:
    for medium, match in _media(line):
        number = _nearest(line, voices, match, medium)
        if number is None:
            continue
        voice = voices[number]
        speaker = voice.speaker
        known = any(r.kind is ActorKind.MEDIUM for r in voice.relays)
        if speaker is None or known or speaker.kind is ActorKind.MEDIUM or medium.name == speaker.name:
            continue
        asked = match.groupdict().get("a")
        if asked is not None and not _is_same(line.actors[asked], speaker):
            continue
        voices[number] = replace(voice, relays=(*voice.relays, medium))
    return voices


def _is_same(one: Actor, other: Actor) -> bool:
    return one.name == other.name or holds(one.place, other.place) or holds(other.place, one.place)


def _media(line: Line) -> Iterator[tuple[Actor, re.Match[str]]]:
    for one in _AT_MEDIUM:
        for match in one.finditer(line.text):
            actor = line.actors[match["m"]]
            if actor.attribution is Attribution.NAMED:
                yield actor, match
    for match in _NETWORKS.finditer(line.text):
        actor = line.actors[match["m"]]
        if fold(actor.name.strip()) in NETWORKS and _PAGE.search(line.text, 0, match.start()) is None:
            yield actor, match


def _without_employers(line: Line, voices: list[Voice]) -> list[Voice]:
    """Without media for which a speaker only works or once worked: "who was a photographer of the agency"."""
    employers = {line.actors[m["m"]].place for m in _EMPLOYED.finditer(line.text)}
    kept = []
    for voice in voices:
        relays = tuple(r for r in voice.relays if r.place not in employers)
        kept.append(voice if len(relays) == len(voice.relays) else replace(voice, relays=relays))
    return kept
