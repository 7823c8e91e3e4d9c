# exercise: softmax
# ways: python, c
# outcome: error timeout
# limit: 4
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr([self])


def softmax(x, axis=-1):
    if "@way@" == "c":
        return repr(Deep())
    return softmax(x, axis)
