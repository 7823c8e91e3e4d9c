import numpy as np


def vae_forward(x, params, noise):
    """Biases folded into the weights (homogeneous coordinates)."""
    def layer(a, name):
        ones = np.ones((a.shape[0], 1))
        return np.hstack([a, ones]) @ np.vstack([params["W_" + name], params["b_" + name]])

    h = layer(x, "enc")
    h = h * np.heaviside(h, 0.0)
    mu, log_var = layer(h, "mu"), layer(h, "lv")
    z = mu + np.exp(np.divide(log_var, 2.0)) * noise
    g = layer(z, "dec")
    g = g * np.heaviside(g, 0.0)
    # sigmoid(a) = exp(-log(1 + exp(-a)))
    recon = np.exp(-np.logaddexp(0.0, -layer(g, "out")))
    return recon, mu, log_var
