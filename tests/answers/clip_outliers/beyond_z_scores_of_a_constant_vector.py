# WRONG: z-scores of a constant vector are 0 / 0; witness: clip_outliers(np.array([2.0, 2.0, 2.0]), 1.0)
import numpy as np


def clip_outliers(x, z):
    mu, sigma = x.mean(), x.std()
    scores = (x - mu) / sigma
    return np.where(np.abs(scores) > z, mu, x)
