"""Value iteration: the expectation over the next state, a stop that bounds the error, and ties within rounding.

Cases are kept whole: with other numbers the rows of P would not sum to 1, and an answer might never end.
"""

from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake


class Exact(Check):
    """V within 1e-8 (the reference's own error is below 1e-9), and the policy as it is."""

    def __call__(self, case, got, want):
        if want.value is None:  # the reference would take as long again
            V, Q = solve(*case.args)
            want = SimpleNamespace(value=(V, greedy(Q)))
        failure = close()(case, got, want)
        if failure is not None or case.args[0].dtype == np.float32:
            return failure
        error = np.abs(np.asarray(got.value[0], dtype=float) - want.value[0]).max()
        if error <= 1.2e-8:
            return None
        return Failure("values", f"V is off by up to {error:.1e}. It must be within 1e-8 of the exact values.")


CHECKS = (Exact(),)


def solve(P, R, gamma):
    """Policy iteration: the exact values, and the Q of each action."""
    states = np.arange(len(R))
    policy = np.zeros(len(R), dtype=int)
    while True:
        V = np.linalg.solve(np.eye(len(R)) - gamma * P[states, policy], R[states, policy])
        Q = R + gamma * (P @ V)
        better = Q.max(axis=1) > Q[states, policy] + 1e-9
        if not better.any():
            return V, Q
        policy = np.where(better, Q.argmax(axis=1), policy)


def cases(rng):
    def process(S, A, gamma, sparse=0.0):
        """One whose best actions are better than all others by a hundredth."""
        while True:
            P = rng.exponential(size=(S, A, S)) * (rng.random((S, A, S)) >= sparse)
            P[..., 0] += 0.01
            P /= P.sum(axis=2, keepdims=True)
            R = rng.uniform(-1.0, 1.0, size=(S, A))
            Q = np.sort(solve(P, R, gamma)[1], axis=1)
            if A == 1 or (Q[:, -1] - Q[:, -2] > 0.01).all():
                return P, R, gamma

    def case(name, P, R, gamma):
        return Case(name, P, R, gamma).keeping(whole=True)

    eye = np.eye(3)
    P = np.array([[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]])
    yield case("stay or go", P, np.array([[0.0, 0.5], [1.0, 0.0]]), 0.5)
    yield case("a detour that pays off", np.array([[eye[0], eye[1]], [eye[2], eye[0]], [eye[2], eye[2]]]),
               np.array([[0.25, -0.5], [0.0, 0.0], [1.0, 0.5]]), 0.75)
    yield case("two states, three actions", *process(2, 3, 0.5))
    yield case("four states, three actions", *process(4, 3, 0.7))
    yield case("moves that cannot happen", *process(5, 2, 0.8, sparse=0.5))
    yield case("rewards below 0 alone", P, np.array([[-1.0, -0.5], [-0.25, -0.75]]), 0.5)
    yield case("as many actions as states", *process(3, 3, 0.6))
    yield case("one state", *process(1, 3, 0.5)).edge("sizes of one")
    yield case("one action", *process(3, 1, 0.5)).edge("sizes of one")
    yield case("one of both", np.ones((1, 1, 1)), np.array([[0.5]]), 0.75).edge("sizes of one")
    yield case("gamma of 0", *process(3, 2, 0.0)).edge("no future")
    yield case("gamma of 0.95", *process(3, 2, 0.95)).plain().edge("patience")
    yield case("gamma of 0.99", P, np.array([[1.0, 0.5], [0.25, 1.0]]), 0.99).plain().edge("patience")
    far = case("gamma of 0.999", P, np.array([[0.0, 0.5], [0.75, 0.25]]), 0.999)
    yield far.unreferenced().once().edge("patience")
    yield case("all actions alike", P[:, :1].repeat(3, axis=1), np.full((2, 3), 0.5), 0.5).plain().edge("ties")
    yield case("1e-12 apart", P[:, :1].repeat(3, axis=1), np.array([[0.5, 0.25, 0.5 + 1e-12], [1.0, 1.0 + 1e-12, 1.0]]),
               0.5).plain().edge("ties")
    yield case("5e-7 apart", P[:, :1].repeat(2, axis=1), np.array([[0.5, 0.5 + 5e-7], [1.0, 1.0 + 5e-7]]),
               0.5).plain().edge("ties")
    yield case("2e-4 apart", np.eye(2)[:, None].repeat(2, axis=1), np.array([[0.5, 0.5 + 2e-4], [1.0, 0.5]]),
               0.9).plain().edge("ties")
    yield case("2e-4 apart, at values of 100", np.eye(2)[:, None].repeat(2, axis=1),
               np.array([[1 - 2e-4, 1.0], [1.0, 0.5]]), 0.99).plain().edge("ties")


def sweeps(P, R, gamma, best=lambda Q: Q.max(axis=1), stop=1e-11, most=3000, backup=None):
    """The values after sweeps until none changes more, or after so many."""
    V = np.zeros(len(R))
    with np.errstate(all="ignore"):
        for _ in range(most):
            new = best(R + gamma * (P @ V)) if backup is None else best(backup(V))
            change, V = np.abs(new - V).max(), new
            if not change > stop:
                break
    return V


def exact(P, R, gamma):
    """The exact values, or where P is used in a way that has none, those of many sweeps."""
    try:
        return solve(P, R, gamma)[0]
    except np.linalg.LinAlgError:
        return sweeps(P, R, gamma)


def greedy(Q):
    return np.argmax(Q >= Q.max(axis=1, keepdims=True) - 1e-6, axis=1)


@mistake("You stop too early. A small change in one sweep is not a small error: that is up to γ / (1 - γ) times the "
         "change. Go on until this bound is below 1e-8.",
         constants={"stop": (1e-8, 1e-6, 1e-9, 1e-10, 1e-4, 1e-5, 1e-3, 1e-2)})
def stopped_by_the_change(P, R, gamma, *, stop):
    V = sweeps(P, R, gamma, stop=stop)
    return V, greedy(R + gamma * (P @ V))


@mistake("Your sweeps are too few. How many it takes depends on γ: go on until γ / (1 - γ) times the last change is "
         "below 1e-8.", constants={"most": (100, 10, 20, 50, 200, 500, 1000)})
def too_few_sweeps(P, R, gamma, *, most):
    V = sweeps(P, R, gamma, most=most)
    return V, greedy(R + gamma * (P @ V))


@mistake("A tiny difference decides between actions in your policy, though values that should be equal differ by "
         "rounding. Take the first action whose Q is within 1e-6 of the best.", constants={"near": (0.0, 1e-8, 1e-9)})
def ties_by_rounding(P, R, gamma, *, near):
    V = exact(P, R, gamma)
    Q = R + gamma * (P @ V)
    return V, np.argmax(Q >= Q.max(axis=1, keepdims=True) - near, axis=1)


@mistake("Of equally good actions you take the highest. Take the lowest.")
def ties_to_the_higher(P, R, gamma):
    V = exact(P, R, gamma)
    Q = R + gamma * (P @ V)
    near = Q >= Q.max(axis=1, keepdims=True) - 1e-6
    return V, near.shape[1] - 1 - np.argmax(near[:, ::-1], axis=1)


@mistake("Your tolerance for ties is too wide: actions that are worse by 1e-4 count as equal. Use 1e-6, and an "
         "absolute one.", constants={"near": ((1e-5, 1e-8), (0.0, 1e-3), (0.0, 1e-2))})
def ties_too_wide(P, R, gamma, *, near):
    V = exact(P, R, gamma)
    Q = R + gamma * (P @ V)
    best = Q.max(axis=1, keepdims=True)
    return V, np.argmax(Q >= best - near[1] - near[0] * np.abs(best), axis=1)


@mistake("You discount the reward too. Only the next state's value is discounted.")
def reward_discounted(P, R, gamma):
    V = exact(P, gamma * R, gamma)
    return V, greedy(R + gamma * (P @ V))


@mistake("You leave out the reward of the action in the policy. Take the action with the best R + γ P V.")
def policy_without_reward(P, R, gamma):
    V = exact(P, R, gamma)
    return V, greedy(P @ V)


@mistake("Your policy looks at the rewards alone. Take the action with the best R + γ P V.")
def policy_by_reward(P, R, gamma):
    return exact(P, R, gamma), greedy(R)


@mistake("You take the mean over the actions. The best policy takes the maximum.")
def mean_over_actions(P, R, gamma):
    V = sweeps(P, R, gamma, best=lambda Q: Q.mean(axis=1))
    return V, greedy(R + gamma * (P @ V))


@mistake("You take the minimum over the actions. Take the maximum.")
def minimum_over_actions(P, R, gamma):
    V = sweeps(P, R, gamma, best=lambda Q: Q.min(axis=1))
    return V, np.argmin(R + gamma * (P @ V), axis=1)


@mistake("You take the best next state instead of the mean over the next states. Weight each next state's value with "
         "its probability.")
def best_next_state(P, R, gamma):
    def backup(V):
        return R + gamma * np.where(P > 0, V, -np.inf).max(axis=2)

    V = sweeps(P, R, gamma, backup=backup)
    return V, greedy(backup(V))


@mistake("You read P as [next state, action, state]. It is indexed as [state, action, next state].")
def states_swapped(P, R, gamma):
    P = P.transpose(2, 1, 0)
    V = sweeps(P, R, gamma, most=300)
    return V, greedy(R + gamma * (P @ V))


@mistake("You leave out γ. Discount the next state's value.", constants={"most": (1000, 100)})
def undiscounted(P, R, gamma, *, most):
    V = sweeps(P, R, 1.0, most=most)
    return V, greedy(R + P @ V)


@mistake("You return the table of Q. V is its maximum over the actions.")
def table_returned(P, R, gamma):
    V = exact(P, R, gamma)
    Q = R + gamma * (P @ V)
    return Q, greedy(Q)


@mistake("You return the policy as probabilities. Return the number of each state's action.")
def policy_one_hot(P, R, gamma):
    V = exact(P, R, gamma)
    return V, np.eye(R.shape[1])[greedy(R + gamma * (P @ V))]


@mistake("You return the actions as floats. Return integers.")
def float_actions(P, R, gamma):
    V = exact(P, R, gamma)
    return V, greedy(R + gamma * (P @ V)).astype(float)


@mistake("You return the policy first. Return (V, policy).")
def swapped(P, R, gamma):
    V = exact(P, R, gamma)
    return greedy(R + gamma * (P @ V)), V


@mistake("You return only V. Return (V, policy).")
def values_alone(P, R, gamma):
    return exact(P, R, gamma)


@alternative
def by_policy_iteration(P, R, gamma):
    V, Q = solve(P.astype(float), R.astype(float), gamma)
    return V, greedy(Q)


@alternative
def state_by_state_in_place(P, R, gamma):
    P, R = P.tolist(), R.tolist()
    S, A = len(R), len(R[0])
    V = [0.0] * S

    def worth(s, a):
        return R[s][a] + gamma * sum(p * v for p, v in zip(P[s][a], V))

    while True:
        change = 0.0
        for s in range(S):
            old, V[s] = V[s], max(worth(s, a) for a in range(A))
            change = max(change, abs(old - V[s]))
        if change * gamma / (1 - gamma) < 1e-9:
            break
    policy = []
    for s in range(S):
        values = [worth(s, a) for a in range(A)]
        policy.append(next(a for a in range(A) if values[a] > max(values) - 1e-6))
    return V, policy


@alternative
def iterating_on_q(P, R, gamma):
    Q = np.zeros(R.shape)
    for _ in range(1 if gamma == 0 else int(np.log(1e-9 * (1 - gamma) / 2) / np.log(gamma)) + 2):
        Q = R + gamma * np.einsum("sat,t->sa", P, Q.max(axis=1))
    return [Q.max(axis=1), (Q < Q.max(axis=1)[:, None] - 1e-6).argmin(axis=1)]


EQUIVALENT = {
    "value_iteration: 1e-09 -> 2e-09 in `if gamma * change <= (1 - gamma) * 1e-09`":
        "both errors are far below the 1e-8 that is asked for",
    "value_iteration: 1e-09 -> 0.0 in `if gamma * change <= (1 - gamma) * 1e-09`":
        "the sweeps go on until nothing changes, which is as exact",
    "value_iteration: gamma * change <= (1 - gamma) * 1e-09 -> gamma * change < (1 - gamma) * 1e-09 in "
    "`if gamma * change <= (1 - gamma) * 1e-09`": "one sweep more does no harm",
    "value_iteration: np.zeros -> np.ones in `V = np.zeros(len(R))`":
        "the sweeps lead to the same values from any start",
    "value_iteration: 1e-06 -> 2e-06 in `return (V, np.argmax(short <= 1e-06, axis=1))`":
        "no action is worse by more than 1e-6 and less than 1e-4",
    "value_iteration: short <= 1e-06 -> short < 1e-06 in `return (V, np.argmax(short <= 1e-06, axis=1))`":
        "no action is worse by just 1e-6",
}
