"""What a failure means, said so that the user can fix it."""
