"""The pages of free words."""
