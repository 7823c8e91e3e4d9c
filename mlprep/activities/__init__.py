"""What a person does: practice, take a quiz or an interview, ask for help, plan, bring saved code back."""
