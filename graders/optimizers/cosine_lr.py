"""Cosine schedule: all three stretches, and the steps where one becomes the next."""

import math

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    for step in (0, 1, 5, 9, 10, 11, 15, 25):
        yield Case(f"step {step} of 10", step, 10, 1.0)
    for step in (0, 3, 8, 9):
        yield Case(f"step {step} of 8, down to 0.25", step, 8, 2.0, min_lr=0.25)
    for step in (0, 1, 3, 4, 5, 7, 10, 12, 13, 18):
        yield Case(f"step {step} of 12, warm-up of 4", step, 12, 0.5, 0.0, 4)
    for step in (0, 1, 2, 6, 10, 11, 20):
        yield Case(f"step {step} of 10, warm-up of 2, down to 0.5", step, 10, 1.0, min_lr=0.5, warmup_steps=2)
    yield Case("one step in all", 0, 1, 0.1)
    yield Case("after one step in all", 1, 1, 0.1, 0.01)
    yield Case("a warm-up of one step", 0, 5, 0.1, warmup_steps=1)
    yield Case("after a warm-up of one step", 1, 5, 0.1, warmup_steps=1)
    total, warmup = int(rng.integers(200, 1000)), int(rng.integers(20, 100))
    base = float(rng.uniform(0.5, 2.0))
    yield Case("somewhere in the warm-up", int(rng.integers(1, warmup)), total, base, 0.1 * base, warmup)
    for _ in range(3):
        yield Case("somewhere on the way", int(rng.integers(warmup, total)), total, base, 0.1 * base, warmup)
    yield Case("a small rate", 30, 100, 3e-4, 1e-6, 10)
    yield Case("a long training", 70_000, 100_000, 1.0, 0.1, 2000)


def _half_cosine(done):
    return 0.5 * (1 + math.cos(math.pi * done))


@mistake("After total_steps the cosine climbs again in your answer. Limit the share of the way to 1, so that "
         "the rate stays at min_lr.")
def climbs_again(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine((step - warmup_steps) / (total_steps - warmup_steps))


@mistake("The cosine runs over all steps, warm-up included. It starts where the warm-up ends: "
         "(step - warmup) / (total - warmup).")
def over_all_steps(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, step / total_steps))


@mistake("The steps after the warm-up are counted from its end, but divided by total_steps: the way left is "
         "total - warmup, so min_lr is reached too late.")
def divided_by_the_total(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, (step - warmup_steps) / total_steps))


@mistake("Your warm-up starts one step up, at (step + 1) / warmup. Step 0 has the rate 0.")
def starts_one_step_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * (step + 1) / warmup_steps
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("Your warm-up starts from min_lr. It is a line from 0.")
def warms_up_from_the_minimum(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return min_lr + (base_lr - min_lr) * step / warmup_steps
    return climbs_again(min(step, total_steps), total_steps, base_lr, min_lr, warmup_steps)


@mistake("There is no warm-up in your answer: below warmup_steps the rate is base_lr * step / warmup_steps.")
def without_a_warm_up(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    done = max(0, step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) * _half_cosine(min(1, done))


@mistake("min_lr is added on top of the whole cosine, so the rate starts at base + min. Only base - min is "
         "to fall.")
def minimum_on_top(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return min_lr + base_lr * _half_cosine(min(1, (step - warmup_steps) / (total_steps - warmup_steps)))


@mistake("You cut a cosine to 0 off at min_lr. The cosine itself ends at min_lr: min + (base - min) * (1 + "
         "cos) / 2.")
def cut_off_at_the_minimum(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return max(min_lr, base_lr * _half_cosine(min(1, (step - warmup_steps) / (total_steps - warmup_steps))))


@mistake("You use a quarter turn, cos(pi/2 * p), which falls fastest at its end. Half a cosine is (1 + "
         "cos(pi * p)) / 2.")
def quarter_turn(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    done = min(1, (step - warmup_steps) / (total_steps - warmup_steps))
    return min_lr + (base_lr - min_lr) * math.cos(math.pi / 2 * done)


@mistake("You go down in a straight line; the task asks for half a cosine, (1 + cos(pi * p)) / 2.")
def straight_down(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    return base_lr + (min_lr - base_lr) * min(1, (step - warmup_steps) / (total_steps - warmup_steps))


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
