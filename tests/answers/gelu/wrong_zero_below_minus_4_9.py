# 0 below -4.9 is off by 2e-6
import math
import numpy as np
erf = np.vectorize(math.erf, otypes=[float])
def gelu(x): return np.where(x < -4.9, 0.0, x * (1 + erf(x / math.sqrt(2))) / 2)
