"""The entrance of elected officials: three questions, then the briefs that fit."""
