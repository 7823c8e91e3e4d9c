"""Backward pass of attention: the softmax's own Jacobian, each transpose, the scale both ways, stable scores."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says, uses

QUIET = ("large scores",)


def _weights(Q, K, scale=None):
    scores = Q @ K.swapaxes(-1, -2) * (1 / np.sqrt(Q.shape[-1]) if scale is None else scale)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def loss(dout, Q, K, V):
    return np.sum(dout * (_weights(Q, K) @ V))


CHECKS = (gradients(loss, of={"dQ": 1, "dK": 2, "dV": 3}, step=1e-6),)


def cases(rng):
    def layer(t_q, t_k, d, d_v, *lead):
        shapes = (t_q, d_v), (t_q, d), (t_k, d), (t_k, d_v)
        return [rng.normal(size=(*lead, *shape)) for shape in shapes]

    V, third = np.array([[0.0], [8.0]]), np.array([[0.0], [np.log(3.0)]])
    yield Case("one query, two keys", np.array([[1.0]]), np.array([[1.0]]), third, V)
    yield Case("d = 4", np.array([[1.0, -1.0]]), np.array([[2.0, 0.0, 0.0, 1.0]]),
               np.array([[0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]]), np.array([[0.0, 1.0], [2.0, 0.0]]))
    yield Case("two queries, three keys", *layer(2, 3, 4, 5))
    # compared only: so many differences would take their time
    yield Case("all sizes equal", *layer(3, 3, 3, 3)).judged(close())
    yield Case("more queries than keys", *layer(5, 2, 3, 4)).judged(close())
    yield Case("many queries and keys", *layer(60, 70, 2, 3)).judged(close()).plain()
    yield Case("a batch", *layer(3, 5, 4, 2, 2)).judged(close()).edge("leading axes")
    yield Case("a batch of square ones", *layer(3, 3, 3, 3, 3)).judged(close()).edge("leading axes")
    yield Case("a batch with heads", *layer(4, 5, 2, 3, 2, 3)).judged(close()).edge("leading axes")
    yield Case("three axes before the queries", *layer(2, 3, 4, 2, 2, 1, 3)).judged(close()).edge("leading axes")
    yield Case("one key", *layer(3, 1, 2, 4)).edge("single ones")
    yield Case("one wide query", *layer(1, 4, 6, 2)).judged(close()).edge("single ones")
    yield Case("d = 1 and d_v = 1", *layer(2, 3, 1, 1)).edge("single ones")
    yield Case("one of everything", *(np.array([[each]]) for each in (2.0, 3.0, 1.0, -4.0))).edge("single ones")
    # Whole numbers, so that any order of the operations gives the same scores; d = 4 halves them.
    large = "large scores"
    Q = np.array([[200.0, 0.0, 0.0, 0.0], [-200.0, 1.0, 0.0, 0.0]])
    K = np.array([[100.0, 0.0, 0.0, 0.0], [100.0, 2.0, 0.0, 0.0], [-100.0, 0.0, 0.0, 0.0]])
    V, dout = rng.normal(size=(3, 2)), rng.normal(size=(2, 2))
    yield Case("scores of ten thousand", dout, Q, K, V).judged(close()).plain().edge(large)
    batch = [each[None] for each in (dout, Q[::-1], K, V)]
    yield Case("large scores in a batch", *batch).judged(close()).plain().edge(large)
    below = np.array([[-160.0, 2.0, 0.0, 0.0], [4.0, 1.0, 0.0, 0.0]])
    K = np.array([[100.0, 1.0, 0, 0], [100.0, 0, 0, 0], [100.0, 2.0, 0, 0]])
    yield Case("all scores of one query far below", dout, below, K, V).judged(close()).plain().edge(large)
    lead = np.array([[[1.0]], [[-1.0]]])
    many = [np.array([dout, dout]), lead * Q[:1] + np.array([0, 1.0, 0, 0]) + np.zeros((2, 2, 1)), np.array([K, K])]
    yield Case("one batch entry far below the other", *many, np.array([V, V])).judged(close()).plain().edge(large)


def _back(dout, A, Q, K, V, scale, dS=None):
    if dS is None:
        dA = dout @ V.swapaxes(-1, -2)
        dS = A * (dA - np.sum(dA * A, axis=-1, keepdims=True))
    return scale * dS @ K, scale * dS.swapaxes(-1, -2) @ Q, A.swapaxes(-1, -2) @ dout


def _scale(Q):
    return 1 / np.sqrt(Q.shape[-1])


def _right(dout, Q, K, V):
    return _back(dout, _weights(Q, K), Q, K, V, _scale(Q))


def _with(dout, Q, K, V, slopes):
    """With another backward pass of the softmax: slopes(A, dA) gives dS."""
    A = _weights(Q, K)
    return _back(dout, A, Q, K, V, _scale(Q), slopes(A, dout @ V.swapaxes(-1, -2)))


@mistake("dQ and dK lack the scale. The scores are Q Kᵀ / √d, so divide by √d on the way back too.")
def scale_missing_backward(dout, Q, K, V):
    return _back(dout, _weights(Q, K), Q, K, V, 1.0)


@mistake("You do not scale the scores when you compute the weights again. Divide Q Kᵀ by √d before the softmax.")
def scale_missing_forward(dout, Q, K, V):
    return _back(dout, _weights(Q, K, 1.0), Q, K, V, _scale(Q))


@mistake("You leave out the scale. Divide Q Kᵀ by √d before the softmax, and dS by √d after it.")
def without_scale(dout, Q, K, V):
    return _back(dout, _weights(Q, K, 1.0), Q, K, V, 1.0)


@mistake("You divide dS by d. The scale is 1 / √d, once on the way back.")
def scaled_twice(dout, Q, K, V):
    return _back(dout, _weights(Q, K), Q, K, V, _scale(Q) ** 2)


@mistake("You divide by d. The scale is 1 / √d.")
def scaled_by_d(dout, Q, K, V):
    return _back(dout, _weights(Q, K, 1 / Q.shape[-1]), Q, K, V, 1 / Q.shape[-1])


@mistake("You multiply dS by √d. The scores were divided by √d, and so are their gradients.")
def scale_upside_down(dout, Q, K, V):
    return _back(dout, _weights(Q, K), Q, K, V, 1 / _scale(Q))


@mistake("You take the scale from the wrong axis. d is the length of a query, the last axis of Q.",
         constants={"of": ("d_v", "Tq", "Tk")})
def scale_of_another_axis(dout, Q, K, V, *, of):
    scale = 1 / np.sqrt({"d_v": V.shape[-1], "Tq": Q.shape[-2], "Tk": K.shape[-2]}[of])
    return _back(dout, _weights(Q, K, scale), Q, K, V, scale)


@mistake("You take the scale from the first axis. With leading axes, d is the last axis of Q.",
         constants={"axis": (0, 1)})
def scale_of_a_leading_axis(dout, Q, K, V, *, axis):
    scale = 1 / np.sqrt(Q.shape[axis])
    return _back(dout, _weights(Q, K, scale), Q, K, V, scale)


@mistake("You stop at A · dA. The softmax couples the keys of a query: subtract the row's sum of dA · A inside, "
         "A · (dA − Σ dA · A).")
def without_the_sum(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * dA)


@mistake("You skip the softmax on the way back: dS is not dA. It is A · (dA − Σ dA · A), row by row.")
def softmax_skipped(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: dA)


@mistake("You use A · (1 − A), the slope of a sigmoid. In a softmax every score moves every weight: A · (dA − Σ dA · "
         "A).")
def as_a_sigmoid(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * (1 - A) * dA)


@mistake("Your softmax's backward pass sums over the queries. It sums over the keys, axis −1, as the softmax does.")
def sum_over_the_queries(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA - np.sum(dA * A, axis=-2, keepdims=True)))


@mistake("The sums of dA · A broadcast along the wrong axis, because they lack the axis that they were taken over. "
         "Pass keepdims=True.")
def sum_without_keepdims(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA - np.sum(dA * A, axis=-1)))


@mistake("Your softmax's backward pass sums over everything. Each query has a sum of its own, over its keys.",
         constants={"axis": (None, (-1, -2))})
def sum_over_everything(dout, Q, K, V, *, axis):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA - np.sum(dA * A, axis=axis, keepdims=True)))


@mistake("In the softmax's backward pass you subtract the row's sum of dA. Weigh it by A: Σ dA · A.",
         constants={"by": (np.sum, np.mean)})
def unweighted_sum(dout, Q, K, V, *, by):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA - by(dA, axis=-1, keepdims=True)))


@mistake("You subtract the row's mean of dA · A. The Jacobian diag(a) − a aᵀ asks for the sum.")
def mean_for_the_sum(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA - np.mean(dA * A, axis=-1, keepdims=True)))


@mistake("You subtract the sum after the multiplication by A. Multiply it by A too: A · (dA − Σ dA · A).")
def sum_not_weighted(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * dA - np.sum(dA * A, axis=-1, keepdims=True))


@mistake("You add the row's sum of dA · A. Subtract it.")
def sum_added(dout, Q, K, V):
    return _with(dout, Q, K, V, lambda A, dA: A * (dA + np.sum(dA * A, axis=-1, keepdims=True)))


@mistake("Your dQ and dK have the wrong sign. The softmax's backward pass is A · (dA − Σ dA · A).")
def sign_flipped(dout, Q, K, V):
    dQ, dK, dV = _right(dout, Q, K, V)
    return -dQ, -dK, dV


@mistake("Your softmax runs over the queries. Each query's weights sum to 1 over the keys, the last axis.")
def softmax_over_the_queries(dout, Q, K, V):
    A = np.swapaxes(_weights(K, Q), -1, -2)
    dA = dout @ V.swapaxes(-1, -2)
    return _back(dout, A, Q, K, V, _scale(Q), A * (dA - np.sum(dA * A, axis=-2, keepdims=True)))


@mistake("You use A without its transpose for dV. It is Aᵀ dout: a value collects from all queries.")
def dv_not_transposed(dout, Q, K, V):
    A = _weights(Q, K)
    return *_right(dout, Q, K, V)[:2], A @ dout


@mistake("You use dS without its transpose for dK. It is dSᵀ Q: a key collects from all queries.")
def dk_not_transposed(dout, Q, K, V):
    A, dA = _weights(Q, K), dout @ V.swapaxes(-1, -2)
    dS = A * (dA - np.sum(dA * A, axis=-1, keepdims=True)) * _scale(Q)
    return dS @ K, dS @ Q, A.swapaxes(-1, -2) @ dout


@mistake("You use .T, which reverses all axes. With leading axes swap the last two only, with np.swapaxes(x, -1, -2).",
         when=uses("x.T"))
def reverses_all_axes(dout, Q, K, V):
    scale = _scale(Q)
    scores = Q @ K.T * scale
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    A = exps / exps.sum(axis=-1, keepdims=True)
    dA = dout @ V.T
    dS = A * (dA - np.sum(dA * A, axis=-1, keepdims=True)) * scale
    return dS @ K, dS.T @ Q, A.T @ dout


@mistake("You return the gradients in another order. The order is dQ, dK, dV.",
         constants={"order": ((1, 0, 2), (2, 1, 0), (0, 2, 1), (2, 0, 1))})
def results_in_another_order(dout, Q, K, V, *, order):
    results = _right(dout, Q, K, V)
    return tuple(results[i] for i in order)


@mistake("You block the future. Here nothing is masked: every query may look at every key.")
def causal(dout, Q, K, V):
    scores = Q @ K.swapaxes(-1, -2) * _scale(Q)
    scores = np.where(np.triu(np.ones(scores.shape[-2:]), k=1) > 0, -np.inf, scores)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return _back(dout, exps / exps.sum(axis=-1, keepdims=True), Q, K, V, _scale(Q))


@mistake("You average over the queries or the batch. Add up: any mean of the loss is in dout already.",
         constants={"axis": (-2, 0)})
def averaged(dout, Q, K, V, *, axis):
    return tuple(each / Q.shape[axis] for each in _right(dout, Q, K, V))


@mistake("exp overflows on large scores. Subtract each query's maximum first: the weights are the same.")
def not_shifted(dout, Q, K, V):
    exps = np.exp(Q @ K.swapaxes(-1, -2) * _scale(Q))
    return _back(dout, exps / exps.sum(axis=-1, keepdims=True), Q, K, V, _scale(Q))


@mistake("You subtract one maximum from several queries, so one whose scores are far below underflows. Subtract each "
         "query's own maximum, over its keys.", constants={"axis": (None, (-1, -2)), "guard": (0.0, 1e-300, 1e-12)})
def maximum_of_several(dout, Q, K, V, *, axis, guard):
    scores = Q @ K.swapaxes(-1, -2) * _scale(Q)
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return _back(dout, exps / (exps.sum(axis=-1, keepdims=True) + guard), Q, K, V, _scale(Q))


@mistake("You clip the scores at ±{limit}, so larger ones look equal. Subtract each query's maximum instead.",
         constants={"limit": (500, 100, 50, 700)})
def clipped(dout, Q, K, V, *, limit):
    exps = np.exp(np.clip(Q @ K.swapaxes(-1, -2) * _scale(Q), -limit, limit))
    return _back(dout, exps / exps.sum(axis=-1, keepdims=True), Q, K, V, _scale(Q))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(dout, Q, K, V):
    result = _right(dout, Q, K, V)
    Q *= _scale(Q)
    return result


@alternative
def through_the_output(dout, Q, K, V):
    root = np.sqrt(Q.shape[-1])
    scores = np.einsum("...id,...jd->...ij", Q / root, K)
    A = np.exp(scores - np.logaddexp.reduce(scores, axis=-1)[..., None])
    out = np.einsum("...ij,...jv->...iv", A, V)
    dS = A * (np.einsum("...iv,...jv->...ij", dout, V) - (dout * out).sum(-1)[..., None])
    dQ = np.einsum("...ij,...jd->...id", dS, K) / root
    return [dQ, np.einsum("...ij,...id->...jd", dS, Q) / root, np.einsum("...ij,...iv->...jv", A, dout)]


@alternative
def query_by_query(dout, Q, K, V):
    dQ, dK, dV = np.zeros(Q.shape), np.zeros(K.shape), np.zeros(V.shape)
    for place in np.ndindex(Q.shape[:-2]):
        for i in range(Q.shape[-2]):
            q, keys = Q[place][i], K[place]
            s = keys @ q / len(q) ** 0.5
            a = np.exp(s - max(s))
            a = a / sum(a)
            jacobian = np.diag(a) - np.outer(a, a)
            ds = jacobian @ (V[place] @ dout[place][i]) / len(q) ** 0.5
            dQ[place][i] = ds @ keys
            dK[place] += np.outer(ds, q)
            dV[place] += np.outer(a, dout[place][i])
    return dQ, dK, dV


@alternative
def with_a_full_jacobian(dout, Q, K, V):
    A = _weights(Q, K)
    eye = np.eye(K.shape[-2])
    jacobian = A[..., :, None] * (eye - A[..., None, :])  # (..., Tq, Tk, Tk)
    dA = np.matmul(dout, np.moveaxis(V, -1, -2))
    dS = np.matmul(jacobian, dA[..., None])[..., 0] / Q.shape[-1] ** 0.5
    return np.matmul(dS, K), np.matmul(np.moveaxis(dS, -1, -2), Q), np.matmul(np.moveaxis(A, -1, -2), dout)
