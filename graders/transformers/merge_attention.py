"""Merging attention: the weights of the blocks, both results, blocks that saw nothing, and large log-sums."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("large sums",)


def cases(rng):
    def blocks(n, T, d, spread=1.0):
        return rng.normal(size=(n, T, d)), spread * rng.normal(size=(n, T))

    log = np.log
    yield Case("equal sums", np.array([[[1.0, 0.0]], [[5.0, 4.0]]]), np.array([[0.0], [0.0]]))
    yield Case("one sum three times the other", np.array([[[1.0, 0.0]], [[5.0, 4.0]]]), log(np.array([[1.0], [3.0]])))
    yield Case("two queries", np.array([[[1.0], [2.0]], [[5.0], [4.0]]]), log(np.array([[1.0, 3.0], [3.0, 1.0]])))
    yield Case("three blocks", np.array([[[1.0]], [[2.0]], [[6.0]]]), log(np.array([[1.0], [2.0], [5.0]])))
    yield Case("all lengths different", *blocks(4, 3, 2))
    yield Case("more columns than queries", *blocks(3, 2, 5))
    yield Case("as many blocks as queries and columns", *blocks(3, 3, 3))
    yield Case("sums of different size", *blocks(5, 4, 3, 4.0))
    yield Case("one query, one column", *blocks(3, 1, 1))
    yield Case("a hundred blocks", *blocks(100, 3, 2)).once()
    yield Case("one block", *blocks(1, 3, 2)).edge("one block")
    yield Case("one block, one number", np.array([[[2.0]]]), np.array([[-1.5]])).edge("one block")

    def emptied(outputs, log_sums, blanks):
        for block, query in blanks:
            outputs[block, query], log_sums[block, query] = 0.0, -np.inf
        return outputs, log_sums

    two = np.array([[[1.0, 2.0]], [[3.0, 4.0]]]), np.array([[0.0], [0.5]])
    yield Case("a last block that saw nothing", *emptied(*two, [(1, 0)])).edge("empty blocks")
    two = np.array([[[1.0, 2.0]], [[3.0, 4.0]]]), np.array([[0.0], [0.5]])
    yield Case("a first block that saw nothing", *emptied(*two, [(0, 0)])).edge("empty blocks")
    yield Case("two first blocks that saw nothing", *emptied(*blocks(4, 3, 2), [(0, 1), (1, 1), (3, 0)])).edge(
        "empty blocks"
    )
    yield Case("a causal order of blocks", *emptied(*blocks(3, 4, 2), [(1, 0), (2, 0), (2, 1), (2, 2)])).edge(
        "empty blocks"
    )
    yield Case("only one block saw each query", *emptied(*blocks(2, 2, 3), [(0, 0), (1, 1)])).edge("empty blocks")
    large = np.array([[1000.0, -1001.0], [1001.0, -1000.0], [999.0, -1002.0]])
    yield Case("log-sums of a thousand", rng.normal(size=(3, 2, 2)), large).plain().edge("large sums")
    large = np.array([[1e4, -1e4 + 1.0], [-1e4, -1e4]])
    yield Case("log-sums of ten thousand", rng.normal(size=(2, 2, 3)), large).plain().edge("large sums")
    outputs, log_sums = emptied(rng.normal(size=(3, 1, 2)), np.array([[0.0], [-9000.0], [-9001.0]]), [(0, 0)])
    yield Case("far below zero after an empty block", outputs, log_sums).plain().edge("large sums")
    far = np.array([[3000.0, -2000.0, 0.0], [3001.0, -2001.0, 1.0]])
    yield Case("one query far below another", rng.normal(size=(2, 3, 2)), far).plain().edge("queries far apart")


def _log_total(log_sums, axis=0):
    return np.logaddexp.reduce(log_sums, axis=axis)


def _softmax(log_sums, axis=0):
    highest = log_sums.max(axis=axis, keepdims=True)
    exps = np.exp(log_sums - highest)
    return exps / exps.sum(axis=axis, keepdims=True)


def _mixed(weights, outputs):
    return (weights[..., None] * outputs).sum(axis=0)


@mistake("You average the outputs with equal weights. Each block counts in proportion to its sum of exponentials.")
def plain_mean(outputs, log_sums):
    return outputs.mean(axis=0), _log_total(log_sums)


@mistake("You add the outputs. Each was divided by its own block's sum, so weigh each by its share of the total sum.")
def plain_sum(outputs, log_sums):
    return outputs.sum(axis=0), _log_total(log_sums)


@mistake("You weigh the outputs by the logarithms. Exponentiate them first: the weights are the sums themselves.")
def weighed_by_logarithms(outputs, log_sums):
    return _mixed(log_sums / log_sums.sum(axis=0), outputs), _log_total(log_sums)


@mistake("Your weights are the sums relative to the largest one, and they do not sum to 1. Divide the weighted sum of "
         "the outputs by the sum of the weights.")
def not_normalized(outputs, log_sums):
    return _mixed(np.exp(log_sums - log_sums.max(axis=0)), outputs), _log_total(log_sums)


@mistake("You multiply the outputs by their sums and do not divide by the total. Divide once, at the end.")
def not_divided(outputs, log_sums):
    return _mixed(np.exp(log_sums), outputs), _log_total(log_sums)


@mistake("You divide by the number of blocks. Divide by the sum of the weights.")
def divided_by_the_count(outputs, log_sums):
    return _mixed(np.exp(log_sums - log_sums.max(axis=0)), outputs) / len(outputs), _log_total(log_sums)


@mistake("You replace a log-sum of −∞ by 0, and a log-sum of 0 has the weight exp(0) = 1. An empty block has the "
         "weight 0, which exp(−∞) gives by itself.")
def empty_blocks_at_zero(outputs, log_sums):
    filled = np.where(np.isinf(log_sums), 0.0, log_sums)
    return _mixed(_softmax(filled), outputs), _log_total(filled)


@mistake("Your weights have the wrong sign in the exponent: blocks with larger sums count less. Use exp(log_sum of the "
         "block − log_sum of all).")
def wrong_sign(outputs, log_sums):
    return _mixed(_softmax(np.where(np.isinf(log_sums), log_sums, -log_sums)), outputs), _log_total(log_sums)


@mistake("exp overflows or underflows on large log-sums. Subtract each query's largest log-sum first.")
def not_shifted(outputs, log_sums):
    sums = np.exp(log_sums)
    return _mixed(sums / sums.sum(axis=0), outputs), np.log(sums.sum(axis=0))


@mistake("You subtract one maximum for all queries, so a query whose log-sums are far below it underflows. Take the "
         "maximum over the blocks, axis 0.")
def one_maximum(outputs, log_sums):
    sums = np.exp(log_sums - log_sums.max())
    return _mixed(sums / sums.sum(axis=0), outputs), log_sums.max() + np.log(sums.sum(axis=0))


@mistake("Your maximum is never below 0, so a query whose log-sums are all far below 0 underflows. Take the maximum "
         "over the blocks alone; start it at −∞ if it is a running one.")
def maximum_from_zero(outputs, log_sums):
    highest = np.maximum(log_sums.max(axis=0), 0)
    sums = np.exp(log_sums - highest)
    return _mixed(sums / sums.sum(axis=0), outputs), highest + np.log(sums.sum(axis=0))


@mistake("You clip the log-sums to ±{bound}, which changes the weights of larger ones. Subtract each query's largest "
         "log-sum instead.", constants={"bound": (700, 500, 100, 80, 50)})
def clipped(outputs, log_sums, *, bound):
    sums = np.exp(np.clip(log_sums, -bound, bound))
    return _mixed(sums / sums.sum(axis=0), outputs), np.log(sums.sum(axis=0))


@mistake("You divide by a sum over all queries. The weights of one query over the blocks, axis 0, must sum to 1.")
def divided_by_the_sum_over_all(outputs, log_sums):
    highest = log_sums.max(axis=0)
    sums = np.exp(log_sums - highest)
    return _mixed(sums / sums.sum(), outputs), highest + np.log(sums.sum())


@mistake("You subtract each block's maximum over the queries. Only a query's own maximum cancels, so take it over the "
         "blocks, axis 0.")
def maximum_over_queries(outputs, log_sums):
    highest = log_sums.max(axis=1, keepdims=True)
    sums = np.exp(log_sums - highest)
    return _mixed(sums / sums.sum(axis=0), outputs), _log_total(log_sums)


@mistake("Your weights sum to 1 over the queries. The weights of one query over the blocks, axis 0, must sum to 1.")
def softmax_over_queries(outputs, log_sums):
    return _mixed(_softmax(log_sums, axis=1), outputs), _log_total(log_sums)


@mistake("You return the logarithm of the shifted sum. Add the maximum that you subtracted back to it.")
def maximum_not_added_back(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs), np.log(np.exp(log_sums - log_sums.max(axis=0)).sum(axis=0))


@mistake("You return the largest log-sum. Return the logarithm of the sum over all blocks: log Σ exp(log_sums).")
def largest_log_sum(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs), log_sums.max(axis=0)


@mistake("You return the sum of the exponentials. Return its logarithm.")
def sum_instead_of_its_logarithm(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs), np.exp(_log_total(log_sums))


@mistake("You add the log-sums. The sums add up, not their logarithms: log Σ exp(log_sums).")
def logarithms_added(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs), log_sums.sum(axis=0)


@mistake("You return the logarithm of the mean over the blocks. Return that of the sum.")
def logarithm_of_the_mean(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs), _log_total(log_sums) - np.log(len(log_sums))


def _running(outputs, log_sums, first):
    out, total = first(outputs, log_sums)
    for output, log_sum in zip(outputs, log_sums):
        grown = np.logaddexp(total, log_sum)
        out = out * np.exp(total - grown)[:, None] + output * np.exp(log_sum - grown)[:, None]
        total = grown
    return out, total


@mistake("As long as a query has only seen empty blocks, your running maximum or log-sum is −∞, and −∞ − (−∞) is "
         "NaN. Skip such blocks, or subtract 0 there.",
         constants={"start": ("from -inf", "from the first block", "with a maximum")})
def infinity_minus_infinity(outputs, log_sums, *, start):
    if start == "with a maximum":
        out, total = outputs[0], log_sums[0]
        for output, log_sum in zip(outputs[1:], log_sums[1:]):
            highest = np.maximum(total, log_sum)
            old, new = np.exp(total - highest), np.exp(log_sum - highest)
            out = (out * old[:, None] + output * new[:, None]) / (old + new)[:, None]
            total = highest + np.log(old + new)
        return out, total
    if start == "from -inf":
        empty = np.zeros_like(outputs[0]), np.full_like(log_sums[0], -np.inf)
        return _running(outputs, log_sums, lambda *_: empty)
    return _running(outputs[1:], log_sums[1:], lambda *_: (outputs[0], log_sums[0]))


@mistake("You replace NaN by 0 at the end, which wipes out what the later blocks add. Avoid −∞ − (−∞) instead: skip "
         "empty blocks, or subtract 0 there.")
def nan_made_zero(outputs, log_sums):
    out, total = infinity_minus_infinity(outputs, log_sums, start="from -inf")
    return np.nan_to_num(out), total


@mistake("You rescale what came before when you merge a block, but not the new block's output. Multiply it by "
         "exp(its log_sum − the new total).")
def new_block_not_rescaled(outputs, log_sums):
    out, total = outputs[0], log_sums[0]
    for output, log_sum in zip(outputs[1:], log_sums[1:]):
        grown = np.logaddexp(total, log_sum)
        out = out * np.exp(total - grown)[:, None] + output
        total = grown
    return out, total


@mistake("You average each block with the result so far, so the last block always counts half. Weigh both by their "
         "sums of exponentials.")
def averaged_in_turn(outputs, log_sums):
    out = outputs[0]
    for output in outputs[1:]:
        out = (out + output) / 2
    return out, _log_total(log_sums)


@mistake("You keep the axis of the blocks. Return shapes (T, d) and (T,).")
def axis_kept(outputs, log_sums):
    output, log_sum = _mixed(_softmax(log_sums), outputs), _log_total(log_sums)
    return output[None], log_sum[None]


@mistake("You return the log_sum first. Return (output, log_sum).")
def swapped(outputs, log_sums):
    return _log_total(log_sums), _mixed(_softmax(log_sums), outputs)


@mistake("You return the output alone. Return (output, log_sum).")
def output_alone(outputs, log_sums):
    return _mixed(_softmax(log_sums), outputs)


@mistake("You write into log_sums, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("second argument"))
def written_into_log_sums(outputs, log_sums):
    highest = log_sums.max(axis=0)
    log_sums -= highest
    sums = np.exp(log_sums)
    return _mixed(sums / sums.sum(axis=0), outputs), highest + np.log(sums.sum(axis=0))


@mistake("You write into outputs, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("first argument"))
def written_into_outputs(outputs, log_sums):
    total = _log_total(log_sums)
    outputs *= np.exp(log_sums - total)[..., None]
    return outputs.sum(axis=0), total


@alternative
def by_logaddexp(outputs, log_sums):
    log_sum = np.logaddexp.reduce(log_sums)
    return [np.einsum("ntd,nt->td", outputs, np.exp(log_sums - log_sum)), log_sum]


@alternative
def query_by_query(outputs, log_sums):
    import math

    n, T, d = outputs.shape
    output, log_sum = np.zeros((T, d)), np.zeros(T)
    for t in range(T):
        seen = [b for b in range(n) if log_sums[b, t] > -math.inf]
        highest = max(log_sums[b, t] for b in seen)
        total = 0.0
        for b in seen:
            weight = math.exp(log_sums[b, t] - highest)
            total += weight
            output[t] += weight * outputs[b, t]
        output[t] /= total
        log_sum[t] = highest + math.log(total)
    return output, log_sum


@alternative
def running_with_a_guard(outputs, log_sums):
    _, T, d = outputs.shape
    highest, total, out = np.full(T, -np.inf), np.zeros(T), np.zeros((T, d))
    for output, log_sum in zip(outputs, log_sums):
        raised = np.maximum(highest, log_sum)
        safe = np.where(np.isinf(raised), 0.0, raised)
        old, new = np.exp(highest - safe), np.exp(log_sum - safe)
        out = out * old[:, None] + output * new[:, None]
        total, highest = total * old + new, raised
    return out / total[:, None], highest + np.log(total)


@alternative
def in_a_tree_with_a_large_number(outputs, log_sums):
    parts = [(output, np.maximum(log_sum, -1e30)) for output, log_sum in zip(outputs, log_sums)]
    while len(parts) > 1:
        (a, x), (b, y), *rest = parts
        total = np.logaddexp(x, y)
        parts = [*rest, (a * np.exp(x - total)[:, None] + b * np.exp(y - total)[:, None], total)]
    return parts[0]
