# WRONG: positions are kept in int8, which wraps for T > 128; witness: causal_mask(130)
import numpy as np


def causal_mask(T):
    pos = np.arange(T).astype(np.int8)
    return pos[None, :] > pos[:, None]
