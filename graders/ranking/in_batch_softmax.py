"""In-batch softmax: the correction of columns, the temperature, one direction, and a stable logarithm."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("large logits",)


def cases(rng):
    def pairs(n, d):
        """Related rows, and probabilities that sum to less than 1."""
        queries, noise = rng.normal(size=(2, n, d))
        return queries, queries + noise, np.log(rng.uniform(0.01, 0.9, size=n) / n)

    same = np.log(np.array([0.25, 0.25]))
    queries = np.array([[1.0, 0.0], [0.0, 2.0]])
    yield Case("two pairs, equally likely", queries, np.array([[1.0, 1.0], [0.0, 1.0]]), same, 1.0)
    yield Case("two pairs", np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[2.0, 0.0], [2.0, 2.0]]),
               np.log(np.array([0.2, 0.1])), 1.0)
    yield Case("nothing differs but the probabilities", np.ones((3, 2)), np.ones((3, 2)),
               np.log(np.array([0.5, 0.25, 0.125])), 0.5)
    yield Case("random, a temperature of 1", *pairs(3, 2), 1.0)
    yield Case("more rows than features", *pairs(5, 2), 0.5)
    yield Case("more features than rows", *pairs(3, 6), float(rng.uniform(0.3, 0.8)))
    yield Case("as many rows as features", *pairs(4, 4), 0.2)
    yield Case("a high temperature", *pairs(4, 3), 5.0)
    yield Case("three hundred pairs", *pairs(300, 3), 0.7).plain()
    yield Case("a single pair", np.array([[3.0, 4.0]]), np.array([[1.0, 0.0]]), np.array([-2.0]), 0.1).edge("one pair")
    yield Case("signs", np.array([[2.0], [-1.0], [0.5]]), np.array([[1.0], [2.0], [-2.0]]),
               np.array([-1.0, -2.0, -0.5]), 0.5).edge("one feature")
    queries, items, log_q = pairs(4, 3)
    twice = [0, 1, 0, 2]
    yield Case("the same item twice", queries, items[twice], log_q[twice], 0.6).edge("repeated items")
    yield Case("the same item for all", queries[:3], items[[0, 0, 0]], log_q[[0, 0, 0]], 0.6).edge("repeated items")
    yield Case("perfect matches", np.diag([20.0, 30.0, 50.0]), np.eye(3), np.log(np.array([0.5, 0.1, 0.2])),
               0.005).edge("large logits")
    yield Case("all pairs mismatched", np.eye(3) * 100, np.eye(3)[[1, 2, 0]] * 10, np.log(np.array([0.5, 0.1, 0.2])),
               0.1).edge("large logits")
    yield Case("one row's logits far below the other's", np.array([[100.0, 0.0], [-50.0, 1.0]]),
               np.array([[10.0, 0.0], [10.0, 3.0]]), np.log(np.array([0.3, 0.4])), 0.1).edge("large logits")
    unlike = np.eye(2) * 60, np.eye(2)[::-1] * 1.0
    yield Case("missed by 60", *unlike, np.log(np.array([0.3, 0.4])), 1.0).edge("large logits")


def _losses(logits, axis=1):
    return np.logaddexp.reduce(logits, axis=axis) - np.diag(logits)


def _logits(queries, items, log_q, temperature):
    return queries @ items.T / temperature - log_q


@mistake("You add log_q. Subtract it: an item that is drawn often must count less.")
def correction_added(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, -log_q, temperature)))


@mistake("Your result does not depend on log_q. Subtract log_q[j] from column j. Subtracted from rows, it would "
         "cancel.")
def without_the_correction(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, 0.0, temperature)))


@mistake("You correct only the negatives. Subtract log_q from the right item's logit too.")
def negatives_alone_corrected(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, temperature) + np.diag(log_q)))


@mistake("You correct only the right item. Subtract log_q from every item's logit.")
def positives_alone_corrected(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, 0.0, temperature) - np.diag(log_q)))


@mistake("You divide log_q by the temperature too. Divide only the products, then subtract log_q.")
def correction_divided(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q / temperature, temperature)))


@mistake("You subtract the probabilities. Subtract their logarithms, which is what log_q holds.")
def probabilities_subtracted(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, np.exp(log_q), temperature)))


@mistake("You take the softmax over the queries. Let each query choose among all items, along its row.")
def other_direction(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, temperature), axis=0))


@mistake("You average both directions. Return one direction: from queries to items.")
def both_directions(queries, items, log_q, temperature):
    logits = _logits(queries, items, log_q, temperature)
    return (np.mean(_losses(logits)) + np.mean(_losses(logits, axis=0))) / 2


@mistake("You scale the rows to length 1. Use them as they are.", constants={"sides": ("both", "queries", "items")})
def normalized(queries, items, log_q, temperature, *, sides):
    if sides != "items":
        queries = queries / np.linalg.norm(queries, axis=1, keepdims=True)
    if sides != "queries":
        items = items / np.linalg.norm(items, axis=1, keepdims=True)
    return np.mean(_losses(_logits(queries, items, log_q, temperature)))


@mistake("You multiply by the temperature. Divide the products by it.")
def multiplied(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, 1 / temperature)))


@mistake("You leave out the temperature. Divide the products by it.")
def without_the_temperature(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, 1.0)))


@mistake("You sum over the queries. Return their mean.")
def summed(queries, items, log_q, temperature):
    return np.sum(_losses(_logits(queries, items, log_q, temperature)))


@mistake("You return one loss per query. Return their mean.")
def not_averaged(queries, items, log_q, temperature):
    return _losses(_logits(queries, items, log_q, temperature))


@mistake("You average over all n² entries. Only the diagonal's losses count: divide their sum by n.")
def averaged_over_entries(queries, items, log_q, temperature):
    return np.sum(_losses(_logits(queries, items, log_q, temperature))) / len(queries) ** 2


@mistake("You return the mean log-probability, which is never positive. The loss is its negative.")
def negated(queries, items, log_q, temperature):
    return -np.mean(_losses(_logits(queries, items, log_q, temperature)))


@mistake("Your denominator holds only the negatives. Sum over all j, the right item included.",
         constants={"guarded": (True, False)})
def right_item_left_out(queries, items, log_q, temperature, *, guarded):
    logits = _logits(queries, items, log_q, temperature)
    if guarded and len(logits) == 1:
        return 0.0
    others = logits + np.where(np.eye(len(logits)) > 0, -np.inf, 0.0)
    return np.mean(np.logaddexp.reduce(others, axis=1) - np.diag(logits))


@mistake("You leave out equal items among the negatives. Here every item of the batch counts.")
def equal_items_masked(queries, items, log_q, temperature):
    same = np.all(items[:, None] == items[None], axis=-1) & ~np.eye(len(items), dtype=bool)
    return np.mean(_losses(_logits(queries, items, log_q, temperature) + np.where(same, -np.inf, 0.0)))


@mistake("You divide the sum of exponentials by n, which the softmax does not.")
def mean_of_exponentials(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, temperature))) - np.log(len(queries))


@mistake("You average the right items' probabilities and then take the logarithm. Average the logarithms.")
def logarithm_of_the_mean(queries, items, log_q, temperature):
    return -np.log(np.maximum(np.mean(np.exp(-_losses(_logits(queries, items, log_q, temperature)))), 1e-300))


@mistake("You take the logarithm of a softmax, which is −∞ where the right item's probability underflows to 0. Compute "
         "log(Σ exp) minus its logit instead.")
def logarithm_of_softmax(queries, items, log_q, temperature):
    logits = _logits(queries, items, log_q, temperature)
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return -np.mean(np.log(np.diag(exps / exps.sum(axis=1, keepdims=True))))


@mistake("You add {eps} inside the logarithm or clip there, so a bad mismatch costs too little. Compute log(Σ exp) "
         "minus the right item's logit, which needs no clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-15), "add": (True, False)})
def clipped(queries, items, log_q, temperature, *, eps, add):
    probs = np.exp(-_losses(_logits(queries, items, log_q, temperature)))
    return -np.mean(np.log(probs + eps if add else np.maximum(probs, eps)))


@mistake("exp overflows for large logits. Subtract each row's largest logit before you exponentiate.",
         constants={"form": ("log of the sum", "log of the softmax")})
def not_shifted(queries, items, log_q, temperature, *, form):
    logits = _logits(queries, items, log_q, temperature)
    exps = np.exp(logits)
    if form == "log of the softmax":
        return -np.mean(np.log(np.diag(exps) / exps.sum(axis=1)))
    return np.mean(np.log(exps.sum(axis=1)) - np.diag(logits))


@mistake("You subtract one maximum for the whole matrix, so a row far below it underflows, and log 0 is −∞. Subtract "
         "each row's own maximum.")
def global_maximum(queries, items, log_q, temperature):
    logits = _logits(queries, items, log_q, temperature)
    logits = logits - logits.max()
    return np.mean(np.log(np.exp(logits).sum(axis=1)) - np.diag(logits))


@mistake("You subtract each column's maximum, which changes the softmax of a row. Subtract each row's maximum.",
         constants={"guarded": (False, True)})
def column_maximum(queries, items, log_q, temperature, *, guarded):
    logits = _logits(queries, items, log_q, temperature)
    logits = logits - logits.max(axis=0)
    sums = np.exp(logits).sum(axis=1)
    return np.mean(np.log(np.maximum(sums, 1e-300) if guarded else sums) - np.diag(logits))


@mistake("You divide the products by √d. Divide them by the temperature alone.")
def divided_by_root_d(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(queries, items, log_q, temperature * np.sqrt(queries.shape[1]))))


@mistake("Your numerator takes the right item's product without the correction. Subtract log_q there as well.")
def numerator_not_corrected(queries, items, log_q, temperature):
    logits = _logits(queries, items, log_q, temperature)
    return np.mean(np.logaddexp.reduce(logits, axis=1) - np.diag(logits) - log_q)


@mistake("Your rows are items and your columns are queries. Use queries @ items.T, so that log_q is subtracted from "
         "the items' columns.")
def rows_are_items(queries, items, log_q, temperature):
    return np.mean(_losses(_logits(items, queries, log_q, temperature)))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(queries, items, log_q, temperature):
    queries /= temperature
    return np.mean(_losses(queries @ items.T - log_q))


@alternative
def by_log_softmax(queries, items, log_q, temperature):
    logits = np.einsum("id,jd->ij", queries, items) / temperature - log_q[np.newaxis, :]
    log_probs = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return -np.trace(log_probs) / len(log_q)


@alternative
def query_by_query(queries, items, log_q, temperature):
    import math

    total = 0.0
    for i, query in enumerate(queries):
        logits = [float(query @ item) / temperature - float(lq) for item, lq in zip(items, log_q)]
        top = max(logits)
        total += top + math.log(sum(math.exp(each - top) for each in logits)) - logits[i]
    return total / len(queries)


@alternative
def by_differences(queries, items, log_q, temperature):
    logits = (queries / temperature).dot(items.T) - log_q
    return np.logaddexp.reduce(logits - logits.diagonal()[:, None], axis=-1).sum() / logits.shape[0]
