# WRONG: draws from the random module
import random


def reservoir_sample(stream, k, rng):
    res = []
    for i, x in enumerate(stream):
        if len(res) < k:
            res.append(x)
        else:
            j = random.randrange(i + 1)
            if j < k:
                res[j] = x
    return res
