"""`python -m mlprep`."""

from mlprep.launch import main

main()
