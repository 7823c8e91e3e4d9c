"""What a person does: practice, ask for help, bring saved code back, look the installation over."""
