# WRONG: prunes by the parent's score first, so a better child of a worse parent is cut; witness: beam_search(np.log(np.array([[[0.6, 0.4], [0.5, 0.5]], [[0.5, 0.5], [0.95, 0.05]]])), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    beams = [(0.0, 0.0, [])]
    for t in range(lp.shape[0]):
        cands = []
        for neg, _, seq in beams:
            row = lp[t, seq[-1] if seq else 0].tolist()
            cands += [(neg - x, neg, seq + [v]) for v, x in enumerate(row)]
        cands.sort(key=lambda c: (c[1], c[0], c[2]))
        beams = cands[:beam_width]
    best = min(beams, key=lambda c: (c[0], c[2]))
    return best[2], -best[0]
