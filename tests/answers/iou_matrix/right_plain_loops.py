def area(box):
    x1, y1, x2, y2 = box
    return (x2 - x1) * (y2 - y1)


def iou(p, q):
    left, top = max(p[0], q[0]), max(p[1], q[1])
    right, bottom = min(p[2], q[2]), min(p[3], q[3])
    if right <= left or bottom <= top:
        return 0.0
    inter = (right - left) * (bottom - top)
    return inter / (area(p) + area(q) - inter)


def iou_matrix(a, b):
    return [[iou(p, q) for q in b] for p in a]
