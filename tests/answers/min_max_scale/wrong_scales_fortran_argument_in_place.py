# modifies the argument when it is Fortran-ordered
import numpy as np
def min_max_scale(X):
    A = np.asfortranarray(X)
    lo = A.min(0); r = A.max(0) - lo
    A -= lo
    A /= np.where(r == 0, 1, r)
    return A
