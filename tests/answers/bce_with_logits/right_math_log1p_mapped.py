import math
def bce_with_logits(y_true, logits):
    def one(t, z):
        return max(z, 0.0) - t * z + math.log1p(math.exp(-abs(z)))
    return sum(map(one, map(float, y_true), map(float, logits))) / len(logits)
