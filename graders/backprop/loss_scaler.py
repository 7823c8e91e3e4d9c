"""Dynamic loss scaling: which scale a call divides by, what counts as bad, and when the count starts over."""

import ast

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("huge entries",)


def probe(module, case):
    """Feeds one list of gradients after another. A result is given as it is at the end, a skipped step as a word."""
    (calls,) = case.args
    settings = {name: value for name, value in case.kwargs.items() if name != "repeated"}

    if case.entry == "several":
        scalers = [module.LossScaler(**settings) for _ in range(3)]
        for grads, at in zip(calls, (0, 1, 1, 0, 0)):
            scalers[at].unscale(list(grads))
        return {"scales": [float(each.scale) for each in scalers]}

    scaler = module.LossScaler(**settings)
    if case.entry == "many":
        scales = []
        for _ in range(case.kwargs["repeated"]):
            scaler.unscale(list(calls[0]))
            scales.append(float(scaler.scale))
        return {"scale after each call": np.array(scales)}

    scales, results = [float(scaler.scale)], []
    for grads in calls:
        results.append(scaler.unscale(list(grads)))
        scales.append(float(scaler.scale))
    for grads, result in zip(calls, results):
        for grad, each in zip(grads, result if isinstance(result, (list, tuple)) else ()):
            if isinstance(each, np.ndarray) and np.shares_memory(grad, each):
                raise ValueError("the result of unscale shares memory with a gradient")
    skipped = "None, the step is skipped"
    return {"scale before and after each call": np.array(scales),
            "results": [skipped if each is None else list(each) if isinstance(each, (list, tuple)) else each
                        for each in results]}


def cases(rng):
    def good(*shapes):
        return [rng.normal(size=shape) * 100.0 for shape in shapes]

    def bad(value, *shapes, where=-1):
        grads = good(*shapes)
        grads[where].flat[-1] = value
        return grads

    inf, nan = np.inf, np.nan
    yield Case("one good call", [[np.array([16.0, 4.0])]], scale=8.0)
    yield Case("one bad call", [[np.array([16.0, inf])]], scale=8.0)
    yield Case("good, bad, good", [[np.array([8.0])], [np.array([inf])], [np.array([8.0])]], scale=4.0)
    yield Case("two arrays", [good((2,), (3,)), good((2,), (3,))], scale=16.0)
    yield Case("arrays of several shapes", [good((2, 3), (3,), (1, 2, 2), ())], scale=2.0)
    yield Case("the default scale", [good((3,)), bad(inf, (3,)), good((2,))])
    run = [good((2,)) for _ in range(5)]
    yield Case("the scale grows after two", run[:4], scale=4.0, growth_interval=2)
    yield Case("the scale grows after three", run, scale=1.0, growth_interval=3)
    mixed = [good((2,)), bad(inf, (2,)), good((2,)), good((2,)), good((2,))]
    yield Case("a bad call starts the count over", mixed, scale=64.0, growth_interval=2)
    late = [good((2,)), good((2,)), bad(nan, (2,)), good((2,)), good((2,)), good((2,)), good((2,))]
    yield Case("a bad call just before it grows", late, scale=32.0, growth_interval=3)
    grown = [good((2,)) for _ in range(4)] + [bad(inf, (2,)), good((2,)), good((2,))]
    yield Case("it grows twice, then overflows", grown, scale=2.0, growth_interval=2)
    yield Case("a scale that is not a power of two", [good((2,)), bad(inf, (2,)), good((3,))], scale=300.0)
    yield Case("the default interval", [[np.array([1.0])]], repeated=2001).to("many").plain()
    yield Case("an interval of 50", [[np.array([1.0])]], repeated=170, scale=1.0, growth_interval=50).to("many").plain()
    entries = "bad entries"
    yield Case("minus infinity", [bad(-inf, (3,)), good((2,))], scale=8.0).edge(entries)
    yield Case("NaN", [bad(nan, (3,)), good((2,))], scale=8.0).edge(entries)
    yield Case("in the first of three", [bad(inf, (2,), (2, 2), (1,), where=0)], scale=8.0).edge(entries)
    yield Case("in the last of three", [bad(nan, (2,), (2, 2), (1,))], scale=8.0).edge(entries)
    yield Case("in a table", [bad(-inf, (2,), (2, 3), where=1)], scale=8.0).edge(entries)
    yield Case("inf and -inf", [[np.array([inf, -inf, 1.0])]], scale=8.0).edge(entries)
    yield Case("all bad", [[np.array([nan]), np.array([inf])], [np.array([nan])]], scale=8.0).edge(entries)
    yield Case("a single number", [[np.array(inf)], [np.array(3.0)]], scale=8.0).edge(entries)
    huge = "huge entries"
    yield Case("a sum that overflows", [[np.array([1.5e308, 1.5e308])]], scale=4.0).plain().edge(huge)
    yield Case("sums of two arrays", [[np.array([-1.7e308]), np.array([-1.7e308])]], scale=4.0).plain().edge(huge)
    yield Case("squares that overflow", [[np.array([1e200, -1e180, 3.0])]], scale=1024.0).plain().edge(huge)
    yield Case("more than float16 and float32 hold", [[np.array([1e39, -7e4])]], scale=4.0).plain().edge(huge)
    narrow = np.array([3e38, 3e38], dtype=np.float32)
    yield Case("huge in float32", [[narrow, np.array([1e38], dtype=np.float32)]], scale=2.0).plain().edge(huge)
    yield Case("an interval of 1", [good((2,)), good((2,)), bad(inf, (2,)), good((2,))], scale=2.0,
               growth_interval=1).edge("every call")
    yield Case("a start of 1", [bad(inf, (2,)), bad(nan, (2,)), good((2,))], scale=1.0).edge("small scales")
    yield Case("a start of 1/4", [good((2,)), bad(inf, (2,)), good((2,))], scale=0.25).edge("small scales")
    three = [good((2,)), bad(inf, (2,)), good((2,)), good((2,)), good((2,))]
    yield Case("three side by side", three, scale=8.0, growth_interval=3).to("several").edge("several scalers")
    yield Case("three with the defaults", three).to("several").edge("several scalers")


def assigns_on_the_class(source, failure):
    def is_class(node):
        return ast.unparse(node) in ("LossScaler", "type(self)", "self.__class__", "cls")

    return any(isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and is_class(node.value)
               for node in ast.walk(source.tree))


class _Scaler:
    """The right one, in steps that a mistake can replace."""

    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.interval, self.count = scale, growth_interval, 0

    def bad(self, grads):
        return not all(np.isfinite(grad).all() for grad in grads)

    def halve(self):
        self.scale, self.count = self.scale / 2, 0

    def grow(self):
        self.count += 1
        if self.count >= self.interval:
            self.scale, self.count = self.scale * 2, 0

    def divide(self, grads, by):
        return [grad / by for grad in grads]

    def skip(self, grads):
        return None

    def unscale(self, grads):
        if self.bad(grads):
            before = self.scale
            self.halve()
            return self.skip([grad / before for grad in grads])
        result = self.divide(grads, self.scale)
        self.grow()
        return result


@mistake("You divide by the scale after it has grown. These gradients were made with the scale before this call: "
         "divide first, then double.")
class divided_by_the_new_scale:
    class LossScaler(_Scaler):
        def unscale(self, grads):
            if self.bad(grads):
                return self.halve()
            self.grow()
            return self.divide(grads, self.scale)


@mistake("You multiply by the scale. The loss was multiplied by it, so divide the gradients.")
class multiplied:
    class LossScaler(_Scaler):
        def divide(self, grads, by):
            return [grad * by for grad in grads]


@mistake("You return the gradients as they are. Divide them by the scale.")
class not_divided:
    class LossScaler(_Scaler):
        def divide(self, grads, by):
            return [grad.copy() for grad in grads]


@mistake("A bad call does not start the count over. Only good calls in a row count: set it to 0.")
class count_survives_a_bad_call:
    class LossScaler(_Scaler):
        def halve(self):
            self.scale /= 2


@mistake("The count does not start over when the scale doubles, so the scale doubles at every good call from then on. "
         "Set the count to 0.")
class count_survives_growth:
    class LossScaler(_Scaler):
        def grow(self):
            self.count += 1
            if self.count >= self.interval:
                self.scale *= 2


@mistake("The scale doubles one call too late: after growth_interval good calls, not after one more.")
class one_call_late:
    class LossScaler(_Scaler):
        def grow(self):
            self.count += 1
            if self.count > self.interval:
                self.scale, self.count = self.scale * 2, 0


@mistake("You count all calls, bad ones too. Only good calls in a row count.")
class all_calls_counted:
    class LossScaler(_Scaler):
        def halve(self):
            self.scale, self.count = self.scale / 2, self.count + 1


@mistake("The scale never grows. Double it after growth_interval good calls in a row.")
class never_grows:
    class LossScaler(_Scaler):
        def grow(self):
            pass


@mistake("The scale is not halved after a bad call.")
class never_halved:
    class LossScaler(_Scaler):
        def halve(self):
            self.count = 0


@mistake("The scale doubles after a bad call. An overflow means that it is too large: halve it.")
class doubled_at_an_overflow:
    class LossScaler(_Scaler):
        def halve(self):
            self.scale, self.count = self.scale * 2, 0


@mistake("You multiply the scale by {factor} after a bad call. Halve it.", constants={"factor": (0.1, 0.25, 0.9)})
def another_backoff(scale=65536.0, growth_interval=2000, *, factor):
    class Changed(_Scaler):
        def halve(self):
            self.scale, self.count = self.scale * factor, 0

    return Changed(scale, growth_interval)


@mistake("The scale does not fall below 1. Nothing stops it there: halve it after every bad call.")
class not_below_one:
    class LossScaler(_Scaler):
        def halve(self):
            self.scale, self.count = max(self.scale / 2, 1.0), 0


@mistake("After a bad call you return arrays. Return None, so that the caller skips the step.",
         constants={"zeros": (False, True)})
def arrays_after_a_bad_call(scale=65536.0, growth_interval=2000, *, zeros):
    class Changed(_Scaler):
        def skip(self, grads):
            return [np.zeros_like(grad) for grad in grads] if zeros else grads

    return Changed(scale, growth_interval)


@mistake("After a bad call you return {instead}. Return None, so that the caller skips the step.",
         constants={"instead": ("an empty list", "False")})
def another_sign_after_a_bad_call(scale=65536.0, growth_interval=2000, *, instead):
    class Changed(_Scaler):
        def skip(self, grads):
            return [] if instead == "an empty list" else False

    return Changed(scale, growth_interval)


@mistake("You look for NaN alone. inf and -inf are bad too: use np.isfinite.")
class nan_alone:
    class LossScaler(_Scaler):
        def bad(self, grads):
            return any(np.isnan(grad).any() for grad in grads)


@mistake("You look for infinity alone. NaN is bad too: use np.isfinite.")
class infinity_alone:
    class LossScaler(_Scaler):
        def bad(self, grads):
            return any(np.isinf(grad).any() for grad in grads)


@mistake("-inf goes unnoticed. It is bad as well: use np.isfinite, which looks at every entry.")
class minus_infinity_unnoticed:
    class LossScaler(_Scaler):
        def bad(self, grads):
            return any(np.isnan(grad).any() or (grad == np.inf).any() for grad in grads)


@mistake("A call is bad for you only if all entries of an array, or all arrays, are bad. One entry is enough.",
         constants={"of": ("entries", "arrays", "both")})
def all_for_any(scale=65536.0, growth_interval=2000, *, of):
    class Changed(_Scaler):
        def bad(self, grads):
            found = [~np.isfinite(grad) for grad in grads]
            if of == "arrays":
                return all(each.any() for each in found)
            return (any if of == "entries" else all)(each.all() for each in found)

    return Changed(scale, growth_interval)


@mistake("You look at one of the arrays only. Look at all of them.", constants={"at": (0, -1)})
def one_array_alone(scale=65536.0, growth_interval=2000, *, at):
    class Changed(_Scaler):
        def bad(self, grads):
            return not np.isfinite(grads[at]).all()

    return Changed(scale, growth_interval)


@mistake("You test a sum or a norm, which overflows for large entries that are finite themselves. Use np.isfinite on "
         "every entry.", constants={"of": ("sum", "sum of all", "norm", "norm of all"), "said": ("warn", "ignore")})
def sum_tested(scale=65536.0, growth_interval=2000, *, of, said):
    class Changed(_Scaler):
        def bad(self, grads):
            with np.errstate(all=said):
                terms = [np.sum(grad if "sum" in of else grad**2) for grad in grads]
                return not np.isfinite(np.sum(terms) if "all" in of else terms).all()

    return Changed(scale, growth_interval)


@mistake("You take entries above {limit} for bad. Only inf, -inf and NaN are: use np.isfinite.",
         constants={"limit": (65504.0, 1e30, 3.4e38)})
def large_entries_refused(scale=65536.0, growth_interval=2000, *, limit):
    class Changed(_Scaler):
        def bad(self, grads):
            return not all((np.abs(grad) <= limit).all() for grad in grads)

    return Changed(scale, growth_interval)


@mistake("You write the results into arrays that you keep, so earlier results change. Return new arrays from each "
         "call.")
class results_in_kept_arrays:
    class LossScaler(_Scaler):
        def divide(self, grads, by):
            kept = self.__dict__.setdefault("kept", {})
            for at, grad in enumerate(grads):
                kept.setdefault((at, grad.shape), np.empty(grad.shape))[...] = grad / by
            return [kept[at, grad.shape] for at, grad in enumerate(grads)]


@mistake("You always start with a scale of 65536. Use the argument.")
class scale_ignored:
    class LossScaler(_Scaler):
        def __init__(self, scale=65536.0, growth_interval=2000):
            super().__init__(65536.0, growth_interval)


@mistake("You always wait for 2,000 good calls. Use growth_interval.")
class interval_ignored:
    class LossScaler(_Scaler):
        def __init__(self, scale=65536.0, growth_interval=2000):
            super().__init__(scale, 2000)


@mistake("You keep state on the class, so all scalers share it. Set it in __init__, on self.", kind="values",
         when=assigns_on_the_class)
class state_of_the_class:
    class LossScaler(_Scaler):
        def grow(self):
            type(self).good = getattr(self, "good", 0) + 1
            if self.good >= self.interval:
                self.scale, type(self).good = self.scale * 2, 0


@mistake("You divide the gradients in place and return them. The list holds new arrays: use grad / scale.",
         kind="crashed", when=says("shares memory"))
class same_arrays_returned:
    class LossScaler(_Scaler):
        def divide(self, grads, by):
            for grad in grads:
                grad /= by
            return grads


@mistake("You divide the gradients in place, so the caller's arrays change. Compute new ones: grad / scale.",
         kind="changed", when=says("argument"))
class divided_in_place:
    class LossScaler(_Scaler):
        def divide(self, grads, by):
            result = [grad / by for grad in grads]
            for grad in grads:
                grad /= by
            return result


@alternative
class with_a_concatenation:
    class LossScaler:
        def __init__(self, scale=65536.0, growth_interval=2000):
            self._scale, self._left, self._interval = float(scale), growth_interval, growth_interval

        @property
        def scale(self):
            return self._scale

        def unscale(self, grads):
            flat = np.concatenate([np.ravel(grad) for grad in grads])
            inverse, self._left = self._scale, self._left - 1
            if not np.isfinite(flat).all():
                self._scale, self._left = self._scale * 0.5, self._interval
                return None
            if self._left == 0:
                self._scale, self._left = self._scale * 2.0, self._interval
            return [np.divide(grad, inverse) for grad in grads]


@alternative
class in_plain_loops:
    class LossScaler:
        def __init__(self, scale=65536.0, growth_interval=2000):
            self.scale, self.n, self.history = scale, growth_interval, []

        def unscale(self, grads):
            import math

            for grad in grads:
                for value in np.nditer(grad):
                    if not math.isfinite(value):
                        self.history = []
                        self.scale = self.scale / 2
                        return None
            answers = []
            for grad in grads:
                answers.append(grad * (1.0 / self.scale))
            self.history.append(True)
            if len(self.history) % self.n == 0:
                self.scale = self.scale + self.scale
            return answers


@alternative
class by_extremes:
    class LossScaler(_Scaler):
        def bad(self, grads):
            sizes = [np.max(np.abs(grad)) for grad in grads]
            return not all(size < np.inf for size in sizes)
