import pytest
import torch


def random(*shapes):
    rng = torch.Generator().manual_seed(2)
    return [torch.randn(shape, generator=rng) for shape in shapes]


def same(lstm_cell, x, h, c, W, U, b):
    cell = torch.nn.LSTMCell(len(W), len(U))  # which has its gates in the same order
    for parameter, value in zip(cell.parameters(), (W.T, U.T, b, torch.zeros(len(b))), strict=True):
        parameter.data = value
    want_h, want_c = cell(x, (h, c))
    given = [x, h, c, W, U, b]
    before = [each.clone() for each in given]
    found = lstm_cell(*given)
    assert len(found) == 2
    torch.testing.assert_close(found[0], want_h.detach())
    torch.testing.assert_close(found[1], want_c.detach())
    assert all(map(torch.equal, given, before))


@pytest.mark.parametrize(("B", "D", "H"), [(2, 3, 4), (1, 1, 1), (3, 2, 2), (4, 4, 4), (1, 5, 3)])
def test(lstm_cell, B, D, H):
    same(lstm_cell, *random((B, D), (B, H), (B, H), (D, 4 * H), (H, 4 * H), (4 * H,)))


@pytest.mark.parametrize("scale", [10, 1000, 1e4])
def test_large_sums(lstm_cell, scale):
    x, h, c, W, U, b = random((3, 2), (3, 2), (3, 2), (2, 8), (2, 8), (8,))
    same(lstm_cell, x, h, c * scale, W, U, b)
    same(lstm_cell, x * 0, h * 0, c, W, U, b * scale)
    same(lstm_cell, x * 0, h * 0, c, W, U, -b * scale)
