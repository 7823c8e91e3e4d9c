"""Standardization that recognizes a constant column despite rounding.

The mean of [0.1, 0.1, 0.1] is computed as 0.10000000000000002, so such a column seems to have a standard
deviation of 1e-17, and dividing by it gives -1 instead of 0. Subtracting the first row beforehand changes
neither the differences from the mean nor the standard deviation, but it turns a constant column into exact
zeros: its mean, its standard deviation and the result are then exactly 0. Only columns that vary are divided.

O(n d) time and memory.
"""

import numpy as np


def standardize(X):
    """Each column of X (n, d) with mean 0 and population standard deviation 1; a constant column becomes 0."""
    shifted = X - X[:1]  # all zero where the column is constant
    centered = shifted - np.mean(shifted, axis=0)
    std = np.sqrt(np.mean(centered**2, axis=0))  # (d,)
    return np.divide(centered, std, out=np.zeros_like(centered), where=std > 0)


# What an interviewer asks next
#
# Divide by n or by n - 1? For scaling it hardly matters, as long as train and test get the same number. n - 1
# makes the sample variance unbiased as an estimate; scikit-learn's scaler uses n.
#
# Why standardize at all? Gradient descent on features of different scale zigzags along a narrow valley;
# penalties such as L2 and distances such as in k-means depend on a feature's unit; and PCA would follow the
# largest unit.
#
# Why not sqrt(mean(x**2) - mean(x)**2)? It subtracts two large, nearly equal numbers when the mean is large,
# loses its digits, and can even turn negative under the root.
