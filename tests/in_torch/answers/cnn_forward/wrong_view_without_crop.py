# kind: crashed
import torch


def cnn_forward(image, params):
    """Class probabilities of one image (C, H, W)."""
    x = pool(conv(image, params["conv1_w"], params["conv1_b"]).relu())  # (C1, H // 2, W // 2)
    x = pool(conv(x, params["conv2_w"], params["conv2_b"]).relu())  # (C2, H // 4, W // 4)
    hidden = (x.flatten() @ params["fc1_w"] + params["fc1_b"]).relu()
    logits = hidden @ params["fc2_w"] + params["fc2_b"]
    return torch.softmax(logits, dim=0)


def conv(x, weight, bias):
    """3 x 3, padding 1: (C_in, H, W) -> (C_out, H, W)."""
    windows = torch.nn.functional.pad(x, (1, 1, 1, 1)).unfold(1, 3, 1).unfold(2, 3, 1)
    return torch.einsum("cijab,ocab->oij", windows, weight) + bias[:, None, None]


def pool(x):
    """Max over 2 x 2 windows: (C, H, W) -> (C, H // 2, W // 2)."""
    return x.reshape(x.shape[0], x.shape[1] // 2, 2, x.shape[2] // 2, 2).amax(dim=(2, 4))
