import numpy as np
from numpy import einsum as contract

def _make(spec, wrap=lambda r: r):
    def f(A: np.ndarray):
        """One contraction."""
        return wrap(contract(spec, A, optimize="greedy"))
    return f

total = _make("rc -> ", float)
row_sums = _make("rc -> r")
column_sums = _make("rc->c", np.asarray)
transpose = _make("rc->cr", np.ascontiguousarray)
diagonal = _make("kk->k")
trace = _make("kk->", lambda r: r[()])
