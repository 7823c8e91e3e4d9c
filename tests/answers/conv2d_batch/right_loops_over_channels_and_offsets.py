import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (H + 2 * padding - k) // stride + 1
    w = (W + 2 * padding - k) // stride + 1
    out = np.zeros((N, O, h, w))
    for o in range(O):
        for c in range(C):
            for i in range(k):
                for j in range(k):
                    out[:, o] += weight[o, c, i, j] * xp[:, c, i:i + h * stride:stride, j:j + w * stride:stride][:, :h, :w]
        out[:, o] += bias[o]
    return out
