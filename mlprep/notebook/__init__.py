"""The IPython extension: checks a cell, and shows statements and help, in a notebook or IPython's terminal."""
