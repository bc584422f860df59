"""Marked texts told again with other words of saying, so that the tagger learns a cue by what stands around it.

In: a text and its marked statements. Out: the same with some plain cues ("said", "says") replaced by rarer ones that
fit the frame: before a clause, beside a quotation, behind a clause.
Leaves to others: the reports and paragraphs themselves (`data`).
"""

from __future__ import annotations

import numpy as np

Place = tuple[int, int]
Statement = dict[str, list[Place]]

SHARE = 0.5  # of the cues that could be replaced


def _table(words: str) -> list[str]:
    return [word.strip() for word in words.replace("\n", ",").split(",") if word.strip()]


_PAST = frozenset(
    _table(
        """said, stated, added, declared, claimed, insisted, noted, replied, announced, explained, recalled, argued,
        maintained"""
    )
)
_PRESENT = frozenset(_table("says, states, adds, claims, insists, notes, writes, explains, argues, maintains"))
BEFORE_CLAUSE = _table(
    """let on, let slip, let it be known, made it known, made it clear, made plain, made clear, put it about,
    gave out, gave notice, served notice, sent word, sent back word, left word, took the line, took the view,
    took the position, was adamant, was categorical, was emphatic, was quick to say, was at pains to say,
    would only say, would say no more than, went so far as to say, went on record, was heard to say, held,
    ruled, decreed, stipulated, submitted, attested, averred, avowed, swore, owned, allowed, granted,
    conceded, admitted, confided, whispered, muttered, grumbled, protested, objected, retorted, countered,
    rejoined, shot back, wrote back, cabled, wired, telegraphed, radioed, signalled, texted, posted,
    observed, remarked, mused, ventured, volunteered, offered, put in, threw in, chimed in, pointed out,
    spelled out, laid down, set out, underlined, stressed, hammered home, reiterated, repeated, recollected,
    related, recounted, testified, deposed, bore witness, advised, cautioned, gave his word, gave assurances,
    boasted, bragged, crowed, lied, alleged, charged, contended, reasoned, postulated, theorised, speculated,
    guessed, reckoned, estimated, predicted, prophesied, hinted, implied, intimated, insinuated, suggested,
    indicated, proclaimed, trumpeted, certified, corroborated, acknowledged, clarified, specified, summed up,
    concluded, began by saying, closed by saying, left no doubt, stuck to his story, had it"""
)
BEFORE_CLAUSE_NOW = _table(
    """lets on, lets it be known, makes it clear, makes plain, has it, gives out, takes the line, takes the
    view, is adamant, is categorical, is on record as saying, will only say, goes so far as to say, holds,
    attests, avers, swears, owns, allows, grants, concedes, confides, grumbles, protests, objects, retorts,
    counters, cables, wires, posts, observes, remarks, muses, ventures, volunteers, offers, puts in, points
    out, spells out, lays down, sets out, underlines, stresses, reiterates, repeats, relates, recounts,
    testifies, cautions, boasts, alleges, contends, reasons, guesses, reckons, estimates, predicts, hints,
    implies, intimates, suggests, proclaims, certifies, acknowledges, clarifies, specifies, sums up,
    concludes, leaves no doubt, sticks to his story"""
)
BESIDE_QUOTATION = _table(
    """laughed, shrugged, smiled, sighed, snapped, barked, growled, hissed, wept, sobbed, joked, quipped,
    drawled, intoned, shouted, bellowed, cried, called out, burst out, blurted out, broke in, cut in, piped
    up, interjected, interrupted, went on, continued, rounded off, finished, began, ended, exclaimed,
    pleaded, begged, enthused, scoffed, sneered, mocked, thundered, fumed, complained, lamented, moaned,
    wondered aloud, wanted to know, inquired, urged, counselled, muttered, murmured, whispered, remarked,
    observed, put in, threw in, shot back, retorted, rejoined, wrote back, cabled, posted, tweeted, texted,
    offered, ventured, mused, explained, recounted, remembered, testified, warned, vowed, pledged, conceded,
    admitted, allowed, boasted, protested, objected, countered"""
)
BESIDE_QUOTATION_NOW = _table(
    """laughs, shrugs, smiles, sighs, snaps, growls, weeps, jokes, quips, shouts, cries, breaks in, puts in,
    goes on, continues, begins, ends, exclaims, pleads, scoffs, complains, laments, wonders aloud, wants to
    know, mutters, murmurs, whispers, remarks, observes, retorts, posts, tweets, offers, muses, recounts,
    remembers, testifies, warns, vows, concedes, admits, allows, boasts, protests"""
)
BEHIND_CLAUSE = _table(
    """let on, let it be known, made clear, made plain, allowed, conceded, confided, reckoned, guessed,
    predicted, recollected, recounted, testified, observed, remarked, hinted, intimated, suggested,
    acknowledged, pointed out, whispered, grumbled, ventured, swore, vowed, wrote back, reiterated, repeated,
    stressed, specified, clarified, would have us believe, was heard to say, went on to say"""
)
BEHIND_CLAUSE_NOW = _table(
    """lets on, lets it be known, makes clear, allows, concedes, confides, reckons, guesses, predicts, recounts,
    testifies, observes, remarks, hints, intimates, suggests, acknowledges, points out, whispers, grumbles,
    ventures, swears, vows, repeats, stresses, would have us believe"""
)


def reworded(text: str, found: dict[str, Statement], random: np.random.Generator) -> tuple[str, dict[str, Statement]]:
    """The text with some cues replaced, and its statements with their places moved."""
    changes: list[tuple[int, int, str, str]] = []
    for parts in found.values():
        if len(parts["cue"]) != 1 or not parts["content"]:
            continue
        change = _other_cue(text, parts["cue"][0], parts["content"][0], random)
        if change is not None and random.random() < SHARE:
            changes.append((*parts["cue"][0], *change))
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []  # behind which place by how much all is moved
    at = shift = 0
    for start, stop, cue, behind in sorted(changes):
        pieces += [text[at:start], cue, behind]
        shift += len(cue) - (stop - start)
        moved.append((stop, shift))
        shift += len(behind)
        if behind:
            moved.append((stop + 1, shift))
        at = stop
    pieces.append(text[at:])

    def new(place: int) -> int:
        return place + next((by for behind, by in reversed(moved) if place >= behind), 0)

    statements = {
        name: {part: [(new(a), new(b)) for a, b in places] for part, places in parts.items()}
        for name, parts in found.items()
    }
    return "".join(pieces), statements


def _other_cue(text: str, cue: Place, content: Place, random: np.random.Generator) -> tuple[str, str] | None:
    """Another cue for a plain one, and what must stand behind it."""
    word = text[slice(*cue)].lower()
    if (word not in _PAST and word not in _PRESENT) or text[cue[1] : cue[1] + 4].strip() == "to":
        return None
    now = word in _PRESENT
    behind = text[cue[1] : cue[1] + 6]
    quoted = text[content[0] - 1 : content[0]] in ("“", '"', "'", "‘", "«")
    if content[1] <= cue[0]:
        if quoted:
            tables = BESIDE_QUOTATION_NOW if now else BESIDE_QUOTATION
        elif behind[:1] in (".", ",", ";"):
            tables = BEHIND_CLAUSE_NOW if now else BEHIND_CLAUSE
        else:
            return None
        return str(random.choice(tables)), ""
    if quoted and behind[:2] in (": ", ", "):
        return str(random.choice(BESIDE_QUOTATION_NOW if now else BESIDE_QUOTATION)), ""
    table = BEFORE_CLAUSE_NOW if now else BEFORE_CLAUSE
    if behind == " that ":
        return str(random.choice(table)), ""
    if content[0] == cue[1] + 1 and not quoted:
        return str(random.choice(table)), " that"
    return None
