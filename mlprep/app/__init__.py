"""The practice app: the one place that knows Textual."""
