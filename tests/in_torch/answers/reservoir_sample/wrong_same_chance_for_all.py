# mistake: by_a_coin
import torch


def reservoir_sample(stream, k, rng):
    sample = []
    for item in stream:
        if len(sample) < k:
            sample.append(item)
        elif torch.rand((), generator=rng) < 0.5:
            sample[int(torch.randint(k, (), generator=rng))] = item
    return sample
