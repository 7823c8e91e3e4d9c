#!/usr/bin/env bash
# What users get: builds the wheel by way of the source archive, so that both are proven whole, installs it into an empty
# environment and practices with it in an empty home. Its argument is a Python that has the package `build`.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

"$1" -m build --outdir "$work/dist" "$root" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"$1" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
mkdir "$work/home"
cd "$work/home" # so that nothing is taken from the checkout

# expect CODE TEXT WORD...: `mlprep WORD...` ends with this code and prints this text
expect() {
    local code=0 wanted="$1" text="$2" said
    shift 2
    said="$(env -i HOME="$work/home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$work/venv/bin/mlprep" "$@" 2>&1)" || code=$?
    if [ "$code" != "$wanted" ] || [[ "$said" != *"$text"* ]]; then
        printf 'mlprep %s: exit code %s, not %s, or no "%s" in:\n%s\n' "$*" "$code" "$wanted" "$text" "$said"
        exit 1
    fi
}

answer="$work/home/mlprep/softmax.py"
expect 0 softmax list
expect 0 "$answer" start softmax
cat >"$answer" <<'PYTHON'
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum()
PYTHON
expect 1 '"outcome": "failed"' check softmax --json
cp "$root/solutions/activations/softmax.py" "$answer"
expect 0 '"outcome": "passed"' check softmax --json

# An installation beside a checkout, or made from one, keeps the checkout's solutions out of reach as well.
cp -r "$root/exercises" "$root/solutions" "$root/graders" "$work/home"
cat >"$answer" <<PYTHON
exec(open("$work/home/solutions/activations/softmax.py").read())
PYTHON
expect 1 "mlprep's own files" check softmax
echo "The wheel works: $(basename "$work"/dist/*.whl)"
