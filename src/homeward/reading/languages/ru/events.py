from homeward.reading.languages.language import RawEvent, View, Voice
from homeward.reading.languages.ru.cast import Cast


def find_events(view: View, cast: Cast, voices: list[Voice]) -> list[RawEvent]:
    return []
