# mistake: mask_from_values
import torch


def pad_sequences(sequences, value=0):
    """The padded tokens, and True where they were filled."""
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    ids = torch.full((len(sequences), int(lengths.max())), value)
    for i, sequence in enumerate(sequences):
        ids[i, : len(sequence)] = sequence
    blocked = ids == value
    return ids, blocked
