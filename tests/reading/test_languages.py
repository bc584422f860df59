"""The choice of a language, and that its rules are loaded by those alone who read in it."""

import subprocess
import sys

import pytest

from homeward.reading import languages

LOADED = """
import sys
from homeward.reading import {names}
{then}
print(*sorted(name.split(".")[3] for name in sys.modules if name.startswith("homeward.reading.languages.")
              and name.endswith(".rules")))
"""


def rules_loaded(names: str, then: str = "") -> list[str]:
    told = subprocess.run(
        [sys.executable, "-c", LOADED.format(names=names, then=then)], capture_output=True, text=True, check=True
    )
    return told.stdout.split()


def test_no_rules_are_loaded_before_a_text_is_read():
    compare = 'wording_keys("Их держат в северной больнице"); wording_keys("They are held in the north")'
    assert rules_loaded("read, same_statement, wording_keys", compare) == []


def test_a_text_in_english_loads_no_other_language():
    assert rules_loaded("Document, read", 'read(Document("The minister said that they are held."))') == ["en"]


@pytest.mark.parametrize(
    ("text", "tag", "code"),
    [
        ("The minister said that they are held.", None, "en"),
        ("Их держат в северной больнице", None, "ru"),
        ("הם מוחזקים בבית החולים", None, "he"),
        ("محتجزون في المستشفى", None, "ar"),
        ("Їх тримають у лікарні", None, "und"),
        ("", None, "und"),
        ("held", "ru-RU", "ru"),
        ("held", "HE_IL", "he"),
        ("held", "fr", "und"),
        ("held", "und", "und"),
    ],
)
def test_the_language_is_that_of_its_code(text: str, tag: str | None, code: str):
    assert languages.code_of(text, tag) == code
    assert languages.language_of(text, tag).code == code


def test_a_language_that_no_folder_has_is_none_of_the_package():
    with pytest.raises(AttributeError, match="FRENCH"):
        _ = languages.FRENCH
