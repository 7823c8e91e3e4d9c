import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    oh, ow = dout.shape[2], dout.shape[3]
    dx = np.zeros((N, C, H, W))
    dw = np.zeros((O, C, k, k))
    db = np.zeros(O)
    for n in range(N):
        for o in range(O):
            for i in range(oh):
                for j in range(ow):
                    g = float(dout[n, o, i, j])
                    db[o] += g
                    for c in range(C):
                        for a in range(k):
                            r = i * stride + a - padding
                            if not 0 <= r < H:
                                continue
                            for b in range(k):
                                q = j * stride + b - padding
                                if 0 <= q < W:
                                    dx[n, c, r, q] += g * float(weight[o, c, a, b])
                                    dw[o, c, a, b] += g * float(x[n, c, r, q])
    return dx, dw, db
