"""A recurrent layer: the state is carried on, from h0, through tanh, along axis 1."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("large sums",)


def cases(rng):
    def layer(B, T, D, H, scale=0.7):
        shapes = (B, T, D), (B, H), (D, H), (H, H), (H,)
        return [rng.normal(0.0, scale, size=shape) for shape in shapes]

    one = np.array([[1.0]])
    yield Case("two steps, numbers", np.array([[[1.0], [0.0]]]), 0.5 * one, one, 2 * one, np.array([-1.0]))
    yield Case("three steps, two units", *layer(1, 3, 1, 2))
    yield Case("every size its own", *layer(2, 3, 4, 5))
    yield Case("more samples than steps", *layer(4, 2, 3, 2))
    yield Case("no state at first", *(0 * each if i == 1 else each for i, each in enumerate(layer(2, 4, 3, 3))))
    yield Case("as many samples as steps and units", *layer(3, 3, 3, 3))
    yield Case("sixty steps", *layer(2, 60, 2, 3, scale=0.5)).plain()
    yield Case("a single step", *layer(2, 1, 3, 4)).edge("one step")
    yield Case("a single step of one sample", *layer(1, 1, 2, 3)).edge("one step")
    yield Case("one sample", *layer(1, 3, 2, 4)).edge("sizes of one")
    yield Case("one input", *layer(3, 2, 1, 4)).edge("sizes of one")
    yield Case("one unit", *layer(3, 4, 2, 1)).edge("sizes of one")
    x, h0, W_x, W_h, b = layer(2, 3, 2, 3)
    yield Case("sums in the thousands", 3000.0 * x, h0, W_x, W_h, b).plain().edge("large sums")
    far = np.array([[[1e4], [-1e4]]])
    yield Case("saturated at 1, then at -1", far, one, one, one, np.zeros(1)).plain().edge("large sums")
    yield Case("a large bias", x, h0, W_x, W_h, np.array([-1e4, 800.0, 1e4])).plain().edge("large sums")


def run(x, h0, W_x, W_h, b, f=np.tanh):
    states = np.zeros((x.shape[0], x.shape[1], W_h.shape[0]))
    h = h0
    for t in range(x.shape[1]):
        states[:, t] = h = f(x[:, t] @ W_x + h @ W_h + b)
    return states


@mistake("You start from a state of zeros. Start from h0.")
def h0_ignored(x, h0, W_x, W_h, b):
    return run(x, np.zeros_like(h0), W_x, W_h, b)


@mistake("You leave out the bias. Add b before the tanh.")
def no_bias(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h, 0 * b)


@mistake("You add the bias after the tanh. Add it before.")
def bias_outside(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h, 0 * b, lambda z: np.tanh(z) + b)


@mistake("You leave out the tanh. Every state goes through it.")
def linear(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h, b, lambda z: z)


@mistake("Your activation is {name}. The states go through tanh.", constants={"name": ("a sigmoid", "ReLU")})
def another_activation(x, h0, W_x, W_h, b, *, name):
    f = (lambda z: 0.5 * (1 + np.tanh(z / 2))) if name == "a sigmoid" else (lambda z: np.maximum(z, 0))
    return run(x, h0, W_x, W_h, b, f)


@mistake("You carry on the sum before the tanh. The next step takes the state after it.")
def tanh_outside_the_loop(x, h0, W_x, W_h, b):
    return np.tanh(run(x, h0, W_x, W_h, b, lambda z: z))


@mistake("Every step of yours starts from h0. Carry on the state of the step before.")
def no_recurrence(x, h0, W_x, W_h, b):
    return np.tanh(x @ W_x + (h0 @ W_h + b)[:, None])


@mistake("You leave out the state. Add h_(t-1) W_h in every step.")
def no_state(x, h0, W_x, W_h, b):
    return np.tanh(x @ W_x + b)


@mistake("You multiply the state by W_h transposed. Rows are samples: use h @ W_h.")
def W_h_transposed(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h.T, b)


@mistake("You return only the last state. Return the states after all steps, (B, T, H).")
def last_state(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h, b)[:, -1]


@mistake("Your result has the steps first, as (T, B, H). Return (B, T, H): stack the states along axis 1.")
def steps_first(x, h0, W_x, W_h, b):
    return run(x, h0, W_x, W_h, b).swapaxes(0, 1)


@mistake("You reshape (T, B, H) to (B, T, H), which mixes samples and steps. Stack the states along axis 1.")
def steps_first_reshaped(x, h0, W_x, W_h, b):
    states = run(x, h0, W_x, W_h, b)
    return states.swapaxes(0, 1).reshape(states.shape)


@mistake("You return h0 as well. Return the T states after the steps.")
def h0_returned(x, h0, W_x, W_h, b):
    return np.concatenate([h0[:, None], run(x, h0, W_x, W_h, b)], axis=1)


@mistake("Your states are one step late: you return h_0 to h_(T-1). Keep each state after its step.")
def one_step_late(x, h0, W_x, W_h, b):
    return np.concatenate([h0[:, None], run(x, h0, W_x, W_h, b)[:, :-1]], axis=1)


@mistake("You read the sequence from its end. Step 1 reads x[:, 0].", constants={"back": (True, False)})
def backward(x, h0, W_x, W_h, b, *, back):
    states = run(x[:, ::-1], h0, W_x, W_h, b)
    return states[:, ::-1] if back else states


@mistake("All your states are the last one, as when each step writes into one array that you keep T times. Keep a copy "
         "of each state.")
def one_array(x, h0, W_x, W_h, b):
    states = run(x, h0, W_x, W_h, b)
    return np.repeat(states[:, -1:], x.shape[1], axis=1)


@mistake("Your tanh fails for large sums, as a quotient of exponentials does when they overflow. Use np.tanh, which "
         "saturates.", constants={"form": ("both", "one", "minus one")})
def quotient_of_exponentials(x, h0, W_x, W_h, b, *, form):
    def f(z):
        if form == "both":
            return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
        return (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1) if form == "one" else 2 / (1 + np.exp(-2 * z)) - 1

    return run(x, h0, W_x, W_h, b, f)


@mistake("You write into h0, which belongs to the caller. Compute a new state in each step.", kind="changed",
         when=says("second argument"))
def h0_overwritten(x, h0, W_x, W_h, b):
    states = []
    for t in range(x.shape[1]):
        h0[:] = np.tanh(x[:, t] @ W_x + h0 @ W_h + b)
        states.append(h0.copy())
    return np.stack(states, axis=1)


@alternative
def unit_by_unit(x, h0, W_x, W_h, b):
    B, T, D = x.shape
    H = len(b)
    states = np.zeros((B, T, H))
    for i in range(B):
        before = list(h0[i])
        for t in range(T):
            after = []
            for k in range(H):
                z = b[k] + sum(x[i, t, d] * W_x[d, k] for d in range(D))
                after.append(np.tanh(z + sum(before[j] * W_h[j, k] for j in range(H))))
            states[i, t] = before = after
    return states


@alternative
def as_one_product(x, h0, W_x, W_h, b):
    W = np.vstack([W_x, W_h, b])
    states, ones = [h0], np.ones((len(x), 1))
    for x_t in np.moveaxis(x, 1, 0):
        states += [np.tanh(np.hstack([x_t, states[-1], ones]) @ W)]
    return np.stack(states[1:], axis=1)


@alternative
def by_einsum_in_lists(x, h0, W_x, W_h, b):
    inputs = np.einsum("btd,dh->tbh", x, W_x)
    states, h = [], h0
    for each in inputs:
        h = np.tanh(each + np.einsum("bj,jh->bh", h, W_h) + b)
        states.append(h.tolist())
    return np.array(states).transpose(1, 0, 2)
