# WRONG: true convolution (kernel flipped) along the columns only; witness: conv2d(np.arange(12.).reshape(3, 4), np.array([[1., 2.], [3., 5.]]))
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(np.asarray(image, dtype=float), padding)
    kernel = np.asarray(kernel, dtype=float)
    kh, kw = kernel.shape
    rows = []
    for top in range(0, x.shape[0] - kh + 1, stride):
        rows.append(sum(np.convolve(x[top + a], kernel[a], mode="valid")[::stride] for a in range(kh)))
    return np.array(rows)
