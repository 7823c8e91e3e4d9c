import numpy as np


def by_definition(X, centroids, max_iters):
    centroids = [list(map(float, row)) for row in centroids]

    def nearest(x):
        distances = [sum((a - b) ** 2 for a, b in zip(x, c, strict=True)) ** 0.5 for c in centroids]
        return distances.index(min(distances))

    for _ in range(max_iters):
        labels = [nearest(x) for x in X]
        moved = []
        for k, old in enumerate(centroids):
            mine = [x for x, label in zip(X, labels, strict=True) if label == k]
            moved.append([sum(column) / len(mine) for column in zip(*mine, strict=True)] if mine else old)
        if moved == centroids:
            break
        centroids = moved
    return np.array(centroids), np.array([nearest(x) for x in X])


def same(kmeans, X, start, steps):
    X, start = np.array(X, dtype=float), np.array(start, dtype=float)
    before = X.copy(), start.copy()
    centroids, labels = kmeans(X, start, steps)
    want, assigned = by_definition(X, start, steps)
    assert np.shape(centroids) == want.shape
    assert np.shape(labels) == assigned.shape
    np.testing.assert_allclose(centroids, want, rtol=1e-12, atol=1e-12)
    assert list(labels) == list(assigned)
    assert all(isinstance(label, (int, np.integer)) for label in np.asarray(labels).tolist())
    assert np.array_equal(X, before[0])
    assert np.array_equal(start, before[1])


def test(kmeans):
    rng = np.random.default_rng(0)
    for steps in (0, 1, 2, 3, 50):
        X = rng.normal(size=(40, 3)) * [1, 5, 0.5] + rng.integers(0, 4, size=(40, 1)) * 3
        same(kmeans, X, X[:4], steps)
        same(kmeans, X, X[[3, 1]] + 10, steps)


def test_ties_and_single_ones(kmeans):
    same(kmeans, [[0.0], [1.0], [2.0]], [[0.0], [2.0]], 5)
    same(kmeans, [[0.0], [1.0], [2.0]], [[2.0], [0.0]], 1)
    same(kmeans, [[3.0, 4.0]], [[0.0, 0.0]], 3)
    same(kmeans, [[1.0, 0.0], [2.0, 0.0], [4.0, 1.0]], [[0.0, 0.0]], 2)
    same(kmeans, [[0.0], [0.0]], [[1e4 + 1e-4], [-1e4]], 1)
    same(kmeans, [[0.0, 0.0], [2.0, 0.0]], [[1.0, 1.0], [1.0, 1.0], [1.0, -1.0]], 4)


def test_empty_clusters(kmeans):
    X = [[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]]
    same(kmeans, X, [[1.0, 0.0], [9.0, 0.0], [500.0, 500.0]], 10)
    same(kmeans, X, [[500.0, 500.0], [1.0, 0.0], [-300.0, 2.0]], 10)
    same(kmeans, [[0.0], [1.0], [5.0], [6.0], [20.0]], [[3.0], [4.0], [19.0]], 8)


def test_stopping(kmeans):
    same(kmeans, np.arange(12.0)[:, None] ** 1.5, [[0.0], [1.0], [2.0]], 30)
    same(kmeans, [[0.0], [1e-9], [3e-9], [4e-9]], [[0.0], [1e-9]], 30)
    same(kmeans, [[1e6], [1e6 + 1], [1e6 + 3], [1e6 + 9]], [[1e6], [1e6 + 1]], 30)
    same(kmeans, [[0.0], [1.0], [10.0], [11.0]], [[0.0], [1.0]], 5000)


def test_many_clusters(kmeans):
    X = np.arange(300.0)[:, None] * 2
    same(kmeans, X, X[::2] + 0.5, 3)
