import numpy as np


def clip_outliers(x: np.ndarray, z: float) -> np.ndarray:
    """Boolean mask on a fresh copy."""
    out = np.array(x, dtype=float, copy=True)
    if np.ptp(out) == 0:
        return out
    mean = np.average(out)
    dev = out - mean
    # compare squares, no root needed
    far = dev * dev > z * z * np.mean(dev * dev)
    out[far] = mean
    return out
