import numpy as np
import math
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    out = []
    for q in Q.astype(float):
        m, l, o = -math.inf, 0.0, np.zeros(d)
        for b in range(0, T, block_size):
            s = K[b:b + block_size] @ q / math.sqrt(d)
            n = max(m, float(s.max()))
            c = math.exp(m - n)
            p = np.exp(s - n)
            l = l * c + p.sum(); o = o * c + p @ V[b:b + block_size]; m = n
        out.append(o / l)
    return np.array(out)
