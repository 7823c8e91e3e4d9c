# mistake: nan_in_the_result
import torch


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        errors = observed * (R - U @ V.T)
        U_gradient = -2 * errors @ V + 2 * lam * U
        V_gradient = -2 * errors.T @ U + 2 * lam * V
        U, V = U - lr * U_gradient, V - lr * V_gradient
    return U, V
