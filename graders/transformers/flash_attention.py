"""FlashAttention: equal to attention for every block size, stable, and never a (T, T) matrix."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, max_peak_bytes, mistake

SECONDS = 30  # an answer that loops over the queries as well is right


def cases(rng):
    def qkv(T, d, scale=1.0):
        return [scale * rng.normal(size=(T, d)), rng.normal(size=(T, d)), rng.normal(size=(T, d))]

    yield Case("one token", np.array([[2.0]]), np.array([[3.0]]), np.array([[5.0]]), 1)
    Q = np.array([[2.0, 0.0, 0.0, 0.0], [-2.0, 0.0, 0.0, 0.0]])
    K = np.array([[0.0, 0.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    V = np.array([[0.0, 8.0, 0.0, 4.0], [4.0, 0.0, 8.0, 4.0]])
    yield Case("two tokens, one at a time", Q, K, V, 1)
    yield Case("two tokens at once", Q, K, V, 2)
    yield Case("three tokens, blocks of two", *qkv(3, 2, 3.0), 2)
    yield Case("two blocks that fit", *qkv(4, 3, 3.0), block_size=2)
    yield Case("one feature, blocks of one", *qkv(5, 1, 3.0), 1)
    yield Case("a block larger than T", *qkv(3, 4), 8)
    yield Case("a block as large as T", *qkv(5, 2), 5)
    yield Case("a last block of one", *qkv(7, 4, 4.0), 3)
    yield Case("more features than tokens", *qkv(3, 6, 2.0), 2)
    yield Case("many blocks", *qkv(13, 3, 4.0), 4)
    yield Case("a block of one less", *qkv(6, 4), 5)
    # Whole numbers and a whole root of d: float32 and any order of the operations give the same scores.
    Q = np.array([[200.0, 0.0], [-200.0, 0.0], [0.0, 2.0], [200.0, 1.0], [-200.0, 2.0]]) @ np.eye(2, 4)
    K = np.array([[100.0, 0.0], [100.0, 2.0], [-100.0, 4.0], [-100.0, 2.0], [0.0, 8.0]]) @ np.eye(2, 4)
    for size in (1, 2, 3):
        yield Case(f"scores of ten thousand, blocks of {size}", Q, K, rng.normal(size=(5, 4)), size)
    K = np.array([[40.0, 0.0], [50.0, 0.0], [60.0, 2.0], [70.0, 0.0], [70.0, 4.0]]) @ np.eye(2, 4)
    yield Case("scores that rise and fall by block", Q, K, rng.normal(size=(5, 4)), 2)
    T = 3000
    quarter = max_peak_bytes(T * T * 8 / 4, "Never build the (T, T) scores: hold one block at a time.")
    yield Case("three thousand tokens in little memory", *qkv(T, 8), 128).once().judged(close(), quarter)


def _online(Q, K, V, block_size, raise_to=np.maximum, shrink_total=True, shrink_out=True):
    T, d = Q.shape
    highest, total, out = np.full((T, 1), -np.inf), 0.0, 0.0
    for start in range(0, T, block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        raised = raise_to(highest, scores.max(axis=1, keepdims=True))
        shrink = np.exp(highest - raised)
        weights = np.exp(scores - raised)
        total = (total * shrink if shrink_total else total) + weights.sum(axis=1, keepdims=True)
        out = (out * shrink if shrink_out else out) + weights @ V[start : start + block_size]
        highest = raised
    return out / total


@mistake("The output is right, but you hold the whole (T, T) matrix of scores, which this exercise is "
         "about avoiding: compute the scores of one block of keys at a time.", kind="memory")
def whole_matrix(Q, K, V, block_size):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True) @ V


@mistake("When a block raises the maximum, what you have summed before is too large: multiply both the sum "
         "and the output so far by exp(old maximum − new maximum).")
def nothing_shrunk(Q, K, V, block_size):
    return _online(Q, K, V, block_size, shrink_total=False, shrink_out=False)


@mistake("You shrink the running sum when the maximum rises, but not the output accumulated so far. Both "
         "carry the same factor.")
def output_not_shrunk(Q, K, V, block_size):
    return _online(Q, K, V, block_size, shrink_out=False)


@mistake("You shrink the output when the maximum rises, but not the running sum of exponentials. Both "
         "carry the same factor.")
def total_not_shrunk(Q, K, V, block_size):
    return _online(Q, K, V, block_size, shrink_total=False)


@mistake("You replace the running maximum by the block's own. When a later block lies lower, exp(old − "
         "new) overflows: take the larger of the two.")
def maximum_of_the_block_alone(Q, K, V, block_size):
    return _online(Q, K, V, block_size, raise_to=lambda highest, block: block)


@mistake("You take one maximum for all queries. A query whose scores lie far below it underflows to 0/0: "
         "each query needs its own (axis=1, keepdims=True).")
def one_maximum_for_all_queries(Q, K, V, block_size):
    return _online(Q, K, V, block_size, raise_to=lambda highest, block: np.maximum(highest, block.max()))


@mistake("The factor is upside down: multiply by exp(old maximum − new maximum), which is at most 1.")
def factor_upside_down(Q, K, V, block_size):
    T, d = Q.shape
    highest, total, out = np.full((T, 1), -1e30), np.zeros((T, 1)), np.zeros((T, d))
    for start in range(0, T, block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        raised = np.maximum(highest, scores.max(axis=1, keepdims=True))
        factor = np.exp(raised - highest) if start else 0.0
        weights = np.exp(scores - raised)
        total = total * factor + weights.sum(axis=1, keepdims=True)
        out = out * factor + weights @ V[start : start + block_size]
        highest = raised
    return out / total


@mistake("exp overflows on large scores. Keep a running maximum for each query and subtract it.")
def no_running_maximum(Q, K, V, block_size):
    T, d = Q.shape
    total, out = np.zeros((T, 1)), np.zeros((T, d))
    for start in range(0, T, block_size):
        weights = np.exp(Q @ K[start : start + block_size].T / np.sqrt(d))
        total += weights.sum(axis=1, keepdims=True)
        out += weights @ V[start : start + block_size]
    return out / total


@mistake("You finish a softmax within each block and combine the results: each block's weights then sum to "
         "1 by themselves. The sum runs over all keys, so divide once, at the end.")
def softmax_in_each_block(Q, K, V, block_size):
    T, d = Q.shape
    out, blocks = np.zeros((T, d)), 0
    for start in range(0, T, block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        out += weights / weights.sum(axis=1, keepdims=True) @ V[start : start + block_size]
        blocks += 1
    return out / blocks


@mistake("You drop the keys after the last full block. Go on while keys are left: a slice past the end is "
         "simply shorter.")
def last_block_dropped(Q, K, V, block_size):
    whole = len(K) - len(K) % min(block_size, len(K))
    scores = Q @ K[:whole].T / np.sqrt(Q.shape[1])
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ V[:whole] / weights.sum(axis=1, keepdims=True)


@mistake("You left out the division of the scores by √d.")
def not_scaled(Q, K, V, block_size):
    return _online(Q * np.sqrt(Q.shape[1]), K, V, block_size)


@mistake("You return the weighted sum of the values without dividing it by the sum of the weights.")
def not_normalised(Q, K, V, block_size):
    T, d = Q.shape
    highest, out = np.full((T, 1), -np.inf), 0.0
    for start in range(0, T, block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        raised = np.maximum(highest, scores.max(axis=1, keepdims=True))
        out = out * np.exp(highest - raised) + np.exp(scores - raised) @ V[start : start + block_size]
        highest = raised
    return out


@alternative
def queries_in_columns(Q, K, V, block_size):
    top, total, out = [-np.inf] * len(Q), 0, 0
    done = 0
    while done < len(K):
        keys, values = K[done : done + block_size], V[done : done + block_size]
        scores = keys @ (Q / Q.shape[-1] ** 0.5).T  # (block, T)
        new = np.maximum(top, scores.max(0))
        scores -= new
        np.exp(scores, out=scores)
        factor = np.exp(np.array(top) - new)
        total = total * factor + scores.sum(0)
        out = out * factor + values.T @ scores  # (d, T)
        top, done = list(new), done + block_size
    return (out / total).T


@alternative
def blocks_of_queries_too(Q, K, V, block_size):
    T, d = Q.shape
    out = np.empty((T, d))
    for i in range(0, T, block_size):
        log_total = np.full((len(Q[i : i + block_size]), 1), -1e300)
        mean = np.zeros_like(Q[i : i + block_size])
        for j in range(0, T, block_size):
            scores = np.einsum("qd,kd->qk", Q[i : i + block_size], K[j : j + block_size]) / d**0.5
            grown = np.logaddexp(log_total, np.logaddexp.reduce(scores, axis=1, keepdims=True))
            mean = np.exp(log_total - grown) * mean + np.exp(scores - grown) @ V[j : j + block_size]
            log_total = grown
        out[i : i + block_size] = mean
    return out


EQUIVALENT = {
    "flash_attention: np.zeros -> np.ones in `total = np.zeros((T, 1))`":
        "the first factor, exp(-inf) = 0, wipes the start value",
    "flash_attention: np.zeros -> np.ones in `out = np.zeros((T, d))`":
        "the first factor, exp(-inf) = 0, wipes the start value",
}
