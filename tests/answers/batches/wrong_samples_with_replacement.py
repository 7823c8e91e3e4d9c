# every batch is a new sample of the rows, so rows repeat and others are missing
def batches(X, y, batch_size, rng, drop_last=False):
    n = len(X)
    out = []
    for start in range(0, n, batch_size):
        m = min(batch_size, n - start)
        if drop_last and m < batch_size:
            break
        idx = rng.integers(0, n, size=m)
        out.append((X[idx], y[idx]))
    return out
