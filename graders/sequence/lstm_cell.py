"""An LSTM step: which block is which, what each goes through, and which cell state the output sees."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large sums",)


def cases(rng):
    for case in _of_all_sizes(rng):
        yield case.keeping(whole=True)  # fewer than 4H columns would not fit the states


def _of_all_sizes(rng):
    def cell(B, D, H, scale=1.0):
        shapes = (B, D), (B, H), (B, H), (D, 4 * H), (H, 4 * H), (4 * H,)
        return [rng.normal(0.0, scale, size=shape) for shape in shapes]

    zero, one = np.zeros((1, 1)), np.ones((1, 1))
    yield Case("four biases", zero, zero, 2 * one, np.zeros((1, 4)), np.zeros((1, 4)), np.array([1.0, -1.0, 0.5, 2.0]))
    yield Case("two units", *cell(1, 1, 2))
    yield Case("every size its own", *cell(2, 3, 4))
    yield Case("four samples", *cell(4, 3, 2))
    yield Case("as many samples as inputs and units", *cell(3, 3, 3))
    x, h, c, W, U, b = cell(3, 4, 2)
    yield Case("no states at first", x, 0 * h, 0 * c, W, U, b)
    yield Case("a strong input", 3 * x, h, 5 * c, W, U, b)
    yield Case("one of everything", *cell(1, 1, 1)).edge("sizes of one")
    yield Case("one sample", *cell(1, 4, 3)).edge("sizes of one")
    yield Case("one input", *cell(2, 1, 3)).edge("sizes of one")
    yield Case("one unit", *cell(3, 2, 1)).edge("sizes of one")
    gates = np.array([1e4, -1e4, 1e4, 1e4])
    yield Case("written and shown, nothing kept", zero, zero, one, np.zeros((1, 4)), np.zeros((1, 4)),
               gates).plain().edge("large sums")
    yield Case("kept, nothing written or shown", one, zero, one, -gates[None], np.zeros((1, 4)),
               np.zeros(4)).plain().edge("large sums")
    x, h, c, W, U, b = cell(3, 2, 4)
    yield Case("sums in the thousands", 1500 * x, h, c, W, U, b).plain().edge("large sums")
    yield Case("a large cell state", x, h, np.where(c > 0, 1e4, -9e3), W, U, b).plain().edge("large sums")


def sigmoid(s):
    return np.exp(-np.logaddexp(0.0, -s))


def blocks(x, h, W, U, b, order="ifgo"):
    z = x @ W + h @ U + b
    return dict(zip(order, np.split(z, 4, axis=1)))


def step(x, h, c, W, U, b, order="ifgo", f=sigmoid):
    z = blocks(x, h, W, U, b, order)
    c = f(z["f"]) * c + f(z["i"]) * np.tanh(z["g"])
    return f(z["o"]) * np.tanh(c), c


ORDERS = {
    "input, forget, output, candidate": "ifog", "forget, input, candidate, output": "figo",
    "forget, input, output, candidate": "fiog", "input, candidate, forget, output": "igfo",
    "candidate, input, forget, output": "gifo", "input, output, forget, candidate": "iofg",
    "output, forget, input, candidate": "ofig", "output, input, forget, candidate": "oifg",
}


@mistake("You take the blocks of z in the order {order}. The order here is input, forget, candidate, output.",
         constants={"order": (
             "input, forget, output, candidate", "forget, input, candidate, output", "forget, input, output, candidate",
             "input, candidate, forget, output", "candidate, input, forget, output", "input, output, forget, candidate",
             "output, forget, input, candidate", "output, input, forget, candidate",
         )})
def another_order(x, h, c, W, U, b, *, order):
    return step(x, h, c, W, U, b, ORDERS[order])


@mistake("You take every fourth column of z for a gate. Each block is H columns next to each other.")
def interleaved(x, h, c, W, U, b):
    z = (x @ W + h @ U + b).reshape(len(x), -1, 4)
    c = sigmoid(z[..., 1]) * c + sigmoid(z[..., 0]) * np.tanh(z[..., 2])
    return sigmoid(z[..., 3]) * np.tanh(c), c


@mistake("You reshape z to (4, B, H), which mixes the samples. Cut the columns: z[:, :H] and so on.")
def reshaped(x, h, c, W, U, b):
    i, f, g, o = (x @ W + h @ U + b).reshape(4, *h.shape)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


@mistake("You add {bias} to the forget gate's bias, as some libraries do at the start of training. Use b as it is.",
         constants={"bias": (1,)})
def forget_bias(x, h, c, W, U, b, *, bias):
    H = h.shape[1]
    return step(x, h, c, W, U, b + bias * np.repeat([0, 1, 0, 0], H))


@mistake("You leave out the bias. Add b to the sum.")
def no_bias(x, h, c, W, U, b):
    return step(x, h, c, W, U, 0 * b)


@mistake("You leave out the old output. Add h U to the sum.")
def no_recurrence(x, h, c, W, U, b):
    return step(x, 0 * h, c, W, U, b)


@mistake("The cell state enters the sum in your code. z = x W + h U + b, with h.")
def cell_in_the_sum(x, h, c, W, U, b):
    return step(x, c, c, W, U, b)


@mistake("Your candidate goes through {f}. It goes through tanh.", constants={"f": ("a sigmoid", "nothing")})
def candidate_not_tanh(x, h, c, W, U, b, *, f):
    z = blocks(x, h, W, U, b)
    c = sigmoid(z["f"]) * c + sigmoid(z["i"]) * (sigmoid(z["g"]) if f == "a sigmoid" else z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c


@mistake("Your gates go through tanh. They go through a sigmoid, so that they are between 0 and 1.")
def gates_through_tanh(x, h, c, W, U, b):
    return step(x, h, c, W, U, b, f=np.tanh)


@mistake("Your gates are clipped straight lines, a hard sigmoid. Use σ itself.",
         constants={"slope": (0.2, 0.16666666666666666, 0.25)})
def hard_sigmoid(x, h, c, W, U, b, *, slope):
    return step(x, h, c, W, U, b, f=lambda s: np.clip(slope * s + 0.5, 0.0, 1.0))


@mistake("The second result is not the cell state. Return (h', c').")
def output_twice(x, h, c, W, U, b):
    return (step(x, h, c, W, U, b)[0],) * 2


@mistake("Your output is o * c'. It is o * tanh(c').")
def no_tanh_at_the_end(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    c = sigmoid(z["f"]) * c + sigmoid(z["i"]) * np.tanh(z["g"])
    return sigmoid(z["o"]) * c, c


@mistake("Your output uses the old cell state. It is o * tanh(c'), with the new one.")
def output_of_the_old_cell(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    return sigmoid(z["o"]) * np.tanh(c), step(x, h, c, W, U, b)[1]


@mistake("Your output gate goes through {f}. It goes through a sigmoid.", constants={"f": ("tanh", "nothing")})
def output_gate_not_sigmoid(x, h, c, W, U, b, *, f):
    z, c = blocks(x, h, W, U, b), step(x, h, c, W, U, b)[1]
    return (np.tanh(z["o"]) if f == "tanh" else z["o"]) * np.tanh(c), c


@mistake("You add the candidate without its input gate. Multiply it by σ(z_i).")
def no_input_gate(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    c = sigmoid(z["f"]) * c + np.tanh(z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c


@mistake("You add the old cell state without its forget gate. Multiply it by σ(z_f).")
def no_forget_gate(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    c = c + sigmoid(z["i"]) * np.tanh(z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c


@mistake("You use 1 - f as the input gate. Here it has a block of its own, z_i.")
def coupled_gates(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    f = sigmoid(z["f"])
    c = f * c + (1 - f) * np.tanh(z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c


@mistake("You use the forget gate the wrong way round. σ(z_f) is the share that is kept.")
def forget_inverted(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    c = sigmoid(-z["f"]) * c + sigmoid(z["i"]) * np.tanh(z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c


@mistake("You return the cell state first. Return (h', c').")
def swapped(x, h, c, W, U, b):
    return step(x, h, c, W, U, b)[::-1]


@mistake("You return only h'. Return both states, (h', c').")
def h_alone(x, h, c, W, U, b):
    return step(x, h, c, W, U, b)[0]


@mistake("exp overflows in your sigmoid where its argument is far from 0. Use a form in which exp meets no large "
         "positive number, such as exp(−np.logaddexp(0, −s)).", constants={"form": ("of minus s", "of s")})
def sigmoid_overflows(x, h, c, W, U, b, *, form):
    f = (lambda s: 1 / (1 + np.exp(-s))) if form == "of minus s" else (lambda s: np.exp(s) / (1 + np.exp(s)))
    return step(x, h, c, W, U, b, f=f)


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Take the absolute "
         "value inside exp.", kind="warning", when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(x, h, c, W, U, b):
    return step(x, h, c, W, U, b, f=lambda s: np.where(s >= 0, 1 / (1 + np.exp(-s)), np.exp(s) / (1 + np.exp(s))))


@mistake("You change the cell state in place, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("third argument"))
def in_place(x, h, c, W, U, b):
    z = blocks(x, h, W, U, b)
    c *= sigmoid(z["f"])
    c += sigmoid(z["i"]) * np.tanh(z["g"])
    return sigmoid(z["o"]) * np.tanh(c), c.copy()


@alternative
def gate_by_gate(x, h, c, W, U, b):
    H = h.shape[1]

    def part(k):
        columns = slice(k * H, (k + 1) * H)
        return x.dot(W[:, columns]) + h.dot(U[:, columns]) + b[columns]

    def gate(k):
        return 0.5 * np.tanh(0.5 * part(k)) + 0.5

    new_c = gate(1) * c + gate(0) * np.tanh(part(2))
    return [gate(3) * np.tanh(new_c), new_c]


@alternative
def number_by_number(x, h, c, W, U, b):
    import math

    def sigma(s):
        return 1 / (1 + math.exp(-s)) if s >= 0 else math.exp(s) / (1 + math.exp(s)) if s > -700 else 0.0

    B, H = h.shape
    hs, cs = np.zeros((B, H)), np.zeros((B, H))
    for n in range(B):
        z = [float(v) for v in x[n] @ W + h[n] @ U + b]
        for k in range(H):
            i, f, g, o = z[k::H]
            cs[n, k] = sigma(f) * c[n, k] + sigma(i) * math.tanh(g)
            hs[n, k] = sigma(o) * math.tanh(cs[n, k])
    return hs, cs


@alternative
def as_one_product(x, h, c, W, U, b):
    z = np.concatenate([x, h, np.ones((len(x), 1))], axis=1) @ np.concatenate([W, U, b[None]])
    z = z.reshape(len(x), 4, -1)
    small = np.exp(-np.abs(z))
    i, f, _, o = np.moveaxis(np.where(z >= 0, 1.0, small) / (1 + small), 1, 0)
    c = c * f + np.tanh(z[:, 2]) * i
    return np.tanh(c) * o, c
