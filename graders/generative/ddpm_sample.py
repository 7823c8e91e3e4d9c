"""DDPM sampling: which t, how often and of which type; every coefficient; and the noise, by statistics.

The probe's model is model_slope[t] * x + model_push[t], built from plain data. `measured` says what comes back:
steps     what the model was called with, one text a call;
response  how far a push moves the result: two runs with the same seed, with and without the push, differ by exactly
          what the coefficients say, whatever is drawn and however; and whether a third run repeats the first;
noise     all x that the model saw, and the result. What is left of each step after its mean, over sqrt(beta_t), must
          be standard normal, and so must the start; and the first row of what the model saw in a run with another seed;
itself    the same, from a model that returns the very array that it is given.

Chances of a false alarm in one noise case, for each step's n = 4,000 numbers: the mean, beyond 7 / sqrt(n),
3e-12; the variance, beyond the Laurent-Massart bounds for exp(-25), 3e-11; the share within one deviation,
beyond 8 standard errors, 1e-12 by Chernoff's bound; none beyond 2.7 deviations, (1 - 0.00693)^n = 8e-13; the
correlation of entries any number of places apart, in the same step or another, beyond 11 / sqrt(n), 3e-13.
In the one case of 20,000 numbers the checks of `mlprep.grading.weights` join them, with under 2e-12. Together 4e-11 a
step, and under 6e-10 for the fourteen steps, starts included, of a check.
"""

from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import Case, alternative, close, equal, holds, mistake, says, uses
from mlprep.grading.weights import normal_weights

LARGE = (100, 200)
_, _, _UNIFORM, _NORMAL, _ = normal_weights(lambda *_: 1.0, "", {})[1:]


def probe(module, case):
    measured, shape, betas, model_slope, model_push, seed = (
        case.kwargs[name] for name in ("measured", "shape", "betas", "model_slope", "model_push", "seed")
    )

    def run(pushes, seed=seed):
        calls, seen = [], []

        def model(x, t):
            if np.ndim(t):
                raise TypeError(f"model(x, t) takes t as a Python int; it has shape {np.shape(t)}")
            calls.append(f"{type(t).__name__} {t}")
            seen.append(np.array(x, dtype=float))
            return x if measured == "itself" else model_slope[t] * x + pushes[t]

        return module.ddpm_sample(model, shape, betas, np.random.default_rng(seed)), calls, seen

    pushed, calls, seen = run(model_push)
    if measured == "steps":
        return calls
    if measured in ("noise", "itself"):
        return {"result": pushed, "seen": seen, "otherwise": [x[:1] for x in run(model_push, seed + 1)[2]]}
    still, again = run(0 * model_push)[0], run(model_push)[0]
    response = np.asarray(pushed) - np.asarray(still)
    return {"response": response, "repeats": bool(np.array_equal(pushed, again))}


def step_mean(case, x, t):
    betas, slope, push = (case.kwargs[name].astype(float) for name in ("betas", "model_slope", "model_push"))
    share = betas[t] / np.sqrt(1 - np.prod(1 - betas[: t + 1]))
    return (x - share * (slope[t] * x + push[t])) / np.sqrt(1 - betas[t])


def drawn(case, seen):
    """The start, and what each step but the last added to its mean: T arrays, the noise of step t at T - t."""
    T = len(case.kwargs["betas"])
    return [seen[0], *(seen[T - t] - step_mean(case, seen[T - 1 - t], t) for t in range(T - 1, 0, -1))]


def called_once_a_step(case, got, want):
    T = len(case.kwargs["betas"])
    if len(got["seen"]) == len(got["otherwise"]) == T:
        return True
    return f"The model was called {len(got['seen'])} times; it should be called once per step, {T} in all."


def changed_by_the_seed(case, got, want):
    runs = zip(drawn(case, [x[:1] for x in got["seen"]]), drawn(case, got["otherwise"]))
    return not any(np.std(one) > 1e-6 and np.allclose(one, other, rtol=0, atol=1e-6) for one, other in runs)


def is_one(variance, n):
    width = 2 * np.sqrt(25 / n)
    return 1 - width < variance < 1 + width + 50 / n


_ANY = SimpleNamespace(args=(None, None))


def passes(check, z):
    """Whether so many numbers pass one of the checks of a layer's weights."""
    return z.shape != LARGE or check(_ANY, SimpleNamespace(value=z), SimpleNamespace(value=None)) is None


def looks_normal(z):
    share = 0.6826894921
    inside = abs(np.mean(np.abs(z) < 1) - share) < 8 * np.sqrt(share * (1 - share) / z.size)
    is_standard = abs(np.mean(z)) < 7 / np.sqrt(z.size) and is_one(np.mean(z**2), z.size)
    return inside and is_standard and np.abs(z).max() > 2.7 and passes(_NORMAL, z)


def is_fresh_noise(z, x):
    """Whether z is noise of any size that has nothing to do with x."""
    if np.std(z) < 1e-6:
        return False
    unit = (z - z.mean()) / z.std()
    return abs(np.mean(unit * (x - x.mean()) / x.std())) < 0.15 and looks_normal(unit)


def starts_somewhere(case, got, want):
    return np.std(got["seen"][0]) > 1e-6


def does_not_start_uniform(case, got, want):
    start = got["seen"][0]
    unit = (start - start.mean()) / max(start.std(), 1e-12)
    return passes(_UNIFORM, unit)


def starts_from_noise(case, got, want):
    return looks_normal(got["seen"][0])


def last_step(case, got):
    """What the last step adds to its mean."""
    return got["result"] - step_mean(case, got["seen"][-1], 0)


def no_noise_at_the_end(case, got, want):
    return not is_fresh_noise(last_step(case, got), got["seen"][-1])


def mean_at_the_end(case, got, want):
    return np.allclose(last_step(case, got), 0, rtol=0, atol=1e-6)


def something_added(case, got, want):
    added = drawn(case, got["seen"])[1:]
    return not added or any(np.std(z) > 1e-6 for z in added)


def something_added_in_every_step(case, got, want):
    return all(np.std(z) > 1e-6 for z in drawn(case, got["seen"])[1:])


def centered_on_the_mean(case, got, want):
    roots = np.sqrt(case.kwargs["betas"][::-1][:-1])
    steps = zip(drawn(case, got["seen"])[1:], roots, got["seen"])
    return all(
        abs(np.mean(z / root)) < 7 / np.sqrt(z.size) and abs(likeness(z, x)) < 7 / np.sqrt(z.size)
        for z, root, x in steps
    )


def likeness(z, x):
    """The correlation of a step's noise with the step's x."""
    return np.mean((z - z.mean()) * (x - x.mean())) / max(z.std() * x.std(), 1e-12)


def apart_from_x(z, x):
    """What is left of a step's noise without what is a multiple of the step's x, as where its mean is a wrong one."""
    z, x = z - z.mean(), x - x.mean()
    left = z - np.sum(z * x) / max(np.sum(x * x), 1e-12) * x
    return left if left.std() > 1e-6 else z


def own_in_each_entry(case, got, want):
    start, *noise = drawn(case, got["seen"])
    left = [start, *map(apart_from_x, noise, got["seen"])]
    # each step's noise to mean 0 and variance 1, so that only what belongs together is compared
    eps = np.array([(z - z.mean()) / max(z.std(), 1e-12) for z in left])
    if np.unique(eps.round(6)).size < 0.75 * eps.size:
        return "Noise is used more than once. Draw new numbers for every entry in every step."
    spectrum = np.abs(np.fft.rfft(eps.ravel())) ** 2
    correlations = np.fft.irfft(spectrum, eps.size)  # of the entries with those so many places on, times eps.size
    if np.abs(correlations[1:]).max() > 11 * np.sqrt(eps.size):
        return "The noise of one entry, or of one step, is correlated with another's. Draw new numbers for each."
    return True


def added_with(deviation):
    """Whether each step's noise has this deviation, a function of beta, the alpha-bar before and the one after."""

    def test(case, got, want):
        betas = case.kwargs["betas"].astype(float)
        bars, T = np.cumprod(1 - betas), len(betas)
        return all(
            is_one(np.mean((z / deviation(betas[t], bars[t - 1], bars[t])) ** 2), z.size)
            for t, z in zip(range(T - 1, 0, -1), drawn(case, got["seen"])[1:])
        )

    return test


def never(test):
    return lambda case, got, want: len(case.kwargs["betas"]) == 1 or not test(case, got, want)


def normal_in_every_step(case, got, want):
    betas = case.kwargs["betas"][::-1].astype(float)
    return all(looks_normal(z / np.sqrt(beta)) for beta, z in zip(betas, drawn(case, got["seen"])[1:]))


REPEATS = holds("the same seed gives the same result", lambda case, got, want: got["repeats"])
NOISE = (
    holds("the model is called once in each step", called_once_a_step),
    holds("another seed gives other noise", changed_by_the_seed),
    holds("the start is not zeros", starts_somewhere),
    holds("the start is not uniform", does_not_start_uniform),
    holds("the start is standard normal", starts_from_noise),
    holds("no noise is added at t = 0", no_noise_at_the_end),
    holds("the last step returns the formula's mean", mean_at_the_end),
    holds("noise is added on the way", something_added),
    holds("noise is added in every step before the last", something_added_in_every_step),
    holds("every entry has its own noise in every step", own_in_each_entry),
    holds("each step leads to the formula's mean, apart from the noise", centered_on_the_mean),
    holds("the noise is scaled by sqrt(beta_t), not by beta_t", never(added_with(lambda beta, before, after: beta))),
    holds(
        "the noise has variance beta_t, not the posterior variance",
        never(added_with(lambda beta, before, after: np.sqrt(beta * (1 - before) / (1 - after)))),
    ),
    holds(
        "the noise is added after the division, not before it",
        never(added_with(lambda beta, before, after: np.sqrt(beta / (1 - beta)))),
    ),
    holds("the noise of step t has variance beta_t", added_with(lambda beta, before, after: np.sqrt(beta))),
    holds("the noise is normally distributed", normal_in_every_step),
)
ITSELF = holds("x stays as it is while the prediction, which may be x itself, is in use", mean_at_the_end)


def cases(rng):
    def given(measured, shape, T):
        return {
            "measured": measured,
            "shape": shape,
            "betas": np.sort(rng.uniform(0.1, 0.6, size=T)),
            "model_slope": rng.uniform(-0.5, 0.9, size=T),
            "model_push": rng.normal(size=(T, *shape)),
            "seed": int(rng.integers(2**32)),
        }

    def response(name, shape, T):
        return Case(name, **given("response", shape, T)).judged(REPEATS, close())

    def noise(name, betas, shape=(80, 50)):
        """The model predicts 2 or -2 at each step, so that a wrong mean shows as a mean."""
        T = len(betas)
        kwargs = given("noise", (1,), T) | {"shape": shape, "betas": np.array(betas), "model_slope": np.zeros(T)}
        kwargs["model_push"] = np.repeat(np.resize([2.0, -2.0], (T, 1, 1)), shape[1], axis=2)
        return Case(name, **kwargs).judged(*NOISE).plain().unreferenced()

    yield response("the effect of a push, 2 steps", (2,), 2)
    yield response("the effect of a push, 3 steps", (2, 3), 3)
    yield noise("the noise in 2 steps", [0.4, 0.3])
    yield noise("the noise in 3 steps", [0.2, 0.3, 0.35])
    yield noise("the noise of twenty thousand numbers", [0.4, 0.3], LARGE).once()
    yield response("the effect of a push, 1 step", (2,), 1).edge("one step")
    yield noise("the noise in 1 step", [0.4]).edge("one step")
    yield response("one number", (1,), 2).edge("any shape")
    yield response("images", (2, 1, 3, 4), 6).edge("any shape")
    falling = given("response", (3, 2), 4)
    falling["betas"] = falling["betas"][::-1].copy()
    yield Case("a schedule that falls", **falling).judged(REPEATS, close()).edge("any schedule")
    slight = given("response", (2,), 300) | {"betas": np.linspace(1e-4, 0.02, 300)}
    yield Case("three hundred slight steps", **slight).judged(REPEATS, close()).edge("any schedule")
    for T in (1, 2, 5):
        yield Case(f"the steps of {T}", **given("steps", (2,), T)).judged(equal()).edge("model calls")
    long = given("steps", (2,), 300) | {"betas": np.linspace(1e-4, 0.02, 300)}
    yield Case("the steps of 300", **long).judged(equal()).plain().edge("model calls")
    itself = given("itself", (3,), 1) | {"model_slope": np.ones(1), "model_push": np.zeros((1, 3))}
    returned = Case("a model that returns its input itself", **itself).judged(ITSELF).plain().unreferenced()
    yield returned.edge("model returns x")
    yield Case("a run and its repetition", **given("response", (2, 2), 3)).judged(REPEATS).edge("same seed")


def _sample(model, shape, betas, rng, start=None, last=0, deviation=lambda b, before, after: np.sqrt(b), share=None):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape) if start is None else start(shape)
    for t in range(len(betas) - 1, -1, -1):
        taken = betas[t] / np.sqrt(1 - bars[t]) if share is None else share(betas[t], bars[t])
        x = (x - taken * model(x, t)) / np.sqrt(1 - betas[t])
        if t > last:
            x = x + deviation(betas[t], bars[t - 1], bars[t]) * rng.standard_normal(shape)
    return x


@mistake("You add noise in the last step too. At t = 0 return the mean, because noise added there would stay in the "
         "result.")
def noise_at_the_end(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, last=-1)


@mistake("You add no noise at t = 1. Leave it out only in the last step, t = 0.")
def no_noise_at_one(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, last=1)


@mistake("You never add noise. Every step except the last, t = 0, adds √β_t · z.")
def never_any_noise(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, last=len(betas))


@mistake("You count t from T down to 1. t is an index: count from T − 1 down to 0.")
def counted_from_one(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in range(len(betas), 0, -1):
        x = (x - betas[t - 1] / np.sqrt(1 - bars[t - 1]) * model(x, t)) / np.sqrt(1 - betas[t - 1])
        if t > 1:
            x = x + np.sqrt(betas[t - 1]) * rng.standard_normal(shape)
    return x


@mistake("You stop before t = 0. Take the last step too, without its noise.")
def last_step_left_out(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in range(len(betas) - 1, 0, -1):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(1 - betas[t])
        x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x


@mistake("Your loop runs from 0 up to T − 1. Start at the noisiest step, T − 1, and end at 0.")
def run_forwards(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in range(len(betas)):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(1 - betas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x


@mistake("You give the model a NumPy integer as t, as iterating over np.arange does. Loop over a range, or convert "
         "with int(t).")
def numpy_steps(model, shape, betas, rng):
    return _sample(lambda x, t: model(x, np.int64(t)), shape, betas, rng)


@mistake("You give the model an array of steps. Here t is one Python int for the whole batch.", kind="crashed",
         when=says("takes t as a Python int"))
def array_of_steps(model, shape, betas, rng):
    return _sample(lambda x, t: model(x, np.full(shape[0], t)), shape, betas, rng)


@mistake("You call the model more than once in a step. Call it once per step and keep what it returns.")
def two_calls_a_step(model, shape, betas, rng):
    return _sample(lambda x, t: (model(x, t) + model(x, t)) / 2, shape, betas, rng)


@mistake("You start from zeros. Start from standard normal noise of the given shape.")
def started_from_zeros(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, start=np.zeros)


@mistake("You start from uniform noise. Start from standard normal noise: rng.standard_normal.")
def started_from_uniform_noise(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, start=rng.random)


@mistake("You draw the noise once and add it in every step. Draw new noise in each step.")
def one_noise_for_all_steps(model, shape, betas, rng):
    z = rng.standard_normal(shape)
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(1 - betas[t])
        x = x + (np.sqrt(betas[t]) * z if t else 0)
    return x


@mistake("Your noise repeats itself within a step or between steps. Draw new numbers for every entry in every step.")
def shared_by_the_batch(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(1 - betas[t])
        x = x + (np.sqrt(betas[t]) * rng.standard_normal(shape[1:]) if t else 0)
    return x


@mistake("You use β_t as the deviation of the added noise. It is the variance: multiply the noise by √β_t.")
def scaled_by_the_variance(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, deviation=lambda beta, before, after: beta)


@mistake("You use the posterior variance, β_t (1 − ᾱ_{t−1}) / (1 − ᾱ_t). Use the variance β_t, as the task asks.")
def posterior_variance(model, shape, betas, rng):
    def deviation(beta, before, after):
        return np.sqrt(beta * (1 - before) / (1 - after))

    return _sample(model, shape, betas, rng, deviation=deviation)


@mistake("You add the noise before you divide by √α_t, so its variance becomes β_t / α_t. Add it to the mean.")
def noise_added_before_the_division(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, deviation=lambda beta, before, after: np.sqrt(beta / (1 - beta)))


@mistake("You do not divide by √α_t. The forward step shrank the signal by it, so divide to undo that.")
def not_rescaled(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)
        x = x + (np.sqrt(betas[t]) * rng.standard_normal(shape) if t else 0)
    return x


@mistake("You do not divide by √α_t at t = 0. Leave out only the noise there.")
def not_rescaled_at_the_end(model, shape, betas, rng):
    return _sample(model, shape, betas, rng) * np.sqrt(1 - betas[0])


@mistake("You add the predicted noise. Subtract it.")
def noise_put_in(model, shape, betas, rng):
    return _sample(lambda x, t: -model(x, t), shape, betas, rng)


@mistake("You divide by √ᾱ_t. One step divides by √α_t alone, without the steps before it.")
def divided_by_the_root_of_alpha_bar(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(bars[t])
        x = x + (np.sqrt(betas[t]) * rng.standard_normal(shape) if t else 0)
    return x


@mistake("You divide the prediction by √(1 − α_t). x has the noise of all steps so far, so use √(1 − ᾱ_t), with the "
         "product of the alphas up to t.")
def alpha_for_alpha_bar(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, share=lambda beta, bar: np.sqrt(beta))


@mistake("You leave out the square root of 1 − ᾱ_t. The prediction's factor is β_t / √(1 − ᾱ_t).")
def share_without_root(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, share=lambda beta, bar: beta / (1 - bar))


@mistake("You subtract the whole predicted noise in each step. Subtract β_t / √(1 − ᾱ_t) of it.")
def all_noise_at_once(model, shape, betas, rng):
    return _sample(model, shape, betas, rng, share=lambda beta, bar: np.sqrt(1 - bar))


@mistake("You clip the x0 that the prediction implies to [-1, 1]. Use it as it is.", when=uses("clip", "minimum"))
def clipped_sample(model, shape, betas, rng):
    bars = np.append(np.cumprod(1.0 - betas), 1.0)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x0 = np.clip((x - np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(bars[t]), -1, 1)
        x = np.sqrt(bars[t - 1]) * betas[t] * x0 + np.sqrt(1 - betas[t]) * (1 - bars[t - 1]) * x
        x = x / (1 - bars[t])
        if t:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x


@mistake("You take DDIM steps, which add no noise. Take DDPM's steps, with their mean and noise of variance β_t.")
def ddim(model, shape, betas, rng):
    bars = np.append(np.cumprod(1.0 - betas), 1.0)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        eps = model(x, t)
        x0 = (x - np.sqrt(1 - bars[t]) * eps) / np.sqrt(bars[t])
        x = np.sqrt(bars[t - 1]) * x0 + np.sqrt(1 - bars[t - 1]) * eps
    return x


@mistake("You change x in place while the prediction is in use, and the model may return x itself. Compute a new "
         "array.")
def changed_in_place(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        eps = model(x, t)
        x /= np.sqrt(1 - betas[t])
        x -= betas[t] / np.sqrt(1 - bars[t]) / np.sqrt(1 - betas[t]) * eps
        if t:
            x += np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x


@mistake("Your draws do not come from rng, so the same seed gives another result each time. Draw from rng.")
def global_generator(model, shape, betas, rng):
    return _sample(model, shape, betas, np.random.default_rng())


@mistake("You start another generator with a fixed seed, so every sample comes from the same noise. Draw from rng.",
         when=uses("default_rng", "RandomState", "seed"))
def seeded_anew(model, shape, betas, rng):
    return _sample(model, shape, betas, np.random.default_rng(0))


@mistake("You use another generator for the noise of the steps, with a fixed seed. Draw all noise from rng.",
         when=uses("default_rng", "RandomState", "seed"))
def seeded_steps(model, shape, betas, rng):
    start = rng.standard_normal(shape)
    return _sample(model, shape, betas, np.random.default_rng(0), start=lambda shape: start)


@alternative
def means_drawn_directly(model, shape, betas, rng):
    x = rng.normal(0.0, 1.0, shape)
    bar = np.prod(1 - betas)
    for t in range(len(betas))[::-1]:
        eps = model(x, t)
        mean = (1 - betas[t]) ** -0.5 * (x - betas[t] * (1 - bar) ** -0.5 * eps)
        bar = bar / (1 - betas[t])
        x = rng.normal(mean, betas[t] ** 0.5) if t else mean
    return x


@alternative
def through_the_predicted_sample(model, shape, betas, rng):
    bars = np.append(np.cumprod(1.0 - betas), 1.0)  # index -1 is before the first step
    x = np.array([rng.standard_normal() for _ in range(int(np.prod(shape)))]).reshape(shape)
    t = len(betas) - 1
    while t >= 0:
        x0 = (x - np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(bars[t])
        x = np.sqrt(bars[t - 1]) * betas[t] * x0 + np.sqrt(1 - betas[t]) * (1 - bars[t - 1]) * x
        x /= 1 - bars[t]
        noise = rng.standard_normal(shape)
        x += (t > 0) * np.sqrt(betas[t]) * noise
        t -= 1
    return x


EQUIVALENT = {
    "ddpm_sample: x + np.sqrt(…) * rng.standard_normal(…) -> x - np.sqrt(…) * rng.standard_normal(…) in `x = x + "
    "np.sqrt(betas[t]) * rng.standard_normal(shape)`":
        "the noise is symmetric about 0: its negative is as good",
}
