"""Programs for those who change Homeward; no part of it."""
