"""What there is to practice: exercises, statements, the cheat sheet."""
