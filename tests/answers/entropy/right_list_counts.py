import math
def entropy(y):
    ys = [int(v) for v in y]
    h = math.fsum(c / len(ys) * math.log2(len(ys) / c) for c in (ys.count(v) for v in set(ys)))
    return h
