"""Reports written by rule, in any number, and edits of them as newsrooms make; everything in them is invented.

In: a random generator. Out: `Report`s, and for each kind of edit a text that was made from a report, or that was not.
Leaves to others: finding out which was which (`copies`).

Two reports of one event that are written apart share its names, numbers, day and place and one short quotation, and
their sentences come from one stock of phrases: harder to tell from copies than two reports by two people would be.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

_SYLLABLES = "va re lo mi ta sen dor kel il mar bra tov zan ri po lus nek kar sto vel dan hur osh bel tin gor ash lim"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: what every report of it gives alike."""

    number: int
    place: str
    people: tuple[str, str, str]
    body: str
    other: str
    count: int
    day: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `publisher` and `event` are numbers; boilerplate stands around the paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]
    publisher: int
    event: Event
    day: int  # of publication, in days from the first
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    script: str = "Latn"

    @property
    def text(self) -> str:
        """As it is captured."""
        return in_script("\n\n".join((*self.above, self.headline, *self.paragraphs, *self.below)), self.script)


_LETTERS = {
    "Cyrl": "абвгдежзийклмнопрстуфхцчшщыэюяё",
    "Hebr": "אבגדהוזחטיכלמנסעפצקרשת",
    "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهوىيةأ",
    "Hans": "".join(map(chr, range(0x4E00, 0x4E00 + 2000))),
}


def in_script(text: str, script: str) -> str:
    """The same text with each word as another in this script's letters: no language, but as many different words."""
    if script == "Latn":
        return text
    made = re.sub(r"[^\W\d_]+", lambda found: _other_word(found[0].lower(), script), text)
    return re.sub(r"(?<=\w) (?=\w)", "", made) if script == "Hans" else made


@lru_cache(maxsize=50_000)
def _other_word(word: str, script: str) -> str:
    chance = random.Random(word)
    return "".join(chance.choices(_LETTERS[script], k=chance.randint(1, 2) if script == "Hans" else len(word) + 1))


def name(chance: random.Random) -> str:
    """A word of two or three syllables, capitalised."""
    return "".join(chance.choices(_SYLLABLES.split(), k=chance.choice((2, 3)))).capitalize()


_BODIES = (
    "Ministry of Order|Ministry of the Interior|Council of the Valley|Front of the North|Office for the Missing|"
    "Prison Administration|Committee of Families|Border Command|Red Lantern Society|Joint Commission|"
    "General Staff|Provincial Court|Relief Mission|Assembly of Elders|Port Authority|River Brigade"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|sixteen|nineteen|twenty|forty"
_QUOTES = (
    "We are searching for {n} people and we will not stop until every one of them is home",
    "Nobody who is held in {place} will be forgotten, and the {n} families know it",
    "We do not hold the {n} people on that list and have told the commission so in writing",
    "As soon as the road to {place} is open we will release them, all {n}, without conditions",
    "The list was handed to us on {day} and we are checking its {n} names one by one",
    "There is no list, there was no meeting in {place}, and there are no captives in our hands",
    "We have asked for a visit to {place} {n} times and have been refused {n} times",
    "My brother was taken in {place}, and since that {day} we have heard of him from nobody",
    "Give us the names and we will give you an answer before {day}, as we did in {place}",
    "Of the {n} men who were brought to {place} we have seen three, and they were well",
)


def event(chance: random.Random, number: int) -> Event:
    """One thing that happened."""
    place, n, day = name(chance), chance.choice(_NUMBERS.split("|")), chance.choice(_DAYS.split("|"))
    body, other = chance.sample(_BODIES.split("|"), 2)
    people = tuple(f"{name(chance)} {name(chance)}" for _ in range(3))
    return Event(
        number,
        place,
        (people[0], people[1], people[2]),
        f"{body} of {name(chance)}",
        other,
        chance.randint(2, 900),
        day,
        chance.choice(_QUOTES).format(n=n, place=place, day=day),
    )


# Each slot is filled anew in every sentence; {a} {b} {c} are people, {body} {other} bodies; {place} {n} {day} are the
# event's own. Slots stand inside slots, so that few runs of five words are the same in two sentences by chance.
_SLOTS: dict[str, str] = {
    "said": "said|told reporters|stated|declared|confirmed|announced|repeated|acknowledged|wrote|insisted|remarked|"
    "complained|warned|conceded|explained|recalled",
    "when": "on {day}|late on {day}|early on {day} morning|on {day} evening|a day after the {noun}|"
    "within hours of the {noun}|before the {adj} session opened|as the {noun} was leaving|when asked by telephone|"
    "during a {adj} briefing|at the end of a {adj} meeting|hours after a {noun} had been found",
    "where": "in {place}|near {place}|at the edge of {place}|on the road to {place}|outside the {adj} {building}|"
    "at the {adj} {building}|beside the {building}|in front of a {adj} {building}|"
    "between the {building} and the river|behind the {building} of {place}|in the {adj} quarter|"
    "a mile from the {adj} {building}",
    "who": "relatives|the families|{adj} mothers|two former {role}s|the {adj} {role}s|aid workers|three {role}s|"
    "the {role} of a {adj} {building}|several {role}s from {place}|an {role2} with {adj} hair|a {adj} {role}",
    "did": "{verb} the {adj} {noun}|{verb} a {noun} of {adj} {noun}s|{verb} {m} {noun}s|{verb} their {noun} {adverb}|"
    "{verb} every {adj} {noun}|{verb} no {noun} at all|{verb} the {noun} and the {noun3}|"
    "{verb} one {noun} after another",
    "why": "because no {noun} had come in {season}|as the last {noun} had ended without a {noun3}|"
    "although the {adj} {noun} had been made twice|while both sides blamed a {adj} {noun}|"
    "since nobody could say who kept the {noun}|because the {noun} had been moved to a {adj} {building}|"
    "in spite of {adj} rain|as {season} was near and the {building} had no {noun}s|"
    "after {adj} rumours of a {noun}|for which the {role}s {verb} the {noun3}",
    "thing": "the {noun}|the {adj} {noun}|the {noun} of the {role}s|the {adj} {building}|a {adj} {noun}|"
    "the {noun} in {place}|the question of the {noun}",
    "will": "would go on {adverb}|would be put off until {season}|would be taken up with the {role}s|"
    "had never {adverb} been agreed|depended on a {adj} {noun}|was a matter for the {adj} {role}s|"
    "would be made public beside the {noun3}|could not be hurried by a {noun}|had {adverb} been settled|"
    "would need a {adj} {noun}|was no {noun} but a {noun3}",
    "detail": "one of them a {adj} boy of {m}|most of them from the {adj} quarter|among them {m} {role}s|"
    "some of them {adj}|{m} of them over sixty|none of them shown a {noun}|several of them {role}s|"
    "half of them from one {adj} street",
    "season": "spring|summer|autumn|winter|the harvest|the new year|the feast|the rains",
    "adverb": "quietly|once again|for the first time|without warning|in plain words|at some length|briefly|"
    "reluctantly|openly|hastily|in writing|under protest|by letter|through friends|as agreed|after all",
    "adj": "old|grey|northern|southern|narrow|broken|crowded|empty|silent|hasty|secret|public|formal|last|new|"
    "sudden|long|brief|angry|patient|tired|worried|local|foreign|provincial|former|unknown|young|elderly|military|"
    "civil|armed|wounded|frozen|flooded|burnt|rebuilt|walled|distant|careful|cautious|bitter|hopeful|official|private|"
    "unsigned|torn|missing|promised|disputed|agreed|refused|forgotten|expected|separate|joint|second|third",
    "noun": "exchange|visit|list|register|ceasefire|inquiry|release|corridor|transfer|search|letter|petition|promise|"
    "rumour|convoy|photograph|blanket|lorry|map|file|card|form|signature|envelope|telegram|payment|answer|question|"
    "demand|proposal|draft|document|protocol|statement|complaint|warning|order|permit|ration|stove|tent|truce|"
    "reply|journey|offer|threat|burial|grave|quarry|shipment|delivery|meeting|hearing|verdict|sentence|arrest",
    "building": "school|customs house|town hall|clinic|court|barracks|mill|station|bridge|market|granary|quarry|"
    "monastery|depot|hotel|library|brewery|cinema|harbour|tannery|archive|prison|bakery|garage|warehouse|chapel",
    "role": "delegate|deputy|lawyer|driver|teacher|doctor|nurse|editor|elder|shopkeeper|officer|captive|guard|clerk|"
    "mediator|pilot|farmer|engineer|student|widow|conscript|interpreter|judge|envoy|carpenter|baker|fisherman",
    "role2": "elder|officer|engineer|interpreter|envoy|editor|archivist|attendant|apprentice|innkeeper",
    "verb": "awaited|asked for|handed over|signed|demanded|received|refused|read out|copied|carried|brought|burnt|"
    "hid|showed|described|disputed|praised|doubted|counted|searched|opened|closed|guarded|repaired|lost|found|"
    "returned|questioned|delayed|withdrew|published|translated|mentioned|forgot|kept|sold|photographed|sealed|forged",
}
_SLOTS["noun3"] = _SLOTS["noun"]
_SENTENCES = (
    "{Body} {said} {when} that {thing} {will}.",
    "{who} {did} {where} {when}, {why}.",
    "{a}, who speaks for {body}, {said} that {m} people had been counted {where}, {detail}.",
    "{b} {adverb} {said} that {who} {did} {where}.",
    "According to {other}, {thing} {will}, {why}.",
    "The number given {when} was {n}; {other} speaks of {m}.",
    "{who} {said} that they {did} {where} and that {thing} {will}.",
    "{c} {adverb} {said} {when}: {thing} {will}.",
    "It was not clear {when} whether {thing} {will} or {will2}.",
    "A spokeswoman of {other} {said} that {who} {did}, {why}.",
    "In {place} itself, {who} {did}, {detail2}.",
    "{Body} has {adverb} rejected the figure of {m}, {why}.",
    "Of {m} people who were led away, {n} are still missing, {detail}.",
    "{Other} asked {body} for {thing} {when}, {why}.",
    "Nobody {where} could say whether {a} or {b} {did} when {who} {did2}.",
    "{b} has led {other} for {m} years and {adverb} {did}.",
    "{Thing} {will}, a {adj} note handed to {who} {when} says.",
    "For {m} days {who} {did} {where}.",
    "\u201c{Thing} {will},\u201d {a} {said} {when}.",
    "\u201c{Who} {did} {where},\u201d {c} {said}. \u201cThat is all we know of {thing}.\u201d",
    "{a} was seen {where} {when}, {detail}.",
    "Telephone lines {where} were cut {when}, {why}.",
    "The road {where} has been closed for {m} days, and {who} {did}.",
    "On the matter of {thing}, {other} {adverb} {said} that it {will}.",
    "{Who} who came {where} {when} {did}; {who2} {did2}.",
)
_HEADLINES = (
    "{Body} speaks of {n} held near {place}",
    "{place}: {thing} in doubt",
    "No word on the missing of {place}",
    "{a} promises an answer on {thing}",
    "Families gather in {place} {when}",
    "What is known of {thing}",
    "{other} doubts the figure of {m}",
    "{n} names, one list and no reply",
)


def _fill(chance: random.Random, pattern: str, about: Event) -> str:
    text = pattern
    while "{" in text:  # slots stand inside slots
        text = re.sub(r"{(\w+)}", lambda found: _slot(chance, found[1], about), text)
    text = " ".join(text.split())
    return text[0].upper() + text[1:]


def _slot(chance: random.Random, slot: str, about: Event) -> str:
    known = {
        "a": about.people[0], "b": about.people[1], "c": about.people[2], "body": f"the {about.body}",
        "other": f"the {about.other}", "place": about.place, "n": str(about.count), "day": about.day,
        "m": str(chance.randint(2, 99)),
    }  # fmt: skip
    key = slot.lower() if slot in _SLOTS else slot.rstrip("2").lower()
    value = known.get(slot) or known.get(key) or chance.choice(_SLOTS[key].split("|"))
    return value[0].upper() + value[1:] if slot[0].isupper() else value


def report(chance: random.Random, about: Event, publisher: int, day: int, *, length: int | None = None) -> Report:
    """One report of an event, written apart from all others of it."""
    count = length or chance.randint(5, 11)
    paragraphs = []
    for _ in range(count):
        sentences = [_fill(chance, chance.choice(_SENTENCES), about) for _ in range(chance.randint(2, 4))]
        paragraphs.append(" ".join(sentences))
    quoted = f"\u201c{about.quotation},\u201d {about.people[0]} {chance.choice(_SLOTS['said'].split('|'))}."
    paragraphs.insert(chance.randint(1, 2), quoted)
    return Report(_fill(chance, chance.choice(_HEADLINES), about), tuple(paragraphs), publisher, about, day)


_ABOVE = (
    "{title} | Home | News | Politics | Region | Opinion | Sport | Archive | Subscribe",
    "You are reading {title}. Independent journalism from {city} since {year}. Support us with a gift every month.",
    "{title} uses cookies so that the site works. By reading on you agree to the storage of cookies on your device.",
)
_BELOW = (
    "All rights reserved. No part of what {title} publishes may be copied, kept in any system or passed on in any "
    "form without leave in writing from the publisher. {title} is printed in {city} by the {title} Company.",
    "Write to the editors of {title} at the old post office in {city}. Letters may be cut for length and are printed "
    "with the name of the sender unless there are reasons to leave it out. We answer no questions on the telephone.",
    "Read also: our series on the years of the war, the map of the front, and the diary of a village near {city}. "
    "To receive the morning letter of {title} every day, leave your address below and confirm it by return.",
    "Background: the talks between the two sides began in {year} in {city} under a mediator. Three rounds were held, "
    "the last without result. Each side says that it holds fewer people than the other believes, and neither has "
    "published a full register. The mediators have asked both for one {n} times. Since then {title} has followed the "
    "matter daily.",
)


def boilerplate(publisher: int, *, heavy: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands above and below everything that a publisher puts out; a heavy one has more of it than of news."""
    chance = random.Random(f"publisher {publisher}")
    words = {
        "title": f"{name(chance)} {chance.choice(('Times', 'Post', 'Herald', 'Courier', 'Mail'))}",
        "city": name(chance),
        "year": str(chance.randint(1890, 2020)),
        "n": str(chance.randint(3, 40)),
    }
    above = chance.sample(_ABOVE, 3 if heavy else chance.randint(0, 2))
    below = chance.sample(_BELOW, 4 if heavy else chance.randint(0, 2))
    return tuple(p.format(**words) for p in above), tuple(p.format(**words) for p in below)


def put_out(written: Report, publisher: int, day: int, *, heavy: bool = False) -> Report:
    """The report on a page of this publisher."""
    above, below = boilerplate(publisher, heavy=heavy)
    return replace(written, publisher=publisher, day=day, above=above, below=below)


# --- edits ------------------------------------------------------------------------------------------------------

_SYNONYMS = {
    "said": "noted", "told": "informed", "people": "persons", "asked": "requested", "before": "ahead of",
    "because": "since", "although": "even though", "late": "shortly before midnight", "families": "relatives",
    "relatives": "families", "waited": "stayed", "answer": "reply", "reply": "answer", "road": "highway",
    "announced": "made known", "talks": "negotiations", "list": "roll", "last": "latest", "office": "bureau",
    "whether": "if", "seen": "noticed", "closed": "shut", "handed": "given", "missing": "unaccounted for",
    "near": "close to", "delegates": "envoys", "nobody": "no one", "half": "part", "several": "a number of",
    "still": "yet", "letter": "note", "demanded": "called for", "register": "ledger", "rumours": "talk",
    "spoke": "talked", "hours": "a few hours", "week": "seven days", "figure": "total", "morning": "hours",
}  # fmt: skip
_SPELT = (("ise", "ize"), ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("ll", "l"))


def headline_changed(chance: random.Random, one: Report) -> Report:
    """Another headline and the agency's line before the text."""
    first = f"{one.event.place.upper()} ({name(chance)} Agency) - {one.paragraphs[0]}"
    headline = _fill(chance, chance.choice(_HEADLINES), one.event)
    return _with(one, headline=headline, paragraphs=(first, *one.paragraphs[1:]))


def paragraphs_cut(chance: random.Random, one: Report) -> Report:
    """One or two paragraphs are gone, wherever they stood."""
    kept = list(one.paragraphs)
    for _ in range(chance.randint(1, 2)):
        kept.pop(chance.randrange(len(kept)))
    return _with(one, paragraphs=tuple(kept))


def paragraph_added(chance: random.Random, one: Report) -> Report:
    """One or two paragraphs of the outlet's own."""
    kept = list(one.paragraphs)
    for own in report(chance, one.event, 0, 0, length=2).paragraphs[: chance.randint(1, 2)]:
        kept.insert(chance.randint(0, len(kept)), own)
    return _with(one, paragraphs=tuple(kept))


def spellings_swapped(chance: random.Random, one: Report) -> Report:
    """Every name and place is romanised otherwise, and the words are spelt as overseas."""
    others = {}
    for written in {*" ".join(one.event.people).split(), one.event.place, one.event.body.split()[-1]}:
        other = written.replace("k", "q").replace("sh", "ch").replace("v", "w").replace("i", "y", 1)
        others[written] = other if other != written else written.replace("o", "ou").replace("e", "eh", 1)

    def respelt(text: str) -> str:
        for written, other in others.items():
            text = text.replace(written, other)
        for here, there in _SPELT:
            text = re.sub(rf"(?<=\w\w){here}(?=\w*\b)", there, text)
        return text

    return _with(one, headline=respelt(one.headline), paragraphs=tuple(respelt(p) for p in one.paragraphs))


def quotes_changed(chance: random.Random, one: Report) -> Report:
    """Other quotation marks, other dashes, other spaces, all in one paragraph."""
    opening, closing = chance.choice(
        (("\u00ab\u00a0", "\u00a0\u00bb"), ("\u201e", "\u201c"), ('"', '"'), ("''", "''"))
    )
    text = " ".join(one.paragraphs).replace("\u201c", opening).replace("\u201d", closing)
    return _with(one, paragraphs=(text.replace(": ", " \u2013 ").replace("'", "\u2019"),))


def words_replaced(chance: random.Random, one: Report) -> Report:
    """About one word in twenty is another."""

    def changed(text: str) -> str:
        words = text.split(" ")
        for place in range(len(words)):
            if chance.random() < 0.05:
                bare = words[place].strip(".,;:\u201c\u201d")
                words[place] = words[place].replace(
                    bare, _SYNONYMS.get(bare, chance.choice(list(_SYNONYMS.values())))
                )
        return " ".join(words)

    return _with(one, paragraphs=tuple(changed(p) for p in one.paragraphs))


def cut_by_a_third(chance: random.Random, one: Report) -> Report:
    """Three sentences in ten are gone, all over the text."""
    sentences = [(n, s) for n, p in enumerate(one.paragraphs) for s in re.split(r"(?<=[.\u201d]) (?=[A-Z\u201c])", p)]
    gone = set(chance.sample(range(len(sentences)), round(len(sentences) * 0.3)))
    kept: dict[int, list[str]] = {}
    for place, (paragraph, sentence) in enumerate(sentences):
        if place not in gone:
            kept.setdefault(paragraph, []).append(sentence)
    return _with(one, paragraphs=tuple(" ".join(s) for s in kept.values()))


def introduction_added(chance: random.Random, one: Report) -> Report:
    """The outlet tells first, in 40 to 120 words, what it has from its own people; then the wire story follows."""
    own = report(chance, one.event, 0, 0, length=4).paragraphs
    words = " ".join(own).split()[: chance.randint(40, 120)]
    return _with(one, headline="", paragraphs=(" ".join(words) + ".", *one.paragraphs))


def shortened_to_a_brief(chance: random.Random, one: Report) -> Report:
    """Only the first two or three paragraphs, as in a column of briefs."""
    return _with(one, paragraphs=one.paragraphs[: chance.randint(2, 3)])


def set_in_a_longer_piece(chance: random.Random, one: Report) -> Report:
    """The whole of it stands in the middle of a piece of the outlet's own that is as long again."""
    own = report(chance, event(chance, -1), 0, 0, length=len(one.paragraphs)).paragraphs
    half = len(own) // 2
    return _with(one, paragraphs=(*own[:half], *one.paragraphs, *own[half:]))


def several_edits(chance: random.Random, one: Report) -> Report:
    """Headline, quotation marks, a few words and a paragraph at once."""
    for edit in (headline_changed, words_replaced, paragraphs_cut, quotes_changed):
        one = edit(chance, one)
    return one


def _with(one: Report, *, paragraphs: tuple[str, ...], headline: str | None = None) -> Report:
    return replace(one, paragraphs=paragraphs, headline=one.headline if headline is None else headline)


EDITS: dict[str, Callable[[random.Random, Report], Report]] = {
    "headline changed": headline_changed,
    "paragraphs cut": paragraphs_cut,
    "paragraph added": paragraph_added,
    "spellings swapped": spellings_swapped,
    "quotation marks changed": quotes_changed,
    "one word in twenty replaced": words_replaced,
    "30% of the sentences cut": cut_by_a_third,
    "introduction added": introduction_added,
    "shortened to a brief": shortened_to_a_brief,
    "set in a longer piece": set_in_a_longer_piece,
    "several edits": several_edits,
}
