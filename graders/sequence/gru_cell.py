"""A GRU step: where the reset gate acts, which way the update gate points, and two biases."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large sums",)


def cases(rng):
    for case in _of_all_sizes(rng):
        yield case.keeping(whole=True)  # fewer than 3H columns would not fit the states


def _of_all_sizes(rng):
    def cell(B, D, H, scale=1.0):
        shapes = (B, D), (B, H), (D, 3 * H), (H, 3 * H), (3 * H,), (3 * H,)
        return [rng.normal(0.0, scale, size=shape) for shape in shapes]

    zero, one = np.zeros((1, 1)), np.ones((1, 1))
    none = np.zeros((1, 3))
    yield Case("biases alone", zero, 2 * one, none, none, np.array([1.0, -1.0, 0.5]), np.array([0.5, 0.0, 1.0]))
    yield Case("two units", *cell(1, 1, 2))
    yield Case("every size its own", *cell(2, 3, 4))
    yield Case("four samples", *cell(4, 3, 2))
    yield Case("as many samples as inputs and units", *cell(3, 3, 3))
    x, h, W, U, b_w, b_u = cell(3, 4, 2)
    yield Case("no state at first", x, 0 * h, W, U, b_w, b_u)
    yield Case("a state of several units", x, 4 * h, W, U, b_w, b_u)
    yield Case("one of everything", *cell(1, 1, 1)).edge("sizes of one")
    yield Case("one sample", *cell(1, 4, 3)).edge("sizes of one")
    yield Case("one input", *cell(2, 1, 3)).edge("sizes of one")
    yield Case("one unit", *cell(3, 2, 1)).edge("sizes of one")
    far = np.array([1e4, -1e4, -1e4])
    yield Case("replaced", zero, 0.5 * one, none, none, far, np.zeros(3)).plain().edge("large sums")
    yield Case("kept", one, 0.5 * one, -far[None], none, np.zeros(3), np.zeros(3)).plain().edge("large sums")
    x, h, W, U, b_w, b_u = cell(3, 2, 4)
    yield Case("sums in the thousands", 1500 * x, h, W, U, b_w, b_u).plain().edge("large sums")
    yield Case("a state in the thousands", x, 1000 * h, W, U, b_w, b_u).plain().edge("large sums")


def sigmoid(s):
    return np.exp(-np.logaddexp(0.0, -s))


def parts(x, h, W, U, b_w, b_u, order="run"):
    return dict(zip(order, zip(np.split(x @ W + b_w, 3, axis=1), np.split(h @ U + b_u, 3, axis=1))))


def step(x, h, W, U, b_w, b_u, order="run", f=sigmoid, mix=lambda u, n, h: (1 - u) * n + u * h, g=np.tanh):
    p = parts(x, h, W, U, b_w, b_u, order)
    r, u = f(sum(p["r"])), f(sum(p["u"]))
    return mix(u, g(p["n"][0] + r * p["n"][1]), h)


@mistake("You multiply the state by r before the product with U_n, as the original paper does. Here r multiplies "
         "h U_n + b_un.", constants={"bias": ("outside", "none")})
def reset_before_the_product(x, h, W, U, b_w, b_u, *, bias):
    H = h.shape[1]
    p = parts(x, h, W, U, b_w, b_u)
    r, u = sigmoid(sum(p["r"])), sigmoid(sum(p["u"]))
    n = np.tanh(p["n"][0] + (r * h) @ U[:, 2 * H:] + (b_u[2 * H:] if bias == "outside" else 0))
    return (1 - u) * n + u * h


@mistake("r does not multiply the bias b_un in your code. It multiplies h U_n + b_un.")
def bias_outside_the_reset(x, h, W, U, b_w, b_u):
    H = h.shape[1]
    p = parts(x, h, W, U, b_w, b_u)
    r, u = sigmoid(sum(p["r"])), sigmoid(sum(p["u"]))
    n = np.tanh(p["n"][0] + r * (h @ U[:, 2 * H:]) + b_u[2 * H:])
    return (1 - u) * n + u * h


@mistake("r multiplies the input's part of the candidate too. It multiplies only h U_n + b_un.")
def reset_on_everything(x, h, W, U, b_w, b_u):
    p = parts(x, h, W, U, b_w, b_u)
    r, u = sigmoid(sum(p["r"])), sigmoid(sum(p["u"]))
    return (1 - u) * np.tanh(r * sum(p["n"])) + u * h


@mistake("r multiplies the input's part of the candidate instead of the state's. It multiplies h U_n + b_un.")
def reset_on_the_input(x, h, W, U, b_w, b_u):
    p = parts(x, h, W, U, b_w, b_u)
    r, u = sigmoid(sum(p["r"])), sigmoid(sum(p["u"]))
    return (1 - u) * np.tanh(r * p["n"][0] + p["n"][1]) + u * h


@mistake("You use the update gate in the candidate. The reset gate r multiplies h U_n + b_un.")
def update_in_the_candidate(x, h, W, U, b_w, b_u):
    p = parts(x, h, W, U, b_w, b_u)
    u = sigmoid(sum(p["u"]))
    return (1 - u) * np.tanh(p["n"][0] + u * p["n"][1]) + u * h


@mistake("Your gates are clipped straight lines, a hard sigmoid. Use σ itself.",
         constants={"slope": (0.2, 0.16666666666666666, 0.25)})
def hard_sigmoid(x, h, W, U, b_w, b_u, *, slope):
    return step(x, h, W, U, b_w, b_u, f=lambda s: np.clip(slope * s + 0.5, 0.0, 1.0))


@mistake("You leave out the reset gate. In the candidate, multiply h U_n + b_un by r.")
def no_reset(x, h, W, U, b_w, b_u):
    p = parts(x, h, W, U, b_w, b_u)
    u = sigmoid(sum(p["u"]))
    return (1 - u) * np.tanh(sum(p["n"])) + u * h


@mistake("You use the update gate the wrong way round. u is the share of the old state: h' = (1 - u) * n + u * h.")
def update_inverted(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, mix=lambda u, n, h: u * n + (1 - u) * h)


ORDERS = {"update, reset, candidate": "urn", "candidate, reset, update": "nru", "reset, candidate, update": "rnu"}


@mistake("You take the blocks in the order {order}. The order here is reset, update, candidate.",
         constants={"order": ("update, reset, candidate", "candidate, reset, update", "reset, candidate, update")})
def another_order(x, h, W, U, b_w, b_u, *, order):
    return step(x, h, W, U, b_w, b_u, ORDERS[order])


@mistake("You take every third column for a gate. Each block is H columns next to each other.")
def interleaved(x, h, W, U, b_w, b_u):
    H = h.shape[1]
    columns = np.arange(3 * H).reshape(H, 3).T.ravel()
    return step(x, h, W[:, columns], U[:, columns], b_w[columns], b_u[columns])


@mistake("You leave out the candidate's share: h' is (1 - u) * n + u * h, not n + u * h.")
def candidate_in_full(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, mix=lambda u, n, h: n + u * h)


@mistake("You return the candidate. Mix it with the old state: (1 - u) * n + u * h.")
def candidate_alone(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, mix=lambda u, n, h: n)


@mistake("You drop the old state from the mix. Add u * h.")
def nothing_kept(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, mix=lambda u, n, h: (1 - u) * n)


@mistake("You leave out {left}. Add both biases, each to its own product.",
         constants={"left": ("b_w and b_u", "b_u", "b_w")})
def biases_left_out(x, h, W, U, b_w, b_u, *, left):
    return step(x, h, W, U, b_w * ("b_w" not in left), b_u * ("b_u" not in left))


@mistake("Your candidate goes through a sigmoid. It goes through tanh.")
def candidate_through_sigmoid(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, g=sigmoid)


@mistake("Your gates go through tanh. They go through a sigmoid, so that they are between 0 and 1.")
def gates_through_tanh(x, h, W, U, b_w, b_u):
    return step(x, h, W, U, b_w, b_u, f=np.tanh)


@mistake("exp overflows in your sigmoid where its argument is far from 0. Use a form in which exp meets no large "
         "positive number, such as exp(−np.logaddexp(0, −s)).", constants={"form": ("of minus s", "of s")})
def sigmoid_overflows(x, h, W, U, b_w, b_u, *, form):
    f = (lambda s: 1 / (1 + np.exp(-s))) if form == "of minus s" else (lambda s: np.exp(s) / (1 + np.exp(s)))
    return step(x, h, W, U, b_w, b_u, f=f)


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Take the absolute "
         "value inside exp.", kind="warning", when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(x, h, W, U, b_w, b_u):
    def f(s):
        return np.where(s >= 0, 1 / (1 + np.exp(-s)), np.exp(s) / (1 + np.exp(s)))

    return step(x, h, W, U, b_w, b_u, f=f)


@mistake("You change the state in place, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("second argument"))
def in_place(x, h, W, U, b_w, b_u):
    h[:] = step(x, h, W, U, b_w, b_u)
    return h.copy()


@alternative
def gate_by_gate(x, h, W, U, b_w, b_u):
    H = len(b_w) // 3

    def cut(array, k):
        return array[..., k * H:(k + 1) * H]

    def gate(k):
        return 0.5 + 0.5 * np.tanh(0.5 * (x.dot(cut(W, k)) + h.dot(cut(U, k)) + cut(b_w, k) + cut(b_u, k)))

    n = np.tanh(x.dot(cut(W, 2)) + cut(b_w, 2) + gate(0) * (h.dot(cut(U, 2)) + cut(b_u, 2)))
    return n + gate(1) * (h - n)


@alternative
def number_by_number(x, h, W, U, b_w, b_u):
    import math

    def sigma(s):
        e = math.exp(-abs(s))
        return (1.0 if s >= 0 else e) / (1 + e)

    result = []
    for old, inputs, states in zip(h, x @ W + b_w, h @ U + b_u):
        H, row = len(old), []
        for k in range(H):
            r, u = sigma(inputs[k] + states[k]), sigma(inputs[H + k] + states[H + k])
            n = math.tanh(inputs[2 * H + k] + r * states[2 * H + k])
            row.append((1 - u) * n + u * float(old[k]))
        result.append(row)
    return result


@alternative
def with_blocks_as_an_axis(x, h, W, U, b_w, b_u):
    B, H = h.shape
    inputs = np.einsum("bd,dkh->kbh", x, W.reshape(-1, 3, H)) + b_w.reshape(3, 1, H)
    states = np.einsum("bj,jkh->kbh", h, U.reshape(H, 3, H)) + b_u.reshape(3, 1, H)
    z = inputs[:2] + states[:2]
    small = np.exp(-np.abs(z))
    r, u = np.where(z >= 0, 1.0, small) / (1.0 + small)
    return u * h + (1.0 - u) * np.tanh(inputs[2] + r * states[2])
