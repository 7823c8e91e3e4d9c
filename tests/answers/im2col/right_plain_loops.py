import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    x = np.asarray(x)
    N, C, H, W = x.shape
    data = x.tolist()
    batch = []
    for n in range(N):
        positions = []
        for top in range(-padding, H + padding - kernel + 1, stride):
            for left in range(-padding, W + padding - kernel + 1, stride):
                patch = []
                for c in range(C):
                    for i in range(top, top + kernel):
                        for j in range(left, left + kernel):
                            inside = 0 <= i < H and 0 <= j < W
                            patch.append(data[n][c][i][j] if inside else 0.0)
                positions.append(patch)
        batch.append(positions)
    return np.array(batch, dtype=float)
