"""LoRA: the rank that divides, the part that is scaled, and a frozen weight."""

import numpy as np

from mlprep.grading.api import Case, alternative, lacks, mistake, says, uses


def cases(rng):
    def layer(n, d_in, r, d_out):
        return [rng.normal(size=shape) for shape in ((n, d_in), (d_in, d_out), (d_in, r), (r, d_out))]

    def some():
        return float(rng.uniform(1.5, 4.0))

    numbers = np.array([[4.0, 3.0, 1.0], [1.0, 2.0, 5.0]])
    yield Case("rank 2", np.array([[1.0, 2.0], [3.0, -1.0]]), np.zeros((2, 3)), np.eye(2), numbers, 3.0)
    yield Case("alpha a multiple of the rank", *layer(3, 5, 2, 4), alpha=16)
    yield Case("random", *layer(5, 6, 2, 3), some())
    yield Case("more outputs than inputs", *layer(2, 4, 3, 7), some())
    yield Case("all sizes equal", *layer(3, 3, 3, 3), some())
    x, W, A, _ = layer(3, 4, 2, 5)
    yield Case("before training, B of zeros", x, W, A, np.zeros((2, 5)), some())
    yield Case("three hundred samples", *layer(300, 3, 2, 4), some()).plain()
    numbers = [np.array([[value]]) for value in (2.0, 3.0, 5.0, 7.0)]
    yield Case("all sizes 1", *numbers, 0.5).edge("sizes of 1")
    yield Case("rank 1", *layer(2, 3, 1, 4), 2).edge("sizes of 1")
    yield Case("one sample", *layer(1, 4, 2, 3), some()).edge("sizes of 1")
    yield Case("one output", *layer(4, 5, 2, 1), some()).edge("sizes of 1")
    yield Case("one input", *layer(4, 1, 3, 2), some()).edge("sizes of 1")
    yield Case("a rank above the sizes", *layer(3, 2, 5, 4), some()).edge("large rank")
    yield Case("a rank of three hundred", *layer(2, 2, 300, 2), some()).plain().edge("large rank")
    yield Case("alpha less than the rank", *layer(2, 5, 3, 4), 1).edge("any alpha")
    yield Case("alpha no multiple of the rank", *layer(2, 4, 3, 5), 8).edge("any alpha")
    yield Case("alpha of 0", *layer(2, 4, 2, 3), 0.0).edge("any alpha")
    yield Case("alpha of one half", *layer(2, 4, 2, 3), 0.5).edge("any alpha")


@mistake("You leave out the scale. Multiply the update by alpha / r.")
def not_scaled(x, W, A, B, alpha):
    return x @ W + x @ A @ B


@mistake("You multiply by alpha, but do not divide by the rank r, the number of columns of A.")
def not_divided_by_the_rank(x, W, A, B, alpha):
    return x @ W + alpha * (x @ A @ B)


@mistake("You divide by the rank, but do not multiply by alpha. The scale is alpha / r.")
def not_multiplied_by_alpha(x, W, A, B, alpha):
    return x @ W + x @ A @ B / A.shape[1]


@mistake("You divide by the number of inputs. The rank is the size that A and B share: A.shape[1].")
def divided_by_the_inputs(x, W, A, B, alpha):
    return x @ W + alpha / len(A) * (x @ A @ B)


@mistake("You divide by the number of outputs. The rank is the size that A and B share: B.shape[0].")
def divided_by_the_outputs(x, W, A, B, alpha):
    return x @ W + alpha / B.shape[1] * (x @ A @ B)


@mistake("You take the smaller side of A for the rank. The rank is A.shape[1], even where that is the larger side.",
         when=lacks("matrix_rank"))
def divided_by_the_smaller_side(x, W, A, B, alpha):
    return x @ W + alpha / min(A.shape) * (x @ A @ B)


@mistake("You divide by the numerical rank of a product. Divide by r, the number of columns of A.",
         when=uses("matrix_rank"))
def divided_by_the_numerical_rank(x, W, A, B, alpha):
    return x @ W + alpha / max(1, np.linalg.matrix_rank(A @ B)) * (x @ A @ B)


@mistake("You divide by the square root of the rank. Divide by the rank itself.")
def divided_by_the_root(x, W, A, B, alpha):
    return x @ W + alpha / np.sqrt(A.shape[1]) * (x @ A @ B)


@mistake("Your division drops the fraction, so alpha below r gives 0. Divide with a single slash.")
def whole_division(x, W, A, B, alpha):
    return x @ W + alpha // A.shape[1] * (x @ A @ B)


@mistake("Your scale is upside down. It is alpha / r.")
def scale_inverted(x, W, A, B, alpha):
    return x @ W + A.shape[1] / max(alpha, 1e-9) * (x @ A @ B)


@mistake("You scale the frozen layer's output too. Scale only the update.")
def everything_scaled(x, W, A, B, alpha):
    return alpha / A.shape[1] * (x @ W + x @ A @ B)


@mistake("You return the update alone. Add it to the frozen layer's x W.")
def update_alone(x, W, A, B, alpha):
    return alpha / A.shape[1] * (x @ A @ B)


@mistake("You leave out the update. x W alone is the layer before fine-tuning.")
def frozen_alone(x, W, A, B, alpha):
    return x @ W


@mistake("You mix x W and the update with shares that sum to 1. Count x W in full, and scale only the update.")
def mixed(x, W, A, B, alpha):
    scale = alpha / A.shape[1]
    return (1 - scale) * (x @ W) + scale * (x @ A @ B)


@mistake("You squeeze the result, which drops an axis of length 1. Keep the shape (n, d_out).", when=uses("squeeze"))
def squeezed(x, W, A, B, alpha):
    return np.squeeze(x @ W + alpha / A.shape[1] * (x @ A @ B))


@mistake("You add the update to W in place, and W belongs to the caller. Work with a copy.", kind="changed",
         when=says("second argument"))
def merged_in_place(x, W, A, B, alpha):
    W += alpha / A.shape[1] * (A @ B)
    return x @ W


@alternative
def merged_in_a_copy(x, W, A, B, alpha):
    return x @ (W + A @ B * (alpha / B.shape[0]))


@alternative
def by_einsum(x, W, A, B, alpha):
    scale = float(alpha) / A.shape[-1]
    return np.einsum("ni,io->no", x, W) + np.einsum("ni,ir,ro->no", x * scale, A, B)


@alternative
def row_by_row(x, W, A, B, alpha):
    outputs = []
    for row in x:
        inner = [sum(a * b for a, b in zip(row, column)) * alpha / len(B) for column in A.T]
        outputs.append([float(row @ W[:, j]) + sum(h * B[k, j] for k, h in enumerate(inner)) for j in range(len(W[0]))])
    return outputs
