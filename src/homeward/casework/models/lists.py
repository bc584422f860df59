"""Lists frozen as received, the links from their rows to people, hand-overs and answers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce

from homeward.casework.models.base import AppendOnly, Entered, PartialDateField
from homeward.records import AnswerCode, Verdict


class Direction(models.TextChoices):
    """Which way a list travelled."""

    OUT = "out", "handed over by us"
    IN = "in", "received"
    PUBLISHED = "published", "published by somebody"


class List(Entered):
    """An ordered set of names handed over, published or received at one time.

    `arrived_at` is set when the last row is stored; until then the list takes no part in anything.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="lists")
    capture = models.ForeignKey("casework.Capture", on_delete=models.PROTECT, related_name="lists")
    title = models.CharField(max_length=300)
    author = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="lists_made")
    publisher = models.ForeignKey(
        "casework.Party", null=True, blank=True, on_delete=models.PROTECT, related_name="lists_published"
    )
    recipient = models.ForeignKey(
        "casework.Party", null=True, blank=True, on_delete=models.PROTECT, related_name="lists_received"
    )
    direction = models.CharField(max_length=10, choices=Direction.choices)
    purpose = models.CharField(max_length=300, blank=True, help_text="what the list says of its people, in words")
    title_may_be_told = models.BooleanField(
        default=False,
        help_text="relatives may read title and purpose; else they hear whose list it is, and of what day",
    )
    as_of = PartialDateField()
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    tables = models.JSONField(default=list, help_text="per table: name, headings, column meanings")
    problems = models.JSONField(default=list, help_text="every fault found when it was read")
    arrived_at = models.DateTimeField(null=True, blank=True)
    blanked = models.PositiveIntegerField(default=0, help_text="rows that a purge has emptied")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["capture"], name="one_list_a_capture")]


class ListItem(models.Model):
    """One row as written. `cells` is never corrected; `record` is what was read from it."""

    list = models.ForeignKey(List, on_delete=models.PROTECT, related_name="items")
    ordinal = models.PositiveIntegerField(help_text="place in the list, from 1")
    table = models.CharField(max_length=100, blank=True)
    row_number = models.PositiveIntegerField(help_text="as a spreadsheet shows it")
    cells = models.JSONField()
    name = models.CharField(max_length=300, blank=True, help_text="the full name as written, for lists and search")
    record = models.JSONField(null=True, help_text="what was read; NULL where the row could not be read")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list", "ordinal"], name="one_row_a_place")]


def row_counts(lists: models.QuerySet[List]) -> dict[int, int]:
    """How many rows each list has, by its id; lists without any are left out.

    Rows are numbered from 1 without a gap and never taken away, so that the last number is how many there are; an
    index gives it, where counting would walk a hundred thousand rows.
    """
    last = ListItem.objects.filter(list=models.OuterRef("pk")).order_by("-ordinal").values("ordinal")[:1]
    counted = lists.order_by().values_list("pk", models.Subquery(last))
    return {pk: number for pk, number in counted if number}


class ColumnMapping(Entered):
    """What the columns of a sender's lists mean, as a person confirmed; used for that sender's next list."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="column_mappings")
    author = models.ForeignKey("casework.Party", on_delete=models.PROTECT, related_name="column_mappings")
    headings = models.JSONField(help_text="the headings, in order, for which it was confirmed")
    meanings = models.JSONField(help_text="per heading, the meaning")


class ItemLink(AppendOnly):
    """A proposal that a row is a sought person, with its probability and reasons. Not a judgement."""

    item = models.ForeignKey(ListItem, on_delete=models.PROTECT, related_name="links")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="links")
    probability = models.FloatField(null=True, help_text="NULL: linked by a person's own hand")
    reasons = models.JSONField(default=list)
    engine = models.CharField(max_length=60, help_text="name and version of what proposed it, or 'by hand'")

    class Meta:
        # Not unique: a link that is closed to somebody is not there for them.
        indexes = [models.Index(fields=["item", "person"])]


class Searched(AppendOnly):
    """A list was searched for a person, whether or not anything was found: not found in it as of that day.

    `sought` tells what was looked for, so that a person of whom more is known now is looked for again.
    """

    list = models.ForeignKey(List, on_delete=models.PROTECT, related_name="searches")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="searches")
    engine = models.CharField(max_length=60, help_text="name and version of what searched")
    sought = models.CharField(max_length=64, help_text="SHA-256 of the person's names and details as searched for")
    best = models.FloatField(null=True, help_text="probability of the best row; NULL: no row was put before a person")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "person", "engine", "sought"], name="searched_once_alike")
        ]


class Judgement(AppendOnly):
    """A person's word on a link: same, different or unsure. A reversal is a judgement that names what it reverses.

    What holds is the newest verdict that is not reversed; reversing it restores the one before; reversing the
    reversal restores it. So that this can be asked of thousands of links at once, a reversal names what holds then.
    """

    link = models.ForeignKey(ItemLink, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(
        max_length=10, choices=[(v.value, v.value) for v in Verdict], blank=True, help_text="empty for a reversal"
    )
    reason = models.TextField()
    reverses = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by"
    )
    restores = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="restored_by",
        help_text="of a reversal: the verdict that holds once it is made; NULL: none",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict="") ^ models.Q(reverses__isnull=True), name="a_verdict_or_a_reversal"
            )
        ]


def holding_id(link: str = "pk") -> models.Subquery:
    """An expression: the id of the judgement that holds of a link, NULL while none does.

    Args:
        link: the outer query's path to the link's id, such as ``judgement__link``.
    """
    newest = Judgement.objects.filter(link=models.OuterRef(link)).order_by("-pk")
    holding = models.Case(models.When(reverses__isnull=True, then=models.F("pk")), default=models.F("restores_id"))
    return models.Subquery(newest.annotate(holding=holding).values("holding")[:1])


def holding_ids() -> models.QuerySet[Judgement, Any]:
    """The ids of all judgements that hold; the same rule as `holding_id`, asked once for a whole case file."""
    later = Judgement.objects.filter(link=models.OuterRef("link"), pk__gt=models.OuterRef("pk"))
    holding = models.Case(models.When(reverses__isnull=True, then=models.F("pk")), default=models.F("restores_id"))
    newest = Judgement.objects.filter(~models.Exists(later)).order_by().annotate(holding=holding)
    return newest.filter(holding__isnull=False).values("holding")


def with_verdict(links: models.QuerySet[ItemLink]) -> models.QuerySet[ItemLink]:
    """Links with `holding_id`, the judgement that holds, and `verdict`, what it says; "" while none does."""
    said = Judgement.objects.filter(pk=models.OuterRef("holding_id")).values("verdict")
    return links.annotate(holding_id=holding_id()).annotate(verdict=Coalesce(models.Subquery(said), models.Value("")))


def judged_links(verdict: str = "") -> models.QuerySet[Judgement, int]:
    """The ids of all links on which a judgement holds; given a verdict, those on which it says so.

    The same rule as `holding_id`, asked of the judgements, which are few, and not of every link. To be used as a
    subquery: ``filter(pk__in=judged_links())``.
    """
    later = Judgement.objects.filter(link=models.OuterRef("link"), pk__gt=models.OuterRef("pk"))
    first = models.Q(reverses__isnull=True)
    holds = first | models.Q(restores__isnull=False)
    if verdict:
        holds = (first & models.Q(verdict=verdict)) | models.Q(restores__verdict=verdict)
    return Judgement.objects.filter(~models.Exists(later)).filter(holds).order_by().values_list("link", flat=True)


def holding_judgement(link: ItemLink) -> Judgement | None:
    """The judgement that holds of one link."""
    newest = link.judgements.order_by("-pk").first()
    return newest.restores if newest is not None and newest.reverses_id is not None else newest


class Handover(AppendOnly):
    """A list handed to a party: where, when, by whom, to whom, acknowledged or not, and when a reply is due."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="handovers")
    list = models.ForeignKey(
        List,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="handovers",
        help_text="NULL: a report tells of a list that we do not hold",
    )
    statement = models.ForeignKey(
        "casework.Statement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="handovers",
        help_text="where somebody told of it, if we know it only so",
    )
    giver = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="+")
    through = models.ForeignKey("casework.Party", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = PartialDateField()
    place = models.CharField(max_length=200, blank=True)
    carried_by = models.CharField(max_length=200, blank=True)
    received_by = models.CharField(max_length=200, blank=True)
    acknowledged = models.BooleanField(null=True, help_text="NULL: not known")
    names_count = models.PositiveIntegerField(null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    reply_due = models.DateField(null=True, blank=True)


class Answer(AppendOnly):
    """What a party said about one list item or, collectively, about a whole list. Taken back by `AnswerReversal`."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="answers")
    list = models.ForeignKey(List, on_delete=models.PROTECT, related_name="answers", help_text="the list answered")
    item = models.ForeignKey(
        ListItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answers",
        help_text="NULL: collective, of the whole list and of nobody by name",
    )
    party = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="answers")
    code = models.CharField(max_length=20, choices=[(c.value, c.value) for c in AnswerCode])
    round = models.PositiveSmallIntegerField(default=1)
    answered_on = PartialDateField()
    statement = models.ForeignKey(
        "casework.Statement", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    reply_list = models.ForeignKey(
        List,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answers_given",
        help_text="the list that is the reply, if the answer came as one",
    )
    words = models.TextField(blank=True, help_text="the exact words or cells")


class AnswerReversal(AppendOnly):
    """An answer that was recorded by mistake, taken back with the reason."""

    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="reversal")
    reason = models.TextField()
