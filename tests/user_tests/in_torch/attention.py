import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention as ready_made


def random(*shapes):
    rng = torch.Generator().manual_seed(1)
    return [torch.randn(shape, generator=rng) for shape in shapes]


@pytest.mark.parametrize("leading", [(), (2,), (2, 3)])
def test(attention, leading):
    Q, K, V = random((*leading, 4, 5), (*leading, 6, 5), (*leading, 6, 3))
    torch.testing.assert_close(attention(Q, K, V), ready_made(Q, K, V))


def test_masks(attention):
    Q, K, V = random((2, 4, 5), (2, 6, 5), (2, 6, 3))
    for shape in ((4, 6), (2, 4, 6), (6,), (4, 1), (2, 1, 6)):
        mask = torch.rand(shape, generator=torch.Generator().manual_seed(3)) < 0.4
        if shape != (4, 1):
            mask[..., 2] = False
        else:
            mask[:] = False
        want = ready_made(Q, K, V, attn_mask=~mask.expand(2, 4, 6))
        for given in (mask, mask.int(), mask.double()):
            torch.testing.assert_close(attention(Q, K, V, given), want)
            torch.testing.assert_close(attention(Q, K, V, mask=given), want)


def test_square(attention):
    Q, K, V = random((3, 3), (3, 3), (3, 3))
    torch.testing.assert_close(attention(Q, K, V), ready_made(Q, K, V))


def test_large_scores(attention):
    Q = torch.tensor([[100.0, 0.0], [-100.0, 0.0], [0.01, 0.0]])
    K = torch.tensor([[140.0, 1.0], [-140.0, 1.0], [139.99, 1.0], [-139.99, 0.0]])
    V = torch.arange(8.0).reshape(4, 2)
    torch.testing.assert_close(attention(Q, K, V), ready_made(Q, K, V))
    for blocked in range(4):
        mask = torch.zeros(3, 4, dtype=torch.bool)
        mask[:, blocked] = True
        torch.testing.assert_close(attention(Q, K, V, mask), ready_made(Q, K, V, attn_mask=~mask))
    one = torch.ones(1, 4, dtype=torch.bool)
    one[0, 1] = False
    torch.testing.assert_close(attention(Q, K, V, one), V[1].expand(3, 2))


def test_arguments_stay(attention):
    given = [*random((2, 3), (2, 3), (2, 3)), torch.tensor([[True, False], [False, False]])]
    before = [each.clone() for each in given]
    attention(*given)
    assert all(map(torch.equal, given, before))
