# WRONG: StopIteration where there are fewer than k items
def reservoir_sample(stream, k, rng):
    it = iter(stream)
    res = list(map(lambda _: next(it), [0] * 0)) + [next(it) for _ in range(k)]
    n = k
    for x in it:
        n += 1
        j = int(rng.integers(n))
        if j < k:
            res[j] = x
    return res
