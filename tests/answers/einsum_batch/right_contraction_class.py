import numpy as np


class Contraction:
    """Callable pattern, in the manner of a layer."""

    def __init__(self, pattern):
        self.pattern = pattern

    def __call__(self, left, right):
        return np.einsum(self.pattern, left, right)


_bmm = Contraction("nrc,ncs->nrs")
_scores = Contraction("nxd,nyd->nxy")
_heads = Contraction("nmxd,nmyd->nmxy")


def batch_matmul(A, B):
    return _bmm(A, B)


def attention_scores(Q, K):
    return _scores(Q, K)


def multi_head_scores(Q, K):
    return _heads(Q, K)
