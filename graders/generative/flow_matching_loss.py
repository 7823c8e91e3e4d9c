"""The flow matching loss: each sample's own time, the direction of the velocity, one call, a mean over everything.

A model is built in the probe from plain data: it scales x by `gain`, and adds `drift` times t.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def probe(module, case):
    x0, x1, t = case.args
    gain, drift = case.kwargs["gain"], case.kwargs["drift"]
    calls, times = [], t

    def model(x_t, t):
        if np.ndim(x_t) < np.ndim(x0):
            raise ValueError(f"model(x_t, t) takes the whole batch, {np.shape(x0)}; x_t has shape {np.shape(x_t)}")
        if np.shape(x_t) != np.shape(x0):
            raise ValueError(f"model(x_t, t) takes x_t in x0's shape, {np.shape(x0)}; it has shape {np.shape(x_t)}")
        if np.shape(t) != np.shape(times):
            raise ValueError(f"model(x_t, t) takes t with one time per sample, {np.shape(times)}; it has shape "
                             f"{np.shape(t)}")
        if not np.allclose(t, times, rtol=1e-5, atol=1e-7):
            raise ValueError("model(x_t, t) takes t as it was given; these are other numbers")
        calls.append(1)
        if len(calls) > 1:
            raise ValueError("the model was called more than once")
        return gain * np.asarray(x_t) + drift * np.reshape(t, (-1,) + (1,) * (np.ndim(x_t) - 1))

    answer = module.flow_matching_loss(model, x0, x1, t)
    if not calls:
        raise ValueError("the model was never called")
    return answer


def cases(rng):
    def case(name, shape, t=None):
        x0, x1 = rng.normal(size=shape), rng.normal(size=shape) + 1.0
        t = rng.uniform(0.1, 0.9, size=shape[0]) if t is None else np.array(t)
        return Case(name, x0, x1, t, gain=float(rng.uniform(0.5, 1.5)), drift=float(rng.uniform(0.5, 2.0)))

    two = np.array([[0.0, 2.0], [1.0, -1.0]]), np.array([[4.0, 2.0], [3.0, 1.0]]), np.array([0.25, 0.5])
    yield Case("a model that predicts 0", *two, gain=0.0, drift=0.0)
    yield Case("a model that returns x_t", *two, gain=1.0, drift=0.0)
    yield Case("a model that returns t", *two, gain=0.0, drift=1.0)
    yield case("one time for the whole batch", (3, 2), [0.3, 0.3, 0.3])
    yield case("each sample its own time", (4, 3))
    yield case("as many samples as features", (3, 3))
    yield case("three hundred samples", (300, 2)).plain()
    yield case("one vector", (1, 3)).edge("one sample")
    yield case("one number", (1, 1)).edge("one sample")
    yield case("one number per sample", (3,)).edge("any shape")
    yield case("sequences", (2, 3, 4)).edge("any shape")
    yield case("images", (3, 2, 4, 5)).edge("any shape")
    yield case("square images, as many as channels", (3, 3, 3, 3)).edge("any shape")
    yield case("all noise", (2, 3), [0.0, 0.0]).edge("both ends")
    yield case("all data", (2, 3), [1.0, 1.0]).edge("both ends")
    yield case("both ends and between", (4, 2), [1.0, 0.0, 0.75, 0.0]).edge("both ends")


def _like(t, x):
    return np.reshape(t, (-1,) + (1,) * (x.ndim - 1))


def _at(x0, x1, t):
    return (1 - _like(t, x0)) * x0 + _like(t, x0) * x1


@mistake("Your velocity has the wrong sign. The path runs from noise x0 to data x1, so the target is x1 − x0.")
def target_flipped(model, x0, x1, t):
    return np.mean((model(_at(x0, x1, t), t) - (x0 - x1)) ** 2)


@mistake("You swap the weights. At t = 0 the sample is noise, x0: x_t = (1 − t) · x0 + t · x1.")
def weights_swapped(model, x0, x1, t):
    return np.mean((model(_at(x1, x0, t), t) - (x1 - x0)) ** 2)


@mistake("You run from data to noise, as in diffusion. Here x0 is noise at t = 0, x1 is data at t = 1, and the target "
         "is x1 − x0.")
def from_data_to_noise(model, x0, x1, t):
    return np.mean((model(_at(x1, x0, t), t) - (x0 - x1)) ** 2)


@mistake("You compare the prediction with {of}. The model predicts the velocity, x1 − x0.",
         constants={"of": ("the data", "the noise", "x_t")})
def another_target(model, x0, x1, t, *, of):
    x_t = _at(x0, x1, t)
    return np.mean((model(x_t, t) - {"the data": x1, "the noise": x0, "x_t": x_t}[of]) ** 2)


@mistake("You compare the prediction with x1 − x_t. The velocity is that of the whole line, x1 − x0, at every t.")
def rest_of_the_way(model, x0, x1, t):
    x_t = _at(x0, x1, t)
    return np.mean((model(x_t, t) - (x1 - x_t)) ** 2)


@mistake("You scale the velocity by t. The line is straight, so its velocity is x1 − x0 at every t.")
def velocity_scaled(model, x0, x1, t):
    return np.mean((model(_at(x0, x1, t), t) - _like(t, x0) * (x1 - x0)) ** 2)


@mistake("You mix with square roots, as in diffusion. The weights are 1 − t and t themselves.",
         constants={"data": ("√t", "t")})
def with_roots(model, x0, x1, t, *, data):
    share = _like(t, x0)
    x_t = np.sqrt(1 - share) * x0 + np.sqrt(share) * x1 if data == "√t" else np.sqrt(1 - share**2) * x0 + share * x1
    return np.mean((model(x_t, t) - (x1 - x0)) ** 2)


@mistake("You leave {rest} of the noise at t = 1. Here the weights are exactly 1 − t and t, and the target is x1 − x0.",
         constants={"rest": (1e-4, 1e-5, 1e-3, 1e-2, 0.1)})
def some_noise_is_left(model, x0, x1, t, *, rest):
    share = _like(t, x0)
    x_t = (1 - (1 - rest) * share) * x0 + share * x1
    return np.mean((model(x_t, t) - (x1 - (1 - rest) * x0)) ** 2)


@mistake("You give the model {of}. Give it x_t, the point on the line at time t.", constants={"of": ("x0", "x1")})
def model_sees_an_end(model, x0, x1, t, *, of):
    return np.mean((model(x0 if of == "x0" else x1, t) - (x1 - x0)) ** 2)


@mistake("You add t · x1 to all of x0. The weight of x0 is 1 − t.")
def noise_not_weighted(model, x0, x1, t):
    return np.mean((model(x0 + _like(t, x0) * x1, t) - (x1 - x0)) ** 2)


@mistake("You use one time for the whole batch. Each sample has its own entry of t.",
         constants={"by": ("the first", "the mean")})
def one_time_for_all(model, x0, x1, t, *, by):
    time = np.full_like(t, t[0] if by == "the first" else t.mean())
    return np.mean((model(_at(x0, x1, time), t) - (x1 - x0)) ** 2)


@mistake("t has shape (B,), so it broadcasts against the last axis, which is not the batch. Reshape it to "
         "(B, 1, ..., 1).")
def broadcast_along_the_last_axis(model, x0, x1, t):
    return np.mean((model((1 - t) * x0 + t * x1, t) - (x1 - x0)) ** 2)


@mistake("Your t has the shape (B, 1), which fits (B, D) alone. Samples may have any number of axes, so reshape it to "
         "(B, 1, ..., 1) by x0.ndim.")
def for_vectors_only(model, x0, x1, t):
    share = t[:, None]
    return np.mean((model((1 - share) * x0 + share * x1, t) - (x1 - x0)) ** 2)


@mistake("Your t always has the shape (B, 1, 1, 1), which fits images alone. Samples may have any number of axes, so "
         "reshape it to (B, 1, ..., 1) by x0.ndim.")
def for_images_only(model, x0, x1, t):
    share = t.reshape(-1, 1, 1, 1)
    return np.mean((model((1 - share) * x0 + share * x1, t) - (x1 - x0)) ** 2)


@mistake("You sum the squared errors. Return their mean over all entries.")
def summed(model, x0, x1, t):
    return np.sum((model(_at(x0, x1, t), t) - (x1 - x0)) ** 2)


@mistake("You sum over each sample's entries and average only over the batch. Average over all entries.")
def averaged_over_the_batch_alone(model, x0, x1, t):
    return np.sum((model(_at(x0, x1, t), t) - (x1 - x0)) ** 2) / len(x0)


@mistake("You return the root of the mean squared error. Leave out the root.")
def root_of_the_mean(model, x0, x1, t):
    return np.sqrt(np.mean((model(_at(x0, x1, t), t) - (x1 - x0)) ** 2))


@mistake("You return half of the mean squared error. Leave out the factor 1/2.")
def halved(model, x0, x1, t):
    return np.mean((model(_at(x0, x1, t), t) - (x1 - x0)) ** 2) / 2


@mistake("You average the absolute errors. Average their squares.")
def absolute_error(model, x0, x1, t):
    return np.mean(np.abs(model(_at(x0, x1, t), t) - (x1 - x0)))


@mistake("You square the mean error. Square each entry's error first, then average.")
def square_of_the_mean(model, x0, x1, t):
    return np.mean(model(_at(x0, x1, t), t) - (x1 - x0)) ** 2


@mistake("You give the model t in another shape. Reshape it for x_t only, and pass t as it was given: (B,).",
         kind="crashed", when=says("takes t with one time per sample"))
def t_reshaped(model, x0, x1, t):
    return np.mean((model(_at(x0, x1, t), _like(t, x0)) - (x1 - x0)) ** 2)


@mistake("You do not give the model the whole batch at once. Call it once, with x_t of x0's shape and with all of t.",
         kind="crashed", when=says("takes the whole batch"))
def called_per_sample(model, x0, x1, t):
    x_t = _at(x0, x1, t)
    return np.mean([(model(x_t[i], t[i]) - (x1[i] - x0[i])) ** 2 for i in range(len(x0))])


@mistake("You give the model other times. Pass t as it was given, without scaling or flipping it.", kind="crashed",
         when=says("takes t as it was given"))
def t_scaled_for_the_model(model, x0, x1, t):
    return np.mean((model(_at(x0, x1, t), 1000 * t) - (x1 - x0)) ** 2)


@mistake("You call the model more than once. Call it once for the whole batch and keep what it returns.",
         kind="crashed", when=says("called more than once"))
def called_twice(model, x0, x1, t):
    x_t = _at(x0, x1, t)
    return np.mean((model(x_t, t) - (x1 - x0)) * (model(x_t, t) - (x1 - x0)))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(model, x0, x1, t):
    loss = np.mean((model(_at(x0, x1, t), t) - (x1 - x0)) ** 2)
    x1 -= x0
    return loss


@alternative
def sample_by_sample(model, x0, x1, t):
    mixed = np.empty(x0.shape)
    for i, time in enumerate(t):
        mixed[i] = x0[i] + time * (x1[i] - x0[i])
    error = (model(mixed, t) - x1 + x0).ravel()
    return float(error @ error) / error.size


@alternative
def with_the_batch_axis_last(model, x0, x1, t):
    mixed = (x0.T * (1.0 - t) + x1.T * t).T
    return np.square(np.subtract(np.subtract(x1, x0), model(mixed, t))).mean()


@alternative
def by_einsum(model, x0, x1, t):
    velocity = x1 - x0
    return np.linalg.norm(model(x0 + np.einsum("b,b...->b...", t, velocity), t) - velocity) ** 2 / velocity.size
