"""What graders watch beside values, in PyTorch: which products are made, and how much memory they take."""

from __future__ import annotations

import pytest
from support import Bench

BY_BLOCKS = """
import math
import torch
def flash_attention(Q, K, V, block_size):
    highest = torch.full((len(Q), 1), -math.inf, dtype=Q.dtype)
    total = torch.zeros(len(Q), 1, dtype=Q.dtype)
    out = torch.zeros(len(Q), V.shape[1], dtype=Q.dtype)
    for start in range(0, len(K), block_size):
        scores = Q @ K[start : start + block_size].T / math.sqrt(Q.shape[1])
        raised = torch.maximum(highest, scores.amax(1, keepdim=True))
        shrink, weights = torch.exp(highest - raised), torch.exp(scores - raised)
        total = total * shrink + weights.sum(1, keepdim=True)
        out = out * shrink + weights @ V[start : start + block_size]
        highest = raised
    return out / total
"""
WHOLE = """
import torch
def flash_attention(Q, K, V, block_size):
    return torch.softmax(Q @ K.T / Q.shape[1] ** 0.5, -1) @ V
"""
BY_QUERIES = """
import torch
def flash_attention(Q, K, V, block_size):
    blocks = (Q[i : i + block_size] for i in range(0, len(Q), block_size))
    return torch.cat([torch.softmax(SCORES / Q.shape[1] ** 0.5, -1).matmul(V) for q in blocks])
"""
AGAIN = """
import torch
class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_o, self.h, self.x = W_q, W_o, n_heads, None
        self.W = torch.cat([W_k, W_v], 1).clone()

    def split(self, x):
        return x.reshape(*x.shape[:2], self.h, -1).transpose(1, 2)

    def step(self, x):
        x = x[:, None]
        self.x = x.clone() if self.x is None else torch.cat([self.x, x], 1)
        k, v = PROJECTED.chunk(2, -1)
        q, k, v = self.split(x @ self.W_q), self.split(k), self.split(v)
        weights = torch.softmax(q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5, -1)
        return (weights @ v).transpose(1, 2).reshape(x[:, 0].shape) @ self.W_o
"""
MATRIX = """
import torch
def linear_attention(Q, K, V):
    Q, K = (torch.where(x > 0, x + 1, x.clamp(max=0).exp()) for x in (Q, K))
    weights = torch.tril(Q @ K.T)
    return weights @ V / weights.sum(-1, keepdim=True)
"""


def test_what_takes_little_memory_passes(bench: Bench) -> None:
    report = bench.grade("flash_attention", BY_BLOCKS)
    assert report["outcome"] == "passed", report["failure"]


@pytest.mark.parametrize(
    ("name", "answer", "mistake"),
    [
        ("flash_attention", WHOLE, "whole_matrix"),
        ("flash_attention", BY_QUERIES.replace("SCORES", "(q @ K.T)"), "queries_in_blocks"),
        ("flash_attention", BY_QUERIES.replace("SCORES", "torch.mm(q, K.t())"), "queries_in_blocks"),
        ("flash_attention", BY_QUERIES.replace("SCORES", "torch.einsum('qd,kd->qk', q, K)"), "queries_in_blocks"),
        ("flash_attention", BY_QUERIES.replace("SCORES", "torch.bmm(q[None], K.T[None])[0]"), "queries_in_blocks"),
        ("kv_cache", AGAIN.replace("PROJECTED", "(self.x @ self.W)"), "projects_again"),
        ("kv_cache", AGAIN.replace("PROJECTED", "torch.nn.functional.linear(self.x, self.W.mT)"), "projects_again"),
        ("kv_cache", AGAIN.replace("PROJECTED", "torch.einsum('btd,de->bte', self.x, self.W)"), "projects_again"),
    ],
)
def test_right_values_by_too_much_work_fail_as_in_numpy(bench: Bench, name: str, answer: str, mistake: str) -> None:
    report = bench.grade(name, answer)
    assert (report["outcome"], report["mistake"]) == ("failed", mistake), report["failure"]
    if report["failure"]["kind"] != "memory":
        assert "Line " in report["failure"]["reason"]


def test_products_of_entries_are_no_way_around_blocks_of_keys(bench: Bench) -> None:
    """It holds (block, T, d) numbers, which is too much at some times and too many keys at all."""
    report = bench.grade("flash_attention", BY_QUERIES.replace("SCORES", "(q[:, None] * K).sum(-1)"))
    assert report["outcome"] == "failed"


def test_a_matrix_of_all_pairs_is_told_before_it_fills_the_memory(bench: Bench) -> None:
    report = bench.grade("linear_attention", MATRIX)
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "memory")
