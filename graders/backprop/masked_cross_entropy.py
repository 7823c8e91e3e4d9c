"""Masked cross-entropy: one mean over what counts, any ignore_index, log-probabilities that never underflow."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses

QUIET = ("large logits",)
FAR = -100


def cases(rng):
    def batch(shape, ignored, index=FAR, scale=2.0):
        """Random logits, and labels of which those at the places in ignored have the index and no other has."""
        B, T, V = shape
        allowed = [token for token in range(V) if token != index]
        labels = rng.choice(allowed, size=(B, T))
        for place in ignored:
            labels[place] = index
        return scale * rng.normal(size=shape), labels

    third = np.array([[[0.0, 0.0], [0.0, np.log(3.0)]]])
    yield Case("nothing ignored", third, np.array([[0, 1]]))
    yield Case("the second ignored", third, np.array([[0, FAR]]))
    two = np.array([[[0.0, 0.0], [2.0, 0.0]], [[0.0, 1.0], [3.0, 0.0]]])
    yield Case("sequences of two lengths", two, np.array([[0, 1], [0, FAR]]))
    yield Case("padding in front", two, np.array([[FAR, 1], [0, 1]]))
    yield Case("random, nothing ignored", *batch((2, 3, 4), []))
    yield Case("random, three lengths", *batch((3, 4, 5), [(0, 3), (2, 1), (2, 2), (2, 3)]))
    yield Case("one sequence ignored whole", *batch((3, 2, 4), [0]))
    yield Case("as many of everything", *batch((3, 3, 3), [(0, 2), (1, 0)]))
    yield Case("a hundred positions", *batch((2, 100, 5), [(1, slice(30, 100))])).plain()
    yield Case("three hundred tokens", *batch((2, 2, 300), [(1, 1)])).plain()
    index = "any index"
    yield Case("ignore 0", *batch((2, 3, 4), [(0, 2), (1, 1)], 0), ignore_index=0).edge(index)
    yield Case("ignore the last token", *batch((2, 3, 4), [(0, 0), (1, 2)], 3), ignore_index=3).edge(index)
    yield Case("ignore -1", *batch((3, 2, 4), [(0, 1), (1, 1)], -1), -1).edge(index)
    yield Case("ignore -7", *batch((2, 2, 3), [(1, 1)], -7), ignore_index=-7).edge(index)
    yield Case("ignore V", *batch((2, 3, 4), [(0, 2)], 4), 4).edge(index)
    yield Case("ignore a million", *batch((2, 2, 3), [(1, 0)], 1_000_000), ignore_index=1_000_000).edge(index)
    yield Case("ignore 1, which does not occur", *batch((2, 2, 3), [], 1), ignore_index=1).edge(index)
    yield Case("no label counts", *batch((2, 3, 4), [slice(None)])).edge("all ignored")
    yield Case("no label counts, index 2", *batch((1, 2, 3), [slice(None)], 2), ignore_index=2).edge("all ignored")
    yield Case("one sequence", *batch((1, 4, 3), [(0, 3)])).edge("single ones")
    yield Case("one position", *batch((4, 1, 3), [1, 2])).edge("single ones")
    yield Case("one token", np.array([[[2.0], [-1.0], [4.0]]]), np.array([[0, 0, FAR]])).edge("single ones")
    yield Case("one of everything", np.array([[[3.0, 4.0, 6.0]]]), np.array([[1]])).edge("single ones")
    large = "large logits"
    yield Case("logits in the hundreds", *batch((2, 2, 4), [(0, 1)], scale=300.0)).edge(large)
    sure = np.array([[[1e4, -1e4], [0.0, 1e4]], [[0.0, 0.0], [-1e4, 1e4]]])
    yield Case("ten thousand, right", sure, np.array([[0, 1], [FAR, FAR]])).edge(large)
    yield Case("ten thousand, wrong", sure, np.array([[1, FAR], [0, 0]])).edge(large)
    # what float32 rounds away at 1e4 is what decides here
    close_by = np.array([[[1e4, 1e4 + 0.3], [1e4, 1e4 - 0.7]]])
    yield Case("fractions beside ten thousand", close_by, np.array([[0, 1]])).plain().edge(large)
    yield Case("all far below zero", np.array([[[-1e4, -1e4 + 1], [-1e4 + 2, -1e4]]]), np.array([[0, 1]])).edge(large)
    apart = np.array([[[900.0, 901.0], [-900.0, -901.0]]])
    yield Case("one position far below the other", apart, np.array([[0, 1]])).edge("rows far apart")
    apart = np.array([[[9e3, 9e3 + 1, 0.0]], [[-9e3, -9e3 + 2, -9e3 + 1]]])
    yield Case("one sequence 18,000 below the other", apart, np.array([[0], [2]])).edge("rows far apart")


def _costs(logits, labels, ignore_index):
    """-log p of every label, 0 where it is ignored, and which count."""
    counts = labels != ignore_index
    z = logits - logits.max(axis=2, keepdims=True)
    picked = np.take_along_axis(z, np.where(counts, labels, 0)[..., None], axis=2)[..., 0]
    return np.where(counts, np.log(np.exp(z).sum(axis=2)) - picked, 0.0), counts


def _mean(costs, counts):
    return costs.sum() / max(counts.sum(), 1)


def _from_log_p(log_p, labels, ignore_index):
    counts = labels != ignore_index
    picked = np.take_along_axis(log_p, np.where(counts, labels, 0)[..., None], axis=2)[..., 0]
    return _mean(-picked[counts], counts)


def _softmax(logits):
    exps = np.exp(logits - logits.max(axis=2, keepdims=True))
    return exps / exps.sum(axis=2, keepdims=True)


@mistake("You average each sequence by itself and then the averages. Take one mean over all labels that count, so that "
         "every token weighs the same.", constants={"whole": (True, False)})
def mean_of_means(logits, labels, ignore_index=-100, *, whole):
    costs, counts = _costs(logits, labels, ignore_index)
    means = costs.sum(axis=1) / np.maximum(counts.sum(axis=1), 1)
    return means.mean() if whole else means[counts.any(axis=1)].sum() / max(counts.any(axis=1).sum(), 1)


@mistake("You divide by all B · T positions. Divide by the number of labels that count.")
def divided_by_all(logits, labels, ignore_index=-100):
    return _costs(logits, labels, ignore_index)[0].mean()


@mistake("You sum the losses. Divide by the number of labels that count.")
def summed(logits, labels, ignore_index=-100):
    return _costs(logits, labels, ignore_index)[0].sum()


@mistake("You divide the sum by the number of sequences. Divide by the number of labels that count.")
def divided_by_the_sequences(logits, labels, ignore_index=-100):
    return _costs(logits, labels, ignore_index)[0].sum() / len(labels)


@mistake("Your sign is flipped. The loss is the mean of −log p, which is never negative.")
def sign_flipped(logits, labels, ignore_index=-100):
    return -_mean(*_costs(logits, labels, ignore_index))


@mistake("You return one loss per position. Return one mean over the labels that count.")
def not_averaged(logits, labels, ignore_index=-100):
    return _costs(logits, labels, ignore_index)[0]


@mistake("You always ignore −100. Use the argument ignore_index.")
def index_fixed(logits, labels, ignore_index=-100):
    counts = labels != -100
    log_p = logits - logits.max(axis=2, keepdims=True)
    log_p = log_p - np.log(np.exp(log_p).sum(axis=2, keepdims=True))
    return _mean(-np.take_along_axis(log_p, np.where(counts, labels, 0)[..., None], axis=2)[..., 0][counts], counts)


@mistake("You ignore every negative label. Only labels equal to ignore_index are ignored, and it may be any integer.",
         constants={"clipped": (False, True)})
def negative_ones_ignored(logits, labels, ignore_index=-100, *, clipped):
    counts = labels >= 0
    safe = np.where(counts, np.minimum(labels, logits.shape[2] - 1) if clipped else labels, 0)
    log_p = np.log(_softmax(logits))
    return _mean(-np.take_along_axis(log_p, safe[..., None], axis=2)[..., 0][counts], counts)


@mistake("You leave the column of ignore_index out of the softmax. Its labels are ignored, but the token still takes "
         "part in the sum of exponentials.")
def column_left_out(logits, labels, ignore_index=-100):
    kept = logits.copy()
    if 0 <= ignore_index < logits.shape[2]:
        kept[..., ignore_index] = -np.inf
    counts = labels != ignore_index
    top = np.where(np.isfinite(kept.max(axis=2, keepdims=True)), kept.max(axis=2, keepdims=True), 0.0)
    log_p = kept - top - np.log(np.exp(kept - top).sum(axis=2, keepdims=True))
    return _mean(-np.take_along_axis(log_p, np.where(counts, labels, 0)[..., None], axis=2)[..., 0][counts], counts)


@mistake("You look up ignored labels as if they were tokens and count them. Leave those positions out of the sum and "
         "of the number that you divide by.")
def index_as_a_token(logits, labels, ignore_index=-100):
    log_p = np.log(_softmax(logits))
    return -np.take_along_axis(log_p, labels[..., None] % logits.shape[2], axis=2).mean()


@mistake("You look up an ignored label, which is not a token. Select the positions that count first, or replace the "
         "ignored labels by 0 before you index.", kind="crashed", when=says("out of bounds"))
def looked_up_first(logits, labels, ignore_index=-100):
    log_p = np.log(_softmax(logits))
    B, T = labels.shape
    picked = log_p[np.arange(B)[:, None], np.arange(T), labels]
    counts = labels != ignore_index
    return _mean(-picked[counts], counts)


@mistake("You stop at a sequence's first ignored label. The labels after it count, if they are not ignored.")
def stops_at_the_first(logits, labels, ignore_index=-100):
    costs, counts = _costs(logits, labels, ignore_index)
    return _mean(costs * np.cumprod(counts, axis=1), np.cumprod(counts, axis=1))


@mistake("Where all labels are ignored you divide 0 by 0. Return 0 there.")
def nan_where_all_ignored(logits, labels, ignore_index=-100):
    costs, counts = _costs(logits, labels, ignore_index)
    return np.float64(costs.sum()) / counts.sum()


@mistake("Where all labels are ignored you divide by a count of 0. Return 0 there.", kind="crashed",
         when=says("ZeroDivisionError"))
def crash_where_all_ignored(logits, labels, ignore_index=-100):
    costs, counts = _costs(logits, labels, ignore_index)
    return float(costs.sum()) / int(counts.sum())


@mistake("You shift the labels by one position. Here the label at t belongs to the logits at t.",
         constants={"forward": (True, False)})
def shifted_by_one(logits, labels, ignore_index=-100, *, forward):
    if forward:
        return _mean(*_costs(logits[:, :-1], labels[:, 1:], ignore_index))
    return _mean(*_costs(logits[:, 1:], labels[:, :-1], ignore_index))


@mistake("Your softmax does not run over the vocabulary. Normalize along the last axis.",
         constants={"axis": (1, 0, (1, 2))})
def over_another_axis(logits, labels, ignore_index=-100, *, axis):
    z = logits - logits.max(axis=axis, keepdims=True)
    return _from_log_p(z - np.log(np.exp(z).sum(axis=axis, keepdims=True)), labels, ignore_index)


@mistake("You set the logits of ignored positions to 0 and still count them. Leave those positions out.")
def logits_set_to_zero(logits, labels, ignore_index=-100):
    counts = labels != ignore_index
    costs, _ = _costs(logits * counts[..., None], np.where(counts, labels, 0), -1)
    return costs.mean()


@mistake("exp overflows on large logits. Subtract each position's maximum first: the softmax is the same.")
def not_shifted(logits, labels, ignore_index=-100):
    return _from_log_p(logits - np.log(np.exp(logits).sum(axis=2, keepdims=True)), labels, ignore_index)


@mistake("exp overflows on large logits. Subtract each position's maximum first: the softmax is the same.")
def softmax_not_shifted(logits, labels, ignore_index=-100):
    p = np.exp(logits) / np.exp(logits).sum(axis=2, keepdims=True)
    return _from_log_p(np.log(p), labels, ignore_index)


@mistake("You take the logarithm of a probability that has underflowed to 0. Work with log-probabilities: z - max - "
         "log(sum(exp(z - max))).")
def logarithm_of_the_softmax(logits, labels, ignore_index=-100):
    return _from_log_p(np.log(_softmax(logits)), labels, ignore_index)


@mistake("You keep the probability above 0 by {floor}, which caps the loss of a confident miss. With logits you need "
         "no floor: log p = z - max - log(sum(exp(z - max))).",
         constants={"floor": (1e-12, 1e-8, 1e-15, 1e-10, 1e-9, 1e-7), "added": (True, False)})
def floored(logits, labels, ignore_index=-100, *, floor, added):
    p = _softmax(logits)
    return _from_log_p(np.log(p + floor if added else np.maximum(p, floor)), labels, ignore_index)


@mistake("You subtract the maximum of a larger part than one position, so a position far below it underflows. Subtract "
         "the maximum over the vocabulary of each position.",
         constants={"axis": (None, (1, 2), (0, 2)), "guard": (0.0, 1e-300)})
def maximum_over_more(logits, labels, ignore_index=-100, *, axis, guard):
    z = logits - logits.max(axis=axis, keepdims=True)
    return _from_log_p(z - np.log(np.exp(z).sum(axis=2, keepdims=True) + guard), labels, ignore_index)


@mistake("You clip the logits at ±{limit}, so larger ones look equal. Subtract each position's maximum instead.",
         constants={"limit": (500, 100, 50, 700)})
def clipped_logits(logits, labels, ignore_index=-100, *, limit):
    return _mean(*_costs(np.clip(logits, -limit, limit), labels, ignore_index))


@mistake("You convert the logits to float32, which keeps only three decimals near 1e4. Keep the dtype of the logits.",
         when=uses("np.float32"))
def in_float32(logits, labels, ignore_index=-100):
    return _mean(*_costs(logits.astype(np.float32).astype(np.float64), labels, ignore_index))


@mistake("You replace the ignored labels in place, so the caller's array changes. Build a new one, with np.where.",
         kind="changed", when=says("second argument"))
def labels_changed(logits, labels, ignore_index=-100):
    value = _mean(*_costs(logits, labels, ignore_index))
    labels[labels == ignore_index] = 0
    return value


@mistake("You shift the logits in place, so the caller's array changes. Compute a new one: logits - maximum.",
         kind="changed", when=says("first argument"))
def logits_changed(logits, labels, ignore_index=-100):
    logits -= logits.max(axis=2, keepdims=True)
    return _mean(*_costs(logits, labels, ignore_index))


@alternative
def with_a_mask(logits, labels, ignore_index=-100):
    mask = (labels != ignore_index).astype(float)
    safe = np.where(labels == ignore_index, 0, labels)
    z = logits - np.max(logits, axis=-1, keepdims=True)
    log_p = z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))
    picked = np.take_along_axis(log_p, safe[..., np.newaxis], axis=-1).squeeze(-1)
    return -(picked * mask).sum() / max(mask.sum(), 1.0)


@alternative
def in_plain_loops(logits, labels, ignore_index=-100):
    import math

    costs = []
    for scores, tokens in zip(logits.tolist(), labels.tolist()):
        for row, token in zip(scores, tokens):
            if token != ignore_index:
                top = max(row)
                costs.append(top + math.log(sum(math.exp(z - top) for z in row)) - row[token])
    return sum(costs) / len(costs) if costs else 0


@alternative
def flattened(logits, labels, ignore_index=-100):
    z, y = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    kept = np.flatnonzero(y != ignore_index)
    if not kept.size:
        return np.array(0.0)
    return np.average(np.logaddexp.reduce(z[kept], axis=-1) - z[kept, y[kept]])
