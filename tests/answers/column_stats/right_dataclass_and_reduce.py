import dataclasses

import numpy as np


@dataclasses.dataclass
class Stats:
    mean: np.ndarray
    std: np.ndarray
    min: np.ndarray
    max: np.ndarray
    argmin: np.ndarray
    argmax: np.ndarray


def column_stats(X: np.ndarray) -> dict:
    lo, hi = np.minimum.reduce(X, axis=0), np.maximum.reduce(X, axis=0)
    mean = np.average(X, axis=0)
    std = np.linalg.norm(X - mean, axis=0) / np.sqrt(len(X))
    # the first True is the first extreme entry
    s = Stats(mean, std, lo, hi, (X == lo).argmax(0), (X == hi).argmax(0))
    return dataclasses.asdict(s)
