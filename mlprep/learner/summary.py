"""How far the learner is and where it hurts, worked out from the record: plain data, as `progress --json` prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from mlprep.content.catalogue import Catalogue, Exercise, Topic
from mlprep.learner import mistake_words, schedule
from mlprep.learner.record import PASSED, Attempt, Progress

_WEAK = 0.8  # the strength below which a topic is worth a word
_QUALITY = {schedule.AGAIN: 0.25, schedule.HARD: 0.6, schedule.GOOD: 0.9, schedule.EASY: 1.0}
_SHOWN = 8


def summarize(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """Everything that `mlprep progress` tells."""
    today = date.fromtimestamp(now)
    attempts = {name: progress.attempts(name) for name in progress.exercises()}
    pars = {each.id: float(each.minutes) for each in catalogue.exercises.values()}
    coming = schedule.upcoming(progress, pars, now)
    kept = {each.exercise: each.retention for each in coming}
    topics = [_topic(topic, progress, attempts, kept) for topic in catalogue.topics]
    days = progress.days()
    return {
        "solved": sum(topic["solved"] for topic in topics),
        "total": sum(topic["total"] for topic in topics),
        "streak": progress.streak(today),
        "longest_streak": _longest(days),
        "attempts": sum(map(len, attempts.values())),
        "seconds": _seconds(progress, attempts, now),
        "pace": _pace(catalogue, attempts, slice(0, 1)),
        "review_pace": _pace(catalogue, attempts, slice(1, None)),
        "topics": topics,
        "weakest": _weakest(topics),
        "misunderstandings": _misunderstandings(catalogue, attempts),
        "failures": _failures(attempts),
        "retention": {
            "mean": _mean(kept.values()),
            "exercises": {name: round(odds, 4) for name, odds in kept.items()},
        },
        "due": {
            "today": sum(each.on <= today for each in coming),
            "this_week": sum(each.on <= today + timedelta(days=6) for each in coming),
        },
        "today": today.isoformat(),
        "calendar": {day.isoformat(): count for day, count in days.items()},
    }


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
        "par_seconds": sum(each.minutes * 60 for each, _ in timed) if timed else None,
        "retention": _mean(kept[each.id] for each in topic.exercises if each.id in kept),
        "unsolved": [each.id for each in tried if each.id not in kept],
        "strength": _mean(strengths.values()),
        "weakest": min(strengths, key=lambda name: (strengths[name], name)) if strengths else None,
    }


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
        reasons.append(f"{count} begun and not solved" if count > 1 else f"{topic['unsolved'][0]} is not solved")
    if topic["retention"] is not None and topic["retention"] < 0.85:
        reasons.append(f"{topic['retention']:.0%} still known")
    if topic["seconds"] is not None and topic["seconds"] > 1.5 * topic["par_seconds"]:
        reasons.append(f"{topic['seconds'] / topic['par_seconds']:.1f} times par")
    return ", ".join(reasons) or "much help or many tries"


def _misunderstandings(catalogue: Catalogue, attempts: Mapping[str, list[Attempt]]) -> list[dict[str, Any]]:
    """The mistakes with a name, most often met first."""
    met = Counter(
        (name, each.diagnosis)
        for name, some in attempts.items()
        for each in some
        if each.diagnosis and each.outcome != PASSED and not mistake_words.is_kind(each.diagnosis)
    )
    ordered = sorted(met.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"exercise": name, "mistake": mistake, "count": count,
         "words": mistake_words.mistake_in_words(catalogue, name, mistake)}
        for (name, mistake), count in ordered[:_SHOWN]
    ]  # fmt: skip


def _failures(attempts: Mapping[str, list[Attempt]]) -> list[dict[str, Any]]:
    """The kinds of failure that no mistake explains, over all exercises."""
    met = Counter(
        mistake_words.kind_in_words(each.diagnosis)
        for some in attempts.values()
        for each in some
        if each.diagnosis and each.outcome in schedule.WRONG and mistake_words.is_kind(each.diagnosis)
    )
    ordered = sorted(met.items(), key=lambda item: (-item[1], item[0]))
    return [{"words": words, "count": count} for words, count in ordered]


def _pace(catalogue: Catalogue, attempts: Mapping[str, list[Attempt]], which: slice) -> float | None:
    """Time against par, over the passes of each exercise that are meant."""
    spent = par = 0.0
    for exercise in catalogue.exercises.values():
        passes = [each for each in attempts.get(exercise.id, ()) if each.outcome == PASSED]
        for each in passes[which]:
            if each.seconds is not None:
                spent, par = spent + each.seconds, par + 60 * exercise.minutes
    return round(spent / par, 3) if par else None


def _seconds(progress: Progress, attempts: Mapping[str, list[Attempt]], now: float) -> int:
    """All honest practice: of every run that ended in a pass, and of those still under way."""
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
