import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    z = np.stack([teacher, student]).astype(float) / temperature
    z -= z.max(axis=-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    t, s = logp
    return temperature**2 * (np.exp(t) * (t - s)).sum(axis=-1).mean()
