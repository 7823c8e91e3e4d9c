"""REINFORCE: the sign, the mean over the steps, and a softmax per row."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("large logits",)


def cases(rng):
    def steps(n, A, scale=1.5):
        return rng.normal(0.0, scale, size=(n, A)), rng.integers(A, size=n), rng.normal(size=n)

    even = np.zeros((2, 2))
    yield Case("a good action and a bad one", even, np.array([0, 1]), np.array([1.0, -3.0]))
    yield Case("probabilities 1/4 and 3/4", np.log([[1.0, 3.0], [3.0, 1.0]]), np.array([0, 0]), np.array([2.0, 2.0]))
    yield Case("three actions", *steps(2, 3))
    yield Case("more actions than steps", *steps(3, 5))
    yield Case("more steps than actions", *steps(7, 4))
    yield Case("as many steps as actions", *steps(4, 4))
    logits, _, advantages = steps(4, 3)
    yield Case("always the same action", logits, np.full(4, 2), advantages)
    yield Case("good actions alone", logits, np.array([0, 2, 1, 1]), np.abs(advantages) + 1.0)
    yield Case("three hundred steps", *steps(300, 3)).plain()
    yield Case("a single step", *steps(1, 4)).edge("one step")
    yield Case("a single step, two actions", np.log([[1.0, 3.0]]), np.array([1]), np.array([4.0])).edge("one step")
    yield Case("one action", *steps(3, 1)).edge("one action")
    yield Case("one step, one action", *steps(1, 1)).edge("one action")
    yield Case("logits of 1000", np.array([[1000.0, 1001.0], [-1000.0, -1001.0]]), np.array([0, 0]),
               np.array([1.0, -2.0])).plain().edge("large logits")
    yield Case("rows far apart", np.array([[1e4, 9999.0, 1e4], [-1e4, -9998.0, -9999.0]]), np.array([1, 0]),
               np.array([1.0, 2.0])).plain().edge("large logits")
    yield Case("certain and wrong", np.array([[1e4, -1e4], [0.0, 900.0]]), np.array([1, 0]),
               np.array([1.0, -1.0])).plain().edge("large logits")


def softmax(logits, axis=1):
    exps = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def gradient(logits, actions, advantages, probs=None):
    probs = softmax(logits) if probs is None else probs
    return advantages[:, None] * (probs - np.eye(logits.shape[1])[actions]) / len(logits)


@mistake("Your sign is flipped: this is the gradient of +mean(advantage · log π). For the loss it is π - onehot, times "
         "the advantage.")
def sign_flipped(logits, actions, advantages):
    return -gradient(logits, actions, advantages)


@mistake("You leave out the mean over the steps. Divide by n.")
def summed(logits, actions, advantages):
    return gradient(logits, actions, advantages) * len(logits)


@mistake("You divide by the number of entries. The mean is over the n steps.")
def mean_over_all_entries(logits, actions, advantages):
    return gradient(logits, actions, advantages) / logits.shape[1]


@mistake("You leave out the advantages. Multiply each row by its own.")
def without_advantages(logits, actions, advantages):
    return gradient(logits, actions, np.ones_like(advantages))


@mistake("Your advantages go along the columns. They belong to the rows: advantages[:, None].")
def advantages_along_columns(logits, actions, advantages):
    return (softmax(logits) - np.eye(logits.shape[1])[actions]) * advantages / len(logits)


@mistake("You multiply by the mean of all advantages. Each row has its own.")
def mean_advantage(logits, actions, advantages):
    return gradient(logits, actions, np.full_like(advantages, advantages.mean()))


@mistake("You subtract the mean of the advantages. Use them as they are.", constants={"scaled": (False, True)})
def advantages_normalized(logits, actions, advantages, *, scaled):
    centered = advantages - advantages.mean()
    return gradient(logits, actions, centered / (advantages.std() + 1e-8) if scaled else centered)


@mistake("You leave out the probabilities. The gradient of log π(a) is onehot(a) - π, in all columns.")
def without_probabilities(logits, actions, advantages):
    return gradient(logits, actions, advantages, np.zeros(logits.shape))


@mistake("You leave out the action that was taken. Subtract 1 from its probability.")
def without_the_action(logits, actions, advantages):
    return advantages[:, None] * softmax(logits) / len(logits)


@mistake("You subtract 1 in every row for the actions of all steps. Each row has one action: pair the row numbers "
         "with the actions.")
def actions_of_all_rows(logits, actions, advantages):
    probs = softmax(logits)
    probs[:, actions] -= 1.0
    return probs * advantages[:, None] / len(logits)


@mistake("Only the column of the action that was taken has a gradient in your code. The softmax ties all logits of a "
         "row together, so the others have one too.")
def taken_column_alone(logits, actions, advantages):
    return gradient(logits, actions, advantages) * np.eye(logits.shape[1])[actions]


@mistake("This is the gradient of the probability, π(a) (onehot - π). Take the one of its logarithm, without the "
         "factor π(a).")
def of_the_probability(logits, actions, advantages):
    taken = softmax(logits)[np.arange(len(logits)), actions]
    return gradient(logits, actions, advantages * taken)


@mistake("You return the gradient with respect to the probabilities, -advantage / π(a). Go on through the softmax to "
         "the logits.")
def up_to_the_probabilities(logits, actions, advantages):
    probs = softmax(logits)
    return -np.eye(logits.shape[1])[actions] * (advantages / len(logits))[:, None] / probs


@mistake("Your softmax is over the steps. It belongs to each row, over the actions: axis=1.")
def softmax_over_the_steps(logits, actions, advantages):
    return gradient(logits, actions, advantages, softmax(logits, axis=0))


@mistake("You normalize over the whole array. Each row is a distribution of its own.")
def softmax_over_everything(logits, actions, advantages):
    exps = np.exp(logits - logits.max())
    return gradient(logits, actions, advantages, exps / exps.sum())


@mistake("Your probabilities are NaN or 0 / 0 for large logits. Subtract each row's own maximum before exp.",
         constants={"minus": ("nothing", "the largest of all")})
def softmax_breaks(logits, actions, advantages, *, minus):
    exps = np.exp(logits - (logits.max() if minus == "the largest of all" else 0.0))
    return gradient(logits, actions, advantages, exps / exps.sum(axis=1, keepdims=True))


@mistake("You return the loss. Return its gradient with respect to the logits.")
def loss_returned(logits, actions, advantages):
    taken = softmax(logits)[np.arange(len(logits)), actions]
    return -np.mean(advantages * np.log(taken))


@mistake("You compute in place, in the caller's logits. Compute a new array.", kind="changed",
         when=says("first argument"))
def in_place(logits, actions, advantages):
    logits -= logits.max(axis=1, keepdims=True)
    return gradient(logits, actions, advantages)


@alternative
def row_by_row(logits, actions, advantages):
    result = []
    for row, action, advantage in zip(logits.tolist(), actions, advantages):
        top = max(row)
        exps = [float(np.exp(v - top)) for v in row]
        result.append([float(advantage) * (e / sum(exps) - (j == action)) / len(logits) for j, e in enumerate(exps)])
    return result


@alternative
def through_log_softmax(logits, actions, advantages):
    n, A = logits.shape
    shifted = logits - np.max(logits, axis=1)[:, None]
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1))[:, None]
    upstream = np.zeros((n, A))
    upstream[range(n), actions] = -advantages / n
    return upstream - np.exp(log_probs) * upstream.sum(axis=1, keepdims=True)


@alternative
def by_jacobians(logits, actions, advantages):
    probs = softmax(logits)
    jacobian = np.eye(logits.shape[1]) - probs[:, None, :]  # of log π_a with respect to each logit: [step, a, logit]
    return np.einsum("n,nj->nj", -advantages, jacobian[np.arange(len(actions)), actions]) / len(actions)
