# WRONG: Maclaurin series of erf with 25 terms, wrong from about |x| = 4 on (and then cut off); witness: gelu(np.array([4.5, -4.5]))
import math
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    z = x / math.sqrt(2.0)
    term = z.copy()
    erf = z.copy()
    for k in range(1, 25):
        term = -term * z * z / k
        erf = erf + term / (2 * k + 1)
    erf = np.clip(2.0 / math.sqrt(math.pi) * erf, -1.0, 1.0)
    return 0.5 * x * (1.0 + erf)
