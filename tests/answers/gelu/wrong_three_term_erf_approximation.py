# WRONG: Abramowitz-Stegun 7.1.25 with three terms, only good to 2.5e-5, where 1e-6 is promised; witness: gelu(np.array([-3.5, 1.4]))
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    z = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.47047 * z)
    erf = 1.0 - t * (0.3480242 + t * (-0.0958798 + t * 0.7478556)) * np.exp(-z * z)
    return 0.5 * x * (1.0 + np.copysign(erf, x))
