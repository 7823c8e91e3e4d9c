# WRONG: p = 1 returns the images flattened with channels... only p*p*C == C is handled by reshape; p equal to H is not split along W
import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p: raise ValueError
    if p == H: return images.reshape(N, -1, p * p * C)
    return images.reshape(N, H // p, p, W // p, p, C).swapaxes(2, 3).reshape(N, -1, p * p * C)
