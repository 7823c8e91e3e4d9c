import numpy as np
from itertools import islice


def sliding_window_mask(T, window):
    def blocked(i, j):
        match i - j:
            case lag if lag < 0:
                return True
            case lag:
                return lag >= window
    return np.array([[blocked(i, j) for j in range(T)] for i in islice(range(T), T)])
