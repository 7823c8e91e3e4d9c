"""Grading the submissions of many people, on one machine or a cluster."""
