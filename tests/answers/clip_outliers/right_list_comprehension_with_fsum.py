import numpy as np
import math
def clip_outliers(x, z):
    vals = [float(v) for v in x]
    if all(v == vals[0] for v in vals):
        return np.array(vals)
    m = math.fsum(vals) / len(vals)
    s = math.sqrt(math.fsum((v - m) ** 2 for v in vals) / len(vals))
    return np.array([m if abs(v - m) > z * s else v for v in vals])
