# WRONG: patches column by column when the image is not square
import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p: raise ValueError
    x = images.reshape(N, H // p, p, W // p, p, C)
    x = x.transpose(0, 1, 3, 2, 4, 5) if H >= W else x.transpose(0, 3, 1, 2, 4, 5)
    return x.reshape(N, -1, p * p * C)
