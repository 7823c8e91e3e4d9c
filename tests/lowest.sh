#!/usr/bin/env bash
# Whether mlprep works with the lowest version of each package that pyproject.toml allows: an environment that has one
# keeps it, as pip upgrades nothing that satisfies. Give the Python to use; it must be one that those versions know.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${1:-python3.11}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" - > "$folder/lowest.txt" <<'PYTHON'
import re, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
for need in project["dependencies"] + project["optional-dependencies"]["test"]:
    name, version = re.match(r"([\w-]+)>=([\w.]+)", need).groups()
    print(f"{name}=={version}")
PYTHON
"$python" -m venv "$folder/venv"
pip=("$folder/venv/bin/python" -m pip --disable-pip-version-check)
"${pip[@]}" install --quiet -r "$folder/lowest.txt"
"${pip[@]}" install --quiet --no-deps .
"${pip[@]}" check
cp -r tests pyproject.toml README.md CONTRIBUTING.md exercises solutions graders "$folder"
mkdir "$folder/practice"
cp solutions/*/*.py "$folder/practice"
cd "$folder"
export MLPREP_HOME="$folder/practice" PATH="$folder/venv/bin:$PATH"
mlprep check --all > "$folder/verdicts.txt" || { cat "$folder/verdicts.txt"; exit 1; }
tail -1 "$folder/verdicts.txt"
unset MLPREP_HOME
python -m pytest tests/test_cli.py tests/test_json_output.py tests/test_completion.py tests/test_lock.py \
    tests/test_schedule.py tests/test_plan.py tests/views
