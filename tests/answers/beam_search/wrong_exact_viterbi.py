# WRONG: exact Viterbi whatever the beam width; witness: beam_search(np.log(np.array([[[0.6, 0.4], [0.5, 0.5]], [[0.5, 0.5], [0.95, 0.05]]])), 1)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    T, V, _ = lp.shape
    best = [((v,), float(lp[0, 0, v])) for v in range(V)]
    for t in range(1, T):
        best = [min(((s + (v,), sc + float(lp[t, s[-1], v])) for s, sc in best), key=lambda c: (-c[1], c[0]))
                for v in range(V)]
    seq, score = min(best, key=lambda c: (-c[1], c[0]))
    return list(seq), score
