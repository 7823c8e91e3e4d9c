"""The commands, by what they are for: each parses, calls, chooses a view, and leaves an exit code. `cli` finds them."""
