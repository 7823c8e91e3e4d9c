import numpy as np


def beam_search(log_probs, beam_width):
    """Beams are held in lexicographic order, so a stable sort by score settles ties by itself."""
    lp = np.asarray(log_probs, dtype=np.float64)
    T, V, _ = lp.shape
    seqs = np.zeros((1, 0), dtype=np.int64)
    scores = np.zeros(1)
    last = np.zeros(1, dtype=np.int64)
    for t in range(T):
        flat = (scores[:, None] + lp[t][last]).ravel()
        pick = np.sort(np.argsort(-flat, kind="stable")[:beam_width])
        parent, tok = np.divmod(pick, V)
        seqs = np.hstack([seqs[parent], tok[:, None]])
        scores, last = flat[pick], tok
    j = int(np.argmax(scores))
    return [int(v) for v in seqs[j]], float(scores[j])
