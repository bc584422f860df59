from __future__ import annotations

import itertools
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.casework.results import TimelineEvent
from homeward.findings.timeline import WIDTH, Mark, TimelinePicture, gather, lay_out, text_width
from homeward.records import PartialDate

AS_OF = date(2026, 3, 14)


def event(on: str, kind: str = "contact", label: str = "Meeting", **more: object) -> TimelineEvent:
    return TimelineEvent(PartialDate.read(on), kind, label, more.pop("ref", "T1"), **more)  # type: ignore[arg-type]


def picture_of(*events: TimelineEvent) -> TimelinePicture:
    made = lay_out(gather(events), AS_OF)
    assert made is not None
    return made


def extent(mark: Mark) -> tuple[float, float]:
    width = text_width(mark.label)
    begin = mark.label_x if mark.anchor == "start" else mark.label_x - width
    return min(mark.x, begin), max(mark.stop, begin + width)


def test_nothing_gives_no_picture():
    assert lay_out([], AS_OF) is None


def test_time_is_drawn_to_scale():
    marks = picture_of(event("2025-01-01", label="a"), event("2025-07-02", label="b"), event("2026-01-01", label="c"))
    a, b, c = sorted(m.x for m in marks.lanes[0].marks)
    assert abs((b - a) / (c - a) - 182 / 365) < 0.01


def test_a_day_is_a_point_and_a_month_is_a_bar():
    marks = {
        m.label: m
        for m in picture_of(event("2026-01-05", label="day"), event("2026-01", label="month")).lanes[0].marks
    }
    assert not marks["day"].soft
    assert marks["month"].soft
    assert marks["month"].stop > marks["month"].x


def test_about_a_day_is_wider_than_the_day():
    [mark] = picture_of(event("2026-01-05~")).lanes[0].marks
    assert mark.soft
    assert mark.stop > mark.x


def test_the_same_answer_about_several_people_is_drawn_once_and_counted():
    made = picture_of(*(event("2026-02-03", "answer", "searching", persons=(f"P{n}",)) for n in range(7)))
    assert [m.label for m in made.lanes[0].marks] == ["searching ×7"]
    [one] = gather([event("2026-02-03", persons=("P1",)), event("2026-02-03", persons=("P2", "P1"))])
    assert one.event.persons == ("P1", "P2")


def test_a_vague_date_does_not_press_the_rest_into_a_corner():
    made = picture_of(event("198X", label="old"), event("2026-01-05", label="a"), event("2026-03-01", label="b"))
    marks = {m.label: m for m in made.lanes[0].marks}
    assert marks["b"].x - marks["a"].x > 300


def test_a_full_lane_keeps_its_marks_and_counts_them():
    made = picture_of(*(event("2026-03-01", label=f"Event of one busy day, number {n}") for n in range(40)))
    [lane] = made.lanes
    assert len(lane.marks) == 40
    assert lane.unlabelled == 40 - sum(bool(m.label) for m in lane.marks)
    assert lane.unlabelled > 0


def test_events_at_the_ends_of_the_calendar_do_not_break_the_scale():
    picture_of(event("0001-01-01"), event("9999-12-31"))


DATES = st.one_of(
    st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda d: d.isoformat()),
    st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda d: d.isoformat()[:7] + "~"),
    st.dates(date(2015, 1, 1), date(2026, 1, 1)).map(lambda d: f"{d}/{d + timedelta(days=200)}"),
    st.sampled_from(["../2020-01", "2020-01/..", "201X", "2020", "2024-22?"]),
)
EVENTS = st.builds(
    event,
    DATES,
    st.sampled_from(["contact", "answer", "claim", "unheard_of"]),
    st.text(max_size=90),
    disputed=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=40))
def test_labels_and_marks_never_touch_and_stay_inside(events):
    made = picture_of(*events)
    for lane in made.lanes:
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in lane.marks:
            assert lane.top <= mark.y <= lane.top + lane.height
            assert 0 <= mark.x <= mark.stop <= WIDTH
            if mark.label:
                rows.setdefault(mark.y, []).append(extent(mark))
        for row in rows.values():
            row.sort()
            assert row[0][0] >= 100
            assert row[-1][1] <= WIDTH + 1
            assert all(after[0] >= before[1] for before, after in itertools.pairwise(row))


def test_no_month_s_name_is_cut_at_the_edge():
    first = date(2026, 3, 10)
    for days in range(90, 130, 2):
        last = first + timedelta(days=days)
        made = lay_out(gather([event(str(first)), event(str(last))]), last)
        assert made is not None
        ends = [(tick.label_x, tick.label_x + text_width(tick.label)) for tick in made.ticks]
        assert all(stop <= WIDTH for _, stop in ends)
        assert all(before[1] <= after[0] for before, after in pairwise(ends)), "no name stands over another"
