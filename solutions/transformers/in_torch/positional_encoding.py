import torch


def positional_encoding(seq_len, d_model):
    """Sines in the even columns, cosines in the odd."""
    angles = torch.arange(seq_len)[:, None] / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    encoding = torch.empty(seq_len, d_model)
    encoding[:, 0::2] = angles.sin()
    encoding[:, 1::2] = angles[:, : d_model // 2].cos()
    return encoding
