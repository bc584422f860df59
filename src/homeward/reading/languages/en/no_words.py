"""What seems told in a sentence and is none, in English: questions of the press, words handed on, papers put out.

In: a voice with its content. Out: whether it tells of no words.
Leaves to others: contents that stand for words ("told it otherwise", `contents`), loose phrases (`tagged`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.verbs import AMBIGUOUS, GIVE_FORMS, LEMMAS
from homeward.reading.languages.language import View, Voice

_ASKS = re.compile(r"(?:\w+ )?ask(?:s|ed|ing)?$", re.IGNORECASE)
_QUESTION = re.compile(r"(?:whether|if|why|who|whom|whose|what|where|when|how|which)\b", re.IGNORECASE)
_OF_THE_PRESS = re.compile(  # whose questions are the occasion of an answer, and no words that anybody hands on
    r"(?:^|\b)(?:we|i|(?:our |the |a |an |one |another |several |some |two |three )?(?:[\w-]+ )*?(?:reporters?|journalists?|correspondents?|presenters?|interviewers?|"
    r"anchor(?:man|woman)?|newsreaders?|columnists?|questioners?|editors?|newspaperm[ae]n|press|cameram[ae]n))$",
    re.IGNORECASE,
)
_TOLD_ON = re.compile(
    r"(?:\w+ )?(?:tells?|told|telling|whisper(?:s|ed)|confid(?:es|ed)|murmured|repeat(?:s|ed)|passed)$", re.IGNORECASE
)
_THING_TO = re.compile(
    r"(?:it|this|that|them|so|as much|the same|all this|the news|the story|the words?)(?: [\w-]+){0,2}? (?:on )?to\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"to (?:the|an?|his|her|its|their|my|our|another|one|somebody|someone|[A-Z]\w+)\b")
_CUT_OFF = re.compile(r"[;,)]|and (?:the|an?|his|her|he|she|they|it)\b", re.IGNORECASE)
_PUTS_OUT = re.compile(
    r"(?:puts? out|issue[sd]?|publish(?:es|ed)|release[sd]?|circulate[sd]?|hand(?:s|ed) out|print(?:s|ed)|sen[dt]s?)$",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:an?|the|its|his|her|their|this|another|one|two|\w+['’]s?) (?:[\w-]+ ){0,3}?(?:circulars?|communiqu[eé]s?|statements?|corrections?|bulletins?|notes?|letters?|"
    r"leaflets?|read-?outs?|decrees?|notices?|lists?|reports?|papers?|pamphlets?|posters?|editions?|books?|albums?|photographs?|pictures?|videos?|clips?|"
    r"recordings?|films?|summar(?:y|ies)|transcripts?|press releases?|replies|reply)\b",
    re.IGNORECASE,
)
_SEEKING = re.compile(
    r" (?:around|after|at|in|everywhere|among|all|throughout|up and down)\b(?![^.;]*\b(?:whether|that|for|to|why|who|how)\b)",
    re.IGNORECASE,
)  # "are asking | at every well"
_WHAT_IT_IS = re.compile(
    r"what (?:it|they|he|she|we|i|you|others|people) ", re.IGNORECASE
)  # "wrote | what it was served"
_TELLS_WHAT = re.compile(
    r"\b(?:wr(?:ote|ites?)|tell(?:s|ing)?|told|prints?|printed|repeat(?:s|ed)?|said|says?)$", re.IGNORECASE
)
_UNSAYABLE = re.compile(r"\b(?:nobody|no one|no-one|none|neither|who|cannot|can)\b(?: \w+){0,4}$", re.IGNORECASE)
_FINITE = (
    w.BE | (w.MODALS - {"to"}) | frozenset(["has", "had", "have", "that", "whether", "how", "why", "what", "if"])
)


def tells_no_words(view: View, voice: Voice) -> bool:
    """Whether a voice tells of no words at all."""
    if voice.direct or voice.attitude or not voice.contents or voice.cited is not None:
        return False
    cue = view.text[slice(*voice.cue)]
    words = " ".join(view.text[a:b] for a, b in voice.contents)
    behind = voice.contents[0][0] >= voice.cue[1]
    if _ASKS.match(cue) and behind and _SEEKING.match(view.text, voice.cue[1]):
        return True
    if behind and _WHAT_IT_IS.match(words) and _TELLS_WHAT.search(cue):
        return True
    if _ASKS.match(cue) and behind and _QUESTION.match(words):
        return voice.speaker is not None and _is_of_the_press(view, voice)
    if behind and _TOLD_ON.match(cue) and _is_handed_on(view, voice, words):
        return True
    if behind and _PUTS_OUT.match(cue) and _PAPER.match(words) and not _tells(words):
        return True
    last = cue.lower().rpartition(" ")[2]
    if (
        voice.speaker is None
        and not voice.same_speaker
        and (
            last in GIVE_FORMS
            or (last in ("say", "tell") and _UNSAYABLE.search(view.text[view.start : voice.cue[0]] + cue))
        )
    ):
        return not _IN_PASSIVE.search(view.text[max(view.start, voice.cue[0] - 16) : voice.cue[1]])
    return False


_IN_PASSIVE = re.compile(r"\b(?:is|was|were|been|being|be)\b", re.IGNORECASE)


def _is_of_the_press(view: View, voice: Voice) -> bool:
    speaker = voice.speaker
    if speaker is None:
        return False
    own = view.text[slice(*speaker.place)]
    return _OF_THE_PRESS.search(own) is not None and not any(x[:1].isupper() for x in own.split()[1:])


def _is_handed_on(view: View, voice: Voice, words: str) -> bool:
    """Whether a verb of telling leads to whom it was told, and to nothing that was: "whispered to his brother, | a monk"."""
    if _THING_TO.match(words):
        return True
    if "“" in words or '"' in words or "'" in words[:1]:
        return False
    before = view.text[voice.cue[1] : voice.contents[0][0]].strip()
    if before.endswith((":", "that")) or words.lower().startswith(("to ", "not to ")):
        return _TO_SOMEBODY.match(words) is not None and not _tells(words)
    if _CUT_OFF.match(words) and not before.endswith(","):
        return True
    if _tells(words):
        return False
    hearer = _SOMEBODY.fullmatch(words)
    if hearer is not None and (hearer["head"] is None or hearer["head"].lower() in _PEOPLE):
        return True
    told = view.text[slice(*voice.cue)].lower().rpartition(" ")[2] in ("told", "tells", "telling")
    return told and _THING.fullmatch(words) is not None


_SOMEBODY = re.compile(  # "a monk", "the mayor of Tarn", "anybody with a recorder"
    r"\W*(?:(?:nobody|anybody|everybody|somebody|no one|anyone|everyone|someone|one|another|others|all|both)|"
    r"(?:an?|the|his|her|its|their|my|our|another|one|two|three) (?:[\w’'-]+ ){0,2}?(?P<head>[\w-]+))"
    r"(?: (?:of|with|in|at|from|who|for|to)\b.*)?(?:, and .*)?\W*",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:the|an?|his|her|its|their|another|this|that|no)(?: [\w’'-]*[^\Ws\d_]){1,3}", re.IGNORECASE
)  # "told | his story"
_PEOPLE = w.PERSON_HEADS | w.BODY_HEADS | w.MEDIUM_HEADS


def _tells(words: str) -> bool:
    """Whether a content has a finite verb."""
    low = [word.strip(".,;:'’\"“”()").lower() for word in words.split()]
    return any(
        x in _FINITE or x in w.SAYING or x in w.FINITE or (x in LEMMAS and x not in AMBIGUOUS and x not in w.PREPOSITIONS)
        or x.endswith(("n't", "n’t")) or (x.endswith("ed") and len(x) > 4)
        for x in low
    )  # fmt: skip
