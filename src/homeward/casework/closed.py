"""What is closed now, said in one place: the newest word on a case, or on one person's part in it, counts.

In: a case. Out: whether it is closed, and the people whose part in it is. An enquiry's day for speaking again.
Leaves to others: closing (`actions.closing`), what then is shown where (`queries`).
"""

from __future__ import annotations

from typing import Any

from django.db.models import Case as Chosen
from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from homeward.casework.models import Case, Closing, ContactChange, Enquiry, Person, RetentionReview


def newest_closing(case: Case, person: Person | None = None) -> Closing | None:
    """The newest word on a case as a whole, or on a person's part; None while nobody ever closed it."""
    rows = Closing.objects.filter(case=case, person=person) if person else case.closings.filter(person__isnull=True)
    return rows.select_related("entered_by").order_by("-pk").first()


def is_closed(case: Case) -> bool:
    """Whether the case as a whole is closed."""
    newest = Closing.objects.filter(case=case, person__isnull=True).order_by("-pk").values_list("closed", flat=True)
    return newest.first() is True


def closings_of(cases: list[Case]) -> dict[int, Closing]:
    """By case, the word that closed it; of open cases nothing."""
    rows = Closing.objects.filter(case__in=cases, person__isnull=True).select_related("entered_by").order_by("pk")
    newest = {row.case_id: row for row in rows}
    return {case_id: row for case_id, row in newest.items() if row.closed}


def closed_people(case: Case) -> QuerySet[Closing, int | None]:
    """Ids of the people whose part in the case is closed, as a subquery."""
    later = Closing.objects.filter(case=OuterRef("case"), person=OuterRef("person"), pk__gt=OuterRef("pk"))
    rows = Closing.objects.filter(case=case, person__isnull=False, closed=True).exclude(Exists(later))
    return rows.order_by().values_list("person", flat=True)


def speaking_again(enquiries: QuerySet[Enquiry]) -> QuerySet[Any]:
    """The newest enquiry of each enquirer about each person, with `again_on`: the day on which we speak again.

    It is the day of the enquiry, unless it was changed or cancelled since.
    """
    later = Enquiry.objects.filter(enquirer=OuterRef("enquirer"), person=OuterRef("person"), pk__gt=OuterRef("pk"))
    changes = ContactChange.objects.filter(enquiry=OuterRef("pk")).order_by("-pk")
    again = Chosen(
        When(Exists(changes), then=Subquery(changes.values("follow_up_on")[:1])),
        default=F("follow_up_on"),
        output_field=DateField(),
    )
    return enquiries.filter(~Exists(later)).annotate(again_on=again)


def standing_reviews(reviews: QuerySet[RetentionReview]) -> QuerySet[RetentionReview]:
    """Those on which nobody decided, and whose closing still stands."""
    later = Closing.objects.filter(case=OuterRef("closing__case"), pk__gt=OuterRef("closing"))
    of_part = later.filter(person=OuterRef("closing__person"))
    of_case = later.filter(person__isnull=True)
    whole = Q(closing__person__isnull=True)
    return reviews.filter(decision__isnull=True).exclude(Exists(of_part)).exclude(whole & Exists(of_case))
