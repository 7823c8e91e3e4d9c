# WRONG: cuts the beam by an argsort that is not stable, so of many equal scores any may stay
import numpy as np


def beam_search(log_probs, beam_width):
    T, V, _ = log_probs.shape
    tokens, total = np.empty((1, 0), dtype=int), np.zeros(1)
    for t in range(T):
        previous = tokens[:, -1] if t > 0 else [0]
        grown = (total[:, None] + log_probs[t, previous]).reshape(-1)
        keep = np.sort(np.argsort(-grown)[:beam_width])
        tokens = np.concatenate([tokens[keep // V], (keep % V)[:, None]], axis=1)
        total = grown[keep]
    best = total.argmax()
    return tokens[best].tolist(), float(total[best])
