"""The full-screen loop beside an editor."""
