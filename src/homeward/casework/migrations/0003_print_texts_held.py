"""Fingerprints for the texts that a case file holds already, so that their copies are found, too.

The way of reading a text is that of `homeward.reading.copies` on the day of this migration and stays as it is: a
migration imports no application code. A test holds the two equal; who changes the one writes a new migration.

A batch of texts is one transaction. Stopped half-way and run again, it goes on with the texts that have none yet.
"""

import re
import unicodedata
from collections import Counter, deque
from hashlib import blake2b

from django.db import connections, migrations, transaction
from django.db.models import Count, Max

BATCH = 500
KEPT_AT_MOST = 16

_RUN, _BASE, _WRAP, _DROPPED_BITS = 5, 0x9E37_79B9_7F4A_7C15, (1 << 64) - 1, 16
_DENSE, _SPARSE, _MOST = 4, 16, 200
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}]|[\u0900-\u0dff])+")
_ONE_LETTER = {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ـ": ""}
_SPELT = re.compile(r"(?<=\w\w)ours?\b|ll")


class _Letters(dict):
    def __missing__(self, code):
        letter = chr(code)
        if letter in _ONE_LETTER:
            made = _ONE_LETTER[letter]
        elif letter.isdecimal():
            made = str(unicodedata.decimal(letter))
        elif unicodedata.category(letter)[0] == "M":
            made = "" if unicodedata.combining(letter) else letter
        elif unicodedata.category(letter) == "Cf":
            made = ""
        else:
            made = letter if letter.isalnum() else " "
        self[code] = made
        return made


_LETTERS = _Letters()


def fingerprints(text):
    """What `homeward.reading.copies.fingerprints` made of a text when this was written."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    spelt = _SPELT.sub(lambda found: found[0].replace("our", "or") if found[0] != "ll" else "l", plain.replace("z", "s"))
    words = _WORD.findall(spelt)
    if not words:
        return set()
    numbers = [_number(word) for word in words]
    runs = []
    for start in range(max(1, len(numbers) - _RUN + 1)):
        run = 0
        for number in numbers[start : start + _RUN]:
            run = (run * _BASE + number) & _WRAP
        runs.append(run >> _DROPPED_BITS)
    return _least(runs, max(len(runs) // _MOST, min(_SPARSE, max(_DENSE, len(runs) // 25))))


def _number(word):
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _least(runs, stretch):
    if len(runs) <= stretch:
        return {min(runs)}
    kept, rising = set(), deque()
    for place, run in enumerate(runs):
        while rising and runs[rising[-1]] >= run:
            rising.pop()
        rising.append(place)
        if rising[0] <= place - stretch:
            rising.popleft()
        if place >= stretch - 1:
            kept.add(runs[rising[0]])
    return kept


def print_texts(apps, schema_editor):
    """Make the fingerprints of every text that has none yet, oldest first."""
    alias = schema_editor.connection.alias
    prints = apps.get_model("casework", "TextPrint").objects.using(alias)
    texts = apps.get_model("casework", "Capture").objects.using(alias).exclude(text="").order_by("pk")
    last = prints.aggregate(last=Max("capture"))["last"] or 0
    while batch := list(texts.filter(pk__gt=last).values_list("pk", "case_id", "text")[:BATCH]):
        with transaction.atomic(using=alias):
            _print(prints, [(pk, case, sorted(fingerprints(text))) for pk, case, text in batch])
        last = batch[-1][0]


def _print(prints, batch):
    holders = Counter()
    for case in {case for _, case, _ in batch}:
        wanted = sorted({value for _, its, mine in batch if its == case for value in mine})
        for start in range(0, len(wanted), 500):
            rows = prints.filter(case=case, value__in=wanted[start : start + 500]).values("value").order_by()
            for value, count in rows.annotate(count=Count("pk")).values_list("value", "count"):
                holders[case, value] = count
    made = []
    for pk, case, mine in batch:
        rare = [value for value in mine if holders[case, value] < KEPT_AT_MOST]
        kept = rare or sorted(mine, key=lambda value: (holders[case, value], value))[:1]
        holders.update((case, value) for value in kept)
        made += [(case, value, pk) for value in kept]
    with connections[prints.db].cursor() as cursor:  # a hundred thousand texts have five million fingerprints
        cursor.executemany("INSERT INTO casework_textprint (case_id, value, capture_id) VALUES (%s, %s, %s)", made)


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('casework', '0002_fingerprints_of_texts'),
    ]

    operations = [
        migrations.RunPython(print_texts, migrations.RunPython.noop, elidable=True),
    ]
