"""Generalised advantages: both discounts, the value after the end, and a sweep from the back."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def path(T):
        return rng.normal(size=T), rng.normal(1.0, 2.0, size=T + 1)

    yield Case("one step", np.array([2.0]), np.array([1.0, 4.0]), 0.5, 0.5)
    yield Case("two steps", np.array([1.0, 2.0]), np.array([3.0, 2.0, 4.0]), 0.5, 0.25)
    yield Case("a reward at the end alone", np.array([0.0, 0.0, 8.0]), np.zeros(4), 0.5, 0.5)
    yield Case("no rewards, but values", np.zeros(3), np.array([1.0, -1.0, 2.0, 4.0]), 0.5, 0.75)
    yield Case("lam of 0", *path(4), 0.9, 0.0)
    yield Case("lam of 1", *path(4), 0.9, 1.0)
    yield Case("gamma of 0", *path(3), 0.0, 0.9)
    yield Case("gamma of 1", *path(4), 1.0, 0.5)
    yield Case("both of 1", *path(5), 1.0, 1.0)
    yield Case("both of 0", *path(3), 0.0, 0.0)
    yield Case("one random step", *path(1), float(rng.uniform(0.3, 0.9)), float(rng.uniform(0.3, 0.9)))
    yield Case("random", *path(6), float(rng.uniform(0.3, 0.9)), float(rng.uniform(0.3, 0.9)))
    yield Case("as usual", *path(9), 0.99, 0.95)
    yield Case("long", *path(60), gamma=0.99, lam=0.95)
    # 0.25^600 is below what float64 can hold, and so is of no use as a divisor
    yield Case("so long that the discount underflows", *path(600), 0.5, 0.5).plain()
    yield Case("three hundred steps, hardly discounted", *path(300), 0.999, 0.99).plain()


def _sweep(deltas, factor):
    advantages, running = np.zeros(len(deltas)), 0.0
    for t in range(len(deltas) - 1, -1, -1):
        advantages[t] = running = deltas[t] + factor * running
    return advantages


def _deltas(rewards, values, gamma):
    return rewards + gamma * values[1:] - values[:-1]


@mistake("You discount later errors by λ alone; the factor from one step to the next is γ · λ.")
def by_lam_alone(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), lam)


@mistake("You discount later errors by γ alone and never use λ; the factor from one step to the next is γ · λ.")
def by_gamma_alone(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), gamma)


@mistake("You sweep from the first step to the last, so each advantage gathers earlier errors. It gathers "
         "later ones: begin at the last step.")
def from_the_front(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma)[::-1], gamma * lam)[::-1]


@mistake("You return the one-step errors δ. The advantage adds the later ones, each weaker by γ · λ.")
def errors_alone(rewards, values, gamma, lam):
    return _deltas(rewards, values, gamma)


@mistake("You take 0 for the value after the last step. The trajectory was cut there, not ended: "
         "values[T] is its value.")
def no_bootstrap(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, np.append(values[:-1], 0.0), gamma), gamma * lam)


@mistake("You do not discount the next state's value: δ is r + γ · V(next) − V(this).")
def next_value_undiscounted(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, 1.0), gamma * lam)


@mistake("You exchange the two values: δ is r + γ · V(next) − V(this), with the discount on the next state's.")
def values_exchanged(rewards, values, gamma, lam):
    return _sweep(rewards + gamma * values[:-1] - values[1:], gamma * lam)


@mistake("You do not subtract the value of the state itself: an advantage is what came beyond it.")
def no_baseline(rewards, values, gamma, lam):
    return _sweep(rewards + gamma * values[1:], gamma * lam)


@mistake("You leave out the next state's value: δ is r + γ · V(next) − V(this).")
def no_next_value(rewards, values, gamma, lam):
    return _sweep(rewards - values[:-1], gamma * lam)


@mistake("You return advantage + value, the critic's target. The advantages themselves are asked for.")
def returns(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), gamma * lam) + values[:-1]


@mistake("You return the discounted return minus the value, which is GAE with λ = 1. λ weakens later errors "
         "too, and the value after the last step counts.")
def plain_returns(rewards, values, gamma, lam):
    return _sweep(rewards, gamma) - values[:-1]


@mistake("You normalise the advantages. That is a step of its own, not part of the estimate.")
def normalised(rewards, values, gamma, lam):
    advantages = _sweep(_deltas(rewards, values, gamma), gamma * lam)
    return (advantages - advantages.mean()) / (advantages.std() + 1e-8)


@mistake("You weigh the average over all horizons: the factor 1 − λ does not stand in front of the sum over δ; "
         "it has already been used up there.")
def scaled_by_one_minus_lam(rewards, values, gamma, lam):
    return (1 - lam) * _sweep(_deltas(rewards, values, gamma), gamma * lam)


@mistake("You skip the step's own error: the sum begins with δ_t itself, at full weight.")
def own_error_left_out(rewards, values, gamma, lam):
    deltas = _deltas(rewards, values, gamma)
    return _sweep(deltas, gamma * lam) - deltas


@mistake("You discount a step's own error as well: δ_t counts in full, and only the later ones are weakened.")
def own_error_discounted(rewards, values, gamma, lam):
    return gamma * lam * _sweep(_deltas(rewards, values, gamma), gamma * lam)


@alternative
def by_a_triangle_of_powers(rewards, values, gamma, lam):
    T = len(rewards)
    later = np.arange(T) - np.arange(T)[:, None]
    weights = np.where(later >= 0, (gamma * lam) ** np.maximum(later, 0).astype(float), 0.0)
    return weights @ (rewards + gamma * values[1:] - values[:-1])


@alternative
def by_recursion_in_lists(rewards, values, gamma, lam):
    result = []
    after = 0.0
    for r, now, then in zip(list(rewards)[::-1], list(values)[-2::-1], list(values)[:0:-1]):
        after = float(r) + gamma * (float(then) + lam * after) - float(now)
        result.insert(0, after)
    return result


@alternative
def through_lambda_returns(rewards, values, gamma, lam):
    target = values[-1]
    targets = np.zeros_like(rewards)
    for t in range(len(rewards) - 1, -1, -1):
        target = rewards[t] + gamma * ((1 - lam) * values[t + 1] + lam * target)
        targets[t] = target
    return targets - values[:-1]
