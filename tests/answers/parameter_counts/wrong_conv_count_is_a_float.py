# WRONG: conv_params is a float; witness: conv_params(3, 2, 4)
import math

import numpy as np


def conv_params(k, c_in, c_out):
    return math.pow(k, 2) * c_in * c_out + c_out


def dense_params(n_in, n_out):
    return n_in * n_out + n_out
