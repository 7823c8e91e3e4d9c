#!/usr/bin/env bash
# Whether mlprep works with the lowest or the newest version of each package that pyproject.toml allows. An environment
# that has an old one keeps it, as pip upgrades nothing that satisfies.
#
#   tests/versions.sh lowest|newest PYTHON [quick]     one Python; quick: a few commands instead of all exercises and tests
#   tests/versions.sh all [quick]                      every Python from 3.11 to 3.14 that is here, and the lowest versions
set -euo pipefail
cd "$(dirname "$0")/.."

# the Pythons that are here, each by a path or a name
pythons() {
    for number in 11 12 13 14; do
        if command -v "python3.$number" >/dev/null && "python3.$number" -c "" 2>/dev/null; then
            echo "python3.$number"
        else
            ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3."$number".*/bin/python 2>/dev/null | tail -1
        fi
    done
}

if [ "$1" = all ]; then
    found="$(pythons)"
    # the lowest versions have wheels for the older Pythons alone
    "$0" lowest "$(head -1 <<<"$found")" ${2:+"$2"}
    for python in $found; do
        "$0" newest "$python" ${2:+"$2"}
    done
    exit
fi

which="$1" python="$2" quick="${3:-}"
if [ "$which" = lowest ] && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then
    echo "The lowest versions are older than $("$python" -V), so they are not tried with it."
    exit
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m venv "$folder/venv"
"$folder/venv/bin/python" - "$which" > "$folder/wanted.txt" <<'PYTHON'
import re, sys, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
for need in project["dependencies"] + project["optional-dependencies"]["test"]:
    name, version = re.match(r"([\w-]+)>=([\w.]+)", need).groups()
    print(f"{name}=={version}" if sys.argv[1] == "lowest" else need)
PYTHON
pip=("$folder/venv/bin/python" -m pip --disable-pip-version-check)
"${pip[@]}" install --quiet -r "$folder/wanted.txt"
"${pip[@]}" install --quiet --no-deps .
"${pip[@]}" check
cp -r tests pyproject.toml README.md CONTRIBUTING.md exercises solutions graders "$folder"
mkdir "$folder/practice"
cd "$folder"
export MLPREP_HOME="$folder/practice" PATH="$folder/venv/bin:$PATH" HOME="$folder"
if [ "$quick" ]; then
    cp solutions/activations/softmax.py practice
    for words in --help "check softmax" "check softmax --json" list "start relu" hint "plan --until +9 --minutes 30" \
        progress next review "sheet activations" history doctor ""; do
        code=0
        # shellcheck disable=SC2086
        mlprep $words > said.txt 2>&1 </dev/null || code=$?
        if [ "$code" -gt 1 ] && [ "$words" != review ]; then
            echo "mlprep $words ended with $code:"
            cat said.txt
            exit 1
        fi
    done
else
    cp solutions/*/*.py practice
    mlprep check --all > verdicts.txt || { cat verdicts.txt; exit 1; }
    tail -1 verdicts.txt
    unset MLPREP_HOME
    python -m pytest tests/test_cli.py tests/test_json_output.py tests/test_completion.py tests/test_lock.py \
        tests/test_schedule.py tests/test_plan.py tests/views
fi
echo "The $which versions work with $("$python" -V): $(grep -iE '^(numpy|typer|rich|fsrs|textual)' <("${pip[@]}" freeze) | xargs)"
