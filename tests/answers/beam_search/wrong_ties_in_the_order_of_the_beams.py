# WRONG: equal scores are left in the order of the beams' scores, not of the sequences (stable sort on the score only); witness: beam_search(np.array([[[-2.0, -1.0], [0.0, 0.0]], [[-1.0, -3.0], [-2.0, -2.0]]]), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    beams = [([], 0.0)]
    for t in range(lp.shape[0]):
        cands = []
        for seq, score in beams:
            prev = seq[-1] if seq else 0
            for v in range(lp.shape[2]):
                cands.append((seq + [v], score + float(lp[t, prev, v])))
        cands.sort(key=lambda c: c[1], reverse=True)
        beams = cands[:beam_width]
    return beams[0]
