"""Formal writings: blocks of text, written as Markdown or as PDF."""
