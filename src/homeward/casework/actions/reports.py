"""Taking in a report: its bytes are kept, its text read once, and what it says is proposed to a person.

In: a file, and who published it when. Out: `ReportArrival`. Nothing of what it says becomes a claim here.
Leaves to others: formats (`exchange`), reading (`reading`), judging the proposals (`actions.proposals`).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

import homeward
from homeward.casework import access, audit, document_terms, matching, optional_reader, whose
from homeward.casework.access import Permission
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import record_party
from homeward.casework.arrivals import ReportArrival
from homeward.casework.list_file import Source, name_and_bytes
from homeward.casework.models import Capture, Case, DocumentTerm, Party, PartyKind, Person, Proposal, User
from homeward.casework.near_copies import find_original, keep_prints
from homeward.casework.turns import take_turn
from homeward.errors import BadInputError, ConflictError
from homeward.exchange import Article, read_article
from homeward.reading import Document, ProposalKind, Reading, proposal_to_json, read
from homeward.reading import Proposal as ReadProposal
from homeward.reading.reader import OptionalReader, ReaderReport, is_from_reader
from homeward.records import PartialDate

PASTED = "pasted"
_LONGEST_TITLE = 80


def take_in_report(
    user: User,
    case: Case,
    source: Source,
    *,
    publisher: Party | str | None = None,
    published: PartialDate | None = None,
    title: str | None = None,
    url: str = "",
    language: str | None = None,
    how: str = "file",
    whole: bool = True,
    also: OptionalReader | None = None,
) -> ReportArrival:
    """Keep a report and propose what it says; exactly the same file a second time changes nothing.

    Args:
        publisher, published, title, language: as the person knows them; they win over what the file says of itself.
        whole: False if what is brought is known to be only a part of what was published; no silence is found in it.
        also: a reader to show the report's text to as well; the text leaves this machine for its address. None, as
            usual, shows it to nobody.

    Raises:
        RefusedFileError: hostile, oversized, locked, or not what its name says; nothing was written.
        BadInputError: neither the caller nor the file says who published it, or when; or it holds no text.
        ConflictError: the same file is held as a list, or as published by somebody else or on another day.
    """
    access.require(user, Permission.TAKE_IN, case)
    file_name, content = name_and_bytes(source)
    if (held := _held(user, case, content, publisher, published)) is not None:
        return held
    article = read_article((file_name, content))
    document = _document(article, publisher, published, title, language)
    terms = document_terms.text_keys(article.text)
    reading = _read(user, case, document)
    told: ReaderReport | None = None
    if also is not None:
        known = publisher if isinstance(publisher, Party) else None
        digest = hashlib.sha256(content).hexdigest()
        joint = optional_reader.read_with(
            also, user, case, document, reading, publisher=known, terms=terms, sha256=digest
        )
        reading, told = joint.reading, joint.report
    with transaction.atomic():
        take_turn()
        if (held := _held(user, case, content, publisher, published)) is not None:  # another import of it came first
            return held
        party = publisher if isinstance(publisher, Party) else record_party(
            user, case, document.publisher or "", kind=PartyKind.MEDIA
        )  # fmt: skip
        copied = find_original(
            user, case, article.text, publisher=party, published=document.published, language=reading.language
        )
        original, similarity = (copied.capture, copied.similarity) if copied is not None else (None, None)
        capture, _ = capture_file(
            user,
            case,
            content=content,
            file_name=file_name,
            format=article.format,
            how=how,
            title=document.title or (_first_line(article.text) if how == PASTED else ""),
            author=article.author or "",
            publisher=party,
            published=document.published,
            language=reading.language,
            text=article.text,
            complete=article.complete and whole,
            url=url,
            copies=original,
            copy_similarity=similarity,
        )
        DocumentTerm.objects.bulk_create(DocumentTerm(capture=capture, key=key) for key in sorted(terms))
        keep_prints(capture)
        proposals = _store_proposals(user, capture, _with_bodies(user, case, capture, reading))
        audit.append(user, "take_in_report", case=case, about=[capture], detail={"proposals": len(proposals)})
    return ReportArrival(
        capture=capture,
        proposals=proposals,
        already=False,
        copy_of=original,
        similarity=similarity,
        problems=article.problems,
        warnings=reading.warnings,
        also_read=told,
    )


def _held(
    user: User, case: Case, content: bytes, publisher: Party | str | None, published: PartialDate | None
) -> ReportArrival | None:
    sha256 = hashlib.sha256(content).hexdigest()
    seen = access.visible(user, Capture).filter(case=case, content_id=sha256)
    capture = seen.select_related("copies", "publisher").order_by("pk").first()
    if capture is None:
        return None
    if capture.lists.exists() or not capture.text:
        raise ConflictError(
            gettext("this very file is held as a list, not as a report"),
            gettext("Nothing is to be done: it is kept."),
        )
    if not _published_by(capture, publisher) or published not in (None, capture.published):
        by = capture.publisher.name if capture.publisher else gettext("a publisher not known")
        raise ConflictError(
            gettext("this very file is held as {capture}, published by {by} on {published}").format(
                capture=access.ref_of(capture), by=by, published=capture.published
            ),
            gettext(
                "If another outlet, or the same on another day, published these words too, save its own page and "
                "take that in: the two count as copies of one. If what is held is wrong, ask whoever took it in."
            ),
            kind="held-otherwise",
        )
    return ReportArrival(
        capture=capture,
        proposals=tuple(capture.proposals.all()),
        already=True,
        copy_of=capture.copies,
        similarity=capture.copy_similarity,
        problems=(),
        warnings=(),
    )


def _published_by(capture: Capture, publisher: Party | str | None) -> bool:
    """Whether nothing else is said of the publisher than what is held."""
    held = capture.publisher
    if publisher is None or (isinstance(publisher, str) and not publisher.strip()):
        return True
    if held is None:
        return False
    if isinstance(publisher, Party):
        return publisher.pk == held.pk
    known = {" ".join(str(name).casefold().split()) for name in (held.name, *held.other_names)}
    return " ".join(publisher.casefold().split()) in known


def _document(
    article: Article,
    publisher: Party | str | None,
    published: PartialDate | None,
    title: str | None,
    language: str | None,
) -> Document:
    name = publisher.name if isinstance(publisher, Party) else (publisher or "").strip() or article.publisher
    day = published or article.published
    if not article.text.strip():
        raise BadInputError(
            gettext("the file holds no text"),
            gettext("If it is a scan, add its text as a file of its own."),
            path=article.name,
        )
    if not name:
        raise BadInputError(
            gettext("neither you nor the file says who published it"),
            gettext("Name the publisher (--publisher)."),
            path=article.name,
        )
    if day is None:
        raise BadInputError(
            gettext("neither you nor the file says when it was published, so that no date in it can be worked out"),
            gettext("Give the day of publication (--published 2026-03-12)."),
            path=article.name,
            kind="no-published-date",
        )
    return Document(
        article.text,
        published=day,
        publisher=name,
        title=title or article.title,
        author=article.author,
        language=language or article.language,
    )


def _first_line(text: str) -> str:
    """What a pasted text begins with, shortened between two words: it came as no file with a name."""
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())
    if len(line) <= _LONGEST_TITLE:
        return line
    whole_words = line[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:–-")
    return f"{whole_words} …" if whole_words else f"{line[:_LONGEST_TITLE]}…"


def _read(user: User, case: Case, document: Document) -> Reading:
    people = access.visible(user, Person).filter(case=case)
    groups = {term for terms in people.values_list("group_terms", flat=True) for term in terms}
    return read(document, sought=matching.spotter_for(user, case), groups=sorted(groups), sought_count=people.count())


def _with_bodies(user: User, case: Case, capture: Capture, reading: Reading) -> Reading:
    """The reading, in which a promise "by its spokesman" says whose, where the text leaves no doubt."""
    if not any(p.kind == ProposalKind.COMMITMENT and whose.names_no_body(p.by or "") for p in reading.proposals):
        return reading
    known = access.visible(user, Party).filter(case=case).order_by("pk")
    parties = [party for party in known if party.pk != capture.publisher_id]

    def told(proposal: ReadProposal) -> ReadProposal:
        by = proposal.by or ""
        if proposal.kind != ProposalKind.COMMITMENT:
            return proposal
        body = whose.body_near(by, capture.text, proposal.span.start, proposal.span.stop, parties)
        return replace(proposal, by=whose.with_body(by, body[1])) if body is not None else proposal

    return replace(reading, proposals=tuple(map(told, reading.proposals)))


def _store_proposals(user: User, capture: Capture, reading: Reading) -> tuple[Proposal, ...]:
    engine = f"homeward.reading {homeward.__version__}"
    other = f"{engine}, optional reader"
    rows = [
        Proposal(
            capture=capture,
            kind=proposal.kind.value,
            start=proposal.span.start,
            stop=proposal.span.stop,
            quote=proposal.span.text,
            payload=proposal_to_json(proposal),
            engine=other if is_from_reader(proposal) else engine,
            entered_by=user,
        )
        for proposal in reading.proposals
    ]
    return tuple(Proposal.objects.bulk_create(rows))
