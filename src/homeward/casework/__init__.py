"""The case file: what was said about sought people, by whom, and what people judged."""
