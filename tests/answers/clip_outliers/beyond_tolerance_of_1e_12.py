# WRONG: compares with z * std + 1e-12: an outlier among entries of 1e-13 stays
import numpy as np
def clip_outliers(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std() + 1e-12, x.mean(), x)
