"""The DDPM loss: each sample's own step, the model asked about x_t and t, a mean over everything.

A model is built in the probe from plain data: it scales x by `gain` and adds an entry of a table looked up by
t, as an embedding is. So it needs t as it was given: integers, one for each sample.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def probe(module, case):
    x0, t, alpha_bars, noise = case.args
    gain, table = case.kwargs["gain"], case.kwargs["table"]

    def model(x, t):
        if np.shape(t) != np.shape(x)[:1]:
            raise ValueError(f"model(x, t) takes a step for each sample: for x of shape {np.shape(x)} a t of shape "
                             f"{np.shape(x)[:1]}, not {np.shape(t)}")
        return gain * x + np.reshape(table[t], (-1,) + (1,) * (np.ndim(x) - 1))

    return module.ddpm_loss(model, x0, t, alpha_bars, noise)


def cases(rng):
    def case(name, shape, t, T=5):
        x0, noise = rng.normal(size=shape), rng.normal(size=shape)
        alpha_bars = np.cumprod(rng.uniform(0.5, 0.95, size=T))
        model = {"gain": float(rng.uniform(0.5, 1.5)), "table": rng.normal(size=T)}
        return Case(name, x0, np.array(t), alpha_bars, noise, **model)

    nothing = {"gain": 0.0, "table": np.zeros(2)}
    yield Case("a model that predicts 0", np.array([[5.0]]), np.array([0]), np.array([0.64, 0.36]),
               np.array([[2.0]]), **nothing)
    yield Case("a model that returns x_t", np.array([[1.0, -1.0], [3.0, 0.0]]), np.array([0, 1]),
               np.array([0.64, 0.36]), np.array([[2.0, 0.0], [1.0, 1.0]]), gain=1.0, table=np.zeros(2))
    yield case("the first step", (1, 2), [0])
    yield case("the last step", (1, 3), [4])
    yield case("one step for the whole batch", (3, 2), [2, 2, 2])
    yield case("each sample its own step", (4, 3), [3, 0, 2, 4])
    yield case("steps that repeat", (5, 1), [1, 4, 1, 0, 4])
    yield case("as many samples as features", (3, 3), [0, 4, 2])
    yield case("sequences", (2, 3, 4), [1, 3])
    yield case("images", (3, 2, 2, 3), [4, 0, 1])
    yield case("square images, one for each channel", (3, 3, 3, 3), [2, 0, 3])
    x0, noise = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    yield Case("nearly no noise, and nearly nothing else", x0, np.array([0, 2]), np.array([0.9999, 0.5, 4e-5]),
               noise, gain=1.0, table=np.zeros(3))
    yield case("a single step", (2, 2), [0, 0], T=1)
    t, alpha_bars = np.linspace(999, 0, 300).astype(int), np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))
    x0, noise = rng.normal(size=(2, 300, 2))
    yield Case("three hundred samples, a thousand steps", x0, t, alpha_bars, noise, gain=0.5,
               table=np.linspace(-1.0, 1.0, 1000))


def _like(values, x):
    return values.reshape((-1,) + (1,) * (x.ndim - 1))


def _noised(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You index alpha_bars with t − 1. Papers count the steps from 1, but here t is an index: "
         "alpha_bars[t], and t = 0 is the first step.")
def counted_from_one(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t - 1, alpha_bars, noise), t)) ** 2)


@mistake("You show the model the clean sample. It must see x_t, the sample noised to step t.")
def model_sees_the_clean_sample(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(x0, t)) ** 2)


@mistake("You compare the prediction with x0; the model predicts the noise.")
def compared_with_the_sample(model, x0, t, alpha_bars, noise):
    return np.mean((x0 - model(_noised(x0, t, alpha_bars, noise), t)) ** 2)


@mistake("You left out the square roots: x_t is √ᾱ_t · x0 + √(1 − ᾱ_t) · noise, so that its variance stays "
         "1.")
def without_roots(model, x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.mean((noise - model(kept * x0 + (1 - kept) * noise, t)) ** 2)


@mistake("You exchanged the two factors: √ᾱ_t belongs to the sample, √(1 − ᾱ_t) to the noise.")
def factors_exchanged(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(noise, t, alpha_bars, x0), t)) ** 2)


@mistake("You keep ᾱ_t away from 0 and 1. Schedules really go there: use it as it is.")
def clipped_schedule(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, np.clip(alpha_bars, 1e-3, 1 - 1e-3), noise), t)) ** 2)


@mistake("You use one step for the whole batch; each sample has its own entry of t.")
def one_step_for_all(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, np.full_like(t, t[0]), alpha_bars, noise), t)) ** 2)


@mistake("alpha_bars[t] has shape (B,), and you broadcast it against the last axis, which is not the "
         "batch. Give it trailing axes of length one.")
def broadcast_along_the_last_axis(model, x0, t, alpha_bars, noise):
    kept = alpha_bars[t]
    return np.mean((noise - model(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@mistake("alpha_bars[t][:, None] fits (B, D) alone. Images and sequences have more axes: reshape to (B, 1, "
         "..., 1) by x0.ndim.")
def for_vectors_only(model, x0, t, alpha_bars, noise):
    kept = alpha_bars[t][:, None]
    return np.mean((noise - model(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, t)) ** 2)


@mistake("You sum the squared errors; the task asks for their mean over all entries.")
def summed(model, x0, t, alpha_bars, noise):
    return np.sum((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2)


@mistake("You sum over each sample's entries and average over the batch alone; the mean is over all "
         "entries.")
def averaged_over_the_batch_alone(model, x0, t, alpha_bars, noise):
    return np.sum((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2) / len(x0)


@mistake("You return the norm of the error, or its root mean square; the task asks for the mean of the "
         "squares.")
def root_of_the_mean(model, x0, t, alpha_bars, noise):
    return np.sqrt(np.mean((noise - model(_noised(x0, t, alpha_bars, noise), t)) ** 2))


@mistake("You pass the model something else than t as its step. It must get the very integers you were "
         "given.")
def step_shifted_for_the_model(model, x0, t, alpha_bars, noise):
    return np.mean((noise - model(_noised(x0, t, alpha_bars, noise), t - 1)) ** 2)


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
