# WRONG: the first step is not pruned (all V starts survive until the second step); witness: beam_search(np.log(np.array([[[0.6, 0.4], [0.5, 0.5]], [[0.5, 0.5], [0.95, 0.05]]])), 1)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    T, V = lp.shape[:2]
    beams = sorted([(-float(lp[0, 0, v]), [v]) for v in range(V)])
    for t in range(1, T):
        cands = [(neg - float(lp[t, seq[-1], v]), seq + [v]) for neg, seq in beams for v in range(V)]
        beams = sorted(cands)[:beam_width]
    neg, seq = beams[0]
    return seq, -neg
