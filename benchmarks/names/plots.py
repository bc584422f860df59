"""Figures of measurements as SVG, for the documentation: bars, calibration, lines.

In: numbers and their names. Out: one SVG file a call; the same numbers give the same bytes. Leaves to others:
measuring, and what the figures mean. One colour is Homeward's and the others are greys, names stand beside what they
name, and letters stay letters, so that a figure can be searched, read aloud and printed without colour.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INSTALL = "pip install -r benchmarks/names/requirements.txt"
OURS = "Homeward"
ACCENT, INK, QUIET, RULE, PAPER = "#0f5468", "#1b1f24", "#555d66", "#d5dae0", "#ffffff"  # as on Homeward's pages
_GREYS = ("#767d85", "#989ea5", "#b5bac0", "#cdd1d6", "#dfe2e5")
_MARKS = ("o", "s", "^", "D", "v", "P")  # tell the greys apart where lines cross, on paper too
_WIDTH_IN = 7.2
_STYLE: dict[str, Any] = {
    "svg.fonttype": "none",  # letters, not outlines
    "svg.hashsalt": "homeward",  # else every run names its clip paths anew
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # comes with the library: the same measure everywhere
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": QUIET,
    "axes.linewidth": 0.8,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
}

Point = tuple[float, float]


def bars(
    path: Path,
    title: str,
    groups: Sequence[str],
    series: Mapping[str, Sequence[float | None]],
    *,
    most: float = 1.0,
    number: str = ".2f",
) -> Path | None:
    """Draw groups of horizontal bars, one bar an engine, each with its number; engines are named beside every bar.

    Args:
        path: the SVG file to write.
        title: one line, what the length of a bar says included.
        groups: scripts or kinds of difference, from top to bottom.
        series: for each engine one number a group, None where it was not measured.
        most: the number at the right end of the scale.
        number: how a number is written beside its bar, as in `format`.

    Returns:
        The path, or None where matplotlib is missing, which is said in one line.
    """
    with _figure(path, height_in=0.75 + len(groups) * (0.17 * len(series) + 0.22)) as figure:
        if figure is None:
            return None
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        colours = _colours(list(series))
        # lengths as parts of the width: group, engine, bar, number
        engine_at, bar_at, bar_room = 0.42, 0.44, 0.48
        at = 0.0
        for place, group in enumerate(groups):
            top = at
            for engine, numbers in series.items():
                value, ours = numbers[place], engine == OURS
                weight = "bold" if ours else "normal"
                colour = ACCENT if ours else QUIET
                axes.text(engine_at, at, engine, ha="right", va="center", fontsize=8, color=colour, fontweight=weight)
                length = 0.0 if value is None else max(0.0, value) / most * bar_room
                axes.barh(at, length, left=bar_at, height=0.74, color=colours[engine], linewidth=0)
                said = "not measured" if value is None else format(value, number)
                axes.text(bar_at + length + 0.008, at, said, va="center", fontsize=8, color=colour, fontweight=weight)
                at += 1.0
            axes.text(0.02, top, group, ha="left", va="center", fontsize=9.5, fontweight="bold")
            axes.plot([bar_at, bar_at], [top - 0.5, at - 0.5], color=INK, linewidth=0.8)
            at += 1.3
        height = figure.get_figheight()
        unit = (at - 1.3) / (height - 0.75)  # bars an inch
        axes.set_xlim(0.0, 1.0)
        axes.set_ylim(at - 1.3 - 0.5 + 0.2 * unit, -0.5 - 0.55 * unit)
        axes.axis("off")
        _write_title(figure, title)
    return path


def calibration(
    path: Path,
    points: Sequence[tuple[float, float, int]],
    histogram: Sequence[int],
    *,
    title: str = "Stated and observed probability",
) -> Path | None:
    """Draw stated against observed probability, and below it how many pairs each stated probability was given to.

    Args:
        path: the SVG file to write.
        points: mean stated probability, share that were right, and how many pairs that is a share of; the bar through
            a point is the 95 in 100 interval of Wilson (1927).
        histogram: pairs in equal steps of the stated probability from 0 to 1.
        title: one line.

    Returns:
        The path, or None where matplotlib is missing, which is said in one line.
    """
    with _figure(path, height_in=5.6, width_in=5.2) as figure:
        if figure is None:
            return None
        above = figure.add_axes((0.14, 0.345, 0.8, 0.565))
        below = figure.add_axes((0.14, 0.115, 0.8, 0.155))
        above.plot([0, 1], [0, 1], color=QUIET, linewidth=0.8, linestyle=(0, (4, 3)))
        above.text(1.0, 0.02, "dashed: observed as stated", ha="right", va="bottom", fontsize=8, color=QUIET)
        ordered = sorted(points)
        for stated, observed, count in ordered:
            above.plot([stated, stated], _wilson_interval(observed, count), color=ACCENT, linewidth=1.0, alpha=0.55)
        above.plot(
            [p[0] for p in ordered], [p[1] for p in ordered], color=ACCENT, linewidth=1.4, marker="o", markersize=4.5
        )
        above.set_ylabel("observed")
        step = 1 / max(1, len(histogram))
        below.bar(
            [(place + 0.5) * step for place in range(len(histogram))], histogram, width=step * 0.86, color=_GREYS[1]
        )
        below.set_yscale("symlog", linthresh=1)
        below.set_ylim(0, 10 ** math.ceil(math.log10(max([10, *histogram]))))
        below.set_ylabel("pairs")
        below.set_xlabel("stated probability")
        for axes in (above, below):
            axes.set_xlim(-0.01, 1.01)
            _calm(axes, rules="y")
            ticks = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
            axes.set_xticks(ticks, labels=[f"{tick:.1f}" for tick in ticks])
        above.set_ylim(-0.02, 1.02)
        above.set_yticks(ticks, labels=[f"{tick:.1f}" for tick in ticks])
        _set_counts(below.yaxis, 10, below.get_ylim()[1], every=2)
        _write_title(figure, title)
    return path


def lines(
    path: Path,
    title: str,
    across: str,
    panels: Mapping[str, Mapping[str, Sequence[Point]]],
) -> Path | None:
    """Draw one panel a measure, one above the other, both axes logarithmic; an engine is named where its line ends.

    Args:
        path: the SVG file to write.
        title: one line.
        across: what runs along the horizontal axis, such as "names in the gallery".
        panels: for each measure ("milliseconds a name"), for each engine, (size, measure), both above 0.

    Returns:
        The path, or None where matplotlib is missing, which is said in one line.
    """
    head_in, panel_in, foot_in, gap_in = 0.72, 2.1, 0.5, 0.62
    height_in = head_in + len(panels) * (panel_in + gap_in) - gap_in + foot_in
    with _figure(path, height_in=height_in) as figure:
        if figure is None:
            return None
        engines = list(dict.fromkeys(engine for measured in panels.values() for engine in measured))
        colours = _colours(engines)
        marks = {engine: _MARKS[place % len(_MARKS)] for place, engine in enumerate(engines)}
        sizes = [size for measured in panels.values() for points in measured.values() for size, _ in points]
        left, right = 0.1, 0.97 - 0.0095 * max(map(len, engines), default=0)  # what the longest name leaves
        for place, (measure, measured) in enumerate(panels.items()):
            bottom_in = height_in - head_in - panel_in - place * (panel_in + gap_in)
            axes = figure.add_axes((left, bottom_in / height_in, right - left, panel_in / height_in))
            axes.set_xscale("log")
            axes.set_yscale("log")
            for engine in sorted(measured, key=lambda one: one == OURS):  # ours last, on top
                points = sorted(measured[engine])
                axes.plot(
                    [p[0] for p in points],
                    [p[1] for p in points],
                    color=colours[engine],
                    linewidth=2.0 if engine == OURS else 1.2,
                    marker=marks[engine],
                    markersize=4.5 if engine == OURS else 3.5,
                    clip_on=False,
                )
            axes.set_xlim(min(sizes) / 1.12, max(sizes))  # rules end where lines end, and names have the rest
            _calm(axes, rules="y")
            low, high = axes.get_ylim()
            axes.set_ylim(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)))
            _set_counts(axes.yaxis, *axes.get_ylim())
            _set_counts(axes.xaxis, *axes.get_xlim())
            axes.tick_params(axis="x", pad=7)  # clear of the lowest number of the other axis
            if place == len(panels) - 1:
                axes.set_xlabel(across)
            axes.set_title(measure, loc="left", fontsize=9, color=QUIET, pad=8)
            _name_ends(figure, axes, {engine: max(points) for engine, points in measured.items() if points}, colours)
        _write_title(figure, title)
    return path


@contextmanager
def _figure(path: Path, *, height_in: float, width_in: float = _WIDTH_IN) -> Iterator[Figure | None]:
    """A figure to draw in, written to the path afterwards; None, and a line, where matplotlib is missing."""
    try:
        import matplotlib
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError:
        print(f"{path.name} not drawn: matplotlib is not installed: {INSTALL}", flush=True)
        yield None
        return
    with matplotlib.rc_context(rc=cast(Any, _STYLE)):
        figure = Figure(figsize=(width_in, height_in), facecolor=PAPER)
        FigureCanvasSVG(figure)
        yield figure
        drawn = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))  # which day and which version is no part of it
        figure.savefig(drawn, format="svg", metadata=nothing)
    text = drawn.getvalue().replace("'DejaVu Sans', ", "")  # measured in one face, shown in the reader's own
    text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)
    path.write_text("\n".join(line.rstrip() for line in text.splitlines()) + "\n", encoding="utf-8")


def _write_title(figure: Figure, title: str) -> None:
    width, height = figure.get_size_inches()
    figure.text(0.145 / width, 1 - 0.16 / height, title, ha="left", va="top", fontsize=11, fontweight="bold")


def _colours(engines: Sequence[str]) -> dict[str, str]:
    peers = [engine for engine in engines if engine != OURS]
    return {OURS: ACCENT} | {engine: _GREYS[min(place, len(_GREYS) - 1)] for place, engine in enumerate(peers)}


def _calm(axes: Axes, *, rules: str) -> None:
    """Take away frame and tick marks; leave thin rules along one direction, behind what is drawn."""
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(which="both", length=0)
    axes.grid(axis=rules, which="major", color=RULE, linewidth=0.6)  # type: ignore[arg-type]
    axes.set_axisbelow(True)


def _set_counts(axis: Any, low: float, high: float, *, every: int = 1) -> None:
    """Mark powers of ten within the limits, in words a reader has: 1,000 and 1 million, not 10 to the third."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    ticks = [10.0**power for power in range(first, last + 1, every)]
    axis.set_ticks(ticks, labels=[_write_count(tick) for tick in ticks])
    axis.set_ticks([], minor=True)


def _write_count(value: float) -> str:
    if value >= 1_000_000:
        return f"{value / 1_000_000:,.0f} million"
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _name_ends(figure: Figure, axes: Axes, ends: Mapping[str, Point], colours: Mapping[str, str]) -> None:
    """Write each engine's name right of its last point, moved up or down where two would overlap."""
    figure.draw_without_rendering()
    apart = 11.5 * figure.dpi / 72  # points from line to line
    wanted = {engine: axes.transData.transform(end) for engine, end in ends.items()}
    order = sorted(wanted, key=lambda engine: float(wanted[engine][1]))
    heights = [float(wanted[engine][1]) for engine in order]
    for _ in range(200):
        moved = False
        for place in range(len(heights) - 1):
            short = apart - (heights[place + 1] - heights[place])
            if short > 0.01:
                heights[place] -= short / 2
                heights[place + 1] += short / 2
                moved = True
        if not moved:
            break
    right = max((float(place[0]) for place in wanted.values()), default=0.0) + 8 * figure.dpi / 72
    for engine, height in zip(order, heights, strict=True):
        x, y = axes.transData.inverted().transform((right, height))
        axes.text(
            x,
            y,
            engine,
            va="center",
            fontsize=8,
            color=ACCENT if engine == OURS else QUIET,
            fontweight="bold" if engine == OURS else "normal",
            clip_on=False,
        )
        if abs(height - wanted[engine][1]) > apart / 3:
            x1, y1 = axes.transData.inverted().transform((right - 2 * figure.dpi / 72, height))
            axes.plot(
                [ends[engine][0], x1], [ends[engine][1], y1], color=colours[engine], linewidth=0.5, clip_on=False
            )


def _wilson_interval(share: float, count: int) -> tuple[float, float]:
    if count <= 0:
        return (0.0, 1.0)
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (max(0.0, middle - half), min(1.0, middle + half))
