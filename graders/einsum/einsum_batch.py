"""Batch letters are shared and kept, the feature letter is shared and summed; einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, one_call_of, says

CHECKS = (close(), one_call_of("numpy.einsum"))


def cases(rng):
    def draw(*shape):
        return rng.normal(size=shape)

    three, four = np.arange(1.0, 9.0).reshape(2, 2, 2), np.arange(1.0, 17.0).reshape(2, 2, 2, 2)
    long = np.cos(np.arange(1200.0)).reshape(300, 2, 2)
    heads = long.reshape(150, 2, 2, 2)
    entry = "batch_matmul"
    yield Case(f"{entry}, two batches of 2x2", three, three[:, ::-1] + 1).to(entry)
    yield Case(f"{entry}, three batches", draw(3, 2, 4), draw(3, 4, 5)).to(entry)
    yield Case(f"{entry}, three hundred batches", long[:, :1], long[:, ::-1]).to(entry).plain()
    entry = "attention_scores"
    yield Case(f"{entry}, two queries, two keys", three, three[:, ::-1] + 1).to(entry)
    yield Case(f"{entry}, three queries, five keys", draw(2, 3, 4), draw(2, 5, 4)).to(entry)
    yield Case(f"{entry}, three hundred batches", long[:, :1], long[:, ::-1]).to(entry).plain()
    entry = "multi_head_scores"
    yield Case(f"{entry}, all sizes two", four, four[:, ::-1, ::-1] - 5).to(entry)
    yield Case(f"{entry}, three heads", draw(2, 3, 4, 2), draw(2, 3, 5, 2)).to(entry)
    yield Case(f"{entry}, three hundred heads", heads[:, :, :1], heads[:, :, ::-1]).to(entry).plain()
    entry = "batch_matmul"
    yield Case(f"{entry}, one batch", draw(1, 2, 3), draw(1, 3, 4)).to(entry).edge("sizes of 1")
    yield Case(f"{entry}, over a single entry", draw(2, 3, 1), draw(2, 1, 2)).to(entry).edge("sizes of 1")
    entry = "attention_scores"
    yield Case(f"{entry}, one batch", draw(1, 3, 4), draw(1, 2, 4)).to(entry).edge("sizes of 1")
    yield Case(f"{entry}, one query, d = 1", draw(3, 1, 1), draw(3, 2, 1)).to(entry).edge("sizes of 1")
    entry = "multi_head_scores"
    yield Case(f"{entry}, one head", draw(2, 1, 3, 4), draw(2, 1, 5, 4)).to(entry).edge("sizes of 1")
    yield Case(f"{entry}, one batch, d = 1", draw(1, 3, 2, 1), draw(1, 3, 4, 1)).to(entry).edge("sizes of 1")


@mistake("'bhaq,bhkd->bhqad' does not give attention scores: it sums the keys and keeps every feature. Let queries and "
         "keys share the feature letter, and sum over it: (b, h, q, d) with (b, h, k, d) to (b, h, q, k).",
         entry="multi_head_scores")
def letters_of_the_sheet(Q, K):
    return np.einsum("bhaq,bhkd->bhqad", Q, K)


@mistake("Your multi_head_scores mixes the heads: it multiplies each query by the sum over all heads of K. Give both "
         "operands the same head letter, and keep it after the arrow.", entry="multi_head_scores")
def heads_of_k_mixed(Q, K):
    return np.einsum("bhqd,bgkd->bhqk", Q, K)


@mistake("Your multi_head_scores mixes the heads: it multiplies each key by the sum over all heads of Q. Give both "
         "operands the same head letter, and keep it after the arrow.", entry="multi_head_scores")
def heads_of_q_mixed(Q, K):
    return np.einsum("bgqd,bhkd->bhqk", Q, K)


@mistake("Your multi_head_scores sums over the heads. Keep the head letter after the arrow as well.",
         entry="multi_head_scores")
def heads_summed(Q, K):
    return np.einsum("bhqd,bhkd->bqk", Q, K)


@mistake("Your batch_matmul mixes the batches: it multiplies each batch of one operand by the sum over all batches of "
         "the other. Give both operands the same batch letter, and keep it after the arrow.", entry="batch_matmul")
def batches_mixed_in_batch_matmul(A, B):
    return np.einsum("bij,cjk->bik", A, B)


@mistake("Your attention_scores mixes the batches: it multiplies each batch of one operand by the sum over all batches "
         "of the other. Give both operands the same batch letter, and keep it after the arrow.",
         entry="attention_scores")
def batches_mixed_in_attention_scores(Q, K):
    return np.einsum("bqd,ckd->bqk", Q, K)


@mistake("Your multi_head_scores mixes the batches: it multiplies each batch of one operand by the sum over all "
         "batches of the other. Give both operands the same batch letter, and keep it after the arrow.",
         entry="multi_head_scores")
def batches_mixed_in_multi_head_scores(Q, K):
    return np.einsum("bhqd,chkd->bhqk", Q, K)


@mistake("Your batch_matmul sums over the batches. Keep the batch letter after the arrow as well.",
         entry="batch_matmul")
def batches_summed_in_batch_matmul(A, B):
    return np.einsum("bij,bjk->ik", A, B)


@mistake("Your attention_scores sums over the batches. Keep the batch letter after the arrow as well.",
         entry="attention_scores")
def batches_summed_in_attention_scores(Q, K):
    return np.einsum("bqd,bkd->qk", Q, K)


@mistake("Your multi_head_scores sums over the batches. Keep the batch letter after the arrow as well.",
         entry="multi_head_scores")
def batches_summed_in_multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->hqk", Q, K)


@mistake("Your attention_scores treats K as if it were transposed already, (.., d, k). Its shape is (.., k, d), so "
         "share its last letter with Q.", entry="attention_scores")
def keys_not_transposed_in_attention_scores(Q, K):
    return np.einsum("bqd,bdk->bqk", Q, K)


@mistake("Your multi_head_scores treats K as if it were transposed already, (.., d, k). Its shape is (.., k, d), so "
         "share its last letter with Q.", entry="multi_head_scores")
def keys_not_transposed_in_multi_head_scores(Q, K):
    return np.einsum("bhqd,bhdk->bhqk", Q, K)


@mistake("Your attention_scores puts keys before queries. Write an arrow, and put q before k after it.",
         entry="attention_scores")
def keys_first_in_attention_scores(Q, K):
    return np.einsum("bqd,bkd->bkq", Q, K)


@mistake("Your multi_head_scores puts keys before queries. Write an arrow, and put q before k after it.",
         entry="multi_head_scores")
def keys_first_in_multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhkq", Q, K)


@mistake("You divide by sqrt(d) in attention_scores. Leave that out here: the task asks for the plain dot products.",
         entry="attention_scores")
def scaled_in_attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K) / np.sqrt(Q.shape[-1])


@mistake("You divide by sqrt(d) in multi_head_scores. Leave that out here: the task asks for the plain dot products.",
         entry="multi_head_scores")
def scaled_in_multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K) / np.sqrt(Q.shape[-1])


@mistake("Your batch_matmul sums over the last letter of both, which is A @ B transposed. Let A's last letter be B's "
         "middle one.", entry="batch_matmul")
def batch_matmul_with_transposed_b(A, B):
    return np.einsum("bij,bkj->bik", A, B)


@mistake("Your batch_matmul is transposed. After the arrow, put the letter of A's rows before that of B's columns.",
         entry="batch_matmul")
def batch_matmul_transposed(A, B):
    return np.einsum("bij,bjk->bki", A, B)


@mistake("The values are right, but you compute them without np.einsum. Say in the letters what is a batch, what is "
         "kept and what is summed.", kind="calls", when=says("was not called"))
class without_einsum:
    def batch_matmul(A, B):
        return A @ B


@mistake("The values are right, but you call np.einsum more than once. One call does every batch and head if you keep "
         "their letters after the arrow.", kind="calls", when=says("was called"))
class several_calls:
    def attention_scores(Q, K):
        return np.stack([np.einsum("qd,kd->qk", q, k) for q, k in zip(Q, K)])


@mistake("The values are right, but another operation comes before np.einsum. Pass both operands to it, and say the "
         "rest in the letters.", kind="calls", when=says("before it"))
class prepared_by_others:
    def multi_head_scores(Q, K):
        return np.einsum("bhqkd->bhqk", Q[..., :, None, :] * K[..., None, :, :])


@mistake("The values are right, but another operation finishes the work after np.einsum. Let the letters do it: a "
         "letter that is missing after the arrow is summed.", kind="calls", when=says("after it"))
class finished_by_others:
    def attention_scores(Q, K):
        return np.einsum("bqd,bkd->bqkd", Q, K).sum(axis=-1)


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
