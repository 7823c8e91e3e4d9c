# divides by the candidate's area instead of the union
import numpy as np


def nms(boxes, scores, threshold):
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    idxs = np.argsort(-scores, kind="stable")
    pick = []
    while len(idxs) > 0:
        i = idxs[0]
        pick.append(i)
        rest = idxs[1:]
        xx1, yy1 = np.maximum(boxes[i, 0], boxes[rest, 0]), np.maximum(boxes[i, 1], boxes[rest, 1])
        xx2, yy2 = np.minimum(boxes[i, 2], boxes[rest, 2]), np.minimum(boxes[i, 3], boxes[rest, 3])
        overlap = np.maximum(0, xx2 - xx1) * np.maximum(0, yy2 - yy1) / area[rest]
        idxs = rest[overlap <= threshold]
    return np.array(pick, dtype=int)
