import math


def kl_estimators(logp, ref_logp):
    k = [0.0, 0.0, 0.0]
    for p, q in zip(logp.tolist(), ref_logp.tolist()):
        d = q - p
        k[0] -= d
        k[1] += d * d / 2
        k[2] += math.expm1(d) - d
    return tuple(each / len(logp) for each in k)
