"""Builds the compact files of ../data from the packages named in README.md. The site never runs it."""
