"""What a person does: practice, ask for help, look the installation over."""
