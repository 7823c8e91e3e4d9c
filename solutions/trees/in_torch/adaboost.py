import torch


def adaboost(X, y, n_rounds):
    """Fit decision stumps one after the other and return them with their weights."""
    stumps = [
        (feature, threshold, sign)
        for feature, column in enumerate(X.T)
        for threshold in midpoints(column).tolist()
        for sign in (1, -1)
    ]
    if not stumps:
        return []
    votes = torch.stack([torch.where(X[:, feature] > threshold, sign, -sign) for feature, threshold, sign in stumps])
    is_missed = (votes != y).double()
    weights, model = torch.full((len(y),), 1 / len(y), dtype=torch.float64), []
    for _ in range(n_rounds):
        errors = is_missed @ weights
        # The first stump whose error is the least up to rounding; argmax does not take booleans.
        best = int((errors <= errors.min() + 1e-12).int().argmax())
        if errors[best] >= 0.5 - 1e-12:
            break
        error = errors[best].clamp(min=1e-10)
        alpha = torch.log((1 - error) / error) / 2
        model.append((*stumps[best], float(alpha)))
        if errors[best] <= 1e-10:
            break
        weights = weights * torch.exp(-alpha * y * votes[best])
        weights = weights / weights.sum()
    return model


def midpoints(column):
    values = column.double().unique()
    return (values[:-1] + values[1:]) / 2
