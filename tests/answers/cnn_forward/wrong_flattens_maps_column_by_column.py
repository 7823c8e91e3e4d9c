# WRONG: each map is flattened column by column (channels, columns, rows); witness: g=np.random.default_rng(0); S=(1,8,8); P=(lambda g,C,H,W: dict(conv1_w=g.normal(size=(3,C,3,3)), conv1_b=g.normal(size=3), conv2_w=g.normal(size=(4,3,3,3)), conv2_b=g.normal(size=4), fc1_w=.1*g.normal(size=(4*(H//4)*(W//4),5)), fc1_b=g.normal(size=5), fc2_w=.3*g.normal(size=(5,3)), fc2_b=g.normal(size=3)))(g,*S); cnn_forward(g.normal(size=S), P)
import numpy as np


def _block(x, w, b):
    C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    y = np.zeros((len(w), H, W)) + b[:, None, None]
    for a in range(3):
        for d in range(3):
            y += np.einsum("oc,chw->ohw", w[:, :, a, d], xp[:, a:a + H, d:d + W])
    y = np.maximum(y, 0)
    return y[:, :H // 2 * 2, :W // 2 * 2].reshape(-1, H // 2, 2, W // 2, 2).max(axis=(2, 4))


def cnn_forward(image, params):
    x = _block(_block(image, params["conv1_w"], params["conv1_b"]), params["conv2_w"], params["conv2_b"])
    flat = np.concatenate([m.T.ravel() for m in x])
    h = np.maximum(flat @ params["fc1_w"] + params["fc1_b"], 0)
    z = h @ params["fc2_w"] + params["fc2_b"]
    e = np.exp(z - z.max())
    return e / e.sum()
