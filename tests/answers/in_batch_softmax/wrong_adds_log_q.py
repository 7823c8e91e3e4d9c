# WRONG: adds log_q instead of subtracting it
import numpy as np


def in_batch_softmax(queries, items, log_q, temperature):
    logits = queries @ items.T / temperature + log_q[None, :]
    logits -= logits.max(axis=1, keepdims=True)
    logp = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -np.mean(np.diag(logp))
