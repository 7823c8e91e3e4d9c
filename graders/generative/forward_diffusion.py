"""The forward process: square roots, each sample's own step, and any shape of sample."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(shape, t, T=5):
        alpha_bars = np.cumprod(rng.uniform(0.5, 0.95, size=T))
        return rng.normal(size=shape), np.array(t), alpha_bars, rng.normal(size=shape)

    yield Case("one number", np.array([[5.0]]), np.array([0]), np.array([0.64, 0.36]), np.array([[2.0]]))
    yield Case("two samples, two steps", np.array([[1.0, -1.0], [3.0, 0.0]]), np.array([0, 1]),
               np.array([0.64, 0.36]), np.array([[2.0, 0.0], [1.0, 1.0]]))
    yield Case("the first step", *given((1, 2), [0]))
    yield Case("the last step", *given((1, 3), [4]))
    yield Case("one step for the whole batch", *given((3, 2), [2, 2, 2]))
    yield Case("each sample its own step", *given((4, 3), [3, 0, 2, 4]))
    yield Case("steps that repeat", *given((5, 1), [1, 4, 1, 0, 4]))
    yield Case("as many samples as features", *given((3, 3), [0, 4, 2]))
    yield Case("as many samples as steps", *given((5, 2), [4, 0, 1, 3, 2]))
    yield Case("sequences", *given((2, 3, 4), [1, 3]))
    yield Case("images", *given((3, 2, 2, 3), [4, 0, 1]))
    yield Case("square images, one for each channel", *given((3, 3, 3, 3), [2, 0, 3]))
    yield Case("a single step", *given((2, 2), [0, 0], T=1))
    t, alpha_bars = np.linspace(999, 0, 300).astype(int), np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))
    x0, noise = rng.normal(size=(2, 300, 2))
    yield Case("three hundred samples, a thousand steps", x0, t, alpha_bars, noise)
    yield Case("films", *given((2, 1, 3, 2, 2), [3, 1]))


def _like(values, x):
    return values.reshape((-1,) + (1,) * (x.ndim - 1))


@mistake("You left out the square roots: it is √ᾱ_t · x0 + √(1 − ᾱ_t) · noise, so that the variance stays "
         "1.")
def without_roots(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return kept * x0 + (1 - kept) * noise


@mistake("You left out the root of the noise's factor: it is √(1 − ᾱ_t).")
def noise_without_root(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + (1 - kept) * noise


@mistake("The noise's factor is √(1 − ᾱ_t), not 1 − √ᾱ_t: variances add up to 1, deviations do not.")
def one_minus_the_root(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + (1 - np.sqrt(kept)) * noise


@mistake("You exchanged the two factors: √ᾱ_t belongs to the sample, √(1 − ᾱ_t) to the noise.")
def factors_exchanged(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(1 - kept) * x0 + np.sqrt(kept) * noise


@mistake("You index alpha_bars with t − 1. Papers count the steps from 1, but here t is an index: "
         "alpha_bars[t], and t = 0 is the first step.")
def counted_from_one(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t - 1], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You use one step for the whole batch; each sample has its own entry of t.")
def one_step_for_all(x0, t, alpha_bars, noise):
    kept = alpha_bars[t[0]]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("alpha_bars[t] has shape (B,), and you broadcast it against the last axis, which is not the "
         "batch. Give it trailing axes of length one.")
def broadcast_along_the_last_axis(x0, t, alpha_bars, noise):
    kept = alpha_bars[t]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("alpha_bars[t][:, None] fits (B, D) alone. Images and sequences have more axes: reshape to (B, 1, "
         "..., 1) by x0.ndim.")
def for_vectors_only(x0, t, alpha_bars, noise):
    kept = alpha_bars[t][:, None]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You multiply alpha_bars up once more. They already are running products of the alphas.")
def multiplied_up_again(x0, t, alpha_bars, noise):
    kept = _like(np.cumprod(alpha_bars)[t], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@alternative
def sample_by_sample(x0, t, alpha_bars, noise):
    pairs = zip(x0, t, noise)
    return [alpha_bars[step] ** 0.5 * x + (1 - alpha_bars[step]) ** 0.5 * eps for x, step, eps in pairs]


@alternative
def with_the_batch_axis_last(x0, t, alpha_bars, noise):
    kept = np.take(alpha_bars, t)
    return (x0.T * kept**0.5 + noise.T * np.sqrt(1.0 - kept)).T


@alternative
def by_einsum(x0, t, alpha_bars, noise):
    signal, rest = np.sqrt(alpha_bars), np.sqrt(1 - alpha_bars)
    return np.einsum("b,b...->b...", signal[t], x0) + np.einsum("b,b...->b...", rest[t], noise)
