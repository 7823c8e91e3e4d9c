# WRONG: the first row of the noise is used for the whole batch, right for B = 1; witness: g=np.random.default_rng(0); P=dict(W_enc=g.normal(size=(4,6)), b_enc=g.normal(size=6), W_mu=g.normal(size=(6,3)), b_mu=g.normal(size=3), W_lv=.2*g.normal(size=(6,3)), b_lv=g.normal(size=3), W_dec=g.normal(size=(3,5)), b_dec=g.normal(size=5), W_out=.2*g.normal(size=(5,4)), b_out=g.normal(size=4)); vae_forward(g.normal(size=(3, 4)), P, g.normal(size=(3, 3)))[0]
import numpy as np


def vae_forward(x, params, noise):
    h = np.maximum(x @ params["W_enc"] + params["b_enc"], 0)
    mu = h @ params["W_mu"] + params["b_mu"]
    log_var = h @ params["W_lv"] + params["b_lv"]
    z = mu + np.exp(0.5 * log_var) * noise[:1]
    g = np.maximum(z @ params["W_dec"] + params["b_dec"], 0)
    return np.exp(-np.logaddexp(0, -(g @ params["W_out"] + params["b_out"]))), mu, log_var
