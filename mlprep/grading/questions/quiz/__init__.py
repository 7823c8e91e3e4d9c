"""Generated quiz questions: each kind is a function that draws one, with its answer and a worked explanation."""
