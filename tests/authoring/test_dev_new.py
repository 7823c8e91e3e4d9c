"""`mlprep dev new` writes an exercise that is whole but for its TODO marks, and refuses what would be in the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import catalogue
from typer.testing import CliRunner

from mlprep import cli
from mlprep.authoring import dev_check, places, structure
from mlprep.authoring.dev_check import Wanted
from mlprep.authoring.scaffold import create
from mlprep.content.catalogue import Catalogue
from mlprep.errors import MlprepError, UnknownName

NAME = "label_smoothing"
TOPIC = "activations"
WRITTEN = {
    f"exercises/{TOPIC}/{NAME}.py",
    f"solutions/{TOPIC}/{NAME}.py",
    f"graders/{TOPIC}/{NAME}.py",
    f"tests/answers/{NAME}/right_first.py",
    f"tests/answers/{NAME}/right_second.py",
    f"tests/answers/{NAME}/wrong_first.py",
    f"tests/answers/{NAME}/wrong_second.py",
    f"tests/answers/{NAME}/wrong_third.py",
}
ADDED_TO = {
    f"exercises/{TOPIC}/topic.toml",
    f"exercises/{TOPIC}/sheet.md",
    f"tests/content/test_oracles_{TOPIC}.py",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of one topic."""
    for tree in structure.TREES:
        shutil.copytree(
            catalogue.root / tree / TOPIC, tmp_path / tree / TOPIC, ignore=shutil.ignore_patterns("__pycache__")
        )
    (tmp_path / "exercises" / "curriculum.toml").write_text(f'topics = ["{TOPIC}"]\n')
    (tmp_path / "tests" / "answers").mkdir(parents=True)
    (tmp_path / "tests" / "content").mkdir()
    oracles = f"tests/content/test_oracles_{TOPIC}.py"
    shutil.copy(catalogue.root / oracles, tmp_path / oracles)
    return tmp_path


def all_text(root: Path) -> dict[str, str]:
    """Every file but what is kept of parsed ones."""
    files = [path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in files}


def test_all_places_are_written_and_what_was_there_stays(root):
    before = all_text(root)
    told = {(how, str(path.relative_to(root))) for how, path in create(Catalogue(root), TOPIC, NAME)}
    assert told == {("wrote", path) for path in WRITTEN} | {("added to", path) for path in ADDED_TO}
    after = all_text(root)
    assert after.keys() - before.keys() == WRITTEN
    changed = {path for path in before if after[path] != before[path]}
    assert changed == ADDED_TO
    assert all(after[path].startswith(before[path].rstrip()) for path in changed)


def test_the_new_exercise_is_whole_but_for_its_marks_each_of_which_is_named(root):
    create(Catalogue(root), TOPIC, NAME)
    made = Catalogue(root)
    exercise = made.find(NAME)
    assert list(structure.problems(made, exercise)) == []
    assert list(structure.stray_files(made)) == []
    todos = places.places_of(root, exercise).todos()
    marked = {str(todo.path.relative_to(root)) for todo in todos}
    assert marked == WRITTEN | ADDED_TO
    assert len(todos) == sum(text.count("TODO(") for text in all_text(root).values())
    for todo in todos:
        assert todo.text in todo.path.read_text(encoding="utf-8").splitlines()[todo.line - 1]
    (proof,) = dev_check.proofs_of(made, [exercise], Wanted())
    assert (proof.todos, proof.problems, proof.survivors) == (todos, [], [])


def test_the_marks_of_one_exercise_are_not_those_of_its_neighbor(root):
    create(Catalogue(root), TOPIC, NAME)
    create(Catalogue(root), TOPIC, "label_smoothing_loss")
    one, other = (places.places(root, TOPIC, name).todos() for name in (NAME, "label_smoothing_loss"))
    assert len(one) == len(other)
    assert not set(one) & set(other)
    assert places.places(root, TOPIC, "softmax").todos() == []


def test_a_section_that_is_there_is_not_written_again(root):
    sheet = root / "exercises" / TOPIC / "sheet.md"
    before = sheet.read_text(encoding="utf-8")
    create(Catalogue(root), TOPIC, "activation_functions")
    assert sheet.read_text(encoding="utf-8") == before
    made = Catalogue(root)
    assert made.exercises["activation_functions"].sections == ("Activation Functions",)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("LabelSmoothing", "cannot be the name"),
        ("label-smoothing", "cannot be the name"),
        ("../label", "cannot be the name"),
        ("2d_softmax", "cannot be the name"),
        ("", "cannot be the name"),
        ("lambda", "a word or a module of Python"),
        ("random", "a word or a module of Python"),
        ("numpy", "a word or a module of Python"),
        ("softmax", "There is an exercise 'softmax' already."),
        ("soft_max", "Underscores do not tell names apart."),
    ],
)
def test_a_name_that_no_exercise_can_have_is_refused_and_nothing_written(root, name, says):
    before = all_text(root)
    with pytest.raises(MlprepError, match=says) as refused:
        create(Catalogue(root), TOPIC, name)
    assert refused.value.next_step.endswith(".")
    assert all_text(root) == before


def test_a_topic_that_is_not_there_is_refused(root):
    with pytest.raises(UnknownName, match="There is no topic called 'chemistry'"):
        create(Catalogue(root), "chemistry", NAME)


def test_a_file_in_the_way_is_not_written_over(root):
    (root / "graders" / TOPIC / f"{NAME}.py").write_text("mine")
    before = all_text(root)
    with pytest.raises(MlprepError, match="exists already"):
        create(Catalogue(root), TOPIC, NAME)
    assert all_text(root) == before


def test_an_installed_copy_is_no_place_to_write_exercises(root):
    shutil.rmtree(root / "tests")
    with pytest.raises(MlprepError, match="This is an installed mlprep"):
        create(Catalogue(root), TOPIC, NAME)


def test_the_command_lists_the_files_and_ends_with_the_next_one(root, monkeypatch):
    monkeypatch.setattr("mlprep.content.catalogue.content_root", lambda: str(root))
    ran = CliRunner().invoke(cli.app, ["dev", "new", TOPIC, NAME])
    assert ran.exit_code == 0, ran.output
    assert all(path in ran.output for path in WRITTEN | ADDED_TO)
    assert ran.output.rstrip().endswith(f"mlprep dev check {NAME}")
    again = CliRunner().invoke(cli.app, ["dev", "new", TOPIC, NAME])
    assert again.exit_code == 2
    assert "already" in again.stderr
    assert f"mlprep dev check {NAME}" in again.stderr


# In a pack


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty one, which is the current folder."""
    for tree in structure.TREES:
        (tmp_path / "acme" / tree).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "acme" / "solutions")
    return tmp_path / "acme"


def test_an_exercise_is_begun_in_a_pack_with_its_topic_and_without_an_oracle(pack):
    ran = CliRunner().invoke(cli.app, ["dev", "new", "word_counts", NAME])
    assert ran.exit_code == 0, ran.output
    made = Catalogue(pack)
    assert [topic.title for topic in made.topics] == ["Word counts"]
    assert list(structure.problems(made, made.find(NAME))) == []
    assert list(structure.stray_files(made)) == list(structure.concept_card_problems(made)) == []
    assert not (pack / "tests" / "content").exists()
    assert "exercises/word_counts/topic.toml" in ran.output
    assert CliRunner().invoke(cli.app, ["dev", "new", "word", "tf"]).exit_code == 0
    assert [topic.id for topic in Catalogue(pack).topics] == ["word", "word_counts"]


@pytest.mark.parametrize(
    ("topic", "name", "says"),
    [
        ("../x", NAME, "cannot be the name of a topic"),
        ("Größen", NAME, "cannot be the name of a topic"),
        ("words", "test_softmax", "belong to rounds"),
        ("words", "softmax_debug", "belong to rounds"),
        ("words", "aux", "not every system can have a file of this name"),
    ],
)
def test_what_cannot_be_in_a_pack_is_refused_and_nothing_written(pack, topic, name, says):
    ran = CliRunner().invoke(cli.app, ["dev", "new", topic, name])
    assert ran.exit_code == 2
    assert says in f"{ran.output}{ran.stderr}".lower() or says in f"{ran.output}{ran.stderr}"
    assert all_text(pack) == {}
