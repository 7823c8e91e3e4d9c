import math

import numpy as np


def vae_kl(mu, log_var):
    total = 0.0
    for m_row, lv_row in zip(np.asarray(mu).tolist(), np.asarray(log_var).tolist()):
        for m, lv in zip(m_row, lv_row):
            total += (math.exp(lv) + m * m - 1.0 - lv) / 2.0
    return total
