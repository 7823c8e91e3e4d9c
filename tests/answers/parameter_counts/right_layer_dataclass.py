from dataclasses import dataclass
from functools import reduce
from operator import mul

import numpy as np


@dataclass(frozen=True)
class Layer:
    fan_in: int
    units: int

    @property
    def n_weights(self):
        return self.fan_in * self.units

    @property
    def n_biases(self):
        return self.units

    def __len__(self):
        return self.n_weights + self.n_biases


def dense_params(n_in, n_out):
    return Layer(n_in, n_out).__len__()


def conv_params(k, c_in, c_out):
    # a conv layer is a dense layer on one patch
    return dense_params(reduce(mul, [k] * 2, c_in), c_out)
