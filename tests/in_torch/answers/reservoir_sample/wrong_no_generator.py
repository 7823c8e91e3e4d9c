# mistake: own_generator
import torch


def reservoir_sample(stream, k, rng):
    sample = []
    for seen, item in enumerate(stream, start=1):
        if seen <= k:
            sample.append(item)
        elif (place := int(torch.randint(seen, ()))) < k:
            sample[place] = item
    return sample
