import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    def selector(size):
        n_out = (size + 2 * padding - k) // stride + 1
        src = np.arange(n_out)[:, None] * stride + np.arange(k) - padding
        return (src[..., None] == np.arange(size)).astype(float)
    R, S = selector(H), selector(W)
    t = np.einsum("nchw,aih->ncwai", x, R, optimize=True)
    t = np.einsum("ncwai,bjw->ncaibj", t, S, optimize=True)
    out = np.einsum("ncaibj,ocij->noab", t, weight, optimize=True)
    out = out + np.asarray(bias, dtype=float)[None, :, None, None]
    return out
