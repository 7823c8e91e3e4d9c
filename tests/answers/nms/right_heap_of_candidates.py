import heapq


def overlap(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def nms(boxes, scores, threshold):
    heap = [(-float(s), i) for i, s in enumerate(scores)]
    heapq.heapify(heap)
    kept = []
    while heap:
        _, i = heapq.heappop(heap)
        if all(overlap(boxes[i], boxes[k]) <= threshold for k in kept):
            kept.append(i)
    return kept
