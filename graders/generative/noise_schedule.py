"""The noise schedule: both ends, a running product from the first step on, and T = 1."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one step", 1)
    yield Case("one step from 0.3", 1, 0.3, 0.9)
    yield Case("two steps", 2)
    yield Case("three steps", 3, 0.1, 0.5)
    yield Case("the same beta throughout", 4, 0.25, 0.25)
    yield Case("only the start given", 5, 1e-3)
    yield Case("only the end given", 5, beta_end=0.5)
    yield Case("the usual thousand", 1000)
    for T in (6, int(rng.integers(7, 40))):
        start, end = np.sort(rng.uniform(0.01, 0.6, size=2)).tolist()
        yield Case("any schedule", T, start, end)
    yield Case("a schedule that falls", 4, beta_start=0.5, beta_end=0.1)


def _of(betas):
    return betas, 1 - betas, np.cumprod(1 - betas)


@mistake("Your betas stop one step before beta_end; both ends belong to the schedule.")
def end_left_out(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(beta_start, beta_end, T, endpoint=False))


@mistake("You add up where a product is due: alpha_bar_t is the product of all alphas up to t.")
def sums_for_products(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumsum(1 - betas)


@mistake("You multiply the betas up; alpha_bar_t is the product of the alphas.")
def product_of_the_betas(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumprod(betas)


@mistake("You take one minus the product of the betas; alpha_bar_t is the product of the alphas, each one "
         "minus its own beta.")
def one_minus_the_product(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, 1 - np.cumprod(betas)


@mistake("Your alpha_bars begin with 1. The first one already holds the first step: alpha_bars[0] is "
         "alphas[0].")
def product_one_step_late(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumprod(np.concatenate([[1.0], 1 - betas[:-1]]))


@mistake("You divide by T − 1, which is 0 for a single step; T = 1 has beta_start alone. np.linspace does "
         "it.")
def divided_by_the_steps_between(T, beta_start=1e-4, beta_end=0.02):
    return _of(beta_start + (beta_end - beta_start) * np.arange(T) / (T - 1))


@mistake("You ignore the ends you are given and always run from 1e-4 to 0.02.")
def ends_ignored(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(1e-4, 0.02, T))


@mistake("You space the roots of the betas evenly; here the betas themselves are linear.")
def roots_spaced_evenly(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(beta_start**0.5, beta_end**0.5, T) ** 2)


@mistake("You let the betas grow by a constant factor; they grow linearly.")
def geometric(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.geomspace(beta_start, beta_end, T))


@mistake("The order of the results is (betas, alphas, alpha_bars).")
def results_in_another_order(T, beta_start=1e-4, beta_end=0.02):
    betas, alphas, alpha_bars = _of(np.linspace(beta_start, beta_end, T))
    return alphas, alpha_bars, betas


@alternative
def step_by_step(T, beta_start=1e-4, beta_end=0.02):
    betas, alphas, bars, bar = [], [], [], 1.0
    for t in range(T):
        share = t / (T - 1) if T > 1 else 0.0
        betas.append((1 - share) * beta_start + share * beta_end)
        alphas.append(1 - betas[-1])
        bar *= alphas[-1]
        bars.append(bar)
    return betas, alphas, bars


@alternative
def through_logarithms(T, beta_start=1e-4, beta_end=0.02):
    step = (beta_end - beta_start) / max(T - 1, 1)
    betas = beta_start + step * np.arange(T)
    return [betas, 1.0 - betas, np.exp(np.cumsum(np.log1p(-betas)))]
