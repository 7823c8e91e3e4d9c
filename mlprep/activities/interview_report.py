"""What came of a mock interview, as plain data: for the screen, for `--json`, and beside the earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mlprep.content.catalogue import Catalogue
from mlprep.errors import UnknownName
from mlprep.learner.interviews import GIVEN_UP, PASSED, QUIZ, WAITING, Interview

_EARLIER = 5  # interviews that it is compared with
_REVIEWS = 6  # exercises that are named for review, at most


def report(catalogue: Catalogue, every: Sequence[Interview], number: int) -> dict[str, Any]:
    """The report on one of the interviews, ``number`` 1 being the last."""
    place = len(every) - number
    interview = every[place]
    warm_ups = [{"kind": QUIZ, "used": round(part["used"])} for part in interview.parts if part["kind"] == QUIZ]
    rounds = [_round(catalogue, part) for part in interview.parts if part["kind"] != QUIZ]
    missed = [
        {"question": card["question"], "points": card["missed"]}
        for part in interview.parts
        for card in part["cards"]
        if card["missed"]
    ]
    return {
        **_numbers(interview),
        "minutes": interview.data["minutes"],
        "used": round(interview.data["used"]),
        "away": round(interview.data["away"]),
        "ended": interview.has_ended,
        "seed": interview.data["seed"],
        "parts": warm_ups + rounds,
        "wrong": [each["question"] for part in interview.parts for each in part["questions"] if not each["right"]],
        "missed": missed,
        "mistakes": [text for part in interview.parts for _, text in part["mistakes"]],
        "review": _to_review(interview)[:_REVIEWS],
        "earlier": [_numbers(each) for each in every[max(place - _EARLIER, 0) : place] if each.has_ended],
    }


def _numbers(interview: Interview) -> dict[str, Any]:
    """What can be compared between interviews."""
    rounds = [part for part in interview.parts if part["kind"] != QUIZ and part["state"] != WAITING]
    questions = [each for part in interview.parts for each in part["questions"]]
    cards = [card for part in interview.parts for card in part["cards"]]
    solved = [part for part in rounds if part.get("passed")]
    return {
        "date": date.fromtimestamp(interview.data["began"]).isoformat(),
        "rounds": len(rounds),
        "solved": len(solved),
        "first_try": sum(part["tries"] == 1 for part in solved),
        "hints": sum(part["hints"] for part in rounds),
        "asked": len(questions),
        "right": sum(each["right"] is True for each in questions),
        "points": sum(len(card["named"]) + len(card["missed"]) for card in cards),
        "named": sum(len(card["named"]) for card in cards),
    }


def _round(catalogue: Catalogue, part: dict[str, Any]) -> dict[str, Any]:
    try:
        title = catalogue.find(part["exercise"]).title
    except UnknownName:  # another version's exercise
        title = part["exercise"]
    return {
        "kind": part["kind"],
        "exercise": part["exercise"],
        "title": title,
        "state": PASSED if part.get("passed") else part["state"],
        "minutes": part["minutes"],
        "used": round(part["used"]),
        "tries": part["tries"],
        "hints": part["hints"],
        "beyond": part["beyond"],
    }


def _to_review(interview: Interview) -> list[str]:
    """The exercises that need more practice: given up first, then those with hints or several tries."""
    rounds = [part for part in interview.parts if part["kind"] != QUIZ and part["state"] != WAITING]
    lost = [part["exercise"] for part in rounds if not part.get("passed") or part["state"] == GIVEN_UP]
    shaky = [part["exercise"] for part in rounds if part.get("passed") and (part["hints"] or part["tries"] > 1)]
    return list(dict.fromkeys([*lost, *shaky]))
