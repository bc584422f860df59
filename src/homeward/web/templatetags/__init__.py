"""What the desk's templates use beside Django's own."""
