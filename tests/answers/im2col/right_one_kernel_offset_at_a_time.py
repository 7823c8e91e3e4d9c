import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    """Fill column blocks, one kernel offset at a time."""
    x = np.asarray(x, dtype=float)
    N, C, H, W = x.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    buf = np.zeros((N, C, Hp, Wp))
    buf[:, :, padding:Hp - padding, padding:Wp - padding] = x
    oh, ow = (Hp - kernel) // stride + 1, (Wp - kernel) // stride + 1
    cols = np.empty((N, oh, ow, C, kernel, kernel))
    for a in range(kernel):
        rows = slice(a, a + stride * (oh - 1) + 1, stride)
        for b in range(kernel):
            cs = slice(b, b + stride * (ow - 1) + 1, stride)
            cols[..., a, b] = buf[:, :, rows, cs].transpose(0, 2, 3, 1)
    return cols.reshape(N, oh * ow, C * kernel ** 2)
