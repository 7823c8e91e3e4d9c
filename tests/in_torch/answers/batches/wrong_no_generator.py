# mistake: global_generator
import torch
def batches(X, y, batch_size, rng, drop_last=False):
    order = torch.rand(len(X)).argsort()
    end = len(X) - len(X) % batch_size if drop_last else len(X)
    return [(X[order[i:i+batch_size]], y[order[i:i+batch_size]]) for i in range(0, end, batch_size)]
