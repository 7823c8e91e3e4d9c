"""The DDPM loss: each sample's own step, the model asked about x_t and t, a mean over everything.

A model is built in the probe from plain data: it scales x by `gain` and adds an entry of a table looked up by
t, as an embedding is. So it needs t as it was given: integers, one for each sample.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def probe(module, case):
    x0, t, alpha_bars, noise = case.args
    gain, table = case.kwargs["gain"], case.kwargs["table"]

    def model(x, t):
        if np.ndim(x) < np.ndim(x0):
            raise ValueError(f"model(x_t, t) takes the whole batch, {np.shape(x0)}; x_t has shape {np.shape(x)}")
        if np.shape(x) != np.shape(x0):
            raise ValueError(f"model(x_t, t) takes x_t in x0's shape, {np.shape(x0)}; it has shape {np.shape(x)}")
        if np.shape(t) != np.shape(x)[:1]:
            raise ValueError(f"model(x_t, t) takes t with one step per sample, {np.shape(x)[:1]}; it has shape "
                             f"{np.shape(t)}")
        if np.asarray(t).dtype.kind not in "iu":
            raise TypeError("model(x_t, t) takes t as it was given, integers; these are not integers")
        return gain * x + np.reshape(table[t], (-1,) + (1,) * (np.ndim(x) - 1))

    return module.ddpm_loss(model, x0, t, alpha_bars, noise)


def cases(rng):
    def case(name, shape, t, T=5):
        x0, noise = rng.normal(size=shape), rng.normal(size=shape)
        alpha_bars = np.cumprod(rng.uniform(0.5, 0.95, size=T))
        model = {"gain": float(rng.uniform(0.5, 1.5)), "table": rng.normal(size=T)}
        return Case(name, x0, np.array(t), alpha_bars, noise, **model)

    two = np.array([[1.0, -1.0], [3.0, 0.0]]), np.array([0, 1]), np.array([0.64, 0.36]), np.array([[2.0, 0], [1, 1]])
    yield Case("a model that predicts 0", *two, gain=0.0, table=np.zeros(2))
    yield Case("a model that returns x_t", *two, gain=1.0, table=np.zeros(2))
    yield case("one step for the whole batch", (3, 2), [2, 2, 2])
    yield case("each sample its own step", (4, 3), [3, 0, 2, 4])
    yield case("steps that repeat", (5, 1), [1, 4, 1, 0, 4])
    yield case("as many samples as features", (3, 3), [0, 4, 2])
    t, alpha_bars = np.linspace(999, 0, 300).astype(int), np.cumprod(1 - np.linspace(2e-3, 4e-3, 1000))
    x0, noise = rng.normal(size=(2, 300, 2))
    yield Case("three hundred samples, a thousand steps", x0, t, alpha_bars, noise, gain=0.5,
               table=np.linspace(-1.0, 1.0, 1000))
    yield case("the first step", (1, 2), [0]).edge("one sample")
    yield case("the last step", (1, 3), [4]).edge("one sample")
    yield case("a schedule of one step", (2, 2), [0, 0], T=1).edge("one step")
    yield case("one number per sample", (3,), [1, 4, 0]).edge("any shape")
    yield case("sequences", (2, 3, 4), [1, 3]).edge("any shape")
    yield case("images", (3, 2, 4, 5), [4, 0, 1]).edge("any shape")
    yield case("square images, as many as channels", (3, 3, 3, 3), [2, 0, 3]).edge("any shape")
    x0, noise = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    yield Case("nearly no noise, and nearly nothing else", x0, np.array([0, 2]), np.array([0.9999, 0.5, 4e-5]),
               noise, gain=1.0, table=np.zeros(3)).edge("ends of a schedule")


def _like(values, x):
    return values.reshape((-1,) + (1,) * (x.ndim - 1))


def _noised(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You look up the step before, at t − 1. Papers count the steps from 1, but here t is an index: alpha_bars[t].",
         constants={"least": (None, 0)})
def counted_from_one(model, x0, t, alpha_bars, noise, *, least):
    before = t - 1 if least is None else np.maximum(t - 1, least)
    return np.mean((noise - model(_noised(x0, before, alpha_bars, noise), t)) ** 2)


@mistake("You give the model the clean sample. Give it x_t, the noisy sample of step t.")
def model_sees_the_clean_sample(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(x0, t)) ** 2)


@mistake("You compare the prediction with x0. The model predicts the noise.")
def compared_with_the_sample(model, x0, t, alpha_bars, noise):
    return np.mean((x0 - model(_noised(x0, t, alpha_bars, noise), t)) ** 2)


@mistake("You compare the prediction with the scaled noise. Compare it with the noise itself.")
def compared_with_the_scaled_noise(model, x0, t, alpha_bars, noise):
    scaled = np.sqrt(1 - _like(alpha_bars[t], x0)) * noise
    return np.mean((scaled - model(_noised(x0, t, alpha_bars, noise), t)) ** 2)


@mistake("You leave out the square roots. x_t is √ᾱ_t · x0 + √(1 − ᾱ_t) · noise, so that its variance stays 1.")
def without_roots(model, x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.mean((noise - model(kept * x0 + (1 - kept) * noise, t)) ** 2)


@mistake("You leave out the square root of the noise's factor. It is √(1 − ᾱ_t).")
def noise_without_root(model, x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.mean((noise - model(np.sqrt(kept) * x0 + (1 - kept) * noise, t)) ** 2)


@mistake("Your factor of the noise is 1 − √ᾱ_t. Use √(1 − ᾱ_t), because variances add up to 1, and deviations do not.")
def one_minus_the_root(model, x0, t, alpha_bars, noise):
    root = np.sqrt(_like(alpha_bars[t], x0))
    return np.mean((noise - model(root * x0 + (1 - root) * noise, t)) ** 2)


@mistake("You swap the two factors. √ᾱ_t belongs to the sample, √(1 − ᾱ_t) to the noise.")
def factors_swapped(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(noise, t, alpha_bars, x0), t)) ** 2)


@mistake("You take the running product of alpha_bars. They are running products of the alphas already.")
def multiplied_up_again(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, np.cumprod(alpha_bars), noise), t)) ** 2)


@mistake("You keep ᾱ_t away from 0 and 1. Use it as it is.", constants={"least": (1e-3, 1e-2, 1e-4)})
def clipped_schedule(model, x0, t, alpha_bars, noise, *, least):
    return np.mean((noise - model(_noised(x0, t, np.clip(alpha_bars, least, 1 - least), noise), t)) ** 2)


@mistake("You use one step for the whole batch. Each sample has its own entry of t.")
def one_step_for_all(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, np.full_like(t, t[0]), alpha_bars, noise), t)) ** 2)


@mistake("alpha_bars[t] has shape (B,), so it broadcasts against the last axis, which is not the batch. Reshape it to "
         "(B, 1, ..., 1).")
def broadcast_along_the_last_axis(model, x0, t, alpha_bars, noise):
    kept = alpha_bars[t]
    return np.mean((noise - model(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@mistake("Your ᾱ_t has the shape (B, 1), which fits (B, D) alone. Samples may have any number of axes, so reshape it "
         "to (B, 1, ..., 1) by x0.ndim.")
def for_vectors_only(model, x0, t, alpha_bars, noise):
    kept = alpha_bars[t][:, None]
    return np.mean((noise - model(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@mistake("Your ᾱ_t always has the shape (B, 1, 1, 1), which fits images alone. Samples may have any number of axes, so "
         "reshape it to (B, 1, ..., 1) by x0.ndim.")
def for_images_only(model, x0, t, alpha_bars, noise):
    kept = alpha_bars[t].reshape(-1, 1, 1, 1)
    return np.mean((noise - model(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@mistake("You sum the squared errors. Return their mean over all entries.")
def summed(model, x0, t, alpha_bars, noise):
    return np.sum((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2)


@mistake("You sum over each sample's entries and average only over the batch. Average over all entries.")
def averaged_over_the_batch_alone(model, x0, t, alpha_bars, noise):
    return np.sum((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2) / len(x0)


@mistake("You return the root of the mean squared error. Leave out the root.")
def root_of_the_mean(model, x0, t, alpha_bars, noise):
    return np.sqrt(np.mean((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2))


@mistake("You return half of the mean squared error. Leave out the factor 1/2.")
def halved(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2) / 2


@mistake("You average the absolute errors. Average their squares.")
def absolute_error(model, x0, t, alpha_bars, noise):
    return np.mean(np.abs(noise - model(_noised(x0, t, alpha_bars, noise), t)))


@mistake("Your loss grows linearly for errors above 1, as the Huber loss does. Average the squared errors.",
         constants={"factor": (1, 2)})
def huber(model, x0, t, alpha_bars, noise, *, factor):
    error = np.abs(noise - model(_noised(x0, t, alpha_bars, noise), t))
    return np.mean(np.where(error <= 1, error**2, 2 * error - 1)) * factor / 2


@mistake("You give the model a step other than t. Pass t exactly as it was given.", constants={"shift": (-1, 1)})
def step_shifted_for_the_model(model, x0, t, alpha_bars, noise, *, shift):
    return np.mean((noise - model(_noised(x0, t, alpha_bars, noise), (t + shift) % len(alpha_bars))) ** 2)


@mistake("You give the model t in another shape. Reshape only ᾱ_t, and pass t as it was given: (B,).", kind="crashed",
         when=says("takes t with one step per sample"))
def t_reshaped(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, alpha_bars, noise), _like(t, x0))) ** 2)


@mistake("You do not give the model the whole batch at once. Call it with x_t of x0's shape and with all of t.",
         kind="crashed", when=says("takes the whole batch"))
def called_per_sample(model, x0, t, alpha_bars, noise):
    x_t = _noised(x0, t, alpha_bars, noise)
    return np.mean([(noise[i] - model(x_t[i], t[i])) ** 2 for i in range(len(x0))])


@mistake("You give the model something other than the integers in t. Pass t as it was given, without scaling it.",
         kind="crashed", when=says("takes t as it was given"))
def t_as_a_fraction(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, alpha_bars, noise), t / len(alpha_bars))) ** 2)


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(model, x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    x0 *= np.sqrt(kept)
    return np.mean((noise - model(x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@alternative
def sample_by_sample(model, x0, t, alpha_bars, noise):
    mixed = np.empty(x0.shape)
    for i, step in enumerate(t):
        mixed[i] = alpha_bars[step] ** 0.5 * x0[i] + (1 - alpha_bars[step]) ** 0.5 * noise[i]
    error = (model(mixed, t) - noise).ravel()
    return float(error @ error) / error.size


@alternative
def with_the_batch_axis_last(model, x0, t, alpha_bars, noise):
    kept = np.take(alpha_bars, t)
    mixed = (x0.T * kept**0.5 + noise.T * np.sqrt(1.0 - kept)).T
    return np.square(np.subtract(model(mixed, t), noise)).mean()


@alternative
def by_einsum(model, x0, t, alpha_bars, noise):
    mixed = np.einsum("b,b...->b...", np.sqrt(alpha_bars)[t], x0)
    mixed = mixed + np.einsum("b,b...->b...", np.sqrt(1 - alpha_bars)[t], noise)
    return np.linalg.norm(noise - model(mixed, t)) ** 2 / noise.size
