# exercise: softmax
# ways: array_function, array_ufunc, eq, array, plain, view_of_right
# outcome: failed
# says: a subclass of numpy.ndarray
import numpy as np


class Yes(np.ndarray):
    if "@way@" == "array_function":

        def __array_function__(self, function, types, args, kwargs):
            return True

    if "@way@" == "array_ufunc":

        def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
            return np.zeros(self.shape)

    if "@way@" == "eq":
        __eq__ = __le__ = __lt__ = __ge__ = lambda self, other: np.ones(self.shape, bool)
        __sub__ = __rsub__ = lambda self, other: np.zeros(self.shape)

    if "@way@" == "array":

        def __array__(self, *args, **kwargs):
            return np.zeros(self.shape)


def softmax(x, axis=-1):
    if "@way@" == "view_of_right":
        e = np.exp(x - x.max(axis=axis, keepdims=True))
        x = e / e.sum(axis=axis, keepdims=True)
    return x.view(Yes)
