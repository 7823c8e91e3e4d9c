# builds the (outputs, pixels) matrix of the forward pass and multiplies by its transpose
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    H, W = image.shape
    pixels = np.arange(H * W).reshape(H, W)
    A = []
    for r in range(0, H - size + 1, stride):
        for c in range(0, W - size + 1, stride):
            idx = pixels[r:r + size, c:c + size].ravel()
            row = np.zeros(H * W)
            row[idx[np.argmax(image.ravel()[idx])]] = 1
            A.append(row)
    return (np.array(A).T @ dout.ravel()).reshape(H, W)
