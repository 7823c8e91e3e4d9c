import torch


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    """Take n_steps of gradient descent on the squared error of the observed ratings and the penalty."""
    for _ in range(n_steps):
        # NaN times 0 is NaN, so a mask cannot be multiplied.
        errors = torch.where(observed, R - U @ V.T, 0.0)
        U_gradient = -2 * errors @ V + 2 * lam * U
        V_gradient = -2 * errors.T @ U + 2 * lam * V
        U, V = U - lr * U_gradient, V - lr * V_gradient
    return U, V
