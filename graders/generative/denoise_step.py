"""A reverse step: alpha here and alpha-bar there, the variance beta_t, and no noise at t = 0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def given(shape, t, T=5):
        betas = np.sort(rng.uniform(0.05, 0.6, size=T))
        return rng.normal(size=shape), rng.normal(size=shape), t, betas, rng.normal(size=shape)

    x, eps, noise = np.array([2.0, -1.0]), np.array([1.0, 0.0]), np.array([0.0, 2.0])
    yield Case("the step before the last", x, eps, 1, np.array([0.36, 0.75]), noise)
    yield Case("no noise predicted", x, 0 * eps, 1, np.array([0.36, 0.75]), noise)
    yield Case("no noise added", x, eps, 1, np.array([0.36, 0.75]), 0 * noise)
    yield Case("t = 1 of five", *given((3,), 1))
    yield Case("t = 3 of five", *given((2, 4), 3))
    yield Case("the first step back", *given((4, 2), 4))
    yield Case("three hundred numbers", *given((300,), 2)).plain()
    yield Case("the last of two", x, eps, 0, np.array([0.36, 0.75]), noise).edge("last step")
    yield Case("t = 0 of five", *given((3,), 0)).edge("last step")
    yield Case("a schedule of one step", *given((2,), 0, T=1)).edge("one beta")
    numbers = (np.array(value) for value in rng.normal(size=3))
    yield Case("a number", next(numbers), next(numbers), 1, np.array([0.1, 0.3, 0.2]), next(numbers)).edge("any shape")
    yield Case("images", *given((2, 3, 4, 5), 2)).edge("any shape")
    yield Case("images at t = 0", *given((2, 1, 3, 2), 0)).edge("any shape")
    x, eps, _, betas, noise = given((5,), 3, T=4)
    yield Case("a schedule that falls", x, eps, 2, betas[::-1].copy(), noise).edge("any schedule")
    yield Case("late in the usual thousand", x, eps, 700, np.linspace(1e-4, 0.02, 1000), noise).edge("any schedule")


def _step(x_t, eps_pred, t, betas, noise, variance=None):
    alpha, alpha_bar = 1 - betas[t], np.prod(1 - betas[: t + 1])
    mean = (x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(alpha)
    return mean if t == 0 else mean + np.sqrt(betas[t] if variance is None else variance) * noise


@mistake("You add noise in the last step too. At t = 0 return the mean, because noise added there would stay in the "
         "result.")
def noise_at_the_end(x_t, eps_pred, t, betas, noise):
    return _step(x_t, eps_pred, t, betas, 0 * noise) + np.sqrt(betas[t]) * noise


@mistake("You add no noise at t = 1. Only the last step, t = 0, has none: t is an index, counted from 0.")
def no_noise_at_one(x_t, eps_pred, t, betas, noise):
    return _step(x_t, eps_pred, t, betas, noise if t > 1 else 0 * noise)


@mistake("You leave the noise out of the first step back, t = T − 1. Leave it out at t = 0 only.")
def no_noise_at_first(x_t, eps_pred, t, betas, noise):
    mean = _step(x_t, eps_pred, t, betas, 0 * noise)
    return mean if t == len(betas) - 1 else mean + np.sqrt(betas[t]) * noise


@mistake("You use β_t as the deviation of the added noise. It is the variance: multiply the noise by √β_t.")
def scaled_by_the_variance(x_t, eps_pred, t, betas, noise):
    return _step(x_t, eps_pred, t, betas, noise, betas[t] ** 2)


@mistake("You use the posterior variance, β_t (1 − ᾱ_{t−1}) / (1 − ᾱ_t). Use the variance β_t, as the task asks.")
def posterior_variance(x_t, eps_pred, t, betas, noise):
    bars = np.cumprod(1 - betas)
    before = bars[t - 1] if t else 1.0
    return _step(x_t, eps_pred, t, betas, noise, betas[t] * (1 - before) / (1 - bars[t]))


@mistake("You add the noise before you divide by √α_t, so its variance becomes β_t / α_t. Add it to the mean.")
def noise_added_before_the_division(x_t, eps_pred, t, betas, noise):
    return _step(x_t, eps_pred, t, betas, noise, betas[t] / (1 - betas[t]))


@mistake("You do not divide by √α_t. The forward step shrank the signal by it, so divide to undo that.")
def not_rescaled(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You do not divide by √α_t at t = 0. Leave out only the noise there.")
def not_rescaled_at_the_end(x_t, eps_pred, t, betas, noise):
    mean = _step(x_t, eps_pred, t, betas, noise)
    return mean * np.sqrt(1 - betas[t]) if t == 0 else mean


@mistake("You return x_t unchanged at t = 0. Return the mean, and leave out only the noise.")
def nothing_done_at_the_end(x_t, eps_pred, t, betas, noise):
    return x_t.copy() if t == 0 else _step(x_t, eps_pred, t, betas, noise)


@mistake("You divide by √ᾱ_t, which undoes all steps at once. Divide by √α_t: this step alone.")
def rescaled_by_alpha_bar(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = (x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(alpha_bar)
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You divide by α_t. Divide by its square root.")
def rescaled_without_root(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = (x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred) / (1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You divide the prediction by √(1 − α_t). x_t has the noise of all steps so far, so use √(1 − ᾱ_t), with the "
         "product of the alphas up to t.")
def alpha_for_alpha_bar(x_t, eps_pred, t, betas, noise):
    mean = (x_t - betas[t] / np.sqrt(betas[t]) * eps_pred) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You leave out the square root of 1 − ᾱ_t. The prediction's factor is β_t / √(1 − ᾱ_t).")
def share_without_root(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = (x_t - betas[t] / (1 - alpha_bar) * eps_pred) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("Your ᾱ_t stops one step early. It is the product of the alphas up to and including step t: betas[: t + 1], "
         "or cumprod at index t.", constants={"least": (0, 1)})
def product_one_step_short(x_t, eps_pred, t, betas, noise, *, least):
    alpha_bar = np.prod(1 - betas[: max(t, least)])
    mean = (x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("Your ᾱ_t is the product of all alphas. Stop at step t: betas[: t + 1], or cumprod at index t.")
def product_of_all(x_t, eps_pred, t, betas, noise):
    mean = (x_t - betas[t] / np.sqrt(1 - np.prod(1 - betas)) * eps_pred) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You subtract the whole predicted noise at once, √(1 − ᾱ_t) · eps_pred, which leads to x0. Subtract β_t / √(1 "
         "− ᾱ_t) of it.")
def all_noise_at_once(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = (x_t - np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@mistake("You clip the x0 that the prediction implies to [-1, 1]. Use it as it is.")
def clipped_sample(x_t, eps_pred, t, betas, noise):
    bar, before, beta = np.prod(1 - betas[: t + 1]), np.prod(1 - betas[:t]), betas[t]
    x0 = np.clip((x_t - np.sqrt(1 - bar) * eps_pred) / np.sqrt(bar), -1, 1)
    mean = (np.sqrt(before) * beta * x0 + np.sqrt(1 - beta) * (1 - before) * x_t) / (1 - bar)
    return mean if t == 0 else mean + np.sqrt(beta) * noise


@mistake("You take a DDIM step, which adds no noise. Take DDPM's step, with its mean and noise of variance β_t.")
def ddim(x_t, eps_pred, t, betas, noise):
    bar, before = np.prod(1 - betas[: t + 1]), np.prod(1 - betas[:t])
    x0 = (x_t - np.sqrt(1 - bar) * eps_pred) / np.sqrt(bar)
    return np.sqrt(before) * x0 + np.sqrt(1 - before) * eps_pred


@mistake("You add the predicted noise. Subtract it.")
def noise_put_in(x_t, eps_pred, t, betas, noise):
    return _step(x_t, -eps_pred, t, betas, noise)


@mistake("You look up the schedule at t − 1. Papers count the steps from 1, but here t is an index: betas[t].")
def counted_from_one(x_t, eps_pred, t, betas, noise):
    alpha_bar = np.cumprod(1 - betas)[t - 1]
    mean = (x_t - betas[t - 1] / np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(1 - betas[t - 1])
    return mean if t == 0 else mean + np.sqrt(betas[t - 1]) * noise


@mistake("You never add the noise. Leave it out at t = 0 only.")
def never_any_noise(x_t, eps_pred, t, betas, noise):
    return _step(x_t, eps_pred, t, betas, 0 * noise)


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(x_t, eps_pred, t, betas, noise):
    x_t -= betas[t] / np.sqrt(1 - np.prod(1 - betas[: t + 1])) * eps_pred
    mean = x_t / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + np.sqrt(betas[t]) * noise


@alternative
def through_the_predicted_sample(x_t, eps_pred, t, betas, noise):
    bars = np.cumprod(1.0 - betas)
    before = bars[t - 1] if t > 0 else 1.0
    x0 = (x_t - (1 - bars[t]) ** 0.5 * eps_pred) / bars[t] ** 0.5
    weight_x0 = before**0.5 * betas[t] / (1 - bars[t])
    weight_xt = (1 - betas[t]) ** 0.5 * (1 - before) / (1 - bars[t])
    return weight_x0 * x0 + weight_xt * x_t + (t > 0) * betas[t] ** 0.5 * noise


@alternative
def entry_by_entry(x_t, eps_pred, t, betas, noise):
    import math

    bar = math.prod(1 - float(beta) for beta in betas[: t + 1])
    beta = float(betas[t])
    out = []
    for x, eps, z in zip(x_t.ravel(), eps_pred.ravel(), noise.ravel()):
        out.append((x - beta * eps / math.sqrt(1 - bar)) * (1 - beta) ** -0.5 + (math.sqrt(beta) * z if t else 0))
    return np.array(out).reshape(x_t.shape)
