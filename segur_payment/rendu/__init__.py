"""Verdict → people. What is rendered here was decided elsewhere."""
