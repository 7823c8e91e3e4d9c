"""Cosine schedule: all three stretches, and the steps where one becomes the next."""

import math

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    for step in (1, 5, 9, 10):
        yield Case(f"step {step} of 10", step, 10, 1.0)
    for step in (3, 8):
        yield Case(f"step {step} of 8, down to 0.25", step, 8, 2.0, min_lr=0.25)
    for step in (1, 3, 4, 5, 7, 10, 12):
        yield Case(f"step {step} of 12, warm-up of 4", step, 12, 0.5, 0.0, 4)
    for step in (1, 2, 6, 10):
        yield Case(f"step {step} of 10, warm-up of 2, down to 0.5", step, 10, 1.0, min_lr=0.5, warmup_steps=2)
    total, warmup = int(rng.integers(200, 1000)), int(rng.integers(20, 100))
    base = float(rng.uniform(0.5, 2.0))
    yield Case("somewhere in the warm-up", int(rng.integers(1, warmup)), total, base, 0.1 * base, warmup)
    for _ in range(3):
        yield Case("somewhere on the way", int(rng.integers(warmup, total)), total, base, 0.1 * base, warmup)
    yield Case("a small rate", 30, 100, 3e-4, 1e-6, 10)
    yield Case("a long training", 70_000, 100_000, 1.0, 0.1, 2000)
    for step in (11, 15, 25):
        yield Case(f"step {step} of 10", step, 10, 1.0).edge("after the end")
    yield Case("step 9 of 8, down to 0.25", 9, 8, 2.0, min_lr=0.25).edge("after the end")
    for step in (13, 18):
        yield Case(f"step {step} of 12, warm-up of 4", step, 12, 0.5, 0.0, 4).edge("after the end")
    for step in (11, 20):
        yield Case(f"step {step} of 10, warm-up of 2, down to 0.5", step, 10, 1.0, 0.5, 2).edge("after the end")
    yield Case("step 0 of 10", 0, 10, 1.0).edge("first step")
    yield Case("step 0 of 8, down to 0.25", 0, 8, 2.0, min_lr=0.25).edge("first step")
    yield Case("step 0 of 12, warm-up of 4", 0, 12, 0.5, 0.0, 4).edge("first step")
    yield Case("step 0 of 10, warm-up of 2, down to 0.5", 0, 10, 1.0, 0.5, 2).edge("first step")
    yield Case("one step in all", 0, 1, 0.1).edge("short ones")
    yield Case("after one step in all", 1, 1, 0.1, 0.01).edge("short ones")
    yield Case("a warm-up of one step", 0, 5, 0.1, warmup_steps=1).edge("short ones")
    yield Case("after a warm-up of one step", 1, 5, 0.1, warmup_steps=1).edge("short ones")


def _half_cosine(done):
    return 0.5 * (1 + math.cos(math.pi * done))


@mistake("After total_steps your cosine rises again. Limit its argument to 1, so that the rate stays at min_lr.")
def climbs_again(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine((step - warmup_steps) / (total_steps - warmup_steps))


@mistake("Your cosine runs over all steps, including the warm-up. Start it where the warm-up ends: (step - warmup) / "
         "(total - warmup).")
def over_all_steps(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, step / total_steps))


@mistake("You count the steps after the warm-up from its end, but divide by total_steps, so min_lr is reached too "
         "late. Divide by total - warmup.")
def divided_by_the_total(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, (step - warmup_steps) / total_steps))


@mistake("Your warm-up starts one step up, at (step + 1) / warmup. Give step 0 the rate 0.")
def starts_one_step_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * (step + 1) / warmup_steps
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("Your warm-up starts from min_lr. Start it from 0.")
def warms_up_from_the_minimum(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return min_lr + (base_lr - min_lr) * step / warmup_steps
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("You have no warm-up. Below warmup_steps the rate is base_lr * step / warmup_steps.")
def without_a_warm_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    done = max(0, step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, done))


@mistake("You add min_lr on top of the whole cosine, so the rate starts at base + min. Let only base - min fall.")
def minimum_on_top(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + base_lr * _half_cosine(min(1, (step - warmup_steps) / (total_steps - warmup_steps)))


@mistake("You cut off a cosine to 0 at min_lr. Let the cosine itself end at min_lr: min + (base - min) * (1 + cos) / "
         "2.")
def cut_off_at_the_minimum(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return max(min_lr, base_lr * _half_cosine(min(1, (step - warmup_steps) / (total_steps - warmup_steps))))


@mistake("You use a quarter of a cosine, cos(pi / 2 * p), which falls fastest at its end. Half a cosine is (1 + "
         "cos(pi * p)) / 2.")
def quarter_turn(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    done = min(1, (step - warmup_steps) / (total_steps - warmup_steps))
    return min_lr + (base_lr - min_lr) * math.cos(math.pi / 2 * done)


@mistake("Your rate falls in a straight line. Use half a cosine, (1 + cos(pi * p)) / 2.")
def straight_down(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return base_lr + (min_lr - base_lr) * min(1, (step - warmup_steps) / (total_steps - warmup_steps))


@mistake("Your warm-up is (step + 1) / (warmup + 1). It is a line from 0 to warmup_steps: step / warmup.")
def one_step_more_to_warm_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * (step + 1) / (warmup_steps + 1)
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("You use a whole cosine, cos(2 * pi * p), which goes down and up again. Half a cosine is (1 + cos(pi * p)) "
         "/ 2.")
def whole_turn(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) * _half_cosine(2 * done)


@mistake("You reach min_lr at total_steps - 1. Reach it at total_steps.")
def one_step_early(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    done = (step - warmup_steps) / max(total_steps - 1 - warmup_steps, 1)
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, done))


@mistake("You multiply the warm-up by the cosine. Until warmup_steps the rate is a straight line, base_lr * step / "
         "warmup_steps.")
def cosine_in_the_warm_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    rate = min_lr + (base_lr - min_lr) * _half_cosine(min(1, step / total_steps))
    if step < warmup_steps:
        return step / warmup_steps * rate
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("After total_steps you return 0. Return min_lr.")
def nothing_after_the_end(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step > total_steps:
        return 0.0
    return climbs_again(step, total_steps, base_lr, min_lr, warmup_steps)


@mistake("Without a warm-up, your step 0 gives 0. Give it base_lr.")
def always_some_warm_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < max(warmup_steps, 1):
        return base_lr * step / max(warmup_steps, 1)
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@alternative
def case_by_case(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    import numpy as np

    if warmup_steps > 0 and step <= warmup_steps:
        return np.float64(step) / warmup_steps * base_lr
    if step >= total_steps:
        return min_lr
    angle = np.pi * (step - warmup_steps) / (total_steps - warmup_steps)
    return 0.5 * (base_lr + min_lr) + 0.5 * (base_lr - min_lr) * np.cos(angle)


@alternative
def with_a_squared_cosine(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    rise = min(step / warmup_steps, 1) if warmup_steps else 1
    if rise < 1:
        return rise * base_lr
    left = max(total_steps - step, 0) / (total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) * math.sin(math.pi / 2 * left) ** 2
