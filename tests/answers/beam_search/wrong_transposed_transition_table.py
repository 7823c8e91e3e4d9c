# WRONG: reads [t, next, previous]: the table is used transposed after the first step; witness: beam_search(np.log(np.array([[[0.5, 0.5], [0.5, 0.5]], [[0.3, 0.7], [0.9, 0.1]]])), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    T, V, _ = lp.shape
    beams = [(-float(lp[0, 0, v]), [v]) for v in range(V)]
    beams = sorted(beams)[:beam_width]
    for t in range(1, T):
        cands = []
        for neg, seq in beams:
            for v in range(V):
                cands.append((neg - float(lp[t, v, seq[-1]]), seq + [v]))
        beams = sorted(cands)[:beam_width]
    return beams[0][1], -beams[0][0]
