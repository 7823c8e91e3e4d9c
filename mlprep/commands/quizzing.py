"""`quiz`: generated questions and concept cards, in plain lines."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.asking import Quit, ask_one, take_any_text
from mlprep.commands.base import (
    Json,
    complete_topic,
    console,
    examples,
    new_app,
    notices,
    print_json,
    say,
    session_of,
)
from mlprep.errors import MlprepError

if TYPE_CHECKING:
    from mlprep.activities.quiz import Quiz
    from mlprep.activities.session import Session

app = new_app()
_LIST = "list"  # as a kind


def complete_kind(incomplete: str) -> list[str]:
    """The kinds that begin so, for the shell's completion."""
    from mlprep.content.quiz_kinds import CARDS, KINDS

    return [each for each in (CARDS, _LIST, *(kind.id for kind in KINDS)) if each.startswith(incomplete.lower())]


@app.command(epilog=examples("mlprep quiz transformers -n 5", "mlprep quiz --kind list"))
def quiz(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="Only this topic.", autocompletion=complete_topic),
    ] = None,
    count: Annotated[int, typer.Option("-n", metavar="N", help="How many questions; 0 for no end.")] = 10,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Only this kind, or `cards`; see `list`.", autocompletion=complete_kind),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="The same questions for the same number, whatever you know.")
    ] = None,
    answers: Annotated[bool, typer.Option("--answers", help="Print the questions with their answers.")] = False,
    json: Json = False,
) -> None:
    """Answer questions as interviews ask them.

    Shapes, costs and metrics by hand, what code prints, which bug it has; and cards, which you grade point by point.
    What goes wrong and what is due comes more often. An empty line skips a question, `quit` ends. With --json or
    --answers it asks nothing and records nothing.
    """
    from mlprep.activities.quiz import Quiz
    from mlprep.activities.quiz_plan import Wanted, find_kind
    from mlprep.views import quiz_lines as view

    session = session_of(ctx)
    if count < 0:
        raise MlprepError(f"{count} is not a number of questions.", "Use -n 10, or -n 0 for a quiz without end.")
    about = session.catalogue.find_topic(topic).id if topic else None
    if kind == _LIST:
        _list(session, about, json=json)
        return
    wanted = Wanted(about, find_kind(kind) if kind else None, count, seed)
    if not json and not answers:
        with Quiz(session, wanted) as run:
            _ask(run, session, about)
        return
    if count == 0:
        raise MlprepError("A list of questions needs an end.", "Add -n with the number of questions.")
    if seed is None:  # so that the list can be had again, by the seed that it shows
        wanted = wanted._replace(seed=_new_seed())
    with Quiz(session, wanted) as run:
        questions = run.every_question()
    if json:
        print_json([view.question_as_json(each, run.seed, answers=answers) for each in questions])
    else:
        view.show_answers(console(), questions, count)
        say(f"The same questions again: --seed {run.seed}")


def _new_seed() -> int:
    import os

    return int.from_bytes(os.urandom(3), "big")


def _list(session: Session, topic: str | None, *, json: bool) -> None:
    """The kinds, and how often each was asked and right."""
    from mlprep.content.quiz_cards import card_ids
    from mlprep.content.quiz_kinds import CARDS, kinds
    from mlprep.learner.quiz_record import Score
    from mlprep.views import quiz_lines as view

    scores = session.progress.quiz_scores()
    ids = card_ids(session.catalogue, None if topic is None else [topic])
    rated = [each for name in ids for each in session.progress.card_ratings(name)]
    known = Score(len(rated), sum(each.rating > 2 for each in rated))
    rows = [view.kind_as_json(CARDS, f"{len(ids)} concept cards", (), known)]
    rows += [view.kind_as_json(each.id, each.title, each.topics, scores.get(each.id, Score())) for each in kinds(topic)]
    if json:
        print_json(rows)
    else:
        view.show_kinds(console(), rows)
        notices(session)


def _ask(run: Quiz, session: Session, topic: str | None) -> None:
    """Question after question, until the last, `quit`, the end of the input or Ctrl-C."""
    from mlprep.views import quiz_lines as view

    out = console()
    take_any_text()
    with suppress(EOFError, KeyboardInterrupt, Quit):
        view.show_start(out)
        while run.question is not None:
            ask_one(run)
    say("")
    summary = run.summary()
    view.show_summary(out, summary, view.next_command(summary, topic))
    session.notices = list(dict.fromkeys(session.notices))
    notices(session)
