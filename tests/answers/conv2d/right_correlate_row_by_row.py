import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    # row-wise 1-D correlations
    kernel = np.asarray(kernel)
    x = np.pad(np.asarray(image), ((padding, padding), (padding, padding)), mode="constant")
    kh, _ = kernel.shape
    out_rows = [
        sum(np.correlate(x[top + a], kernel[a], mode="valid")[::stride] for a in range(kh))
        for top in range(0, x.shape[0] - kh + 1, stride)
    ]
    return np.vstack(out_rows)
