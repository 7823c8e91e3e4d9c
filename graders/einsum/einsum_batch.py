"""Batch letters are shared and kept, the feature letter is shared and summed; einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, one_call_of

CHECKS = (close(), one_call_of("numpy.einsum"))


def cases(rng):
    def draw(*shape):
        return rng.normal(size=shape)

    three, four = np.arange(1.0, 9.0).reshape(2, 2, 2), np.arange(1.0, 17.0).reshape(2, 2, 2, 2)
    yield Case("two batches of 2x2", three, three[:, ::-1] + 1).to("batch_matmul")
    yield Case("one batch", draw(1, 2, 3), draw(1, 3, 4)).to("batch_matmul")
    yield Case("three batches", draw(3, 2, 4), draw(3, 4, 5)).to("batch_matmul")
    yield Case("over a single entry", draw(2, 3, 1), draw(2, 1, 2)).to("batch_matmul")
    yield Case("two queries, two keys, d = 2", three, three[:, ::-1] + 1).to("attention_scores")
    yield Case("three queries, two keys", draw(1, 3, 4), draw(1, 2, 4)).to("attention_scores")
    yield Case("two batches of queries and keys", draw(2, 3, 4), draw(2, 5, 4)).to("attention_scores")
    yield Case("one query, d = 1", draw(3, 1, 1), draw(3, 2, 1)).to("attention_scores")
    yield Case("all sizes two", four, four[:, ::-1, ::-1] - 5).to("multi_head_scores")
    yield Case("one head", draw(2, 1, 3, 4), draw(2, 1, 5, 4)).to("multi_head_scores")
    yield Case("three heads", draw(2, 3, 4, 2), draw(2, 3, 5, 2)).to("multi_head_scores")
    yield Case("one batch, d = 1", draw(1, 3, 2, 1), draw(1, 3, 4, 1)).to("multi_head_scores")
    long = np.cos(np.arange(1200.0)).reshape(300, 2, 2)
    yield Case("three hundred batches", long[:, :1], long[:, ::-1]).to("batch_matmul").plain()
    yield Case("three hundred batches of queries and keys", long[:, :1], long[:, ::-1]).to("attention_scores").plain()
    heads = long.reshape(150, 2, 2, 2)
    yield Case("three hundred heads", heads[:, :, :1], heads[:, :, ::-1]).to("multi_head_scores").plain()


@mistake("'bhaq,bhkd->bhqad' gives no attention scores: it sums the keys up and keeps every feature apart. "
         "Queries and keys must share the feature letter, which is summed: (b, h, q, d) with (b, h, k, d) "
         "to (b, h, q, k).", entry="multi_head_scores")
def letters_of_the_sheet(Q, K):
    return np.einsum("bhaq,bhkd->bhqad", Q, K)


@mistake("Your scores mix the heads: K's head letter differs from Q's and is summed. Share it, and keep it "
         "after the arrow.", entry="multi_head_scores")
def heads_mixed(Q, K):
    return np.einsum("bhqd,bgkd->bhqk", Q, K)


@mistake("Your products mix the batches: the two batch letters differ, so one is summed. Share it, and keep "
         "it.")
class batches_mixed:
    def batch_matmul(A, B):
        return np.einsum("bij,cjk->bik", A, B)

    def attention_scores(Q, K):
        return np.einsum("bqd,ckd->bqk", Q, K)

    def multi_head_scores(Q, K):
        return np.einsum("bhqd,chkd->bhqk", Q, K)


@mistake("Your products are summed over the batch: the batch letter must stand after the arrow as well.")
class batches_summed:
    def batch_matmul(A, B):
        return np.einsum("bij,bjk->ik", A, B)

    def attention_scores(Q, K):
        return np.einsum("bqd,bkd->qk", Q, K)

    def multi_head_scores(Q, K):
        return np.einsum("bhqd,bhkd->hqk", Q, K)


@mistake("You treat K as if it were transposed already, (.., d, k). It comes as (.., k, d): its last letter "
         "is the one that it shares with Q.")
class keys_not_transposed:
    def attention_scores(Q, K):
        return np.einsum("bqd,bdk->bqk", Q, K)

    def multi_head_scores(Q, K):
        return np.einsum("bhqd,bhdk->bhqk", Q, K)


@mistake("Your batch_matmul sums over the last letter of both, which is A @ B transposed. Share A's last "
         "letter with B's middle one.", entry="batch_matmul")
def batch_matmul_with_transposed_b(A, B):
    return np.einsum("bij,bkj->bik", A, B)


@mistake("Your scores have keys before queries: after the arrow, q comes before k.")
class keys_first:
    def attention_scores(Q, K):
        return np.einsum("bqd,bkd->bkq", Q, K)

    def multi_head_scores(Q, K):
        return np.einsum("bhqd,bhkd->bhkq", Q, K)


@mistake("You divide by sqrt(d). That belongs to attention, but here the plain dot products are asked for.")
class scaled:
    def attention_scores(Q, K):
        return np.einsum("bqd,bkd->bqk", Q, K) / np.sqrt(Q.shape[-1])

    def multi_head_scores(Q, K):
        return np.einsum("bhqd,bhkd->bhqk", Q, K) / np.sqrt(Q.shape[-1])


@mistake("The values are right, but something other than one call of np.einsum computes them. Say in the "
         "letters alone what is a batch, what is kept and what is summed.", kind="calls")
class other_products:
    def batch_matmul(A, B):
        return A @ B

    def attention_scores(Q, K):
        return np.stack([np.einsum("qd,kd->qk", q, k) for q, k in zip(Q, K)])

    def multi_head_scores(Q, K):
        return np.einsum("bhqkd->bhqk", Q[..., :, None, :] * K[..., None, :, :])


@alternative
class with_an_ellipsis:
    def batch_matmul(A, B):
        return np.einsum("...ij,...jk->...ik", A, B)

    def attention_scores(Q, K):
        return np.einsum("...id,...jd", Q, K)

    def multi_head_scores(Q, K):
        return np.einsum("...qd,...kd->...qk", Q, K, optimize="greedy")


@alternative
class sublists:
    def batch_matmul(A, B):
        return np.einsum(A, [0, 1, 2], B, [0, 2, 3], [0, 1, 3])

    def attention_scores(Q, K):
        return np.einsum(Q, [0, 1, 3], K, [0, 2, 3], [0, 1, 2])

    def multi_head_scores(Q, K):
        return np.einsum(Q, [0, 1, 2, 4], K, [0, 1, 3, 4], [0, 1, 2, 3])


@alternative
class with_transposed_operands:
    def batch_matmul(A, B):
        return np.einsum("ibj,bjk->ibk", A.transpose(1, 0, 2), B).swapaxes(0, 1)

    def attention_scores(Q, K):
        return np.einsum("bqd,bdk->bqk", Q, np.swapaxes(K, -1, -2))

    def multi_head_scores(Q, K):
        b, h, q, d = Q.shape
        k = K.shape[2]
        return np.einsum("nqd,nkd->nqk", Q.reshape(b * h, q, d), K.reshape(b * h, k, d)).reshape(b, h, q, k)
