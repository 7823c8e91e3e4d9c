import math

import numpy as np


def _affine(rows, W, b):
    return [[sum(r[i] * W[i][j] for i in range(len(r))) + b[j] for j in range(len(b))] for r in rows]


def _sig(v):
    if v >= 0:
        return 1.0 / (1.0 + math.exp(-v))
    t = math.exp(v)
    return t / (1.0 + t)


def vae_forward(x, params, noise):
    P = {k: np.asarray(v, dtype=float).tolist() for k, v in params.items()}
    X, E = np.asarray(x, dtype=float).tolist(), np.asarray(noise, dtype=float).tolist()
    relu = lambda M: [[v if v > 0 else 0.0 for v in r] for r in M]
    h = relu(_affine(X, P["W_enc"], P["b_enc"]))
    mu = _affine(h, P["W_mu"], P["b_mu"])
    lv = _affine(h, P["W_lv"], P["b_lv"])
    z = [[m + math.exp(l / 2) * e for m, l, e in zip(*t)] for t in zip(mu, lv, E)]
    g = relu(_affine(z, P["W_dec"], P["b_dec"]))
    recon = [[_sig(v) for v in r] for r in _affine(g, P["W_out"], P["b_out"])]
    return np.array(recon), np.array(mu), np.array(lv)
