import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p != 0 or W % p != 0:
        raise ValueError("not divisible")
    batch = []
    for n in range(N):
        patches = []
        for top in range(0, H, p):
            for left in range(0, W, p):
                vec = []
                for i in range(p):
                    for j in range(p):
                        for c in range(C):
                            vec.append(float(images[n, top + i, left + j, c]))
                patches.append(vec)
        batch.append(patches)
    return np.array(batch)
