import numpy as np
def sliding_windows(x, size, stride):
    class TooLong(ValueError):
        pass
    if size > len(x):
        raise TooLong
    def gen(start=0):
        while start + size <= len(x):
            yield x[start:start + size]
            start += stride
    return np.vstack(list(gen()))
