"""What is known of the person who practices: the record, its file, the clock, reviews, the study plan."""
