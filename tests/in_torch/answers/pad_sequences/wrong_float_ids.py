# mistake: float_ids
import torch


def pad_sequences(sequences, value=0):
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    ids = torch.zeros(len(sequences), max(lengths)) + value
    for i, sequence in enumerate(sequences):
        ids[i, :len(sequence)] = sequence
    return ids, torch.arange(ids.shape[1]) >= lengths.unsqueeze(1)
