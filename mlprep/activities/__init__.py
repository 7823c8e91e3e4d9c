"""What a person does: practice, ask for help, bring an answer back, look the installation over."""
