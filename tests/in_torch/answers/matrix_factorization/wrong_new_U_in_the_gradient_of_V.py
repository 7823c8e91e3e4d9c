# mistake: one_after_the_other
import torch


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        errors = torch.where(observed, R - U @ V.T, 0.0)
        U = U - lr * (-2 * errors @ V + 2 * lam * U)
        V = V - lr * (-2 * errors.T @ U + 2 * lam * V)
    return U, V
