# np.array turns a mixed list into strings, so 1 equals "1"
import numpy as np


def edit_distance(a, b):
    a, b = np.array(list(a)), np.array(list(b))
    D = np.add.outer(np.arange(len(a) + 1), np.arange(len(b) + 1))
    for i in range(len(a)):
        for j in range(len(b)):
            D[i + 1, j + 1] = min(D[i, j] + (str(a[i]) != str(b[j])), D[i, j + 1] + 1, D[i + 1, j] + 1)
    return int(D[-1, -1])
