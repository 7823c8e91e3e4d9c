# WRONG: leaves C to reshape: (1, 3, 4, 2) with p = 2 returns (1, 2, 12) instead of raising
import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    split = images.reshape(N, H // p, p, W // p, p, -1)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, (H // p) * (W // p), -1)
