"""Seeing that a file was saved: `events` says when to look, `files` looks. What follows from it is not known here."""
