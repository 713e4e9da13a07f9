"""What `make` runs: it builds its own surroundings, then starts the site, the tests or the checks.

Everything but `prepare` is standard library: on a fresh machine nothing else is there yet.
"""
