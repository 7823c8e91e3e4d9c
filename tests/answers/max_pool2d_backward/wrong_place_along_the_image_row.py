# the place in the window is used as an offset in the image
import numpy as np
def max_pool2d_backward(dout, image, size, stride):
    g = np.zeros_like(image); W=image.shape[1]
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = image[i*stride:i*stride+size, j*stride:j*stride+size]
            k = w.argmax()
            g.ravel()[(i*stride)*W + j*stride + k] += dout[i,j]
    return g
