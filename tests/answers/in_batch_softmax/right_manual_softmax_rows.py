import numpy as np


def logsumexp(v):
    m = v.max()
    return m + np.log(np.exp(v - m).sum())


def in_batch_softmax(queries, items, log_q, temperature):
    n = queries.shape[0]
    loss = 0
    for i in range(n):
        row = np.array([queries[i] @ items[j] / temperature - log_q[j] for j in range(n)])
        loss += logsumexp(row) - row[i]
    return loss / n
