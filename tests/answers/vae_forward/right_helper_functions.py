import numpy as np


def _relu(a):
    return np.maximum(a, 0.0)


def _sigmoid(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1.0, e) / (1.0 + e)


def vae_forward(x, params, noise):
    p = {k: np.asarray(v, dtype=float) for k, v in params.items()}
    h = _relu(np.asarray(x, dtype=float) @ p["W_enc"] + p["b_enc"])
    mu = h @ p["W_mu"] + p["b_mu"]
    log_var = h @ p["W_lv"] + p["b_lv"]
    z = mu + np.exp(0.5 * log_var) * noise
    g = _relu(z @ p["W_dec"] + p["b_dec"])
    return _sigmoid(g @ p["W_out"] + p["b_out"]), mu, log_var
