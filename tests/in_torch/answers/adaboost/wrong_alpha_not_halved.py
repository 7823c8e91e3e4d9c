# mistake: alpha_not_halved
import torch


def adaboost(X, y, n_rounds):
    stumps = [
        (feature, threshold, sign)
        for feature, column in enumerate(X.T)
        for threshold in midpoints(column).tolist()
        for sign in (1, -1)
    ]
    if not stumps:
        return []
    votes = torch.stack([torch.where(X[:, f] > t, s, -s) for f, t, s in stumps])
    wrong = (votes != y).double()
    weights, model = torch.full((len(y),), 1 / len(y), dtype=torch.float64), []
    for _ in range(n_rounds):
        errors = wrong @ weights
        best = int((errors <= errors.min() + 1e-12).int().argmax())
        if errors[best] >= 0.5 - 1e-12:
            break
        error = errors[best].clamp(min=1e-10)
        alpha = torch.log((1 - error) / error)
        model.append((*stumps[best], float(alpha)))
        if errors[best] <= 1e-10:
            break
        weights = weights * torch.exp(-alpha * y * votes[best])
        weights = weights / weights.sum()
    return model


def midpoints(column):
    values = column.double().unique()
    return (values[:-1] + values[1:]) / 2
