"""Keep a file or page as it was received: its bytes, their hash, and the text found in them."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath, PureWindowsPath

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.kept_bytes import keep_bytes
from homeward.casework.models import Capture, Case, Classification, Party, User
from homeward.casework.withheld import refuse_withheld
from homeward.errors import BadInputError
from homeward.records import PartialDate


def capture_file(
    user: User,
    case: Case,
    *,
    content: bytes,
    file_name: str,
    format: str,
    how: str = "file",
    title: str = "",
    author: str = "",
    publisher: Party | None = None,
    published: PartialDate | None = None,
    language: str = "",
    text: str = "",
    complete: bool = True,
    url: str = "",
    copies: Capture | None = None,
    copy_similarity: float | None = None,
    classification: Classification = Classification.DESK,
) -> tuple[Capture, bool]:
    """Keep the bytes of a file; what is already held in the case is returned as it is.

    Args:
        text: the text that spans will refer to; empty for a list.
        complete: whether the text is held in full; False forbids any finding of silence in it.

    Returns:
        the capture, and whether it is new.

    Bytes that are held, but not open to this user, are kept as if they were new: nobody learns by bringing a file
    that somebody else has it. Whoever sees both is told that they are one file (`queries.twins`).
    """
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        access.require(user, Permission.TAKE_IN, case)
        access.same_case(user, case, publisher, copies)
        held = access.visible(user, Capture).filter(case=case, content_id=sha256).order_by("pk").first()
        if held is not None:
            return held, False
        refuse_withheld(case, sha256)
        stored = keep_bytes(content)
        capture = Capture.objects.create(
            case=case,
            content=stored,
            # Folders of the machine it came from say things about its owner, and mean nothing here.
            file_name=PurePosixPath(PureWindowsPath(file_name).name).name[-300:],
            format=format,
            how=how,
            title=title,
            author=author[:300],
            publisher=publisher,
            published=published,
            language=language,
            text=text,
            complete=complete,
            url=url[:2000],
            copies=copies,
            copy_similarity=copy_similarity,
            classification=max(classification, copies.classification if copies else Classification.DESK),
            entered_by=user,
        )
        audit.append(
            user, "capture_file", case=case, about=[capture], detail={"sha256": sha256, "bytes": len(content)}
        )
        return capture, True


def rename_report(user: User, capture: Capture, *, title: str) -> Capture:
    """Call a report otherwise. Nothing else of it changes: its bytes, its text, who published it and when.

    Raises:
        BadInputError: the title is empty.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.TAKE_IN, capture)
        wanted = " ".join(title.split())
        if not wanted:
            raise BadInputError(gettext("the title is empty"), gettext("Write how the desk will call it."))
        if capture.title != wanted:
            Capture.objects.filter(pk=capture.pk).update(title=wanted)
            audit.append(user, "rename_report", case=case, about=[capture])
        return Capture.objects.get(pk=capture.pk)
