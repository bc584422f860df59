"""Logistic regressions over hashed words, as `telling` and `relaying` train them: matrices, weights, folds.

In: for each example the numbers of its features. Out: weights, and chances of examples that were not learnt from.
Leaves to others: which examples there are and what they are made of.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

_FOLDS = 5


def matrix(features: Sequence[Sequence[int] | np.ndarray], width: int) -> csr_matrix:
    """(examples, width) of ones."""
    places = np.concatenate([np.asarray(row, np.int32) for row in features])
    ends = np.cumsum([0, *(len(row) for row in features)])
    return csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(features), width))


def fit(known: csr_matrix, answers: np.ndarray, strength: float) -> np.ndarray:
    """(width + 1,) weights, the last of them what is added to each example; `strength` is the inverse penalty."""
    model = LogisticRegression(C=strength, max_iter=1000).fit(known, answers)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


def chances(weights: np.ndarray, known: csr_matrix) -> np.ndarray:
    """(examples,) how likely each is a yes."""
    return np.asarray(1 / (1 + np.exp(-(known @ weights[:-1] + weights[-1]))))


def by_folds(documents: Sequence[str], learn_and_ask: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """(examples,) chances by models that have not seen an example's document.

    `learn_and_ask` is given which examples to learn from and which to ask, and returns the chances of the latter.
    """
    fold = np.array([zlib.crc32(document.encode()) % _FOLDS for document in documents])
    found = np.zeros(len(documents))
    for out in range(_FOLDS):
        held = np.flatnonzero(fold == out)
        if len(held):
            found[held] = learn_and_ask(np.flatnonzero(fold != out), held)
    return found
