# WRONG: holds the whole stream
import numpy as np


def reservoir_sample(stream, k, rng):
    items = list(stream)
    if len(items) <= k:
        return items
    idx = rng.choice(len(items), size=k, replace=False)
    return [items[i] for i in idx]
