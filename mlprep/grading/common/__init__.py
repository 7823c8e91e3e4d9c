"""What the engine and the candidate share: plain data and how a case is driven."""
