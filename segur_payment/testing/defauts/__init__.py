"""One named defect per rule: what is wrong, where, and what else fires because of it."""
