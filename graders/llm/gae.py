"""Generalised advantages: both discounts, the value after the end, and a sweep from the back."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def path(T):
        return rng.normal(size=T), rng.normal(1.0, 2.0, size=T + 1)

    def share():
        return float(rng.uniform(0.3, 0.9))

    yield Case("two steps", np.array([1.0, 2.0]), np.array([3.0, 2.0, 4.0]), 0.5, 0.25)
    yield Case("a reward at the end alone", np.array([0.0, 0.0, 8.0]), np.zeros(4), 0.5, 0.25)
    yield Case("no rewards, but values", np.zeros(3), np.array([1.0, -1.0, 2.0, 4.0]), 0.5, 0.75)
    yield Case("random", *path(6), share(), share())
    yield Case("as usual", *path(9), 0.99, 0.95)
    yield Case("sixty steps", *path(60), gamma=0.99, lam=0.95)
    yield Case("a single step", np.array([2.0]), np.array([1.0, 4.0]), 0.5, 0.25).edge("one step")
    yield Case("one random step", *path(1), share(), share()).edge("one step")
    yield Case("lam of 0", *path(4), 0.9, 0.0).edge("0 and 1")
    yield Case("lam of 1", *path(4), 0.9, 1.0).edge("0 and 1")
    yield Case("gamma of 0", *path(3), 0.0, 0.9).edge("0 and 1")
    yield Case("gamma of 1", *path(4), 1.0, 0.5).edge("0 and 1")
    yield Case("both of 1", *path(5), 1.0, 1.0).edge("0 and 1")
    yield Case("both of 0", *path(3), 0.0, 0.0).edge("0 and 1")
    # 0.25^600 is below what float64 can hold, and so is of no use as a divisor
    yield Case("so long that the discount underflows", *path(600), 0.5, 0.5).plain().edge("long trajectories")
    yield Case("three hundred steps, hardly discounted", *path(300), 0.999, 0.99).plain().edge("long trajectories")


def _sweep(deltas, factor):
    advantages, running = np.zeros(len(deltas)), 0.0
    for t in range(len(deltas) - 1, -1, -1):
        advantages[t] = running = deltas[t] + factor * running
    return advantages


def _deltas(rewards, values, gamma):
    return rewards + gamma * values[1:] - values[:-1]


@mistake("You discount later errors by λ alone. Multiply by γ · λ from one step to the next.")
def by_lam_alone(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), lam)


@mistake("You discount later errors by γ alone. Multiply by γ · λ from one step to the next.")
def by_gamma_alone(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), gamma)


@mistake("Your sum collects earlier errors. It must collect later ones: go from the last step to the first.")
def from_the_front(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma)[::-1], gamma * lam)[::-1]


@mistake("You return the one-step errors δ. Add the later ones, each weighted by another γ · λ.")
def errors_alone(rewards, values, gamma, lam):
    return _deltas(rewards, values, gamma)


@mistake("You look only one step ahead. Each advantage adds all later errors: A_t = δ_t + γλ A_{t+1}.")
def one_step_ahead(rewards, values, gamma, lam):
    deltas = _deltas(rewards, values, gamma)
    return deltas + gamma * lam * np.append(deltas[1:], 0.0)


@mistake("You use 0 for the value after the last step. Use values[T], because the trajectory may have been cut there.")
def no_bootstrap(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, np.append(values[:-1], 0.0), gamma), gamma * lam)


@mistake("You leave out the last step, so its advantage stays 0. Begin the sweep at step T - 1.")
def last_step_left_out(rewards, values, gamma, lam):
    return np.append(_sweep(_deltas(rewards, values, gamma)[:-1], gamma * lam), 0.0)


@mistake("You start the λ-return at 0 after the last step. Start it at values[T], so that the last step counts that "
         "value in full.")
def return_from_zero(rewards, values, gamma, lam):
    G, out = 0.0, np.zeros(len(rewards))
    for t in reversed(range(len(rewards))):
        G = rewards[t] + gamma * ((1 - lam) * values[t + 1] + lam * G)
        out[t] = G - values[t]
    return out


@mistake("You do not discount the next state's value. δ is r + γ · V(next) − V(this).")
def next_value_undiscounted(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, 1.0), gamma * lam)


@mistake("You discount the reward too. δ is r + γ · V(next) − V(this).")
def reward_discounted(rewards, values, gamma, lam):
    return _sweep(gamma * (rewards + values[1:]) - values[:-1], gamma * lam)


@mistake("You swap the two values. δ is r + γ · V(next) − V(this), with the discount on the next state's.")
def values_swapped(rewards, values, gamma, lam):
    return _sweep(rewards + gamma * values[:-1] - values[1:], gamma * lam)


@mistake("You do not subtract the state's own value. An advantage is what came beyond it.")
def no_baseline(rewards, values, gamma, lam):
    return _sweep(rewards + gamma * values[1:], gamma * lam)


@mistake("You leave out the next state's value. δ is r + γ · V(next) − V(this).")
def no_next_value(rewards, values, gamma, lam):
    return _sweep(rewards - values[:-1], gamma * lam)


@mistake("You return advantage + value, the critic's target. Return the advantages themselves.")
def returns(rewards, values, gamma, lam):
    return _sweep(_deltas(rewards, values, gamma), gamma * lam) + values[:-1]


@mistake("You return the discounted return minus the value, which does not use λ. Discount later errors by λ too, and "
         "count the value after the last step.")
def plain_returns(rewards, values, gamma, lam):
    return _sweep(rewards, gamma) - values[:-1]


@mistake("You normalize the advantages. Return them as they are: that is a separate step.",
         constants={"eps": (1e-8, 0.0, 1e-5, 1e-6), "ddof": (0, 1), "one": (True, False)})
def normalized(rewards, values, gamma, lam, *, eps, ddof, one):
    advantages = _sweep(_deltas(rewards, values, gamma), gamma * lam)
    if one and len(advantages) == 1:
        return advantages
    return (advantages - advantages.mean()) / (advantages.std(ddof=ddof) + eps)


@mistake("You multiply the sum by 1 − λ. Leave that factor out, because it cancels when the sum is written with δ.")
def scaled_by_one_minus_lam(rewards, values, gamma, lam):
    return (1 - lam) * _sweep(_deltas(rewards, values, gamma), gamma * lam)


@mistake("You skip the step's own error. The sum begins with δ_t, at full weight.")
def own_error_left_out(rewards, values, gamma, lam):
    deltas = _deltas(rewards, values, gamma)
    return _sweep(deltas, gamma * lam) - deltas


@mistake("You discount the step's own error too. Count δ_t in full, and discount only the later ones.")
def own_error_discounted(rewards, values, gamma, lam):
    return gamma * lam * _sweep(_deltas(rewards, values, gamma), gamma * lam)


@mistake("You divide by powers of γλ, which are 0 where γλ is 0 and underflow to 0 on long trajectories. Go backward "
         "with one running number instead.", constants={"guarded": (False, True)})
def divided_by_powers(rewards, values, gamma, lam, *, guarded):
    deltas = _deltas(rewards, values, gamma)
    if guarded and gamma * lam == 0:
        return deltas
    weights = (gamma * lam) ** np.arange(len(deltas))
    return np.cumsum((deltas * weights)[::-1])[::-1] / weights


@mistake("You compute in place, in an array that belongs to the caller. Fill a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(rewards, values, gamma, lam):
    rewards += gamma * values[1:] - values[:-1]
    return _sweep(rewards, gamma * lam)


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
