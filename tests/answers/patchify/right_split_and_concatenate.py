import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    try:
        strips = np.split(images, H // p if H % p == 0 else [][0], axis=1)
        if W % p:
            raise IndexError
    except IndexError as e:
        raise ValueError("H or W") from e
    return np.concatenate([b.reshape(N, 1, -1) for s in strips for b in np.split(s, W // p, axis=2)], axis=1)
