"""Services of the engine's kind that need NumPy for something other than a verdict."""
