import torch


def reservoir_sample(stream, k, rng):
    """Draw k items of a stream so that every set of k places is equally likely."""
    sample = []
    for seen, item in enumerate(stream, start=1):
        if seen <= k:
            sample.append(item)
            continue
        place = int(torch.randint(seen, (), generator=rng))
        if place < k:
            sample[place] = item
    return sample
