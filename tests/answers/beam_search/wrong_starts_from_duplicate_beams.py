# WRONG: starts from beam_width copies of the empty sequence, so the beam is filled with duplicates; witness: beam_search(np.log(np.array([[[0.6, 0.4], [0.5, 0.5]], [[0.5, 0.5], [0.95, 0.05]]])), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    beams = [([], 0.0)] * beam_width
    for t in range(lp.shape[0]):
        cands = []
        for seq, score in beams:
            row = lp[t, seq[-1] if seq else 0].tolist()
            cands += [(seq + [v], score + x) for v, x in enumerate(row)]
        cands.sort(key=lambda c: (-c[1], c[0]))
        beams = cands[:beam_width]
    return beams[0]
