"""The process that runs the user's code: it never holds a solution."""
