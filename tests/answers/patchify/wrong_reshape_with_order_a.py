# WRONG: reshape with order="A": Fortran-ordered images are read in memory order
import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p: raise ValueError
    return images.reshape((N, H // p, p, W // p, p, C), order="A").swapaxes(2, 3).reshape(N, -1, p * p * C)
