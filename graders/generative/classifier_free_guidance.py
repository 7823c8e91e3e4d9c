"""Classifier-free guidance: which prediction is the base, the direction, and no special treatment of any scale."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def pair(*shape):
        return rng.normal(size=shape), rng.normal(size=shape)

    uncond, cond = np.array([1.0, 0.0]), np.array([2.0, -1.0])
    yield Case("a scale of 3", uncond, cond, 3.0)
    yield Case("a scale of 2, an integer", np.array([0.0, 1.0, 4.0]), np.array([1.0, 1.0, 2.0]), 2)
    yield Case("the usual 7.5", *pair(2, 3), 7.5)
    yield Case("a random scale", *pair(5), scale=float(rng.uniform(1.5, 4.0)))
    yield Case("both predictions equal", cond, cond.copy(), 5.0)
    yield Case("three hundred numbers", *pair(300), 2.5).plain()
    yield Case("scale 1", uncond, cond, 1.0).edge("small scales")
    yield Case("scale 0", uncond, cond, 0.0).edge("small scales")
    yield Case("scale 0, an integer", *pair(3), 0).edge("small scales")
    yield Case("halfway", *pair(2, 2), 0.5).edge("small scales")
    yield Case("scale 3/4", *pair(4), 0.75).edge("small scales")
    yield Case("away from the condition", *pair(3), -1.5).edge("small scales")
    yield Case("a number", np.array(2.0), np.array(-1.0), 4.0).edge("any shape")
    yield Case("one entry", *pair(1), 3.0).edge("any shape")
    yield Case("images", *pair(2, 3, 4, 5), 2.0).edge("any shape")
    yield Case("two square images", *pair(2, 2, 2), 6.0).edge("any shape")


def _right(uncond, cond, scale):
    return np.asarray(uncond + scale * (cond - uncond))


@mistake("You count the scale from the conditional prediction, as some papers do: eps_cond + scale · (eps_cond − "
         "eps_uncond). Here a scale of 1 gives eps_cond. Start from eps_uncond.")
def from_the_conditional(eps_uncond, eps_cond, scale):
    return _right(eps_uncond, eps_cond, scale + 1)


@mistake("You swap the two predictions. Start from eps_uncond and go toward eps_cond.")
def predictions_swapped(eps_uncond, eps_cond, scale):
    return _right(eps_cond, eps_uncond, scale)


@mistake("You subtract the difference, so you go away from the condition. Add scale · (eps_cond − eps_uncond).")
def direction_flipped(eps_uncond, eps_cond, scale):
    return _right(eps_uncond, eps_cond, -scale)


@mistake("You leave out the base. Add eps_uncond to scale · (eps_cond − eps_uncond).")
def difference_alone(eps_uncond, eps_cond, scale):
    return scale * (eps_cond - eps_uncond)


@mistake("You add the scaled conditional prediction. Scale the difference: eps_cond − eps_uncond.")
def prediction_added(eps_uncond, eps_cond, scale):
    return eps_uncond + scale * eps_cond


@mistake("Your result is scale · eps_cond, and eps_uncond drops out. Scale only the difference, then add eps_uncond.")
def conditional_scaled(eps_uncond, eps_cond, scale):
    return scale * eps_cond


@mistake("Your weights do not sum to 1: eps_uncond has the weight 1 − scale.")
def weights_do_not_sum(eps_uncond, eps_cond, scale):
    return scale * eps_cond - eps_uncond


@mistake("You guide only with a scale above 1 and return eps_cond otherwise. The formula holds for every scale.")
def only_above_one(eps_uncond, eps_cond, scale):
    return _right(eps_uncond, eps_cond, scale) if scale > 1 else eps_cond.copy()


@mistake("You keep the scale between 0 and {high}. Use it as it is.", constants={"high": (1.0, 20.0)})
def scale_clipped(eps_uncond, eps_cond, scale, *, high):
    return _right(eps_uncond, eps_cond, min(max(scale, 0.0), high))


@mistake("You rescale the result to the spread of eps_cond. The formula has no such step.")
def rescaled(eps_uncond, eps_cond, scale):
    guided = _right(eps_uncond, eps_cond, scale)
    spread = np.std(guided)
    return guided * np.std(eps_cond) / spread if spread > 0 else guided


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(eps_uncond, eps_cond, scale):
    eps_uncond += scale * (eps_cond - eps_uncond)
    return eps_uncond


@alternative
def as_a_weighted_sum(eps_uncond, eps_cond, scale):
    return (1 - scale) * eps_uncond + scale * eps_cond


@alternative
def by_a_stack(eps_uncond, eps_cond, scale):
    return np.tensordot([1.0 - scale, scale], np.stack([eps_uncond, eps_cond]), axes=1)


@alternative
def entry_by_entry(eps_uncond, eps_cond, scale):
    guided = np.empty(eps_uncond.shape)
    for place in np.ndindex(guided.shape):
        guided[place] = eps_uncond[place] + scale * (eps_cond[place] - eps_uncond[place])
    return guided
