import numpy as np


def in_batch_softmax(queries, items, log_q, temperature):
    q = np.asarray(queries, dtype=np.float64)
    k = np.asarray(items, dtype=np.float64)
    z = np.inner(q, k) / temperature
    z = z - np.asarray(log_q, dtype=np.float64).reshape(1, -1)
    z -= np.amax(z, axis=-1)[:, None]
    logp = z - np.log(np.sum(np.exp(z), axis=-1))[:, None]
    target = np.eye(len(q))
    return float(-(np.where(target == 1, logp, 0)).sum() / len(q))
