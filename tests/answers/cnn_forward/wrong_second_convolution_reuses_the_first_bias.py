# WRONG: the second convolution reuses the first one's bias (tiled to fit); witness: g=np.random.default_rng(0); S=(2,8,8); P=(lambda g,C,H,W: dict(conv1_w=g.normal(size=(3,C,3,3)), conv1_b=g.normal(size=3), conv2_w=g.normal(size=(4,3,3,3)), conv2_b=g.normal(size=4), fc1_w=.1*g.normal(size=(4*(H//4)*(W//4),5)), fc1_b=g.normal(size=5), fc2_w=.3*g.normal(size=(5,3)), fc2_b=g.normal(size=3)))(g,*S); P['conv2_b'] = np.array([5., -5., 3., 0.]); cnn_forward(g.normal(size=S), P)
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def cnn_forward(image, params):
    bias = params["conv1_b"]
    x = image
    for w in (params["conv1_w"], params["conv2_w"]):
        p = sliding_window_view(np.pad(x, ((0, 0), (1, 1), (1, 1))), (3, 3), axis=(1, 2))
        y = np.einsum("chwij,ocij->ohw", p, w) + np.resize(bias, len(w))[:, None, None]
        y = np.maximum(y, 0)
        x = sliding_window_view(y, (2, 2), axis=(1, 2))[:, ::2, ::2].max(axis=(3, 4))
    h = np.maximum(x.reshape(-1) @ params["fc1_w"] + params["fc1_b"], 0)
    z = h @ params["fc2_w"] + params["fc2_b"]
    e = np.exp(z - z.max())
    return e / e.sum()
