import torch


def one_hot(labels, n_classes=None):
    """A row per label, 1 at its class."""
    labels = labels.long()
    if n_classes is None:
        n_classes = int(labels.max()) + 1
    if labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError("a label is not a class")
    codes = torch.zeros(len(labels), n_classes)
    codes[torch.arange(len(labels)), labels] = 1
    return codes
