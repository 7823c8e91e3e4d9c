import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    betas = np.asarray(betas, dtype=np.float64)
    keep = np.multiply.reduce(1 - betas, where=np.arange(betas.size) <= t)
    terms = [np.asarray(x_t), np.asarray(eps_pred)]
    coeff = np.array([1.0, -betas[t] / np.sqrt(1 - keep)]) / np.sqrt(1 - betas[t])
    if t:
        terms.append(np.asarray(noise))
        coeff = np.append(coeff, np.sqrt(betas[t]))
    return np.tensordot(coeff, np.stack(terms), axes=1)
