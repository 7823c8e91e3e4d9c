# WRONG: True below the diagonal (rows and columns swapped in the comparison); witness: causal_mask(4)
import numpy as np


def causal_mask(T):
    j, i = np.ogrid[:T, :T]
    return j > i
