"""Backpropagation through time: two ways to the loss, sums over steps, and h0 before the first step."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake


def forward(x, h0, W_x, W_h, b):
    """All states, h0 first: (B, T + 1, H)."""
    h = [h0]
    for t in range(x.shape[1]):
        h.append(np.tanh(x[:, t] @ W_x + h[-1] @ W_h + b))
    return np.stack(h, axis=1)


def loss(dh, x, h0, W_x, W_h, b):
    return np.sum(dh * forward(x, h0, W_x, W_h, b)[:, 1:])


CHECKS = (gradients(loss, of={"dx": 1, "dh0": 2, "dW_x": 3, "dW_h": 4, "db": 5}),)


def cases(rng):
    def layer(B, T, D, H, scale=0.8):
        shapes = (B, T, H), (B, T, D), (B, H), (D, H), (H, H), (H,)
        return [rng.normal(0.0, scale, size=shape) for shape in shapes]

    one = np.array([[1.0]])
    yield Case("the last of two steps counts", np.array([[[0.0], [1.0]]]), np.array([[[0.5], [0.25]]]), 0.5 * one,
               one, 2 * one, np.array([-1.0]))
    yield Case("two steps, two units", *layer(1, 2, 1, 2))
    yield Case("three steps", *layer(1, 3, 2, 2))
    yield Case("every size its own", *layer(2, 3, 4, 5)).judged(close())
    yield Case("more samples than steps", *layer(4, 2, 3, 2)).judged(close())
    yield Case("as many samples as steps and units", *layer(3, 3, 3, 3)).judged(close())
    dh, *rest = layer(2, 4, 1, 3)
    yield Case("the last step alone counts", np.where(np.arange(4)[:, None] == 3, dh, 0.0), *rest).judged(close())
    dh, x, h0, *rest = layer(2, 3, 2, 2)
    yield Case("no state at first", dh, x, 0 * h0, *rest).judged(close())
    yield Case("sixty steps", *layer(2, 60, 2, 3, scale=0.5)).judged(close()).plain()
    yield Case("a single step", *layer(2, 1, 3, 2)).edge("one step")
    yield Case("a single step of one sample", *layer(1, 1, 2, 3)).judged(close()).edge("one step")
    yield Case("one of everything", *layer(1, 1, 1, 1)).edge("sizes of one")
    yield Case("one input", *layer(2, 3, 1, 4)).judged(close()).edge("sizes of one")
    yield Case("one unit", *layer(3, 4, 2, 1)).judged(close()).edge("sizes of one")
    yield Case("one sample", *layer(1, 4, 3, 2)).judged(close()).edge("sizes of one")


def backward(dh, x, h0, W_x, W_h, b, *, flows=True, slope=lambda h: 1 - h**2, back=None, before=None):
    h = forward(x, h0, W_x, W_h, b)
    back = W_h.T if back is None else back
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        dz[:, t] = (dh[:, t] + flow * flows) * slope(h[:, t + 1])
        flow = dz[:, t] @ back
    before = h[:, :-1] if before is None else before(h)
    dW_x, dW_h = np.einsum("btd,bth->dh", x, dz), np.einsum("bti,bth->ih", before, dz)
    return [dz @ W_x.T, flow, dW_x, dW_h, dz.sum(axis=(0, 1))]


@mistake("Nothing flows back through the states in your code. State t also acts on all later states: add dz_(t+1) W_hᵀ "
         "to its gradient.")
def no_flow_through_time(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, flows=False)


@mistake("You leave out the slope of tanh. Multiply by 1 - h_t² before you go on to the weights and the state before.")
def no_slope(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, slope=np.ones_like)


@mistake("Your slope of tanh takes tanh once too often. h_t is the tanh, so the slope is 1 - h_t².")
def slope_of_the_state(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, slope=lambda h: 1 - np.tanh(h) ** 2)


@mistake("Your slope is 1 - z_t², with the sum before the tanh. It is 1 - h_t².")
def slope_of_the_sum(dh, x, h0, W_x, W_h, b):
    h = forward(x, h0, W_x, W_h, b)
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        dz[:, t] = (dh[:, t] + flow) * (1 - (x[:, t] @ W_x + h[:, t] @ W_h + b) ** 2)
        flow = dz[:, t] @ W_h.T
    return (dz @ W_x.T, flow, np.einsum("btd,bth->dh", x, dz), np.einsum("bti,bth->ih", h[:, :-1], dz),
            dz.sum(axis=(0, 1)))


@mistake("Your slope is that of the sigmoid, h (1 - h). For tanh it is 1 - h².")
def slope_of_the_sigmoid(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, slope=lambda h: h * (1 - h))


@mistake("What flows back does not go through tanh in your code. Add it to dh_t first, then multiply the sum by "
         "1 - h_t².")
def slope_on_dh_alone(dh, x, h0, W_x, W_h, b):
    h = forward(x, h0, W_x, W_h, b)
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        dz[:, t] = dh[:, t] * (1 - h[:, t + 1] ** 2) + flow
        flow = dz[:, t] @ W_h.T
    return (dz @ W_x.T, flow, np.einsum("btd,bth->dh", x, dz), np.einsum("bti,bth->ih", h[:, :-1], dz),
            dz.sum(axis=(0, 1)))


@mistake("The gradient flows back through W_h in your code. Multiply by W_h transposed, because h W_h was the forward "
         "product.")
def W_h_not_transposed(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, back=W_h)


@mistake("Your dW_h pairs dz_t with h_t. It is the state before, h_(t-1), that was multiplied by W_h.")
def dW_h_with_the_state_after(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, before=lambda h: h[:, 1:])


@mistake("In your dW_h the state before the first step is the last state, as the index t - 1 = -1 gives. It is h0.")
def dW_h_wraps_around(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b, before=lambda h: np.roll(h[:, 1:], 1, axis=1))


@mistake("Your dW_h leaves out the first step, whose state before it is h0.")
def dW_h_without_h0(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, h0, W_x, W_h, b,
                    before=lambda h: np.concatenate([0 * h[:, :1], h[:, 1:-1]], axis=1))


@mistake("You start the forward pass from zeros. Start from h0.")
def h0_ignored(dh, x, h0, W_x, W_h, b):
    return backward(dh, x, np.zeros_like(h0), W_x, W_h, b)


@mistake("Your gradients of W_x, W_h and b are those of a single step. All steps share them, so add up over the steps.",
         constants={"step": (0, -1)})
def one_step_of_the_weights(dh, x, h0, W_x, W_h, b, *, step):
    h = forward(x, h0, W_x, W_h, b)
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        dz[:, t] = (dh[:, t] + flow) * (1 - h[:, t + 1] ** 2)
        flow = dz[:, t] @ W_h.T
    g, before = dz[:, step], h[:, :-1][:, step]
    return dz @ W_x.T, flow, x[:, step].T @ g, before.T @ g, g.sum(axis=0)


@mistake("You average the gradients of W_x, W_h and b. They are sums: dh already has any mean of the loss.",
         constants={"over": ("batch", "steps", "both")})
def averaged(dh, x, h0, W_x, W_h, b, *, over):
    dx, dh0, *rest = backward(dh, x, h0, W_x, W_h, b)
    n = {"batch": len(x), "steps": x.shape[1], "both": len(x) * x.shape[1]}[over]
    return (dx, dh0, *(each / n for each in rest))


@mistake("Your db keeps an axis. Samples and steps share the bias, so sum over both.", constants={"axis": (0, 1)})
def db_not_summed(dh, x, h0, W_x, W_h, b, *, axis):
    h = forward(x, h0, W_x, W_h, b)
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        dz[:, t] = (dh[:, t] + flow) * (1 - h[:, t + 1] ** 2)
        flow = dz[:, t] @ W_h.T
    return (*backward(dh, x, h0, W_x, W_h, b)[:4], dz.sum(axis=axis))


@mistake("Your dh0 lacks the last factor. From the gradient inside the first tanh, one more product with W_hᵀ leads to "
         "h0.", constants={"slope": (True, False)})
def dh0_too_early(dh, x, h0, W_x, W_h, b, *, slope):
    h = forward(x, h0, W_x, W_h, b)
    flow = np.zeros(h0.shape)
    for t in range(x.shape[1] - 1, -1, -1):
        g = dh[:, t] + flow
        dz = g * (1 - h[:, t + 1] ** 2)
        flow = dz @ W_h.T
    dx, _, *rest = backward(dh, x, h0, W_x, W_h, b)
    return (dx, dz if slope else g, *rest)


@mistake("Your dh0 is 0. The first state depends on h0, so what flows back at the end is its gradient.")
def dh0_of_zeros(dh, x, h0, W_x, W_h, b):
    dx, dh0, *rest = backward(dh, x, h0, W_x, W_h, b)
    return (dx, 0 * dh0, *rest)


@mistake("You use only the last step's dh. Every step has a direct gradient: add dh[:, t] on the way back.")
def last_dh_alone(dh, x, h0, W_x, W_h, b):
    last = np.zeros(dh.shape)
    last[:, -1] = dh[:, -1]
    return backward(last, x, h0, W_x, W_h, b)


@mistake("What flows back reaches only one step further in your code. Pass on the whole gradient of a state: its own "
         "dh and what came from later steps.")
def one_step_back(dh, x, h0, W_x, W_h, b):
    h = forward(x, h0, W_x, W_h, b)
    own = dh * (1 - h[:, 1:] ** 2)
    flow = np.concatenate([own[:, 1:] @ W_h.T, 0 * own[:, :1]], axis=1)
    dz = (dh + flow) * (1 - h[:, 1:] ** 2)
    return (dz @ W_x.T, dz[:, 0] @ W_h.T, np.einsum("btd,bth->dh", x, dz), np.einsum("bti,bth->ih", h[:, :-1], dz),
            dz.sum(axis=(0, 1)))


@mistake("The last step's dh counts twice in your code. What flows back begins with zeros after the last step.")
def last_dh_twice(dh, x, h0, W_x, W_h, b):
    dh = np.concatenate([dh[:, :-1], 2 * dh[:, -1:]], axis=1)
    return backward(dh, x, h0, W_x, W_h, b)


@mistake("The gradient flows from earlier steps to later ones in your code. Go from the last step to the first.")
def forward_in_time(dh, x, h0, W_x, W_h, b):
    h = forward(x, h0, W_x, W_h, b)
    dz, flow = np.zeros(dh.shape), np.zeros(h0.shape)
    for t in range(x.shape[1]):
        dz[:, t] = (dh[:, t] + flow) * (1 - h[:, t + 1] ** 2)
        flow = dz[:, t] @ W_h.T
    return (dz @ W_x.T, flow, np.einsum("btd,bth->dh", x, dz), np.einsum("bti,bth->ih", h[:, :-1], dz),
            dz.sum(axis=(0, 1)))


@mistake("You return dh0 in another place. The order is dx, dh0, dW_x, dW_h, db.",
         constants={"place": ("last", "first")})
def dh0_elsewhere(dh, x, h0, W_x, W_h, b, *, place):
    dx, dh0, *rest = backward(dh, x, h0, W_x, W_h, b)
    return (dx, *rest, dh0) if place == "last" else (dh0, dx, *rest)


@mistake("You swap dW_x and dW_h. The order is dx, dh0, dW_x, dW_h, db.")
def weights_swapped(dh, x, h0, W_x, W_h, b):
    dx, dh0, dW_x, dW_h, db = backward(dh, x, h0, W_x, W_h, b)
    return dx, dh0, dW_h, dW_x, db


@alternative
def step_by_step(dh, x, h0, W_x, W_h, b):
    states = [h0]
    for x_t in x.swapaxes(0, 1):
        states.append(np.tanh(x_t @ W_x + states[-1] @ W_h + b))
    dx, dW_x, dW_h, db = np.zeros(x.shape), np.zeros(W_x.shape), np.zeros(W_h.shape), np.zeros(len(b))
    after = np.zeros_like(h0)
    for t in range(x.shape[1], 0, -1):
        h = states.pop()
        inner = (after + dh[:, t - 1]) * (1 - h) * (1 + h)
        dW_x += x[:, t - 1].T.dot(inner)
        dW_h += states[-1].T.dot(inner)
        db += inner.sum(0)
        dx[:, t - 1] = inner.dot(W_x.T)
        after = inner.dot(W_h.T)
    return [dx, after, dW_x, dW_h, db]


@alternative
def by_products_of_jacobians(dh, x, h0, W_x, W_h, b):
    B, T, _ = x.shape
    h = forward(x, h0, W_x, W_h, b)
    dz = np.zeros(dh.shape)
    dh0 = np.zeros(h0.shape)
    for i in range(B):
        slopes = 1 - h[i, 1:] ** 2
        for s in range(T):
            jacobian = np.diag(slopes[s])  # of h_t with respect to z_s, as rows z and columns h
            for t in range(s, T):
                dz[i, s] += jacobian @ dh[i, t]
                if t + 1 < T:
                    jacobian = jacobian @ W_h * slopes[t + 1]
        dh0[i] = W_h @ dz[i, 0]
    flat, inputs, before = (each.reshape(B * T, -1) for each in (dz, x, h[:, :-1]))
    return np.einsum("bth,dh->btd", dz, W_x), dh0, inputs.T @ flat, before.T @ flat, flat.sum(axis=0)


@alternative
def with_one_matrix(dh, x, h0, W_x, W_h, b):
    B, T, D = x.shape
    W = np.concatenate([W_x, W_h, b[None]])
    rows, h = [], h0
    for t in range(T):
        rows.append(np.column_stack([x[:, t], h, np.ones(B)]))
        h = np.tanh(rows[-1] @ W)
    dW, dx, flow = 0, [], 0
    for t in range(T - 1, -1, -1):
        dz = (dh[:, t] + flow) * (1 - np.tanh(rows[t] @ W) ** 2)
        dW = dW + rows[t].T @ dz
        back = dz @ W.T
        dx.insert(0, back[:, :D])
        flow = back[:, D:-1]
    return np.stack(dx, axis=1), flow, dW[:D], dW[D:-1], dW[-1]
