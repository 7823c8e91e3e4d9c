"""CLIP's loss: unit rows, the temperature, two directions and their mean, each stable by its own maximum."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("low temperatures",)


def cases(rng):
    def pairs(n, d):
        """Related rows of all lengths."""
        images, noise = rng.normal(size=(n, d)), rng.normal(size=(n, d))
        texts = images + 0.8 * noise
        lengths = rng.uniform(0.5, 4.0, size=(2, n, 1))
        return [x / np.linalg.norm(x, axis=1, keepdims=True) * each for x, each in zip((images, texts), lengths)]

    yield Case("two pairs of unit rows", np.array([[1.0, 0.0], [1.0, 0.0]]), np.array([[1.0, 0.0], [0.0, 1.0]]), 1.0)
    yield Case("two pairs", np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 1.0]]), 1.0)
    yield Case("two random pairs, a temperature of 1", *pairs(2, 3), 1.0)
    yield Case("more rows than features", *pairs(5, 2), 0.5)
    yield Case("more features than rows", *pairs(3, 6), float(rng.uniform(0.2, 0.8)))
    yield Case("as many rows as features", *pairs(4, 4), 0.2)
    yield Case("the default temperature", *pairs(4, 3))
    yield Case("a high temperature", *pairs(4, 3), temperature=5.0)
    texts = np.array([[1.0, 1.0, 1.0], [0.0, 2.0, 0.0], [0.0, 0.0, 0.5]])
    yield Case("one text near all images", np.eye(3) + 1, texts, 0.3)
    yield Case("three hundred pairs", *pairs(300, 3), 0.5).once()
    yield Case("a single pair", np.array([[3.0, 4.0]]), np.array([[1.0, 0.0]])).edge("one pair")
    yield Case("signs", np.array([[2.0], [-1.0], [3.0]]), np.array([[1.0], [4.0], [-2.0]]), 0.5).edge("one feature")
    images, texts = pairs(4, 3)
    images, texts = images * np.array([[25.0], [1.0], [0.2], [1.0]]), texts * np.array([[1.0], [0.2], [25.0], [1.0]])
    yield Case("rows of very different lengths", images, texts, 0.3).edge("row lengths")
    yield Case("perfect matches", np.diag([2.0, 3.0, 0.5]), np.eye(3), 0.002).edge("low temperatures")
    images, texts = np.eye(3)[[0, 1, 1]] * 2, np.diag([1.0, 1.0, -2.0])
    yield Case("one of three mismatched", images, texts, 1e-3).edge("low temperatures")
    yield Case("all pairs mismatched", np.eye(3), np.eye(3)[[1, 2, 0]], 1e-4).edge("low temperatures")
    near, far = np.array([[1.0, 0.0], [-3.0, 0.0]]), np.array([[-1.0, 0.0], [-6.0, -8.0]])
    yield Case("one row's logits far below the other's", near, far, 1e-4).edge("low temperatures")
    yield Case("one column's logits far below the other's", far, near, 1e-4).edge("low temperatures")


def _unit(x, axis=1):
    return x / np.linalg.norm(x, axis=axis, keepdims=True)


def _logits(images, texts, temperature):
    return _unit(images) @ _unit(texts).T / temperature


def _losses(logits, axis=1):
    return np.logaddexp.reduce(logits, axis=axis) - np.diag(logits)


def _both(logits, reduced=np.mean):
    return (reduced(_losses(logits)) + reduced(_losses(logits, axis=0))) / 2


@mistake("You use only the direction from images to texts. Average it with that from texts to images.")
def images_to_texts_alone(images, texts, temperature=0.07):
    return np.mean(_losses(_logits(images, texts, temperature)))


@mistake("You use only the direction from texts to images. Average it with that from images to texts.")
def texts_to_images_alone(images, texts, temperature=0.07):
    return np.mean(_losses(_logits(images, texts, temperature), axis=0))


@mistake("You add the two directions. Return their mean: divide by 2.")
def directions_added(images, texts, temperature=0.07):
    return 2 * _both(_logits(images, texts, temperature))


@mistake("You average over all n² entries. Average over the n rows and the n columns.")
def averaged_over_entries(images, texts, temperature=0.07):
    return _both(_logits(images, texts, temperature)) / len(images)


@mistake("You take one softmax over the whole matrix. Take one over each row, and one over each column.")
def one_softmax(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    return np.mean(np.logaddexp.reduce(logits, axis=None) - np.diag(logits))


@mistake("You average the probabilities of the two directions before you take the logarithm. Average the losses.")
def probabilities_averaged(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    probs = (np.exp(-_losses(logits)) + np.exp(-_losses(logits, axis=0))) / 2
    return -np.mean(np.log(np.maximum(probs, 1e-300)))


@mistake("You compare the rows as they are. Scale each to length 1 first, so that the products are cosines.")
def not_normalized(images, texts, temperature=0.07):
    return _both(images @ texts.T / temperature)


@mistake("You normalize only one of the two. Scale the rows of images and those of texts to length 1.",
         constants={"side": ("images", "texts")})
def one_side_normalized(images, texts, temperature=0.07, *, side):
    return _both((_unit(images) @ texts.T if side == "images" else images @ _unit(texts).T) / temperature)


@mistake("You normalize the columns. Each row is one sample: scale each row to length 1.")
def columns_normalized(images, texts, temperature=0.07):
    images, texts = (x / (np.linalg.norm(x, axis=0) + 1e-12) for x in (images, texts))
    return _both(images @ texts.T / temperature)


@mistake("You divide by the norm of the whole matrix. Divide each row by its own norm.")
def matrix_normalized(images, texts, temperature=0.07):
    return _both(images / np.linalg.norm(images) @ (texts / np.linalg.norm(texts)).T / temperature)


@mistake("You divide each row by its squared length. Take the square root.")
def by_squared_lengths(images, texts, temperature=0.07):
    images, texts = (x / np.sum(x**2, axis=1, keepdims=True) for x in (images, texts))
    return _both(images @ texts.T / temperature)


@mistake("You add {eps} to the norms, and a low temperature magnifies that. Divide by the norm itself.",
         constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3)})
def eps_in_the_norms(images, texts, temperature=0.07, *, eps):
    images, texts = (x / (np.linalg.norm(x, axis=1, keepdims=True) + eps) for x in (images, texts))
    return _both(images @ texts.T / temperature)


@mistake("You sum over the pairs. Return their mean.")
def summed(images, texts, temperature=0.07):
    return _both(_logits(images, texts, temperature), np.sum)


@mistake("You return one loss per pair. Return their mean.")
def not_averaged(images, texts, temperature=0.07):
    return _both(_logits(images, texts, temperature), lambda losses: losses)


@mistake("You return the two directions. Return their mean.")
def two_numbers(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    return np.mean(_losses(logits)), np.mean(_losses(logits, axis=0))


@mistake("You multiply by the temperature. Divide the cosines by it.")
def multiplied(images, texts, temperature=0.07):
    return _both(_logits(images, texts, 1 / temperature))


@mistake("You multiply by exp(temperature), as if it were CLIP's learned logarithm. Divide the cosines by the "
         "temperature.", constants={"sign": (1, -1)})
def exponential_of_temperature(images, texts, temperature=0.07, *, sign):
    return _both(_logits(images, texts, np.exp(-sign * temperature)))


@mistake("You bound 1 / temperature by 100, as CLIP does for the one it learns. Use the temperature as it is given.")
def bounded_scale(images, texts, temperature=0.07):
    return _both(_logits(images, texts, max(temperature, 0.01)))


@mistake("You leave out the temperature. Divide the cosines by it.")
def no_temperature(images, texts, temperature=0.07):
    return _both(_logits(images, texts, 1.0))


@mistake("Your result does not depend on the temperature. Use the argument instead of 0.07.")
def temperature_ignored(images, texts, temperature=0.07):
    return _both(_logits(images, texts, 0.07))


@mistake("Your default temperature is {default}. It should be 0.07.",
         constants={"default": (0.1, 1.0, 0.5, 0.7, 0.05, 0.2, 0.01)})
def another_default(images, texts, temperature=None, *, default):
    return _both(_logits(images, texts, default if temperature is None else temperature))


@mistake("Your denominators hold only the negatives. The right pair belongs to them too.")
def pair_left_out(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    if len(images) == 1:
        return 0.0
    others = logits + np.where(np.eye(len(logits)) > 0, -np.inf, 0.0)
    return (np.mean(np.logaddexp.reduce(others, axis=1) - np.diag(logits))
            + np.mean(np.logaddexp.reduce(others, axis=0) - np.diag(logits))) / 2


@mistake("You compute SimCLR's loss over 2n rows. Let images choose among texts only, and texts among images only.")
def nt_xent(images, texts, temperature=0.07):
    both, n = np.vstack([_unit(images), _unit(texts)]), len(images)
    scores = both @ both.T / temperature + np.where(np.eye(2 * n) > 0, -np.inf, 0.0)
    partner = (np.arange(2 * n) + n) % (2 * n)
    return np.mean(np.logaddexp.reduce(scores, axis=1) - scores[np.arange(2 * n), partner])


@mistake("You use a sigmoid for each pair, as SigLIP does. CLIP takes a softmax over each row and each column.",
         constants={"over": ("rows", "entries")})
def sigmoid_loss(images, texts, temperature=0.07, *, over):
    logits = _logits(images, texts, temperature)
    losses = np.logaddexp(0.0, -logits * (2 * np.eye(len(logits)) - 1))
    return np.sum(losses) / len(logits) if over == "rows" else np.mean(losses)


@mistake("You return the mean log-probability, which is never positive. The loss is its negative.")
def negated(images, texts, temperature=0.07):
    return -_both(_logits(images, texts, temperature))


@mistake("You take the logarithm of a softmax, which is −∞ at a low temperature where a pair's probability underflows "
         "to 0. Compute log(Σ exp) minus the pair's logit instead.")
def logarithm_of_softmax(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    losses = []
    for axis in (0, 1):
        exps = np.exp(logits - logits.max(axis=axis, keepdims=True))
        losses.append(-np.mean(np.log(np.diag(exps / exps.sum(axis=axis, keepdims=True)))))
    return sum(losses) / 2


@mistake("You add {eps} inside the logarithm or clip there, so a bad mismatch costs too little. Compute log(Σ exp) "
         "minus the pair's logit, which needs no clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-15), "add": (True, False)})
def clipped(images, texts, temperature=0.07, *, eps, add):
    losses = np.array([_losses(_logits(images, texts, temperature), axis) for axis in (0, 1)])
    probs = np.exp(-losses)
    return -np.mean(np.log(probs + eps if add else np.maximum(probs, eps)))


@mistake("exp overflows at a low temperature. Subtract the largest logit of each row, or of each column, before you "
         "exponentiate.", constants={"form": ("log of the sum", "log of the softmax")})
def not_shifted(images, texts, temperature=0.07, *, form):
    logits = _logits(images, texts, temperature)
    exps = np.exp(logits)
    if form == "log of the softmax":
        return -(np.mean(np.log(np.diag(exps) / exps.sum(1))) + np.mean(np.log(np.diag(exps) / exps.sum(0)))) / 2
    return (np.mean(np.log(exps.sum(axis=1))) + np.mean(np.log(exps.sum(axis=0)))) / 2 - np.mean(np.diag(logits))


@mistake("You subtract one maximum for the whole matrix, so a row or column far below it underflows, and log 0 is −∞. "
         "Subtract the maximum of each row, and for the other direction that of each column.")
def global_maximum(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    exps = np.exp(logits - logits.max())
    return ((np.mean(np.log(exps.sum(axis=1))) + np.mean(np.log(exps.sum(axis=0)))) / 2
            - np.mean(np.diag(logits) - logits.max()))


@mistake("You subtract each row's maximum once and use the result for the columns too, which changes their softmax. "
         "Each direction needs its own maximum.")
def row_maximum_for_both(images, texts, temperature=0.07):
    logits = _logits(images, texts, temperature)
    return _both(logits - logits.max(axis=1, keepdims=True))


@mistake("You normalize the rows in place, in arrays that belong to the caller. Compute new ones.", kind="changed",
         when=says("argument"))
def normalized_in_place(images, texts, temperature=0.07):
    images /= np.linalg.norm(images, axis=1, keepdims=True)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    return _both(images @ texts.T / temperature)


@alternative
def by_logaddexp(images, texts, temperature=0.07):
    lengths = np.sqrt((images**2).sum(-1))[:, None] * np.sqrt((texts**2).sum(-1))[None]
    logits = np.einsum("id,jd->ij", images, texts) / lengths / temperature
    sums = np.logaddexp.reduce(logits, axis=0) + np.logaddexp.reduce(logits, axis=1)
    return np.mean(sums / 2 - logits.diagonal())


@alternative
def pair_by_pair(images, texts, temperature=0.07):
    import math

    def cosine(a, b):
        return float(a @ b) / math.sqrt(float(a @ a)) / math.sqrt(float(b @ b)) / temperature

    n, total = len(images), 0.0
    for i in range(n):
        right = cosine(images[i], texts[i])
        for gaps in ([cosine(images[i], t) - right for t in texts], [cosine(m, texts[i]) - right for m in images]):
            top = max(gaps)
            total += top + math.log(sum(math.exp(gap - top) for gap in gaps))
    return total / (2 * n)


@alternative
def with_a_small_constant(images, texts, temperature=0.07):
    a = images / (np.linalg.norm(images, axis=-1, keepdims=True) + 1e-8)
    b = texts / np.maximum(np.linalg.norm(texts, axis=-1, keepdims=True), 1e-8)
    scores, loss = a.dot(b.T) / temperature, 0
    for each in (scores, scores.T):
        top = each.max(1)
        loss += (top + np.log(np.exp(each - top[:, None]).sum(1)) - each[range(len(a)), range(len(a))]).mean() / 2
    return loss
