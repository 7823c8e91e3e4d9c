"""Packs: exercises from elsewhere are in every command, and nothing that is wrong with one stops mlprep."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pack_example
import pytest
from support import catalogue

from mlprep.content.catalogue import Catalogue, base_of, round_names
from mlprep.content.names import file_stem, from_file
from mlprep.content.packs import Pack
from mlprep.errors import UnknownName
from mlprep.grading.launching import hidden_trees, packs_file

ID = f"acme/{pack_example.NAME}"
ROWS = "exercises/scores/topic.toml"
FILE = f"scores/{pack_example.NAME}.py"
SHEET = "exercises/scores/sheet.md"


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """The example of the page, as a folder that was not added yet."""
    return pack_example.write(tmp_path / "acme")


@pytest.fixture
def added(learner, acme: Path) -> Path:
    assert learner("pack", "add", str(acme), "--yes").code == 0
    return acme


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_exercise(pack: Path, name: str, topic: str = "scores") -> None:
    """Another exercise like the one of the example."""
    for tree in ("exercises", "solutions", "graders"):
        (pack / tree / topic).mkdir(exist_ok=True)
        shutil.copy(pack / tree / "scores" / f"{pack_example.NAME}.py", pack / tree / topic / f"{name}.py")
    head, mark, row = (pack / ROWS).read_text(encoding="utf-8").partition("[[exercise]]")
    path = pack / "exercises" / topic / "topic.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else head
    path.write_text(before + mark + row.replace(f'id = "{pack_example.NAME}"', f'id = "{name}"'), encoding="utf-8")


# Names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (ID, ID),
        ("Acme/Score-Margin", ID),
        ("acme__score_margin", ID),
        ("acme__score_margin.py", ID),
        ("score_margin", ID),
        ("acme/sc", ID),
        ("score_margin_debug", f"{ID}_debug"),
        (f"{ID}_debug", f"{ID}_debug"),
        ("acme/test_score_margin", "acme/test_score_margin"),
        ("acme__test_score_margin", "acme/test_score_margin"),
    ],
)
def test_an_exercise_of_a_pack_is_found_by_all_its_names(acme, typed, meant):
    assert Catalogue(packs=[Pack("acme", acme)]).find(typed).id == meant


def test_a_pack_never_changes_what_a_name_of_ours_means(acme):
    for name in ("softmax", "soft", "log_softmax"):
        add_exercise(acme, name)
    merged = Catalogue(packs=[Pack("soft", acme), Pack("test", acme)])
    for typed in ("softmax", "softmax_debug", "test_softmax", "SoftMax", "softmax.py", "sigm"):
        assert merged.find(typed) == catalogue.find(typed)
    assert merged.find("soft/softmax").id == "soft/softmax"
    assert merged.find("test/softmax").id == "test/softmax"
    with pytest.raises(UnknownName):
        merged.find("soft__max")  # neither softmax nor an exercise of the pack


def test_the_files_of_no_two_exercises_and_rounds_have_one_name():
    ids = ["softmax", "acme/softmax", "acme_x/softmax", "acme/x_softmax", "test/softmax", "test_acme/softmax"]
    names = [*ids, *(each for name in ids for each in round_names(name))]
    stems = [file_stem(name) for name in names]
    assert len(set(stems)) == len(names)
    assert [from_file(stem) for stem in stems] == names


def test_a_round_of_a_pack_is_known_by_its_name():
    assert round_names("acme/softmax") == ("acme/softmax_debug", "acme/test_softmax")
    assert base_of("acme/softmax_debug") == ("debug", "acme/softmax")
    assert base_of("acme/test_softmax") == ("tests", "acme/softmax")
    assert base_of("test_acme/softmax") == ("solve", "test_acme/softmax")


# Adding, listing, removing


def test_adding_asks_and_says_that_graders_are_trusted(learner, acme):
    said = learner("pack", "add", str(acme))
    assert said.code == 2
    assert "not inside the limits on your code" in said.out
    assert "Nothing was added." in said.err
    assert json.loads(learner("pack", "list", "--json").out) == {"packs": []}


def test_a_pack_is_added_listed_and_removed(learner, acme):
    value = json.loads(learner("pack", "add", str(acme), "--yes", "--json").out)
    assert (value["pack"], value["exercises"], value["problems"]) == ("acme", [ID], [])
    assert json.loads(learner("pack", "list", "--json").out)["packs"][0]["path"] == str(acme)
    assert ID in learner("list", "scores").out
    assert learner("pack", "remove", "Acme").code == 0
    assert ID not in learner("list").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nosuch",), "does not exist"),
        (("acme/exercises/scores/topic.toml",), "is a file, not a folder"),
        (("acme/exercises",), "it has no folder called exercises, solutions or graders"),
        (("acme", "--name", "../x"), "cannot be the name of a pack"),
        (("acme", "--name", "a__b"), "cannot be the name of a pack"),
        (("acme", "--name", "größe"), "cannot be the name of a pack"),
        (("acme", "--name", "a" * 41), "cannot be the name of a pack"),
        ((str(catalogue.root),), "is mlprep itself"),
    ],
)
def test_what_cannot_be_added_is_told(learner, acme, words, says, monkeypatch):
    monkeypatch.chdir(acme.parent)
    said = learner("pack", "add", *words, "--yes")
    assert said.code == 2
    assert says in said.err
    assert not Path(packs_file()).exists()


def test_a_pack_is_added_once_and_by_one_name(learner, added, tmp_path):
    assert "was added already, as acme" in learner("pack", "add", str(added), "--yes", "--name", "other").err
    (tmp_path / "link").symlink_to(added)
    assert "was added already" in learner("pack", "add", str(tmp_path / "link"), "--yes").err
    other = pack_example.write(tmp_path / "other" / "acme")
    assert "There is a pack called acme already" in learner("pack", "add", str(other), "--yes").err
    assert "There is a pack called acme already" in learner("pack", "add", str(other), "--yes", "--name", "ac_me").err
    assert learner("pack", "add", str(other), "--yes", "--name", "acme-2").code == 0
    assert [each["pack"] for each in json.loads(learner("pack", "list", "--json").out)["packs"]] == ["acme", "acme_2"]


def test_a_pack_that_was_moved_is_added_again_where_it_is_now(learner, added, tmp_path):
    added.rename(tmp_path / "moved")
    assert learner("pack", "add", str(tmp_path / "moved"), "--name", "acme", "--yes").code == 0
    assert ID in learner("list").out
    assert json.loads(Path(packs_file()).read_text())["packs"] == {"acme": str(tmp_path / "moved")}


@pytest.mark.parametrize("content", ["", "[]", '{"packs": 7}', '{"packs": {"acme": 7}}', "\xff"])
def test_a_list_of_packs_that_is_damaged_stops_nothing_and_is_kept(learner, added, content):
    Path(packs_file()).write_text(content, encoding="latin-1")
    for words in (("list",), ("--plain",)):
        said = learner(*words)
        assert said.code == 0
        assert said.err.count("cannot be read, so no pack is in use") == 1
    for words in (("pack", "list"), ("pack", "remove", "acme"), ("pack", "add", str(added), "--yes")):
        said = learner(*words)
        assert said.code == 2
        assert said.err.count("cannot be read, so no pack is in use") == 1
        assert said.err.endswith("Correct it, or delete it and add your packs again with `mlprep pack add`.\n")
    assert Path(packs_file()).read_text(encoding="latin-1") == content


# In every command


def test_the_sheet_the_cards_and_the_paths_of_a_pack_are_used(learner, acme):
    (acme / SHEET).write_text("## Margins\n\nThe gap between two scores.\n", encoding="utf-8")
    edit(acme / ROWS, "sections = []", 'sections = ["Margins"]')
    (acme / "exercises" / "scores" / "quiz.toml").write_text(
        '[[card]]\nid = "why"\nexercise = "score_margin"\nfollow_up = "What are margins good for?"\n'
        'points = ["one", "two"]\nwrong_turn = "None."\n',
        encoding="utf-8",
    )
    (acme / "exercises" / "paths.toml").write_text(
        '[[path]]\nid = "week"\ntitle = "A week"\nabout = "What to know."\nexercises = ["score_margin"]\n',
        encoding="utf-8",
    )
    add_exercise(acme, "log_margin")
    edit(acme / ROWS, 'id = "log_margin"', 'id = "log_margin"\nafter = ["score_margin"]')
    assert json.loads(learner("pack", "add", str(acme), "--yes", "--json").out)["problems"] == []
    assert "The gap between two scores." in learner("sheet", ID).out
    (card,) = json.loads(learner("quiz", "acme", "--kind", "cards", "--seed", "1", "--json").out)
    assert (card["card"], card["title"]) == ("acme/scores/why", "Score margin")
    assert ID in learner("list", "--path", "acme/week").out
    merged = Catalogue(packs=[Pack("acme", acme)])
    assert merged.find("acme/log_margin").after == (ID,)
    assert json.loads(learner("next", "--path", "acme/week", "--json").out)["exercise"] == ID


def test_its_solutions_and_graders_are_hidden_from_every_candidate(learner, added):
    (added / "tests").mkdir()
    for root in (str(catalogue.root), str(added)):
        assert {f"{added}/{tree}" for tree in ("solutions", "graders", "tests")} < set(hidden_trees(root))
    assert hidden_trees(str(added)) == hidden_trees(str(catalogue.root)), "so the wall that waits is the one needed"


@pytest.mark.parametrize(
    ("checked", "read"), [("softmax", "acme/solutions/{}"), (ID, "acme/graders/{}"), (ID, "acme/tests/answers/x.py")]
)
def test_code_that_reads_the_answers_of_a_pack_does_not_pass(learner, added, checked, read):
    """Whichever exercise it is for."""
    (added / "tests" / "answers").mkdir(parents=True)
    (added / "tests" / "answers" / "x.py").write_text("")
    path = added.parent / read.format(f"scores/{pack_example.NAME}.py")
    learner("start", checked)
    learner.file(checked.replace("/", "__")).write_text(f"open({str(path)!r}).read()\n")
    report = json.loads(learner("check", checked, "--json").out)
    assert (report["outcome"], report["failure"]["kind"]) == ("error", "peeked")


@pytest.mark.parametrize("module", ["score_margin", "acme__score_margin"])
def test_tests_of_a_pack_import_what_they_test(learner, added, module):
    learner("write-tests", ID)
    learner.file("acme__score_margin").write_text("raise SystemExit  # this is not what is tested")
    learner.file("acme__test_score_margin").write_text(
        f"import numpy as np\nfrom {module} import score_margin\n\n\ndef test_margins():\n"
        "    scores = np.array([[1.0, 4.0, 2.0, 3.5], [3.0, 3.0, 0.0, -1.0], [-1.0, -5.0, -2.0, -9.0]])\n"
        "    np.testing.assert_allclose(score_margin(scores), [0.5, 0.0, 1.0])\n"
    )
    report = json.loads(learner("check", "--json").out)
    assert (report["exercise"], report["outcome"]) == ("acme/test_score_margin", "passed")


def test_a_debugging_round_of_a_pack_is_made_and_fixed(learner, added):
    assert learner("debug", ID, "--seed", "3").code == 0
    assert (learner.folder / ".mlprep" / "rounds" / "acme__score_margin_debug.json").is_file()
    assert "The first bug is" in learner("hint").out + learner("hint").out
    solution = (added / "solutions" / FILE).read_text(encoding="utf-8")
    learner.file("acme__score_margin_debug").write_text(solution)
    assert "✓ acme/score_margin_debug" in learner("check").out
    assert learner.progress.solved(f"{ID}_debug")


def test_the_submissions_of_a_class_are_graded(learner, added, tmp_path):
    right = (added / "solutions" / FILE).read_text(encoding="utf-8")
    for person, name, source in (
        ("ada", "acme__score_margin", right), ("ben", "score_margin", right.replace("-2]", "0]")),
        ("cat", "acme/score_margin", right),
    ):  # fmt: skip
        path = tmp_path / "handed_in" / person / f"{name}.py"
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")
    words = ("--no-sandbox", "--seed", "1", "--jobs", "1", "--report", str(tmp_path / "report"), "--json")
    value = json.loads(learner("grade", str(tmp_path / "handed_in"), *words).out)
    rows = sorted((row["person"], row["exercise"], row["outcome"]) for row in value["rows"])
    assert rows == [("ada", ID, "passed"), ("ben", ID, "failed"), ("cat", ID, "passed")]
    assert "You subtract the smallest score." in (tmp_path / "report" / "acme__score_margin.html").read_text()
    assert value["unmatched"] == []


def test_a_removed_pack_takes_nothing_with_it(learner, added):
    learner("start", ID)
    learner("hint")
    learner.solve(ID)
    before = learner.progress.data["exercises"]
    learner("plan", "--until", "+9", "--focus", "acme/scores", "--minutes", "30")
    learner("next", "--path", "none")
    assert learner("pack", "remove", "acme").code == 0
    assert learner.file("acme__score_margin").exists()
    for words in ("list", "plan", "progress", "next --json", "review", f"history {ID}", "--plain"):
        said = learner(*words.split())
        assert said.code == 0, said.err
        assert "our fault" not in said.err
    for words in (("check", ID), ("start", ID), ("solution", ID), ("debug", ID), ("write-tests", ID)):
        said = learner(*words)
        assert said.code == 2
        assert f"There is no exercise called '{ID}'.\nIf its pack was removed, run `mlprep pack add PATH`." in said.err
    assert learner.progress.data["exercises"][ID] == before[ID]
    learner("pack", "add", str(added), "--yes")
    assert "1 of 1 solved" in learner("list", "acme").out


def test_what_is_current_may_be_in_a_pack_that_is_gone(learner, added):
    learner("start", ID)
    learner("pack", "remove", "acme")
    for words in (("check",), ("hint",), ("reset",), ("solution", "--yes")):
        said = learner(*words)
        assert said.code == 2
        assert "If its pack was removed" in said.err
    assert learner("next").code == 0
    assert learner.progress.current == "softmax"


# What is wrong with a pack stops nothing


def _write(path: str, text: str = "") -> Callable[[Path], None]:
    def spoil(pack: Path) -> None:
        (pack / path).parent.mkdir(parents=True, exist_ok=True)
        (pack / path).write_text(text, encoding="utf-8")

    return spoil


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda pack: edit(pack / path, old, new)


def _twice(pack: Path) -> None:
    add_exercise(pack, "other")
    edit(pack / ROWS, 'id = "other"', f'id = "{pack_example.NAME}"')


FLAWS = {
    "moved": (lambda pack: pack.rename(pack.parent / "elsewhere"), "no pack is in this folder"),
    "a file in its place": (lambda pack: (shutil.rmtree(pack), pack.touch()), "no pack is in this folder"),
    "no graders": (lambda pack: shutil.rmtree(pack / "graders"), "graders: this folder is missing"),
    "no grader": (lambda pack: (pack / "graders" / FILE).unlink(), "this file is missing: write it"),
    "no starter code": (lambda pack: (pack / "exercises" / FILE).unlink(), "this file is missing: write it"),
    "rows that are no TOML": (_write(ROWS, "title = "), "cannot be read"),
    "rows that are no text": (lambda pack: (pack / ROWS).write_bytes(b"\xff\xfe"), "cannot be read"),
    "no rows": (_write(ROWS, 'title = "Scores"'), ""),
    "rows that are none": (_write(ROWS, 'title = "Scores"\nexercise = 7'), "lacks or misspells"),
    "a folder for the rows": (lambda pack: ((pack / ROWS).unlink(), (pack / ROWS).mkdir()), "cannot be read"),
    "no title": (_edit(ROWS, 'title = "Scores of a classifier"', ""), "lacks or misspells 'title'"),
    "a number for the title": (_edit(ROWS, '"Scores of a classifier"', "7"), "is not a line of text"),
    "a title that moves the cursor": (_edit(ROWS, '"Score margin"', '"\\u001b[2J"'), "is not a line of text"),
    "no minutes": (_edit(ROWS, "minutes = 5", ""), "lacks or misspells 'minutes'"),
    "text for the minutes": (_edit(ROWS, "minutes = 5", 'minutes = "5"'), "a number from 1 to 600 is needed"),
    "an unknown level": (_edit(ROWS, '"easy"', '"trivial"'), "one of easy, medium, hard is needed"),
    "an unknown value": (_edit(ROWS, '"must"', '["must"]'), "one of must, should, extra is needed"),
    "an odd entry": (_edit(ROWS, 'entry = ["score_margin"]', "entry = [7]"), "the names that are called"),
    "hints of numbers": (_edit(ROWS, "sections = []", "sections = [1]"), "sections is a list of texts"),
    "an id that leads out": (_edit(ROWS, 'id = "score_margin"', 'id = "../../x"'), "lower-case words"),
    "an id of another pack": (_edit(ROWS, 'id = "score_margin"', 'id = "other/x"'), "lower-case words"),
    "the id of a round": (_edit(ROWS, 'id = "score_margin"', 'id = "x_debug"'), "belong to rounds"),
    "the id of a device": (_edit(ROWS, 'id = "score_margin"', 'id = "nul"'), "not every system"),
    "an id that is too long": (_edit(ROWS, 'id = "score_margin"', f'id = "{"a" * 101}"'), "not every system"),
    "an id in another script": (_edit(ROWS, 'id = "score_margin"', 'id = "größe"'), "lower-case words"),
    "a number for the id": (_edit(ROWS, 'id = "score_margin"', "id = 7"), "lower-case words"),
    "one id twice": (_twice, "has an exercise of that name already"),
    "starter code that is not Python": (_write(f"exercises/{FILE}", "def ("), "this is not Python"),
    "starter code that is no text": (_write(f"exercises/{FILE}", "\0"), "score_margin.py: this"),
    "a solution that is not Python": (_write(f"solutions/{FILE}", "def ("), "this is not Python"),
    "a grader that is not Python": (_write(f"graders/{FILE}", "def ("), "this is not Python"),
    "a solution of another name": (_edit(f"solutions/{FILE}", "def score_margin", "def margin"), "no score_margin"),
    "a topic that leads out": (
        _write("exercises/curriculum.toml", 'topics = ["../x"]'),
        "cannot be the name of a topic",
    ),
    "a topic that is not there": (_write("exercises/curriculum.toml", 'topics = ["x"]'), "cannot be read"),
    "a curriculum of numbers": (_write("exercises/curriculum.toml", "topics = 7"), "curriculum.toml"),
    "a curriculum that is no TOML": (_write("exercises/curriculum.toml", "topics ="), "cannot be read"),
    "odd paths": (_write("exercises/paths.toml", "path = 7"), "paths.toml"),
    "paths without names": (_write("exercises/paths.toml", "[[path]]\nid = 7"), "lacks or misspells"),
    "cards that are no TOML": (_write("exercises/scores/quiz.toml", "card ="), "quiz.toml: cannot be read"),
    "cards without questions": (_write("exercises/scores/quiz.toml", "[[card]]\nid = 7"), "lacks or misspells"),
    "a sheet that is no text": (
        lambda pack: (pack / "exercises/scores/sheet.md").write_bytes(b"\xff## \xfe"),
        "cannot be read",
    ),
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_flaw_is_told_with_its_file_and_stops_nothing(learner, added, flaw):
    spoil, says = FLAWS[flaw]
    learner("start", ID)
    spoil(added)
    for words in (("list",), ("progress", "--json"), ("sheet", "softmax"), ("--plain",), ("start", "softmax")):
        said = learner(*words)
        assert said.code == 0, said.err
        assert said.err.count("In the pack acme") <= 1
    listed = json.loads(learner("pack", "list", "--json").out)["packs"][0]
    assert says in " ".join(f"{each['path']}: {each['text']}" for each in listed["problems"])
    assert bool(listed["problems"]) == bool(says)


@pytest.mark.parametrize("flaw", ["moved", "no grader", "a grader that is not Python", "a solution that is not Python"])
def test_code_that_cannot_be_checked_is_told_why(learner, added, flaw):
    learner("start", ID)
    FLAWS[flaw][0](added)
    for words in (("check",), ("check", ID), ("check", str(learner.file("acme__score_margin"))), ("hint",)):
        said = learner(*words)
        if words == ("hint",) and flaw == "a grader that is not Python":
            assert said.code == 0
        else:
            assert said.code in (2, 3)
            assert "acme" in said.err
            assert "our fault" not in said.err
    assert len(learner.progress.exercises()) == 1
