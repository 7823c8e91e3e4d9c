import torch


def pad_sequences(sequences, value=0):
    """The padded tokens, and True where they were filled."""
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    ids = torch.full((len(sequences), int(lengths.max())), value, dtype=torch.int64)
    for row, sequence in zip(ids, sequences, strict=True):  # each row is a view of ids
        row[: len(sequence)] = sequence
    blocked = torch.arange(ids.shape[1]) >= lengths[:, None]
    return ids, blocked
