# WRONG: multiplies probabilities and takes the log at the end, so long sequences underflow; witness: beam_search(np.full((1200, 2, 2), np.log(0.5)), 2)
import math
import numpy as np


def beam_search(log_probs, beam_width):
    P = np.exp(np.asarray(log_probs, dtype=float))
    beams = [(-1.0, [])]
    for t in range(P.shape[0]):
        cands = []
        for negp, seq in beams:
            row = P[t, seq[-1] if seq else 0]
            cands += [(negp * float(row[v]), seq + [v]) for v in range(P.shape[2])]
        cands.sort()
        beams = cands[:beam_width]
    p, seq = -beams[0][0], beams[0][1]
    return seq, (math.log(p) if p > 0 else -math.inf)
