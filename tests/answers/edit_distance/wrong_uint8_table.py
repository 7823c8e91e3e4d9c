# a table of uint8 cannot hold more than 255 edits
import numpy as np


def edit_distance(a, b):
    D = np.zeros((len(a) + 1, len(b) + 1), dtype=np.uint8)
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0:
                D[i, j] = j % 256
            elif j == 0:
                D[i, j] = i % 256
            else:
                D[i, j] = min(int(D[i - 1, j]) + 1, int(D[i, j - 1]) + 1, int(D[i - 1, j - 1]) + (a[i - 1] != b[j - 1])) % 256
    return int(D[-1, -1])
