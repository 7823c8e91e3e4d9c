import numpy as np


def soft_threshold(x, t):
    def shrink(v):
        v = float(v)
        match (bool(v > t), bool(v < -t)):
            case (True, _):
                return v - t
            case (_, True):
                return v + t
            case _:
                return 0.0

    return np.asarray(np.frompyfunc(shrink, 1, 1)(x), dtype=float)
