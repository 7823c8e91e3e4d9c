"""The grading engine. Graders import `mlprep.grading.api`; the candidate process loads none of what judges."""
