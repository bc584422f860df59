"""Hebrew: who carried somebody's words on without being a medium, and who is meant where a verb leaves its subject out.

In: a sentence and the voices read in it. Out: the same voices with go-betweens ("through the bishop", "in a note that a
guard smuggled out"), those that heard words from others under these ("he heard from the warden that"), and with subjects that
stand before their verb. Leaves to others: media (`he.beside`), ways told in other sentences (`he.steps`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.languages.he.makers import maker_of, stands_in_text
from homeward.reading.languages.he.nouns_of_words import voices_of_nouns
from homeward.reading.languages.he.steps import line_of
from homeward.reading.languages.he.told_on import with_first_speakers
from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.lines import Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind
from homeward.records import Attribution, Manner

_ENDS = r"(?:ה|ו|ת|תה)?"
_SOMEBODY = r"@[prbso]\d+"
_CARRIED_IT = (
    rf"ש(?:הבריח|העביר|מסר|הביא|הקריא|קרא|השמיע|הראה|הציג|קיבל|שמר|מצא|תרגם|העתיק|צילם|הדליף|חשף|נשא|החזיר){_ENDS}"
)
_WAS_CARRIED = rf"ש(?:הוברח|נמסר|הועבר|הוקרא|הגיע|הובא|נשלח|הושמע|הופץ|נשמר|תורגמ?ם?|הוצא){_ENDS}"
_THROUGH = (
    r"(?:דרך|באמצעות|באמצעותו של|באמצעותה של|באמצעותם של|בתיווך|בתיווכו של|בתיווכה של|בתיווכם של|בעזרת|בעזרתו של|בעזרתה של|"
    r"בסיוע|בסיועו של|בסיועה של)"
)
_GO_BETWEENS = (
    re.compile(rf"T (?:[^@,]{{1,20}} )??{_CARRIED_IT}(?: D)? (?P<c>{_SOMEBODY})"),
    re.compile(rf"T (?:[^@,]{{1,20}} )??{_WAS_CARRIED}(?: [^@,]{{1,30}})? (?:בידי|על ידי|על־ידי|על-ידי|{_THROUGH}) (?P<c>{_SOMEBODY})"),
    re.compile(rf"(?<![א-ת]){_THROUGH} (?P<c>{_SOMEBODY})"),
    re.compile(rf"(?:^|, )ל (?P<c>@[pr]\d+)(?: ,)?(?: D)? (?:נאמר|נמסר|סופר|דווח|הובטח|נודע){_ENDS}(?: D)? (?:בידי|על ידי|מפי|מ|מאת)"),
)  # fmt: skip
_TOLD_TO = re.compile(
    rf"^(?:ו )?(?:לפי|על פי|על־פי|על-פי|כפי) (?:מה )?ש(?:נמסר|נאמר|סופר|דווח|הובטח|הובהר){_ENDS}(?: D)? ל (?P<b>{_SOMEBODY})(?: D)? "
    rf"(?:מ|מפי|מידי|מאת|בידי|על ידי|מטעם) (?P<a>{_SOMEBODY}) , "
)
_HEARD = re.compile(
    r"ש?(?:שמע|למד|התבשר)(?:ה|ו|תי|נו)?\s+(?=מ)|ש?(?:נאמר|נמסר|סופר|דווח|הובטח|הובהר|נודע)\s+ל(?:ו|ה|הם|הן|י|נו)\s+(?=מ|בידי|על\s+ידי)"
)
_FROM = re.compile(r"(?:מפי\s+|מידי\s+|מאת\s+|בידי\s+|על\s+ידי\s+|מ)(?=\S)")
_THAT = re.compile(r"\s*,?\s*(?:(?:כי|ו?לפיה|ו?לפיו|ו?לפיהם|שלפיה|שלפיו|שלפיהם)\s+|ש(?=[א-ת\"“]))")
_OWN = frozenset(["דובר", "דוברת"])
_HARD = frozenset(";:.!?…")
_LED = Kind.PREPOSITION | Kind.THAT | Kind.CONNECTOR | Kind.RELATIVE
_WHOEVER = frozenset(["מי", "ומי"])
_PAGES = frozenset(
    [
        "חשבון",
        "פייסבוק",
        "טוויטר",
        "טלגרם",
        "אינסטגרם",
        "יוטיוב",
        "אתר",
        "ביטאון",
        "בטאון",
        "עלון",
        "ידיעון",
        "עמוד",
        "דף",
    ]
)
_TEXTS = frozenset(
    [
        "דוח",
        'דו"ח',
        "הודעה",
        "מסמך",
        "מכתב",
        "הצהרה",
        "מחקר",
        "תחקיר",
        "תגובה",
        "תשובה",
        "פרוטוקול",
        "מזכר",
        "עדות",
        "תקנון",
        "החלטה",
        "פסק-דין",
    ]
)
_NEAR = 2  # words
_ACCORDING = frozenset(["לפי", "ולפי", "על", "ועל", "על-פי", "על־פי", "כפי", "וכפי"])
_NO_NAMES = frozenset(["כך", "כן", "זאת", "זה", "אז"])
_BODIES_IN = frozenset(["בקרב", "בסביבת", "בחוגי", "במטה", "בלשכת", "בצמרת"])


def with_carriers(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """The voices with whom each came through and, where a verb names nobody, with its subject before it."""
    voices = [_of_own_page(sentence, _with_subject(sentence, voice)) for voice in voices]
    voices = [_of_text(sentence, voice) for voice in voices]
    voices += voices_of_nouns(sentence, voices)
    voices = with_first_speakers(sentence, voices)
    if _may_tell(sentence) and (voices or (sentence.size and sentence.words[0].text in _ACCORDING)):
        line = line_of(sentence)
        if not voices and (told := _told_to(sentence, line)) is not None:
            return [told]
        for actor, at in _go_betweens(line):
            voices = _through(sentence, voices, actor, at)
    return [_as_heard(sentence, voice) for voice in voices]


_TELLS = re.compile(r"דרך|באמצעות|בתיווכ|בתיווך|בעזרת|בסיוע|נמסר|נאמר|סופר|נודע|שהו|ש(?:הבריח|העביר|מסר|הביא|הקריא|קרא|השמיע|הראה|הציג|קיבל|שמר|מצא|תרגם|"
                    r"העתיק|צילם|צילמ|הדליף|חשף|חשפ|נשא|החזיר|נשלח|נשמר|תורג|הגיע)")  # fmt: skip


def _may_tell(sentence: Sentence) -> bool:
    return _TELLS.search(sentence.view.masked, sentence.view.start, sentence.view.stop) is not None


def _go_betweens(line: Line) -> Iterator[tuple[Actor, int]]:
    """Whoever a sentence says to have carried words, and where it says so; the last pattern names nobody twice."""
    seen: set[str] = set()
    for pattern in _GO_BETWEENS:
        for match in pattern.finditer(line.text):
            if match["c"] not in seen:
                seen.add(match["c"])
                yield line.actors[match["c"]], line.at(match.start())


def _through(sentence: Sentence, voices: list[Voice], carrier: Actor, at: int) -> list[Voice]:
    """The voices, that beside which a go-between stands having come through him."""
    bare = carrier.kind is ActorKind.ROLE and carrier.head.split(" ")[0] in _OWN and " " not in carrier.name
    inside = [v for v in voices if any(a <= carrier.place[0] < b for a, b in v.contents)]
    for number, voice in enumerate(voices):
        speaker = voice.speaker
        if (
            bare
            or voice.attitude
            or speaker is None
            or voice in inside
            or voice.relays
            or speaker.kind is ActorKind.MEDIUM
        ):
            continue
        if any(
            not any(a <= carrier.place[0] < b for a, b in v.contents) and _holds(v.region, voice.cue)
            for v in voices
            if v is not voice
        ):
            continue  # it stands in another's words, and the go-between does not
        if _is_parted(sentence, at, voice):
            continue
        if _overlap(speaker.place, carrier.place) or speaker.name == carrier.name:
            other = _subject_behind(sentence, voice)
            if other is None or _overlap(other.place, carrier.place):
                continue
            speaker = other
        voices[number] = replace(voice, speaker=speaker, relays=(carrier,))
        break
    return voices


def _holds(outer: Place, inner: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_parted(sentence: Sentence, at: int, voice: Voice) -> bool:
    """Whether a sentence's end or a quotation stands between a go-between and the verb of the words."""
    first, last = sorted((at, voice.cue[0]))
    between = sentence.view.masked[first:last]
    return any(mark in between for mark in ";!?…") or (MASK in between and at > voice.cue[0])


def _subject_behind(sentence: Sentence, voice: Voice) -> Actor | None:
    """The subject straight behind the verb of a voice."""
    at = next((n for n, w in enumerate(sentence.words) if w.start >= voice.cue[1]), sentence.size)
    while at < sentence.size and (sentence.words[at].dated or sentence.words[at].any(Kind.ADVERB)):
        at += 1
    if (
        at >= sentence.size
        or not sentence.may_begin(at)
        or not sentence.words[at].any(PEOPLE | Kind.NAME | Kind.TITLE)
    ):
        return None
    phrase = sentence.phrase_at(at)
    return sentence.actor(phrase) if phrase is not None else None


# --- words that somebody heard --------------------------------------------------------------------------------------


def _told_to(sentence: Sentence, line: Line) -> Voice | None:
    """As in "By what the bishop was told by the warden, he is well": the warden's words, which the bishop passes on."""
    match = _TOLD_TO.match(line.text)
    if match is None:
        return None
    begin, end = line.at(match.end()), sentence.view.stop
    while end > begin and not sentence.view.text[end - 1].isalnum():
        end -= 1
    if end <= begin:
        return None
    cue = (sentence.words[0].start, sentence.words[0].stop)
    return Voice(cue, Manner.SAID, line.actors[match["a"]], (begin, end), contents=((begin, end),),
                 relays=(line.actors[match["b"]],), rule="according-to")  # fmt: skip


def _as_heard(sentence: Sentence, voice: Voice) -> Voice:
    """As in "The bishop told that he heard from the warden that he is well": the warden's words."""
    if voice.attitude or voice.speaker is None or not voice.contents or voice.direct:
        return voice
    begin, end = voice.contents[0]
    text = sentence.view.text
    heard = _HEARD.match(text, begin, end)
    led = _FROM.match(text, heard.end(), end) if heard is not None else None
    if led is None:
        return voice
    at = next((n for n, w in enumerate(sentence.words) if w.stop > led.end()), sentence.size)
    phrase = sentence.phrase_from(at) if at < sentence.size else None
    giver = sentence.actor(phrase) if phrase is not None else None
    if phrase is None or giver is None or giver.kind is ActorKind.PRONOUN:
        return voice
    that = _THAT.match(text, sentence.words[phrase.segments[-1][1] - 1].stop, end)
    if that is None:
        return voice
    contents = ((that.end(), end), *voice.contents[1:])
    relays = (voice.speaker, *voice.relays)
    return replace(voice, speaker=giver, relays=relays, contents=contents, region=(that.end(), voice.region[1]))


# --- a verb that names nobody ---------------------------------------------------------------------------------------


def _with_subject(sentence: Sentence, voice: Voice) -> Voice:
    """A voice whose verb names nobody, with whoever stands as the subject before it in its own sentence."""
    speaker = voice.speaker
    if speaker is not None and speaker.name in _NO_NAMES and speaker.place[0] < voice.cue[0]:
        speaker = replace(speaker, kind=ActorKind.PRONOUN, place=voice.cue, head="")
    elided = (
        speaker is not None and speaker.kind is ActorKind.PRONOUN and speaker.place == voice.cue and not speaker.head
    )
    if speaker is None or not elided or voice.attitude:
        return voice
    cue = next((n for n, w in enumerate(sentence.words) if w.stop > voice.cue[0]), 0)
    if (whoever := _one_who(sentence, cue)) is not None and not any(
        _overlap(c, whoever.place) for c in voice.contents
    ):
        return replace(voice, speaker=whoever)
    for begin in _begins(sentence, cue):
        phrase = sentence.phrase_from(begin)
        actor = sentence.actor(phrase) if phrase is not None else None
        if phrase is None or actor is None or phrase.segments[-1][1] > cue or actor.kind is ActorKind.PRONOUN:
            continue
        text = begin > 0 and sentence.words[begin - 1].lemma in _TEXTS
        fits = text or _fits(actor, speaker, sentence.words[cue].text)
        if any(_overlap(c, actor.place) for c in voice.contents) or not fits:
            continue
        if actor.kind is ActorKind.OTHER and actor.attribution is not Attribution.NAMED and begin:
            continue
        return replace(voice, speaker=actor)
    return voice


def _begins(sentence: Sentence, cue: int) -> Iterator[int]:
    """Where the subject may begin: the noun straight before the verb, else the one that begins the sentence."""
    words = sentence.words
    for place in range(cue - 1, max(-1, cue - 8), -1):
        word = words[place]
        if word.text in _HARD or word.text == MASK or word.text == ",":
            break
        office = word.any(PEOPLE | Kind.TITLE) and word.cue is None
        before = words[place - 1] if place else None
        led = sentence.has_preposition(place) or (
            before is not None and before.any(_LED & ~Kind.CONNECTOR) and before.text not in _BODIES_IN
        )
        chained = before is not None and before.any(PEOPLE) and not before.definite and not before.possessive
        if office and not chained:
            if not led or (before is not None and before.text in _BODIES_IN):
                yield place
            break
    if cue > _NEAR and words[0].lemma in _TEXTS and not words[0].prefix and words[1].any(PEOPLE):
        if not words[1].prefix.strip("ה"):
            yield 1  # "the report of | the commission finds"
    if (
        words
        and cue
        and words[0].is_word
        and words[0].any(PEOPLE | Kind.TITLE | Kind.NAME)
        and not sentence.has_preposition(0)
    ):
        if words[0].cue is None and not words[0].any(_LED):
            yield 0


def _one_who(sentence: Sentence, cue: int) -> Actor | None:
    """As in "Whoever was at the talks told that": the whole clause, up to the verb."""
    words = sentence.words
    if cue < 3 or words[0].text not in _WHOEVER or not words[1].text.startswith("ש"):
        return None
    if any(not w.is_word for w in words[1:cue]) or words[cue].prefix:
        return None
    place = (words[0].start, words[cue - 1].stop)
    name = sentence.view.text[slice(*place)]
    return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, "מי", True, brief=False)


def _of_text(sentence: Sentence, voice: Voice) -> Voice:
    """Words that a verb without a subject tells, as those of whoever made the text in which they stand: "in her letter it was said"."""
    speaker = voice.speaker
    elided = speaker is None or (speaker.kind is ActorKind.PRONOUN and speaker.place == voice.cue)
    if voice.rule != "passive" or voice.relays or not (elided or voice.nobody):
        return voice
    if not stands_in_text(sentence.view, voice.cue[0]):
        return voice
    maker = maker_of(sentence.view, voice.cue[0])
    if maker is None or maker.kind is ActorKind.MEDIUM:
        return voice
    if maker.kind is ActorKind.PRONOUN:
        name = {"him": "הוא", "her": "היא"}.get(maker.head, "")
        if not name:
            return voice
        maker = replace(maker, name=name, head=name, gender="f" if name == "היא" else "m")
    return replace(voice, speaker=maker, nobody=False)


def _of_own_page(sentence: Sentence, voice: Voice) -> Voice:
    """Words on somebody's own site or in his own bulletin as his: "on the site of the ministry it was said"."""
    medium = voice.speaker
    if medium is None or medium.kind is not ActorKind.MEDIUM:
        return voice
    first = next((n for n, w in enumerate(sentence.words) if w.stop > medium.place[0]), 0)
    if sentence.words[first].lemma not in _PAGES:
        return voice
    for place in range(first + 1, min(sentence.size, first + 5)):
        word = sentence.words[place]
        if word.start >= medium.place[1] or not word.is_word:
            break
        if word.any(Kind.BODY) and not word.prefix.strip("ה"):
            body = sentence.actor_of(place, sentence.segment_from(place))
            if body is not None and body.kind is ActorKind.BODY and body.attribution is Attribution.NAMED:
                return replace(voice, speaker=body)
    return voice


def _fits(actor: Actor, verb: Actor, written: str) -> bool:
    """Whether a verb may be about somebody, as far as gender and number show."""
    many = written.endswith(("ו", "ים", "ות"))
    if many and actor.kind in (ActorKind.PERSON,):
        return False
    return not verb.gender or actor.gender in ("", verb.gender)
