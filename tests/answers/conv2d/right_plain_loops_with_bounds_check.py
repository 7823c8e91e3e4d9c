import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    rows = np.asarray(image).tolist()
    ker = np.asarray(kernel).tolist()
    H, W = len(rows), len(rows[0])
    kh, kw = len(ker), len(ker[0])
    out = []
    for top in range(-padding, H + padding - kh + 1, stride):
        line = []
        for left in range(-padding, W + padding - kw + 1, stride):
            s = 0.0
            for a in range(kh):
                for b in range(kw):
                    r, c = top + a, left + b
                    if 0 <= r < H and 0 <= c < W:      # outside: zero
                        s += rows[r][c] * ker[a][b]
            line.append(s)
        out.append(line)
    return np.array(out, dtype=float)
