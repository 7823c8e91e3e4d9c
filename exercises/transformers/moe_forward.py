"""The forward pass of a mixture of experts

The layer has E feed-forward experts and a router. The router gives every
token one logit per expert, and each token is sent to its k best experts
only. Their outputs are added with weights, a softmax over the logits of
those k experts alone:

    logits  = x W_router
    out_i   = Σ over the chosen e of  weight_ie · ReLU(x_i W1[e]) W2[e]

You may compute all experts for all tokens and drop what is not chosen.

x         (n, D), one token per row
W_router  (D, E)
W1, W2    (E, D, F) and (E, F, D), the weights of expert e at index e; there
          are no biases
k         how many experts each token gets, an int from 1 to E
returns   an array (n, D)

    >>> x = np.array([[1.0, 2.0]])
    >>> W_router = np.array([[0.0, np.log(3.0), 0.0], [0.0, 0.0, -1.0]])
    >>> W1 = np.stack([np.eye(2), np.eye(2), np.eye(2)])
    >>> W2 = np.stack([np.eye(2), 5 * np.eye(2), 9 * np.eye(2)])
    >>> moe_forward(x, W_router, W1, W2, 2).round(4)
    array([[4., 8.]])

The logits are 0, log 3 and −2. The first two experts are chosen, with the
weights 1/4 and 3/4: 0.25 · x + 0.75 · 5 x = 4 x.

Edge cases
- one expert: E = 1, and k = 1, where the only weight is 1
- all experts: k = E
- one token: n = 1
- unused experts: an expert may be chosen by no token
- ties: of equal logits the lower index is chosen first, also among dozens of
  experts
- large logits: up to ±1e4, without NaN and without a warning; one token's
  logits may be far below another's
"""

import numpy as np


def moe_forward(x, W_router, W1, W2, k):
    raise NotImplementedError
