"""The noise schedule: both ends, a running product from the first step on, and T = 1."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    yield Case("two steps", 2)
    yield Case("three steps", 3, 0.1, 0.5)
    yield Case("only the start given", 5, 1e-3)
    yield Case("only the end given", 5, beta_end=0.5)
    yield Case("the usual thousand", 1000)
    for T in (6, int(rng.integers(7, 40))):
        start, end = np.sort(rng.uniform(0.01, 0.6, size=2)).tolist()
        yield Case("any schedule", T, start, end)
    yield Case("one step by default", 1).edge("one step")
    yield Case("one step from 0.3", 1, 0.3, 0.9).edge("one step")
    yield Case("the same beta throughout", 4, 0.25, 0.25).edge("constant")
    yield Case("a schedule that falls", 4, beta_start=0.5, beta_end=0.1).edge("falling")
    yield Case("a long schedule that falls", 50, 0.02, 1e-4).edge("falling")


def _of(betas):
    return betas, 1 - betas, np.cumprod(1 - betas)


@mistake("Your betas stop one step before beta_end. Both ends belong to the schedule.")
def end_left_out(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(beta_start, beta_end, T, endpoint=False))


@mistake("You add up the alphas. alpha_bar_t is their product up to t.")
def sums_for_products(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumsum(1 - betas)


@mistake("You multiply the betas. alpha_bar_t is the product of the alphas.")
def product_of_the_betas(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumprod(betas)


@mistake("You take one minus the product of the betas. alpha_bar_t is the product of the alphas, each one minus its "
         "own beta.")
def one_minus_the_product(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, 1 - np.cumprod(betas)


@mistake("You take one minus the sum of the betas. alpha_bar_t is the product of the alphas.")
def one_minus_the_sum(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, 1 - np.cumsum(betas)


@mistake("Your alpha_bars begin with 1. The first one already includes the first step: alpha_bars[0] is alphas[0].")
def product_one_step_late(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    return betas, 1 - betas, np.cumprod(np.concatenate([[1.0], 1 - betas[:-1]]))


@mistake("Your alphas are their running product. Keep the two in separate arrays.")
def alphas_overwritten(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    bars = np.cumprod(1 - betas)
    return betas, bars, bars


@mistake("You divide by T − 1, which is 0 for a single step. T = 1 has only beta_start, and np.linspace handles it.")
def divided_by_the_steps_between(T, beta_start=1e-4, beta_end=0.02):
    return _of(beta_start + (beta_end - beta_start) * np.arange(T) / (T - 1))


@mistake("You divide by 0: by T − 1 for a single step, or by a step width that is 0 for a constant schedule. "
         "np.linspace handles both.", kind="crashed", when=says("ZeroDivisionError"))
def zero_division(T, beta_start=1e-4, beta_end=0.02):
    step = (beta_end - beta_start) / (T - 1)
    return _of(np.array([beta_start + step * t for t in range(T)]))


@mistake("Your single step has beta_end. T = 1 has only beta_start.")
def one_step_at_the_end(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.array([beta_end]) if T == 1 else np.linspace(beta_start, beta_end, T))


@mistake("You always run from 1e-4 to 0.02. Use beta_start and beta_end.")
def ends_ignored(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(1e-4, 0.02, T))


@mistake("Your default of beta_start is {default}. It should be 1e-4.", constants={"default": (1e-3, 1e-5, 0.0)})
def another_start(T, beta_start=None, beta_end=0.02, *, default):
    return _of(np.linspace(default if beta_start is None else beta_start, beta_end, T))


@mistake("Your default of beta_end is {default}. It should be 0.02.", constants={"default": (0.002, 0.2, 0.01, 0.05)})
def another_end(T, beta_start=1e-4, beta_end=None, *, default):
    return _of(np.linspace(beta_start, default if beta_end is None else beta_end, T))


@mistake("Your schedule cannot fall. Allow a beta_end below beta_start.", kind="crashed",
         when=says("raised ValueError"))
def falling_refused(T, beta_start=1e-4, beta_end=0.02):
    if beta_end < beta_start:
        raise ValueError("the betas must grow")
    return _of(np.linspace(beta_start, beta_end, T))


@mistake("You space the square roots of the betas evenly. Space the betas themselves evenly.")
def roots_spaced_evenly(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.linspace(beta_start**0.5, beta_end**0.5, T) ** 2)


@mistake("Your betas change by a constant factor. Let them change by a constant step.")
def geometric(T, beta_start=1e-4, beta_end=0.02):
    return _of(np.geomspace(beta_start, beta_end, T))


@mistake("Your results are in another order. Return (betas, alphas, alpha_bars).",
         constants={"order": ((1, 2, 0), (0, 2, 1), (1, 0, 2), (2, 1, 0), (2, 0, 1))})
def results_in_another_order(T, beta_start=1e-4, beta_end=0.02, *, order):
    results = _of(np.linspace(beta_start, beta_end, T))
    return tuple(results[i] for i in order)


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
