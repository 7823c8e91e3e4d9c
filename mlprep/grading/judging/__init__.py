"""One case: what is asked, what came back, and whether it is right."""
