# np.argsort without kind='stable' mixes equal scores among many boxes
import numpy as np


def nms(boxes, scores, threshold):
    order = list(np.argsort(-scores))
    kept = []
    for j in order:
        good = True
        for i in kept:
            lo, hi = np.maximum(boxes[i, :2], boxes[j, :2]), np.minimum(boxes[i, 2:], boxes[j, 2:])
            inter = np.prod(np.maximum(hi - lo, 0))
            union = np.prod(boxes[i, 2:] - boxes[i, :2]) + np.prod(boxes[j, 2:] - boxes[j, :2]) - inter
            if inter / union > threshold:
                good = False
                break
        if good:
            kept.append(int(j))
    return kept
