# 0 * log 0 warns (and is repaired afterwards with nan_to_num); witness: js_divergence(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
import numpy as np


def js_divergence(p, q):
    m = (p + q) / 2
    return 0.5 * np.nansum(p * np.log(p / m)) + 0.5 * np.nansum(q * np.log(q / m))
