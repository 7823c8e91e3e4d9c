"""How far the learner is and where it hurts, worked out from the record: plain data, as `progress --json` prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from mlprep.content.catalogue import VALUES, Catalogue, Exercise, Topic
from mlprep.learner import mistake_words, schedule, state
from mlprep.learner.attempt_rows import Attempt
from mlprep.learner.record import PASSED, Progress

_WEAK = 0.8  # the strength below which a topic is worth a word
_QUALITY = {schedule.AGAIN: 0.25, schedule.HARD: 0.6, schedule.GOOD: 0.9, schedule.EASY: 1.0}
_SHOWN = 8
KNOWN = 0.85  # the recall from which on a topic is ready
_AHEAD = (0, 1, 2, 3, 5, 7, 10, 14, 21, 28)  # days for which the forgetting is told


def summarize(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """Everything that `mlprep progress` tells."""
    today = date.fromtimestamp(now)
    attempts = {name: progress.attempts(name) for name in progress.exercises()}
    targets = state.targets(catalogue)
    coming = schedule.upcoming(progress, targets, now)
    kept = {each.exercise: each.retention for each in coming}
    topics = [_topic(topic, progress, attempts, kept) for topic in catalogue.topics]
    days = progress.days()
    plan = progress.plan
    return {
        "solved": sum(topic["solved"] for topic in topics),
        "total": sum(topic["total"] for topic in topics),
        "starred": sum(progress.starred(name) for name in kept),
        "streak": progress.streak(today),
        "longest_streak": _longest(days),
        "attempts": sum(map(len, attempts.values())),
        "seconds": _seconds(progress, attempts, now),
        "pace": _pace(catalogue, attempts, slice(0, 1)),
        "review_pace": _pace(catalogue, attempts, slice(1, None)),
        "topics": topics,
        "weakest": _weakest(topics),
        "mistakes": _mistakes(catalogue, attempts),
        "retention": {
            "mean": _mean(kept.values()),
            "exercises": {name: round(odds, 4) for name, odds in kept.items()},
            "without_reviews": _forgetting(progress, targets, today, plan.until if plan else None),
        },
        "due": {
            "today": sum(each.on <= today for each in coming),
            "this_week": sum(each.on <= today + timedelta(days=6) for each in coming),
        },
        "today": today.isoformat(),
        "calendar": {day.isoformat(): count for day, count in days.items()},
    }


def _forgetting(
    progress: Progress, targets: Mapping[str, float], today: date, until: date | None
) -> list[dict[str, Any]]:
    """How much of what was solved could be written on later days, if nothing was reviewed: what FSRS expects."""
    days = {today + timedelta(days=ahead) for ahead in _AHEAD}
    if until is not None and until > today:
        days.add(until)
    memories = (schedule.memory(schedule.recalled(progress, name), target) for name, target in targets.items())
    cards = [card for card in memories if card]
    return [
        {"date": day.isoformat(), "interview": day == until,
         "share": _mean(schedule.odds(card, schedule.midnight(day)) for card in cards)}
        for day in sorted(days) if cards
    ]  # fmt: skip


def _topic(
    topic: Topic, progress: Progress, attempts: Mapping[str, list[Attempt]], kept: Mapping[str, float]
) -> dict[str, Any]:
    """One topic; ``strength`` is None before anything was tried, and else the mean over what was."""
    tried = [each for each in topic.exercises if attempts.get(each.id)]
    timed = [(each, passed) for each in tried if (passed := _first_time(attempts[each.id])) is not None]
    strengths = {each.id: _strength(each, attempts[each.id], kept.get(each.id, 0.0)) for each in tried}
    return {
        "id": topic.id,
        "title": topic.title,
        "solved": sum(each.id in kept for each in topic.exercises),
        "total": len(topic.exercises),
        "seconds": sum(seconds for _, seconds in timed) if timed else None,
        "target_seconds": sum(each.minutes * 60 for each, _ in timed) if timed else None,
        "retention": _mean(kept[each.id] for each in topic.exercises if each.id in kept),
        "unsolved": [each.id for each in tried if each.id not in kept],
        "strength": _mean(strengths.values()),
        "weakest": min(strengths, key=lambda name: (strengths[name], name)) if strengths else None,
        **_readiness(topic, attempts, kept),
    }


def _readiness(topic: Topic, attempts: Mapping[str, list[Attempt]], kept: Mapping[str, float]) -> dict[str, Any]:
    """Whether the topic is ready for an interview, by the exercises that interviews ask for most."""
    best = min((VALUES.index(each.value) for each in topic.exercises), default=0)
    asked = [each.id for each in topic.exercises if VALUES.index(each.value) == best]
    own = [name for name in asked if name in kept and not attempts[name][_last_pass(attempts[name])].solution]
    if not any(attempts.get(each.id) for each in topic.exercises):
        said = "not practiced"
    elif len(own) < len(asked):
        said = "started"
    else:
        said = "ready" if sum(kept[name] for name in own) >= KNOWN * len(own) else "fading"
    return {"readiness": said, "asked_most": len(asked), "asked_most_solved": len(own)}


def _last_pass(attempts: list[Attempt]) -> int:
    return max(i for i, each in enumerate(attempts) if each.outcome == PASSED)


def _strength(exercise: Exercise, attempts: list[Attempt], kept: float) -> float:
    """From 0 to 1: how well it went the last time, times the odds that it is still known."""
    groups = list(schedule.reviews(attempts))
    return _QUALITY[schedule.rating(groups[-1], exercise.minutes)] * kept if groups else 0.0


def _weakest(topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    weak = [topic for topic in topics if topic["strength"] is not None and topic["strength"] < _WEAK]
    weak.sort(key=lambda topic: topic["strength"])
    return [
        {"topic": each["id"], "title": each["title"], "strength": each["strength"], "exercise": each["weakest"],
         "solved": each["weakest"] not in each["unsolved"], "why": _why(each)}
        for each in weak[:3]
    ]  # fmt: skip


def _why(topic: dict[str, Any]) -> str:
    reasons = []
    if topic["unsolved"]:
        count = len(topic["unsolved"])
        reasons.append(f"{count} started, not solved" if count > 1 else f"{topic['unsolved'][0]} is not solved yet")
    if topic["retention"] is not None and topic["retention"] < KNOWN:
        reasons.append(f"recall is down to {topic['retention']:.0%}")
    if topic["seconds"] is not None and topic["seconds"] > 1.5 * topic["target_seconds"]:
        reasons.append(f"you took {topic['seconds'] / topic['target_seconds']:.1f} × the target time")
    return ", ".join(reasons) or "it took many hints or tries"


def _mistakes(catalogue: Catalogue, attempts: Mapping[str, list[Attempt]]) -> list[dict[str, Any]]:
    """The most common mistakes: known ones by exercise, and kinds of failure over all exercises."""
    found: Counter[tuple[str | None, str]] = Counter()
    for name, some in attempts.items():
        for each in some:
            if each.diagnosis and each.outcome in schedule.WRONG:
                found[None if mistake_words.is_kind(each.diagnosis) else name, each.diagnosis] += 1
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0][0] is None, item[0][0] or "", item[0][1]))
    return [
        {"exercise": name, "mistake": mistake, "count": count,
         "words": mistake_words.mistake_in_words(catalogue, name, mistake) if name
         else mistake_words.kind_in_words(mistake)}
        for (name, mistake), count in ordered[:_SHOWN]
    ]  # fmt: skip


def _pace(catalogue: Catalogue, attempts: Mapping[str, list[Attempt]], which: slice) -> float | None:
    """Time against target, over the passes of each exercise that are meant."""
    spent = target = 0.0
    for exercise in catalogue.exercises.values():
        passes = [each for each in attempts.get(exercise.id, ()) if each.outcome == PASSED]
        for each in passes[which]:
            if each.seconds is not None:
                spent, target = spent + each.seconds, target + 60 * exercise.minutes
    return round(spent / target, 3) if target else None


def _seconds(progress: Progress, attempts: Mapping[str, list[Attempt]], now: float) -> int:
    """All practice: of every run that ended in a pass, and of those still in progress."""
    ended = sum(each.seconds or 0 for some in attempts.values() for each in some if each.outcome == PASSED)
    return ended + round(sum(progress.seconds(name, now) for name in attempts if progress.running(name)))


def _first_time(attempts: list[Attempt]) -> int | None:
    """How long the first pass took, where a clock ran."""
    return next((each.seconds for each in attempts if each.outcome == PASSED), None)


def _longest(days: Iterable[date]) -> int:
    longest = row = 0
    before = None
    for day in days:
        row = row + 1 if before is not None and day - before == timedelta(days=1) else 1
        longest, before = max(longest, row), day
    return longest


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 4) if known else None
