from pathlib import Path

import pytest

from homeward.errors import BadInputError
from homeward.names import Index

NAMES = [
    ("a", "Анна Ковальчук"), ("b", "محمود البرغش"), ("c", "박지훈"), ("d", "שירה קציר"), ("e", "John Wetherby"),
    ("f", "Анна Коваленко"),
    ("g", "سمير خطيب"), ("h", "Abdel Rahim Salem"), ("i", "王小明"), ("j", "สมชาย บุญมี"),
]  # fmt: skip
ASKED = [
    ("Hanna Kovalchuk", "a"), ("Mahmoud Barghash", "b"), ("Park Ji-hoon", "c"), ("Shira Katsir", "d"),
    ("ג'ון ודרבי", "e"), ("אנה קובלנקו", "f"),
    ("Самир Хатиб", "g"), ("عبدالرحيم سالم", "h"), ("Wang Xiaoming", "i"), ("סומצ'אי בונמי", "j"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "key"), ASKED)
def test_a_name_is_found_in_another_script(asked: str, key: str) -> None:
    found = Index.build(NAMES).search(asked, k=3)
    assert found[0].key == key
    assert found[0].reasons
    assert found[0].probability == found[0].comparison.probability


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_saved_twice_the_bytes_are_equal_and_opened_it_finds_the_same(tmp_path: Path) -> None:
    index = Index.build(NAMES)
    index.save(tmp_path / "one")
    Index.build(NAMES).save(tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    again = Index.open(tmp_path / "one")
    assert again.search_many([a for a, _ in ASKED]) == index.search_many([a for a, _ in ASKED])
    index.save(tmp_path / "one")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two"]


def test_a_failing_save_leaves_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Index.build(NAMES).save(tmp_path / "one")
    before = files(tmp_path / "one")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("homeward.names.index.json.dumps", full)
    with pytest.raises(OSError, match="no space"):
        Index.build(NAMES[:2]).save(tmp_path / "one")
    assert files(tmp_path / "one") == before
    assert [p.name for p in tmp_path.iterdir()] == ["one"]


def test_opening_what_is_no_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="Build the index again"):
        Index.open(tmp_path / "nothing")


def test_an_empty_index_finds_nothing() -> None:
    assert Index.build([]).search("Anna") == []


def test_a_part_common_in_the_gallery_is_worth_less() -> None:
    index = Index.build([(str(i), f"{first} Barghash") for i, first in enumerate(["Anna", "Tomer", "Shira"] * 4000)])
    rare = Index.build(NAMES)
    shared = [max(m.weight_bits for m in ix.search("Leila Barghash")[0].comparison.parts) for ix in (index, rare)]
    assert shared[0] < shared[1]
