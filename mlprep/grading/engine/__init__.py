"""The trusted process: asks a candidate, judges, explains, and reports."""
