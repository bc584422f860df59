"""A text that says of itself that it is a translation is known as one."""

from __future__ import annotations

import time

import pytest

from homeward.reading.translation_marks import translated_from

MARKED = [
    ("The Front holds eight people.\n\nTranslated from Arabic by the Corvel desk.", "ar"),
    ("(Translated by our staff from the Hebrew.) The minister spoke.", "he"),
    ("An unofficial translation of the statement, from Russian, follows.", "ru"),
    ("Перевод с арабского. Фронт удерживает восемь человек.", "ar"),
    ("Фронт удерживает восемь человек. Переведено редакцией с иврита", "he"),
    ("הארגון מחזיק בשמונה אנשים.\nתרגום מערבית: דסק קורבל", "ar"),
    ("תורגם מאנגלית", "en"),
    ("تحتجز الجبهة ثمانية أشخاص. ترجمة عن العبرية", "he"),
    ("النص مترجم من اللغة الإنجليزية", "en"),
    ("نقلاً عن العبرية: قال الوزير", "he"),
    ("(Unofficial translation)\nThe Front holds eight people.", ""),
    ("The text follows.\nTranslation\nThe Front holds eight people.", ""),
    ("[Перевод] Фронт удерживает восемь человек.", ""),
    ("The Front holds eight people who speak Arabic.", None),
    ("He translated for the delegation and came from Marj.", None),
    ("A translation was asked for. It came from the Arabic department later.", None),
    ("Переводчик приехал с арабской делегацией.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "language"), MARKED)
def test_a_mark_is_seen_in_four_languages(text: str, language: str | None) -> None:
    assert translated_from(text) == language


def test_a_mark_stands_above_or_below_a_text_not_in_the_middle() -> None:
    assert translated_from(f"{'word ' * 2000}\nTranslated from Arabic.") == "ar"
    assert translated_from(f"{'word ' * 2000}\nTranslated from Arabic.\n{'word ' * 2000}") is None


@pytest.mark.parametrize("piece", ["translated ", "перевод ", "(", "תרגום ", "ترجمة ", "translation\n", "x"])
def test_a_million_characters_take_no_time(piece: str) -> None:
    begun = time.process_time()
    translated_from(piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 1
