"""State of play: what is done where, counted on what is published, with what the base does not see."""
