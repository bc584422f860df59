"""How well reports are read: invented reports with what a careful reader finds in them, and the scores on them."""
