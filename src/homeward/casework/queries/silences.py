"""Silence: what a person found missing where it was to be expected, and what the reading engine noticed.

In: findings with their coverage, and proposals of the kind "silence". Out: one line each, newest first.
Nothing is inferred here: a proposal stays a proposal, and a text not held in full says nothing.
"""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.models import Proposal, SilenceFinding
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.letters import language_of, script_of, words
from homeward.casework.queries.shown import (
    actor_name,
    newest_first,
    party_name,
    source_of_capture,
    source_of_statement,
    span_words,
)
from homeward.casework.results import CoverageLine, SilenceLine, Words
from homeward.reading.proposals import proposal_from_json
from homeward.records import PartialDate, SilenceVerdict

# How the engine begins its reason for a silence that it found itself; any other is a source's own word.
_MISSED_BY_ENGINE = "silence:"
_TERMS = "none of these terms: "
_LANGUAGE_OF_SCRIPT = {"Hebr": "he", "Arab": "ar", "Cyrl": "ru"}


def silence_lines(ground: Ground) -> tuple[SilenceLine, ...]:
    """Findings and waiting proposals, newest first; a finding before a proposal of the same day."""
    lines = [finding_line(ground, finding) for finding in ground.silences]
    lines += [_proposed(ground, row) for row in ground.proposed_silences]
    return tuple(sorted(lines, key=lambda line: (newest_first(line.on), not line.found_by)))


def date_of(finding: SilenceFinding) -> PartialDate | None:
    """The day of the event, or of the words in which a source says so, or of the first text looked at."""
    if finding.contact is not None and finding.contact.on is not None:
        return finding.contact.on
    if finding.explicit_in is not None:
        return finding.explicit_in.said_on or finding.explicit_in.capture.published
    return next((c.capture.published for c in finding.coverage.all() if c.capture and c.capture.published), None)


def finding_line(ground: Ground, finding: SilenceFinding) -> SilenceLine:
    """One finding with what was looked at."""
    explicit = finding.explicit_in
    coverage = [
        CoverageLine(
            outlet=actor_name(ground, text.outlet),
            language=text.language,
            full_text_held=text.full_text_held,
            verdict=text.verdict if text.full_text_held else SilenceVerdict.NOT_ASSESSABLE,
            ref=ref_of(text.capture) if text.capture is not None else "",
        )
        for text in finding.coverage.all()
    ]
    by = finding.entered_by
    return SilenceLine(
        ref=ref_of(finding),
        event=finding.event,
        on=date_of(finding),
        verdict=finding.verdict,
        verdict_words=wording.silence_words(finding.verdict, explicit=explicit is not None),
        explicit=words(explicit.text, explicit.language) if explicit is not None else None,
        coverage=tuple(coverage),
        terms=tuple(shown for term in finding.terms if (shown := term_words(term)).text not in ground.hidden_terms),
        found_by=by.get_full_name() or by.get_username(),
        source=source_of_statement(explicit) if explicit is not None else None,
    )


def term_words(term: object) -> Words:
    """A term as stored, ``{"script": "Arab", "term": ...}``, or as plain text."""
    if not isinstance(term, dict):
        return words(str(term))
    text = str(term.get("term", ""))
    script = str(term.get("script", "")) or script_of(text)
    return words(text, language_of(text) or _LANGUAGE_OF_SCRIPT.get(script, ""))


def _terms_of(because: str) -> list[str]:
    """The terms that the engine looked for, as its reason lists them."""
    _, found, terms = because.partition(_TERMS)
    return [term.strip() for term in terms.split(";") if term.strip()] if found else []


def _proposed(ground: Ground, row: Proposal) -> SilenceLine:
    proposal = proposal_from_json(row.payload)
    capture = row.capture
    explicit = bool(proposal.about) and not proposal.because.startswith(_MISSED_BY_ENGINE)
    # Where a source tells of a silence, the text that kept it is another one, and not held by that alone (D22).
    held = capture.complete and not explicit
    verdict = SilenceVerdict.NO_MENTION if held else SilenceVerdict.NOT_ASSESSABLE
    looked_at = CoverageLine(
        outlet=party_name(capture.publisher) or capture.title or capture.file_name,
        language=capture.language,
        full_text_held=capture.complete,
        verdict=verdict,
        ref=ref_of(capture),
    )
    return SilenceLine(
        ref=ref_of(row),
        event=proposal.about
        or gettext("“{title}” could have spoken of our people").format(title=capture.title or capture.file_name),
        on=proposal.date.value if proposal.date is not None else capture.published,
        verdict=verdict,
        verdict_words=wording.proposed_silence_words(verdict, explicit=explicit),
        explicit=words(row.quote, capture.language) if explicit else None,
        coverage=() if explicit else (looked_at,),
        terms=tuple(words(term) for term in _terms_of(proposal.because) if term not in ground.hidden_terms),
        found_by="",
        source=source_of_capture(capture, span_words(row.start, row.stop)),
    )
