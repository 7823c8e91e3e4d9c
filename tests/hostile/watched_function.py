# exercise: tanh
# ways: name, alias, getattr, wrapped, core, umath, ma, ma_method, outer, reload, pickle, copy, frames, globals, fresh_module, reduce_at
# outcome: failed error
# np.tanh is what this exercise forbids: under whatever name it is reached, the check cannot pass.
import copy
import importlib
import pickle
import sys

import numpy as np


class Reaches:
    def __array__(self, *args, **kwargs):
        frame = sys._getframe()
        while frame:
            if "function" in frame.f_locals:
                Reaches.found = frame.f_locals["function"]
            frame = frame.f_back
        return np.zeros(1)


def find():
    way = "@way@"
    if way == "name":
        return np.tanh
    if way == "alias":
        from numpy import tanh as t

        return t
    if way == "getattr":
        return getattr(np, "hnat"[::-1])
    if way == "wrapped":
        return np.tanh.__wrapped__
    if way == "core":
        return np._core.umath.tanh
    if way == "umath":
        return importlib.import_module("numpy._core._multiarray_umath").tanh
    if way == "ma":
        return np.ma.tanh
    if way == "ma_method":
        return np.ma.tanh.f
    if way == "outer":
        return lambda x: np.tanh.at(x := x.copy(), ...) or x
    if way == "reload":
        return importlib.reload(np._core.umath).tanh
    if way == "pickle":
        return pickle.loads(pickle.dumps(np.exp).replace(b"exp", b"tanh").replace(b"\x03tanh", b"\x04tanh"))
    if way == "copy":
        return copy.deepcopy(np.tanh)
    if way == "frames":
        np.tanh([Reaches()])
        return Reaches.found
    if way == "globals":
        return np.tanh.__call__.__func__.__globals__["np"].tanh
    if way == "fresh_module":
        for name in [name for name in sys.modules if name.startswith("numpy")]:
            del sys.modules[name]
        return importlib.import_module("numpy").tanh
    return np.tanh.reduce


def tanh(x):
    return find()(np.asarray(x))
