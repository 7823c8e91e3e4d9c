"""Backward pass of an embedding: repeated ids add up, absent ids give 0, leading axes pair up in any memory order."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses


def cases(rng):
    def places(shape, D, n_tokens, low=0, high=None):
        return rng.normal(size=(*shape, D)), rng.integers(low, high or n_tokens, size=shape), n_tokens

    yield Case("each id once", np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1, 0]), 2)
    yield Case("an id twice", np.array([[1.0, 2.0], [10.0, 20.0], [3.0, 4.0]]), np.array([1, 0, 1]), 2)
    yield Case("one id at all places", rng.normal(size=(4, 3)), np.array([1, 1, 1, 1]), 2)
    ids = rng.permutation([0, 0, 0, 1, 2, 2, 3, 3])
    yield Case("random", rng.normal(size=(8, 3)), ids, 4)
    yield Case("as many places as tokens", rng.normal(size=(3, 3)), np.array([2, 0, 2]), 3)
    yield Case("three hundred places", *places((300,), 2, 5)).plain()
    yield Case("three hundred tokens", *places((6,), 2, 300)).plain()
    yield Case("the last ids do not occur", rng.normal(size=(3, 2)), np.array([1, 0, 1]), 5).edge("missing ids")
    yield Case("the first ids do not occur", rng.normal(size=(3, 4)), np.array([3, 2, 3]), 4).edge("missing ids")
    yield Case("only the middle one occurs", rng.normal(size=(2, 3)), np.array([2, 2]), 5).edge("missing ids")
    yield Case("batch and time", rng.normal(size=(2, 3, 4)), np.array([[1, 0, 1], [4, 1, 0]]), 6).edge("several axes")
    ids = np.array([[0, 1, 1], [2, 1, 0], [0, 0, 2]])
    yield Case("as many of everything", rng.normal(size=(3, 3, 3)), ids, 3).edge("several axes")
    yield Case("one sequence", *places((1, 5), 2, 3)).edge("several axes")
    yield Case("one position", *places((4, 1), 3, 3)).edge("several axes")
    yield Case("three axes of ids", *places((2, 3, 4), 2, 5)).edge("several axes")
    yield Case("one place", np.array([[1.0, -2.0, 3.0]]), np.array([1]), 3).edge("single ones")
    yield Case("D = 1", rng.normal(size=(5, 1)), np.array([0, 2, 2, 0, 2]), 3).edge("single ones")
    yield Case("one token", rng.normal(size=(4, 2)), np.array([0, 0, 0, 0]), 1).edge("single ones")
    yield Case("one of everything", np.array([[2.5]]), np.array([0]), 1).edge("single ones")


def _right(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    np.add.at(grad, ids, dout)
    return grad


@mistake("You keep only the last gradient of a repeated id. An addition such as grad[ids] += dout reads all rows "
         "before it writes any. Use np.add.at(grad, ids, dout), or add in a loop.")
def last_one_wins(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    grad[ids] += dout
    return grad


@mistake("For a repeated id you keep only the gradient of its first place. Add up those of all its places.")
def first_one_wins(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    flat = dout.reshape(-1, dout.shape[-1])
    found, first = np.unique(ids.ravel(), return_index=True)
    grad[found] = flat[first]
    return grad


@mistake("You average the gradients of a repeated id. Add them up.")
def averaged(dout, ids, n_tokens):
    counts = np.bincount(ids.ravel(), minlength=n_tokens)[:, None]
    return _right(dout, ids, n_tokens) / np.maximum(counts, 1)


@mistake("You divide by the number of places. Add the gradients up: any mean of the loss is in dout already.")
def divided_by_all(dout, ids, n_tokens):
    return _right(dout, ids, n_tokens) / ids.size


@mistake("You divide by the length of the first axis. Add the gradients up: any mean of the loss is in dout already.")
def divided_by_the_batch(dout, ids, n_tokens):
    return _right(dout, ids, n_tokens) / len(ids)


@mistake("Your result has as many rows as the largest id asks for. It has n_tokens rows, also where the last ids do "
         "not occur.")
def rows_by_the_largest_id(dout, ids, n_tokens):
    return _right(dout, ids, int(ids.max()) + 1)


@mistake("Your result has one row per id that occurs. It has n_tokens rows, and those of the others are 0.")
def rows_that_occur(dout, ids, n_tokens):
    return _right(dout, ids, n_tokens)[np.unique(ids)]


@mistake("Your result has one row per place, not one per token of the table: you look up rows. The backward pass of a "
         "lookup adds them up.")
def looked_up_again(dout, ids, n_tokens):
    return dout[ids % len(dout)]


@mistake("You return the gradient with the axes swapped. It has the shape of the table, (n_tokens, D).")
def transposed(dout, ids, n_tokens):
    return _right(dout, ids, n_tokens).T


@mistake("You leave out id 0, as for padding. Here 0 is a token like any other.")
def id_zero_left_out(dout, ids, n_tokens):
    grad = _right(dout, ids, n_tokens)
    grad[0] = 0
    return grad


@mistake("You count ids from 1. Row 0 of the table belongs to id 0.")
def counted_from_one(dout, ids, n_tokens):
    return np.roll(_right(dout, ids, n_tokens), -1, axis=0)


@mistake("You use the ids of one sequence only. Every sequence has its own: add over all leading axes.",
         constants={"how": ("first ids for all", "first sequence alone")})
def first_sequence(dout, ids, n_tokens, *, how):
    if ids.ndim == 1:
        return _right(dout, ids, n_tokens)
    if how == "first sequence alone":
        return _right(dout[0], ids[0], n_tokens)
    return sum(_right(each, ids[0], n_tokens) for each in dout)


@mistake("You keep one table per sequence. The table is shared, so add over all leading axes.")
def one_table_per_sequence(dout, ids, n_tokens):
    if ids.ndim == 1:
        return _right(dout, ids, n_tokens)
    return np.stack([_right(one, tokens, n_tokens) for one, tokens in zip(dout, ids)])


@mistake("You add sequence by sequence, but within one you keep only the last gradient of a repeated id. Use "
         "np.add.at, or add place by place.")
def last_of_each_sequence(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    for one, tokens in zip(dout, ids):
        grad[tokens] += one
    return grad


@mistake("You count how often each id occurs. Add up its gradients instead.")
def counts(dout, ids, n_tokens):
    return np.repeat(np.bincount(ids.ravel(), minlength=n_tokens)[:, None].astype(float), dout.shape[-1], axis=1)


@mistake("You flatten the arrays in the order of memory, so gradients go to the wrong ids where an array is in Fortran "
         "order. Use reshape(-1) for the ids and reshape(-1, D) for dout, without order=.", when=uses("order="),
         constants={"both": (False, True)})
def in_the_order_of_memory(dout, ids, n_tokens, *, both):
    flat = dout.ravel(order="K").reshape(-1, dout.shape[-1]) if both else dout.reshape(-1, dout.shape[-1])
    return _right(flat, ids.ravel(order="K"), n_tokens)


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(dout, ids, n_tokens):
    grad = _right(dout, ids, n_tokens)
    dout *= 0
    return grad


@alternative
def one_hot_product(dout, ids, n_tokens):
    one_hot = np.eye(n_tokens)[ids.reshape(-1)]
    return one_hot.T @ dout.reshape(-1, dout.shape[-1])


@alternative
def in_plain_loops(dout, ids, n_tokens):
    grad = [[0.0] * dout.shape[-1] for _ in range(n_tokens)]
    for place in np.ndindex(ids.shape):
        for j in range(dout.shape[-1]):
            grad[ids[place]][j] += float(dout[place][j])
    return np.array(grad)


@alternative
def column_by_column(dout, ids, n_tokens):
    flat = dout.reshape(-1, dout.shape[-1])
    return np.stack([np.bincount(ids.ravel(), weights=column, minlength=n_tokens) for column in flat.T], axis=1)


@alternative
def token_by_token(dout, ids, n_tokens):
    return np.array([dout[ids == token].sum(axis=0) for token in range(n_tokens)])
