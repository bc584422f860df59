"""The gallery of names: found in other scripts, kept on disk, added to and taken from while others read."""

from __future__ import annotations

import importlib
import json
import multiprocessing
import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.written import ASKED, NAMES, STRANGE

from homeward.errors import BadInputError
from homeward.names import Candidate, Entry, Filter, Index, compare, parse, search_all
from homeward.names.compare import compare_with_all
from homeward.names.segment import Segment, read_query

segment_module = importlib.import_module("homeward.names.segment")

MORE = [("k", "Виктор Романенко"), ("l", "ליאורה בן עמי"), ("m", "Ingrid Lindqvist"), ("n", "طارق الصباغ")]
ASKED_MORE = [("Viktor Romanenko", "k"), ("Liora Ben Ami", "l"), ("Ингрид Линдквист", "m"), ("Tarek Sabbagh", "n")]


def files(folder: Path) -> dict[str, bytes]:
    """All that is in a folder and in those below; not the lock, which is made at the first addition."""
    found = {str(p.relative_to(folder)): p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".lock"}
    return {name: path.read_bytes() for name, path in found.items()}


def keys(found: list[Candidate]) -> list[str]:
    return [candidate.key for candidate in found]


def told(index: Index) -> list[list[tuple[str, float]]]:
    """What it answers to all that is asked: whom, and how likely."""
    return [[(c.key, c.probability) for c in index.search(asked, k=3)] for asked, _ in ASKED + ASKED_MORE]


@pytest.fixture(params=["in memory", "on disk"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    """The small gallery, in memory and opened from a folder: one body of tests for both."""
    made = Index.build(NAMES)
    if request.param == "in memory":
        return made
    made.save(tmp_path / "index")
    return Index.open(tmp_path / "index")


# --- searching ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "key"), ASKED)
def test_a_name_is_found_in_another_script(asked: str, key: str) -> None:
    found = Index.build(NAMES).search(asked, k=3)
    assert found[0].key == key
    assert found[0].reasons
    assert found[0].probability == found[0].comparison.probability


def test_every_candidate_has_a_probability_and_reasons_and_is_an_entry(index: Index) -> None:
    for asked, _ in ASKED:
        found = index.search(asked)
        assert [c.probability for c in found] == sorted((c.probability for c in found), reverse=True)
        for candidate in found:
            assert 0 <= candidate.probability <= 1
            assert all(candidate.reasons)
            assert candidate.reasons == candidate.comparison.reasons
            assert (candidate.key, candidate.text) in NAMES


def test_the_first_is_the_best_by_evidence_and_alignment_together() -> None:
    found = Index.build([*NAMES, ("o", "Anna Kovalchuk")]).search("Hanna Kovalchuk")
    worth = [c.comparison.weight_bits + 2 * c.comparison.worth for c in found]
    assert len(found) > 1
    assert worth == sorted(worth, reverse=True)


def test_the_name_as_it_is_written_stands_first() -> None:
    found = Index.build([("s", "Anna Kovaltchuk"), ("o", "Anna Kovalchuk"), ("a", "Анна Ковальчук")]).search(
        "Anna Kovalchuk"
    )
    assert found[0].key == "o"


def test_a_search_gives_as_many_as_asked_for_and_the_first_are_the_same(index: Index) -> None:
    for asked, _ in ASKED[:4]:
        all_found = index.search(asked, k=20)
        assert len(all_found) >= 1
        assert len(set(keys(all_found))) == len(all_found) <= len(NAMES)
        for k in (0, 1, 2):
            assert index.search(asked, k=k) == all_found[:k]


def test_the_same_search_twice_gives_the_same(index: Index) -> None:
    once = [index.search(asked) for asked, _ in ASKED]
    assert [index.search(asked) for asked, _ in ASKED] == once
    assert index.search_many([asked for asked, _ in ASKED]) == once
    assert [Index.build(NAMES).search(asked) for asked, _ in ASKED] == once


def test_a_long_search_tells_how_far_it_is(index: Index) -> None:
    seen: list[tuple[int, int]] = []
    index.search_many(["Anna", "Shira"], k=1, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_a_person_with_several_names_is_found_under_each(index: Index) -> None:
    index.add([("p", "Leila Haddad"), ("p", "ליילה כהן")])
    assert keys(index.search("Лейла Хаддад", k=1)) == ["p"]
    assert keys(index.search("Leila Cohen", k=1)) == ["p"]
    both = [c.text for c in index.search("Leila Haddad") if c.key == "p"]
    assert both[0] == "Leila Haddad"
    assert len(both) == 2


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    empty = Index.build([])
    assert empty.search("Anna") == []
    assert list(empty.entries()) == []
    empty.save(tmp_path / "empty")
    opened = Index.open(tmp_path / "empty")
    assert (len(opened), opened.search("Anna")) == (0, [])
    opened.add(NAMES)
    assert keys(opened.search("Hanna Kovalchuk", k=1)) == ["a"]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_may_be_asked_for_and_may_be_an_entry(text: str) -> None:
    index = Index.build([*NAMES, ("strange", text)])
    index.search(text)
    assert list(index.entries())[-1] == Entry("strange", text)
    assert keys(index.search("Hanna Kovalchuk", k=1)) == ["a"]


def test_a_part_common_in_the_gallery_is_worth_less() -> None:
    index = Index.build([(str(i), f"{first} Barghash") for i, first in enumerate(["Anna", "Tomer", "Shira"] * 4000)])
    rare = Index.build(NAMES)
    shared = [max(m.weight_bits for m in ix.search("Leila Barghash")[0].comparison.parts) for ix in (index, rare)]
    assert shared[0] < shared[1]


# --- what entries say, and what is wanted ---------------------------------------------------------------------------

SAYING = [
    Entry("old", "Anna Kovalchuk", born=(1950, 1950), sex="female", source="camp list"),
    Entry("young", "Anna Kovalchuk", born=(1994, 1996), sex="male", source="hospital"),
    Entry("other", "Anna Kovalchuk", born=(1970, 1979), sex="other", source="camp list"),
    Entry("silent", "Anna Kovalchuk"),
]
WANTED = [
    (Filter(), {"old", "young", "other", "silent"}),
    (Filter(born=(1940, 1955)), {"old", "silent"}),
    (Filter(born=(1996, 2000)), {"young", "silent"}),
    (Filter(born=(1979, 1994)), {"young", "other", "silent"}),
    (Filter(born=(2001, 2001)), {"silent"}),
    (Filter(sex="female"), {"old", "silent"}),
    (Filter(sex="male"), {"young", "silent"}),
    (Filter(sex="other"), {"other", "silent"}),
    (Filter(sources=frozenset({"camp list"})), {"old", "other", "silent"}),
    (Filter(sources=frozenset({"camp list", "hospital"})), {"old", "young", "other", "silent"}),
    (Filter(sources=frozenset({"never seen"})), {"silent"}),
    (Filter(born=(1940, 1980), sex="other", sources=frozenset({"camp list"})), {"other", "silent"}),
]


@pytest.mark.parametrize(("wanted", "right"), WANTED, ids=[str(number) for number in range(len(WANTED))])
def test_an_entry_that_fits_or_does_not_say_is_found(wanted: Filter, right: set[str]) -> None:
    index = Index.build(SAYING)
    assert set(keys(index.search("Анна Ковальчук", wanted=wanted))) == right
    (found,) = index.search_many(["Анна Ковальчук"], wanted=wanted)
    assert set(keys(found)) == right


def test_what_is_wanted_is_found_among_many_of_one_name_that_are_not() -> None:
    many = [Entry(str(number), "Anna Kovalchuk", sex="male", source="crowd") for number in range(600)]
    index = Index.build([*many, Entry("wanted", "Anna Kovalchuk", sex="female", source="list")])
    assert keys(index.search("Anna Kovalchuk", wanted=Filter(sex="female"))) == ["wanted"]
    assert keys(index.search("Anna Kovalchuk", wanted=Filter(sources=frozenset({"list"})))) == ["wanted"]


BAD = [
    {"sex": "femal"}, {"sex": "F"}, {"sex": ""}, {"born": (1990, 40_000)}, {"born": (-40_000, 1990)},
    {"born": (-1, -1)}, {"born": (10**12, 10**12)},
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_a_sex_or_a_year_that_none_can_have_is_refused_with_what_to_do(bad: dict) -> None:
    index = Index.build(NAMES)
    with pytest.raises(BadInputError, match="row 2") as found:
        Index.build([Entry("a", "Anna Kovalchuk"), Entry("b", "Tomer Barghash", **bad)])
    assert "Write" in str(found.value)
    with pytest.raises(BadInputError, match="row 1"):
        index.add([Entry("b", "Tomer Barghash", **bad)])
    with pytest.raises(BadInputError, match="Write"):
        index.search("Anna", wanted=Filter(**bad))
    assert len(index) == len(NAMES)


entries = st.builds(
    Entry,
    st.text(max_size=8),
    st.one_of(st.sampled_from([name for _, name in NAMES]), st.text(max_size=30)),
    st.one_of(st.none(), st.tuples(st.integers(1850, 1950), st.integers(1951, 2030))),
    st.sampled_from([None, "female", "male", "other"]),
    st.one_of(st.none(), st.sampled_from(["camp list", "رقم ١", ""])),
)


@given(st.lists(entries, max_size=12), st.lists(entries, max_size=4))
@settings(max_examples=40, deadline=None)
def test_entries_come_back_as_they_were_given(first: list[Entry], more: list[Entry]) -> None:
    index = Index.build(first)
    assert list(index.entries()) == first
    index.add(more)
    assert list(index.entries()) == first + more
    assert len(index) == len(first) + len(more)
    index.compact()
    assert list(index.entries()) == first + more


def test_entries_come_back_from_disk_as_they_were_given(tmp_path: Path) -> None:
    given_ones = [*SAYING, Entry("", "", (1900, 2000), None, ""), Entry("\ud800", "Анна\udfff", None, "female", "x")]
    Index.build(given_ones).save(tmp_path / "index")
    assert list(Index.open(tmp_path / "index").entries()) == given_ones


# --- adding, removing, putting in order -----------------------------------------------------------------------------


def test_what_was_added_is_found_and_the_rest_still_is(index: Index) -> None:
    index.add(MORE[:2])
    index.add([Entry(key, name, source="camp list") for key, name in MORE[2:]])
    assert len(index) == len(NAMES) + len(MORE)
    for asked, key in ASKED + ASKED_MORE:
        assert index.search(asked, k=1)[0].key == key
    index.add([])
    assert [e.key for e in index.entries()] == [key for key, _ in NAMES + MORE]


def test_what_was_removed_is_not_found_and_the_rest_still_is(index: Index) -> None:
    index.add([*MORE, ("a", "Анна Петрівна Ковальчук")])
    assert index.remove(["a", "k", "nobody"]) == 3
    assert index.remove(["a"]) == 0
    assert len(index) == len(NAMES) + len(MORE) - 2
    for asked, key in ASKED + ASKED_MORE:
        found = index.search(asked)
        assert not {"a", "k"} & set(keys(found))
        assert key in ("a", "k") or found[0].key == key
    assert {e.key for e in index.entries()} == {key for key, _ in NAMES + MORE} - {"a", "k"}


def test_who_was_removed_may_be_added_again(index: Index) -> None:
    index.remove(["b"])
    index.add([("b", "محمود البرغش")])
    assert keys(index.search("Mahmoud Barghash", k=1)) == ["b"]
    assert len(index) == len(NAMES)


def test_put_in_order_it_gives_the_same_answers_as_one_built_at_once(index: Index) -> None:
    index.add(MORE)
    index.remove(["e", "m"])
    left = [name for name in NAMES + MORE if name[0] not in ("e", "m")]
    index.compact()
    assert len(index) == len(left)
    assert [(e.key, e.text) for e in index.entries()] == left
    assert told(index) == told(Index.build(left))
    for asked, key in ASKED + ASKED_MORE:
        assert key in ("e", "m") or index.search(asked, k=1)[0].key == key


def test_all_may_be_removed_and_put_in_order(index: Index) -> None:
    assert index.remove([key for key, _ in NAMES]) == len(NAMES)
    assert index.search("Hanna Kovalchuk") == []
    index.compact()
    assert len(index) == 0
    index.add(MORE)
    assert keys(index.search("Viktor Romanenko", k=1)) == ["k"]


def test_who_is_left_is_found_where_many_of_the_same_name_were_removed() -> None:
    index = Index.build([(str(number), "Anna Kovalchuk") for number in range(600)])
    index.remove([str(number) for number in range(599)])
    assert keys(index.search("Anna Kovalchuk")) == ["599"]


def test_on_disk_changes_are_seen_by_whoever_opens_it_next(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    index = Index.open(tmp_path / "index")
    index.add(MORE)
    index.remove(["a"])
    assert told(Index.open(tmp_path / "index")) == told(index)
    index.compact()
    assert told(Index.open(tmp_path / "index")) == told(index)
    assert len([p for p in (tmp_path / "index").iterdir() if p.is_dir()]) == 1


def test_a_long_build_tells_how_far_it_is() -> None:
    seen: list[tuple[int, int]] = []
    names = [(str(number), "Anna Kovalchuk") for number in range(4001)]
    Index.build(names, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(2000, 4001), (4000, 4001), (4001, 4001)]


# --- several indexes ------------------------------------------------------------------------------------------------


def test_several_indexes_together_give_the_best_of_all(tmp_path: Path) -> None:
    Index.build(NAMES[5:]).save(tmp_path / "two")
    indexes = [Index.build(NAMES[:5]), Index.open(tmp_path / "two"), Index.build(MORE), Index.build([])]
    indexes[2].add([("o", "Anna Kovalchuk")])
    for asked, key in ASKED + ASKED_MORE:
        found = search_all(indexes, asked, k=30)
        assert found[0].key in (key, "o")
        assert search_all(indexes, asked, k=5) == found[:5]
        for index in indexes:
            there = {entry.key for entry in index.entries()}
            assert [c for c in found if c.key in there] == index.search(asked, k=30)
    assert search_all([], "Anna") == []
    assert search_all([indexes[0]], "Hanna Kovalchuk") == indexes[0].search("Hanna Kovalchuk")


def test_several_indexes_together_keep_to_what_is_wanted() -> None:
    indexes = [Index.build([entry]) for entry in SAYING]
    assert set(keys(search_all(indexes, "Anna Kovalchuk", wanted=Filter(sex="male")))) == {"young", "silent"}


# --- on disk --------------------------------------------------------------------------------------------------------


def test_saved_twice_the_bytes_are_equal_and_opened_it_finds_the_same(tmp_path: Path) -> None:
    index = Index.build(NAMES)
    index.save(tmp_path / "one")
    Index.build(NAMES).save(tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert any("/" in name for name in files(tmp_path / "one"))
    again = Index.open(tmp_path / "one")
    assert again.search_many([a for a, _ in ASKED]) == index.search_many([a for a, _ in ASKED])
    index.save(tmp_path / "one")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two"]


def test_an_opened_index_may_be_saved_elsewhere_with_what_was_changed(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "one")
    index = Index.open(tmp_path / "one")
    index.add(MORE)
    index.remove(["a"])
    index.save(tmp_path / "two")
    assert told(Index.open(tmp_path / "two")) == told(index)
    assert list(Index.open(tmp_path / "two").entries()) == list(index.entries())


def full(*_: object, **__: object) -> None:
    raise OSError("no space left")


@pytest.mark.parametrize("failing", ["homeward.names.segment.Segment.save", "homeward.names.index._contents"])
def test_a_failing_save_leaves_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    Index.build(NAMES).save(tmp_path / "one")
    before = files(tmp_path / "one")
    monkeypatch.setattr(failing, full)
    with pytest.raises(OSError, match="no space"):
        Index.build(NAMES[:2]).save(tmp_path / "one")
    assert files(tmp_path / "one") == before
    assert [p.name for p in tmp_path.iterdir()] == ["one"]


@pytest.mark.parametrize("failing", ["homeward.names.segment.Segment.save", "homeward.names.index._contents"])
@pytest.mark.parametrize("act", ["add", "remove", "compact"])
def test_a_failing_change_leaves_the_old_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, act: str
) -> None:
    Index.build(NAMES).save(tmp_path / "one")
    index = Index.open(tmp_path / "one")
    before = told(index)
    if act == "remove" and failing.endswith("save"):
        pytest.skip("a removal writes no segment")
    with monkeypatch.context() as patch:
        patch.setattr(failing, full)
        with pytest.raises(OSError, match="no space"):
            {"add": lambda: index.add(MORE), "remove": lambda: index.remove(["a"]), "compact": index.compact}[act]()
    assert told(index) == told(Index.open(tmp_path / "one")) == before
    index.add(MORE)
    assert len(Index.open(tmp_path / "one")) == len(NAMES) + len(MORE)


def test_opening_what_is_no_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="Build the index again"):
        Index.open(tmp_path / "nothing")


def break_contents(folder: Path) -> None:
    (folder / "contents.json").write_text('{"segments": ["names-0000"]', encoding="utf-8")


def break_wrong_shape(folder: Path) -> None:
    (folder / "contents.json").write_text("[]", encoding="utf-8")


def break_segment_gone(folder: Path) -> None:
    next(folder.glob("names-*/segment.json")).unlink()


def break_array_gone(folder: Path) -> None:
    next(folder.glob("names-*/part_vectors.npy")).unlink()


def break_array_cut(folder: Path) -> None:
    path = next(folder.glob("names-*/name_vectors.npy"))
    path.write_bytes(path.read_bytes()[:-9])


def break_other_encoder(folder: Path) -> None:
    path = next(folder.glob("names-*/segment.json"))
    path.write_text(path.read_text(encoding="utf-8").replace('"encoder": "', '"encoder": "0'), encoding="utf-8")


BREAKINGS = [
    break_contents, break_wrong_shape, break_segment_gone, break_array_gone, break_array_cut, break_other_encoder,
]  # fmt: skip


@pytest.mark.parametrize("breaking", BREAKINGS)
def test_a_broken_index_is_refused_with_what_to_do(tmp_path: Path, breaking) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    breaking(tmp_path / "index")
    with pytest.raises(BadInputError, match="Build the index again"):
        Index.open(tmp_path / "index")


def test_an_index_that_lacks_any_one_array_is_refused(tmp_path: Path) -> None:
    """Also half-way through its removal by whoever puts the index in order."""
    Index.build(NAMES).save(tmp_path / "index")
    opened = []
    for path in sorted((tmp_path / "index").glob("names-*/*.npy")):
        kept = path.read_bytes()
        path.unlink()
        try:
            Index.open(tmp_path / "index")
        except BadInputError:
            pass
        else:
            opened.append(path.stem)
        path.write_bytes(kept)
    assert opened == []
    assert keys(Index.open(tmp_path / "index").search("Hanna Kovalchuk", k=1)) == ["a"]


def test_adding_to_a_folder_that_is_gone_says_what_to_do(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    index = Index.open(tmp_path / "index")
    (tmp_path / "index").rename(tmp_path / "moved")
    for act in (lambda: index.add(MORE), lambda: index.remove(["a"]), index.compact):
        with pytest.raises(BadInputError, match="Build the index again"):
            act()


# --- many readers, one writer at a time -----------------------------------------------------------------------------


def test_a_reader_keeps_its_table_until_it_asks_for_the_new_one(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    reader, writer = Index.open(tmp_path / "index"), Index.open(tmp_path / "index")
    before = told(reader)
    assert not reader.refresh()
    for change in (lambda: writer.add(MORE), lambda: writer.remove(["a"]), writer.compact):
        change()
        assert told(reader) == before
        assert len(reader) == len(NAMES)
    assert reader.refresh()
    assert told(reader) == told(writer)
    assert not reader.refresh()
    assert not Index.build(NAMES).refresh()


def test_a_reader_is_not_disturbed_when_the_whole_index_is_saved_anew(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    reader = Index.open(tmp_path / "index")
    before = told(reader)
    Index.build(MORE).save(tmp_path / "index")
    assert told(reader) == before
    assert reader.refresh()
    assert told(reader) == told(Index.build(MORE))


def test_who_opened_it_before_removes_only_whom_it_names_from_what_was_saved_since(tmp_path: Path) -> None:
    Index.build([("a", "Anna Kovalchuk"), ("b", "Tomer Barghash")]).save(tmp_path / "index")
    writer = Index.open(tmp_path / "index")
    Index.build([("c", "Ingrid Lindqvist"), ("a", "Anna Kovalchuk")]).save(tmp_path / "index")
    writer.remove(["a"])
    assert [e.key for e in Index.open(tmp_path / "index").entries()] == ["c"]


def test_who_opened_it_before_puts_in_order_what_was_saved_since(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    writer = Index.open(tmp_path / "index")
    Index.build(MORE).save(tmp_path / "index")
    writer.compact()
    assert [(e.key, e.text) for e in Index.open(tmp_path / "index").entries()] == MORE


def test_a_reader_asks_all_the_time_while_another_thread_writes(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    done = threading.Event()
    faults: list[BaseException] = []

    def write() -> None:
        try:
            writer = Index.open(tmp_path / "index")
            for number in range(6):
                writer.add([(f"new {number}", f"Ingrid Lindqvist {number}")])
                writer.remove([f"new {number - 1}"])
                if number % 2:
                    writer.compact()
        except BaseException as fault:
            faults.append(fault)
        finally:
            done.set()

    thread = threading.Thread(target=write)
    thread.start()
    reader = Index.open(tmp_path / "index")
    while not done.is_set():
        reader.refresh()
        assert reader.search("Hanna Kovalchuk", k=1)[0].key == "a"
        assert len(reader) >= len(NAMES)
    thread.join()
    assert not faults
    reader.refresh()
    assert [e.key for e in reader.entries()] == [*(key for key, _ in NAMES), "new 5"]


def add_some(folder: str, who: str) -> None:
    """Run in a process of its own."""
    index = Index.open(folder)
    for number in range(4):
        index.add([(f"{who} {number}", f"Ingrid Lindqvist {who}")])
    index.remove([f"{who} 0"])


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=add_some, args=(str(tmp_path / "index"), who)) for who in ("one", "two")]
    for writer in writers:
        writer.start()
    add_some(str(tmp_path / "index"), "three")
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    found = {e.key for e in Index.open(tmp_path / "index").entries()}
    assert found == {key for key, _ in NAMES} | {f"{who} {n}" for who in ("one", "two", "three") for n in (1, 2, 3)}


def test_a_writer_killed_half_way_leaves_a_readable_index(tmp_path: Path) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    reader = Index.open(tmp_path / "index")
    before = told(reader)
    code = (
        "import os, sys\n"
        "from homeward.names import Index\n"
        "Index._write = lambda *_: os._exit(9)\n"  # the segment is written, the table of contents is not
        "Index.open(sys.argv[1]).add([('k', 'Viktor Romanenko')])\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "index")], check=False).returncode == 9
    (tmp_path / "index" / "names-half").mkdir()  # killed before anything was written into it
    (tmp_path / "index" / ".contents-half").write_text('{"segm', encoding="utf-8")
    assert not reader.refresh()
    assert told(Index.open(tmp_path / "index")) == told(reader) == before
    reader.add(MORE)
    reader.compact()
    assert {e.key for e in Index.open(tmp_path / "index").entries()} == {key for key, _ in NAMES + MORE}
    left = sorted(path.name for path in (tmp_path / "index").iterdir() if path.name != ".lock")
    assert left == ["contents.json", *json.loads((tmp_path / "index" / "contents.json").read_text())["segments"]]


def test_what_a_failed_addition_left_is_swept_away_when_the_index_is_put_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Index.build(NAMES).save(tmp_path / "index")
    index = Index.open(tmp_path / "index")
    with monkeypatch.context() as patch:
        patch.setattr("homeward.names.index._contents", full)
        with pytest.raises(OSError, match="no space"):
            index.add(MORE)
    assert len(list((tmp_path / "index").glob("names-*"))) == 2
    index.compact()
    assert len(list((tmp_path / "index").glob("names-*"))) == 1
    assert not list((tmp_path / "index").glob(".contents-*"))
    assert [(e.key, e.text) for e in Index.open(tmp_path / "index").entries()] == NAMES


# --- one segment ----------------------------------------------------------------------------------------------------


def test_rough_candidates_are_as_many_as_wanted_and_best_first() -> None:
    segment = Segment.build([Entry(key, text) for key, text in NAMES])
    found = segment.candidates(read_query("Hanna Kovalchuk"), most=3)
    assert len(found) == 3
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert segment.key(found[0][0]) == "a"
    assert segment.candidates(read_query("..."), most=3) == []


def test_only_what_an_initial_may_bring_among_the_best_is_asked_for_its_letters() -> None:
    segment = Segment.build(
        [Entry(str(at), f"{given} Kovalchuk") for at, given in enumerate(("Yuri", "Anna", "Yael") * 9)]
    )
    query = read_query("Y. Kovalchuk")
    every = segment.candidates(query, most=100)
    assert len(every) == 27
    assert segment.candidates(query, most=5) == every[:5]
    assert all(not segment.text(row).startswith("Anna") for row, _ in every[:18])


def test_of_a_text_longer_than_a_name_less_is_compared() -> None:
    words = [invented(random.Random(seed), "Latn").split()[-1] for seed in range(60)]
    index = Index.build([(str(at), f"Anna {word}") for at, word in enumerate(words)])
    assert not read_query("Alexander Konstantinovich Rimsky-Korsakov").long
    assert read_query("a" * 40).long
    assert len(index.search(f"Anna {words[3]}", k=20)) == 20
    long = " ".join(["Anna", *words[:8]])
    assert read_query(long).long
    found = index.search(long, k=20)
    assert 0 < len(found) <= 8
    assert found[0].key in {str(at) for at in range(8)}


@pytest.mark.parametrize(
    ("asked", "word"), [("Rosen Bergh", "Rosenberg"), ("Троиц кая", "Troitskaya"), ("רוזנ ברג", "Rosenberg")]
)
def test_neighbours_find_the_word_that_they_are_together_in_another_spelling(
    asked: str, word: str, crowd: tuple[list[str], list[str]]
) -> None:
    segment = Segment.build([Entry("", f"Katz {word}"), *(Entry("", name) for name in crowd[0])])
    numbers = np.concatenate([ids for _, ids in segment._parts_for(read_query(asked))[-1]])
    assert word in [segment._core(at) for at in numbers.tolist()]


def test_where_none_of_the_first_is_likely_it_is_looked_more_widely(
    crowd: tuple[list[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index.build([("right", "Anna Kovalchuk"), *((str(at), name) for at, name in enumerate(crowd[0]))])
    looked: list[bool] = []
    candidates = Segment.candidates

    def counted(*given: Any, widely: bool, **more: Any) -> Any:
        looked.append(widely)
        return [] if not widely else candidates(*given, widely=widely, **more)

    monkeypatch.setattr(Segment, "candidates", counted)
    assert keys(index.search("Hanna Kovaltchuk", k=3))[0] == "right"
    assert looked == [False, True]
    monkeypatch.setattr(Segment, "candidates", candidates)
    found = index.search("Hanna Kovaltchuk", k=20)
    assert found[0].key == "right"
    assert len(set(keys(found))) == len(found)


def test_names_that_hold_a_common_part_alone_are_passed_over_only_where_so_many_are_better(
    crowd: tuple[list[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [*["Yael Kovalchuk"] * 100, *crowd[0], *[f"Anna {name.split()[-1]}" for name in crowd[0][:300]]]
    asked = ["Yael Anna Kovalchuk", "Anna Yael Kovaltchuk", "Anna Kovalchuk", *crowd[1]]
    segment = Segment.build([Entry(str(at), name) for at, name in enumerate(names)])
    whole = [segment.candidates(read_query(name), most=12) for name in asked]
    held: list[int] = []
    holding = Segment._holding

    def counted(*given: Any) -> Any:
        held.append(1)
        return holding(*given)

    monkeypatch.setattr(segment_module, "_MANY", 0)
    monkeypatch.setattr(Segment, "_holding", counted)
    found = [segment.candidates(read_query(name), most=12) for name in asked]
    for one, other in zip(found, whole, strict=True):
        assert [score for _, score in one] == pytest.approx([score for _, score in other], abs=1e-3)
    assert held


WRITTEN = [
    "Dr. Anna-Maria de la Cruz Jr.", "Salman bin Muhammad al-Najjar", "Юлия Степановна Троицкая", "J. R. Weiss",
    "שירה בת דוד קציר", "박지훈", "王小明 先生", "Xuân Thị Hùng", "Ziaur Rahman", "Ch'iung-fen Hsieh", "أبو خالد عمر",
    "Weiss, Hanna", "Anna (Анна)", "Annaアンナאנה", "Cукрат Иванов",
]  # fmt: skip


def test_names_read_from_a_segment_are_what_parsing_them_gives(tmp_path: Path) -> None:
    texts = [*(text for _, text in NAMES + MORE), *WRITTEN, *STRANGE]
    made = Segment.build([Entry(str(at), text) for at, text in enumerate(texts)])
    made.save(tmp_path)
    for segment in (made, Segment.open(tmp_path)):
        read = [name for name, _ in segment.read(range(len(texts)))]
        assert read == [parse(text) for text in texts]
        assert [name.telling for name in read] == [parse(text).telling for text in texts]
        assert [[p.key for p in name.parts] for name in read] == [[p.key for p in parse(t).parts] for t in texts]


def test_few_readings_from_a_segment_are_those_of_many() -> None:
    segment = Segment.build([Entry(str(at), text) for at, text in enumerate([*WRITTEN, *STRANGE])])
    numbers = np.arange(len(segment._a["part_group"]))
    together = segment._readings(numbers)
    assert len(together) > 20
    for number, one in zip(numbers, together, strict=True):
        alone = segment._readings(numbers[number : number + 1])[0]
        for name in ("places", "gaps", "whole", "direction"):
            np.testing.assert_array_equal(getattr(alone, name), getattr(one, name))
            assert getattr(alone, name).dtype == getattr(one, name).dtype
        assert (alone.group, alone.own) == (one.group, one.own)


@given(st.lists(st.text(max_size=40), max_size=8))
@settings(max_examples=30, deadline=None)
def test_any_name_read_from_a_segment_is_what_parsing_it_gives(texts: list[str]) -> None:
    segment = Segment.build([Entry("", text) for text in texts])
    assert [name for name, _ in segment.read(range(len(texts)))] == [parse(text) for text in texts]


def test_what_was_looked_up_for_each_part_at_building_is_what_a_search_would_look_up() -> None:
    from homeward.names.encoder import encoder
    from homeward.names.evidence import rough_bits

    names = [f"{a} {b}" for a in ("Anna", "Hanna", "Ana", "Анна", "Jon") for b in ("Kovalchuk", "Kowalczuk", "Katz")]
    segment = Segment.build([Entry(name, name) for name in names * 3])
    a = segment._a
    cores = [segment._core(at) for at in range(len(a["part_group"]))]
    near = segment._near_parts(encoder().read(cores), [64] * len(cores))
    for row, (ids, chances) in enumerate(near):
        bits = rough_bits(chances, a["part_bits"][ids], a["part_group"][ids] == a["part_group"][row])
        right = {int(at): chance for at, chance, worth in zip(ids, chances, bits, strict=True) if worth > 0.4}
        right.pop(row, None)
        assert a["holder_starts"][row + 1] - a["holder_starts"][row] >= 6
        first, last = a["akin_starts"][row : row + 2]
        kept = dict(zip(a["akin"][first:last].tolist(), a["akin_chances"][first:last].tolist(), strict=True))
        assert kept == pytest.approx(right, abs=1e-4)
    assert len(a["akin"]) > 0


def test_of_many_that_hold_a_common_part_the_nearest_is_not_cut_by_chance() -> None:
    families = ["Braga", "Couto", "Dias", "Esteves", "Fontes", "Gomes", "Horta", "Ivo", "Jardim", "Leal"]
    crowd = [f"José {one}{other.lower()}" for one in families for other in families * 3]
    for place in (0, len(crowd) // 2, len(crowd)):
        names = [*crowd[:place], "José Heiman", *crowd[place:]]
        found = Index.build([(name, name) for name in names]).search("José Heinan", k=10)
        assert found[0].text == "José Heiman"


# --- what a search says is what comparing says ----------------------------------------------------------------------

SOUNDS = {
    "Latn": ("an bel cor dav el far gor han is jon kat lev mar nad or pav ros sam tar vik",
             "a o ik ina ov er man son ez"),
    "Cyrl": ("ан бел кор дав ел фар гор хан ис жон кат лев мар над ор пав рос сам тар вик",
             "а о ик ина ов ер ман сон енко"),
    "Hebr": ("אנ בל קור דב אל פר גור חנ יס יונ קט לב מר נד אור פב רוס סמ תר ויק",
             "ה ו יק ינה וב ר מן סון"),
    "Arab": ("ان بل كور داف ال فار غور حن يس جون كات لاف مار ناد ور باف روس سام تار فيك",
             "ا و يك ينا وف ر مان سون ي"),
    "Grek": ("αν μπελ κορ νταβ ελ φαρ γκορ χαν ισ τζον κατ λεβ μαρ ναντ ορ παβ ροσ σαμ ταρ βικ",
             "α ο ικ ινα οβ ερ μαν ιδης"),
    "Hang": ("김 이 박 최 정 강 조 윤 장 임",
             "민수 지훈 서연 하은 도윤 예준 수빈 지우"),
    "Hani": ("王 李 张 刘 陈 杨 赵 黄 周 吴",
             "伟 芳 秀英 敏 静 丽强 小明 建国"),
}  # fmt: skip
"""Beginnings and ends of invented parts; of names without spaces, family names and given names."""


def invented(dice: random.Random, script: str) -> str:
    """A name of two or three parts, or in one word where its script is written so."""
    first, last = (text.split() for text in SOUNDS[script])
    if script in ("Hang", "Hani"):
        return dice.choice(first) + dice.choice(last)
    words = [
        dice.choice(first) + dice.choice([*first, ""]) + dice.choice(last) for _ in range(dice.choice((2, 2, 3)))
    ]
    return " ".join(words).title()


def written_otherwise(dice: random.Random, name: str) -> str:
    """The same with a slip, in another order, without a part, joined, or with an initial."""
    words = name.split()
    if len(words) == 1 or dice.random() < 0.3:
        at = dice.randrange(len(name))
        return name[:at] + dice.choice((name[at] * 2, "", dice.choice(name))) + name[at + 1 :]
    way = dice.randrange(4)
    if way == 0:
        return " ".join(words[::-1])
    if way == 1:
        return "".join(words[:2]) + " " + " ".join(words[2:])
    return " ".join([words[0][0] + ".", *words[1:]] if way == 2 else words[1:])


def forget() -> None:
    """Let the engine measure again what it has measured."""
    from homeward.names import likeness
    from homeward.names.encoder import encoder

    encoder()._kept.clear()
    likeness._kept.clear()
    likeness._heard_before.clear()
    for function in (likeness._read_together, likeness._sum_of, likeness._in_another_manner, likeness._alike):
        function.cache_clear()


@pytest.fixture(scope="module")
def crowd() -> tuple[list[str], list[str]]:
    """Two thousand invented names in seven scripts, and two hundred that are asked for."""
    dice = random.Random(7)
    names = [invented(dice, dice.choice(list(SOUNDS))) for _ in range(2000)]
    names += [f"Anna {invented(dice, 'Latn').split()[-1]}" for _ in range(60)]
    asked = [written_otherwise(dice, dice.choice(names)) for _ in range(140)]
    return names, asked + [invented(dice, dice.choice(list(SOUNDS))) for _ in range(60)]


def test_the_probability_in_a_search_is_that_of_comparing_the_two_alone(
    crowd: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    names, asked = crowd
    Index.build([(str(number), name) for number, name in enumerate(names)]).save(tmp_path / "index")
    forget()
    index = Index.open(tmp_path / "index")
    (segment,) = index._segments
    found = [(text, int(c.key), c) for text in asked for c in index.search(text)]
    rarities = {row: rarity for row in {row for _, row, _ in found} for _, rarity in segment.read([row])}
    assert len(found) >= 2400
    forget()
    otherwise = []
    for text, row, candidate in found:
        alone = compare(text, names[row], rarity=rarities[row])
        assert candidate.probability == pytest.approx(alone.probability, abs=1e-3), (text, names[row])
        if abs(candidate.probability - alone.probability) > 1e-6 or candidate.comparison.parts != alone.parts:
            otherwise.append((text, names[row]))
    # Sums of many vectors at once and of one alone differ in their last bits, by processor and number of threads, and
    # that tips the measure of a pair in some thousands.
    assert len(otherwise) <= len(found) // 1000, otherwise


def test_a_search_loses_nobody_by_what_was_looked_up_at_building(
    crowd: tuple[list[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names, asked = crowd
    index = Index.build([(str(number), name) for number, name in enumerate(names)])
    assert len(index._segments[0]._a["akin"]) > 100
    by_what_was_kept = [[(c.key, c.probability) for c in index.search(text)] for text in asked]
    monkeypatch.setattr("homeward.names.segment._OFTEN", 10**9)  # every part is looked for when it is asked for
    assert [[(c.key, c.probability) for c in index.search(text)] for text in asked] == by_what_was_kept


def test_a_search_finds_whomever_comparing_with_everybody_finds(crowd: tuple[list[str], list[str]]) -> None:
    names, asked = list(dict.fromkeys(crowd[0]))[:300], crowd[1][:60]
    index = Index.build([(str(number), name) for number, name in enumerate(names)])
    rarities = [rarity for _, rarity in index._segments[0].read(range(len(names)))]
    wanted = lost = 0
    for text in asked:
        told = compare_with_all(parse(text), list(zip([parse(name) for name in names], rarities, strict=True)))
        best = sorted((made.probability, number) for number, made in enumerate(told) if made.probability >= 0.9)[-20:]
        found = {int(c.key) for c in index.search(text)}
        wanted += len(best)
        lost += sum(number not in found for _, number in best)
    assert wanted >= 10
    assert lost <= 0.1 * wanted


def test_a_korean_word_of_the_same_letters_stands_before_one_with_letters_to_spare() -> None:
    index = Index.build((name, name) for name in ("순데", "순끼", "선"))
    assert index.search("Sun", k=3)[0].text == "선"


def test_a_name_of_two_words_is_at_no_disadvantage_beside_single_words() -> None:
    index = Index.build((name, name) for name in ("시바타 시", "시바카시"))
    assert index.search("Shibata", k=2)[0].text == "시바타 시"
