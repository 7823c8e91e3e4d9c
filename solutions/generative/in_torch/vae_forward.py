import torch


def vae_forward(x, params, noise):
    """The reconstruction of x, and the mean and log-variance of its latents."""
    p = params
    h = torch.relu(x @ p["W_enc"] + p["b_enc"])
    mu = h @ p["W_mu"] + p["b_mu"]
    log_var = h @ p["W_lv"] + p["b_lv"]
    z = mu + torch.exp(0.5 * log_var) * noise
    g = torch.relu(z @ p["W_dec"] + p["b_dec"])
    return torch.sigmoid(g @ p["W_out"] + p["b_out"]), mu, log_var
