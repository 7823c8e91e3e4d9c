import torch


def by_definition(X, centroids, max_iters):
    def nearest(centroids):
        return torch.tensor([int(((x - centroids) ** 2).sum(1).argmin()) for x in X])

    centroids = centroids.clone()
    for _ in range(max_iters):
        labels = nearest(centroids)
        moved = centroids.clone()
        for k in range(len(centroids)):
            if (labels == k).any():
                moved[k] = X[labels == k].mean(0)
        if torch.equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(centroids)


def same(kmeans, X, start, steps):
    X, start = torch.as_tensor(X, dtype=torch.float64), torch.as_tensor(start, dtype=torch.float64)
    before = X.clone(), start.clone()
    centroids, labels = kmeans(X, start, steps)
    want, assigned = by_definition(X, start, steps)
    torch.testing.assert_close(centroids, want, rtol=1e-12, atol=1e-12)
    assert labels.dtype not in (torch.float32, torch.float64)
    assert labels.tolist() == assigned.tolist()
    assert torch.equal(X, before[0])
    assert torch.equal(start, before[1])


def test(kmeans):
    rng = torch.Generator().manual_seed(0)
    for steps in (0, 1, 2, 3, 50):
        X = torch.randn(40, 3, generator=rng) * torch.tensor([1, 5, 0.5])
        X += torch.randint(0, 4, (40, 1), generator=rng) * 3
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
    same(kmeans, torch.arange(12.0)[:, None] ** 1.5, [[0.0], [1.0], [2.0]], 30)
    same(kmeans, [[0.0], [1e-9], [3e-9], [4e-9]], [[0.0], [1e-9]], 30)
    same(kmeans, [[1e6], [1e6 + 1], [1e6 + 3], [1e6 + 9]], [[1e6], [1e6 + 1]], 30)
    same(kmeans, [[0.0], [1.0], [10.0], [11.0]], [[0.0], [1.0]], 5000)


def test_many_clusters(kmeans):
    X = torch.arange(300.0)[:, None] * 2
    same(kmeans, X, X[::2] + 0.5, 3)
