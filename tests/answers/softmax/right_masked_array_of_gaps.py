import numpy as np
def softmax(x, axis=-1):
    top = np.take_along_axis(x, np.expand_dims(np.argmax(x, axis=axis), axis), axis)
    gap = np.ma.masked_less(np.subtract(x, top, dtype=np.float64), -745.0)
    e = np.ma.exp(gap).filled(0.0)
    return np.true_divide(e, np.add.reduce(e, axis=axis, keepdims=True))
