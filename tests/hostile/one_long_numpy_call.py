# exercise: softmax
# ways: import, call
# outcome: timeout
# limit: 1
# at: np.convolve(
# No signal handler written in Python would ever run in here.
import numpy as np


def attack():
    np.convolve(np.ones(500_000), np.ones(500_000))


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
