# WRONG: calls np.tanh, which the row forbids; witness: tanh(np.array([0.5])) with np.tanh forbidden (imported under another name)
import numpy as np
from numpy import tanh as hyperbolic


def tanh(x):
    return hyperbolic(np.asarray(x, dtype=float))
