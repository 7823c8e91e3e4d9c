import pytest
import torch


def test(softmax):
    x = torch.randn(2, 3, 4, generator=torch.Generator().manual_seed(0))
    for axis in (0, 1, 2, -1, -2, -3):
        torch.testing.assert_close(softmax(x, axis=axis), torch.softmax(x, axis))
    torch.testing.assert_close(softmax(x), torch.softmax(x, -1))
    assert torch.allclose(softmax(x[0, 0]), torch.softmax(x[0, 0], 0))


@pytest.mark.parametrize("scale", [100, 1000, 10000, -10000])
def test_large_scores(softmax, scale):
    x = torch.tensor([[1.0, 0.99999, 0.9], [0.3, 0.30001, -1.0]]) * scale
    for axis in (0, 1):
        torch.testing.assert_close(softmax(x, axis), torch.softmax(x, axis))
    want = torch.softmax(torch.tensor([0, 0.25]), 0)
    torch.testing.assert_close(softmax(torch.tensor([scale, scale + 0.25])), want)


def test_rows_far_apart(softmax):
    x = torch.tensor([[800.0, 801.0], [-800.0, -801.0], [1.0, 5.0]])
    both = torch.stack([x, x - 900])
    assert softmax(x).tolist() == [pytest.approx(row) for row in torch.softmax(x, 1).tolist()]
    torch.testing.assert_close(softmax(x.T, axis=0), torch.softmax(x.T, 0))
    torch.testing.assert_close(softmax(both), torch.softmax(both, -1))


def test_the_argument_stays(softmax):
    x = torch.tensor([[1.0, 2.0], [4.0, 3.0]])
    before = x.clone()
    softmax(x)
    assert torch.equal(x, before)
