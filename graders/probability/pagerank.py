"""PageRank: the direction of links, pages without any, the jump, and ranks that have settled."""

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake, says, shaped_like_reference


class RightTo(Check):
    """Every entry within 1e-8, as the statement says; in float32 as closely as anywhere."""

    def __call__(self, case, got, want):
        if case.args[0].dtype == np.float32:
            return close()(case, got, want)
        failure = shaped_like_reference()(case, got, want)
        if failure is not None:
            return failure
        ranks, right = np.asarray(got.value, float), np.asarray(want.value, float)
        near = np.abs(ranks - right) <= 1e-8
        if near.all():
            return None
        return Failure("values", "The result is wrong.", {"where": "", "got": ranks, "want": right, "near": near})


CHECKS = (RightTo(),)
SECONDS = 20


def cases(rng):
    def graph(n, share=0.4):
        """Random links without self-links; every page has at least one."""
        links = (rng.random((n, n)) < share) * 1.0
        links[np.arange(n), (np.arange(n) + 1) % n] = 1.0
        np.fill_diagonal(links, 0.0)
        return links

    def from_links(n, *links):
        adjacency = np.zeros((n, n))
        adjacency[tuple(zip(*links))] = 1.0
        return adjacency

    yield Case("two pages that link to one", from_links(3, (0, 2), (1, 2), (2, 0)))
    yield Case("a page with two links", from_links(3, (0, 1), (0, 2), (1, 2), (2, 0)), 0.5)
    yield Case("a ring of four", from_links(4, (0, 1), (1, 2), (2, 3), (3, 0)))
    yield Case("a chain back to the start", from_links(4, (0, 1), (1, 2), (2, 3), (3, 0), (3, 1)), 0.9)
    yield Case("random", graph(6))
    yield Case("random, another damping", graph(8, 0.3), float(rng.uniform(0.2, 0.7)))
    yield Case("random, few links", graph(10, 0.1), damping=0.95)
    yield Case("sixty pages", graph(60, 0.05)).plain()
    yield Case("one link between two pages", from_links(2, (0, 1)), 0.5).edge("no links")
    yield Case("two pages without links", from_links(5, (0, 1), (0, 2), (1, 3), (2, 0), (2, 4))).edge("no links")
    yield Case("no links at all", np.zeros((3, 3))).edge("no links")
    gaps = graph(7, 0.3)
    gaps[[2, 5]] = 0.0
    yield Case("random, two pages without links", gaps, 0.9).edge("no links")
    yield Case("a page that links to itself", from_links(3, (0, 0), (0, 1), (1, 2), (2, 0))).edge("self-links")
    yield Case("a page that links only to itself", from_links(3, (0, 1), (1, 1), (2, 0)), 0.7).edge("self-links")
    selves = graph(6, 0.3)
    selves[[0, 3], [0, 3]] = 1.0
    yield Case("random, with self-links", selves).edge("self-links")
    yield Case("one page without links", np.zeros((1, 1))).edge("one page")
    yield Case("one page that links to itself", np.ones((1, 1)), 0.5).edge("one page")
    yield Case("three pages, damping 0", from_links(3, (0, 1), (1, 0), (2, 0)), 0.0).edge("no damping")
    pairs = from_links(6, (0, 1), (1, 0), (2, 3), (3, 2), (4, 0), (5, 0), (0, 4))
    yield Case("two pairs apart, damping 0.99", pairs, 0.99).plain().edge("high damping")
    yield Case("two pairs apart, damping 0.999", pairs, 0.999).plain().edge("high damping")
    yield Case("random, damping 0.97", graph(9, 0.1), 0.97).plain().edge("high damping")


def _follow(adjacency, empty="anywhere"):
    """The chances to follow a link, row by row."""
    links = np.asarray(adjacency, float)
    n = len(links)
    out = links.sum(axis=1, keepdims=True)
    rows = {"anywhere": np.full((n, n), 1 / n), "nowhere": np.zeros((n, n)), "itself": np.eye(n)}[empty]
    return np.where(out > 0, links / np.maximum(out, 1), rows)


def _solve(follow, damping, jump=None):
    n = len(follow)
    jump = np.full(n, (1 - damping) / n) if jump is None else jump
    return np.linalg.solve(np.eye(n) - damping * follow.T, jump)


def _iterate(follow, damping, steps, tolerance=0.0, norm=np.sum, start=None):
    n = len(follow)
    ranks = np.full(n, 1 / n) if start is None else start
    for _ in range(steps):
        ranks, old = (1 - damping) / n + damping * ranks @ follow, ranks
        if norm(np.abs(ranks - old)) < tolerance:
            break
    return ranks


@mistake("You read the links backwards. adjacency[i, j] = 1 is a link from i to j: divide rows by their sums, and let "
         "page j collect from column j.")
def links_backwards(adjacency, damping=0.85):
    return _solve(_follow(adjacency.T), damping)


@mistake("Your ranks flow against the links: each page collects from the pages that it links to. Use the transposed "
         "matrix.")
def against_the_links(adjacency, damping=0.85):
    ranks = _solve(_follow(adjacency).T, damping)
    return ranks / ranks.sum()


@mistake("The rank of pages without links gets lost. Such a page passes its rank on to all pages evenly.")
def rank_lost(adjacency, damping=0.85):
    return _solve(_follow(adjacency, "nowhere"), damping)


@mistake("A page without links keeps its rank in your code, as if it linked to itself. It passes it on to all pages "
         "evenly.")
def empty_pages_keep(adjacency, damping=0.85):
    return _solve(_follow(adjacency, "itself"), damping)


@mistake("A page without links sends the surfer to the other pages only. All n pages are equally likely.")
def empty_pages_to_others(adjacency, damping=0.85):
    n = len(adjacency)
    others = np.eye(1) if n == 1 else (1 - np.eye(n)) / (n - 1)
    return _solve(np.where(adjacency.sum(axis=1, keepdims=True) > 0, _follow(adjacency), others), damping)


@mistake("Pages without links make you divide 0 by 0. They send the surfer to any page.")
def empty_pages_are_nan(adjacency, damping=0.85):
    with np.errstate(all="ignore"):
        follow = adjacency / adjacency.sum(axis=1, keepdims=True)
    return _solve(follow, damping) if np.isfinite(follow).all() else np.full(len(follow), np.nan)


@mistake("You swap damping and 1 − damping. Links are followed with probability damping.")
def damping_swapped(adjacency, damping=0.85):
    return _solve(_follow(adjacency), 1 - damping) if damping else np.full(len(adjacency), np.nan)


@mistake("You do not divide the jump by n: each page gets 1 − damping. The ranks should sum to 1.")
def jump_not_divided(adjacency, damping=0.85):
    return _solve(_follow(adjacency), damping, np.full(len(adjacency), 1 - damping))


@mistake("You leave out the jump to any page, which happens with probability 1 − damping.")
def without_jump(adjacency, damping=0.85):
    ranks = np.full(len(adjacency), 1 / len(adjacency))
    for _ in range(2000):
        ranks = ranks @ _follow(adjacency)
    return ranks


@mistake("You do not divide the links of a page by their number. Each is followed with the same probability.")
def links_not_divided(adjacency, damping=0.85):
    n = len(adjacency)
    ranks = np.full(n, 1 / n)
    follow = np.where(adjacency.sum(axis=1, keepdims=True) > 0, adjacency, 1 / n)
    for _ in range(300):
        ranks = (1 - damping) / n + damping * ranks @ follow
        ranks = ranks / ranks.sum()
    return ranks


@mistake("You leave out links of a page to itself. They count like any other.")
def self_links_dropped(adjacency, damping=0.85):
    return _solve(_follow(adjacency * (1 - np.eye(len(adjacency)))), damping)


@mistake("A page passes nothing to itself in a jump in your code. All n pages are equally likely, the current one "
         "included.")
def jump_to_others(adjacency, damping=0.85):
    n = len(adjacency)
    if n == 1:
        return np.ones(1)
    walk = damping * _follow(adjacency) + (1 - damping) * (1 - np.eye(n)) / (n - 1)
    return np.linalg.lstsq(np.vstack([walk.T - np.eye(n), np.ones(n)]), np.append(np.zeros(n), 1.0), rcond=None)[0]


@mistake("You stop before the ranks have settled. At a damping near 1, each step shrinks the error by little: iterate "
         "until the changes are far below 1e-8, or solve the linear system.",
         constants={"steps": (100, 50, 20, 1000, 200, 500, 30, 10)})
def fixed_steps(adjacency, damping=0.85, *, steps):
    return _iterate(_follow(adjacency), damping, steps)


@mistake("You stop when a step changes the ranks by less than {tolerance}, which leaves too large an error. Iterate "
         "until the changes are far below 1e-8, or solve the linear system.",
         constants={"tolerance": (1e-6, 1e-5, 1e-4, 1e-3), "norm": (np.sum, np.max, np.linalg.norm)})
def stopped_by_change(adjacency, damping=0.85, *, tolerance, norm):
    return _iterate(_follow(adjacency), damping, 50_000, tolerance, norm)


@mistake("Your ranks have a Euclidean length of 1. They should sum to 1.")
def unit_length(adjacency, damping=0.85):
    ranks = _solve(_follow(adjacency), damping)
    return ranks / np.linalg.norm(ranks)


@mistake("Your default damping is {default}. It should be 0.85.", constants={"default": (0.9, 0.5, 0.8, 0.15, 0.95)})
def another_default(adjacency, damping=None, *, default):
    return _solve(_follow(adjacency), default if damping is None else damping)


@mistake("Your result does not depend on damping. Use the argument.")
def damping_ignored(adjacency, damping=0.85):
    return _solve(_follow(adjacency), 0.85)


@mistake("You return the share of links that point to each page. The rank also counts how much the linking pages have.")
def share_of_links(adjacency, damping=0.85):
    counts = adjacency.sum(axis=0)
    return counts / max(counts.sum(), 1)


@mistake("You divide the caller's matrix in place. Work on a copy.", kind="changed", when=says("first argument"))
def in_place(adjacency, damping=0.85):
    ranks = _solve(_follow(adjacency), damping)
    adjacency /= np.maximum(adjacency.sum(axis=1, keepdims=True), 1)
    return ranks


@alternative
def by_power_iteration(adjacency, damping=0.85):
    n = len(adjacency)
    links = adjacency.astype(float)
    out = links.sum(axis=1)
    ranks = np.full(n, 1 / n)
    while True:
        lost = ranks[out == 0].sum()
        flow = links.T @ np.divide(ranks, out, out=np.zeros(n), where=out > 0)
        new = (1 - damping) / n + damping * (flow + lost / n)
        if np.abs(new - ranks).sum() <= 1e-11:
            return new / new.sum()
        ranks = new


@alternative
def scaled_afterwards(adjacency, damping=0.85):
    out = np.asarray(adjacency, float).sum(axis=1)
    flow = damping * adjacency.T / np.maximum(out, 1)
    ranks = np.linalg.solve(np.eye(len(out)) - flow, np.ones(len(out)))  # what is lost was spread evenly anyway
    return ranks / ranks.sum()


@alternative
def by_eigenvector(adjacency, damping=0.85):
    n = len(adjacency)
    walk = np.full((n, n), 1 / n)
    for i in range(n):
        if adjacency[i].any():
            walk[i] = adjacency[i] / adjacency[i].sum()
    values, vectors = np.linalg.eig((damping * walk + (1 - damping) / n).T)
    ranks = np.real(vectors[:, np.argmax(np.real(values))])
    return ranks / ranks.sum()


@alternative
def by_squaring(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(axis=1)
    walk = np.array([[damping * (adjacency[i, j] / out[i] if out[i] else 1 / n) + (1 - damping) / n
                      for j in range(n)] for i in range(n)], dtype=float)
    for _ in range(16):
        walk = walk @ walk
        walk = walk / walk.sum(axis=1, keepdims=True)
    return walk.mean(axis=0)
