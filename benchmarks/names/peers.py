"""Other matchers of names, measured beside Homeward in the same run over the same names.

In: a gallery of written names and names to look for in it, or pairs of names. Out: how often the right one is found,
in how much time; a score from 0 to 1 a pair. Leaves to others: which names are asked for, and Homeward itself, which
the caller hands in as one more `Peer`.

    python -m benchmarks.names.peers --data DATA [--language hebrew | --noise] [--queries 300] [--gallery 3000]

Each matcher is used as people use it on lists of names, with its default settings. Where it knows one alphabet only,
it is given Latin letters (anyascii) in lower case. Every one has one core. What is not installed is passed over with
a line that says what to install.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib.util
import itertools
import logging
import math
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt
from benchmarks.names import postgres

INSTALL = "pip install -r benchmarks/names/requirements.txt"
EXHAUSTIVE_MOST = 3000  # names that logic-v2 is asked to compare one by one: a third of a second a query
_BLOCKED = 100  # candidates that a cheap search hands to a costly comparison
_RERANKED = 300  # the same, where the comparison is cheap
_NAME_WIDTH = 34
_SEED = 2026

Scores = npt.NDArray[np.float32]
Query = tuple[str, set[str]]


class Searcher(Protocol):
    """A gallery made ready to be searched."""

    def search(self, query: str, k: int) -> list[int]:
        """Positions in the gallery, best first, at most `k`."""

    def close(self) -> None:
        """Give back what the searcher holds."""


@runtime_checkable
class BatchSearcher(Protocol):
    """A searcher made for whole lists: it is measured by one call for all queries."""

    def search_many(self, queries: Sequence[str], k: int) -> list[list[int]]:
        """What `search` gives, for each query in order."""

    def close(self) -> None:
        """Give back what the searcher holds."""


def _lacks_nothing() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Peer:
    """A matcher that searches.

    Args:
        name: as it stands in tables and figures.
        build: a gallery of written names, made searchable.
        lacks: what has to be installed first, in one line; empty where nothing has.
    """

    name: str
    build: Callable[[list[str]], Searcher]
    lacks: Callable[[], str] = _lacks_nothing


@dataclass(frozen=True, slots=True)
class PairScorer:
    """A matcher that compares. `make` loads it and gives the function: two names, a score from 0 to 1."""

    name: str
    make: Callable[[], Callable[[str, str], float]]
    lacks: Callable[[], str] = _lacks_nothing


@dataclass(frozen=True, slots=True)
class Recall:
    """What one matcher found.

    Args:
        found_within: for each k, the share of queries with a right name among the first k.
        reciprocal_rank: mean of 1 over the rank of the first right name, 0 where none is among the largest k.
        build_s: making the gallery searchable, in seconds.
        query_ms: mean time a query, in milliseconds.
    """

    name: str
    found_within: dict[int, float]
    reciprocal_rank: float
    build_s: float
    query_ms: float


class PeerSkippedError(Exception):
    """A matcher cannot be measured here; the message is one line that says why and what to do."""


def recall(
    peer: Peer, queries: Sequence[Query], gallery: Sequence[str], ks: Sequence[int] = (1, 10)
) -> Recall | None:
    """Search for every query, print one line, and return its numbers; None, and a line, where the peer cannot run.

    Args:
        queries: names asked for, each with the gallery names that are right answers.
        gallery: names as written. Every peer gets them in the same shuffled order, so that none gains where equal
            scores are settled by place.
        ks: how many candidates a person would look at.
    """
    lacking = peer.lacks()
    if lacking:
        _skip(peer.name, lacking)
        return None
    shuffled = list(gallery)
    random.Random(_SEED).shuffle(shuffled)
    try:
        start = time.perf_counter()
        searcher = peer.build(shuffled)
        build_s = time.perf_counter() - start
    except (PeerSkippedError, postgres.PostgresError) as problem:
        _skip(peer.name, str(problem))
        return None
    except ImportError as problem:  # it is there, and something it needs in turn is not
        _skip(peer.name, f"{problem}: {INSTALL}")
        return None
    with contextlib.closing(searcher):
        texts = [text for text, _ in queries]
        start = time.perf_counter()
        if isinstance(searcher, BatchSearcher):
            answers = searcher.search_many(texts, max(ks))
        else:
            answers = [searcher.search(text, max(ks)) for text in texts]
        seconds = time.perf_counter() - start
    ranks = [
        next((rank for rank, at in enumerate(row[: max(ks)], 1) if shuffled[at] in right), 0)
        for (_, right), row in zip(queries, answers, strict=True)
    ]
    asked = max(1, len(ranks))
    result = Recall(
        name=peer.name,
        found_within={k: sum(0 < rank <= k for rank in ranks) / asked for k in ks},
        reciprocal_rank=sum(1 / rank for rank in ranks if rank) / asked,
        build_s=build_s,
        query_ms=1000 * seconds / asked,
    )
    within = "  ".join(f"R@{k} {share:.3f}" for k, share in result.found_within.items())
    print(
        f"{peer.name:{_NAME_WIDTH}} {within}  MRR {result.reciprocal_rank:.3f}"
        f"  built {build_s:6.1f} s  {result.query_ms:7.2f} ms a name",
        flush=True,
    )
    return result


def all_peers() -> list[Peer]:
    """Every matcher, installed or not, in the order of the tables."""
    fuzz, grams = _needs("rapidfuzz", "anyascii"), _needs("rapidfuzz", "anyascii", "sklearn")
    logic = _needs("nomenklatura", "followthemoney", "rigour", "anyascii", "sklearn")
    return [
        Peer("rapidfuzz WRatio", partial(_Rapidfuzz, scorer="WRatio"), fuzz),
        Peer("rapidfuzz token_sort_ratio", partial(_Rapidfuzz, scorer="token_sort_ratio"), fuzz),
        Peer("rapidfuzz Jaro-Winkler", partial(_Rapidfuzz, scorer="JaroWinkler"), fuzz),
        Peer("character tf-idf, rapidfuzz", _GramsThenFuzz, grams),
        Peer("pg_trgm, Latin letters", partial(_Trigrams, latin=True), _lacks_postgres),
        Peer("pg_trgm, as written", partial(_Trigrams, latin=False), _lacks_postgres),
        Peer("Splink", _Splink, _needs("splink", "duckdb", "anyascii")),
        Peer("logic-v2, 100 best of tf-idf", _LogicBlocked, logic),
        Peer("logic-v2, every name", _LogicEvery, logic),
    ]


def all_pair_scorers() -> list[PairScorer]:
    """Every matcher that gives two names a score by themselves; Splink needs whole lists and is not among them."""
    fuzz = _needs("rapidfuzz", "anyascii")
    return [
        PairScorer("rapidfuzz WRatio", partial(_make_fuzzy_pair, "WRatio"), fuzz),
        PairScorer("rapidfuzz token_sort_ratio", partial(_make_fuzzy_pair, "token_sort_ratio"), fuzz),
        PairScorer("rapidfuzz Jaro-Winkler", partial(_make_fuzzy_pair, "JaroWinkler"), fuzz),
        PairScorer("pg_trgm, Latin letters", _make_trigram_pair, _needs("anyascii")),
        PairScorer("logic-v2", _make_logic_pair, _needs("nomenklatura", "followthemoney", "rigour")),
    ]


def pair_scorers() -> dict[str, Callable[[str, str], float]]:
    """The pair scorers that can run here, loaded, by name; prints a line for each that cannot."""
    ready = {}
    for scorer in all_pair_scorers():
        lacking = scorer.lacks()
        if not lacking:
            try:
                ready[scorer.name] = scorer.make()
            except ImportError as problem:
                lacking = f"{problem}: {INSTALL}"
        if lacking:
            _skip(scorer.name, lacking)
    return ready


def write_in_latin(text: str) -> str:
    """Any script in lower-case ASCII, single spaces: what matchers that know one alphabet are given."""
    from anyascii import anyascii

    return " ".join(anyascii(text).lower().split())


def take_best(scores: Scores, k: int, *, above: float = -math.inf) -> list[int]:
    """Positions of the `k` highest scores, best first, equal ones in order of place; none at or below `above`."""
    k = min(k, len(scores))
    if k <= 0:
        return []
    least = np.partition(scores, len(scores) - k)[len(scores) - k]
    places = np.flatnonzero((scores >= least) & (scores > above))
    ordered = places[np.argsort(-scores[places], kind="stable")][:k]
    return [int(place) for place in ordered]


def trigram_similarity(one: str, other: str) -> float:
    """`similarity()` of pg_trgm: shared three-letter pieces over all of both, each word with two blanks before it."""
    a, b = _trigrams_of(one), _trigrams_of(other)
    return len(a & b) / len(a | b) if a or b else 0.0


# rapidfuzz: edit distances and their kin ----------------------------------------------------------


def _fuzzy(scorer: str) -> tuple[Callable[..., float], float]:
    """The function, and its highest score."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    if scorer == "JaroWinkler":
        return JaroWinkler.similarity, 1.0
    found: Callable[..., float] = getattr(fuzz, scorer)
    return found, 100.0


def _make_fuzzy_pair(scorer: str) -> Callable[[str, str], float]:
    score, most = _fuzzy(scorer)
    return lambda one, other: score(write_in_latin(one), write_in_latin(other)) / most


class _Rapidfuzz:
    """One scorer of rapidfuzz over the whole gallery, in C."""

    def __init__(self, gallery: list[str], *, scorer: str) -> None:
        self._scorer, _ = _fuzzy(scorer)
        self._latin = [write_in_latin(text) for text in gallery]

    def search(self, query: str, k: int) -> list[int]:
        from rapidfuzz import process

        # one row of a matrix, ordered as every other peer's scores are; extract() takes as long
        scores = process.cdist([write_in_latin(query)], self._latin, scorer=self._scorer, dtype=np.float32, workers=1)
        return take_best(scores[0], k)

    def close(self) -> None:
        self._latin = []


# pieces of letters, weighed by rarity -------------------------------------------------------------


class _Grams:
    """Names as weighed pieces of letters; cosine against the whole gallery."""

    def __init__(self, latin: Sequence[str], *, shortest: int, longest: int) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(shortest, longest), dtype=np.float32)
        self._by_gram = self._vectorizer.fit_transform(latin).T.tocsr()  # (pieces, names): a row is who has it

    def compare(self, latin: str) -> Scores:
        """(names,), cosine."""
        product = self._vectorizer.transform([latin]) @ self._by_gram
        scores: Scores = product.toarray()[0]
        return scores


class _GramsThenFuzz:
    """The strongest floor made by hand: tf-idf of pieces of two to four letters, the best re-ranked by rapidfuzz.

    The order is that of the plain sum of cosine, token_sort_ratio, ratio without blanks, and Jaro-Winkler. Of all
    sums of up to four out of cosine and six scorers it put most right names first: 725 of 900 of the training half
    (English for Hebrew, English for Korean, misspelt English; the 100 best re-ranked).
    """

    def __init__(self, gallery: list[str]) -> None:
        self._latin = [write_in_latin(text) for text in gallery]
        self._joined = [text.replace(" ", "") for text in self._latin]
        self._grams = _Grams(self._latin, shortest=2, longest=4)
        self._sorted, _ = _fuzzy("token_sort_ratio")
        self._plain, _ = _fuzzy("ratio")
        self._start, _ = _fuzzy("JaroWinkler")

    def search(self, query: str, k: int) -> list[int]:
        asked = write_in_latin(query)
        joined = asked.replace(" ", "")
        cosine = self._grams.compare(asked)
        places = take_best(cosine, max(k, _RERANKED), above=0.0)
        marks = {
            at: float(cosine[at])
            + self._sorted(asked, self._latin[at]) / 100
            + self._plain(joined, self._joined[at]) / 100
            + self._start(asked, self._latin[at])
            for at in places
        }
        return sorted(places, key=lambda at: -marks[at])[:k]

    def close(self) -> None:
        self._latin = []


# PostgreSQL ---------------------------------------------------------------------------------------


def _lacks_postgres() -> str:
    if postgres.find_programs() is None:
        return "PostgreSQL's programs are not installed: apt-get install postgresql"
    return _needs("psycopg", "anyascii")()


def _trigrams_of(text: str) -> set[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    padded = [f"  {word} " for word in letters.split()]
    return {word[at : at + 3] for word in padded for at in range(len(word) - 2)}


def _make_trigram_pair() -> Callable[[str, str], float]:
    return lambda one, other: trigram_similarity(write_in_latin(one), write_in_latin(other))


class _Trigrams:
    """pg_trgm behind a GIN index, in a private server; a query's time is what the client sees."""

    def __init__(self, gallery: list[str], *, latin: bool) -> None:
        self._write = write_in_latin if latin else str
        with ExitStack() as held:
            self._connection = held.enter_context(held.enter_context(postgres.cluster()).connect())
            self._cursor = self._connection.cursor()
            self._cursor.execute("CREATE EXTENSION pg_trgm")
            self._cursor.execute("CREATE TABLE names (place integer PRIMARY KEY, written text NOT NULL)")
            with self._cursor.copy("COPY names (place, written) FROM STDIN") as copy:
                for place, text in enumerate(gallery):
                    copy.write_row((place, self._write(text).replace("\0", "")))
            self._cursor.execute("CREATE INDEX names_written ON names USING gin (written gin_trgm_ops)")
            self._cursor.execute("ANALYZE names")
            self._cursor.execute("SET pg_trgm.similarity_threshold = 0.3")
            self._held = held.pop_all()

    def search(self, query: str, k: int) -> list[int]:
        asked = self._write(query).replace("\0", "")
        self._cursor.execute(
            "SELECT place FROM names WHERE written %% %s ORDER BY similarity(written, %s) DESC, place LIMIT %s",
            (asked, asked, k),
        )
        return [place for (place,) in self._cursor.fetchall()]

    def processor_s(self) -> float:
        """Seconds that the server's process of this connection has computed; Linux tells them."""
        told = Path(f"/proc/{self._connection.info.backend_pid}/schedstat").read_text(encoding="ascii")
        return int(told.split()[0]) / 1e9

    def close(self) -> None:
        self._held.close()


# Splink -------------------------------------------------------------------------------------------


class _Splink:
    """Splink on DuckDB: given and family name compared by Jaro-Winkler, agreement on a rare one counting for more.

    Made for names in one alphabet, with slips of the pen. Each query is asked in both orders of its two parts, for
    Splink compares columns and people write either first: that alone takes R@1 from .76 to .93 (1,500 misspelt
    English names of the training half among 10,000). u is estimated from random pairs; m keeps Splink's defaults,
    which beat m estimated by expectation maximisation on the same names (.93 to .91) and need no agreement between
    the lists to learn from.
    """

    def __init__(self, gallery: list[str]) -> None:
        import splink  # noqa: F401  so that its absence shows here, and loading counts as building

        self._gallery = _split_names(gallery)
        logging.getLogger("splink").setLevel(logging.ERROR)  # it would advise to train m

    def search(self, query: str, k: int) -> list[int]:
        return self.search_many([query], k)[0]

    def search_many(self, queries: Sequence[str], k: int) -> list[list[int]]:
        import duckdb
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on
        from splink import comparison_library as comparisons

        if not queries or not self._gallery["unique_id"]:
            return [[] for _ in queries]
        asked = _split_names(queries)
        asked = {
            "unique_id": [*asked["unique_id"], *(number + len(queries) for number in asked["unique_id"])],
            "given": asked["given"] + asked["family"],
            "family": asked["family"] + asked["given"],
        }
        settings = SettingsCreator(
            link_type="link_only",
            comparisons=[comparisons.NameComparison("given"), comparisons.NameComparison("family")],
            blocking_rules_to_generate_predictions=[
                block_on("family"),
                block_on("given"),
                block_on("substr(family, 1, 3)"),
                block_on("substr(given, 1, 3)"),
                block_on("right(family, 3)"),
                block_on("substr(given, 1, 1)", "substr(family, 1, 1)"),
            ],
            probability_two_random_records_match=1 / max(2, len(self._gallery["unique_id"])),
            retain_matching_columns=False,
        )
        with duckdb.connect(":memory:") as connection:
            connection.execute("SET threads = 1")
            tables = DuckDBAPI(connection)
            # left and right of a pair go by the alphabet: gallery, then queries
            gallery_table = tables.register(self._gallery, dataset_display_name="gallery")
            asked_table = tables.register(asked, dataset_display_name="queries")
            linker = Linker([gallery_table, asked_table], settings, log_level=None)
            linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
            pairs = linker.inference.predict()
            rows = connection.execute(
                f"WITH pair AS (SELECT unique_id_r % {len(queries)} AS query, unique_id_l AS place,"
                f" max(match_weight) AS weight FROM {pairs.physical_name} GROUP BY ALL)"
                " SELECT query, place FROM pair WINDOW best AS (PARTITION BY query ORDER BY weight DESC, place)"
                f" QUALIFY row_number() OVER best <= {int(k)} ORDER BY query, row_number() OVER best"
            ).fetchall()
        found: list[list[int]] = [[] for _ in queries]
        for number, place in rows:
            found[number].append(place)
        return found

    def close(self) -> None:
        self._gallery = {}


def _split_names(texts: Iterable[str]) -> dict[str, list[Any]]:
    """Columns for Splink: the last word as family name, all before it as given name; None where there is nothing."""
    words = [write_in_latin(text).split() for text in texts]
    return {
        "unique_id": list(range(len(words))),
        "given": [" ".join(row[:-1]) or None for row in words],
        "family": [row[-1] if row else None for row in words],
    }


# logic-v2 of nomenklatura: what OpenSanctions matches with ----------------------------------------

_entity_numbers = itertools.count()  # it remembers names by their id alone, so that no two may ever share one


class _Logic:
    """logic-v2 with its default settings, on people who have a name and nothing else."""

    def __init__(self) -> None:
        from followthemoney import model
        from nomenklatura.matching import LogicV2

        self._model, self._algorithm, self._config = model, LogicV2, LogicV2.default_config()
        # loads its tables, which takes seconds, before anything is timed
        self.score(self.make_person("Ann Example"), self.make_person("Anna Exampel"))

    def make_person(self, text: str) -> Any:
        made = {"id": f"name-{next(_entity_numbers)}", "schema": "Person", "properties": {"name": [text]}}
        return self._model.get_proxy(made)

    def score(self, query: Any, person: Any) -> float:
        return float(self._algorithm.compare(query, person, self._config).score)


def _make_logic_pair() -> Callable[[str, str], float]:
    logic = _Logic()
    return lambda one, other: logic.score(logic.make_person(one), logic.make_person(other))


class _LogicEvery:
    """logic-v2 against every name of a small gallery."""

    def __init__(self, gallery: list[str]) -> None:
        if len(gallery) > EXHAUSTIVE_MOST:
            raise PeerSkippedError(
                f"comparing one by one is for {EXHAUSTIVE_MOST:,} names at most, here are {len(gallery):,}: "
                "ask for a smaller gallery"
            )
        self._logic = _Logic()
        self._people = [self._logic.make_person(text) for text in gallery]

    def search(self, query: str, k: int) -> list[int]:
        asked = self._logic.make_person(query)
        scores = np.array([self._logic.score(asked, person) for person in self._people], dtype=np.float32)
        return take_best(scores, k, above=0.0)

    def close(self) -> None:
        self._people = []


class _LogicBlocked:
    """logic-v2 as it is used in practice, behind a cheap search.

    Candidates are the 100 nearest by tf-idf of three letters, and the 100 that share the rarest symbols: names that
    its tables hold to be the same in other languages and scripts. Equal scores keep the order of the cheap search.
    """

    def __init__(self, gallery: list[str]) -> None:
        self._logic = _Logic()
        self._people = [self._logic.make_person(text) for text in gallery]
        self._grams = _Grams([write_in_latin(text) for text in gallery], shortest=3, longest=3)
        self._holders: defaultdict[Any, list[int]] = defaultdict(list)
        for place, person in enumerate(self._people):
            for symbol in _symbols(person):
                self._holders[symbol].append(place)

    def search(self, query: str, k: int) -> list[int]:
        asked = self._logic.make_person(query)
        near = take_best(self._grams.compare(write_in_latin(query)), max(k, _BLOCKED), above=0.0)
        shared: defaultdict[int, float] = defaultdict(float)
        for symbol in _symbols(asked):
            holders = self._holders.get(symbol, [])
            for place in holders:
                shared[place] += math.log(len(self._people) / len(holders))
        akin = sorted(shared, key=lambda place: (-shared[place], place))[: max(k, _BLOCKED)]
        places = list(dict.fromkeys(near + akin))
        marks = {place: self._logic.score(asked, self._people[place]) for place in places}
        return sorted(places, key=lambda place: -marks[place])[:k]

    def close(self) -> None:
        self._people = []


def _symbols(person: Any) -> set[Any]:
    """What its tables say the words of a name stand for; initials, which half of all people share, left out."""
    from nomenklatura.matching.logic_v2.names.analysis import entity_names
    from rigour.names.symbol import SymbolCategory

    found = {symbol for name in entity_names(person) for symbol in name.symbols}
    return {symbol for symbol in found if symbol.category != SymbolCategory.INITIAL}


# what is lacking ----------------------------------------------------------------------------------


def _needs(*modules: str) -> Callable[[], str]:
    def lacks() -> str:
        missing = [module for module in modules if importlib.util.find_spec(module) is None]
        return f"{', '.join(missing)} not installed: {INSTALL}" if missing else ""

    return lacks


def _skip(name: str, reason: str) -> None:
    print(f"{name:{_NAME_WIDTH}} skipped: {' '.join(reason.split())}", flush=True)


# a small table ------------------------------------------------------------------------------------


def main() -> None:
    """Print the table of all peers on a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--gallery", type=int, default=3000)
    parser.add_argument("--language", default="hebrew")
    parser.add_argument("--noise", action="store_true", help="Latin names with slips of the pen, among Latin names")
    options = parser.parse_args()
    rows = _read_rows(options.data / "names" / "full-dev.tsv.gz", options.language)
    rest = _read_rows(options.data / "names" / "full-train.tsv.gz", options.language)
    dice = random.Random(_SEED)
    asked = dice.sample(rows, min(options.queries, len(rows)))
    queries: list[Query]
    if options.noise:
        queries = [(_misspell(latin, dice), {latin}) for latin, _ in asked]
    else:
        queries = [(latin, {native}) for latin, native in asked]
    right = {text for _, answers in queries for text in answers}
    others = sorted({row[0 if options.noise else 1] for row in rows + rest} - right)
    gallery = sorted(right) + dice.sample(others, min(max(0, options.gallery - len(right)), len(others)))
    kind = "misspelt English names among English" if options.noise else f"English names among {options.language}"
    print(f"{len(queries)} {kind} ones, {len(gallery)} of them")
    for peer in all_peers():
        recall(peer, queries, gallery)


def _read_rows(path: Path, language: str) -> list[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return sorted({(row[1], row[2]) for row in rows if row[0] == language})


def _misspell(text: str, dice: random.Random) -> str:
    """One or two letters left out, put in, changed or swapped; one name in five with its words in another order."""
    letters = list(text)
    for _ in range(dice.choice((1, 1, 2))):
        at = dice.randrange(max(1, len(letters) - 1))
        new = dice.choice("aeioulrnst")
        change = dice.randrange(4)
        letters[at : at + 2] = {
            0: letters[at + 1 : at + 2],
            1: [*letters[at : at + 2], new],
            2: [new, *letters[at + 1 : at + 2]],
            3: letters[at : at + 2][::-1],
        }[change]
    words = "".join(letters).split()
    if dice.random() < 0.2:
        words = words[1:] + words[:1]
    return " ".join(words)


if __name__ == "__main__":
    main()
