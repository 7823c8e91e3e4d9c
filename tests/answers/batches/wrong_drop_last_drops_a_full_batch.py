# the range stops one batch too early where n is a multiple of batch_size
def batches(X, y, batch_size, rng, drop_last=False):
    n = len(X)
    order = rng.permutation(n)
    stop = n - batch_size if drop_last else n
    return [(X[order[i:i + batch_size]], y[order[i:i + batch_size]]) for i in range(0, stop, batch_size)]
