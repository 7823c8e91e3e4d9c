import torch


def by_definition(boxes, scores, threshold):
    order = sorted(range(len(scores)), key=lambda at: -float(scores[at]))
    kept = []
    for at in order:
        if all(iou(boxes[at].tolist(), boxes[other].tolist()) <= threshold for other in kept):
            kept.append(at)
    return kept


def iou(a, b):
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(width, 0) * max(height, 0)
    areas = [(c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)]
    return shared / (sum(areas) - shared)


def same(nms, boxes, scores, threshold):
    boxes = torch.as_tensor(boxes, dtype=torch.float64).reshape(-1, 4)
    scores = torch.as_tensor(scores, dtype=torch.float64)
    before = boxes.clone(), scores.clone()
    kept = nms(boxes, scores, threshold)
    assert all(int(each) == each for each in kept)
    assert [int(each) for each in kept] == by_definition(boxes, scores, threshold)
    assert torch.equal(boxes, before[0])
    assert torch.equal(scores, before[1])


def test(nms):
    rng = torch.Generator().manual_seed(0)
    for threshold in (0, 0.1, 0.3, 0.5, 0.8, 1):
        corner = torch.rand(30, 2, generator=rng) * 6 - 3
        boxes = torch.cat([corner, corner + 0.5 + 4 * torch.rand(30, 2, generator=rng)], 1)
        same(nms, boxes, torch.randn(30, generator=rng), threshold)


def test_small_ones(nms):
    same(nms, [[0, 0, 1, 1]], [-2.0], 0.5)
    same(nms, [], [], 0.5)
    same(nms, [[0, 0, 2, 2], [2, 2, 4, 4], [5, 5, 6, 6]], [0.1, 0.3, 0.2], 0)
    same(nms, [[0, 0, 2, 2], [0, 0, 2, 2], [0, 0, 2, 2]], [0.1, 0.3, 0.2], 1)
    same(nms, [[0, 0, 10, 10], [2, 3, 4, 5], [2, 3, 4, 4]], [0.9, 0.8, 0.7], 0.03)


def test_equal_to_the_threshold(nms):
    for threshold in (0.25, 0.5, 0.75):
        same(nms, [[0, 0, 4, 4], [0, 0, 4, 4 * threshold], [0, 0, 4 * threshold, 4]], [3, 2, 1], threshold)
        same(nms, [[-4, -4, 0, 0], [-4, -4, 0, -4 + 4 * threshold]], [1, 2], threshold)


def test_equal_scores(nms):
    apart = [[3 * at, 0, 3 * at + 1, 1] for at in range(100)]
    same(nms, apart, [0.5] * 100, 0.5)
    same(nms, apart, [0.5, 0.25] * 50, 0.5)
    same(nms, [[0, 0, 4, 4], [0, 1, 4, 4], [0, 2, 4, 4]], [1, 1, 1], 0.5)


def test_what_was_dropped_drops_nothing(nms):
    same(nms, [[0, 0, 4, 4], [0, 2, 4, 6], [0, 4, 4, 8]], [3, 2, 1], 0.3)
