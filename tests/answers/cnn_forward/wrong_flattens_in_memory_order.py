# WRONG: the flatten follows the memory order (ravel 'K') and the maps inherit the image's layout, so a Fortran-ordered image gives another answer; witness: g=np.random.default_rng(0); S=(2,8,12); P=(lambda g,C,H,W: dict(conv1_w=g.normal(size=(3,C,3,3)), conv1_b=g.normal(size=3), conv2_w=g.normal(size=(4,3,3,3)), conv2_b=g.normal(size=4), fc1_w=.1*g.normal(size=(4*(H//4)*(W//4),5)), fc1_b=g.normal(size=5), fc2_w=.3*g.normal(size=(5,3)), fc2_b=g.normal(size=3)))(g,*S); cnn_forward(np.asfortranarray(g.normal(size=S)), P)
import numpy as np


def _conv(x, w, b):
    C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    order = "C" if x.flags.c_contiguous else "F"
    y = np.empty((len(w), H, W), order=order)
    y[...] = b[:, None, None]
    for a in range(3):
        for d in range(3):
            y += np.einsum("oc,chw->ohw", w[:, :, a, d], xp[:, a:a + H, d:d + W])
    return y


def _pool(x):
    h, w = x.shape[1] // 2 * 2, x.shape[2] // 2 * 2
    return np.maximum(np.maximum(x[:, 0:h:2, 0:w:2], x[:, 1:h:2, 0:w:2]),
                      np.maximum(x[:, 0:h:2, 1:w:2], x[:, 1:h:2, 1:w:2]))


def cnn_forward(image, params):
    x = _pool(np.maximum(_conv(image, params["conv1_w"], params["conv1_b"]), 0))
    x = _pool(np.maximum(_conv(x, params["conv2_w"], params["conv2_b"]), 0))
    h = np.maximum(x.ravel(order="K") @ params["fc1_w"] + params["fc1_b"], 0)
    z = h @ params["fc2_w"] + params["fc2_b"]
    e = np.exp(z - z.max())
    return e / e.sum()
