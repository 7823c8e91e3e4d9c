"""What people read speaks one language: US spelling, the words of the glossary, and no old-world charm.

Read are all strings of the program that are no docstrings (and the docstrings that become help), the statements, hints,
titles, sheets and quiz cards of the exercises, what the reference solutions explain, what the graders say, and the
documents.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import catalogue

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    *sorted(f"docs/{page.name}" for page in ROOT.glob("docs/*.md")),
]

# What is not ours to say, and what we say instead.
SPELLING = {
    r"\b\w+is(?:e|es|ed|ing|er|ers|ation|ations)\b": "-ize, -ization",
    r"\b(?:behavio|colo|favo|neighbo|hono|labo|vapo|flavo)ur\w*": "-or",
    r"\b(?:label|model|travel|cancel|signal|total)l(?:ed|ing|er)\b": "one l",
    r"\b(?:centre|metre|fibre|theatre)s?\b": "-er",
    r"\bpractis\w+": "practice",
    r"\b(?:learnt|spelt|whilst|amongst|grey|maths|programme|catalogue|analogue|artefact)s?\b": "the US word",
}
NOT_BRITISH = re.compile(
    r"(?:adv|comprom|exerc|expert|no|prec|prem|prom|ra|r|rev|superv|surpr|tw|w|dev|otherw|pairw|elementw|stepw|likew"
    r"|pointw|row|col\w*|concise|conc|d|den|desp|franch|gu|prom|ra|paraphr|appr|chas|cru|excis|incis|ar|compr"
    r"|elsewhere|prais|bru|clockw|channelw|layerw|tokenw|unsuperv|self-superv|cl|b|bas|no|po|impr|to|coarse|bl"
    r"|televis)is(?:e|es|ed|ing|er|ers|ation|ations)$",
    re.IGNORECASE,
)
GLOSSARY = {
    r"\bjudg(?:e|es|ed|ing|ement|ment)\b": "check",
    r"\bstubs?\b": "starter code",
    r"\bpars?\b": "target time",
    r"\bunder ?way\b": "in progress",
    r"\bput aside\b": "save",
    r"\b(?:write|writes|written|writing) (?:it )?again\b": "review",
    r"\bdue again\b": "due for review",
    r"\bthe reference\b(?! (?:solution|implementation|uses|model|policy|log|free))": "the reference solution",
    r"\b(?:your|earlier|kept|the user's) answers?\b": "your code, your solution",
    r"\bmend(?:s|ed|ing)?\b": "fix",
    r"\b(?:turn|turns|turned) round\b": "reverse, flip",
    r"\b(?:begins?|began|begun) (?:anew|again)\b": "start over",
    r"(?<!\bthere )(?<!\bwhere )\bis no (?!more\b|longer\b|\w+er\b)\w+": "is not a",
    r"\bwhat is (?:beyond|more)\b(?=[.,])": "say it",
    r"\bnot yet made\b|\bany more\b|\ball the same\b|\bnamely\b|\bhence\b|\bthus\b|\bwhereby\b": "plain words",
    r"\bmet most\b|\bmost of all\b": "most common",
    r"\bof its own accord\b|\bgood-bye\b|\bseldom\b|\bought to\b|\bupon\b|\btold apart\b": "plain words",
    r"!(?=\s|$)(?<![=!]!)": "no exclamation marks",
}

# Where a word means something else.
ALLOWED = {
    "dpo_loss": {"the reference"},  # a reference model
    "kv_cache": {"kept answers", "earlier answer"},  # what an earlier call returned
    "authoring": {"the reference"},  # authors know which
    "judge.py": {"the reference"},  # an author's grader is broken
}


def findings(text: str, place: str = "") -> Iterator[str]:
    """What is said in words that are not ours, save what may be said in that place."""
    allowed = {word for name, words in ALLOWED.items() if name in place for word in words}
    prose = " ".join(re.sub(r"`[^`\n]*`|``.*?``|https?://\S+", " ", text).split())
    for pattern, instead in (SPELLING | GLOSSARY).items():
        for found in re.finditer(pattern, prose, re.IGNORECASE):
            if found[0].lower() in allowed:
                continue
            if instead != "-ize, -ization" or not NOT_BRITISH.search(found[0]):
                around = " ".join(prose[max(found.start() - 40, 0) : found.end() + 40].split())
                yield f"{found[0]!r} ({instead}) in {around!r}"


def strings(path: Path) -> Iterator[str]:
    """The strings of a module that a person may read: not its docstrings, save those that become help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    is_help = path.parent.name == "commands" or path.name == "cli.py"
    unread = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr) and not (is_help and getattr(node, "decorator_list", ())):
            unread.add(id(first.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            unread |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unread:
            yield node.value


def program() -> list[Path]:
    return sorted((ROOT / "mlprep").rglob("*.py"))


def statement(path: Path) -> str:
    """The module docstring, without its examples."""
    lines = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()
    return "\n".join(line for line in lines if not line.startswith("    "))


def explanation(path: Path) -> str:
    """What a reference solution explains: its docstrings and comments."""
    source = path.read_text(encoding="utf-8")
    comments = re.findall(r"#\s?(.*)", source)
    docs = [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(source))
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))]  # fmt: skip
    return "\n".join([*docs, *comments])


def prose(sheet: Path) -> str:
    """A sheet without its code."""
    return re.sub(r"```.*?```", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", program(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_the_program_says_is_in_our_words(path):
    assert [each for text in strings(path) if " " in text for each in findings(text, str(path.relative_to(ROOT)))] == []


@pytest.mark.parametrize("topic", catalogue.topics, ids=lambda topic: topic.id)
def test_what_the_exercises_say_is_in_our_words(topic):
    folder = catalogue.root / "exercises" / topic.id
    rows = tomllib.loads((folder / "topic.toml").read_text(encoding="utf-8"))
    texts = {"title": rows["title"], "sheet.md": prose(folder / "sheet.md")}
    for row in rows["exercise"]:
        texts[f"{row['id']} hints"] = "\n".join([row["title"], *row["hints"]])
    for card in tomllib.loads((folder / "quiz.toml").read_text(encoding="utf-8"))["card"]:
        said = [card.get("question", ""), card.get("answer", ""), *card["points"], card["wrong_turn"]]
        texts[f"{card.get('exercise', '')} card {card['id']}"] = "\n".join([*said, *card.get("choices", ())])
    for each in topic.exercises:
        texts[f"{each.id} grader"] = "\n".join(text for text in strings(catalogue.grader(each)) if " " in text)
        texts[f"{each.id} statement"] = statement(catalogue.starter(each))
        texts[f"{each.id} solution"] = explanation(catalogue.solution(each))
    assert {name: found for name, text in texts.items() if (found := [*findings(text, name)])} == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_documents_say_is_in_our_words(name):
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [*findings(text)] == []


@pytest.mark.parametrize(
    "text",
    ["Normalise it.", "Your answer is kept.", "the stub again", "0.8 x par", "practised", "labelled", "It is no date."],
)
def test_the_glossary_notices(text):
    assert [*findings(text)]


@pytest.mark.parametrize("text", ["A precise, pairwise exercise.", "The reference solution.", "is no larger", "noise"])
def test_the_glossary_lets_ordinary_words_through(text):
    assert [*findings(text)] == []
