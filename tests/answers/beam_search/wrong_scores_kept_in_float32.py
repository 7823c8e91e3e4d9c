# WRONG: accumulates the score in float32 storage, so small differences vanish next to a large score; witness: beam_search(np.array([[[-1e6, -1e7], [0, 0]], [[-0.012, -0.011], [0, 0]]]), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    T, V, _ = np.shape(log_probs)
    seqs = np.zeros((1, 0), dtype=int)
    scores = np.zeros(1, dtype=np.float32)
    last = np.zeros(1, dtype=int)
    for t in range(T):
        total = np.empty((scores.size, V), dtype=np.float32)
        total[:] = scores[:, None] + np.asarray(log_probs[t], dtype=float)[last]
        flat = total.ravel()
        pick = np.sort(np.argsort(-flat, kind="stable")[:beam_width])
        par, tok = np.divmod(pick, V)
        seqs = np.concatenate([seqs[par], tok[:, None]], axis=1)
        scores, last = flat[pick], tok
    j = scores.argmax()
    return seqs[j].tolist(), float(scores[j])
