# averages where windows share a maximum
import numpy as np
def max_pool2d_backward(dout, image, size, stride):
    g = np.zeros_like(image); n=np.zeros_like(image)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = image[i*stride:i*stride+size, j*stride:j*stride+size]
            k = w.argmax()
            g[i*stride + k//size, j*stride + k%size] += dout[i,j]
            n[i*stride + k//size, j*stride + k%size] += 1
    return g/np.maximum(n,1)
