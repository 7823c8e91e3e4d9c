# mistake: value_through_float
import torch
import torch.nn.functional as F


def pad_sequences(sequences, value=0):
    """The padded tokens, and True where they were filled."""
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    L = int(lengths.max())
    ids = torch.stack([F.pad(sequence, (0, L - len(sequence)), value=value) for sequence in sequences])
    return ids, torch.arange(L) >= lengths[:, None]
