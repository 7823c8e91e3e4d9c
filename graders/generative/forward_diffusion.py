"""The forward process: square roots, each sample's own step, and any shape of sample."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def given(shape, t, T=5):
        alpha_bars = np.cumprod(rng.uniform(0.5, 0.95, size=T))
        return rng.normal(size=shape), np.array(t), alpha_bars, rng.normal(size=shape)

    yield Case("two samples, two steps", np.array([[1.0, -1.0], [3.0, 0.0]]), np.array([0, 1]),
               np.array([0.64, 0.36]), np.array([[2.0, 0.0], [1.0, 1.0]]))
    yield Case("one step for the whole batch", *given((3, 2), [2, 2, 2]))
    yield Case("each sample its own step", *given((4, 3), [3, 0, 2, 4]))
    yield Case("steps that repeat", *given((5, 1), [1, 4, 1, 0, 4]))
    yield Case("as many samples as features", *given((3, 3), [0, 4, 2]))
    yield Case("as many samples as steps", *given((5, 2), [4, 0, 1, 3, 2]))
    t, alpha_bars = np.linspace(999, 0, 300).astype(int), np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))
    x0, noise = rng.normal(size=(2, 300, 2))
    yield Case("three hundred samples, a thousand steps", x0, t, alpha_bars, noise)
    one = np.array([[5.0]]), np.array([0]), np.array([0.64, 0.36]), np.array([[2.0]])
    yield Case("one number", *one).edge("one sample")
    yield Case("the first step", *given((1, 2), [0])).edge("one sample")
    yield Case("the last step", *given((1, 3), [4])).edge("one sample")
    yield Case("a schedule of one step", *given((2, 2), [0, 0], T=1)).edge("one step")
    yield Case("one number per sample", *given((3,), [1, 4, 0])).edge("any shape")
    yield Case("sequences", *given((2, 3, 4), [1, 3])).edge("any shape")
    yield Case("images", *given((3, 2, 4, 5), [4, 0, 1])).edge("any shape")
    yield Case("square images, as many as channels", *given((3, 3, 3, 3), [2, 0, 3])).edge("any shape")
    yield Case("films", *given((2, 1, 3, 2, 4), [3, 1])).edge("any shape")
    x0, t, alpha_bars, noise = given((4, 2), [3, 0, 2, 4])
    yield Case("steps as int8", x0, t.astype(np.int8), alpha_bars, noise).edge("integer dtypes")
    x0, t, alpha_bars, noise = given((3, 2), [255, 0, 128], T=256)
    yield Case("steps as uint8", x0, t.astype(np.uint8), alpha_bars**0.1, noise).plain().edge("integer dtypes")


def _like(values, x):
    return values.reshape((-1,) + (1,) * (x.ndim - 1))


@mistake("You leave out the square roots. It is √ᾱ_t · x0 + √(1 − ᾱ_t) · noise, so that the variance stays 1.")
def without_roots(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return kept * x0 + (1 - kept) * noise


@mistake("You leave out the square root of the noise's factor. It is √(1 − ᾱ_t).")
def noise_without_root(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + (1 - kept) * noise


@mistake("You leave out the square root of the sample's factor. It is √ᾱ_t.")
def sample_without_root(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return kept * x0 + np.sqrt(1 - kept) * noise


@mistake("Your factor of the noise is 1 − √ᾱ_t. Use √(1 − ᾱ_t), because variances add up to 1, and deviations do not.")
def one_minus_the_root(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(kept) * x0 + (1 - np.sqrt(kept)) * noise


@mistake("You swap the two factors. √ᾱ_t belongs to the sample, √(1 − ᾱ_t) to the noise.")
def factors_swapped(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.sqrt(1 - kept) * x0 + np.sqrt(kept) * noise


@mistake("You look up the step before, at t − 1. Papers count the steps from 1, but here t is an index: alpha_bars[t].",
         constants={"form": ("trailing axes", "one axis", "none")})
def counted_from_one(x0, t, alpha_bars, noise, *, form):
    kept = alpha_bars[t - 1]
    kept = _like(kept, x0) if form == "trailing axes" else kept[:, None] if form == "one axis" else kept
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You use one step for the whole batch. Each sample has its own entry of t.")
def one_step_for_all(x0, t, alpha_bars, noise):
    kept = alpha_bars[t[0]]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("alpha_bars[t] has shape (B,), so it broadcasts against the last axis, which is not the batch. Reshape it to "
         "(B, 1, ..., 1).")
def broadcast_along_the_last_axis(x0, t, alpha_bars, noise):
    kept = alpha_bars[t]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("Your ᾱ_t has the shape (B, 1), which fits (B, D) alone. Samples may have any number of axes, so reshape it "
         "to (B, 1, ..., 1) by x0.ndim.")
def for_vectors_only(x0, t, alpha_bars, noise):
    kept = alpha_bars[t][:, None]
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("Your ᾱ_t always has the shape (B, 1, 1, 1), which fits images alone. Samples may have any number of axes, so "
         "reshape it to (B, 1, ..., 1) by x0.ndim.")
def for_images_only(x0, t, alpha_bars, noise):
    kept = alpha_bars[t].reshape(-1, 1, 1, 1)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You take the running product of alpha_bars. They are running products of the alphas already.")
def multiplied_up_again(x0, t, alpha_bars, noise):
    kept = _like(np.cumprod(alpha_bars)[t], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You clip the result to [-1, 1]. Return it unchanged, because noisy samples leave that range.")
def result_clipped(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    return np.clip(np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise, -1, 1)


@mistake("You store t in a dtype that is too small, so large steps wrap around. Keep it as it is.",
         constants={"dtype": (np.int8, np.uint8)})
def narrow_steps(x0, t, alpha_bars, noise, *, dtype):
    kept = _like(alpha_bars[t.astype(dtype)], x0)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


@mistake("You scale in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def scaled_in_place(x0, t, alpha_bars, noise):
    kept = _like(alpha_bars[t], x0)
    x0 *= np.sqrt(kept)
    return x0 + np.sqrt(1 - kept) * noise


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
