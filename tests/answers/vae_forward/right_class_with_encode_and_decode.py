import numpy as np


class VAE:
    def __init__(self, state):
        self.__dict__.update(state)

    def encode(self, x):
        hidden = np.clip(np.dot(x, self.W_enc) + self.b_enc, 0, None)
        return np.dot(hidden, self.W_mu) + self.b_mu, np.dot(hidden, self.W_lv) + self.b_lv

    def decode(self, z):
        hidden = np.clip(np.dot(z, self.W_dec) + self.b_dec, 0, None)
        logits = np.dot(hidden, self.W_out) + self.b_out
        return (np.tanh(logits / 2) + 1) / 2

    def forward(self, x, noise):
        mu, log_var = self.encode(x)
        z = noise * np.exp(log_var / 2, dtype=np.float64) + mu
        return self.decode(z), mu, log_var


def vae_forward(x, params, noise):
    return VAE(params).forward(x, noise)
