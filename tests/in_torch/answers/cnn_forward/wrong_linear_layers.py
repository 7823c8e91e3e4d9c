# kind: crashed
import torch
import torch.nn.functional as F


def conv(image, weight, bias):
    windows = F.pad(image, (1, 1, 1, 1)).unfold(1, 3, 1).unfold(2, 3, 1)
    return torch.einsum("cijab,ocab->oij", windows, weight) + bias[:, None, None]


def cnn_forward(image, params):
    x = image
    for name in ("conv1", "conv2"):
        x = F.relu(conv(x, params[f"{name}_w"], params[f"{name}_b"]))
        x = x.unfold(1, 2, 2).unfold(2, 2, 2).amax(dim=(-2, -1))
    hidden = F.relu(F.linear(x.flatten(), params["fc1_w"], params["fc1_b"]))
    return torch.softmax(F.linear(hidden, params["fc2_w"], params["fc2_b"]), dim=-1)
