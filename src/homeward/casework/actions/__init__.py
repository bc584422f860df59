"""Every change of the case file is one function here: permission, transaction and audit inside."""
