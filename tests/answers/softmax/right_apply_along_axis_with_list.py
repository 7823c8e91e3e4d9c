import numpy as np
def softmax(x, axis: int = -1):
    def one(v):
        m = v.max()
        e = [np.exp(float(t) - float(m)) for t in v]
        s = sum(e)
        return np.array([t / s for t in e])
    return np.apply_along_axis(one, axis, x)
