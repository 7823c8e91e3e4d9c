"""Data to Rich renderables. Each view takes data and a console; none reads a file or asks the engine."""
