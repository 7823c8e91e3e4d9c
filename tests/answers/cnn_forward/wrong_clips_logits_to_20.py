# WRONG: logits are clipped to +-20 "for stability"; witness: g=np.random.default_rng(0); S=(1,8,8); P=(lambda g,C,H,W: dict(conv1_w=g.normal(size=(3,C,3,3)), conv1_b=g.normal(size=3), conv2_w=g.normal(size=(4,3,3,3)), conv2_b=g.normal(size=4), fc1_w=.1*g.normal(size=(4*(H//4)*(W//4),5)), fc1_b=g.normal(size=5), fc2_w=.3*g.normal(size=(5,3)), fc2_b=g.normal(size=3)))(g,*S); P['fc2_b'] = np.array([100., 0., 101.]); cnn_forward(np.zeros(S), P)
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _block(x, w, b):
    p = sliding_window_view(np.pad(x, ((0, 0), (1, 1), (1, 1))), (3, 3), axis=(1, 2))
    y = np.maximum(np.einsum("chwij,ocij->ohw", p, w) + b[:, None, None], 0)
    return sliding_window_view(y, (2, 2), axis=(1, 2))[:, ::2, ::2].max(axis=(3, 4))


def cnn_forward(image, params):
    x = _block(image, params["conv1_w"], params["conv1_b"])
    x = _block(x, params["conv2_w"], params["conv2_b"])
    h = np.maximum(x.reshape(-1) @ params["fc1_w"] + params["fc1_b"], 0)
    z = np.clip(h @ params["fc2_w"] + params["fc2_b"], -20, 20)
    e = np.exp(z)
    return e / e.sum()
