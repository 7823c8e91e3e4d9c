"""Distances, neighbors, steps of k-means, explained variance."""

from __future__ import annotations

from collections import Counter
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, choice, listed, makes, number, numbers, share, trimmed


@makes("distances")
def distances(rng: Random) -> Drawn:
    """Euclidean, Manhattan, cosine, dot products."""
    a = [rng.randrange(-2, 5) for _ in range(2)]
    dx, dy = rng.choice(((3, 4), (6, 8), (5, 12), (0, 2), (8, 6), (-3, 4)))
    name = rng.choice(("Euclidean", "Manhattan", "squared Euclidean", "largest-coordinate (Chebyshev)", "cosine"))
    b = [a[0] + dx, a[1] + dy]
    if name == "cosine":
        a, b = rng.choice(
            (
                ([3, 4], [4, 3]),
                ([1, 0], [3, 4]),
                ([1, 1], [1, 0]),
                ([1, 2], [2, -1]),
                ([3, 4], [-3, -4]),
                ([2, 0], [5, 0]),
            )
        )
        dot = a[0] * b[0] + a[1] * b[1]
        norms = [(x * x + y * y) ** 0.5 for x, y in (a, b)]
        value = dot / norms[0] / norms[1]
        text = f"What is the cosine similarity of ({listed(a)}) and ({listed(b)})?"
        return number(text, value, f"{dot} / ({norms[0]:.3g}·{norms[1]:.3g}) = {value:.2f}.", a=a, b=b, name=name)
    values = {
        "Euclidean": (dx * dx + dy * dy) ** 0.5,
        "Manhattan": abs(dx) + abs(dy),
        "squared Euclidean": dx * dx + dy * dy,
        "largest-coordinate (Chebyshev)": max(abs(dx), abs(dy)),
    }
    text = f"What is the {name} distance between ({listed(a)}) and ({listed(b)})?"
    return number(
        text,
        values[name],
        f"The difference is ({dx}, {dy}), so it is {trimmed(float(values[name]))}.",
        1,
        a=a,
        b=b,
        name=name,
    )


@makes("k-means-steps")
def kmeans_steps(rng: Random) -> Drawn:
    """The new centers of numbers on a line, or the inertia."""
    points = sorted(rng.sample(range(20), 5))
    centers = [points[0] + 0.25, points[-1] - 0.25]
    groups: list[list[int]] = [[], []]
    for point in points:
        groups[abs(point - centers[0]) > abs(point - centers[1])].append(point)
    means = [sum(group) / len(group) for group in groups]
    inside = f"{listed(groups[0])} belong to the first center and {listed(groups[1])} to the second"
    shuffled = rng.sample(points, len(points))
    if rng.random() < 0.6:
        text = (
            f"Points {listed(shuffled)} on a line, centers {listed(centers)}. What "
            "are the centers after one step of k-means, in the order of the old ones?"
        )
        return numbers(text, means, f"{inside}. Their means are {listed(means)}.", 2, points=points, centers=centers)
    value = sum((point - mean) ** 2 for group, mean in zip(groups, means, strict=True) for point in group)
    text = (
        f"Points {listed(shuffled)} on a line form the clusters ({listed(groups[0])}) and "
        f"({listed(groups[1])}). What is the inertia, the sum of squared distances to the cluster means?"
    )
    return number(
        text, value, f"Means {listed(means)}; the squares sum to {trimmed(value)}.", points=points, groups=groups
    )


@makes("nearest-neighbors")
def nearest_neighbors(rng: Random) -> Drawn:
    """The vote of the k nearest on a line, or their mean."""
    while True:
        points = rng.sample(range(20), 6)
        labels = [rng.choice("ab") for _ in points]
        query, k = rng.randrange(20) + 0.25, rng.choice((1, 3, 5))
        order = sorted(range(6), key=lambda place: abs(points[place] - query))
        near = [labels[place] for place in order[:k]]
        if (
            len(set(labels)) == 2 and Counter(near).most_common(1)[0][0] != Counter(labels).most_common(1)[0][0]
        ) or rng.random() < 0.2:
            break
    given = ", ".join(f"{point} ({label})" for point, label in sorted(zip(points, labels, strict=True)))
    if rng.random() < 0.5:
        values = [points[place] for place in order[:k]]
        mean = sum(values) / k
        text = (
            "Training points on a line, each with its own position as target: "
            f"{listed(sorted(points))}. What does {k}-nearest-neighbors regression predict at {query:g}?"
        )
        return number(
            text,
            mean,
            f"The nearest are {listed(sorted(values))}; their mean is {mean:.2f}.",
            points=points,
            query=query,
            k=k,
        )
    label = Counter(near).most_common(1)[0][0]
    others = [each for each in "ab" if each != label]
    text = f"Points on a line with their classes: {given}. Which class does {k}-nearest-neighbors give {query:g}?"
    told = f"The nearest are {', '.join(f'{points[place]} ({labels[place]})' for place in order[:k])}: class {label}."
    return choice(
        rng,
        text,
        [f"class {label}", f"class {others[0]}", "neither, it is a tie"],
        told,
        points=points,
        labels=labels,
        query=query,
        k=k,
    )


@makes("explained-variance")
def explained_variance(rng: Random) -> Drawn:
    """What PCA keeps."""
    values = sorted(rng.sample((1, 2, 3, 4, 5, 6, 8, 10, 12, 20), 4), reverse=True)
    k = rng.choice((1, 2, 3))
    kept = sum(values[:k]) / sum(values)
    if rng.random() < 0.6:
        text = (
            f"The covariance matrix has the eigenvalues {listed(rng.sample(values, 4))}. "
            f"Which share of the variance do the first {k} components keep?"
        )
        if k == 1:
            text = text.replace("do the first 1 components keep", "does the first component keep")
        return share(
            text, kept, f"The largest {k}: {sum(values[:k])} / {sum(values)} = {kept:.2f}.", values=values, k=k
        )
    singular = rng.sample((1, 2, 3, 4, 5), 3)
    singular.sort(reverse=True)
    value = singular[0] ** 2 / sum(each**2 for each in singular)
    text = (
        f"The centered data has the singular values {listed(singular)}. "
        "Which share of the variance does the first component keep?"
    )
    return share(
        text,
        value,
        f"Variances go with squares: {singular[0] ** 2} / {sum(each**2 for each in singular)} = {value:.2f}.",
        singular=singular,
    )
