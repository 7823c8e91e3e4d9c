# X and y are permuted one after the other, so the labels belong to other rows
def batches(X, y, batch_size, rng, drop_last=False):
    X = rng.permutation(X)
    y = rng.permutation(y)
    out = []
    for i in range(0, len(X), batch_size):
        if drop_last and i + batch_size > len(X):
            break
        out.append((X[i:i + batch_size], y[i:i + batch_size]))
    return out
