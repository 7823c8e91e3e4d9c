# mistake: largest_signed
import torch
def quantize_int8(x):
    scale = x.max() / 127
    q = torch.round(x / scale).clamp(-128, 127).to(torch.int8)
    return q, scale
