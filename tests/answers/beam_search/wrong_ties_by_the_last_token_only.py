# WRONG: ties compared by the last token only; witness: beam_search(np.array([[[-3.0, -2.0, -1.0], [0, 0, 0], [0, 0, 0]], [[-9.0, -1.0, -9.0], [-2.0, -9.0, -9.0], [-9.0, -9.0, -9.0]]]), 3)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    beams = [((), 0.0)]
    for t in range(lp.shape[0]):
        cands = []
        for seq, score in beams:
            prev = seq[-1] if seq else 0
            cands += [(seq + (v,), score + float(lp[t, prev, v])) for v in range(lp.shape[2])]
        cands.sort(key=lambda c: (-c[1], c[0][-1]))
        beams = cands[:beam_width]
    return list(beams[0][0]), beams[0][1]
