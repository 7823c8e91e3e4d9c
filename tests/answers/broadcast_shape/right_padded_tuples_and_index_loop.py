import numpy as np


def broadcast_shape(a, b):
    n = max(len(a), len(b))
    a = (1,) * (n - len(a)) + tuple(a)
    b = (1,) * (n - len(b)) + tuple(b)
    result = [0] * n
    for i in range(n):
        if a[i] == b[i]:
            result[i] = int(a[i])
        elif a[i] == 1:
            result[i] = int(b[i])
        elif b[i] == 1:
            result[i] = int(a[i])
        else:
            raise ValueError("shapes do not match")
    return tuple(result)
