def reservoir_sample(stream, k, rng):
    reservoir = []
    n = 0
    for x in stream:
        n += 1
        if n <= k:
            reservoir.append(x)
        elif rng.random() < k / n:
            reservoir[rng.integers(k)] = x
    return reservoir
