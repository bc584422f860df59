from homeward.reading.languages.en.words import DATES
from homeward.reading.languages.language import Language

LANGUAGE = Language("ru", DATES, (), {})
