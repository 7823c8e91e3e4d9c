import numpy as np


def gae(rewards, values, gamma, lam):
    deltas = np.add(rewards, np.dot(gamma, values[1:])) - values[:-1]
    rec = np.frompyfunc(lambda acc, d: d + gamma * lam * acc, 2, 1)
    return rec.accumulate(deltas[::-1].astype(object)).astype(np.float64)[::-1]
