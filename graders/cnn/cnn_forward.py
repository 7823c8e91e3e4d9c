"""The small CNN: every layer in its place, channels first in the flattening, a stable softmax at the end."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses

QUIET = ("large logits",)


def cases(rng):
    def network(c, h, w, c1, c2, hidden, classes, gain=1.0):
        flat = c2 * (h // 4) * (w // 4)
        params = {
            "conv1_w": rng.normal(size=(c1, c, 3, 3)) / np.sqrt(3 * c),
            "conv1_b": rng.normal(size=c1),
            "conv2_w": rng.normal(size=(c2, c1, 3, 3)) / np.sqrt(3 * c1),
            "conv2_b": rng.normal(size=c2),
            "fc1_w": rng.normal(size=(flat, hidden)) / np.sqrt(flat),
            "fc1_b": rng.normal(size=hidden),
            "fc2_w": gain * rng.normal(size=(hidden, classes)) / np.sqrt(hidden),
            "fc2_b": rng.normal(size=classes),
        }
        return rng.normal(size=(c, h, w)), params

    center = np.zeros((1, 1, 3, 3))
    center[0, 0, 1, 1] = 1.0
    by_hand = {
        "conv1_w": center, "conv1_b": np.array([1.0]), "conv2_w": center, "conv2_b": np.array([-2.0]),
        "fc1_w": np.array([[1.0, -1.0]]), "fc1_b": np.array([0.5, 0.5]),
        "fc2_w": np.array([[1.0, 0.0], [0.0, 1.0]]), "fc2_b": np.array([0.0, 1.0]),
    }
    yield Case("nothing but biases and a maximum", np.arange(16.0).reshape(1, 4, 4) / 8, by_hand)
    yield Case("one channel", *network(1, 4, 4, 1, 1, 3, 2))
    yield Case("three channels", *network(3, 4, 4, 2, 3, 4, 3))
    yield Case("a wide image", *network(2, 4, 12, 3, 2, 5, 3))
    yield Case("a tall image", *network(1, 12, 8, 2, 3, 4, 5))
    yield Case("as many channels as rows and columns", *network(2, 8, 8, 2, 2, 3, 3))
    yield Case("as many channels everywhere", *network(2, 8, 4, 2, 2, 2, 2))
    yield Case("three hundred columns", *network(1, 4, 300, 2, 1, 3, 2)).plain()
    yield Case("odd rows and columns", *network(2, 7, 9, 2, 2, 4, 3)).edge("odd sizes")
    yield Case("rows left over by the second pooling", *network(1, 6, 10, 2, 2, 4, 3)).edge("odd sizes")
    yield Case("one class", *network(1, 4, 4, 2, 2, 3, 1)).edge("one class")
    image, params = network(2, 8, 4, 2, 2, 2, 2)
    yield Case("last entry first", image, dict(reversed(params.items()))).edge("order of params")
    yield Case("in alphabetical order", image, dict(sorted(params.items()))).edge("order of params")
    image, params = network(2, 8, 4, 2, 2, 4, 3)
    yield Case("large logits", image, {**params, "fc2_b": np.array([899.0, 900.0, -900.0])}).edge("large logits")
    image, params = network(1, 4, 8, 2, 2, 4, 3)
    negative = Case("very negative logits", image, {**params, "fc2_b": np.array([-900.0, -901.0, -900.5])})
    yield negative.edge("large logits")


def relu(x):
    return np.maximum(x, 0)


def linear(x):
    return x


def conv(x, w, b, padding=1):
    (c, h, width), p = x.shape, padding
    wide = np.zeros((c, h + 2 * p, width + 2 * p))
    wide[:, p:p + h, p:p + width] = x
    h, width = h + 2 * p - 2, width + 2 * p - 2
    windows = np.stack([wide[:, i:i + h, j:j + width] for i in range(3) for j in range(3)], axis=1)
    return (w.reshape(len(w), -1) @ windows.reshape(9 * c, -1)).reshape(-1, h, width) + b[:, None, None]


def corners(x):
    h, w = x.shape[1] // 2 * 2, x.shape[2] // 2 * 2
    return [x[:, i:h:2, j:w:2] for i in (0, 1) for j in (0, 1)]


def pool(x):
    return np.maximum.reduce(corners(x))


def average(x):
    return sum(corners(x)) / 4


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def network(image, p, conv=conv, pool=pool, relu=relu, hidden=relu, flatten=np.ravel, softmax=softmax):
    """The network with its parts as arguments, so that a mistake says which one it changes."""
    x = pool(relu(conv(image, p["conv1_w"], p["conv1_b"])))
    x = pool(relu(conv(x, p["conv2_w"], p["conv2_b"])))
    return softmax(hidden(flatten(x) @ p["fc1_w"] + p["fc1_b"]) @ p["fc2_w"] + p["fc2_b"])


@mistake("You flatten with the channels last. fc1_w expects channels, rows, columns: ravel (C2, rows, columns) as it "
         "is.")
def channels_last(image, params):
    return network(image, params, flatten=lambda x: x.transpose(1, 2, 0).ravel())


@mistake("You flatten each channel column by column. fc1_w expects channels, rows, columns: ravel (C2, rows, columns) "
         "as it is.")
def columns_first(image, params):
    return network(image, params, flatten=lambda x: x.transpose(0, 2, 1).ravel())


@mistake("You flatten in Fortran order. fc1_w expects channels, rows, columns, which is C order.")
def fortran_order(image, params):
    return network(image, params, flatten=lambda x: x.ravel(order="F"))


@mistake("You flip the kernels. A convolution in a network is a cross-correlation.")
def flipped(image, params):
    return network(image, params, conv=lambda x, w, b: conv(x, w[:, :, ::-1, ::-1], b))


@mistake("Your convolutions look at the first input channel only. Each output channel sums over all of them.")
def first_channel(image, params):
    return network(image, params, conv=lambda x, w, b: conv(x[:1], w[:, :1], b))


@mistake("Your convolutions ignore the padding, so each makes the image smaller and fc1_w does not fit. Pad rows and "
         "columns with one zero on each side.")
def no_padding(image, params):
    return network(image, params, conv=lambda x, w, b: conv(x, w, b, 0))


@mistake("You leave out the convolutions' biases. Add conv1_b and conv2_b to their output channels.")
def no_conv_bias(image, params):
    return network(image, params, conv=lambda x, w, b: conv(x, w, 0 * b))


@mistake("You leave out fc1_b. A dense layer computes x @ w + b.")
def no_fc1_bias(image, params):
    return network(image, {**params, "fc1_b": 0 * params["fc1_b"]})


@mistake("You leave out fc2_b. A dense layer computes x @ w + b.")
def no_fc2_bias(image, params):
    return network(image, {**params, "fc2_b": 0 * params["fc2_b"]})


@mistake("You add the first convolution's bias in the second one too. Add conv2_b there.")
def first_bias_twice(image, params):
    return network(image, {**params, "conv2_b": np.resize(params["conv1_b"], params["conv2_b"].shape)})


@mistake("You apply the first convolution twice. Use conv2_w and conv2_b in the second one.")
def first_convolution_twice(image, params):
    return network(image, {**params, "conv2_w": params["conv1_w"], "conv2_b": params["conv1_b"]})


@mistake("You take the parameters by their position in the dict. Look them up by name.")
def by_position(image, params):
    names = ("conv1_w", "conv1_b", "conv2_w", "conv2_b", "fc1_w", "fc1_b", "fc2_w", "fc2_b")
    return network(image, dict(zip(names, params.values())))


@mistake("Your convolutions have no ReLU after them. Apply a ReLU after each one.")
def no_relu_after_conv(image, params):
    return network(image, params, relu=linear, hidden=relu)


@mistake("Your first dense layer has no ReLU after it. Apply one, and leave it out only after the last layer.")
def no_relu_after_dense(image, params):
    return network(image, params, hidden=linear)


@mistake("You apply ReLU to the logits too. They go into the softmax as they are.")
def relu_on_logits(image, params):
    return network(image, params, softmax=lambda z: softmax(relu(z)))


@mistake("You pool by the mean. The task asks for the maximum.")
def mean_pooling(image, params):
    return network(image, params, pool=average)


@mistake("You pool by the mean in the second block. The task asks for the maximum in both.")
def mean_pooling_in_the_second_block(image, params):
    p = params
    x = pool(relu(conv(image, p["conv1_w"], p["conv1_b"])))
    x = average(relu(conv(x, p["conv2_w"], p["conv2_b"])))
    return softmax(relu(x.ravel() @ p["fc1_w"] + p["fc1_b"]) @ p["fc2_w"] + p["fc2_b"])


@mistake("Your pooling takes the maximum over the channels too. Pool each channel by itself.")
def pooled_over_channels(image, params):
    return network(image, params, pool=lambda x: np.broadcast_to(pool(x).max(axis=0), pool(x).shape))


@mistake("You keep every other pixel instead of the maximum of each 2 x 2 window.")
def every_other_pixel(image, params):
    return network(image, params, pool=lambda x: x[:, : x.shape[1] // 2 * 2 : 2, : x.shape[2] // 2 * 2 : 2])


@mistake("You pool by a reshape into 2 x 2 windows, which fails for an odd number of rows or columns. Crop the odd one "
         "first.", when=uses("reshape"))
def even_sides_only(image, params):
    return network(image, params, pool=lambda x: x.reshape(
        x.shape[0], x.shape[1] // 2, 2, x.shape[2] // 2, 2).max(axis=(2, 4)))


@mistake("You keep an axis of length 1 for a batch. Return (classes,) for the one image.")
def batch_axis_kept(image, params):
    return network(image, params)[None]


@mistake("You return the logits. Apply a softmax to them.")
def logits(image, params):
    return network(image, params, softmax=linear)


@mistake("exp overflows, or its sum underflows to 0, on large logits. Subtract the largest logit first, which does not "
         "change the result.")
def softmax_not_shifted(image, params):
    return network(image, params, softmax=lambda z: np.exp(z) / np.exp(z).sum())


@mistake("You clip the logits, so those beyond the limit look equal. Subtract the largest logit instead.",
         constants={"limit": (500, 50)}, when=uses("clip", "minimum", "maximum"))
def clipped(image, params, *, limit):
    return network(image, params, softmax=lambda z: softmax(np.clip(z, -limit, limit)))


@alternative
def by_loops(image, params):
    def layer(x, w, b):
        channels, rows, columns = x.shape
        wide = np.zeros((channels, rows + 2, columns + 2))
        wide[:, 1:-1, 1:-1] = x
        out = np.zeros((len(w), rows // 2, columns // 2))  # starting from 0 is the ReLU
        for o in range(len(w)):
            for i in range(rows // 2 * 2):
                for j in range(columns // 2 * 2):
                    value = (wide[:, i:i + 3, j:j + 3] * w[o]).sum() + b[o]
                    out[o, i // 2, j // 2] = max(out[o, i // 2, j // 2], value)
        return out

    x = layer(image, params["conv1_w"], params["conv1_b"])
    x = layer(x, params["conv2_w"], params["conv2_b"]).reshape(-1)
    x = np.array([max(0.0, x @ column + bias) for column, bias in zip(params["fc1_w"].T, params["fc1_b"])])
    z = np.einsum("h,hc->c", x, params["fc2_w"]) + params["fc2_b"]
    return np.exp(z - z.max() - np.log(np.exp(z - z.max()).sum()))


@alternative
def pooled_before_relu(image, params):
    x = image
    for name in ("conv1", "conv2"):
        weight, bias = params[name + "_w"], params[name + "_b"]
        _, rows, columns = x.shape
        wide = np.pad(x, [(0, 0), (1, 1), (1, 1)])
        out = sum(np.tensordot(weight[:, :, a, b], wide[:, a:a + rows, b:b + columns], axes=1)
                  for a in range(3) for b in range(3)) + bias[:, None, None]
        rows, columns = rows - rows % 2, columns - columns % 2
        corners = [out[:, i:rows:2, j:columns:2] for i in (0, 1) for j in (0, 1)]
        x = np.clip(np.maximum.reduce(corners), 0, None)
    x = x.flatten() @ params["fc1_w"] + params["fc1_b"]
    z = (x * (x > 0)) @ params["fc2_w"] + params["fc2_b"]
    return softmax(z).tolist()
