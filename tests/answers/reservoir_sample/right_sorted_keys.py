from bisect import insort


def reservoir_sample(stream, k, rng):
    """Keeps the k smallest random keys; the place breaks ties so that items are never compared."""
    best = []
    for place, item in enumerate(stream):
        key = rng.random()
        if len(best) == k and key > best[-1][0]:
            continue
        insort(best, (key, place, item), key=lambda e: e[:2])
        del best[k:]
    return [item for _, _, item in best]
