# mistake: ties_by_rounding
import torch


def value_iteration(P, R, gamma):
    """The values of all states under the best policy, and its actions."""
    P, R = P.double(), R.double()  # float32 cannot hold values to 1e-8
    V = torch.zeros(len(R), dtype=R.dtype)
    while True:
        new_V = (R + gamma * P @ V).amax(dim=1)
        change = (new_V - V).abs().max()
        V = new_V
        # A sweep that changes V by at most delta leaves an error of up to gamma / (1 - gamma) * delta.
        if gamma * change <= (1 - gamma) * 1e-9:
            break
    Q = R + gamma * P @ V
    return V, Q.argmax(dim=1)
