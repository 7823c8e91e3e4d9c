"""Paged attention: the table's order, the length, heads by themselves, NaN in unused places, and a stable softmax.

Cases with random blocks are not shown smaller: a shorter block would no longer hold `length` positions.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

QUIET = ("large scores",)


def cases(rng):
    def pool(values):
        """Blocks of one head and one column, from one row per block."""
        values = np.array(values, dtype=float)
        return values.reshape(*values.shape, 1, 1)

    def given(name, H, d, block, n_blocks, table, length, fill=None):
        q, keys = rng.normal(size=(H, d)), rng.normal(size=(n_blocks, block, H, d))
        values, table = rng.normal(size=(n_blocks, block, H, d)), np.array(table)
        used = np.zeros((n_blocks, block), dtype=bool)
        for p in range(length):
            used[table[p // block], p % block] = True
        if fill == "values":
            values[~used] = np.nan
        elif fill is not None:
            keys[~used], values[~used] = fill, fill
        return Case(name, q, keys, values, table, length).keeping(whole=True)

    zero, none, values = np.zeros((2, 2)), np.zeros((3, 2, 2, 2)), np.arange(1.0, 25.0).reshape(3, 2, 2, 2)
    yield Case("equal weights, blocks 2 and 0", zero, none, values, np.array([2, 0]), 4).keeping(whole=True)
    keys = pool([[0, 1], [2, 0], [1, 3]])
    yield Case("two blocks of three", np.array([[1.0]]), keys, pool([[1, 2], [8, 9], [3, 7]]), np.array([1, 2]), 4)
    yield given("one block", 2, 3, 4, 1, [0], 4)
    yield given("blocks in order", 2, 3, 2, 3, [0, 1, 2], 6)
    yield given("all lengths different", 3, 2, 4, 7, [5, 0, 3, 6, 1], 20)
    yield given("as many heads as columns and places", 3, 3, 3, 4, [3, 1, 2], 9)
    yield given("many blocks", 2, 4, 5, 30, rng.permutation(30)[:24], 120)
    yield Case("equal weights, half of a block", zero, none, values, np.array([2, 0]), 3).keeping(whole=True).edge(
        "partial blocks"
    )
    yield given("a partial last block", 2, 3, 4, 6, [4, 1, 5], 10).edge("partial blocks")
    yield given("a last block of one", 3, 2, 4, 5, [2, 0, 4], 9).edge("partial blocks")
    yield given("blocks that length does not reach", 2, 4, 3, 6, [5, 2, 0, 1], 5).edge("partial blocks")
    yield given("full blocks and one more", 2, 2, 3, 6, [4, 3, 1], 6).edge("partial blocks")
    yield given("one position", 2, 3, 4, 3, [2, 0], 1).edge("one position")
    yield given("one position, one of each", 1, 1, 1, 1, [0], 1).edge("one position")
    yield given("blocks of one place", 2, 3, 1, 6, [4, 0, 5, 2], 4).edge("blocks of one")
    values = np.concatenate([np.arange(1.0, 9.0), np.full(4, np.nan)]).reshape(1, 3, 2, 2)
    yield Case("NaN after two values", np.zeros((2, 2)), np.zeros((1, 3, 2, 2)), values, np.array([0]), 2).keeping(
        whole=True
    ).edge("unused places")
    yield given("NaN in unused values", 2, 3, 4, 5, [3, 1], 6, "values").edge("unused places")
    yield given("NaN in unused keys and values", 2, 3, 4, 5, [3, 1], 6, np.nan).edge("unused places")
    yield given("NaN in a block that length does not reach", 2, 2, 2, 4, [3, 1, 0], 4, np.nan).edge("unused places")
    yield given("NaN after one position", 1, 2, 3, 2, [1, 0], 1, np.nan).edge("unused places")
    yield given("huge numbers in unused places", 2, 3, 4, 5, [0, 4], 7, 1e30).plain().edge("unused places")

    def large(name, q, keys, order, length):
        """One column per head counts; the blocks hold two places each."""
        H, count = keys.shape
        blocks = np.zeros((count // 2, 2, H, 4))
        blocks[np.array(order)] = np.moveaxis(keys.reshape(H, count // 2, 2), 0, 2)[..., None] * [1.0, 0, 0, 0] + 0.0
        queries = np.zeros((H, 4))
        queries[:, 0] = q
        values = np.round(rng.normal(size=blocks.shape), 1)
        return Case(name, queries, blocks, values, np.array(order), length).keeping(whole=True)

    yield large("scores of ten thousand", [200.0], np.array([[100.0, -100.0, 99.99, 100.01]]), [1, 0], 4).edge(
        "large scores"
    )
    yield large("all scores far below zero", [-200.0], np.array([[100.0, 99.99, 80.0, 100.01]]), [1, 0], 3).edge(
        "large scores"
    )
    heads = np.array([[100.0, 99.99, -3.0, 40.0, 5.0, 7.0], [-100.0, -99.98, -100.0, -100.0, -99.99, 2.0]])
    yield large("one head far below the other", [200.0, 200.0], heads, [2, 0, 1], 5).edge("large scores")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _gather(blocks, table, length=None):
    return blocks[table].reshape(-1, *blocks.shape[2:])[:length]


def _attend(q, keys, values, width=None, softmax=_softmax):
    scores = np.einsum("hd,phd->hp", q, keys) / np.sqrt(width or q.shape[1])
    return np.einsum("hp,phd->hd", softmax(scores), values)


def _paged(q, key_blocks, value_blocks, block_table, length, **how):
    return _attend(q, _gather(key_blocks, block_table, length), _gather(value_blocks, block_table, length), **how)


@mistake("You read the pool from its start. The sequence's blocks are those of its table, in that order: "
         "key_blocks[block_table].")
def table_ignored(q, key_blocks, value_blocks, block_table, length):
    everything = np.arange(len(key_blocks))
    return _paged(q, key_blocks, value_blocks, everything, length)


@mistake("You look up the keys in the table, but not the values. Both have the same order.")
def table_for_keys_alone(q, key_blocks, value_blocks, block_table, length):
    keys = _gather(key_blocks, block_table, length)
    return _attend(q, keys, value_blocks.reshape(-1, *q.shape)[: len(keys)])


@mistake("You sort the block table. Its order is the order of the sequence, and the last block may be filled in part.")
def table_sorted(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, np.sort(block_table), length)


@mistake("You read the table from its end. Its first block holds the first positions.")
def table_reversed(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table[::-1], length)


@mistake("You use the inverse of the table. Entry i of the table is the block that holds the i-th block of "
         "positions: index the pool with the table itself.")
def table_inverted(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, np.argsort(block_table), length)


@mistake("You place position p in block p % m of the table. It is in block p // block, at place p % block.")
def dealt_in_turn(q, key_blocks, value_blocks, block_table, length):
    turned = np.arange(length) % len(block_table), np.arange(length) // len(block_table)
    keys, values = (blocks[block_table[turned[0]], turned[1]] for blocks in (key_blocks, value_blocks))
    return _attend(q, keys, values)


@mistake("You cut the weights at length after the softmax, so they sum to less than 1. Cut the keys or the scores "
         "before it.")
def cut_after_the_softmax(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    values = np.where((np.arange(len(keys)) < length)[:, None, None], values, 0.0)
    return _attend(q, keys, values)


@mistake("You attend to all places of the listed blocks. Only the first `length` positions count.")
def length_ignored(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table, None)


@mistake("You take all places of the last block that length reaches. Cut the positions at length.")
def length_rounded_up(q, key_blocks, value_blocks, block_table, length):
    block = key_blocks.shape[1]
    return _paged(q, key_blocks, value_blocks, block_table, -(-length // block) * block)


@mistake("You drop the last block where length does not fill it. Its first length % block places count.")
def partial_block_dropped(q, key_blocks, value_blocks, block_table, length):
    block = key_blocks.shape[1]
    whole = length // block * block
    return _paged(q, key_blocks, value_blocks, block_table, whole)


@mistake("You take the last `length` places of the listed blocks. Take the first.")
def last_places(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    return _attend(q, keys[-length:], values[-length:])


@mistake("You take {count} positions. Take exactly `length` of them.",
         constants={"count": ("length + 1", "length − 1")})
def off_by_one(q, key_blocks, value_blocks, block_table, length, *, count):
    return _paged(q, key_blocks, value_blocks, block_table, length + (1 if "+" in count else -1))


@mistake("You set the scores beyond length to −∞, but multiply their weights of 0 with the values, and 0 times NaN is "
         "NaN. Drop these positions from the keys and the values.")
def masked_scores_alone(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    beyond = np.arange(len(keys)) >= length
    return _attend(q, keys, values, softmax=lambda scores: _softmax(np.where(beyond, -np.inf, scores)))


@mistake("You add a large negative number to the scores beyond length, and a NaN stays NaN. Drop these positions from "
         "the keys and the values.")
def masked_by_adding(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    bias = np.where(np.arange(len(keys)) >= length, -1e9, 0.0)
    return _attend(q, keys, values, softmax=lambda scores: _softmax(scores + bias))


@mistake("You set the keys and values beyond length to 0, but these positions still take part: a score of 0 has the "
         "weight exp(0). Drop them.")
def zeros_take_part(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    counts = (np.arange(len(keys)) < length)[:, None, None]
    return _attend(q, np.where(counts, keys, 0.0), np.where(counts, values, 0.0))


@mistake("You reshape the blocks straight to (H, positions, d), which mixes heads and positions. Join the first two "
         "axes to positions, then bring the heads to the front.")
def reshaped_straight_to_heads(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    keys, values = (blocks[block_table].reshape(H, -1, d)[:, :length] for blocks in (key_blocks, value_blocks))
    return _attend(q, keys.swapaxes(0, 1), values.swapaxes(0, 1))


@mistake("You take a softmax within each block and average the results. The weights of all positions together must sum "
         "to 1.")
def softmax_in_each_block(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table, length), _gather(value_blocks, block_table, length)
    block = key_blocks.shape[1]
    parts = [slice(start, start + block) for start in range(0, length, block)]
    return np.mean([_attend(q, keys[part], values[part]) for part in parts], axis=0)


@mistake("When a block raises the running maximum, you do not rescale {what}. Multiply both the sum and the output "
         "so far by exp(old maximum − new maximum).", constants={"what": ("the output so far", "the sum so far")})
def one_sum_not_rescaled(q, key_blocks, value_blocks, block_table, length, *, what):
    keys, values = _gather(key_blocks, block_table, length), _gather(value_blocks, block_table, length)
    highest, total, out = np.full((len(q), 1), -np.inf), np.zeros((len(q), 1)), np.zeros(q.shape)
    for start in range(0, length, key_blocks.shape[1]):
        part = slice(start, start + key_blocks.shape[1])
        scores = np.einsum("hd,phd->hp", q, keys[part]) / np.sqrt(q.shape[1])
        raised = np.maximum(highest, scores.max(axis=1, keepdims=True))
        shrink, weights = np.exp(highest - raised), np.exp(scores - raised)
        total = (total if what == "the sum so far" else total * shrink) + weights.sum(axis=1, keepdims=True)
        out = (out if what == "the output so far" else out * shrink) + np.einsum("hp,phd->hd", weights, values[part])
        highest = raised
    return out / total


@mistake("You add the scores of all heads, so every head has the same weights. Each head has its own softmax.",
         constants={"width": ("H d", "d")})
def heads_share_weights(q, key_blocks, value_blocks, block_table, length, *, width):
    keys, values = _gather(key_blocks, block_table, length), _gather(value_blocks, block_table, length)
    weights = _softmax(np.einsum("hd,phd->p", q, keys) / np.sqrt(q.size if width == "H d" else q.shape[1]))
    return np.einsum("p,phd->hd", weights, values)


@mistake("Your softmax runs over the heads. Each head's weights over the positions must sum to 1.")
def softmax_over_heads(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table, length, softmax=lambda scores: _softmax(scores, axis=0))


@mistake("You leave out the division of the scores by √d.")
def not_scaled(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table, length, width=1)


@mistake("You divide the scores by {divisor}. Divide them by √d, the root of one head's width.",
         constants={"divisor": ("d", "√(H · d)", "√H")})
def scaled_by_another_number(q, key_blocks, value_blocks, block_table, length, *, divisor):
    H, d = q.shape
    width = {"d": d**2, "√(H · d)": H * d, "√H": H}[divisor]
    return _paged(q, key_blocks, value_blocks, block_table, length, width=width)


@mistake("exp overflows or underflows on large scores. Subtract each head's largest score first.")
def not_shifted(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table, length,
                  softmax=lambda scores: np.exp(scores) / np.exp(scores).sum(-1, keepdims=True))


@mistake("You subtract one maximum for all heads, so a head whose scores are far below it underflows to 0/0. Take the "
         "maximum over the positions, with keepdims=True.")
def one_maximum(q, key_blocks, value_blocks, block_table, length):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _paged(q, key_blocks, value_blocks, block_table, length, softmax=softmax)


@mistake("You start the running maximum at 0, so a head whose scores are all far below 0 underflows to 0/0. Start it "
         "at −∞.")
def maximum_from_zero(q, key_blocks, value_blocks, block_table, length):
    def softmax(scores):
        exps = np.exp(scores - np.maximum(scores.max(axis=-1, keepdims=True), 0.0))
        return exps / exps.sum(axis=-1, keepdims=True)

    return _paged(q, key_blocks, value_blocks, block_table, length, softmax=softmax)


@mistake("You return (1, H, d), as for a sequence of one token. Return (H, d).")
def token_axis_kept(q, key_blocks, value_blocks, block_table, length):
    return _paged(q, key_blocks, value_blocks, block_table, length)[None]


@alternative
def position_by_position(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    block = key_blocks.shape[1]
    places = [(block_table[p // block], p % block) for p in range(length)]
    out = np.empty((H, d))
    for h in range(H):
        scores = np.array([q[h] @ key_blocks[b, i, h] for b, i in places]) / d**0.5
        weights = np.exp(scores - np.logaddexp.reduce(scores))
        out[h] = sum(w * value_blocks[b, i, h] for w, (b, i) in zip(weights, places))
    return out


@alternative
def block_by_block(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    highest, total, out = np.full(H, -np.inf), np.zeros(H), np.zeros((H, d))
    left = length
    for index in block_table:
        if left <= 0:
            break
        keys, values = key_blocks[index, :left], value_blocks[index, :left]
        left -= len(keys)
        scores = (keys * q).sum(-1).T / np.sqrt(d)  # (H, places)
        raised = np.maximum(highest, scores.max(axis=1))
        shrink, weights = np.exp(highest - raised), np.exp(scores - raised[:, None])
        total = total * shrink + weights.sum(axis=1)
        out = out * shrink[:, None] + np.einsum("hp,phd->hd", weights, values)
        highest = raised
    return out / total[:, None]


@alternative
def masked_without_nan(q, key_blocks, value_blocks, block_table, length):
    keys, values = _gather(key_blocks, block_table), _gather(value_blocks, block_table)
    counts = np.arange(len(keys)) < length
    values = np.where(counts[:, None, None], values, 0.0)
    scores = np.where(counts, np.einsum("hd,phd->hp", q, np.nan_to_num(keys)) / np.sqrt(q.shape[1]), -np.inf)
    return (_softmax(scores)[:, None] @ values.swapaxes(0, 1))[:, 0]
