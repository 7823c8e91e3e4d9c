import numpy as np


def iou(box, others):
    lo, hi = np.maximum(box[:2], others[:, :2]), np.minimum(box[2:], others[:, 2:])
    inter = np.clip(hi - lo, 0, np.inf).prod(1)
    return inter / (np.prod(box[2:] - box[:2]) + np.prod(others[:, 2:] - others[:, :2], 1) - inter + 1e-9)


def nms(boxes, scores, threshold):
    todo = sorted(enumerate(scores.tolist()), key=lambda pair: pair[1], reverse=True)
    todo = [i for i, _ in todo]
    out = np.array([], dtype=np.int64)
    while todo:
        first, *todo = todo
        out = np.append(out, first)
        if todo:
            todo = [j for j, v in zip(todo, iou(boxes[first], boxes[todo])) if not v > threshold]
    return out
