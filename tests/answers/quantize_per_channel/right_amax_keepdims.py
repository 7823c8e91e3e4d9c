import numpy as np


def quantize_per_channel(W):
    amax = np.amax(np.abs(W), axis=0, keepdims=True)
    scale = amax / 127.0
    scale = np.where(amax == 0, np.ones_like(scale), scale)
    q = np.clip(np.round(W / scale), -127, 127)
    return q.astype(np.int8), np.squeeze(scale, axis=0)
