from bisect import bisect_left, bisect_right
def roc_auc(y_true, scores):
    pos = [float(s) for t, s in zip(y_true, scores) if t]; neg = sorted(float(s) for t, s in zip(y_true, scores) if not t)
    if not pos or not neg: raise ValueError('one class')
    return sum(bisect_left(neg, s) + bisect_right(neg, s) for s in pos) / (2 * len(pos) * len(neg))
