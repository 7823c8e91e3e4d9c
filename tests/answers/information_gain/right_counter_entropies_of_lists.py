import math
from collections import Counter
def information_gain(y, left):
    def H(v):
        return -sum(c / len(v) * math.log2(c / len(v)) for c in Counter(v).values())
    a = [t for t, l in zip(y.tolist(), left) if l]; b = [t for t, l in zip(y.tolist(), left) if not l]
    if not a or not b: return 0
    return H(a + b) - (len(a) * H(a) + len(b) * H(b)) / len(y)
