"""Partnerships on a map: who takes part in what, the drawing for paper, the points for the screen."""
