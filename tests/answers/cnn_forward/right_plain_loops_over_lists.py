import math

import numpy as np


def _conv_relu(maps, w, b):
    C, H, W = len(maps), len(maps[0]), len(maps[0][0])
    out = []
    for o in range(len(w)):
        plane = [[float(b[o])] * W for _ in range(H)]
        for i in range(H):
            for j in range(W):
                s = plane[i][j]
                for c in range(C):
                    for a in (-1, 0, 1):
                        for d in (-1, 0, 1):
                            if 0 <= i + a < H and 0 <= j + d < W:
                                s += maps[c][i + a][j + d] * w[o][c][a + 1][d + 1]
                plane[i][j] = s if s > 0 else 0.0
        out.append(plane)
    return out


def _pool(maps):
    return [[[max(m[2 * i][2 * j], m[2 * i][2 * j + 1], m[2 * i + 1][2 * j], m[2 * i + 1][2 * j + 1])
              for j in range(len(m[0]) // 2)] for i in range(len(m) // 2)] for m in maps]


def _dense(v, w, b):
    return [sum(v[i] * w[i][j] for i in range(len(v))) + b[j] for j in range(len(b))]


def cnn_forward(image, params):
    p = {key: np.asarray(val).tolist() for key, val in params.items()}
    maps = np.asarray(image).tolist()
    for layer in ("conv1", "conv2"):
        maps = _pool(_conv_relu(maps, p[layer + "_w"], p[layer + "_b"]))
    v = [u for m in maps for row in m for u in row]
    h = [max(u, 0.0) for u in _dense(v, p["fc1_w"], p["fc1_b"])]
    z = _dense(h, p["fc2_w"], p["fc2_b"])
    top = max(z)
    e = [math.exp(u - top) for u in z]
    total = math.fsum(e)
    return np.array([u / total for u in e])
