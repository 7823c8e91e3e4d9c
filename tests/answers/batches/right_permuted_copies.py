def batches(X, y, batch_size, rng, drop_last=False):
    p = rng.permutation(len(y))
    Xs, ys = X[p], y[p]
    n_batches = len(y) // batch_size
    if not drop_last and len(y) % batch_size != 0:
        n_batches += 1
    return [(Xs[k * batch_size:(k + 1) * batch_size], ys[k * batch_size:(k + 1) * batch_size]) for k in range(n_batches)]
