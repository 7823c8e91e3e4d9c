# mistake: float_ids
import torch


def pad_sequences(sequences, value=0):
    """The padded tokens, and True where they were filled."""
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    ids = torch.zeros(len(sequences), int(lengths.max())) + value
    for i, sequence in enumerate(sequences):
        ids[i, : len(sequence)] = sequence
    # The lengths decide what was filled, because a token may equal value.
    blocked = torch.arange(ids.shape[1]) >= lengths[:, None]
    return ids, blocked
