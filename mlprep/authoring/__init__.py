"""The commands for those who write exercises."""
