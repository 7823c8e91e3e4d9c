# with drop_last the last rows of the data are cut off before the draw, so they are never seen
def batches(X, y, batch_size, rng, drop_last=False):
    n = len(X)
    if drop_last:
        n = n // batch_size * batch_size
    order = rng.permutation(n)
    return [(X[order[i:i + batch_size]], y[order[i:i + batch_size]]) for i in range(0, n, batch_size)]
