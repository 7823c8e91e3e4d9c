# WRONG: only the total number of pixels is checked: H = 6, W = 2, p = 4? gives a wrong error or garbage; H*W divisible but W not
import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    if (H * W) % (p * p): raise ValueError
    if H % p or W % p:
        return images.reshape(N, -1, p * p * C)
    return images.reshape(N, H // p, p, W // p, p, C).swapaxes(2, 3).reshape(N, -1, p * p * C)
