import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    pad = np.asarray(labels) == ignore_index
    z = np.asarray(logits, dtype=np.float64)
    y = np.where(pad, 0, labels)
    b, t = np.indices(y.shape)
    margin = z - z[b, t, y][..., None]
    nll = np.logaddexp.reduce(margin, axis=-1)
    mean = np.ma.masked_array(nll, mask=pad).mean()
    return 0.0 if mean is np.ma.masked else mean
