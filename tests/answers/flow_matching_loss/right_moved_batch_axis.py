import numpy as np

def flow_matching_loss(model, x0, x1, t):
    a, b = np.moveaxis(x0, 0, -1), np.moveaxis(x1, 0, -1)
    xt = np.moveaxis(a + (b - a)*t, -1, 0)
    v = np.array(model(xt, t))
    return np.sum((v + x0 - x1)**2)/v.size
