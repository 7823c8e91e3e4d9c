# marks boxes as done in the caller's scores, and stops at scores of 0 and below
import numpy as np


def nms(boxes, scores, threshold):
    keep = []
    while scores.max(initial=0) > 0:
        i = int(scores.argmax())
        keep.append(i)
        for j in range(len(boxes)):
            w = max(0, min(boxes[i][2], boxes[j][2]) - max(boxes[i][0], boxes[j][0]))
            h = max(0, min(boxes[i][3], boxes[j][3]) - max(boxes[i][1], boxes[j][1]))
            a = (boxes[i][2] - boxes[i][0]) * (boxes[i][3] - boxes[i][1])
            b = (boxes[j][2] - boxes[j][0]) * (boxes[j][3] - boxes[j][1])
            if j == i or w * h / (a + b - w * h) > threshold:
                scores[j] = 0
    return keep
