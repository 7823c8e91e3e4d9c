import numpy as np


class MSELoss:
    def __call__(self, pred, target):
        return np.square(pred - target).mean(dtype=np.float64)


class DDPM:
    def __init__(self, eps_model, alpha_bars, *, criterion=MSELoss()):
        self.eps_model, self.alpha_bars, self.criterion = eps_model, alpha_bars, criterion

    def q_sample(self, x0, t, eps):
        lead = (slice(None),) + (np.newaxis,) * (x0.ndim - 1)
        return self.alpha_bars[t][lead] ** 0.5 * x0 + (1.0 - self.alpha_bars[t])[lead] ** 0.5 * eps

    def forward(self, x0, t, eps):
        return self.criterion(self.eps_model(self.q_sample(x0, t, eps), t), eps)


def ddpm_loss(model, x0, t, alpha_bars, noise):
    return DDPM(model, alpha_bars).forward(x0, t, noise)
