"""A DDIM step: both noise levels in their places, -1 for no noise at all, and any earlier step."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def given(shape, t, t_prev, T=6):
        alpha_bars = np.cumprod(rng.uniform(0.5, 0.9, size=T))
        return rng.normal(size=shape), rng.normal(size=shape), t, t_prev, alpha_bars

    x, eps, bars = np.array([1.4, 0.8]), np.array([1.0, 1.0]), np.array([0.64, 0.5, 0.36])
    yield Case("from 1 to 0", np.array([2.0, -1.0]), np.array([1.0, 0.0]), 1, 0, np.array([0.64, 0.36]))
    yield Case("no noise predicted", x, 0 * eps, 1, 0, np.array([0.64, 0.36]))
    yield Case("from 3 to 2 of six", *given((3,), 3, 2))
    yield Case("from 5 to 4 of six", *given((2, 4), 5, 4))
    yield Case("from 4 to 3, by keyword", *given((4,), 4, 3)[:2], t=4, t_prev=3, alpha_bars=np.array(
        [0.9, 0.7, 0.4, 0.3, 0.1]))
    yield Case("three hundred numbers", *given((300,), 2, 1)).plain()
    yield Case("far from -1 to 1", 20 * x, eps, 2, 1, bars)
    yield Case("from 0 to the clean sample", x, eps, 0, -1, bars).edge("last step")
    yield Case("from 2 to the clean sample", x, eps, 2, -1, bars).edge("last step")
    yield Case("a clean sample that is far from 0", 20 * x, eps, 1, -1, bars).edge("last step")
    yield Case("from 4 of six to the clean sample", *given((3,), 4, -1)).edge("last step")
    yield Case("from 2 to 0", x, eps, 2, 0, bars).edge("skipped steps")
    yield Case("from 5 to 1", *given((3,), 5, 1)).edge("skipped steps")
    yield Case("from 4 to 2", *given((2, 2), 4, 2)).edge("skipped steps")
    numbers = [np.array(value) for value in rng.normal(size=2)]
    yield Case("a number", *numbers, 2, 0, bars).edge("any shape")
    yield Case("a number, to the clean sample", *numbers, 1, -1, bars).edge("any shape")
    yield Case("images", *given((2, 3, 4, 5), 4, 1)).edge("any shape")
    yield Case("images as many as channels", *given((3, 3, 2, 2), 3, -1)).edge("any shape")
    ends = "ends of a schedule"
    yield Case("from nearly nothing but noise", *given((3,), 2, 0)[:4], np.array([0.9, 0.1, 4e-5])).edge(ends)
    yield Case("to nearly no noise", *given((3,), 1, 0)[:4], np.array([0.9999, 0.5])).edge(ends)
    yield Case("a schedule of one step", *given((2,), 0, -1, T=1)).edge(ends)
    thousand = np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))
    yield Case("50 steps at once in a thousand", *given((4,), 700, 650)[:4], thousand).edge(ends)


def _bar(alpha_bars, t_prev):
    return alpha_bars[t_prev] if t_prev >= 0 else 1.0


def _x0(x_t, eps_pred, bar):
    return (x_t - np.sqrt(1 - bar) * eps_pred) / np.sqrt(bar)


def _mix(x0, eps, bar):
    return np.asarray(np.sqrt(bar) * x0 + np.sqrt(1 - bar) * eps)


def _right(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, alpha_bars[t]), eps_pred, _bar(alpha_bars, t_prev))


@mistake("alpha_bars[-1] is the last entry, the noisiest step. For t_prev = -1 use ᾱ_prev = 1.")
def last_entry_for_minus_one(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, alpha_bars[t]), eps_pred, alpha_bars[t_prev])


@mistake("For t_prev = -1 you use alpha_bars[0]. The clean sample has no noise left: ᾱ_prev = 1.")
def first_entry_for_minus_one(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, alpha_bars[t]), eps_pred, alpha_bars[max(t_prev, 0)])


@mistake("For t_prev = 0 you use ᾱ_prev = 1. Only -1 stands for the clean sample, and 0 is the first entry of "
         "alpha_bars.")
def zero_as_the_clean_sample(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, alpha_bars[t]), eps_pred, alpha_bars[t_prev] if t_prev > 0 else 1.0)


@mistake("You always go to t − 1. Go to t_prev, which may skip steps.")
def always_the_neighbor(x_t, eps_pred, t, t_prev, alpha_bars):
    return _right(x_t, eps_pred, t, t - 1, alpha_bars)


@mistake("You go to t − 1, except for the clean sample. Go to t_prev, which may skip steps.")
def the_neighbor_or_the_clean_sample(x_t, eps_pred, t, t_prev, alpha_bars):
    return _right(x_t, eps_pred, t, t - 1 if t_prev >= 0 else -1, alpha_bars)


@mistake("You look up the steps one too early. t and t_prev are indices into alpha_bars as they are.")
def counted_from_one(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, _bar(alpha_bars, t - 1)), eps_pred, _bar(alpha_bars, t_prev - 1))


@mistake("You return the predicted clean sample. Mix it with eps_pred again, at the noise level of t_prev.")
def clean_sample(x_t, eps_pred, t, t_prev, alpha_bars):
    return np.asarray(_x0(x_t, eps_pred, alpha_bars[t]))


@mistake("You leave out the noise at t_prev. Add √(1 − ᾱ_prev) · eps_pred.")
def without_the_noise(x_t, eps_pred, t, t_prev, alpha_bars):
    return np.asarray(np.sqrt(_bar(alpha_bars, t_prev)) * _x0(x_t, eps_pred, alpha_bars[t]))


@mistake("You add the noise of step t. At t_prev its factor is √(1 − ᾱ_prev).", constants={"at_the_end": (True, False)})
def noise_of_the_same_step(x_t, eps_pred, t, t_prev, alpha_bars, *, at_the_end):
    x0 = np.sqrt(_bar(alpha_bars, t_prev)) * _x0(x_t, eps_pred, alpha_bars[t])
    return np.asarray(x0 + np.sqrt(1 - alpha_bars[t]) * eps_pred if at_the_end or t_prev >= 0 else x0)


@mistake("You do not scale the predicted clean sample. Its factor at t_prev is √ᾱ_prev.")
def clean_sample_unscaled(x_t, eps_pred, t, t_prev, alpha_bars):
    return np.asarray(_x0(x_t, eps_pred, alpha_bars[t]) + np.sqrt(1 - _bar(alpha_bars, t_prev)) * eps_pred)


@mistake("You do not divide by √ᾱ_t in the predicted clean sample.")
def not_divided(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(x_t - np.sqrt(1 - alpha_bars[t]) * eps_pred, eps_pred, _bar(alpha_bars, t_prev))


@mistake("You swap the two steps: the sample comes from t and goes to t_prev.")
def steps_swapped(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, _bar(alpha_bars, t_prev)), eps_pred, alpha_bars[t])


@mistake("You leave out the square roots. x_t is √ᾱ_t · x0 + √(1 − ᾱ_t) · eps.")
def without_roots(x_t, eps_pred, t, t_prev, alpha_bars):
    bar, bar_prev = alpha_bars[t], _bar(alpha_bars, t_prev)
    return np.asarray(bar_prev * (x_t - (1 - bar) * eps_pred) / bar + (1 - bar_prev) * eps_pred)


@mistake("Your factor of the noise is 1 − √ᾱ. It is √(1 − ᾱ).")
def one_minus_the_root(x_t, eps_pred, t, t_prev, alpha_bars):
    root, root_prev = np.sqrt(alpha_bars[t]), np.sqrt(_bar(alpha_bars, t_prev))
    return np.asarray(root_prev * (x_t - (1 - root) * eps_pred) / root + (1 - root_prev) * eps_pred)


@mistake("You leave out the root in a factor of the noise. It is √(1 − ᾱ), at both steps.")
def noise_without_root(x_t, eps_pred, t, t_prev, alpha_bars):
    bar, bar_prev = alpha_bars[t], _bar(alpha_bars, t_prev)
    return np.asarray(np.sqrt(bar_prev) * (x_t - (1 - bar) * eps_pred) / np.sqrt(bar) + (1 - bar_prev) * eps_pred)


@mistake("You add the noise where you estimate the clean sample. Subtract it there.")
def noise_added(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, -eps_pred, alpha_bars[t]), eps_pred, _bar(alpha_bars, t_prev))


@mistake("You subtract the noise at t_prev. Add √(1 − ᾱ_prev) · eps_pred.")
def noise_subtracted(x_t, eps_pred, t, t_prev, alpha_bars):
    return _mix(_x0(x_t, eps_pred, alpha_bars[t]), -eps_pred, _bar(alpha_bars, t_prev))


@mistake("You clip the predicted clean sample to ±{limit}. Leave it as it is.", constants={"limit": (1, 3, 10)})
def clipped(x_t, eps_pred, t, t_prev, alpha_bars, *, limit):
    x0 = np.clip(_x0(x_t, eps_pred, alpha_bars[t]), -limit, limit)
    return _mix(x0, eps_pred, _bar(alpha_bars, t_prev))


@mistake("You take the running product of alpha_bars. They are running products already.")
def multiplied_up_again(x_t, eps_pred, t, t_prev, alpha_bars):
    return _right(x_t, eps_pred, t, t_prev, np.cumprod(alpha_bars))


@mistake("You compute the mean of a DDPM step. DDIM goes through the predicted clean sample.")
def ddpm_mean(x_t, eps_pred, t, t_prev, alpha_bars):
    alpha = alpha_bars[t] / _bar(alpha_bars, t_prev)
    return np.asarray((x_t - (1 - alpha) / np.sqrt(1 - alpha_bars[t]) * eps_pred) / np.sqrt(alpha))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(x_t, eps_pred, t, t_prev, alpha_bars):
    result = _right(x_t, eps_pred, t, t_prev, alpha_bars)
    x_t -= np.sqrt(1 - alpha_bars[t]) * eps_pred
    return result


@alternative
def as_two_factors(x_t, eps_pred, t, t_prev, alpha_bars):
    bar, bar_prev = alpha_bars[t], 1.0 if t_prev < 0 else alpha_bars[t_prev]
    ratio = (bar_prev / bar) ** 0.5
    return ratio * x_t + ((1 - bar_prev) ** 0.5 - ratio * (1 - bar) ** 0.5) * eps_pred


@alternative
def with_a_longer_table(x_t, eps_pred, t, t_prev, alpha_bars):
    signal = np.sqrt(np.append(1.0, alpha_bars))
    sigma = np.sqrt(1 - np.append(1.0, alpha_bars)) / signal
    scaled = x_t / signal[t + 1] + (sigma[t_prev + 1] - sigma[t + 1]) * eps_pred
    return signal[t_prev + 1] * scaled


@alternative
def entry_by_entry(x_t, eps_pred, t, t_prev, alpha_bars):
    bar, bar_prev = float(alpha_bars[t]), float(alpha_bars[t_prev]) if t_prev != -1 else 1.0
    moved = []
    for x, eps in zip(x_t.ravel(), eps_pred.ravel()):
        x0 = (x - (1 - bar) ** 0.5 * eps) / bar**0.5
        moved.append(bar_prev**0.5 * x0 + (1 - bar_prev) ** 0.5 * eps)
    return np.reshape(moved, x_t.shape)
