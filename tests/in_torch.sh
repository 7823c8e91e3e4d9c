#!/bin/sh
# The tests that need PyTorch. CI does not install it; this installs the CPU build where it is missing.
set -e
cd "$(dirname "$0")/.."
python="${PYTHON:-.venv/bin/python}"
"$python" -c "import torch" 2>/dev/null || "$python" -m pip install -q torch --index-url https://download.pytorch.org/whl/cpu
exec "$python" -m pytest tests/in_torch "$@"
