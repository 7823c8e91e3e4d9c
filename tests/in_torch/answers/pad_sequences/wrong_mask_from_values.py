# mistake: mask_from_values
import torch


def pad_sequences(sequences, value=0):
    longest = max(len(sequence) for sequence in sequences)
    ids = torch.full((len(sequences), longest), value)
    for i, sequence in enumerate(sequences):
        ids[i, :len(sequence)] = sequence
    return ids, ids == value
