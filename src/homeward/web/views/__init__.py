"""The pages, one idea a file; each says who may see it (`declaring`) and decides nothing itself."""
